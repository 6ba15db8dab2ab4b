//! Every page is played, and every link leads somewhere.

use std::path::PathBuf;

use crate::file;
use crate::page::play;

/// Every page that a reader may open.
fn pages() -> Vec<PathBuf> {
    let markdown = |folder: &str| {
        let files = std::fs::read_dir(file(folder)).unwrap().map(|entry| entry.unwrap().path());
        files.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect::<Vec<_>>()
    };
    let mut pages = [markdown(""), markdown("docs")].concat();
    pages.sort();
    pages
}

#[test]
fn what_the_pages_show_is_what_happens() {
    let mut all = Vec::new();
    for page in pages() {
        let (real, faults) = play(&page);
        if !faults.is_empty() && std::env::var_os("UPDATE_PAGES").is_some() {
            std::fs::write(&page, real).unwrap();
        }
        all.extend(faults);
    }
    assert!(all.is_empty(), "{}\nOnce you have read it and it is right: UPDATE_PAGES=1 cargo test --test docs", all.join("\n"));
}

/// The targets of all links outside code blocks.
fn links(text: &str) -> Vec<String> {
    let prose: String = text.split("```").step_by(2).collect();
    let targets = prose.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    targets.map(|(target, _)| target.to_owned()).collect()
}

/// A heading as GitHub and crates.io name it in a link.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().to_lowercase();
    kept.chars()
        .filter_map(|c| if c == ' ' { Some('-') } else { (c.is_alphanumeric() || c == '-' || c == '_').then_some(c) })
        .collect()
}

#[test]
fn every_link_within_the_project_leads_to_a_file_and_a_heading() {
    let mut linked = Vec::new();
    for page in pages() {
        for target in links(&std::fs::read_to_string(&page).unwrap()) {
            if target.contains("://") {
                continue;
            }
            let (path, heading) = target.split_once('#').unwrap_or((&target, ""));
            let path = if path.is_empty() { page.clone() } else { page.parent().unwrap().join(path) };
            assert!(path.exists(), "{} links to {target}", page.display());
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let mut headings = text.lines().filter(|line| line.starts_with('#')).map(|line| anchor(line.trim_start_matches('#')));
            assert!(heading.is_empty() || headings.any(|found| found == heading), "{} links to {target}", page.display());
            linked.push(path.canonicalize().unwrap());
        }
    }
    for page in pages() {
        let is_front = page.ends_with("README.md");
        assert!(is_front || linked.contains(&page.canonicalize().unwrap()), "nothing links to {}", page.display());
    }
}

#[test]
fn the_pages_name_no_address_that_somebody_made_up() {
    for page in pages() {
        let text = std::fs::read_to_string(&page).unwrap();
        for address in text.split("https://").skip(1) {
            let known = "findahelpline.com keepachangelog.com semver.org nuetzlich.net age-encryption.org www.rust-lang.org";
            assert!(known.split(' ').any(|host| address.starts_with(host)), "{}: {address:.40}", page.display());
        }
    }
}
