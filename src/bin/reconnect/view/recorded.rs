//! What is said after a command has recorded something.

use chrono::NaiveDate;
use reconnect::date::LongDate;
use reconnect::{
    Aim, Answer, Boundary, BoundaryKind, Contact, Ending, Facts, Moment, Protects, Totals, VerdictId, Warm, advise, warm,
};
use serde_json::{Value, json};

use super::floor::whom_to_ask;
use crate::error::capitalized;
use crate::store::diary::{BoundaryChange, DatedRecord, RecordKind, Snapshot};
use crate::store::transact::Changed;
use crate::words::{aim_words, answer_word, boundary_through, boundary_words, count, echoed, named, ordinal, spoken};

pub const ASK_THEMSELVES: &str = "Did they lift it themselves? Type yes if so: ";
/// Said of an order that has ended or was lifted.
pub const ORDER_PAST: &str = "There was a court order. Don't contact them; ask your lawyer.";
pub const NO_INVITATION: &str = "The end of the time they asked for isn't an invitation.";
const KEEP_EVERY_MESSAGE: &str = "You don't owe an answer. Keep every message, and note where and when.";
/// Said where an order doesn't say whom it protects.
pub const PERHAPS_PROTECTS_YOU: &str = "If the order protects you, their message may break it; tell your lawyer or the police.";

/// What holds after an import, where the breakup, the count or being in touch is another than before.
pub fn imported(changed: &Changed) -> Vec<String> {
    let (before, after) = (&changed.before, &changed.after);
    let breakup = |snapshot: &Snapshot| snapshot.breakup.as_ref().map(|breakup| breakup.day);
    let is_another = breakup(before) != breakup(after);
    let breakup = is_another.then(|| breakup_is(breakup(after), after.today()));
    breakup.into_iter().chain(count_is(changed)).collect()
}

/// What is counted now, where that is something else than before.
pub fn count_is(changed: &Changed) -> Option<String> {
    let count = |snapshot: &Snapshot| (snapshot.timeline.runs().open(), snapshot.timeline.in_touch());
    let (before, after) = (count(&changed.before), count(&changed.after));
    (before != after).then(|| match after {
        (Some(since), _) => {
            count_goes_on(changed).unwrap_or_else(|| format!("No contact since {}.", echoed(since, changed.after.today())))
        }
        (None, Some(since)) => format!("You're in touch again, since {}.", spoken(since)),
        (None, None) => "No count is running.".to_owned(),
    })
}

/// `start-no-contact`. Later contacts can move where the open run begins.
pub fn started(start: Moment, changed: &Changed) -> Vec<String> {
    let (before, after) = (&changed.before, &changed.after);
    let when = echoed(start, after.today());
    let since = after.timeline.runs().open();
    let Some(later) = since.filter(|since| *since != start) else {
        let lead = if before.timeline.runs().open().is_some() { "Corrected. " } else { "" };
        return vec![format!("{lead}No contact since {when}.")];
    };
    let ended_runs = |snapshot: &Snapshot| snapshot.records.iter().filter(|dated| dated.outcome.ended_run).count();
    let why = match ended_runs(after).saturating_sub(ended_runs(before)) {
        several @ 2.. => format!("You got in touch {several} times after that"),
        _ => "There was a contact after that".to_owned(),
    };
    vec![format!("Recorded: no contact from {when}."), format!("{why}, so the count that is running starts {}.", spoken(later))]
}

/// The days that were kept, once there was a slip.
pub fn kept(totals: Totals) -> String {
    let (total, longest) = (count(totals.total_days, "day"), count(totals.longest_days, "day"));
    format!("Kept: {} of {total}. Longest run: {longest}.", totals.kept_days)
}

pub fn ended(end: Moment, days: u32, today: NaiveDate) -> Vec<String> {
    let after = if days > 0 { format!(", after {}", count(days, "day")) } else { String::new() };
    vec![
        warm(Warm::End, today).to_owned(),
        format!("Closed on {}{after}. The days you kept stay yours.", spoken(end)),
        "Prompt and reminders are silent from now on.".to_owned(),
    ]
}

pub fn breakup_is(day: Option<NaiveDate>, today: NaiveDate) -> String {
    match day {
        Some(day) => format!("Breakup: {}.", echoed(Moment::day(day), today)),
        None => "No breakup date is recorded. `reconnect breakup WHEN` records it.".to_owned(),
    }
}

