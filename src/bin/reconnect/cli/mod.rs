//! What can be typed. Parsing has no side effects; dates and paths are resolved later. Imports nothing of the program.

mod data;
mod examples;
mod helplines;
mod mistakes;
mod record;
mod reflect;
mod shell;
mod words;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ColorChoice, CommandFactory, Parser, Subcommand};
use reconnect::Aim;

use words::aim;

pub use data::{ConfigCommand, EraseArgs, ExportArgs, ExportFormat};
pub use examples::with_examples;
pub use helplines::{HELPLINE, OWN_BEHAVIOUR, in_the_worst_hours, is_despair};
pub use mistakes::{IN_HISTORY, how_to_give, mistake, named, not_a_date, or};
pub use record::{AnswerArgs, BoundaryArgs, BoundaryWord, BreakupArgs, LogContactArgs, StartArgs};
pub use reflect::{
    CheckinArgs, GuideArgs, HistoryArgs, LetterArgs, LetterCommand, ListArgs, NotebookArgs, NotebookCommand, StatusArgs, TypedText,
    UrgeArgs,
};
pub use shell::{CheckArgs, CompletionShell, InitShell, RemindArgs};

/// A private no-contact timer and timing advisor for the time after a breakup.
///
/// It says how long it has been, how long you have kept your distance, and what the guide says about now. Everything stays on
/// this computer. WHEN is a date as people say it: 2026-10-24, 24 Oct, yesterday 23:50, 3 weeks ago, last friday, 9pm.
#[derive(Debug, Parser)]
#[command(name = "reconnect", bin_name = "reconnect", version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    /// Pretend it is WHEN; put quotes around several words (without a time: noon)
    #[arg(long, global = true, value_name = "WHEN", help_heading = "With every command")]
    pub at: Option<String>,

    /// Use colour: auto, always or never (default: auto)
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "MODE",
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true,
        help_heading = "With every command"
    )]
    pub color: ColorChoice,

    /// What to do (default: status)
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// How long it has been, and what the guide says about now
    Status(StatusArgs),
    /// The six steps; the ones that matter now come first
    Guide(GuideArgs),
    /// Two minutes of pause before a message
    Urge(UrgeArgs),
    /// Counts and contacts, urges, or months as a calendar
    History(HistoryArgs),
    /// Start to count the days without contact, from your last contact
    #[command(alias = "start")]
    StartNoContact(StartArgs),
    /// Show or set the date on which it ended
    Breakup(BreakupArgs),
    /// Record that you or they got in touch
    #[command(alias = "log")]
    LogContact(LogContactArgs),
    /// Stop the count; the shell prompt and reminders fall silent
    #[command(alias = "stop")]
    EndNoContact {
        /// When it ended (default: now)
        #[arg(value_name = "WHEN")]
        when: Vec<String>,
    },
    /// Show or record what they asked for: space, a block, a court order
    Boundary(BoundaryArgs),
    /// Show or record their answer to a second chance
    Answer(AnswerArgs),
    /// Show or record what you are here for: healing, or a second chance
    Aim {
        /// What you are here for: second-chance or closure (default: show it)
        #[arg(value_name = "second-chance|closure", value_parser = aim(), hide_possible_values = true)]
        aim: Option<Aim>,
        /// As JSON, for programs
        #[arg(long, conflicts_with = "aim")]
        json: bool,
    },
    /// Take back the last entry, or the one with ID
    Undo {
        /// At least 4 characters of an id (default: the last thing you recorded here)
        id: Option<String>,
    },
    /// Issues, plans, evidence, obstacles, if-then plans, notes
    Notebook(NotebookArgs),
    /// A letter that isn't sent, sealed for a while
    Letter(LetterArgs),
    /// How you are today, from 1 to 5
    #[command(alias = "mood")]
    Checkin(CheckinArgs),
    /// Print the days of your count, for a shell prompt
    Prompt,
    /// Print the lines that show your days in a shell's prompt
    Init {
        /// Your shell
        #[arg(value_enum)]
        shell: InitShell,
        /// Only keep the variable `RECONNECT_PROMPT`, for a prompt of your own
        #[arg(long)]
        no_prompt: bool,
    },
    /// Hide the days in the prompt, and the reminders; the count goes on
    Hide {
        /// The last hidden day (default: until you say `hide --off`)
        #[arg(long, value_name = "WHEN", num_args = 1..)]
        until: Vec<String>,
        /// Show them again
        #[arg(long, conflicts_with = "until")]
        off: bool,
    },
    /// Say a round number of days once, on its day: for cron
    Remind(RemindArgs),
    /// Answer a script without a word: exit code 0 is yes, 1 is no
    Check(CheckArgs),
    /// Say which part of the guide's time a date is in; nothing is written
    Window {
        /// When it ended
        #[arg(value_name = "WHEN", required = true)]
        when: Vec<String>,
        /// As JSON, for programs
        #[arg(long)]
        json: bool,
    },
    /// Print everything, or a calendar of milestones
    Export(ExportArgs),
    /// Take in what `export` printed; what is there stays
    Import {
        /// A file that `reconnect export` made
        file: PathBuf,
        /// Say what would happen; change nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Where your settings are; show, change or check them
    Config {
        /// What to do (default: path)
        #[command(subcommand)]
        command: Option<ConfigCommand>,
    },
    /// Look at everything: configuration, diary, clock, modes
    Doctor {
        /// As JSON, for programs
        #[arg(long)]
        json: bool,
    },
    /// Erase one text for good, or show every trace and remove them all
    Erase(EraseArgs),
    /// Print the completions for a shell
    Completions {
        /// The shell
        shell: CompletionShell,
    },
    /// Print the man page, or write all pages to a folder
    Man {
        /// A folder for all pages (default: print the main page)
        dir: Option<PathBuf>,
    },
}

