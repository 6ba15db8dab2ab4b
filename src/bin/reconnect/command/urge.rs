//! `urge`: the moment before a message. A page to read, a rhythm to breathe to, and a question at the end.
//!
//! The terminal stays as it is: no raw mode, no hidden cursor, no echo turned off. So Ctrl-C, a closed window and even a killed
//! program leave nothing to put back. One line is redrawn once a second, and Enter ends the countdown early.

use std::cell::Cell;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use chrono::Timelike;
use clap::Parser;
use reconnect::{Contact, ContactOutcome, Event, EventKind, VerdictId, Via, Warm, Who, advise, warm};

use super::{Output, config, letter, nothing_recorded, record, this_moment};
use crate::cli::{Cli, HELPLINE, UrgeArgs, is_despair};
use crate::context::{Context, World};
use crate::env::Stream;
use crate::error::{Lead, Note, Result};
use crate::model::notebook::Notebook;
use crate::store::config::named;
use crate::store::diary::{EntryKind, Outcome, RecordKind, Snapshot, Trigger};
use crate::terminal::ask::{self, Choice, Input, Key, yes_no};
use crate::view::after_contact::{Contacted, help, reached_out, sentences};
use crate::view::floor::{call, whom_to_ask};
use crate::view::recorded::pressed_says;
use crate::view::urge::{self as view, Pause};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Outcome(Outcome),
    Letter,
    Skip,
    Leave,
}

const OUTCOMES: [Key<'_, Next>; 6] = [
    ("n", "I didn't write", &["no", "didn't write"], Next::Outcome(Outcome::SatOut)),
    ("w", "I wrote", &["wrote"], Next::Outcome(Outcome::Wrote)),
    ("f", "I need a friend", &["friend"], Next::Outcome(Outcome::NeedsFriend)),
    ("l", "write a letter instead", &["letter"], Next::Letter),
    ("", "skip", &[], Next::Skip),
    ("q", "leave", &["quit"], Next::Leave),
];

const TRIGGERS: Choice<'_, Option<Trigger>> = Choice {
    question: "What set it off?",
    keys: &[
        ("m", "memory", &[], Some(Trigger::Memory)),
        ("l", "lonely", &[], Some(Trigger::Lonely)),
        ("s", "social media", &["social-media"], Some(Trigger::SocialMedia)),
        ("a", "alcohol", &[], Some(Trigger::Alcohol)),
        ("p", "place", &[], Some(Trigger::Place)),
        ("g", "song", &[], Some(Trigger::Song)),
        ("d", "date", &[], Some(Trigger::Date)),
        ("t", "they wrote", &["they-wrote"], Some(Trigger::TheyWrote)),
        ("o", "other", &[], Some(Trigger::Other)),
        ("", "skip", &[], None),
    ],
};

const LOG_IT: Choice<'_, bool> = Choice { question: "Log it as a text from you, now?", keys: &yes_no("yes", "no", false) };

pub fn run(args: &UrgeArgs, world: &World<'_>) -> Result<Output> {
    let records_at_once = args.resisted || args.wrote;
    let ctx = &if records_at_once { world.context()? } else { world.context_anyhow()? };
    if records_at_once {
        let outcome = if args.wrote { Outcome::Wrote } else { Outcome::SatOut };
        let trigger = args.trigger.as_deref().and_then(|word| word.parse::<Trigger>().ok());
        let kind = RecordKind::Urge { outcome, minutes: None, trigger, strength: args.strength };
        let mut output = note(ctx, outcome, &kind)?;
        // Nobody has read the page.
        if !output.text.contains("findahelpline.com") {
            output.text.push_str(&ctx.say(&[whom_to_ask(&ctx.config.settings.call)]));
        }
        return Ok(output);
    }
    let length = Duration::from_secs_f64(args.minutes * 60.0);
    let pause = Pause { snapshot: &ctx.snapshot(), length, hour: ctx.now.hour(), call: &ctx.config.settings.call };
    if world.paths().is_err() || !(ctx.env.reads_terminal() && ctx.env.is_terminal(Stream::Out)) {
        return Ok(Output::text(view::page(&pause, ctx.page(), None)));
    }
    ctx.refuse_looking_ahead()?;
    let leave = if ctx.env.clear_screen().is_some() { "leave and clear the screen" } else { "leave" };
    ctx.show(&view::page(&pause, ctx.page(), Some(leave)))?;
    let asker = Asker { ctx, typed: Cell::new(Some(ctx.env.typed_line())) };
    match conversation(&asker, length)? {
        None => Ok(Output::text(ctx.env.clear_screen().unwrap_or_default())),
        Some(output) if output.recorded => ask_whom_to_call(&asker, output, world),
        Some(output) => Ok(output),
    }
}

