//! `export --format ics`, read by two independent parsers and a calendar program.

use std::fs;

use crate::support::{Home, Ran, have, skipped};
use crate::tool;

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
fn a_corrected_start_moves_its_events_and_an_ended_run_cancels_them() {
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
    assert!(slipped[..22].iter().all(|event| event.contains(" CANCELLED ")) && uids(&slipped[..22]) == uids(&before));
    assert!(slipped[22..].iter().all(|event| event.contains(" CONFIRMED ")));
    assert!(slipped[27].ends_with("20261210 Day 30"), "{slipped:?}");
    home.does("undo");
    let (undone, fourth) = events(&home.ok(&ICS));
    assert!(undone == moved && fourth > third, "{undone:?}");
    home.does("end-no-contact");
    let ran = home.run(&ICS);
    assert!(ran.err.contains("cancels the events of the earlier ones") && !ran.out.contains("CONFIRMED"), "{}", ran.err);
    assert!(Home::new().fails(&ICS).contains("no count is running"));
}

#[test]
fn the_events_of_a_start_that_was_taken_back_are_cancelled() {
    let home = Home::example();
    home.does("end-no-contact 2026-11-05");
    home.does("start-no-contact 2026-11-20");
    home.does("undo");
    let calendar = home.run(&ICS).out;
    assert!(calendar.contains("DTSTART;VALUE=DATE:20261220\r\n") && !calendar.contains("CONFIRMED"), "{calendar}");
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
