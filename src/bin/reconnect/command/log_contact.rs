//! `log-contact`: somebody got in touch.

use chrono::{NaiveDate, TimeDelta};
use reconnect::date::LongDate;
use reconnect::{Aim, BoundaryKind, Contact, Facts, Moment, Overrule, VerdictId, Via, Who, advise};

use super::{
    Output, THEY_SAID_NO, asked_for, count_again, happened, no_count_in_touch, nothing_recorded, save_or_keep, this_moment, typed,
};
use crate::cli::{LogContactArgs, not_a_date};
use crate::context::{Context, Known};
use crate::error::{Failure, Note, Result};
use crate::store::current_dates::refuse_before_breakup;
use crate::store::diary::{BoundaryChange, ContactRecord, DatedRecord, Draft, EventDate, RecordKind, Snapshot};
use crate::store::transact::{Changed, Permission, transact};
use crate::terminal::ask::{Choice, yes_no};
use crate::terminal::write::Ask;
use crate::view::after_contact::{Contacted, SAID_NO, help, is_said, sentences};
use crate::view::floor::whom_to_ask;
use crate::view::recorded;
use crate::words::{self, spoken};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Message,
    Practical,
    Unwanted,
    Space,
    Blocked,
    No,
}

impl Said {
    /// What is recorded beside the contact.
    fn also(self) -> Option<RecordKind> {
        match self {
            Self::Message | Self::Practical | Self::Unwanted => None,
            Self::Space => Some(asked_for(BoundaryKind::Space)),
            Self::Blocked => Some(asked_for(BoundaryKind::Blocked)),
            Self::No => Some(THEY_SAID_NO),
        }
    }
}

/// What is logged, as far as it is known before anything is written.
struct Logged {
    on: EventDate,
    moment: Moment,
    contact: Contact,
    said: Said,
    /// Nobody wrote: they blocked the user, or the contact stands already.
    is_recorded_alone: bool,
    note: Option<String>,
}

pub fn run(args: &LogContactArgs, ctx: &Context<'_>) -> Result<Output> {
    let theirs = [
        ("unwanted", args.unwanted, Said::Unwanted),
        ("space", args.space, Said::Space),
        ("blocked", args.blocked, Said::Blocked),
        ("no", args.no, Said::No),
    ];
    let theirs = theirs.into_iter().find(|(_, is_said, _)| *is_said);
    if let Some((flag, ..)) = theirs.filter(|_| args.who == Who::Me) {
        return Err(Failure::new(format!("`--{flag}` is about a contact of theirs"))
            .hint(format!("`reconnect log-contact them --{flag}` records that")));
    }
    let (on, moment) = happened(ctx, &args.when, this_moment(ctx)).map_err(|failure| not_when(args, ctx).unwrap_or(failure))?;
    let before = ctx.snapshot();
    refuse_before_breakup("that contact", moment.day, &before, None)?;
    if args.restart && before.facts().in_touch.is_some() {
        return Err(no_count_in_touch());
    }
    // A word of theirs that is wanted ends what was unwanted before it.
    let mut standing = before.facts();
    let is_last = before.records.iter().filter(|dated| dated.outcome.unwanted).all(|dated| dated.moment.day <= moment.day);
    standing.unwanted &= args.who == Who::Me || !is_last;
    refuse_in_touch(args.in_touch, &standing)?;

    let by_option = theirs.map(|(.., said)| said).or_else(|| args.logistics.then_some(Said::Practical));
    let Some(said) = by_option.map_or_else(|| ask_said(args, ctx), |said| Ok(Some(said)))? else {
        return Ok(nothing_recorded(ctx));
    };
    let mut contact = Contact::new(args.who, args.via);
    contact.reply = args.reply;
    contact.logistics = args.logistics || said == Said::Practical;
    contact.unwanted = said == Said::Unwanted;
    contact.overrule = if args.keep { Some(Overrule::Keep) } else { args.restart.then_some(Overrule::Restart) };
    contact.in_touch = args.in_touch;
    if said == Said::Message && !args.in_touch && contact.overrule.is_none() && recorded::may_begin_touch(contact) {
        let Some(in_touch) = ask_in_touch(ctx, &before.facts())? else { return Ok(nothing_recorded(ctx)) };
        contact.in_touch = in_touch;
    }
    let twin = before.records.iter().rev().find(|dated| said != Said::Blocked && is_twin(dated, contact, moment, ctx));
    let mut is_recorded_alone = said == Said::Blocked;
    if twin.is_some() && ctx.env.can_ask {
        let another = ANOTHER.offer(ctx.env)?;
        // What they asked for or said in the same one is recorded all the same.
        is_recorded_alone = another == Some(false) && said.also().is_some();
        if another != Some(true) && !is_recorded_alone {
            return Ok(Output::text("Nothing was added.\n"));
        }
    }

    let about = "Anything you want to remember about it.";
    let typed = args.note.as_ref().map(|_| typed(ctx, Ask { name: "note", about, ..Ask::default() })).transpose()?.flatten();
    let note = typed.as_ref().map(|typed| typed.text().to_owned());
    let logged = Logged { on, moment, contact, said, is_recorded_alone, note };
    let plan = |known: &Known| Ok(drafts(known, &logged)?.into());
    let done = transact(ctx, plan, Permission::Refuse, |changed| Ok((told(changed, &logged, ctx)?, count_again::due(changed))));
    let told = save_or_keep(done, typed, ctx)?;
    if let Some(which) = twin.filter(|_| !ctx.env.can_ask).and_then(|twin| to_undo(twin, said, &before)) {
        ctx.note(Note::Hint(format!("you logged the same contact a moment ago; {which} back")));
    }
    count_again::offer(ctx, told)
}

