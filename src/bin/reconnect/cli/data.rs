//! Commands about the files.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// `export`
#[derive(Debug, Clone, Args)]
pub struct ExportArgs {
    /// What to print
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub format: ExportFormat,
    /// Name things in the calendar; unless said, its titles tell a bystander nothing
    #[arg(long)]
    pub plain: bool,
    /// The text of the letters, too, sealed ones among them (only in json)
    #[arg(long)]
    pub letters: bool,
}

/// The forms of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// Everything, to be taken in again by `import`
    Json,
    /// What stands in the diary, for a spreadsheet
    Csv,
    /// What stands in the diary, to be read
    Md,
    /// A calendar of the current run's milestones
    Ics,
}

/// `import`
#[derive(Debug, Clone, Args)]
pub struct ImportArgs {
    /// A file that `export` has printed
    pub file: PathBuf,
    /// Only say what it would do
    #[arg(long)]
    pub dry_run: bool,
}

/// `config`
#[derive(Debug, Clone, Args)]
pub struct ConfigArgs {
    /// What to do; `path` unless said
    #[command(subcommand)]
    pub command: Option<ConfigCommand>,
}

/// What `config` can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum ConfigCommand {
    /// Where the file is
    Path,
    /// Every setting with its value, and where it comes from
    Show,
    /// Edit a copy in $EDITOR; it replaces the file only if it is right
    Edit,
    /// Look for mistakes; exit 2 if there are any
    Check,
}

/// `erase`
#[derive(Debug, Clone, Copy, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag that can be typed")]
pub struct EraseArgs {
    /// Only list what is there
    #[arg(long)]
    pub dry_run: bool,
    /// Only the words of letters; that they were written stays in the diary
    #[arg(long, group = "what")]
    pub letters: bool,
    /// Only the diary, and the dates and numbers that came from it; letters stay as files
    #[arg(long, group = "what")]
    pub diary: bool,
    /// Everything, the settings too: the same as without an option
    #[arg(long, group = "what")]
    pub everything: bool,
}

/// `man`
#[derive(Debug, Clone, Args)]
pub struct ManArgs {
    /// The folder for all pages; the main page goes to stdout unless said
    pub dir: Option<PathBuf>,
}
