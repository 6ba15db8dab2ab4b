//! What the pages claim in tables is what the program knows.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use reconnect::{VerdictId, WindowId};

use crate::{blocks, file, read};

/// The first column of the table below a heading, where it is code.
fn first_column(page: &str, heading: &str) -> Vec<String> {
    let section = page.split(&format!("## {heading}\n")).nth(1).unwrap().split("\n## ").next().unwrap();
    let cells = section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    cells.map(|(cell, _)| cell.to_owned()).collect()
}

#[test]
fn the_page_on_the_rules_has_every_window_and_every_verdict_in_the_order_of_the_table() {
    let page = read("docs/how-it-works.md");
    assert_eq!(first_column(&page, "What the guide says about now"), VerdictId::IDS);
    assert!(WindowId::IDS.iter().all(|id| page.contains(&format!("| `{id}` |"))), "{page}");
}

#[test]
fn the_page_on_scripts_links_every_schema() {
    let page = read("docs/scripting.md");
    for entry in std::fs::read_dir(file("docs/schema")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(page.contains(&format!("](schema/{name})")), "docs/scripting.md does not link {name}");
    }
}

#[test]
fn every_date_that_the_page_on_beginning_shows_is_read() {
    let page = read("docs/start.md");
    let table = page.split("## How to write a date").nth(1).unwrap().split("What could mean").next().unwrap();
    let home = crate::support::Home::new();
    let rows: String = table.lines().filter(|line| line.starts_with("| `")).collect();
    let phrases: Vec<_> = rows.split('`').skip(1).step_by(2).filter(|phrase| *phrase != "--until").collect();
    assert!(phrases.len() > 15, "{phrases:?}");
    for phrase in phrases {
        home.ok(&["window", phrase]);
    }
}

#[test]
fn the_readme_has_one_command_that_installs_and_one_that_tests() {
    let shell = blocks(&read("README.md"), "sh").concat();
    let lines = |start: &str| shell.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!((lines("cargo install "), lines("cargo test ")), (1, 1), "{shell}");
    assert!(shell.contains("start-no-contact\n"), "the install command begins with the user's own dates: {shell}");
}

#[test]
fn help_and_the_warning_are_where_somebody_needs_them() {
    for (page, within) in [("README.md", 60), ("docs/privacy.md", 20)] {
        let text = read(page);
        let top = text.lines().take(within).collect::<Vec<_>>().join(" ");
        assert!(top.contains("findahelpline.com"), "{page}");
        assert!(top.contains("Worried about your own behaviour? There are helplines for that, too."), "{page}");
    }
    assert!(read("README.md").contains("Not after violence, threats or control."));
}

#[test]
fn the_changelog_speaks_of_this_version() {
    let version = env!("CARGO_PKG_VERSION");
    assert!(read("CHANGELOG.md").contains(&format!("## [{version}]")), "CHANGELOG.md has no section for {version}");
}

/// Every source file in a folder and below it, or the file itself.
fn sources(path: &Path) -> Vec<PathBuf> {
    match std::fs::read_dir(path) {
        Ok(entries) => entries.flat_map(|entry| sources(&entry.unwrap().path())).collect(),
        Err(_) => vec![path.to_owned()],
    }
}

/// The variants of an enum that a text names.
fn variants<'t>(text: &'t str, name: &str) -> BTreeSet<&'t str> {
    let before = format!("{name}::");
    let words = text.split(&before).skip(1).filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
    words.filter(|word| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)).collect()
}

#[test]
fn the_table_of_where_to_add_things_names_what_is_there_and_every_file_that_has_to_know() {
    let page = read("CONTRIBUTING.md");
    let table = page.split("| --- | --- | --- |\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let all: Vec<(PathBuf, String)> =
        sources(&file("src")).into_iter().map(|path| (path.clone(), read(path.to_str().unwrap()))).collect();
    let mut known = 0;
    for row in table.lines() {
        let (files, words): (Vec<&str>, Vec<&str>) = row
            .split('`')
            .skip(1)
            .step_by(2)
            .partition(|name| name.contains('/') || name.contains(".rs") || name.contains(".json"));
        let mut named = Vec::new();
        for name in files {
            let places =
                ["", "src/bin/reconnect/", "docs/schema/"].map(|folder| file(folder).join(name.split("NAME").next().unwrap()));
            let place = places.iter().find(|place| place.exists()).unwrap_or_else(|| panic!("there is no {name}"));
            named.extend(sources(place));
        }
        let text: String = named.iter().map(|path| read(path.to_str().unwrap())).collect();
        for word in words {
            let word = word.split('(').next().unwrap();
            assert!(text.contains(word), "`{word}` isn't where the row says: {row}");
            // A file that names every variant is one that a new variant has to be told to.
            let every: BTreeSet<&str> = all.iter().flat_map(|(_, text)| variants(text, word)).collect();
            for (path, _) in all.iter().filter(|(_, text)| every.len() > 2 && variants(text, word) == every) {
                assert!(named.contains(path), "{} knows every {word}: {row}", path.display());
                known += 1;
            }
        }
    }
    assert!(known >= 8, "{known} files are named because they know every variant");
}
