//! Nothing that protects falls by one keystroke: without a typed yes nothing is changed, whatever the command.

use crate::{lived, said};

const START: &str = "2026-11-01 start-no-contact --breakup 2026-10-24";
const ORDER: &str = "2026-11-20 boundary order";
const SPACE: &str = "2026-11-20 boundary space";
const BLOCK: &str = "2026-11-20 boundary blocked";
const NO: &str = "2026-11-20 answer no";
const LIFTED: &str = "Did they lift it themselves?";
const MISTAKE: &str = "Was that a mistake?";
const SINCE: &str = "They said no on Fri 20 Nov 2026. Did they say this since?";

#[test]
fn what_protects_falls_only_by_a_typed_yes_and_the_question_is_the_true_one() {
    for (life, typed, question) in [
        (&[SPACE][..], "undo", MISTAKE),
        (&[SPACE], "boundary clear", LIFTED),
        (&["2026-11-20 log-contact them --blocked"], "undo", MISTAKE),
        (&["2026-11-20 boundary space --until 2026-12-20"], "boundary clear", LIFTED),
        (&[ORDER], "undo", MISTAKE),
        (&[ORDER], "boundary clear", "Has the court lifted it?"),
        (&[ORDER], "boundary order --until 2026-12-01", "Has the court changed it?"),
        (&[ORDER], "boundary order --protects me", "Does it protect you, and nobody else?"),
        (&["2026-11-20 boundary order --protects them"], "boundary order --protects me", "Does it protect you, and nobody else?"),
        (&["2026-11-20 boundary order --protects me"], "boundary clear", "Has the court lifted it?"),
        (&[NO], "undo", MISTAKE),
        (&[NO], "answer not-now", SINCE),
        (&[NO], "answer yes", SINCE),
        (&[NO], "answer yes --in-touch", SINCE),
        (&["2026-11-20 answer not-now"], "answer yes", "They said not now on Fri 20 Nov 2026. Did they say this since?"),
        (&["2026-11-20 log-contact them --no"], "undo", MISTAKE),
        (&[NO], "breakup today --again", "They said no on Fri 20 Nov 2026. Were you together again after that? Type yes if so:"),
        (
            &["2026-11-10 breakup today --again", SPACE, NO],
            "breakup 2026-11-22",
            "They asked for space, since Fri 20 Nov 2026, until they say otherwise. Did they lift it themselves? They said no on \
             Fri 20 Nov 2026. Were you together again after that? Type yes if so:",
        ),
    ] {
        let home = lived(&[&[START], life].concat());
        let lines = home.lines();
        for input in ["", "y\n", "no\n", "yes please\n"] {
            let ran = home.types(typed, input);
            assert_eq!((ran.code, home.lines() == lines), (Some(2), true), "{life:?} `{typed}` <<< {input:?}: {}", ran.err);
            let shown = crate::flat(&ran.err);
            assert!(shown.contains(question) && shown.contains("hint: type `yes` to confirm"), "{life:?} `{typed}`: {shown}");
        }
        assert_eq!(home.types(typed, " YES \n").code, Some(0), "{life:?} `{typed}`");
        assert_ne!(home.lines(), lines);
    }
}

#[test]
fn an_import_and_an_undo_that_bring_a_change_back_ask_for_each_whether_it_is_so() {
    let space = "They asked for space, since Fri 20 Nov 2026, until they say otherwise. Did they lift it themselves?";
    let asked = format!("{space} {SINCE} Type yes if so:");
    for (life, changes, question) in [
        (&[START, ORDER][..], &["boundary clear"][..], "A court order is recorded."),
        (&[START, SPACE, NO], &["boundary clear", "answer yes"], &asked),
    ] {
        let (here, elsewhere) = (lived(life), lived(life));
        here.put("before.json", elsewhere.does("export"));
        here.types("import before.json", "yes\n");
        for change in changes {
            elsewhere.confirms(change);
        }
        here.put("after.json", elsewhere.does("export"));
        let lines = here.lines();
        for answer in ["", "no\n", "y\n"] {
            let asked = said(&here, "import after.json", answer);
            assert!(asked.contains(question) && here.lines() == lines, "{asked}");
        }
        here.confirms("import after.json");
        assert_ne!(here.lines(), lines);
        if changes.len() > 1 {
            // The yes goes, and comes back.
            let undone = said(&elsewhere, "undo", "");
            let undo = undone.split("`reconnect undo ").nth(1).unwrap().split('`').next().unwrap().to_owned();
            assert!(said(&elsewhere, &format!("undo {undo}"), "").contains(&format!("{SINCE} Type yes if so:")));
        }
    }
}

#[test]
fn an_undo_that_is_imported_asks_whether_it_was_a_mistake_and_a_rehearsal_says_so() {
    let again = "until they say otherwise. Were you together again after that?";
    for (life, other, then, question) in [
        (&[START][..], &[START, NO][..], &["undo"][..], "They said no on Fri 20 Nov 2026. Was that a mistake?"),
        (&[START], &[START, BLOCK], &["undo"], MISTAKE),
        (&[START], &[START, ORDER], &["undo"], MISTAKE),
        // What else is imported doesn't change why it falls.
        (&[START], &[START, NO], &["undo", "answer not-now 2026-11-10"], MISTAKE),
        (&[START], &[START, BLOCK], &["undo", "boundary space --from 2026-11-10 --until 2026-11-12"], MISTAKE),
        (&[START], &[START, BLOCK], &["aim closure", "undo", "boundary clear"], LIFTED),
        (&[START, SPACE], &[START], &["breakup --again 2026-11-22"], again),
    ] {
        let (here, elsewhere) = (lived(life), lived(other));
        here.put("before.json", elsewhere.does("export"));
        here.does("import before.json");
        for line in then {
            elsewhere.confirms(line);
        }
        here.put("after.json", elsewhere.does("export"));
        assert!(crate::flat(&here.does("import after.json --dry-run")).contains("The import asks first: "), "{then:?}");
        assert!(said(&here, "import after.json", "").contains(question), "{then:?}: {}", said(&here, "import after.json", ""));
    }
}

