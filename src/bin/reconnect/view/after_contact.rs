//! What is said after a contact. What rules decides, in this order: an order, a no, what was asked for, pressed, not now, closure,
//! a yes and being in touch, a reach-out; then the kind of contact. `status` says the same next.

use reconnect::{
    Aim, Answer, BoundaryKind, Contact, ContactOutcome, Facts, Overrule, VerdictId, Via, Who, advise, idea_for_two,
    way_to_use_the_time,
};

use super::floor::{may_worry, whom_to_ask, whom_to_ask_when_pressed};
use super::recorded::{ORDER_PAST, PERHAPS_PROTECTS_YOU, pressed_says};
use crate::store::diary::{RecordKind, Snapshot};

/// Said before everything else when they said no just now.
pub const SAID_NO: &str = "They said no. It hurts, and it's their decision.";

/// A contact, and what it led to.
#[derive(Clone, Copy)]
pub struct Contacted<'a> {
    pub contact: Contact,
    pub outcome: ContactOutcome,
    /// With it they asked for distance, or said no.
    pub asks: bool,
    pub after: &'a Snapshot,
    /// Whom the user named to call.
    pub call: &'a [String],
}

/// The sentences, the most important one first.
pub fn sentences(said: &Contacted<'_>) -> Vec<String> {
    let Contacted { contact, outcome, after, .. } = *said;
    let facts = after.facts();
    let verdict = advise(&facts);
    let is_mine = contact.who == Who::Me;
    let mut lines: Vec<String> = if outcome.unwanted {
        unwanted(contact, &facts, after)
    } else if facts.order.is_some() {
        order(contact, &facts, after)
    } else if facts.answer == Some(Answer::No) {
        own(no(said))
    } else if let Some(kind) = facts.boundary {
        own(boundary(said, kind))
    } else if is_mine && facts.pressed() && !contact.logistics {
        vec![pressed_says(&facts)]
    } else if facts.answer == Some(Answer::NotNow) && !contact.logistics {
        own(vec![if is_mine { "They said not now. If and when is up to them." } else { NO_NEED }])
    } else if facts.aim == Some(Aim::Closure) {
        match (is_mine, outcome.ended_run) {
            (true, true) => own(vec![gently(contact, after), "This time is for you."]),
            (true, false) => own(vec![gently(contact, after)]),
            (false, _) => own(vec![no_need(contact, after)]),
        }
    } else {
        match verdict.id() {
            VerdictId::BuildNew | VerdictId::ActionsNotWords if contact.logistics => Vec::new(),
            VerdictId::BuildNew if facts.run_since.is_some() => own(vec!["`reconnect end-no-contact` stops the count."]),
            VerdictId::BuildNew => Vec::new(),
            VerdictId::ActionsNotWords if facts.in_touch.is_some() => {
                vec![format!("For you two: {}", idea_for_two(facts.today))]
            }
            VerdictId::ActionsNotWords => vec![verdict.says().to_owned()],
            _ if outcome.reach_out => reached_out(contact, &facts),
            _ if is_mine => own(vec![gently(contact, after)]),
            _ => own(vec![no_need(contact, after)]),
        }
    };
    if verdict.id() == VerdictId::Unread {
        lines.push(verdict.says().to_owned());
    }
    let is_message = is_mine && contact.logistics && contact.via != Via::InPerson;
    if is_message && facts.order.is_none() && practical_in_a_row(after) >= 3 {
        lines.push("That's several practical messages today, and no answer is noted. The rest can wait until tomorrow.".to_owned());
    }
    lines
}

/// The people and helplines to end with, where the contact calls for them.
pub fn help(said: &Contacted<'_>) -> Option<String> {
    let Contacted { contact, outcome, asks, after, call } = *said;
    let (facts, is_mine) = (after.facts(), contact.who == Who::Me);
    if is_mine && !contact.logistics && may_worry(&facts) {
        return Some(whom_to_ask_when_pressed(call));
    }
    let is_no = facts.answer == Some(Answer::No) && (asks || is_mine && !contact.logistics);
    (outcome.unwanted || facts.order.is_some() || is_no).then(|| whom_to_ask(call))
}

