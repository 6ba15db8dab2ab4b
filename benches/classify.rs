//! How many dates the library classifies a second on one core. Usage: `cargo bench --bench classify -- [SLICES]`.
//!
//! A slice is a million dates, and the fastest one counts: the machine's load only ever adds. That nothing is allocated is counted
//! from outside (`benches/measure.sh`), since the crate forbids the unsafe code that an allocator of our own would take: valgrind
//! finds as many allocations in ten slices as in one.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "a benchmark prints, and reads its arguments and the clock"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use reconnect::{Thresholds, classify};

/// Two years after the breakup: all three windows, and both answers about a year.
const AGES: u32 = 731;

/// How often a slice goes through all the days: about a million dates.
const ROUNDS: u32 = 1368;

fn main() {
    let slices: u32 = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(300);
    let breakup = NaiveDate::from_ymd_opt(2024, 8, 31).unwrap_or_default();
    let days: Vec<NaiveDate> = (0..AGES).filter_map(|age| breakup.checked_add_days(Days::new(age.into()))).collect();
    let (mut least, mut stated) = (Duration::MAX, 0_u64);
    for _ in 0..slices {
        let began = Instant::now();
        for _ in 0..ROUNDS {
            for today in &days {
                // By reference: moving the answer about takes longer than finding it.
                let window = classify(black_box(breakup), black_box(*today), Thresholds::DEFAULT);
                stated += u64::from(black_box(&window).as_ref().is_ok_and(|window| window.stated));
            }
        }
        least = least.min(began.elapsed());
    }
    let dates = f64::from(ROUNDS * AGES);
    println!("{:.0} million dates a second, {stated} of {slices} million stated", dates / least.as_secs_f64() / 1e6);
}
