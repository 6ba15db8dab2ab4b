//! The configuration file: found, shown, checked; edited by hand and by commands without harm to either.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

mod support;

use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use support::{Home, NOW};

/// A home with this configuration and nothing else.
fn configured(text: &str) -> Home {
    let home = Home::new();
    home.write_config(text);
    home
}

/// The diary's records without id and time of recording, in the order of the file.
fn records(home: &Home) -> Vec<serde_json::Value> {
    let file = std::fs::read_dir(home.diary()).unwrap().next().unwrap().unwrap().path();
    let lines = std::fs::read_to_string(file).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o7777
}

#[test]
fn the_path_is_said_also_where_nothing_is_or_nothing_can_be_read() {
    let home = Home::new();
    let path = format!("{}\n", home.config_file().display());
    assert_eq!(home.ok(&["config", "path"]), path);
    assert_eq!(home.ok(&["config"]), path);
    assert!(!home.path(".config").exists());
    home.write_config("= broken");
    assert_eq!(home.ok(&["config", "path"]), path);
}

#[test]
fn every_setting_is_shown_as_it_holds_with_where_it_comes_from() {
    let home = configured("breakup = 2026-10-24\n[windows]\nfew_weeks_days = 30\n[count]\nday_starts_at = 04:00:00\n");
    let shown = format!(
        "\
# {}
breakup = 2026-10-24

[windows]
few_weeks_days = 30
golden_months = 6  # default

[count]
first_day = 0  # default
day_starts_at = \"04:00\"
week_starts = \"monday\"  # default

[prompt]
format = \"◷ {{days}}\"  # default

[remind]
milestones = true  # default
",
        home.config_file().display()
    );
    assert_eq!(home.ok(&["config", "show"]), shown);
    // What is shown is itself a configuration that means the same.
    home.write_config(&shown);
    assert_eq!(home.ok(&["config", "show"]).replace("  # default", ""), shown.replace("  # default", ""));
}

#[test]
fn where_nothing_is_set_the_defaults_are_shown_and_the_check_is_content() {
    let home = Home::new();
    let place = home.config_file().display().to_string();
    assert!(home.ok(&["config", "show"]).starts_with(&format!("# {place} (not there yet)\n\n[windows]\n")));
    let checked = home.ok(&["config", "check"]);
    assert!(checked.starts_with(&format!("There is no configuration yet; every setting has its default. It would be {place}.\n")));
    assert!(checked.ends_with(", by the zone `Europe/Berlin` (TZ).\n"), "{checked}");
    assert!(!home.path(".config").exists());
}

#[test]
fn an_unknown_key_is_a_warning_where_it_is_read_and_an_error_where_it_is_checked() {
    let text = "breakup = 2026-10-24\n\n[windows]\nfew_week_days = 30\n";
    let home = configured(text);
    let path = home.config_file().display().to_string();
    let ran = home.run(&["status", "--short"]);
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.err),
        (
            Some(0),
            "no count running · a few weeks to 6 months\n",
            format!("warning: unknown key `windows.few_week_days` in {path}:4\nhint: did you mean `windows.few_weeks_days`?\n")
        )
    );
    assert_eq!(
        home.fails(&["config", "check"]),
        format!(
            "error: unknown key `windows.few_week_days`\n --> {path}:4:1\n  |\n4 | few_week_days = 30\n  | ^^^^^^^^^^^^^\nhint: did you mean `windows.few_weeks_days`?\n"
        )
    );
    assert_eq!(home.run(&["prompt"]).err, "", "a prompt does not lecture");
    assert_eq!(home.read_config(), text);
}

#[test]
fn a_check_names_every_unknown_key_and_says_each_in_full() {
    let home = configured("brekup = 2026-10-24\n[windows]\nfew_week_days = 30\ngolden_months = 6\n[remind]\nmilestone = true\n");
    let path = home.config_file().display().to_string();
    let error = |line: usize, text: &str, key: &str, nearest: &str| {
        let (name, carets) = (text.split(' ').next().unwrap(), "^".repeat(text.find(' ').unwrap()));
        assert!(key.ends_with(name));
        format!(
            "error: unknown key `{key}`\n --> {path}:{line}:1\n  |\n{line} | {text}\n  | {carets}\nhint: did you mean `{nearest}`?\n"
        )
    };
    let expected = [
        error(1, "brekup = 2026-10-24", "brekup", "breakup"),
        error(3, "few_week_days = 30", "windows.few_week_days", "windows.few_weeks_days"),
        error(6, "milestone = true", "remind.milestone", "remind.milestones"),
    ];
    assert_eq!(home.fails(&["config", "check"]), expected.concat());
}