pub fn breakup_set(day: NaiveDate, again: bool, changed: &Changed) -> Vec<String> {
    let (after, today) = (&changed.after, changed.after.today());
    let when = echoed(Moment::day(day), today);
    let still = |boundary: Boundary| format!("It still holds: {}.", boundary_words(boundary.kind, boundary.protects));
    let theirs = after.timeline.boundaries_in_force(today).filter(|boundary| boundary.kind != BoundaryKind::Order);
    if !again {
        let moved = theirs.filter(|boundary| boundary.from == day && changed.ids.len() > 1);
        return [format!("Breakup: {when}.")].into_iter().chain(moved.map(still)).collect();
    }
    let first = format!(
        "A {} breakup: {when}. I'm sorry. A new chapter begins; the earlier one stays in the history.",
        ordinal(after.chapters())
    );
    let order = after.facts().order.map(|_| "The court order still counts.".to_owned());
    [first].into_iter().chain(order).chain(theirs.map(still)).collect()
}

/// Where a part of the diary can't be read, nothing is denied without it.
const MAY_HOLD_MORE: &str = "A part of your diary can't be read, and it may hold their word.";

/// `answer`: what they answered, and what they asked for.
pub fn answer_is(snapshot: &Snapshot) -> Vec<String> {
    let known = match snapshot.timeline.answer() {
        Some((answer, on)) => format!("Their answer: {}, on {}.", answer_word(answer), LongDate(on)),
        None => "No answer is recorded.".to_owned(),
    };
    // `they-said` alone asks for both.
    let holds = snapshot.timeline.boundaries_in_force(snapshot.today());
    let holds = holds.map(|boundary| format!("{}.", boundary_line(&boundary, snapshot.today())));
    std::iter::once(known).chain(holds).chain(snapshot.unread.then(|| MAY_HOLD_MORE.to_owned())).collect()
}

/// `answer ANSWER`. Where something else rules, it is said instead of what a yes would lead to.
pub fn answered(answer: Answer, on: NaiveDate, changed: &Changed, call: &[String]) -> Vec<String> {
    let after = &changed.after;
    if let Some(later) = later_answer(answer, on, after) {
        let is_no = answer == Answer::No && changed.later.is_some();
        let (first, help) = (is_no.then(|| said_no(after.today())), is_no.then(|| whom_to_ask(call)));
        return first.into_iter().chain([later]).chain(count_anew(changed)).chain(help).collect();
    }
    let facts = &after.facts();
    let when = if on == after.today() { String::new() } else { format!(", on {}", LongDate(on)) };
    let noted = format!("Noted, their answer: {}{when}.", answer_word(answer));
    let ruling = advise(facts);
    if answer != Answer::No {
        let says = if facts.in_touch.is_some() { None } else { Some(ruling.says().to_owned()) };
        return touch_began(changed).into_iter().chain(says).chain([noted]).chain(count_anew(changed)).collect();
    }
    let ruling = (ruling.id() == VerdictId::RespectBoundary).then(|| ruling.says().to_owned());
    let noted = [noted].into_iter().chain(count_anew(changed)).chain([whom_to_ask(call)]);
    [said_no(facts.today)].into_iter().chain(ruling).chain(noted).collect()
}

fn said_no(today: NaiveDate) -> String {
    says_alone(today, |facts| facts.answer = Some(Answer::No))
}

/// What is said where nothing else is known.
fn says_alone(today: NaiveDate, know: impl FnOnce(&mut Facts)) -> String {
    let mut facts = Facts::on(today);
    know(&mut facts);
    advise(&facts).says().to_owned()
}

/// What being in touch does to the count, where a change began it, or something later ended it again.
pub fn touch_began(changed: &Changed) -> Option<String> {
    let (before, after) = (&changed.before.timeline, &changed.after.timeline);
    let says_so = |dated: &DatedRecord| match dated.record.kind() {
        RecordKind::Contact(_) => dated.outcome.in_touch,
        RecordKind::Answer { in_touch, .. } => *in_touch,
        _ => false,
    };
    if after.in_touch().is_none() {
        let is_said = changed.ids.iter().filter_map(|id| changed.after.get(id)).any(says_so);
        return is_said.then(|| "What you recorded for a later time ended it again.".to_owned());
    }
    if before.in_touch().is_some() {
        return None;
    }
    let rests = after.runs().last_closed().filter(|run| run.end.is_some_and(|(_, ending)| ending == Ending::InTouch));
    Some(match rests.filter(|_| before.runs().open().is_some()).map(|run| run.days(changed.after.today())) {
        Some(0) => "You're in touch again, and the count rests.".to_owned(),
        Some(days) => format!("You're in touch again. The count rests after {}, and those days stay yours.", count(days, "day")),
        None => "You're in touch again. No count is running.".to_owned(),
    })
}