fn own(lines: Vec<&str>) -> Vec<String> {
    lines.into_iter().map(str::to_owned).collect()
}

const NO_NEED: &str = "You don't have to answer, and not today.";
const STILL_HOLDS: &str = "What they asked for still holds, until they lift it themselves.";
const THEIR_NO: &str = "They said no, and that stands.";
const VISIT: &str = "A visit they didn't ask for can frighten. Please don't go there again.";
const MAY_BE_SAID: &str = "Practical things may be said, and briefly.";
const MAY_BE_ANSWERED: &str = "Practical things may be answered, and briefly.";

/// A visit that nobody asked for.
fn is_visit(contact: Contact) -> bool {
    contact.who == Who::Me && contact.via == Via::InPerson && !contact.logistics
}

/// Also after logistics and replies: an order makes no difference between them. To whom it protects it says nothing that scolds.
fn order(contact: Contact, facts: &Facts, after: &Snapshot) -> Vec<String> {
    let is_mine = contact.who == Who::Me;
    if facts.order_protects_me() {
        return if is_mine {
            let is_in_force = facts.boundary == Some(BoundaryKind::Order);
            own(vec![
                if is_in_force { "A court order protects you." } else { "There was a court order that protected you." },
                "You don't owe an answer. Your lawyer can tell you what a message of yours means for it.",
            ])
        } else {
            let danger = (contact.via == Via::InPerson).then_some("In danger now? Call your local emergency number.");
            own(danger.into_iter().chain(["You don't owe an answer. Keep the message, and note where and when."]).collect())
        };
    }
    let mut in_force = after.timeline.boundaries_in_force(after.today());
    let first = match (in_force.any(|boundary| boundary.kind == BoundaryKind::Order), is_mine) {
        (false, _) => ORDER_PAST,
        (true, true) => {
            "A court order is in force. Any contact can break it: a reply, news about the children, a friend passing it on. Don't send another; ask your lawyer."
        }
        (true, false) => {
            "A court order is in force. Don't answer, even though they wrote first. Keep the message; ask your lawyer."
        }
    };
    let second = if is_visit(contact) { Some(VISIT) } else { (!is_mine).then_some(PERHAPS_PROTECTS_YOU) };
    own([first].into_iter().chain(second).collect())
}

/// What the user did not want: it isn't their fault, and a record helps.
fn unwanted(contact: Contact, facts: &Facts, after: &Snapshot) -> Vec<String> {
    let mut lines = if facts.order.is_some() { order(contact, facts, after) } else { own(vec!["You don't have to answer."]) };
    let is_visit = contact.via == Via::InPerson;
    if is_visit && !facts.order_protects_me() {
        lines.insert(0, "In danger now? Call your local emergency number.".to_owned());
    }
    lines.insert(usize::from(is_visit), "This isn't your fault.".to_owned());
    lines.push("Keeping a record helps: `reconnect export --contacts them`.".to_owned());
    lines
}