#[test]
fn a_key_in_the_wrong_place_is_led_home_and_a_strange_one_gets_the_list() {
    let hint = |text: &str| configured(text).fails(&["config", "check"]).lines().last().unwrap().to_owned();
    assert_eq!(hint("first_day = 1"), "hint: did you mean `count.first_day`?");
    assert_eq!(hint("[count]\nbreakup = 2026-10-24"), "hint: did you mean `breakup`?");
    assert_eq!(hint("Breakup = 2026-10-24"), "hint: did you mean `breakup`?");
    assert_eq!(hint("[window]\n"), "hint: did you mean `windows`?");
    assert!(hint("[xyz]\n").starts_with("hint: the keys are `breakup`, `no_contact_since`, `windows.few_weeks_days`, "));
}

#[test]
fn unknown_keys_are_named_in_the_order_of_their_lines() {
    let text = (1..=11).fold(String::new(), |text, line| format!("{text}zzz{line} = 1\n"));
    let home = configured(&text);
    let named: Vec<_> =
        home.run(&["status", "--short"]).err.lines().map(|line| line.rsplit(':').next().unwrap().to_owned()).collect();
    assert_eq!(named, (1..=11).map(|line| line.to_string()).collect::<Vec<_>>());
}

#[test]
fn dates_are_read_in_every_form_and_mean_the_same_day() {
    for since in [
        "2026-11-01",
        "\"2026-11-01\"",
        "'2026-11-01T21:30:00+01:00'",
        "2026-11-01T21:30:00",
        "2026-11-01 21:30:00",
        "2026-11-01T21:30:00+01:00",
        "2026-11-01T23:59:59-11:00",
        "2026-11-01T00:00:00Z",
    ] {
        let home = configured(&format!("breakup = 2026-10-24\nno_contact_since = {since}\n"));
        let status = home.status(NOW);
        assert_eq!(status["no_contact"]["days"], 22, "{since}");
        assert_eq!(status["breakup"]["days"], 30, "{since}");
    }
}

#[test]
fn a_value_is_changed_and_nothing_around_it() {
    // A byte-order mark, CRLF, comments everywhere, an order of its own, no newline at the end.
    let text = "\u{feff}# header\r\n\r\nno_contact_since = 2026-11-01\t# why\r\n# between\r\nbreakup   =   \"2026-10-24\" # day\r\n\r\n[prompt] # p\r\nformat = '{days}'\r\n# end";
    let home = configured(text);
    home.ok(&["start-no-contact", "2026-11-02", "--replace"]);
    let expected = text.replace("2026-11-01", "2026-11-02");
    // The date that did not change keeps its quotes.
    assert_eq!(home.read_config(), expected);
    home.ok(&["breakup", "2026-10-25"]);
    assert_eq!(home.read_config(), expected.replace("\"2026-10-24\"", "2026-10-25"));
    home.ok(&["start-no-contact", "yesterday", "23:50", "--replace"]);
    let expected = expected.replace("\"2026-10-24\"", "2026-10-25").replace("2026-11-02", "2026-11-22T23:50:00+01:00");
    assert_eq!(home.read_config(), expected);
}

#[test]
fn a_second_byte_order_mark_is_passed_over_and_stays() {
    let home = configured("\u{feff}\u{feff}# header\r\nbreakup = 2026-10-24\r\n");
    assert_eq!(home.status(NOW)["breakup"]["date"], "2026-10-24");
    home.ok(&["breakup", "2026-10-23"]);
    assert_eq!(home.read_config(), "\u{feff}\u{feff}# header\r\nbreakup = 2026-10-23\r\n");
    let home = configured("\u{feff}\u{feff}# header\n[prompt]\n");
    home.ok(&["breakup", "2026-10-23"]);
    assert_eq!(home.read_config(), "\u{feff}\u{feff}breakup = 2026-10-23\n\n# header\n[prompt]\n");
}

#[test]
fn a_symbolic_link_stays_one_and_an_existing_mode_stays() {
    let home = Home::new();
    std::fs::create_dir_all(home.path(".config/reconnect")).unwrap();
    std::fs::create_dir(home.path("dotfiles")).unwrap();
    std::fs::write(home.path("dotfiles/reconnect.toml"), "# mine\n").unwrap();
    std::fs::set_permissions(home.path("dotfiles/reconnect.toml"), std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink("../../dotfiles/reconnect.toml", home.config_file()).unwrap();
    home.ok(&["breakup", "2026-10-24"]);
    assert_eq!(std::fs::read_link(home.config_file()).unwrap(), Path::new("../../dotfiles/reconnect.toml"));
    assert_eq!(std::fs::read_to_string(home.path("dotfiles/reconnect.toml")).unwrap(), "# mine\nbreakup = 2026-10-24\n");
    assert_eq!(mode(&home.path("dotfiles/reconnect.toml")), 0o640);
    assert_eq!(std::fs::read_dir(home.path("dotfiles")).unwrap().count(), 1, "no temporary stays behind");
}

#[test]
fn files_and_folders_are_private_whatever_the_umask() {
    for umask in ["000", "022", "077", "0777"] {
        let home = Home::new();
        let program = home.command().get_program().to_owned();
        let script = format!("umask {umask}; exec \"$0\" --at {NOW} start-no-contact 2026-11-01 --breakup 2026-10-24");
        let mut command = Command::new("sh");
        command.args(["-c", &script]).arg(program).env_clear().env("HOME", home.path("")).env("TZ", "Europe/Berlin");
        assert!(command.output().unwrap().status.success(), "umask {umask}");
        for dir in [".config/reconnect", ".local/share/reconnect", ".local/share/reconnect/diary", ".local/state/reconnect"] {
            assert_eq!(mode(&home.path(dir)), 0o700, "{dir} under {umask}");
        }
        let diary = std::fs::read_dir(home.diary()).unwrap().next().unwrap().unwrap().path();
        let state = [".local/state/reconnect/machine", ".local/state/reconnect/prompt"].map(|file| home.path(file));
        for file in [home.config_file(), diary].iter().chain(&state) {
            assert_eq!(mode(file), 0o600, "{} under {umask}", file.display());
        }
    }
}

#[test]
fn a_folder_that_is_not_absolute_is_refused_by_name() {
    for name in ["RECONNECT_CONFIG_DIR", "RECONNECT_DATA_DIR", "RECONNECT_STATE_DIR"] {
        let home = Home::new().env(name, "some/where");
        assert_eq!(
            home.fails(&["status"]),
            format!("error: `{name}` is `some/where`, which is not an absolute path\nhint: set `{name}` to a path from the root\n")
        );
        assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);
    }
}

