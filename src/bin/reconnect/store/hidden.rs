//! Whether the user has hidden the prompt and the reminders: the state file `hidden`. Without the file they show.

use chrono::NaiveDate;

use crate::error::Result;
use crate::store::fs;
use crate::store::paths::Paths;

const LARGEST: u64 = 64;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    Through(NaiveDate),
    UntilShown,
}

impl Hidden {
    /// What holds today; `None` where the prompt and the reminders show. A file that makes no sense still hides them, because
    /// somebody once asked for that.
    pub fn read(paths: &Paths, today: NaiveDate) -> Option<Self> {
        let hidden = match fs::read(&paths.hidden(), LARGEST) {
            Ok(None) => return None,
            Ok(Some(bytes)) => std::str::from_utf8(&bytes).ok().and_then(|text| text.trim().parse().ok()).map(Self::Through),
            Err(_) => None,
        };
        Some(hidden.unwrap_or(Self::UntilShown)).filter(|hidden| match hidden {
            Self::Through(last) => today <= *last,
            Self::UntilShown => true,
        })
    }

    pub fn save(hidden: Option<Self>, paths: &Paths) -> Result<()> {
        let path = paths.hidden();
        let text = match hidden {
            None => return fs::remove(&path),
            Some(Self::Through(last)) => last.to_string(),
            Some(Self::UntilShown) => "open".to_owned(),
        };
        fs::replace(&path, format!("{text}\n").as_bytes())
    }
}
