//! `erase`: everything is shown, only the program's own files go, and only once it is typed.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::support::{Home, NOW, have};
use crate::{LETTER, diary_lines, line, put, write_diary};

const DATA: &str = ".local/share/reconnect";

fn lived_in() -> Home {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    write_diary(&home, "letters.jsonl", &[line(LETTER, "2026-11-02", r#""kind":"letter","n":1,"until":"2026-12-20""#)]);
    // This machine's own file holds it, as if it had been written here.
    let own = own_file(&home);
    let text = fs::read_to_string(&own).unwrap() + &fs::read_to_string(home.diary().join("letters.jsonl")).unwrap();
    fs::write(&own, text).unwrap();
    fs::remove_file(home.diary().join("letters.jsonl")).unwrap();
    put(&home, &format!("{DATA}/letters/{LETTER}.md"), "Dear you");
    home
}

fn own_file(home: &Home) -> PathBuf {
    let id = fs::read_to_string(home.path(".local/state/reconnect/machine")).unwrap();
    home.diary().join(format!("{}.jsonl", id.trim()))
}

fn files(home: &Home) -> BTreeSet<PathBuf> {
    fn below(dir: &Path, found: &mut BTreeSet<PathBuf>) {
        for entry in fs::read_dir(dir).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.is_symlink() {
                below(&path, found);
            } else {
                found.insert(path);
            }
        }
    }
    let mut found = BTreeSet::new();
    below(&home.path(""), &mut found);
    found
}

#[test]
fn a_dry_run_lists_every_file_and_every_line_elsewhere_and_changes_nothing() {
    let home = lived_in();
    put(&home, ".bashrc", "alias l=ls\neval \"$(reconnect init bash)\" # \u{1b}[31m\nautoreconnect=1\n");
    put(&home, ".config/systemd/user/remind.service", "[Service]\nExecStart=/usr/bin/reconnect remind\n");
    put(&home, &format!("{DATA}/unsaved-letter-abc123.md"), "Dear");
    put(&home, &format!("{DATA}/notes.txt"), "mine");
    let before = files(&home);
    let own: Vec<_> = before.iter().filter(|path| path.to_string_lossy().contains("/reconnect/")).collect();
    let shown = home.ok(&["erase", "--dry-run"]);
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
    let json: serde_json::Value = serde_json::from_str(&home.ok(&["erase", "--dry-run", "--json"])).unwrap();
    assert_eq!(json["files"].as_array().unwrap().len(), own.len() - 1, "{json}");
    assert_eq!((json["mentions"].as_array().unwrap().len(), &json["shared"]), (2, &false.into()));
}

#[test]
fn a_crontab_line_is_named_and_left() {
    let home = lived_in();
    let crontab = put(&home, "bin/crontab", "#!/bin/sh\necho '# mine'\necho '0 9 * * * reconnect remind'\n");
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
    for (args, config) in [(&["erase"][..], None), (&["erase", "--everything"], Some("breakup = nonsense\n"))] {
        let home = lived_in();
        if let Some(text) = config {
            home.write_config(text);
        }
        let hook = put(&home, ".bashrc", "eval \"$(reconnect init bash)\"\n");
        put(&home, ".local/state/reconnect/hidden", "2026-12-01\n");
        let ran = home.run_with_input(args, "erase\n");
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert_eq!(files(&home), BTreeSet::from([hook.clone()]));
        for folder in [".config/reconnect", DATA, ".local/state/reconnect"] {
            assert!(!home.path(folder).exists(), "{folder} was emptied and is still there");
        }
        let (_, left) = ran.out.split_once("\nRemoved ").unwrap();
        assert!(left.contains("Left\n") && left.contains(".bashrc:1: eval"), "{left}");
        assert!(home.status(NOW)["breakup"].is_null());
        assert!(home.ok(&["erase"]).starts_with("There is nothing to remove.\n"));
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
    home.ok(&["breakup", "2026-10-24"]);
    assert_eq!(home.run_with_input(&["erase"], "erase\n").code, Some(0));
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}

#[test]
fn files_that_are_not_the_programs_own_stay_and_are_named() {
    let home = lived_in();
    let notes = put(&home, &format!("{DATA}/notes.txt"), "mine");
    let backup = put(&home, ".config/reconnect/config.toml~", "mine");
    let readme = put(&home, &format!("{DATA}/letters/README.md"), "mine");
    let deep = put(&home, &format!("{DATA}/diary/folder.jsonl/deep.jsonl"), "mine");
    let ran = home.run_with_input(&["erase"], "erase\n");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(files(&home), BTreeSet::from([notes, backup, readme, deep]));
    assert!(ran.out.split_once("\nRemoved ").unwrap().1.contains("notes.txt"), "{}", ran.out);
}

#[test]
fn a_link_goes_and_its_target_stays() {
    let home = lived_in();
    let outside = put(&home, "dotfiles/reconnect.toml", "breakup = 2026-10-24\n");
    fs::remove_file(home.config_file()).unwrap();
    symlink(&outside, home.config_file()).unwrap();
    let letters = home.path(&format!("{DATA}/letters"));
    fs::rename(&letters, home.path("elsewhere")).unwrap();
    symlink(home.path("elsewhere"), &letters).unwrap();
    let shown = home.ok(&["erase", "--dry-run", "--letters"]);
    assert!(shown.contains(&format!("  {}, where the link ", home.path("elsewhere").display())), "{shown}");
    let ran = home.run_with_input(&["erase"], "erase\n");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(fs::read_to_string(&outside).unwrap(), "breakup = 2026-10-24\n");
    assert!(!home.config_file().is_symlink() && !letters.is_symlink());
    assert!(home.path(&format!("elsewhere/{LETTER}.md")).exists());
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
        let ran = home.run_with_input(&["erase", "--diary"], typed);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(ran.out.contains("other machines that share this folder"), "{}", ran.out);
        assert!(theirs.exists() == stays && home.diary().join("other.jsonl").exists() == stays, "{typed:?}");
        assert!(!own.exists() && !copy.exists() && !imported.exists());
    }
}

#[test]
fn the_diary_alone_goes_with_its_dates_and_numbers_and_the_settings_stay() {
    let home = Home::new();
    home.write_config("# mine\n[count]\nfirst_day = 1\n");
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    let letter = put(&home, &format!("{DATA}/letters/{LETTER}.md"), "Dear you");
    let reminded = put(&home, ".local/state/reconnect/remind.json", "{}");
    let ran = home.run_with_input(&["erase", "--diary"], "erase\n");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
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
    put(&home, &format!("{DATA}/letters/{LETTER}.sync-conflict-20261101-101010-ABCDEFG.md"), "Dear you");
    let ran = home.run_with_input(&["erase", "--letters"], "erase\n");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(fs::read_dir(home.path(&format!("{DATA}/letters"))).unwrap().count(), 0);
    assert!(diary_lines(&home).iter().any(|line| String::from_utf8_lossy(line).contains("\"letter-erased\"")));
    assert_eq!(home.status(NOW)["no_contact"]["days"], 22);
}

#[test]
fn options_that_exclude_each_other_are_refused() {
    let home = lived_in();
    assert!(home.fails(&["erase", "--letters", "--diary"]).contains("cannot be used with"));
    assert!(home.fails(&["erase", "--json"]).contains("--dry-run"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_removed_file_stays_removed_after_a_power_cut() {
    if !have("strace") {
        return;
    }
    for (form, least) in [("", 6), ("--letters", 1), ("--diary", 1)] {
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
