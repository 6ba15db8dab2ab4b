//! `letter`: written, sealed, opened, erased. There is no way to send one.

use std::collections::HashMap;

use chrono::Days;
use reconnect::date::LongDate;

use super::notebook::{LEAVE_IT, first_says};
use super::{Output, if_said, nothing_recorded, nothing_written, record, save_or_keep, this_moment, typed};
use crate::cli::{LetterArgs, LetterCommand};
use crate::context::{Context, Known};
use crate::env::Stream;
use crate::error::{Failure, Note, Result};
use crate::model::labels::{self, Labels};
use crate::store::diary::{Diary, Draft, RecordKind, append};
use crate::store::letters::{self, Letter};
use crate::store::transact::{Addition, Permission, transact};
use crate::terminal::ask::{self, Choice};
use crate::terminal::write::Ask;
use crate::view::letters as view;

const SEALED_DAYS: u64 = 30;
/// Whether the letter is still true, and what is said, where that wasn't answered.
const OPENED: (Option<bool>, &str) = (None, "Noted that you opened it.");

pub fn run(args: &LetterArgs, ctx: &Context<'_>) -> Result<Output> {
    match args.command.as_ref().unwrap_or(&LetterCommand::List { json: args.json }) {
        LetterCommand::Write { until, typed } => write(ctx, until, typed.editor),
        LetterCommand::List { json } => Ok(list(ctx, *json)),
        LetterCommand::Open { n, now } => open(ctx, n, *now),
        LetterCommand::Erase(letter) => erase(ctx, &letter.n),
    }
}

fn list(ctx: &Context<'_>, json: bool) -> Output {
    let known = ctx.known();
    let letters = letters::letters(&known.snapshot);
    let mut copies = HashMap::new();
    for (id, _) in letters::files(&ctx.paths) {
        *copies.entry(id).or_insert(0) += 1;
    }
    let list =
        view::List { letters: &letters, copies, were_erased: letters::were_erased(&known.diary), today: ctx.clock().today() };
    Output::shown(json, || view::json(&list), || view::list(&list, ctx.page()))
}

pub fn write(ctx: &Context<'_>, until: &[String], editor: bool) -> Result<Output> {
    ctx.refuse_looking_ahead()?;
    let today = ctx.clock().today();
    let until = if_said(until, |words| ctx.parse_until(words, today))?;
    let until = until.unwrap_or_else(|| today.checked_add_days(Days::new(SEALED_DAYS)).unwrap_or(today));
    if until <= today {
        return Err(Failure::new(format!("a letter is sealed until a later day, and {} isn't one", LongDate(until)))
            .hint("for example `--until \"in 6 weeks\"`, or a date"));
    }
    let about = format!("A letter that you won't send. Say all of it.\n{LEAVE_IT}");
    let ask = Ask { name: "letter", about: &about, before: "", editor, until_end: true };
    let id = append::new_id()?;
    let Some(input) = typed(ctx, ask)? else { return Ok(nothing_written(ctx)) };
    let on = this_moment(ctx);
    // The text comes first: a sealed letter always has its text.
    let seal = |known: &Known| {
        let n = Some(known.snapshot.numbers.letters.saturating_add(1));
        let draft = Draft { id: Some(id.clone()), ..Draft::new(on, RecordKind::Letter { n, until }) };
        let (id, text, paths) = (id.clone(), input.text(), &ctx.paths);
        Ok(Addition { file: Some(Box::new(move || letters::save(paths, &id, text))), ..draft.into() })
    };
    let sealed = transact(ctx, seal, Permission::Refuse, |changed| {
        let letters = letters::letters(&changed.after);
        let letter = letters.iter().find(|letter| letter.id == id);
        let letter = letter.ok_or_else(|| Failure::new("that letter would not be in the diary"))?;
        let said = format!("Letter {} is sealed until {}. Nothing is sent.", label(&letters, letter), LongDate(until));
        Ok(first_says(ctx, said, letters.len()))
    });
    save_or_keep(sealed, Some(input), ctx).inspect_err(|_| drop(letters::erase(&ctx.paths, &id)))
}