fn no(said: &Contacted<'_>) -> Vec<&'static str> {
    let contact = said.contact;
    match (contact.who, contact.logistics) {
        (Who::Me, true) => vec![MAY_BE_SAID, THEIR_NO],
        (Who::Me, false) if is_visit(contact) => vec![VISIT, "They said no."],
        (Who::Me, false) => vec!["They said no. Please don't write again."],
        (Who::Them, _) if said.asks => {
            vec!["You are worthy of love; this chapter may be closed. You don't have to answer."]
        }
        (Who::Them, true) => vec![MAY_BE_ANSWERED, THEIR_NO],
        (Who::Them, false) => vec!["They said no. You don't have to answer."],
    }
}

fn boundary(said: &Contacted<'_>, kind: BoundaryKind) -> Vec<&'static str> {
    let contact = said.contact;
    let is_mine = contact.who == Who::Me;
    if kind == BoundaryKind::Own {
        return match (is_mine, contact.logistics) {
            (true, true) => vec![MAY_BE_SAID],
            (true, false) => vec!["You asked for distance, and it holds. One contact doesn't change that."],
            (false, true) => vec![MAY_BE_ANSWERED],
            (false, false) => vec!["You don't have to answer. You asked for distance, and it holds."],
        };
    }
    match (kind, is_mine || said.asks) {
        (_, true) if contact.logistics && is_mine => vec![MAY_BE_SAID, STILL_HOLDS],
        (_, true) if is_visit(contact) => vec![VISIT, STILL_HOLDS],
        (BoundaryKind::Blocked, true) => vec!["They blocked you. Please don't look for another way to reach them."],
        (_, true) => vec!["They asked for space. That comes first, for as long as they need."],
        (_, false) => vec![if contact.logistics { MAY_BE_ANSWERED } else { NO_NEED }, STILL_HOLDS],
    }
}

/// Nothing that went wrong: the one message that the guide speaks of.
fn reached_out(contact: Contact, facts: &Facts) -> Vec<String> {
    let second = match contact.via {
        Via::InPerson => "A visit they didn't ask for can frighten. Please leave the next step to them.".to_owned(),
        _ => "They may not answer; that is their decision.".to_owned(),
    };
    vec!["You wrote. It's up to them now.".to_owned(), second, format!("Meanwhile: {}", way_to_use_the_time(facts.today))]
}

/// Practical messages of the user's in a row today, with nothing from them in between.
fn practical_in_a_row(after: &Snapshot) -> usize {
    let today = after.records.iter().rev().filter(|dated| dated.moment.day == after.today());
    let contacts = today.filter_map(|dated| match dated.record.kind() {
        RecordKind::Contact(record) => Some(record.contact),
        _ => None,
    });
    contacts
        .take_while(|contact| contact.who == Who::Me)
        .filter(|contact| contact.logistics && contact.via != Via::InPerson)
        .count()
}

/// A restart that the user asked for ends the count, and without a count none goes on.
fn goes_on(contact: Contact, after: &Snapshot) -> bool {
    after.timeline.runs().open().is_some() && contact.overrule != Some(Overrule::Restart)
}

fn no_need(contact: Contact, after: &Snapshot) -> &'static str {
    match contact.via {
        _ if contact.logistics && goes_on(contact, after) => "Practical things may be answered. The count goes on.",
        _ if contact.logistics => "Practical things may be answered.",
        Via::Looked => "A look isn't a message. There is nothing to answer.",
        Via::Reaction => "A reaction isn't a message. There is nothing to answer.",
        _ => NO_NEED,
    }
}

/// The one sentence that fits the kind of contact.
fn gently(contact: Contact, after: &Snapshot) -> &'static str {
    let runs = after.timeline.runs();
    match contact.via {
        _ if contact.logistics && goes_on(contact, after) => "Practical things may be said. The count goes on.",
        _ if contact.logistics => "Practical things may be said.",
        _ if runs.all().next().is_none() => {
            "No count is running yet. `reconnect start-no-contact` begins one, from your last contact."
        }
        _ if runs.open().is_none() => "Your count is closed, and it stays closed.",
        _ if contact.overrule == Some(Overrule::Keep) => "The count goes on, as you said.",
        Via::Looked => "You miss them, so you looked. Close the page; your days still count.",
        _ if contact.reply => "They wrote, and you answered. Your days still count.",
        Via::Text => "One message doesn't undo your days. They still count.",
        Via::Call => "One call doesn't undo your days. They still count.",
        Via::InPerson => "One meeting doesn't undo your days. They still count.",
        _ => "One contact doesn't undo your days. They still count.",
    }
}
