//! `import`: reads what `export` printed. What is here stays; what was imported before is passed over.

use super::Output;
use crate::cli::ImportArgs;
use crate::context::Context;
use crate::error::{Note, Result};
use crate::store::archive::{Archive, Letter};
use crate::store::config::Config;
use crate::store::fs;
use crate::store::import;
use crate::store::letters;
use crate::terminal::ask;
use crate::terminal::escape::escape_controls;
use crate::view::recorded;
use crate::words::count;

/// Imports a file, or says what that would do. The whole file is checked before the first byte is written.
pub fn run(args: &ImportArgs, ctx: &Context<'_>) -> Result<Output> {
    let archive = Archive::read(&args.file)?;
    let path = ctx.paths.config_file();
    let config = archive.config.as_deref().filter(|_| !path.exists());
    let counts = config.map_or_else(|| Ok(ctx.config.clone()), |text| Config::check(&path, text))?;
    let plan = import::plan(ctx, &archive.lines, &counts)?;
    let (new, known) = (plan.missing.len(), archive.lines.len() - plan.missing.len());
    let mut notes = Vec::new();
    if !archive.strangers.is_empty() {
        let names: Vec<_> = archive.strangers.iter().map(|name| format!("`{}`", escape_controls(name))).collect();
        notes.push(Note::Warning(format!("not a letter, so not imported: {}", names.join(", "))));
    }
    if config.is_none() && archive.config.as_deref().is_some_and(|text| has_other_settings(text, ctx)) {
        notes.push(Note::Hint(format!("your own settings stay as they are: {}", path.display())));
    }
    if args.dry_run {
        let letters = letters_to_write(&archive, ctx, &plan).len();
        let letters = if letters == 0 { String::new() } else { format!("Letters to import: {letters}.\n") };
        let text = format!("This would import {}; {known} are here already. Nothing was changed.\n{letters}", count(new, "record"));
        return Ok(Output { notes, ..Output::text(text) });
    }
    let ends_an_order = plan.changed.ends_an_order();
    if ends_an_order {
        ask::typed_yes(ctx.env, recorded::ASK_COURT)?;
    }
    if new > 0 || config.is_some() {
        notes.extend(import::run(ctx, &archive.lines, config, ends_an_order)?);
    }
    let letters = letters_to_write(&archive, ctx, &plan);
    for letter in &letters {
        let dir = ctx.paths.letters();
        let saved = fs::make_private_dir(&dir).and_then(|()| fs::replace(&file(ctx, letter), letter.text.as_bytes()));
        saved.map_err(|failure| failure.hint(import::HALF))?;
    }
    let letters = if letters.is_empty() { String::new() } else { format!("Letters imported: {}.\n", letters.len()) };
    Ok(Output::recorded(format!("Imported {}; {known} were here already.\n{letters}", count(new, "record")), notes))
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
fn letters_to_write<'a>(archive: &'a Archive, ctx: &Context<'_>, plan: &import::Plan<'_>) -> Vec<&'a Letter> {
    let known = letters::letters(&plan.changed.after);
    let is_erased = |letter: &Letter| {
        let id = letters::id_of(&format!("{}.md", letter.id)).map_or_else(|| letter.id.clone(), |id| id.to_string());
        known.iter().any(|known| known.erased.is_some() && known.id.as_str() == id)
    };
    archive.letters.iter().flatten().filter(|letter| !file(ctx, letter).exists() && !is_erased(letter)).collect()
}

fn file(ctx: &Context<'_>, letter: &Letter) -> std::path::PathBuf {
    ctx.paths.letters().join(format!("{}.md", letter.id))
}
