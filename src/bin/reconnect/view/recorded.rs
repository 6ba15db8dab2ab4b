//! What is said after a command has recorded something, and the questions that it asks before.

use crate::words::{count, echoed, spoken};
use chrono::NaiveDate;
use reconnect::date::LongDate;
use reconnect::{Aim, Answer, Boundary, BoundaryKind, Facts, Moment, VerdictId, advise};

use super::help::HELPLINE;
use crate::store::diary::Snapshot;
use crate::store::transact::Fall;
use crate::words::{aim_words, answer_word, boundary_words};

pub const ASK_THEMSELVES: &str = "Did they lift it themselves?\nType yes if they did: ";

/// What protects less after a change, named, and the question whose true answer is yes.
fn ask(falls: &[Fall], question: &str) -> String {
    let names = falls.iter().map(|fall| match fall {
        Fall::Order => "A court order is recorded.".to_owned(),
        Fall::OrderProtects => "The court order on record doesn't protect you alone.".to_owned(),
        Fall::Boundary(boundary) => format!("{}.", boundary_line(boundary)),
        Fall::Answer(answer, on) => format!("They said {} on {}.", answer_word(*answer), LongDate(*on)),
    });
    format!("{}\n{question} Type yes if so: ", names.collect::<Vec<_>>().join("\n"))
}

pub fn ask_lifted(falls: &[Fall]) -> String {
    let is_order = falls.iter().any(|fall| matches!(fall, Fall::Order | Fall::OrderProtects));
    ask(falls, if is_order { "Has the court lifted it, or changed it?" } else { "Did they lift it themselves?" })
}

pub fn ask_mistake(falls: &[Fall]) -> String {
    ask(falls, "Was that a mistake?")
}

pub fn ask_since(falls: &[Fall]) -> String {
    ask(falls, "Did they say this since?")
}

pub fn ask_again(falls: &[Fall]) -> String {
    ask(falls, "In the new chapter that answer no longer counts. Is that right?")
}

/// `start-no-contact`. `since` is where the open run begins, which later contacts can move.
pub fn started(start: Moment, since: Option<Moment>, was_open: bool, today: NaiveDate) -> Vec<String> {
    let when = echoed(start, today);
    match since.filter(|since| *since != start) {
        Some(later) => vec![
            format!("Recorded: no contact from {when}."),
            format!("There was a contact after that, so the count that is running starts {}.", spoken(later)),
        ],
        None if was_open => vec![format!("Corrected. No contact since {when}.")],
        None => vec![format!("No contact since {when}.")],
    }
}

pub fn ended(end: Moment, days: u32) -> Vec<String> {
    vec![
        format!("Closed on {}, after {}. Those days stay yours.", spoken(end), count(days, "day")),
        "Prompt and reminders are silent from now on.".to_owned(),
    ]
}

pub fn breakup_is(day: Option<NaiveDate>, today: NaiveDate) -> String {
    match day {
        Some(day) => format!("Breakup: {}.\n", echoed(Moment::day(day), today)),
        None => "No breakup date is recorded. `reconnect breakup WHEN` records it.\n".to_owned(),
    }
}

pub fn breakup_set(day: NaiveDate, today: NaiveDate, again: bool, after: &Snapshot) -> Vec<String> {
    let when = echoed(Moment::day(day), today);
    if !again {
        return vec![format!("Breakup: {when}.")];
    }
    let first = format!("A second breakup: {when}. I'm sorry. A new chapter begins; the earlier one stays in the history.");
    let order = after.facts().order.map(|_| "The court order still counts.".to_owned());
    let theirs = after.timeline.boundaries_in_force(today).filter(|boundary| boundary.kind != BoundaryKind::Order);
    [first].into_iter().chain(order).chain(theirs.map(|boundary| format!("{}.", boundary_line(&boundary)))).collect()
}

pub fn answer_is(known: Option<(Answer, NaiveDate)>) -> String {
    match known {
        Some((answer, on)) => format!("Their answer: {}, on {}.\n", answer_word(answer), LongDate(on)),
        None => "No answer is recorded.\n".to_owned(),
    }
}

