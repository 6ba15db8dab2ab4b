//! Commands that answer.

use clap::Args;

/// `status`
#[derive(Debug, Clone, Default, Args)]
pub struct StatusArgs {
    /// The reasons: what the guide says, what we add, what is still open
    #[arg(long, conflicts_with_all = ["json", "format", "short"])]
    pub why: bool,
    /// On one line
    #[arg(long, conflicts_with_all = ["json", "format"])]
    pub short: bool,
    /// Your own line, for example "{days} days, {window}"
    #[arg(
        long,
        value_name = "TEMPLATE",
        conflicts_with = "json",
        long_help = "Your own line, for example \"{days} days, {window}\". These names are filled in: {days}, {since}, {longest}, {kept}, {total}, {runs}, {breakup}, {breakup_days}, {window}, {verdict}, {aim}, {earliest}, {milestone}, {milestone_date}. An unknown value is empty"
    )]
    pub format: Option<String>,
    /// As JSON, for programs
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
