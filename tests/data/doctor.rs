//! `doctor`: every finding by its name, and nothing private in the block for a bug report.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use crate::support::{Home, Ran, skipped};
use crate::{LETTER, line, write_diary};

fn found(home: &Home) -> Vec<String> {
    let ran = home.run(&["doctor"]);
    let names: Vec<String> =
        ran.out.lines().filter_map(|line| line.strip_prefix('[')?.split_once(']')).map(|(name, _)| name.to_owned()).collect();
    let json: serde_json::Value = serde_json::from_str(&home.run(&["doctor", "--json"]).out).unwrap();
    let findings = json["findings"].as_array().unwrap();
    assert!(findings.iter().map(|finding| finding["id"].as_str().unwrap()).eq(names.iter().map(String::as_str)));
    let faults = findings.iter().filter(|finding| finding["level"] == "fault").count();
    assert_eq!((ran.code, &json["faults"]), (Some(if faults > 0 { 2 } else { 0 }), &faults.into()), "{}", ran.out);
    names
}

#[test]
fn a_healthy_home_has_no_fault() {
    let home = Home::begun();
    let shown = home.does("doctor");
    assert!(shown.starts_with(&format!("Config: {}\nDiary: 2 records in 1 file, in ", home.config_file().display())), "{shown}");
    assert!(shown.contains("\nNo fault found.\n") && shown.contains("No shell start-up file mentions reconnect.\n"), "{shown}");
    assert!(Home::new().ok(&["doctor"]).contains("config.toml (not there yet)\n"));
}

