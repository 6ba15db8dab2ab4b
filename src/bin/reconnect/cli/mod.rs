//! What can be typed. Parsing has no side effects; dates and paths are resolved later. Imports nothing of the program.

mod data;
mod now;
mod record;
mod reflect;
mod shell;

use std::ffi::OsString;
use std::fmt::Write as _;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

pub use data::{ConfigArgs, ConfigCommand, DoctorArgs, EraseArgs, ExportArgs, ExportFormat, ImportArgs, ManArgs};
pub use now::StatusArgs;
pub use record::{AimArgs, AnswerArgs, BoundaryArgs, BoundaryWord, BreakupArgs, EndArgs, LogContactArgs, StartArgs, UndoArgs};
pub use reflect::{
    CheckinArgs, GuideArgs, HistoryArgs, LetterArgs, LetterCommand, ListArgs, NotebookArgs, NotebookCommand, UrgeArgs,
};
pub use shell::{CheckArgs, CompletionShell, CompletionsArgs, HideArgs, InitArgs, InitShell, PromptArgs, RemindArgs, WindowArgs};

/// A private no-contact timer and timing advisor for the time after a breakup.
///
/// It says how long it has been, how long you have kept your distance, and what the guide says about now. Everything stays on
/// this machine. WHEN is a date or a phrase: 2026-10-24, 24 Oct 2026, yesterday 23:50, 3 weeks ago, last friday, 21:30.
#[derive(Debug, Parser)]
#[command(name = "reconnect", bin_name = "reconnect", version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    /// As if it were WHEN: to look ahead or back
    ///
    /// A phrase of several words is quoted here; a bare date is noon of that day.
    #[arg(long, global = true, value_name = "WHEN")]
    pub at: Option<String>,

    /// When to use colour
    #[arg(long, global = true, value_enum, value_name = "MODE", default_value_t = Color::Auto, hide_possible_values = true, help = "When to use colour: auto, always or never")]
    pub color: Color,

    /// What to do; `status` unless said
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// As the environment and the terminal say.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// Whether the user asked for colours; `None` is auto.
    pub fn asked(self) -> Option<bool> {
        match self {
            Self::Auto => None,
            Self::Always => Some(true),
            Self::Never => Some(false),
        }
    }
}

/// Every command.
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
    /// Begin a run of no contact, at your last contact
    StartNoContact(StartArgs),
    /// Show or set the breakup date
    Breakup(BreakupArgs),
    /// Record that you or they got in touch
    LogContact(LogContactArgs),
    /// Close the run; prompt and reminders fall silent
    EndNoContact(EndArgs),
    /// Show or record what they asked for: space, an order
    Boundary(BoundaryArgs),
    /// Show or record their answer to a second chance
    Answer(AnswerArgs),
    /// Show or record what you are here for
    Aim(AimArgs),
    /// Take back the last entry, or the one with ID
    Undo(UndoArgs),
    /// Issues, plans, evidence, obstacles, if-then plans, notes
    Notebook(NotebookArgs),
    /// A letter that isn't sent, sealed for a while
    Letter(LetterArgs),
    /// How you are today, from 1 to 5
    Checkin(CheckinArgs),
    /// Print the segment for a shell prompt
    Prompt(PromptArgs),
    /// Print the hook that shows it in your shell's prompt
    Init(InitArgs),
    /// Hide the prompt and the reminders; the count goes on
    Hide(HideArgs),
    /// Print what became due since it last ran: for cron
    Remind(RemindArgs),
    /// A silent test for scripts: exit 0 if all hold, 1 if not
    Check(CheckArgs),
    /// Say which of the guide's windows a date is in
    Window(WindowArgs),
    /// Print everything, or a calendar of milestones
    Export(ExportArgs),
    /// Take in what `export` printed; what is there stays
    Import(ImportArgs),
    /// Where the configuration is; show, edit or check it
    Config(ConfigArgs),
    /// Look at everything: configuration, diary, clock, modes
    Doctor(DoctorArgs),
    /// Show every trace on this machine; remove the program's own
    Erase(EraseArgs),
    /// Print the completions for a shell
    Completions(CompletionsArgs),
    /// Print the man page, or write all pages to a folder
    Man(ManArgs),
}

/// The commands as `--help` groups them.
pub const GROUPS: &[(&str, &[&str])] = &[
    ("now", &["status", "guide", "urge", "history"]),
    ("record", &["start-no-contact", "breakup", "log-contact", "end-no-contact", "boundary", "answer", "aim", "undo"]),
    ("reflect", &["notebook", "letter", "checkin"]),
    ("shell and clock", &["prompt", "init", "hide", "remind", "check", "window"]),
    ("data", &["export", "import", "config", "doctor", "erase", "completions", "man"]),
];

/// The whole command line as clap knows it, with the help in groups.
pub fn command() -> clap::Command {
    let command = Cli::command();
    let mut list = String::new();
    for (group, names) in GROUPS {
        let _ = writeln!(list, "\n{group}");
        for name in *names {
            let about = command.find_subcommand(name).and_then(clap::Command::get_about).map(ToString::to_string);
            let _ = writeln!(list, "  {name:<17} {}", about.unwrap_or_default());
        }
    }
    // Written out like the commands: clap's own list takes another screen.
    let mut options = String::new();
    for option in command.get_arguments() {
        let name = format!("--{} {}", option.get_id(), option.get_value_names().unwrap_or_default().join(" "));
        let _ = writeln!(options, "  {name:<17} {}", option.get_help().map(ToString::to_string).unwrap_or_default());
    }
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    command.help_template(format!("{about}\n\nUsage: reconnect [COMMAND] [OPTIONS]\n{list}\noptions\n{options}  -h, --help        Print this\n  -V, --version     Print the version\n\n`reconnect COMMAND --help` says more of each. WHEN is `2026-10-24`,\n`yesterday 23:50`, `last friday`, … Everything stays on this machine.\n"))
}

/// `reconnect help` and `reconnect help COMMAND` are what many type first; they mean `--help`.
pub fn spelled_out(typed: &[OsString]) -> Vec<OsString> {
    match typed {
        [program, help, rest @ ..] if help == "help" => [std::slice::from_ref(program), rest, &["--help".into()]].concat(),
        _ => typed.to_vec(),
    }
}

/// Reads one of the library's ids; clap lists them and finds the nearest.
fn id<T>(ids: &'static [&'static str]) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr<Err = reconnect::Error> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(ids).try_map(|text| text.parse::<T>())
}

/// Reads a way of contact: an id, or a word that people use.
fn via() -> impl TypedValueParser<Value = reconnect::Via> {
    clap::builder::StringValueParser::new().try_map(|text| {
        reconnect::via_from_words(&text).ok_or_else(|| format!("these are known: {}", reconnect::Via::IDS.join(", ")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clap_finds_no_fault() {
        command().debug_assert();
    }

    #[test]
    fn every_command_is_in_one_group() {
        let mut grouped: Vec<_> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let mut visible: Vec<_> =
            command().get_subcommands().filter(|sub| !sub.is_hide_set()).map(|sub| sub.get_name().to_owned()).collect();
        grouped.sort_unstable();
        visible.sort();
        assert_eq!(grouped, visible);
    }
}
