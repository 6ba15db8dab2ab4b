//! bash: every form of `PROMPT_COMMAND`, strict flags, and the tools that also live there.

use std::fs;

use crate::home_with;
use crate::shells::{bash, save_hook, typed, user, value};
use crate::support::{Home, Ran, have};

const HOOK: &str = "eval \"$(reconnect init bash)\"\n";
/// An interactive bash with this start-up file, into which a script is typed.
fn with_rc(home: &Home, rc: &str, script: &str) -> Ran {
    fs::write(home.path("rc"), rc).unwrap();
    let mut start = user(home, "bash");
    start.args(["--noprofile", "--rcfile", "rc", "-i"]);
    typed(start, script)
}

const COMPLAINTS: [&str; 7] = ["unbound", "syntax error", "not found", "bad array", "integer", "readonly", "no match"];

#[test]
fn every_form_of_prompt_command_and_strict_flags_work() {
    let Some(home) = home_with(&["bash"]) else { return };
    let forms = [
        "unset PROMPT_COMMAND",
        "PROMPT_COMMAND=",
        "PROMPT_COMMAND='seen=$?;'",
        "PROMPT_COMMAND='seen=$? # a comment'",
        "PROMPT_COMMAND=('seen=$?' 'more=1')",
        "PROMPT_COMMAND=([3]='seen=$?' [7]='more=1')",
        "declare -ax PROMPT_COMMAND=('seen=$?')",
        "PROMPT_COMMAND=()",
        "export PROMPT_COMMAND='seen=$?'",
        "PROMPT_COMMAND='PS1=\"tool> \"'",
        "set -o posix; PROMPT_COMMAND='seen=$?'",
        "IFS=1234567890",
        "IFS=_cr; set -a",
        "shopt -s extglob nocasematch failglob nullglob; set -o posix; set +o posix; set -f",
    ];
    for form in forms {
        for flags in [":", "set -u", "set -euo pipefail"] {
            let script = format!(
                "{flags}\n{form}\n{HOOK}{HOOK}:\n! true\necho \"status=$?\"\necho \"seg=$RECONNECT_PROMPT\"\n\
                 text=$(declare -p PROMPT_COMMAND)\ntext=${{text//_reconnect_hook/#}} text=${{text//[!#]/}}\necho \"hooks=${{#text}}\"\n\
                 case $PS1 in *'RECONNECT_PROMPT:+'*RECONNECT_PROMPT:+*) echo ps=twice ;; *RECONNECT_PROMPT:+*) echo ps=once ;; esac\nexit 7\n"
            );
            let ran = typed(bash(&home), &script);
            let told = format!("{flags}; {form}\n{}\n{}", ran.out, ran.err);
            let comment = usize::from(form.contains("comment"));
            let seen = ["status", "seg", "ps", "hooks"].map(|name| value(&ran.out, name));
            assert_eq!(seen, ["1", "◷ 22", "once", &(1 + comment).to_string()], "{told}");
            assert_eq!(ran.code, Some(7), "{told}");
            assert!(!COMPLAINTS.iter().any(|word| ran.err.contains(word)), "{told}");
        }
    }
}

#[test]
fn a_child_that_inherits_prompt_command_entries_behind_it_and_a_readonly_one_work() {
    let Some(home) = home_with(&["bash"]) else { return };
    for flags in ["", "set -u\n", "set -a\n"] {
        let script = format!(
            "{flags}export PROMPT_COMMAND='seen=$?'\n{HOOK}:\nbash --norc -i\n:\nfalse\necho status=$? later=$seen\n:\nexit\nexit\n"
        );
        let ran = typed(bash(&home), &script);
        assert_eq!(value(&ran.out, "status"), "1 later=1", "{flags}: {}", ran.err);
        assert!(!COMPLAINTS.iter().any(|word| ran.err.contains(word)), "{flags}: {}", ran.err);
    }
    // Entries behind the hook see your exit code.
    let script = format!("{HOOK}PROMPT_COMMAND+=$'\\nlater=$?'\n(exit 3)\n(exit 5)\necho later=$later\n");
    assert_eq!(value(&typed(bash(&home), &script).out, "later"), "5");
    for fixed in
        ["readonly PROMPT_COMMAND=seen=1", "readonly PROMPT_COMMAND", "declare -ar PROMPT_COMMAND=(seen=1)", "readonly PS1"]
    {
        let ran = typed(bash(&home), &format!("{fixed}\n{HOOK}:\nfalse\necho status=$?\n"));
        assert_eq!(value(&ran.out, "status"), "1", "{fixed}: {}", ran.err);
        assert!(!COMPLAINTS.iter().any(|word| ran.err.replace(fixed, "").contains(word)), "{fixed}: {}", ran.err);
    }
}

