//! What happened, in order, becomes what is known on a day: [`Event`]s in, [`Facts`] and [`Runs`] out.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

use crate::advice::advise;
use crate::boundary::{Aim, Answer, Boundary, BoundaryKind, Protects};
use crate::contact::{Contact, Via, Who};
use crate::event::{ContactOutcome, Effect, Event, EventKind, RunChange};
use crate::facts::{Facts, ReachOut};
use crate::run::{Ending, InTouch, Moment, Run, Runs};
use crate::window::Thresholds;

/// Everything that happened so far. Feed it events in order with [`Timeline::apply`], then ask for the [`Facts`].
///
/// It holds no clock: whoever feeds it decides what has happened. An event handed to it counts, whatever its date.
///
/// A **try** is made of the user's contacts that count. One joins the open try if no word from them lies between and it comes at
/// most 60 minutes after the try's first; without a time, if it has the same day.
///
/// **In touch** is what the user says with a contact or an answer. It closes the open run, and no contact ends or opens one while it
/// lasts: until the next start, boundary, `no`, `not-now`, unwanted contact or second breakup.
///
/// ```
/// use reconnect::{Event, EventKind, Moment, Thresholds, Timeline, VerdictId, advise};
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
///
/// let mut timeline = Timeline::new(Thresholds::DEFAULT);
/// timeline.apply(&Event::new(Moment::day(day("2026-10-24")), EventKind::Breakup { again: false }));
/// timeline.apply(&Event::new(Moment::day(day("2026-11-01")), EventKind::Start { moves: false }));
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
    earlier_touch: Vec<InTouch>,
    boundaries: Vec<RecordedBoundary>,
    order: Option<Protects>,
    answer: Option<(Answer, NaiveDate)>,
    answer_is_past: bool,
    aim: Option<(Aim, Option<DateTime<FixedOffset>>)>,
    in_touch: Option<Moment>,
    unwanted: bool,
    /// The day of the latest contact by them that was no logistics.
    last_theirs: Option<NaiveDate>,
    reach_out: ReachOut,
    /// Whether a word from them would open step 4: nothing came between it and the reach-out.
    reach_out_alone: bool,
    tries: u32,
    /// The first contact of the open try, and whether that try is a reach-out.
    open_try: Option<(Moment, bool)>,
    last_try: Option<NaiveDate>,
    prepared: bool,
}

#[derive(Debug, Clone, Copy)]
struct RecordedBoundary {
    boundary: Boundary,
    recorded_at: Option<DateTime<FixedOffset>>,
}

/// How long after its first contact a try is still open.
const ONE_TRY: TimeDelta = TimeDelta::minutes(60);
/// Two contacts by them within so many days are a second one within two weeks.
const TWO_WEEKS: i64 = 14;

impl Timeline {
    /// Nothing has happened yet.
    pub fn new(thresholds: Thresholds) -> Self {
        Self { thresholds, ..Self::default() }
    }

    /// Takes the next event, and says what it did. Feed events by day; on one day a breakup first, then by time.
    pub fn apply(&mut self, event: &Event) -> Effect {
        let Event { moment, recorded_at, kind, is_answered } = *event;
        let open = self.runs.open();
        let mut effect = Effect::default();
        match kind {
            EventKind::Breakup { again } => {
                effect.opens_chapter = again && self.breakup.is_some_and(|breakup| breakup < moment.day);
                if effect.opens_chapter {
                    self.new_chapter(moment);
                }
                // The same second breakup from two machines, or one dated before the current one, changes nothing.
                effect.sets_breakup = !again || self.breakup.is_none_or(|breakup| breakup < moment.day);
                if effect.sets_breakup {
                    self.breakup = Some(moment.day);
                    self.close_what_came_before(moment);
                }
            }
            EventKind::Start { moves } => {
                self.end_touch(moment);
                self.answer_is_past = true;
                self.close_step_4();
                self.runs.start(moment, moves);
            }
            EventKind::End => {
                self.runs.end(moment, Ending::Closed);
            }
            EventKind::Contact(contact) => effect.contact = self.contact(moment, contact, is_answered),
            EventKind::Boundary { kind, through, protects } => {
                self.boundary(moment, Boundary { through, protects, ..Boundary::new(kind, moment.day) }, recorded_at);
            }
            EventKind::BoundaryCleared { own } => self.clear(moment.day, own, recorded_at),
            EventKind::Answer { answer, in_touch } => effect.contact.in_touch = self.answered(moment, answer, in_touch),
            EventKind::Aim(aim) => {
                if self.aim.is_none_or(|(_, known)| known <= recorded_at) {
                    self.aim = Some((aim, recorded_at));
                }
            }
            EventKind::Prepared => self.prepared = true,
        }
        effect.run = match (open, self.runs.open()) {
            (before, after) if before == after => RunChange::Unchanged,
            (_, None) => RunChange::Closed,
            // The start of an open run moves where no run was closed to make room for it.
            (Some(before), Some(_)) if self.runs.last_closed().is_none_or(|run| run.start != before) => RunChange::Moved,
            _ => RunChange::Opened,
        };
        effect
    }

