//! The config: found, shown, checked; edited by hand and by commands without harm to either.

use serde_json::{Value, json};

use crate::config_faults::configured;
use crate::schemas;
use crate::support::{Home, NOW, Ran, without_ids};

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
    let guide = home.does("guide 1");
    assert!(guide.contains("your own setting") && !guide.contains("few weeks are 3 weeks"), "{guide}");
    let shown = home.does("config show").replace("  # default", "");
    home.write_config(&shown);
    assert_eq!(home.does("config show"), shown);
    let row = &home.json("config show")["settings"]["windows.few_weeks_days"];
    assert_eq!([&row["value"], &row["set"], &row["default"]], [&json!(30), &json!(true), &json!(21)]);
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
fn recorded_is_kept_up_to_date_however_it_is_written() {
    for lines in
        ["[recorded] # ids\nbreakup = ID\nno_contact_since = ID\n", "recorded.breakup = ID\nrecorded.no_contact_since = ID # id\n"]
    {
        let home = Home::begun();
        let (top, ids) = home.read_config().split_once("recorded = ").map(|(top, ids)| (top.to_owned(), ids.to_owned())).unwrap();
        let own = ids.split('"').skip(1).step_by(2).fold(lines.to_owned(), |own, id| own.replacen("ID", &format!("\"{id}\""), 1));
        home.write_config(&format!("{top}{own}\n[count]\nfirst_day = 0\n"));
        home.does("log-contact me 2026-11-20");
        assert_eq!(
            without_ids(&home.read_config()),
            without_ids(&format!("{}{own}\n[count]\nfirst_day = 0\n", top.replace("2026-11-01", "2026-11-20")))
        );
        home.does("end-no-contact");
        assert!(!home.read_config().contains("no_contact_since"), "{}", home.read_config());
        assert_eq!((home.lines().len(), home.does("config check").lines().count()), (4, 2));
    }
}

