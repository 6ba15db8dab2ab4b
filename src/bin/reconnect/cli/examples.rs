//! An example for every command: its help begins with it, and a mistake names it.

/// What can be typed behind a command, where it isn't typed alone.
const EXAMPLES: &[(&str, &str)] = &[
    ("status", "--why"),
    ("guide", "2"),
    ("checkin", "3 yesterday"),
    ("history", "--calendar"),
    ("start-no-contact", "3 weeks ago"),
    ("breakup", "24 Oct 2026"),
    ("log-contact", "them yesterday 21:30 --via call"),
    ("end-no-contact", "yesterday"),
    ("boundary", "space --until 1 May"),
    ("answer", "not-now"),
    ("aim", "closure"),
    ("notebook", "issue"),
    ("notebook plan", "1"),
    ("notebook evidence", "2 yesterday"),
    ("notebook obstacle", "--practical"),
    ("notebook done", "2"),
    ("notebook edit", "2"),
    ("notebook show", "2"),
    ("notebook list", "--open"),
    ("letter", "write"),
    ("letter write", "--until in 6 weeks"),
    ("letter open", "1"),
    ("letter erase", "1"),
    ("init", "bash"),
    ("hide", "--until sunday"),
    ("remind", "--dry-run"),
    ("check", "--days-at-least 30"),
    ("window", "3 months ago"),
    ("export", "--format html"),
    ("import", "backup.json"),
    ("config", "show"),
    ("config set", "urge.call Ana"),
    ("erase", "--dry-run"),
    ("completions", "zsh"),
];

/// The line to type, for a command such as `notebook plan`.
pub fn example(path: &str) -> Option<String> {
    let rest = EXAMPLES.iter().find(|(known, _)| *known == path).map_or("", |(_, rest)| rest);
    (!path.is_empty()).then(|| format!("reconnect {path} {rest}").trim_end().to_owned())
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
        let subs = command.get_subcommands().flat_map(|sub| {
            let path = format!("{path} {}", sub.get_name()).trim_start().to_owned();
            let below = paths(sub, &path);
            std::iter::once(path).chain(below)
        });
        subs.collect()
    }

    #[test]
    fn every_command_has_an_example_that_can_be_typed() {
        let known = paths(&super::super::command(), "");
        assert!(EXAMPLES.iter().all(|(path, _)| known.iter().any(|known| known == path)));
        for example in known.iter().filter_map(|path| example(path)) {
            let typed = super::super::command().try_get_matches_from(example.split(' '));
            assert!(typed.is_ok(), "{example}: {typed:?}");
        }
    }
}
