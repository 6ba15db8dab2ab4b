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

/// `man`
#[derive(Debug, Clone, Args)]
pub struct ManArgs {
    /// The folder for all pages; the main page goes to stdout unless said
    pub dir: Option<PathBuf>,
}