#[test]
fn every_kind_of_trouble_has_its_name() {
    let call = |day: &str| line("c", day, r#""kind":"contact","who":"them","via":"call""#);
    let end = line("e", "2026-10-25", r#""kind":"end""#);
    let space = line("b", "2026-11-05", r#""kind":"boundary","boundary":"space","until":"2026-11-01""#);
    let edited = |change: &str| format!("sed -i {change} .config/reconnect/config.toml");
    let data = |script: &str| format!("cd .local/share/reconnect; {script}");
    let other = |text: &str| data(&format!("printf '%s\\n' '{text}' >diary/other.jsonl"));
    // A file that holds a text, and beside it the line that says that the text is erased.
    let note = |rest: &str| line("g", "2026-11-10", &format!(r#""kind":"note","n":1,{rest}"#));
    let (held, gone) = (note(r#""text":"words""#), note(r#""erased":true"#));
    let left = |file: &str| {
        let id = "id=$(cat ../../state/reconnect/machine)";
        data(&format!("{id}; printf '%s\\n' '{held}' >diary/{file}; printf '%s\\n' '{gone}' >diary/y.jsonl"))
    };
    let sealed = line(LETTER, "2026-11-10", r#""kind":"letter","n":1,"until":"2026-11-12""#);
    let erased = line("z", "2026-11-11", &format!(r#""kind":"letter-erased","of":"{LETTER}""#));
    let letter = format!("mkdir letters; echo words >'letters/{LETTER} (copy).md'");
    let letter_back = data(&format!("printf '%s\\n' '{sealed}' '{erased}' >diary/other.jsonl; {letter}"));
    // A finding, what makes it, and a part of its text.
    let table = [
        ("config-broken", edited("'s/breakup = /breakup = 1/'"), "valid TOML"),
        ("config-unknown-key", edited("'s/^recorded/zzz = 1\\nrecorded/'"), ":5:1"),
        ("config-refused-date", edited("s/2026-10-24/2099-01-01/"), "is in the future"),
        ("date-deleted", edited("'/^breakup =/d'"), "the next change writes it again"),
        ("date-from-elsewhere", data("rm -r diary"), "copied from a diary line that isn't in "),
        ("diary-unreadable", data("mkdir diary/x.jsonl"), "x.jsonl: it isn't a regular file"),
        ("diary-unreadable", data("ln -s gone diary/x.jsonl"), "Mend the link, or bring back the file that it leads to"),
        ("diary-damaged-line", other("{}"), "other.jsonl:1: damaged, so it is skipped: missing field"),
        ("diary-damaged-line", other("{\"torn"), "other.jsonl:1: damaged, so it is skipped"),
        ("diary-unread", other(r#"{"v":1,"kind":"boundary","boundary":"mo"#), "other.jsonl:1: this line may hold their word."),
        ("diary-unread", other(r#"{"v":9,"kind":"answer"}"#), "delete it if it holds no word of theirs"),
        ("diary-copy-not-read", data("touch diary/a.jsonl.conflict1"), "a.jsonl.conflict1: this looks like a copy of a diary file"),
        (
            "clock-ahead",
            other(&call("2026-11-22").replace("2026-11-20T", "2026-12-20T")),
            "other.jsonl:1: recorded on Sun 20 Dec 2026",
        ),
        ("diary-newer-lines", other(r#"{"v":9,"id":"n"}"#), "other.jsonl:1: written by a newer version"),
        ("diary-not-here", data("touch diary/.a.jsonl.icloud"), "Have it downloaded"),
        ("erased-text-left", letter_back, "`reconnect letter erase 01234567` removes it"),
        ("erased-text-left", left("other.jsonl"), "it here and type `gone`"),
        ("erased-text-left", left("import-$id.jsonl"), "it goes with the next thing that you record"),
        ("erased-text-left", left("x.jsonl.conflict1"), "a copy that isn't read, so you can delete it"),
        (
            "letter-without-entry",
            data(&format!("mkdir letters; echo Dear >letters/{LETTER}.md")),
            "`reconnect letter erase 01234567` removes it",
        ),
        ("text-not-saved", data("echo words >unsaved-notebook-x.md"), "that isn't recorded"),
        ("folder-not-writable", "touch .local/share/reconnect/letters".to_owned(), "letters: this isn't a folder"),
        ("end-without-run", other(&end), "other.jsonl:1: the end of no contact"),
        ("boundary-ends-first", other(&space), "other.jsonl:1: Sun 1 Nov 2026 ends before it begins"),
        ("before-breakup", other(&call("2026-10-20")), "Tue 20 Oct 2026 is before the breakup on Sat 24 Oct 2026"),
        (
            "before-breakup",
            other(r#"{"v":1,"id":"b2","on":"2026-11-10","at":"2026-11-10T12:00:00Z","kind":"breakup"}"#),
            "is before the breakup on Tue 10 Nov 2026; `reconnect breakup WHEN` corrects that date",
        ),
        ("clock-behind", other(&call("2026-12-20")), "a call from them, Sun 20 Dec 2026: this lies ahead of the clock"),
    ];
    let docs = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/doctor.md")).unwrap();
    for (name, script, text) in &table {
        let home = Home::begun();
        assert!(home.shell(script, "").status.success(), "{script}");
        let names = found(&home);
        assert!(names.iter().any(|found| found == name), "{name}: {names:?}");
        let shown = home.run(&["doctor"]).out;
        assert!(shown.contains(text), "{text} is not in\n{shown}");
        let (_, report) = shown.split_once("nothing private is in it:\n").unwrap();
        assert!(report.contains(name) && !report.contains(&home.path("").display().to_string()), "{report}");
        for private in ["2026", "call", "words", "Berlin"] {
            assert!(!report.contains(private), "{private}: {report}");
        }
        assert!(docs.contains(&format!("\n## {name}\n")), "docs/doctor.md has no section {name}");
    }
    for (zone, is_fault) in [("Mars/Olympus", true), ("CET-1CEST", false), ("<+0330>-3:30", false), ("", false)] {
        assert_eq!(found(&Home::begun().zone(zone)).contains(&"zone-unusable".to_owned()), is_fault, "{zone}");
    }
}

#[test]
fn a_fault_is_summed_up_on_stderr_and_a_note_alone_is_none() {
    let home = Home::begun();
    write_diary(&home, "other.jsonl", &["{torn"]);
    let Ran { err, code, .. } = home.run(&["doctor"]);
    let hint = "hint: docs/doctor.md has a section for each name in brackets\n";
    assert_eq!((code, err), (Some(2), format!("error: doctor found 1 fault\n{hint}")));
    write_diary(&home, "other.jsonl", &[r#"{"v":9,"id":"n"}"#]);
    assert!(home.does("doctor").contains("No fault found."));
}

#[test]
fn only_files_that_others_can_reach_are_named() {
    let home = Home::begun();
    let open = |path: &Path, mode: u32| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    open(&home.config_file(), 0o644);
    assert_eq!(found(&home), Vec::<String>::new(), "nobody can enter the home");
    open(&home.path(""), 0o755);
    open(&home.path(".config/reconnect"), 0o700);
    assert_eq!(found(&home), Vec::<String>::new(), "nobody can enter the folder");
    open(&home.path(".config"), 0o755);
    open(&home.path(".config/reconnect"), 0o755);
    // The folder of temporary homes may be closed itself.
    let reachable = home.path("").ancestors().skip(1).all(|dir| dir.metadata().unwrap().permissions().mode() & 0o011 != 0);
    if !reachable {
        skipped("others can't enter the folder of temporary files");
        return;
    }
    assert_eq!(found(&home), ["others-can-read"]);
    let shown = home.run(&["doctor"]).out;
    let path = home.config_file().display().to_string();
    assert!(shown.contains(&format!("{path}: others can reach it (mode 644); `chmod 600 {path}`\n")), "{shown}");
    open(&home.config_file(), 0o600);
    assert_eq!(found(&home), Vec::<String>::new());
    // Files of git aren't ours.
    for folder in [".local", ".local/share", ".local/share/reconnect"] {
        open(&home.path(folder), 0o755);
    }
    open(&home.put(".local/share/reconnect/.git/config", "x"), 0o644);
    assert_eq!(found(&home), Vec::<String>::new());
    // A config that a read-only store keeps can't be changed by `chmod`.
    let store = home.put("store/config.toml", home.read_config());
    open(&store, 0o444);
    fs::remove_file(home.config_file()).unwrap();
    symlink(&store, home.config_file()).unwrap();
    assert_eq!(found(&home), Vec::<String>::new());
}

#[test]
fn doctor_and_erase_know_the_same_start_up_files() {
    for (file, text) in [
        (".bashrc", "eval \"$(reconnect init bash)\""),
        (".zshenv", "eval \"$(reconnect init zsh)\""),
        (".p10k.zsh", "p10k segment -t \"$RECONNECT_PROMPT\""),
        (".config/fish/conf.d/mine.fish", "reconnect init fish | source"),
        (".config/fish/functions/fish_right_prompt.fish", "reconnect prompt"),
        // What `funcsave` stored while the hook of 0.1.0 was loaded.
        (".config/fish/functions/fish_prompt.fish", "set -l own (_reconnect_own_prompt)"),
        (".config/nushell/config.nu", "source ~/.reconnect.nu"),
        ("zdot/.zshrc", "eval \"$(reconnect init zsh)\""),
        ("xdg/fish/functions/fish_prompt.fish", "reconnect prompt"),
        ("xdg/elvish/rc.elv", "eval (reconnect init elvish | slurp)"),
    ] {
        let home = Home::new();
        let (zdot, xdg) = (home.path("zdot").display().to_string(), home.path("xdg").display().to_string());
        let home = home.env("ZDOTDIR", &zdot);
        let home = if file.starts_with("xdg/") { home.env("XDG_CONFIG_HOME", &xdg) } else { home };
        let path = home.put(file, format!("# autoreconnect\n{text}\n"));
        let shown = home.does("doctor");
        assert!(shown.contains(&format!("Mentioned in: {}\n", path.display())), "{file}: {shown}");
        let listed = home.does("erase --dry-run");
        assert!(listed.contains(&format!("{}:2: {text}\n", path.display())), "{file}: {listed}");
        fs::write(&path, "# autoreconnect\n").unwrap();
        assert!(home.does("doctor").contains("No shell start-up file mentions reconnect."), "{file}");
    }
}

#[test]
fn a_link_of_another_name_is_named_with_what_calls_it() {
    let home = Home::new();
    let program = home.command().get_program().to_owned();
    fs::create_dir_all(home.path("bin")).unwrap();
    symlink(&program, home.path("bin/daily")).unwrap();
    let search = format!("{}:/usr/bin:/bin", home.path("bin").display());
    let home = home.env("PATH", &search);
    home.put(".bashrc", "# a daily walk\neval \"$(dailyish init bash)\"\neval \"$(daily init bash)\"\n");
    home.put(".config/systemd/user/note.service", "[Service]\nExecStart=%h/bin/daily remind\n");
    let listed = home.does("erase --dry-run");
    for line in [".bashrc:3: eval", ".config/systemd/user/note.service:2: ExecStart", "bin/daily\n"] {
        assert!(listed.contains(line), "{line}: {listed}");
    }
    assert!(!listed.contains(".bashrc:2:"), "{listed}");
    assert!(home.does("doctor").contains(&format!("Mentioned in: {}\n", home.path(".bashrc").display())));
}

#[test]
fn a_folder_that_cannot_be_written_is_found_and_a_failed_save_points_to_it() {
    let home = Home::begun();
    fs::remove_dir_all(home.path(".local/state/reconnect")).unwrap();
    home.put(".local/state/reconnect", "");
    let error = home.fails(&["checkin", "3"]);
    assert!(error.contains("hint: `reconnect doctor` checks the folders\n"), "{error}");
    assert_eq!(found(&home), ["folder-not-writable"]);
    let home = Home::begun();
    let lock = |mode: u32| fs::set_permissions(home.diary(), fs::Permissions::from_mode(mode)).unwrap();
    lock(0o500);
    // The superuser can write everywhere.
    let wanted: &[&str] = if fs::write(home.diary().join("x.txt"), "").is_ok() { &[] } else { &["folder-not-writable"] };
    let names = found(&home);
    lock(0o700);
    assert_eq!(names, wanted);
}
