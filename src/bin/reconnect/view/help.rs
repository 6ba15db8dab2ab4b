//! The pages of help that belong to no command, as they stand on a screen of 80 columns. Two spaces or more stand between columns.

use crate::cli::HELPLINE;
use crate::terminal::escape::escape_controls;
use crate::terminal::page::Page;
use crate::terminal::style::{Style, Styler};

const PAGE: &str = include_str!("help.txt");
const SHELL: &str = include_str!("help-shell.txt");
const PRIVACY: &str = include_str!("help-privacy.txt");

/// What `reconnect --help` prints.
pub fn page(width: usize) -> String {
    with_people(shown(PAGE, width))
}

/// A page of its own: `privacy` or `shell`.
pub fn topic(name: &str, width: usize) -> String {
    if name == "shell" { shown(SHELL, width).finish() } else { with_people(shown(PRIVACY, width)) }
}

fn with_people(mut page: Page) -> String {
    page.paragraph(Style::Plain, HELPLINE);
    page.finish()
}

/// The columns of a line, without the empty ones.
fn cells(line: &str) -> Vec<&str> {
    line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

/// On a narrow screen columns stand below one another: a label, what to type, and what it does.
fn shown(text: &str, width: usize) -> Page {
    let mut page = Page::new(width, Styler::default());
    for line in text.lines() {
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
        let typed = |line: &'static str| cells(line).into_iter().rev().nth(1);
        let typed = PAGE.lines().chain(SHELL.lines()).filter_map(typed).flat_map(|names| names.split(", "));
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
