//! The hooks that show the segment in a shell's prompt: scripts beside this file, with this machine's paths put in.

use std::path::Path;

use crate::cli::InitShell;
use crate::error::{Failure, Result};

/// What a script has to know.
#[derive(Debug)]
pub struct Places<'a> {
    /// The program.
    pub program: &'a Path,
    /// The cached segment.
    pub state: &'a Path,
    /// The configuration: if it is newer than the cached segment, the user has edited it.
    pub config: &'a Path,
}

/// The hook for a shell. Without `shows` it only keeps the variable `RECONNECT_PROMPT`.
///
/// # Errors
/// If a path cannot be written in a script, since it is not UTF-8.
pub fn script(shell: InitShell, places: &Places<'_>, shows: bool) -> Result<String> {
    let (template, quote): (&str, fn(&str) -> String) = match shell {
        InitShell::Bash => (include_str!("bash.sh"), posix),
        InitShell::Zsh => (include_str!("zsh.zsh"), posix),
        InitShell::Fish => (include_str!("fish.fish"), fish),
        InitShell::Elvish => (include_str!("elvish.elv"), elvish),
        InitShell::Nushell => (include_str!("nu.nu"), nushell),
    };
    let values = [
        ("@PROGRAM@", quote(text(places.program)?)),
        ("@STATE@", quote(text(places.state)?)),
        ("@CONFIG@", quote(text(places.config)?)),
        ("@SHOWS@", quote(if shows { "1" } else { "" })),
    ];
    Ok(fill(template, &values))
}

fn text(path: &Path) -> Result<&str> {
    path.to_str().ok_or_else(|| {
        Failure::new(format!("`{}` is not UTF-8, and a script that names it would not be either", path.display()))
            .hint("RECONNECT_STATE_DIR and RECONNECT_CONFIG_DIR choose other folders")
    })
}

/// In one pass: a path may look like a placeholder.
fn fill(template: &str, values: &[(&str, String)]) -> String {
    let (mut script, mut rest) = (String::new(), template);
    let next = |rest: &str| {
        let found = values.iter().filter_map(|(name, value)| rest.find(name).map(|at| (at, name.len(), value)));
        found.min_by_key(|(at, ..)| *at)
    };
    while let Some((at, length, value)) = next(rest) {
        script.push_str(rest.get(..at).unwrap_or(""));
        script.push_str(value);
        rest = rest.get(at + length..).unwrap_or("");
    }
    script.push_str(rest);
    script
}

/// bash and zsh: nothing is special between single quotes.
pub fn posix(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

fn fish(text: &str) -> String {
    format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'"))
}

fn elvish(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A raw string, with one `#` more than follow any quote in it.
fn nushell(text: &str) -> String {
    let hashes = text.split('\'').skip(1).map(|part| part.len() - part.trim_start_matches('#').len()).max().unwrap_or(0) + 1;
    let hashes = "#".repeat(hashes);
    format!("r{hashes}'{text}'{hashes}")
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn every_placeholder_is_filled_and_no_path_is_taken_for_one() {
        let path = Path::new("/@STATE@/it's");
        let places = Places { program: path, state: path, config: path };
        for &shell in InitShell::value_variants() {
            let script = script(shell, &places, true).unwrap();
            assert!(!["@PROGRAM@", "@CONFIG@", "@SHOWS@"].iter().any(|name| script.contains(name)), "{script}");
            assert_eq!(script.matches("@STATE@").count() % 2, script.matches("/@STATE@/").count() % 2, "{script}");
        }
    }

    #[test]
    fn quotes_are_each_shells_own() {
        let path = "it's \\ '# here";
        assert_eq!(posix(path), r"'it'\''s \ '\''# here'");
        assert_eq!(fish(path), r"'it\'s \\ \'# here'");
        assert_eq!(elvish(path), r"'it''s \ ''# here'");
        assert_eq!(nushell(path), r"r##'it's \ '# here'##");
    }
}
