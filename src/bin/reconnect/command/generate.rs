//! `completions` and `man`: made from the arguments, so that they cannot go stale.

use std::path::Path;

use clap_complete::{Shell, generate};
use clap_complete_nushell::Nushell;

use super::Output;
use crate::args::{self, CompletionShell, CompletionsArgs, ManArgs};
use crate::error::{Failure, Result};
use crate::files;

/// `completions SHELL`.
pub fn completions(args: &CompletionsArgs) -> Output {
    let mut command = args::command();
    let mut bytes = Vec::new();
    match args.shell {
        CompletionShell::Bash => generate(Shell::Bash, &mut command, "reconnect", &mut bytes),
        CompletionShell::Zsh => generate(Shell::Zsh, &mut command, "reconnect", &mut bytes),
        CompletionShell::Fish => generate(Shell::Fish, &mut command, "reconnect", &mut bytes),
        CompletionShell::Elvish => generate(Shell::Elvish, &mut command, "reconnect", &mut bytes),
        CompletionShell::PowerShell => generate(Shell::PowerShell, &mut command, "reconnect", &mut bytes),
        CompletionShell::Nushell => generate(Nushell, &mut command, "reconnect", &mut bytes),
    }
    Output::text(String::from_utf8_lossy(&bytes))
}

/// `man [DIR]`.
pub fn man(args: &ManArgs) -> Result<Output> {
    let pages = pages()?;
    let Some(dir) = &args.dir else {
        return Ok(Output::text(pages.into_iter().next().map(|(_, page)| page).unwrap_or_default()));
    };
    for (name, page) in pages {
        let path = Path::new(dir).join(name);
        files::replace(&path, page.as_bytes())?;
    }
    Ok(Output::default())
}

/// The main page, then one a visible command.
fn pages() -> Result<Vec<(String, String)>> {
    // The help is grouped by a template that is made for a terminal; a man page lists the commands by itself.
    let mut command = <args::Cli as clap::CommandFactory>::command();
    command.build();
    let page = |command: &clap::Command, name: &str| -> Result<(String, String)> {
        let mut bytes = Vec::new();
        let man = clap_mangen::Man::new(command.clone()).date("").manual("reconnect");
        man.render(&mut bytes).map_err(|error| Failure::new("could not make a man page").because(error))?;
        Ok((format!("{name}.1"), String::from_utf8_lossy(&bytes).into_owned()))
    };
    let mut pages = vec![page(&command, "reconnect")?];
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        let name = format!("reconnect-{}", sub.get_name());
        pages.push(page(sub, &name)?);
    }
    Ok(pages)
}
