//! One file a command: read, decide, hand data to a view. A command prints nothing itself.

mod aim;
mod answer;
mod boundary;
mod breakup;
mod check;
mod checkin;
mod completions;
mod config;
mod count_again;
pub mod doctor;
mod end;
pub mod erase;
mod export;
mod guide;
mod hide;
mod history;
mod import;
mod init;
mod letter;
mod log_contact;
mod man;
mod notebook;
mod prompt;
mod remind;
mod start;
mod status;
mod undo;
mod urge;
mod window;

use std::rc::Rc;

use reconnect::{Answer, BoundaryKind, Moment};
use serde::Serialize;

use crate::cli::{Command, HELPLINE, is_despair};
use crate::context::{Context, World};
use crate::env::Env;
use crate::error::{Failure, Note, Result};
use crate::model::labels;
use crate::store::config::Config;
use crate::store::current_dates::refuse_future;
use crate::store::diary::{BoundaryChange, Diary, Draft, EventDate, ID_PREFIX_LEN, Record, RecordKind};
use crate::store::paths::Paths;
use crate::store::transact::{Changed, Permission, transact};
use crate::terminal::write::{self, Ask, Input};
use crate::view::{help, json};

pub use prompt::run as prompt;

#[derive(Debug, Default)]
pub struct Output {
    pub text: String,
    /// For stderr, after the text. The command ends with it.
    pub failure: Option<Failure>,
    /// Whether `check` is false.
    pub is_false: bool,
    /// Whether something was recorded: then trouble with printing does not deny it.
    pub recorded: bool,
    /// Whether programs read the text: then it stays UTF-8 in every locale.
    pub is_data: bool,
}

impl Output {
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub fn data(text: impl Into<String>) -> Self {
        Self { is_data: true, ..Self::text(text) }
    }

    pub fn json(fields: impl Serialize) -> Self {
        Self::data(json::line(fields))
    }

    /// For programs if they ask, else for people.
    fn shown<T: Serialize>(is_json: bool, fields: impl FnOnce() -> T, text: impl FnOnce() -> String) -> Self {
        if is_json { Self::json(fields()) } else { Self::text(text()) }
    }

    /// A text for stdout after something was recorded.
    pub fn recorded(text: impl Into<String>) -> Self {
        Self { text: text.into(), recorded: true, ..Self::default() }
    }
}

/// One arm a command. Most need a diary; what needs none, and a bad moment, make do without a home or a config.
pub fn run(command: &Command, world: &World<'_>) -> Result<Output> {
    let (ctx, anyhow) = (|| world.context(), || world.context_anyhow());
    match command {
        Command::Aim { aim, json } => aim::run(*aim, *json, &ctx()?),
        Command::Answer(args) => answer::run(args, &ctx()?),
        Command::Boundary(args) => boundary::run(args, &ctx()?),
        Command::Breakup(args) => breakup::run(args, &ctx()?),
        Command::Check(args) => Ok(check::run(args, &ctx()?)),
        Command::Checkin(args) => checkin::run(args, &ctx()?),
        Command::Completions { shell } => Ok(completions::run(*shell)),
        Command::Config { command } => config::run(command.as_ref(), world),
        Command::Doctor { json } => doctor::run(*json, world),
        Command::EndNoContact { when } => end::run(when, &ctx()?),
        Command::Erase(args) => erase::run(args, world),
        Command::Export(args) => export::run(args, &ctx()?),
        Command::Guide(args) => Ok(guide::run(*args, &anyhow()?)),
        Command::Hide { until, off } => hide::run(until, *off, &ctx()?),
        Command::History(args) => history::run(args, &ctx()?),
        Command::Import { file, dry_run } => import::run(file, *dry_run, &ctx()?),
        Command::Init { shell, no_prompt } => init::run(*shell, *no_prompt, world),
        Command::Letter(args) => letter::run(args, &ctx()?),
        Command::LogContact(args) => log_contact::run(args, &ctx()?),
        Command::Man { dir } => man::run(dir.as_deref()),
        Command::Notebook(args) => notebook::run(args, &ctx()?),
        Command::Prompt => prompt::run(world),
        Command::Remind(args) => remind::run(args, &ctx()?),
        Command::StartNoContact(args) => start::run(args, &ctx()?),
        Command::Status(args) => status::run(args, &ctx()?),
        Command::Undo { id } => undo::run(id.as_deref(), &ctx()?),
        Command::Urge(args) => urge::run(args, world),
        Command::Window { when, json } => window::run(when, *json, &anyhow()?),
    }
}

