//! What the program has left on this computer: its own files, and lines elsewhere that mention it. Nothing is changed here.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use crate::env::Env;
use crate::store::diary::append::known_machine;
use crate::store::diary::load::owner;
use crate::store::diary::{Diary, Owner};
use crate::store::fs;
use crate::store::letters;
use crate::store::paths::Paths;
use crate::terminal::escape::escape_controls;
use crate::terminal::write;
use crate::words::count;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// This machine's diary file, the lines that it imported, and copies that a sync tool made.
    Diary,
    OthersDiary,
    Letter,
    /// Of a letter that another machine wrote.
    OthersLetter,
    /// A text that could not be saved, or that is being edited.
    Unsaved,
    /// The same, of a letter.
    UnsavedLetter,
    Config,
    /// Files that tell days and are made again: what a reminder has announced.
    Cache,
    /// This machine's id, the lock, files that a crash left behind.
    Other,
}

impl Kind {
    /// Whether it is another machine's, and goes only by a word of its own.
    pub const fn is_others(self) -> bool {
        matches!(self, Self::OthersDiary | Self::OthersLetter)
    }
}

#[derive(Debug, Default)]
pub struct Traces {
    pub own: Vec<(PathBuf, Kind)>,
    pub strangers: Vec<PathBuf>,
    /// Links among its files, with their targets: the link is its own, the target isn't.
    pub links: Vec<(PathBuf, PathBuf)>,
    /// Its folders, the innermost first.
    pub folders: Vec<PathBuf>,
    pub unreadable: Vec<(PathBuf, String)>,
    /// Whether a sync tool or git keeps the data folder.
    pub is_shared: bool,
}

/// The folders in the data folder.
const INNER: [&str; 2] = ["diary", "letters"];

impl Traces {
    pub fn find(paths: &Paths) -> Self {
        let mut traces = Self::default();
        // With an id that cannot be read, every file of the diary may be another machine's.
        let known = known_machine(&paths.machine()).map_err(|failure| traces.unreadable.push((paths.machine(), failure.brief())));
        let machine = known.ok().flatten();
        let diary = |name: &str| {
            // Imported lines are this machine's too.
            let is_ours = owner(Path::new(name), machine.as_deref()) != Owner::Other;
            let is_diary = Path::new(name).extension().is_some_and(|found| found == "jsonl") && !name.starts_with("._");
            is_diary.then_some(if is_ours { Kind::Diary } else { Kind::OthersDiary })
        };
        traces.look(&paths.diary(), diary);
        let others = letters::of_others(&Diary::read(&paths.diary(), machine.as_deref()));
        let letter = |id| if others.contains(&id) { Kind::OthersLetter } else { Kind::Letter };
        traces.look(&paths.letters(), |name| letters::id_of(name).map(letter));
        traces.look(&paths.data, |name| INNER.contains(&name).then_some(Kind::Other));
        traces.look(&paths.state, |name| match name {
            // `prompt` is from version 0.1.0.
            "prompt" | "remind.json" => Some(Kind::Cache),
            "machine" | "lock" | "changed" | "hidden" | "erased" => Some(Kind::Other),
            _ => None,
        });
        traces.look(&paths.config, |name| (name == "config.toml").then_some(Kind::Config));
        // Two of the three may be one folder.
        let known = traces.known();
        traces.strangers.retain(|path| !known.contains(path));
        traces.is_shared = traces.own.iter().any(|(_, kind)| kind.is_others()) || is_shared(&paths.data);
        traces
    }

    /// What was found so far, and looked into.
    fn known(&self) -> HashSet<PathBuf> {
        self.own.iter().map(|(path, _)| path).chain(&self.folders).cloned().collect()
    }

