//! The hooks of bash and zsh, in the real shells.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests")]

#[path = "support/shells.rs"]
mod shells;
mod support;

use std::fs;
use std::process::Command;

use shells::{bash, clock, copy_program, expire, home, state, typed, user, zsh};
use support::{Home, have};

/// What both shells are put through: name, how to start it, how the hook gets in.
type Shell = (&'static str, fn(&Home) -> Command);

fn shells() -> Vec<Shell> {
    let all: [Shell; 2] = [("bash", bash), ("zsh", zsh)];
    all.into_iter().filter(|(name, _)| have(name)).collect()
}

fn hook(shell: &str) -> String {
    format!("eval \"$(reconnect init {shell})\"\n")
}

/// The line of output that begins with `name=`.
fn value<'a>(out: &'a str, name: &str) -> &'a str {
    out.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('=')).unwrap_or("(not printed)")
}

#[test]
fn the_segment_stands_before_the_users_own_prompt_once() {
    for (name, shell) in shells() {
        let home = home();
        let script = format!("PS1='mine> '\n{0}{0}:\necho seg=\"$RECONNECT_PROMPT\"\n:\n", hook(name));
        let ran = typed(shell(&home), &script);
        assert_eq!(value(&ran.out, "seg"), "◷ 22", "{name}: {}", ran.err);
        let screen = if name == "zsh" { ran.err.replace("\\M-b\\M-^W\\M-7", "◷") } else { ran.err };
        assert!(screen.contains("◷ 22 mine> "), "{name}: {screen}");
        assert!(!screen.contains("◷ 22 ◷ 22"), "{name}: {screen}");
    }
}

#[test]
fn without_a_prompt_only_the_variable_is_kept() {
    for (name, shell) in shells() {
        let home = home();
        let script =
            format!("PS1='mine> '\neval \"$(reconnect init {name} --no-prompt)\"\n:\necho seg=\"$RECONNECT_PROMPT\" ps=\"$PS1\"\n");
        assert_eq!(value(&typed(shell(&home), &script).out, "seg"), "◷ 22 ps=mine> ", "{name}");
    }
}

#[test]
fn bash_survives_every_form_of_prompt_command_and_strict_flags() {
    if !have("bash") {
        return;
    }
    let forms = [
        "unset PROMPT_COMMAND",
        "PROMPT_COMMAND=",
        "PROMPT_COMMAND='seen=$?'",
        "PROMPT_COMMAND='seen=$?;'",
        "PROMPT_COMMAND='seen=$? ;  '",
        "PROMPT_COMMAND='seen=$? # a comment'",
        "PROMPT_COMMAND=('seen=$?' 'more=1')",
        "PROMPT_COMMAND=([3]='seen=$?' [7]='more=1')",
        "declare -ax PROMPT_COMMAND=('seen=$?')",
        "PROMPT_COMMAND=()",
        "PROMPT_COMMAND='PS1=\"tool> \"'",
        "IFS=1234567890",
        "shopt -s extglob nocasematch failglob; set -o posix; set +o posix; set -f",
    ];
    for form in forms {
        for flags in [":", "set -u", "set -eu -o pipefail"] {
            let home = home();
            let script = format!(
                "{flags}\n{form}\n{0}{0}:\n! true\necho \"status=$?\"\necho \"seg=$RECONNECT_PROMPT\"\n\
                 text=$(declare -p PROMPT_COMMAND)\ntext=${{text//[!_]/}}\necho \"hooks=${{#text}}\"\ncase $PS1 in *'RECONNECT_PROMPT:+'*RECONNECT_PROMPT:+*) echo ps=twice ;; *RECONNECT_PROMPT:+*) echo ps=once ;; esac\nexit 7\n",
                hook("bash")
            );
            let ran = typed(bash(&home), &script);
            let told = format!("{flags}; {form}\n{}\n{}", ran.out, ran.err);
            assert_eq!(value(&ran.out, "status"), "1", "{told}");
            assert_eq!(value(&ran.out, "seg"), "◷ 22", "{told}");
            assert_eq!(value(&ran.out, "ps"), "once", "{told}");
            // `PROMPT_COMMAND` and `_reconnect_hook` have three underscores, whatever else is in there.
            assert_eq!(value(&ran.out, "hooks"), "3", "{told}");
            assert_eq!(ran.code, Some(7), "{told}");
            for word in ["unbound", "syntax error", "not found", "bad array", "integer"] {
                assert!(!ran.err.contains(word), "{told}");
            }
        }
    }
}

