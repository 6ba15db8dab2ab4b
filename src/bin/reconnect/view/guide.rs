//! The guide as a page to read: the step that matters now, one, or all; and what studies found.

use reconnect::{Answer, CLOSING, Facts, OPENING, Paragraph, STEPS, Sentence, Step, Study, Verdict, VerdictId, studies};
use serde_json::{Value, json};

use super::floor::{may_worry, whom_to_ask};
use super::recorded::against_touch;
use super::why::their_answer;
use crate::cli::OWN_BEHAVIOUR;
use crate::error::capitalized;
use crate::terminal::page::Page;
use crate::terminal::style::Style;

pub struct Guide<'a> {
    pub facts: Facts,
    pub verdict: Verdict,
    /// Whom the user named to call.
    pub call: &'a [String],
}

/// The step that matters now, whole, on one screen; the others by name.
pub fn now(guide: &Guide<'_>, mut page: Page) -> String {
    let mut steps = guide.verdict.steps();
    let Some(step) = steps.next() else { return page.finish() };
    let left_out = whole_step(guide, step, Some(guide.verdict.because()), &mut page);
    let others = STEPS.iter().filter(|other| other.number != step.number);
    let names: Vec<_> = others.map(|other| format!("{}\u{a0}{}", other.number, other.title)).collect();
    let next = steps.next().map_or(1, |next| next.number);
    page.paragraph(Style::Plain, &format!("The others: {}. `reconnect guide {next}` or `--all`", names.join("; ")));
    end(guide, left_out, page)
}

/// One step, whole, with what we add; with what studies found about it, if that is asked for.
pub fn one(guide: &Guide<'_>, step: &Step, with_studies: bool, mut page: Page) -> String {
    let left_out = whole_step(guide, step, None, &mut page);
    page.paragraph(Style::Plain, guide.verdict.closing_of_the_day());
    if with_studies {
        list("Studies found", ("step", Some(step.number)), guide, &mut page);
    }
    end(guide, left_out, page)
}

/// Everything, to read on one page.
pub fn all(guide: &Guide<'_>, with_studies: bool, mut page: Page) -> String {
    let admitted = |sentences: &'static [Sentence]| joined(sentences.iter().filter(|sentence| guide.verdict.suits(sentence)));
    page.paragraph(Style::Plain, &admitted(OPENING));
    let mut left_out = false;
    for step in STEPS {
        left_out |= whole_step(guide, step, None, &mut page);
    }
    page.paragraph(Style::Strong, "At the end");
    page.lines(Style::Plain, 0, &admitted(CLOSING));
    if with_studies {
        studies_by_topic(guide, &mut page);
    }
    end(guide, left_out, page)
}

pub fn all_studies(guide: &Guide<'_>, mut page: Page) -> String {
    studies_by_topic(guide, &mut page);
    end(guide, false, page)
}

fn studies_by_topic(guide: &Guide<'_>, page: &mut Page) {
    page.lead("What studies found. They speak of many people on average, not of you. We found no experiment on no contact itself.");
    for step in STEPS {
        list(&format!("Step {}: {}", step.number, step.title), ("step", Some(step.number)), guide, page);
    }
    for (title, topic) in [
        ("The wish to write", "urge"),
        ("Letters", "letter"),
        ("Checking in", "check-in"),
        ("Counting days", "counts"),
        ("Asking for help", "help"),
    ] {
        list(title, (topic, None), guide, page);
    }
}

/// Shows a step; says whether something was left out because contact is out of place. Where it is shown because it matters now, what
/// we add to it in general stands on its own page.
fn whole_step(guide: &Guide<'_>, step: &Step, because: Option<&str>, page: &mut Page) -> bool {
    page.lead(&format!("Step {} of the guide: {}. {}", step.number, step.title, because.unwrap_or_default()));
    let (mut general, mut has_begun) = (Vec::new(), false);
    // After a yes, what to build comes before how to bear a no.
    let is_first = |paragraph: &&Paragraph| paragraph.part == "tip" && guide.verdict.id() == VerdictId::BuildNew;
    let (first, rest): (Vec<&Paragraph>, Vec<&Paragraph>) = step.paragraphs.iter().partition(is_first);
    for paragraph in first.into_iter().chain(rest) {
        let admitted = paragraph.sentences.iter().filter(|sentence| guide.verdict.suits(sentence));
        let (stated, ours): (Vec<_>, Vec<_>) = admitted.partition(|sentence| sentence.is_stated());
        let belongs_here = matches!(paragraph.part, "first" | "asking");
        if !stated.is_empty() {
            if has_begun {
                page.gap();
            }
            page.lines(Style::Plain, 0, &joined(stated));
            has_begun = true;
        }
        if belongs_here && !ours.is_empty() {
            page.lines(Style::Plain, 0, &format!("We add: {}", joined(ours)));
            has_begun = true;
        } else {
            general.extend(ours);
        }
    }
    // Where contact is left out there is room for it.
    if (because.is_none() || guide.verdict.forbids_contact_talk()) && !general.is_empty() {
        page.paragraph(Style::Plain, &format!("We add: {}", joined(general)));
    }
    if step.number == 6 && guide.verdict.id() == VerdictId::ActionsNotWords {
        their_answer(page);
    }
    step.sentences().any(|sentence| sentence.about_contact && guide.verdict.forbids_contact_talk())
}

