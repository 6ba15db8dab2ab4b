//! `erase`: everything is shown, only the program's own files go, and only once it is typed.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::support::{Home, NOW, have};
use crate::{diary_lines, line, write_diary};

const DATA: &str = ".local/share/reconnect";

fn lived_in() -> Home {
    let home = Home::begun();
    home.gives("letter write", "Dear you");
    home
}

/// The one letter's file.
fn letter(home: &Home) -> PathBuf {
    files(home).into_iter().find(|path| path.extension().is_some_and(|known| known == "md")).unwrap()
}

fn own_file(home: &Home) -> PathBuf {
    let id = fs::read_to_string(home.path(".local/state/reconnect/machine")).unwrap();
    home.diary().join(format!("{}.jsonl", id.trim()))
}

fn files(home: &Home) -> BTreeSet<PathBuf> {
    crate::files(&home.path("")).into_keys().collect()
}

/// `erase` with these options and what is typed after it; it has to succeed.
fn erased(home: &Home, options: &str, typed: &str) -> String {
    let ran = home.types(&format!("erase {options}"), typed);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran.out
}

#[test]
fn a_dry_run_lists_every_file_and_every_line_elsewhere_and_changes_nothing() {
    let home = lived_in();
    home.put(".bashrc", "alias l=ls\neval \"$(reconnect init bash)\" # \u{1b}[31m\nautoreconnect=1\n");
    home.put(".config/systemd/user/remind.service", "[Service]\nExecStart=/usr/bin/reconnect remind\n");
    home.put(&format!("{DATA}/unsaved-letter-abc123.md"), "Dear");
    home.put(&format!("{DATA}/notes.txt"), "mine");
    let before = files(&home);
    let own: Vec<_> = before.iter().filter(|path| path.to_string_lossy().contains("/reconnect/")).collect();
    let shown = home.does("erase --dry-run");
    assert_eq!(files(&home), before);
    assert!(own.len() >= 8, "{own:?}");
    for path in &own {
        assert!(shown.contains(&format!("  {}\n", path.display())), "{} is not in\n{shown}", path.display());
    }
    let (gone, rest) = shown.split_once("These stay: they aren't reconnect's own\n").unwrap();
    assert!(!gone.contains("notes.txt") && rest.contains("notes.txt"), "{shown}");
    assert!(rest.contains(".bashrc:2: eval \"$(reconnect init bash)\" # \\u{1b}[31m\n"), "{shown}");
    assert!(rest.contains("remind.service:2: ExecStart=/usr/bin/reconnect remind\n"), "{shown}");
    assert!(!shown.contains("autoreconnect") && !shown.contains('\u{1b}'), "{shown}");
    for beyond in ["history", "swap and undo", "backups", "blocks of the disk", "exported", "git history"] {
        assert!(rest.contains(beyond), "{beyond} is not in\n{shown}");
    }
    assert!(shown.ends_with("\nNothing was removed.\n"), "{shown}");
    let json: serde_json::Value = serde_json::from_str(&home.does("erase --dry-run --json")).unwrap();
    assert_eq!(json["files"].as_array().unwrap().len(), own.len() - 1, "{json}");
    assert_eq!((json["mentions"].as_array().unwrap().len(), &json["shared"]), (2, &false.into()));
}