/// Records one thing, and says what the proof makes of it.
fn record<T>(ctx: &Context<'_>, on: EventDate, kind: &RecordKind, proof: impl Fn(&Changed) -> Result<T>) -> Result<T> {
    transact(ctx, |_| Ok(Draft::new(on, kind.clone()).into()), Permission::Refuse, proof)
}

const WHERE_IDS_ARE: &str = "`reconnect history --all` shows every entry with its id";

/// The entry whose id begins with what was typed.
fn record_by_id(diary: &Diary, prefix: &str) -> Result<Rc<Record>> {
    if prefix.chars().count() < ID_PREFIX_LEN {
        let in_the_notebook = || format!("for notebook entry {prefix}, `reconnect notebook show {prefix}` shows the id");
        let hint = prefix.parse::<u32>().map_or_else(|_| WHERE_IDS_ARE.to_owned(), |_| in_the_notebook());
        return Err(Failure::new(format!("`{prefix}` is too short for an id: at least {ID_PREFIX_LEN} characters")).hint(hint));
    }
    let all: Vec<Rc<Record>> = diary.iter().cloned().collect();
    labels::find(&all, |record| (None, &record.id), prefix, "entry", "history --all").cloned()
}

/// Below the help of `urge`.
pub fn whom_to_call(env: &Env) -> String {
    let config = Paths::find(env).and_then(|paths| Config::read(&paths.config_file()));
    help::whom_to_call(&config.map(|config| config.settings.call).unwrap_or_default())
}

/// What the words of an argument mean, if any were said.
fn if_said<T>(words: &[String], read: impl Fn(&str) -> Result<T>) -> Result<Option<T>> {
    (!words.is_empty()).then(|| read(&words.join(" "))).transpose()
}

/// When something was: as it was typed, or as nobody needs to say. What hasn't happened yet is refused.
fn happened(ctx: &Context<'_>, words: &[String], unsaid: EventDate) -> Result<(EventDate, Moment)> {
    let on = if_said(words, |words| Ok(ctx.event_date(ctx.parse(words)?)))?.unwrap_or(unsaid);
    let moment = on.moment(&ctx.clock());
    refuse_future(moment, &ctx.clock())?;
    Ok((on, moment))
}

fn no_count_in_touch() -> Failure {
    Failure::new("you're in touch again, so no count is running").hint("`reconnect start-no-contact` counts again")
}

const THEY_SAID_NO: RecordKind = RecordKind::Answer { answer: Answer::No, in_touch: false };

/// That they asked for space, or blocked the user, until they say otherwise.
const fn asked_for(kind: BoundaryKind) -> RecordKind {
    RecordKind::Boundary { boundary: BoundaryChange::Set { kind, protects: None }, until: None }
}

fn this_moment(ctx: &Context<'_>) -> EventDate {
    EventDate::Time(ctx.now)
}

/// A text from the terminal or stdin; `None` if nothing was written. What could not be recorded is refused before anybody types.
fn typed(ctx: &Context<'_>, ask: Ask<'_>) -> Result<Option<Input>> {
    ctx.refuse_looking_ahead()?;
    write::read(ctx.env, &ctx.paths, ask)
}

fn nothing_written(ctx: &Context<'_>) -> Output {
    Output::text(ctx.say(&["Nothing written. That's fine.".to_owned()]))
}

fn nothing_recorded(ctx: &Context<'_>) -> Output {
    Output::text(ctx.say(&["Nothing was recorded. That's fine.".to_owned()]))
}

/// A text that was typed is discarded once it is recorded, and kept in a file if it could not be. Whoever wrote that they can't go on
/// finds people to turn to below what the command says.
fn save_or_keep<T>(changed: Result<T>, input: Option<Input>, ctx: &Context<'_>) -> Result<T> {
    match (changed, input) {
        (Err(failure), Some(input)) => Err(input.keep(failure, &ctx.paths)),
        (changed, input) => {
            if input.as_ref().is_some_and(|input| is_despair(input.text())) {
                ctx.note(Note::Hint(HELPLINE.to_owned()));
            }
            input.into_iter().for_each(Input::discard);
            changed
        }
    }
}
