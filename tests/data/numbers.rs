//! One life, and the same numbers in every output: screen, JSON, CSV, Markdown, HTML and calendar.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use crate::support::Home;
use crate::{line, two_months, write_diary};

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

#[test]
fn runs_and_days_are_the_same_everywhere() {
    let home = life();
    let (status, json) = (home.json("status"), home.json("history"));
    let record = &status["record"];
    // 26 Sep to 15 Nov are 51 dates, 19 to 23 Nov five: less 14 Oct and 19 Nov, on which a contact ended a count.
    assert_eq!((&record["kept_days"], &record["total_days"], &record["longest_days"]), (&54.into(), &59.into(), &32.into()));
    let tables = markdown(&home.does("export --format md"));
    assert_eq!(tables, html(&home.does("export --format html")));
    assert_eq!(tables["Dates"][3..], [["longest run", "32 days"], ["days kept", "54 of 59"]]);
    assert!(home.does("history").contains("54 of 59 days, longest 32 days"));
    assert!(home.does("status").contains("54 of 59 days, longest run 32 days"));

    let table = csv(&home.does("history --csv"));
    let days = ["4", "32", "18"];
    assert_eq!(texts(&json["runs"], "days"), days);
    assert_eq!(of(&table, "what", "run", "days"), days);
    assert_eq!(reversed(column(&tables["Runs of no contact"], 2)), days);
    let screen = home.does("history");
    let counts: Vec<&str> = screen.lines().take(3).map(|line| line[13..].split(" day").next().unwrap()).collect();
    assert_eq!(counts, days);

    // The calendar as a list, and in the page: as many days are called kept.
    let read = life().env("ACCESSIBLE", "1");
    for line in ["history --calendar --months 12", "history --calendar --months 3"] {
        let kept = read.does(line).lines().filter(|line| line.ends_with("kept.")).fold(0, |sum, line| {
            let days = line.split(": ").next().unwrap().replace(", today", "");
            let (from, through) = days.split_once(" to ").unwrap_or((&days, &days));
            sum + (long_date(through) - long_date(from)).num_days() + 1
        });
        assert_eq!(kept, 54, "{line}");
    }
    let page = home.does("export --format html");
    assert_eq!(page.matches("kept</span>").count(), 54 + 1, "and once in the legend");

    // Confirmed are the milestones that a run reached, and all of the open one: 1, 3, 7, 14 and 1, 3, 7, 14, 21, 30.
    let calendar = home.does("export --format ics");
    assert_eq!(calendar.matches("STATUS:CONFIRMED").count(), 4 + 6 + 22);
    assert_eq!(calendar.matches("STATUS:CANCELLED").count(), 18 + 16);
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
