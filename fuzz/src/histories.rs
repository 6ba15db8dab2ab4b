//! Whole diaries of up to three machines, held against the model. The input's bytes are choices: each history is one.

use arbitrary::{Result, Unstructured};
use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta, TimeZone};
use serde_json::json;

use crate::model::{On, Record, Settings, What, said, told};
use crate::program::{File, Seen, seen};

/// More than this tells nothing that fewer would not.
const MOST: usize = 24;

struct History {
    now: DateTime<FixedOffset>,
    settings: Settings,
    /// The two dates in the configuration, if they were edited by hand: then the files' order alone is looked at.
    by_hand: Option<(On, On)>,
    records: Vec<Record>,
    /// Another line with the id of a record.
    twin: Option<Record>,
    /// Which machine wrote which, and where it stands among the others' lines.
    places: Vec<(u8, u8)>,
}

/// Makes a history and looks at it in several ways, none of which may change what it says.
pub fn run(data: &[u8]) {
    let Ok(history) = history(&mut Unstructured::new(data)) else { return };
    let (now, config) = (history.now.to_rfc3339(), history.config());
    let look = |files: &[File]| seen(files, &now, &config);
    let together = look(&history.in_one_file());
    for files in [history.a_file_a_machine(), history.shuffled_with_copies()] {
        assert_eq!(look(&files), together, "{}", history.shown(&files));
    }
    let Ok(Seen { status, history: told_history, .. }) = together else {
        assert!(history.by_hand.is_some(), "{together:?}: {}", history.shown(&history.in_one_file()));
        return;
    };
    if history.by_hand.is_none() {
        let by_program = said(&status, &told_history);
        let by_model = history.readings().map(|records| told(&records, &history.settings, history.now)).collect::<Vec<_>>();
        if !by_model.contains(&by_program) {
            let shown = history.shown(&history.in_one_file());
            panic!("{shown}\nthe program: {by_program:#}\nthe model: {:#}", by_model[0]);
        }
    }
}

/// The verdict that a history comes to.
pub fn verdict(data: &[u8]) -> Option<String> {
    let history = history(&mut Unstructured::new(data)).ok()?;
    let seen = seen(&history.in_one_file(), &history.now.to_rfc3339(), &history.config()).ok()?;
    Some(seen.status["verdict"]["id"].as_str()?.to_owned())
}

fn pick<T: Copy>(bytes: &mut Unstructured<'_>, choices: &[T]) -> Result<T> {
    bytes.choose(choices).copied()
}

fn offset(bytes: &mut Unstructured<'_>) -> Result<FixedOffset> {
    let hours = pick(bytes, &[1, 1, 1, 0, -8, 13])?;
    Ok(FixedOffset::east_opt(hours * 3600).expect("an offset"))
}

fn time(bytes: &mut Unstructured<'_>, day: NaiveDate) -> Result<DateTime<FixedOffset>> {
    let local = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(bytes.int_in_range(0..=95_u8)?) * 15);
    Ok(offset(bytes)?.from_local_datetime(&local).single().expect("a time"))
}

fn on(bytes: &mut Unstructured<'_>, day: NaiveDate) -> Result<On> {
    Ok(if bytes.arbitrary()? { On::Time(time(bytes, day)?) } else { On::Day(day) })
}

fn id(number: u8, salt: u8) -> String {
    format!("{salt:02x}{number:030x}")
}

