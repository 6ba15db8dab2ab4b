//! `erase`: shows every trace, and removes what the program owns. It needs no ctx: a broken configuration goes too.

use std::path::PathBuf;

use super::{Ending, Output};
use crate::cli::EraseArgs;
use crate::config::Config;
use crate::context::Context;
use crate::diary::letters;
use crate::diary::{Draft, What};
use crate::env::{Env, Stream};
use crate::error::{Failure, Note, Result};
use crate::footprint::{self, Kind, Traces, shown};
use crate::fs;
use crate::fs::Lock;
use crate::paths::Paths;
use crate::text::page::Page;
use crate::text::style::{Style, Styler};
use crate::view::erase::{Listing, section};
use crate::words::{self, counted, fill};

/// Runs it.
///
/// # Errors
/// If the folders are not known, or it was not confirmed; nothing is removed then.
pub fn run(args: EraseArgs, env: &Env, at: Option<&str>, styler: Styler) -> Result<Output> {
    let erasing = Erasing { args, env, at, styler, paths: Paths::find(env)? };
    let mut page = Page::new(env.width(), styler);
    let found = erasing.find();
    let listing = erasing.listing(&found);
    listing.show(&mut page);
    let is_nothing = listing.own.is_empty() && listing.others.is_empty();
    if args.dry_run || is_nothing {
        if !is_nothing {
            page.paragraph(Style::Plain, words::ERASE_DRY);
        }
        let output = Output::text(page.finish());
        if args.dry_run || found.unreadable.is_empty() {
            return Ok(output);
        }
        let causes = found.unreadable.iter().map(unseen);
        let failure = causes.fold(Failure::new("not everything could be looked into"), Failure::because);
        return Ok(Output { failure: Some(failure), ending: Ending::Fault, ..output });
    }
    // What is to be confirmed has to be read first.
    page.gap();
    let listed = env.write(Stream::Out, &page.finish());
    listed.map_err(|error| Failure::new("could not print what would be removed; nothing was").because(error))?;
    if env.ask(words::ASK_ERASE)? != "erase" {
        return Err(Failure::new("not confirmed; nothing was removed")
            .hint("type `erase` to confirm; without a terminal, give it on stdin")
            .hint("`reconnect erase --dry-run` only lists"));
    }
    let others = !listing.others.is_empty() && env.ask(words::ASK_ERASE_OTHERS)? == "others";
    erasing.remove(others)
}

struct Erasing<'w> {
    args: EraseArgs,
    env: &'w Env,
    at: Option<&'w str>,
    styler: Styler,
    paths: Paths,
}

