//! Whether a time zone can be used. chrono falls back without a word; so what it reads is known here a second time.

/// Where the files of zones are, as chrono looks for them.
pub const FOLDERS: [&str; 4] = ["/usr/share/zoneinfo", "/share/zoneinfo", "/etc/zoneinfo", "/usr/share/lib/zoneinfo"];

/// Whether a file's bytes begin as those of a zone do (RFC 8536).
pub fn is_file(bytes: &[u8]) -> bool {
    bytes.starts_with(b"TZif")
}

/// Whether a text is a zone by itself, as POSIX writes one: `<+03>-3`, `CET-1CEST,M3.5.0,M10.5.0/3`. chrono wants the days of
/// the change where there is a summer time.
pub fn is_rule(text: &str) -> bool {
    let mut parts = text.trim_ascii().split(',');
    let Some(rest) = parts.next().and_then(after_name).and_then(after_offset) else { return false };
    let days: Vec<&str> = parts.collect();
    if rest.is_empty() {
        return days.is_empty();
    }
    let is_summer = after_name(rest).is_some_and(|rest| rest.is_empty() || after_offset(rest) == Some(""));
    is_summer && days.len() == 2 && days.into_iter().all(is_day)
}

fn after_name(text: &str) -> Option<&str> {
    let (name, rest) = match text.strip_prefix('<') {
        Some(text) => text.split_once('>')?,
        None => split(text, |c| c.is_ascii_alphabetic()),
    };
    let is_name = (3..=7).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-".contains(&byte));
    is_name.then_some(rest)
}

fn after_offset(text: &str) -> Option<&str> {
    let (time, rest) = split(text.strip_prefix(['+', '-']).unwrap_or(text), |c| c.is_ascii_digit() || c == ':');
    is_time(time, 23).then_some(rest)
}

fn split(text: &str, belongs: fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|c| !belongs(c)).unwrap_or(text.len()))
}

/// `3`, `3:30` or `3:30:00`.
fn is_time(text: &str, last_hour: u16) -> bool {
    let limits = [0..=last_hour, 0..=59, 0..=59];
    let parts: Vec<&str> = text.split(':').collect();
    parts.len() <= limits.len() && parts.iter().zip(&limits).all(|(part, limit)| is_number(part, limit))
}

/// `M3.5.0/3`, `J60` or `59`.
fn is_day(text: &str) -> bool {
    let (day, time) = text.split_once('/').unwrap_or((text, "2"));
    let is_day = if let Some(month) = day.strip_prefix('M') {
        let limits = [1..=12, 1..=5, 0..=6];
        let parts: Vec<&str> = month.split('.').collect();
        parts.len() == limits.len() && parts.iter().zip(&limits).all(|(part, limit)| is_number(part, limit))
    } else if let Some(day) = day.strip_prefix('J') {
        is_number(day, &(1..=365))
    } else {
        is_number(day, &(0..=365))
    };
    is_day && is_time(time, 24)
}

fn is_number(text: &str, limit: &std::ops::RangeInclusive<u16>) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse().is_ok_and(|number| limit.contains(&number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_by_itself_is_told_from_what_is_none() {
        for zone in [
            "UTC0",
            "HST10",
            "<+03>-3",
            "<-11>11",
            "<+0545>-5:45",
            " EST5 ",
            "CET-1CEST,M3.5.0,M10.5.0/3",
            "EST5EDT4,M3.2.0/2:00:00,M11.1.0",
            "NZST-12NZDT,J60,300/24",
        ] {
            assert!(is_rule(zone), "{zone}");
        }
        for text in [
            "",
            "Nonsense",
            "Nonsense/Nowhere",
            "UTC",
            "UTC+24",
            "UTC0:60",
            "U0",
            "Toolonger0",
            "<+03-3",
            "<+,3>-3",
            "CET-1CEST",
            "CET-1CEST,M3.5.0",
            "CET-1CEST,M13.5.0,M10.5.0",
            "CET-1CEST,M3.5,M10.5.0",
            "CET-1CEST,M3.5.0,M10.5.0/25",
            "CET-1CEST,J0,J365",
            "CET-1CEST,1,366",
            "CET-1,M3.5.0,M10.5.0",
            "CET-1CEST2x,M3.5.0,M10.5.0",
            "CET-1:0:0:0",
            "CET-+1",
            "日本-9",
        ] {
            assert!(!is_rule(text), "{text}");
        }
    }
}
