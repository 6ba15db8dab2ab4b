//! What is asked before something that protects falls: the question whose true answer is yes.

use chrono::NaiveDate;
use reconnect::BoundaryKind;
use reconnect::date::LongDate;

use super::recorded::boundary_line;
use crate::store::diary::resolve::ActiveRecord;
use crate::store::diary::{BoundaryChange, Id, Record, RecordKind, Snapshot};
use crate::store::falls::Fall;
use crate::words::answer_word;

/// What protects less after a change, named, and for each the question whose true answer is yes.
fn ask(falls: &[Fall], today: NaiveDate, question: impl Fn(&Fall) -> &'static str) -> String {
    let named = |fall: &Fall| match fall {
        Fall::Order => "A court order is recorded.".to_owned(),
        Fall::OrderProtects => "As it is recorded, the court order protects them, or both of you.".to_owned(),
        Fall::Boundary(boundary) => format!("{}.", boundary_line(boundary, today)),
        Fall::Answer(answer, on) | Fall::EarlierAnswer(answer, on) => {
            format!("They said {} on {}.", answer_word(*answer), LongDate(*on))
        }
    };
    let alike = falls.chunk_by(|one, next| question(one) == question(next));
    let lines = alike.flat_map(|alike| alike.iter().map(named).chain(alike.first().map(|fall| question(fall).to_owned())));
    format!("{} Type yes if so: ", lines.collect::<Vec<_>>().join("\n"))
}

/// Whether what a change ends has ended.
pub fn ask_ended(falls: &[Fall], today: NaiveDate) -> String {
    ask(falls, today, has_ended)
}

fn has_ended(fall: &Fall) -> &'static str {
    match fall {
        Fall::Order => "Has the court lifted it?",
        Fall::OrderProtects => PROTECTS_YOU,
        Fall::Boundary(_) => "Did they lift it themselves?",
        Fall::Answer(..) => "Did they say this since?",
        Fall::EarlierAnswer(..) => TOGETHER_AGAIN,
    }
}

const TOGETHER_AGAIN: &str = "Were you together again after that?";
const MISTAKE: &str = "Was that a mistake?";

/// What ends with an import: because its own record was taken back elsewhere, by another breakup, or by a word that is imported.
pub fn ask_imported(falls: &[Fall], new: &[Record], before: &Snapshot) -> String {
    let brings = |is: &dyn Fn(&RecordKind) -> bool| new.iter().any(|record| is(&record.kind));
    let is_again = brings(&|kind| matches!(kind, RecordKind::Breakup { again: true }));
    let is_cleared = brings(&|kind| matches!(kind, RecordKind::Boundary { boundary: BoundaryChange::Clear { own: false }, .. }));
    let says = |record: &ActiveRecord, fall: &Fall| match (record.kind(), fall) {
        (RecordKind::Boundary { boundary: BoundaryChange::Set { kind, .. }, .. }, Fall::Boundary(known)) => *kind == known.kind,
        (RecordKind::Boundary { boundary: BoundaryChange::Set { kind, .. }, .. }, Fall::Order | Fall::OrderProtects) => {
            *kind == BoundaryKind::Order
        }
        (RecordKind::Answer { answer, .. }, Fall::Answer(known, _) | Fall::EarlierAnswer(known, _)) => answer == known,
        _ => false,
    };
    let taken_back = |record: &ActiveRecord| {
        let is_it = |id: &Id| id == record.id() || id == record.line_id();
        brings(&|kind| matches!(kind, RecordKind::Retract { retracts } if is_it(retracts)))
    };
    let known = || before.records.iter().map(|dated| &dated.record).chain(&before.ahead);
    ask(falls, before.today(), |fall| match fall {
        _ if known().any(|record| says(record, fall) && taken_back(record)) => MISTAKE,
        Fall::Boundary(_) if is_again && !is_cleared => TOGETHER_AGAIN,
        _ => has_ended(fall),
    })
}

const PROTECTS_YOU: &str = "Does it protect you, and nobody else?";

/// For a correction of what is in force.
pub fn ask_changed(falls: &[Fall], today: NaiveDate) -> String {
    ask(falls, today, |fall| match fall {
        Fall::OrderProtects => PROTECTS_YOU,
        Fall::Order => "Has the court changed it?",
        _ => "Did they say this since?",
    })
}

pub fn ask_mistake(falls: &[Fall], today: NaiveDate) -> String {
    ask(falls, today, |_| MISTAKE)
}
