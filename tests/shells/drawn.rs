//! What holds in fish, elvish and nushell alike. They draw their prompt themselves, so each test has a real terminal.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::shells::{changed, copy_program, home, save_hook, user};
use crate::support::{Home, have};
use crate::terminal::Terminal;

/// A shell that draws its prompt, and how its user says things.
struct Shell {
    name: &'static str,
    /// The program's name for it.
    init: &'static str,
    /// Arguments that start it without the machine's own files, with `rc`.
    args: &'static [&'static str],
    /// Your own left prompt.
    own: &'static str,
    /// Evaluates `./hook`.
    load: &'static str,
    /// Prints `[` the variable `]`.
    print: &'static str,
    /// What makes a minute of the hook last a second.
    sooner: (&'static str, &'static str),
}

const SHELLS: [Shell; 3] = [
    Shell {
        name: "fish",
        init: "fish",
        args: &["--no-config", "--init-command", "source rc"],
        own: "set -g fish_greeting; function fish_prompt; echo -n \"mine$status> \"; end",
        load: "source hook",
        print: "echo \"[$RECONNECT_PROMPT]\"",
        sooner: ("/ 60)", "/ 1)"),
    },
    Shell {
        name: "elvish",
        init: "elvish",
        args: &["-rc", "rc"],
        own: "set edit:prompt = { put 'mine0> ' }",
        load: "eval (slurp < hook)",
        print: "echo '['$E:RECONNECT_PROMPT']'",
        sooner: ("sleep 60", "sleep 1"),
    },
    Shell {
        name: "nu",
        init: "nushell",
        args: &["--no-history", "--config", "rc", "--env-config", "empty"],
        own: "$env.config.show_banner = false\n$env.PROMPT_COMMAND = {|| $\"mine($env.LAST_EXIT_CODE)\" }\n$env.PROMPT_INDICATOR = \"> \"",
        load: "source hook",
        print: "print $\"[($env.RECONNECT_PROMPT)]\"",
        sooner: ("%F %R", "%F %T"),
    },
];

/// Starts a shell that loads `./hook` twice.
fn start<'h>(home: &'h Home, shell: &Shell, more: &str) -> Terminal<'h> {
    start_by(home, shell, more, user(home, shell.name))
}

fn start_by<'h>(home: &'h Home, shell: &Shell, more: &str, mut command: Command) -> Terminal<'h> {
    fs::write(home.path("empty"), "").unwrap();
    fs::write(home.path("rc"), format!("{}\n{more}\n{1}\n{1}\n", shell.own, shell.load)).unwrap();
    command.args(shell.args).env("TERM", "screen");
    Terminal::run(home, &command)
}

fn change_hook(home: &Home, from: &str, to: &str) {
    let hook = fs::read_to_string(home.path("hook")).unwrap();
    assert!(hook.contains(from), "{hook}");
    fs::write(home.path("hook"), hook.replace(from, to)).unwrap();
}

/// Tests all shells at once, since most of the time they wait.
fn each(test: impl Fn(&Shell) + Sync) {
    std::thread::scope(|scope| {
        for shell in SHELLS.iter().filter(|shell| have("tmux") && have(shell.name)) {
            scope.spawn(|| test(shell));
        }
    });
}

#[test]
fn the_right_prompt_shows_the_count_once_and_yours_stays_as_it_is() {
    each(|shell| {
        let home = home();
        save_hook(&home, shell.init, &[]);
        let terminal = start(&home, shell, "");
        terminal.waits_for(shell.name, |screen| screen.contains("mine0>") && screen.matches("◷ 22").count() == 1);
        if shell.name != "elvish" {
            terminal.types("sh -c 'exit 3'");
            terminal.shows("mine3>");
        }
        terminal.does(shell.print);
        terminal.shows("[◷ 22]");
    });
}

