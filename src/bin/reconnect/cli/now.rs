//! Commands that answer.

use clap::Args;

/// `status`
#[derive(Debug, Clone, Default, Args)]
pub struct StatusArgs {
    /// One line
    #[arg(long, conflicts_with_all = ["json", "format"])]
    pub short: bool,
    /// A template: {days} {since} {breakup} {window} {verdict} and others, see the man page
    #[arg(
        long,
        value_name = "TEMPLATE",
        conflicts_with = "json",
        long_help = "A template. It may hold {days}, {since}, {longest}, {kept}, {total}, {runs}, {breakup}, {breakup_days}, {window}, {verdict}, {earliest}, {milestone} and {milestone_date}; what is not known is empty"
    )]
    pub format: Option<String>,
    /// Everything, for programs
    #[arg(long)]
    pub json: bool,
}

/// `history`
#[derive(Debug, Clone, Args)]
pub struct HistoryArgs {
    /// Months as a grid
    #[arg(long, conflicts_with_all = ["json", "csv", "limit"])]
    pub calendar: bool,
    /// How many months the grid shows; unless said, the last 3 in which there is something
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=120), requires = "calendar")]
    pub months: Option<u32>,
    /// How many entries to show, newest first
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub limit: usize,
    /// All of it, for programs
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// All of it, for a spreadsheet
    #[arg(long)]
    pub csv: bool,
}
