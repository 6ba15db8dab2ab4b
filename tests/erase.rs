//! `erase`: everything is shown, only what is the program's own goes, and only when it was typed.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use support::{Home, NOW};

fn lived_in() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    assert_eq!(home.run_with_input(&["letter", "write"], "Dear you").code, Some(0));
    home.ok(&["prompt"]);
    home
}

/// Every file and folder below, but for the home itself.
fn everything(dir: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(dir).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() {
            found.extend(everything(&path));
        }
        found.insert(path);
    }
    found
}

fn files(home: &Home) -> BTreeSet<PathBuf> {
    everything(&home.path("")).into_iter().filter(|path| !path.is_dir() || path.is_symlink()).collect()
}

/// One more file, with the folders above it.
fn put(home: &Home, relative: &str, text: &str) -> PathBuf {
    let path = home.path(relative);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_dry_run_lists_every_file_and_every_line_elsewhere_and_changes_nothing() {
    let home = lived_in();
    put(&home, ".bashrc", "alias l=ls\neval \"$(reconnect init bash)\" # \u{1b}[31m\nautoreconnect=1\n");
    put(&home, ".config/systemd/user/remind.service", "[Service]\nExecStart=/usr/bin/reconnect remind\n");
    put(&home, ".local/share/reconnect/unsaved-letter-abc123.md", "Dear");
    put(&home, ".local/share/reconnect/notes.txt", "mine");
    let before = files(&home);
    let own: Vec<_> = before.iter().filter(|path| path.to_string_lossy().contains("/reconnect/")).collect();
    let shown = home.ok(&["erase", "--dry-run"]);
    assert_eq!(files(&home), before);
    assert!(own.len() >= 8, "{own:?}");
    for path in own {
        assert!(shown.contains(&format!("  {}\n", path.display())), "{} is not in\n{shown}", path.display());
    }
    let (gone, rest) = shown.split_once("Stays: not the program's own\n").unwrap();
    assert!(!gone.contains("notes.txt") && rest.contains("notes.txt"), "{shown}");
    assert!(rest.contains(".bashrc:2: eval \"$(reconnect init bash)\" # \\u{1b}[31m\n"), "{shown}");
    assert!(rest.contains("remind.service:2: ExecStart=/usr/bin/reconnect remind\n"), "{shown}");
    assert!(!shown.contains("autoreconnect") && !shown.contains('\u{1b}'), "{shown}");
    for beyond in ["history", "swap and undo", "backups", "blocks of the disk", "exported", "git history"] {
        assert!(rest.contains(beyond), "{beyond} is not in\n{shown}");
    }
    assert!(shown.ends_with("\nNothing was removed.\n"), "{shown}");
}

#[test]
fn a_crontab_line_is_named_and_left() {
    let home = lived_in();
    let crontab = put(&home, "bin/crontab", "#!/bin/sh\necho '# mine'\necho '0 9 * * * reconnect remind'\n");
    fs::set_permissions(&crontab, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", home.path("bin").display());
    let out = home.command().env("PATH", path).args(["erase", "--dry-run"]).output().unwrap();
    let shown = String::from_utf8(out.stdout).unwrap();
    assert!(shown.contains("  crontab:2: 0 9 * * * reconnect remind\n"), "{shown}");
}

#[test]
fn without_the_typed_word_nothing_goes() {
    let home = lived_in();
    let before = files(&home);
    for no in ["", "yes\n", "ERASE\n", "erase it\n"] {
        let ran = home.run_with_input(&["erase"], no);
        assert_eq!(ran.code, Some(2), "{no:?}");
        assert!(ran.err.contains("error: not confirmed; nothing was removed\nhint: type `erase`"), "{}", ran.err);
        assert_eq!(files(&home), before);
    }
}

#[test]
fn with_it_everything_goes_and_nothing_else() {
    for (args, config) in [(&["erase"][..], None), (&["erase", "--everything"], Some("breakup = nonsense\n"))] {
        let home = lived_in();
        if let Some(text) = config {
            home.write_config(text);
        }
        let hook = put(&home, ".bashrc", "eval \"$(reconnect init bash)\"\n");
        let ran = home.run_with_input(args, "erase\n");
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert_eq!(files(&home), BTreeSet::from([hook.clone()]));
        for folder in [".config/reconnect", ".local/share/reconnect", ".local/state/reconnect"] {
            assert!(!home.path(folder).exists(), "{folder} was emptied and is still there");
        }
        let (_, left) = ran.out.split_once("\nRemoved: ").unwrap();
        assert!(left.contains("Left\n") && left.contains(".bashrc:1: eval"), "{left}");
        assert!(home.status(NOW)["breakup"].is_null());
        assert!(home.ok(&["erase"]).starts_with("Nothing to remove was found.\n"));
    }
}

#[test]
fn what_is_not_the_programs_own_stays_and_is_named() {
    let home = lived_in();
    let notes = put(&home, ".local/share/reconnect/notes.txt", "mine");
    let backup = put(&home, ".config/reconnect/config.toml~", "mine");
    let readme = put(&home, ".local/share/reconnect/letters/README.md", "mine");
    let deep = put(&home, ".local/share/reconnect/diary/folder.jsonl/deep.jsonl", "mine");
    let ran = home.run_with_input(&["erase"], "erase\n");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(files(&home), BTreeSet::from([notes, backup, readme, deep]));
    assert!(ran.out.split_once("\nRemoved: ").unwrap().1.contains("notes.txt"), "{}", ran.out);
}

#[test]
fn a_link_goes_and_what_it_leads_to_stays() {
    let home = lived_in();
    let outside = put(&home, "dotfiles/reconnect.toml", "breakup = 2026-10-24\n");
    fs::remove_file(home.config_file()).unwrap();
    symlink(&outside, home.config_file()).unwrap();
    let letters = home.path(".local/share/reconnect/letters");
    fs::rename(&letters, home.path("elsewhere")).unwrap();
    symlink(home.path("elsewhere"), &letters).unwrap();
    let kept: Vec<_> = everything(&home.path("elsewhere")).into_iter().collect();
    let shown = home.ok(&["erase", "--dry-run", "--letters"]);
    assert!(shown.contains(&format!("  {}, where the link ", home.path("elsewhere").display())), "{shown}");
    let ran = home.run_with_input(&["erase"], "erase\n");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(fs::read_to_string(&outside).unwrap(), "breakup = 2026-10-24\n");
    assert!(!home.config_file().is_symlink() && !letters.is_symlink());
    assert!(kept.len() == 1 && kept.iter().all(|path| path.exists()), "{kept:?}");
}

#[test]
fn other_machines_files_go_only_after_a_second_word() {
    let theirs = ".local/share/reconnect/diary/other.jsonl";
    let line = r#"{"v":1,"id":"a","on":"2026-11-10","at":"2026-11-10T12:00:00Z","kind":"contact","who":"me","via":"text"}"#;
    for (typed, stays) in [("erase\n", true), ("erase\nyes\n", true), ("erase\nothers\n", false)] {
        let home = lived_in();
        let other = put(&home, theirs, &format!("{line}\n"));
        let own = fs::read_dir(home.diary()).unwrap().map(|entry| entry.unwrap().path()).find(|path| *path != other).unwrap();
        let copy = own.with_extension("sync-conflict-20261101-101010-ABCDEFG.jsonl");
        fs::copy(&own, &copy).unwrap();
        let ran = home.run_with_input(&["erase", "--diary"], typed);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(ran.out.contains("other machines of the shared folder"), "{}", ran.out);
        assert_eq!(other.exists(), stays, "{typed:?}");
        assert!(!own.exists() && !copy.exists());
    }
}

#[test]
fn the_diary_alone_goes_with_its_dates_and_numbers_and_the_settings_stay() {
    let home = Home::new();
    home.write_config("# mine\n[count]\nfirst_day = 1\n");
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    assert_eq!(home.run_with_input(&["letter", "write"], "Dear you").code, Some(0));
    let ran = home.run_with_input(&["erase", "--diary"], "erase\n");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(home.read_config().trim_start(), "# mine\n[count]\nfirst_day = 1\n");
    assert!(home.status(NOW)["breakup"].is_null() && home.status(NOW)["no_contact"].is_null());
    assert!(!home.path(".local/state/reconnect/prompt").exists());
    assert_eq!(everything(&home.path(".local/share/reconnect/letters")).len(), 1, "letters stay");
}

#[test]
fn the_diary_with_a_damaged_configuration_goes_and_the_dates_that_stay_are_no_success() {
    let home = lived_in();
    home.write_config("breakup = 2026-10-24\nbroken\n");
    let ran = home.run_with_input(&["erase", "--diary"], "erase\n");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("error: not everything could be removed\ncaused by: the configuration is not valid TOML"),
        "{}",
        ran.err
    );
    assert!(!home.path(".local/state/reconnect/prompt").exists());
    assert_eq!(everything(&home.diary()).len(), 0);
    assert!(ran.out.split_once("\nLeft\n").unwrap().1.contains("config.toml: the two dates in it"), "{}", ran.out);
}

#[test]
fn letters_alone_go_and_the_diary_says_so() {
    let home = lived_in();
    let ran = home.run_with_input(&["erase", "--letters"], "erase\n");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(everything(&home.path(".local/share/reconnect/letters")).len(), 0);
    assert!(home.ok(&["letter", "list"]).contains("erased"), "{}", home.ok(&["letter", "list"]));
    assert_eq!(home.status(NOW)["no_contact"]["days"], 22);
}

#[test]
fn the_scopes_exclude_each_other() {
    assert!(lived_in().fails(&["erase", "--letters", "--diary"]).contains("cannot be used with"));
}

#[test]
fn doctor_and_erase_know_the_same_start_up_files() {
    for (file, line) in [
        (".bashrc", "eval \"$(reconnect init bash)\""),
        (".zshenv", "eval \"$(reconnect init zsh)\""),
        (".config/fish/conf.d/mine.fish", "reconnect init fish | source"),
        (".config/nushell/config.nu", "source ~/.reconnect.nu"),
        ("zdot/.zshrc", "eval \"$(reconnect init zsh)\""),
        ("xdg/elvish/rc.elv", "eval (reconnect init elvish | slurp)"),
        ("xdg/nushell/config.nu", "source ~/.reconnect.nu"),
    ] {
        let home = Home::new();
        let zdot = home.path("zdot").display().to_string();
        let home = home.env("ZDOTDIR", &zdot);
        let xdg = home.path("xdg").display().to_string();
        let home = if file.starts_with("xdg/") { home.env("XDG_CONFIG_HOME", &xdg) } else { home };
        let path = put(&home, file, &format!("# autoreconnect\n{line}\n"));
        let named = if file.contains("conf.d") { path.parent().unwrap() } else { &path };
        let found = home.ok(&["doctor"]).replace("\n  ", " ");
        assert!(found.contains(&format!("Mentioned in: {}\n", named.display())), "{file}: {found}");
        let listed = home.ok(&["erase", "--dry-run"]);
        assert!(listed.contains(&format!("{}:2: {line}\n", path.display())), "{file}: {listed}");
        fs::write(&path, "# autoreconnect\n").unwrap();
        assert!(home.ok(&["doctor"]).contains("No shell start-up file mentions reconnect."), "{file}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn what_is_removed_stays_so_after_a_power_cut() {
    if !support::have("strace") {
        return;
    }
    for (form, least) in [("", 7), ("--letters", 1), ("--diary", 2)] {
        let home = lived_in();
        let mut command = std::process::Command::new("sh");
        let program = home.command();
        command.env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let calls = "trace=unlink,unlinkat,rmdir,fsync";
        let script = format!("echo erase | strace -qq -y -e {calls} -o log \"$1\" --at {NOW} erase {form}");
        command.args(["-c", &script, "sh"]).arg(program.get_program()).current_dir(home.path(""));
        assert!(command.output().unwrap().status.success());
        let log = fs::read_to_string(home.path("log")).unwrap();
        let lines: Vec<&str> = log.lines().collect();
        let removes = |line: &str| (line.starts_with("unlink") || line.starts_with("rmdir")) && line.ends_with("= 0");
        let mut count = 0;
        for (index, line) in lines.iter().enumerate().filter(|(_, line)| removes(line)) {
            let folder = Path::new(line.split('"').nth(1).unwrap()).parent().unwrap();
            let next = lines.get(index + 1).copied().unwrap_or_default();
            assert!(next.starts_with("fsync(") && next.contains(&format!("<{}>) ", folder.display())), "{form} {line}\n{log}");
            count += 1;
        }
        assert!(count >= least, "{form} {log}");
    }
}
