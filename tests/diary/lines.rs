//! The diary's lines: damaged, newer and unknown ones are kept and skipped, and never block anything.

use super::*;

#[test]
fn a_damaged_line_costs_only_itself_and_stays() {
    let (brackets, letters) = (vec![b'['; 200_000], vec![b'a'; 1 << 20]);
    let damages: [&[u8]; 11] = [
        b"not json\n",
        b"\xff\xfe\n",
        b"{\"v\":1}\n",
        b"{\"v\":1,\"id\":\"x\",\"on\":\"2026-13-01\",\"at\":\"2026-11-10T12:00:00Z\",\"kind\":\"end\"}\n",
        b"{\"v\":1,\"id\":\"x\",\"on\":\"2026-11-10\",\"at\":\"yesterday\",\"kind\":\"end\"}\n",
        b"{\"v\":1,\"id\":\"x\",\"on\":\"2026-11-10\",\"at\":\"2026-11-10T12:00:00Z\",\"kind\":\"contact\",\"who\":\"aunt\"}\n",
        b"\0\0\0\0\n",
        b"[1,2,3]\n",
        b"{\"v\":1,\"id\":\"torn",
        &brackets,
        &letters,
    ];
    for damage in damages {
        let home = Home::begun();
        let file = home.diary().join(own_file(&home));
        let before = [fs::read(&file).unwrap(), damage.to_vec()].concat();
        fs::write(&file, &before).unwrap();
        assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
        home.does("log-contact me 2026-11-10");
        assert!(fs::read(&file).unwrap().starts_with(&before), "what was there stays, byte for byte");
        assert_eq!(numbers(&home), "2026-11-10, 13/22/23/2", "the line behind the damaged one counts");
    }
}

