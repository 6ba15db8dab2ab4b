//! What is said after a contact. What rules decides, in this order: an order, a no, space, pressed, not now, closure, a yes; then
//! the kind of contact.

use reconnect::{Aim, Answer, BoundaryKind, Contact, ContactOutcome, Overrule, Via, Who};

use super::help::{HELPLINE, OWN_BEHAVIOUR};
use super::recorded::ORDER_PAST;
use crate::store::diary::Snapshot;

/// Said before everything else when they said no just now.
pub const SAID_NO: &str = "They said no. It hurts, and it's their decision.";

/// The sentences, the most important one first. `asks`: with this contact they asked for distance, or said no.
pub fn sentences(contact: Contact, outcome: ContactOutcome, asks: bool, after: &Snapshot) -> Vec<String> {
    let is_mine = contact.who == Who::Me;
    let facts = after.facts();
    let lines: Vec<&str> = if facts.order.is_some() {
        order(after, is_mine)
    } else if facts.answer == Some(Answer::No) {
        match (is_mine, asks) {
            (true, _) => vec!["They said no. Please don't write again.", HELPLINE],
            (false, true) => vec!["You are worthy of love; this chapter may be closed. You don't have to answer.", HELPLINE],
            (false, false) if contact.logistics => vec!["They said no.", PRACTICAL_ONLY],
            (false, false) => vec!["They said no. You don't have to answer."],
        }
    } else if let Some(kind) = facts.boundary {
        match (kind, is_mine || asks) {
            (BoundaryKind::Blocked, true) => vec!["They blocked you. Please don't look for another way to reach them."],
            (_, true) => vec!["They asked for space. That comes first, for as long as they need."],
            (_, false) => vec![if contact.logistics { PRACTICAL_ONLY } else { NO_NEED }, STILL_HOLDS],
        }
    } else if is_mine && facts.pressed() {
        return pressed(facts.tries);
    } else if facts.answer == Some(Answer::NotNow) {
        if is_mine { vec!["They said not now. If and when is up to them."] } else { vec![NO_NEED] }
    } else if facts.aim == Some(Aim::Closure) {
        match (is_mine, outcome.ended_run) {
            (true, true) => vec![ONE_MESSAGE, "This time is for you."],
            (true, false) => vec![gently(contact, outcome, after)],
            (false, _) => vec![no_need(contact)],
        }
    } else if facts.answer == Some(Answer::Yes) {
        if facts.run_since.is_some() { vec!["`reconnect end-no-contact` stops the count."] } else { Vec::new() }
    } else if is_mine {
        vec![gently(contact, outcome, after)]
    } else {
        vec![no_need(contact)]
    };
    lines.into_iter().map(str::to_owned).collect()
}

const NO_NEED: &str = "You don't have to answer, and not today.";
const STILL_HOLDS: &str = "What they asked for still holds, until they lift it themselves.";
const PRACTICAL_ONLY: &str = "Answer practical things only, and briefly.";
const ONE_MESSAGE: &str = "One message doesn't undo your days. They still count.";

fn no_need(contact: Contact) -> &'static str {
    if contact.logistics { "Practical things may be answered. The count goes on." } else { NO_NEED }
}

/// Also after logistics and replies: an order makes no difference between them.
fn order(after: &Snapshot, is_mine: bool) -> Vec<&'static str> {
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
    let protects_you = "If the order protects you, their message may break it; tell your lawyer or the police.";
    if is_mine { vec![first, HELPLINE] } else { vec![first, protects_you, HELPLINE] }
}

fn pressed(unanswered: u32) -> Vec<String> {
    let words = [(2, "Two"), (3, "Three"), (4, "Four"), (5, "Five")];
    let number = words.iter().find(|(n, _)| *n == unanswered).map_or(unanswered.to_string(), |(_, word)| (*word).to_owned());
    let mut lines = vec![format!("{number} messages, no reply noted here. Please stop.")];
    if unanswered >= 3 {
        lines.extend([HELPLINE, OWN_BEHAVIOUR].map(str::to_owned));
    }
    lines
}

/// The one sentence that fits the kind of contact.
fn gently(contact: Contact, outcome: ContactOutcome, after: &Snapshot) -> &'static str {
    let runs = after.timeline.runs();
    match contact.via {
        _ if contact.logistics => "Practical things may be said. The count goes on.",
        Via::InPerson if outcome.reach_out => "A visit they didn't ask for can frighten. Please leave the next step to them.",
        _ if outcome.reach_out => "It's up to them now. They may not answer; that is their decision. Don't write a second time.",
        _ if runs.all().next().is_none() => {
            "No count is running yet. `reconnect start-no-contact` begins one, from your last contact."
        }
        _ if runs.open().is_none() => "Your count is closed, and it stays closed.",
        _ if contact.overrule == Some(Overrule::Keep) => "The count goes on, as you said.",
        Via::Looked => "Looking is a habit of missing somebody. Close the page; your days still count.",
        _ if contact.reply => "You answered. That happens. Your days still count.",
        Via::Text => ONE_MESSAGE,
        Via::Call => "One call doesn't undo your days. They still count.",
        Via::InPerson => "One meeting doesn't undo your days. They still count.",
        _ => "One contact doesn't undo your days. They still count.",
    }
}
