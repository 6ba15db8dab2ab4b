//! The guide's six steps as data, and what it says beside them.
//!
//! Each sentence says whether the guide states it or this library adds it, whether it is about getting in touch, and at which point
//! it belongs. [`Verdict::admits`](crate::Verdict::admits) decides which of them to show.

use chrono::{Datelike, NaiveDate};

/// At which point a sentence belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Point {
    /// At any.
    Always,
    /// Until they said yes: how to wait for an answer, how to write first.
    UntilYes,
    /// Once they wrote back, and before they answered.
    WroteBack,
}

/// What a step says in one or two sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Sentence {
    /// The words.
    pub text: &'static str,
    /// Whether the guide says it; otherwise this library adds it.
    pub stated: bool,
    /// Whether it is about getting in touch with the other person.
    pub about_contact: bool,
    /// At which point it belongs.
    pub point: Point,
}

pub(crate) const fn stated(text: &'static str) -> Sentence {
    Sentence { text, stated: true, about_contact: false, point: Point::Always }
}

pub(crate) const fn inferred(text: &'static str) -> Sentence {
    Sentence { text, stated: false, about_contact: false, point: Point::Always }
}

impl Sentence {
    const fn contact(self) -> Self {
        Self { about_contact: true, ..self }
    }

    const fn at(self, point: Point) -> Self {
        Self { point, ..self }
    }
}

/// One of the six steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Step {
    /// 1 to 6.
    pub number: u8,
    /// Its name.
    pub title: &'static str,
    /// What must be read before anything else in this step.
    pub first: Option<Sentence>,
    /// What it asks. Never about getting in touch.
    pub asks: Sentence,
    /// Why.
    pub why: &'static [Sentence],
    /// How.
    pub practices: &'static [Sentence],
    /// The guide's tip.
    pub tip: &'static [Sentence],
}

impl Step {
    /// All its sentences, in reading order.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence> + '_ {
        let opening = self.first.into_iter().chain([self.asks]);
        opening.chain(self.why.iter().copied()).chain(self.practices.iter().copied()).chain(self.tip.iter().copied())
    }
}

/// Said before step 2, always. The article assumes two people who could do better; this is for everybody else.
pub const NOT_AFTER_VIOLENCE: &str = "Not after violence, threats or control. What they did isn't your part.";

