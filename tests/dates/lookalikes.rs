//! Pasted characters are read as what they look like, or named in the error.

use reconnect::date::{Direction, parse};

use crate::{clock, shown};

#[test]
fn pasted_characters_are_read_as_what_they_look_like() {
    let clock = clock("2026-11-23T18:00:00", "00:00");
    let table = [
        ("2026-10-24", "24\u{a0}Oct\u{a0}2026 | \u{200e}24 Oct 2026\u{200f} | 2026\u{2010}10\u{2010}24"),
        ("2026-10-24", "2026\u{2011}10\u{2011}24 | 2026\u{2012}10\u{2012}24 | 2026\u{2013}10\u{2013}24"),
        ("2026-10-24", "24\u{2014}Oct\u{2014}2026 | «24 Oct 2026» | `2026-10-24` | ２０２６－１０－２４ | ２４　Ｏｃｔ，２０２６"),
        ("2026-11-22T21:30", "9:30\u{202f}pm | ２１：３０ | 21\u{2236}30"),
        ("2026-11-02", "3\u{2009}weeks\u{3000}ago"),
        ("2026-11-22", "\u{feff}yester\u{ad}day\u{200b} | \u{2018}yesterday\u{2019} | \"yesterday\""),
        ("2026-10-24T21:30-05:00", "2026-10-24T21:30\u{2212}05:00"),
        ("2026-11-20", "\u{201c}last friday\u{201d}"),
    ];
    for (meaning, phrases) in table {
        for phrase in phrases.split(" | ") {
            assert_eq!(shown(parse(phrase, &clock, Direction::Past).unwrap()), meaning, "`{phrase}`");
        }
    }
}

#[test]
fn other_characters_are_named() {
    let clock = clock("2026-11-23T18:00:00", "00:00");
    let table = [
        ("24 Осt 2026", "it has `О` (U+041E) in it"),
        ("yesterdаy", "it has `а` (U+0430) in it"),
        ("٢٠٢٦-١٠-٢٤", "it has `٢` (U+0662) in it"),
        ("۲۱:۳۰", "it has `۲` (U+06F2) in it"),
        ("३ weeks ago", "it has `३` (U+0969) in it"),
        ("3 weeks ago 🌱", "it has `🌱` (U+1F331) in it"),
        ("24 Október 2026", "it has `ó` (U+00F3) in it"),
        ("\u{1b}[31mtoday", "it has `\\u{1b}` (U+001B) in it"),
        ("\u{0}", "it has `\\0` (U+0000) in it"),
    ];
    for (phrase, reason) in table {
        let error = parse(phrase, &clock, Direction::Past).unwrap_err();
        assert_eq!(error.to_string(), format!("can't read `{phrase}` as a date: {reason}"));
        assert_eq!(error.hint().unwrap(), "type it again, with plain letters and digits");
    }
}
