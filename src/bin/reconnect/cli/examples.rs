//! An example for every command: its help begins with it, and a mistake names it.

const EXAMPLES: &str = include_str!("examples.txt");

/// The line to type, for a command such as `notebook plan`.
pub fn example(path: &str) -> Option<String> {
    let mut examples = EXAMPLES.lines().filter_map(|line| line.split_once(": "));
    let rest = examples.find(|(known, _)| *known == path).map_or("", |(_, rest)| rest);
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
        for line in EXAMPLES.lines().skip(1) {
            let (path, rest) = line.split_once(": ").unwrap();
            assert!(known.iter().any(|known| known == path), "{line}");
            assert_eq!(example(path), Some(format!("reconnect {path} {rest}")));
        }
        for example in known.iter().filter_map(|path| example(path)) {
            let typed = super::super::command().try_get_matches_from(example.split(' '));
            assert!(typed.is_ok(), "{example}: {typed:?}");
        }
    }
}
