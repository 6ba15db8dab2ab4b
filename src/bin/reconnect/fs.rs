//! Files that survive: read what is regular and not too large, replace whole, append whole.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

use crate::error::{Failure, Result};

/// Opens a regular file for reading; `None` where there is none. A FIFO or a device is an error, not a wait.
///
/// # Errors
/// What the system says, or that it is no regular file.
pub fn open_regular(path: &Path) -> io::Result<Option<File>> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(None),
        Err(error) => return Err(error),
    };
    if !metadata.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file"));
    }
    File::open(path).map(Some)
}

/// A regular file's bytes, at most `cap` of them; `None` where there is none.
///
/// # Errors
/// What the system says, that it is no regular file, or that it is larger than `cap`.
pub fn read(path: &Path, cap: u64) -> io::Result<Option<Vec<u8>>> {
    let Some(file) = open_regular(path)? else { return Ok(None) };
    // As much room as it says it needs, and a byte in which its end is seen.
    let size = file.metadata().map_or(0, |metadata| metadata.len().min(cap));
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    file.take(cap + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > cap {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("it is larger than {cap} bytes")));
    }
    Ok(Some(bytes))
}

/// Makes a folder that only its owner can enter, with every folder above it that is missing.
///
/// # Errors
/// If it cannot be made.
pub fn make_private_dir(dir: &Path) -> Result<()> {
    let failed = |error: io::Error| Failure::file("could not make the folder", dir, &error);
    if dir.is_dir() {
        return Ok(());
    }
    if let Some(parent) = dir.parent() {
        make_private_dir(parent)?;
    }
    let mut builder = fs::DirBuilder::new();
    // From the first moment, and not only once the mode is set: a crash may come between.
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(dir) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && dir.is_dir() => Ok(()),
        Err(error) => Err(failed(error)),
        Ok(()) => set_mode(dir, 0o700).and_then(|()| sync_parent(dir)).map_err(failed),
    }
}

/// Replaces a file whole, or leaves it as it was: a temporary beside it, its mode, synced, renamed, the folder synced.
/// A symbolic link stays one; the file it leads to is replaced. A new file is its owner's alone.
///
/// # Errors
/// If any of it fails; the old content is then still there.
pub fn replace(path: &Path, content: &[u8]) -> Result<()> {
    prepare(path, content)?.put_in_place()
}

/// The first half of [`replace`]: all that is likely to fail. Dropped, it leaves nothing.
///
/// # Errors
/// If it cannot be written; the old content is then still there.
pub fn prepare(path: &Path, content: &[u8]) -> Result<Prepared> {
    let prepared = write_beside(path, content, true);
    prepared.map_err(|error| Failure::file("could not save", path, &error))
}

/// New content on disk, beside the file whose place it is to take.
#[derive(Debug)]
#[must_use]
pub struct Prepared {
    temporary: NamedTempFile,
    target: PathBuf,
}

impl Prepared {
    /// The second half of [`replace`].
    ///
    /// # Errors
    /// If it fails.
    pub fn put_in_place(self) -> Result<()> {
        let Self { temporary, target } = self;
        let moved = temporary.persist(&target).map_err(|error| error.error);
        moved.and_then(|_| sync_parent(&target)).map_err(|error| Failure::file("could not save", &target, &error))
    }
}

fn write_beside(path: &Path, content: &[u8], durable: bool) -> io::Result<Prepared> {
    let target = follow_links(path)?;
    // No file takes a folder's place. Better said now than after the first half.
    if target.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let dir = target.parent().ok_or(io::ErrorKind::InvalidInput)?;
    if durable {
        sweep_leftovers(dir);
    }
    let mut temporary = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(dir)?;
    let mode = mode_of(&target)?.unwrap_or(0o600);
    set_mode(temporary.path(), mode)?;
    temporary.write_all(content)?;
    if durable {
        temporary.as_file().sync_all()?;
    }
    Ok(Prepared { temporary, target })
}

/// Removes a file for good: after a power cut, too. That it is gone already is fine.
///
/// # Errors
/// If it cannot be removed, or it is not sure that it stays so.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Err(_) if !path.parent().is_some_and(Path::exists) => Ok(()),
        _ => sync_parent(path),
    }
}

/// Removes an empty folder for good.
///
/// # Errors
/// If it is not empty or cannot be removed, or it is not sure that it stays so.
pub fn remove_empty_dir(dir: &Path) -> io::Result<()> {
    fs::remove_dir(dir).and_then(|()| sync_parent(dir))
}

/// Temporaries begin with this, so that one left behind by a crash is known as ours.
pub const TEMPORARY: &str = ".reconnect-";

/// A temporary that a killed process left behind is removed once it is an hour old: nobody is writing it any more.
fn sweep_leftovers(dir: &Path) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(TEMPORARY)) {
        let age = entry.metadata().and_then(|metadata| metadata.modified()).ok().and_then(|time| time.elapsed().ok());
        if age.is_some_and(|age| age > Duration::from_hours(1)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Where a chain of symbolic links leads, also if nothing is there yet.
fn follow_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..40 {
        match fs::read_link(&path) {
            Ok(link) => path = path.parent().map_or_else(|| link.clone(), |dir| dir.join(&link)),
            // No link, or nothing at all. Any other trouble must not end in a link replaced by a file.
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::NotFound) => return Ok(path),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

/// Appends whole lines in one write and syncs. A file that does not end in a newline gets one first, so that a torn tail
/// costs only itself. If it fails, what was written is cut off again.
///
/// # Errors
/// If any of it fails; the file is then as it was.
pub fn append(path: &Path, lines: impl AsRef<[u8]>) -> Result<()> {
    append_lines(path, lines.as_ref()).map_err(|error| Failure::file("could not save to", path, &error))
}

fn append_lines(path: &Path, lines: &[u8]) -> io::Result<()> {
    let is_new = open_regular(path)?.is_none();
    let mut options = OpenOptions::new();
    options.read(true).append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    if is_new {
        set_mode(path, 0o600)?;
    }
    let length = file.metadata()?.len();
    let torn = if length == 0 {
        false
    } else {
        file.seek(SeekFrom::Start(length - 1))?;
        let mut last = [0];
        file.read_exact(&mut last)?;
        last != *b"\n"
    };
    let content = if torn { [b"\n", lines].concat() } else { lines.to_owned() };
    let written = file.write_all(&content).and_then(|()| file.sync_all());
    let written = written.and_then(|()| if is_new { sync_parent(path) } else { Ok(()) });
    if let Err(error) = written {
        let _ = file.set_len(length).and_then(|()| file.sync_all());
        return Err(error);
    }
    Ok(())
}

/// The permission bits of what is there; `None` where nothing is.
fn mode_of(path: &Path) -> io::Result<Option<u32>> {
    #[cfg(unix)]
    match fs::metadata(path) {
        Ok(metadata) => Ok(Some(std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o7777)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
    #[cfg(not(unix))]
    Ok(path.exists().then_some(0))
}

/// Sets permission bits, whatever the umask was.
fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    #[cfg(unix)]
    return fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    {
        let _ = (path, mode);
        Ok(())
    }
}

/// Makes a new name in a folder durable.
fn sync_parent(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(dir) if cfg!(unix) => File::open(dir)?.sync_all(),
        _ => Ok(()),
    }
}

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
