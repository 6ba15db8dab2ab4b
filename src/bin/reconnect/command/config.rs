//! `config`: where the file is; show, change and check it.

use super::Output;
use crate::cli::ConfigCommand;
use crate::command::doctor::diagnostics::config_faults;
use crate::context::{Context, World};
use crate::env::Stream;
use crate::error::{Failure, Note, Result};
use crate::store::config::{self, Config, HEAD, Setting};
use crate::store::footprint::shown;
use crate::store::fs::{self, Lock};
use crate::terminal::write;
use crate::view::config as view;

const LARGEST: u64 = 1 << 20;

/// Runs the part that was asked for. `path`, `edit` and `set` work with a config that can't be read.
pub fn run(command: Option<&ConfigCommand>, world: &World<'_>) -> Result<Output> {
    let env = world.env;
    match command.unwrap_or(&ConfigCommand::Path) {
        ConfigCommand::Path => {
            let path = world.paths()?.config_file();
            // A script gets the path as it is; a terminal gets nothing that could control it.
            let is_shown = env.is_terminal(Stream::Out);
            Ok(Output::data(format!("{}\n", if is_shown { shown(&path) } else { path.display().to_string() })))
        }
        ConfigCommand::Show { json } => {
            let ctx = world.context()?;
            Ok(Output::shown(*json, || view::show_json(&ctx.config), || view::show(&ctx.config)))
        }
        ConfigCommand::Set { key, value } => match (key, value.as_slice()) {
            // `[urge] call` may come as two words.
            (Some(table), [key, value @ ..]) if table.ends_with(']') => set(&format!("{table} {key}"), value, world),
            (key, value) => set(key.as_deref().unwrap_or_default(), value, world),
        },
        ConfigCommand::Edit => edit(world),
        ConfigCommand::Check => {
            // Here an unknown key is an error, not a warning.
            check(&world.quietly(|| world.context())?)
        }
    }
}

fn set(key: &str, value: &[String], world: &World<'_>) -> Result<Output> {
    let setting = if key.is_empty() { None } else { Some(config::named(key)?) };
    let Some(setting) = setting.filter(|_| !value.is_empty()) else {
        let ctx = world.context()?;
        return Ok(Output::text(view::list(&ctx.config, setting, ctx.page())));
    };
    world.quietly(|| world.context_anyhow())?.refuse_looking_ahead()?;
    let config = save(world, setting, &value.join(" "))?;
    after_saving(world);
    Ok(Output::recorded(view::changed(&config, setting)))
}

/// Writes one setting into the file, under the lock, and returns what the file says then.
pub fn save(world: &World<'_>, setting: &Setting, typed: &str) -> Result<Config> {
    let paths = world.paths()?;
    let path = paths.config_file();
    // A refused value leaves no trace, not even a lock.
    Config::with(&path, setting, typed)?;
    let _lock = Lock::take(&paths.lock())?;
    let config = Config::with(&path, setting, typed)?;
    // A setting such as the day's edge can make a date impossible. A fault that was there before is no reason to refuse.
    let before = Config::read(&path).map_or(Ok(usize::MAX), |before| faults(world, &before).map(|faults| faults.len()))?;
    if let Some(failure) = faults(world, &config)?.into_iter().nth(before) {
        return Err(failure);
    }
    fs::replace(&path, config.text().unwrap_or_default().as_bytes())?;
    Ok(config)
}

/// What is left to do once the file is replaced.
fn after_saving(world: &World<'_>) {
    match world.context() {
        Ok(ctx) => ctx.touch_changed(),
        Err(failure) => world.note(Note::Warning(failure.brief())),
    }
}

/// Unknown keys and hand edits that can't be true are faults here; elsewhere they are warnings.
fn check(ctx: &Context<'_>) -> Result<Output> {
    let known = ctx.read(&ctx.config);
    all_at_once(config_faults(&ctx.config, &known.reading))?;
    let in_use = ctx.env.zone_fault().is_none().then(|| view::zone_in_use(ctx.env.now(), &ctx.env.zone()));
    let text = view::checked(&ctx.config, &view::missing_dates(&ctx.config, &known.snapshot), in_use.as_deref());
    Ok(Output::text(text))
}

/// The user edits a copy. It is checked and only then put in the file's place, as visudo does.
fn edit(world: &World<'_>) -> Result<Output> {
    let env = world.env;
    let paths = world.paths()?;
    let path = paths.config_file();
    let read = || fs::read(&path, LARGEST).map_err(|error| Failure::file("could not read", &path, &error));
    let before = read()?;
    let content = before.clone().unwrap_or_else(|| HEAD.as_bytes().to_vec());
    let edited = write::edit(env, &paths.config, "config", ".toml", &content)?;
    if edited.text().as_bytes() == content {
        edited.discard();
        return Ok(Output::text("Nothing was changed.\n"));
    }
    let text = edited.text();
    let checked = || all_at_once(faults(world, &Config::check(&path, text)?)?);
    let saved = checked().and_then(|()| {
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
        return Err(edited.keep(failure.hint("the config is unchanged"), &paths));
    }
    edited.discard();
    after_saving(world);
    Ok(Output::recorded("Saved.\n"))
}

fn all_at_once(faults: Vec<Failure>) -> Result<()> {
    faults.into_iter().reduce(|earlier, failure| failure.after(&earlier)).map_or(Ok(()), Err)
}

fn faults(world: &World<'_>, config: &Config) -> Result<Vec<Failure>> {
    Ok(config_faults(config, &world.context_with(config.clone())?.read(config).reading))
}