/// The whole command line as clap knows it.
pub fn command() -> clap::Command {
    Cli::command()
}

/// The place of the first word that is no option.
fn first_word(typed: &[OsString]) -> usize {
    let mut first = 1;
    while let Some(option) = typed.get(first).and_then(|word| word.to_str()).filter(|word| word.starts_with("--")) {
        first += if matches!(option, "--at" | "--color" | "--format") { 2 } else { 1 };
    }
    first
}

/// A page of help that belongs to no command: `help privacy`, `help shell`.
pub fn topic(typed: &[OsString]) -> Option<&str> {
    let mut words = typed.iter().skip(first_word(typed)).filter_map(|word| word.to_str());
    (words.next() == Some("help")).then(|| words.next()).flatten().filter(|topic| matches!(*topic, "privacy" | "shell"))
}

impl Command {
    /// Whether it is typed in a moment in which people to turn to are named, whatever becomes of it.
    pub fn names_people(&self) -> bool {
        match self {
            Self::Urge(_) => true,
            Self::Checkin(args) => args.mood == Some(1),
            Self::Answer(args) => args.answer == Some(reconnect::Answer::No),
            Self::LogContact(args) => args.unwanted || args.no,
            _ => false,
        }
    }
}

/// What was meant by words that name no command of ours. `help COMMAND` is `COMMAND --help`; `they-said` is an answer or a boundary;
/// without a command the options are those of `status`.
pub fn spelled_out(typed: &[OsString]) -> Vec<OsString> {
    let first = first_word(typed).min(typed.len());
    let mut words = typed.to_vec();
    // `help help` asks for the same page.
    let helps = words.iter().skip(first).take_while(|word| *word == "help").count();
    let is_cry = words.get(first + 1).is_some_and(|word| word == "me");
    if helps > 0 && !is_cry {
        words.drain(first..first + helps);
        words.push("--help".into());
    }
    let said: Vec<_> = words.iter().skip(first).take(3).map(|word| word.to_string_lossy().to_lowercase()).collect();
    let (count, meant) = match said.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["help", "me", ..] => (2, "help-me"),
        ["in", "touch", ..] => (2, "in-touch"),
        ["aim", "let", "go"] => (3, "aim let-go"),
        ["aim", "second", "chance"] => (3, "aim second-chance"),
        ["they-said" | "answer", "not", "now"] => (3, "answer not-now"),
        ["they-said", "space" | "blocked", ..] => (1, "boundary"),
        ["they-said", ..] => (1, "answer"),
        ["start", "again" | "over" | "anew", ..] => (2, "start"),
        _ => (0, ""),
    };
    words.splice(first..first + count, meant.split_whitespace().map(Into::into));
    let is_of_status = |word: &OsString| ["--why", "--json", "--short", "--format"].iter().any(|option| word == option);
    if words.len() == first && words.iter().any(is_of_status) {
        words.insert(1, "status".into());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> String {
        let typed: Vec<OsString> = line.split(' ').map(Into::into).collect();
        let words: Vec<_> = spelled_out(&typed).into_iter().map(|word| word.into_string().unwrap()).collect();
        words.join(" ")
    }

    #[test]
    fn clap_finds_no_fault() {
        command().debug_assert();
    }

    #[test]
    fn words_that_people_say_mean_a_command() {
        for (typed, meant) in [
            ("reconnect help", "reconnect --help"),
            ("reconnect help help", "reconnect --help"),
            ("reconnect help me", "reconnect help-me"),
            ("reconnect in touch", "reconnect in-touch"),
            ("reconnect aim let go", "reconnect aim let-go"),
            ("reconnect --at 2026-11-23 help urge", "reconnect --at 2026-11-23 urge --help"),
            ("reconnect they-said no", "reconnect answer no"),
            ("reconnect they-said not now", "reconnect answer not-now"),
            ("reconnect answer not now yesterday", "reconnect answer not-now yesterday"),
            ("reconnect --why", "reconnect status --why"),
            ("reconnect --at 2026-11-23 --format {days}", "reconnect status --at 2026-11-23 --format {days}"),
            ("reconnect --help", "reconnect --help"),
            ("reconnect they-said yes yesterday", "reconnect answer yes yesterday"),
            ("reconnect they-said space --until friday", "reconnect boundary space --until friday"),
            ("reconnect they-said blocked", "reconnect boundary blocked"),
            ("reconnect they-said", "reconnect answer"),
            ("reconnect start again", "reconnect start"),
            ("reconnect start over 3 weeks ago", "reconnect start 3 weeks ago"),
            ("reconnect window they-said", "reconnect window they-said"),
        ] {
            assert_eq!(read(typed), meant);
        }
        for (typed, name) in [
            ("start", "start-no-contact"),
            ("stop", "end-no-contact"),
            ("log me", "log-contact"),
            ("log her", "log-contact"),
            ("log i", "log-contact"),
            ("log wife", "log-contact"),
            ("log Husband", "log-contact"),
            ("mood 3", "checkin"),
            ("aim heal", "aim"),
            ("aim let-go", "aim"),
            ("aim Second", "aim"),
        ] {
            let matches = command().try_get_matches_from(std::iter::once("reconnect").chain(typed.split(' '))).unwrap();
            assert_eq!(matches.subcommand_name(), Some(name), "{typed}");
        }
    }

    #[test]
    fn only_help_with_a_topic_is_a_page_of_its_own() {
        let topic = |line: &str| super::topic(&line.split(' ').map(OsString::from).collect::<Vec<_>>()).map(str::to_owned);
        assert_eq!(topic("reconnect help privacy").as_deref(), Some("privacy"));
        assert_eq!(topic("reconnect --color never help shell").as_deref(), Some("shell"));
        for line in ["reconnect help", "reconnect help urge", "reconnect guide privacy"] {
            assert_eq!(topic(line), None, "{line}");
        }
    }
}
