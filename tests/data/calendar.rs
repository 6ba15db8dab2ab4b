//! `export --format ics`, read by two independent parsers and a calendar program.

use std::fs;

use crate::support::{Home, Ran, have, skipped};
use crate::{in_touch_line, line, tool, write_diary};

const ICS: [&str; 3] = ["export", "--format", "ics"];

/// Every event as `uid status date title`, and the sequence that all of them have.
fn events(calendar: &str) -> (Vec<String>, u32) {
    let mut sequence = 0;
    let mut events = Vec::new();
    for event in calendar.split("BEGIN:VEVENT\r\n").skip(1) {
        let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        sequence = field("SEQUENCE:").parse().unwrap();
        let uid = field("UID:").split('@').next().unwrap();
        events.push(format!("{uid} {} {} {}", field("STATUS:"), field("DTSTART;VALUE=DATE:"), field("SUMMARY:")));
    }
    (events, sequence)
}

fn confirmed(home: &Home) -> Vec<String> {
    events(&home.run(&ICS).out).0.into_iter().filter(|event| event.contains("CONFIRMED")).collect()
}

#[test]
fn titles_are_neutral_unless_asked() {
    let home = Home::example();
    let calendar = home.ok(&ICS);
    assert!(calendar.contains("\r\nSUMMARY:Day 30\r\n") && calendar.contains("\r\nDTSTART;VALUE=DATE:20261201\r\n"), "{calendar}");
    assert!(calendar.contains("\r\nDTSTAMP:20261123T170000Z\r\n"), "{calendar}");
    for word in ["contact", "reconnect", "breakup"] {
        assert!(!calendar.contains(word), "{word}: {calendar}");
    }
    let plain = home.does("export --format ics --plain");
    assert!(plain.contains("\r\nSUMMARY:30 days of no contact\r\n"), "{plain}");
    assert_eq!(events(&calendar).0.len(), 12 + 10);
    assert!(calendar.lines().all(|line| line.len() <= 75));
}

#[test]
fn a_corrected_start_moves_its_events_and_an_ended_run_cancels_the_days_it_never_reached() {
    let home = Home::example();
    let (before, first) = events(&home.ok(&ICS));
    assert_eq!(events(&home.ok(&ICS)), (before.clone(), first), "nothing changed");
    home.does("start-no-contact 2026-11-03 --replace");
    let (moved, second) = events(&home.ok(&ICS));
    let uids = |events: &[String]| events.iter().map(|event| event.split(' ').next().unwrap().to_owned()).collect::<Vec<_>>();
    assert!(uids(&before) == uids(&moved) && second > first);
    assert!(before[5].ends_with("CONFIRMED 20261201 Day 30") && moved[5].ends_with("CONFIRMED 20261203 Day 30"), "{moved:?}");
    home.does("log-contact me 2026-11-10");
    let (slipped, third) = events(&home.ok(&ICS));
    assert!(third > second && slipped.len() == 44);
    // From 3 to 10 November days 1, 3 and 7 were reached. They stay.
    assert!(
        slipped[..3].iter().all(|event| event.contains(" CONFIRMED ")) && slipped[2].ends_with("20261110 Day 7"),
        "{slipped:?}"
    );
    assert!(slipped[3..22].iter().all(|event| event.contains(" CANCELLED ")) && uids(&slipped[..22]) == uids(&before));
    assert!(slipped[22..].iter().all(|event| event.contains(" CONFIRMED ")));
    assert!(slipped[27].ends_with("20261210 Day 30"), "{slipped:?}");
    home.does("undo");
    // The run that the contact opened never was, so all its events go.
    let (undone, fourth) = events(&home.ok(&ICS));
    assert!(undone[..22] == moved && uids(&undone) == uids(&slipped) && fourth > third, "{undone:?}");
    assert!(undone[22..].iter().all(|event| event.contains(" CANCELLED ")), "{undone:?}");
    home.does("end-no-contact");
    assert!(home.run(&ICS).err.contains("cancels the days that the earlier ones never reached"));
    let reached: Vec<_> = confirmed(&home).iter().map(|event| event[event.len() - 6..].to_owned()).collect();
    assert_eq!(reached, [" Day 1", " Day 3", " Day 7", "Day 14"], "3 to 23 November are twenty days");
    assert!(Home::new().fails(&ICS).contains("no count is running"));
}

#[test]
fn the_events_of_a_start_that_was_taken_back_are_cancelled_and_those_of_the_contact_after_it() {
    let home = Home::example();
    home.does("end-no-contact 2026-11-05");
    home.does("start-no-contact 2026-11-10");
    home.does("log-contact me 2026-11-12");
    let all = || events(&home.run(&ICS).out).0.len();
    // 1 to 5 November reached days 1 and 3; 10 to 12 November day 1, and the run since then is open.
    assert_eq!((all(), confirmed(&home).len()), (66, 2 + 1 + 22));
    let start = &home.json("history --all")["entries"][3]["id"];
    home.ok(&["undo", start.as_str().unwrap()]);
    assert_eq!((all(), confirmed(&home).len()), (66, 2));
    assert!(confirmed(&home)[1].ends_with("20261104 Day 3"));
}