#[test]
fn dates_are_read_in_every_form_and_mean_the_same_day() {
    let quoted = ["\"2026-11-01\"", "\" 2026-11-01 \"", "'2026-11-01T21:30:00+01:00'"];
    let bare = ["2026-11-01", "2026-11-01T21:30:00", "2026-11-01 21:30:00", "2026-11-01T23:59:59-11:00", "2026-11-01T00:00:00Z"];
    for since in quoted.iter().chain(&bare) {
        let status = configured(format!("breakup = 2026-10-24\nno_contact_since = {since}\n")).status(NOW);
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
        ("sed -i 's/^breakup.*/breakup = 2099-01-01/' \"$1\"", "is in the future"),
        ("printf '\\377' >>\"$1\"", "isn't UTF-8"),
        // Another command writes meanwhile.
        (&format!("echo '# late' >>'{}'; echo '# mine' >>\"$1\"", home.config_file().display()), "has changed while you edited it"),
    ] {
        let ran = edited(&home, script);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{script}");
        assert!(ran.err.contains(message) && ran.err.contains("hint: your text is in `"), "{}", ran.err);
        let is_told = ["the config is unchanged", "nothing was recorded"].iter().any(|words| ran.err.contains(words));
        assert!(is_told, "{}", ran.err);
        assert_eq!(home.read_config().replace("# late\n", ""), before);
    }
    // A file that the editor removed is no empty config.
    let ran = edited(&home, "rm \"$1\"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{}", ran.err);
    assert!(ran.err.ends_with("removed the file it was given; nothing was changed\n"), "{}", ran.err);
    assert_eq!(home.read_config().replace("# late\n", ""), before);
    // An editor that returns within a second without a change may still be open in another window.
    assert_eq!(edited(&home, "sleep 1.1").out, "Nothing was changed.\n");
    let ran = edited(&home, ":");
    assert!(ran.err.contains("nothing was changed\n") && ran.err.contains("save there later") && !ran.err.contains("your text"));
    let ran = edited(&home, "echo '[count]' >>\"$1\"; echo 'first_day = 1' >>\"$1\"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "Saved.\n"), "{}", ran.err);
    assert!(home.read_config().ends_with("[count]\nfirst_day = 1\n"));
}

/// A config with a byte-order mark, CRLF, comments, an order of its own, and tables in every form.
const ODD: &str = "\u{feff}# header\r\nbreakup = '2026-10-24' # day\r\ncount.week_starts = 'sunday' # week\r\nwindows = { few_weeks_days = 30 }\r\n\r\n[remind] # r\r\nmilestones = false # no\r\n\r\n[urge]\r\ncall = ['x'] # who\r\n# end";

#[test]
fn a_setting_is_set_as_a_person_types_it_and_nothing_around_it_changes() {
    for (typed, said, before, after) in [
        (&["urge.call", "Anna"] as &[&str], "urge.call is now Anna.", "['x']", "[\"Anna\"]"),
        (&["urge.call", "Anna,", "Ben"], "urge.call is now Anna, Ben.", "['x']", "[\"Anna\",\"Ben\"]"),
        (&["[urge] call", "O'Neil \"O\""], "urge.call is now O'Neil \"O\".", "['x']", r#"["O'Neil \"O\""]"#),
        (&["[urge]", "call", "['A, B', \"C\"]"], "urge.call is now A, B, C.", "['x']", "['A, B', \"C\"]"),
        (&["urge.call", ""], "urge.call is now empty.", "['x']", "[]"),
        (&["remind.milestones", "true"], "remind.milestones is now true.", "false", "true"),
        (&["count.week_starts", "'monday'"], "count.week_starts is now monday.", "'sunday'", "'monday'"),
        (
            &["count.day_starts_at", "4:00"],
            "count.day_starts_at is now 04:00.",
            "# week",
            "# week\r\ncount.day_starts_at = \"4:00\"",
        ),
        (&["windows.golden_months", "12"], "windows.golden_months is now 12.", "30 }", "30, golden_months = 12 }"),
        (
            &["prompt.format", "{days}", "é"],
            "prompt.format is now {days} é.",
            "# end",
            "# end\r\n\r\n[prompt]\r\nformat = \"{days} é\"\r\n",
        ),
    ] {
        let home = configured(ODD);
        for _ in 0..2 {
            assert_eq!(home.ok(&[&["config", "set"], typed].concat()), format!("{said}\n"), "{typed:?}");
            assert_eq!(home.read_config(), ODD.replace(before, after), "{typed:?}");
        }
    }
    // The first setting makes the file, and the prompts of open terminals are told.
    let home = Home::new();
    home.does("config set urge.call Ana");
    assert!(home.read_config().ends_with(
        "# For editors that check TOML: the schema is docs/schema/config.json in the source.\n\n[urge]\ncall = [\"Ana\"]\n"
    ));
    assert!(home.path(".local/state/reconnect/changed").exists());
    assert!(home.does("urge").contains("Ana"));
}

#[test]
fn a_value_that_the_file_may_not_hold_is_refused_with_the_file_s_own_words() {
    for (key, typed, written) in [
        ("windows.few_weeks_days", "3", "3"),
        ("windows.few_weeks_days", "-3", "-3"),
        ("windows.few_weeks_days", "many", "\"many\""),
        ("windows.few_weeks_days", "21.5", "\"21.5\""),
        ("count.first_day", "2", "2"),
        ("count.day_starts_at", "25:00", "\"25:00\""),
        ("count.week_starts", "friday", "\"friday\""),
        ("prompt.format", "`id`", "\"`id`\""),
        ("remind.milestones", "yes", "\"yes\""),
        ("display.accessible", "\"true\"", "\"true\""),
    ] {
        let (table, name) = key.split_once('.').unwrap();
        let error = configured(format!("[{table}]\n{name} = {written}\n")).fails(&["config", "check"]);
        let is_about_it = |line: &&str| line.contains(": ") && !line.contains("`reconnect urge`");
        let without_place: String = error.split_inclusive('\n').filter(is_about_it).collect();
        let home = Home::new();
        assert_eq!(home.fails(&["config", "set", key, typed]), without_place.replace(&format!("{written}\n"), ""), "{key}");
        assert!(home.is_empty(), "{key}");
    }
}

#[test]
fn a_prompt_holds_nothing_that_a_shell_reads_and_nothing_unseen() {
    let home = Home::new();
    for c in "$`\\%!'\"{}\n\u{1b}\u{7f}\u{9b}\u{202e}\u{200b}\u{200f}".chars() {
        let error = home.fails(&["config", "set", "prompt.format", &format!("a{c}b")]);
        assert!(error.starts_with("error: `format` may not hold "), "{c:?}: {error}");
    }
    home.refuses(&[
        ("config set prompt.format {days", "may not hold `{`"),
        ("config set prompt.format {Days}", "may not hold `{`"),
    ]);
    assert!(home.fails(&["config", "set", "prompt.format", &"a".repeat(201)]).contains("is longer than 200 characters"));
}

#[test]
fn settings_are_listed_with_what_each_is_for_and_one_of_them_alone() {
    let mut home = configured("[urge]\ncall = 'Ana'\n[prompt]\nformat = ''\n");
    insta::assert_snapshot!("config_set", home.transcript("config set\nconfig set urge.call\n! cat .config/reconnect/config.toml"));
}

/// A mistake in the file can be mended, and is named where something else is set. A table may leave no place for a key. And the
/// user's own breakup would come after the start, which with another edge belongs to the day before.
#[test]
fn a_setting_is_refused_where_it_would_not_be_so() {
    let said = Home::new().transcript(
        "@ 2099-01-01
        config set count.first_day 1
        @ 2026-11-23T18:00
        start-no-contact 2026-11-01T02:00 --breakup 2026-10-24
        ! sed -i s/2026-10-24/2026-11-01/ .config/reconnect/config.toml
        config set count.day_starts_at 04:00
        config set count.day_starts_at 01:00
        ! printf '[windows]\\nfew_weeks_days = 60\\n' >.config/reconnect/config.toml
        config set windows.golden_months 1
        config set urg.call Ana
        config set call Ana
        config set xyz 1
        config set count 1
        config set recorded.breakup 1
        config set breakup today
        ! printf '[windows]\\nfew_weeks_days = 3\\n[x]\\n' >.config/reconnect/config.toml
        status
        config set count.first_day 1
        config set windows.few_weeks_days 30
        ! cat .config/reconnect/config.toml
        ! echo urge.deep.x = 1 >.config/reconnect/config.toml
        config set urge.call Ana",
    );
    insta::assert_snapshot!("config_set_refused", said);
}

/// Lets another writer add to the config while a command waits for the lock.
#[cfg(target_os = "linux")]
#[test]
fn a_setting_that_is_added_while_a_command_waits_for_the_lock_survives() {
    for line in ["config set urge.call Ana", "log-contact me"] {
        let home = Home::begun();
        let path = home.path(".local/state/reconnect/lock");
        let lock = std::fs::File::open(&path).unwrap();
        lock.lock().unwrap();
        let program = home.command();
        let mut command = std::process::Command::new(program.get_program());
        command.env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let mut child = command.args(["--at", NOW]).args(line.split(' ')).stdout(std::process::Stdio::null()).spawn().unwrap();
        let open = format!("/proc/{}/fd", child.id());
        let waits =
            || std::fs::read_dir(&open).unwrap().any(|fd| std::fs::read_link(fd.unwrap().path()).is_ok_and(|to| to == path));
        while !waits() {
            assert!(child.try_wait().unwrap().is_none(), "`{line}` didn't wait");
            std::thread::yield_now();
        }
        home.write_config(&format!("{}\n[count]\nfirst_day = 1\n", home.read_config()));
        drop(lock);
        assert!(child.wait().unwrap().success(), "{line}");
        assert_eq!(home.json("config show")["settings"]["count.first_day"]["value"], 1, "{line}");
        let is_set = home.read_config().contains("[urge]") || home.read_config().contains("no_contact_since = 2026-11-23");
        assert!(is_set, "{line}: {}", home.read_config());
    }
}

/// Configs as TOML and as an editor's checker sees them, and whether they are right.
const CONFIGS: &[(&str, bool)] = &[
    ("", true),
    ("# only a comment, and no newline", true),
    ("\r\n\r\n\"breakup\" = 2026-10-24\r\n", true),
    ("breakup = 2026-11-09\nwindows = { few_weeks_days = 0x15 }", true),
    ("breakup = 2026-10-24\nno_contact_since = 2026-11-01T21:30:00+01:00\n", true),
    ("breakup = \"2026-10-24\"\nrecorded = { breakup = \"a\" }\n", true),
    ("breakup = \"yesterday\"\n", false),
    ("breakup = 20261024\n", false),
    ("brekup = 2026-10-24\n", false),
    ("[windows]\nfew_weeks_days = 14\ngolden_months = 120\n", true),
    ("[windows]\nfew_weeks_days = 13\n", false),
    ("[windows]\ngolden_months = 121\n", false),
    ("[windows]\nfew_weeks_days = \"21\"\n", false),
    ("[count]\nfirst_day = 1\nday_starts_at = \"04:00\"\nweek_starts = \"sunday\"\n", true),
    ("[count]\nfirst_day = 2\n", false),
    ("[count]\nday_starts_at = \"25:00\"\n", false),
    ("[count]\nweek_starts = \"friday\"\n", false),
    ("[prompt]\nformat = \"{days} of {total} ◷\"\n", true),
    ("[prompt]\nformat = \"$(date)\"\n", false),
    ("[prompt]\nformat = \"{day}\"\n", false),
    ("[remind]\nmilestones = false\n", true),
    ("[remind]\nmilestones = \"yes\"\n", false),
    ("[urge]\ncall = [\"Ana\"]\n[display]\naccessible = true\n", true),
    ("[urge]\ncall = 3\n", false),
    ("[urge]\ncall = \"\"\n", true),
    ("[urge]\ncall = []\n", true),
    ("[urge]\ncall = [\"Ana\", 3]\n", false),
    ("[recorded]\nbreakup = \"a\"\n", true),
    ("recorded = { start = \"a\" }\n", false),
    ("[display]\nglyphs = false\n", false),
];

#[test]
fn the_schema_of_the_config_judges_as_the_program_does() {
    for (text, is_right) in CONFIGS {
        let home = configured(text);
        assert_eq!(home.run(&["config", "check"]).code, Some(if *is_right { 0 } else { 2 }), "{text}");
    }
    // JSON has no dates: an editor's checker sees their text.
    let values = CONFIGS.iter().map(|(text, _)| ("config", as_json(&toml::Value::Table(text.parse().unwrap()))));
    for (fault, (text, is_right)) in schemas::faults(values).unwrap_or_default().iter().zip(CONFIGS) {
        assert_eq!(fault.is_empty(), *is_right, "{text}: {fault}");
    }
    let home = Home::new();
    home.does("breakup 2026-10-24");
    let config = home.read_config();
    assert!(config.lines().take(2).any(|line| line.starts_with('#') && line.contains("docs/schema/config.json")), "{config}");
}

fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), as_json(value))).collect(),
        toml::Value::Array(all) => all.iter().map(as_json).collect(),
        other => serde_json::to_value(other).unwrap(),
    }
}