#[test]
fn tools_that_mark_or_rewrite_the_prompt_still_work() {
    let Some(home) = home_with(&["bash"]) else { return };
    // What iTerm2 and VS Code do: keep PS1, put marks around it, and look whether somebody has changed it since.
    let marks = "marks() { if [[ $PS1 != \"${custom-}\" ]]; then own=$PS1; custom=\"\\[A\\]$own\\[B\\]\" PS1=$custom; fi; }\n";
    // What bash-preexec does: take PROMPT_COMMAND apart, and put itself around it.
    let preexec = "around() { last=$?; eval \"$user_command\"; }\nuser_command=$PROMPT_COMMAND; PROMPT_COMMAND=around\n";
    let venv = "old=$PS1; PS1=\"(v) $PS1\"\n";
    for (before, after, expected) in [
        (format!("{marks}PROMPT_COMMAND=marks\n"), "", "A◷ 22 mine> B"),
        (marks.to_owned(), "PROMPT_COMMAND+=$'\\nmarks'\n", "A◷ 22 mine> B"),
        (String::new(), preexec, "◷ 22 mine> "),
        (String::new(), venv, "(v) ◷ 22 mine> "),
        ("PROMPT_COMMAND='PS1=\"mine> \"'\n".to_owned(), "", "◷ 22 mine> "),
    ] {
        let ran = with_rc(&home, &format!("PS1='mine> '\n{before}{HOOK}{after}"), ":\n:\n:\necho ps=\"$PS1\"\n");
        let last = ran.err.lines().rfind(|line| line.contains("mine> ")).unwrap_or_default();
        assert!(last.contains(expected), "{before}{after}: {}", ran.err);
        assert_eq!(value(&ran.out, "ps").matches(":+").count(), 1, "{}", ran.out);
    }
}

