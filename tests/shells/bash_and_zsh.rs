//! What holds in bash and in zsh alike.

use std::ffi::OsString;
use std::fs;
use std::process::Command;

use crate::shells::{bash, changed, copy_program, home, noon, save_hook, seconds, started, typed, user, value, zsh};
use crate::support::{Home, have};

type Start = fn(&Home) -> Command;

/// The shells that are here: name, and how to start one.
fn shells() -> Vec<(&'static str, Start)> {
    let all: [(&str, Start); 2] = [("bash", bash), ("zsh", zsh)];
    all.into_iter().filter(|(name, _)| have(name)).collect()
}

fn hook(shell: &str) -> String {
    format!("eval \"$(reconnect init {shell})\"\n")
}

#[test]
fn the_count_stands_before_your_own_prompt_once_and_with_no_prompt_in_the_variable_alone() {
    for (name, shell) in shells() {
        let home = home();
        let script = format!("PS1='mine> '\n{0}{0}:\necho seg=\"$RECONNECT_PROMPT\"\n:\n", hook(name));
        let ran = typed(shell(&home), &script);
        assert_eq!(value(&ran.out, "seg"), "◷ 22", "{name}: {}", ran.err);
        let screen = ran.err.replace("\\M-b\\M-^W\\M-7", "◷");
        assert!(screen.contains("◷ 22 mine> ") && !screen.contains("◷ 22 ◷ 22"), "{name}: {screen}");
        let alone = hook(name).replace(")\"", " --no-prompt)\"");
        let script = format!("PS1='mine> '\n{alone}:\necho seg=\"$RECONNECT_PROMPT\" ps=\"$PS1\"\n");
        assert_eq!(value(&typed(shell(&home), &script).out, "seg"), "◷ 22 ps=mine> ", "{name}");
    }
}

#[test]
fn forty_prompts_of_an_unchanged_minute_start_no_process() {
    for (name, shell) in shells() {
        let home = home();
        save_hook(&home, name, &[]);
        let load = ". ./hook\n:\n";
        // A new minute may begin in between, and then one question is right.
        let asked = (0..3).any(|_| {
            let once = started(&home, &shell(&home), load);
            assert!(once.iter().any(|line| line.contains("\"prompt\"")), "{name}: nothing asked at first: {once:#?}");
            started(&home, &shell(&home), &format!("{load}{}", ":\n".repeat(40))).len() == once.len()
        });
        assert!(asked, "{name} starts processes at each prompt");
    }
}

#[test]
fn a_change_elsewhere_and_another_zone_show_at_the_next_prompt() {
    for (name, shell) in shells() {
        let script = format!(
            "{}:\necho a=\"$RECONNECT_PROMPT\"\nreconnect start-no-contact 10 days ago --replace >/dev/null\necho b=\"$RECONNECT_PROMPT\"\n\
             export TZ=UTC-14\necho c=\"$RECONNECT_PROMPT\" status=\"$(reconnect status --short)\"\nunset TZ\nreconnect hide >/dev/null\necho d=\"$RECONNECT_PROMPT\"\n",
            hook(name)
        );
        let home = Home::new().zone("UTC+12").at(None);
        home.ok(&["start-no-contact", "22 days ago"]);
        let mut start = shell(&home);
        start.env("TZ", "UTC+12");
        let ran = typed(start, &script);
        assert_eq!(["a", "b", "d"].map(|each| value(&ran.out, each)), ["◷ 22", "◷ 10", ""], "{name}: {}", ran.err);
        // UTC-14 is 26 hours ahead of UTC+12: always another date.
        let there = value(&ran.out, "c").split_once(" status=").unwrap();
        let days = there.0.trim_start_matches("◷ ");
        assert!(["11", "12"].contains(&days) && there.1.starts_with(days), "{name}: {there:?}");
    }
}

#[test]
fn midnight_and_a_hand_edit_show_within_a_minute() {
    for (name, shell) in shells().into_iter().filter(|_| have("faketime")) {
        let (program, args) =
            (shell(&Home::new()).get_program().to_owned(), shell(&Home::new()).get_args().map(OsString::from).collect::<Vec<_>>());
        // Five seconds before the minute ends.
        let edit = "echo 'no_contact_since = 2026-11-14' >.config/reconnect/config.toml\n";
        let run = |clock: &str, edit: &str| {
            let home = Home::new().zone("UTC").at(None);
            home.write_config("no_contact_since = 2026-11-01\n");
            save_hook(&home, name, &[]);
            let offset = chrono::DateTime::parse_from_rfc3339(clock).unwrap().timestamp() - seconds();
            let mut fake = user(&home, "faketime");
            fake.args(["-f", &format!("{offset:+}s")]).arg(&program).args(&args).env("TZ", "UTC");
            let print = |name: &str| format!("echo {name}=\"$RECONNECT_PROMPT\"\n");
            let wait = "while ((EPOCHSECONDS % 60 > 30)); do sleep 0.1; done\n";
            let script = format!(". ./hook\n:\n{}{edit}:\n{}{wait}{}", print("a"), print("b"), print("c"));
            let ran = typed(fake, &script);
            ["a", "b", "c"].map(|name| value(&ran.out, name).to_owned())
        };
        std::thread::scope(|scope| {
            let edited = scope.spawn(|| run("2026-11-23T12:00:55Z", edit));
            assert_eq!(run("2026-11-23T23:59:55Z", ""), ["◷ 22", "◷ 22", "◷ 23"], "{name}");
            assert_eq!(edited.join().unwrap(), ["◷ 22", "◷ 22", "◷ 9"], "{name}");
        });
    }
}