#[test]
fn the_schemas_know_every_setting_with_its_default_and_its_line_of_help() {
    let shown = Home::begun().json("config show")["settings"].as_object().unwrap().clone();
    let [config, listed] = ["config", "config-show"].map(|name| {
        let path = format!("{}/docs/schema/{name}.json", env!("CARGO_MANIFEST_DIR"));
        serde_json::from_str::<Value>(&std::fs::read_to_string(path).unwrap()).unwrap()
    });
    let names: Vec<_> = shown.keys().collect();
    assert_eq!(listed["properties"]["settings"]["properties"].as_object().unwrap().keys().collect::<Vec<_>>(), names);
    let mut known = Vec::new();
    for (table, schema) in config["properties"].as_object().unwrap().iter().filter(|(table, _)| *table != "recorded") {
        match schema["properties"].as_object() {
            None => known.push((table.clone(), schema)),
            Some(keys) => known.extend(keys.iter().map(|(key, schema)| (format!("{table}.{key}"), schema))),
        }
    }
    assert_eq!(known.iter().map(|(name, _)| name).collect::<Vec<_>>(), names);
    for (name, schema) in known {
        assert_eq!([&schema["default"], &schema["description"]], [&shown[&name]["default"], &shown[&name]["about"]], "{name}");
    }
}
