//! `import`: takes in what `export` printed. What is there stays; what was taken in before is passed over.

use super::Output;
use crate::archive::{Archive, Letter};
use crate::cli::ImportArgs;
use crate::config::Config;
use crate::context::Context;
use crate::diary;
use crate::diary::lines::Wanted;
use crate::error::{Note, Result};
use crate::fs;
use crate::words::{self, counted, fill};

/// Runs it. The whole file is read and checked before the first byte is written.
pub fn run(args: &ImportArgs, ctx: &Context<'_>) -> Result<Output> {
    let archive = Archive::read(&args.file)?;
    let missing = ctx.missing(&archive.lines)?.len();
    let path = ctx.paths.config_file();
    let config = archive.config.as_deref().filter(|_| !path.exists());
    if let Some(text) = config {
        Config::check(&path, text)?;
    }
    let mut notes = Vec::new();
    if config.is_none() && archive.config.as_deref().is_some_and(|text| has_other_settings(text, ctx)) {
        notes.push(Note::Hint(fill(words::IMPORT_OWN_CONFIG, &[("path", &path.display())])));
    }
    let known = archive.lines.len() - missing;
    let template = if args.dry_run { words::IMPORT_DRY } else { words::IMPORTED };
    let said = format!("{}\n", fill(template, &[("new", &counted(missing, "record")), ("known", &known)]));
    if args.dry_run {
        return Ok(Output { notes, ..Output::text(format!("{said}{}", of_letters(letters(&archive, ctx)?.len()))) });
    }
    if missing > 0 || config.is_some() {
        notes.extend(ctx.adopt(&archive.lines, config)?);
    }
    let letters = take_letters(&archive, ctx).map_err(|failure| failure.hint(words::IMPORT_HALF))?;
    Ok(Output::recorded(format!("{said}{}", of_letters(letters)), notes))
}

/// Puts the words of letters that are not there in their places; how many.
fn take_letters(archive: &Archive, ctx: &Context<'_>) -> Result<usize> {
    let dir = ctx.paths.letters();
    let letters = letters(archive, ctx)?;
    for letter in &letters {
        fs::make_private_dir(&dir)?;
        fs::replace(&dir.join(format!("{}.md", letter.id)), letter.text.as_bytes())?;
    }
    Ok(letters.len())
}

/// Whether the configuration in the file sets anything differently. The two dates follow the diary by themselves.
fn has_other_settings(text: &str, ctx: &Context<'_>) -> bool {
    let settings = |config: &Config| config.shown().into_iter().filter(|(table, ..)| !table.is_empty()).collect::<Vec<_>>();
    Config::check(ctx.config.path(), text).map_or(true, |config| settings(&config) != settings(&ctx.config))
}

/// The letters that are not there. One that was erased stays so.
fn letters<'a>(archive: &'a Archive, ctx: &Context<'_>) -> Result<Vec<&'a Letter>> {
    let known = diary::letters::letters(&ctx.snapshot(Wanted::Everything)?);
    let is_erased = |letter: &Letter| known.iter().any(|known| known.erased.is_some() && known.id.to_string() == letter.id);
    let path = |letter: &Letter| ctx.paths.letters().join(format!("{}.md", letter.id));
    Ok(archive.letters.iter().flatten().filter(|letter| !path(letter).exists() && !is_erased(letter)).collect())
}

fn of_letters(count: usize) -> String {
    if count == 0 { String::new() } else { format!("{}\n", fill(words::IMPORT_LETTERS, &[("letters", &count)])) }
}
