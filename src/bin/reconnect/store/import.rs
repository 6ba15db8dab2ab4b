//! Importing the lines of an export: they go, unchanged, into a diary file of their own, so that `undo` never takes one of them for
//! this machine's last entry.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use serde::Deserialize;
use serde_json::Value;

use crate::context::{Changed, Context, Known};
use crate::error::{Failure, Note, Result};
use crate::store::config::Config;
use crate::store::diary::{Diary, append, load};
use crate::store::fs::{self, Lock};

/// The names of imported files begin with this. The id of this machine follows.
pub const PREFIX: &str = "import-";

/// What comes after the records couldn't be saved.
pub const HALF: &str = "the diary's records are imported; run it again for the rest";

#[derive(Debug)]
pub struct Plan<'a> {
    pub missing: Vec<&'a [u8]>,
    pub changed: Changed,
    known: Known,
}

/// Finds out what an import would do. `config` is the config that counts afterwards.
pub fn plan<'a>(ctx: &Context<'_>, lines: &'a [Vec<u8>], config: &Config) -> Result<Plan<'a>> {
    let folder = ctx.paths.diary();
    let missing = missing(&load::raw_lines(&folder)?, lines);
    let diary = Diary::read(&folder)?;
    let before = ctx.known_from(diary.clone(), &ctx.config)?.snapshot;
    let known = ctx.known_from(diary.with_lines(PathBuf::new(), &missing), config)?;
    let changed = Changed { before, after: known.snapshot.clone(), ids: Vec::new(), notes: Vec::new() };
    Ok(Plan { missing, changed, known })
}

/// Appends the missing lines, puts the config in its place, and updates everything that follows from the diary.
pub fn run(ctx: &Context<'_>, lines: &[Vec<u8>], config: Option<&str>, order_may_fall: bool) -> Result<Vec<Note>> {
    ctx.refuse_looking_ahead()?;
    let _lock = Lock::take(&ctx.paths.lock())?;
    let path = ctx.paths.config_file();
    let config = config.filter(|_| !path.exists());
    let counts = config.map_or_else(|| Config::read(&path), |text| Config::check(&path, text))?;
    let plan = plan(ctx, lines, &counts)?;
    if plan.changed.ends_an_order() && !order_may_fall {
        return Err(Failure::new("this import would end a court order; nothing was changed"));
    }
    if !plan.missing.is_empty() {
        let own = append::own_file(&ctx.paths.diary(), &ctx.paths.machine())?;
        let name = format!("{PREFIX}{}", own.file_name().unwrap_or_default().to_string_lossy());
        let mut bytes = plan.missing.join(&b'\n');
        bytes.push(b'\n');
        fs::append(&own.with_file_name(name), &bytes)?;
    }
    if let Some(text) = config {
        fs::replace(&path, text.as_bytes()).map_err(|failure| failure.hint(HALF))?;
    }
    // A hand edit that no record holds yet waits for the next command that records something.
    if plan.known.reading.edits.is_empty() {
        return Ok(ctx.mirror(&plan.known, &counts));
    }
    ctx.touch_changed();
    Ok(Vec::new())
}

/// The lines that aren't present: neither their bytes, nor their id with the same content.
fn missing<'a>(present: &[Vec<u8>], lines: &'a [Vec<u8>]) -> Vec<&'a [u8]> {
    #[derive(Deserialize)]
    struct Identified {
        id: String,
    }
    let id = |line: &[u8]| serde_json::from_slice::<Identified>(line).ok().map(|line| line.id);
    let value = |line: &[u8]| serde_json::from_slice::<Value>(line).ok();
    let mut by_id: HashMap<String, Vec<&[u8]>> = HashMap::new();
    for line in present {
        if let Some(id) = id(line) {
            by_id.entry(id).or_default().push(line);
        }
    }
    let mut seen: HashSet<&[u8]> = present.iter().map(Vec::as_slice).collect();
    let is_known = |line: &[u8]| {
        let same_id = id(line).and_then(|id| by_id.get(&id));
        same_id.is_some_and(|known| known.iter().any(|known| value(known) == value(line)))
    };
    lines.iter().map(Vec::as_slice).filter(|line| !is_known(line) && seen.insert(line)).collect()
}
