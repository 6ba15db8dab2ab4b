//! The floor, wherever somebody may not be safe or can't go on: whom to turn to.

use super::help::{HELPLINE, OWN_BEHAVIOUR};
use super::urge::call;

/// The people that the user named, then the helplines.
pub fn whom_to_ask(names: &[String]) -> String {
    if names.is_empty() { HELPLINE.to_owned() } else { format!("{} {HELPLINE}", call(names)) }
}

/// The same for somebody who has pressed, who may worry about what they do.
pub fn whom_to_ask_when_pressed(names: &[String]) -> String {
    format!("{} {OWN_BEHAVIOUR}", whom_to_ask(names))
}
