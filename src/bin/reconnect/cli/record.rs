//! Commands that record what happened.

use clap::{Args, ValueEnum};
use reconnect::{Answer, Protects, Via, Who};

use super::words::{dash, id, via, who};

#[derive(Debug, Clone, Args)]
pub struct StartArgs {
    /// Your last contact (default: today; on a terminal you are asked)
    #[arg(value_name = "WHEN")]
    pub when: Vec<String>,
    /// The breakup date, recorded with it
    #[arg(long, value_name = "WHEN", num_args = 1..)]
    pub breakup: Vec<String>,
    /// Correct the start of the count that is running
    #[arg(long)]
    pub replace: bool,
}

#[derive(Debug, Clone, Args)]
pub struct BreakupArgs {
    /// When it ended (default: show the date)
    #[arg(value_name = "WHEN")]
    pub when: Vec<String>,
    /// A second breakup: a new chapter begins
    #[arg(long, requires = "when")]
    pub again: bool,
    /// As JSON, for programs
    #[arg(long, conflicts_with = "when")]
    pub json: bool,
}

#[derive(Debug, Clone, Args)]
pub struct LogContactArgs {
    /// Who got in touch: me or them
    #[arg(value_name = "me|them", value_parser = who(), hide_possible_values = true)]
    pub who: Who,
    /// When it was (default: now)
    #[arg(value_name = "WHEN")]
    pub when: Vec<String>,
    /// How: text, call, in-person, social, reaction, looked, other; also whatsapp, email, visit, like, profile and so on
    #[arg(long, value_parser = via(), default_value = "text", hide_possible_values = true)]
    pub via: Via,
    /// You answered a message of theirs
    #[arg(long)]
    pub reply: bool,
    /// It was practical: children, work, a lease
    #[arg(long)]
    pub logistics: bool,
    /// You didn't want it, and may have to show it to somebody
    #[arg(long, group = "said")]
    pub unwanted: bool,
    /// They asked for space in it
    #[arg(long, group = "said")]
    pub space: bool,
    /// They blocked you; nobody wrote
    #[arg(long, group = "said", conflicts_with_all = ["via", "reply", "logistics", "keep", "restart", "note"])]
    pub blocked: bool,
    /// They said no to a second chance in it
    #[arg(long, group = "said")]
    pub no: bool,
    /// The two of you are in touch again: the count rests
    #[arg(long, conflicts_with_all = ["unwanted", "space", "blocked", "no", "restart"])]
    pub in_touch: bool,
    /// The count goes on, whatever the rules say
    #[arg(long, conflicts_with = "restart")]
    pub keep: bool,
    /// The count starts again, whatever the rules say
    #[arg(long)]
    pub restart: bool,
    /// Add a note: you are asked for it; without a terminal it is read from stdin
    #[arg(long, value_name = "-", num_args = 0..=1, default_missing_value = "", value_parser = dash)]
    pub note: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BoundaryWord {
    /// They asked for space
    Space,
    /// They blocked you
    Blocked,
    /// You asked for no contact, or you blocked them
    Own,
    /// A court order
    Order,
    /// They lifted it; `clear own` ends what you asked for
    Clear,
}

#[derive(Debug, Clone, Args)]
pub struct BoundaryArgs {
    /// What they asked for, or you did (default: show what holds)
    pub kind: Option<BoundaryWord>,
    /// Its first day (default: today)
    #[arg(value_name = "WHEN", conflicts_with = "from")]
    pub when: Vec<String>,
    /// Its first day, the same as WHEN
    #[arg(long, value_name = "WHEN", num_args = 1.., requires = "kind")]
    pub from: Vec<String>,
    /// Its last day, included (default: until they say otherwise)
    #[arg(long, value_name = "WHEN", num_args = 1.., requires = "kind")]
    pub until: Vec<String>,
    /// Whom an order protects: me, them or both
    #[arg(long, value_name = "WHO", value_parser = id::<Protects>(Protects::IDS), hide_possible_values = true, requires = "kind")]
    pub protects: Option<Protects>,
    /// As JSON, for programs
    #[arg(long, conflicts_with = "kind")]
    pub json: bool,
}

#[derive(Debug, Clone, Args)]
pub struct AnswerArgs {
    /// Their answer: yes, not-now or no (default: show it)
    #[arg(value_name = "yes|not-now|no", value_parser = id::<Answer>(Answer::IDS), hide_possible_values = true)]
    pub answer: Option<Answer>,
    /// When they said it (default: today)
    #[arg(value_name = "WHEN", requires = "answer")]
    pub when: Vec<String>,
    /// With a yes: the two of you are in touch again, and the count rests
    #[arg(long, requires = "answer")]
    pub in_touch: bool,
    /// As JSON, for programs
    #[arg(long, conflicts_with = "answer")]
    pub json: bool,
}
