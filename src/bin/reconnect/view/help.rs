//! The pages of help that belong to no command, as they stand on a screen of 80 columns. Two spaces or more stand between columns.

use crate::cli::HELPLINE;
use crate::terminal::escape::escape_controls;
use crate::terminal::page::Page;
use crate::terminal::style::{Style, Styler};

const PAGE: &[&str] = &[
    "To begin      reconnect start-no-contact   Counts from your last contact",
    "A bad moment  reconnect urge               Two minutes of pause before a message",
    "Today         reconnect                    How long it has been; what helps now",
    "",
    "now        guide                 The six steps; the one that matters now first",
    "           checkin, history      How you are today, 1 to 5; how it has been",
    "record     log-contact           You or they got in touch",
    "           boundary, answer      They asked for space; their yes, not now or no",
    "           breakup, aim          When it ended; what you are here for",
    "           end-no-contact, undo  Stop the count; take back the last entry",
    "reflect    notebook              What went wrong, your plans, what you want",
    "           letter                A letter that isn't sent",
    "data       export, import        Save everything to a file; read it back",
    "           config, doctor        Your settings; is everything all right?",
    "           erase                 Show every trace here, and remove it",
    "",
    "WHEN is 3 weeks ago, 24 Oct, last friday, 21:30.",
    "More: reconnect help COMMAND, reconnect help privacy, reconnect help shell",
];

const SHELL: &[&str] = &[
    "days in your prompt",
    "  init SHELL          Print the lines that show your days in a shell's prompt",
    "  prompt              Print the days alone, for a prompt of your own",
    "  hide                Hide that number, and the reminders, for a while",
    "",
    "for scripts and cron",
    "  status              The same as `reconnect` alone; --short, --json, --format",
    "  remind              Say a round number of days once, on its day",
    "  check               Exit code 0 is yes, 1 is no, 2 is a failure",
    "  window              Show where a breakup date falls in the guide",
    "",
    "set-up",
    "  completions SHELL   Words for the Tab key",
    "  man                 Manual pages",
    "",
    "with every command",
    "  --at WHEN           Pretend it is WHEN; quotes around several words",
    "  --color MODE        auto, always or never",
    "  --help, --version",
    "",
    "`reconnect help COMMAND` shows every option, beginning with an example.",
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
    let mut page = shown(PAGE, width);
    page.paragraph(Style::Plain, HELPLINE);
    page.finish()
}

/// A page of its own: `privacy` or `shell`.
pub fn topic(name: &str, width: usize) -> String {
    if name == "shell" {
        return shown(SHELL, width).finish();
    }
    let mut page = shown(PRIVACY, width);
    page.paragraph(Style::Plain, HELPLINE);
    page.finish()
}

/// The columns of a line, without the empty ones.
fn cells(line: &str) -> Vec<&str> {
    line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

/// On a narrow screen columns stand below one another: a label, what to type, and what it does.
fn shown(lines: &[&str], width: usize) -> Page {
    let mut page = Page::new(width, Styler::default());
    for line in lines {
        match cells(line).as_slice() {
            _ if page.width() == 80 => page.raw(&format!("{line}\n")),
            [] => page.gap(),
            [item] if item.starts_with("- ") => page.item(Style::Plain, 0, "- ", item.trim_start_matches("- ")),
            [sentence] => page.lines(Style::Plain, line.len() - line.trim_start().len(), sentence),
            [label @ .., typed, about] => {
                for label in label {
                    page.lines(Style::Plain, 0, label);
                }
                page.lines(Style::Plain, 2, typed);
                page.lines(Style::Plain, 4, about);
            }
        }
    }
    page
}

pub fn whom_to_call(names: &[String]) -> String {
    let (whom, does) = if names.is_empty() { ("nobody yet", "names somebody") } else { (&*names.join(", "), "changes it") };
    format!("\nWhom to call: {}. `reconnect config set urge.call NAME` {does}.\n", escape_controls(whom))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_name_every_command_and_no_other() {
        let typed = |line: &&'static str| cells(line).into_iter().rev().nth(1);
        let typed = PAGE.iter().chain(SHELL).filter_map(typed).flat_map(|names| names.split(", "));
        let words = typed.filter(|name| !name.starts_with('-')).map(|name| name.trim_start_matches("reconnect"));
        let mut named: Vec<&str> = words.filter_map(|words| words.split_whitespace().next()).collect();
        let command = crate::cli::command();
        let mut known: Vec<&str> =
            command.get_subcommands().filter(|sub| !sub.is_hide_set()).map(clap::Command::get_name).collect();
        named.sort_unstable();
        known.sort_unstable();
        assert_eq!(named, known);
    }
}