/// Which of two equal contacts can be taken back without a word of theirs: the new one, or the one before it; `None` where each
/// carries another word.
fn to_undo(twin: &DatedRecord, said: Said, before: &Snapshot) -> Option<String> {
    let beside = before.records.iter().filter(|dated| dated.record.with() == Some(twin.record.id()));
    let beside: Vec<&RecordKind> = beside.map(|dated| dated.record.kind()).collect();
    match said.also() {
        Some(kind) if !beside.contains(&&kind) => {
            beside.is_empty().then(|| format!("`reconnect undo {}` takes that one", twin.record.line_id().short()))
        }
        _ => Some("`reconnect undo` takes this one".to_owned()),
    }
}

/// For a word that was meant in another place: `log-contact them no`, `log-contact him call yesterday`.
fn not_when(args: &LogContactArgs, ctx: &Context<'_>) -> Option<Failure> {
    let (word, rest) = args.when.split_first()?;
    let rest = Some(rest.join(" ")).filter(|rest| ctx.parse(rest).is_ok()).unwrap_or_default();
    Some(Failure::new(format!("`{word}` isn't a date")).hint(not_a_date(args.who, word, &rest)?))
}

const ANOTHER: Choice<'_, bool> = Choice {
    question: "You logged the same contact a moment ago. Is it the same one?",
    keys: &[("", "yes, add no contact", &["y", "yes"], false), ("n", "no, another one", &["no", "another"], true)],
};

/// The records: a reply implies the message that it answers.
fn drafts(known: &Known, logged: &Logged) -> Result<Vec<Draft>> {
    refuse_before_breakup("that contact", logged.moment.day, &known.snapshot, None)?;
    let contact = |contact, note| Draft::new(logged.on, RecordKind::Contact(ContactRecord { contact, note }));
    let implied = implied_message(&known.snapshot, logged).map(|implied| contact(implied, None));
    let own = (!logged.is_recorded_alone).then(|| contact(logged.contact, logged.note.clone()));
    let asked = logged.said.also().map(|kind| Draft::new(EventDate::Day(logged.moment.day), kind));
    Ok(implied.into_iter().chain(own).chain(asked).collect())
}

