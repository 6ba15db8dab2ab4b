//! Commands that answer.

use clap::Args;

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
        long_help = "Your own line, for example \"{days} days, {window}\". These names are filled in: {days}, {since}, {longest}, {kept}, {total}, {runs}, {breakup}, {breakup_days}, {window}, {verdict}, {aim}, {in_touch}, {earliest}, {milestone}, {milestone_date}. An unknown value is empty"
    )]
    pub format: Option<String>,
    /// As JSON, for programs
    #[arg(long)]
    pub json: bool,
}
