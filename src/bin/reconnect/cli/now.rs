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