/// The message of theirs that a reply answers, where none stands since the user's last contact, and that was no reply within the
/// last hour.
fn implied_message(before: &Snapshot, logged: &Logged) -> Option<Contact> {
    let (contact, moment) = (logged.contact, logged.moment);
    if contact.who != Who::Me || !contact.reply || contact.logistics || matches!(contact.via, Via::Looked | Via::Reaction) {
        return None;
    }
    let is_earlier = |known: Moment| match (known.at, moment.at) {
        (Some(known), Some(at)) => known <= at,
        _ => known.day <= moment.day,
    };
    let mut earlier = before.records.iter().rev().filter(|dated| is_earlier(dated.moment));
    let last = earlier.find_map(|dated| match dated.record.kind() {
        RecordKind::Contact(known) => Some((known.contact, dated.moment)),
        _ => None,
    });
    let is_answered = last.is_some_and(|(known, when)| {
        let is_near = when.at.zip(moment.at).map_or(when.day == moment.day, |(one, other)| other - one <= TimeDelta::minutes(60));
        known.who == Who::Them || known.reply && is_near
    });
    (!is_answered).then(|| Contact::new(Who::Them, contact.via))
}

/// What is so after the contact, kind words first. Where something else rules, that is named.
fn told(changed: &Changed, logged: &Logged, ctx: &Context<'_>) -> Result<Vec<String>> {
    let Logged { contact, moment, said, .. } = *logged;
    let (outcome, after) = (changed.outcome(|known| known.who == contact.who), &changed.after);
    if contact.in_touch && !outcome.in_touch {
        return Err(Failure::new("on that day something stood against being in touch")
            .hint("`reconnect boundary` and `reconnect answer` show what they asked for and said"));
    }
    let asked = said.also();
    let ruling = asked.as_ref().and_then(|kind| ruling_instead(changed, kind, moment.day));
    // What an entry of a clock that is ahead says isn't their last word.
    let is_unheard = ruling.is_some() && changed.later.is_some();
    let is_no = said == Said::No && (ruling.is_none() || is_unheard) && !after.facts().order_protects_me();
    let mut lines: Vec<String> = is_no.then(|| SAID_NO.to_owned()).into_iter().collect();
    lines.extend(recorded::touch_began(changed));
    let asks = asked.is_some() && ruling.is_none();
    let blocks = asks && said == Said::Blocked;
    let contacted = Contacted { contact, day: moment.day, outcome, asks, blocks, after, call: &ctx.config.settings.call };
    // What came before being in touch asks for no idea for the two.
    let acts = advise(&after.facts()).id() == VerdictId::ActionsNotWords;
    let is_before_touch = after.timeline.in_touch().is_some_and(|since| moment.day < since.day);
    let is_past = acts && is_before_touch && !outcome.unwanted;
    if !is_unheard && !is_past {
        lines.extend(sentences(&contacted));
    }
    if logged.is_recorded_alone {
        lines.extend(asked.iter().map(|kind| format!("Noted: {}, {}.", words::named(kind), LongDate(moment.day))));
    } else {
        lines.push(format!("Noted: {}, {}.", words::contact(contact), spoken(moment)));
        if changed.ids.len() > 1 && asked.is_none() {
            lines.push("Also noted: the message of theirs that you answered.".to_owned());
        }
        lines.extend(asked.iter().map(|kind| format!("Also noted: {}.", words::named(kind))));
    }
    lines.extend(ruling);
    lines.extend(recorded::count_goes_on(changed));
    lines.extend(new_count(changed, contact, moment));
    let help_after_no = || (said == Said::No && is_unheard).then(|| whom_to_ask(contacted.call));
    lines.extend(help(&contacted).or_else(help_after_no));
    if acts && is_said(contact) && after.facts().in_touch.is_none() && !ctx.env.can_ask {
        ctx.note(Note::Hint("are you in touch again? `--in-touch` says so with a contact, and the count rests".to_owned()));
    }
    Ok(lines)
}

