//! Commands that record what happened.

use clap::{Args, ValueEnum};
use reconnect::{Answer, Via, Who};

use super::id;

/// `start-no-contact`
#[derive(Debug, Clone, Args)]
pub struct StartArgs {
    /// Your last contact; today unless said (on a terminal you are asked)
    #[arg(value_name = "WHEN")]
    pub when: Vec<String>,
    /// The breakup, stored with it
    #[arg(long, value_name = "WHEN", num_args = 1..)]
    pub breakup: Vec<String>,
    /// Correct the start of the open run
    #[arg(long)]
    pub replace: bool,
}

/// `breakup`
#[derive(Debug, Clone, Args)]
pub struct BreakupArgs {
    /// When it ended; shows the date unless said
    #[arg(value_name = "WHEN")]
    pub when: Vec<String>,
    /// A second breakup: it opens a new chapter
    #[arg(long, requires = "when")]
    pub again: bool,
}

/// `log-contact`
#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag that can be typed")]
pub struct LogContactArgs {
    /// Who got in touch: me or them
    #[arg(value_name = "me|them", value_parser = id::<Who>(Who::IDS), hide_possible_values = true)]
    pub who: Who,
    /// When it was; now unless said
    #[arg(value_name = "WHEN")]
    pub when: Vec<String>,
    /// How
    #[arg(long, value_parser = id::<Via>(Via::IDS), default_value = "text")]
    pub via: Via,
    /// It answered a message of theirs
    #[arg(long)]
    pub reply: bool,
    /// It was about children, work, a lease
    #[arg(long)]
    pub logistics: bool,
    /// It does not end the run, whatever the rules say
    #[arg(long, conflicts_with = "restart")]
    pub keep: bool,
    /// It ends the run, whatever the rules say
    #[arg(long)]
    pub restart: bool,
    /// Add a note: $EDITOR opens; without a terminal it is read from stdin
    #[arg(long, value_name = "-", num_args = 0..=1, default_missing_value = "", value_parser = ["-", ""], hide_possible_values = true)]
    pub note: Option<String>,
}

/// `end-no-contact`
#[derive(Debug, Clone, Args)]
pub struct EndArgs {
    /// When it ended; now unless said
    #[arg(value_name = "WHEN")]
    pub when: Vec<String>,
}

/// What `boundary` can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BoundaryKind {
    /// They asked for space
    Space,
    /// A legal order
    Order,
    /// They lifted what they had asked for
    Clear,
}

/// `boundary`
#[derive(Debug, Clone, Args)]
pub struct BoundaryArgs {
    /// What they asked for; shows what stands unless said
    pub kind: Option<BoundaryKind>,
    /// The last day of it, included; until they say otherwise unless said
    #[arg(long, value_name = "WHEN", num_args = 1.., requires = "kind")]
    pub until: Vec<String>,
}

/// `answer`
#[derive(Debug, Clone, Copy, Args)]
pub struct AnswerArgs {
    /// Their answer: yes, not-now or no; shows it unless said
    #[arg(value_name = "yes|not-now|no", value_parser = id::<Answer>(Answer::IDS), hide_possible_values = true)]
    pub answer: Option<Answer>,
}

/// `undo`
#[derive(Debug, Clone, Args)]
pub struct UndoArgs {
    /// An id, or the beginning of one; the last entry of this machine unless said
    pub id: Option<String>,
}