#[test]
fn a_crontab_line_is_named_and_left() {
    let home = lived_in();
    let crontab = home.put("bin/crontab", "#!/bin/sh\necho '# mine'\necho '0 9 * * * reconnect remind'\n");
    fs::set_permissions(&crontab, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", home.path("bin").display());
    let out = home.command().env("PATH", path).args(["erase", "--dry-run"]).output().unwrap();
    assert!(String::from_utf8(out.stdout).unwrap().contains("  crontab:2: 0 9 * * * reconnect remind\n"));
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
    for (options, config) in [("", None), ("--everything", Some("breakup = nonsense\n"))] {
        let home = lived_in();
        if let Some(text) = config {
            home.write_config(text);
        }
        let hook = home.put(".bashrc", "eval \"$(reconnect init bash)\"\n");
        home.put(".local/state/reconnect/hidden", "2026-12-01\n");
        let out = erased(&home, options, "erase\n");
        assert_eq!(files(&home), BTreeSet::from([hook.clone()]));
        for folder in [".config/reconnect", DATA, ".local/state/reconnect"] {
            assert!(!home.path(folder).exists(), "{folder} was emptied and is still there");
        }
        let (_, left) = out.split_once("\nRemoved ").unwrap();
        assert!(left.contains("Left\n") && left.contains(".bashrc:1: eval"), "{left}");
        assert!(home.status(NOW)["breakup"].is_null());
        assert!(home.does("erase").starts_with("There is nothing to remove.\n"));
    }
}

#[test]
fn folders_of_the_users_own_leave_no_empty_one_named_reconnect() {
    let outside = tempfile::TempDir::new().unwrap();
    let at = |name: &str| outside.path().join("reconnect").join(name).display().to_string();
    let home = Home::new()
        .env("RECONNECT_CONFIG_DIR", &at("config"))
        .env("RECONNECT_DATA_DIR", &at("data"))
        .env("RECONNECT_STATE_DIR", &at("data/state"));
    home.does("breakup 2026-10-24");
    erased(&home, "", "erase\n");
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}

#[test]
fn files_that_are_not_the_programs_own_stay_and_are_named() {
    let home = lived_in();
    let notes = home.put(&format!("{DATA}/notes.txt"), "mine");
    let backup = home.put(".config/reconnect/config.toml~", "mine");
    let readme = home.put(&format!("{DATA}/letters/README.md"), "mine");
    let deep = home.put(&format!("{DATA}/diary/folder.jsonl/deep.jsonl"), "mine");
    let out = erased(&home, "", "erase\n");
    assert_eq!(files(&home), BTreeSet::from([notes, backup, readme, deep]));
    assert!(out.split_once("\nRemoved ").unwrap().1.contains("notes.txt"), "{out}");
}

#[test]
fn a_link_goes_and_its_target_stays() {
    let home = lived_in();
    let outside = home.put("dotfiles/reconnect.toml", "breakup = 2026-10-24\n");
    fs::remove_file(home.config_file()).unwrap();
    symlink(&outside, home.config_file()).unwrap();
    let letters = home.path(&format!("{DATA}/letters"));
    fs::rename(&letters, home.path("elsewhere")).unwrap();
    symlink(home.path("elsewhere"), &letters).unwrap();
    let shown = home.does("erase --dry-run --letters");
    assert!(shown.contains(&format!("  {}, where the link ", home.path("elsewhere").display())), "{shown}");
    erased(&home, "", "erase\n");
    assert_eq!(fs::read_to_string(&outside).unwrap(), "breakup = 2026-10-24\n");
    assert!(!home.config_file().is_symlink() && !letters.is_symlink());
    assert_eq!(fs::read_dir(home.path("elsewhere")).unwrap().count(), 1);
}

#[test]
fn other_machines_files_go_only_after_a_second_word() {
    let contact = line("a", "2026-11-10", r#""kind":"contact","who":"me","via":"text""#);
    for (typed, stays) in [("erase\n", true), ("erase\nyes\n", true), ("erase\nothers\n", false)] {
        let home = lived_in();
        write_diary(&home, "other.jsonl", &[&contact]);
        let own = own_file(&home);
        let copy = own.with_extension("sync-conflict-20261101-101010-ABCDEFG.jsonl");
        let imported = own.with_file_name(format!("import-{}", own.file_name().unwrap().to_str().unwrap()));
        let theirs = own.with_file_name("import-ffffffffffffffff.jsonl");
        for path in [&copy, &imported, &theirs] {
            fs::copy(&own, path).unwrap();
        }
        let out = erased(&home, "--diary", typed);
        assert!(out.contains("other machines that share this folder"), "{out}");
        assert!(theirs.exists() == stays && home.diary().join("other.jsonl").exists() == stays, "{typed:?}");
        assert!(!own.exists() && !copy.exists() && !imported.exists());
    }
}

#[test]
fn the_diary_alone_goes_with_its_dates_and_numbers_and_the_settings_stay() {
    let home = Home::new();
    home.write_config("# mine\n[count]\nfirst_day = 1\n");
    home.does("start-no-contact 2026-11-01 --breakup 2026-10-24");
    let letter = crate::put_letter(&home, "Dear you");
    let reminded = home.put(".local/state/reconnect/remind.json", "{}");
    erased(&home, "--diary", "erase\n");
    assert_eq!(home.read_config().trim_start(), "# mine\n[count]\nfirst_day = 1\n");
    assert!(home.status(NOW)["breakup"].is_null() && home.status(NOW)["no_contact"].is_null());
    assert!(letter.exists() && !reminded.exists());
}

#[test]
fn dates_in_a_broken_config_are_no_success() {
    let home = lived_in();
    home.write_config("breakup = 2026-10-24\nbroken\n");
    let ran = home.run_with_input(&["erase", "--diary"], "erase\n");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("error: not everything could be removed\ncaused by: the config isn't valid TOML"), "{}", ran.err);
    assert!(diary_lines(&home).is_empty());
    assert!(ran.out.split_once("\nLeft\n").unwrap().1.contains("config.toml: the two dates in it"), "{}", ran.out);
}

#[test]
fn letters_alone_go_with_their_copies_and_the_diary_notes_it() {
    let home = lived_in();
    fs::write(letter(&home).with_extension("sync-conflict-20261101-101010-ABCDEFG.md"), "Dear you").unwrap();
    erased(&home, "--letters", "erase\n");
    assert_eq!(fs::read_dir(home.path(&format!("{DATA}/letters"))).unwrap().count(), 0);
    assert!(diary_lines(&home).iter().any(|line| String::from_utf8_lossy(line).contains("\"letter-erased\"")));
    assert_eq!(home.status(NOW)["no_contact"]["days"], 22);
}

#[test]
fn options_that_exclude_each_other_are_refused() {
    lived_in().refuses(&[("erase --letters --diary", "cannot be used with"), ("erase --json", "--dry-run")]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_removed_file_stays_removed_after_a_power_cut() {
    if !have("strace") {
        return;
    }
    for (form, least) in [("", 6), ("--letters", 1), ("--diary", 1)] {
        let home = lived_in();
        let script = format!("exec strace -qq -y -e trace=unlink,unlinkat,rmdir,fsync -o log \"$@\" erase {form}");
        assert!(home.shell(&script, "erase\n").status.success());
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