fn history(bytes: &mut Unstructured<'_>) -> Result<History> {
    let first: NaiveDate = "2026-01-30".parse().expect("a day");
    let today = first + Days::new(u64::from(bytes.int_in_range(0..=700_u16)?));
    let now = time(bytes, today)?;
    let few_weeks_days = pick(bytes, &[21, 21, 14, 30])?;
    let golden_months = pick(bytes, &[6, 6, 2, 13])?;
    let day_starts_at = NaiveTime::from_hms_opt(pick(bytes, &[0, 0, 4, 23])?, 0, 0).expect("a time");
    let settings = Settings { few_weeks_days, golden_months, day_starts_at };
    let has_edits = bytes.ratio(1, 8)?;
    let by_hand = if has_edits { Some((on(bytes, first)?, on(bytes, first + Days::new(9))?)) } else { None };

    let (mut records, mut places, mut ids, mut day) = (Vec::<Record>::new(), Vec::new(), Vec::new(), first);
    while !bytes.is_empty() && records.len() < MOST {
        let number = u8::try_from(records.len()).expect("few");
        let name = id(number, bytes.int_in_range(0..=3)?);
        ids.push(name.clone());
        // Mostly onwards, some way back, some on the same day.
        let step = pick(bytes, &[0, 0, 1, 2, 7, 20, 21, 22, 40, 90, 200, -1, -10])?;
        day = first.max(day + TimeDelta::days(step));
        let on = on(bytes, day)?;
        // The last record of all, or any other, or one that comes later, or none.
        let other = match bytes.int_in_range(0..=9_u8)? {
            0 => "ffffffffffffffffffffffffffffffff".to_owned(),
            1 => id(number + 1, 0),
            2..=5 => bytes.choose(&ids)?.clone(),
            _ => ids[ids.len().saturating_sub(2)].clone(),
        };
        let what = what(bytes, day, &other)?;
        let may_correct = !matches!(what, What::Retract { .. } | What::Comet);
        // A retraction can be taken back, not corrected.
        let is_retraction =
            |id: &String| records.iter().any(|record| record.id == *id && matches!(record.what, What::Retract { .. }));
        let corrects = bytes.ratio(1, 6)? && may_correct && !is_retraction(&other);
        let replaces = if corrects { Some(other) } else { None };
        let late = pick(bytes, &[0, 0, 0, 1, 30, -1])?;
        let at = time(bytes, day + TimeDelta::days(late))? + TimeDelta::microseconds(bytes.int_in_range(0..=2_i64)?);
        records.push(Record { id: name, on, at, replaces, what });
        places.push(bytes.arbitrary()?);
    }
    let twin = if bytes.ratio(1, 8)? && !records.is_empty() {
        let record = bytes.choose(&records)?.clone();
        Some(Record { on: on_another_day(&record), ..record })
    } else {
        None
    };
    retractions_stay_as_they_are(&mut records);
    Ok(History { now, settings, by_hand, records, twin, places })
}

fn on_another_day(record: &Record) -> On {
    match record.on {
        On::Day(day) => On::Day(day + Days::new(3)),
        On::Time(time) => On::Time(time + TimeDelta::days(3)),
    }
}

/// A correction may name a record that comes later, and turned out to be a retraction.
fn retractions_stay_as_they_are(records: &mut [Record]) {
    let retractions: Vec<String> =
        records.iter().filter(|record| matches!(record.what, What::Retract { .. })).map(|record| record.id.clone()).collect();
    for record in records {
        record.replaces.take_if(|id| retractions.contains(id));
    }
}

fn what(bytes: &mut Unstructured<'_>, day: NaiveDate, other: &str) -> Result<What> {
    Ok(match bytes.int_in_range(0..=19_u8)? {
        0..=5 => What::Contact {
            by_me: bytes.ratio(2, 3)?,
            via: pick(bytes, &["text", "text", "call", "in-person", "social", "looked", "other"])?,
            reply: bytes.ratio(1, 5)?,
            logistics: bytes.ratio(1, 5)?,
            overrule: pick(bytes, &[None, None, None, None, Some("keep"), Some("restart")])?,
        },
        6 | 7 => What::Start { moves: bytes.arbitrary()? },
        8 => What::End,
        9 | 10 => What::Breakup { again: bytes.ratio(1, 3)? },
        11 => {
            let until = pick(bytes, &[None, Some(0), Some(10), Some(60)])?;
            What::Boundary { order: bytes.ratio(1, 5)?, until: until.map(|days| day + Days::new(days)) }
        }
        12 => What::Clear,
        13 => What::Answer(pick(bytes, &["yes", "not-now", "no"])?),
        14 | 15 => What::Issue { paper: bytes.arbitrary()? },
        16 => What::Plan { of: other.to_owned() },
        17 | 18 => What::Retract { retracts: other.to_owned() },
        _ => What::Comet,
    })
}

