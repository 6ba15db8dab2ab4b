//! `status --why`: the reasons in two voices, the window's bounds, the end of the quiet weeks, and what the six steps still lack.

use reconnect::date::LongDate;
use reconnect::{Facts, Sentence, Verdict, VerdictId};

use super::status::{Status, screen};
use crate::model::notebook::{Notebook, NotebookEntry};
use crate::store::diary::EntryKind;
use crate::terminal::page::Page;
use crate::terminal::style::Style;
use crate::words;

/// What to type once they answered. A list with bars, pasted into a shell, would record a yes.
pub fn their_answer(page: &mut Page) {
    page.remarked("They said", Style::Accent, "reconnect answer WORD", "(yes, not-now or no)");
}

pub fn human(status: &Status<'_>, notebook: &Notebook<'_>, page: Page) -> String {
    let mut page = screen(status, page);
    if !status.snapshot.is_empty() {
        let (stated, added): (Vec<_>, Vec<_>) = status.verdict.reasons().partition(Sentence::is_stated);
        dates(&mut page, status, &added);
        page.list(Style::Quiet, "The guide says", 2, stated.iter().map(|reason| reason.text));
        page.list(Style::Quiet, "We add", 2, added.iter().map(|reason| reason.text));
        if status.verdict.id() == VerdictId::ActionsNotWords {
            their_answer(&mut page);
        }
        let open = open_steps(notebook, &status.verdict, &status.facts);
        page.list(Style::Quiet, "Still open in the six steps", 2, open.iter().map(String::as_str));
    }
    page.commands([("Bad moment?", "reconnect urge"), ("The steps:", "reconnect guide")]);
    page.finish()
}

/// Dates that are ours. None where contact is out of place.
fn dates(page: &mut Page, status: &Status<'_>, added: &[Sentence]) {
    if status.verdict.forbids_contact_talk() {
        return;
    }
    if let Some(bounds) = bounds(&status.facts, added) {
        page.row("Window", Style::Plain, &bounds);
    }
    if let Some(earliest) = status.verdict.earliest {
        let end = if earliest < status.facts.today { "ended" } else { "end" };
        let (weeks, whose) = if status.facts.thresholds.is_default() {
            ("Three quiet weeks", "Our number")
        } else {
            ("The quiet weeks of your setting", "Your own number")
        };
        let text = format!("{weeks} {end} on {}. {whose}, not a permission.", LongDate(earliest));
        page.row("Quiet weeks", Style::Plain, &text);
    }
}

/// The window's first and last day, and whose numbers they are unless a reason says it already.
pub fn bounds(facts: &Facts, added: &[Sentence]) -> Option<String> {
    let window = facts.window()?;
    let is_said = added.iter().any(|reason| reason.text.contains("our reading") || reason.text.contains("your own setting"));
    let whose = match facts.thresholds.is_default() {
        _ if is_said => "",
        true => ", as we count it",
        false => ", by your own setting",
    };
    Some(match window.through {
        Some(last) => format!("{} through {}{whose}", LongDate(window.from), LongDate(last)),
        None => format!("from {} on{whose}", LongDate(window.from)),
    })
}

/// What the six steps still lack. Nothing where contact is out of place, and nothing for somebody who closed the count: the program
/// doesn't ask to be used.
fn open_steps(notebook: &Notebook<'_>, verdict: &Verdict, facts: &Facts) -> Vec<String> {
    let is_too_early_or_over = matches!(verdict.id(), VerdictId::BuildNew | VerdictId::Unknown | VerdictId::Wait);
    if verdict.forbids_contact_talk() || is_too_early_or_over || (facts.run_since.is_none() && facts.in_touch.is_none()) {
        return Vec::new();
    }
    let of = |kind: EntryKind| notebook.current().filter(move |entry| entry.kind() == kind);
    let none = |kind| of(kind).next().is_none();
    let has_plan = |entry: &NotebookEntry<'_>| notebook.children(entry).any(|child| child.kind() == EntryKind::Plan);
    let unplanned = |kind| of(kind).filter(|entry| !entry.done && !entry.text.paper && !has_plan(entry)).count();
    let without_plan =
        |count, unit| (count > 0, format!("{} without a plan. `reconnect notebook plan N`", words::count(count, unit)));
    let plans = words::count(of(EntryKind::Plan).count(), "plan");
    let lines = [
        (none(EntryKind::Want), "What do you truly want? `reconnect notebook want`".to_owned()),
        // The verdict `prepare` says it already.
        (
            none(EntryKind::Issue) && verdict.id() != VerdictId::Prepare,
            "No issue is written down yet. `reconnect notebook issue`".to_owned(),
        ),
        without_plan(unplanned(EntryKind::Issue), "issue"),
        (
            !none(EntryKind::Plan) && none(EntryKind::Evidence),
            format!("You have {plans}. What did you do? `reconnect notebook evidence N`"),
        ),
        without_plan(unplanned(EntryKind::Obstacle), "obstacle"),
    ];
    lines.into_iter().filter(|(is_open, _)| *is_open).map(|(_, line)| line).collect()
}
