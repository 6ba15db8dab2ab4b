//! What to say about a line that can't be read. clap tells the kind of mistake and what it is about; the words are ours.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use reconnect::{Who, via_from_words};

use super::examples::example;
use super::helplines::{HELPLINE, in_the_worst_hours, is_one_of};
use super::words::nearest;

/// The hint for what people try in place of a command, or behind one.
fn tried(path: &str, word: &str) -> Option<&'static str> {
    TRIED.lines().find_map(|line| {
        let (words, hint) = line.split_once(" => ")?;
        let (command, words) = words.split_once(": ").unwrap_or(("", words));
        (command == path && is_one_of(word, words)).then_some(hint)
    })
}

/// What to type for words that stand where `log-contact` takes a date. `rest` is the date behind the first of them, if it is one.
pub fn not_a_date(who: Who, word: &str, rest: &str) -> Option<String> {
    let option = match word.to_lowercase() {
        no if who == Who::Them && is_one_of(&no, "no|not|not-now|yes|maybe") => {
            return Some("their answer to a second chance: `reconnect they-said no`, `not-now` or `yes`".to_owned());
        }
        called if is_one_of(&called, "called|phoned") => "--via call".to_owned(),
        wrote if is_one_of(&wrote, "texted|wrote|messaged") => "--via text".to_owned(),
        met if is_one_of(&met, "met|visited|saw") => "--via visit".to_owned(),
        via if via_from_words(&via).is_some() => format!("--via {via}"),
        option if is_one_of(&option, "logistics|reply|in-touch") => format!("--{option}"),
        option if who == Who::Them && is_one_of(&option, "space|blocked|unwanted") => format!("--{option}"),
        _ => return None,
    };
    Some(format!("`reconnect log-contact {who} {rest} {option}`").replace("  ", " "))
}

const TRIED: &str = include_str!("tried.txt");
const MOODS: &str = "1 is very low, 5 is good, so for example `reconnect checkin 2`; in a bad moment, `reconnect urge`";

pub const IN_HISTORY: &str = "the line you typed is now in your shell's history; you can delete it there";

/// How to give a private text, which is never taken from arguments.
pub fn how_to_give(typed: &str) -> String {
    format!("`{typed}` alone asks for it; a script pipes the text in")
}

/// The command that the words name, such as `notebook plan`, and clap's knowledge of it.
pub fn named(typed: &[OsString]) -> (String, clap::Command) {
    let (mut path, mut command) = (Vec::new(), super::command());
    // clap can name an argument only in a tree that it has built.
    command.build();
    for word in typed.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(sub) = command.find_subcommand(word) {
            path.push(sub.get_name().to_owned());
            command = sub.clone();
        }
    }
    (path.join(" "), command)
}

/// The message, and what to do.
pub fn mistake(error: &clap::Error, typed: &[OsString]) -> (String, Vec<String>) {
    let unknown = first(error, ContextKind::InvalidSubcommand);
    let words: Vec<&str> = typed.iter().skip(1).filter_map(|words| words.to_str()).flat_map(str::split_whitespace).collect();
    if let Some(people) = in_the_worst_hours(&words, &unknown) {
        return people;
    }
    let end = typed.iter().position(|word| error.kind() == ErrorKind::InvalidSubcommand && *word == *unknown);
    let (path, command) = named(typed.get(..end.unwrap_or(typed.len())).unwrap_or(typed));
    let about = first(error, ContextKind::InvalidArg);
    let value = first(error, ContextKind::InvalidValue);
    let helps = format!("`reconnect {path} --help` shows what can be typed").replace("  ", " ");
    let example_of_it = example(&path);
    let example = example_of_it.as_ref().map_or_else(|| helps.clone(), |line| format!("for example `{line}`"));
    let (message, mut hints) = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let hint = tried(&path, &unknown).map(str::to_owned);
            let near = || near_command(&command, &unknown).map(|near| format!("did you mean `{near}`?"));
            let word = format!("{path} {unknown}");
            let all = helps.replace("what can be typed", "every command");
            (format!("there's no command `{}`", word.trim_start()), vec![hint.or_else(near).unwrap_or(all)])
        }
        ErrorKind::UnknownArgument if about.starts_with('-') => {
            let longs = command.get_arguments().filter_map(clap::Arg::get_long);
            let near = nearest(about.trim_start_matches('-'), longs.chain(["at", "color", "help", "version"]));
            let hint = near.map_or(helps, |near| format!("did you mean `--{near}`?"));
            (format!("there's no option `{about}` here"), vec![hint])
        }
        ErrorKind::UnknownArgument | ErrorKind::TooManyValues => {
            let extra = if value.is_empty() { &about } else { &value };
            let quotes = tried("", "ago").filter(|_| typed.iter().any(|word| word == "--at"));
            (format!("I don't know what `{extra}` means here"), vec![quotes.map_or(example, str::to_owned)])
        }
        ErrorKind::MissingRequiredArgument => {
            // What was typed stays in the example, where it fits there.
            let options = words.iter().filter(|word| word.starts_with("--"));
            let longer = example_of_it.map(|line| options.fold(line, |line, option| format!("{line} {option}")));
            let longer = longer.filter(|line| super::command().try_get_matches_from(line.split(' ')).is_ok());
            let hint = longer.map_or(example, |line| format!("for example `{line}`"));
            (missing(&about, &command), vec![hint])
        }
        ErrorKind::InvalidValue | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues if value.is_empty() => {
            let option = option(&about);
            (format!("say what comes after `{option}`"), vec![if example.contains(option) { example } else { helps }])
        }
        ErrorKind::InvalidValue => {
            let near = first(error, ContextKind::SuggestedValue);
            let known = format!("it can be {}", or(&all(error, ContextKind::ValidValue)));
            let hint = match tried(&path, &value).filter(|_| !path.is_empty()) {
                Some(hint) => hint.to_owned(),
                None if near.is_empty() => known,
                None => format!("did you mean `{near}`?"),
            };
            (format!("I don't know `{value}`"), vec![hint])
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string);
            let n = if command.get_arguments().any(|arg| arg.get_id() == "n") { " N" } else { "" };
            let hints = match option(&about) {
                "--note" => vec![how_to_give("--note"), IN_HISTORY.to_owned()],
                "TEXT" => vec![how_to_give(&format!("reconnect {path}{n}")), IN_HISTORY.to_owned()],
                "1-5" => vec![MOODS.to_owned()],
                _ => Vec::new(),
            };
            (reason.unwrap_or_else(|| format!("I don't know `{value}`")), hints)
        }
        ErrorKind::ArgumentConflict => {
            let other = first(error, ContextKind::PriorArg);
            match (option(&about), option(&other)) {
                // `notebook --open list`
                ("", other) => (format!("`{other}` comes after `{unknown}`"), vec![format!("`reconnect {path} {other}`")]),
                (one, other) if one == other => (format!("`{one}` is there twice"), vec![helps]),
                (one, other) => (format!("`{one}` and `{other}` don't go together"), vec![helps]),
            }
        }
        ErrorKind::InvalidUtf8 => ("what you typed isn't UTF-8".to_owned(), Vec::new()),
        _ => ("I don't understand that line".to_owned(), vec![helps]),
    };
    // Words where a number is asked for may be a cry.
    if path == "urge" || path == "checkin" && value.contains(char::is_alphabetic) {
        hints.push(HELPLINE.to_owned());
    }
    (message, hints)
}

