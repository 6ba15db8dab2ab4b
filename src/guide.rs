//! The guide's opening, its six steps and its closing, as data.
//!
//! [`Verdict::admits`](crate::Verdict::admits) decides which of the sentences to show.

use crate::facts::{Facts, ReachOut};
use crate::sentence::{
    Sentence, before_yes, default_thresholds, in_second_half, is_open, is_over, ordered, ours, own_thresholds, said_yes, says,
};

/// One of the six steps.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Step {
    /// 1 to 6.
    pub number: u8,
    /// Its name.
    pub title: &'static str,
    /// What it says, in reading order.
    pub paragraphs: &'static [Paragraph],
}

/// Sentences that belong together.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Paragraph {
    /// `first` (before anything else), `why`, `how`, `asking` or `tip`. What this library adds to `first` and `asking` is shown
    /// among the guide's sentences, not apart from them.
    pub part: &'static str,
    /// In reading order.
    pub sentences: &'static [Sentence],
}

impl Step {
    /// All its sentences, in reading order.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence> {
        self.paragraphs.iter().flat_map(|paragraph| paragraph.sentences).copied()
    }
}

/// About a first message: it has no place once they said yes.
const fn early(id: &'static str, text: &'static str) -> Sentence {
    says(id, text).contact().when(before_yes)
}

const fn own_part(id: &'static str, text: &'static str) -> Sentence {
    says(id, text).own_part()
}

/// Said before step 2, always. The article assumes two people who could do better; this is for everybody else.
pub const NOT_AFTER_VIOLENCE: &str = "Not after violence, threats or control. What they did isn't your part.";

/// The guide's four questions about one's own part (step 2).
pub const FOUR_QUESTIONS: &str =
    "Did you neglect their needs? Did talking break down? Was trust hurt? Did small things grow into big ones?";

/// Declares sentences that are said in a step, and as a reason for a verdict.
macro_rules! shared {
    ($($name:ident = $sentence:expr;)+) => {
        $(pub(crate) const $name: Sentence = $sentence;)+
    };
}

