//! `urge`: the moment before a message. A page to read, a rhythm to breathe to, and a question at the end.
//!
//! The terminal stays as it is: no raw mode, no hidden cursor, no echo turned off. So Ctrl-C, a closed window and even a killed
//! program leave nothing to put back. One line is redrawn once a second, and Enter ends the countdown early.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use chrono::Timelike;
use reconnect::{Contact, ContactOutcome, VerdictId, Via, WARM_SLIP, Who, advise};

use super::{Output, letter, log_contact, record, this_moment};
use crate::cli::{LogContactArgs, UrgeArgs};
use crate::context::Context;
use crate::env::Stream;
use crate::error::Result;
use crate::model::notebook::Notebook;
use crate::store::diary::{EntryKind, Outcome, RecordKind, Snapshot, Trigger};
use crate::view::after_contact::sentences;
use crate::view::help::HELPLINE;
use crate::view::urge::{self as view, Pause};

/// How often a question is asked before it counts as skipped.
const PATIENCE: usize = 3;
pub fn run(args: &UrgeArgs, ctx: &Context<'_>) -> Result<Output> {
    if args.resisted || args.wrote {
        let outcome = if args.wrote { Outcome::Wrote } else { Outcome::SatOut };
        let trigger = args.trigger.as_deref().and_then(Trigger::from_word);
        return note(ctx, outcome, &RecordKind::Urge { outcome, minutes: None, trigger, strength: args.strength });
    }
    let length = Duration::from_secs_f64(args.minutes * 60.0);
    let pause = Pause { snapshot: &ctx.snapshot()?, length, hour: ctx.now.hour(), call: &ctx.config.settings.call };
    if !(ctx.env.reads_terminal() && ctx.env.is_terminal(Stream::Out)) {
        return Ok(Output::text(view::text(&pause, ctx.page())));
    }
    ctx.refuse_looking_ahead()?;
    ctx.show(&view::page(&pause, ctx.page(), ctx.env.clear_screen().is_some()))?;
    let mut asker = Asker { ctx, typed: Some(ctx.env.typed_line()) };
    Ok(conversation(&mut asker, length)?.unwrap_or_else(|| Output::text(ctx.env.clear_screen().unwrap_or_default())))
}

/// Everything after the page: the breath, the question, and what follows from the answer. `None`: the user wants to leave now, and
/// leave nothing on the screen.
fn conversation(asker: &mut Asker<'_, '_>, length: Duration) -> Result<Option<Output>> {
    let ctx = asker.ctx;
    let began = Instant::now();
    let early = breathe(asker, length)?;
    let sat = began.elapsed().min(length);
    let minutes = u32::try_from((sat.as_secs() + 30) / 60).ok();
    let mut offers_letter = true;
    let mut answer = early.filter(|line| !line.is_empty());
    loop {
        let question = view::ask_outcome(&ctx.page(), offers_letter, ctx.env.clear_screen().is_some());
        let reads = |line: &str| view::read_outcome(line).filter(|choice| offers_letter || *choice != view::Choice::Letter);
        let choice = match answer.take().as_deref().and_then(reads) {
            Some(choice) => Some(choice),
            None => asker.ask(&question, reads)?,
        };
        let outcome = match choice {
            None => return Ok(Some(Output::text(ctx.say(&["Nothing was recorded. That's fine.".to_owned()])))),
            Some(view::Choice::Leave) => return Ok(None),
            Some(view::Choice::Letter) => {
                write_letter(ctx)?;
                offers_letter = false;
                continue;
            }
            Some(view::Choice::Outcome(outcome)) => outcome,
        };
        let (mut trigger, mut strength) = (None, None);
        if outcome != Outcome::NeedsFriend {
            trigger = asker.ask(&view::ask_trigger(&ctx.page()), view::read_trigger)?;
            let reads = |answer: &str| answer.parse().ok().filter(|strength| (1..=5).contains(strength));
            strength = asker.ask("How strong was it, from 1 to 5?  [Enter] skip ", reads)?;
        }
        let mut output = note(ctx, outcome, &RecordKind::Urge { outcome, minutes, trigger, strength })?;
        if outcome == Outcome::Wrote {
            offer_to_log(asker, &mut output)?;
        }
        return Ok(Some(output));
    }
}

/// A letter instead of a message. Whatever comes of it, the question about the urge follows.
fn write_letter(ctx: &Context<'_>) -> Result<()> {
    match letter::write(ctx, &[]) {
        Ok(output) => ctx.show(&output.text),
        Err(failure) => {
            let _ = ctx.env.write(Stream::Err, &failure.report());
            Ok(())
        }
    }
}