impl Erasing<'_> {
    fn find(&self) -> Traces {
        Traces::find(&self.paths)
    }

    /// Whether a file of this kind was asked for. A text that may be a letter or not goes with either.
    fn takes(&self, kind: Kind) -> bool {
        match kind {
            Kind::Letter | Kind::UnsavedLetter => !self.args.diary,
            Kind::Diary | Kind::OthersDiary | Kind::Cache => !self.args.letters,
            Kind::Unsaved => true,
            Kind::Config | Kind::Other => self.is_everything(),
        }
    }

    fn is_everything(&self) -> bool {
        !self.args.letters && !self.args.diary
    }

    /// The configuration mirrors two dates of the diary; they would bring it back to life.
    fn has_dates(&self) -> bool {
        let read = || Config::read(&self.paths.config_file());
        self.args.diary && read().map_or(true, |config| config.breakup.is_some() || config.since.is_some())
    }

    fn listing(&self, found: &Traces) -> Listing {
        let taken = |kind: Kind| self.takes(kind);
        let files = |others: bool| {
            let wanted = found.own.iter().filter(move |(_, kind)| taken(*kind) && (*kind == Kind::OthersDiary) == others);
            wanted.map(|(path, _)| shown(path)).collect::<Vec<_>>()
        };
        let mut own = files(false);
        if self.has_dates() {
            own.push(fill(words::ERASE_DATES, &[("path", &shown(&self.paths.config_file()))]));
        }
        let everything = self.is_everything();
        Listing {
            own,
            others: files(true),
            strangers: Listing::staying(found, everything),
            mentions: if everything { footprint::mentions(self.env) } else { Vec::new() },
            is_shared: found.is_shared,
        }
    }

    /// Removes, as far as it can, and says what is left.
    fn remove(&self, others: bool) -> Result<Output> {
        let found = self.find();
        // Before the words go: interrupted in between, the command can be run again.
        let notes = if self.args.letters { self.mark_letters(&found.own) } else { Vec::new() };
        let lock = if self.paths.lock().exists() { Some(Lock::take(&self.paths.lock())?) } else { None };
        // The id goes after the files that are known by it, and the lock last.
        let goes = |kind: Kind| self.takes(kind) && (others || kind != Kind::OthersDiary);
        let mut own = found.own;
        own.retain(|(_, kind)| goes(*kind));
        let rank = |path: &PathBuf| (*path == self.paths.lock(), *path == self.paths.machine());
        own.sort_by_key(|(path, _)| rank(path));
        let (mut removed, mut causes) = (0, found.unreadable.iter().map(unseen).collect::<Vec<_>>());
        if self.has_dates()
            && let Err(failure) = Config::read(&self.paths.config_file()).and_then(|config| config.mirror(None, None))
        {
            causes.push(failure.brief());
        }
        for (path, _) in &own {
            if rank(path).1 && !causes.is_empty() {
                continue;
            }
            match fs::remove(path) {
                Ok(()) => removed += 1,
                Err(error) => causes.push(format!("{}: {error}", shown(path))),
            }
        }
        drop(lock);
        let left = self.find();
        if causes.is_empty() {
            // What cannot be seen may be there.
            causes.extend(left.unreadable.iter().map(unseen));
            causes
                .extend(left.own.iter().filter(|(_, kind)| goes(*kind)).map(|(path, _)| format!("{} is there again", shown(path))));
        }
        if self.is_everything() {
            // Only what is empty goes.
            left.folders.iter().for_each(|dir| drop(fs::remove_empty_dir(dir)));
        }
        let mut page = Page::new(self.env.width(), self.styler);
        page.paragraph(Style::Plain, &fill(words::ERASED, &[("files", &counted(removed, "file"))]));
        let listing = self.listing(&left);
        let left = [listing.own, listing.others, listing.strangers, listing.mentions].concat();
        section(words::ERASE_LEFT, &left, &mut page);
        let failure = (!causes.is_empty()).then(|| {
            let failure = Failure::new("not everything could be removed").hint("`reconnect erase` can be run again");
            causes.into_iter().fold(failure, Failure::because)
        });
        let ending = if failure.is_some() { Ending::Fault } else { Ending::Done };
        Ok(Output { failure, ending, ..Output::recorded(page.finish(), notes) })
    }

    /// The diary notes that the words go, if it can be written to: of the letters whose words are here, and of no others.
    fn mark_letters(&self, files: &[(PathBuf, Kind)]) -> Vec<Note> {
        let here = |letter: &letters::Letter| {
            let path = letters::path(&self.paths, &letter.id);
            path.is_ok_and(|path| letter.erased.is_none() && files.iter().any(|(file, _)| *file == path))
        };
        let marked = Context::begin(self.env, self.at, self.styler).and_then(|ctx| {
            let on = ctx.on(ctx.this_minute());
            ctx.change(|snapshot| {
                let letters = letters::letters(snapshot).into_iter().filter(here);
                Ok(letters.map(|letter| Draft::new(on, What::LetterErased { of: letter.id })).collect())
            })
        });
        match marked {
            Ok(changed) => changed.notes,
            Err(failure) => vec![Note::Warning(words::ERASE_UNMARKED.to_owned()), Note::Hint(failure.brief())],
        }
    }
}

fn unseen((path, error): &(PathBuf, String)) -> String {
    fill(words::ERASE_UNREADABLE, &[("path", &shown(path)), ("error", error)])
}