/// Asked once: also `nobody` is kept, and then it isn't asked again.
fn ask_whom_to_call(asker: &Asker<'_, '_>, output: Output, world: &World<'_>) -> Result<Output> {
    let ctx = asker.ctx;
    let setting = named("urge.call")?;
    let can_be_set = ctx.config.text().is_some() || !ctx.config.path().exists();
    if !can_be_set || ctx.config.is_set(setting) {
        return Ok(output);
    }
    ctx.show(&output.text)?;
    let question = "Whom could you call on a night like this?  [Enter] nobody: ";
    let mut text = String::new();
    let answer = asker.line(question)?;
    if answer.as_deref().is_some_and(is_despair) {
        return Ok(Output { text: ctx.say(&[HELPLINE.to_owned()]), ..output });
    }
    let named = answer.map(|names| if is_nobody(names.trim()) { String::new() } else { names.trim().to_owned() });
    match named.map(|names| config::save(world, setting, &names)) {
        Some(Ok(config)) if !config.settings.call.is_empty() => {
            text = ctx.say(&[format!("From now on: {}", call(&config.settings.call))]);
        }
        Some(Err(failure)) => world.note(Note::Warning(format!("that name could not be kept: {}", failure.brief()))),
        _ => {}
    }
    Ok(Output { text, ..output })
}

/// What people type for nobody, or to be left alone.
fn is_nobody(typed: &str) -> bool {
    ["nobody", "no one", "no-one", "none", "no", "n", "skip", "q"].contains(&typed.to_lowercase().as_str())
}

/// Everything after the page: the breath, the question, and what follows from the answer. `None`: the user wants to leave now, and
/// leave nothing on the screen.
fn conversation(asker: &Asker<'_, '_>, length: Duration) -> Result<Option<Output>> {
    let ctx = asker.ctx;
    let began = Instant::now();
    let mut early = breathe(asker, length)?;
    let sat = began.elapsed().min(length);
    let minutes = u32::try_from((sat.as_secs() + 30) / 60).ok();
    let mut keys = OUTCOMES.to_vec();
    if let Some(leave) = keys.last_mut().filter(|_| ctx.env.clear_screen().is_some()) {
        leave.1 = "leave, clear the screen";
    }
    loop {
        let choice = Choice { question: "What did you do?", keys: &keys };
        let next = match early.take().filter(|line| !line.is_empty()).map(|line| choice.read(&line)) {
            Some(Ok(next)) => Some(next),
            _ => choice.offer(asker)?,
        };
        let outcome = match next {
            None | Some(Next::Skip) => return Ok(Some(nothing_recorded(ctx))),
            Some(Next::Leave) => return Ok(None),
            Some(Next::Letter) => {
                write_letter(ctx)?;
                keys.retain(|(.., next)| *next != Next::Letter);
                continue;
            }
            Some(Next::Outcome(outcome)) => outcome,
        };
        let Some(urge) = ask_about(asker, outcome, minutes)? else { return Ok(Some(nothing_recorded(ctx))) };
        let mut output = note(ctx, outcome, &urge)?;
        // The message is a contact too.
        let text = || Cli::try_parse_from(["reconnect", "log-contact", "me"]).ok()?.command;
        if outcome == Outcome::Wrote
            && LOG_IT.offer(asker)? == Some(true)
            && let Some(text) = text()
        {
            output.text = super::run(&text, ctx.world)?.text;
        }
        return Ok(Some(output));
    }
}

/// What set it off and how strong it was; a friend is needed at once. `None` after Ctrl-D.
fn ask_about(asker: &Asker<'_, '_>, outcome: Outcome, minutes: Option<u32>) -> Result<Option<RecordKind>> {
    if outcome == Outcome::NeedsFriend {
        return Ok(Some(RecordKind::Urge { outcome, minutes, trigger: None, strength: None }));
    }
    let Some(trigger) = TRIGGERS.offer(asker)? else { return Ok(None) };
    let strength = ask::offer(asker, "How strong was it, from 1 to 5?  [Enter] skip: ", ask::one_to_five)?;
    Ok(strength.map(|strength| RecordKind::Urge { outcome, minutes, trigger, strength }))
}

