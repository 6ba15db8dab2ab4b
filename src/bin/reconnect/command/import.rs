//! `import`: takes in what `export` printed. What is there stays; what was taken in before is passed over.

use super::Output;
use crate::archive::{Archive, Letter};
use crate::args::ImportArgs;
use crate::config::Config;
use crate::error::{Note, Result};
use crate::files;
use crate::session::Session;
use crate::words::{self, counted, fill};

/// Runs it. The whole file is read and checked before the first byte is written.
pub fn run(args: &ImportArgs, session: &Session<'_>) -> Result<Output> {
    let archive = Archive::read(&args.file)?;
    let missing = session.missing(&archive.lines)?.len();
    let letters = letters(&archive, session);
    let path = session.paths.config_file();
    let config = archive.config.as_deref().filter(|_| !path.exists());
    if let Some(text) = config {
        Config::check(&path, text)?;
    }
    let mut notes = Vec::new();
    if config.is_none() && archive.config.as_deref().is_some_and(|text| has_other_settings(text, session)) {
        notes.push(Note::Hint(fill(words::IMPORT_OWN_CONFIG, &[("path", &path.display())])));
    }
    let known = archive.lines.len() - missing;
    let template = if args.dry_run { words::IMPORT_DRY } else { words::IMPORTED };
    let mut said = format!("{}\n", fill(template, &[("new", &counted(missing, "record")), ("known", &known)]));
    if !letters.is_empty() {
        said.push_str(&fill(words::IMPORT_LETTERS, &[("letters", &letters.len())]));
        said.push('\n');
    }
    if args.dry_run {
        return Ok(Output { notes, ..Output::text(said) });
    }
    if missing > 0 || config.is_some() {
        notes.extend(session.adopt(&archive.lines, config)?);
    }
    let dir = session.paths.letters();
    for letter in letters {
        files::make_private_dir(&dir)?;
        files::replace(&dir.join(format!("{}.md", letter.id)), letter.text.as_bytes())?;
    }
    Ok(Output::recorded(said, notes))
}

/// Whether the configuration in the file sets anything differently. The two dates follow the diary by themselves.
fn has_other_settings(text: &str, session: &Session<'_>) -> bool {
    let settings = |config: &Config| config.shown().into_iter().filter(|(table, ..)| !table.is_empty()).collect::<Vec<_>>();
    Config::check(session.config.path(), text).map_or(true, |config| settings(&config) != settings(&session.config))
}

/// The letters that are not there.
fn letters<'a>(archive: &'a Archive, session: &Session<'_>) -> Vec<&'a Letter> {
    let dir = session.paths.letters();
    archive.letters.iter().flatten().filter(|letter| !dir.join(format!("{}.md", letter.id)).exists()).collect()
}
