//! What happened, in order, becomes what is known on a day: [`Event`]s in, [`Facts`] and [`Runs`] out.

use chrono::NaiveDate;

use crate::advice::advise;
use crate::boundary::{Aim, Answer, Boundary, BoundaryKind};
use crate::contact::{Contact, Who};
use crate::facts::{Facts, ReachOut};
use crate::run::{Ending, Moment, Run, Runs};
use crate::window::Thresholds;

/// What happened, as far as it has consequences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum EventKind {
    /// A breakup: the date of this chapter, or the beginning of the next.
    Breakup {
        /// Whether it is a second breakup, which opens a new chapter. See [`Timeline::opens_chapter`].
        again: bool,
    },
    /// A run opens.
    Start {
        /// Whether it corrects the start of a run that a contact opened.
        moves: bool,
    },
    /// The user closes the run.
    End,
    /// Somebody reached out.
    Contact(Contact),
    /// They set a boundary; the event's day is its first.
    Boundary {
        /// Space, a block, or an order.
        kind: BoundaryKind,
        /// Its last day, inclusive; `None`: until they say otherwise.
        through: Option<NaiveDate>,
    },
    /// They lifted what they had asked for. An order stays on record.
    BoundaryCleared,
    /// They answered.
    Answer(Answer),
    /// The user said what this time is for.
    Aim(Aim),
    /// The notebook has an issue with a plan.
    Prepared,
}

/// Something that happened, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Event {
    /// When.
    pub moment: Moment,
    /// What.
    pub kind: EventKind,
}

/// What one contact did, given everything before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ContactOutcome {
    /// It ended the run, or moved its start on the first day.
    pub ended_run: bool,
    /// It was a reach-out: the verdict just before it allowed one.
    pub reach_out: bool,
    /// Contacts by the user without a word back, this one included ([`Facts::unanswered`]).
    pub unanswered: u32,
}

/// Everything that happened so far. Feed it events in order with [`Timeline::apply`], then ask for the [`Facts`].
///
/// It holds no clock: whoever feeds it decides what has happened. An event handed to it counts, whatever its date.
///
/// ```
/// use reconnect::{Event, EventKind, Moment, Thresholds, Timeline, VerdictId, advise};
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
///
/// let mut timeline = Timeline::new(Thresholds::DEFAULT);
/// timeline.apply(&Event { moment: Moment::day(day("2026-10-24")), kind: EventKind::Breakup { again: false } });
/// timeline.apply(&Event { moment: Moment::day(day("2026-11-01")), kind: EventKind::Start { moves: false } });
///
/// let facts = timeline.facts(day("2026-11-23"));
/// assert_eq!(advise(&facts).id(), VerdictId::Prepare);
/// assert_eq!(timeline.runs().totals(facts.today).kept_days, 23);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    thresholds: Thresholds,
    breakup: Option<NaiveDate>,
    runs: Runs,
    earlier_runs: Vec<Run>,
    boundaries: Vec<Boundary>,
    order_recorded: bool,
    answer: Option<(Answer, NaiveDate)>,
    aim: Option<Aim>,
    reach_out: ReachOut,
    /// Whether a word from them would open step 4: nothing came between it and the reach-out.
    reach_out_alone: bool,
    unanswered: u32,
    last_try: Option<NaiveDate>,
    prepared: bool,
}

impl Timeline {
    /// Nothing has happened yet.
    pub fn new(thresholds: Thresholds) -> Self {
        Self { thresholds, ..Self::default() }
    }

    /// Takes the next event, in order; for a contact, says what it did.
    pub fn apply(&mut self, event: &Event) -> ContactOutcome {
        let moment = event.moment;
        match event.kind {
            EventKind::Breakup { again } => {
                if self.opens_chapter(event) {
                    self.new_chapter(moment);
                }
                // The same second breakup from two machines, or one dated before the current one, changes nothing.
                if !again || self.breakup.is_none_or(|breakup| breakup < moment.day) {
                    self.breakup = Some(moment.day);
                }
            }
            EventKind::Start { moves } => self.runs.start(moment, moves),
            EventKind::End => {
                self.runs.end(moment, Ending::Closed);
            }
            EventKind::Contact(contact) => return self.contact(moment, contact),
            EventKind::Boundary { kind, through } => self.boundary(Boundary { kind, from: moment.day, through }),
            // What ran out by itself before was not lifted.
            EventKind::BoundaryCleared => self.boundaries.retain(|boundary| !boundary.in_force(moment.day)),
            EventKind::Answer(answer) => {
                self.their_word(moment.day);
                self.answer = Some((answer, moment.day));
            }
            EventKind::Aim(aim) => self.aim = Some(aim),
            EventKind::Prepared => self.prepared = true,
        }
        ContactOutcome::default()
    }

