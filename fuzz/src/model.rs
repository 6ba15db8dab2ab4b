//! The contract once more, slow and obvious: union, what stands, the order of events, runs by looking at every day, reach-outs,
//! the verdict. It shares no code with the program and no type with the library.

use chrono::{DateTime, Days, FixedOffset, Months, NaiveDate, NaiveTime};
use serde_json::{Value, json};

/// A record of the diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub id: String,
    pub on: On,
    pub at: DateTime<FixedOffset>,
    pub replaces: Option<String>,
    pub what: What,
}

/// When something happened, as it was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum On {
    Day(NaiveDate),
    Time(DateTime<FixedOffset>),
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    Start {
        moves: bool,
    },
    End,
    Breakup {
        again: bool,
    },
    Contact {
        by_me: bool,
        via: &'static str,
        reply: bool,
        logistics: bool,
        overrule: Option<&'static str>,
    },
    Boundary {
        order: bool,
        until: Option<NaiveDate>,
    },
    Clear,
    Answer(&'static str),
    Issue {
        paper: bool,
    },
    Plan {
        of: String,
    },
    Retract {
        retracts: String,
    },
    /// A kind that nobody knows.
    Comet,
}

/// What is set.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    pub few_weeks_days: u64,
    pub golden_months: u32,
    pub day_starts_at: NaiveTime,
}

#[derive(Debug, Clone)]
struct Event {
    id: String,
    day: NaiveDate,
    time: Option<DateTime<FixedOffset>>,
    recorded: DateTime<FixedOffset>,
    what: What,
}