/// Breathes with the user until the time is over or a line is typed, which it gives back.
fn breathe(asker: &mut Asker<'_, '_>, length: Duration) -> Result<Option<String>> {
    let ctx = asker.ctx;
    let began = Instant::now();
    let is_linear = ctx.is_accessible();
    let mut typed = None;
    loop {
        let elapsed = began.elapsed();
        if elapsed >= length {
            break;
        }
        let next = if is_linear {
            ctx.show(&view::breath_line(elapsed, length))?;
            view::next_line(elapsed, length)
        } else {
            ctx.show(&view::breath(elapsed, length, ctx.styler))?;
            Duration::from_secs(elapsed.as_secs() + 1).min(length)
        };
        match asker.line().recv_timeout(next.saturating_sub(elapsed)) {
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
            Ok(line) => {
                asker.typed = None;
                typed = Some(line.trim().to_lowercase());
                break;
            }
        }
    }
    ctx.show(if is_linear { "\n" } else { "\n\n" })?;
    Ok(typed)
}

/// Asks, and reads what is typed. Only one line is read ahead, so that an editor can have the terminal in between.
struct Asker<'c, 'e> {
    ctx: &'c Context<'e>,
    typed: Option<Receiver<String>>,
}

impl Asker<'_, '_> {
    fn line(&mut self) -> &Receiver<String> {
        let ctx = self.ctx;
        self.typed.get_or_insert_with(|| ctx.env.typed_line())
    }

    /// The answer; `None` after Enter, at the end of the input, or if the user can't find a key that fits.
    fn ask<T>(&mut self, question: &str, reads: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
        for _ in 0..PATIENCE {
            self.ctx.show(question)?;
            let answer = self.line().recv();
            self.typed = None;
            let Ok(answer) = answer else {
                self.ctx.show("\n")?;
                return Ok(None);
            };
            let answer = answer.trim().to_lowercase();
            if answer.is_empty() {
                return Ok(None);
            }
            if let Some(read) = reads(&answer) {
                return Ok(Some(read));
            }
        }
        Ok(None)
    }
}

fn note(ctx: &Context<'_>, outcome: Outcome, kind: &RecordKind) -> Result<Output> {
    record(ctx, this_moment(ctx), kind, |changed| Ok(Output::recorded(ctx.say(&told(ctx, outcome, &changed.after)))))
}

fn told(ctx: &Context<'_>, outcome: Outcome, after: &Snapshot) -> Vec<String> {
    match outcome {
        Outcome::SatOut => {
            let has_plan = Notebook::of(after).current().any(|entry| entry.kind() == EntryKind::IfThen);
            let next = (!has_plan).then_some("A plan for the next time can help: `reconnect notebook if-then`.");
            let noted = "Noted: you didn't write. You felt it, and you didn't act on it.";
            [noted].into_iter().chain(next).map(str::to_owned).collect()
        }
        Outcome::Wrote => {
            let verdict = advise(&after.facts());
            let says = match verdict.id() {
                VerdictId::BuildNew => Vec::new(),
                // The same as after a message that is logged.
                _ if verdict.forbids_contact_talk() => {
                    let mut outcome = ContactOutcome::default();
                    outcome.ended_run = true;
                    sentences(Contact::new(Who::Me, Via::Text), outcome, false, after)
                }
                _ => vec![WARM_SLIP.to_owned()],
            };
            let log = "`reconnect log-contact me` logs the contact.".to_owned();
            ["Noted: you wrote.".to_owned()].into_iter().chain(says).chain([log]).collect()
        }
        Outcome::NeedsFriend => {
            let call = view::call(&ctx.config.settings.call);
            vec![format!("Noted. {call} The message can wait; you come first."), HELPLINE.to_owned()]
        }
    }
}

/// The message is a contact too. The user says whether it is logged.
fn offer_to_log(asker: &mut Asker<'_, '_>, output: &mut Output) -> Result<()> {
    let reads = |answer: &str| match answer {
        "y" | "yes" => Some(true),
        "n" | "no" => Some(false),
        _ => None,
    };
    if asker.ask("Log it as a text from you, now?  [y] yes  [Enter] no ", reads)? != Some(true) {
        return Ok(());
    }
    let text = LogContactArgs {
        who: Who::Me,
        when: Vec::new(),
        via: Via::Text,
        reply: false,
        logistics: false,
        space: false,
        blocked: false,
        no: false,
        keep: false,
        restart: false,
        note: None,
    };
    let logged = log_contact::run(&text, asker.ctx)?;
    *output = Output::recorded(logged.text);
    Ok(())
}
