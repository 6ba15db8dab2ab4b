//! The pages of help that belong to no command.

use std::fmt::Write as _;

use crate::cli::HELPLINE;
use crate::terminal::escape::escape_controls;
use crate::terminal::wrap::wrap;

/// A heading, and lines below it: what to type and what it does, or nothing to type and a sentence.
type Part = (&'static str, &'static [(&'static str, &'static str)]);

const FIRST: &[Part] = &[
    ("To begin", &[("reconnect start-no-contact", "Counts from your last contact")]),
    ("A bad moment", &[("reconnect urge", "Two minutes of pause before a message")]),
    ("Today", &[("reconnect", "How long it has been; what helps now")]),
];

const COMMANDS: &[Part] = &[
    (
        "now",
        &[
            ("guide", "The six steps; the one that matters now first"),
            ("checkin, history", "How you are today, 1 to 5; how it has been"),
        ],
    ),
    (
        "record",
        &[
            ("log-contact", "You or they got in touch"),
            ("boundary, answer", "They asked for space; their yes, not now or no"),
            ("breakup, aim", "When it ended; what you are here for"),
            ("end-no-contact, undo", "Stop the count; take back the last entry"),
        ],
    ),
    ("reflect", &[("notebook", "What went wrong, your plans, what you want"), ("letter", "A letter that isn't sent")]),
    (
        "data",
        &[
            ("export, import", "Save everything to a file; read it back"),
            ("config, doctor", "Your settings; is everything all right?"),
            ("erase", "Show every trace here, and remove it"),
        ],
    ),
];

const MORE: &str =
    "WHEN is 3 weeks ago, 24 Oct, last friday, 21:30.\nMore: reconnect help COMMAND, reconnect help privacy, reconnect help shell";

const SHELL: &[Part] = &[
    (
        "days in your prompt",
        &[
            ("init SHELL", "Print the lines that show your days in a shell's prompt"),
            ("prompt", "Print the days alone, for a prompt of your own"),
            ("hide", "Hide that number, and the reminders, for a while"),
        ],
    ),
    (
        "for scripts and cron",
        &[
            ("status", "The same as `reconnect` alone; --short, --json, --format"),
            ("remind", "Say a round number of days once, on its day"),
            ("check", "Exit code 0 is yes, 1 is no, 2 is a failure"),
            ("window", "Show where a breakup date falls in the guide"),
        ],
    ),
    ("set-up", &[("completions SHELL", "Words for the Tab key"), ("man", "Manual pages")]),
    (
        "with every command",
        &[
            ("--at WHEN", "Pretend it is WHEN; quotes around several words"),
            ("--color MODE", "auto, always or never"),
            ("--help, --version", ""),
        ],
    ),
];

const PRIVACY: &[&str] = &[
    "Does somebody check this computer or your phone? Then don't keep a diary here.",
    "First ask a helpline, from a device they can't reach: a friend's, a library's.",
    "Ask them before you remove anything: somebody may notice that it's gone.",
    "",
    "What others may see",
    "- your diary, letters and settings: plain files, not encrypted",
    "- the lines you typed: your shell keeps them in its history",
    "- a number in your prompt, if you set that up",
    "- copies in backups and in folders that sync; the program called reconnect",
    "The program never goes online.",
    "",
    "What helps",
    "`reconnect erase --dry-run`  every trace the program knows of",
    "`reconnect erase`            removes the program's own files, once you confirm",
    "`reconnect erase ID`         one text, removed for good",
    "`reconnect hide`             no number in the prompt, no reminders",
    "`q`, then Enter              clears the screen in `urge` and in an open letter",
    "Nothing here reaches backups, shell histories, other computers, or exports.",
];

/// What `reconnect --help` prints.
pub fn page(width: usize) -> String {
    let mut text = String::new();
    for (parts, columns) in [(FIRST, (14, 29)), (COMMANDS, (11, 22))] {
        for (label, lines) in parts {
            part(&mut text, label, lines, columns, width);
        }
        text.push('\n');
    }
    wrapped(&mut text, MORE, width);
    text.push('\n');
    wrapped(&mut text, HELPLINE, width);
    text
}

