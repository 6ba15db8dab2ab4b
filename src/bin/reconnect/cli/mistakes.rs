//! What to say about a line that can't be read. clap tells the kind of mistake and what it is about; the words are ours.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use reconnect::{Who, via_from_words};

use super::examples::example;
use super::helplines::{HELPLINE, in_the_worst_hours, is_one_of};
use super::words::nearest;

/// Words that people try, and what they mean.
const TRIED: &[(&str, &str)] = &[
    ("no-contact|nocontact|nc|begin|new", "`reconnect start-no-contact` begins a count, from your last contact"),
    (
        "i|we|she|he|they|her|him|my|me",
        "`reconnect log-contact me` records that you got in touch, `reconnect log-contact them` that they did",
    ),
    (
        "reset|relapse|relapsed|slip|slipped|contacted|texted",
        "`reconnect log-contact me` records that you got in touch; the days you kept still count",
    ),
    (
        "restart|again|over",
        "after a contact, `reconnect log-contact me` starts the count again; with no count running, `reconnect start-no-contact`",
    ),
    ("wrote|met|coffee|contact|answered", "`reconnect log-contact me` or `them` records that one of you got in touch"),
    ("space|distance", "if they asked for space, `reconnect boundary space`; if you did, `reconnect boundary own`"),
    ("block|blocked|unblock", "if they blocked you, `reconnect boundary blocked`; if you blocked them, `reconnect boundary own`"),
    ("order|court|restraining|injunction|protection", ORDER),
    ("end", "`reconnect end-no-contact` stops the count; in a bad moment, `reconnect urge`"),
    ("no", "if they said no to a second chance, `reconnect answer no`"),
    ("yes|not-now|notnow|maybe", "for their answer to a second chance: `reconnect answer yes`, `not-now` or `no`"),
    ("in-touch|together", "`reconnect log-contact them --in-touch` says that you are in touch again"),
    ("kids|children|practical", "`reconnect log-contact them --logistics` records a practical contact"),
    ("show|unhide", "`reconnect hide --off` shows the count in the prompt again; `reconnect history` shows how it has been"),
    ("calendar|list|today|report", "`reconnect history` shows how it has been; `--calendar` shows months"),
    ("looked|look|peeked|stalked", "`reconnect log-contact me --via looked` records a look at their profile"),
    ("feeling|check-in", "`reconnect checkin` records how you are today, 1 to 5"),
    ("stats|statistics", "`reconnect history` shows your counts and contacts"),
    ("delete|remove|rm|revert", "`reconnect undo` takes back the last entry"),
    ("wipe|purge|uninstall", "`reconnect erase --dry-run` shows every trace here, and removes nothing"),
    ("privacy|safety", "`reconnect help privacy` says what others may see"),
    ("journal|diary|write", "`reconnect notebook note` writes something down, `reconnect notebook` shows it"),
    (
        "day|days|week|weeks|month|months|year|years|hour|hours|minutes|ago|monday|tuesday|wednesday|thursday|friday|\
         saturday|sunday|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
        AT_TAKES_ONE,
    ),
];

/// The same where a command takes one of a few words: its name, what people try there, and what they mean.
const TRIED_BEHIND: &[(&str, &str, &str)] = &[
    (
        "answer",
        "maybe|perhaps|later|unsure|nothing",
        "if they left it open, `reconnect answer not-now`; if they want distance, `reconnect boundary space`",
    ),
    (
        "answer",
        "they|them|distance|time|room|alone|leave|need|needs|stop|own",
        "if they want distance, `reconnect boundary space`; for a second chance, `reconnect answer yes`, `not-now` or `no`",
    ),
    ("answer", "order|court|restraining", ORDER),
    ("log-contact", "my|the|our", "say `me` if you got in touch, `them` if they did: `reconnect log-contact them`"),
    ("boundary", "court|legal|restraining|protection|protective|injunction|police", ORDER),
    ("init", "tcsh|csh|ksh|sh|dash|cmd", "that shell has no hook; any prompt can call `reconnect prompt`, which prints the count"),
    (
        "init",
        "powershell|pwsh",
        "PowerShell has no hook. Put this into $PROFILE: `function prompt { \"$(reconnect prompt) PS $PWD> \" }`",
    ),
];

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

const ORDER: &str = "`reconnect boundary order` records a court order";
const AT_TAKES_ONE: &str = "put quotes around a date of several words: `--at \"3 weeks ago\"`";
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
            let tried = TRIED.iter().find(|(words, _)| path.is_empty() && is_one_of(&unknown, words));
            let hint = tried.map(|(_, hint)| (*hint).to_owned());
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
            let hint = if typed.iter().any(|word| word == "--at") { AT_TAKES_ONE.to_owned() } else { example };
            (format!("I don't know what `{extra}` means here"), vec![hint])
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
            let behind = TRIED_BEHIND.iter().find(|(command, words, _)| *command == path && is_one_of(&value, words));
            let hint = match behind {
                Some((.., hint)) => (*hint).to_owned(),
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
fn or(words: &[String]) -> String {
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
    fn what_was_typed_comes_back_unchanged() {
        for typed in ["subcommandx", "error:", "tip:", "usage's", "`b`"] {
            assert!(of(typed).starts_with(&format!("there's no command `{typed}`\n")), "{}", of(typed));
        }
    }
}
