//! `log-contact`: somebody got in touch.

use crate::words::spoken;
use chrono::{NaiveDate, TimeDelta};
use reconnect::date::LongDate;
use reconnect::{Answer, BoundaryKind, Contact, Moment, Overrule, VerdictId, Who, advise};

use super::{Output, date_or_now, is_yes, save_or_keep, status, typed};
use crate::cli::LogContactArgs;
use crate::context::{Context, Known};
use crate::error::{Failure, Note, Result};
use crate::store::current_dates::refuse_future;
use crate::store::diary::{BoundaryChange, ContactRecord, DatedRecord, Draft, EventDate, RecordKind, Snapshot};
use crate::store::transact::{Changed, Permission, transact};
use crate::terminal::write::Ask;
use crate::view::after_contact::{SAID_NO, sentences};
use crate::view::recorded;
use crate::words;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Message,
    Practical,
    Space,
    Blocked,
    No,
}

pub fn run(args: &LogContactArgs, ctx: &Context<'_>) -> Result<Output> {
    if args.who == Who::Me && (args.space || args.blocked || args.no) {
        return Err(Failure::new("`--space`, `--blocked` and `--no` are about a message of theirs")
            .hint("`reconnect log-contact them --space` records that they asked for space"));
    }
    let on = date_or_now(ctx, &args.when)?;
    let moment = on.moment(&ctx.clock());
    refuse_future(moment, &ctx.clock(), "a contact")?;
    let before = ctx.snapshot()?;
    refuse_before_breakup(&before, moment)?;

    let said = said(args, ctx)?;
    let mut contact = Contact::new(args.who, args.via);
    contact.reply = args.reply;
    contact.logistics = args.logistics || said == Said::Practical;
    contact.overrule = if args.keep { Some(Overrule::Keep) } else { args.restart.then_some(Overrule::Restart) };
    let twin = before.records.iter().rev().find(|dated| is_twin(dated, contact, moment, ctx));
    let another = "You logged the same contact a moment ago. Is this another one?\nType yes if it is: ";
    if twin.is_some() && ctx.env.can_ask && !is_yes(&ctx.env.ask(another)?) {
        return Ok(Output::text("Nothing was added.\n"));
    }

    let about = "Anything you want to remember about it.";
    let typed = args.note.as_ref().map(|_| typed(ctx, Ask { name: "note", about, ..Ask::default() })).transpose()?.flatten();
    let record = ContactRecord { contact, note: typed.as_ref().map(|typed| typed.text().to_owned()) };
    let drafts = |known: &Known| {
        refuse_before_breakup(&known.snapshot, moment)?;
        let mut drafts = vec![Draft::new(on, RecordKind::Contact(record.clone()))];
        drafts.extend(asked_for(said).map(|kind| Draft::new(EventDate::Day(moment.day), kind)));
        Ok(drafts.into())
    };
    let told = transact(ctx, drafts, Permission::Refuse, |changed| Ok(told(changed, contact, moment, said)));
    let lines = save_or_keep(told, typed, ctx)?;
    if twin.is_some() && !ctx.env.can_ask {
        ctx.note(Note::Hint("you logged the same contact a moment ago; `reconnect undo` takes this one back".to_owned()));
    }
    Ok(Output::recorded(ctx.say(&lines)))
}

/// What is so after the contact. Where something else rules, that is named.
fn told(changed: &Changed, contact: Contact, moment: Moment, said: Said) -> Vec<String> {
    let (outcome, after) = (changed.outcome(), &changed.after);
    let asked = asked_for(said);
    let ruling = asked.as_ref().and_then(|kind| ruling_instead(after, kind, moment.day));
    let mut lines: Vec<String> = (said == Said::No && ruling.is_none()).then(|| SAID_NO.to_owned()).into_iter().collect();
    lines.push(format!("Noted: {}, {}.", words::contact(contact), spoken(moment)));
    lines.extend(asked.iter().map(|kind| format!("Also noted: {}.", words::named(kind))));
    let is_asked_now = asked.is_some() && ruling.is_none();
    lines.extend(ruling);
    lines.extend(sentences(contact, outcome, is_asked_now, after));
    // After a yes nothing is called a slip.
    if advise(&after.facts()).id() != VerdictId::BuildNew
        && let Some(since) = after.timeline.runs().open().filter(|_| outcome.ended_run)
    {
        lines.extend(status::kept_line(after));
        lines.push(format!("A new count starts: {}.", spoken(since)));
    }
    lines
}

