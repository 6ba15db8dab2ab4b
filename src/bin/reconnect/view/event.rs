//! A diary entry in words.

use chrono::NaiveDate;
use reconnect::when::Spoken;
use reconnect::{Answer, Via, Who};

use crate::diary::jotting::Outcome;
use crate::diary::record::{BoundaryWord, ContactFields};
use crate::diary::{On, What};
use crate::text::escape::escape_controls;
use crate::words::{self, fill};

/// What it was and when: `a text by you, Tue 10 Nov 2026 21:30`.
pub fn line(what: &What, on: On) -> String {
    format!("{}, {}", named(what), when(on))
}

/// A date as it was written, in words.
pub fn when(on: On) -> String {
    match on {
        On::Day(day) => Spoken(day).to_string(),
        On::Time(at) => format!("{} {}", Spoken(at.date_naive()), at.format("%H:%M")),
    }
}

/// What it was.
pub fn named(what: &What) -> String {
    match what {
        What::Start { .. } => words::EVENT_START.to_owned(),
        What::End => words::EVENT_END.to_owned(),
        What::Breakup { again: false } => words::EVENT_BREAKUP.to_owned(),
        What::Breakup { again: true } => words::EVENT_BREAKUP_AGAIN.to_owned(),
        What::Contact(fields) => contact(fields),
        What::Boundary { boundary, until } => boundary_word(*boundary, *until),
        What::Answer { answer: given } => fill(words::EVENT_ANSWER, &[("answer", &answer(*given))]),
        What::Letter { .. } => words::EVENT_LETTER.to_owned(),
        What::LetterOpened { .. } => words::EVENT_LETTER_OPENED.to_owned(),
        What::LetterErased { .. } => words::EVENT_LETTER_ERASED.to_owned(),
        What::Urge { outcome, .. } => urge(*outcome).to_owned(),
        What::Done { .. } => words::EVENT_DONE.to_owned(),
        // The notebook's words stay in the notebook: its kind is enough here.
        What::Issue(_) | What::Plan(_) | What::Evidence(_) | What::Obstacle(_) | What::Want(_) | What::Note(_) => entry(what),
        What::Retract { retracts } => fill(words::EVENT_RETRACT, &[("id", &escape_controls(&retracts.short()))]),
        What::Unknown => words::EVENT_UNKNOWN.to_owned(),
    }
}

fn entry(what: &What) -> String {
    let kind = what.jotting().map(|(kind, _)| kind.word()).unwrap_or_default();
    fill(words::EVENT_NOTEBOOK, &[("kind", &kind)])
}

/// An urge in words.
pub const fn urge(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::SatOut => words::EVENT_URGE_SAT_OUT,
        Outcome::Wrote => words::EVENT_URGE_WROTE,
        Outcome::NeedsFriend => words::EVENT_URGE_FRIEND,
    }
}

fn boundary_word(boundary: BoundaryWord, until: Option<NaiveDate>) -> String {
    let name = match boundary {
        BoundaryWord::Space => words::EVENT_SPACE,
        BoundaryWord::Order => words::EVENT_ORDER,
        BoundaryWord::Clear => return words::EVENT_CLEAR.to_owned(),
    };
    until.map_or(name.to_owned(), |last| fill(words::EVENT_THROUGH, &[("boundary", &name), ("last", &Spoken(last))]))
}

/// `a text by you`, `a call by them, about logistics`.
pub fn contact(fields: &ContactFields) -> String {
    let what = match fields.via {
        Via::Text => words::VIA_TEXT,
        Via::Call => words::VIA_CALL,
        Via::InPerson => words::VIA_IN_PERSON,
        Via::Social => words::VIA_SOCIAL,
        Via::Looked => words::VIA_LOOKED,
        Via::Other => words::VIA_OTHER,
    };
    let who = match fields.who {
        Who::Me => words::BY_ME,
        Who::Them => words::BY_THEM,
    };
    let reply = if fields.reply { words::AS_A_REPLY } else { "" };
    let logistics = if fields.logistics { words::ABOUT_LOGISTICS } else { "" };
    format!("{what} {who}{reply}{logistics}")
}

/// An answer in words.
pub fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => words::ANSWER_YES,
        Answer::NotNow => words::ANSWER_NOT_NOW,
        Answer::No => words::ANSWER_NO,
    }
}