/// The count that the contact began, and the days kept where they are others now. After a reach-out nothing went wrong, and whom an
/// order protects loses no badge.
fn new_count(changed: &Changed, contact: Contact, moment: Moment) -> Vec<String> {
    let (outcome, after) = (changed.outcome(|known| known.who == contact.who), &changed.after);
    let facts = after.facts();
    let since = after.timeline.runs().open().filter(|since| *since == moment);
    let is_no_slip = since.is_some() && matches!(advise(&facts).id(), VerdictId::BuildNew | VerdictId::ActionsNotWords);
    if !outcome.ended_run || is_no_slip || facts.order_protects_me() {
        return Vec::new();
    }
    if let Some(since) = since.filter(|_| outcome.reach_out) {
        return vec![format!("Your days count from here: {}.", spoken(since))];
    }
    let totals = |snapshot: &Snapshot| snapshot.timeline.runs().totals(snapshot.today());
    let (before, now) = (totals(&changed.before), totals(after));
    let kept = (now.kept_days > 0 && (since.is_some() || before != now)).then(|| recorded::kept(now));
    kept.into_iter().chain(since.map(|since| format!("A new count starts: {}.", spoken(since)))).collect()
}

/// What rules instead of something that was recorded for an earlier day.
fn ruling_instead(changed: &Changed, kind: &RecordKind, day: NaiveDate) -> Option<String> {
    let after = &changed.after;
    match kind {
        RecordKind::Answer { answer, .. } => recorded::later_answer(*answer, day, after),
        RecordKind::Boundary { boundary: BoundaryChange::Set { kind, .. }, .. } => {
            let mut in_force = after.timeline.boundaries_in_force(after.today());
            let holds = in_force.any(|known| known.kind == *kind && known.from == day);
            let why = if changed.later.is_some() { recorded::BESIDE_A_LATER } else { "Another breakup came after it." };
            (!holds).then(|| why.to_owned())
        }
        _ => None,
    }
}

/// Where their word, an order or an unwanted contact stands against being in touch, it can't be said.
pub fn refuse_in_touch(is_said: bool, facts: &Facts) -> Result<()> {
    match recorded::against_touch(facts).filter(|_| is_said) {
        Some(why) => Err(Failure::new(format!("`--in-touch` can't be said here: {why}"))
            .hint("without it, the contact is recorded like any other")),
        None => Ok(()),
    }
}

const IN_TOUCH: Choice<'_, bool> =
    Choice { question: "Are you in touch again?", keys: &yes_no("yes, let the count rest", "no, keep counting", false) };

/// Asked on a terminal where nothing stands against it; `None` after Ctrl-D.
pub fn ask_in_touch(ctx: &Context<'_>, facts: &Facts) -> Result<Option<bool>> {
    let is_out_of_place = facts.in_touch.is_some() || facts.aim == Some(Aim::Closure) || facts.unread;
    if !ctx.env.can_ask || is_out_of_place || recorded::against_touch(facts).is_some() {
        return Ok(Some(false));
    }
    IN_TOUCH.offer(ctx.env)
}

/// What their message was, asked on a terminal; `None` after Ctrl-D.
fn ask_said(args: &LogContactArgs, ctx: &Context<'_>) -> Result<Option<Said>> {
    if args.who == Who::Me || args.in_touch || !ctx.env.can_ask {
        return Ok(Some(Said::Message));
    }
    let message = match args.via {
        Via::Call => "a call",
        Via::InPerson => "a visit",
        Via::Reaction => "a reaction",
        Via::Looked => "a look",
        Via::Text | Via::Social | Via::Other => "a message",
    };
    let keys = [
        ("", message, &["m", "message"][..], Said::Message),
        ("p", "practical", &[], Said::Practical),
        ("u", "I didn't want it", &["unwanted"], Said::Unwanted),
        ("s", "they want space", &["space"], Said::Space),
        ("b", "they blocked me", &["blocked"], Said::Blocked),
        ("n", "they said no", &["no"], Said::No),
    ];
    Choice { question: "What was it?", keys: &keys }.offer(ctx.env)
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
