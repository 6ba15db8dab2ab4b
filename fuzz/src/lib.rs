//! What is fuzzed, a module a target; each has a `run` that takes any bytes and panics on a finding.
//!
//! The program is a binary, so nothing can depend on its modules. They are compiled into this crate under the names that they
//! have there, so that their `crate::` paths lead to one another.
#![allow(dead_code, unused_imports, reason = "of the program's modules, a target uses a part")]

#[path = "../../src/bin/reconnect/archive.rs"]
mod archive;
#[path = "../../src/bin/reconnect/args/mod.rs"]
mod args;
#[path = "../../src/bin/reconnect/command/mod.rs"]
mod command;
#[path = "../../src/bin/reconnect/config/mod.rs"]
mod config;
#[path = "../../src/bin/reconnect/confirm.rs"]
mod confirm;
#[path = "../../src/bin/reconnect/diary/mod.rs"]
mod diary;
#[path = "../../src/bin/reconnect/editor.rs"]
mod editor;
#[path = "../../src/bin/reconnect/error.rs"]
mod error;
#[path = "../../src/bin/reconnect/examine.rs"]
mod examine;
#[path = "../../src/bin/reconnect/files.rs"]
mod files;
#[path = "../../src/bin/reconnect/lock.rs"]
mod lock;
#[path = "../../src/bin/reconnect/mark.rs"]
mod mark;
#[path = "../../src/bin/reconnect/paths.rs"]
mod paths;
#[path = "../../src/bin/reconnect/phrase.rs"]
mod phrase;
#[path = "../../src/bin/reconnect/prompt.rs"]
mod prompt;
#[path = "../../src/bin/reconnect/render/mod.rs"]
mod render;
#[path = "../../src/bin/reconnect/segment.rs"]
mod segment;
#[path = "../../src/bin/reconnect/session.rs"]
mod session;
#[path = "../../src/bin/reconnect/shell/mod.rs"]
mod shell;
#[path = "../../src/bin/reconnect/traces.rs"]
mod traces;
#[path = "../../src/bin/reconnect/typed.rs"]
mod typed;
#[path = "../../src/bin/reconnect/words/mod.rs"]
mod words;
#[path = "../../src/bin/reconnect/world.rs"]
mod world;
#[path = "../../src/bin/reconnect/zone.rs"]
mod zone;

/// `config::edit` is private to `config`, and needs nothing of it.
#[path = "../../src/bin/reconnect/config/edit.rs"]
mod edit;

pub mod config_text;
pub mod dates;
pub mod diary_lines;
pub mod histories;
mod model;
mod program;
pub mod prompt_format;
pub mod rendering;
mod steering;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    /// Every target, by the name of its folder in the corpus.
    const TARGETS: [(&str, fn(&[u8])); 6] = [
        ("config_text", crate::config_text::run),
        ("dates", crate::dates::run),
        ("diary_lines", crate::diary_lines::run),
        ("histories", crate::histories::run),
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

    #[test]
    fn the_histories_of_the_corpus_come_to_every_verdict() {
        // Without this the comparison with the model could hold because nothing ever happens.
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/histories");
        let reached = names(&dir).into_iter().filter_map(|name| crate::histories::verdict(&std::fs::read(dir.join(name)).unwrap()));
        assert_eq!(reached.collect::<BTreeSet<_>>(), reconnect::VerdictId::IDS.iter().map(|id| (*id).to_owned()).collect());
    }
}