/// A DEBUG timer, an ERR trap and a command that reads the status: what each prompt of a shell with this start-up file writes down.
fn noticed(home: &Home, rc: &str, hook: &str) -> Vec<String> {
    let watchers = "trap 'seen=${seen:-$BASH_COMMAND}' DEBUG\ntrap 'echo ERR >>log' ERR\n\
         stop() { saved=\"$? ${PIPESTATUS[*]}\"; echo \"$saved: $seen\" >>log; seen=; }\n";
    let _ = fs::remove_file(home.path("log"));
    let script = "true\n(exit 3)\ntrue | false | true\nsh -c 'exit 4' | sh -c 'exit 5'\nfalse\n";
    let ran = with_rc(home, &rc.replace("WATCH\n", watchers).replace("HOOK\n", hook), script);
    assert!(!COMPLAINTS.iter().any(|word| ran.err.contains(word)), "{rc}: {}", ran.err);
    fs::read_to_string(home.path("log")).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn timers_traps_and_pipestatus_see_what_they_see_without_the_hook() {
    let Some(home) = home_with(&["bash"]) else { return };
    // Here the hook is last, and the tool was there before it.
    for commands in ["stop", "'stop;'", "'stop # true;'", "(stop)", "(true stop)", "([3]=true [7]=stop)"] {
        let rc = format!("WATCH\nPROMPT_COMMAND={commands}\nHOOK\n");
        let control = noticed(&home, &rc, "");
        assert!(control.len() >= 6 && control.concat().contains("0 0 1 0: true"), "{control:#?}");
        for flags in ["", "set -E\n", "set -u\n", "shopt -s extglob\nIFS=0123\n"] {
            assert_eq!(
                noticed(&home, &format!("{flags}{rc}"), &HOOK.repeat(2)),
                noticed(&home, &format!("{flags}{rc}"), ""),
                "{flags}{rc}"
            );
        }
    }
    // Here it is first. Where a tool puts itself in front, the hook gives way after the first prompt.
    for (commands, prompts) in [
        ("+=$'\\nstop'", 0),
        ("+=(stop)", 0),
        ("=\"stop; ${PROMPT_COMMAND-}\"", 1),
        ("=\"stop${PROMPT_COMMAND:+;$PROMPT_COMMAND}\"", 1),
        ("=(stop \"${PROMPT_COMMAND[@]}\")", 1),
    ] {
        let rc = format!("HOOK\nWATCH\nPROMPT_COMMAND{commands}\n");
        let since = |hook: &str| noticed(&home, &rc, hook).split_off(1 + prompts);
        assert_eq!(since(HOOK), since(""), "{rc}");
    }
}

#[test]
fn a_preexec_sees_each_command_of_yours_once_and_none_of_ours() {
    let Some(home) = home_with(&["bash"]) else { return };
    // Like VS Code: a command begins at the first DEBUG trap behind its own function.
    let marks = "begin() { [[ $running == no && $BASH_COMMAND != finish ]] && running=yes && echo \"C $BASH_COMMAND\" >>log; :; }\n\
         finish() { running=no; echo D >>log; }\ntrap begin DEBUG\nrunning=yes\n";
    for rc in ["PROMPT_COMMAND=finish\nHOOK", "PROMPT_COMMAND=(true finish)\nHOOK", "HOOKPROMPT_COMMAND+=$'\\nfinish'\n"] {
        let _ = fs::remove_file(home.path("log"));
        let ran = with_rc(&home, &format!("{marks}{}", rc.replace("HOOK", HOOK)), "echo one\necho two\n");
        let log = fs::read_to_string(home.path("log")).unwrap();
        assert_eq!(log, "D\nC echo one\nD\nC echo two\nD\n", "{rc}: {}", ran.err);
    }
    // bash-preexec has an array for us, and leaves the rest as it is.
    let preexec = format!("bash_preexec_imported=defined precmd_functions=(theirs) PROMPT_COMMAND=theirs\n{HOOK}{HOOK}");
    let ran = typed(bash(&home), &format!("{preexec}echo all=\"${{precmd_functions[*]}} $PROMPT_COMMAND\"\n"));
    assert_eq!(value(&ran.out, "all"), "theirs _reconnect_hook theirs", "{}", ran.err);
}

#[test]
fn the_count_stands_before_the_last_line_and_behind_what_moves_the_cursor() {
    let Some(home) = home_with(&["bash"]) else { return };
    for (prompt, expected) in [
        ("own> ", "COUNTown> "),
        ("\\[\\e[G\\]\\[\\e[1m\\]own> ", "\\[\\e[G\\]\\[\\e[1m\\]COUNTown> "),
        ("first\\n\\[\\e[m\\]own> ", "first\\n\\[\\e[m\\]COUNTown> "),
        ("first\nsecond\\nown> ", "first\nsecond\\nCOUNTown> "),
        ("$(printf \"a\\n\")${x:+(y)}own> ", "$(printf \"a\\n\")COUNT${x:+(y)}own> "),
        ("${x:-$(a\n)}own> ", "${x:-$(a\n)}COUNTown> "),
        ("first\\n", "first\\nCOUNT"),
    ] {
        fs::write(home.path("before"), prompt).unwrap();
        let mut shell = user(&home, "bash");
        shell.args(["--norc", "--noprofile"]);
        let ran = typed(shell, &format!("PS1=$(<before)\n{HOOK}printf %s \"$PS1\" >after\n"));
        let after = fs::read_to_string(home.path("after")).unwrap();
        assert_eq!(after, expected.replace("COUNT", "${RECONNECT_PROMPT:+$RECONNECT_PROMPT }"), "{}", ran.err);
    }
}

#[test]
fn shellcheck_finds_nothing_and_an_older_bash_counts_minutes_since_it_started() {
    let Some(home) = home_with(&["bash"]) else { return };
    save_hook(&home, "bash", &[]);
    if have("shellcheck") {
        let checked = user(&home, "shellcheck").arg("hook").output().unwrap();
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    }
    let old = fs::read_to_string(home.path("hook")).unwrap();
    let old = old.replace("BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1]", "302").replace("EPOCHSECONDS", "NO_CLOCK");
    fs::write(home.path("old"), old).unwrap();
    let ran = typed(bash(&home), "set -u\nPROMPT_COMMAND='a=1;'\n. ./old\n. ./old\n:\necho seg=\"$RECONNECT_PROMPT\"\n");
    assert_eq!(value(&ran.out, "seg"), "◷ 22", "{}", ran.err);
}