/// Where a change took being in touch away, and the count never rested.
pub fn count_goes_on(changed: &Changed) -> Option<String> {
    let (before, after) = (&changed.before.timeline, &changed.after.timeline);
    let since = after.runs().open().filter(|_| before.in_touch().is_some() && after.in_touch().is_none())?;
    // A contact in between may have begun another count.
    before.runs().last_closed().filter(|run| run.start == since)?;
    Some(format!("The count goes on as if it had never rested, since {}.", spoken(since)))
}

/// Where a change brings a count to light that something had hidden.
fn count_anew(changed: &Changed) -> Option<String> {
    count_is(changed).filter(|_| changed.after.timeline.runs().open().is_some())
}

/// What is said to somebody who reached out twice or more without an answer, whatever else holds.
pub fn pressed_says(facts: &Facts) -> String {
    says_alone(facts.today, |alone| alone.tries = facts.tries)
}

/// An answer of an earlier day, beside the later one that rules.
pub fn later_answer(answer: Answer, on: NaiveDate, after: &Snapshot) -> Option<String> {
    let (later, day) = after.timeline.answer().filter(|known| *known != (answer, on))?;
    let (noted, later) = (answer_word(answer), answer_word(later));
    Some(format!("Noted: {noted}, on {}. Their later {later}, on {}, still counts.", LongDate(on), LongDate(day)))
}

pub fn aim_is(known: Option<Aim>) -> String {
    match known {
        Some(aim) => format!("You're here for: {}.", aim_words(aim)),
        None => "No aim is recorded. `reconnect aim closure` or `reconnect aim second-chance` records it.".to_owned(),
    }
}

pub fn aimed(aim: Aim, facts: &Facts) -> Vec<String> {
    let first = format!("Noted. You're here for: {}.", aim_words(aim));
    let second = match aim {
        Aim::Closure => "This time is for you. Nothing here will speak of getting in touch.",
        Aim::SecondChance if advise(facts).forbids_contact_talk() => advise(facts).says(),
        Aim::SecondChance => "Take it slowly. The work on yourself isn't wasted.",
    };
    vec![first, second.to_owned()]
}

/// A boundary, as a sentence without its end: `They asked for space, since Wed 11 Feb 2026, through Fri 1 May 2026`.
pub fn boundary_line(boundary: &Boundary, today: NaiveDate) -> String {
    let is_over = boundary.through.is_some_and(|last| last < today);
    let words = boundary_then(boundary, is_over);
    let open = match boundary.kind {
        BoundaryKind::Order => "until the court lifts it",
        BoundaryKind::Own => "until you say otherwise",
        BoundaryKind::Space | BoundaryKind::Blocked => "until they say otherwise",
    };
    // An order rules from when it is recorded, so its first day may lie ahead.
    let is_since = boundary.kind != BoundaryKind::Order && boundary.from <= today && !is_over;
    let begins = if is_since { "since" } else { "from" };
    let through = boundary.through.map_or(open.to_owned(), |last| format!("through {}", LongDate(last)));
    format!("{words}, {begins} {}, {through}", LongDate(boundary.from))
}

/// A boundary in the tense of its day. What has no day at hand says `to protect you`, which is true on any.
fn boundary_then(boundary: &Boundary, is_over: bool) -> String {
    match boundary.protects {
        Some(Protects::Me) if boundary.kind == BoundaryKind::Order => {
            format!("A court order that {} you", if is_over { "protected" } else { "protects" })
        }
        protects => capitalized(boundary_words(boundary.kind, protects)),
    }
}

