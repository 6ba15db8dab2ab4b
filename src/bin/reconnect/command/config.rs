//! `config`: where the file is; show, edit and check it.

use std::fmt::Write as _;

use super::Output;
use crate::cli::{ConfigArgs, ConfigCommand};
use crate::config::{Config, HEAD};
use crate::context::Context;
use crate::diary::lines::Wanted;
use crate::env::{Env, Stream};
use crate::error::{Failure, Result};
use crate::footprint::shown;
use crate::fs;
use crate::input;
use crate::paths::Paths;
use crate::text::escape::escape_controls;
use crate::view::json::time;
use crate::words::{self, fill};

/// Runs it with a configuration that could be read.
pub fn run(args: &ConfigArgs, ctx: &Context<'_>) -> Result<Output> {
    match args.command.unwrap_or(ConfigCommand::Path) {
        ConfigCommand::Path => Ok(path(ctx.env, &ctx.paths)),
        ConfigCommand::Show => Ok(show(ctx)),
        ConfigCommand::Check => check(ctx),
        ConfigCommand::Edit => edit(ctx.env, &ctx.paths),
    }
}

/// What works with a configuration that cannot be read, too.
pub fn without_session(args: &ConfigArgs, env: &Env) -> Option<Result<Output>> {
    let paths = || Paths::find(env);
    match args.command.unwrap_or(ConfigCommand::Path) {
        ConfigCommand::Path => Some(paths().map(|paths| path(env, &paths))),
        ConfigCommand::Edit => Some(paths().and_then(|paths| edit(env, &paths))),
        ConfigCommand::Show | ConfigCommand::Check => None,
    }
}

/// A script gets the path as it is; a terminal is shown nothing that is_unsafe_for_terminal it.
fn path(env: &Env, paths: &Paths) -> Output {
    let path = paths.config_file();
    Output::text(if env.is_terminal(Stream::Out) { format!("{}\n", shown(&path)) } else { format!("{}\n", path.display()) })
}

/// Every setting as it holds, in the form of the file, with where it comes from.
fn show(ctx: &Context<'_>) -> Output {
    let config = &ctx.config;
    let mut text = String::new();
    let mut table = "";
    for (name, key, value, is_set) in config.shown() {
        if name != table {
            let _ = writeln!(text, "\n[{name}]");
            table = name;
        }
        let from = if is_set { "" } else { "  # default" };
        let _ = writeln!(text, "{key} = {value}{from}");
    }
    let place = if config.text().is_some() { shown(config.path()) } else { format!("{} (not there yet)", shown(config.path())) };
    Output::text(format!("# {place}\n{text}"))
}

/// Mistakes are errors here, and so are keys that mean nothing.
fn check(ctx: &Context<'_>) -> Result<Output> {
    ctx.config.refuse_unknown()?;
    ctx.snapshot(Wanted::Facts)?;
    let path = shown(ctx.config.path());
    let said = if ctx.config.text().is_some() { words::CONFIG_RIGHT } else { words::CONFIG_NONE };
    let said = format!("{}\n", fill(said, &[("path", &path)]));
    let now = time(ctx.env.now());
    if let Some(fault) = ctx.env.zone_fault() {
        let notes = fault.notes();
        return Ok(Output { notes, ..Output::text(said) });
    }
    let zone = fill(words::CONFIG_ZONE, &[("now", &now), ("zone", &escape_controls(&ctx.env.zone()))]);
    Ok(Output::text(format!("{said}{zone}\n")))
}

/// A copy is edited, checked, and only then put in the file's place, as visudo does.
fn edit(env: &Env, paths: &Paths) -> Result<Output> {
    let path = paths.config_file();
    let before = fs::read(&path, 1 << 20).map_err(|error| Failure::file("could not read", &path, &error))?;
    let content = before.clone().unwrap_or_else(|| HEAD.as_bytes().to_vec());
    let edited = input::edit(env, &paths.config, "config", ".toml", &content)?;
    if Some(edited.bytes()) == before.as_deref() || (before.is_none() && edited.bytes() == HEAD.as_bytes()) {
        edited.discard();
        return Ok(Output::text(format!("{}\n", words::EDIT_SAME)));
    }
    let text = match std::str::from_utf8(edited.bytes()) {
        Ok(text) => text.to_owned(),
        Err(_) => return Err(edited.keep(Failure::new("what the editor saved is not UTF-8; the configuration is unchanged"))),
    };
    let checked = Config::check(&path, &text).and_then(|config| config.refuse_unknown());
    if let Err(failure) = checked.and_then(|()| fs::replace(&path, text.as_bytes())) {
        return Err(edited.keep(failure.hint("the configuration is unchanged")));
    }
    edited.discard();
    Ok(Output::recorded(format!("{}\n", words::EDIT_SAVED), Vec::new()))
}
