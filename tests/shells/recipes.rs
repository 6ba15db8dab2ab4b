//! The recipes of `docs/prompt.md`, taken from there and run with the real tools.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::home_with;
use crate::shells::{bash, home, typed, user, zsh};
use crate::support::{Home, blocks, have};
use crate::terminal::Terminal;

fn recipe(language: &str) -> String {
    blocks(include_str!("../../docs/prompt.md"), language).remove(0)
}

/// The folder of a theme that npm installed into `NODE_PATH`.
fn theme(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("NODE_PATH").map(|path| Path::new(&path).join(name)).filter(|path| path.is_dir());
    assert!(folder.is_some() || std::env::var_os("CI").is_none(), "`{name}` is not in NODE_PATH, and CI needs it");
    if folder.is_none() {
        eprintln!("skipped: `{name}` is not in NODE_PATH");
    }
    folder.filter(|_| have("zsh") && have("tmux"))
}

/// zsh in a terminal, in a git repository, with these lines in its start-up file.
fn zsh_with<'h>(home: &'h Home, rc: &str) -> Terminal<'h> {
    fs::write(home.path(".zshrc"), rc).unwrap();
    let mut zsh = user(home, "zsh");
    zsh.arg("-d").env("TERM", "screen-256color");
    Terminal::run(home, &zsh)
}

/// fish in a terminal, with these lines as its start-up file.
fn fish_with<'h>(home: &'h Home, rc: &str) -> Terminal<'h> {
    fs::write(home.path("rc"), rc).unwrap();
    let mut fish = user(home, "fish");
    fish.args(["--no-config", "--init-command", "source rc"]).env("TERM", "screen");
    Terminal::run(home, &fish)
}

#[test]
fn prompts_of_your_own_show_the_variable() {
    let home = home();
    if have("bash") {
        let ran = typed(bash(&home), &format!("{}:\n:\n", recipe("bash")));
        assert!(ran.err.contains(" ◷ 22 # ") || ran.err.contains(" ◷ 22 $ "), "{}", ran.err);
    }
    if have("zsh") {
        let ran = typed(zsh(&home), &format!("{}:\n:\n", recipe("zsh")));
        let screen = ran.err.replace("\\M-b\\M-^W\\M-7", "◷");
        assert!(screen.contains(" ◷ 22 # ") || screen.contains(" ◷ 22 % "), "{screen}");
    }
    if have("fish") && have("tmux") {
        let terminal = fish_with(&home, &recipe("fish"));
        terminal.waits_for("◷ 22 and a time", |screen| {
            screen.lines().any(|line| line.contains("◷ 22 ") && line.trim_end().ends_with(char::is_numeric))
        });
    }
}

#[test]
fn pure_shows_the_count_while_it_redraws() {
    let Some(pure) = theme("pure-prompt") else { return };
    let home = home();
    let rc =
        format!("fpath+=({})\nautoload -U promptinit; promptinit; prompt pure\neval \"$(reconnect init zsh)\"\n", pure.display());
    let terminal = zsh_with(&home, &rc);
    // pure draws again when it knows the branch; and its line break divides the prompt in two.
    for line in ["git init -q .", "false"] {
        terminal.types(line);
        terminal.waits_for("the branch and the count", |screen| {
            let lines: Vec<_> = screen.trim_end().lines().collect();
            matches!(lines.as_slice(), [.., first, last] if first.contains("ma") && last.ends_with('❯') && format!("{first}{last}").matches("◷ 22").count() == 1)
        });
    }
}

#[test]
fn spaceship_shows_the_count_in_a_section() {
    let Some(spaceship) = theme("spaceship-prompt") else { return };
    let home = home();
    std::os::unix::fs::symlink(spaceship, home.path("spaceship-prompt")).unwrap();
    let terminal = zsh_with(&home, &recipe("zsh spaceship"));
    terminal.shows("◷ 22 ➜");
    home.ok(&["start-no-contact", "10 days ago", "--replace"]);
    terminal.types("false");
    terminal.shows("◷ 10 ➜");
}

#[test]
fn tmux_shows_the_count_beside_a_long_title() {
    let Some(home) = home_with(&["tmux"]) else { return };
    fs::write(home.path("tmux.conf"), recipe("tmux")).unwrap();
    // A tmux inside a tmux: the outer one is the screen that the inner one draws its status line on.
    let title = format!("printf '\\033]2;{}\\033\\\\'; exec sh", "long ".repeat(30));
    let mut inner = user(&home, "env");
    inner.args(["-u", "TMUX", "tmux", "-u", "-S", "inner", "-f", "tmux.conf", "new-session", "sh", "-c", &title]);
    let terminal = Terminal::run(&home, &inner);
    terminal.waits_for("a long title and the count", |screen| screen.contains("long long") && screen.trim_end().ends_with("◷ 22"));
    let _ = user(&home, "tmux").args(["-S", "inner", "kill-server"]).output();
}

