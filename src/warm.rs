//! One kind sentence for a hard moment, and small things to do today: another on another day.

use chrono::{Datelike, NaiveDate};

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

    /// What can be said then and not in other moments. Never a promise, nor a word about getting in touch.
    pub const fn sentences(self) -> &'static [&'static str] {
        match self {
            Self::FirstScreen => &[
                "A breakup is one of the hardest things there are. You're not alone with it.",
                "It hurts, and you're not alone with it. One thing at a time.",
                "Take a deep breath. You're not alone with this.",
                "Whatever brought you here, you can take your time.",
                "You don't have to know yet what you want.",
                "You don't have to decide anything here.",
                "Start small. You can change it all later.",
                "A breakup turns your days upside down. Begin with this one.",
                "It's fine to look around first, and to come back later.",
            ],
            Self::Day0 => &[
                "This is hard, and you're not alone with it. Today, one day is enough.",
                "A breakup is one of the hardest things there are. Be patient with yourself.",
                "You've got this. Nothing else has to be done today.",
                "Take a deep breath. You only have to get through today.",
                "Breakups leave us raw. You don't have to feel better today.",
                "The first day can be the longest. Hour by hour is fine.",
                "You began. That's enough for today.",
                "Today may feel empty. Eat something, and rest.",
                "Nobody asks more of a first day than to get through it.",
            ],
            Self::Slip => &[
                "It happened. Be patient with yourself: the days you kept still count.",
                "Keeping your distance is so hard. The days you kept still count.",
                "Relationships are messy, and breakups leave us raw. Your days still count.",
                "You miss them, and today it was too much. Your days still count.",
                "You've got this. One contact doesn't undo your days.",
                "One moment doesn't erase the days you kept.",
                "Missing somebody is human. Your days still count.",
                "You noted it, and that's honest. Your days still count.",
                "It was a hard moment. The days before it are still yours.",
            ],
            Self::No => &[
                "A no hurts. It doesn't make you any less worthy of love.",
                "Accepting a no may be the hardest part. It doesn't have to happen today.",
                "It hurts, and you're not alone with it. You are worthy of love.",
                "Be patient with yourself. Letting go takes its own time.",
                "A no says nothing about what you're worth.",
                "Let it hurt. You don't have to make sense of it yet.",
                "This is a loss. Grieve it in your own time.",
                "You don't have to be fine with it today.",
                "Be with people who are good to you, if you can.",
            ],
            Self::Urge => &[
                "Take a deep breath. You don't have to do anything else right now.",
                "Keeping your distance is so hard, and so important. Breathe first.",
                "It hurts, and you're not alone with it. Take a step back, and breathe.",
                "Take a deep breath, and stay true to yourself.",
                "This wish is strong. Breathe, and let it be there.",
                "Be patient with yourself. Take a breath, and then one more.",
                "You can wait with this wish. It doesn't need an answer now.",
                "Put your phone in another room for ten minutes.",
                "You came here. Stay for a moment, and breathe.",
            ],
            Self::Milestone => &[
                "You've got this, one day at a time.",
                "You are building a foundation for your own future.",
                "What you put into understanding yourself is never wasted.",
                "Every one of these days is yours.",
                "You kept your distance, day after day.",
                "Look back for a moment: all these days are behind you.",
                "Do something good for yourself today.",
                "You got here one day at a time.",
                "However today feels, these days count.",
                "Take a moment for yourself today.",
                "You're further along than on the first day.",
                "Some of these days were hard. You got through them.",
                "This number is yours, and nobody else's.",
                "You can be glad of this.",
                "Each of these days was real.",
                "A quiet day or a loud one: today counts, too.",
                "You kept going, and that's what this number says.",
            ],
            Self::End => &[
                "What you put into understanding yourself is never wasted.",
                "Be patient with yourself from here on.",
                "What you learned about yourself stays with you.",
                "You can begin again on any day.",
                "Take along what helped you.",
                "This count was for you.",
                "Look after yourself, with a count or without.",
                "You can stop counting and still take your time.",
                "Go slowly from here.",
            ],
        }
    }
}