#[test]
fn a_right_prompt_of_your_own_and_no_prompt_are_left_alone() {
    each(|shell| {
        for (flags, own) in [(&[][..], true), (&["--no-prompt"][..], false)] {
            let home = home();
            save_hook(&home, shell.init, flags);
            let right = match shell.name {
                _ if !own => "",
                "fish" => "function fish_right_prompt; echo -n yours; end",
                "elvish" => "set edit:rprompt = { put yours }",
                _ => "$env.PROMPT_COMMAND_RIGHT = \"yours\"",
            };
            let terminal = start(&home, shell, right);
            terminal.shows("mine0>");
            terminal.does(shell.print);
            terminal.shows("[◷ 22]");
            terminal.does("echo");
            // The variable that was printed, and no prompt.
            terminal.waits_for(shell.name, |screen| screen.matches('◷').count() == 1 && screen.contains("yours") == own);
        }
    });
}

#[test]
fn a_change_elsewhere_shows_at_the_next_prompt_and_a_hand_edit_within_a_minute() {
    each(|shell| {
        let home = home();
        save_hook(&home, shell.init, &[]);
        let (minute, second) = shell.sooner;
        change_hook(&home, minute, second);
        let terminal = start(&home, shell, "");
        terminal.shows("◷ 22");
        home.ok(&["start-no-contact", "10 days ago", "--replace"]);
        terminal.does(shell.print);
        terminal.shows("[◷ 22]");
        terminal.shows("◷ 10");
        home.write_config(&format!("{}[prompt]\nformat = \"day {{days}}\"\n", home.read_config()));
        std::thread::sleep(std::time::Duration::from_millis(2100));
        terminal.does(shell.print);
        terminal.shows("day 10");
        home.ok(&["hide"]);
        terminal.does(shell.print);
        terminal.does(shell.print);
        terminal.shows("[]");
    });
}

#[test]
fn an_odd_state_file_runs_nothing_and_an_uninstalled_program_is_quiet() {
    each(|shell| {
        let home = home();
        let copy = home.path("it's \"a\" $(touch .ran) copy");
        copy_program(&copy);
        let hook = Command::new(&copy).args(["init", shell.init]).env_clear().env("HOME", home.path("")).output();
        fs::write(home.path("hook"), hook.unwrap().stdout).unwrap();
        fs::write(changed(&home), "$(touch .ran)(touch .ran)%F{red}\u{1b}]0;x\u{7}").unwrap();
        let terminal = start(&home, shell, "");
        terminal.shows("◷ 22");
        fs::write(changed(&home), "x".repeat(100_000) + "\n").unwrap();
        fs::remove_file(&copy).unwrap();
        fs::set_permissions(changed(&home), fs::Permissions::from_mode(0o000)).unwrap();
        terminal.does(shell.print);
        terminal.does(shell.print);
        terminal.shows("[]");
        let screen = terminal.screen().to_lowercase();
        assert!(
            !["error", "exception", "denied", "no such", "unknown command"].iter().any(|word| screen.contains(word)),
            "{screen}"
        );
        assert!(!home.path(".ran").exists(), "{}", shell.name);
    });
}

#[test]
fn forty_prompts_of_an_unchanged_minute_start_no_process() {
    each(|shell| {
        if !have("strace") {
            return;
        }
        let home = home();
        save_hook(&home, shell.init, &[]);
        let (minute, hour) = (shell.sooner.0, ["/ 6000)", "sleep 6000", "%F %H"]);
        let index = SHELLS.iter().position(|each| each.name == shell.name).unwrap();
        change_hook(&home, minute, hour[index]);
        let mut strace = user(&home, "strace");
        strace.args(["-f", "-qq", "-e", "trace=execve", "-o", "trace"]).arg(user(&home, shell.name).get_program());
        let terminal = start_by(&home, shell, "", strace);
        terminal.shows("◷ 22");
        for _ in 0..40 {
            terminal.does("echo");
        }
        let trace = fs::read_to_string(home.path("trace")).unwrap();
        let asked = trace.lines().filter(|line| line.contains("\"prompt\"")).count();
        assert_eq!(asked, 1, "{}: {trace}", shell.name);
    });
}
