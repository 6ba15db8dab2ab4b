//! The library's fold of any events. The input makes up the events.

use arbitrary::{Arbitrary, Result, Unstructured};
use chrono::{Days, NaiveDate};
use reconnect::{
    Aim, Answer, BoundaryKind, Contact, Ending, Event, EventKind, Moment, Overrule, Thresholds, Timeline, VerdictId, Via, Who,
    advise, contact_sentences,
};

/// Verdicts under which the user may think about getting in touch.
const OPEN: [VerdictId; 2] = [VerdictId::ReachOutGently, VerdictId::ExtraCare];

/// Folds the events in order of their days and holds what every state has to keep.
pub fn run(data: &[u8]) {
    let mut choices = Unstructured::new(data);
    let mut events = Vec::new();
    while let Some(event) = Some(&mut choices).filter(|choices| !choices.is_empty()).and_then(|choices| event(choices).ok()) {
        events.push(event);
    }
    let is_breakup = |event: &Event| matches!(event.kind, EventKind::Breakup { .. });
    events.sort_by_key(|event| (event.moment.day, !is_breakup(event), event.moment.at));
    let mut timeline = Timeline::new(Thresholds::DEFAULT);
    for event in events {
        timeline.apply(&event);
        for later in [0, 20, 21, 200, 4000] {
            check(&timeline, event.moment.day + Days::new(later));
        }
    }
}

fn event(choices: &mut Unstructured<'_>) -> Result<Event> {
    let day = NaiveDate::from_ymd_opt(2024, 2, 20).expect("a day") + Days::new(u64::from(u16::arbitrary(choices)? % 800));
    let minute: Option<u16> = choices.arbitrary()?;
    let at = minute.and_then(|minute| day.and_hms_opt(u32::from(minute / 60 % 24), u32::from(minute % 60), 0));
    let moment = Moment { day, at: at.map(|at| at.and_utc().fixed_offset()) };
    let kind = match choices.int_in_range(0..=9)? {
        0 => EventKind::Start { moves: choices.arbitrary()? },
        1 => EventKind::End,
        2 => EventKind::Breakup { again: choices.arbitrary()? },
        3 => EventKind::Boundary {
            kind: *choices.choose(BoundaryKind::ALL)?,
            through: if choices.arbitrary()? { Some(day + Days::new(u64::from(u8::arbitrary(choices)?))) } else { None },
        },
        4 => EventKind::BoundaryCleared,
        5 => EventKind::Answer(*choices.choose(Answer::ALL)?),
        6 => EventKind::Aim(*choices.choose(Aim::ALL)?),
        7 => EventKind::Prepared,
        _ => {
            let mut contact = Contact::new(*choices.choose(Who::ALL)?, *choices.choose(Via::ALL)?);
            contact.reply = choices.arbitrary()?;
            contact.logistics = choices.arbitrary()?;
            contact.overrule = if choices.arbitrary()? { Some(*choices.choose(Overrule::ALL)?) } else { None };
            EventKind::Contact(contact)
        }
    };
    Ok(Event { moment, kind })
}

fn check(timeline: &Timeline, today: NaiveDate) {
    let totals = timeline.runs().totals(today);
    assert!(0 <= totals.kept_days && totals.kept_days <= totals.total_days, "{totals:?}");
    assert!(0 <= totals.longest_days && totals.longest_days <= totals.total_days, "{totals:?}");
    let runs: Vec<_> = timeline.runs().all().collect();
    assert_eq!(runs.iter().filter(|run| run.end.is_none()).count(), usize::from(timeline.runs().open().is_some()));
    for run in &runs {
        assert!(run.days(today) >= 0, "{run:?}");
        assert!(
            run.end.is_none_or(|(_, ending)| matches!(ending, Ending::Contact | Ending::Closed) || !runs.is_empty()),
            "{run:?}"
        );
    }

    let facts = timeline.facts(today);
    let verdict = advise(&facts);
    let is_closed = facts.boundary.is_some()
        || facts.order_recorded
        || matches!(facts.answer, Some(Answer::No | Answer::NotNow))
        || facts.aim == Some(Aim::Closure)
        || facts.pressed();
    if is_closed {
        assert!(!OPEN.contains(&verdict.id()) && verdict.forbids_contact_talk(), "{facts:?} {verdict:?}");
        assert!(verdict.earliest.is_none(), "{facts:?} {verdict:?}");
        let talk: Vec<&str> = contact_sentences().collect();
        assert!(verdict.reasons().all(|reason| !talk.contains(&reason.text)), "{facts:?} {verdict:?}");
    }
    if OPEN.contains(&verdict.id()) {
        assert!(facts.prepared && facts.run_since.is_some() && verdict.earliest.is_some_and(|day| day <= today), "{facts:?}");
    }
}
