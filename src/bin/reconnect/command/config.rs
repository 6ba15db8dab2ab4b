//! `config`: where the file is; show, change and check it.

use super::Output;
use crate::cli::{ConfigArgs, ConfigCommand};
use crate::command::doctor::diagnostics::config_faults;
use crate::context::Context;
use crate::env::{Env, Stream};
use crate::error::{Failure, Note, Result};
use crate::store::config::{self, Config, HEAD, Setting};
use crate::store::footprint::shown;
use crate::store::fs::{self, Lock};
use crate::store::paths::Paths;
use crate::terminal::style::Styler;
use crate::terminal::write;
use crate::view::config as view;

const LARGEST: u64 = 1 << 20;

/// Runs the part that was asked for. `path`, `edit` and `set` work with a config that can't be read.
pub fn run(args: &ConfigArgs, env: &Env, at: Option<&str>, styler: Styler) -> Result<Output> {
    match args.command.as_ref().unwrap_or(&ConfigCommand::Path) {
        ConfigCommand::Path => {
            let path = Paths::find(env)?.config_file();
            // A script gets the path as it is; a terminal gets nothing that could control it.
            let is_shown = env.is_terminal(Stream::Out);
            Ok(Output::data(format!("{}\n", if is_shown { shown(&path) } else { path.display().to_string() })))
        }
        ConfigCommand::Show { json } => {
            let ctx = Context::begin(env, at, styler)?;
            let output = if *json { Output::json(view::show_json(&ctx.config)) } else { Output::text(view::show(&ctx.config)) };
            Ok(Output { notes: ctx.notes(), ..output })
        }
        ConfigCommand::Set { key, value } => match (key, value.as_slice()) {
            // `[urge] call` may come as two words.
            (Some(table), [key, value @ ..]) if table.ends_with(']') => set(&format!("{table} {key}"), value, env, at, styler),
            (key, value) => set(key.as_deref().unwrap_or_default(), value, env, at, styler),
        },
        ConfigCommand::Edit => edit(env, styler),
        ConfigCommand::Check => check(&Context::begin(env, at, styler)?),
    }
}

fn set(key: &str, value: &[String], env: &Env, at: Option<&str>, styler: Styler) -> Result<Output> {
    let setting = if key.is_empty() { None } else { Some(config::named(key)?) };
    let Some(setting) = setting.filter(|_| !value.is_empty()) else {
        let ctx = Context::begin(env, at, styler)?;
        let text = view::list(&ctx.config, setting, ctx.page());
        return Ok(Output { notes: ctx.notes(), ..Output::text(text) });
    };
    Context::begin_anyhow(env, at, styler)?.refuse_looking_ahead()?;
    let config = save(env, setting, &value.join(" "))?;
    Ok(Output::recorded(view::changed(&config, setting), after_saving(env, styler)))
}

/// Writes one setting into the file, under the lock, and returns what the file says then.
fn save(env: &Env, setting: &Setting, typed: &str) -> Result<Config> {
    let paths = Paths::find(env)?;
    let path = paths.config_file();
    // A refused value leaves no trace, not even a lock.
    Config::with(&path, setting, typed)?;
    let _lock = Lock::take(&paths.lock())?;
    let config = Config::with(&path, setting, typed)?;
    // A setting such as the day's edge can make a date impossible. A fault that was there before is no reason to refuse.
    let before = Config::read(&path).map_or(Ok(usize::MAX), |before| faults(env, &paths, &before).map(|faults| faults.len()))?;
    if let Some(failure) = faults(env, &paths, &config)?.into_iter().nth(before) {
        return Err(failure);
    }
    fs::replace(&path, config.text().unwrap_or_default().as_bytes())?;
    Ok(config)
}

/// What is left to do once the file is replaced; for stderr.
fn after_saving(env: &Env, styler: Styler) -> Vec<Note> {
    match Context::begin(env, None, styler) {
        Ok(ctx) => {
            ctx.touch_changed();
            ctx.notes()
        }
        Err(failure) => vec![Note::Warning(failure.brief())],
    }
}

/// Unknown keys and hand edits that can't be true are faults here; elsewhere they are warnings.
fn check(ctx: &Context<'_>) -> Result<Output> {
    let known = ctx.known_from(crate::store::diary::Diary::read(&ctx.paths.diary())?, &ctx.config)?;
    let faults = config_faults(&ctx.config, &known.reading);
    if let Some(failure) = faults.into_iter().reduce(|earlier, failure| failure.after(&earlier)) {
        return Err(failure);
    }
    let zone = ctx.env.zone_fault();
    let in_use = zone.is_none().then(|| view::zone_in_use(ctx.env.now(), &ctx.env.zone()));
    let text = view::checked(&ctx.config, &view::missing_dates(&ctx.config, &known.snapshot), in_use.as_deref());
    Ok(Output { notes: zone.iter().flat_map(Failure::notes).collect(), ..Output::text(text) })
}

/// The user edits a copy. It is checked and only then put in the file's place, as visudo does.
fn edit(env: &Env, styler: Styler) -> Result<Output> {
    let paths = Paths::find(env)?;
    let path = paths.config_file();
    let read = || fs::read(&path, LARGEST).map_err(|error| Failure::file("could not read", &path, &error));
    let before = read()?;
    let content = before.clone().unwrap_or_else(|| HEAD.as_bytes().to_vec());
    let edited = write::edit(env, &paths.config, "config", ".toml", &content)?;
    if edited.bytes() == content {
        edited.discard();
        return Ok(Output::text("Nothing was changed.\n"));
    }
    let Ok(text) = std::str::from_utf8(edited.bytes()).map(str::to_owned) else {
        return Err(edited.keep(Failure::new("the editor saved text that isn't UTF-8; the config is unchanged")));
    };
    let saved = checked(env, &paths, &text).and_then(|()| {
        let _lock = Lock::take(&paths.lock())?;
        // Another command may have written a date while the editor was open.
        if read()? != before {
            return Err(
                Failure::new("the config has changed while you edited it").hint("copy your changes into `reconnect config edit`")
            );
        }
        fs::replace(&path, text.as_bytes())
    });
    if let Err(failure) = saved {
        return Err(edited.keep(failure.hint("the config is unchanged")));
    }
    edited.discard();
    Ok(Output::recorded("Saved.\n", after_saving(env, styler)))
}

fn checked(env: &Env, paths: &Paths, text: &str) -> Result<()> {
    let faults = faults(env, paths, &Config::check(&paths.config_file(), text)?)?;
    faults.into_iter().reduce(|earlier, failure| failure.after(&earlier)).map_or(Ok(()), Err)
}

fn faults(env: &Env, paths: &Paths, config: &Config) -> Result<Vec<Failure>> {
    let clock = reconnect::date::Clock { now: env.now(), day_starts_at: config.settings.day_starts_at };
    let diary = crate::store::diary::Diary::read(&paths.diary())?;
    let reading = crate::store::mirror::read(&diary, config, &clock, &|local| env.resolve(local))?;
    Ok(config_faults(config, &reading))
}