    fn contact(&mut self, moment: Moment, contact: Contact, is_answered: bool) -> ContactOutcome {
        let mut outcome = ContactOutcome::default();
        // What is said with a contact counts where nothing stands against it. A word from them ends what was unwanted.
        let mut facts = self.facts(moment.day);
        facts.unwanted &= contact.who == Who::Me;
        let says_in_touch = contact.in_touch && !facts.stands_against_touch();
        if contact.who == Who::Them {
            outcome.unwanted = contact.unwanted || !is_answered && self.is_unwelcome(moment.day, contact);
            if !contact.logistics {
                self.last_theirs = Some(moment.day);
            }
            if outcome.unwanted {
                self.unwanted = true;
                self.answer_is_past = true;
                self.end_touch(moment);
            } else if contact.is_their_word() || says_in_touch {
                self.their_word(moment.day);
            }
        } else if says_in_touch {
            self.their_word(moment.day);
        } else if contact.counts() && !(self.in_touch.is_some() && contact.via == Via::InPerson) {
            outcome.reach_out = self.try_made(moment, contact);
        } else {
            self.reach_out_alone = false;
        }
        outcome.in_touch = says_in_touch && !outcome.unwanted && self.begin_touch(moment);
        outcome.ended_run = contact.ends_run() && self.runs.slip(moment);
        outcome.tries = self.tries;
        outcome
    }

    /// A contact by them that nobody had to mark: a visit, or the second of any kind within two weeks, where the user is protected by
    /// an order, asked for no contact or wants to let go.
    fn is_unwelcome(&self, day: NaiveDate, contact: Contact) -> bool {
        let distance_was_asked = self.order == Some(Protects::Me)
            || self.aim.is_some_and(|(aim, _)| aim == Aim::Closure)
            || self.boundaries_in_force(day).any(|boundary| boundary.kind == BoundaryKind::Own);
        let is_second = self.last_theirs.is_some_and(|last| (day - last).num_days() <= TWO_WEEKS);
        distance_was_asked && !contact.logistics && !contact.in_touch && (contact.via == Via::InPerson || is_second)
    }

    /// A contact of the user's that counts: whether it belongs to a reach-out.
    fn try_made(&mut self, moment: Moment, contact: Contact) -> bool {
        let joined = self.open_try.filter(|(first, _)| match (first.at, moment.at) {
            (Some(first), Some(at)) => at - first <= ONE_TRY,
            _ => first.day == moment.day,
        });
        if let Some((_, is_reach_out)) = joined {
            if is_reach_out || self.tries >= 2 {
                self.last_try = Some(moment.day);
            }
            return is_reach_out;
        }
        let is_reach_out = contact.via != Via::Reaction && advise(&self.facts(moment.day)).id().allows_reach_out();
        self.open_try = Some((moment, is_reach_out));
        self.reach_out_alone = is_reach_out;
        if is_reach_out {
            self.reach_out = ReachOut::Waiting;
            self.tries = 1;
            self.last_try = Some(moment.day);
        } else {
            self.tries = self.tries.saturating_add(1);
            if self.tries >= 2 {
                self.last_try = Some(moment.day);
                self.close_step_4();
            }
        }
        is_reach_out
    }

    /// A word from them ends the waiting. It opens step 4 only after a reach-out that stood alone, and not where space had been asked
    /// for: one message can be recorded as a contact and as a boundary, in either order.
    fn their_word(&mut self, day: NaiveDate) {
        self.tries = 0;
        self.open_try = None;
        self.unwanted = false;
        if self.reach_out == ReachOut::Waiting {
            let mut boundaries = self.boundaries.iter().map(|recorded| recorded.boundary);
            let asked_for_space = boundaries.any(|boundary| boundary.in_force(day) || boundary.from == day);
            let opens = self.reach_out_alone && !asked_for_space;
            self.reach_out = if opens { ReachOut::Answered } else { ReachOut::Idle };
        }
    }

    /// Whether it begins or continues being in touch.
    fn answered(&mut self, moment: Moment, answer: Answer, in_touch: bool) -> bool {
        self.their_word(moment.day);
        self.answer = Some((answer, moment.day));
        self.answer_is_past = false;
        match answer {
            Answer::Yes => in_touch && self.begin_touch(moment),
            Answer::NotNow | Answer::No => {
                self.end_touch(moment);
                false
            }
        }
    }

    /// The two are in touch from now on, where nothing stands against it.
    fn begin_touch(&mut self, moment: Moment) -> bool {
        if self.facts(moment.day).stands_against_touch() {
            return false;
        }
        if self.in_touch.is_none() {
            self.in_touch = Some(moment);
            self.runs.begin_touch(moment);
        }
        true
    }

