//! The fold: what happened, in order, becomes what is known on a day.

use chrono::NaiveDate;

use crate::advice::advise;
use crate::boundary::{Answer, Boundary, BoundaryKind};
use crate::contact::Contact;
use crate::facts::{Facts, ReachOut};
use crate::run::{Ending, Moment, Run, Runs};
use crate::window::Thresholds;

/// Something that happened, as far as it has consequences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// A breakup; `again` opens a new chapter, otherwise it dates the current one.
    Breakup {
        /// Whether it opens a new chapter.
        again: bool,
    },
    /// A run opens; `moves` corrects where the open one began, if a contact opened it.
    Start {
        /// Whether it corrects the start of a run that a contact opened.
        moves: bool,
    },
    /// The user closes the run.
    End,
    /// Somebody reached out.
    Contact(Contact),
    /// They asked for a distance, through a last day or until they say otherwise.
    Boundary {
        /// Space, or an order.
        kind: BoundaryKind,
        /// The last day, inclusive.
        through: Option<NaiveDate>,
    },
    /// They lifted what they had asked for. An order stays recorded.
    BoundaryCleared,
    /// They answered.
    Answer(Answer),
    /// The notebook got an issue with a plan.
    Prepared,
}

/// A happening and its moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub moment: Moment,
    /// What.
    pub what: Happening,
}

/// What a contact turned out to be, given all that came before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effect {
    /// It ended the run (or moved its first day's start).
    pub ended_run: bool,
    /// It was a reach-out.
    pub reach_out: bool,
    /// The verdict of its day allowed one.
    pub allowed: bool,
}

/// Everything that happened so far, folded. Feed it events in order with [`Life::apply`], then ask for the [`Facts`].
///
/// ```
/// use reconnect::{Event, Happening, Life, Moment, Thresholds, VerdictId, advise};
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
///
/// let mut life = Life::new(Thresholds::DEFAULT);
/// life.apply(&Event { moment: Moment::day(day("2026-10-24")), what: Happening::Breakup { again: false } });
/// life.apply(&Event { moment: Moment::day(day("2026-11-01")), what: Happening::Start { moves: false } });
///
/// let facts = life.facts(day("2026-11-23"));
/// assert_eq!(advise(&facts).id(), VerdictId::Prepare);
/// assert_eq!(life.runs().record(facts.today).kept_days, 23);
/// ```
#[derive(Debug, Clone)]
pub struct Life {
    thresholds: Thresholds,
    breakup: Option<NaiveDate>,
    runs: Runs,
    earlier_runs: Vec<Run>,
    boundaries: Vec<Boundary>,
    order_recorded: bool,
    answer: Option<Answer>,
    reach_out: ReachOut,
    /// Contacts by the user that could be half of a reach-out, since the last word from them; counted to 2.
    unanswered: u8,
    prepared: bool,
}

impl Life {
    /// Before anything happened.
    pub fn new(thresholds: Thresholds) -> Self {
        Self {
            thresholds,
            breakup: None,
            runs: Runs::default(),
            earlier_runs: Vec::new(),
            boundaries: Vec::new(),
            order_recorded: false,
            answer: None,
            reach_out: ReachOut::None,
            unanswered: 0,
            prepared: false,
        }
    }

    /// Takes the next event, in order of its moment; says what a contact turned out to be.
    pub fn apply(&mut self, event: &Event) -> Effect {
        let Event { moment, what } = *event;
        match what {
            Happening::Breakup { again } => {
                if again && self.breakup.is_some() {
                    self.new_chapter(moment);
                }
                self.breakup = Some(moment.day);
            }
            Happening::Start { moves } => self.runs.start(moment, moves),
            Happening::End => {
                self.runs.end(moment, Ending::Closed);
            }
            Happening::Contact(contact) => return self.contact(moment, contact),
            Happening::Boundary { kind, through } => {
                self.boundaries.push(Boundary { kind, from: moment.day, through });
                self.order_recorded |= kind == BoundaryKind::Order;
            }
            Happening::BoundaryCleared => self.boundaries.clear(),
            Happening::Answer(answer) => self.answer = Some(answer),
            Happening::Prepared => self.prepared = true,
        }
        Effect::default()
    }

    fn contact(&mut self, moment: Moment, contact: Contact) -> Effect {
        let mut effect = Effect::default();
        if contact.is_their_word() {
            self.unanswered = 0;
            if self.reach_out != ReachOut::None {
                self.reach_out = ReachOut::Answered;
            }
        } else if contact.can_reach_out() {
            let allowed = advise(&self.facts(moment.day)).id().allows_reach_out();
            self.unanswered = (self.unanswered + 1).min(2);
            effect.allowed = allowed;
            effect.reach_out = allowed || self.unanswered == 2;
            if allowed {
                self.reach_out = ReachOut::Waiting;
            } else if effect.reach_out {
                self.reach_out = ReachOut::WaitingAfterTwo;
            }
        }
        effect.ended_run = contact.ends_run() && self.runs.slip(moment);
        effect
    }

    /// Contacts, answers and the notebook of the earlier chapter no longer rule, nor does space asked for in it; an order does.
    fn new_chapter(&mut self, moment: Moment) {
        self.runs.end(moment, Ending::Chapter);
        self.earlier_runs.extend(self.runs.all());
        self.runs = Runs::default();
        self.boundaries.retain(|boundary| boundary.kind == BoundaryKind::Order);
        self.answer = None;
        self.reach_out = ReachOut::None;
        self.unanswered = 0;
        self.prepared = false;
    }

    /// What is known on `today`, given the events so far.
    pub fn facts(&self, today: NaiveDate) -> Facts {
        Facts {
            today,
            breakup: self.breakup,
            thresholds: self.thresholds,
            run_since: self.runs.open().map(|start| start.day),
            run_closed: self.runs.is_closed(),
            boundary_in_force: self.boundaries_in_force(today).next().is_some(),
            order_recorded: self.order_recorded,
            answer: self.answer,
            reach_out: self.reach_out,
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

    /// The runs of the chapters before this one, in order.
    pub fn earlier_runs(&self) -> &[Run] {
        &self.earlier_runs
    }
}
