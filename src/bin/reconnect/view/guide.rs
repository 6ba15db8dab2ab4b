//! The six steps for people: the ones that matter now, or one whole.

use reconnect::{CLOSING, Now, STEPS, Sentence, Step};

use crate::text::page::Page;
use crate::text::style::Style;
use crate::words::{self, fill};

/// The steps that matter now with why, the rest in a line each.
pub fn now(now: &Now, mut page: Page) -> String {
    page.paragraph(Style::Strong, now.because);
    let mut shown = Shown::new(now);
    for step in now.steps() {
        heading(step, &mut page);
        page.item(Style::Plain, 0, "  ", step.asks.text);
        shown.items(step.practices, &mut page);
        shown.tip(step.tip, &mut page);
    }
    page.gap();
    for step in STEPS.iter().filter(|step| !now.steps.contains(&step.number)) {
        page.item(Style::Plain, 0, &format!("{}  ", step.number), step.title);
    }
    page.lines(Style::Quiet, 0, words::GUIDE_MORE);
    shown.end(&mut page);
    page.finish()
}

/// One step, whole.
pub fn whole(step: &Step, now: &Now, mut page: Page) -> String {
    let mut shown = Shown::new(now);
    // Whatever the step says, this stands above it.
    if now.leaves_out_contact() {
        page.paragraph(Style::Strong, now.because);
    }
    heading(step, &mut page);
    page.item(Style::Plain, 0, "  ", step.asks.text);
    for (label, sentences) in [(words::GUIDE_WHY, step.why), (words::GUIDE_HOW, step.practices)] {
        page.paragraph(Style::Quiet, label);
        shown.items(sentences, &mut page);
    }
    if shown.admits(step.tip) {
        page.gap();
        shown.tip(step.tip, &mut page);
    }
    page.gap();
    for thought in CLOSING {
        page.lines(Style::Plain, 0, thought.text);
    }
    shown.end(&mut page);
    page.finish()
}

fn heading(step: &Step, page: &mut Page) {
    page.paragraph(Style::Accent, &fill(words::GUIDE_STEP, &[("step", &step.number), ("title", &step.title)]));
}

/// What was shown so far, as far as the last lines depend on it.
struct Shown<'n> {
    now: &'n Now,
    inferred: bool,
    left_out: bool,
}

impl<'n> Shown<'n> {
    const fn new(now: &'n Now) -> Self {
        Self { now, inferred: false, left_out: false }
    }

    /// Whether a sentence has a place on the page.
    fn admits(&mut self, sentence: Sentence) -> bool {
        let out = sentence.about_contact && self.now.leaves_out_contact();
        self.left_out |= out;
        self.inferred |= !out && !sentence.stated;
        !out
    }

    fn items(&mut self, sentences: &[Sentence], page: &mut Page) {
        for sentence in sentences {
            if self.admits(*sentence) {
                page.item(Style::Plain, 0, if sentence.stated { "- " } else { "* " }, sentence.text);
            }
        }
    }

    fn tip(&mut self, tip: Sentence, page: &mut Page) {
        if self.admits(tip) {
            page.item(Style::Plain, 0, "  ", &fill(words::GUIDE_TIP, &[("tip", &tip.text)]));
        }
    }

    fn end(&self, page: &mut Page) {
        if self.left_out {
            page.paragraph(Style::Quiet, words::GUIDE_LEFT_OUT);
        }
        page.paragraph(Style::Plain, words::HELP);
        if self.inferred {
            page.lines(Style::Quiet, 0, words::INFERRED);
        }
    }
}
