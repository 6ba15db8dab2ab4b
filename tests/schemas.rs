//! Real JSON, in many situations, against the schemas in `docs/schema`.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;
use support::Home;

struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn read(name: &str) -> Self {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        let index = compiler.compile(&format!("{}/docs/schema/{name}.json", env!("CARGO_MANIFEST_DIR")), &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn fits(&self, text: &str) -> bool {
        let value: Value = serde_json::from_str(text).unwrap();
        self.schemas.validate(&value, self.index).is_ok()
    }
}

/// Homes from fresh to full.
fn homes() -> Vec<Home> {
    let type_all = |typed: &[&[&str]]| {
        let home = Home::new();
        for args in typed {
            home.ok(args);
        }
        home
    };
    let begun: &[&str] = &["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"];
    vec![
        type_all(&[]),
        type_all(&[begun]),
        type_all(&[&["breakup", "2020-02-29"]]),
        type_all(&[
            begun,
            &["log-contact", "me", "2026-11-10"],
            &["log-contact", "them"],
            &["boundary", "space"],
            &["boundary", "order", "--until", "2026-12-01"],
        ]),
        type_all(&[begun, &["answer", "not-now"], &["end-no-contact"]]),
        type_all(&[begun, &["breakup", "2026-11-20", "--again"], &["start-no-contact"]]),
    ]
}

#[test]
fn every_json_fits_its_schema() {
    for (name, args) in [
        ("status", &["status", "--json"][..]),
        ("history", &["history", "--json"]),
        ("window", &["window", "2025-05-31", "--json"]),
        ("notebook", &["notebook", "list", "--json", "--all"]),
    ] {
        let schema = Schema::read(name);
        for home in homes() {
            let out = home.ok(args);
            assert!(schema.fits(&out), "{name}: {out}");
        }
    }
}

#[test]
fn a_notebook_with_everything_in_it_fits_its_schema() {
    let mut home = Home::new().at(Some("2026-11-10T18:00"));
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    home.ok(&["notebook", "issue", "--on-paper"]);
    for args in [
        &["issue"][..],
        &["plan", "2"],
        &["evidence", "3"],
        &["obstacle", "--practical"],
        &["obstacle", "--emotional"],
        &["want"],
        &["note"],
    ] {
        let ran = home.run_with_input(&[&["notebook"], args].concat(), "words \"of\" \u{202e} mine\nand more");
        assert_eq!(ran.code, Some(0), "{args:?} {}", ran.err);
    }
    home.ok(&["notebook", "done", "5"]);
    home.set_now("2026-11-23T18:00");
    home.ok(&["breakup", "2026-11-20", "--again"]);
    assert_eq!(home.run_with_input(&["notebook", "issue"], "anew").code, Some(0));
    let schema = Schema::read("notebook");
    for (flags, count) in [(&[][..], 1), (&["--all"], 9), (&["--all", "--open"], 5)] {
        let out = home.ok(&[&["notebook", "list", "--json"], flags].concat());
        let value: Value = serde_json::from_str(&out).unwrap();
        assert_eq!((&value["chapter"], value["entries"].as_array().unwrap().len()), (&Value::from(2), count), "{flags:?} {out}");
        assert!(schema.fits(&out), "{out}");
    }
    let out = home.ok(&["notebook", "list", "--json", "--all"]);
    for (right, wrong) in [
        ("\"kind\":\"want\"", "\"kind\":\"wish\""),
        ("\"sort\":\"practical\"", "\"sort\":\"other\""),
        ("\"sort\":null,", ""),
        ("\"n\":2", "\"n\":0"),
        ("\"on\":\"2026-11-10", "\"on\":\"2026-11-32"),
    ] {
        assert!(out.contains(right) && !schema.fits(&out.replace(right, wrong)), "{wrong} {out}");
    }
}

#[test]
fn a_schema_notices_what_is_missing_or_wrong() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    let (schema, out) = (Schema::read("status"), home.ok(&["status", "--json"]));
    assert!(schema.fits(&out));
    assert!(!schema.fits(&out.replace("\"answer\":null,", "")));
    assert!(!schema.fits(&out.replace("\"days\":22", "\"days\":-1")));
    assert!(!schema.fits(&out.replace("2026-10-24", "2026-10-32")));
}
