//! The recipes of `docs/prompt.md` and `docs/scripting.md`, taken from there and run.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/shells.rs"]
mod shells;
mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;

use shells::{bash, home, typed, user, zsh};
use support::{Home, Ran, have};
use terminal::Terminal;

/// The blocks of a language in a document.
fn blocks(document: &str, language: &str) -> Vec<String> {
    let open = format!("```{language}\n");
    document.split(&open).skip(1).map(|rest| rest.split_once("```").unwrap().0.to_owned()).collect()
}

fn prompt_blocks(language: &str) -> Vec<String> {
    blocks(include_str!("../docs/prompt.md"), language)
}

/// The script of `docs/scripting.md` whose second line names it.
fn script(name: &str) -> String {
    let all = blocks(include_str!("../docs/scripting.md"), "sh");
    all.into_iter().find(|block| block.lines().nth(1) == Some(&format!("# {name}"))).unwrap()
}

/// Runs a script as cron does.
fn by_cron(home: &Home, script: &str) -> Ran {
    fs::write(home.path("script"), script).unwrap();
    let mut sh = user(home, "sh");
    sh.env_remove("TERM").env_remove("LC_ALL").arg("script");
    Ran::from(sh.output().unwrap())
}

#[test]
fn the_plain_prompts_show_the_segment() {
    let home = home();
    if have("bash") {
        let ran = typed(bash(&home), &format!("{}:\n:\n", prompt_blocks("bash").first().unwrap()));
        assert!(ran.err.contains(" ◷ 22 # ") || ran.err.contains(" ◷ 22 $ "), "{}", ran.err);
    }
    if have("zsh") {
        let ran = typed(zsh(&home), &format!("{}:\n:\n", prompt_blocks("zsh").first().unwrap()));
        let screen = ran.err.replace("\\M-b\\M-^W\\M-7", "◷");
        assert!(screen.contains(" ◷ 22 # ") || screen.contains(" ◷ 22 % "), "{screen}");
    }
}

#[test]
fn tmux_shows_the_segment_in_its_status_line() {
    if !have("tmux") {
        return;
    }
    let home = home();
    let recipe = prompt_blocks("tmux").first().unwrap().replace("status-right '", "status-right 'at the end:");
    fs::write(home.path("tmux.conf"), format!("set -g status-right ''\nset -g status-right-length 60\n{recipe}")).unwrap();
    // A tmux inside a tmux: the outer one is the screen that the inner one draws its status line on.
    let mut inner = user(&home, "env");
    inner.args(["-u", "TMUX", "tmux", "-u", "-S", "inner", "-f", "tmux.conf", "new-session", "sh"]);
    let terminal = Terminal::run(&home, &inner);
    terminal.shows("at the end: ◷ 22");
    let _ = user(&home, "tmux").args(["-S", "inner", "kill-server"]).output();
}

#[test]
fn starship_shows_the_segment() {
    // Not a package of Debian: where it is installed, the recipe is tried.
    let installed = std::env::var("PATH").unwrap().split(':').any(|dir| std::path::Path::new(dir).join("starship").is_file());
    if !installed {
        eprintln!("skipped: `starship` is not installed");
        return;
    }
    let home = home();
    for (module, variable) in [("[custom.reconnect]", ""), ("[env_var.RECONNECT_PROMPT]", "◷ 22")] {
        let block = prompt_blocks("toml").into_iter().find(|block| block.contains(module)).unwrap();
        fs::write(home.path("starship.toml"), block).unwrap();
        let mut starship = user(&home, "starship");
        starship.env("TERM", "xterm").env("STARSHIP_CONFIG", home.path("starship.toml")).env("RECONNECT_PROMPT", variable);
        let ran = Ran::from(starship.arg("prompt").output().unwrap());
        assert!(ran.out.contains("◷ 22"), "{module} {} {}", ran.out, ran.err);
    }
}

#[test]
fn the_backup_is_whole_private_and_can_be_taken_in() {
    let home = home();
    for _ in 0..2 {
        let ran = by_cron(&home, &script("backup"));
        assert_eq!((ran.out.as_str(), ran.err.as_str(), ran.code), ("", "", Some(0)));
    }
    let copy = home.path("reconnect.json");
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&copy.metadata().unwrap().permissions()) & 0o777, 0o600);
    let new = Home::new().zone(&shells::noon()).at(None);
    new.ok(&["import", copy.to_str().unwrap()]);
    assert_eq!(new.ok(&["status", "--short"]), home.ok(&["status", "--short"]));
    // A failed export leaves the last copy.
    let before = fs::read(&copy).unwrap();
    home.write_config("breakup = [\n");
    assert_eq!(by_cron(&home, &script("backup")).code, Some(2));
    assert_eq!(fs::read(&copy).unwrap(), before);
}

#[test]
fn the_journal_has_a_line_a_run_and_none_where_none_is_open() {
    let home = home();
    assert_eq!(by_cron(&home, &script("journal")).err, "");
    let journal = fs::read_to_string(home.path("journal.txt")).unwrap();
    assert!(journal.ends_with(" 22 days, 23 of 23 kept\n"), "{journal}");
    home.ok(&["end-no-contact"]);
    assert_eq!(by_cron(&home, &script("journal")).code, Some(0));
    assert_eq!(fs::read_to_string(home.path("journal.txt")).unwrap(), journal);
}

#[test]
fn the_treat_comes_on_the_day_itself() {
    for (days, treats) in [("22", None), ("30", Some("30 days: do something for yourself today.\n")), ("0", None)] {
        let home = Home::new().zone(&shells::noon()).at(None);
        home.ok(&["start-no-contact", &format!("{days} days ago")]);
        assert_eq!(by_cron(&home, &script("treat")).code, Some(0));
        assert_eq!(fs::read_to_string(home.path("treats.txt")).ok().as_deref(), treats, "{days}");
    }
    let fresh = Home::new().zone(&shells::noon()).at(None);
    assert_eq!(by_cron(&fresh, &script("treat")).code, Some(0));
}

#[test]
fn check_tells_a_no_from_a_failure() {
    let recipe =
        blocks(include_str!("../docs/scripting.md"), "sh").into_iter().find(|block| block.contains("could not tell")).unwrap();
    let home = home();
    assert_eq!(by_cron(&home, &recipe).out, "running\n");
    home.ok(&["end-no-contact"]);
    assert_eq!(by_cron(&home, &recipe).out, "not running\n");
    home.write_config("breakup = [\n");
    assert_eq!(by_cron(&home, &recipe).out, "could not tell\n");
}

#[test]
fn no_recipe_acts_on_the_other_person() {
    for (document, name) in [
        (include_str!("../docs/scripting.md"), "scripting"),
        (include_str!("../docs/remind.md"), "remind"),
        (include_str!("../docs/prompt.md"), "prompt"),
    ] {
        let code: String = ["sh", "crontab", "ini"].iter().flat_map(|language| blocks(document, language)).collect();
        for word in ["curl", "wget", "http", "sms", "whatsapp", "telegram", "sendmail", "--window", "--verdict"] {
            assert!(!code.to_lowercase().contains(word), "{name}: {word}");
        }
    }
}
