//! Where the program keeps things.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::env::{Env, absolute, no_home};
use crate::error::Result;

/// The three folders. All absolute; nothing is made here.
#[derive(Debug, Clone)]
pub struct Paths {
    /// The folder of `config.toml`.
    pub config: PathBuf,
    /// The folder of the diary and the letters.
    pub data: PathBuf,
    /// The folder of what this machine alone knows.
    pub state: PathBuf,
}

impl Paths {
    /// `RECONNECT_*_DIR`, else what the platform says.
    ///
    /// # Errors
    /// If a path is not absolute, or no home folder is known.
    pub fn find(env: &Env) -> Result<Self> {
        let own = |name: &str| env.var(name).map(|value| absolute(name, value.into())).transpose();
        let own = [own("RECONNECT_CONFIG_DIR")?, own("RECONNECT_DATA_DIR")?, own("RECONNECT_STATE_DIR")?];
        if let [Some(config), Some(data), Some(state)] = own {
            return Ok(Self { config, data, state });
        }
        // Without HOME the C library would be asked, and a static one cannot load what it needs to answer.
        #[cfg(unix)]
        env.home()?;
        let dirs = ProjectDirs::from("", "", "reconnect").ok_or_else(no_home)?;
        let [config, data, state] = own;
        Ok(Self {
            config: config.unwrap_or_else(|| config_dir(env, &dirs)),
            data: data.unwrap_or_else(|| dirs.data_dir().to_owned()),
            state: state.unwrap_or_else(|| state_dir(&dirs)),
        })
    }

    /// The configuration file.
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The folder of the diary's files.
    pub fn diary(&self) -> PathBuf {
        self.data.join("diary")
    }

    /// The folder of the letters' words.
    pub fn letters(&self) -> PathBuf {
        self.data.join("letters")
    }

    /// A token that every changing command renews; the shells' hooks compare it.
    pub fn changed(&self) -> PathBuf {
        self.state.join("changed")
    }

    /// Whether the prompt and the reminders are hidden.
    pub fn hidden(&self) -> PathBuf {
        self.state.join("hidden")
    }

    /// What `remind` has said already.
    pub fn remind(&self) -> PathBuf {
        self.state.join("remind.json")
    }

    /// The lock that changing commands take.
    pub fn lock(&self) -> PathBuf {
        self.state.join("lock")
    }

    /// This machine's id.
    pub fn machine(&self) -> PathBuf {
        self.state.join("machine")
    }
}

/// On macOS many keep their dotfiles in `~/.config`; where that is so, it is honoured.
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

/// macOS and Windows have no state folder of their own.
fn state_dir(dirs: &ProjectDirs) -> PathBuf {
    let fallback = if cfg!(target_os = "macos") { dirs.cache_dir() } else { dirs.data_local_dir() };
    dirs.state_dir().map_or_else(|| fallback.to_owned(), Path::to_owned)
}
