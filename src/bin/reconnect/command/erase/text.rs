//! `erase ID`: one text with all its earlier versions, for good. Its line stays, so that no count and no date changes.

use std::borrow::Cow;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::command::{Output, record_by_id};
use crate::context::{Context, Known};
use crate::error::{Failure, Note, Result};
use crate::store::diary::load::LARGEST_FILE;
use crate::store::diary::{DatedRecord, Diary, Id, Record, RecordKind};
use crate::store::erase::{Erasing, Found, may_hold};
use crate::store::footprint::{Kind, Traces, shown, stands_alone};
use crate::store::fs;
use crate::store::transact::{Addition, Changed, Permission, transact};
use crate::terminal::ask::Input;
use crate::terminal::escape::escape_controls;
use crate::terminal::write;
use crate::view::erase as view;
use crate::words;

pub fn run(prefix: &str, ctx: &Context<'_>) -> Result<Output> {
    ctx.refuse_looking_ahead()?;
    let diary = ctx.known().diary;
    let record = record_by_id(&diary, prefix)?;
    let target = Target::of(&diary, &record, false)?;
    let what = words::line(&record.kind, record.on);
    let traces = Traces::find(&ctx.paths);
    let drafts = target.drafts(&traces);
    if target.found.files.is_empty() && target.found.beyond.is_empty() && drafts.is_empty() {
        return Ok(Output::text(ctx.say(&[format!("The text of {what} is erased already.")])));
    }
    let is_ours = target.erasing.is_ours(&diary);
    let files = target.found.files.iter().map(|(path, _)| path).filter(|_| !is_ours);
    let theirs: Vec<PathBuf> = files.chain(&target.found.beyond).cloned().collect();
    let answer = ctx.env.line(&view::question(&what, &drafts, &theirs, is_ours))?.unwrap_or_default();
    let is_orphaned = answer.eq_ignore_ascii_case("gone") && !theirs.is_empty();
    if !(is_orphaned || is_ours && answer.eq_ignore_ascii_case("yes")) {
        let failure = Failure::new("nothing changed");
        let id = escape_controls(&record.id.short()).into_owned();
        return Err(if is_ours {
            failure.hint("type `yes` to confirm, or pipe it in")
        } else {
            failure
                .hint(format!("another computer wrote this text: run `reconnect erase {id}` there"))
                .hint("if that computer is gone for good, type `gone`, or pipe it in")
        });
    }
    erase_now(prefix, ctx, is_orphaned)
}

/// Erases without a question.
pub fn erase_now(prefix: &str, ctx: &Context<'_>, is_orphaned: bool) -> Result<Output> {
    let traces = Traces::find(&ctx.paths);
    let known = ctx.diary();
    let ids = Erasing::of(&known, &record_by_id(&known, prefix)?.id, is_orphaned).ids;
    let addition = |known: &Known| {
        let record = record_by_id(&known.diary, prefix)?;
        let target = Target::of(&known.diary, &record, is_orphaned)?;
        let leftovers = [target.drafts(&traces), target.temporaries(&traces)].concat();
        let (diary, erasing) = (known.diary.clone(), target.erasing);
        let rewritten = erasing.lines(&diary);
        let file = move || leftovers.iter().try_for_each(|path| fs::remove(path)).and_then(|()| erasing.strip(&diary).map(drop));
        Ok(Addition { file: Some(Box::new(file)), rewritten, ..Addition::default() })
    };
    transact(ctx, addition, Permission::Refuse, |changed| prove(&ids, changed))?;
    // From here on the text is gone, and only its copies can be named.
    let diary = ctx.diary();
    let record = record_by_id(&diary, prefix)?;
    let target = Target::of(&diary, &record, is_orphaned)?;
    if !diary.damaged.is_empty() || !diary.newer.is_empty() {
        let hint = "lines of the diary that can't be read stay as they are, and may hold the words; `reconnect doctor` names them";
        ctx.note(Note::Hint(hint.to_owned()));
    }
    let again = target.found.files.iter().map(|(path, _)| format!("{} holds it again", shown(path)));
    let failure = Failure::new("the text was erased, and something brought it back").hint("run the command again");
    let output = Output::recorded(view::erased(&words::line(&record.kind, record.on), &target.found.beyond, ctx.page()));
    Ok(match again.collect::<Vec<_>>() {
        again if again.is_empty() => output,
        again => Output { failure: Some(again.into_iter().fold(failure, Failure::because)), ..output },
    })
}

/// No count, date or verdict changes, and the text is shown no more.
fn prove(ids: &HashSet<Id>, changed: &Changed) -> Result<()> {
    let is_it = |dated: &&DatedRecord| ids.contains(dated.record.id()) || ids.contains(dated.record.line_id());
    let is_same = changed.before.facts() == changed.after.facts()
        && changed.before.closed_runs() == changed.after.closed_runs()
        && changed.before.records.len() == changed.after.records.len();
    let is_gone = changed.after.records.iter().filter(is_it).all(|dated| dated.record.is_erased());
    if is_same && is_gone { Ok(()) } else { Err(Failure::new("more than the text would change, so nothing was erased")) }
}

fn name_of(path: &Path) -> Cow<'_, str> {
    path.file_name().unwrap_or_default().to_string_lossy()
}

/// Whether a draft holds a text whole; a copy that an editor made of a draft, one of its lines.
fn holds(draft: &Path, text: &str) -> bool {
    let draft_text = fs::text(draft, LARGEST_FILE).replace("\r\n", "\n");
    let is_in = |part: &str| stands_alone(part, &draft_text, char::is_alphanumeric);
    if name_of(draft).starts_with(write::PREFIX) {
        return is_in(text);
    }
    text.lines().map(str::trim).any(|line| !line.is_empty() && is_in(line))
}

/// A text with all its versions, and where they are.
struct Target {
    erasing: Erasing,
    found: Found,
}

impl Target {
    fn of(diary: &Diary, record: &Record, is_orphaned: bool) -> Result<Self> {
        let id = escape_controls(&record.id.short()).into_owned();
        if let RecordKind::Letter { .. } = &record.kind {
            // Its number is gone once the letter was taken back.
            return Err(Failure::new("that is a letter").hint(format!("`reconnect letter erase {id}` erases its text")));
        }
        let erasing = Erasing::of(diary, &record.id, is_orphaned);
        let found = erasing.find(diary)?;
        let mut chain = diary.iter().filter(|record| erasing.ids.contains(&record.id));
        if found.texts.is_empty() && !chain.any(|record| record.erased || record.kind.text().is_some()) {
            let what = words::line(&record.kind, record.on);
            return Err(Failure::new(format!("there is no text to erase in {what}"))
                .hint(format!("`reconnect undo {id}` takes the entry itself back")));
        }
        Ok(Self { erasing, found })
    }

    /// Drafts that could not be saved and hold one of the texts whole.
    fn drafts(&self, traces: &Traces) -> Vec<PathBuf> {
        let drafts = traces.own.iter().filter(|(_, kind)| matches!(kind, Kind::Unsaved | Kind::UnsavedLetter));
        let drafts = drafts.filter(|(path, _)| self.found.texts.iter().any(|text| holds(path, text)));
        drafts.map(|(path, _)| path.clone()).collect()
    }

    fn temporaries(&self, traces: &Traces) -> Vec<PathBuf> {
        let temporaries = traces.own.iter().map(|(path, _)| path).filter(|path| fs::is_temporary(&name_of(path)));
        temporaries.filter(|path| may_hold(path, &self.erasing.ids)).cloned().collect()
    }
}
