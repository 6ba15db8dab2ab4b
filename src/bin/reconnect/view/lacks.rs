//! What the six steps lack, for `status`: one quiet line each, and none where it would be out of place.

use reconnect::{Facts, VerdictId};

use crate::diary::jotting::Kind;
use crate::diary::notebook::{Leaf, Notebook};
use crate::words::{self, fill};

/// The lines. None under a boundary or an answer, while it is theirs to answer, and none for somebody who has closed the
/// count: the program does not ask to be used.
pub fn lines(notebook: &Notebook<'_>, verdict: VerdictId, facts: &Facts) -> Vec<String> {
    // The first days are for letting the dust settle.
    let out_of_place = verdict.is_theirs() || matches!(verdict, VerdictId::BuildNew | VerdictId::Unknown | VerdictId::Wait);
    if out_of_place || facts.run_since.is_none() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let of = |kind: Kind| notebook.now().filter(move |leaf| leaf.kind == kind);
    let has = |leaf: &Leaf<'_>, kind: Kind| notebook.below(leaf).any(|below| below.kind == kind);
    if of(Kind::Want).next().is_none() {
        lines.push(words::LACKS_WANT.to_owned());
    }
    let on_paper = of(Kind::Issue).any(|leaf| leaf.jotting.paper);
    let issues: Vec<_> = of(Kind::Issue).filter(|leaf| !leaf.done && !leaf.jotting.paper).collect();
    let without = issues.iter().filter(|leaf| !has(leaf, Kind::Plan)).count();
    // The verdict `prepare` says it already.
    if !on_paper && of(Kind::Issue).next().is_none() && verdict != VerdictId::Prepare {
        lines.push(words::LACKS_ISSUE.to_owned());
    }
    lines.extend(counted(issues.len(), without, ("issue", "issues"), (words::LACKS_ANY_PLAN, words::LACKS_PLAN)));
    let plans = of(Kind::Plan).count();
    if plans > 0 && of(Kind::Evidence).next().is_none() {
        lines.push(fill(words::LACKS_EVIDENCE, &[("all", &count(plans, ("plan", "plans")))]));
    }
    let obstacles: Vec<_> = of(Kind::Obstacle).filter(|leaf| !leaf.done).collect();
    let without = obstacles.iter().filter(|leaf| !has(leaf, Kind::Plan)).count();
    lines.extend(counted(obstacles.len(), without, ("obstacle", "obstacles"), (words::LACKS_ANY_STEP, words::LACKS_STEP)));
    lines
}

/// How many there are, and how many of them have no plan; nothing where each has one.
fn counted(all: usize, without: usize, names: (&str, &str), (none, some): (&str, &str)) -> Option<String> {
    let template = if without == all { none } else { some };
    (without > 0).then(|| fill(template, &[("all", &count(all, names)), ("without", &number(without))]))
}

fn count(count: usize, (one, many): (&str, &str)) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

fn number(count: usize) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_words_and_nothing_is_said_where_nothing_lacks() {
        let said = |all, without| counted(all, without, ("issue", "issues"), (words::LACKS_ANY_PLAN, words::LACKS_PLAN));
        assert_eq!(said(2, 1).as_deref(), Some("Step 2: two issues, one without a plan"));
        assert_eq!(said(1, 1).as_deref(), Some("Step 2: one issue, no plan yet"));
        assert_eq!(said(13, 13).as_deref(), Some("Step 2: 13 issues, no plan yet"));
        assert_eq!(said(2, 0), None);
        assert_eq!(said(0, 0), None);
    }
}
