//! Configs that are wrong: one clear error each, with file, line and caret, the same for every command. The file stays as it is.

use crate::support::Home;

/// Messages that would repeat themselves in the table.
const SHORTHANDS: [(&str, &str); 2] = [
    ("TOML: ", "the config isn't valid TOML: "),
    ("DATE", "a date such as 2026-10-24 or a time such as 2026-10-24T21:30:00+02:00"),
];

/// Text, message, line, column (in characters, from 1), and how many carets.
const BROKEN: &[(&[u8], &str, usize, usize, usize)] = &[
    (b"breakup = 2026-13-01", "TOML: invalid date, expected month between 01 and 12", 1, 11, 10),
    (b"breakup = 24 Oct 2026", "TOML: string values must be quoted, expected literal string", 1, 11, 11),
    (b"breakup = \"24 Oct 2026\"", "`breakup` has to be DATE", 1, 11, 13),
    (b"breakup = 20261024", "`breakup` is a whole number; it has to be DATE", 1, 11, 8),
    (b"breakup = 0000-01-01", "`breakup` has to be DATE", 1, 11, 10),
    (b"breakup = 2026-10-24\nbreakup = 2026-10-25", "TOML: duplicate key", 2, 1, 7),
    (b"windows = 3", "`windows` is a whole number; it has to be a table", 1, 11, 1),
    (b"[windows]\nfew_weeks_days = 13", "`few_weeks_days` is 13; it can be 14 to 180", 2, 18, 2),
    (b"[windows]\nfew_weeks_days = \"21\"", "`few_weeks_days` is a text; it has to be a whole number", 2, 18, 4),
    (b"[windows]\nfew_weeks_days = 99999999999999999999", "`few_weeks_days` is too large a number", 2, 18, 20),
    (b"[windows]\ngolden_months = 0", "`golden_months` is 0; it can be 1 to 120", 2, 17, 1),
    (
        b"[windows]\nfew_weeks_days=60\ngolden_months=2",
        "`golden_months` doesn't fit: `few_weeks_days` = 60 doesn't end before `golden_months` = 2",
        3,
        15,
        1,
    ),
    (b"[count]\nfirst_day = 2", "`first_day` is 2; it can be 0 or 1", 2, 13, 1),
    (b"[count]\nday_starts_at = \"25:00\"", "`day_starts_at` has to be a time such as \"04:00\"", 2, 17, 7),
    (b"[count]\nday_starts_at = 4", "`day_starts_at` is a whole number; it has to be a time such as \"04:00\"", 2, 17, 1),
    (b"[count]\nweek_starts = \"Monday\"", "`week_starts` can be \"monday\", \"saturday\" or \"sunday\"", 2, 15, 8),
    (b"[prompt]\nformat = 3", "`format` is a whole number; it has to be a text in quotes", 2, 10, 1),
    (b"[prompt]\nformat = \"`id`\"", "`format` may not hold a backtick", 2, 10, 6),
    (b"[prompt]\nformat = \"{day}\"", "`format` may not hold `{`", 2, 10, 7),
    (b"[prompt]\nformat = 'a\"b'", "`format` may not hold `\"`", 2, 10, 5),
    (b"[prompt]\nformat = \"a\\u001bb\"", "`format` may not hold `\\u{1b}`", 2, 10, 10),
    (b"[remind]\nmilestones = \"yes\"", "`milestones` is a text; it has to be true or false", 2, 14, 5),
    (b"breakup = 2026-10-24 \xff", "a byte in the config isn't UTF-8", 1, 22, 1),
    (b"breakup = 2026-10-24\x1b[31m", "TOML: unexpected key or value, expected newline, `#`", 1, 22, 1),
    (b"\tbreakup = 3", "`breakup` is a whole number; it has to be DATE", 1, 12, 1),
    (b"\xef\xbb\xbfbreakup = 3\r\n", "`breakup` is a whole number; it has to be DATE", 1, 11, 1),
    (b"# \xc3\xbc\nbreakup = '\xc3\xbc'", "`breakup` has to be DATE", 2, 11, 3),
    (b"breakup = 2026-10-24T21:30:00+25:00", "TOML: invalid offset, expected hours between 00 and 23", 1, 11, 25),
    (b"count.first_day = 3", "`first_day` is 3; it can be 0 or 1", 1, 19, 1),
    (b"breakup = 2026-10-24 no_contact_since = 2026-11-01", "TOML: unexpected key or value, expected newline, `#`", 1, 39, 1),
    (b"breakup = 2026-10-24T23:59:60", "`breakup` has to be DATE", 1, 11, 19),
    (b"a=1\nb=2\nc=3\nd=4\ne=5\nf=6\ng=7\nh=8\ni=9\n[count]\nfirst_day = 5", "`first_day` is 5; it can be 0 or 1", 11, 13, 1),
    (b"[count]\nday_starts_at = \"04:00:30\"", "`day_starts_at` has to be a time such as \"04:00\"", 2, 17, 10),
    (b"breakup = 2026-10-24 # \xe6\x97\xa5\nno_contact_since = '\xe6\x97\xa5'", "`no_contact_since` has to be DATE", 2, 20, 4),
];

