//! The recipes of the pages, taken from there and run.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use expectrl::{Expect, Session};

use crate::page::Player;
use crate::support::have;
use crate::{blocks, read};

/// Somebody whose count runs since 1 November.
fn player() -> Player {
    since("1 Nov 2026")
}

fn since(start: &str) -> Player {
    let mut player = Player::new();
    player.types(&format!("reconnect start-no-contact {start} --breakup 24 Oct 2026"));
    player
}

/// The script of docs/scripting.md whose second line names it.
fn script(name: &str) -> String {
    let all = blocks(&read("docs/scripting.md"), "sh");
    all.into_iter().find(|block| block.lines().nth(1) == Some(&format!("# {name}"))).unwrap()
}

/// A program for the player that writes down what it is called with.
fn stand_in(player: &Player, name: &str) -> PathBuf {
    let program = player.path(&format!("bin/{name}"));
    fs::write(&program, "#!/bin/sh\necho \"$@\" >>\"$HOME/said\"\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    player.path("said")
}

/// Each line of the page's crontabs that runs the program, without its time.
fn crontab_commands(page: &str) -> Vec<String> {
    let tables = blocks(&read(page), "crontab").concat();
    let lines = tables.lines().filter(|line| line.contains("reconnect\" remind"));
    lines.map(|line| line.splitn(6, ' ').nth(5).unwrap().replace("$HOME/.local/bin/", "$HOME/bin/")).collect()
}

#[test]
fn every_crontab_line_and_the_systemd_service_say_a_milestone_once() {
    let commands = crontab_commands("docs/remind.md");
    assert_eq!(commands.len(), 4, "{commands:?}");
    for command in commands {
        let mut player = since("2 Nov 2026");
        stand_in(&player, "notify-send");
        stand_in(&player, "mail");
        let once = format!("{command}; cat said reminders 2>/dev/null");
        let printed = player.types(&once);
        assert!(printed.contains("Day 21"), "{command}: {printed}");
        assert_eq!(player.types(&once).matches("Day 21").count(), usize::from(command.contains(['>', '&'])), "{command}");
        assert!(!command.contains('%'), "cron reads % as a new line: {command}");
    }
    let units = blocks(&read("docs/remind.md"), "ini").concat();
    let service = units.lines().find_map(|line| line.strip_prefix("ExecStart=")).unwrap();
    let mut player = since("2 Nov 2026");
    let said = stand_in(&player, "notify-send");
    assert_eq!(player.types(&service.replace("$HOME/.local/bin/", "$HOME/bin/")), "");
    assert_eq!(fs::read_to_string(said).unwrap(), "-- Day 21.\n");
}

#[test]
fn the_backup_is_whole_and_private_and_can_be_read_back() {
    let mut player = player();
    for _ in 0..2 {
        assert_eq!(player.types(&script("backup")), "");
    }
    let copy = player.path("reconnect.json");
    assert_eq!(copy.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let before = fs::read(&copy).unwrap();
    let status = player.types("reconnect status");
    player.types("rm -r .local .config; reconnect import reconnect.json");
    assert_eq!(player.types("reconnect status"), status);
    // A failed export leaves the last copy.
    player.types("echo 'breakup = [' >.config/reconnect/config.toml");
    player.types(&script("backup"));
    assert_eq!(fs::read(&copy).unwrap(), before);
}

#[test]
fn the_journal_has_a_line_while_a_count_runs_and_the_treat_comes_on_its_day() {
    let mut player = player();
    assert_eq!(player.types(&script("journal")), "");
    let journal = player.types("cat journal.txt");
    assert!(journal.ends_with(" 22 days, 23 of 23 kept\n"), "{journal}");
    player.types(&script("treat"));
    assert!(!player.path("treats.txt").exists());
    player.heading("## Tue 1 Dec 2026 09:00");
    player.types(&script("treat"));
    assert_eq!(player.types("cat treats.txt"), "30 days: do something for yourself today.\n");
    player.heading("## Mon 23 Nov 2026 18:00");
    player.types("reconnect end-no-contact");
    assert_eq!(player.types(&script("journal")), "");
    assert_eq!(player.types("cat journal.txt"), journal);
}

#[test]
fn check_tells_a_no_from_a_failure() {
    let recipe = blocks(&read("docs/scripting.md"), "sh").into_iter().find(|block| block.contains("could not tell")).unwrap();
    let mut player = player();
    let quiet = format!("exec 2>/dev/null; {recipe}");
    assert_eq!(player.types(&quiet), "running\n");
    player.types("reconnect end-no-contact");
    assert_eq!(player.types(&quiet), "not running\n");
    player.types("echo 'breakup = [' >.config/reconnect/config.toml");
    assert_eq!(player.types(&quiet), "could not tell\n");
}

#[test]
fn git_keeps_the_diary_and_not_the_letters() {
    if !have("git") {
        return;
    }
    let mut player = player();
    player.types("echo hello | reconnect letter write; touch .local/share/reconnect/unsaved-note-1");
    player.types("git config --global user.name you; git config --global user.email you@example.org");
    let recipe = blocks(&read("docs/sync.md"), "sh").concat();
    let listed = player.types(&format!("exec 3>&1 >/dev/null\n{recipe}git ls-files >&3"));
    let files: Vec<_> = listed.lines().collect();
    assert!(files.len() == 2 && files[0] == ".gitignore" && files[1].starts_with("diary/"), "{listed}");
}

#[test]
fn a_backup_with_a_passphrase_comes_back_with_its_letters() {
    if !have("age") {
        return;
    }
    let recipes: Vec<_> = blocks(&read("docs/privacy.md"), "sh").into_iter().filter(|block| block.contains("age ")).collect();
    let mut player = player();
    player.types("echo hello | reconnect letter write");
    for recipe in &recipes {
        let mut command = player.bash(&format!("{recipe}code=$?; echo it is over, $code"));
        command.env("TERM", "dumb");
        let mut terminal = Session::spawn(command).unwrap();
        terminal.set_expect_timeout(Some(std::time::Duration::from_secs(30)));
        for _ in 0..if recipe.contains("age -p") { 2 } else { 1 } {
            terminal.expect("passphrase").unwrap();
            // age asks before it reads; a line that comes too soon is thrown away with the echo.
            std::thread::sleep(std::time::Duration::from_millis(300));
            terminal.send_line("a heron at the lake").unwrap();
        }
        terminal.expect("it is over, 0").unwrap();
        assert!(!player.path("reconnect.json").exists());
        player.types("rm -r .local .config");
        if recipe.contains("age -d") {
            break;
        }
    }
    assert_eq!(recipes.len(), 2);
}

#[test]
fn the_shells_keep_these_commands_out_of_their_history() {
    let page = read("docs/privacy.md");
    for (shell, startup) in [("bash", ".bashrc"), ("zsh", ".zshrc")] {
        if !have(shell) {
            continue;
        }
        let row = page.lines().find(|line| line.starts_with(&format!("| {shell} | `"))).unwrap();
        let setting = row.split('`').nth(1).unwrap();
        let mut player = player();
        let lines = format!("HISTFILE=$HOME/history\nHISTSIZE=9\nSAVEHIST=9\n{setting}\n");
        fs::write(player.path(startup), lines).unwrap();
        let mut terminal = Session::spawn(player.bash(&format!("exec {shell} -i"))).unwrap();
        terminal.set_expect_timeout(Some(std::time::Duration::from_secs(30)));
        for line in ["reconnect check --active", "echo kept", "exit"] {
            terminal.send_line(line).unwrap();
        }
        terminal.expect(expectrl::Eof).unwrap();
        let history = player.types("cat history");
        assert!(history.contains("echo kept") && !history.contains("reconnect check"), "{shell}: {history}");
    }
}

#[test]
fn no_recipe_acts_on_the_other_person() {
    for page in ["scripting", "remind", "prompt", "privacy", "sync"] {
        let text = read(&format!("docs/{page}.md"));
        let code: String =
            ["sh", "crontab", "ini", "bash", "powershell"].iter().flat_map(|language| blocks(&text, language)).collect();
        for word in ["curl", "wget", "http", "sms", "whatsapp", "telegram", "sendmail", "--window", "--verdict"] {
            assert!(!code.to_lowercase().contains(word), "{page}: {word}");
        }
    }
}