/// The six steps, in order.
pub const STEPS: &[Step] = &[
    Step {
        number: 1,
        title: "Timing",
        first: None,
        asks: stated("Let the dust settle first. Both of you need room to breathe."),
        why: &[
            stated("In the first days emotions are raw. Pushing for a talk can feel overwhelming, even selfish."),
            stated("After a few weeks emotions have usually cooled. The relationship is still fresh in mind.")
                .contact()
                .at(Point::UntilYes),
            stated("By then they've had space to reflect, and perhaps to miss the good parts.").contact().at(Point::UntilYes),
            stated("Up to six months on, reconnect gently and see where things stand.").contact().at(Point::UntilYes),
            stated("After years it is trickier. They may have moved on, and that's all right.").contact().at(Point::UntilYes),
            stated("Years later it isn't impossible, if the bond was meaningful. It takes care, patience and effort.")
                .contact()
                .at(Point::UntilYes),
        ],
        practices: &[
            stated("Hold off on reaching out for at least a few weeks.").contact().at(Point::UntilYes),
            stated("Too early and too late can both backfire.").contact().at(Point::UntilYes),
            inferred("Here a few weeks are 3 weeks and six months are calendar months. You can set your own.").contact(),
            inferred("The guide doesn't speak of months 7 to 12. We take its caution for years.").contact(),
        ],
        tip: &[
            stated("Use the weeks to see what went wrong, and to work on yourself."),
            stated("Find out what you truly want. That brings clarity and confidence."),
        ],
    },
    Step {
        number: 2,
        title: "Take responsibility",
        first: Some(inferred(NOT_AFTER_VIOLENCE)),
        asks: stated("Look honestly at your own part, without beating yourself up."),
        why: &[
            stated("Owning your part is the first step toward healing and growth."),
            stated("It's about ownership, not fault. Ask what you can do better, not what they did wrong."),
            stated("An apology without action behind it goes only so far."),
        ],
        practices: &[
            stated("Look for patterns: neglected needs, talks that broke down, lost trust."),
            stated("Look for small issues that snowballed, too."),
            stated("Real remorse shows in what you do differently."),
            inferred("This list comes before any message.").contact().at(Point::UntilYes),
        ],
        tip: &[
            stated("In a notebook, list the key issues that led to the breakup."),
            stated("For each, write specific ways to improve: listen better, say more clearly what you feel."),
            stated("The list is for you as much as for them."),
        ],
    },
    Step {
        number: 3,
        title: "Give them space",
        first: None,
        asks: stated("For a little while: no texts, no calls, no looking at their profile."),
        why: &[
            stated("It isn't giving up. Both of you get time to heal."),
            stated("The quiet lets them take it all in, and perhaps miss you.").contact().at(Point::UntilYes),
            stated("Many messages, or a forced talk, usually backfire. They can seem desperate and push away."),
        ],
        practices: &[
            stated("If they asked for space, honour it. That shows maturity, and is best for both."),
            stated("Turning up at their door is an impulse, too. Let it pass."),
            inferred("We count the quiet weeks from your current run. After a contact of yours they start again.")
                .contact()
                .at(Point::UntilYes),
            inferred("Messages about children, work or a lease don't end a run. A reply does.").contact(),
            inferred("If they blocked you, we take it as asking for space.").at(Point::UntilYes),
            inferred("A court order comes before everything here, even after its end."),
        ],
        tip: &[
            stated("Use the time for yourself. This is your time to shine."),
            stated("Becoming the best version of yourself is good for you, whatever comes."),
        ],
    },
    Step {
        number: 4,
        title: "Actions, not words",
        first: None,
        asks: stated("You can't talk anybody into a feeling. What counts is what you do."),
        why: &[
            stated("Pouring out your heart, listing reasons, arguing with logic: none of it reaches a feeling."),
            stated("Humour, kindness, being supportive: the qualities they liked in you.").contact(),
        ],
        practices: &[
            stated("Keep a first message casual and positive: a funny story, exciting news, a happy memory.")
                .contact()
                .at(Point::UntilYes),
            stated("Leave out the relationship itself. No heavy talk, no old mistakes.").contact().at(Point::UntilYes),
            stated("If communication was the problem, be the better listener.").contact(),
            stated("If you took them for granted, make small thoughtful gestures.").contact(),
            inferred("A meeting comes up only once they wrote back.").contact().at(Point::UntilYes),
        ],
        tip: &[
            stated("Plan a meeting with no pressure, a coffee or a walk.").contact(),
            stated("Don't bring up the relationship unless they do, and then keep it light.").contact().at(Point::UntilYes),
        ],
    },
    Step {
        number: 5,
        title: "Remove obstacles",
        first: None,
        asks: stated("Name what stood in the way, and take a real step on each."),
        why: &[
            stated("Broken trust is rebuilt by time and consistency. Make no big promises.").contact(),
            stated("Small steady actions are what counts."),
        ],
        practices: &[
            stated("Distance, or schedules that clash: find a way to close the gap.").contact(),
            stated("Stress at work: set limits there. Family tension: think the conflict through."),
            stated("Be open, follow through, and show up when you said you would.").contact(),
            inferred("Write both kinds into the notebook: the practical and the emotional."),
        ],
        tip: &[stated("Don't announce the effort. Let them notice it.").contact()],
    },
    Step {
        number: 6,
        title: "Patience and respect",
        first: None,
        asks: stated("Be patient, and respect what they decide."),
        why: &[
            stated("It's a marathon. What counts is consistency, respect, and the will to grow.").contact(),
            stated("If they aren't ready or aren't willing, respect that.").at(Point::UntilYes),
            stated("A no doesn't mean that you aren't worthy of love. This chapter may be closed.").at(Point::UntilYes),
            stated("Letting go and growing can be the healthiest choice.").at(Point::UntilYes),
        ],
        practices: &[
            stated("No pressure, no cornering, no pushing for an answer.").at(Point::UntilYes),
            stated("Let them know you're open to it. They mustn't feel they have to choose you.").contact().at(Point::WroteBack),
            inferred("Don't write a second time. The guide knows no second try, and we suggest none.").at(Point::UntilYes),
        ],
        tip: &[stated("Don't try to recreate the old relationship. Something new takes the pressure off them.").contact()],
    },
];

/// The guide's last thoughts: true whatever comes of it.
pub const CLOSING: &[Sentence] = &[
    stated("It's about growth and self-reflection, whatever comes."),
    stated("Wanting closure is as good a reason to be here as any."),
    stated("You can't control how somebody else feels, only how you show up."),
    stated("Either way, the work you do on yourself isn't wasted."),
];

/// The guide's ways to use the time (the tip of step 3), each a thing to do today.
pub const WAYS_TO_USE_THE_TIME: &[&str] = &[
    "Write in your journal.",
    "Meditate for ten minutes.",
    "Call a friend you trust.",
    "Go to the gym, or for a run.",
    "Read the book you put off.",
    "Pick up a hobby you used to love.",
    "Look up a class you always wanted to take.",
    "Meet a friend for a meal.",
    "Try a hobby you never had time for.",
    "Write down what you truly want.",
];

/// One of [`WAYS_TO_USE_THE_TIME`], another each day.
pub fn way_to_use_the_time(day: NaiveDate) -> &'static str {
    let days = usize::try_from(day.num_days_from_ce().unsigned_abs()).unwrap_or(0);
    WAYS_TO_USE_THE_TIME.get(days % WAYS_TO_USE_THE_TIME.len()).copied().unwrap_or("Call a friend you trust.")
}

/// What to say first on day 0.
pub const WARM_DAY_0: &str = "This is hard, and you're not alone with it. Today, one day is enough.";
/// What to say first on the day of a slip.
pub const WARM_SLIP: &str = "It happened. Be patient with yourself: the days you kept still count.";
/// What to say first after a no.
pub const WARM_NO: &str = "A no hurts. It doesn't make you any less worthy of love.";
/// What to say first when somebody wants to write.
pub const WARM_URGE: &str = "Take a deep breath. You don't have to decide anything right now.";
