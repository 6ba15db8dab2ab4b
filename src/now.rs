//! Which of the six steps matter now: a row for each verdict.

use crate::guide::{STEPS, Sentence, Step, stated};
use crate::verdict::VerdictId;

/// What of the guide matters under a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The verdict.
    pub verdict: VerdictId,
    /// The one or two steps, the first one first.
    pub steps: &'static [u8],
    /// Why those.
    pub because: &'static str,
    /// One line for the moment before a message. Never an invitation to send it.
    pub pause: Sentence,
}

const QUIET: Sentence = stated("It is not giving up. The quiet gives both of you time to heal.");
const THEIRS: Sentence = stated("No pressure, no pushing for an answer. Theirs is the last word.");

/// What matters, a row for each verdict in the order of [`VerdictId::ALL`].
pub const NOW: [Now; 11] = [
    Now {
        verdict: VerdictId::RespectBoundary,
        steps: &[3],
        because: "Keeping the distance comes before every other step.",
        pause: stated("Honouring the space that somebody asked for shows maturity, and is what is best for both."),
    },
    Now {
        verdict: VerdictId::AcceptAnswer,
        steps: &[6],
        because: "They have answered. What is left of the guide is the part about you.",
        pause: stated("It does not mean that you aren't worthy of love. Letting go and growing can be the healthiest choice."),
    },
    Now {
        verdict: VerdictId::BuildNew,
        steps: &[6, 5],
        because: "They said yes. What comes now is new, and grows by small steady actions.",
        pause: stated("Small steady actions, no big promises."),
    },
    Now {
        verdict: VerdictId::AwaitAnswer,
        steps: &[6, 3],
        because: "It is theirs to answer, and that can take its time.",
        pause: THEIRS,
    },
    Now {
        verdict: VerdictId::ActionsNotWords,
        steps: &[4, 5],
        because: "They have sent a word back. From here on it is shown, not told.",
        pause: stated("No pouring out your heart: what counts is shown, not told."),
    },
    Now {
        verdict: VerdictId::Unknown,
        steps: &[1, 3],
        because: "No breakup date is known, so it begins at the beginning.",
        pause: QUIET,
    },
    Now { verdict: VerdictId::Wait, steps: &[1, 3], because: "These are the first days, and they are raw.", pause: QUIET },
    Now {
        verdict: VerdictId::GiveSpace,
        steps: &[3, 2],
        because: "A few weeks of quiet come first, and step 2 is what they are good for.",
        pause: QUIET,
    },
    Now {
        verdict: VerdictId::Prepare,
        steps: &[2],
        because: "The few weeks are over, and the notebook has no issue with a plan yet.",
        pause: stated("Pouring out your heart, or arguing with logic, does not reach a feeling."),
    },
    Now {
        verdict: VerdictId::ReachOutGently,
        steps: &[4, 6],
        because: "You are in the guide's window, and prepared. It is about the how, and theirs is the last word.",
        pause: THEIRS,
    },
    Now {
        verdict: VerdictId::ExtraCare,
        steps: &[6, 4],
        because: "After a long time it takes extra care, and they may have moved on.",
        pause: stated("They may have moved on, and that is all right."),
    },
];

impl Now {
    /// The row of [`NOW`] for a verdict.
    ///
    /// ```
    /// use reconnect::{Now, VerdictId};
    /// assert_eq!(Now::under(VerdictId::Prepare).steps, [2]);
    /// ```
    pub fn under(verdict: VerdictId) -> &'static Self {
        let [.., last] = &NOW;
        NOW.iter().find(|now| now.verdict == verdict).unwrap_or(last)
    }

    /// Whether sentences about getting in touch are out of place ([`VerdictId::is_theirs`]).
    pub const fn leaves_out_contact(&self) -> bool {
        self.verdict.is_theirs()
    }

    /// The steps that matter, in order.
    pub fn steps(&self) -> impl Iterator<Item = &'static Step> + '_ {
        self.steps.iter().filter_map(|number| STEPS.iter().find(|step| step.number == *number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_has_its_row_and_no_pause_is_about_getting_in_touch() {
        let rows: Vec<VerdictId> = NOW.iter().map(|now| now.verdict).collect();
        assert_eq!(rows, VerdictId::ALL);
        for now in &NOW {
            assert_eq!(Now::under(now.verdict), now);
            assert!(matches!(now.steps.len(), 1 | 2), "{}", now.verdict);
            assert_eq!(now.steps().map(|step| step.number).collect::<Vec<_>>(), now.steps);
            assert!(!now.pause.about_contact, "{}", now.verdict);
        }
    }

    #[test]
    fn contact_is_left_out_wherever_their_word_or_their_silence_stands_against_it() {
        let left_out: Vec<_> = NOW.iter().filter(|now| now.leaves_out_contact()).map(|now| now.verdict.id()).collect();
        assert_eq!(left_out, ["respect-boundary", "accept-answer", "await-answer"]);
    }

    #[test]
    fn what_is_left_out_leaves_a_step_that_still_says_something() {
        for step in NOW.iter().filter(|now| now.leaves_out_contact()).flat_map(Now::steps) {
            assert!(!step.asks.about_contact);
            assert!(step.practices.iter().any(|sentence| !sentence.about_contact));
        }
    }
}