#[test]
fn zsh_survives_strict_options_and_the_hooks_of_others() {
    if !have("zsh") {
        return;
    }
    let forms = [
        ":",
        "setopt nounset",
        "setopt errexit nounset pipefail",
        "setopt err_return no_unset",
        "setopt ksh_arrays",
        "setopt sh_word_split glob_subst prompt_subst",
        "setopt rc_quotes no_clobber warn_create_global",
        "precmd() { psvar=(); psvar[1]=theirs }",
        "precmd() { PROMPT='tool> ' }",
        "psvar=(one two)",
        "IFS=1234567890",
    ];
    for form in forms {
        let home = home();
        let script = format!(
            "{form}\n{0}{0}:\n! true\necho \"status=$?\"\necho \"seg=$RECONNECT_PROMPT\"\n\
             echo \"hooks=${{(j: :)precmd_functions}}\"\nprint -rP -- 'shown=%20v'\nprint -rP -- 'theirs=%1v'\nexit 7\n",
            hook("zsh")
        );
        let ran = typed(zsh(&home), &script);
        let told = format!("{form}\n{}\n{}", ran.out, ran.err);
        assert_eq!(value(&ran.out, "status"), "1", "{told}");
        assert_eq!(value(&ran.out, "seg"), "◷ 22", "{told}");
        assert_eq!(value(&ran.out, "hooks"), "_reconnect_hook", "{told}");
        assert_eq!(value(&ran.out, "shown"), "◷ 22", "{told}");
        assert_eq!(ran.code, Some(7), "{told}");
        for word in ["not set", "parse error", "not found", "bad "] {
            assert!(!ran.err.contains(word), "{told}");
        }
        if form.contains("theirs") {
            assert_eq!(value(&ran.out, "theirs"), "theirs", "{told}");
        }
    }
}

#[test]
fn the_hook_keeps_the_status_that_others_read() {
    if have("bash") {
        let home = home();
        let script = format!(
            "PROMPT_COMMAND=:\n{}PROMPT_COMMAND+=$'\\nlater=$?'\n(exit 3)\necho now=$? later=$later\n(exit 5)\necho later=$later\n",
            hook("bash")
        );
        let ran = typed(bash(&home), &script);
        assert_eq!(value(&ran.out, "now"), "3 later=0", "{}", ran.err);
        // A `:` before the hook has set `$?` to 0 by itself; without it the hook passes the user's on.
        let script = format!("{}PROMPT_COMMAND+=$'\\nlater=$?'\n(exit 3)\n(exit 5)\necho later=$later\n", hook("bash"));
        assert_eq!(value(&typed(bash(&home), &script).out, "later"), "5");
    }
    if have("zsh") {
        let home = home();
        let script = format!(
            "{}after() {{ later=$? }}\nprecmd_functions+=(after)\n(exit 5)\necho later=$later now=$?\n(exit 5)\necho now=$?\n",
            hook("zsh")
        );
        let ran = typed(zsh(&home), &script);
        assert_eq!((value(&ran.out, "later"), value(&ran.out, "now")), ("5 now=5", "5"), "{}", ran.err);
    }
}

#[test]
fn a_change_elsewhere_and_an_edit_by_hand_show_in_the_next_prompt() {
    for (name, shell) in shells() {
        let home = home();
        // The hook's own shell has forgotten nothing when another process changes the count: that is another terminal.
        let edit = "sed -i '/^no_contact_since/s/=.*/= '\"$(date -d '3 days ago' +%F)\"'/' .config/reconnect/config.toml";
        let format = "printf '[prompt]\\nformat = \"day {days}\"\\n' >> .config/reconnect/config.toml";
        let script = format!(
            "{}:\necho a=\"$RECONNECT_PROMPT\"\nreconnect start-no-contact 10 days ago --replace >/dev/null\necho b=\"$RECONNECT_PROMPT\"\n\
             sleep 0.02\n{edit}\necho c=\"$RECONNECT_PROMPT\"\nsleep 0.02\n{format}\necho d=\"$RECONNECT_PROMPT\"\n",
            hook(name)
        );
        let ran = typed(shell(&home), &script);
        let seen = ["a", "b", "c", "d"].map(|name| value(&ran.out, name));
        assert_eq!(seen, ["◷ 22", "◷ 10", "◷ 3", "day 3"], "{name}: {}", ran.err);
    }
}

