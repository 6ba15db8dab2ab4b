//! fish: nothing of yours is touched. What 0.1.0 broke: Python's venv, `funcsave`, and prompts as wide as the window.

use std::fs;
use std::process::Command;

use crate::home_with;
use crate::shells::{save_hook, user};
use crate::support::{Home, have};
use crate::terminal::Terminal;

/// fish in a real terminal, with your own prompt `mine>` and these lines in its config.
fn start<'h>(home: &'h Home, config: &str) -> Terminal<'h> {
    save_hook(home, "fish", &[]);
    fs::create_dir_all(home.path(".config/fish/functions")).unwrap();
    fs::write(home.path(".config/fish/functions/fish_prompt.fish"), "function fish_prompt\n    echo -n 'mine> '\nend\n").unwrap();
    fs::write(home.path(".config/fish/config.fish"), format!("set -g fish_greeting\n{config}")).unwrap();
    let mut fish = user(home, "fish");
    fish.env("TERM", "screen");
    Terminal::run(home, &fish)
}

const HOOK: &str = "source ~/hook\n";

#[test]
fn a_venv_comes_and_goes() {
    let Some(home) = home_with(&["fish", "tmux", "python3"]) else { return };
    let made = Command::new("/usr/bin/python3").args(["-m", "venv", "--without-pip"]).arg(home.path("v")).status();
    assert!(made.unwrap().success());
    let terminal = start(&home, HOOK);
    terminal.prompts(&["mine>", "◷ 22"]);
    for _ in 0..2 {
        terminal.does("source v/bin/activate.fish");
        terminal.prompts(&["(v) mine>", "◷ 22"]);
        terminal.does("deactivate");
        terminal.prompts(&["mine>", "◷ 22"]);
        let screen = terminal.screen();
        assert!(screen.trim_end().lines().last().unwrap().starts_with("mine>") && !screen.contains("call stack"), "{screen}");
    }
}

#[test]
fn your_own_function_is_what_is_shown_and_saved() {
    let Some(home) = home_with(&["fish", "tmux"]) else { return };
    let terminal = start(&home, HOOK);
    terminal.prompts(&["mine>", "◷ 22"]);
    terminal.does("functions fish_prompt");
    terminal.prompts(&["mine>", "◷ 22"]);
    let own = home.path(".config/fish/functions/fish_prompt.fish");
    for (save, prompt) in
        [("funcsave fish_prompt", "mine> "), ("function fish_prompt; echo -n 'new> '; end; funcsave fish_prompt", "new> ")]
    {
        terminal.does(save);
        terminal.prompts(&[prompt.trim(), "◷ 22"]);
        let saved = fs::read_to_string(&own).unwrap();
        assert!(saved.contains(&format!("echo -n '{prompt}'")) && !saved.to_lowercase().contains("reconnect"), "{saved}");
    }
    terminal.does("echo y | fish_config prompt save");
    terminal.prompts(&["new>", "◷ 22"]);
    drop(terminal);
    // The next shell, without the hook, has its prompt and no error.
    fs::write(home.path(".config/fish/config.fish"), "set -g fish_greeting\n").unwrap();
    let terminal = Terminal::run(&home, user(&home, "fish").env("TERM", "screen"));
    terminal.prompts(&["new>"]);
}

#[test]
fn a_line_as_wide_as_the_window_stays_as_it_is_and_an_older_fish_without_a_clock_asks_each_time() {
    let Some(home) = home_with(&["fish", "tmux"]) else { return };
    let wide = "function fish_prompt; string repeat -n 99 =; echo -n (string repeat -n 93 -)'mine> '; end\n";
    let terminal = start(&home, &format!("{wide}{HOOK}"));
    terminal.shows(&format!("{}\n{}mine>", "=".repeat(99), "-".repeat(93)));
    drop(terminal);
    let terminal = start(&home, "source (sed 's/builtin -n/true/' ~/hook | psub)\n");
    terminal.prompts(&["mine>", "◷ 22"]);
    home.write_config("no_contact_since = \"yesterday\"\n");
    terminal.does("true");
    terminal.prompts(&["mine>", "◷ ?"]);
}

#[test]
fn the_hook_is_formatted_as_fish_formats_it() {
    if have("fish_indent") {
        let hook = concat!(env!("CARGO_MANIFEST_DIR"), "/src/bin/reconnect/shell/fish.fish");
        let checked = Command::new("fish_indent").args(["--check", hook]).output().unwrap();
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    }
}
