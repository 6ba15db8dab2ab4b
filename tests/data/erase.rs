//! `erase`: everything is shown, only the program's own files go, and only once it is typed.

use std::fs;
use std::path::Path;

use crate::support::{Home, have};

const DATA: &str = ".local/share/reconnect";
const REST: &str = "! find . -type f -o -type l | sort";

fn lived_in() -> Home {
    let home = Home::begun();
    home.gives("letter write", "Dear you");
    home
}

/// The program that is tested lies in another folder on each computer.
fn without_program(text: &str) -> String {
    text.replace(env!("CARGO_BIN_EXE_reconnect"), "(the program)")
}

/// The snapshot of a transcript, and of the files that are left.
macro_rules! shows {
    ($name:expr, $home:expr, $script:expr) => {
        insta::assert_snapshot!(format!("erase_{}", $name), without_program(&$home.transcript(&format!("{}\n{REST}", $script))))
    };
}

#[test]
fn a_dry_run_lists_every_file_and_every_line_elsewhere_and_changes_nothing() {
    let mut home = lived_in();
    home.put(".bashrc", "alias l=ls\neval \"$(reconnect init bash)\" # \u{1b}[31m\nautoreconnect=1\nreconnect-timeout 3\n_reconnect_hook $RECONNECT_PROMPT\n");
    home.put(".bash_history", "ls\nreconnect log-contact me\nreconnect urge\n");
    home.put(".config/systemd/user/remind.service", "[Service]\nExecStart=/usr/bin/reconnect remind\n");
    home.put(&format!("{DATA}/unsaved-letter-abc123.md"), "Dear");
    home.put(&format!("{DATA}/notes.txt"), "mine");
    let before = crate::files(&home.path(""));
    shows!("dry_run", home, "erase --dry-run\nerase --dry-run --json");
    assert_eq!(crate::files(&home.path("")), before);
}

#[test]
fn a_crontab_line_is_named_and_left() {
    let home = lived_in();
    home.script("bin/crontab", "echo '# mine'\necho '0 9 * * * reconnect remind'");
    let path = format!("{}:/usr/bin:/bin", home.path("bin").display());
    let out = home.command().env("PATH", path).args(["erase", "--dry-run"]).output().unwrap();
    assert!(String::from_utf8(out.stdout).unwrap().contains("  crontab:2: 0 9 * * * reconnect remind\n"));
}