#[test]
fn what_is_recorded_later_cancels_the_days_of_a_count_that_a_contact_had_begun() {
    // No contact since 1 November; today is the 22nd.
    let home = |lines: &[String]| {
        let mut home = Home::begun();
        write_diary(&home, "other.jsonl", lines);
        home.set_now("2026-11-22T18:00");
        home
    };
    let uid = |home: &Home| home.run(&ICS).out.matches("UID:c1.").count();
    let contact = line("c1", "2026-11-12", r#""kind":"contact","who":"me","via":"text""#);
    let open = home(std::slice::from_ref(&contact));
    assert_eq!((confirmed(&open).len(), uid(&open)), (3 + 22, 22), "days 1, 3, 7 until the contact, and the count since then");
    // Both on the 10th, but said on the 21st: the contact of the 12th began no count.
    let later = |line: String| line.replace("\"at\":\"2026-11-20", "\"at\":\"2026-11-21");
    for closes in [later(in_touch_line("t1", "2026-11-10", "them")), later(line("t1", "2026-11-10", r#""kind":"end""#))] {
        let home = home(&[contact.clone(), closes]);
        let days: Vec<_> = confirmed(&home).iter().map(|event| event.split_once("CONFIRMED ").unwrap().1.to_owned()).collect();
        assert_eq!(days, ["20261102 Day 1", "20261104 Day 3", "20261108 Day 7"]);
        assert_eq!(uid(&home), 22, "cancelled, not forgotten");
    }
    // Said before the contact, it can't have begun one.
    let home = home(&[in_touch_line("t1", "2026-11-10", "them"), later(contact)]);
    assert_eq!((confirmed(&home).len(), uid(&home)), (3, 0));
}

#[test]
fn contacts_are_entries_that_tell_a_bystander_nothing_unless_asked() {
    let home = Home::example();
    home.gives("log-contact them 2026-11-12T08:15 --via call --note -", "wanted the key, again");
    home.does("log-contact them 2026-11-14");
    home.does("log-contact me 2026-11-15");
    let entries = home.does("export --format ics --contacts them");
    assert_eq!(events(&entries).0.len(), 2);
    assert!(
        entries.contains("\r\nDTSTART:20261112T071500Z\r\n") && entries.contains("\r\nDTSTART;VALUE=DATE:20261114\r\n"),
        "{entries}"
    );
    assert!(entries.matches("SUMMARY:Entry\r\n").count() == 2 && !entries.contains("key") && !entries.contains("call"));
    let plain = home.does("export --format ics --contacts them --plain --notes --since 2026-11-12");
    assert!(plain.contains("SUMMARY:a call from them") && plain.contains("DESCRIPTION:wanted the key\\, again"), "{plain}");
}

#[test]
fn whatever_they_asked_or_answered_a_calendar_holds_only_day_counts() {
    let home = Home::example();
    let (before, _) = events(&home.ok(&ICS));
    home.does("boundary space --until 2026-12-24");
    home.does("answer no");
    home.does("aim closure");
    let calendar = home.ok(&ICS);
    assert_eq!(events(&calendar).0, before);
    assert!(!calendar.contains("20261224"), "a boundary's end is no date to wait for");
}

/// Prints every event's date and title, as a parser understands it. khal, below, has another.
const VOBJECT: &str = "
import sys, vobject, datetime
calendar = vobject.readOne(open(sys.argv[1]).read())
calendar.validate(raiseException=True)
for event in calendar.vevent_list:
    assert type(event.dtstart.value) is datetime.date and int(event.sequence.value) > 0
    print(event.dtstart.value, event.summary.value)
";

#[test]
fn an_independent_parser_reads_the_same_days() {
    let home = Home::example();
    home.put("milestones.ics", home.ok(&ICS));
    // Debian's own Python, which has Debian's packages.
    let python = |script: &str| tool(&home, "/usr/bin/python3").args(["-c", script, "milestones.ics"]).output();
    if !python("import vobject").is_ok_and(|ran| ran.status.success()) {
        skipped("`python3-vobject` is not installed");
        return;
    }
    let Ran { out, err, code } = Ran::from(python(VOBJECT).unwrap());
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!((code, lines.len()), (Some(0), 22), "{err}");
    assert_eq!((lines[0], lines[5], lines[12]), ("2026-11-02 Day 1", "2026-12-01 Day 30", "2027-11-01 1 year"));
}

#[test]
fn a_calendar_program_shows_them_and_importing_again_moves_them() {
    if !have("khal") {
        return;
    }
    let home = Home::example();
    fs::create_dir(home.path("calendar")).unwrap();
    let config = format!(
        "[calendars]\n[[days]]\npath = {0}/calendar\n[sqlite]\npath = {0}/khal.db\n[locale]\nlocal_timezone = Europe/Berlin\n\
         default_timezone = Europe/Berlin\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n\
         datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[default]\ndefault_calendar = days\n",
        home.path("").display()
    );
    fs::write(home.path("khal.conf"), config).unwrap();
    let khal = |args: &[&str]| {
        let ran = Ran::from(tool(&home, "khal").args(["-c", "khal.conf"]).args(args).output().unwrap());
        assert_eq!(ran.code, Some(0), "{args:?}: {}", ran.err);
        ran.out
    };
    let imported = || {
        fs::write(home.path("milestones.ics"), home.ok(&ICS)).unwrap();
        khal(&["import", "--batch", "milestones.ics"]);
        let listed = khal(&["list", "--format", "{start-date} {title}", "--day-format", "", "2026-11-01", "35d"]);
        listed.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let expected =
        ["2026-11-02 Day 1", "2026-11-04 Day 3", "2026-11-08 Day 7", "2026-11-15 Day 14", "2026-11-22 Day 21", "2026-12-01 Day 30"];
    assert_eq!(imported(), expected);
    home.does("start-no-contact 2026-11-02 --replace");
    let moved = imported();
    assert_eq!((moved[0].as_str(), moved[5].as_str(), moved.len()), ("2026-11-03 Day 1", "2026-12-02 Day 30", 6));
    assert_eq!(fs::read_dir(home.path("calendar")).unwrap().count(), 22);
}