#[test]
fn nothing_in_the_state_file_or_the_config_can_run_or_paint() {
    for (name, shell) in shells() {
        let home = home();
        let options = if name == "zsh" { "setopt prompt_subst prompt_bang" } else { "shopt -s promptvars" };
        for text in [
            "a[$(touch .ran)]",
            "$(touch .ran)`touch .ran`%F{red}",
            "'; touch .ran; '",
            "\u{1b}]0;title\u{7}",
            "",
            &"x".repeat(100_000),
        ] {
            fs::write(changed(&home), text).unwrap();
            let ran = typed(shell(&home), &format!("{options}\n{}:\necho seg=\"$RECONNECT_PROMPT\"\n", hook(name)));
            assert_eq!(value(&ran.out, "seg"), "◷ 22", "{name}: {text:?} {}", ran.err);
            assert!(!home.path(".ran").exists() && !ran.err.contains("title"), "{name}: {text:?}");
        }
        let config = home.read_config();
        for format in ["$(touch .ran)", "`touch .ran`", "%{$(touch .ran)%}", "\\u0024(touch .ran)", "a\\nb", "\\u001b[31m"] {
            home.write_config(&format!("{config}[prompt]\nformat = \"{format}\"\n"));
            let ran = typed(shell(&home), &format!("{options}\n{}:\necho seg=\"$RECONNECT_PROMPT\"\n", hook(name)));
            assert_eq!(value(&ran.out, "seg"), "◷ ?", "{name}: {format} {}", ran.err);
            assert!(!home.path(".ran").exists(), "{name}: {format}");
        }
        // Even if the program itself printed such a thing.
        save_hook(&home, name, &[]);
        let hostile = "$(touch .ran)`touch .ran`\\u\\w%F{red}%n${RECONNECT_PROMPT}";
        let ran =
            typed(shell(&home), &format!("{options}\n. ./hook\n:\nRECONNECT_PROMPT='{hostile}'\npsvar[90]=$RECONNECT_PROMPT\n:\n"));
        assert!(ran.err.contains(hostile) && !home.path(".ran").exists(), "{name}: {}", ran.err);
    }
}

#[test]
fn an_odd_file_in_place_of_the_token_and_one_that_cannot_be_read_stop_nothing() {
    for (name, shell) in shells() {
        let home = home();
        let odd = format!("f={}\n", changed(&home).display());
        let script = format!(
            "{odd}chmod 000 $f\n{}:\necho start=\"$RECONNECT_PROMPT\"\nrm $f; mkfifo $f\n:\nrm $f; mkdir $f\n:\nrmdir $f; ln -s /dev/zero $f\n:\nrm $f\n:\necho seg=\"$RECONNECT_PROMPT\"\n",
            hook(name)
        );
        let ran = typed(shell(&home), &script);
        assert_eq!(["start", "seg"].map(|at| value(&ran.out, at)), ["◷ 22"; 2], "{name}: {}", ran.err);
        // Root can read everything. In CI the tests run as an ordinary user.
        for complaint in ["no such", "directory", "denied"] {
            assert!(!ran.err.to_lowercase().contains(complaint), "{name}: {}", ran.err);
        }
    }
}

#[test]
fn a_path_may_hold_anything_that_is_text() {
    for (name, shell) in shells() {
        let odd = "a b'c\"d$(touch .ran)`e`\\f\ng''@CHANGED@";
        let home = Home::new().zone(&noon()).at(None);
        let dirs = ["CONFIG", "DATA", "STATE"].map(|dir| (format!("RECONNECT_{dir}_DIR"), home.path(odd).join(dir)));
        let bin = home.path("bin d'ir");
        fs::create_dir(&bin).unwrap();
        copy_program(&bin.join("reconnect"));
        let mut start = shell(&home);
        start.envs(dirs).env("PATH", format!("{}:/usr/bin:/bin", bin.display()));
        let script =
            format!("reconnect start-no-contact 22 days ago >/dev/null\n{}:\necho seg=\"$RECONNECT_PROMPT\"\n", hook(name));
        let ran = typed(start, &script);
        assert_eq!(value(&ran.out, "seg"), "◷ 22", "{name}: {}", ran.err);
        assert!(!home.path(".ran").exists(), "{name}");
    }
}

#[test]
fn an_uninstalled_program_leaves_a_quiet_shell() {
    for (name, shell) in shells() {
        let home = home();
        copy_program(&home.path("reconnect"));
        let script = format!(
            "eval \"$(./reconnect init {name})\"\n:\necho a=\"$RECONNECT_PROMPT\"\nrm reconnect .local/state/reconnect/changed\necho b=\"$RECONNECT_PROMPT|\"\n(exit 4)\necho status=$?\n",
        );
        let ran = typed(shell(&home), &script);
        let seen = ["a", "b", "status"].map(|name| value(&ran.out, name));
        assert_eq!(seen, ["◷ 22", "|", "4"], "{name}: {}", ran.err);
        assert!(!ran.err.to_lowercase().contains("no such") && !ran.err.contains("not found"), "{name}: {}", ran.err);
    }
}