/// What can be said beside [`Warm::sentences`] in the moments that may come every day: an urge, a slip, a new start.
pub const ON_ANY_DAY: &[&str] = &[
    "Be as kind to yourself as you'd be to a friend.",
    "Breathe out slowly. Let your shoulders drop.",
    "You don't have to be strong all day.",
    "Hurting doesn't mean that something is wrong with you.",
    "It hurts, and that's human.",
    "You don't have to understand it all today.",
    "Some days are heavier than others. This may be one.",
    "It's all right to cry, and all right not to.",
    "Even a hard day has an evening.",
    "There's no right way to feel today.",
    "Rest counts, too.",
    "Your pain is real, and it isn't all of you.",
    "You can put this down for five minutes.",
    "You're allowed to let somebody see how hard this is.",
    "Go slowly. Today can be slow.",
    "You matter, today as well.",
    "Small things count: a meal, a shower, a walk.",
    "You can start this day again, right now.",
    "What you feel is allowed to be here.",
    "Let today be only today.",
    "You don't have to carry tomorrow yet.",
    "It's enough to get through the next hour.",
];

/// The kind sentence of `day` for a moment. What may be said every day doesn't come again within 31 days; a milestone's neither
/// within one count.
///
/// ```
/// use reconnect::{Warm, warm};
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// assert_ne!(warm(Warm::Urge, day("2026-11-23")), warm(Warm::Urge, day("2026-11-24")));
/// ```
pub fn warm(moment: Warm, day: NaiveDate) -> &'static str {
    let own = moment.sentences();
    let more = if matches!(moment, Warm::Urge | Warm::Slip | Warm::Day0) { ON_ANY_DAY } else { &[] };
    let at = of_day(own.len() + more.len(), day);
    own.get(at).or_else(|| more.get(at.saturating_sub(own.len()))).copied().unwrap_or_default()
}

/// Things to do today for oneself (steps 1 and 3).
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
    says("3.11", "Write a page about today, for nobody but you."),
    says("3.11", "Sit still for ten minutes, and follow your breath."),
    says("3.11", "Ask a friend to come along for an hour."),
    says("3.12", "Do something that you used to love."),
    says("3.13", "Read ten pages before you sleep."),
    says("3.12", "Learn the first step of something new."),
    says("3.13", "Move until you're out of breath, at the gym or at home."),
    says("3.10", "Do one thing today that is only for you."),
];

/// One of [`WAYS_TO_USE_THE_TIME`], another each day.
pub fn way_to_use_the_time(day: NaiveDate) -> &'static str {
    WAYS_TO_USE_THE_TIME.get(of_day(WAYS_TO_USE_THE_TIME.len(), day)).map_or("Talk to a friend you trust.", |way| way.text)
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
    says("4.4", "Keep it light today, and leave old mistakes out of it.").contact(),
    says("4.10", "Be supportive in a small thing.").contact(),
    says("4.5", "Enjoy the time together, and want nothing from it.").contact(),
    says("4.3", "Show a side of you that they always liked.").contact(),
];

/// One of [`IDEAS_FOR_TWO`], another each day. Only for the verdict [`ActionsNotWords`](crate::VerdictId::ActionsNotWords).
pub fn idea_for_two(day: NaiveDate) -> &'static str {
    IDEAS_FOR_TWO.get(of_day(IDEAS_FOR_TWO.len(), day)).map_or("Listen today, more than you talk.", |idea| idea.text)
}

/// Which sentence of a list belongs to `day`. Each comes once before any comes again. Steps of eleven keep sentences that are
/// neighbours in the list apart; a list's length must not be a multiple of eleven.
pub(crate) fn of_day(count: usize, day: NaiveDate) -> usize {
    let days = usize::try_from(day.num_days_from_ce().unsigned_abs()).unwrap_or(0);
    days % count.max(1) * 11 % count.max(1)
}