#[test]
fn i3blocks_shows_the_count_and_nothing_while_it_is_hidden() {
    let Some(home) = home_with(&["i3blocks"]) else { return };
    fs::write(home.path("bar"), recipe("ini i3blocks")).unwrap();
    // It prints a line for each round, until this reader has the one it waits for.
    let shows = |text: &str| {
        let mut bar = user(&home, "i3blocks").args(["-c", "bar"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(bar.stdout.take().unwrap()).lines();
        let found = lines.map(Result::unwrap).skip(3).take(1).any(|line| line.contains(text));
        bar.kill().unwrap();
        bar.wait().unwrap();
        found
    };
    assert!(shows("\"full_text\":\"◷ 22\""));
    home.ok(&["hide"]);
    assert!(!shows("reconnect"));
}

#[test]
fn waybar_runs_a_line_that_prints_the_count() {
    let home = home();
    let bar: serde_json::Value = serde_json::from_str(&recipe("json waybar")).unwrap();
    let line = bar["custom/reconnect"]["exec"].as_str().unwrap().to_owned();
    let shown = || user(&home, "sh").args(["-c", &line]).output().unwrap().stdout;
    assert_eq!(shown(), "◷ 22\n".as_bytes());
    home.ok(&["hide"]);
    assert_eq!(shown(), b"");
}

/// Of a watched file that is replaced nothing more is heard, so the recipe names a folder.
#[cfg(target_os = "linux")]
#[test]
fn i3status_hears_of_every_change_where_the_recipe_has_it_watch() {
    use std::io::Read;

    use rustix::fs::inotify::{CreateFlags, WatchFlags, add_watch, init};

    let home = home();
    let recipe = recipe("toml i3status-rs");
    let watched = recipe.split_once("[\"~/").unwrap().1.split_once('"').unwrap().0;
    let events = init(CreateFlags::NONBLOCK).unwrap();
    // What it asks for in its own src/blocks/custom.rs.
    let asked = WatchFlags::MODIFY | WatchFlags::CLOSE_WRITE | WatchFlags::DELETE | WatchFlags::MOVE;
    add_watch(&events, home.path(watched), asked).unwrap();
    let mut events = fs::File::from(events);
    for line in ["log-contact them", "undo", "hide", "hide --off"] {
        home.confirms(line);
        assert!(events.read(&mut [0; 4096]).is_ok_and(|length| length > 0), "{line}");
        while events.read(&mut [0; 4096]).is_ok() {}
    }
    home.does("prompt");
    assert!(events.read(&mut [0; 4096]).is_err(), "what the bar runs wakes the bar");
}

#[test]
fn conda_in_fish_shows_the_count_with_the_recipe_and_doctor_names_it_without() {
    let Some(home) = home_with(&["fish", "tmux"]) else { return };
    // What conda's own block does: it keeps a right prompt that is there, and prints its environment before it.
    let conda = "function before; end\n\
         functions -q fish_right_prompt; and functions -e before; and functions -c fish_right_prompt before\n\
         function fish_right_prompt; echo -n '(base) '; before; end\n";
    let ours = recipe("fish conda");
    for (rc, shown, taken) in [(format!("{ours}{conda}"), "(base) ◷ 22", false), (format!("{conda}{ours}"), "(base)", true)] {
        let terminal = fish_with(&home, &rc);
        terminal.waits_for(shown, |screen| screen.trim_end().ends_with(shown));
        terminal.types("reconnect doctor | grep -c right-prompt-taken");
        terminal.shows(if taken { "\n2\n" } else { "\n0\n" });
    }
}

#[test]
fn every_recipe_reads_as_its_tool_wants_it() {
    let posh: serde_json::Value = serde_json::from_str(&recipe("json oh-my-posh")).unwrap();
    assert_eq!(posh["properties"]["command"], "reconnect prompt");
    for (shell, language) in [("zsh", "zsh powerlevel10k"), ("fish", "fish tide")] {
        if have(shell) {
            let home = home();
            fs::write(home.path("recipe"), recipe(language)).unwrap();
            let read = user(&home, shell).args(["-n", "recipe"]).output().unwrap();
            assert!(read.status.success() && read.stderr.is_empty(), "{language}: {}", String::from_utf8_lossy(&read.stderr));
        }
    }
}