/// What rules instead of something that was recorded for an earlier day.
fn ruling_instead(after: &Snapshot, kind: &RecordKind, day: NaiveDate) -> Option<String> {
    match kind {
        RecordKind::Answer { answer, .. } => recorded::later_answer(*answer, day, after),
        RecordKind::Boundary { boundary: BoundaryChange::Set { kind, .. }, .. } => {
            let mut in_force = after.timeline.boundaries_in_force(after.today());
            let holds = in_force.any(|known| known.kind == *kind && known.from == day);
            (!holds).then(|| "A later entry lifted this, or a second breakup came after it.".to_owned())
        }
        _ => None,
    }
}

fn refuse_before_breakup(before: &Snapshot, moment: Moment) -> Result<()> {
    match &before.breakup {
        Some(breakup) if moment.day < breakup.day => Err(Failure::new(format!(
            "a contact before the breakup doesn't count: {} is before {}",
            LongDate(moment.day),
            LongDate(breakup.day)
        ))
        .hint("`reconnect breakup WHEN` corrects the breakup date")),
        _ => Ok(()),
    }
}

/// What their message was: from the flags, or asked on a terminal.
fn said(args: &LogContactArgs, ctx: &Context<'_>) -> Result<Said> {
    const QUESTION: &str =
        "What was it?\n  [Enter] a message  [p] practical\n  [s] they want space\n  [b] they blocked me\n  [n] they said no: ";
    let kinds = [
        ('s', args.space, Said::Space),
        ('b', args.blocked, Said::Blocked),
        ('n', args.no, Said::No),
        ('p', args.logistics, Said::Practical),
    ];
    if let Some((.., said)) = kinds.into_iter().find(|(_, is_set, _)| *is_set) {
        return Ok(said);
    }
    if args.who == Who::Me || !ctx.env.can_ask {
        return Ok(Said::Message);
    }
    ctx.env.ask_until(QUESTION, |answer| {
        let Some(key) = answer.to_lowercase().chars().next().filter(|key| *key != 'm') else { return Ok(Said::Message) };
        let found = kinds.into_iter().find(|(known, ..)| *known == key).map(|(.., said)| said);
        let message = || format!("`{answer}` is none of the keys; nothing was recorded");
        found.ok_or_else(|| Failure::new(message()).hint("type p, s, b, n or Enter"))
    })
}

fn asked_for(said: Said) -> Option<RecordKind> {
    let boundary = |kind| RecordKind::Boundary { boundary: BoundaryChange::Set { kind, protects: None }, until: None };
    match said {
        Said::Message | Said::Practical => None,
        Said::Space => Some(boundary(BoundaryKind::Space)),
        Said::Blocked => Some(boundary(BoundaryKind::Blocked)),
        Said::No => Some(RecordKind::Answer { answer: Answer::No, in_touch: false }),
    }
}

fn is_twin(dated: &DatedRecord, contact: Contact, moment: Moment, ctx: &Context<'_>) -> bool {
    let near = TimeDelta::minutes(2);
    let RecordKind::Contact(known) = dated.record.kind() else { return false };
    let is_same_time = match (dated.moment.at, moment.at) {
        (Some(one), Some(other)) => (one - other).abs() <= near,
        (one, other) => one == other && dated.moment.day == moment.day,
    };
    known.contact == contact && is_same_time && (ctx.now.fixed_offset() - dated.record.recorded_at()).abs() <= near
}
