//! Real JSON, in many situations, against the schemas in `docs/schema`.

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};

use crate::support::Home;
use crate::{full, numbers, put_letter};

pub struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    pub fn read(name: &str) -> Self {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        let index = compiler.compile(&format!("{}/docs/schema/{name}.json", env!("CARGO_MANIFEST_DIR")), &mut schemas).unwrap();
        Self { schemas, index }
    }

    pub fn fits(&self, value: &Value) -> bool {
        self.schemas.validate(value, self.index).is_ok()
    }

    fn assert_fits(&self, name: &str, text: &str) {
        let value: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}: {text}"));
        if let Err(error) = self.schemas.validate(&value, self.index) {
            panic!("{name}: {error}\n{text}");
        }
    }
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
    for (name, line) in COMMANDS {
        let schema = Schema::read(name);
        for home in &homes {
            let ran = home.types(line, "");
            assert!(matches!(ran.code, Some(0 | 2)), "{line} {}", ran.err);
            schema.assert_fits(name, &ran.out);
        }
    }
    let home = Home::new();
    home.does("start-no-contact 2026-11-02");
    Schema::read("remind").assert_fits("remind", &home.does("remind --json --dry-run"));
}

#[test]
fn every_schema_is_used_and_notices_what_is_missing() {
    let home = full();
    let dir = std::fs::read_dir(format!("{}/docs/schema", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let names = dir.map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned());
    for name in names.filter(|name| !matches!(name.as_str(), "config" | "remind")) {
        let (_, line) = COMMANDS.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no command has {name}"));
        let ran = home.types(line, "");
        let value: Value = serde_json::from_str(&ran.out).unwrap();
        let schema = Schema::read(&name);
        for key in value.as_object().unwrap().keys() {
            let mut without = value.clone();
            without.as_object_mut().unwrap().remove(key);
            assert!(!schema.fits(&without), "{name} doesn't need {key}");
        }
    }
    let status: Value = serde_json::from_str(&full().ok(&["status", "--json"])).unwrap();
    let schema = Schema::read("status");
    for (pointer, wrong) in [("/no_contact/days", json!(-1)), ("/breakup/date", json!("2026-10-32")), ("/verdict/id", json!("go"))]
    {
        let mut changed = status.clone();
        *changed.pointer_mut(pointer).unwrap() = wrong;
        assert!(schema.fits(&status) && !schema.fits(&changed), "{pointer}");
    }
}
