//! `letter`: written, sealed, opened, erased. There is no way to send one.

use chrono::Days;
use reconnect::when::Spoken;

use super::Output;
use crate::args::{LetterArgs, LetterCommand};
use crate::confirm;
use crate::diary::change::new_id;
use crate::diary::letters::{self, Letter};
use crate::diary::lines::Wanted;
use crate::diary::numbers::{self, Numbered, label};
use crate::diary::{Draft, What};
use crate::error::{Failure, Result};
use crate::render::letters as render;
use crate::session::Session;
use crate::typed::{self, Ask};
use crate::words::{self, fill};
use crate::world::Stream;

/// How long a letter is sealed unless said.
const SEALED_DAYS: u64 = 30;

/// Runs it.
pub fn run(args: &LetterArgs, session: &Session<'_>) -> Result<Output> {
    match args.command.as_ref().unwrap_or(&LetterCommand::List) {
        LetterCommand::Write { until } => write(session, until),
        LetterCommand::List => {
            let letters = letters::letters(&session.book(Wanted::Everything)?);
            let are_here = |letter: &Letter| letters::are_here(&session.paths, &letter.id);
            Ok(Output::text(render::list(&letters, are_here, session.clock().today(), session.page())))
        }
        LetterCommand::Open { n, now } => open(session, n, *now),
        LetterCommand::Erase { n } => erase(session, n),
    }
}

fn write(session: &Session<'_>, until: &[String]) -> Result<Output> {
    session.refuse_looking_ahead()?;
    let today = session.clock().today();
    let until = if until.is_empty() {
        today.checked_add_days(Days::new(SEALED_DAYS)).unwrap_or(today)
    } else {
        session.moment(session.parse(&until.join(" "))?).day
    };
    if until <= today {
        return Err(Failure::new(format!("a letter is sealed until a day to come; {} is not", Spoken(until)))
            .hint("`--until \"in 6 weeks\"`, or a date"));
    }
    let typed = typed::read(session, Ask { name: "letter", about: words::ABOUT_LETTER, before: "" })?;
    let id = match new_id() {
        Ok(id) => id,
        Err(failure) => return Err(typed.keep(failure, session)),
    };
    let on = session.on(session.this_minute());
    // The words first: a seal in the diary always has them behind it.
    let saved = letters::save(&session.paths, &id, typed.text()).and_then(|()| {
        session.change(|book| {
            let n = Some(book.numbers.letters.saturating_add(1));
            Ok(vec![Draft::new(on, What::Letter { id: Some(id.clone()), n, until })])
        })
    });
    let changed = match saved {
        Ok(changed) => changed,
        Err(failure) => {
            let failure = typed.keep(failure, session);
            let _ = letters::erase(&session.paths, &id);
            return Err(failure);
        }
    };
    typed.discard();
    let letters = letters::letters(&changed.book);
    let n = letters.iter().find(|letter| *letter.id() == id).map(|letter| label(&letters, letter)).unwrap_or_default();
    let said = said(session, &fill(words::LETTER_SEALED, &[("n", &n), ("until", &Spoken(until))]));
    Ok(Output::recorded(said, changed.notes))
}

fn open(session: &Session<'_>, n: &str, now: bool) -> Result<Output> {
    // Opening is recorded, so a look ahead cannot break a seal.
    session.refuse_looking_ahead()?;
    let letters = letters::letters(&session.book(Wanted::Everything)?);
    let letter = letters::find(&letters, n)?;
    refuse_erased(&letters, letter)?;
    let n = label(&letters, letter);
    let until = Spoken(letter.until);
    if session.clock().today() < letter.until {
        if !now {
            return Err(Failure::new(format!("letter {n} is sealed until {until}"))
                .hint(format!("`reconnect letter open {n} --now` opens it before its day")));
        }
        confirm::typed_yes(session, &fill(words::ASK_OPEN_NOW, &[("n", &n), ("until", &until)]))?;
    }
    let text = letters::read(&session.paths, &letter.id)?;
    let page = session.world.is_terminal(Stream::Out).then(|| session.page());
    // It has to be read before the question can be answered.
    let shown = session.world.write(Stream::Out, &render::opened(&letters, letter, &text, page));
    shown.map_err(|error| Failure::new("could not print the letter; nothing was recorded").because(error))?;
    let (still_true, template) = match session.world.ask(words::ASK_STILL_TRUE)?.to_lowercase().as_str() {
        "y" | "yes" => (Some(true), words::TRUE_NOTED),
        "n" | "no" => (Some(false), words::NOT_TRUE_NOTED),
        _ => (None, words::OPENED_NOTED),
    };
    let on = session.on(session.this_minute());
    let of = letter.id.clone();
    let changed = session.change(|_| Ok(vec![Draft::new(on, What::LetterOpened { of: of.clone(), still_true })]))?;
    Ok(Output::recorded(said(session, template), changed.notes))
}

fn erase(session: &Session<'_>, n: &str) -> Result<Output> {
    session.refuse_looking_ahead()?;
    let letters = letters::letters(&session.book(Wanted::Everything)?);
    let letter = match letters::find(&letters, n) {
        Ok(letter) => letter,
        Err(failure) => return erase_loose(session, n).unwrap_or(Err(failure)),
    };
    // A sync tool may have brought the words back.
    if !letters::are_here(&session.paths, &letter.id) {
        refuse_erased(&letters, letter)?;
    }
    let n = label(&letters, letter);
    confirm::typed_yes(session, &fill(words::ASK_ERASE_LETTER, &[("n", &n)]))?;
    // The words first: cut short in between, the list says that they are not here, and never that what is here was erased.
    letters::erase(&session.paths, &letter.id)?;
    let on = session.on(session.this_minute());
    let of = letter.id.clone();
    let changed = session
        .change(|_| Ok(vec![Draft::new(on, What::LetterErased { of: of.clone() })]))
        .map_err(|failure| failure.hint(format!("{}; run it again for that", words::ERASE_UNMARKED)))?;
    Ok(Output::recorded(said(session, &fill(words::LETTER_ERASED, &[("n", &n)])), changed.notes))
}

/// Of words that no letter has, nothing is noted: the diary does not know them.
fn erase_loose(session: &Session<'_>, typed: &str) -> Option<Result<Output>> {
    let all = session.lines(Wanted::Everything).map(|lines| letters::loose(&session.paths, &lines)).ok()?;
    let loose = numbers::find(&all, typed, "letter", "letter list").ok()?;
    let erased = confirm::typed_yes(session, words::ASK_ERASE_LOOSE).and_then(|()| letters::erase(&session.paths, &loose.id));
    Some(erased.map(|()| Output::recorded(said(session, words::LOOSE_ERASED), Vec::new())))
}

fn refuse_erased(letters: &[Letter], letter: &Letter) -> Result<()> {
    match letter.erased {
        Some(erased) => {
            Err(Failure::new(format!("the words of letter {} were erased on {}", label(letters, letter), Spoken(erased.day))))
        }
        None => Ok(()),
    }
}

fn said(session: &Session<'_>, sentence: &str) -> String {
    let mut page = session.page();
    page.sentences(&[sentence.to_owned()]);
    page.finish()
}
