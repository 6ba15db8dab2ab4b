//! The cached prompt segment: one line `from until segment`, valid for ten minutes at most and never past the day's edge.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};

use crate::context::Context;
use crate::diary::Snapshot;
use crate::diary::lines::Wanted;
use crate::env::Env;
use crate::error::Result;
use crate::fs;
use crate::paths::Paths;
use crate::segment::{BROKEN, Counts};

/// How long a segment may be shown before the diary is looked at again: a synced diary shows up within it.
const SECONDS: i64 = 600;

/// A cached line is short; what is longer is none.
const LARGEST: u64 = 4096;

/// The segment that the state file holds, if it is still valid and the configuration is not newer.
pub fn cached(env: &Env, paths: &Paths) -> Option<String> {
    let cache = paths.state.join("prompt");
    let written = std::fs::metadata(&cache).ok()?.modified().ok()?;
    if let Ok(config) = std::fs::metadata(paths.config_file())
        && config.modified().ok()? > written
    {
        return None;
    }
    let text = String::from_utf8(fs::read(&cache, LARGEST).ok()??).ok()?;
    let mut parts = text.strip_suffix('\n')?.splitn(3, ' ');
    let from: i64 = parts.next()?.parse().ok()?;
    let until: i64 = parts.next()?.parse().ok()?;
    let segment = parts.next()?;
    let now = env.instant.timestamp();
    let safe = crate::text::escape::escape_controls(segment) == segment;
    (from <= now && now < until && until - from <= SECONDS && safe).then(|| segment.to_owned())
}

/// Computes the segment of now; empty where no run is open.
///
/// # Errors
/// If the diary cannot be read.
pub fn segment(ctx: &Context<'_>) -> Result<String> {
    Ok(fill(ctx, &ctx.snapshot(Wanted::Facts)?, ctx.clock().today()))
}

fn fill(ctx: &Context<'_>, snapshot: &Snapshot, today: NaiveDate) -> String {
    let Some(start) = snapshot.life.runs().open() else { return String::new() };
    let record = snapshot.life.runs().record(today);
    let settings = &ctx.config.settings;
    settings.prompt.fill(Counts {
        days: reconnect::days_between(start.day, today) + settings.first_day,
        longest: record.longest_days + settings.first_day,
        kept: record.kept_days,
        total: record.total_days,
    })
}

/// Writes the segment of the real now for the shells to read. A cache: if it cannot be written, nothing is lost.
pub fn renew(ctx: &Context<'_>) {
    let segment = ctx.really_now().and_then(|real| segment(&real)).unwrap_or_else(|_| BROKEN.to_owned());
    store(ctx.env, &ctx.paths, &segment, next_edge(ctx));
}

/// The same from a snapshot of the real now that is at hand.
pub fn renew_from(ctx: &Context<'_>, snapshot: &Snapshot) {
    let today = ctx.clock_at(ctx.env.now()).today();
    store(ctx.env, &ctx.paths, &fill(ctx, snapshot, today), next_edge(ctx));
}

/// Writes a segment that is valid until `edge` or for ten minutes, whichever is sooner.
pub fn store(env: &Env, paths: &Paths, segment: &str, edge: Option<DateTime<FixedOffset>>) {
    let from = env.instant.timestamp();
    let until = edge.map_or(from + SECONDS, |edge| edge.timestamp().clamp(from, from + SECONDS));
    if fs::make_private_dir(&paths.state).is_ok() {
        let _ = fs::replace(&paths.state.join("prompt"), format!("{from} {until} {segment}\n").as_bytes());
    }
}

/// When the next day begins.
pub fn next_edge(ctx: &Context<'_>) -> Option<DateTime<FixedOffset>> {
    let clock = ctx.clock_at(ctx.env.now());
    let tomorrow = clock.today().checked_add_days(Days::new(1))?;
    Some(ctx.env.resolve(tomorrow.and_time(clock.day_starts_at)))
}
