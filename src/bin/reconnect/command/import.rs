//! `import`: reads what `export` printed. What is here stays; what was imported before is passed over.

use std::path::{Path, PathBuf};

use super::Output;
use crate::context::{Context, Known};
use crate::error::{Failure, Note, Result};
use crate::store::archive::{self, Archive, Letter};
use crate::store::config::Config;
use crate::store::diary::{Record, Snapshot, load};
use crate::store::falls::{Fall, falls};
use crate::store::transact::{Addition, Changed, HALF_IMPORTED, Permission, preview, transact};
use crate::store::{fs, letters};
use crate::terminal::escape::escape_controls;
use crate::view::{questions, recorded};
use crate::words::count;

/// Imports a file, or says what that would do. The whole file is checked before the first byte is written.
pub fn run(path: &Path, dry_run: bool, ctx: &Context<'_>) -> Result<Output> {
    let archive = Archive::read(path)?;
    let path = ctx.paths.config_file();
    let config = archive.config.as_deref().filter(|_| !path.exists());
    let missing = || Ok::<_, Failure>(archive::missing(&load::raw_lines(&ctx.paths.diary())?, &archive.lines));
    let addition = |_: &Known| Ok(Addition { lines: missing()?, config, ..Addition::default() });
    if !archive.strangers.is_empty() {
        let names: Vec<_> = archive.strangers.iter().map(|name| format!("`{}`", escape_controls(name))).collect();
        ctx.note(Note::Warning(format!("not a letter, so not imported: {}", names.join(", "))));
    }
    if config.is_none() && archive.config.as_deref().is_some_and(|text| has_other_settings(text, ctx)) {
        ctx.note(Note::Hint(format!("your own settings stay as they are: {}", path.display())));
    }
    let outcome =
        |changed: &Changed| Ok((letters_to_write(&archive, ctx, &changed.after), changed.lines, recorded::imported(changed)));
    let parse = |line: &&[u8]| Record::parse(std::str::from_utf8(line).ok()?).ok()?;
    let new_records: Vec<_> = missing()?.iter().filter_map(parse).collect();
    let before = ctx.snapshot();
    let question = |falls: &[Fall], _| questions::ask_imported(falls, &new_records, &before);
    let mut asks_first = String::new();
    let (letters, new, holds) = if dry_run {
        let changed = preview(ctx, addition)?;
        let falls = falls(&changed.before, &changed.after);
        if !falls.is_empty() {
            asks_first = format!("The import asks first:\n{}\n", question(&falls, before.today()).trim_end());
        }
        outcome(&changed)?
    } else {
        transact(ctx, addition, Permission::Ask(&question), outcome)?
    };
    let (known, new) = (archive.lines.len() - new, count(new, "record"));
    let line = |head| if letters.is_empty() { String::new() } else { format!("{head}: {}.\n", letters.len()) };
    if dry_run {
        let text = format!("This would import {new}; {known} are here already. Nothing was changed.\n");
        return Ok(Output::text(text + &line("Letters to import") + &asks_first));
    }
    for letter in &letters {
        let dir = ctx.paths.letters();
        let saved = fs::make_private_dir(&dir).and_then(|()| fs::replace(&file(ctx, letter), letter.text.as_bytes()));
        saved.map_err(|failure| failure.hint(HALF_IMPORTED))?;
    }
    let holds = if holds.is_empty() { String::new() } else { ctx.say(&holds) };
    Ok(Output::recorded(format!("Imported {new}; {known} were here already.\n{holds}{}", line("Letters imported"))))
}

/// Whether the config in the export has other settings. The two dates follow the diary by themselves.
fn has_other_settings(text: &str, ctx: &Context<'_>) -> bool {
    let settings = |config: &Config| -> Vec<_> {
        let settings = config.shown().into_iter().filter(|(setting, ..)| !setting.is_date());
        settings.map(|(setting, value, is_set)| (setting.name, value, is_set)).collect()
    };
    Config::check(ctx.config.path(), text).map_or(true, |config| settings(&config) != settings(&ctx.config))
}

/// The letters whose text isn't here. An erased letter stays erased.
fn letters_to_write<'a>(archive: &'a Archive, ctx: &Context<'_>, after: &Snapshot) -> Vec<&'a Letter> {
    let known = letters::letters(after);
    let is_erased = |letter: &Letter| {
        let id = letters::id_of(&format!("{}.md", letter.id)).map_or_else(|| letter.id.clone(), |id| id.to_string());
        known.iter().any(|known| known.erased.is_some() && known.id.as_str() == id)
    };
    archive.letters.iter().flatten().filter(|letter| !file(ctx, letter).exists() && !is_erased(letter)).collect()
}

fn file(ctx: &Context<'_>, letter: &Letter) -> PathBuf {
    ctx.paths.letters().join(format!("{}.md", letter.id))
}
