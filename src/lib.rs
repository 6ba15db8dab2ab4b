//! ```
//! use reconnect::{Thresholds, WindowId, classify};
//! # let (breakup, today) = ("2026-10-24".parse().unwrap(), "2026-11-23".parse().unwrap());
//! let window = classify(breakup, today, Thresholds::DEFAULT)?;
//! assert_eq!(window.id, WindowId::WeeksTo6Months);
//! # Ok::<(), reconnect::Error>(())
//! ```
//!
//! How long has it been? How long have I kept my distance? What does the guide say about now? `reconnect` answers these three
//! questions for somebody who has been through a breakup. This library is the part that knows: facts and a date in, answers out. It
//! has no clock, no files and no terminal; "today" is always an argument.
//!
//! The guide is the article "How to ask for a second chance after a breakup: 6 steps guide". Every sentence here names its source: a
//! statement of the guide, or this library. No sentence about getting in touch is shown against the other person's word.
//!
//! # The map
//!
//! | question | answer |
//! | --- | --- |
//! | Which of the guide's windows is it? | [`classify`] with [`Thresholds`] gives a [`Window`] |
//! | What is known today? | [`Timeline`] takes [`Event`]s in order and gives [`Facts`] |
//! | What does the guide say about now? | [`advise`] takes [`Facts`] and gives a [`Verdict`]: what it says, its reasons, its steps |
//! | How long was no contact kept? | [`Timeline::runs`] gives [`Runs`], and these give [`Totals`] |
//! | What does a contact do? | [`Contact`]; [`Timeline::apply`] gives a [`ContactOutcome`] |
//! | What did they ask for, or answer? | [`Boundary`] and [`Answer`] |
//! | Which count comes next? | [`milestones`] |
//! | What are the six steps, and which matter now? | [`STEPS`], [`Verdict::steps`], and [`Verdict::admits`] for each [`Sentence`] |
//! | Who says so? | each [`Sentence`] has its [`Source`] |
//! | What is kind to say in a hard moment, and what to do today? | [`warm`], [`way_to_use_the_time`], [`idea_for_two`] |
//! | What have studies found? | [`studies`] |
//! | Which date does "3 weeks ago" mean? | [`date`] |
//!
//! | window (step 1) | from | through, inclusive | the guide |
//! | --- | --- | --- | --- |
//! | `days` | the breakup | 20 days after it | wait until both are calmer |
//! | `weeks-to-6-months` | 21 days after it | 6 calendar months after it | the good window: gently |
//! | `years` | the day after that | open | possible, with extra care; the guide speaks of it from a year on |
//!
//! The exact bounds are this library's reading, and can be set otherwise.
//!
//! ```
//! use reconnect::{Facts, VerdictId, advise};
//! let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
//!
//! let mut facts = Facts::on(day("2026-11-23"));
//! facts.breakup = Some(day("2026-10-24"));
//! facts.run_since = Some(day("2026-11-01"));
//!
//! let verdict = advise(&facts);
//! assert_eq!(verdict.id(), VerdictId::Prepare);
//! assert_eq!(verdict.earliest, Some(day("2026-11-22")));
//! ```
//!
//! # Crate features
//!
//! - `cli` (on by default) builds the program, and brings everything that it needs. A program that uses this library turns it off:
//!   `default-features = false` leaves chrono without a clock, and nothing else.
//! - `serde` makes the plain values serializable.
// Nothing from outside can make this library panic; tests may.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod advice;
mod boundary;
mod contact;
pub mod date;
mod error;
mod event;
mod facts;
mod guide;
mod ids;
mod run;
mod sentence;
mod studies;
mod table;
mod timeline;
mod verdict;
mod warm;
mod window;

pub use advice::{Verdict, advise, sentences};
pub use boundary::{Aim, Answer, Boundary, BoundaryKind, Protects};
pub use contact::{Contact, Overrule, VIA_WORDS, Via, Who, via_from_words};
pub use error::Error;
pub use event::{ContactOutcome, Effect, Event, EventKind, RunChange};
pub use facts::{Facts, ReachOut};
pub use guide::{CLOSING, FOUR_QUESTIONS, NOT_AFTER_VIOLENCE, OPENING, Paragraph, STEPS, Step};
pub use run::{Count, Ending, InTouch, Milestone, Moment, Run, Runs, Totals, days_between, milestones};
pub use sentence::{Sentence, Source};
pub use studies::{Study, studies};
pub use timeline::Timeline;
pub use verdict::VerdictId;
pub use warm::{Warm, idea_for_two, ideas_for_two, on_any_day, warm, way_to_use_the_time, ways_to_use_the_time};
pub use window::{Thresholds, Window, WindowId, a_year_has_passed, classify};
