//! `man`: pages made from the arguments, so that they can't go stale.

use std::path::Path;

use super::Output;
use crate::cli;
use crate::error::{Failure, Result};

/// Prints the main page, or writes all pages to a folder. They hold nothing private, so they get the usual modes.
pub fn run(dir: Option<&Path>) -> Result<Output> {
    let pages = pages()?;
    let Some(dir) = dir else {
        return Ok(Output::data(pages.into_iter().next().map(|(_, page)| page).unwrap_or_default()));
    };
    std::fs::create_dir_all(dir).map_err(|error| Failure::file("could not make the folder", dir, &error))?;
    for (name, page) in pages {
        let path = dir.join(name);
        std::fs::write(&path, page).map_err(|error| Failure::file("could not save", &path, &error))?;
    }
    Ok(Output::default())
}

const MORE: &str = include_str!("man-more.roff");

/// The main page, then one for every command and its parts.
fn pages() -> Result<Vec<(String, String)>> {
    let mut command = cli::command();
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
    // A blank date: with an empty one the next argument would take its place.
    let source = concat!("reconnect ", env!("CARGO_PKG_VERSION"));
    let titled = command.clone().subcommand_value_name("COMMAND").subcommand_help_heading("Commands");
    let man = clap_mangen::Man::new(titled).title(name).date(" ").source(source).manual("User Commands");
    man.render(&mut bytes).map_err(|error| Failure::new("could not make a man page").because(error))?;
    // The renderer writes this one name in lower case.
    let text = String::from_utf8_lossy(&bytes).replace(r"[\fIcommand\fR]", r"[\fICOMMAND\fR]");
    pages.push((format!("{name}.1"), text));
    for sub in command.get_subcommands() {
        add_pages(sub, &format!("{name}-{}", sub.get_name()), pages)?;
    }
    Ok(())
}