    /// Whether `event`, taken next, opens a new chapter: a second breakup dated after the current one.
    pub fn opens_chapter(&self, event: &Event) -> bool {
        event.kind == EventKind::Breakup { again: true } && self.breakup.is_some_and(|breakup| breakup < event.moment.day)
    }

    fn contact(&mut self, moment: Moment, contact: Contact) -> ContactOutcome {
        let mut reach_out = false;
        if contact.is_their_word() {
            self.their_word(moment.day);
        } else if contact.who == Who::Me {
            reach_out = contact.counts() && advise(&self.facts(moment.day)).id().allows_reach_out();
            self.reach_out_alone = reach_out;
            if reach_out {
                self.reach_out = ReachOut::Waiting;
                self.unanswered = 1;
                self.last_try = Some(moment.day);
            } else if contact.counts() {
                self.unanswered = self.unanswered.saturating_add(1);
                if self.unanswered >= 2 {
                    self.last_try = Some(moment.day);
                    self.close_step_4();
                }
            }
        }
        let ended_run = contact.ends_run() && self.runs.slip(moment);
        ContactOutcome { ended_run, reach_out, unanswered: self.unanswered }
    }

    /// A word from them ends the waiting. It opens step 4 only after a reach-out that stood alone, and not where they had asked for
    /// space: one message can be recorded as a contact and as a boundary, in either order.
    fn their_word(&mut self, day: NaiveDate) {
        self.unanswered = 0;
        if self.reach_out == ReachOut::Waiting {
            let asked_for_space = self.boundaries.iter().any(|boundary| boundary.in_force(day) || boundary.from == day);
            let opens = self.reach_out_alone && !asked_for_space;
            self.reach_out = if opens { ReachOut::Answered } else { ReachOut::NotYet };
        }
    }

    fn boundary(&mut self, boundary: Boundary) {
        self.order_recorded |= boundary.kind == BoundaryKind::Order;
        self.boundaries.push(boundary);
        self.close_step_4();
    }

    fn close_step_4(&mut self) {
        if self.reach_out == ReachOut::Answered {
            self.reach_out = ReachOut::NotYet;
        }
    }

    /// What belonged to the earlier chapter no longer rules, except orders and the aim. Space asked for on the day of the breakup
    /// belongs to the new one.
    fn new_chapter(&mut self, moment: Moment) {
        self.runs.end(moment, Ending::Chapter);
        self.earlier_runs.extend(std::mem::take(&mut self.runs).all());
        self.boundaries.retain(|boundary| boundary.kind == BoundaryKind::Order || boundary.from >= moment.day);
        self.answer = None;
        self.reach_out = ReachOut::NotYet;
        self.reach_out_alone = false;
        self.unanswered = 0;
        self.last_try = None;
        self.prepared = false;
    }

    /// What is known on `today`.
    pub fn facts(&self, today: NaiveDate) -> Facts {
        Facts {
            today,
            breakup: self.breakup,
            thresholds: self.thresholds,
            run_since: self.runs.open().map(|start| start.day),
            run_closed: self.runs.is_closed(),
            slipped: self.runs.opened_by_contact().is_some() && self.runs.all().count() > 1,
            boundary: self.boundaries_in_force(today).map(|boundary| boundary.kind).max(),
            boundary_ran_out: self.boundaries.iter().filter(|boundary| !boundary.in_force(today)).filter_map(|b| b.through).max(),
            order_recorded: self.order_recorded,
            answer: self.answer.map(|(answer, _)| answer),
            aim: self.aim,
            reach_out: self.reach_out,
            unanswered: self.unanswered,
            last_try: self.last_try,
            prepared: self.prepared,
        }
    }

    /// The boundaries in force on `today`, in the order in which they were recorded.
    pub fn boundaries_in_force(&self, today: NaiveDate) -> impl Iterator<Item = Boundary> + '_ {
        self.boundaries.iter().copied().filter(move |boundary| boundary.in_force(today))
    }

    /// The runs of this chapter.
    pub fn runs(&self) -> &Runs {
        &self.runs
    }

    /// Their last answer in this chapter, and its day.
    pub fn answer(&self) -> Option<(Answer, NaiveDate)> {
        self.answer
    }

    /// The runs of the chapters before this one, in order.
    pub fn earlier_runs(&self) -> &[Run] {
        &self.earlier_runs
    }
}