shared! {
    FIRST_DAYS = says("1.3", "In the first days they are still taking it in, and emotions are raw.");
    PUSHING = own_part("1.4", "Pushing for a talk then can feel overwhelming, even selfish.");
    ROOM = early("1.5", "Give them, and yourself, room to breathe.");
    HOLD_OFF = early("1.12", "Hold off on reaching out for at least a few weeks.");
    USE_THE_TIME = own_part("1.13", "Use this time: see what went wrong, work on yourself, find out what you truly want.");
    LIST = own_part("2.12", "In a notebook, list the key issues that led to the breakup.");
    IMPROVE = own_part("2.13", "For each, note how to improve: listen better, say more clearly what you feel.");
    STEP_BACK = own_part("3.4", "Take a step back and breathe. Give them the space they need.");
    NOT_GIVING_UP = early("3.5", "No contact isn't giving up. Both of you get time to heal.");
    QUIET = says("3.6", "No texts, no calls, no looking at their profile.");
    HONOUR_SPACE = own_part("3.8", "If they asked for space, honour it. It isn't easy.");
    MATURITY = own_part("3.9", "It shows maturity, and care for how they feel. Look at what is best for both, not only at what you want.")
        .when(|facts| !ordered(facts));
    USE_THE_QUIET = says("3.10", "Use the quiet for yourself. This is your time to shine.");
    BEST_VERSION = says("3.14", "The best version of yourself is good for you.");
    NO_TALKING_INTO = says("4.2", "Nobody can be talked into a feeling.");
    LIGHT = says("4.4", "Be casual and positive at first: light and fun, no heavy talk, no old mistakes.").contact();
    FIRST_IDEAS = says("4.6", "Tell a funny story, something exciting, or a happy memory that isn't about the relationship.")
        .contact();
    LET_THEM_SEE = says("4.9", "Let them see the change without spelling it out. People believe what they see.").contact();
    A_MEETING = says("4.11", "Plan a meeting without pressure, a coffee or a walk. A good time together is enough.").contact();
    NOT_THE_RELATIONSHIP = says("4.12", "Don't bring up the relationship unless they do, and then keep it light.").contact();
    STEADY = own_part("5.6", "Broken trust takes time and consistency: small steady actions, no big promises.");
    EARNED = own_part("5.8", "Trust is earned, not given.");
    SPEAK = says("5.8", "Be patient; let what you do speak.").contact();
    NO_FORCE = own_part("6.2", "You can't rush it, and you can't force anybody to feel ready.");
    NO_PUSH = own_part("6.4", "Nobody likes to feel cornered or rushed. Don't push for an answer; leave them room to decide.");
    OPEN_TO_IT = early("6.5", "Let them know you're open to it. Don't make them feel that they have to choose you.");
    HARDEST = own_part("6.7", "Accepting their answer may be the hardest part, and the most important.");
    RESPECT_IT = own_part("6.8", "If they aren't ready or willing, respect that.");
    WORTHY = own_part("6.9", "A no doesn't mean that you aren't worthy of love. This chapter may be closed.");
    LET_GO = says("6.10", "Sometimes it's healthiest to let go, and to turn to your own growth and happiness.");
    SOMETHING_NEW = says("6.11", "Don't recreate the old. Build something new, stronger and healthier.").contact();
    NO_PRESSURE_ON_THEM = says("6.12", "It takes the pressure off them, and shows that you have grown.").contact();
    NEVER_WASTED = says("7.3", "What you put into understanding yourself is never wasted.");
    NO_CONTROL = own_part("7.4", "You can't control how somebody else feels. You can control how you act.");
    PATIENT = own_part("7.5", "Be patient with yourself, and with them.");
    // Ours, beside the guide's one way of asking.
    WHEN_TO_ASK = ours(6, "Say it when it comes up between you. Never in a first message, and never twice.")
        .contact().when(in_second_half);
    AN_EXAMPLE = ours(6, "For example: \"I'm open to trying again. You don't have to decide anything.\"")
        .contact().when(in_second_half);
    NOT_TO_SAY = ours(6, "Leave out reasons and blame, and don't ask for an answer.").contact().when(in_second_half);
    WHAT_FOLLOWS = ours(6, "A yes: build something new. Not now: wait, and don't ask again. A no: let them go, kindly.")
        .contact().when(in_second_half);
    QUIET_WEEKS = ours(3, "The quiet weeks begin with your current count, and anew after a contact of yours.").contact();
    WHAT_ENDS_A_COUNT = ours(3, "Messages about children, work or a lease don't end your count. A reply does.").contact();
}

/// What the guide says before its steps.
pub const OPENING: &[Sentence] = &[
    says("0.1", "A breakup is one of the hardest things there are."),
    says("0.2", "You're not alone with this."),
    says("0.3", "Many people long to reconnect, and to rebuild what was lost.").contact(),
    says("0.5", "These steps help with closure, too."),
];

/// Declares the steps: their parts, and the sentences of each.
macro_rules! steps {
    ($($number:literal $title:literal { $($part:literal: $($sentence:expr),+;)+ })+) => {
        /// The six steps, in order.
        pub const STEPS: &[Step] = &[$(Step {
            number: $number,
            title: $title,
            paragraphs: &[$(Paragraph { part: $part, sentences: &[$($sentence),+] }),+],
        }),+];
    };
}

