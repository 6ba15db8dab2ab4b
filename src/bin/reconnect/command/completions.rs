//! `completions`: made from the arguments, so that they can't go stale.

use clap::builder::PossibleValuesParser;
use clap_complete::{Shell, generate};
use clap_complete_nushell::Nushell;

use super::Output;
use crate::cli::{self, CompletionShell};
use crate::store::config::SETTINGS;

pub fn run(shell: CompletionShell) -> Output {
    let mut command = command();
    let mut bytes = Vec::new();
    match shell {
        CompletionShell::Bash => generate(Shell::Bash, &mut command, "reconnect", &mut bytes),
        CompletionShell::Zsh => generate(Shell::Zsh, &mut command, "reconnect", &mut bytes),
        CompletionShell::Fish => generate(Shell::Fish, &mut command, "reconnect", &mut bytes),
        CompletionShell::Elvish => generate(Shell::Elvish, &mut command, "reconnect", &mut bytes),
        CompletionShell::PowerShell => generate(Shell::PowerShell, &mut command, "reconnect", &mut bytes),
        CompletionShell::Nushell => generate(Nushell, &mut command, "reconnect", &mut bytes),
    }
    Output::data(String::from_utf8_lossy(&bytes))
}

/// The command line with the names of the settings, without its long help.
fn command() -> clap::Command {
    let settings = SETTINGS.iter().filter(|setting| !setting.is_date()).map(|setting| setting.name);
    let settings = PossibleValuesParser::new(settings.collect::<Vec<_>>());
    let key = |arg: clap::Arg| if arg.get_id() == "key" { arg.value_parser(settings.clone()) } else { arg };
    let set = |sub: clap::Command| if sub.get_name() == "set" { sub.mut_args(key) } else { sub };
    let config = |sub: clap::Command| if sub.get_name() == "config" { sub.mut_subcommands(set) } else { sub };
    cli::command().long_about(None).mut_subcommands(config)
}