    fn end_touch(&mut self, moment: Moment) {
        if self.in_touch.take().is_some() {
            self.runs.end_touch(moment.day);
        }
    }

    fn boundary(&mut self, moment: Moment, boundary: Boundary, recorded_at: Option<DateTime<FixedOffset>>) {
        if boundary.kind == BoundaryKind::Order {
            let protects = boundary.protects.unwrap_or(Protects::Both);
            self.order = Some(self.order.filter(|known| *known != protects).map_or(protects, |_| Protects::Both));
        }
        self.boundaries.push(RecordedBoundary { boundary, recorded_at });
        self.answer_is_past = true;
        self.close_step_4();
        self.end_touch(moment);
    }

    /// Lifts what was recorded by then and has begun. What ran out by itself before was not lifted.
    fn clear(&mut self, day: NaiveDate, only_own: bool, recorded_at: Option<DateTime<FixedOffset>>) {
        let is_lifted = |known: &RecordedBoundary| {
            known.boundary.in_force(day) && known.boundary.from <= day && known.recorded_at <= recorded_at
        };
        let is_own = |known: &RecordedBoundary| known.boundary.kind == BoundaryKind::Own;
        let own = only_own || !self.boundaries.iter().any(|known| is_lifted(known) && !is_own(known));
        self.boundaries.retain(|known| !is_lifted(known) || is_own(known) != own);
    }

    fn close_step_4(&mut self) {
        if self.reach_out == ReachOut::Answered {
            self.reach_out = ReachOut::Idle;
        }
    }

    /// Two machines can hold two breakups. What gave hope before the later one is over, and the distance after it begins with it.
    /// What protects stays.
    fn close_what_came_before(&mut self, breakup: Moment) {
        self.end_touch(breakup);
        self.answer_is_past = true;
        self.close_step_4();
        self.reach_out_alone = false;
        self.runs.begin_anew(breakup);
    }

    /// What belonged to the earlier chapter no longer rules, except orders and the aim. What was asked for on the day of the breakup
    /// belongs to the new one.
    fn new_chapter(&mut self, moment: Moment) {
        self.end_touch(moment);
        self.runs.end(moment, Ending::Chapter);
        self.earlier_touch.extend(self.runs.in_touch());
        self.earlier_runs.extend(self.runs.all());
        self.boundaries.retain(|known| known.boundary.kind == BoundaryKind::Order || known.boundary.from >= moment.day);
        let Self { thresholds, breakup, earlier_runs, earlier_touch, boundaries, order, aim, .. } = std::mem::take(self);
        *self = Self { thresholds, breakup, earlier_runs, earlier_touch, boundaries, order, aim, ..Self::default() };
    }

    /// What is known on `today`, the events of that day included.
    pub fn facts(&self, today: NaiveDate) -> Facts {
        let in_force = self.boundaries_in_force(today).map(|boundary| boundary.kind).max();
        let theirs = self.boundaries().filter(|boundary| boundary.kind != BoundaryKind::Own);
        let ran_out = theirs.filter_map(|boundary| boundary.through).max();
        Facts {
            today,
            breakup: self.breakup,
            thresholds: self.thresholds,
            run_since: self.runs.open().map(|start| start.day),
            run_closed: self.runs.is_closed(),
            slipped: self.runs.opened_by_contact().is_some() && self.runs.all().nth(1).is_some(),
            boundary: in_force,
            boundary_ran_out: ran_out.filter(|_| in_force.is_none()),
            order: self.order,
            answer: self.answer.map(|(answer, _)| answer),
            answer_is_past: self.answer.is_some() && self.answer_is_past,
            aim: self.aim.map(|(aim, _)| aim),
            unwanted: self.unwanted,
            in_touch: self.in_touch.map(|since| since.day),
            reach_out: self.reach_out,
            tries: self.tries,
            last_try: self.last_try,
            prepared: self.prepared,
            unread: false,
        }
    }

    /// The boundaries in force on `today`, in the order in which they were recorded.
    pub fn boundaries_in_force(&self, today: NaiveDate) -> impl Iterator<Item = Boundary> + '_ {
        self.boundaries().filter(move |boundary| boundary.in_force(today))
    }

    /// Every boundary of this chapter that nobody lifted, in the order in which they were recorded: those in force, those that ran
    /// out, and orders of every chapter.
    pub fn boundaries(&self) -> impl Iterator<Item = Boundary> + '_ {
        self.boundaries.iter().map(|known| known.boundary)
    }

    /// The runs of this chapter.
    pub fn runs(&self) -> &Runs {
        &self.runs
    }

    /// Since when the two are in touch again, if they are.
    pub fn in_touch(&self) -> Option<Moment> {
        self.in_touch
    }

    /// The stretches of being in touch of every chapter, in order.
    pub fn stretches_in_touch(&self) -> impl Iterator<Item = InTouch> + '_ {
        self.earlier_touch.iter().chain(self.runs.in_touch()).copied()
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
