//! What the six steps still lack, for `status --why`: one line each, and none where it would be out of place.

use crate::words::count;
use reconnect::{Facts, Verdict, VerdictId};

use crate::model::notebook::{Notebook, NotebookEntry};
use crate::store::diary::EntryKind;

/// The lines. None where contact is out of place, and none for somebody who closed the count: the program doesn't ask to be used.
pub fn lines(notebook: &Notebook<'_>, verdict: &Verdict, facts: &Facts) -> Vec<String> {
    let is_too_early_or_over = matches!(verdict.id(), VerdictId::BuildNew | VerdictId::Unknown | VerdictId::Wait);
    if verdict.forbids_contact_talk() || is_too_early_or_over || (facts.run_since.is_none() && facts.in_touch.is_none()) {
        return Vec::new();
    }
    let of = |kind: EntryKind| notebook.current().filter(move |entry| entry.kind() == kind);
    let has = |entry: &NotebookEntry<'_>, kind: EntryKind| notebook.children(entry).any(|child| child.kind() == kind);
    let mut lines = Vec::new();
    if of(EntryKind::Want).next().is_none() {
        lines.push("What do you truly want? `reconnect notebook want`".to_owned());
    }
    let has_issue = of(EntryKind::Issue).next().is_some();
    // The verdict `prepare` says it already.
    if !has_issue && verdict.id() != VerdictId::Prepare {
        lines.push("No issue is written down yet. `reconnect notebook issue`".to_owned());
    }
    let unplanned = of(EntryKind::Issue).filter(|issue| !issue.done && !issue.text.paper && !has(issue, EntryKind::Plan)).count();
    if unplanned > 0 {
        lines.push(format!("{} without a plan. `reconnect notebook plan N`", count(unplanned, "issue")));
    }
    let plans = of(EntryKind::Plan).count();
    if plans > 0 && of(EntryKind::Evidence).next().is_none() {
        lines.push(format!("You have {}. What did you do? `reconnect notebook evidence N`", count(plans, "plan")));
    }
    let blocked = of(EntryKind::Obstacle).filter(|obstacle| !obstacle.done && !has(obstacle, EntryKind::Plan)).count();
    if blocked > 0 {
        lines.push(format!("{} without a plan. `reconnect notebook plan N`", count(blocked, "obstacle")));
    }
    lines
}
