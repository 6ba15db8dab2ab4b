//! What is said after a contact. What rules decides, in this order: an order, a no, what was asked for, pressed, not now, closure,
//! a yes and being in touch, a reach-out; then the kind of contact. `status` says the same next.

use chrono::NaiveDate;
use reconnect::{
    Aim, Answer, BoundaryKind, Contact, ContactOutcome, Facts, Overrule, Protects, VerdictId, Via, Who, advise, idea_for_two,
};

use super::floor::{may_worry, whom_to_ask, whom_to_ask_when_pressed};
use super::recorded::{ORDER_PAST, PERHAPS_PROTECTS_YOU, pressed_says};
use super::urge::for_you;
use crate::model::period::contact;
use crate::store::diary::Snapshot;

/// Said before everything else when they said no just now.
pub const SAID_NO: &str = "They said no. It hurts, and it's their decision.";

#[derive(Clone, Copy)]
pub struct Contacted<'a> {
    pub contact: Contact,
    pub day: NaiveDate,
    pub outcome: ContactOutcome,
    /// With it they asked for distance, or said no.
    pub asks: bool,
    /// They blocked the user, and nobody wrote.
    pub blocks: bool,
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
    let mut lines: Vec<String> = if said.blocks {
        blocked(&facts)
    } else if outcome.unwanted {
        unwanted(said, &facts)
    } else if facts.order.is_some() {
        order(said, &facts)
    } else if let Some(lines) = standing(said, &facts) {
        lines
    } else if is_mine && facts.pressed() && !contact.logistics {
        let is_visit = contact.via == Via::InPerson;
        std::iter::once(pressed_says(&facts)).chain(is_visit.then(|| VISIT.to_owned())).collect()
    } else if facts.answer == Some(Answer::NotNow) && !contact.logistics {
        let says_what_rules = is_mine || facts.in_touch.is_some();
        let visit = if is_mine && contact.via == Via::InPerson { VISIT } else { "" };
        own(&[if says_what_rules { "They said not now. If and when is up to them." } else { NO_NEED }, visit])
    } else if facts.aim == Some(Aim::Closure) {
        let yours = (is_mine && outcome.ended_run).then(|| "This time is for you.".to_owned());
        std::iter::once(gently(contact, after)).chain(yours).collect()
    } else {
        match verdict.id() {
            VerdictId::BuildNew | VerdictId::ActionsNotWords if contact.logistics => Vec::new(),
            VerdictId::BuildNew if facts.run_since.is_some() && is_said(contact) => own(&[
                "In touch again? `--in-touch`, said with a contact, lets the count rest; `reconnect end-no-contact` stops it.",
            ]),
            VerdictId::BuildNew => Vec::new(),
            VerdictId::ActionsNotWords if facts.in_touch.is_some() => {
                vec![format!("For you two: {}", idea_for_two(facts.today))]
            }
            VerdictId::ActionsNotWords if !is_mine && contact.via == Via::InPerson => {
                own(&["They came to you. What happens next is up to you, too."])
            }
            VerdictId::ActionsNotWords => own(&[verdict.says()]),
            _ if outcome.reach_out => reached_out(contact, after),
            _ => vec![gently(contact, after)],
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
    let Contacted { contact, outcome, asks, after, call, .. } = *said;
    let (facts, is_mine) = (after.facts(), contact.who == Who::Me);
    if is_mine && !contact.logistics && may_worry(&facts) {
        return Some(whom_to_ask_when_pressed(call));
    }
    let is_no = facts.answer == Some(Answer::No) && (asks || is_mine && !contact.logistics);
    (outcome.unwanted || facts.order.is_some() || is_no).then(|| whom_to_ask(call))
}

/// Whether the contact can be one of being in touch again: no look, no reaction, nothing practical.
pub fn is_said(contact: Contact) -> bool {
    !contact.logistics && !matches!(contact.via, Via::Looked | Via::Reaction)
}

/// The lines that aren't empty.
fn own(lines: &[&str]) -> Vec<String> {
    lines.iter().filter(|line| !line.is_empty()).map(|line| (*line).to_owned()).collect()
}

const NO_NEED: &str = "You don't have to answer, and not today.";
const STILL_HOLDS: &str = "What they asked for still holds, until they lift it themselves.";
const VISIT: &str = "A visit they didn't ask for can frighten. Please don't go there again.";
const BLOCKED: &str = "They blocked you. Please don't look for another way to reach them.";
const MAY_BREAK_IT: &str = "If the order protects you, their visit may break it; tell your lawyer or the police.";
const IN_DANGER: &str = "In danger now? Call your local emergency number.";

/// Nobody wrote, so there is nothing to answer or to keep.
fn blocked(facts: &Facts) -> Vec<String> {
    let stands = match (facts.order, facts.answer) {
        (Some(Protects::Me), _) => return own(&["You don't owe an answer."]),
        (Some(_), _) if facts.boundary == Some(BoundaryKind::Order) => "A court order is in force.",
        (Some(_), _) => ORDER_PAST,
        (None, Some(Answer::No)) => "They said no, and that stands.",
        (None, _) => "",
    };
    own(&[stands, BLOCKED])
}

/// What is said where a no stands, or somebody asked for distance.
fn standing(said: &Contacted<'_>, facts: &Facts) -> Option<Vec<String>> {
    let Contacted { contact, asks, after, .. } = *said;
    let is_no = facts.answer == Some(Answer::No);
    let is_own = !is_no && facts.boundary == Some(BoundaryKind::Own);
    let asked = match facts.boundary {
        None if !is_no => return None,
        Some(BoundaryKind::Blocked) => BLOCKED,
        _ => "They asked for space. That comes first, for as long as they need.",
    };
    let which = |no, own, theirs| match (is_no, is_own) {
        (true, _) => no,
        (false, true) => own,
        (false, false) => theirs,
    };
    // A visit before they said so was not against it.
    let no_then = is_no && after.timeline.answer().is_some_and(|(_, on)| on <= said.day);
    let held_then = no_then || after.timeline.boundaries_in_force(facts.today).any(|boundary| boundary.from <= said.day);
    let holds = which("They said no, and that stands.", "", STILL_HOLDS);
    let own_contact = "You asked for distance, and it holds. One contact doesn't change that.";
    let closed = "You are worthy of love; this chapter may be closed. You don't have to answer.";
    let no_need = "You don't have to answer. You asked for distance, and it holds.";
    let lines = match contact.who {
        Who::Me if contact.logistics => ["Practical things may be said, and briefly.", holds],
        Who::Me if contact.via == Via::InPerson && !is_own && held_then => [VISIT, which("They said no.", "", STILL_HOLDS)],
        Who::Me => [which("They said no. Please don't write again.", own_contact, asked), ""],
        Who::Them if asks => [which(closed, "", asked), ""],
        Who::Them if contact.logistics && !facts.needs_distance() => ["Practical things may be answered, and briefly.", holds],
        Who::Them => [which("They said no. You don't have to answer.", no_need, NO_NEED), which("", "", STILL_HOLDS)],
    };
    Some(own(&lines))
}

/// Also after logistics and replies: an order makes no difference between them. To whom it protects it says nothing that scolds.
fn order(said: &Contacted<'_>, facts: &Facts) -> Vec<String> {
    let (contact, is_mine) = (said.contact, said.contact.who == Who::Me);
    let is_in_force = facts.boundary == Some(BoundaryKind::Order);
    let is_visit = contact.via == Via::InPerson && (!is_mine || !contact.logistics);
    let at_the_door = |line| if is_visit { line } else { "" };
    if facts.order_protects_me() {
        let stands = if is_in_force { "A court order protects you." } else { "There was a court order that protected you." };
        return own(&if is_mine {
            [stands, "You don't owe an answer. Your lawyer can tell you what a message of yours means for it."]
        } else {
            [at_the_door(IN_DANGER), "You don't owe an answer. Keep the message, and note where and when."]
        });
    }
    let rules = match contact.via {
        _ if !is_in_force => ORDER_PAST,
        _ if is_mine => {
            "A court order is in force. Any contact can break it: a reply, news about the children, a friend passing it on. Don't send another; ask your lawyer."
        }
        Via::InPerson => {
            "A court order is in force. Don't talk with them, even though they came to you. Note where and when; ask your lawyer."
        }
        Via::Call => "A court order is in force. Don't answer, even though they called first. Note when it was; ask your lawyer.",
        _ => "A court order is in force. Don't answer, even though they wrote first. Keep the message; ask your lawyer.",
    };
    // What was not wanted begins with the emergency number.
    let danger = if said.outcome.unwanted { "" } else { IN_DANGER };
    own(&match (is_mine, is_visit) {
        (true, _) => [rules, at_the_door(VISIT), ""],
        (false, true) if facts.order == Some(Protects::Both) => [danger, rules, MAY_BREAK_IT],
        (false, true) => [rules, MAY_BREAK_IT, danger],
        (false, false) => [rules, PERHAPS_PROTECTS_YOU, ""],
    })
}

/// What the user did not want: it isn't their fault, and a record helps.
fn unwanted(said: &Contacted<'_>, facts: &Facts) -> Vec<String> {
    let mut lines = if facts.order.is_some() { order(said, facts) } else { own(&["You don't have to answer."]) };
    let is_visit = said.contact.via == Via::InPerson;
    if is_visit && !facts.order_protects_me() {
        lines.insert(0, IN_DANGER.to_owned());
    }
    lines.insert(usize::from(is_visit), "This isn't your fault.".to_owned());
    lines.push(
        "Keeping a record helps: `reconnect export --contacts them`. To print it, add `--format html --notes --output FILE`."
            .to_owned(),
    );
    lines
}

/// Nothing that went wrong: the one message that the guide speaks of.
/// What is said after the one message that the guide speaks of.
pub fn reached_out(contact: Contact, after: &Snapshot) -> Vec<String> {
    let second = match contact.via {
        Via::InPerson => "A visit they didn't ask for can frighten. Please leave the next step to them.",
        _ => "They may not answer; that is their decision.",
    };
    own(&["You wrote. It's up to them now.", second, &format!("Meanwhile: {}", for_you(after))])
}

/// Practical messages of the user's in a row today, with nothing from them in between.
fn practical_in_a_row(after: &Snapshot) -> usize {
    let today = after.records.iter().rev().filter(|dated| dated.moment.day == after.today());
    let contacts = today.filter_map(|dated| Some(contact(dated)?.contact));
    contacts
        .take_while(|contact| contact.who == Who::Me)
        .filter(|contact| contact.logistics && contact.via != Via::InPerson)
        .count()
}

/// The one sentence that fits the kind of contact.
fn gently(contact: Contact, after: &Snapshot) -> String {
    let (runs, is_mine) = (after.timeline.runs(), contact.who == Who::Me);
    if contact.logistics && (is_mine || !after.facts().needs_distance()) {
        // A restart that the user asked for ends the count, and without a count none goes on.
        let goes_on = runs.open().is_some() && contact.overrule != Some(Overrule::Restart);
        let may = if is_mine { "said" } else { "answered" };
        return format!("Practical things may be {may}.{}", if goes_on { " The count goes on." } else { "" });
    }
    let says = match contact.via {
        Via::Looked if !is_mine => "A look isn't a message. There is nothing to answer.",
        Via::Reaction if !is_mine => "A reaction isn't a message. There is nothing to answer.",
        _ if !is_mine => NO_NEED,
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
    };
    says.to_owned()
}
