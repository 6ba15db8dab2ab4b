//! The diary's lines. The input is a file of the diary, damaged or not.

use std::path::Path;
use std::rc::Rc;

use chrono::NaiveTime;
use reconnect::date::Clock;
use reconnect::{Facts, Run, Thresholds};

use crate::store::diary::{Diary, Record, Snapshot, View};

const GOOD: &str = r#"{"v":1,"id":"0d0a60b2a5b44d3c9f0e8f4a6c1d2e3f","on":"2026-10-24","at":"2026-11-01T21:35:00+01:00","kind":"breakup"}
{"v":1,"id":"1b1c2d3e4f5061728394a5b6c7d8e9f0","on":"2026-11-01T21:30:00+01:00","at":"2026-11-01T21:35:00.000001+01:00","kind":"start"}
{"v":1,"id":"2f3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-09","at":"2026-11-10T08:00:00+01:00","kind":"contact","who":"them","via":"call"}
"#;

/// Reads a file alone, and beside good lines: what is damaged costs only itself, and what is read is written as it was meant.
pub fn run(data: &[u8]) {
    let alone = read(&[data]);
    let bad: Vec<usize> = alone.damaged.iter().map(|(place, _)| place.line).collect();
    let numbered = data.split(|byte| *byte == b'\n').zip(1..);
    let whole: Vec<&[u8]> = numbered.filter(|(_, line)| !bad.contains(line)).map(|(line, _)| line).collect();
    let whole = whole.join(&b'\n');
    assert_eq!(known(&alone), known(&read(&[&whole])), "{bad:?} are damaged, and cost something else");

    let good = GOOD.as_bytes();
    let apart = known(&read(&[good, &whole]));
    assert_eq!(known(&read(&[&[good, data].concat()])), apart, "{bad:?} cost something before them");
    assert_eq!(known(&read(&[&[data, b"\n", good].concat()])), apart, "{bad:?} cost something behind them");
    assert_eq!(known(&read(&[&whole, good])), apart, "the order of files decides");

    for record in alone.iter() {
        let line = record.to_line();
        assert!(!line.contains('\n'), "{line:?}");
        if let Some(back) = Record::parse(&line).unwrap_or_else(|error| panic!("{line:?}: {error}")) {
            assert_eq!(back, **record, "{line}");
        }
    }
}

/// Reads a diary of these files. The folder vanishes.
fn read(files: &[&[u8]]) -> Diary {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.expect("a folder");
    for (number, content) in files.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{number}.jsonl")), content).expect("a file");
    }
    let diary = Diary::read(folder.path(), None);
    assert!(diary.unreadable.is_empty(), "{:?}", diary.unreadable);
    diary
}

fn known(diary: &Diary) -> (Facts, Vec<Run>, usize) {
    let records: Vec<Rc<Record>> = diary.iter().cloned().collect();
    let now = "2026-11-23T18:00:00+01:00".parse().expect("it is one");
    let snapshot = Snapshot::new(
        &records,
        Thresholds::DEFAULT,
        &View { clock: Clock { now, day_starts_at: NaiveTime::MIN }, looks_back_to: None },
    );
    (snapshot.facts(), snapshot.all_runs().collect(), snapshot.records.len())
}
