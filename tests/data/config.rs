//! The config: found, shown, checked; edited by hand and by commands without harm to either.

use crate::support::{Home, NOW, Ran};

fn configured(text: &str) -> Home {
    let home = Home::new();
    home.write_config(text);
    home
}

/// `config check` says what time it is for the program.
fn without_the_clock(said: &str) -> String {
    let is_clock = |line: &str| line.starts_with("It is 20");
    let hidden = |line: &str| format!("It is NOW{}", line.split_once('T').unwrap().1.get(14..).unwrap());
    said.lines().map(|line| if is_clock(line) { hidden(line) } else { line.to_owned() } + "\n").collect()
}

#[test]
fn every_setting_is_shown_and_checked_with_a_mark_where_it_is_the_default() {
    let unknown = "breakup = 2026-10-24\n\n[windows]\nfew_week_days = 30\n[remind]\nmilestone = true\n";
    for (name, text) in [
        ("settings", "breakup = 2026-10-24\n[windows]\nfew_weeks_days = 30\n[count]\nday_starts_at = 04:00:00\n"),
        ("unknown_keys", unknown),
        ("key_without_its_table", "first_day = 1"),
        ("misspelt_table", "[window]\n"),
        ("unknown_table", "[xyz]\n"),
        ("broken", "= broken"),
        ("byte_order_mark", "\u{feff}"),
        ("breakup_ahead", "# mine\nbreakup = 2027-10-24\n"),
    ] {
        let mut home = configured(text);
        let said = home.transcript("config\nconfig path\nconfig show\nconfig check\nbreakup");
        insta::assert_snapshot!(format!("config_{name}"), without_the_clock(&said));
        assert_eq!(home.read_config(), text);
    }
    let mut home = Home::new();
    insta::assert_snapshot!("config_none", without_the_clock(&home.transcript("config\nconfig show\nconfig check")));
    assert!(home.is_empty());
    // What is shown is itself a config that means the same.
    let home = configured("[windows]\nfew_weeks_days = 30\n");
    let shown = home.does("config show").replace("  # default", "");
    home.write_config(&shown);
    assert_eq!(home.does("config show"), shown);
    assert_eq!(home.json("config show")["settings"]["windows.few_weeks_days"], serde_json::json!({ "value": 30, "set": true }));
}

#[test]
fn a_deleted_date_is_written_again() {
    let home = Home::begun();
    let right = home.read_config();
    home.write_config(&right.replace("no_contact_since = 2026-11-01\n", ""));
    let checked = home.does("config check");
    let said = "`no_contact_since` isn't in the file. The diary has it, and the next change writes it again.";
    assert!(checked.contains(said), "{checked}");
    home.does("log-contact them");
    assert_eq!(home.read_config(), right);
}

#[test]
fn dates_are_read_in_every_form_and_mean_the_same_day() {
    let quoted = ["\"2026-11-01\"", "\" 2026-11-01 \"", "'2026-11-01T21:30:00+01:00'"];
    let bare = ["2026-11-01", "2026-11-01T21:30:00", "2026-11-01 21:30:00", "2026-11-01T23:59:59-11:00", "2026-11-01T00:00:00Z"];
    for since in quoted.iter().chain(&bare) {
        let status = configured(&format!("breakup = 2026-10-24\nno_contact_since = {since}\n")).status(NOW);
        assert_eq!((&status["no_contact"]["days"], &status["breakup"]["days"]), (&22.into(), &30.into()), "{since}");
    }
}

#[test]
fn a_value_is_changed_and_nothing_around_it() {
    // A byte-order mark, CRLF, comments everywhere, an order of its own, no newline at the end.
    let text = "\u{feff}# header\r\n\r\nno_contact_since = 2026-11-01\t# why\r\n# between\r\nbreakup   =   \"2026-10-24\" # day\r\n\r\n[prompt] # p\r\nformat = '{days}'\r\n# end";
    let home = configured(text);
    let config = || {
        let text = home.read_config();
        let is_ours = |line: &&str| !line.starts_with("recorded = ");
        assert_eq!(text.lines().filter(|line| line.starts_with("recorded = ")).count(), 1, "{text}");
        text.split_inclusive('\n').filter(is_ours).collect::<String>()
    };
    home.does("start-no-contact 2026-11-02 --replace");
    let expected = text.replace("2026-11-01", "2026-11-02");
    assert_eq!(config(), expected, "the date that did not change keeps its quotes");
    home.does("breakup 2026-10-25");
    assert_eq!(config(), expected.replace("\"2026-10-24\"", "2026-10-25"));
    home.does("start-no-contact yesterday 23:50 --replace");
    let expected = expected.replace("\"2026-10-24\"", "2026-10-25").replace("2026-11-02", "2026-11-22T23:50:00+01:00");
    assert_eq!(config(), expected);
}

#[test]
fn a_folder_that_is_not_absolute_is_refused_by_name() {
    for name in ["RECONNECT_CONFIG_DIR", "RECONNECT_DATA_DIR", "RECONNECT_STATE_DIR"] {
        let home = Home::new().env(name, "some/where");
        home.refuses(&[("config path", &format!("error: `{name}` is `some/where`, which "))]);
        assert!(home.is_empty());
    }
}

/// Runs `config edit` with an editor that runs a script on the file.
fn edited(home: &Home, script: &str) -> Ran {
    let editor = home.put("editor.sh", script);
    let mut command = home.command();
    Ran::from(command.env("EDITOR", format!("sh {}", editor.display())).args(["config", "edit"]).output().unwrap())
}

#[test]
fn an_edit_replaces_the_file_only_if_it_is_right_and_keeps_the_text_otherwise() {
    let home = Home::begun();
    let before = home.read_config();
    for (script, message) in [
        ("echo 'brekup = 1' >>\"$1\"", "unknown key"),
        ("echo '= broken' >>\"$1\"", "valid TOML"),
        ("sed -i 's/^breakup.*/breakup = 2099-01-01/' \"$1\"", "a breakup can't lie ahead"),
        ("printf '\\377' >>\"$1\"", "isn't UTF-8"),
        // Another command writes meanwhile.
        (&format!("echo '# late' >>'{}'; echo '# mine' >>\"$1\"", home.config_file().display()), "has changed while you edited it"),
    ] {
        let ran = edited(&home, script);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{script}");
        assert!(ran.err.contains(message) && ran.err.contains("hint: your text is in `"), "{}", ran.err);
        assert!(ran.err.contains("the config is unchanged"), "{}", ran.err);
        assert_eq!(home.read_config().replace("# late\n", ""), before);
    }
    // An editor that returns within a second without a change may still be open in another window.
    assert_eq!(edited(&home, "sleep 1.1").out, "Nothing was changed.\n");
    let ran = edited(&home, "echo '[count]' >>\"$1\"; echo 'first_day = 1' >>\"$1\"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "Saved.\n"), "{}", ran.err);
    assert!(home.read_config().ends_with("[count]\nfirst_day = 1\n"));
}