/// A page of its own: `privacy` or `shell`.
pub fn topic(name: &str, width: usize) -> String {
    let mut text = String::new();
    if name == "shell" {
        for (label, lines) in SHELL {
            let _ = writeln!(text, "{label}");
            part(&mut text, "", lines, (2, 20), width);
            text.push('\n');
        }
        wrapped(&mut text, "`reconnect help COMMAND` shows every option, beginning with an example.", width);
        return text;
    }
    for line in PRIVACY {
        match line.split_once("  ") {
            Some((typed, about)) => part(&mut text, "", &[(typed, about.trim_start())], (0, 29), width),
            None => wrapped(&mut text, line, width),
        }
    }
    text.push('\n');
    wrapped(&mut text, HELPLINE, width);
    text
}

pub fn whom_to_call(names: &[String]) -> String {
    let names: Vec<_> = names.iter().map(|name| escape_controls(name).into_owned()).collect();
    if names.is_empty() {
        return "\nWhom to call: nobody yet. `reconnect config set urge.call NAME` names somebody.\n".to_owned();
    }
    format!("\nWhom to call: {}. `reconnect config set urge.call NAME` changes it.\n", names.join(", "))
}

/// Lines in three columns; on a narrow screen below one another.
fn part(text: &mut String, label: &str, lines: &[(&str, &str)], (first, second): (usize, usize), width: usize) {
    if width < 80 {
        if !label.is_empty() {
            let _ = writeln!(text, "{label}");
        }
        for (name, about) in lines {
            let _ = writeln!(text, "  {name}");
            for line in wrap(about, width.saturating_sub(4)) {
                let _ = writeln!(text, "    {line}");
            }
        }
        return;
    }
    let labels = std::iter::once(label).chain(std::iter::repeat(""));
    for ((name, about), label) in lines.iter().zip(labels) {
        let _ = writeln!(text, "{}", format!("{label:<first$}{name:<second$}{about}").trim_end());
    }
}

fn wrapped(text: &mut String, sentence: &str, width: usize) {
    let (mut lead, rest) = sentence.strip_prefix("- ").map_or(("", sentence), |rest| ("- ", rest));
    for line in wrap(rest, width.min(80) - lead.len()) {
        let _ = writeln!(text, "{lead}{line}");
        lead = if lead.is_empty() { "" } else { "  " };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_name_every_command_and_no_other() {
        let parts = FIRST.iter().chain(COMMANDS).chain(SHELL).flat_map(|(_, lines)| *lines);
        let words = parts.flat_map(|(names, _)| names.split(", ")).filter(|name| !name.starts_with('-'));
        let mut named: Vec<&str> =
            words.filter_map(|words| words.trim_start_matches("reconnect").split_whitespace().next()).collect();
        let command = crate::cli::command();
        let mut known: Vec<&str> =
            command.get_subcommands().filter(|sub| !sub.is_hide_set()).map(clap::Command::get_name).collect();
        named.sort_unstable();
        known.sort_unstable();
        assert_eq!(named, known);
    }

    #[test]
    fn every_page_fits_a_screen_and_ends_with_whom_to_ask() {
        let helpline = wrap(HELPLINE, 80);
        assert_eq!(helpline.len(), 3);
        for text in [page(80), topic("privacy", 80)] {
            let lines: Vec<&str> = text.lines().collect();
            // Of 24 lines the shell's next prompt takes one.
            assert!(lines.len() <= 23 || text == page(80), "{text}");
            assert_eq!(lines[lines.len() - 3..], helpline);
        }
        assert!(topic("shell", 80).lines().count() <= 23);
        assert!(topic("privacy", 40).contains("\n- your diary, letters and settings:\n  plain files, not encrypted\n"));
        for width in [40, 60, 80, 200] {
            for text in [page(width), topic("privacy", width), topic("shell", width)] {
                for line in text.lines() {
                    assert!(line.chars().count() <= width.min(80), "{width}: {line}");
                }
            }
        }
    }
}