#[test]
fn own_folders_are_used_and_no_others() {
    let folder = tempfile::TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let home =
        Home::new().env("RECONNECT_CONFIG_DIR", &at("c")).env("RECONNECT_DATA_DIR", &at("d")).env("RECONNECT_STATE_DIR", &at("s"));
    home.ok(&["breakup", "2026-10-24"]);
    assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);
    for file in ["c/config.toml", "d/diary", "s/machine"] {
        assert!(folder.path().join(file).exists(), "{file}");
    }
}

#[test]
fn a_date_edited_by_hand_counts_at_once_and_is_recorded_by_the_next_change() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    let before = records(&home);
    home.write_config(&home.read_config().replace("2026-11-01", "2026-11-05"));
    assert_eq!(home.status(NOW)["no_contact"], serde_json::json!({"since": "2026-11-05", "days": 18}));
    assert_eq!(home.ok(&["prompt"]), "◷ 18\n");
    assert_eq!(records(&home), before, "reading records nothing");

    home.ok(&["breakup", "2026-10-25"]);
    let after = records(&home);
    assert_eq!(after[..2], before[..]);
    assert_eq!(
        (&after[2]["kind"], &after[2]["on"], &after[2]["replaces"]),
        (&"start".into(), &"2026-11-05".into(), &before[1]["id"])
    );
    assert_eq!(
        (&after[3]["kind"], &after[3]["on"], &after[3]["replaces"]),
        (&"breakup".into(), &"2026-10-25".into(), &before[0]["id"])
    );
    assert_eq!(after.len(), 4);
}

#[test]
fn a_command_corrects_what_was_only_edited_by_hand() {
    let home = configured("breakup = 2026-10-24\nno_contact_since = 2026-11-01\n");
    home.ok(&["start-no-contact", "2026-10-28", "--replace", "--breakup", "2026-10-20"]);
    let status = home.status(NOW);
    assert_eq!((&status["breakup"]["date"], &status["no_contact"]["since"]), (&"2026-10-20".into(), &"2026-10-28".into()));
    assert_eq!(home.read_config(), "breakup = 2026-10-20\nno_contact_since = 2026-10-28\n");
    let records = records(&home);
    let ons: Vec<_> = records.iter().map(|record| record["on"].as_str().unwrap()).collect();
    assert_eq!(ons, ["2026-10-24", "2026-11-01", "2026-10-20", "2026-10-28"], "what was edited by hand leaves its trace");
    assert_eq!((&records[2]["replaces"], &records[3]["replaces"]), (&records[0]["id"], &records[1]["id"]));
}

#[test]
fn saying_what_the_file_shows_records_it_once() {
    let home = configured("breakup = 2026-10-24\n");
    home.ok(&["breakup", "2026-10-24"]);
    home.ok(&["breakup", "2026-10-24"]);
    assert_eq!(records(&home).len(), 1);
}

#[test]
fn a_missing_or_outdated_mirror_costs_nothing() {
    let home = Home::new();
    home.ok(&["start-no-contact", "2026-11-01", "--breakup", "2026-10-24"]);
    let old = home.read_config();
    home.ok(&["start-no-contact", "2026-11-03", "--replace"]);
    let (status, current) = (home.status(NOW), home.read_config());
    assert_eq!(status["no_contact"]["days"], 20);

    home.write_config(&old);
    assert_eq!(home.status(NOW), status, "an old mirror is no edit by hand");
    std::fs::remove_file(home.config_file()).unwrap();
    assert_eq!(home.status(NOW), status, "nor is none");
    home.ok(&["breakup", "2026-10-24"]);
    home.ok(&["end-no-contact"]);
    assert_eq!(home.read_config(), current.replace("no_contact_since = 2026-11-03\n", ""));
}
