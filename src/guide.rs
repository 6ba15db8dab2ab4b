//! The guide's six steps as data.
//!
//! Every sentence says whether the guide states it or this library infers it, and whether it is about getting in touch:
//! where the other person asked for space or has answered, such sentences are left out
//! ([`Now::leaves_out_contact`](crate::Now::leaves_out_contact)).

/// One sentence or two of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Sentence {
    /// What is said.
    pub text: &'static str,
    /// Whether the guide says it, or it is inferred.
    pub stated: bool,
    /// Whether it is about getting in touch with the other person.
    pub about_contact: bool,
}

pub(crate) const fn stated(text: &'static str) -> Sentence {
    Sentence { text, stated: true, about_contact: false }
}

const fn inferred(text: &'static str) -> Sentence {
    Sentence { text, stated: false, about_contact: false }
}

impl Sentence {
    const fn contact(self) -> Self {
        Self { about_contact: true, ..self }
    }
}

/// One of the six steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Step {
    /// 1 to 6.
    pub number: u8,
    /// Its name.
    pub title: &'static str,
    /// What it asks.
    pub asks: Sentence,
    /// Why.
    pub why: &'static [Sentence],
    /// How.
    pub practices: &'static [Sentence],
    /// The guide's tip.
    pub tip: Sentence,
}

impl Step {
    /// Every sentence of it, in the order in which it is read.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence> + '_ {
        [self.asks].into_iter().chain(self.why.iter().copied()).chain(self.practices.iter().copied()).chain([self.tip])
    }
}

/// The six steps, in order.
///
/// ```
/// use reconnect::STEPS;
/// assert_eq!(STEPS[2].number, 3);
/// assert_eq!(STEPS[2].title, "Give them space");
/// assert!(STEPS[2].asks.stated);
/// ```
pub const STEPS: [Step; 6] = [
    Step {
        number: 1,
        title: "Timing",
        asks: stated("Hold off for at least a few weeks. They are for you."),
        why: &[
            stated("In the first days emotions are raw. Pushing for a talk then can feel overwhelming, even selfish."),
            stated(
                "From a few weeks to 6 months on, emotions have cooled and the relationship is still fresh in mind: the time to reconnect gently and see where things stand.",
            )
            .contact(),
            stated("After years it is trickier. They may have moved on, and that is all right."),
            stated("It is not impossible then, if the bond was meaningful: with extra care, and patience while trust is rebuilt.")
                .contact(),
        ],
        practices: &[
            stated("Let the dust settle first, and leave room to breathe for both of you."),
            inferred("Here a few weeks are 3 weeks and 6 months are calendar months, unless you set it otherwise."),
            inferred("Between 6 months and a year the guide is silent; here its caution for years holds at once."),
        ],
        tip: stated(
            "Reflect on what went wrong, work on yourself, find out what you truly want. Too early and too late can both backfire.",
        ),
    },
    Step {
        number: 2,
        title: "Take responsibility",
        asks: stated("Look honestly at your own part, without beating yourself up."),
        why: &[
            stated("It is ownership, not fault: not what they did wrong, but what you can do better."),
            stated("Apologies are good, but go only so far without action behind them."),
        ],
        practices: &[
            stated("Look for patterns: needs overlooked, talks that broke down, trust that was lost, small things that snowballed."),
            stated("List the key issues (`reconnect notebook issue`); for each, a specific way to do it better (`… plan N`)."),
            stated("Remorse shows in what you do differently, day after day."),
            inferred("This list comes before any message. On paper is as good: `reconnect notebook issue --on-paper`."),
        ],
        tip: stated("Keep it concrete: become a better listener, say more clearly what you feel. It is for you as much as for them."),
    },
    Step {
        number: 3,
        title: "Give them space",
        asks: stated("No contact for a little while: no texts, no calls, no looking at their profile."),
        why: &[
            stated("It is not giving up. It gives both of you time to heal, and the quiet leaves room to take it all in."),
            stated("Many messages, or a talk that is forced, usually backfire: they can come across as desperate and push away."),
        ],
        practices: &[
            stated("If they have asked for space, honour it. That shows maturity, and it is what is best for both."),
            stated("Turning up at their door is one of the impulses to let pass."),
            inferred("The quiet is asked of your current run, and begins anew after a contact of yours."),
            inferred("What has to be said about children, work or a lease does not end it."),
        ],
        tip: stated(
            "Use the time for yourself: a journal, a friend you trust, a hobby, the gym, the book you put off, a class, a quiet hour.",
        ),
    },
    Step {
        number: 4,
        title: "Actions, not words",
        asks: stated("Show, don't tell. Nobody can be talked into a feeling."),
        why: &[
            stated("Pouring out your heart, listing reasons, arguing with logic: none of it reaches a feeling."),
            stated("Humour, kindness, being supportive: the qualities that were liked in you."),
        ],
        practices: &[
            stated(
                "A first contact is casual and positive: a funny story, something you are excited about, a happy memory, but not the relationship itself.",
            )
            .contact(),
            stated("No heavy talk, no old mistakes.").contact(),
            stated("Be the better listener."),
            stated("Where you took things for granted, a small thoughtful gesture.").contact(),
            inferred("Here a meeting comes up only once they have sent a word back.").contact(),
        ],
        tip: stated("Plan something with no pressure, a coffee or a walk. Not the relationship, unless they bring it up; then lightly.")
            .contact(),
    },
    Step {
        number: 5,
        title: "Remove obstacles",
        asks: stated("Name what stood between you, and take a real step on each."),
        why: &[
            stated("Broken trust is rebuilt by time and consistency, not by big promises."),
            stated("Small steady actions: being open, following through, showing up when you said you would."),
        ],
        practices: &[
            stated("Practical: distance, schedules, work stress, family. Close a gap, set a limit at work, think a conflict through.")
                .contact(),
            stated("Emotional: be reliable in small things, again and again."),
            inferred("They have a place in the notebook: `reconnect notebook obstacle --practical` or `--emotional`."),
        ],
        tip: stated("Do not announce the effort. Let it be noticed.").contact(),
    },
    Step {
        number: 6,
        title: "Patience and respect",
        asks: stated("Theirs is the last word. Accept it, whatever it is."),
        why: &[
            stated("It is a marathon: consistency, respect, the will to grow."),
            stated("A no does not mean that you aren't worthy of love. This chapter may be closed."),
            stated("Letting go and growing can be the healthiest choice."),
        ],
        practices: &[
            stated("No pressure, no cornering, no pushing for an answer."),
            stated("Let them know that you are open to it, without making them feel that they have to choose you.").contact(),
            inferred("The guide knows no second try, so none is suggested here."),
        ],
        tip: stated("Rather than going back to what was, build something new: it takes the pressure off.").contact(),
    },
];

