//! The configuration's text. The input is the file.

use std::path::Path;

use crate::edit;
use crate::error::Lead;
use crate::rendering::caret_lies_inside;
use crate::steering::steers;
use crate::store::config::{Config, Setting};

/// Tables and keys, and what each is set to in the form of JSON; the two dates stand in no table.
const EDITS: [(&str, &str, Option<&str>); 9] = [
    ("", "breakup", Some("2026-10-25")),
    ("", "no_contact_since", Some("2026-11-01T21:30:00+01:00")),
    ("", "no_contact_since", Some("2026-11-02")),
    ("", "breakup", Some("2026-10-24T10:00:00")),
    ("", "breakup", None),
    ("", "no_contact_since", None),
    ("urge", "call", Some("[\"Ana\",\"Ben\"]")),
    ("count", "first_day", Some("1")),
    ("display", "accessible", Some("true")),
];

/// Reads a text, then changes the two dates and some settings in it.
pub fn run(data: &[u8]) {
    let path = Path::new("config.toml");
    let Ok(text) = std::str::from_utf8(data) else { return not_utf8(data) };
    let config = match Config::check(path, text) {
        Ok(config) => config,
        Err(failure) => return complaint(text, &failure.render(Lead::Error)),
    };
    assert_eq!(config.text(), Some(text));
    for unknown in &config.unknown {
        complaint(text, &unknown.failure().render(Lead::Error));
        assert!(unknown.warnings().iter().all(|note| !note.to_string().contains(steers)));
    }
    for (table, key, value) in EDITS {
        edited(&config, text, Setting::named(table, key).expect("a setting"), value);
    }
}

fn not_utf8(data: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("config.toml");
    std::fs::write(&path, data).expect("a file");
    let failure = Config::read(&path).expect_err("it is not UTF-8");
    complaint(&String::from_utf8_lossy(data), &failure.render(Lead::Error));
}

fn complaint(text: &str, report: &str) {
    assert!(report.starts_with("error: ") && !report.replace('\n', "").contains(steers), "{report:?}");
    assert!(report.contains("--> "), "a complaint about {text:?} without a place: {report}");
    caret_lies_inside(text, report);
}

fn apart_from(config: &Config, setting: &Setting) -> String {
    let others = config.shown().into_iter().filter(|(other, ..)| other.name != setting.name);
    let rows = others.map(|(other, value, is_set)| (other.name, value, is_set));
    let unknown: Vec<_> = config.unknown.iter().map(|unknown| (&unknown.key, &unknown.nearest)).collect();
    format!("{:?} {unknown:?}", rows.collect::<Vec<_>>())
}

fn shown(config: &Config, setting: &Setting) -> Option<String> {
    Some(config.value(setting)).filter(|value| !value.is_null()).map(|value| setting.in_toml(&value))
}

fn edited(config: &Config, text: &str, setting: &Setting, value: Option<&str>) {
    let (table, key) = setting.place();
    let new = edit::set(text, table, key, value);
    let says = || format!("`{}` set to {value:?} makes {new:?} of {text:?}", setting.name);
    let understood = match Config::check(config.path(), &new) {
        Ok(understood) => understood,
        // `urge.deep.key = 1` leaves no place for another key of that table. `config set` then refuses.
        Err(_) if text.contains(&format!("{table}.")) => return,
        Err(error) => panic!("{}: {}", says(), error.render(Lead::Error)),
    };
    assert_eq!(shown(&understood, setting).as_deref(), value, "{}", says());
    assert_eq!(apart_from(&understood, setting), apart_from(config, setting), "{}", says());
    assert_eq!(edit::set(&new, table, key, value), new, "a second time changes nothing: {}", says());
    if !table.is_empty() {
        return;
    }

    // One stretch has changed, and no comment is gone.
    let (gone, come) = difference(text, &new);
    assert!(!gone.contains('#') && !gone.contains('\u{feff}'), "{gone:?} is gone: {}", says());
    assert!(value.is_some() || come.is_empty() || come.contains('#'), "{come:?} has come: {}", says());
    if value.is_none() && shown(config, setting).is_none() {
        assert_eq!(new, text, "{}", says());
    }
}

/// What two texts differ in, between what they begin and what they end with.
fn difference<'a>(old: &'a str, new: &'a str) -> (&'a str, &'a str) {
    let same = |one: &mut dyn Iterator<Item = (char, char)>| -> usize {
        one.take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum()
    };
    let before = same(&mut old.chars().zip(new.chars()));
    let (old, new) = (&old[before..], &new[before..]);
    let behind = same(&mut old.chars().rev().zip(new.chars().rev()));
    (&old[..old.len() - behind], &new[..new.len() - behind])
}
