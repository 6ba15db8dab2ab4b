//! `completions` and `man`: made from the arguments, so that they cannot go stale.

use clap_complete::{Shell, generate};
use clap_complete_nushell::Nushell;

use super::Output;
use crate::cli::{self, CompletionShell, CompletionsArgs, ManArgs};
use crate::error::{Failure, Result};

/// `completions SHELL`.
pub fn completions(args: &CompletionsArgs) -> Output {
    let mut command = visible();
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

/// The tree without its hidden commands: the generators would offer them, and clap takes none out.
fn visible() -> clap::Command {
    let whole = cli::command();
    let bare = clap::Command::new("reconnect").version(env!("CARGO_PKG_VERSION")).disable_help_subcommand(true);
    let bare = bare.about(whole.get_about().cloned().unwrap_or_default()).args(whole.get_arguments().cloned());
    bare.subcommands(whole.get_subcommands().filter(|sub| !sub.is_hide_set()).cloned())
}

/// `man [DIR]`. The pages hold nothing private, so they get the modes that every new file gets.
pub fn man(args: &ManArgs) -> Result<Output> {
    let pages = pages()?;
    let Some(dir) = &args.dir else {
        return Ok(Output::text(pages.into_iter().next().map(|(_, page)| page).unwrap_or_default()));
    };
    std::fs::create_dir_all(dir).map_err(|error| Failure::file("could not make the folder", dir, &error))?;
    for (name, page) in pages {
        let path = dir.join(name);
        std::fs::write(&path, page).map_err(|error| Failure::file("could not save", &path, &error))?;
    }
    Ok(Output::default())
}

/// What the main page says beside what clap knows: exit codes, files, environment.
const MORE: &str = include_str!("man-more.roff");

/// The main page, then one for every visible command and what it can do.
fn pages() -> Result<Vec<(String, String)>> {
    // The help is grouped by a template that is made for a terminal; a man page lists the commands by itself.
    let mut command = <cli::Cli as clap::CommandFactory>::command();
    command.build();
    let mut pages = Vec::new();
    add_pages(&command, "reconnect", &mut pages)?;
    if let Some((_, main)) = pages.first_mut() {
        main.push_str(MORE);
    }
    Ok(pages)
}

fn add_pages(command: &clap::Command, name: &str, pages: &mut Vec<(String, String)>) -> Result<()> {
    let mut bytes = Vec::new();
    // A blank date: an empty one would not be written at all and let the next argument slip into its place.
    let source = concat!("reconnect ", env!("CARGO_PKG_VERSION"));
    let man = clap_mangen::Man::new(command.clone()).title(name).date(" ").source(source).manual("User Commands");
    man.render(&mut bytes).map_err(|error| Failure::new("could not make a man page").because(error))?;
    pages.push((format!("{name}.1"), String::from_utf8_lossy(&bytes).into_owned()));
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        add_pages(sub, &format!("{name}-{}", sub.get_name()), pages)?;
    }
    Ok(())
}
