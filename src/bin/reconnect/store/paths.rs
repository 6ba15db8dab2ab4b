//! Where the program keeps things.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::env::{Env, absolute, no_home};
use crate::error::Result;

/// The three folders. All are absolute, and none is made here.
#[derive(Debug, Clone)]
pub struct Paths {
    pub config: PathBuf,
    pub data: PathBuf,
    pub state: PathBuf,
}

impl Paths {
    /// `RECONNECT_CONFIG_DIR`, `RECONNECT_DATA_DIR` and `RECONNECT_STATE_DIR`, else the platform's folders.
    pub fn find(env: &Env) -> Result<Self> {
        let set = |name: &str| env.var(name).map(|value| absolute(name, value.into())).transpose();
        let folders = [set("RECONNECT_CONFIG_DIR")?, set("RECONNECT_DATA_DIR")?, set("RECONNECT_STATE_DIR")?];
        let [config, data, state] = match folders {
            [Some(config), Some(data), Some(state)] => return Ok(Self { config, data, state }),
            some => some,
        };
        // Without HOME `directories` asks the C library, and a static one can't answer.
        #[cfg(unix)]
        env.home()?;
        let dirs = ProjectDirs::from("", "", "reconnect").ok_or_else(no_home)?;
        Ok(Self {
            config: config.unwrap_or_else(|| config_dir(env, &dirs)),
            data: data.unwrap_or_else(|| dirs.data_dir().to_owned()),
            state: state.unwrap_or_else(|| state_dir(&dirs)),
        })
    }

    /// Folders that aren't there. Nothing may be written to them.
    pub fn nowhere() -> Self {
        let dir = || PathBuf::from(if cfg!(windows) { r"C:\nonexistent\reconnect" } else { "/nonexistent/reconnect" });
        Self { config: dir(), data: dir(), state: dir() }
    }

    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    pub fn diary(&self) -> PathBuf {
        self.data.join("diary")
    }

    pub fn letters(&self) -> PathBuf {
        self.data.join("letters")
    }

    pub fn remind(&self) -> PathBuf {
        self.state.join("remind.json")
    }

    /// The token that every changing command renews, so that a shell knows when to ask again.
    pub fn changed(&self) -> PathBuf {
        self.state.join("changed")
    }

    pub fn hidden(&self) -> PathBuf {
        self.state.join("hidden")
    }

    /// The ids of texts that were erased here, so that an old copy of a file can't bring one back.
    pub fn erased(&self) -> PathBuf {
        self.state.join("erased")
    }

    pub fn lock(&self) -> PathBuf {
        self.state.join("lock")
    }

    pub fn machine(&self) -> PathBuf {
        self.state.join("machine")
    }

    /// Folders above ours that may be removed with them if they are empty: on Windows each of ours lies in one named `reconnect`.
    pub fn parents(&self) -> Vec<PathBuf> {
        let parents = [&self.config, &self.data, &self.state].into_iter().filter_map(|dir| dir.parent());
        let parents: BTreeSet<_> = parents.filter(|dir| dir.ends_with("reconnect")).map(Path::to_owned).collect();
        parents.into_iter().collect()
    }
}

/// On macOS many people keep their dotfiles in `~/.config`: a folder of ours there counts.
fn config_dir(env: &Env, dirs: &ProjectDirs) -> PathBuf {
    if cfg!(target_os = "macos") {
        let xdg = env.var("XDG_CONFIG_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
        let dotted = env.home().ok().map(|home| home.join(".config")).filter(|path| path.join("reconnect").is_dir());
        if let Some(base) = xdg.or(dotted) {
            return base.join("reconnect");
        }
    }
    dirs.config_dir().to_owned()
}

/// macOS and Windows have no folder for state.
fn state_dir(dirs: &ProjectDirs) -> PathBuf {
    match dirs.state_dir() {
        Some(dir) => dir.to_owned(),
        None if cfg!(target_os = "macos") => mac_state(dirs.data_dir(), dirs.cache_dir()),
        None => dirs.data_local_dir().to_owned(),
    }
}

/// A `state` folder beside the diary. Version 0.1.0 had it in `Caches`, where macOS may delete it; until it moves, it counts.
fn mac_state(data: &Path, cache: &Path) -> PathBuf {
    let state = data.join("state");
    if !state.exists() && cache.join("machine").exists() { cache.to_owned() } else { state }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn state_on_a_mac_is_beside_the_diary_and_an_old_one_is_still_read() {
        let home = tempfile::tempdir().unwrap();
        let (data, cache) = (home.path().join("Application Support/reconnect"), home.path().join("Caches/reconnect"));
        let state = data.join("state");
        assert_eq!(mac_state(&data, &cache), state);
        std::fs::create_dir_all(&cache).unwrap();
        std::fs::write(cache.join("machine"), "x").unwrap();
        assert_eq!(mac_state(&data, &cache), cache);
        std::fs::create_dir_all(&state).unwrap();
        assert_eq!(mac_state(&data, &cache), state);
    }
}