#[test]
fn what_has_expired_is_renewed_and_what_is_valid_is_believed() {
    for (name, shell) in shells() {
        let home = home();
        let now = clock();
        for (text, expected) in [
            ("1000000000 1000000600 ◷ 999\n".to_owned(), "◷ 22"),
            (format!("{} {} ◷ 999\n", now + 3000, now + 3600), "◷ 22"),
            (format!("{} {} ◷ 999\n", now - 10, now + 100_000), "◷ 22"),
            (format!("{} {} ◷ 998\n", now - 60, now + 500), "◷ 998"),
            (format!("0{} 0{}  two  spaces \n", now - 60, now + 500), " two  spaces "),
            (format!("{} {} \n", now - 60, now + 500), ""),
            (format!("{} {} no end of line", now - 60, now + 500), "◷ 22"),
            (format!("{} {} \u{1b}]0;title\u{7}\n", now - 60, now + 500), "◷ 22"),
            ("99999999999999999999 999999999999999999999 x\n".to_owned(), "◷ 22"),
            ("\n".to_owned(), "◷ 22"),
            (String::new(), "◷ 22"),
        ] {
            fs::write(state(&home), &text).unwrap();
            let script = format!("{}:\necho \"seg=$RECONNECT_PROMPT|\"\n", hook(name));
            let ran = typed(shell(&home), &script);
            assert_eq!(value(&ran.out, "seg"), format!("{expected}|"), "{name}: {text:?} {}", ran.err);
        }
    }
}

#[test]
fn nothing_in_the_state_file_or_the_config_can_run_or_paint() {
    for (name, shell) in shells() {
        let home = home();
        let now = clock();
        let (from, until) = (now - 60, now + 500);
        for text in [
            format!("a[$(touch$IFS.ran)] {until} x\n"),
            format!("{from} a[$(touch$IFS.ran)] x\n"),
            format!("{from} {until} $(touch .ran)`touch .ran`\\u\\w%F{{red}}%n%{{%}}${{RECONNECT_PROMPT}}\n"),
        ] {
            fs::write(state(&home), &text).unwrap();
            let options = if name == "zsh" { "setopt prompt_subst prompt_bang" } else { "shopt -s promptvars" };
            let ran = typed(shell(&home), &format!("{options}\n{}:\n:\n", hook(name)));
            assert!(!home.path(".ran").exists(), "{name}: {text:?}");
            if text.contains("%F") {
                assert!(ran.err.contains("$(touch .ran)`touch .ran`\\u\\w%F{red}%n%{%}${RECONNECT_PROMPT}"), "{name}: {}", ran.err);
            }
        }
        // What the test has written itself is dated now, and an edit within the same tick of the clock would not be newer.
        fs::remove_file(state(&home)).unwrap();
        let config = home.read_config();
        for format in ["$(touch .ran)", "`touch .ran`", "%{$(touch .ran)%}", "\\u0024(touch .ran)", "a\\nb", "\\u001b[31m"] {
            home.write_config(&format!("{config}[prompt]\nformat = \"{format}\"\n"));
            let ran = typed(shell(&home), &format!("{}:\necho seg=\"$RECONNECT_PROMPT\"\n", hook(name)));
            assert_eq!(value(&ran.out, "seg"), "◷ ?", "{name}: {format} {}", ran.err);
            assert!(!home.path(".ran").exists(), "{name}: {format}");
        }
    }
}

#[test]
fn a_path_may_hold_anything_that_is_text() {
    for (name, shell) in shells() {
        let odd = "a b'c\"d$(touch .ran)`e`\\f\ng''@STATE@";
        let home = Home::new().zone(&shells::noon()).at(None);
        let dirs = ["CONFIG", "DATA", "STATE"].map(|dir| (format!("RECONNECT_{dir}_DIR"), home.path(odd).join(dir)));
        let bin = home.path("bin d'ir");
        fs::create_dir(&bin).unwrap();
        copy_program(&bin.join("reconnect"));
        let mut start = shell(&home);
        start.envs(dirs.clone()).env("PATH", format!("{}:/usr/bin:/bin", bin.display()));
        let script =
            format!("reconnect start-no-contact 22 days ago >/dev/null\n{}:\necho seg=\"$RECONNECT_PROMPT\"\n", hook(name));
        let ran = typed(start, &script);
        assert_eq!(value(&ran.out, "seg"), "◷ 22", "{name}: {}", ran.err);
        assert!(!home.path(".ran").exists(), "{name}");
        assert!(home.path(odd).join("STATE/prompt").exists(), "{name}");
    }
}