#[derive(Debug, Clone)]
struct Run {
    start: (NaiveDate, Option<DateTime<FixedOffset>>),
    end: Option<(NaiveDate, Option<DateTime<FixedOffset>>, &'static str)>,
}

/// What is to be said of the records: `status` and `history`, as far as they are compared.
pub fn told(records: &[Record], settings: &Settings, now: DateTime<FixedOffset>) -> Value {
    let today = day_of(now, settings);
    let events = happened(records, settings, now);
    let reached = reach_outs(&events, settings);
    let here = State::after(&events, &reached);
    let (verdict, window) = here.verdict(today, settings);

    let open = here.open();
    let days: Vec<NaiveDate> = match here.runs.iter().map(|run| run.start.0).min() {
        Some(first) => first.iter_days().take_while(|day| *day <= today).collect(),
        None => Vec::new(),
    };
    let inside = |day: NaiveDate| here.runs.iter().any(|run| run.start.0 <= day && run.end.is_none_or(|(end, ..)| day <= end));
    let kept = days.iter().filter(|day| inside(**day) && !here.lost.contains(day)).count();
    let listed: Vec<&Run> = here.runs.iter().filter(|run| run.is_listed()).collect();

    let earliest = match (here.breakup, open) {
        (Some(breakup), Some(run)) if ["wait", "give-space", "prepare", "reach-out-gently", "extra-care"].contains(&verdict) => {
            Some(breakup.max(run.start.0) + Days::new(settings.few_weeks_days))
        }
        _ => None,
    };
    let boundaries: Vec<Value> = here
        .boundaries
        .iter()
        .filter(|boundary| boundary.holds(today))
        .map(|boundary| json!({"kind": if boundary.order { "order" } else { "space" }, "from": boundary.from, "through": boundary.until}))
        .collect();
    let contacts: Vec<Value> = (0..events.len())
        .rev()
        .filter(|index| matches!(events[*index].what, What::Contact { .. }))
        .map(|index| {
            let before = State::after(&events[..index], &reached);
            let ended = before.open().is_some() && ends_run(&events[index].what);
            json!({"id": events[index].id, "day": events[index].day, "ended_run": ended,
                "reach_out": reached[index]})
        })
        .collect();
    let mut runs: Vec<Value> =
        here.earlier.iter().chain(&here.runs).filter(|run| run.is_listed()).map(|run| run.shown(today)).collect();
    runs.reverse();
    json!({
        "breakup": here.breakup.map(|day| json!({"date": day, "days": between(day, today)})),
        "window": window,
        "no_contact": open.map(|run| json!({"since": moment(run.start.0, run.start.1), "days": between(run.start.0, today)})),
        "record": {
            "longest_days": listed.iter().map(|run| run.days(today)).max().unwrap_or(0),
            "kept_days": kept,
            "total_days": days.len(),
            "runs": listed.len(),
        },
        "boundaries": boundaries,
        "answer": here.answer.map(|(answer, on)| json!({"answer": answer, "on": on})),
        "verdict": verdict,
        "earliest": earliest,
        "next_milestone": open.map(|run| next_milestone(run.start.0, today)),
        "runs": runs,
        "contacts": contacts,
    })
}

/// The same of what the program has printed.
pub fn said(status: &Value, history: &Value) -> Value {
    let contacts: Vec<Value> = history["contacts"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| json!({"id": one["id"], "day": one["day"], "ended_run": one["ended_run"], "reach_out": one["reach_out"]}))
        .collect();
    json!({
        "breakup": status["breakup"],
        "window": status["window"],
        "no_contact": status["no_contact"],
        "record": status["record"],
        "boundaries": status["boundaries"],
        "answer": status["answer"],
        "verdict": status["verdict"]["id"],
        "earliest": status["verdict"]["earliest"],
        "next_milestone": status["next_milestone"],
        "runs": history["runs"],
        "contacts": contacts,
    })
}

/// Every date and time that is not before the day's edge belongs to its own date.
fn day_of(time: DateTime<FixedOffset>, settings: &Settings) -> NaiveDate {
    let date = time.date_naive();
    if time.time() < settings.day_starts_at { date.pred_opt().expect("a day") } else { date }
}

fn between(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days().max(0)
}

fn moment(day: NaiveDate, time: Option<DateTime<FixedOffset>>) -> String {
    time.map_or(day.to_string(), |time| time.format("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

fn next_milestone(start: NaiveDate, today: NaiveDate) -> Value {
    let days = [1, 3, 7, 14, 21, 30, 45, 60, 90, 120, 180, 270].map(|days| (format!("day-{days}"), start + Days::new(days)));
    let years = (1..100).map(|years| (format!("year-{years}"), start + Months::new(12 * years)));
    let next = days.into_iter().chain(years).find(|(_, date)| *date > today).expect("another year");
    json!({"id": next.0, "date": next.1})
}

/// The ids that are taken back. A retraction counts unless one that counts takes it back; those that take each other back in a
/// circle all count.
fn taken_back(records: &[Record]) -> Vec<String> {
    let target = |record: &Record| match &record.what {
        What::Retract { retracts } => Some(retracts.clone()),
        _ => None,
    };
    let retractions: Vec<&Record> = records.iter().filter(|record| target(record).is_some()).collect();
    let (mut count, mut gone): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for _ in 0..=retractions.len() {
        for one in &retractions {
            if count.contains(&one.id.as_str()) || gone.contains(&one.id.as_str()) {
                continue;
            }
            let against: Vec<&&Record> = retractions.iter().filter(|other| target(other).as_ref() == Some(&one.id)).collect();
            if against.iter().any(|other| count.contains(&other.id.as_str())) {
                gone.push(&one.id);
            } else if against.iter().all(|other| gone.contains(&other.id.as_str())) {
                count.push(&one.id);
            }
        }
    }
    retractions.iter().filter(|one| !gone.contains(&one.id.as_str())).filter_map(|one| target(one)).collect()
}

/// The record that a chain of corrections begins with.
fn first_of<'a>(record: &'a Record, records: &'a [Record]) -> Option<&'a Record> {
    let mut here = record;
    for _ in 0..=records.len() {
        match records.iter().find(|other| Some(&other.id) == here.replaces.as_ref()) {
            Some(before) => here = before,
            None => return Some(here),
        }
    }
    None
}

/// What stands and has happened by now, in order.
fn happened(records: &[Record], settings: &Settings, now: DateTime<FixedOffset>) -> Vec<Event> {
    let gone = taken_back(records);
    let mut events = Vec::new();
    for first in records {
        let is_first = first_of(first, records).is_some_and(|other| other.id == first.id);
        if !is_first || gone.contains(&first.id) || matches!(first.what, What::Retract { .. }) {
            continue;
        }
        let corrections = records.iter().filter(|record| record.id != first.id && !gone.contains(&record.id));
        let corrections = corrections.filter(|record| !matches!(record.what, What::Retract { .. }));
        let corrections = corrections.filter(|record| first_of(record, records).is_some_and(|other| other.id == first.id));
        let speaks = corrections.max_by(|one, other| (one.at, &one.id).cmp(&(other.at, &other.id))).unwrap_or(first);
        let (day, time) = match speaks.on {
            On::Day(day) => (day, None),
            On::Time(time) => (day_of(time, settings), Some(time)),
        };
        events.push(Event { id: first.id.clone(), day, time, recorded: first.at, what: speaks.what.clone() });
    }
    // Within a day: bare dates first, unless they were recorded on their own day; then those have the time of recording.
    let within = |event: &Event| {
        let recorded = (day_of(event.recorded, settings) == event.day).then_some(event.recorded);
        event.time.or(recorded).map(|time| time.naive_local())
    };
    events.sort_by(|one, other| {
        (one.day, within(one), one.recorded, &one.id).cmp(&(other.day, within(other), other.recorded, &other.id))
    });
    let today = day_of(now, settings);
    let has = |event: &Event| event.day <= today || within(event).is_some() && event.time.unwrap_or(event.recorded) <= now;
    let dates = |event: &Event| matches!(event.what, What::Breakup { .. } | What::Start { .. });
    // Where nothing at all would have happened, the first dates stand.
    let firsts: Vec<String> = if events.iter().any(|event| has(event) && dates(event)) {
        Vec::new()
    } else {
        let breakup = events.iter().find(|event| matches!(event.what, What::Breakup { .. }));
        let start = events.iter().find(|event| matches!(event.what, What::Start { .. }));
        breakup.into_iter().chain(start).map(|event| event.id.clone()).collect()
    };
    events.retain(|event| has(event) || firsts.contains(&event.id));
    events
}

fn ends_run(what: &What) -> bool {
    match what {
        What::Contact { overrule: Some(word), .. } => *word == "restart",
        What::Contact { by_me, logistics, .. } => *by_me && !logistics,
        _ => false,
    }
}

fn can_reach_out(what: &What) -> bool {
    matches!(what, What::Contact { by_me: true, via, reply: false, logistics: false, .. } if *via != "looked")
}

fn is_their_word(what: &What) -> bool {
    matches!(what, What::Contact { by_me: false, .. })
}

/// Which events are reach-outs. Each depends on those before it.
fn reach_outs(events: &[Event], settings: &Settings) -> Vec<bool> {
    let mut reached = Vec::new();
    for index in 0..events.len() {
        reached.push(is_reach_out(events, index, &reached, settings));
    }
    reached
}

/// Whether the event is a reach-out: allowed on its day, or the second that had no word back.
fn is_reach_out(events: &[Event], index: usize, reached: &[bool], settings: &Settings) -> bool {
    let event = &events[index];
    if !can_reach_out(&event.what) {
        return false;
    }
    let before = State::after(&events[..index], reached);
    let (verdict, _) = before.verdict(event.day, settings);
    let chapter = &events[chapter_start(&events[..index])..index];
    let silence = chapter.iter().rev().take_while(|earlier| !is_their_word(&earlier.what));
    let is_second = silence.filter(|earlier| can_reach_out(&earlier.what)).count() > 0;
    ["reach-out-gently", "extra-care"].contains(&verdict) || is_second
}

/// Where the chapter begins: at the last second breakup that has one before it.
fn chapter_start(events: &[Event]) -> usize {
    let is_breakup = |event: &Event| matches!(event.what, What::Breakup { .. });
    (0..events.len())
        .rev()
        .find(|index| events[*index].what == What::Breakup { again: true } && events[..*index].iter().any(is_breakup))
        .unwrap_or(0)
}

#[derive(Debug, Clone)]
struct Boundary {
    order: bool,
    from: NaiveDate,
    until: Option<NaiveDate>,
}

impl Boundary {
    fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

impl Run {
    fn days(&self, today: NaiveDate) -> i64 {
        between(self.start.0, self.end.map_or(today, |(end, ..)| end))
    }

    /// No run of zero days is listed, unless it is open.
    fn is_listed(&self) -> bool {
        self.end.is_none_or(|(end, ..)| end > self.start.0)
    }

    fn shown(&self, today: NaiveDate) -> Value {
        json!({
            "since": moment(self.start.0, self.start.1),
            "until": self.end.map(|(day, time, _)| moment(day, time)),
            "days": self.days(today),
            "ended_by": self.end.map(|(_, _, by)| by),
        })
    }
}

/// What is known after some events.
#[derive(Debug, Default)]
struct State {
    breakup: Option<NaiveDate>,
    runs: Vec<Run>,
    earlier: Vec<Run>,
    lost: Vec<NaiveDate>,
    boundaries: Vec<Boundary>,
    order: bool,
    answer: Option<(&'static str, NaiveDate)>,
    /// Whether the latest reach-out has had a word back; `None` where there was none.
    answered: Option<bool>,
    prepared: bool,
}

impl State {
    fn open(&self) -> Option<&Run> {
        self.runs.last().filter(|run| run.end.is_none())
    }

    fn after(events: &[Event], reached: &[bool]) -> Self {
        let mut state = Self::default();
        let mut by_contact = false;
        for event in events {
            let here = (event.day, event.time);
            let open = state.runs.last_mut().filter(|run| run.end.is_none());
            match &event.what {
                What::Breakup { again } => {
                    if *again && state.breakup.is_some() {
                        if let Some(run) = open {
                            run.end = Some((here.0, here.1, "chapter"));
                        }
                        state.earlier.append(&mut state.runs);
                        state.lost.clear();
                        state.boundaries.retain(|boundary| boundary.order);
                    }
                    state.breakup = Some(event.day);
                }
                What::Start { moves } => match open {
                    Some(run) if *moves && by_contact => run.start = here,
                    Some(_) => {}
                    None => {
                        state.runs.push(Run { start: here, end: None });
                        by_contact = false;
                    }
                },
                What::End => {
                    if let Some(run) = open {
                        run.end = Some((here.0, here.1, "closed"));
                    }
                }
                What::Contact { .. } if ends_run(&event.what) => {
                    if let Some(run) = open {
                        if run.start.0 < event.day {
                            run.end = Some((here.0, here.1, "contact"));
                            state.runs.push(Run { start: here, end: None });
                        } else {
                            run.start = here;
                        }
                        by_contact = true;
                        state.lost.push(event.day);
                    }
                }
                What::Boundary { order, until } => {
                    state.boundaries.push(Boundary { order: *order, from: event.day, until: *until });
                    state.order |= order;
                }
                What::Clear => state.boundaries.clear(),
                _ => {}
            }
        }
        let start = chapter_start(events);
        let chapter = &events[start..];
        state.answer = chapter.iter().rev().find_map(|event| match event.what {
            What::Answer(answer) => Some((answer, event.day)),
            _ => None,
        });
        state.prepared = chapter.iter().any(|issue| match issue.what {
            What::Issue { paper } => paper || chapter.iter().any(|plan| matches!(&plan.what, What::Plan { of } if *of == issue.id)),
            _ => false,
        });
        let latest = (start..events.len()).rev().find(|index| reached[*index]);
        state.answered = latest.map(|index| events[index..].iter().any(|event| is_their_word(&event.what)));
        state
    }

    /// The one ordered table, and the window.
    fn verdict(&self, today: NaiveDate, settings: &Settings) -> (&'static str, Value) {
        let few_weeks = Days::new(settings.few_weeks_days);
        let answer = self.answer.map(|(answer, _)| answer);
        let window = self.breakup.map(|breakup| {
            let today = today.max(breakup);
            let (weeks, last) = (breakup + few_weeks, breakup + Months::new(settings.golden_months));
            let is_default = settings.few_weeks_days == 21 && settings.golden_months == 6;
            let day = Days::new(1);
            if today < weeks {
                ("days", breakup, Some(weeks - day), is_default)
            } else if today <= last {
                ("weeks-to-6-months", weeks, Some(last), is_default)
            } else {
                ("years", last + day, None, is_default && today >= breakup + Months::new(12))
            }
        });
        let is_in = |id: &str| window.is_some_and(|(window, ..)| window == id);
        let table = [
            ("respect-boundary", self.order || self.boundaries.iter().any(|boundary| boundary.holds(today))),
            ("accept-answer", answer == Some("no")),
            ("build-new", answer == Some("yes")),
            ("await-answer", answer == Some("not-now") || self.answered == Some(false)),
            ("actions-not-words", self.answered == Some(true)),
            ("unknown", self.breakup.is_none()),
            ("wait", is_in("days")),
            ("give-space", self.open().is_none_or(|run| today < run.start.0 + few_weeks)),
            ("prepare", !self.prepared),
            ("reach-out-gently", is_in("weeks-to-6-months")),
            ("extra-care", is_in("years")),
        ];
        let (verdict, _) = table.into_iter().find(|(_, holds)| *holds).expect("a verdict");
        let window =
            window.map(|(id, from, through, stated)| json!({"id": id, "from": from, "through": through, "stated": stated}));
        (verdict, window.unwrap_or(Value::Null))
    }
}
