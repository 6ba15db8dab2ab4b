//! Commands that answer, and commands for oneself: the guide, the notebook, letters, the pause before a message, check-ins.

use clap::{Args, Subcommand};

use super::words::{dash, minutes, no_text, number, trigger};

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

#[derive(Debug, Clone, Copy, Args)]
pub struct GuideArgs {
    /// Step to show, 1-6 (default: the one that matters now)
    #[arg(value_parser = number(1_u8, 6))]
    pub step: Option<u8>,
    /// All six steps on one page
    #[arg(long, conflicts_with = "step")]
    pub all: bool,
    /// What studies found, apart from the guide
    #[arg(long)]
    pub studies: bool,
    /// As JSON, for programs
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Clone, Args)]
#[command(group = clap::ArgGroup::new("outcome"))]
pub struct UrgeArgs {
    /// How long the pause is, in minutes
    #[arg(long, value_name = "N", default_value = "2", value_parser = minutes)]
    pub minutes: f64,
    /// Record at once that you didn't write
    #[arg(long, group = "outcome")]
    pub resisted: bool,
    /// Record at once that you wrote
    #[arg(long, group = "outcome")]
    pub wrote: bool,
    /// What set it off: memory, lonely, social-media, alcohol, place, song, date, they-wrote or other
    #[arg(long, value_name = "ID", value_parser = trigger(), hide_possible_values = true, requires = "outcome")]
    pub trigger: Option<String>,
    /// How strong it was, 1 to 5
    #[arg(long, value_name = "N", value_parser = number(1_u8, 5), requires = "outcome")]
    pub strength: Option<u8>,
}

#[derive(Debug, Clone, Args)]
pub struct CheckinArgs {
    /// From 1 (very low) to 5 (good); a terminal asks
    #[arg(value_name = "1-5", value_parser = number(1_u8, 5))]
    pub mood: Option<u8>,
    /// The day (default: today)
    #[arg(value_name = "WHEN")]
    pub when: Vec<String>,
    /// Add a note: you are asked for it; without a terminal it is read from stdin
    #[arg(long, value_name = "-", num_args = 0..=1, default_missing_value = "", value_parser = dash, requires = "mood")]
    pub note: Option<String>,
    /// Show the latest check-in, for programs
    #[arg(long, conflicts_with = "mood")]
    pub json: bool,
}

/// How a text is given. It is never taken from arguments.
#[derive(Debug, Clone, Default, Args)]
pub struct TypedText {
    /// Write in your editor, also where VISUAL and EDITOR aren't set
    #[arg(long)]
    pub editor: bool,
    /// Refused with how to give it.
    #[arg(hide = true, value_name = "TEXT", value_parser = no_text)]
    words: Vec<()>,
}

#[derive(Debug, Clone, Args)]
pub struct NumberArg {
    /// Its number, or the beginning of its id
    pub n: String,
}

#[derive(Debug, Clone, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct NotebookArgs {
    /// What to do (default: list)
    #[command(subcommand)]
    pub command: Option<NotebookCommand>,
    #[command(flatten)]
    pub list: ListArgs,
}

#[derive(Debug, Clone, Subcommand)]
pub enum NotebookCommand {
    /// Write down one thing that went wrong: what could I do differently?
    Issue {
        /// Your issues and plans are in a paper notebook
        #[arg(long)]
        on_paper: bool,
        #[command(flatten)]
        typed: TypedText,
    },
    /// Write down one thing you will do about issue or obstacle N
    Plan {
        /// Its number, or the beginning of its id
        n: String,
        #[command(flatten)]
        typed: TypedText,
    },
    /// Write down that you followed plan, issue or obstacle N
    Evidence {
        /// Its number, or the beginning of its id
        n: String,
        /// When it was (default: now)
        #[arg(value_name = "WHEN")]
        when: Vec<String>,
        /// Write in your editor, also where VISUAL and EDITOR aren't set
        #[arg(long)]
        editor: bool,
    },
    /// Write down what stood between you
    #[command(group = clap::ArgGroup::new("sort").required(true))]
    Obstacle {
        /// Distance, schedules, work, family
        #[arg(long, group = "sort")]
        practical: bool,
        /// Trust, above all
        #[arg(long, group = "sort")]
        emotional: bool,
        #[command(flatten)]
        typed: TypedText,
    },
    /// Write down what you truly want
    Want(TypedText),
    /// Write a plan for a bad moment: "if ..., then I ..."; `urge` shows it
    IfThen(TypedText),
    /// Write down anything else
    Note(TypedText),
    /// Mark issue, plan or obstacle N as done
    Done(NumberArg),
    /// Change the text of entry N; the earlier text stays in the diary
    Edit {
        /// Its number, or the beginning of its id
        n: String,
        #[command(flatten)]
        typed: TypedText,
    },
    /// Show entry N in full, its id, and what belongs to it
    Show(NumberArg),
    /// List the entries since the breakup
    List(ListArgs),
}

#[derive(Debug, Clone, Copy, Default, Args)]
pub struct ListArgs {
    /// Only issues, plans and obstacles that aren't done
    #[arg(long)]
    pub open: bool,
    /// Entries from before a second breakup, too
    #[arg(long)]
    pub all: bool,
    /// As JSON, for programs
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Clone, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct LetterArgs {
    /// What to do (default: list)
    #[command(subcommand)]
    pub command: Option<LetterCommand>,
    /// The list for programs
    #[arg(long)]
    pub json: bool,
}

/// What `letter` can do. There is no way to send one.
#[derive(Debug, Clone, Subcommand)]
pub enum LetterCommand {
    /// Write a letter; it is sealed
    Write {
        /// The day on which you can open it (default: in 30 days)
        #[arg(long, value_name = "WHEN", num_args = 1..)]
        until: Vec<String>,
        #[command(flatten)]
        typed: TypedText,
    },
    /// List the letters, without their text
    List {
        /// As JSON, for programs
        #[arg(long)]
        json: bool,
    },
    /// Open letter N
    Open {
        /// Its number, or the beginning of its id
        n: String,
        /// Before its day; asks for a typed yes
        #[arg(long)]
        now: bool,
    },
    /// Erase the text of letter N for good; asks for a typed yes
    Erase(NumberArg),
}

#[derive(Debug, Clone, Args)]
#[command(group = clap::ArgGroup::new("everything").args(["all", "find"]).multiple(true))]
pub struct HistoryArgs {
    /// Months as a calendar
    #[arg(long, conflicts_with_all = ["urges", "json", "csv", "limit"])]
    pub calendar: bool,
    /// How many months the calendar shows; from 12 on, a column a week (default: at most 3, with something in them)
    #[arg(long, value_name = "N", value_parser = number(1_u32, 120), requires = "calendar")]
    pub months: Option<u32>,
    /// Urges: how many, when, and what set them off
    #[arg(long, conflicts_with = "limit")]
    pub urges: bool,
    /// Everything in the diary, the oldest first, each with its id
    #[arg(long, conflicts_with_all = ["calendar", "urges", "csv"])]
    pub all: bool,
    /// Only entries whose text holds WORD, in any case
    #[arg(long, value_name = "WORD", conflicts_with_all = ["calendar", "urges", "csv"])]
    pub find: Option<String>,
    /// With your notes of contacts and check-ins
    #[arg(long, requires = "everything")]
    pub notes: bool,
    /// How many entries to show, the newest (default: 20 of each kind; with --all every one)
    #[arg(long, value_name = "N", value_parser = number(1_usize, 1_000_000))]
    pub limit: Option<usize>,
    /// Everything, for programs
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Everything, for a spreadsheet
    #[arg(long)]
    pub csv: bool,
}