/// `boundary`: what holds, what is yet to begin, and what held.
pub fn boundaries_are(snapshot: &Snapshot, call: &[String]) -> Vec<String> {
    let in_force: Vec<Boundary> = snapshot.timeline.boundaries_in_force(snapshot.today()).collect();
    let mut lines: Vec<String> =
        in_force.iter().map(|boundary| format!("{}.", boundary_line(boundary, snapshot.today()))).collect();
    // What was said twice is told once.
    lines.dedup();
    let facts = snapshot.facts();
    let says = match facts.order {
        Some(Protects::Me) => Some(KEEP_EVERY_MESSAGE),
        Some(_) if facts.boundary != Some(BoundaryKind::Order) => Some(ORDER_PAST),
        Some(Protects::Both) => Some(PERHAPS_PROTECTS_YOU),
        None | Some(Protects::Them) => None,
    };
    lines.extend(says.map(str::to_owned));
    let mut rest = yet_to_begin(snapshot);
    rest.extend(ended_boundaries(snapshot).into_iter().map(|(held, end)| {
        let words = boundary_then(&held, true);
        let from = if held.through == Some(end) { String::new() } else { format!(" from {}", LongDate(held.from)) };
        format!("{words}{from} {} {}.", if from.is_empty() { "until" } else { "to" }, LongDate(end))
    }));
    if lines.is_empty() {
        let none = if rest.is_empty() { "Nothing is recorded that they asked for." } else { "Nothing they asked for holds today." };
        lines.push(none.to_owned());
    }
    lines.extend(snapshot.unread.then(|| MAY_HOLD_MORE.to_owned()));
    lines.extend(rest);
    lines.extend(facts.order.map(|_| whom_to_ask(call)));
    lines
}

fn yet_to_begin(snapshot: &Snapshot) -> Vec<String> {
    let is_set = |kind: &RecordKind| matches!(kind, RecordKind::Boundary { boundary: BoundaryChange::Set { .. }, .. });
    let ahead = snapshot.ahead.iter().filter(|record| is_set(record.kind()));
    ahead.map(|record| format!("From {} on: {}.", LongDate(record.on().day()), named(record.kind()))).collect()
}

/// What held once, and until when: its last day, or the day on which it was lifted or another breakup came.
fn ended_boundaries(snapshot: &Snapshot) -> Vec<(Boundary, NaiveDate)> {
    let ended = snapshot.records.iter().enumerate().filter_map(|(index, dated)| {
        let RecordKind::Boundary { boundary: BoundaryChange::Set { kind, protects }, until } = *dated.record.kind() else {
            return None;
        };
        let mut held = Boundary::new(kind, dated.moment.day);
        (held.through, held.protects) = (until, protects);
        let lifts = |later: &&DatedRecord| match later.record.kind() {
            RecordKind::Boundary { boundary: BoundaryChange::Clear { own }, .. } => {
                *own == (kind == BoundaryKind::Own) && dated.record.recorded_at() <= later.record.recorded_at()
            }
            _ => later.opens_chapter,
        };
        let end = if snapshot.timeline.boundaries().any(|known| known == held) {
            until.filter(|last| *last < snapshot.today())
        } else {
            snapshot.records.iter().skip(index + 1).find(lifts).map(|end| end.moment.day)
        };
        Some((held, end?))
    });
    ended.collect()
}

/// The same for programs. `through` is the last day on which it held.
pub fn boundaries_json(snapshot: &Snapshot) -> Value {
    let ended = ended_boundaries(snapshot).into_iter().map(|(mut held, end)| {
        held.through = Some(end);
        held
    });
    json!({
        "boundaries": snapshot.timeline.boundaries_in_force(snapshot.today()).collect::<Vec<_>>(),
        "ended": ended.collect::<Vec<_>>(),
        "order_recorded": snapshot.facts().order.is_some(),
    })
}