pub fn configured(text: impl AsRef<[u8]>) -> Home {
    let home = Home::new();
    home.put(".config/reconnect/config.toml", text);
    home
}

#[test]
fn each_has_one_error_with_file_line_and_caret() {
    for (text, message, line, column, carets) in BROKEN {
        let home = configured(text);
        let error = home.fails(&["config", "check"]);
        let shown = String::from_utf8_lossy(text);
        let message = SHORTHANDS.iter().fold((*message).to_owned(), |message, (short, long)| message.replace(short, long));
        let lines: Vec<_> = error.lines().collect();
        assert_eq!(lines[0], format!("error: {message}"), "{shown}");
        assert_eq!(lines[1].trim_start(), format!("--> {}:{line}:{column}", home.config_file().display()), "{shown}");
        assert_eq!(lines[4].matches('^').count(), *carets, "{shown}\n{error}");
        let is_plain = text.is_ascii() && !text.iter().any(|byte| byte.is_ascii_control() && *byte != b'\n');
        if is_plain {
            assert!(lines[4].ends_with(&format!("| {}{}", " ".repeat(column - 1), "^".repeat(*carets))), "{error}");
        }
        assert!(lines[5..].len() <= 2 && lines[5..].iter().all(|line| line.starts_with("hint: ")), "{error}");
        assert!(
            error.ends_with(
                "hint: in a bad moment, the pause of `reconnect urge` still works; it records your answer once this is mended\n"
            ),
            "{error}"
        );
        assert!(!error.contains(|c: char| c.is_control() && c != '\n'), "{error:?}");
    }
}

#[test]
fn every_command_says_the_same_and_leaves_the_file_as_it_is() {
    for (text, ..) in BROKEN.iter().step_by(5) {
        let home = configured(text);
        let error = home.fails(&["config", "check"]);
        for line in ["config show", "status", "breakup 2026-10-23", "start-no-contact 2026-11-02 --replace", "export"] {
            assert_eq!(home.types(line, "").err, error, "{line}");
        }
        assert_eq!(std::fs::read(home.config_file()).unwrap(), *text);
        assert!(!home.path(".local/share").exists(), "nothing is recorded beside a broken config");
    }
}

#[test]
fn a_line_about_a_date_says_how_one_is_written_and_a_file_that_is_far_too_large_is_refused() {
    configured(b"breakup = 24 Oct 2026\n").refuses(&[("status", "\nhint: a date is written `breakup = 2026-10-24`\n")]);
    let home = configured(vec![b'#'; 2 << 20]);
    let path = home.config_file().display().to_string();
    let error = format!("error: could not read `{path}`\ncaused by: it is larger than 1048576 bytes\n");
    assert!(home.fails(&["status"]).starts_with(&error));
}
