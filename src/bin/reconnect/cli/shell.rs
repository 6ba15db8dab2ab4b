//! Commands for shells and scripts.

use clap::{Args, ValueEnum};
use reconnect::{VerdictId, WindowId};

use super::words::{id, whole};

/// The shells with a hook: those that the tests run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InitShell {
    /// eval "$(reconnect init bash)" at the end of ~/.bashrc
    Bash,
    /// eval "$(reconnect init zsh)" at the end of ~/.zshrc
    Zsh,
    /// reconnect init fish | source, in config.fish
    Fish,
    /// eval (reconnect init elvish | slurp), in rc.elv
    Elvish,
    /// Saved to a file that config.nu sources
    #[value(alias = "nu")]
    Nushell,
}

#[derive(Debug, Clone, Args)]
pub struct RemindArgs {
    /// Print it, and say it again next time
    #[arg(long)]
    pub dry_run: bool,
    /// As JSON, for programs
    #[arg(long, conflicts_with = "plain")]
    pub json: bool,
    /// Say what is counted (default: words that tell a bystander nothing)
    #[arg(long)]
    pub plain: bool,
}

#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = true)]
pub struct CheckArgs {
    /// Today is in this window of the guide
    #[arg(long, value_name = "ID", value_parser = id::<WindowId>(WindowId::IDS))]
    pub window: Option<WindowId>,
    /// This is what the status says
    #[arg(long, value_name = "ID", value_parser = id::<VerdictId>(VerdictId::IDS))]
    pub verdict: Option<VerdictId>,
    /// The count has reached this many days
    #[arg(long, value_name = "N", value_parser = whole::<u32>())]
    pub days_at_least: Option<u32>,
    /// A count is running
    #[arg(long)]
    pub active: bool,
    /// What they asked for, or you did, holds today
    #[arg(long)]
    pub boundary: bool,
    /// The two of you are in touch again
    #[arg(long)]
    pub in_touch: bool,
}

/// The shells that completions are made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CompletionShell {
    Bash,
    Zsh,
    Fish,
    Elvish,
    #[value(name = "powershell")]
    PowerShell,
    Nushell,
}
