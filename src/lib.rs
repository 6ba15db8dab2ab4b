//! How long has it been? How long have I kept my distance? What does the guide say about now?
//!
//! `reconnect` answers these three questions for somebody who has been through a breakup. This library is the part
//! that knows: facts and a date in, answers out. It has no clock, no files, no environment and prints nothing; "today"
//! is always an argument. The guide is the article "How to ask for a second chance after a breakup: 6 steps guide";
//! what it says and what is inferred are told apart everywhere.
//!
//! | window (step 1) | from | through, inclusive | the guide |
//! | --- | --- | --- | --- |
//! | `days` | the breakup | 20 days after it | let the dust settle |
//! | `weeks-to-6-months` | 21 days after it | 6 calendar months after it | the good window: gently |
//! | `years` | the day after that | open | possible, with extra care; spoken of from a year on |
//!
//! The exact bounds are this library's reading, and can be set otherwise ([`Thresholds`]).
//!
//! ```
//! use reconnect::{Facts, VerdictId, WindowId, advise};
//! let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
//!
//! let mut facts = Facts::on(day("2026-11-23"));
//! facts.breakup = Some(day("2026-10-24"));
//! facts.run_since = Some(day("2026-11-01"));
//!
//! assert_eq!(facts.window().unwrap().id, WindowId::WeeksTo6Months);
//! let verdict = advise(&facts);
//! assert_eq!(verdict.id(), VerdictId::Prepare);
//! assert_eq!(verdict.earliest, Some(day("2026-11-22")));
//! ```
//!
//! Where to look: [`date`] reads a date phrase; [`Life`] folds what happened, in order, into [`Facts`] and [`Runs`];
//! [`classify`] says the window; [`advise`] the verdict, with its reasons; [`milestones`] the counts worth saying; [`STEPS`] the six steps, and
//! [`Now`] which of them matter.
// What ships never panics on anything from outside; tests may.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod advice;
mod boundary;
mod contact;
pub mod date;
mod error;
mod facts;
mod guide;
mod ids;
mod life;
mod now;
mod run;
mod verdict;
mod via_words;
mod window;

pub use advice::{TABLE, advise};
pub use boundary::{Answer, Boundary, BoundaryKind};
pub use contact::{Contact, Overrule, POLICY, Policy, Via, Who};
pub use error::Error;
pub use facts::{Facts, ReachOut};
pub use guide::{CLOSING, STEPS, Sentence, Step};
pub use life::{Effect, Event, Happening, Life};
pub use now::{NOW, Now};
pub use run::{Count, Ending, MILESTONE_DAYS, Milestone, Moment, Record, Run, Runs, days_between, milestones};
pub use verdict::{Reason, Row, Verdict, VerdictId, When};
pub use via_words::{VIA_WORDS, via_from_words};
pub use window::{Thresholds, Window, WindowId, a_year_has_passed, classify};
