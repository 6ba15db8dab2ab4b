//! Completions and man pages are generated, committed, and fresh: none is stale, missing or left over.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Home, have};

/// Each shell with the name under which it looks for its completions.
const COMPLETIONS: [(&str, &str); 6] = [
    ("bash", "reconnect.bash"),
    ("zsh", "_reconnect"),
    ("fish", "reconnect.fish"),
    ("elvish", "reconnect.elv"),
    ("powershell", "_reconnect.ps1"),
    ("nushell", "reconnect.nu"),
];

const REMEDY: &str = "run `.ci/regenerate` and commit what it changes";

fn committed(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

fn read(folder: &Path) -> BTreeMap<String, String> {
    std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}; {REMEDY}", folder.display()))
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read_to_string(entry.path()).unwrap()))
        .collect()
}

fn assert_same(folder: &str, wanted: &BTreeMap<String, String>) {
    let found = read(&committed(folder));
    assert!(found.keys().eq(wanted.keys()), "{folder}/ holds {:?}, not {:?}; {REMEDY}", found.keys(), wanted.keys());
    for (name, text) in wanted {
        assert!(found.get(name) == Some(text), "{folder}/{name} is stale; {REMEDY}");
    }
}

#[test]
fn the_committed_completions_are_fresh_and_every_shell_has_one() {
    let home = Home::new().at(None);
    let wanted = COMPLETIONS.map(|(shell, file)| (file.to_owned(), home.ok(&["completions", shell])));
    assert_same("completions", &BTreeMap::from(wanted));
    let help = home.does("completions -h");
    let known = COMPLETIONS.map(|(shell, _)| shell).join(", ");
    assert!(help.contains(&format!("[possible values: {known}]")), "{help}");
}

#[test]
fn the_committed_man_pages_are_fresh() {
    let home = Home::new().at(None);
    home.does("man pages/of/mine");
    let pages = read(&home.path("pages/of/mine"));
    assert_same("man", &pages);
    assert_eq!(home.does("man"), pages["reconnect.1"]);
    let mode = std::os::unix::fs::PermissionsExt::mode(&home.path("pages/of/mine/reconnect.1").metadata().unwrap().permissions());
    assert_eq!(mode & 0o444, 0o444, "a man page is not private");
}

#[test]
fn no_man_page_names_one_that_is_missing_or_speaks_of_subcommands() {
    let pages = read(&committed("man"));
    for (name, text) in &pages {
        assert!(!text.to_lowercase().contains("subcommand"), "{name} speaks of subcommands");
        let text = text.replace('\\', "").replace("(1)", " (1)");
        for word in text.lines().filter(|line| line.contains("(1)")).flat_map(str::split_whitespace) {
            if word.starts_with("reconnect") {
                assert!(pages.contains_key(&format!("{word}.1")), "{name} names {word}");
            }
        }
    }
}

#[test]
fn man_and_groff_find_nothing_to_warn_of() {
    let pages: Vec<_> = read(&committed("man")).into_keys().map(|name| committed("man").join(name)).collect();
    // `man` asks groff for each page, which takes its time: one page of it is enough, and groff reads all of them.
    for (program, arguments, count) in
        [("man", ["--warnings", "-E", "UTF-8", "-l"].as_slice(), 1), ("groff", &["-man", "-Tutf8", "-ww", "-z"], pages.len())]
    {
        if have(program) {
            let output = Command::new(program).args(arguments).args(&pages[..count]).env("MANWIDTH", "80").output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success() && said.is_empty(), "{program}: {said}");
        }
    }
}

#[test]
fn the_shells_find_no_fault_in_their_completions_and_bash_completes_a_command_and_its_option() {
    for (shell, flag, file) in [("bash", "-n", "reconnect.bash"), ("zsh", "-n", "_reconnect"), ("fish", "-n", "reconnect.fish")] {
        if have(shell) {
            let output = Command::new(shell).arg(flag).arg(committed("completions").join(file)).output().unwrap();
            assert!(output.status.success(), "{shell}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
    let script = r#"
        set -u; source "$1"
        COMP_WORDS=(reconnect st) COMP_CWORD=1; _reconnect reconnect st reconnect; echo "${COMPREPLY[*]}"
        COMP_WORDS=(reconnect check --win) COMP_CWORD=2; _reconnect reconnect --win check; echo "${COMPREPLY[*]}"
    "#;
    let file = committed("completions").join("reconnect.bash");
    let output = Command::new("bash").args(["-c", script, "bash"]).arg(file).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "status start-no-contact\n--window\n");
}