/// The guide's last thoughts: true whatever becomes of it.
pub const CLOSING: [Sentence; 2] = [
    stated("You can't control how somebody else feels, only how you show up."),
    stated("Whether you hope or want to close this chapter, the effort on yourself is not wasted."),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_are_numbered_and_each_says_more_of_the_guide_than_of_ours() {
        for (number, step) in (1..).zip(&STEPS) {
            assert_eq!(step.number, number);
            let (stated, inferred): (Vec<_>, Vec<_>) = step.sentences().partition(|sentence| sentence.stated);
            assert!(stated.len() > inferred.len(), "{}", step.title);
        }
    }
    #[test]
    fn what_speaks_of_getting_in_touch_is_marked_and_the_quiet_steps_hold_nothing_of_it() {
        let invitations = [
            "reconnect gently",
            "not impossible",
            "first contact",
            "No heavy talk",
            "thoughtful gesture",
            "a meeting",
            "a coffee",
            "Close a gap",
            "announce the effort",
            "open to it",
            "build something new",
        ];
        let marked: Vec<_> = STEPS.iter().flat_map(Step::sentences).filter(|sentence| sentence.about_contact).collect();
        for words in invitations {
            let about: Vec<_> = STEPS.iter().flat_map(Step::sentences).filter(|sentence| sentence.text.contains(words)).collect();
            assert!(!about.is_empty() && about.iter().all(|sentence| marked.contains(sentence)), "{words}");
        }
        assert_eq!(marked.len(), invitations.len(), "{marked:#?}");
        for step in STEPS.iter().filter(|step| matches!(step.number, 2 | 3)) {
            assert!(step.sentences().all(|sentence| !sentence.about_contact), "{}", step.title);
        }
    }
}
