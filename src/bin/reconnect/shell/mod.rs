//! The hooks that show the count in a shell's prompt: the scripts beside this file, with this machine's paths filled in.

use std::path::Path;

use crate::cli::InitShell;
use crate::error::{Failure, Result};

/// The hook for a shell. Without `shows` it leaves the prompt alone and only keeps `RECONNECT_PROMPT`.
pub fn script(shell: InitShell, program: &Path, changed: &Path, shows: bool) -> Result<String> {
    let (template, quote): (&str, fn(&str) -> String) = match shell {
        InitShell::Bash => (include_str!("bash.sh"), posix),
        InitShell::Zsh => (include_str!("zsh.zsh"), posix),
        InitShell::Fish => (include_str!("fish.fish"), fish),
        InitShell::Elvish => (include_str!("elvish.elv"), elvish),
        InitShell::Nushell => (include_str!("nu.nu"), nushell),
    };
    let values = [
        ("@PROGRAM@", quote(text(program)?)),
        ("@CHANGED@", quote(text(changed)?)),
        ("@SHOWS@", quote(if shows { "yes" } else { "no" })),
    ];
    Ok(fill(template, &values))
}

fn text(path: &Path) -> Result<&str> {
    path.to_str().ok_or_else(|| {
        Failure::new(format!("`{}` isn't UTF-8, so no script can name it", path.display()))
            .hint("RECONNECT_STATE_DIR chooses another folder")
    })
}

/// Fills the placeholders. What stands in a value is never filled, because a path may look like a placeholder.
fn fill(template: &str, values: &[(&str, String)]) -> String {
    let Some(((name, value), others)) = values.split_first() else { return template.to_owned() };
    template.split(name).map(|part| fill(part, others)).collect::<Vec<_>>().join(value)
}

/// For bash and zsh, where nothing is special between single quotes.
pub fn posix(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

fn fish(text: &str) -> String {
    format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'"))
}

fn elvish(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A raw string. Its fence has one `#` more than follow any quote in the text.
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
    fn every_placeholder_is_filled_once_even_where_a_path_looks_like_one() {
        let path = Path::new("/@CHANGED@/it's");
        for &shell in InitShell::value_variants() {
            let script = script(shell, path, path, true).unwrap();
            assert!(!["@PROGRAM@", "@SHOWS@"].iter().any(|name| script.contains(name)), "{script}");
            assert_eq!(script.matches("@CHANGED@").count(), script.matches("/@CHANGED@/").count(), "{script}");
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