pub fn boundary_set(boundary: &Boundary, changed: &Changed, call: &[String]) -> Vec<String> {
    let after = &changed.after;
    let is_over = boundary.through.is_some_and(|last| last < after.today());
    if boundary.from > after.today() && boundary.kind != BoundaryKind::Order {
        // Until then it isn't in force.
        let words = boundary_through(boundary.kind, boundary.protects, boundary.through);
        return vec![format!("Noted. From {} on: {words}.", LongDate(boundary.from))];
    }
    let says = match (boundary.kind, boundary.protects) {
        (BoundaryKind::Order, Some(Protects::Me)) if after.facts().order_protects_me() => KEEP_EVERY_MESSAGE,
        (BoundaryKind::Order, _) if is_over => ORDER_PAST,
        (BoundaryKind::Order, _) => "While it holds, don't contact them in any way. Questions are for your lawyer.",
        (BoundaryKind::Own, _) => "That comes first. You don't owe an answer.",
        _ if is_over => NO_INVITATION,
        (BoundaryKind::Blocked, _) => "That comes first. Please don't look for another way to reach them.",
        (BoundaryKind::Space, _) => "That comes first, for as long as they need.",
    };
    let mut lines = vec![format!("Noted. {}.", boundary_line(boundary, after.today())), says.to_owned()];
    // The one that lasts longer rules beside the one that was just recorded.
    let last = |boundary: &Boundary| boundary.through.unwrap_or(NaiveDate::MAX);
    let mut in_force = after.timeline.boundaries_in_force(after.today());
    let longer = in_force.find(|known| known.kind == boundary.kind && last(known) > last(boundary)).filter(|_| !is_over);
    lines.extend(longer.map(|longer| format!("The longer one still holds: {}.", boundary_line(&longer, after.today()))));
    // Of two orders that protect different people, the stricter is told, so the other one is named with what takes it back.
    let is_other = |known: &&DatedRecord| match known.record.kind() {
        RecordKind::Boundary { boundary: BoundaryChange::Set { kind: BoundaryKind::Order, protects }, .. } => {
            *protects != boundary.protects
        }
        _ => false,
    };
    if boundary.kind == BoundaryKind::Order
        && let Some(other) = after.records.iter().find(is_other)
    {
        lines.push(format!(
            "Also on record: {}, from {}. Is that a mistake? `reconnect undo {}`",
            named(other.record.kind()),
            LongDate(other.moment.day),
            other.record.line_id().short()
        ));
    }
    lines.extend(count_anew(changed));
    if boundary.kind == BoundaryKind::Order {
        let perhaps = "If the order protects you: `reconnect boundary order --protects me`.";
        lines.extend((boundary.protects == Some(Protects::Both)).then(|| perhaps.to_owned()));
        lines.push(whom_to_ask(call));
    }
    lines
}

/// Said where an entry of a clock that is ahead stands against what was recorded.
pub const BESIDE_A_LATER: &str = "It won't count until you take back the entry that counts as recorded later.";

/// A boundary that such an entry ends. An order rules all the same.
pub fn boundary_set_beside(boundary: &Boundary, call: &[String]) -> Vec<String> {
    let noted = format!("Noted: {}, {}.", boundary_words(boundary.kind, boundary.protects), LongDate(boundary.from));
    match boundary.protects {
        None => vec![noted, BESIDE_A_LATER.to_owned()],
        Some(Protects::Me) => vec![noted, KEEP_EVERY_MESSAGE.to_owned(), whom_to_ask(call)],
        Some(_) => vec![noted, "Don't contact them in any way. Questions are for your lawyer.".to_owned(), whom_to_ask(call)],
    }
}

/// `boundary clear`: what fell, and what still holds or is yet to begin.
pub fn boundaries_cleared(fell: &[Boundary], after: &Snapshot) -> Vec<String> {
    let is = |kind| fell.iter().any(|boundary| boundary.kind == kind);
    let is_theirs = is(BoundaryKind::Space) || is(BoundaryKind::Blocked);
    let order_past = if after.facts().order_protects_me() { "You still don't owe an answer." } else { ORDER_PAST };
    let fallen = [
        (is(BoundaryKind::Order), "Noted: the court lifted the order."),
        (is(BoundaryKind::Order), order_past),
        (is_theirs, "Noted: they lifted what they had asked for."),
        (is_theirs, "They decide what happens next."),
        (is(BoundaryKind::Own), "Noted: you lifted what you had asked for."),
    ];
    let mut lines: Vec<String> = fallen.iter().filter(|(fell, _)| *fell).map(|(_, line)| (*line).to_owned()).collect();
    let still = after.timeline.boundaries_in_force(after.today());
    lines.extend(still.map(|boundary| format!("Still in force: {}.", boundary_line(&boundary, after.today()))));
    lines.extend(yet_to_begin(after));
    lines
}

/// Why the two can't be recorded as in touch, in a few words: an order, a boundary, a no, an unwanted contact.
pub fn against_touch(facts: &Facts) -> Option<&'static str> {
    Some(match facts.boundary {
        Some(BoundaryKind::Order) if facts.order_protects_me() => "a court order protects you",
        Some(BoundaryKind::Order) => "a court order is in force",
        _ if facts.order.is_some() => "there was a court order",
        Some(BoundaryKind::Blocked) => "they blocked you",
        Some(BoundaryKind::Space) => "they asked for space",
        Some(BoundaryKind::Own) => "you asked for distance",
        None if facts.answer == Some(Answer::No) => "they said no",
        None if facts.unwanted => "you didn't want their last contact",
        None => return None,
    })
}

/// Whether a contact may be asked about being in touch: a word of theirs, or an answer of the user's.
pub fn may_begin_touch(contact: Contact) -> bool {
    contact.is_their_word() || contact.reply && !contact.logistics
}