    fn look(&mut self, dir: &Path, kind: impl Fn(&str) -> Option<Kind>) {
        // The three folders are where the user says; below them nothing is followed out.
        if INNER.iter().any(|name| dir.ends_with(name)) && dir.is_symlink() {
            return;
        }
        // A folder that can't be looked at is told, and never taken for one that isn't there.
        let entries = match dir.try_exists().and_then(|is_there| is_there.then(|| fs::entries(dir)).transpose()) {
            Ok(Some(entries)) => entries,
            Ok(None) => return,
            Err(error) => return self.unreadable.push((dir.to_owned(), error.to_string())),
        };
        let known = self.known();
        for path in entries {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let kind = kind(&name).or_else(|| temporary(&name));
            let is_link = path.is_symlink();
            let is_folder = path.is_dir() && !is_link;
            match kind {
                _ if known.contains(&path) => {}
                // An own folder that was looked into is no stranger; what else is a folder is not the program's.
                Some(Kind::Other) if is_folder && INNER.contains(&name.as_str()) => {}
                Some(kind) if !is_folder => {
                    if is_link {
                        self.links.push((path.clone(), fs::follow_links(&path).unwrap_or_else(|_| path.clone())));
                    }
                    self.own.push((path, kind));
                }
                _ => self.strangers.push(path),
            }
        }
        self.folders.push(dir.to_owned());
    }
}

/// A temporary file of ours, or a copy that an editor made of one.
fn temporary(name: &str) -> Option<Kind> {
    if fs::is_temporary(name) {
        return Some(Kind::Other);
    }
    let rest = name.trim_start_matches(['.', '#']).strip_prefix(write::PREFIX)?;
    Some(if rest.starts_with("letter-") { Kind::UnsavedLetter } else { Kind::Unsaved })
}

fn is_shared(data: &Path) -> bool {
    let marks = [".git", ".stfolder", ".dropbox", ".jj", ".hg"];
    data.ancestors().chain([data.join("diary").as_path()]).any(|dir| marks.iter().any(|mark| dir.join(mark).exists()))
}

const SHELLS: &str = ".bashrc .bash_profile .bash_login .bash_aliases .profile .zshrc .zprofile .zshenv .zlogin .p10k.zsh \
    .config/fish/config.fish .config/fish/conf.d .config/fish/functions .config/fish/fish_variables .config/elvish/rc.elv \
    .config/nushell/config.nu .config/nushell/env.nu .config/nushell/autoload .config/powershell/profile.ps1 \
    .config/powershell/Microsoft.PowerShell_profile.ps1 .config/starship.toml";

/// What starts services and terminals, below the home folder.
const SERVICES: &str = ".config/systemd/user Library/LaunchAgents .tmux.conf";

/// The program itself, its completions and its man page, below the home folder.
const INSTALLED: &str = ".local/bin/reconnect .cargo/bin/reconnect .reconnect.nu \
    .local/share/bash-completion/completions/reconnect .config/fish/completions/reconnect.fish .zfunc/_reconnect \
    .local/share/man/man1/reconnect.1";

/// Where shells keep what was typed, below the home folder.
const HISTORIES: &str = ".bash_history .zsh_history .histfile .local/share/fish/fish_history .config/nushell/history.txt \
    .local/share/powershell/PSReadLine/ConsoleHost_history.txt";

/// Histories that name the program, with how often. The lines themselves may be private.
fn histories(env: &Env, home: &Path, names: &[String]) -> Vec<String> {
    let mut files: BTreeSet<PathBuf> = HISTORIES.split_whitespace().map(|file| home.join(file)).collect();
    files.extend(env.var("HISTFILE").map(PathBuf::from));
    let found = |path: &PathBuf| {
        let lines = lines_of(&fs::text(path, 1 << 26), names).count();
        (lines > 0).then(|| format!("{}: {} of your shell's history", shown(path), count(lines, "line")))
    };
    files.iter().filter_map(found).collect()
}

