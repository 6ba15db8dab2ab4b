//! `erase`: shows every trace, then removes the program's own files. It needs no config, so that a broken one can go too.
//! `erase ID`: one text alone.

pub mod text;

use std::collections::HashSet;
use std::path::PathBuf;

use super::Output;
use crate::cli::EraseArgs;
use crate::context::{Known, World};
use crate::env::Stream;
use crate::error::{Failure, Note, Result};
use crate::store::config::Config;
use crate::store::diary::{Draft, EventDate, Id, RecordKind, Snapshot};
use crate::store::footprint::{self, Kind, Traces, shown};
use crate::store::fs::{self, Lock};
use crate::store::letters;
use crate::store::paths::Paths;
use crate::store::transact::{Permission, transact};
use crate::terminal::ask::Input;
use crate::terminal::page::Page;
use crate::terminal::style::Style;
use crate::view::erase::{self as view, Listing};
use crate::words::count;

pub fn run(args: &EraseArgs, world: &World<'_>) -> Result<Output> {
    if let Some(id) = &args.id {
        return text::run(id, &world.context()?);
    }
    let env = world.env;
    let erasing = Erasing { args, world, paths: world.paths()? };
    let mut page = Page::new(env.width(), world.styler);
    let found = Traces::find(&erasing.paths);
    let listing = erasing.listing(&found);
    listing.show(&mut page);
    if args.dry_run || listing.is_empty() {
        if !listing.is_empty() {
            page.paragraph(Style::Plain, "Nothing was removed.");
        }
        let output = if args.json { Output::json(&listing) } else { Output::text(page.finish()) };
        if args.dry_run || found.unreadable.is_empty() {
            return Ok(output);
        }
        let failure = view::unreadable(&found).into_iter().fold(Failure::new("not everything could be read"), Failure::because);
        return Ok(Output { failure: Some(failure), ..output });
    }
    // The user reads the list before the question.
    page.gap();
    let listed = env.write(Stream::Out, &page.finish());
    listed.map_err(|error| Failure::new("could not print the list, so nothing was removed").because(error))?;
    if env.line(view::ASK)?.unwrap_or_default() != "erase" {
        return Err(Failure::new("nothing was removed")
            .hint("type `erase` to confirm; without a terminal, give it on stdin")
            .hint("`reconnect erase --dry-run` only lists"));
    }
    let others = !listing.others.is_empty() && env.line(view::ASK_OTHERS)?.unwrap_or_default() == "others";
    erasing.remove(others)
}

struct Erasing<'e> {
    args: &'e EraseArgs,
    world: &'e World<'e>,
    paths: Paths,
}

