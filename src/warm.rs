//! One kind sentence for a hard moment, and small things to do today: another on another day.

use chrono::{Datelike, NaiveDate};

use crate::guide::CLOSING;
use crate::sentence::{Sentence, says};

/// A moment that begins with one kind sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Warm {
    /// Nothing is set up yet.
    FirstScreen,
    /// The first day of a count.
    Day0,
    /// The day of a contact that ended a run.
    Slip,
    /// They said no.
    No,
    /// The wish to write.
    Urge,
    /// A count worth saying.
    Milestone,
    /// The user closes the count.
    End,
}

impl Warm {
    /// Every moment.
    pub const ALL: &'static [Self] = &[Self::FirstScreen, Self::Day0, Self::Slip, Self::No, Self::Urge, Self::Milestone, Self::End];

    /// What can be said then. Never a promise, nor a word about getting in touch.
    pub const fn sentences(self) -> &'static [&'static str] {
        match self {
            Self::FirstScreen => &[
                "A breakup is one of the hardest things there are. You're not alone with it.",
                "It hurts, and you're not alone with it. One thing at a time.",
                "Take a deep breath. You're not alone with this.",
            ],
            Self::Day0 => &[
                "This is hard, and you're not alone with it. Today, one day is enough.",
                "A breakup is one of the hardest things there are. Be patient with yourself.",
                "You've got this. Nothing else has to be done today.",
                "Take a deep breath. You only have to get through today.",
                "Breakups leave us raw. You don't have to feel better today.",
            ],
            Self::Slip => &[
                "It happened. Be patient with yourself: the days you kept still count.",
                "Keeping your distance is so hard. The days you kept still count.",
                "Relationships are messy, and breakups leave us raw. Your days still count.",
                "You miss them, and today it was too much. Your days still count.",
                "You've got this. One contact doesn't undo your days.",
            ],
            Self::No => &[
                "A no hurts. It doesn't make you any less worthy of love.",
                "Accepting a no may be the hardest part. It doesn't have to happen today.",
                "It hurts, and you're not alone with it. You are worthy of love.",
                "Be patient with yourself. Letting go takes its own time.",
            ],
            Self::Urge => &[
                "Take a deep breath. You don't have to decide anything right now.",
                "Giving space is so hard, and so important. Breathe first.",
                "It hurts, and you're not alone with it. Take a step back, and breathe.",
                "Take a deep breath, and stay true to yourself.",
                "This wish is strong. Breathe, and let it be there.",
                "Be patient with yourself. Take a breath, and then one more.",
            ],
            Self::Milestone => &[
                "You've got this, one day at a time.",
                "You are building a foundation for your own future.",
                "What you put into understanding yourself is never wasted.",
                "Every one of these days is yours.",
            ],
            Self::End => &[
                "What you put into understanding yourself is never wasted.",
                "Be patient with yourself from here on.",
                "What you learned about yourself stays with you.",
            ],
        }
    }
}

/// The sentence of `day` for a moment.
///
/// ```
/// use reconnect::{Warm, warm};
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// assert_ne!(warm(Warm::Urge, day("2026-11-23")), warm(Warm::Urge, day("2026-11-24")));
/// ```
pub fn warm(moment: Warm, day: NaiveDate) -> &'static str {
    of_day(moment.sentences(), day).copied().unwrap_or_default()
}

/// The guide's ways to use the time (the tips of steps 1 and 3), each a thing to do today.
pub const WAYS_TO_USE_THE_TIME: &[Sentence] = &[
    says("3.11", "Write in your journal."),
    says("3.11", "Sit down and meditate."),
    says("3.11", "Talk to a friend you trust."),
    says("3.13", "Go to the gym."),
    says("3.13", "Read the book you put off."),
    says("3.12", "Pick up a hobby you neglected."),
    says("3.13", "Look up the class you always wanted to take."),
    says("3.12", "Try a hobby that is new to you."),
    says("1.13", "Write down what you truly want."),
];

/// One of [`WAYS_TO_USE_THE_TIME`], another each day.
pub fn way_to_use_the_time(day: NaiveDate) -> &'static str {
    of_day(WAYS_TO_USE_THE_TIME, day).map_or("Talk to a friend you trust.", |way| way.text)
}

/// Small things for two who are in touch again (steps 4 and 5).
pub const IDEAS_FOR_TWO: &[Sentence] = &[
    says("4.6", "Tell a funny story.").contact(),
    says("4.6", "Share something exciting in your life.").contact(),
    says("4.6", "Share a happy memory. Leave the relationship out of it.").contact(),
    says("4.7", "Listen today, more than you talk.").contact(),
    says("4.8", "Make a small, thoughtful gesture.").contact(),
    says("4.11", "A coffee or a walk is enough.").contact(),
    says("4.10", "Share a laugh.").contact(),
    says("5.7", "Show up when you said you would.").contact(),
];

/// One of [`IDEAS_FOR_TWO`], another each day. Only for the verdict [`ActionsNotWords`](crate::VerdictId::ActionsNotWords).
pub fn idea_for_two(day: NaiveDate) -> &'static str {
    of_day(IDEAS_FOR_TWO, day).map_or("Listen today, more than you talk.", |idea| idea.text)
}

/// One of the guide's [`CLOSING`] sentences, another each day.
pub fn closing_of_the_day(day: NaiveDate) -> &'static str {
    of_day(CLOSING, day).map_or("", |sentence| sentence.text)
}

/// Another element on another day.
fn of_day<T>(list: &[T], day: NaiveDate) -> Option<&T> {
    let days = usize::try_from(day.num_days_from_ce().unsigned_abs()).unwrap_or(0);
    list.get(days % list.len().max(1))
}
