//! An example for every command: its help begins with it, and a mistake names it.

/// A command, and what can be typed behind it.
const EXAMPLES: &[(&str, &str)] = &[
    ("status", "--why"),
    ("guide", "2"),
    ("urge", ""),
    ("checkin", "3 yesterday"),
    ("history", "--calendar"),
    ("start-no-contact", "3 weeks ago"),
    ("breakup", "24 Oct 2026"),
    ("log-contact", "them yesterday 21:30 --via call"),
    ("end-no-contact", "yesterday"),
    ("boundary", "space --until 1 May"),
    ("answer", "not-now"),
    ("aim", "closure"),
    ("undo", ""),
    ("notebook", "issue"),
    ("notebook issue", ""),
    ("notebook plan", "1"),
    ("notebook evidence", "2 yesterday"),
    ("notebook obstacle", "--practical"),
    ("notebook want", ""),
    ("notebook if-then", ""),
    ("notebook note", ""),
    ("notebook done", "2"),
    ("notebook edit", "2"),
    ("notebook show", "2"),
    ("notebook list", "--open"),
    ("letter", "write"),
    ("letter write", "--until in 6 weeks"),
    ("letter list", ""),
    ("letter open", "1"),
    ("letter erase", "1"),
    ("prompt", ""),
    ("init", "bash"),
    ("hide", "--until sunday"),
    ("remind", "--dry-run"),
    ("check", "--days-at-least 30"),
    ("window", "3 months ago"),
    ("export", "--format html"),
    ("import", "backup.json"),
    ("config", "show"),
    ("config path", ""),
    ("config show", ""),
    ("config set", "urge.call Ana"),
    ("config edit", ""),
    ("config check", ""),
    ("doctor", ""),
    ("erase", "--dry-run"),
    ("completions", "zsh"),
    ("man", ""),
];

/// The line to type, for a command such as `notebook plan`.
pub fn example(path: &str) -> Option<String> {
    let (_, rest) = EXAMPLES.iter().find(|(known, _)| *known == path)?;
    Some(format!("reconnect {path} {rest}").trim_end().to_owned())
}

/// Puts the examples in front of each command's help.
pub fn with_examples(command: clap::Command, path: &str) -> clap::Command {
    let command = command.mut_subcommands(|sub| {
        let path = format!("{path} {}", sub.get_name()).trim_start().to_owned();
        with_examples(sub, &path)
    });
    match example(path) {
        Some(example) => command.before_help(format!("Example: {example}")),
        None => command,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(command: &clap::Command, path: &str) -> Vec<String> {
        let visible = command.get_subcommands().filter(|sub| !sub.is_hide_set());
        visible
            .flat_map(|sub| {
                let path = format!("{path} {}", sub.get_name()).trim_start().to_owned();
                let below = paths(sub, &path);
                std::iter::once(path).chain(below)
            })
            .collect()
    }

    #[test]
    fn every_command_has_an_example_that_can_be_typed() {
        let known = paths(&super::super::command(), "");
        assert_eq!(known.len(), EXAMPLES.len());
        for path in known {
            let example = example(&path).unwrap_or_else(|| panic!("`{path}` has no example"));
            let typed = super::super::command().try_get_matches_from(example.split(' '));
            assert!(typed.is_ok(), "{example}: {typed:?}");
        }
    }
}