/// `answer ANSWER`. Where something else rules, it is said instead of what a yes would lead to.
pub fn answered(answer: Answer, on: NaiveDate, after: &Snapshot) -> Vec<String> {
    if let Some(later) = later_answer(answer, on, after) {
        return vec![later];
    }
    let facts = &after.facts();
    let noted = format!("Noted, their answer: {}.", answer_word(answer));
    let ruling = advise(facts);
    if answer != Answer::No {
        return vec![noted, ruling.says().to_owned()];
    }
    let mut alone = Facts::on(facts.today);
    alone.answer = Some(answer);
    let ruling = (ruling.id() == VerdictId::RespectBoundary).then(|| ruling.says());
    let said = [advise(&alone).says()].into_iter().chain(ruling).chain([HELPLINE]);
    [noted].into_iter().chain(said.map(str::to_owned)).collect()
}

/// An answer of an earlier day, beside the later one that rules.
pub fn later_answer(answer: Answer, on: NaiveDate, after: &Snapshot) -> Option<String> {
    let (later, day) = after.timeline.answer().filter(|known| *known != (answer, on))?;
    let (noted, later) = (answer_word(answer), answer_word(later));
    Some(format!("Noted: {noted}, on {}. Their later {later}, on {}, still counts.", LongDate(on), LongDate(day)))
}

pub fn aim_is(known: Option<Aim>) -> String {
    match known {
        Some(aim) => format!("You're here for: {}.\n", aim_words(aim)),
        None => "No aim is recorded. `reconnect aim closure` or `reconnect aim second-chance` records it.\n".to_owned(),
    }
}

pub fn aimed(aim: Aim, facts: &Facts) -> Vec<String> {
    let first = format!("Noted. You're here for: {}.", aim_words(aim));
    let second = match aim {
        Aim::Closure => "This time is for you. Nothing here will speak of getting in touch.",
        Aim::SecondChance if advise(facts).forbids_contact_talk() => advise(facts).says(),
        Aim::SecondChance => "Take it slowly. Whatever comes of it, the work on yourself isn't wasted.",
    };
    vec![first, second.to_owned()]
}

/// A boundary in force, as a sentence without its end: `They asked for space, since Wed 11 Feb 2026, through Fri 1 May 2026`.
pub fn boundary_line(boundary: &Boundary) -> String {
    let mut words = boundary_words(boundary.kind).to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let through = match boundary.through {
        Some(last) => format!("through {}", LongDate(last)),
        None if boundary.kind == BoundaryKind::Order => "until the court lifts it".to_owned(),
        None => "until they say otherwise".to_owned(),
    };
    format!("{words}, since {}, {through}", LongDate(boundary.from))
}

pub fn boundaries_are(in_force: &[Boundary], order_recorded: bool) -> Vec<String> {
    let mut lines: Vec<String> = in_force.iter().map(|boundary| format!("{}.", boundary_line(boundary))).collect();
    if order_recorded && !in_force.iter().any(|boundary| boundary.kind == BoundaryKind::Order) {
        lines.push(ORDER_PAST.to_owned());
    }
    if order_recorded {
        lines.push(HELPLINE.to_owned());
    }
    if lines.is_empty() {
        lines.push("Nothing is recorded that they asked for.".to_owned());
    }
    lines
}

/// Said of an order that has ended or was lifted.
pub const ORDER_PAST: &str = "There was a court order. Don't contact them; ask your lawyer.";

pub fn boundary_set(boundary: &Boundary, is_over: bool) -> Vec<String> {
    let mut lines = vec![format!("Noted. {}.", boundary_line(boundary))];
    lines.push(match boundary.kind {
        BoundaryKind::Order if is_over => ORDER_PAST.to_owned(),
        BoundaryKind::Order => "While it holds, don't contact them in any way. Questions are for your lawyer.".to_owned(),
        _ if is_over => "The end of the time they asked for isn't an invitation.".to_owned(),
        BoundaryKind::Blocked => "That comes first. Please don't look for another way to reach them.".to_owned(),
        _ => "That comes first, for as long as they need.".to_owned(),
    });
    if boundary.kind == BoundaryKind::Order {
        lines.push(HELPLINE.to_owned());
    }
    lines
}

/// `boundary clear`. `kept` is what still holds beside an order that fell.
pub fn boundaries_cleared(had_order: bool, kept: &[Boundary]) -> Vec<String> {
    if had_order {
        let kept = kept.iter().map(|boundary| format!("Still in force: {}.", boundary_line(boundary)));
        return ["Noted: the court lifted the order.".to_owned(), ORDER_PAST.to_owned()].into_iter().chain(kept).collect();
    }
    vec!["Noted: they lifted what they had asked for.".to_owned(), "How they want it from here is up to them.".to_owned()]
}
