//! What is fuzzed, a module a target; each has a `run` that takes any bytes and panics on a finding.
//!
//! The program is a binary, so nothing can depend on its modules. They are compiled into this crate under the names that they
//! have there, so that their `crate::` paths lead to one another.
#![allow(dead_code, unused_imports, reason = "of the program's modules, a target uses a part")]

#[path = "../../src/bin/reconnect/error.rs"]
mod error;
#[path = "../../src/bin/reconnect/store"]
mod store {
    pub mod config;
    pub mod diary;
    pub mod fs;
    pub mod segment;
}
#[path = "../../src/bin/reconnect/terminal"]
mod terminal {
    pub mod escape;
    pub mod wrap;
}

/// Of the views, the one that nothing else of the program is needed for.
#[path = "../../src/bin/reconnect/view/csv.rs"]
mod sheet;

/// `config::edit` is private to `config`, and needs nothing of it.
#[path = "../../src/bin/reconnect/store/config/edit.rs"]
mod edit;

pub mod config_text;
pub mod dates;
pub mod diary_lines;
pub mod prompt_format;
pub mod rendering;
mod steering;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    /// Every target, by the name of its folder in the corpus.
    const TARGETS: [(&str, fn(&[u8])); 5] = [
        ("config_text", crate::config_text::run),
        ("dates", crate::dates::run),
        ("diary_lines", crate::diary_lines::run),
        ("prompt_format", crate::prompt_format::run),
        ("rendering", crate::rendering::run),
    ];

    fn names(dir: &Path) -> BTreeSet<String> {
        let entries = std::fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display()));
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).filter(|name| !name.starts_with('.')).collect()
    }

    #[test]
    fn corpus() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let known: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(names(&root.join("corpus")), known);
        assert_eq!(names(&root.join("targets")), known.iter().map(|name| format!("{name}.rs")).collect());
        for (target, run) in TARGETS {
            let dir = root.join("corpus").join(target);
            assert!(!names(&dir).is_empty(), "{target} begins with nothing");
            for name in names(&dir) {
                eprintln!("{target}/{name}");
                run(&std::fs::read(dir.join(name)).unwrap());
            }
        }
    }
}
