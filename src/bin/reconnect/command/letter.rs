//! `letter`: written, sealed, opened, erased. There is no way to send one.

use chrono::Days;
use reconnect::when::Spoken;

use super::Output;
use crate::cli::{LetterArgs, LetterCommand};
use crate::confirm;
use crate::context::Context;
use crate::diary::change::new_id;
use crate::diary::letters::{self, Letter};
use crate::diary::lines::Wanted;
use crate::diary::numbers::{self, Numbered, label};
use crate::diary::{Draft, What};
use crate::env::Stream;
use crate::error::{Failure, Result};
use crate::input::{self, Ask};
use crate::view::letters as render;
use crate::words::{self, fill};

/// How long a letter is sealed unless said.
const SEALED_DAYS: u64 = 30;

/// Runs it.
pub fn run(args: &LetterArgs, ctx: &Context<'_>) -> Result<Output> {
    match args.command.as_ref().unwrap_or(&LetterCommand::List) {
        LetterCommand::Write { until } => write(ctx, until),
        LetterCommand::List => {
            let letters = letters::letters(&ctx.snapshot(Wanted::Everything)?);
            let are_here = |letter: &Letter| letters::are_here(&ctx.paths, &letter.id);
            Ok(Output::text(render::list(&letters, are_here, ctx.clock().today(), ctx.page())))
        }
        LetterCommand::Open { n, now } => open(ctx, n, *now),
        LetterCommand::Erase { n } => erase(ctx, n),
    }
}

fn write(ctx: &Context<'_>, until: &[String]) -> Result<Output> {
    ctx.refuse_looking_ahead()?;
    let today = ctx.clock().today();
    let until = if until.is_empty() {
        today.checked_add_days(Days::new(SEALED_DAYS)).unwrap_or(today)
    } else {
        ctx.moment(ctx.parse(&until.join(" "))?).day
    };
    if until <= today {
        return Err(Failure::new(format!("a letter is sealed until a day to come; {} is not", Spoken(until)))
            .hint("`--until \"in 6 weeks\"`, or a date"));
    }
    let typed = input::read(ctx.env, &ctx.paths, Ask { name: "letter", about: words::ABOUT_LETTER, before: "" })?;
    let id = match new_id() {
        Ok(id) => id,
        Err(failure) => return Err(typed.keep(failure, &ctx.paths)),
    };
    let on = ctx.on(ctx.this_minute());
    // The words first: a seal in the diary always has them behind it.
    let saved = letters::save(&ctx.paths, &id, typed.text()).and_then(|()| {
        ctx.change(|snapshot| {
            let n = Some(snapshot.numbers.letters.saturating_add(1));
            Ok(vec![Draft::new(on, What::Letter { id: Some(id.clone()), n, until })])
        })
    });
    let changed = match saved {
        Ok(changed) => changed,
        Err(failure) => {
            let failure = typed.keep(failure, &ctx.paths);
            let _ = letters::erase(&ctx.paths, &id);
            return Err(failure);
        }
    };
    typed.discard();
    let letters = letters::letters(&changed.snapshot);
    let n = letters.iter().find(|letter| *letter.id() == id).map(|letter| label(&letters, letter)).unwrap_or_default();
    let said = said(ctx, &fill(words::LETTER_SEALED, &[("n", &n), ("until", &Spoken(until))]));
    Ok(Output::recorded(said, changed.notes))
}

fn open(ctx: &Context<'_>, n: &str, now: bool) -> Result<Output> {
    // Opening is recorded, so a look ahead cannot break a seal.
    ctx.refuse_looking_ahead()?;
    let letters = letters::letters(&ctx.snapshot(Wanted::Everything)?);
    let letter = letters::find(&letters, n)?;
    refuse_erased(&letters, letter)?;
    let n = label(&letters, letter);
    let until = Spoken(letter.until);
    if ctx.clock().today() < letter.until {
        if !now {
            return Err(Failure::new(format!("letter {n} is sealed until {until}"))
                .hint(format!("`reconnect letter open {n} --now` opens it before its day")));
        }
        confirm::typed_yes(ctx.env, &fill(words::ASK_OPEN_NOW, &[("n", &n), ("until", &until)]))?;
    }
    let text = letters::read(&ctx.paths, &letter.id)?;
    let page = ctx.env.is_terminal(Stream::Out).then(|| ctx.page());
    // It has to be read before the question can be answered.
    let shown = ctx.env.write(Stream::Out, &render::opened(&letters, letter, &text, page));
    shown.map_err(|error| Failure::new("could not print the letter; nothing was recorded").because(error))?;
    let (still_true, template) = match ctx.env.ask(words::ASK_STILL_TRUE)?.to_lowercase().as_str() {
        "y" | "yes" => (Some(true), words::TRUE_NOTED),
        "n" | "no" => (Some(false), words::NOT_TRUE_NOTED),
        _ => (None, words::OPENED_NOTED),
    };
    let on = ctx.on(ctx.this_minute());
    let of = letter.id.clone();
    let changed = ctx.change(|_| Ok(vec![Draft::new(on, What::LetterOpened { of: of.clone(), still_true })]))?;
    Ok(Output::recorded(said(ctx, template), changed.notes))
}

fn erase(ctx: &Context<'_>, n: &str) -> Result<Output> {
    ctx.refuse_looking_ahead()?;
    let letters = letters::letters(&ctx.snapshot(Wanted::Everything)?);
    let letter = match letters::find(&letters, n) {
        Ok(letter) => letter,
        Err(failure) => return erase_loose(ctx, n).unwrap_or(Err(failure)),
    };
    // A sync tool may have brought the words back.
    if !letters::are_here(&ctx.paths, &letter.id) {
        refuse_erased(&letters, letter)?;
    }
    let n = label(&letters, letter);
    confirm::typed_yes(ctx.env, &fill(words::ASK_ERASE_LETTER, &[("n", &n)]))?;
    // The words first: cut short in between, the list says that they are not here, and never that what is here was erased.
    letters::erase(&ctx.paths, &letter.id)?;
    let on = ctx.on(ctx.this_minute());
    let of = letter.id.clone();
    let changed = ctx
        .change(|_| Ok(vec![Draft::new(on, What::LetterErased { of: of.clone() })]))
        .map_err(|failure| failure.hint(format!("{}; run it again for that", words::ERASE_UNMARKED)))?;
    Ok(Output::recorded(said(ctx, &fill(words::LETTER_ERASED, &[("n", &n)])), changed.notes))
}

/// Of words that no letter has, nothing is noted: the diary does not know them.
fn erase_loose(ctx: &Context<'_>, typed: &str) -> Option<Result<Output>> {
    let all = ctx.lines(Wanted::Everything).map(|lines| letters::loose(&ctx.paths, &lines)).ok()?;
    let loose = numbers::find(&all, typed, "letter", "letter list").ok()?;
    let erased = confirm::typed_yes(ctx.env, words::ASK_ERASE_LOOSE).and_then(|()| letters::erase(&ctx.paths, &loose.id));
    Some(erased.map(|()| Output::recorded(said(ctx, words::LOOSE_ERASED), Vec::new())))
}

fn refuse_erased(letters: &[Letter], letter: &Letter) -> Result<()> {
    match letter.erased {
        Some(erased) => {
            Err(Failure::new(format!("the words of letter {} were erased on {}", label(letters, letter), Spoken(erased.day))))
        }
        None => Ok(()),
    }
}

fn said(ctx: &Context<'_>, sentence: &str) -> String {
    let mut page = ctx.page();
    page.sentences(&[sentence.to_owned()]);
    page.finish()
}