fn joined<'s>(sentences: impl IntoIterator<Item = &'s Sentence>) -> String {
    sentences.into_iter().map(|sentence| sentence.text).collect::<Vec<_>>().join(" ")
}

fn fitting_studies(guide: &Guide<'_>) -> impl Iterator<Item = Study> {
    let forbids = guide.verdict.forbids_contact_talk();
    studies().filter(move |study| !(study.about_contact && forbids))
}

fn list(title: &str, about: (&str, Option<u8>), guide: &Guide<'_>, page: &mut Page) {
    let mut found = fitting_studies(guide).filter(|study| (study.topic, study.step) == about).peekable();
    if found.peek().is_some() {
        page.paragraph(Style::Quiet, title);
    }
    for study in found {
        page.item(Style::Plain, 2, "- ", study.finding);
        page.lines(Style::Quiet, 4, &format!("{}. {}", study.who, study.source));
    }
}

/// The last lines: why something is missing, and where to find help.
fn end(guide: &Guide<'_>, left_out: bool, mut page: Page) -> String {
    if left_out {
        page.lines(Style::Plain, 0, &why_left_out(guide));
    }
    page.paragraph(Style::Plain, &whom_to_ask(guide.call));
    if may_worry(&guide.facts) {
        page.lines(Style::Plain, 0, OWN_BEHAVIOUR);
    }
    page.finish()
}

fn why_left_out(guide: &Guide<'_>) -> String {
    let facts = &guide.facts;
    let why = match guide.verdict.id() {
        VerdictId::Unread => "a part of your diary can't be read",
        VerdictId::Heal => "this time is for you",
        _ if facts.answer == Some(Answer::NotNow) => against_touch(facts).unwrap_or("they said not now"),
        _ => against_touch(facts).unwrap_or("it's up to them now"),
    };
    let why = capitalized(why);
    format!("{why}, so this leaves out contact. For now: steps 3 and 6.")
}

/// `guide --json`: each sentence with its part and its source. Programs get the parts that a screen leaves out, too.
pub fn json(guide: &Guide<'_>, only: Option<&Step>) -> Value {
    let admitted = |sentences: &'static [Sentence]| sentences.iter().filter(|sentence| guide.verdict.admits(sentence));
    let sentence = |part: &str, said: &Sentence| json!({ "part": part, "stated": said.is_stated(), "source": said.source.id(), "text": said.text });
    let list = |part: &str, sentences| admitted(sentences).map(|said| sentence(part, said)).collect::<Vec<_>>();
    let step = |step: &Step| {
        let sentences: Vec<_> = step.paragraphs.iter().flat_map(|paragraph| list(paragraph.part, paragraph.sentences)).collect();
        json!({ "step": step.number, "title": step.title, "sentences": sentences })
    };
    let around = |part: &str, sentences| if only.is_none() { list(part, sentences) } else { Vec::new() };
    let is_shown = |step: &&Step| only.is_none_or(|only| only.number == step.number);
    let belongs = |study: &Study| only.is_none_or(|only| study.step == Some(only.number));
    json!({
        "verdict": guide.verdict.id(),
        "focus": guide.verdict.steps().map(|step| step.number).collect::<Vec<_>>(),
        "because": guide.verdict.because(),
        "leaves_out_contact": guide.verdict.forbids_contact_talk(),
        "opening": around("opening", OPENING),
        "steps": STEPS.iter().filter(is_shown).map(step).collect::<Vec<_>>(),
        "closing": around("closing", CLOSING),
        "studies": fitting_studies(guide).filter(belongs).collect::<Vec<_>>(),
    })
}
