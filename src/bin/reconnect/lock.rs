//! One changing command at a time: a lock with a deadline.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::error::{Failure, Result};
use crate::files::{make_private_dir, read};

/// How long a changing command waits while the same other one holds the lock. Behind a queue that moves it waits on.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often it looks.
const POLL: Duration = Duration::from_millis(5);

/// Holds off other changing commands of this machine until it is dropped. Readers take no lock.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "dropping it lets go of the lock")] File);

impl Lock {
    /// Takes the lock, waiting two seconds at most. It is a file of its own, never one that is renamed.
    ///
    /// # Errors
    /// If it cannot be made, or another process holds it for too long.
    pub fn take(path: &Path) -> Result<Self> {
        let failed = |error: io::Error| Failure::file("could not lock", path, &error);
        if let Some(dir) = path.parent() {
            make_private_dir(dir)?;
        }
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path).map_err(failed)?;
        let (mut began, mut holder) = (Instant::now(), Vec::new());
        loop {
            match file.try_lock() {
                Ok(()) => {
                    // The others see by it that the queue moves. If it cannot be written, they are only less patient.
                    let _ = file.set_len(0).and_then(|()| (&file).write_all(std::process::id().to_string().as_bytes()));
                    return Ok(Self(file));
                }
                Err(TryLockError::Error(error)) if error.kind() != io::ErrorKind::Interrupted => return Err(failed(error)),
                Err(_) if began.elapsed() < PATIENCE => std::thread::sleep(POLL),
                Err(_) => {
                    let message = "another `reconnect` is writing and has not finished for two seconds; nothing was changed";
                    let hint = format!("it is process {}; `{}` is its lock", String::from_utf8_lossy(&holder), path.display());
                    return Err(Failure::new(message).hint(hint));
                }
            }
            let now_held_by = read(path, 64).ok().flatten().unwrap_or_default();
            if now_held_by != holder {
                (began, holder) = (Instant::now(), now_held_by);
            }
        }
    }
}
