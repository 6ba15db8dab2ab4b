//! The notebook: what belongs to what, what is done, and that no text is ever lost.

use crate::support::Home;

#[test]
fn only_an_issue_with_a_plan_or_one_on_paper_prepares() {
    let said = Home::example().transcript(
        "notebook issue <<< I went quiet
        notebook evidence 1 <<< said it once
        status --format {verdict}
        notebook plan 1 <<< say it within a day
        status --format {verdict}
        undo
        notebook obstacle --practical <<< 400 km
        notebook plan 4 <<< look for work there
        status --format {verdict}
        notebook issue --on-paper
        status --format {verdict}",
    );
    insta::assert_snapshot!("notebook_prepares", said);
}

#[test]
fn the_list_shows_every_kind_and_a_screen_reader_hears_what_belongs_to_what() {
    let mut home = Home::example();
    home.gives("notebook issue", "I went quiet when you were hurt");
    home.gives("notebook plan 1", "say it within a day");
    home.gives("notebook evidence 2 yesterday", "told my brother");
    home.gives("notebook obstacle --emotional", "trust");
    home.gives("notebook want", "a calm life");
    home.gives("notebook if-then", "If I want to write at night, then I call Ana.\nEven late.");
    home.gives("notebook note", "a song");
    home.does("notebook issue --on-paper");
    home.does("notebook done 2");
    insta::assert_snapshot!("notebook_list", home.does("notebook"));
    insta::assert_snapshot!("notebook_list_open", home.does("notebook list --open"));
    home = home.env("ACCESSIBLE", "1");
    insta::assert_snapshot!("notebook_list_accessible", home.does("notebook list"));
}

#[test]
fn a_second_chapter_begins_with_an_empty_notebook_and_earlier_days_stay_as_they_were() {
    let said = Home::new().transcript(
        "@ 2025-03-01T12:00
        start-no-contact 2025-01-02 --breakup 2025-01-02
        notebook issue <<< one
        @ 2025-03-05T12:00
        notebook plan 1 <<< two
        @ 2025-03-04
        status --format {verdict}
        @ 2025-03-05
        status --format {verdict}
        @ 2026-11-23T18:00
        breakup 2026-10-01 --again
        start-no-contact 2026-10-01
        status --format {verdict}
        notebook
        notebook list --all
        notebook plan 1 <<< late
        notebook issue <<< new",
    );
    insta::assert_snapshot!("notebook_second_chapter", said);
}

#[test]
fn numbers_stay_when_an_entry_is_taken_back_or_changed_and_done_is_said_once() {
    let said = Home::new().transcript(
        "notebook note <<< one
        notebook want <<< two
        notebook note <<< three
        undo 3
        notebook show 3
        undo
        notebook note <<< four
        notebook edit 2 <<< zwei\\nLinie zwei 日本 👩‍👧
        notebook edit 2 <<< zwei\\nLinie zwei 日本 👩‍👧
        notebook
        notebook show 2
        notebook show 3
        notebook issue <<< five
        notebook plan 5 <<< six
        notebook done 6
        notebook done 6
        notebook list --open
        notebook done 2
        notebook plan 2 <<< x
        notebook evidence 2 <<< x",
    );
    insta::assert_snapshot!("notebook_numbers", said);
    let home = Home::begun();
    home.gives("notebook want", "one");
    let shown = home.does("notebook show 1");
    let id = shown.lines().next().unwrap().rsplit("id ").next().unwrap();
    assert!(home.ok(&["undo", id]).contains("a notebook entry"), "{shown}");
}

#[test]
fn a_number_that_two_computers_gave_is_refused_with_both() {
    let home = Home::example();
    // Ids are random, so both are given here: a name such as `1-3` stands for one of them on every run.
    for (machine, start, text) in [("one", "5e", "from the first computer"), ("other", "3f9a", "from the other computer")] {
        let line = format!(
            r#"{{"v":1,"id":"{start:0<32}","on":"2026-11-20","at":"2026-11-20T12:00:00+01:00","kind":"note","n":1,"text":"{text}"}}"#
        );
        std::fs::write(home.diary().join(format!("{machine}.jsonl")), format!("{line}\n")).unwrap();
    }
    assert!(home.does("notebook").contains("1-3f9a  from the other computer"));
    let error = home.fails(&["notebook", "show", "1"]);
    assert!(error.contains("more than one entry") && error.contains("`1-3f9a`"), "{error}");
    for name in ["1-3f9a", "1-3", "3F9A", "3f9a0000000000000000000000000000"] {
        assert!(home.ok(&["notebook", "show", name]).contains("from the other computer"));
    }
    for name in ["1-", "2", "", "+1", "3f9", "1-4"] {
        home.fails(&["notebook", "show", name]);
    }
    assert!(home.gives("notebook note", "next").starts_with("Noted as 2."));
}

