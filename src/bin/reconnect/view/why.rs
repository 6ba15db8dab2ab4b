//! `status --why`: the reasons in two voices, the window's bounds, the end of the quiet weeks, and what the six steps still lack.

use reconnect::date::LongDate;
use reconnect::{Facts, Sentence, VerdictId};

use super::open_steps;
use super::status::{Status, screen};
use crate::model::notebook::Notebook;
use crate::terminal::page::Page;
use crate::terminal::style::Style;

/// What to type once they answered. A list with bars, pasted into a shell, would record a yes.
pub fn their_answer(page: &mut Page) {
    page.remarked("They said", Style::Accent, "reconnect answer WORD", "(yes, not-now or no)");
}

/// The status screen with the reasons below it.
pub fn human(status: &Status<'_>, notebook: &Notebook<'_>, page: Page) -> String {
    let mut page = screen(status, page);
    if !status.snapshot.is_empty() {
        let (stated, added): (Vec<_>, Vec<_>) = status.verdict.reasons().partition(Sentence::is_stated);
        dates(&mut page, status, &added);
        list(&mut page, "The guide says", stated.iter().map(|reason| reason.text));
        list(&mut page, "We add", added.iter().map(|reason| reason.text));
        if status.verdict.id() == VerdictId::ActionsNotWords {
            their_answer(&mut page);
        }
        let open = open_steps::lines(notebook, &status.verdict, &status.facts);
        list(&mut page, "Still open in the six steps", open.iter().map(String::as_str));
    }
    page.commands(&[("Bad moment?", "reconnect urge"), ("The steps:", "reconnect guide")]);
    page.finish()
}

fn list<'t>(page: &mut Page, title: &str, lines: impl Iterator<Item = &'t str>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        page.paragraph(Style::Quiet, title);
    }
    for line in lines {
        page.item(Style::Plain, 2, "- ", line);
    }
}

/// Dates that are ours. None where contact is out of place.
fn dates(page: &mut Page, status: &Status<'_>, added: &[Sentence]) {
    if status.verdict.forbids_contact_talk() {
        return;
    }
    if let Some(bounds) = bounds(&status.facts, added) {
        page.row("Window", &[(Style::Plain, bounds)]);
    }
    if let Some(earliest) = status.verdict.earliest {
        let end = if earliest < status.facts.today { "ended" } else { "end" };
        let (weeks, whose) = if status.facts.thresholds.is_default() {
            ("Three quiet weeks", "Our number")
        } else {
            ("The quiet weeks of your setting", "Your own number")
        };
        let text = format!("{weeks} {end} on {}. {whose}, not a permission.", LongDate(earliest));
        page.row("Quiet weeks", &[(Style::Plain, text)]);
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