#[test]
fn with_the_typed_word_everything_goes_and_nothing_else() {
    for (name, config) in [("all", None), ("everything", Some("breakup = nonsense\n"))] {
        let mut home = lived_in();
        if let Some(text) = config {
            home.write_config(text);
        }
        home.put(".bashrc", "eval \"$(reconnect init bash)\"\n");
        home.put(".local/state/reconnect/hidden", "2026-12-01\n");
        let everything = if config.is_some() { "--everything" } else { "" };
        let script =
            ["", " <<< yes", " <<< ERASE", " <<< erase it", " <<< erase"].map(|typed| format!("erase {everything}{typed}\n"));
        shows!(name, home, script.concat() + "! find . -name reconnect\nstatus --short\nerase");
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
    assert_eq!(home.types("erase", "erase\n").code, Some(0));
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}

#[test]
fn files_that_are_not_the_programs_own_stay_and_are_named() {
    let mut home = lived_in();
    for mine in [
        "notes.txt",
        "letters/README.md",
        "letters/0123456789abcdef0123456789abcdeü.md",
        "letters/._0123456789abcdef.md",
        "diary/folder.jsonl/deep.jsonl",
    ] {
        home.put(&format!("{DATA}/{mine}"), "mine");
    }
    home.put(".config/reconnect/config.toml~", "mine");
    shows!("not_ours", home, "erase <<< erase");
}

#[test]
fn a_link_goes_and_its_target_stays() {
    let script = "! mkdir dotfiles; mv .config/reconnect/config.toml dotfiles; ln -s ../../dotfiles/config.toml .config/reconnect
        ! mv .local/share/reconnect/letters elsewhere; ln -s ../../../elsewhere .local/share/reconnect/letters
        erase --dry-run --letters
        erase <<< erase";
    shows!("links", lived_in(), script);
}

#[test]
fn other_machines_files_go_only_after_a_second_word() {
    let copies = "! cd .local/share/reconnect/diary; own=$(ls); cp $own ${own%.jsonl}.sync-conflict-20261101-101010-ABCDEFG.jsonl; \
        cp $own import-$own; cp $own import-ffffffffffffffff.jsonl; cp $own other.jsonl";
    for (name, typed) in [("one_word", "erase"), ("another_word", "erase\\nyes"), ("two_words", "erase\\nothers")] {
        shows!(name, lived_in(), format!("{copies}\nerase --diary <<< {typed}"));
    }
}

#[test]
fn a_machine_whose_id_begins_like_this_one_is_another() {
    let home = Home::new();
    home.put(".local/state/reconnect/machine", "desk\n");
    let line =
        |id: &str| format!("{{\"v\":1,\"id\":\"{id}\",\"on\":\"2026-11-20\",\"at\":\"2026-11-20T12:00:00Z\",\"kind\":\"end\"}}\n");
    for (name, id) in [("desk2", "aaaa1111"), ("import-desk2", "aaaa2222")] {
        home.put(&format!("{DATA}/diary/{name}.jsonl"), line(id));
    }
    assert!(home.fails(&["undo"]).contains("there is nothing left here to take back"));
    assert_eq!(home.json("erase --dry-run")["others"].as_array().unwrap().len(), 2);
}

#[test]
fn another_machines_letter_goes_only_after_a_second_word() {
    for (typed, stays) in [("erase\n\n", true), ("erase\nothers\n", false)] {
        let home = lived_in();
        let id = "0123456789abcdef0123456789abcdef";
        let line = r#""on":"2026-11-20","at":"2026-11-20T12:00:00Z","kind":"letter","n":9,"until":"2026-12-01""#;
        home.put(&format!("{DATA}/diary/other.jsonl"), format!("{{\"v\":1,\"id\":\"{id}\",{line}}}\n"));
        let letter = home.put(&format!("{DATA}/letters/{id}.md"), "Dear");
        assert!(home.types("erase --letters", typed).out.contains("Files of other machines"), "{typed}");
        assert_eq!(letter.exists(), stays, "{typed}");
        assert_eq!(fs::read_dir(home.path(&format!("{DATA}/letters"))).unwrap().count(), usize::from(stays), "{typed}");
    }
}

/// Root may remove any file, so strace refuses. A removal that fails once the text is gone, in the folder's sync, is one that went.
#[test]
fn the_diary_calls_a_letter_erased_if_its_text_is_gone_and_only_then() {
    if !have("strace") {
        assert!(crate::support::skipped("strace"));
        return;
    }
    for (inject, state, other) in [("unlink,unlinkat", "sealed", "erased"), ("fsync:when=1", "erased", "sealed")] {
        let home = Home::begun();
        home.gives("letter write", "Dear you");
        let (calls, when) = inject.split_once(':').unwrap_or((inject, ""));
        let inject = format!("inject={calls}:error=EIO:{when}");
        let script = format!("exec strace -qq -o log -e {} \"$@\" erase --letters", inject.trim_end_matches(':'));
        let ran = home.shell(&script, "erase\n");
        let said = String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
        assert!(said.contains("not everything could be removed") && !said.contains(" gone"), "{said}");
        let list = home.does("letter list");
        assert!(list.contains(state) && !list.contains(other), "{inject}: {list}");
    }
}

#[test]
fn what_the_diary_could_not_note_of_letters_is_told_of() {
    let home = Home::begun();
    home.gives("letter write", "Dear you");
    fs::remove_file(home.path(".local/state/reconnect/machine")).unwrap();
    let file = fs::read_dir(home.diary()).unwrap().next().unwrap().unwrap().path();
    fs::rename(&file, home.path("away")).unwrap();
    fs::create_dir(&file).unwrap();
    let ran = home.types("erase --letters", "erase\n");
    assert!(ran.err.contains("the texts of letters are gone, but the diary could not note it"), "{ran:?}");
    assert_eq!(fs::read_dir(home.path(".local/share/reconnect/letters")).unwrap().count(), 0);
}

#[test]
fn a_part_goes_alone() {
    let mut home = Home::new();
    home.write_config("# mine\n[count]\nfirst_day = 1\n");
    home.does("start-no-contact 2026-11-01 --breakup 2026-10-24");
    home.gives("letter write", "Dear you");
    home.put(".local/state/reconnect/remind.json", "{}");
    shows!("diary", home, "erase --diary <<< erase\n! cat .config/reconnect/config.toml\nstatus --short");
    let copy = "! cd .local/share/reconnect/letters; cp *.md $(basename *.md .md).sync-conflict-20261101-101010-ABCDEFG.md";
    shows!("letters", lived_in(), format!("{copy}\nerase --letters <<< erase\nletter list\nstatus --short"));
    // Dates in a config that can't be read stay, and that is no success.
    let mut home = lived_in();
    home.write_config("breakup = 2026-10-24\nbroken\n");
    shows!("broken_config", home, "erase --diary <<< erase");
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
