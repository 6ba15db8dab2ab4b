//! The pages of help that belong to no command.

use crate::cli::HELPLINE;
use crate::terminal::escape::escape_controls;
use crate::terminal::page::Page;
use crate::terminal::style::{Style, Styler};

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
    let mut page = Page::new(width, Styler::default());
    for (parts, columns) in [(FIRST, (14, 29)), (COMMANDS, (11, 22))] {
        for (label, lines) in parts {
            part(&mut page, label, lines, columns);
        }
        page.gap();
    }
    page.lines(Style::Plain, 0, MORE);
    page.paragraph(Style::Plain, HELPLINE);
    page.finish()
}

/// A page of its own: `privacy` or `shell`.
pub fn topic(name: &str, width: usize) -> String {
    let mut page = Page::new(width, Styler::default());
    if name == "shell" {
        for (label, lines) in SHELL {
            page.lines(Style::Plain, 0, label);
            part(&mut page, "", lines, (2, 20));
            page.gap();
        }
        page.lines(Style::Plain, 0, "`reconnect help COMMAND` shows every option, beginning with an example.");
        return page.finish();
    }
    for line in PRIVACY {
        match (line.split_once("  "), line.strip_prefix("- ")) {
            (Some((typed, about)), _) => part(&mut page, "", &[(typed, about.trim_start())], (0, 29)),
            (None, Some(item)) => page.item(Style::Plain, 0, "- ", item),
            (None, None) => page.lines(Style::Plain, 0, line),
        }
    }
    page.paragraph(Style::Plain, HELPLINE);
    page.finish()
}

pub fn whom_to_call(names: &[String]) -> String {
    let (whom, does) = if names.is_empty() { ("nobody yet", "names somebody") } else { (&*names.join(", "), "changes it") };
    format!("\nWhom to call: {}. `reconnect config set urge.call NAME` {does}.\n", escape_controls(whom))
}

/// Lines in three columns; on a narrow screen below one another.
fn part(page: &mut Page, label: &str, lines: &[(&str, &str)], (first, second): (usize, usize)) {
    if page.width() < 80 {
        for (indent, text) in [(0, label)].into_iter().chain(lines.iter().flat_map(|(name, about)| [(2, *name), (4, *about)])) {
            if !text.is_empty() {
                page.lines(Style::Plain, indent, text);
            }
        }
        return;
    }
    let labels = std::iter::once(label).chain(std::iter::repeat(""));
    for ((name, about), label) in lines.iter().zip(labels) {
        page.raw(&format!("{}\n", format!("{label:<first$}{name:<second$}{about}").trim_end()));
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
}
