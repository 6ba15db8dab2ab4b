//! The six steps as a page to read: the ones that matter now, or one whole; and what studies found.

use reconnect::{Aim, Answer, BoundaryKind, CLOSING, Facts, STEPS, STUDIES, Sentence, Step, Study, StudyTopic, Verdict, VerdictId};
use serde_json::{Value, json};

use super::help::{HELPLINE, OWN_BEHAVIOUR};
use crate::terminal::page::Page;
use crate::terminal::style::Style;

pub struct Guide {
    pub facts: Facts,
    pub verdict: Verdict,
}

/// The steps that matter now, the rest in a line each.
pub fn now(guide: &Guide, mut page: Page) -> String {
    let focus = guide.verdict.focus();
    page.lead(focus.because);
    let mut left_out = false;
    for step in focus.steps() {
        left_out |= whole_step(guide, step, &mut page);
    }
    page.paragraph(Style::Quiet, "The other steps");
    for step in STEPS.iter().filter(|step| !focus.steps.contains(&step.number)) {
        page.item(Style::Plain, 0, &format!("{}  ", step.number), step.title);
    }
    page.lines(Style::Plain, 0, "`reconnect guide 5` shows one whole, `reconnect guide --studies` what studies found.");
    page.paragraph(Style::Plain, &joined(CLOSING.iter()));
    end(guide, left_out, page)
}

/// One step, whole; with what studies found about it, if that is asked for.
pub fn one(guide: &Guide, step: &Step, with_studies: bool, mut page: Page) -> String {
    let left_out = whole_step(guide, step, &mut page);
    if with_studies {
        list("Studies found", StudyTopic::Step(step.number), guide, &mut page);
    }
    end(guide, left_out, page)
}

/// Everything that studies found, by step and topic.
pub fn all_studies(guide: &Guide, mut page: Page) -> String {
    page.lead("What studies found. They speak of many people on average, not of you.");
    let step = |step: &Step| (format!("Step {}: {}", step.number, step.title), StudyTopic::Step(step.number));
    let others =
        [("The wish to write", StudyTopic::Urge), ("Checking in", StudyTopic::CheckIn), ("Counting days", StudyTopic::Counts)];
    for (title, topic) in STEPS.iter().map(step).chain(others.map(|(title, topic)| (title.to_owned(), topic))) {
        list(&title, topic, guide, &mut page);
    }
    end(guide, false, page)
}

/// Shows a step; says whether something was left out because contact is out of place.
fn whole_step(guide: &Guide, step: &Step, page: &mut Page) -> bool {
    page.paragraph(Style::Strong, &format!("Step {}: {}", step.number, step.title));
    if let Some(first) = step.first {
        page.lines(Style::Plain, 0, &format!("We add: {}", first.text));
    }
    page.paragraph(Style::Quiet, "The guide says");
    page.lines(Style::Plain, 0, step.asks.text);
    let groups = [("Why", step.why), ("How", step.practices), ("Tip", step.tip)];
    for (label, sentences) in groups {
        let text = joined(sentences.iter().filter(|sentence| sentence.stated && guide.verdict.admits(sentence)));
        if !text.is_empty() {
            page.row(label, &[(Style::Plain, text)]);
        }
    }
    let all = || groups.iter().flat_map(|(_, sentences)| sentences.iter());
    let added = joined(all().filter(|sentence| !sentence.stated && guide.verdict.admits(sentence)));
    if !added.is_empty() {
        page.paragraph(Style::Quiet, "We add");
        page.lines(Style::Plain, 0, &added);
    }
    all().any(|sentence| sentence.about_contact && guide.verdict.forbids_contact_talk())
}

fn joined<'s>(sentences: impl Iterator<Item = &'s Sentence>) -> String {
    sentences.map(|sentence| sentence.text).collect::<Vec<_>>().join(" ")
}

fn studies(guide: &Guide) -> impl Iterator<Item = &'static Study> {
    let forbids = guide.verdict.forbids_contact_talk();
    STUDIES.iter().filter(move |study| !(study.about_contact && forbids))
}

fn list(title: &str, topic: StudyTopic, guide: &Guide, page: &mut Page) {
    let mut found = studies(guide).filter(|study| study.topic == topic).peekable();
    if found.peek().is_some() {
        page.paragraph(Style::Quiet, title);
    }
    for study in found {
        page.item(Style::Plain, 2, "- ", study.finding);
        page.lines(Style::Quiet, 4, &format!("{}. {}", study.who, study.source));
    }
}

/// The last lines: why something is missing, and where to find help.
fn end(guide: &Guide, left_out: bool, mut page: Page) -> String {
    if left_out {
        page.paragraph(Style::Plain, &why_left_out(guide));
    }
    page.paragraph(Style::Plain, HELPLINE);
    page.lines(Style::Plain, 0, OWN_BEHAVIOUR);
    page.finish()
}

fn why_left_out(guide: &Guide) -> String {
    let facts = &guide.facts;
    let why = match guide.verdict.id() {
        VerdictId::RespectBoundary if facts.order.is_some() => "There is a court order",
        VerdictId::RespectBoundary if facts.boundary == Some(BoundaryKind::Blocked) => "They blocked you",
        VerdictId::RespectBoundary => "They asked for space",
        _ if facts.answer == Some(Answer::No) => "They said no",
        _ if facts.aim == Some(Aim::Closure) => "You're here to heal",
        _ if facts.answer == Some(Answer::NotNow) => "They said not now",
        _ => "It's up to them now",
    };
    format!("{why}, so this page leaves out getting in touch. Steps 3 and 6 are for now.")
}

/// `guide --json`: the steps with each sentence's part and voice.
pub fn json(guide: &Guide, only: Option<&Step>) -> Value {
    let step = |step: &Step| {
        let parts = [("why", step.why), ("how", step.practices), ("tip", step.tip)];
        let admitted = parts.iter().flat_map(|(part, all)| all.iter().map(move |text| (*part, text)));
        let first = step.first.iter().map(|text| ("first", text)).chain([("asks", &step.asks)]);
        let all = first.chain(admitted.filter(|(_, text)| guide.verdict.admits(text)));
        let sentences = all.map(|(part, text)| json!({ "part": part, "stated": text.stated, "text": text.text }));
        json!({ "step": step.number, "title": step.title, "sentences": sentences.collect::<Vec<_>>() })
    };
    let focus = guide.verdict.focus();
    let is_shown = |step: &&Step| only.is_none_or(|only| only.number == step.number);
    let belongs = |study: &&Study| only.is_none_or(|only| study.topic == StudyTopic::Step(only.number));
    let study = |study: &Study| {
        let (topic, step) = match study.topic {
            StudyTopic::Step(number) => ("step", Some(number)),
            StudyTopic::Urge => ("urge", None),
            StudyTopic::CheckIn => ("check-in", None),
            _ => ("counts", None),
        };
        json!({ "topic": topic, "step": step, "finding": study.finding, "who": study.who, "source": study.source })
    };
    json!({
        "verdict": guide.verdict.id(),
        "focus": focus.steps,
        "because": focus.because,
        "leaves_out_contact": guide.verdict.forbids_contact_talk(),
        "steps": STEPS.iter().filter(is_shown).map(step).collect::<Vec<_>>(),
        "studies": studies(guide).filter(belongs).map(study).collect::<Vec<_>>(),
    })
}