#[test]
fn text_typed_as_arguments_is_refused_with_how_to_give_it() {
    let mut home = Home::new();
    let said = home.transcript(
        "notebook issue I went quiet <<< a text
        notebook issue --on-paper quiet <<< a text
        notebook want a calm life <<< a text
        notebook if-then if it is late <<< a text
        notebook note x <<< a text
        notebook plan 1 say it <<< a text
        notebook edit 1 say it <<< a text
        notebook obstacle --practical 400 km <<< a text
        letter write dear you <<< a text
        checkin 3 so so <<< a text
        notebook evidence 1 I listened",
    );
    insta::assert_snapshot!("notebook_arguments", said);
    assert!(home.is_empty());
}

#[test]
fn a_text_that_is_empty_damaged_or_too_long_leaves_no_trace() {
    let home = Home::new();
    for text in ["", " \n\n"] {
        let ran = home.types("notebook want", text);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains("there was no text"), "{}", ran.err);
    }
    let out = home.command().args(["notebook", "want"]).write_stdin(&b"\xff\xfe"[..]).output().unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert!(!home.diary().exists());
    assert!(home.types("notebook want", &"a".repeat(600 << 10)).err.contains("longer than"));
}

#[test]
fn entries_that_refer_to_each_other_in_a_circle_are_shown_all_the_same() {
    let home = Home::example();
    let line = |id: &str, of: &str| {
        format!(r#"{{"v":1,"id":"{id}","on":"2026-11-20","at":"2026-11-20T12:00:00Z","kind":"plan","of":"{of}","text":"{id}"}}"#)
    };
    let text = [line("aaaa0001", "bbbb0001"), line("bbbb0001", "aaaa0001"), line("cccc0001", "cccc0001")].join("\n");
    std::fs::write(home.diary().join("other.jsonl"), text).unwrap();
    home.does("notebook");
    assert!(home.does("notebook show aaaa0001").contains("bbbb0001"));
}

#[test]
fn ten_thousand_entries_are_listed_in_linear_time() {
    let home = Home::example();
    let line = |n: u32| {
        let of = if n % 4 == 1 { String::new() } else { format!(r#""of":"{:032x}","#, n - 1) };
        let kind = ["note", "issue", "plan", "evidence"][(n % 4) as usize];
        format!(
            "{{\"v\":1,\"id\":\"{n:032x}\",\"on\":\"2026-11-20\",\"at\":\"2026-11-20T12:00:00Z\",\"kind\":\"{kind}\",\"n\":{n},{of}\"text\":\"x\"}}\n"
        )
    };
    let seconds = |count: u32| {
        std::fs::write(home.diary().join("other.jsonl"), (1..=count).map(line).collect::<String>()).unwrap();
        let began = std::time::Instant::now();
        assert!(home.does("notebook list").lines().count() > count as usize / 2);
        began.elapsed().as_secs_f64()
    };
    let (few, many) = (seconds(2_000), seconds(10_000));
    // Quadratic would be 25 times as long.
    assert!(many < few * 12.0 + 0.5, "{few} s, {many} s");
}

#[test]
fn a_long_line_is_cut_in_lists_and_whole_where_it_is_asked_for() {
    let home = Home::new();
    for long in ["lonely ".repeat(30_000), "日".repeat(60_000)] {
        home.gives("notebook if-then", long.trim());
        for (line, most) in [("notebook", 400), ("history --all", 500), ("urge", 4_000)] {
            let shown = home.does(line);
            assert!(shown.contains(" …") && shown.chars().count() < most * 2, "{line}: {}", shown.len());
        }
    }
    assert_eq!(home.does("notebook show 1").matches("lonely").count(), 30_000);
}