fn open(ctx: &Context<'_>, n: &str, now: bool) -> Result<Output> {
    // Opening is recorded, so looking ahead can't break a seal.
    ctx.refuse_looking_ahead()?;
    let known = ctx.known();
    let letters = letters::letters(&known.snapshot);
    let letter = letters::find(&letters, n)?;
    if !letters::are_here(&ctx.paths, &letter.id) {
        refuse_erased(&letters, letter)?;
        if letters::were_erased(&known.diary).contains(&letter.id) {
            let erased =
                format!("the text of letter {} was erased; the undo brought back the entry alone", label(&letters, letter));
            return Err(Failure::new(erased));
        }
    }
    // Before anything is asked.
    let text = letters::read(&ctx.paths, &letter.id)?;
    let n = label(&letters, letter);
    let until = LongDate(letter.until);
    if ctx.clock().today() < letter.until {
        if !now {
            return Err(Failure::new(format!("letter {n} is sealed until {until}"))
                .hint(format!("`reconnect letter open {n} --now` opens it before that day")));
        }
        ask::typed_yes(ctx.env, &format!("Letter {n} is sealed until {until}. Type yes to open it today: "))?;
    }
    let is_terminal = ctx.env.is_terminal(Stream::Out);
    ctx.show(&view::opened(&n, letter, &text, is_terminal.then(|| ctx.page())))?;
    if letters::files(&ctx.paths).iter().filter(|(id, _)| *id == letter.id).count() > 1 {
        ctx.note(Note::Hint(format!("a sync tool made another copy of it in `{}`", ctx.paths.letters().display())));
    }
    let clear = ctx.env.clear_screen();
    let mut keys = vec![
        ("y", "yes", &[][..], (Some(true), "Noted: it is still true.")),
        ("n", "no", &[], (Some(false), "Noted: it is no longer true. That is worth knowing.")),
        ("", "skip", &[], OPENED),
    ];
    if ctx.env.reads_terminal() {
        keys.push(("q", if clear.is_some() { "leave, clear the screen" } else { "leave" }, &["quit"], (None, "")));
    }
    let choice = Choice { question: "Is it still true?", keys: &keys };
    let (still_true, said) = match choice.offer(ctx.env)? {
        Some(answer) => answer,
        // On a terminal this was Ctrl-D; a script just has nothing to say.
        None if ctx.env.reads_terminal() => return Ok(nothing_recorded(ctx)),
        None => OPENED,
    };
    let opened = RecordKind::LetterOpened { of: letter.id.clone(), still_true };
    let text = if said.is_empty() { clear.unwrap_or_default().to_owned() } else { ctx.say(&[said.to_owned()]) };
    record(ctx, this_moment(ctx), &opened, |changed| match changed.id().and_then(|id| changed.after.get(id)) {
        Some(_) => Ok(Output::recorded(text.clone())),
        None => Err(Failure::new(format!("the diary would not show that you opened letter {n}"))),
    })
}

fn erase(ctx: &Context<'_>, n: &str) -> Result<Output> {
    ctx.refuse_looking_ahead()?;
    let known = ctx.known();
    let letters = letters::letters(&known.snapshot);
    let letter = match letters::find(&letters, n) {
        Ok(letter) => letter,
        Err(failure) => return erase_loose(ctx, &known.diary, n).unwrap_or(Err(failure)),
    };
    // A sync tool may have brought the text back.
    if !letters::are_here(&ctx.paths, &letter.id) {
        refuse_erased(&letters, letter)?;
    }
    let n = label(&letters, letter);
    letters::path(&ctx.paths, &letter.id)?;
    ask::typed_yes(ctx.env, &format!("Nothing can bring the text of letter {n} back. Type yes to erase it: "))?;
    // The text first. If the program is stopped in between, the list says that the text isn't here, which is so.
    let id = &letter.id;
    let erased = |_: &Known| {
        let file = move || letters::erase(&ctx.paths, id);
        let draft = Draft::new(this_moment(ctx), RecordKind::LetterErased { of: id.clone() });
        Ok(Addition { file: Some(Box::new(file)), ..draft.into() })
    };
    transact(ctx, erased, Permission::Refuse, |changed| {
        let letters = letters::letters(&changed.after);
        if letters.iter().any(|letter| letter.id == *id && letter.erased.is_some()) {
            return Ok(Output::recorded(
                ctx.say(&[format!("The text of letter {n} is erased here."), COPIES_ELSEWHERE.to_owned()]),
            ));
        }
        Err(Failure::new(format!("letter {n} would not count as erased")))
    })
    .map_err(|failure| {
        if letters::are_here(&ctx.paths, id) {
            return failure;
        }
        failure.hint("the text is erased; only the diary could not note it. Run the command again for that")
    })
}

const COPIES_ELSEWHERE: &str = "Backups and folders that sync may keep a copy.";

/// The diary doesn't know a text that no letter has, so nothing is recorded.
fn erase_loose(ctx: &Context<'_>, diary: &Diary, typed: &str) -> Option<Result<Output>> {
    let all = letters::loose(&ctx.paths, diary);
    let (id, _) = labels::find(&all, |(id, _)| (None, id), typed, "letter", "letter list").ok()?;
    let question = "This text belongs to no letter, and nothing can bring it back. Type yes to erase it: ";
    let erased = ask::typed_yes(ctx.env, question).and_then(|()| letters::erase(&ctx.paths, id));
    Some(erased.map(|()| Output::recorded(ctx.say(&["The text is erased here.", COPIES_ELSEWHERE].map(str::to_owned)))))
}

fn refuse_erased(letters: &[Letter], letter: &Letter) -> Result<()> {
    let Some(erased) = letter.erased else { return Ok(()) };
    Err(Failure::new(format!("the text of letter {} was erased on {}", label(letters, letter), LongDate(erased.day))))
}

fn label(letters: &[Letter], letter: &Letter) -> String {
    Labels::of(letters.iter().map(|letter| letter.n)).label(letter.n, &letter.id)
}
