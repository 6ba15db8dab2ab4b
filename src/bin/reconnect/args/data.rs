//! Commands about the files.

use std::path::PathBuf;

use clap::{Args, Subcommand};

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