/// The program's own file, and what in the user's files mentions it: `file:line: text`, escaped.
pub fn mentions(env: &Env) -> Vec<String> {
    let mut found = Vec::new();
    let links = links(env);
    let names = names(&links);
    if let Ok(home) = env.home() {
        let services = SERVICES.split_whitespace().map(|file| home.join(file));
        let files = shell_files(env).into_iter().chain(services).flat_map(|path| files_at(&path));
        found.extend(files.flat_map(|path| mentions_in(&path, &names)));
        found.extend(histories(env, &home, &names));
        let mut installed: BTreeSet<_> = INSTALLED.split_whitespace().map(|file| home.join(file)).collect();
        installed.extend(env.program());
        installed.extend(links);
        found.extend(installed.iter().filter(|path| path.exists()).map(|path| shown(path)));
    }
    if let Some(crontab) = env.crontab() {
        found
            .extend(lines_of(&crontab, &names).map(|(number, line)| format!("crontab:{number}: {}", escape_controls(line.trim()))));
    }
    found
}

pub fn hooks(env: &Env) -> Vec<PathBuf> {
    let names = names(&links(env));
    shell_files(env).iter().flat_map(|path| files_at(path)).filter(|path| !mentions_in(path, &names).is_empty()).collect()
}

/// Links of other names to this program, in the folders of `PATH`.
fn links(env: &Env) -> Vec<PathBuf> {
    let Some(program) = env.program().ok().and_then(|path| path.canonicalize().ok()) else { return Vec::new() };
    let path = env.var("PATH").unwrap_or_default();
    let entries = std::env::split_paths(&path).filter_map(|dir| std::fs::read_dir(dir).ok()).flatten().flatten();
    let links = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_symlink()) && entry.file_name() != NAME);
    links.map(|entry| entry.path()).filter(|path| path.canonicalize().is_ok_and(|to| to == program)).collect()
}

const NAME: &str = "reconnect";

/// The names that the program is called by.
fn names(links: &[PathBuf]) -> Vec<String> {
    let others = links.iter().filter_map(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
    std::iter::once(NAME.to_owned()).chain(others).collect()
}

fn files_at(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    fs::entries(path).unwrap_or_default().into_iter().filter(|entry| entry.is_file()).collect()
}

/// Start-up files below the home folder, and where `ZDOTDIR` and `XDG_CONFIG_HOME` move them.
fn shell_files(env: &Env) -> Vec<PathBuf> {
    let home = env.home().ok();
    let moved = |name: &str| env.var(name).map(PathBuf::from);
    let (zsh, config) = (moved("ZDOTDIR"), moved("XDG_CONFIG_HOME"));
    let places = |file: &'static str| {
        let moved = match file.strip_prefix(".config/") {
            Some(rest) => config.as_ref().map(|dir| dir.join(rest)),
            None => zsh.as_ref().filter(|_| file.starts_with(".z")).map(|dir| dir.join(file)),
        };
        home.as_ref().map(|home| home.join(file)).into_iter().chain(moved)
    };
    // A variable may say what holds without it.
    let mut seen = BTreeSet::new();
    SHELLS.split_whitespace().flat_map(places).filter(|path| seen.insert(path.clone())).collect()
}

fn mentions_in(path: &Path, names: &[String]) -> Vec<String> {
    let text = fs::text(path, 1 << 20);
    lines_of(&text, names).map(|(number, line)| format!("{}:{number}: {}", shown(path), escape_controls(line.trim()))).collect()
}

pub fn shown(path: &Path) -> String {
    escape_controls(&path.to_string_lossy()).into_owned()
}

/// Lines that hold one of the program's names as a word, or one of its variables.
fn lines_of<'t>(text: &'t str, names: &'t [String]) -> impl Iterator<Item = (usize, &'t str)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '-';
    // The hooks' functions begin with `_reconnect_`, the variables with `RECONNECT_`.
    let mentions = move |line: &str| line.contains("RECONNECT_") || names.iter().any(|name| stands_alone(name, line, is_word));
    text.lines().enumerate().map(|(index, line)| (index + 1, line)).filter(move |(_, line)| mentions(line))
}

/// Whether a text holds some words with nothing of a word right before or behind them.
pub fn stands_alone(words: &str, text: &str, is_word: impl Fn(char) -> bool) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + words.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(&is_word) && !after.is_some_and(&is_word)
    })
}