impl History {
    fn config(&self) -> String {
        let Settings { few_weeks_days, golden_months, day_starts_at } = self.settings;
        let dates =
            self.by_hand.map(|(breakup, since)| format!("breakup = {}\nno_contact_since = {}\n", written(breakup), written(since)));
        format!(
            "{}[windows]\nfew_weeks_days = {few_weeks_days}\ngolden_months = {golden_months}\n[count]\nday_starts_at = \"{}\"\n",
            dates.unwrap_or_default(),
            day_starts_at.format("%H:%M"),
        )
    }

    /// What may be taken of the two lines with one id: which, is nobody's business as long as it is the same everywhere.
    fn readings(&self) -> impl Iterator<Item = Vec<Record>> + '_ {
        let other = self.twin.as_ref().map(|twin| {
            self.records.iter().map(|record| if record.id == twin.id { twin.clone() } else { record.clone() }).collect()
        });
        std::iter::once(self.records.clone()).chain(other)
    }

    fn lines(&self) -> Vec<String> {
        self.records.iter().chain(&self.twin).map(line).collect()
    }

    fn in_one_file(&self) -> Vec<File> {
        vec![("desk.jsonl".to_owned(), self.lines().join("\n").into_bytes())]
    }

    fn a_file_a_machine(&self) -> Vec<File> {
        let mut files = ["desk", "laptop", "phone"].map(|name| (format!("{name}.jsonl"), Vec::new()));
        for (index, line) in self.lines().iter().enumerate() {
            let (machine, _) = self.places.get(index).copied().unwrap_or_default();
            files[usize::from(machine) % 3].1.extend_from_slice(format!("{line}\r\n").as_bytes());
        }
        files.into()
    }

    /// The lines in another order, the files under each other's names, one of them twice.
    fn shuffled_with_copies(&self) -> Vec<File> {
        let mut lines: Vec<_> = self.lines().into_iter().enumerate().collect();
        lines.sort_by_key(|(index, _)| std::cmp::Reverse(self.places.get(*index).map_or(0, |(_, order)| *order)));
        let mut files = ["phone", "desk", "laptop"].map(|name| (format!("{name}.jsonl"), Vec::new()));
        for (index, line) in &lines {
            let (machine, _) = self.places.get(*index).copied().unwrap_or_default();
            files[usize::from(machine) % 3].1.extend_from_slice(format!("\n{line}\n").as_bytes());
        }
        let copy = ("desk.sync-conflict-20261110-101010-ABCDEFG.jsonl".to_owned(), files[1].1.clone());
        files.into_iter().chain([copy]).collect()
    }

    fn shown(&self, files: &[File]) -> String {
        let files = files.iter().map(|(name, content)| format!("{name}:\n{}", String::from_utf8_lossy(content)));
        format!("--at {}\n{}{}", self.now.to_rfc3339(), self.config(), files.collect::<String>())
    }
}

fn written(on: On) -> String {
    match on {
        On::Day(day) => day.to_string(),
        On::Time(time) => time.format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
    }
}

fn line(record: &Record) -> String {
    let mut line = json!({ "v": 1, "id": record.id, "on": written(record.on), "at": record.at.to_rfc3339() });
    if let Some(id) = &record.replaces {
        line["replaces"] = json!(id);
    }
    let fields = match &record.what {
        What::Start { moves } => json!({ "kind": "start", "moves": moves }),
        What::End => json!({ "kind": "end" }),
        What::Breakup { again } => json!({ "kind": "breakup", "again": again }),
        What::Contact { by_me, via, reply, logistics, overrule } => {
            let who = if *by_me { "me" } else { "them" };
            json!({ "kind": "contact", "who": who, "via": via, "reply": reply, "logistics": logistics, "overrule": overrule })
        }
        What::Boundary { order, until } => {
            json!({ "kind": "boundary", "boundary": if *order { "order" } else { "space" }, "until": until })
        }
        What::Clear => json!({ "kind": "boundary", "boundary": "clear" }),
        What::Answer(answer) => json!({ "kind": "answer", "answer": answer }),
        What::Issue { paper } => json!({ "kind": "issue", "n": 1, "paper": paper }),
        What::Plan { of } => json!({ "kind": "plan", "n": 2, "of": of }),
        What::Retract { retracts } => json!({ "kind": "retract", "retracts": retracts }),
        What::Comet => json!({ "kind": "comet", "tail": [1, 2] }),
    };
    for (name, value) in fields.as_object().expect("fields") {
        line[name] = value.clone();
    }
    line.to_string()
}