steps! {
    1 "Timing" {
        "why":
            early("1.1", "Timing is everything. Too soon and too late can both backfire."),
            early("1.2", "It's like a cake: out of the oven too soon it's a mess, too late it's burnt."),
            FIRST_DAYS,
            PUSHING,
            ROOM;
        "how":
            early("1.6", "The good window is from a few weeks to 6 months."),
            early("1.6", "Emotions had time to cool, and the relationship is still fresh in mind."),
            early("1.7", "They've had space to reflect, and might even begin to miss the good parts."),
            early("1.8", "It's a good time to reconnect gently, and see where things stand."),
            early("1.9", "After years it's trickier. They may have moved on, and that's all right."),
            early("1.10", "It isn't impossible, but it takes extra care and patience."),
            early("1.11", "Trust and closeness take effort by then. If the bond mattered, it's worth a try."),
            ours(1, "Here a few weeks are 3 weeks, and 6 months are calendar months. You can set your own.")
                .contact().when(default_thresholds),
            ours(1, "Here where the windows begin and end is your own setting.").contact().when(own_thresholds),
            ours(1, "The guide doesn't speak of months 7 to 12. We take its caution for years.").contact();
        "tip":
            HOLD_OFF,
            USE_THE_TIME,
            says("1.13", "Use this time to find out what you truly want.").when(Facts::needs_distance),
            early("1.14", "Then you come back with clarity and confidence. That makes all the difference."),
            ours(1, "Back here after months? That's fine. Begin with how things are today.");
    }
    2 "Take responsibility" {
        "first": ours(2, NOT_AFTER_VIOLENCE);
        "why":
            own_part("0.4", "Trust and affection need more than words: patience, self-awareness, a real will to grow."),
            own_part("2.1", "Nobody is perfect, and there are always two sides."),
            own_part("2.2", "So look at what went wrong, and own your part."),
            own_part("2.3", FOUR_QUESTIONS),
            own_part("2.5", "Which patterns played a part?"),
            own_part("2.6", "Be honest, without beating yourself up: it's about understanding.");
        "how":
            own_part("2.8", "It isn't about fault."),
            own_part("2.4", "Owning your part is the first step toward healing and growth."),
            own_part("2.7", "Blaming gets you nowhere. Look at what you can do better."),
            early("2.9", "If they are to believe that you changed, mean it."),
            own_part("2.10", "Saying sorry goes only so far without action."),
            says("2.11", "Let them see that you'll do it differently this time.").contact(),
            ours(2, "Do this before any message.").contact().when(before_yes),
            ours(2, "On and off again? Be kind to yourself, and look for what came back each time.").own_part();
        "tip":
            LIST,
            IMPROVE,
            own_part("2.14", "It's for you, too. It helps you grow."),
            says("2.14", "It also shows that you're serious.").contact();
    }
    3 "Give them space" {
        "why":
            own_part("3.1", "Giving space is so hard, and so important. I get it."),
            own_part("3.2", "When it hurts, you want to text, call, or turn up at their door."),
            own_part("3.3", "Many messages, or a forced talk, usually backfire. They can seem desperate and push them away."),
            STEP_BACK,
            HONOUR_SPACE,
            MATURITY;
        "how":
            QUIET,
            early("3.6", "That's for a little while."),
            NOT_GIVING_UP,
            early("3.7", "The quiet lets them take it in, and perhaps miss you."),
            USE_THE_QUIET,
            says("3.11", "Journal, meditate, talk to a friend you trust."),
            says("3.12", "Go back to hobbies you neglected, and try new ones."),
            says("3.13", "Go to the gym, or read the book you put off. Take the class you always wanted."),
            BEST_VERSION,
            ours(3, "Close the doors: mute them, archive the chat, switch memories off. Ask friends for no news of them."),
            ours(3, "You share a home or a job? Say only what is needed.").when(|facts| !ordered(facts)),
            QUIET_WEEKS.when(before_yes),
            WHAT_ENDS_A_COUNT,
            ours(3, "A court order comes before everything here, even after its end.").when(ordered);
    }
    4 "Actions, not words" {
        "why":
            early("4.1", "When you reach out, you'll want to pour out your heart, list reasons, use logic."),
            NO_TALKING_INTO,
            says("4.3", "Show them instead why they liked you in the first place.").contact(),
            LET_THEM_SEE;
        "how":
            LIGHT,
            FIRST_IDEAS,
            says("4.7", "Actions speak louder than words. If talking was the problem, be the better listener.").contact(),
            says("4.8", "If you took them for granted, make small, thoughtful gestures.").contact(),
            says("4.10", "What did they like in you? Humour, kindness, a spirit of adventure.").contact(),
            says("4.10", "Be supportive; share a laugh.").contact(),
            ours(4, "A meeting comes up only once you're in touch again.").contact().when(before_second_half);
        "tip": A_MEETING, says("4.5", "Enjoy each other's company.").contact(), NOT_THE_RELATIONSHIP;
    }
    5 "Remove obstacles" {
        "why":
            own_part("5.1", "Sometimes it isn't only you two: distance, work, family, trust play a part."),
            own_part("5.2", "Many such things can be worked on, with effort.");
        "how":
            says("5.3", "Distance, schedules, family: take real steps.").contact(),
            own_part("5.3", "Set limits at work."),
            says("5.3", "Close the gap, and make time for each other.").contact(),
            own_part("5.4", "Family conflict: think about how you could handle those relationships better."),
            STEADY,
            own_part("5.7", "Be open, and do what you said you would."),
            EARNED,
            SPEAK,
            ours(5, "Write both kinds down: what is practical, and what is emotional.").own_part(),
            ours(5, "This step is for two who both want it. You don't have to do any of it.").when(Facts::needs_distance);
        "tip":
            says("5.5", "Show, don't just tell, that you're serious this time.").contact(),
            says("5.9", "Don't announce the effort. Let them notice it: it feels more genuine.").contact();
    }
    6 "Patience and respect" {
        "why":
            says("6.1", "It isn't a sprint, it's a marathon: it takes time, patience and maturity.").contact(),
            NO_FORCE.when(is_open),
            own_part("6.2", "You can't force anybody's feelings.").when(is_over),
            own_part("6.3", "Be respectful, and keep the will to grow."),
            says("6.3", "Be consistent, and let things unfold.").contact(),
            NO_PUSH.when(is_open),
            own_part("6.4", "Nobody likes to feel cornered or rushed.").when(is_over);
        "asking":
            OPEN_TO_IT,
            early("6.6", "If it happens, it happens on their terms."),
            ours(6, "Say that once you're in touch again. Never in a first message.").contact().when(before_second_half),
            WHEN_TO_ASK,
            AN_EXAMPLE,
            NOT_TO_SAY,
            WHAT_FOLLOWS;
        "how":
            HARDEST,
            RESPECT_IT,
            WORTHY.when(before_yes),
            own_part("6.9", "A no doesn't mean that you aren't worthy of love.").when(said_yes),
            LET_GO,
            ours(6, "One message is enough. The next word is theirs. That limit is ours.").when(waits),
            ours(6, "You don't owe anybody patience, or an answer.").when(Facts::needs_distance);
        "tip": SOMETHING_NEW, NO_PRESSURE_ON_THEM, says("7.7", "Love is worth doing right.").contact();
    }
}

fn waits(facts: &Facts) -> bool {
    is_open(facts) && (facts.pressed() || facts.reach_out == ReachOut::Waiting && facts.answer.is_none())
}

fn before_second_half(facts: &Facts) -> bool {
    !in_second_half(facts) && !said_yes(facts)
}

/// What the guide says after its steps.
pub const CLOSING: &[Sentence] = &[
    own_part("7.1", "It's about growth and self-reflection, and the courage to face your own flaws."),
    own_part("7.2", "Relationships are messy, and a breakup leaves you raw and vulnerable. You can learn from it, too."),
    NEVER_WASTED,
    NO_CONTROL,
    PATIENT.when(is_open),
    says("7.5", "Be patient with yourself.").when(is_over),
    says("7.6", "You are building a foundation for your own future."),
    says("7.8", "Take a deep breath, stay true to yourself, and let life unfold."),
    says("7.9", "You've got this."),
];