#[test]
fn a_newer_version_and_an_unknown_kind_are_skipped_also_where_they_replace() {
    let home = Home::begun();
    let start = id_of(&of_kind(&home, "start")[0]);
    let before = json(&home);
    for rest in [
        r#""kind":"comet","tail":true"#.to_owned(),
        format!(r#""replaces":"{start}","kind":"comet""#),
        r#""kind":"contact","who":"me","via":"carrier-pigeon""#.to_owned(),
        r#""kind":"boundary","boundary":"moat""#.to_owned(),
    ] {
        add(&home, "zz.jsonl", &line("1", "2026-11-05", &rest));
        add(&home, "zz.jsonl", &line("2", "2026-11-05", &rest).replace("\"v\":1", "\"v\":3"));
        let known = json(&home);
        // A boundary that can't be read may be their word.
        let expected = if rest.contains("moat") { &"unread".into() } else { &before["verdict"]["id"] };
        assert_eq!(&known["verdict"]["id"], expected, "{rest}");
        assert_eq!(
            (&known["no_contact"], &known["record"], &known["boundaries"]),
            (&before["no_contact"], &before["record"], &before["boundaries"]),
            "{rest}"
        );
        fs::remove_file(home.diary().join("zz.jsonl")).unwrap();
    }
    add(&home, "zz.jsonl", "{\"v\":3,\"id\":\"n\",\"when\":\"some day\",\"kind\":\"end\"}\n");
    let with_more = line("3", "2026-11-10", r#""kind":"contact","who":"me","via":"text","weather":7"#);
    add(&home, "zz.jsonl", &with_more);
    assert_eq!(numbers(&home), "2026-11-10, 13/22/23/2", "an unknown field costs nothing");
}

#[test]
fn files_that_are_no_diary_are_not_read_and_copies_change_nothing() {
    let home = Home::begun();
    home.does("log-contact me 2026-11-10");
    let before = json(&home);
    let slip = line("1", "2026-11-20", r#""kind":"contact","who":"me","via":"text""#);
    for name in ["._desk.jsonl", "notes.txt", "desk.json"] {
        add(&home, name, &slip);
    }
    let own = home.diary().join(own_file(&home));
    for copy in ["desk.sync-conflict-20261110-101010-ABCDEFG.jsonl", "another (conflicted copy).jsonl"] {
        fs::copy(&own, home.diary().join(copy)).unwrap();
    }
    fs::write(home.diary().join("empty.jsonl"), "").unwrap();
    assert_eq!(json(&home), before);
    record_something(&home);
    home.does("undo");
    assert_eq!(json(&home), before, "an undo after copies takes back what was recorded last");
    fs::remove_file(&own).unwrap();
    assert_eq!(json(&home), before, "lines that survive in a copy alone count");
}

#[test]
fn of_two_lines_with_one_id_every_order_of_files_takes_the_same() {
    let slip = |who: &str| line("1", "2026-11-10", &format!(r#""kind":"contact","who":"{who}","via":"text""#));
    let known = |first: &str, then: &str| {
        let home = Home::begun();
        add(&home, "0.jsonl", &slip(first));
        add(&home, "1.jsonl", &slip(then));
        json(&home)
    };
    assert_eq!(known("me", "them"), known("them", "me"));
}

#[test]
fn of_two_corrections_the_later_counts_and_a_retraction_wins_over_both() {
    let home = Home::begun();
    let contact = r#""kind":"contact","who":"me","via":"text""#;
    let more = |id: &str, on: &str, at: &str, rest: &str| {
        let text = line(id, on, rest).replace("T12:00:00", &format!("T{at}:00"));
        add(&home, "zz.jsonl", &text);
    };
    let id = |id: &str| format!("{id:0>32}");
    more("a", "2026-11-05", "12:00", contact);
    more("c", "2026-11-15", "12:00", &format!(r#""replaces":"{}",{contact}"#, id("a")));
    more("b", "2026-11-10", "11:00", &format!(r#""replaces":"{}",{contact}"#, id("a")));
    assert_eq!(json(&home)["no_contact"]["days"], 8, "the later of the two, on the 15th");
    more("d", "2026-11-17", "12:00", &format!(r#""kind":"retract","retracts":"{}""#, id("c")));
    assert_eq!(json(&home)["no_contact"]["days"], 13, "without it the earlier correction, on the 10th");
    more("e", "2026-11-10", "12:00", &format!(r#""kind":"retract","retracts":"{}""#, id("a")));
    assert_eq!(json(&home)["no_contact"]["days"], 22, "a retraction wins, whenever it was recorded");
    more("f", "2026-11-17", "13:00", &format!(r#""kind":"retract","retracts":"{}""#, id("e")));
    assert_eq!(json(&home)["no_contact"]["days"], 13, "unless it is taken back itself");
}

#[test]
fn records_that_refer_to_each_other_in_a_circle_are_no_trap() {
    let home = Home::begun();
    let id = |id: &str| format!("{id:0>32}");
    for (one, other) in [("x", "y"), ("y", "x"), ("z", "z")] {
        add(&home, "zz.jsonl", &line(one, "2026-11-10", &format!(r#""kind":"retract","retracts":"{}""#, id(other))));
    }
    for (one, other) in [("p", "q"), ("q", "p"), ("r", "r")] {
        add(&home, "zz.jsonl", &line(one, "2026-11-12", &format!(r#""replaces":"{}","kind":"end""#, id(other))));
    }
    assert_eq!(numbers(&home), "2026-11-01, 22/23/23/1");
}

#[test]
fn a_later_record_is_later_whatever_the_clock_says() {
    let home = Home::begun();
    home.does("log-contact me 2026-11-10");
    // The clock is set back by days before the contact is taken back and the start corrected.
    let corrected = |day| ["start-no-contact", day, "--replace"];
    for args in [&["undo"][..], &corrected("2026-11-03"), &corrected("2026-11-02")] {
        assert_eq!(at(&home, "Europe/Berlin", "2026-11-20T08:00", args).code, Some(0));
    }
    assert_eq!(json(&home)["no_contact"]["since"], "2026-11-02");
}

#[test]
fn twenty_thousand_corrections_of_one_entry_take_no_time() {
    let home = Home::begun();
    let start = id_of(&of_kind(&home, "start")[0]);
    let (mut text, mut before) = (String::new(), start);
    for number in 0..20_000_u32 {
        let id = format!("{:032x}", number + 10);
        let rest = format!(r#""replaces":"{before}","kind":"start""#);
        text += &line(&id, "2026-11-03", &rest).replace("T12:00:00", &format!("T12:00:00.{number:06}"));
        before = id;
    }
    add(&home, "zz.jsonl", &text);
    let began = std::time::Instant::now();
    assert_eq!(numbers(&home), "2026-11-03, 20/21/21/1");
    assert!(began.elapsed() < std::time::Duration::from_secs(5), "{:?}", began.elapsed());
}
