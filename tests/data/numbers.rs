//! One life, and the same numbers in every output: screen, JSON, CSV, Markdown, HTML and calendar.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use crate::support::Home;
use crate::{in_touch_line, line, two_months, write_diary};

type Tables = BTreeMap<String, Vec<Vec<String>>>;

/// The two months, with a second computer's check-in on a day that has one, practical contacts, a count that was closed for four
/// days, a contact of the last count's first day, and notes.
fn life() -> Home {
    let home = two_months::home();
    // 30 Sep has a 1 already, 23 Nov a 4: the later one counts, whichever file it is in.
    let checkin = |id: &str, on: &str, at: &str, mood: u8| {
        format!(r#"{{"v":1,"id":"{id}","on":"{on}","at":"{at}","kind":"checkin","mood":{mood},"note":"so so"}}"#)
    };
    let others = [
        checkin("c1", "2026-09-30", "2026-09-30T07:00:00+02:00", 5),
        checkin("c2", "2026-11-23", "2026-11-23T17:59:00+01:00", 2),
        line("k1", "2026-10-21", r#""kind":"contact","who":"me","via":"text","logistics":true,"note":"the keys""#),
        line("k2", "2026-11-02", r#""kind":"contact","who":"me","via":"text","overrule":"keep""#),
        line("k3", "2026-11-14T09:00:00+01:00", r#""kind":"contact","who":"them","via":"call""#),
    ];
    write_diary(&home, "other.jsonl", &others);
    home.does("end-no-contact 2026-11-15");
    home.does("start-no-contact 2026-11-19T08:00");
    home.does("log-contact me 2026-11-19T09:00 --via looked");
    home
}

/// Ten quiet days and a message, three weeks, in touch for three weeks, space, two weeks, and in touch since 16 November.
pub fn in_touch() -> Home {
    let home = Home::new();
    home.does("start-no-contact 2026-09-05 --breakup 2026-09-01");
    let lines = [
        line("t1", "2026-09-15", r#""kind":"contact","who":"me","via":"text""#),
        in_touch_line("t2", "2026-10-06T20:00:00+02:00", "them"),
        line("t3", "2026-10-10", r#""kind":"contact","who":"me","via":"in-person""#),
        line("t4", "2026-10-14", r#""kind":"contact","who":"them","via":"text""#),
        in_touch_line("t5", "2026-10-17", "me"),
        line("t6", "2026-10-26", r#""kind":"boundary","boundary":"space","until":"2026-11-08""#),
        line("t7", "2026-11-01", r#""kind":"start""#),
        in_touch_line("t8", "2026-11-16T12:00:00+01:00", "them"),
    ];
    write_diary(&home, "other.jsonl", &lines);
    home
}

fn markdown(text: &str) -> Tables {
    let mut tables = Tables::new();
    for section in text.split("\n## ").skip(1) {
        let (head, rest) = section.split_once('\n').unwrap();
        let rows = rest.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
        let rows: Vec<Vec<String>> =
            rows.filter(|row| !row.starts_with("---")).map(|row| row.split(" | ").map(str::to_owned).collect()).collect();
        tables.extend((!rows.is_empty()).then(|| (head.to_owned(), rows)));
    }
    tables
}

/// The tables below a heading with an id; the months of the calendar have none.
fn html(text: &str) -> Tables {
    let mut tables = Tables::new();
    for section in text.split("<h2 id=").skip(1) {
        let (_, section) = section.split_once('>').unwrap();
        let (head, rest) = section.split_once("</h2>").unwrap();
        let Some(table) = rest.split("</section>").next().unwrap().split("</caption>").nth(1) else { continue };
        let bare = |cell: &str| cell.split_once('>').unwrap().1.split('<').next().unwrap().to_owned();
        let rows = table.split("<tr>").skip(1).map(|row| {
            row.split("<t")
                .skip(1)
                .filter(|cell| cell.starts_with(['h', 'd']))
                .filter(|cell| !cell.starts_with("head"))
                .map(bare)
                .collect()
        });
        tables.insert(head.to_owned(), rows.collect());
    }
    tables
}

fn csv(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    let names = lines.next().unwrap();
    lines.map(|row| names.iter().cloned().zip(row).collect()).collect()
}

fn column(rows: &[Vec<String>], index: usize) -> Vec<String> {
    rows.iter().skip(1).map(|row| row[index].clone()).collect()
}

fn texts(all: &Value, field: &str) -> Vec<String> {
    let text = |one: &Value| one[field].as_str().map_or(one[field].to_string(), str::to_owned);
    all.as_array().unwrap().iter().map(text).collect()
}

fn reversed(mut all: Vec<String>) -> Vec<String> {
    all.reverse();
    all
}

fn of(rows: &[BTreeMap<String, String>], name: &str, value: &str, wanted: &str) -> Vec<String> {
    rows.iter().filter(|row| row[name] == value).map(|row| row[wanted].clone()).collect()
}

fn long_date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%a %d %b %Y").unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// What was worked out by hand.
struct Expected {
    longest: u32,
    kept: u32,
    total: u32,
    /// Days of every run, the latest first.
    runs: &'static [&'static str],
    days_in_touch: usize,
    /// Milestones that were or may be reached, and those that weren't.
    events: (usize, usize),
}

fn assert_same_everywhere(home: Home, expected: &Expected) {
    let Expected { longest, kept, total, .. } = *expected;
    let (record, json) = (&home.json("status")["record"], home.json("history"));
    assert_eq!(
        (&record["kept_days"], &record["total_days"], &record["longest_days"]),
        (&kept.into(), &total.into(), &longest.into())
    );
    let tables = markdown(&home.does("export --format md"));
    assert_eq!(tables, html(&home.does("export --format html")));
    let dates = &tables["Dates"];
    assert_eq!(
        dates[dates.len() - 2..],
        [["longest run", &format!("{longest} days")], ["days kept", &format!("{kept} of {total}")]]
    );
    let screen = home.does("history");
    assert!(screen.contains(&format!("{kept} of {total} days, longest run {longest} days")), "{screen}");

    let table = csv(&home.does("history --csv"));
    let days = expected.runs;
    assert_eq!(texts(&json["runs"], "days"), days);
    assert_eq!(of(&table, "what", "run", "days"), days);
    assert_eq!(reversed(column(&tables["Counts of no contact"], 2)), days);
    let rows = screen.split("Kept ").next().unwrap().lines().map(|line| line[13..].split_once(" day"));
    assert_eq!(rows.flatten().map(|(days, _)| days).collect::<Vec<_>>(), days);
    // The times in touch, the latest first.
    assert_eq!(texts(&json["in_touch"], "since"), of(&table, "what", "in-touch", "from"));
    let ends: Vec<_> = texts(&json["in_touch"], "until").iter().map(|end| end.replace("null", "")).collect();
    assert_eq!(ends, of(&table, "what", "in-touch", "to"));
    let shown = tables.get("In touch: days neither kept nor lost").map_or(0, |rows| rows.len() - 1);
    assert_eq!((shown, screen.matches(" In touch, ").count()), (ends.len(), ends.len()), "{screen}");

    // The calendar as a list, and in the page: as many days are called kept and in touch.
    let page = home.does("export --format html");
    let calendar = home.run(&["export", "--format", "ics"]).out;
    let read = home.env("ACCESSIBLE", "1");
    for (word, number) in [("kept", kept as usize), ("in touch", expected.days_in_touch)] {
        for line in ["history --calendar --months 12", "history --calendar --months 3"] {
            let days = read.does(line).lines().filter(|line| line.ends_with(&format!("{word}."))).fold(0, |sum, line| {
                let days = line.split(": ").next().unwrap();
                let days = days.replace(", today", "");
                let (from, through) = days.split_once(" to ").unwrap_or((&days, &days));
                sum + (long_date(through) - long_date(from)).num_days() + 1
            });
            assert_eq!(usize::try_from(days).unwrap(), number, "{line}: {word}");
        }
        let legend = usize::from(number > 0);
        assert_eq!(page.matches(&format!("{word}</span>")).count(), number + legend, "{word}, and once in the legend");
    }
    let count = |status: &str| calendar.matches(&format!("STATUS:{status}")).count();
    assert_eq!((count("CONFIRMED"), count("CANCELLED")), expected.events);
}

#[test]
fn runs_and_days_are_the_same_everywhere() {
    let home = life();
    assert!(home.does("status").contains("54 of 59 days, longest run 32 days"));
    // 26 Sep to 15 Nov are 51 dates, 19 to 23 Nov five: less 14 Oct and 19 Nov, on which a contact ended a count. The milestones
    // reached are days 1, 3, 7, 14, and 1, 3, 7, 14, 21, 30; all of the open count may be.
    let events = (4 + 6 + 22, 18 + 16);
    let expected = Expected { longest: 32, kept: 54, total: 59, runs: &["4", "32", "18"], days_in_touch: 0, events };
    assert_same_everywhere(home, &expected);
}

#[test]
fn the_days_in_touch_are_neither_kept_nor_lost_anywhere() {
    let home = in_touch();
    let screen = home.does("history");
    let counts = "\
Counts       In touch, since Mon 16 Nov 2026
             15 days, Sun 1 Nov 2026 to Mon 16 Nov 2026, then in touch again
             In touch, Tue 6 Oct 2026 to Mon 26 Oct 2026
             21 days, Tue 15 Sep 2026 to Tue 6 Oct 2026, then in touch again
             10 days, Sat 5 Sep 2026 to Tue 15 Sep 2026, then a contact
";
    assert!(screen.starts_with(counts), "{screen}");
    assert!(home.does("export --format md").contains("| in touch since | Mon 16 Nov 2026 |"));
    // 5 Sep to 23 Nov are 80 dates; 7 to 25 Oct (19) and 17 to 23 Nov (7) are in touch. Kept are 5 Sep to 6 Oct without 15 Sep
    // (31) and 1 to 16 Nov (16). Milestones: days 1, 3, 7; 1, 3, 7, 14, 21; and 1, 3, 7, 14.
    let events = (3 + 5 + 4, 19 + 17 + 18);
    let expected = Expected { longest: 21, kept: 47, total: 54, runs: &["15", "21", "10"], days_in_touch: 26, events };
    assert_same_everywhere(home, &expected);
}

#[test]
fn an_answer_begins_being_in_touch_without_a_count_and_nothing_counts_then() {
    let home = Home::new();
    home.does("breakup 2026-09-01");
    assert!(home.does("history").starts_with("Nothing is recorded yet."));
    home.does("answer yes 2026-11-16 --in-touch");
    assert_eq!(home.does("history"), "Counts       In touch, since Mon 16 Nov 2026\n");
    assert_eq!(home.json("status")["record"]["total_days"], 0);
}

#[test]
fn contacts_check_ins_and_urges_are_the_same_everywhere() {
    let home = life();
    let (json, table, export) = (home.json("history"), csv(&home.does("history --csv")), csv(&home.does("export --format csv")));
    let tables = markdown(&home.does("export --format md"));
    let ids = texts(&json["contacts"], "id");
    assert_eq!(ids.len(), 6);
    assert_eq!(of(&table, "what", "contact", "id"), ids);
    assert_eq!(reversed(of(&export, "kind", "contact", "id")), ids);
    let who = |who: &str| csv(&home.does(&format!("export --format csv --contacts {who}")));
    assert_eq!((who("me").len(), who("them").len()), (4, 2));
    let told = column(&tables["What happened"], 1);
    assert_eq!(told.iter().filter(|what| what.contains("you") || what.contains("them")).count(), 6, "{told:?}");
    let everything = home.json("history --all");
    let kinds = texts(&everything["entries"], "kind");
    assert_eq!(kinds.iter().filter(|kind| *kind == "contact").count(), 6);

    let moods = texts(&json["checkins"], "mood");
    assert_eq!(moods, ["2", "4", "3", "3", "3", "2", "1", "2"], "of 23 Nov and 30 Sep the later one");
    assert_eq!(of(&table, "what", "checkin", "mood"), moods);
    assert_eq!(reversed(of(&export, "kind", "checkin", "mood")), moods);
    assert_eq!(home.json("checkin")["checkin"]["mood"], 2);
    let means = column(&tables["How you were, 1 to 5"], 2);
    assert_eq!(means, ["1.5", "2.0", "3.0", "3.0", "3.0", "4.0", "2.0"]);
    let screen = home.does("history");
    assert!(screen.contains("Check-ins    1.5 · 2.0 · 3.0 3.0 3.0 4.0 2.0\n"), "{screen}");
    // All that was recorded stands in the whole list, and what doesn't count is called so.
    let all = home.does("history --all");
    assert_eq!((all.matches("a check-in, ").count(), all.matches("a later one of that day counts").count()), (10, 2));

    let urges = home.json("history --urges");
    let counted = |field: &str| urges[field].as_u64().unwrap();
    assert_eq!(
        [counted("total"), counted("not_sent"), counted("sent")],
        [15, 13, 2],
        "the text of 2 Nov came within a day of an urge"
    );
    let table = csv(&home.does("history --urges --csv"));
    assert_eq!((table.len(), of(&table, "fate", "not-sent", "id").len()), (15, 13));
    assert_eq!(of(&export, "kind", "urge", "id").len(), 15);
    assert!(home.does("export --format md").contains("\n15 urges in all; 13 not sent.\n"));
    let by_part =
        |field: &str| urges["by_part"].as_array().unwrap().iter().map(|part| part[field].as_u64().unwrap()).collect::<Vec<_>>();
    let numbers = |index: usize| {
        column(&tables["Urges to write, by time of day"], index).iter().map(|n| n.parse().unwrap()).collect::<Vec<u64>>()
    };
    assert_eq!((by_part("urges"), by_part("not_sent")), (numbers(1), numbers(2)));
    assert!(home.does("history --urges").contains("night 2, morning 1, afternoon 1, evening 11\n"));
    let triggers = column(&tables["What set them off"], 1);
    assert_eq!(triggers, texts(&urges["by_trigger"], "urges"));
}
