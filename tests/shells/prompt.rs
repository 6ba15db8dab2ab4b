//! `prompt` and `init`: what they print, wherever they are asked.

use std::fs;

use crate::shells::{changed, user};
use crate::support::{Home, NOW, Ran};

#[test]
fn it_is_a_neutral_sign_and_the_days_of_the_run_and_the_sign_is_left_out_for_a_screen_reader() {
    let said = Home::begun().transcript(
        "prompt
        ! ACCESSIBLE=1 \"$@\" prompt
        @ 2026-12-01
        prompt
        @ 2026-11-23T18:00
        ! cp .config/reconnect/config.toml own
        ! printf '[display]\\naccessible = true\\n' >>.config/reconnect/config.toml
        prompt
        ! (cat own; printf '[prompt]\\nformat = \"~ {days}\"\\n') >.config/reconnect/config.toml
        ! ACCESSIBLE=1 \"$@\" prompt
        ! echo breakup = x >.config/reconnect/config.toml
        ! ACCESSIBLE=1 \"$@\" prompt
        ! (cat own; printf '[count]\\nfirst_day = 1\\n[prompt]\\nformat = \"d {days} of {longest}, {kept}/{total} 日\"\\n') >.config/reconnect/config.toml
        prompt
        end-no-contact
        prompt",
    );
    insta::assert_snapshot!("prompt", said);
}

#[test]
fn nothing_set_up_prints_nothing_and_a_broken_config_a_question_mark() {
    for now in [Some(NOW), None] {
        let home = Home::new().at(now);
        assert_eq!(home.ok(&["prompt"]), "");
        let ran = Ran::from(home.command().env_remove("HOME").arg("prompt").output().unwrap());
        assert_eq!((ran.out.as_str(), ran.err.as_str(), ran.code), ("", "", Some(0)));
        assert!(home.is_empty());
        home.write_config("breakup = x");
        assert_eq!(home.ok(&["prompt"]), "◷ ?\n");
        let ran = Ran::from(home.command().env("LC_ALL", "C").arg("prompt").output().unwrap());
        assert_eq!((ran.out.as_str(), ran.err.as_str(), ran.code), ("o ?\n", "", Some(0)));
    }
}

#[test]
fn the_first_of_lc_all_lc_ctype_and_lang_decides_about_ascii() {
    let home = Home::begun();
    home.write_config(&(home.read_config() + "[prompt]\nformat = \"◷ {days} “日”\"\n"));
    for (locale, expected) in [
        (&[("LANG", "de_DE.UTF-8")][..], "◷ 22 “日”\n"),
        (&[("LANG", "C.utf8"), ("LC_CTYPE", "")][..], "◷ 22 “日”\n"),
        (&[("LANG", "C"), ("LC_CTYPE", "en_US.UTF-8")][..], "◷ 22 “日”\n"),
        (&[("LANG", "C.UTF-8"), ("LC_ALL", "POSIX")][..], "o 22 ?\n"),
        (&[("LANG", "de_DE.ISO-8859-1")][..], "o 22 ?\n"),
        (&[], "o 22 ?\n"),
    ] {
        let output = home.command().env_remove("LANG").args(["--at", NOW, "prompt"]).envs(locale.iter().copied()).output().unwrap();
        assert_eq!(Ran::from(output).out, expected, "{locale:?}");
    }
}

#[test]
fn every_change_writes_another_token() {
    let home = Home::begun();
    let mut seen = vec![fs::read_to_string(changed(&home)).unwrap()];
    for change in [&["log-contact", "me"][..], &["undo"], &["end-no-contact"], &["hide"], &["hide", "--off"]] {
        assert_eq!(home.command().args(change).output().unwrap().status.code(), Some(0), "{change:?}");
        let token = fs::read_to_string(changed(&home)).unwrap();
        assert!(token.ends_with('\n') && token.len() <= 40, "{token:?}");
        assert!(!seen.contains(&token), "{change:?}");
        seen.push(token);
    }
    home.ok(&["status"]);
    home.ok(&["prompt"]);
    assert_eq!(fs::read_to_string(changed(&home)).unwrap(), *seen.last().unwrap());
}

#[test]
fn each_hook_names_the_program_and_the_token_and_how_to_keep_the_history_clean() {
    let home = Home::new();
    home.write_config("breakup = x");
    for shell in ["bash", "zsh", "fish", "elvish", "nushell"] {
        let ran = Ran::from(user(&home, "reconnect").args(["init", shell]).output().unwrap());
        assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)), "{shell}");
        assert!(ran.out.contains("state/reconnect/changed") && !ran.out.contains("config.toml"), "{shell}");
        assert!(ran.out.lines().take(5).any(|line| line.starts_with("# ") && line.contains("history")), "{shell}");
        assert!(ran.out.lines().count() <= 65, "{shell}: a hook is a short file");
    }
}
