//! The verdict table: ONE ordered list, the first row that holds wins. Its order and its sentences are the library's heart.
//!
//! Each sentence names its source. What makes contact likelier is a convention and says so; what protects the other person is firm.
//! No sentence promises, scolds or holds a date.

use crate::boundary::{Aim, Answer, BoundaryKind, Protects};
use crate::facts::{Facts, ReachOut};
use crate::guide::{
    A_MEETING, AN_EXAMPLE, BEST_VERSION, EARNED, FIRST_DAYS, FIRST_IDEAS, HARDEST, HOLD_OFF, HONOUR_SPACE, IMPROVE, LET_GO,
    LET_THEM_SEE, LIGHT, LIST, MATURITY, NEVER_WASTED, NO_CONTROL, NO_FORCE, NO_PRESSURE_ON_THEM, NO_PUSH, NO_TALKING_INTO,
    NOT_AFTER_VIOLENCE, NOT_GIVING_UP, NOT_THE_RELATIONSHIP, NOT_TO_SAY, OPEN_TO_IT, PATIENT, PUSHING, QUIET, QUIET_WEEKS,
    RESPECT_IT, ROOM, SOMETHING_NEW, SPEAK, STEADY, STEP_BACK, USE_THE_QUIET, USE_THE_TIME, WHAT_ENDS_A_COUNT, WHAT_FOLLOWS,
    WHEN_TO_ASK, WORTHY,
};
use crate::sentence::{
    Sentence, before_a_year, blocked, default_thresholds, in_second_half, in_touch, in_window, ordered, ours, own, own_thresholds,
    said_not_now, said_yes, says,
};
use crate::verdict::VerdictId;
use crate::window::WindowId;

/// A row of the table. In `says`, `because` and `pause` the first sentence that belongs is said, and the last one always does.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) id: VerdictId,
    /// When the row holds, if none above it does.
    pub(crate) holds: fn(&Facts) -> bool,
    /// What it says, in two lines.
    pub(crate) says: &'static [Sentence],
    /// Why: each that belongs, in this order.
    pub(crate) reasons: &'static [Sentence],
    /// The one or two steps of the guide that matter now, the most important first.
    pub(crate) steps: &'static [u8],
    /// Why those.
    pub(crate) because: &'static [Sentence],
    /// One line for the moment before a message. Never an invitation to send it.
    pub(crate) pause: &'static [Sentence],
}

fn order_in_force(facts: &Facts) -> bool {
    facts.boundary == Some(BoundaryKind::Order)
}

fn asked_for_space(facts: &Facts) -> bool {
    matches!(facts.boundary, Some(BoundaryKind::Space | BoundaryKind::Blocked)) && !ordered(facts)
}

fn lets_go(facts: &Facts) -> bool {
    facts.aim == Some(Aim::Closure)
}

/// Said once, wherever a window decides: whose numbers these are.
const OWN_BOUNDS: Sentence = ours(1, "Where this window begins and ends is your own setting.").when(own_thresholds);
const OUR_BOUNDS: Sentence =
    ours(1, "The guide gives no exact bounds. Where this window begins and ends is our reading.").when(default_thresholds);
const NO_INVITATION: Sentence =
    ours(3, "The end of the time they asked for isn't an invitation.").when(|facts| facts.boundary_ran_out.is_some());
const ONE_AT_MOST: Sentence = ours(6, "One message at most, and no second one. That limit is ours.").contact();

const WAIT: Row = Row {
    id: VerdictId::Wait,
    holds: |facts| in_window(facts, WindowId::Days),
    says: &[ours(1, "Not yet. Wait until both of you are calmer.").contact()],
    reasons: &[
        FIRST_DAYS.when(default_thresholds),
        PUSHING.when(default_thresholds),
        ROOM.when(default_thresholds),
        HOLD_OFF.when(default_thresholds),
        STEP_BACK,
        ours(1, "The guide says \"a few days\". Where they end is our reading: after 3 weeks.").when(default_thresholds),
        OWN_BOUNDS,
    ],
    steps: &[1, 3],
    because: &[ours(1, "These are the first days, and they are raw.")],
    pause: &[NOT_GIVING_UP],
};