fn all(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

fn first(error: &clap::Error, kind: ContextKind) -> String {
    all(error, kind).into_iter().next().unwrap_or_default()
}

/// The name in `--until <WHEN>...`, `[1-5]` or `--note[=<->]`.
fn option(shown: &str) -> &str {
    let name = shown.trim_start_matches(['[', '<']);
    name.split([' ', '=', '[', ']', '>']).next().unwrap_or(name)
}

fn missing(about: &str, command: &clap::Command) -> String {
    let name = option(about);
    let values = command.get_arguments().find(|arg| arg.to_string() == about).map(|arg| {
        let values = arg.get_possible_values();
        values.iter().filter(|value| !value.is_hide_set()).map(|value| value.get_name().to_owned()).collect::<Vec<_>>()
    });
    let ticked = |words: Vec<String>| or(&words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>());
    match (name, values) {
        _ if about.contains("|-") => {
            format!("say {}", ticked(about.trim_start_matches('<').split('|').map(|choice| option(choice).to_owned()).collect()))
        }
        ("me|them", _) => "who? say `me` or `them`".to_owned(),
        ("WHEN", _) => "when? say a date, like `3 weeks ago`".to_owned(),
        ("N", _) => "which one? give its number".to_owned(),
        ("FILE", _) => "which file?".to_owned(),
        ("1-5", _) => "how are you? say a number from 1 to 5".to_owned(),
        (name, Some(values)) if !name.starts_with('-') && !values.is_empty() => format!("which one? say {}", ticked(values)),
        (name, _) => format!("this goes with `{name}`"),
    }
}

/// `a, b or c`.
pub fn or(words: &[String]) -> String {
    match words {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        words => words.concat(),
    }
}

fn near_command(command: &clap::Command, word: &str) -> Option<String> {
    let names = command.get_subcommands().flat_map(|sub| std::iter::once(sub.get_name()).chain(sub.get_all_aliases()));
    let near = nearest(&word.to_lowercase(), names)?;
    command.find_subcommand(near).map(|sub| sub.get_name().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> String {
        let typed: Vec<OsString> = std::iter::once("reconnect").chain(line.split(' ')).map(Into::into).collect();
        let typed = super::super::spelled_out(&typed);
        let error = super::super::command().try_get_matches_from(&typed).unwrap_err();
        let (message, hints) = mistake(&error, &typed);
        std::iter::once(message).chain(hints).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_mistake_is_told_in_plain_words_with_what_to_type() {
        for told in include_str!("mistakes.txt").trim_end().split("\n\n") {
            let (line, said) = told.strip_prefix("$ reconnect ").unwrap().split_once('\n').unwrap();
            assert_eq!(of(line), said, "{line}");
        }
    }

    #[test]
    fn every_word_that_people_try_leads_to_its_own_hint() {
        for line in TRIED.lines().skip(1) {
            let (words, hint) = line.split_once(" => ").unwrap();
            let (command, words) = words.split_once(": ").unwrap_or(("", words));
            assert!(command.is_empty() || super::super::command().find_subcommand(command).is_some(), "{line}");
            for word in words.split('|') {
                assert!(!word.is_empty() && !word.contains(' ') && tried(command, word) == Some(hint), "`{word}` in {line}");
            }
        }
        assert!(tried("", "ago").is_some(), "dates behind `--at`");
    }

    #[test]
    fn what_was_typed_comes_back_unchanged() {
        for typed in ["subcommandx", "error:", "tip:", "usage's", "`b`"] {
            assert!(of(typed).starts_with(&format!("there's no command `{typed}`\n")), "{}", of(typed));
        }
    }
}
