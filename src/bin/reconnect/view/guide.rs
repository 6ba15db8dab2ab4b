//! The six steps as a page to read: the ones that matter now, or one whole; and what studies found.

use reconnect::{Aim, Answer, BoundaryKind, CLOSING, Facts, STEPS, STUDIES, Sentence, Step, Study, StudyTopic, Verdict, VerdictId};
use serde_json::{Value, json};

use super::help::{HELPLINE, OWN_BEHAVIOUR};
use super::json::SCHEMA;
use crate::text::page::Page;
use crate::text::style::Style;

/// What the pages depend on.
#[derive(Debug)]
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
    end(guide, left_out, &mut page);
    page.finish()
}

/// One step, whole; with what studies found about it, if that is asked for.
pub fn one(guide: &Guide, step: &Step, with_studies: bool, mut page: Page) -> String {
    let left_out = whole_step(guide, step, &mut page);
    let found = studies(guide).filter(|study| study.topic == StudyTopic::Step(step.number)).collect::<Vec<_>>();
    if with_studies && !found.is_empty() {
        page.paragraph(Style::Quiet, "Studies found");
        list(&found, &mut page);
    }
    end(guide, left_out, &mut page);
    page.finish()
}

/// Everything that studies found, by step and topic.
pub fn all_studies(guide: &Guide, mut page: Page) -> String {
    page.lead("What studies found. They speak of many people on average, not of you.");
    let step = |step: &Step| (format!("Step {}: {}", step.number, step.title), StudyTopic::Step(step.number));
    let others =
        [("The wish to write", StudyTopic::Urge), ("Checking in", StudyTopic::CheckIn), ("Counting days", StudyTopic::Counts)];
    for (title, topic) in STEPS.iter().map(step).chain(others.map(|(title, topic)| (title.to_owned(), topic))) {
        let found: Vec<&Study> = studies(guide).filter(|study| study.topic == topic).collect();
        if !found.is_empty() {
            page.paragraph(Style::Quiet, &title);
            list(&found, &mut page);
        }
    }
    help(&mut page);
    page.finish()
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

fn list(studies: &[&Study], page: &mut Page) {
    for study in studies {
        page.item(Style::Plain, 2, "- ", study.finding);
        page.lines(Style::Quiet, 4, &format!("{}. {}", study.who, study.source));
    }
}

/// The last lines: why something is missing, and where to find help.
fn end(guide: &Guide, left_out: bool, page: &mut Page) {
    if left_out {
        page.paragraph(Style::Plain, &why_left_out(guide));
    }
    help(page);
}

fn help(page: &mut Page) {
    page.paragraph(Style::Plain, HELPLINE);
    page.lines(Style::Plain, 0, OWN_BEHAVIOUR);
}

fn why_left_out(guide: &Guide) -> String {
    let facts = &guide.facts;
    let why = match guide.verdict.id() {
        VerdictId::RespectBoundary if facts.order_recorded => "There is a court order",
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
    let sentence =
        |part: &'static str| move |sentence: &Sentence| json!({ "part": part, "stated": sentence.stated, "text": sentence.text });
    let step = |step: &Step| {
        let admitted = |part: &'static str, sentences: &[Sentence]| -> Vec<Value> {
            sentences.iter().filter(|text| guide.verdict.admits(text)).map(sentence(part)).collect()
        };
        let mut all: Vec<Value> = step.first.iter().map(sentence("first")).collect();
        all.push(sentence("asks")(&step.asks));
        all.extend(admitted("why", step.why));
        all.extend(admitted("how", step.practices));
        all.extend(admitted("tip", step.tip));
        json!({ "step": step.number, "title": step.title, "sentences": all })
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
        "schema": SCHEMA,
        "verdict": guide.verdict.id(),
        "focus": focus.steps,
        "because": focus.because,
        "leaves_out_contact": guide.verdict.forbids_contact_talk(),
        "steps": STEPS.iter().filter(is_shown).map(step).collect::<Vec<_>>(),
        "studies": studies(guide).filter(belongs).map(study).collect::<Vec<_>>(),
    })
}
