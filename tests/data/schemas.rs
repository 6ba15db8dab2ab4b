//! Real JSON, in many situations, against the schemas in `docs/schema`.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Home, Ran, skipped};
use crate::{full, numbers, put_letter, tool};

/// Reads a schema's file and a value on each line, and answers each with a line: what is wrong, or nothing.
const CHECKER: &str = "
import datetime, json, sys
from jsonschema import Draft202012Validator as Validator, FormatChecker
formats = FormatChecker(['date'])
formats.checks('date-time', ValueError)(lambda text: not isinstance(text, str) or datetime.datetime.fromisoformat(text))
for line in open(sys.argv[1], encoding='utf-8'):
    path, value = json.loads(line)
    schema = json.load(open(path))
    Validator.check_schema(schema)
    faults = Validator(schema, format_checker=formats).iter_errors(value)
    print('; '.join(f'{fault.json_path}: {fault.message}'.replace('\\n', ' ') for fault in faults))
";

/// What the schema of each name has against its value: nothing where the value fits. `None`, said aloud, without the checker.
pub fn faults<'a>(values: impl IntoIterator<Item = (&'a str, Value)>) -> Option<Vec<String>> {
    let home = Home::new();
    let python = |script| tool(&home, "/usr/bin/python3").args(["-c", script, "values"]).output();
    if !python("import jsonschema").is_ok_and(|ran| ran.status.success()) {
        skipped("`python3-jsonschema` is not installed");
        return None;
    }
    let path = |name| format!("{}/docs/schema/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let lines: Vec<_> = values.into_iter().map(|(name, value)| json!([path(name), value]).to_string()).collect();
    home.put("values", lines.join("\n"));
    let Ran { out, err, code } = Ran::from(python(CHECKER).unwrap());
    assert_eq!((code, out.lines().count()), (Some(0), lines.len()), "{err}");
    Some(out.lines().map(str::to_owned).collect())
}

const COMMANDS: &[(&str, &str)] = &[
    ("status", "status --json"),
    ("guide", "guide --json"),
    ("guide", "guide 2 --studies --json"),
    ("breakup", "breakup --json"),
    ("aim", "aim --json"),
    ("boundary", "boundary --json"),
    ("answer", "answer --json"),
    ("history", "history --json"),
    ("history-all", "history --all --json --notes"),
    ("urges", "history --urges --json"),
    ("checkin", "checkin --json"),
    ("notebook", "notebook list --json --all"),
    ("letters", "letter list --json"),
    ("config-show", "config show --json"),
    ("doctor", "doctor --json"),
    ("erase", "erase --dry-run --json"),
    ("window", "window 2025-05-31 --json"),
];

fn homes() -> Vec<Home> {
    let after = |home: Home, typed: &[&str]| {
        for line in typed {
            home.does(line);
        }
        home
    };
    let mut homes = vec![
        Home::new(),
        after(Home::new(), &["breakup 2020-02-29", "aim closure"]),
        after(
            Home::example(),
            &["log-contact me 2026-11-10", "log-contact them", "boundary space", "boundary order --until 2026-12-01"],
        ),
        after(Home::example(), &["answer not-now", "end-no-contact"]),
        after(Home::example(), &["breakup 2026-11-20 --again", "start-no-contact"]),
    ];
    let busy = full();
    put_letter(&busy, "Dear you");
    busy.gives("notebook if-then", "If I want to write, I call Ana");
    homes.extend([busy, numbers::in_touch()]);
    homes
}

#[test]
fn every_json_fits_its_schema() {
    let homes = homes();
    let started = Home::new();
    started.does("start-no-contact 2026-11-02");
    let mut said = vec![("remind", "remind --json --dry-run", started.does("remind --json --dry-run"))];
    for (name, line) in COMMANDS {
        for home in &homes {
            let ran = home.types(line, "");
            assert!(matches!(ran.code, Some(0 | 2)), "{line} {}", ran.err);
            said.push((name, line, ran.out));
        }
    }
    let values =
        said.iter().map(|(name, line, text)| (*name, serde_json::from_str(text).unwrap_or_else(|_| panic!("{line}: {text}"))));
    for (fault, (_, line, text)) in faults(values).unwrap_or_default().iter().zip(&said) {
        assert_eq!(fault, "", "{line}: {text}");
    }
}

#[test]
fn every_schema_is_used_and_notices_what_is_missing() {
    let home = full();
    let dir = fs::read_dir(format!("{}/docs/schema", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let names = dir.map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned());
    let mut wrong = Vec::new();
    for name in names.filter(|name| !matches!(name.as_str(), "config" | "remind")) {
        let (name, line) = COMMANDS.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no command has {name}"));
        let value: Value = serde_json::from_str(&home.types(line, "").out).unwrap();
        for key in value.as_object().unwrap().keys() {
            let mut without = value.clone();
            without.as_object_mut().unwrap().remove(key);
            wrong.push((*name, key.clone(), without));
        }
    }
    let status = home.json("status");
    for (pointer, value) in [("/no_contact/days", json!(-1)), ("/breakup/date", json!("2026-10-32")), ("/verdict/id", json!("go"))]
    {
        let mut changed = status.clone();
        *changed.pointer_mut(pointer).unwrap() = value;
        wrong.push(("status", pointer.to_owned(), changed));
    }
    let values = wrong.iter().map(|(name, _, value)| (*name, value.clone()));
    for (fault, (name, place, _)) in faults(values).unwrap_or_default().iter().zip(&wrong) {
        assert_ne!(fault, "", "{name}: {place}");
    }
}
