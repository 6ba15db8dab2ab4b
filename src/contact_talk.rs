//! Every sentence of the library about getting in touch, in one place.
//!
//! None of them may be shown where the other person asked for space, said no or not now, has not written back, or where the user
//! wants to let go ([`Verdict::forbids_contact_talk`](crate::Verdict::forbids_contact_talk)). A test takes this list and looks for
//! each of them in what is shown there. A new sentence about contact belongs here, and nowhere else.

macro_rules! sentences {
    ($($name:ident = $text:literal;)+) => {
        $(pub(crate) const $name: &str = $text;)+
        const ALL: &[&str] = &[$($name,)+];
    };
}

sentences! {
    // The verdicts, and their reasons.
    WROTE_BACK = "They wrote back. Keep it light: a coffee or a walk. Show, rather than tell.";
    LIGHT_MEETING = "A coffee or a walk, nothing heavy. Don't bring up the relationship unless they do.";
    SAY_YOU_ARE_OPEN = "If they raise it, say you're open to it, and that they needn't decide.";
    NO_ANNOUNCING = "Take small steady steps. No big promises, and don't announce the effort.";
    WORD_OPENS_STEP = "A word back after one message opens this step. That's our rule.";
    BEFORE_ANY_MESSAGE = "Do this before any message.";
    ONE_LIGHT_MESSAGE =
        "If you still want to, one light message is all right. So is not writing. They may not answer; that is their decision.";
    CASUAL_AND_POSITIVE = "A first message is casual and positive: a funny story, or a happy memory.";
    ONE_AND_NO_SECOND = "One message at most, and no second one. That limit is ours.";
    CARE_AND_PATIENCE =
        "They may have moved on, and that's all right. If what you had mattered, it takes extra care and patience. Letting go is a good choice too.";
    CARE_AFTER_MONTHS =
        "By now they may have moved on, and that's all right. If you still write, do it once, with care. Letting go is a good choice too.";
    NO_OLD_MISTAKES = "A first message is light and positive. No old mistakes, no heavy talk.";

    // Step 1.
    HOLD_OFF = "Hold off on reaching out for at least a few weeks.";
    GOOD_WINDOW = "After a few weeks emotions have usually cooled. The relationship is still fresh in mind.";
    HAD_SPACE = "By then they've had space to reflect, and perhaps to miss the good parts.";
    RECONNECT_GENTLY = "Up to six months on, reconnect gently and see where things stand.";
    NOT_IMPOSSIBLE = "Years later it isn't impossible, if the bond was meaningful. It takes care, patience and effort.";
    TOO_EARLY_TOO_LATE = "Too early and too late can both backfire.";
    OUR_BOUNDS = "Here a few weeks are 3 weeks and six months are calendar months. You can set your own.";

    // Steps 2 and 3.
    LIST_BEFORE_MESSAGE = "This list comes before any message.";
    PERHAPS_MISS_YOU = "The quiet lets them take it all in, and perhaps miss you.";
    LOGISTICS_KEEP_RUN = "Messages about children, work or a lease don't end a run. A reply does.";

    // Step 4.
    GOOD_ASSOCIATIONS = "Humour, kindness, being supportive: the qualities they liked in you.";
    FIRST_MESSAGE = "Keep a first message casual and positive: a funny story, exciting news, a happy memory.";
    NOT_THE_RELATIONSHIP = "Leave out the relationship itself. No heavy talk, no old mistakes.";
    BETTER_LISTENER = "If communication was the problem, be the better listener.";
    THOUGHTFUL_GESTURES = "If you took them for granted, make small thoughtful gestures.";
    MEETING_AFTER_WORD = "A meeting comes up only once they wrote back.";
    PLAN_A_MEETING = "Plan a meeting with no pressure, a coffee or a walk.";
    LEAVE_IT_TO_THEM = "Don't bring up the relationship unless they do, and then keep it light.";

    // Step 5.
    TRUST_TAKES_TIME = "Broken trust is rebuilt by time and consistency. Make no big promises.";
    SHOW_UP = "Be open, follow through, and show up when you said you would.";
    CLOSE_THE_GAP = "Distance, or schedules that clash: find a way to close the gap.";
    LET_IT_BE_NOTICED = "Don't announce the effort. Let them notice it.";

    // Step 6.
    MARATHON = "It's a marathon. What counts is consistency, respect, and the will to grow.";
    OPEN_TO_IT = "Let them know you're open to it. They mustn't feel they have to choose you.";
    SOMETHING_NEW = "Don't try to recreate the old relationship. Something new takes the pressure off them.";
}

/// Every sentence about getting in touch that the library knows, those of the studies included.
///
/// ```
/// assert!(reconnect::contact_sentences().any(|text| text.contains("a coffee or a walk")));
/// ```
pub fn contact_sentences() -> impl Iterator<Item = &'static str> {
    let studies = crate::STUDIES.iter().filter(|study| study.about_contact).map(|study| study.finding);
    ALL.iter().copied().chain(studies)
}
