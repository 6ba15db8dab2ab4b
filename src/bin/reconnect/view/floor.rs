//! The floor, wherever somebody may not be safe or can't go on: whom to turn to.

use reconnect::Facts;

use crate::cli::{HELPLINE, OWN_BEHAVIOUR, or};
use crate::terminal::escape::escape_controls;

/// The people that the user named, then the helplines.
pub fn whom_to_ask(names: &[String]) -> String {
    if names.is_empty() { HELPLINE.to_owned() } else { format!("{} {HELPLINE}", call(names)) }
}

/// From the third try on somebody may worry about what they do, whatever else rules. Whom an order protects isn't asked that.
pub fn may_worry(facts: &Facts) -> bool {
    facts.tries >= 3 && !facts.order_protects_me()
}

/// The same for somebody who has pressed, who may worry about what they do.
pub fn whom_to_ask_when_pressed(names: &[String]) -> String {
    format!("{} {OWN_BEHAVIOUR}", whom_to_ask(names))
}

pub fn call(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| escape_controls(name).into_owned()).collect();
    if names.is_empty() { "Call somebody you trust.".to_owned() } else { format!("Call {}.", or(&names)) }
}
