//! The diary's lines. The input is a file of the diary, damaged or not.

use crate::program::{damaged, seen};

const NOW: &str = "2026-11-23T18:00:00+01:00";

/// A home's first lines.
const GOOD: &str = r#"{"v":1,"id":"0d0a60b2a5b44d3c9f0e8f4a6c1d2e3f","on":"2026-10-24","at":"2026-11-01T21:35:00+01:00","kind":"breakup"}
{"v":1,"id":"1b1c2d3e4f5061728394a5b6c7d8e9f0","on":"2026-11-01T21:30:00+01:00","at":"2026-11-01T21:35:00.000001+01:00","kind":"start"}
{"v":1,"id":"2f3e4d5c6b7a8990a1b2c3d4e5f60718","on":"2026-11-09","at":"2026-11-10T08:00:00+01:00","kind":"contact","who":"them","via":"call"}
"#;

/// Reads a file alone, and before and behind good lines: what is damaged costs only itself.
pub fn run(data: &[u8]) {
    let file = |content: &[u8]| ("desk.jsonl".to_owned(), content.to_owned());
    let bad = damaged(file(data));
    let whole: Vec<&[u8]> =
        data.split(|byte| *byte == b'\n').zip(1..).filter(|(_, line)| !bad.contains(line)).map(|(line, _)| line).collect();
    let whole = whole.join(&b'\n');
    let (before, behind) = ([GOOD.as_bytes(), data].concat(), [data, b"\n", GOOD.as_bytes()].concat());

    let found = |content: &[u8]| seen(&[file(content)], NOW, "").expect("an answer");
    assert_eq!(found(data), found(&whole), "{bad:?} are damaged, and cost something else");
    let apart = seen(&[file(GOOD.as_bytes()), ("phone.jsonl".to_owned(), whole)], NOW, "").expect("an answer");
    assert_eq!(found(&before), apart, "{bad:?} are damaged, and cost something before them");
    assert_eq!(found(&behind), apart, "{bad:?} are damaged, and cost something behind them");

    assert_eq!(damaged(file(&behind)), bad);
    let further: Vec<usize> = bad.iter().map(|line| line + GOOD.lines().count()).collect();
    assert_eq!(damaged(file(&before)), further);
}