#[test]
fn an_uninstalled_program_leaves_a_quiet_shell() {
    for (name, shell) in shells() {
        let home = home();
        let copy = home.path("reconnect");
        copy_program(&copy);
        let script = format!(
            "eval \"$(./reconnect init {name})\"\n:\necho a=\"$RECONNECT_PROMPT\"\nrm reconnect\nrm .local/state/reconnect/prompt\necho b=\"$RECONNECT_PROMPT|\"\n",
        );
        let ran = typed(shell(&home), &script);
        assert_eq!((value(&ran.out, "a"), value(&ran.out, "b")), ("◷ 22", "|"), "{name}: {}", ran.err);
        assert!(
            !ran.err.contains("No such file") && !ran.err.contains("no such file") && !ran.err.contains("not found"),
            "{name}: {}",
            ran.err
        );
    }
}

#[test]
fn a_bash_without_a_clock_asks_the_program() {
    if !have("bash") {
        return;
    }
    let home = home();
    let script = String::from_utf8(user(&home, "reconnect").args(["init", "bash"]).output().unwrap().stdout).unwrap();
    let old = script.replace("BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1]", "302");
    assert_ne!(old, script);
    fs::write(home.path("old.bash"), old).unwrap();
    expire(&home);
    let ran = typed(bash(&home), "set -u\nPROMPT_COMMAND='a=1;'\n. ./old.bash\n. ./old.bash\n:\necho seg=\"$RECONNECT_PROMPT\"\n");
    assert_eq!(value(&ran.out, "seg"), "◷ 22", "{}", ran.err);
}

#[test]
fn shellcheck_finds_nothing() {
    if !have("shellcheck") {
        return;
    }
    let home = home();
    let script = user(&home, "reconnect").args(["init", "bash"]).output().unwrap().stdout;
    fs::write(home.path("hook.bash"), script).unwrap();
    let checked = user(&home, "shellcheck").arg("hook.bash").output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
}

#[test]
fn what_was_remembered_is_never_shown_for_what_now_stands_there() {
    for (name, shell) in shells() {
        let home = home();
        let file = ".local/state/reconnect/prompt";
        let now = clock();
        let line = |until: u64, text: &str| format!("{} {until} {text}", now - 60);
        // Another of the same length and times, a torn one, nothing, a fifo, and all of it gone.
        let script = format!(
            "set -u\n{hook}write() {{ printf \"$1\" > {file}; }}\n:\nwrite '{a}\\n'\n:\necho a=\"$RECONNECT_PROMPT\"\nwrite '{b}\\n'\necho b=\"$RECONNECT_PROMPT\"\n\
             write '{b}'\necho c=\"$RECONNECT_PROMPT\"\nwrite '{a}\\n'\n:\nwrite ''\necho d=\"$RECONNECT_PROMPT\"\nwrite '{a}\\n'\n:\nrm {file}; mkfifo {file}\necho e=\"$RECONNECT_PROMPT\"\n\
             rm {file}; write '{a}\\n'\n:\nRECONNECT_PROMPT=mine\necho f=\"$RECONNECT_PROMPT\"\nrm -r {file} .config .local\necho g=\"$RECONNECT_PROMPT|\"\n",
            hook = hook(name),
            a = line(now + 500, "◷ 997"),
            b = line(now + 500, "◷ 998"),
        );
        let ran = typed(shell(&home), &script);
        let seen = ["a", "b", "c", "d", "e", "f", "g"].map(|name| value(&ran.out, name));
        assert_eq!(seen, ["◷ 997", "◷ 998", "◷ 22", "◷ 22", "◷ 22", "◷ 997", "|"], "{name}: {}", ran.err);
        let complains = ["No such", "no such", "unbound", "parameter not set"].iter().any(|word| ran.err.contains(word));
        assert!(!complains, "{name}: {}", ran.err);
    }
}

#[test]
fn a_remembered_segment_is_over_when_its_time_is() {
    let home = home();
    // The shell's own memory is set back instead of waiting ten minutes: what it holds is over, and the file says so too.
    let past = "1000000000 1000000600 ◷ 999";
    let script = format!(
        "{}:\nprintf '{past}\\n' > .local/state/reconnect/prompt; _reconnect_from=1000000000 _reconnect_until=1000000600 _reconnect_seen=$'{past}\\n' _reconnect_segment='◷ 999'\necho seg=\"$RECONNECT_PROMPT\"\n",
        hook("bash")
    );
    for (name, shell) in shells() {
        let ran = typed(shell(&home), &script.replace("init bash", &format!("init {name}")));
        assert_eq!(value(&ran.out, "seg"), "◷ 22", "{name}: {}", ran.err);
    }
}
