//! `export --format ics`, read by two independent parsers and a calendar program.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/shells.rs"]
mod shells;
mod support;

use std::fs;

use shells::user;
use support::{Home, have};

fn home() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01T21:30", "--breakup", "2026-10-24"]);
    home
}

const ICS: [&str; 3] = ["export", "--format", "ics"];

#[test]
fn titles_are_neutral_unless_asked_and_nothing_depends_on_when_it_was_made() {
    let mut home = home();
    let calendar = home.ok(&ICS);
    assert!(calendar.contains("\r\nSUMMARY:Day 30\r\n") && calendar.contains("\r\nDTSTART;VALUE=DATE:20261201\r\n"), "{calendar}");
    for word in ["contact", "reconnect", "breakup", "20261123"] {
        assert!(!calendar.contains(word), "{word}: {calendar}");
    }
    home.set_now("2027-06-01");
    assert_eq!(home.ok(&ICS), calendar);
    let plain = home.ok(&["export", "--format", "ics", "--plain"]);
    assert!(plain.contains("\r\nSUMMARY:30 days of no contact\r\n"), "{plain}");
    let uids = |text: &str| text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(uids(&plain), uids(&calendar));
    assert_eq!(uids(&calendar).len(), 12 + 10);
    assert!(calendar.lines().all(|line| line.len() <= 75));
}

#[test]
fn whatever_they_asked_or_answered_no_entry_names_a_date_for_contact() {
    let home = home();
    let before = home.ok(&ICS);
    home.ok(&["boundary", "space", "--until", "2026-12-24"]);
    home.ok(&["answer", "no"]);
    assert_eq!(home.ok(&ICS), before);
    assert!(!before.contains("20261224"), "a boundary's end is no date to wait for");
}

#[test]
fn without_a_run_there_are_no_milestones() {
    assert!(Home::new().fails(&ICS).contains("no count is running"));
}

/// Prints every event's date, length in days and title, as a parser understands it.
const ICALENDAR: &str = "
import sys, icalendar, datetime
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
for event in calendar.walk('VEVENT'):
    assert not event.errors and event['UID'] and event['DTSTAMP'].dt
    assert type(event['DTSTART'].dt) is datetime.date and 'DTEND' not in event
    print(event['DTSTART'].dt, event['SUMMARY'])
";
const VOBJECT: &str = "
import sys, vobject, datetime
calendar = vobject.readOne(open(sys.argv[1]).read())
calendar.validate(raiseException=True)
for event in calendar.vevent_list:
    assert type(event.dtstart.value) is datetime.date
    print(event.dtstart.value, event.summary.value)
";

#[test]
fn two_independent_parsers_read_the_same_days() {
    let home = home();
    fs::write(home.path("milestones.ics"), home.ok(&ICS)).unwrap();
    // Debian's own Python, which has Debian's packages.
    if !have("khal") || !std::path::Path::new("/usr/bin/python3").exists() {
        return;
    }
    for (name, script) in [("icalendar", ICALENDAR), ("vobject", VOBJECT)] {
        let python = |script: &str| user(&home, "/usr/bin/python3").args(["-c", script, "milestones.ics"]).output().unwrap();
        if !python(&format!("import {name}")).status.success() {
            assert!(std::env::var_os("CI").is_none(), "python3-{name} is not installed, and CI needs it");
            eprintln!("skipped: `python3-{name}` is not installed");
            continue;
        }
        let output = python(script);
        let (said, error) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr).into_owned());
        assert!(output.status.success(), "{name}: {error}");
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines.len(), 22, "{name}");
        assert_eq!((lines[0], lines[5], lines[12]), ("2026-11-02 Day 1", "2026-12-01 Day 30", "2027-11-01 1 year"), "{name}");
    }
}

#[test]
fn a_calendar_program_shows_them_and_importing_again_changes_nothing() {
    if !have("khal") {
        return;
    }
    let home = home();
    fs::write(home.path("milestones.ics"), home.ok(&ICS)).unwrap();
    fs::create_dir(home.path("calendar")).unwrap();
    let config = format!(
        "[calendars]\n[[days]]\npath = {0}/calendar\n[sqlite]\npath = {0}/khal.db\n[locale]\nlocal_timezone = Europe/Berlin\n\
         default_timezone = Europe/Berlin\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n\
         datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[default]\ndefault_calendar = days\n",
        home.path("").display()
    );
    fs::write(home.path("khal.conf"), config).unwrap();
    let khal = |args: &[&str]| {
        let output = user(&home, "khal").args(["-c", "khal.conf"]).args(args).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let list = || khal(&["list", "--format", "{start-date} {title}", "--day-format", "", "2026-11-01", "70d"]);
    khal(&["import", "--batch", "milestones.ics"]);
    let listed = list();
    eprintln!("khal lists:\n{listed}");
    let expected = "2026-11-02 Day 1\n2026-11-04 Day 3\n2026-11-08 Day 7\n2026-11-15 Day 14\n2026-11-22 Day 21\n2026-12-01 Day 30\n2026-12-16 Day 45\n2026-12-31 Day 60\n";
    assert!(listed.lines().filter(|line| !line.is_empty()).eq(expected.lines()), "{listed}");
    khal(&["import", "--batch", "milestones.ics"]);
    assert_eq!(list(), listed);
    assert_eq!(fs::read_dir(home.path("calendar")).unwrap().count(), 22);
}
