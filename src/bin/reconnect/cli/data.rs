//! Commands about the files.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use reconnect::Who;

use super::words::who;

#[derive(Debug, Clone, Args)]
pub struct ExportArgs {
    /// The form
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub format: ExportFormat,
    /// Save to FILE, which only you can read; a file that is there stays
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Add the text of your letters, sealed ones too (json only)
    #[arg(long, conflicts_with = "contacts")]
    pub letters: bool,
    /// Add your notes of contacts and check-ins, and the notebook's notes (md, html; json and csv always have them)
    #[arg(long)]
    pub notes: bool,
    /// Only what happened from WHEN on (csv, md, html)
    #[arg(long, value_name = "WHEN", num_args = 1..)]
    pub since: Vec<String>,
    /// Only contacts by me or by them, the oldest first
    #[arg(long, value_name = "WHO", value_parser = who())]
    pub contacts: Option<Who>,
    /// Begin with a byte-order mark, for Excel (csv only)
    #[arg(long)]
    pub bom: bool,
    /// Say what the days count; by default calendar titles tell a bystander nothing (ics only)
    #[arg(long)]
    pub plain: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// Everything, for `import`
    Json,
    /// A table for a spreadsheet
    Csv,
    /// Text to read
    Md,
    /// A calendar of milestones
    Ics,
    /// A page to print
    Html,
}

#[derive(Debug, Clone, Subcommand)]
pub enum ConfigCommand {
    /// Print where the file is
    Path,
    /// Show every setting, and whether you set it
    Show {
        /// As JSON, for programs
        #[arg(long)]
        json: bool,
    },
    /// Change a setting; without words, list them all
    Set {
        /// A setting, such as urge.call
        key: Option<String>,
        /// Its new value, such as Ana; "" empties it
        #[arg(allow_negative_numbers = true)]
        value: Vec<String>,
    },
    /// Edit a copy in $EDITOR; it replaces the file once it is correct
    Edit,
    /// Look for mistakes; exit 2 if there are any
    Check,
}

#[derive(Debug, Clone, Args)]
pub struct EraseArgs {
    /// Only the text of this entry, for good; its date and numbers stay
    #[arg(conflicts_with_all = ["dry_run", "what"])]
    pub id: Option<String>,
    /// Only list the files
    #[arg(long)]
    pub dry_run: bool,
    /// The list for programs
    #[arg(long, requires = "dry_run")]
    pub json: bool,
    /// Only the text of letters; the diary keeps that you wrote them
    #[arg(long, group = "what")]
    pub letters: bool,
    /// Only the diary, with the dates and numbers that came from it; letters stay
    #[arg(long, group = "what")]
    pub diary: bool,
    /// Everything, settings too (default)
    #[arg(long, group = "what")]
    pub everything: bool,
}