/// Two or more tries without a word from them. It comes before a yes of long ago.
const PRESSED: Row = Row {
    id: VerdictId::AwaitAnswer,
    holds: Facts::pressed,
    says: &[
        ours(6, "You reached out twice, and no answer is noted. That hurts. Please stop here.").when(|facts| facts.tries == 2),
        ours(6, "You reached out several times, and no answer is noted. That hurts. Please stop here."),
    ],
    reasons: &[
        says("3.3", "Many messages usually backfire. They can seem desperate and push them away."),
        NO_PUSH,
        ours(6, "Two tries without an answer are enough. That limit is ours."),
    ],
    steps: &[6, 3],
    because: UP_TO_THEM,
    pause: &[NO_PUSH],
};

const UP_TO_THEM: &[Sentence] = &[ours(6, "It's up to them now.")];

/// The first row of `table` that holds, else [`VerdictId::Wait`]: whatever goes wrong, nobody is told to write.
pub(crate) fn decide(table: &'static [Row], facts: &Facts) -> &'static Row {
    table.iter().find(|row| (row.holds)(facts)).unwrap_or(&WAIT)
}

/// The table, read from the top.
#[rustfmt::skip]
pub(crate) static TABLE: &[Row] = &[
    Row {
        id: VerdictId::RespectBoundary,
        holds: |facts| facts.boundary.is_some() || ordered(facts),
        says: &[
            ours(3, "A court order protects you. You don't owe an answer.")
                .when(|facts| facts.order_protects_me() && order_in_force(facts)),
            ours(3, "A court order protected you. It's over, and you still don't owe an answer.").when(Facts::order_protects_me),
            ours(3, "A court order is in force. Don't contact them, not even after it ends.").when(order_in_force),
            ours(3, "There was a court order. Don't contact them, not even now that it's over.").when(ordered),
            ours(3, "You asked for distance, and it holds.").when(own),
            ours(3, "They blocked you. We take that as asking for space, and it comes first.").when(blocked),
            ours(3, "They asked for space. That comes first, for as long as they need."),
        ],
        reasons: &[
            ours(3, "A court order comes before everything here, even after its end.").when(ordered),
            ours(3, "If the order protects you, you don't owe an answer.").when(|facts| facts.order == Some(Protects::Both)),
            HONOUR_SPACE.when(asked_for_space),
            MATURITY.when(asked_for_space),
            STEP_BACK.when(asked_for_space),
            ours(3, "You asked for distance yourself. That comes before every timer here.").when(own),
            ours(3, "If they blocked you, we take it as asking for space.").when(blocked),
        ],
        steps: &[3, 6],
        because: &[
            ours(3, "An order protects you. Take what helps.").when(|facts| facts.order_protects_me() && order_in_force(facts)),
            ours(3, "An order protected you. Take what helps.").when(Facts::order_protects_me),
            ours(3, "You asked for distance.").when(own),
            ours(3, "Keeping your distance comes first."),
        ],
        pause: &[
            ours(3, "You don't owe anybody an answer.").when(Facts::order_protects_me),
            ours(3, "A court order comes before everything here, even after its end.").when(ordered),
            ours(3, "You asked for distance yourself. You don't owe anybody an answer.").when(own),
            says("3.9", "Giving them space shows maturity, and care for how they feel."),
        ],
    },
    Row {
        id: VerdictId::AcceptAnswer,
        holds: |facts| facts.answer == Some(Answer::No),
        says: &[ours(6, "They said no. It hurts, and it's their decision. You are worthy of love; this chapter may be closed.")],
        reasons: &[HARDEST, RESPECT_IT, WORTHY, LET_GO, NEVER_WASTED],
        steps: &[6, 3],
        because: &[ours(6, "They said no. The rest is about you.")],
        pause: &[WORTHY],
    },
    Row {
        id: VerdictId::Heal,
        holds: |facts| lets_go(facts) || facts.unwanted,
        says: &[
            ours(3, "This time is for you. They got in touch again, and it isn't your fault.")
                .when(|facts| facts.unwanted && lets_go(facts)),
            ours(3, "This time is for you. You didn't want that contact, and it isn't your fault.").when(|facts| facts.unwanted),
            ours(3, "This time is for you. Heal at your own pace, and let go when you're ready."),
        ],
        reasons: &[
            says("0.5", "These steps help with closure, too.").at(6).when(lets_go),
            USE_THE_QUIET,
            BEST_VERSION,
            LET_GO,
            ours(6, "You came here to heal and let go. So steps 3 and 6 are what matters.").when(lets_go),
            ours(3, "You don't have to answer. A record of such contacts can help you later.").when(|facts| facts.unwanted),
        ],
        steps: &[3, 6],
        because: &[ours(3, "This time is for you.")],
        pause: &[ours(3, "You don't owe anybody an answer.").when(|facts| facts.unwanted), LET_GO],
    },
    Row {
        id: VerdictId::Unread,
        holds: |facts| facts.unread,
        says: &[
            ours(3, "A part of your diary can't be read, and it may hold their word. Until it can, nothing here speaks of getting \
                in touch."),
        ],
        reasons: &[ours(3, "Their word comes first, also where it can't be read.")],
        steps: &[3, 6],
        because: &[ours(3, "A part of your diary can't be read.")],
        pause: &[ours(3, "A part of your diary can't be read, and it may hold their word.")],
    },
    PRESSED,
    Row {
        id: VerdictId::BuildNew,
        holds: said_yes,
        says: &[ours(6, "They said yes. Build something new; don't go back to what was.").contact()],
        reasons: &[SOMETHING_NEW, NO_PRESSURE_ON_THEM, STEADY],
        steps: &[6, 5],
        because: &[ours(6, "They said yes. Build something new.").contact()],
        pause: &[says("5.6", "Small steady actions, no big promises.")],
    },
    Row {
        id: VerdictId::AwaitAnswer,
        holds: |facts| said_not_now(facts) || facts.reach_out == ReachOut::Waiting,
        says: &[
            ours(6, "They said not now. If and when is up to them.").when(said_not_now),
            ours(6, "You wrote. It's up to them now, and one message is enough."),
        ],
        reasons: &[
            RESPECT_IT.when(said_not_now),
            NO_FORCE,
            NO_PUSH,
            NO_CONTROL,
            PATIENT,
            ours(6, "The guide doesn't mention a second message, and we suggest none."),
        ],
        steps: &[6, 3],
        because: UP_TO_THEM,
        pause: &[NO_PUSH],
    },
    Row {
        id: VerdictId::ActionsNotWords,
        holds: in_second_half,
        says: &[
            ours(4, "You're in touch again. Keep it light, and show rather than tell.").contact().when(in_touch),
            ours(4, "They got back to you. Keep it light: a coffee or a walk. Show, rather than tell.").contact(),
        ],
        reasons: &[
            LIGHT,
            A_MEETING,
            NOT_THE_RELATIONSHIP,
            LET_THEM_SEE,
            EARNED,
            SPEAK,
            NO_PUSH,
            OPEN_TO_IT,
            WHEN_TO_ASK,
            AN_EXAMPLE,
            NOT_TO_SAY,
            WHAT_FOLLOWS,
            ours(4, "An answer to one message opens this step. That's our rule.").contact().when(|facts| facts.in_touch.is_none()),
        ],
        steps: &[4, 5],
        because: &[
            ours(4, "You're in touch. Show, don't tell.").contact().when(in_touch),
            ours(4, "They got back to you. Show, don't tell.").contact(),
        ],
        pause: &[NO_TALKING_INTO],
    },
    Row {
        id: VerdictId::Unknown,
        holds: |facts| facts.breakup.is_none(),
        says: &[ours(1, "Tell me when it ended. The guide counts from that day.")],
        reasons: &[ours(1, "We count the guide's windows from the breakup.")],
        steps: &[1, 3],
        because: &[ours(1, "When did it end?")],
        pause: &[NOT_GIVING_UP],
    },
    WAIT,
    Row {
        id: VerdictId::GiveSpace,
        holds: |facts| facts.quiet_since().is_none_or(|start| facts.today < facts.thresholds.after_few_weeks(start)),
        says: &[
            ours(3, "A few quiet weeks first. You closed your count, and that's all right.")
                .contact().when(|facts| facts.run_closed),
            ours(3, "A few quiet weeks first. No count is running yet; it begins with your last contact.")
                .contact().when(|facts| facts.run_since.is_none()),
            ours(3, "A few quiet weeks first. The days you kept before still count.").contact().when(|facts| facts.slipped),
            ours(3, "A few quiet weeks first. They give both of you time to heal.").contact(),
        ],
        reasons: &[
            HOLD_OFF.when(default_thresholds),
            QUIET,
            NOT_GIVING_UP,
            USE_THE_TIME,
            USE_THE_QUIET,
            QUIET_WEEKS,
            WHAT_ENDS_A_COUNT,
        ],
        steps: &[3, 2],
        because: &[ours(3, "A few quiet weeks come first.").contact()],
        pause: &[NOT_GIVING_UP],
    },
    Row {
        id: VerdictId::Prepare,
        holds: |facts| !facts.prepared,
        says: &[ours(2, "First, look at your own part. Write down one thing that went wrong, and one thing you will do about it.")],
        reasons: &[
            ours(2, NOT_AFTER_VIOLENCE),
            says("2.2", "Before you even think about asking, look hard at what went wrong. Own your part.").contact(),
            LIST,
            IMPROVE,
            ours(2, "Do this before any message.").contact(),
        ],
        steps: &[2],
        because: &[ours(2, "Now look at your own part.").contact()],
        pause: &[NO_TALKING_INTO],
    },
    Row {
        id: VerdictId::ReachOutGently,
        holds: |facts| in_window(facts, WindowId::WeeksTo6Months),
        says: &[
            ours(4, "If you still want to, one light message is all right. So is not writing. They may not answer; that is their \
                decision.").contact(),
        ],
        reasons: &[
            NO_INVITATION,
            says("1.6", "By now emotions have usually had time to cool.").contact().when(default_thresholds),
            says("1.8", "It's a good time to reconnect gently, and see where things stand.").contact().when(default_thresholds),
            LIGHT,
            FIRST_IDEAS,
            NO_PUSH,
            ONE_AT_MOST,
            OUR_BOUNDS,
            OWN_BOUNDS,
        ],
        steps: &[4, 6],
        because: &[ours(4, "You're prepared; it's their decision.").contact()],
        pause: &[NO_PUSH],
    },
    Row {
        id: VerdictId::ExtraCare,
        holds: |facts| in_window(facts, WindowId::Years),
        says: &[
            ours(6, "By now they may have moved on, and that's all right. If you still write, do it once, with care. Letting go is \
                a good choice too.").contact().when(before_a_year),
            ours(6, "They may have moved on, and that's all right. If what you had mattered, it takes extra care and patience. \
                Letting go is a good choice too.").contact(),
        ],
        reasons: &[
            NO_INVITATION,
            says("1.9", "After years it's trickier. They may have moved on, and that's all right.").contact().when(guide_on_years),
            says("1.11", "After a long time apart, trust and closeness take effort.").contact().when(guide_on_years),
            ours(1, "The guide doesn't speak of months 7 to 12. We take its caution for years.")
                .contact().when(|facts| before_a_year(facts) && default_thresholds(facts)),
            LIGHT,
            NO_PUSH,
            ONE_AT_MOST,
            OUR_BOUNDS,
            OWN_BOUNDS,
        ],
        steps: &[6, 4],
        because: &[ours(6, "They may have moved on.").contact()],
        pause: &[ours(6, "They may have moved on, and that's all right.").contact()],
    },
];

fn guide_on_years(facts: &Facts) -> bool {
    !before_a_year(facts) && default_thresholds(facts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_in_which_no_row_holds_falls_back_to_wait() {
        let facts = Facts::on("2026-11-23".parse().unwrap());
        assert_eq!(decide(&[], &facts).id, VerdictId::Wait);
    }

    #[test]
    fn what_a_row_says_fits_two_lines_and_a_row_against_contact_says_nothing_about_it() {
        for row in TABLE {
            assert!(row.says.iter().all(|says| says.text.len() <= 150), "{}", row.id);
            let mut all = [row.says, row.reasons, row.because, row.pause].into_iter().flatten();
            assert!(!(row.id.forbids_contact_talk() && all.any(|sentence| sentence.about_contact)), "{}", row.id);
        }
    }
}
