//! Durable files: read with a size limit, replace whole, append whole lines, private from the start, one lock for writers.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufReader, Read, Seek, SeekFrom, Take, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

use crate::error::{Failure, Result};

/// Our temporary files are called `.reconnect-XXXXXX.tmp`, so that we recognise one that a crash left behind.
const TEMPORARY: (&str, &str) = (".reconnect-", ".tmp");

/// Whether a file has the exact name of one of our temporary files.
pub fn is_temporary(name: &str) -> bool {
    let random = name.strip_prefix(TEMPORARY.0).and_then(|rest| rest.strip_suffix(TEMPORARY.1));
    random.is_some_and(|random| random.len() == 6 && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Looks at a regular file; `None` where there is none. A FIFO or a device is an error: reading it could hang, and renaming over it
/// would destroy it for the whole system.
fn regular(path: &Path) -> io::Result<Option<fs::Metadata>> {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => Ok(Some(metadata)),
        Ok(_) => Err(io::Error::new(io::ErrorKind::InvalidInput, "it isn't a regular file")),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

fn open_regular(path: &Path) -> io::Result<Option<File>> {
    regular(path)?.map(|_| File::open(path)).transpose()
}

/// A regular file, to be read piece by piece; `None` where there is no file. One of more than `cap` bytes is an error.
pub fn reader(path: &Path, cap: u64) -> io::Result<Option<BufReader<Take<File>>>> {
    let Some(file) = open_regular(path)? else { return Ok(None) };
    let size = file.metadata()?.len();
    if size > cap {
        return Err(too_large(cap));
    }
    Ok(Some(BufReader::with_capacity(64 << 10, file.take(size))))
}

/// A regular file's bytes, at most `cap` of them; `None` where there is no file.
pub fn read(path: &Path, cap: u64) -> io::Result<Option<Vec<u8>>> {
    let Some(file) = open_regular(path)? else { return Ok(None) };
    // Most files are read at once.
    let mut bytes = Vec::with_capacity(4 << 10);
    file.take(cap + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > cap {
        return Err(too_large(cap));
    }
    Ok(Some(bytes))
}

/// What can be read of a file as text; nothing where it can't be read.
pub fn text(path: &Path, cap: u64) -> String {
    let bytes = read(path, cap).ok().flatten().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn too_large(cap: u64) -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, format!("it is larger than {cap} bytes"))
}

const ASK_DOCTOR: &str = "`reconnect doctor` checks the folders";

/// Makes a folder that only its owner can enter, and the folders above it that are missing.
pub fn make_private_dir(dir: &Path) -> Result<()> {
    let failed = |error: io::Error| Failure::file("could not make the folder", dir, &error).hint(ASK_DOCTOR);
    if dir.is_dir() {
        return Ok(());
    }
    make_parent(dir)?;
    #[cfg_attr(not(unix), expect(unused_mut, reason = "folders have no mode there"))]
    let mut builder = fs::DirBuilder::new();
    // Private from the first moment, because a crash may come before the mode is set.
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(dir) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && dir.is_dir() => Ok(()),
        Err(error) => Err(failed(error)),
        Ok(()) => set_mode(dir, 0o700).and_then(|()| sync_parent(dir)).map_err(failed),
    }
}

fn make_parent(path: &Path) -> Result<()> {
    path.parent().map_or(Ok(()), make_private_dir)
}

pub fn private_temporary(dir: &Path, prefix: &str, suffix: &str) -> io::Result<NamedTempFile> {
    let file = tempfile::Builder::new().prefix(prefix).suffix(suffix).tempfile_in(dir)?;
    set_mode(file.path(), 0o600)?;
    Ok(file)
}

/// Replaces a whole file, or leaves the old one: write a temporary beside it, sync, rename, sync the folder. A symbolic link
/// stays a link and its target is replaced; an existing mode stays; a new file is private.
pub fn replace(path: &Path, content: &[u8]) -> Result<()> {
    make_parent(path)?;
    replace_file(path, content).map_err(|error| Failure::file("could not save", path, &error).hint(ASK_DOCTOR))
}

fn replace_file(path: &Path, content: &[u8]) -> io::Result<()> {
    let target = follow_links(path)?;
    let known = regular(&target)?;
    let dir = target.parent().ok_or(io::ErrorKind::InvalidInput)?;
    // Where a link leads, the folder isn't ours.
    if path.parent() == Some(dir) {
        sweep_leftovers(dir);
    }
    let mut temporary = private_temporary(dir, TEMPORARY.0, TEMPORARY.1)?;
    if let Some(known) = known {
        fs::set_permissions(temporary.path(), known.permissions())?;
    }
    temporary.write_all(content)?;
    sync(temporary.as_file())?;
    temporary.persist(&target).map_err(|error| error.error)?;
    sync_parent(&target)
}

/// Makes a new private file, whole or not at all. What is there already stays.
pub fn create(path: &Path, content: &[u8]) -> io::Result<()> {
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut temporary = private_temporary(dir, TEMPORARY.0, TEMPORARY.1)?;
    temporary.write_all(content)?;
    sync(temporary.as_file())?;
    let path = dir.join(path.file_name().ok_or(io::ErrorKind::InvalidInput)?);
    temporary.persist_noclobber(&path).map_err(|error| error.error)?;
    sync_parent(&path)
}

/// What is in a folder, sorted; nothing where there is no folder.
pub fn entries(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries: Vec<PathBuf> = match fs::read_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listed => listed?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?,
    };
    entries.sort();
    Ok(entries)
}

/// Removes a file so that it stays removed after a power cut. A file that is gone already is fine.
pub fn remove(path: &Path) -> Result<()> {
    let removed = match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Err(_) if !path.parent().is_some_and(Path::exists) => Ok(()),
        _ => sync_parent(path),
    };
    removed.map_err(|error| Failure::file("could not remove", path, &error))
}