/// A letter instead of a message. Whatever comes of it, the question about the urge follows.
fn write_letter(ctx: &Context<'_>) -> Result<()> {
    match letter::write(ctx, &[], false) {
        Ok(output) => ctx.show(&output.text),
        Err(failure) => {
            let _ = ctx.env.write(Stream::Err, &failure.render(Lead::Error));
            Ok(())
        }
    }
}

/// Breathes with the user until the time is over or a line is typed, which it gives back.
fn breathe(asker: &Asker<'_, '_>, length: Duration) -> Result<Option<String>> {
    let ctx = asker.ctx;
    let began = Instant::now();
    let is_linear = ctx.is_accessible();
    let line = asker.receiver();
    let typed = loop {
        let elapsed = began.elapsed();
        if elapsed >= length {
            asker.typed.set(Some(line));
            break None;
        }
        let next = if is_linear {
            ctx.show(&view::breath_line(elapsed, length))?;
            view::next_line(elapsed, length)
        } else {
            ctx.show(&view::breath(elapsed, length, ctx.styler))?;
            Duration::from_secs(elapsed.as_secs() + 1).min(length)
        };
        match line.recv_timeout(next.saturating_sub(elapsed)) {
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break None,
            Ok(line) => break Some(line.trim().to_owned()),
        }
    };
    ctx.show(if is_linear { "\n" } else { "\n\n" })?;
    Ok(typed)
}

/// Asks on stdout. Only one line is read ahead, so that an editor can have the terminal in between.
struct Asker<'c, 'e> {
    ctx: &'c Context<'e>,
    typed: Cell<Option<Receiver<String>>>,
}

impl Asker<'_, '_> {
    fn receiver(&self) -> Receiver<String> {
        self.typed.take().unwrap_or_else(|| self.ctx.env.typed_line())
    }
}

impl Input for Asker<'_, '_> {
    fn line(&self, shown: &str) -> Result<Option<String>> {
        self.ctx.show(&ask::fitted(shown, self.ctx.env.width()))?;
        let line = self.receiver().recv().ok();
        if line.is_none() {
            self.ctx.show("\n")?;
        }
        Ok(line)
    }

    fn width(&self) -> usize {
        if self.ctx.is_accessible() { 0 } else { self.ctx.env.width() }
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
            // What is so once the message is logged.
            let (contact, now) = (Contact::new(Who::Me, Via::Text), this_moment(ctx).moment(&ctx.clock()));
            let mut logged = after.timeline.clone();
            let is_reach_out = logged.apply(&Event::new(now, EventKind::Contact(contact))).contact.reach_out;
            let then = logged.facts(after.today());
            let is_second = then.pressed() && !after.facts().pressed();
            let ruled = || {
                let mut outcome = ContactOutcome::default();
                outcome.ended_run = true;
                let day = after.today();
                let said = Contacted { contact, day, outcome, asks: false, blocks: false, after, call: &ctx.config.settings.call };
                sentences(&said).into_iter().chain(help(&said)).collect()
            };
            let says = match verdict.id() {
                _ if is_reach_out => reached_out(contact, after),
                VerdictId::RespectBoundary | VerdictId::AcceptAnswer | VerdictId::Unread => ruled(),
                _ if is_second => vec![pressed_says(&then)],
                VerdictId::BuildNew | VerdictId::ActionsNotWords => Vec::new(),
                // The same as after a message that is logged.
                _ if verdict.forbids_contact_talk() => ruled(),
                _ if after.timeline.runs().totals(after.today()).kept_days == 0 => {
                    vec!["It happened. Be patient with yourself.".to_owned()]
                }
                _ => vec![warm(Warm::Slip, after.today()).to_owned()],
            };
            let log = "`reconnect log-contact me` logs the contact.".to_owned();
            ["Noted: you wrote.".to_owned()].into_iter().chain(says).chain([log]).collect()
        }
        Outcome::NeedsFriend => {
            let call = call(&ctx.config.settings.call);
            vec![format!("Noted. {call} The message can wait; you come first."), HELPLINE.to_owned()]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trigger_has_a_key_of_its_own() {
        for trigger in Trigger::ALL {
            let typed = TRIGGERS.keys.iter().filter(|(.., known)| *known == Some(*trigger)).map(|(key, ..)| *key).next().unwrap();
            for typed in [typed, trigger.id()] {
                assert_eq!(TRIGGERS.read(typed).unwrap(), Some(*trigger), "{typed}");
            }
        }
    }
}
