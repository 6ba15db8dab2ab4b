//! zsh: strict options, the hooks of others, and themes that write PROMPT late or while you type.

use std::fs;

use crate::home_with;
use crate::shells::{save_hook, typed, user, value, zsh};
use crate::support::Home;
use crate::terminal::Terminal;

const HOOK: &str = "eval \"$(reconnect init zsh)\"\n";

#[test]
fn strict_options_and_the_hooks_of_others_work() {
    let Some(home) = home_with(&["zsh"]) else { return };
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
        "readonly PROMPT",
    ];
    for form in forms {
        let script = format!(
            "{form}\n{HOOK}{HOOK}:\n! true\necho \"status=$?\"\necho \"seg=$RECONNECT_PROMPT\"\n\
             echo \"hooks=${{(j: :)precmd_functions}}\"\nprint -rP -- 'shown=%90v'\nprint -rP -- 'theirs=%1v'\nexit 7\n"
        );
        let ran = typed(zsh(&home), &script);
        let told = format!("{form}\n{}\n{}", ran.out, ran.err);
        let shown = if form.starts_with("readonly") { "" } else { "◷ 22" };
        let seen = ["status", "seg", "hooks", "shown"].map(|name| value(&ran.out, name));
        assert_eq!(seen, ["1", "◷ 22", "_reconnect_hook", shown], "{told}");
        assert_eq!(ran.code, Some(7), "{told}");
        for word in ["not set", "parse error", "not found", "bad ", "read-only"] {
            assert!(!ran.err.contains(word), "{told}");
        }
        if form.contains("theirs") {
            assert_eq!(value(&ran.out, "theirs"), "theirs", "{told}");
        }
    }
    // Hooks behind ours see your exit code.
    let script = format!("{HOOK}after() {{ later=$? }}\nprecmd_functions+=(after)\n(exit 5)\necho later=$later now=$?\n");
    assert_eq!(value(&typed(zsh(&home), &script).out, "later"), "5 now=5");
}

fn start<'h>(home: &'h Home, rc: &str) -> Terminal<'h> {
    save_hook(home, "zsh", &[]);
    fs::write(home.path(".zshrc"), format!("unsetopt global_rcs\n{rc}")).unwrap();
    let mut zsh = user(home, "zsh");
    zsh.arg("-d");
    Terminal::run(home, &zsh)
}

#[test]
fn a_theme_that_writes_the_prompt_late_or_while_you_type_shows_the_count() {
    let Some(home) = home_with(&["zsh", "tmux"]) else { return };
    let themes = [
        // powerlevel10k moves its own hook to the end, and sets PROMPT there.
        "theme() { precmd_functions=(${precmd_functions:#theme} theme); PROMPT='own> ' }\n. ./hook\nprecmd_functions+=(theme)\n",
        "theme() { psvar=(); PROMPT='own> ' }\n. ./hook\nprecmd_functions+=(theme)\n",
        "PROMPT='own> '\n. ./hook\nTMOUT=1\nTRAPALRM() { PROMPT=\"$SECONDS own> \"; zle reset-prompt }\n",
        "PROMPT='own> '\nzle-line-init() { mine=1 }\nzle -N zle-line-init\n. ./hook\n",
        "setopt prompt_subst\nPROMPT='$(echo own)> '\n. ./hook\n. ./hook\n",
        "PROMPT='$(echo own)> '\nsetopt prompt_subst transient_rprompt\nRPROMPT='right'\n. ./hook\n",
    ];
    for theme in themes {
        let terminal = start(&home, theme);
        terminal.waits_for(theme, |screen| screen.contains("◷ 22") && screen.contains("own>"));
        if theme.contains("TRAPALRM") {
            for seconds in ["2 own>", "3 own>"] {
                terminal.shows(&format!("◷ 22 {seconds}"));
            }
        }
        terminal.types("false");
        terminal.types("echo \"status=$? mine=$mine\"");
        terminal.shows("\nstatus=1");
        terminal.waits_for(theme, |screen| {
            let line = screen.trim_end().lines().last().unwrap_or_default();
            line.starts_with("◷ 22 ") && line.contains("own>") && line.matches('◷').count() == 1
        });
        assert_eq!(terminal.screen().contains("mine=1"), theme.contains("mine=1"), "{theme}");
    }
}

#[test]
fn marks_that_others_put_around_the_prompt_stay_one_pair() {
    let Some(home) = home_with(&["zsh", "tmux"]) else { return };
    // What iTerm2 and Ghostty do: before each prompt, put marks around PROMPT unless they are as they left them.
    let marks = "PROMPT='own> '\nframe() { [[ $PROMPT == \"$framed\" ]] || { framed=\"<A>$PROMPT<B>\"; PROMPT=$framed } }\n";
    for rc in ["precmd_functions=(frame)\n. ./hook\n", ". ./hook\nprecmd_functions+=(frame)\n"] {
        let terminal = start(&home, &format!("{marks}{rc}"));
        terminal.shows("<A>◷ 22 own> <B>");
        terminal.types("");
        terminal.types("echo three");
        terminal.waits_for("one pair of marks at each prompt", |screen| {
            let prompts: Vec<_> = screen.lines().filter(|line| line.contains("own>")).collect();
            prompts.len() == 3 && prompts.iter().all(|line| line.starts_with("<A>◷ 22 own> <B>"))
        });
    }
}

#[test]
fn the_count_stands_before_the_last_line_and_behind_what_moves_the_cursor() {
    let Some(home) = home_with(&["zsh"]) else { return };
    for (prompt, expected) in [
        ("own> ", "COUNTown> "),
        ("%{\\e[G%}%F{red}own> ", "%{\\e[G%}COUNT%F{red}own> "),
        ("first\n%{\r%}own> ", "first\n%{\r%}COUNTown> "),
        ("${x:-first\n}%(?.own.no)> ", "${x:-first\n}COUNT%(?.own.no)> "),
        ("$(echo '\n' ${y})${x:+%F{2\\}}own> ", "$(echo '\n' ${y})COUNT${x:+%F{2\\}}own> "),
    ] {
        fs::write(home.path("before"), prompt).unwrap();
        let mut shell = user(&home, "zsh");
        shell.arg("-f");
        let ran = typed(shell, &format!("PROMPT=\"$(<before)\"\n{HOOK}print -rn -- \"$PROMPT\" >after\n"));
        let after = fs::read_to_string(home.path("after")).unwrap();
        assert_eq!(after, expected.replace("COUNT", "%(90V.%90v .)"), "{}", ran.err);
    }
    // A theme may use the variable at the first prompt.
    let ran = typed(zsh(&home), "eval \"$(reconnect init zsh --no-prompt)\"; echo \"seg=$RECONNECT_PROMPT\"\n");
    assert_eq!(value(&ran.out, "seg"), "◷ 22", "{}", ran.err);
}