impl Erasing<'_> {
    /// Whether a file of this kind was asked for. Unsaved text may be a letter or not, so it goes with either.
    fn takes(&self, kind: Kind) -> bool {
        match kind {
            Kind::Letter | Kind::OthersLetter | Kind::UnsavedLetter => !self.args.diary,
            Kind::Diary | Kind::OthersDiary | Kind::Cache => !self.args.letters,
            Kind::Unsaved => true,
            Kind::Config | Kind::Other => self.is_everything(),
        }
    }

    fn is_everything(&self) -> bool {
        !self.args.letters && !self.args.diary
    }

    /// Whether two dates in the config would bring the diary back to life. A config that can't be read may hold some.
    fn has_dates(&self) -> bool {
        let config = || Config::read(&self.paths.config_file());
        self.args.diary && config().map_or(true, |config| config.breakup.dated.is_some() || config.since.dated.is_some())
    }

    fn listing(&self, found: &Traces) -> Listing {
        let files = |others: bool| {
            let wanted = found.own.iter().filter(move |(_, kind)| self.takes(*kind) && kind.is_others() == others);
            wanted.map(|(path, _)| shown(path)).collect::<Vec<_>>()
        };
        let mut own = files(false);
        if self.has_dates() {
            own.push(format!("{}: the two dates in it", shown(&self.paths.config_file())));
        }
        let everything = self.is_everything();
        Listing {
            files: own,
            others: files(true),
            stays: Listing::staying(found, everything),
            mentions: if everything { footprint::mentions(self.world.env) } else { Vec::new() },
            is_shared: found.is_shared,
        }
    }

    fn remove(&self, others: bool) -> Result<Output> {
        let found = Traces::find(&self.paths);
        let lock = if self.paths.lock().exists() { Some(Lock::take(&self.paths.lock())?) } else { None };
        // This machine's id goes after the files that are known by it, and the lock last.
        let goes = |kind: Kind| self.takes(kind) && (others || !kind.is_others());
        let rank = |path: &PathBuf| (*path == self.paths.lock(), *path == self.paths.machine());
        let mut causes = view::unreadable(&found);
        let mut own = found.own;
        own.retain(|(_, kind)| goes(*kind));
        own.sort_by_key(|(path, _)| rank(path));
        if self.has_dates() {
            let config = Config::read(&self.paths.config_file());
            if let Err(failure) = config.and_then(|config| config.mirror(&Default::default())) {
                causes.push(failure.brief());
            }
        }
        let mut removed = 0_usize;
        let id_of = |path: &PathBuf| letters::id_of(&path.file_name()?.to_string_lossy());
        let mut failed = HashSet::new();
        for (path, _) in &own {
            if rank(path).1 && !causes.is_empty() {
                continue;
            }
            match fs::remove(path) {
                Ok(()) => removed += 1,
                Err(failure) => {
                    causes.push(failure.brief());
                    failed.extend(id_of(path));
                }
            }
        }
        drop(lock);
        // The texts first, as in `letter erase`. A removal can fail after the text went, so such a one is looked for.
        let mut gone: HashSet<Id> = own.iter().filter_map(|(path, _)| id_of(path)).collect();
        gone.retain(|id| !failed.contains(id) || !letters::are_here(&self.paths, id));
        if self.args.letters && !gone.is_empty() {
            self.note_in_diary(&gone);
        }
        let left = Traces::find(&self.paths);
        if causes.is_empty() {
            causes = view::unreadable(&left);
            let again = left.own.iter().filter(|(_, kind)| goes(*kind));
            causes.extend(again.map(|(path, _)| format!("{} is here again", shown(path))));
        }
        if self.is_everything() {
            let mut folders = [left.folders.clone(), self.paths.parents()].concat();
            folders.sort_by_key(|dir| std::cmp::Reverse(dir.components().count()));
            for dir in folders {
                let _ = fs::remove_empty_dir(&dir);
            }
        } else if let Ok(ctx) = self.world.context() {
            ctx.touch_changed();
        }
        let mut page = Page::new(self.world.env.width(), self.world.styler);
        page.paragraph(Style::Plain, &format!("Removed {}.", count(removed, "file")));
        self.listing(&left).left(&mut page);
        let failure = (!causes.is_empty()).then(|| {
            let failure = Failure::new("not everything could be removed").hint("`reconnect erase` can be run again");
            causes.into_iter().fold(failure, Failure::because)
        });
        Ok(Output { failure, ..Output::recorded(page.finish()) })
    }

    /// The diary notes which letters went, if it can.
    fn note_in_diary(&self, texts: &HashSet<Id>) {
        let has_gone = |letter: &letters::Letter| letter.erased.is_none() && texts.contains(&letter.id);
        let noted = self.world.context().and_then(|ctx| {
            let on = EventDate::Time(ctx.now);
            let erased = |letter: letters::Letter| Draft::new(on, RecordKind::LetterErased { of: letter.id });
            let gone = |snapshot: &Snapshot| letters::letters(snapshot).into_iter().filter(has_gone).collect::<Vec<_>>();
            let note = |known: &Known| {
                let gone = gone(&known.snapshot);
                match known.diary.unreadable.first() {
                    // Their entries may be there.
                    Some((path, error)) if gone.is_empty() => {
                        Err(Failure::new(format!("could not read `{}`", path.display())).because(error))
                    }
                    _ => Ok(gone.into_iter().map(erased).collect::<Vec<_>>().into()),
                }
            };
            transact(&ctx, note, Permission::Refuse, |changed| {
                if gone(&changed.after).is_empty() { Ok(()) } else { Err(Failure::new("a letter would not count as erased")) }
            })
        });
        if let Err(failure) = noted {
            self.world.note(Note::Warning("the texts of letters are gone, but the diary could not note it".to_owned()));
            self.world.note(Note::Hint(failure.brief()));
        }
    }
}
