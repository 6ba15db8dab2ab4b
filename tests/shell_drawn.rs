//! The hooks of fish, elvish and nushell, which draw their prompt themselves: in a real terminal.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/shells.rs"]
mod shells;
mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::cell::Cell;
use std::fs;
use std::process::Command;

use shells::{clock, copy_program, expire, home, state, user};
use support::{Home, have};
use terminal::Terminal;

/// A shell that draws its prompt, and how its user says things.
struct Shell {
    name: &'static str,
    /// The program's name for it.
    init: &'static str,
    /// Arguments that start it without the machine's own files, with `rc`.
    args: &'static [&'static str],
    /// The user's prompt, which shows the last status where the shell has one.
    own: &'static str,
    /// What evaluates the hook in `./hook`.
    load: &'static str,
    /// Prints `TAG[` the variable `]`.
    print: &'static str,
    /// Ends with status 3.
    fails: &'static str,
    /// How the user's own prompt then looks.
    failed: &'static str,
}

const SHELLS: [Shell; 3] = [
    Shell {
        name: "fish",
        init: "fish",
        args: &["--no-config", "--init-command", "source rc"],
        own: "function fish_prompt; echo -n \"mine $status/$pipestatus[1]> \"; end",
        load: "source hook",
        print: "echo \"TAG[$RECONNECT_PROMPT]\"",
        fails: "fish --no-config -c 'exit 3' | fish --no-config -c 'exit 4'",
        failed: "◷ 22 mine 4/3>",
    },
    Shell {
        name: "elvish",
        init: "elvish",
        args: &["-rc", "rc"],
        own: "set edit:prompt = { put 'mine> ' }; set edit:rprompt = { }",
        load: "eval (slurp < hook)",
        print: "echo 'TAG['$E:RECONNECT_PROMPT']'",
        fails: "sh -c 'exit 3'",
        failed: "◷ 22 mine>",
    },
    Shell {
        name: "nu",
        init: "nushell",
        args: &["--no-history", "--config", "rc", "--env-config", "empty"],
        own: "$env.config.show_banner = false\n$env.PROMPT_COMMAND = {|| $\"mine ($env.LAST_EXIT_CODE)\" }\n$env.PROMPT_COMMAND_RIGHT = \"\"\n$env.PROMPT_INDICATOR = \"> \"",
        load: "source hook",
        print: "print $\"TAG[($env.RECONNECT_PROMPT)]\"",
        fails: "sh -c 'exit 3'",
        failed: "◷ 22 mine 3>",
    },
];

fn start<'h>(home: &'h Home, shell: &Shell, program: &str, flags: &[&str]) -> Terminal<'h> {
    let hook = user(home, program).args(["init", shell.init]).args(flags).output().unwrap();
    assert!(hook.status.success());
    fs::write(home.path("hook"), hook.stdout).unwrap();
    fs::write(home.path("empty"), "").unwrap();
    fs::write(home.path("rc"), format!("{}\n{1}\n{1}\n", shell.own, shell.load)).unwrap();
    let mut command: Command = user(home, shell.name);
    command.args(shell.args);
    Terminal::run(home, &command)
}

/// Waits for a prompt, then for what the variable holds at it. Every question has a number of its own, so that an older answer
/// on the screen is not taken for it.
fn variable(terminal: &Terminal<'_>, shell: &Shell, number: usize, expected: &str) {
    for tag in [format!("before{number}"), format!("at{number}")] {
        terminal.prompts("mine");
        terminal.types(&shell.print.replace("TAG", &tag));
        terminal.shows(&format!("\n{tag}["));
    }
    terminal.prompts("mine");
    terminal.shows(&format!("\nat{number}[{expected}]"));
}

fn each(test: impl Fn(&Shell)) {
    for shell in SHELLS.iter().filter(|shell| have("tmux") && have(shell.name)) {
        test(shell);
    }
}

#[test]
fn the_segment_stands_before_the_users_own_prompt_once_and_the_status_is_kept() {
    each(|shell| {
        let home = home();
        let terminal = start(&home, shell, "reconnect", &[]);
        terminal.prompts("◷ 22 mine");
        terminal.types(shell.fails);
        terminal.shows(shell.failed);
        variable(&terminal, shell, 1, "◷ 22");
        assert!(!terminal.screen().contains("◷ 22 ◷ 22"), "{}: {}", shell.name, terminal.screen());
    });
}

#[test]
fn without_a_prompt_only_the_variable_is_kept() {
    each(|shell| {
        let home = home();
        let terminal = start(&home, shell, "reconnect", &["--no-prompt"]);
        terminal.shows("mine");
        variable(&terminal, shell, 1, "◷ 22");
        assert!(!terminal.screen().contains("◷ 22 mine"), "{}: {}", shell.name, terminal.screen());
    });
}

#[test]
fn a_change_elsewhere_and_an_edit_by_hand_show_in_the_next_prompt() {
    each(|shell| {
        let home = home();
        let terminal = start(&home, shell, "reconnect", &[]);
        terminal.shows("◷ 22 mine");
        home.ok(&["start-no-contact", "10 days ago", "--replace"]);
        terminal.prompts("mine");
        terminal.types(shell.print);
        terminal.shows("◷ 10 mine");
        home.write_config(&format!("{}[prompt]\nformat = \"day {{days}}\"\n", home.read_config()));
        terminal.prompts("◷ 10 mine");
        terminal.types(shell.print);
        terminal.shows("day 10 mine");
    });
}

#[test]
fn what_has_expired_or_is_no_number_is_renewed_and_nothing_runs() {
    each(|shell| {
        let home = home();
        let terminal = start(&home, shell, "reconnect", &[]);
        terminal.shows("◷ 22 mine");
        let asked = Cell::new(0);
        let ask = |text: &str, expected: &str| {
            fs::write(state(&home), text).unwrap();
            asked.set(asked.get() + 1);
            variable(&terminal, shell, asked.get(), expected);
            assert!(!home.path(".ran").exists(), "{}: {text:?}", shell.name);
        };
        let (from, until) = (clock() - 60, clock() + 500);
        ask(&format!("{from} {until} ◷ 998\n"), "◷ 998");
        ask(&format!("{from} {until} $(touch .ran)(touch .ran)%F{{red}}\n"), "$(touch .ran)(touch .ran)%F{red}");
        ask(&format!("(touch .ran) {until} x\n"), "◷ 22");
        ask("1000000000 1000000600 ◷ 999\n", "◷ 22");
        ask(&format!("{from} {until} \n"), "");
        ask(&format!("{} {} x\n", from + 3000, until + 3000), "◷ 22");
    });
}

#[test]
fn an_uninstalled_program_leaves_a_quiet_shell() {
    each(|shell| {
        let home = home();
        let copy = home.path("it's \"a\" $(touch .ran) copy");
        copy_program(&copy);
        let terminal = start(&home, shell, &copy.to_string_lossy(), &[]);
        terminal.shows("◷ 22 mine");
        fs::remove_file(&copy).unwrap();
        expire(&home);
        variable(&terminal, shell, 1, "");
        let screen = terminal.screen().to_lowercase();
        assert!(!["error", "exception", "no such", "unknown command"].iter().any(|word| screen.contains(word)), "{screen}");
        assert!(!home.path(".ran").exists());
    });
}