/// Removes an empty folder so that it stays removed.
pub fn remove_empty_dir(dir: &Path) -> io::Result<()> {
    fs::remove_dir(dir).and_then(|()| sync_parent(dir))
}

/// Removes temporary files of killed processes. After an hour nobody is writing them any more.
fn sweep_leftovers(dir: &Path) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries.flatten().filter(|entry| is_temporary(&entry.file_name().to_string_lossy())) {
        let age = entry.metadata().and_then(|metadata| metadata.modified()).ok().and_then(|time| time.elapsed().ok());
        if age.is_some_and(|age| age > Duration::from_hours(1)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Where a path leads by symbolic links. The file there may be missing.
pub fn follow_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..40 {
        if !path.is_symlink() {
            return Ok(path);
        }
        let link = fs::read_link(&path)?;
        path = path.parent().map_or_else(|| link.clone(), |dir| dir.join(&link));
    }
    Err(io::Error::other("too many symbolic links"))
}

/// Appends whole lines in one write and syncs. If the file doesn't end in a newline, one goes first, so that a torn last line
/// damages only itself. If anything fails, the file is cut back to what it was.
pub fn append(path: &Path, lines: impl AsRef<[u8]>) -> Result<()> {
    make_parent(path)?;
    append_lines(path, lines.as_ref()).map_err(|error| Failure::file("could not save to", path, &error).hint(ASK_DOCTOR))
}

fn append_lines(path: &Path, lines: &[u8]) -> io::Result<()> {
    // A FIFO or a device is refused before it is opened for writing.
    regular(path)?;
    let (mut file, is_new) = open_private(path, OpenOptions::new().read(true).append(true).create(true))?;
    let length = file.metadata()?.len();
    let mut last = *b"\n";
    if length > 0 {
        file.seek(SeekFrom::Start(length - 1))?;
        file.read_exact(&mut last)?;
    }
    let content = if last == *b"\n" { lines.to_owned() } else { [b"\n", lines].concat() };
    let written = file.write_all(&content).and_then(|()| sync(&file));
    let written = written.and_then(|()| if is_new { sync_parent(path) } else { Ok(()) });
    if written.is_err() {
        let _ = file.set_len(length).and_then(|()| sync(&file));
    }
    written
}

/// Opens a file, and makes a new one private whatever the umask. Also says whether the file is new.
fn open_private(path: &Path, options: &mut OpenOptions) -> io::Result<(File, bool)> {
    let is_new = !path.try_exists()?;
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    let file = options.open(path)?;
    if is_new {
        set_mode(path, 0o600)?;
    }
    Ok((file, is_new))
}

/// Sets permission bits. The mode given at creation isn't enough, because the umask takes bits away.
fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    #[cfg(unix)]
    return fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    {
        let _ = (path, mode);
        Ok(())
    }
}

fn sync(file: &File) -> io::Result<()> {
    match file.sync_all() {
        // On macOS this asks for F_FULLFSYNC. Network and foreign volumes refuse it (EINVAL, ENOTTY, ENOTSUP, EOPNOTSUPP) and know fsync.
        #[cfg(target_os = "macos")]
        Err(error) if matches!(error.raw_os_error(), Some(22 | 25 | 45 | 102)) => rustix::fs::fsync(file).map_err(|_| error),
        synced => synced,
    }
}

/// Waits until a new, renamed or removed name in a folder is on disk. Windows has no such call.
fn sync_parent(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(dir) if cfg!(unix) => match sync(&File::open(dir)?) {
            // Some network volumes can't sync a folder at all.
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
            synced => synced,
        },
        _ => Ok(()),
    }
}

const PATIENCE: Duration = Duration::from_secs(5);
const POLL: Duration = Duration::from_millis(5);

/// Keeps other changing commands of this machine waiting until it is dropped. Readers take no lock.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "closing the file releases the lock")] File);

impl Lock {
    /// Takes the lock, and waits five seconds for it at most. The lock is a file of its own, never one that is renamed.
    pub fn take(path: &Path) -> Result<Self> {
        let failed = |error: io::Error| Failure::file("could not lock", path, &error).hint(ASK_DOCTOR);
        make_parent(path)?;
        // A FIFO is refused before it is opened: opening it would wait for a reader.
        regular(path).map_err(failed)?;
        let (file, _) = open_private(path, OpenOptions::new().write(true).create(true).truncate(false)).map_err(failed)?;
        let began = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self(file)),
                Err(TryLockError::Error(error)) if error.kind() != io::ErrorKind::Interrupted => return Err(failed(error)),
                Err(_) if began.elapsed() < PATIENCE => std::thread::sleep(POLL),
                Err(_) => {
                    let message = "another `reconnect` has been writing for 5 seconds; nothing was changed";
                    return Err(Failure::new(message).hint(format!("try again; its lock is `{}`", path.display())));
                }
            }
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_something_other_than_a_file_is_never_replaced() {
        use std::os::unix::fs::FileTypeExt;
        let dir = tempfile::tempdir().unwrap();
        let (socket, link) = (dir.path().join("socket"), dir.path().join("link"));
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        std::os::unix::fs::symlink(&socket, &link).unwrap();
        assert!(replace(&link, b"text").is_err());
        assert!(fs::metadata(&socket).unwrap().file_type().is_socket());
    }
}
