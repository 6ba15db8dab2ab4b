//! A file's lines, from its beginning and from its end.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

fn memchr(b: u8, s: &[u8]) -> Option<usize> {
    s.iter().position(|c| *c == b)
}
fn memrchr(b: u8, s: &[u8]) -> Option<usize> {
    s.iter().rposition(|c| *c == b)
}

use crate::fs;

/// A line longer than this is damaged: no note is so long.
pub const LONGEST: usize = 4 << 20;

/// How much of a file is read at once.
const CHUNK: usize = 64 << 10;

/// Calls `each` with every line that is not blank, and its number from 1; with `None` where it is longer than `longest`.
pub fn each_line(path: &Path, longest: usize, mut each: impl FnMut(usize, Option<&[u8]>)) -> io::Result<()> {
    let Some(file) = fs::open_regular(path)? else { return Ok(()) };
    let mut number = 1;
    let mut whole = |line: &[u8]| {
        let line = line.trim_ascii();
        if line.len() > longest {
            each(number, None);
        } else if !line.is_empty() {
            each(number, Some(line));
        }
        number += 1;
    };
    let mut reader = BufReader::with_capacity(CHUNK, file);
    // The beginning of a line that goes on in the next chunk; of one that is too long, no more than shows that it is.
    let mut begun = Vec::new();
    loop {
        let chunk = match reader.fill_buf() {
            Ok([]) => break,
            Ok(chunk) => chunk,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let mut rest = chunk;
        while let Some((line, behind)) = memchr(b'\n', rest).and_then(|end| rest.split_at_checked(end)) {
            if begun.is_empty() {
                whole(line);
            } else {
                begun.extend_from_slice(line);
                whole(&begun);
                begun.clear();
            }
            rest = behind.get(1..).unwrap_or_default();
        }
        if begun.len() <= longest {
            begun.extend_from_slice(rest);
        }
        let read = chunk.len();
        reader.consume(read);
    }
    if !begun.is_empty() {
        whole(&begun);
    }
    Ok(())
}

/// The lines of a file, the last one first.
#[derive(Debug)]
pub struct Backwards {
    file: File,
    /// How much of the file lies before what was read.
    before: u64,
    /// What was read and is not given yet, up to `end`.
    read: Vec<u8>,
    end: usize,
}

impl Backwards {
    /// Begins at the end; `None` where there is no file.
    ///
    /// # Errors
    /// What the system says, or that it is no regular file.
    pub fn open(path: &Path) -> io::Result<Option<Self>> {
        let Some(file) = fs::open_regular(path)? else { return Ok(None) };
        let before = file.metadata()?.len();
        Ok(Some(Self { file, before, read: Vec::new(), end: 0 }))
    }

    /// From the line before the one that was given last on, the first of which `find` makes something. It is given lines without their
    /// ends; of a line that is too long to be one, only the beginning.
    ///
    /// # Errors
    /// What the system says.
    pub fn find_map<T>(&mut self, mut find: impl FnMut(&[u8]) -> Option<T>) -> io::Result<Option<T>> {
        while self.end > 0 || self.before > 0 {
            let read = self.read.get(..self.end).unwrap_or_default();
            let line = match memrchr(b'\n', read) {
                Some(at) => at + 1..std::mem::replace(&mut self.end, at),
                None if self.before == 0 => 0..std::mem::take(&mut self.end),
                None => {
                    self.read_more()?;
                    continue;
                }
            };
            let found = self.read.get(line).and_then(&mut find);
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    fn read_more(&mut self) -> io::Result<()> {
        let more = usize::try_from(self.before).map_or(CHUNK, |before| before.min(CHUNK));
        let kept = if self.end > LONGEST { 0 } else { self.end };
        self.read.resize(self.read.len().max(more + kept), 0);
        self.read.copy_within(..kept, more);
        self.before -= more as u64;
        self.end = more + kept;
        self.file.seek(SeekFrom::Start(self.before))?;
        self.read.get_mut(..more).map_or(Ok(()), |room| self.file.read_exact(room))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(content: &[u8]) -> Vec<Vec<u8>> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), content).unwrap();
        let mut lines = Backwards::open(file.path()).unwrap().unwrap();
        let mut all = Vec::new();
        while let Some(line) = lines.find_map(|line| Some(line.to_vec())).unwrap() {
            all.push(line);
        }
        all
    }

    #[test]
    fn every_line_is_given_whole_from_the_last_to_the_first() {
        // Lengths around a chunk's, so that chunks end before, on and behind the ends of lines.
        for length in [0, 1, 70, CHUNK - 2, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
            for count in [1, 2, 5] {
                let all: Vec<Vec<u8>> = (0..count).map(|number| vec![b'a' + number; length + usize::from(number) + 1]).collect();
                let content = all.join(&b'\n');
                let expected: Vec<Vec<u8>> = all.into_iter().rev().collect();
                assert_eq!(lines(&content), expected, "{length} {count}");
                assert_eq!(lines(&[&content[..], b"\n"].concat()), [vec![Vec::new()], expected].concat(), "{length} {count}");
            }
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_not_held() {
        let long = [&b"first\n"[..], &vec![b'x'; 3 * LONGEST], b"\nlast"].concat();
        let given = lines(&long);
        assert_eq!((given.len(), &given[0][..], &given[2][..]), (3, &b"last"[..], &b"first"[..]));
        assert!(given[1].len() < LONGEST + 2 * CHUNK, "{}", given[1].len());
    }

    #[test]
    fn no_file_has_no_lines_and_neither_has_an_empty_one() {
        assert!(Backwards::open(Path::new("/nowhere/at/all")).unwrap().is_none());
        assert_eq!(lines(b""), Vec::<Vec<u8>>::new());
    }
}
