//! What can be typed. Parsing has no side effects; dates and paths are resolved later. Imports nothing of the program.

mod data;
mod help;
mod now;
mod record;
mod reflect;
mod shell;

use std::ffi::OsString;

use clap::builder::{PossibleValuesParser, StringValueParser, TypedValueParser};
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
/// this computer. WHEN is a date as people say it: 2026-10-24, 24 Oct, yesterday 23:50, 3 weeks ago, last friday, 9pm.
#[derive(Debug, Parser)]
#[command(name = "reconnect", bin_name = "reconnect", version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    /// Pretend it is WHEN: look ahead or back
    ///
    /// Put quotes around several words. A date without a time means noon.
    #[arg(long, global = true, value_name = "WHEN")]
    pub at: Option<String>,

    /// When to use colour
    #[arg(long, global = true, value_enum, value_name = "MODE", default_value_t = Color::Auto, hide_possible_values = true, help = "Use colour: auto, always or never (default: auto)", hide_default_value = true)]
    pub color: Color,

    /// What to do (default: status)
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
    /// Start to count the days without contact, from your last contact
    StartNoContact(StartArgs),
    /// Show or set the date on which it ended
    Breakup(BreakupArgs),
    /// Record that you or they got in touch
    LogContact(LogContactArgs),
    /// Stop the count; the shell prompt and reminders fall silent
    EndNoContact(EndArgs),
    /// Show or record what they asked for: space, a block, a court order
    Boundary(BoundaryArgs),
    /// Show or record their answer to a second chance
    Answer(AnswerArgs),
    /// Show or record what you are here for: healing, or a second chance
    Aim(AimArgs),
    /// Take back the last entry, or the one with ID
    Undo(UndoArgs),
    /// Issues, plans, evidence, obstacles, if-then plans, notes
    Notebook(NotebookArgs),
    /// A letter that isn't sent, sealed for a while
    Letter(LetterArgs),
    /// How you are today, from 1 to 5
    Checkin(CheckinArgs),
    /// Print the days of your count, for a shell prompt
    Prompt(PromptArgs),
    /// Print the lines that show your days in a shell's prompt
    Init(InitArgs),
    /// Hide the days in the prompt, and the reminders; the count goes on
    Hide(HideArgs),
    /// Say a round number of days once, on its day: for cron
    Remind(RemindArgs),
    /// Answer a script without a word: exit code 0 is yes, 1 is no
    Check(CheckArgs),
    /// Say which part of the guide's time a date is in; nothing is written
    Window(WindowArgs),
    /// Print everything, or a calendar of milestones
    Export(ExportArgs),
    /// Take in what `export` printed; what is there stays
    Import(ImportArgs),
    /// Where your settings are; show, change or check them
    Config(ConfigArgs),
    /// Look at everything: configuration, diary, clock, modes
    Doctor(DoctorArgs),
    /// Erase one text for good, or show every trace and remove them all
    Erase(EraseArgs),
    /// Print the completions for a shell
    Completions(CompletionsArgs),
    /// Print the man page, or write all pages to a folder
    Man(ManArgs),
}

/// The whole command line as clap knows it. `--help` alone prints a page of our own, at most 80 columns wide.
pub fn command() -> clap::Command {
    command_at(80)
}

/// The same for a screen of this width.
pub fn command_at(width: usize) -> clap::Command {
    Cli::command().override_help(help::page(width))
}

/// `reconnect help` and `reconnect help COMMAND` are what many type first; they mean `--help`. Options may stand before it.
pub fn spelled_out(typed: &[OsString]) -> Vec<OsString> {
    let mut first = 1;
    while let Some(option) = typed.get(first).and_then(|word| word.to_str()).filter(|word| word.starts_with("--")) {
        first += if matches!(option, "--at" | "--color") { 2 } else { 1 };
    }
    let mut words = typed.to_vec();
    if words.get(first).is_some_and(|word| word == "help") {
        words.remove(first);
        words.push("--help".into());
    }
    words
}

/// Reads one of the library's ids; clap lists them and finds the nearest.
fn id<T>(ids: &'static [&'static str]) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr<Err = reconnect::Error> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(ids).try_map(|text| text.parse::<T>())
}

/// Reads a number from `least` to `most`.
pub fn number<N>(least: N, most: N) -> impl TypedValueParser<Value = N>
where
    N: std::str::FromStr + PartialOrd + std::fmt::Display + Clone + Send + Sync + 'static,
{
    StringValueParser::new().try_map(move |text| {
        let number = text.parse().ok().filter(|number| *number >= least && *number <= most);
        number.ok_or_else(|| format!("it can be {least} to {most}"))
    })
}

/// Reads a way of contact: an id, or a word that people use.
fn via() -> impl TypedValueParser<Value = reconnect::Via> {
    StringValueParser::new().try_map(|text| reconnect::via_from_words(&text).ok_or_else(|| unknown_via(&text)))
}

/// The known ways, or the word that was perhaps meant.
fn unknown_via(text: &str) -> String {
    let words = reconnect::VIA_WORDS.iter().flat_map(|(_, words)| words.split(' '));
    let scored = words.map(|word| (strsim::jaro_winkler(word, &text.to_lowercase()), word));
    match scored.max_by(|one, other| one.0.total_cmp(&other.0)).filter(|(score, _)| *score > 0.8) {
        Some((_, word)) => format!("did you mean `{word}`?"),
        None => format!("these are known: {}", reconnect::Via::IDS.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clap_finds_no_fault() {
        command().debug_assert();
    }
}