/// An entry of a machine whose clock is three days ahead.
fn stray(home: &crate::Home, on: &str, kind: &str) {
    let at = "2026-11-26T12:00:00+01:00";
    home.put(
        ".local/share/reconnect/diary/zz.jsonl",
        format!("{{\"v\":1,\"id\":\"feed0001feed0001\",\"on\":\"{on}\",\"at\":\"{at}\",\"kind\":{kind}}}\n"),
    );
}

const CLEAR: &str = r#""boundary","boundary":"clear""#;
const YES: &str = r#""answer","answer":"yes""#;
const AGAIN: &str = r#""breakup","again":true"#;

#[test]
fn a_count_that_such_an_entry_ends_is_refused_with_its_name() {
    let home = lived(&[START]);
    stray(&home, "2026-11-23", r#""end""#);
    let refused = said(&home, "start-no-contact", "");
    let named = "error: another entry counts as recorded later, on Thu 26 Nov 2026: the end of no contact, Mon 23 Nov 2026";
    assert!(refused.starts_with(named) && refused.contains("`reconnect undo feed0001`"), "{refused}");
}

/// What protects on a day, order or not.
fn protects(home: &crate::Home, at: &str) -> bool {
    let status = home.status(at);
    status["boundaries"] != serde_json::json!([]) || ["no", "not-now"].iter().any(|word| status["answer"]["answer"] == *word)
}

/// What a stray entry would end, and what protects then.
const ENDED: [(&str, &[&str]); 3] = [
    (CLEAR, &["boundary space", "boundary blocked", "boundary own", "boundary order", "log-contact them --space"]),
    (CLEAR, &["log-contact them --blocked", "boundary space --until 2026-12-24", "boundary space --from 2026-11-25"]),
    (YES, &["answer no", "answer not-now", "log-contact them --no"]),
];

#[test]
fn what_protects_rules_now_and_the_entry_of_a_wrong_clock_that_would_end_it_is_named() {
    for (kind, lines) in ENDED.into_iter().chain([(AGAIN, &["boundary space", "log-contact them --blocked", "answer no"][..])]) {
        for line in lines {
            let home = lived(&[START]);
            stray(&home, "2026-11-26", kind);
            // Said twice, it is named twice.
            for _ in 0..2 {
                let ran = home.types(line, "");
                let named = "another entry counts as recorded later, on Thu 26 Nov 2026, and would end this then: ";
                assert!(ran.code == Some(0) && ran.err.contains(named), "{kind} {line}: {}", ran.err);
                assert!(ran.err.contains("hint: `reconnect undo feed0001` takes that entry back"), "{kind} {line}: {}", ran.err);
            }
            let begins = if line.contains("2026-11-25") { "2026-11-25T12:00" } else { crate::support::NOW };
            assert_eq!([begins, "2026-11-27T12:00"].map(|at| protects(&home, at)), [true, false], "{kind} {line}");
            home.does("undo feed0001");
            assert!(protects(&home, "2026-11-27T12:00"), "{kind} {line}");
        }
    }
    // An order and a lasting space stand beside it: nothing ends by it.
    let home = lived(&[START, SPACE]);
    stray(&home, "2026-11-26", CLEAR);
    home.does("log-contact them");
    home.does("answer no");
}

#[test]
fn where_such_an_entry_stands_already_what_protects_is_recorded_and_counts_once_that_is_taken_back() {
    // Space with dates of its own isn't against an entry of today.
    for (kind, line) in
        ENDED.iter().flat_map(|(kind, lines)| lines.iter().map(move |line| (kind, line))).filter(|(_, line)| !line.contains("2026"))
    {
        let home = lived(&[START]);
        stray(&home, "2026-11-23", kind);
        let ran = home.types(line, "");
        let named = "another entry counts as recorded later, on Thu 26 Nov 2026, and stands against this: ";
        assert!(ran.code == Some(0) && ran.err.contains(named), "{line}: {}", ran.err);
        let text = crate::flat(&ran.out);
        let (is_no, is_order) = (line.ends_with("no"), line.ends_with("order"));
        assert_eq!(text.contains(crate::HELPLINE), is_no || is_order, "{line}: {text}");
        assert_eq!(text.starts_with("They said no. It hurts, and it's their decision."), is_no, "{line}: {text}");
        let unheard = ["It won't count until you take back", "Their later yes, on Mon 23 Nov 2026, still counts."];
        assert!(is_order || unheard.iter().any(|words| text.contains(words)), "{line}: {text}");
        assert!(!text.contains("stops the count"), "{line}: {text}");
        assert_eq!(home.json("status")["verdict"]["id"] == "respect-boundary", is_order, "{line}");
        home.does("undo feed0001");
        assert!(protects(&home, crate::support::NOW), "{line}");
    }
}
