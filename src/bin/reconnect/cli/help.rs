//! What `reconnect --help` prints: one screen, the three most needed commands first.

use std::fmt::Write as _;

/// What to type first.
const FIRST: &[(&str, &str)] =
    &[("To begin", "reconnect start-no-contact"), ("A bad moment", "reconnect urge"), ("Today", "reconnect")];

/// The commands in groups; a long group name has two lines. Commands that belong together share a line.
const GROUPS: &[(&str, &[(&str, &str)])] = &[
    (
        "now",
        &[
            ("status", "How long it has been, and what the guide says"),
            ("guide", "The six steps; the ones that matter now first"),
            ("urge", "Two minutes of pause before a message"),
            ("checkin", "How you are today, from 1 to 5"),
            ("history", "Your days, contacts and urges; a calendar"),
        ],
    ),
    (
        "record",
        &[
            ("start-no-contact", "Start to count, from your last contact"),
            ("log-contact", "You or they got in touch"),
            ("end-no-contact", "Stop the count"),
            ("breakup", "When it ended"),
            ("aim", "What you are here for: healing, a second chance"),
            ("boundary, answer", "What they asked for; their yes, not now or no"),
            ("undo", "Take back the last entry"),
        ],
    ),
    ("reflect", &[("notebook", "What went wrong, your plans, what you want"), ("letter", "A letter that isn't sent")]),
    (
        "shell\nand clock",
        &[
            ("init, prompt", "Show your days in the shell, as a number"),
            ("hide", "Hide that number for a while"),
            ("remind", "Say a round number of days once, for cron"),
            ("check, window", "For scripts; which part of the guide a date is in"),
        ],
    ),
    (
        "data",
        &[
            ("export, import", "Save everything to a file; read it back"),
            ("config, doctor", "Your settings; is everything all right?"),
            ("erase", "Show every trace here, and remove it"),
            ("completions, man", "For the Tab key; manual pages"),
        ],
    ),
];

const LAST: &[&str] = &[
    "Options: --at WHEN, --color auto|always|never, --help, --version",
    "WHEN is 3 weeks ago, 24 Oct, last friday, 21:30. More: reconnect help COMMAND",
    "Not safe? findahelpline.com. In danger: your local emergency number.",
];

/// The page at a width.
pub fn page(width: usize) -> String {
    let mut text = String::new();
    for (label, command) in FIRST {
        let _ = writeln!(text, "{:<13} {command}", format!("{label}:"));
    }
    text.push('\n');
    for (group, commands) in GROUPS {
        if width < 80 {
            let _ = writeln!(text, "{}", group.replace('\n', " "));
            for (name, about) in *commands {
                let _ = writeln!(text, "  {name}");
                fold(&mut text, about, width, "    ");
            }
            continue;
        }
        let labels = group.lines().chain(std::iter::repeat(""));
        for ((name, about), label) in commands.iter().zip(labels) {
            let _ = writeln!(text, "{label:<11}{name:<18}{about}");
        }
    }
    text.push('\n');
    for line in LAST {
        fold(&mut text, line, width, "");
    }
    text
}

/// Breaks a line at its spaces.
fn fold(text: &mut String, line: &str, width: usize, indent: &str) {
    let mut current = indent.to_owned();
    for word in line.split(' ') {
        if current.len() > indent.len() && current.chars().count() + 1 + word.chars().count() > width {
            let _ = writeln!(text, "{current}");
            indent.clone_into(&mut current);
        }
        if current.len() > indent.len() {
            current.push(' ');
        }
        current.push_str(word);
    }
    let _ = writeln!(text, "{current}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_names_every_command_and_no_other() {
        let mut named: Vec<&str> =
            GROUPS.iter().flat_map(|(_, commands)| *commands).flat_map(|(names, _)| names.split(", ")).collect();
        let command = super::super::command();
        let mut known: Vec<&str> =
            command.get_subcommands().filter(|sub| !sub.is_hide_set()).map(clap::Command::get_name).collect();
        named.sort_unstable();
        known.sort_unstable();
        assert_eq!(named, known);
    }

    #[test]
    fn it_fits_a_screen_and_breaks_no_word() {
        assert!(page(80).lines().count() <= 30, "{}", page(80));
        for width in [40, 60, 80, 200] {
            for line in page(width).lines() {
                assert!(line.chars().count() <= width.min(80), "{width}: {line}");
            }
        }
    }
}
