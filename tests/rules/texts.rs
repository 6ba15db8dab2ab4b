//! Every sentence of the library: how it is written, whose it is, and that it is said to somebody.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use reconnect::{
    Aim, Answer, BoundaryKind, CLOSING, Facts, NOT_AFTER_VIOLENCE, OPENING, Protects, ReachOut, STEPS, Sentence, Step, VerdictId,
    Warm, advise, idea_for_two, ideas_for_two, milestones, on_any_day, sentences, studies, warm, way_to_use_the_time,
    ways_to_use_the_time,
};

use crate::{day, facts};

/// The statements of the article: those that may be said to anybody, then those about getting in touch. Some have a part of each
/// kind, and one is not for somebody under an order.
const ANYBODY: &str = "0.1 0.2 0.4 0.5 1.3 1.4 1.13 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.10 2.12 2.13 2.14 3.1 3.2 3.3 3.4 3.6 3.8 \
    3.10 3.11 3.12 3.13 3.14 4.2 5.1 5.2 5.3 5.4 5.6 5.7 5.8 6.2 6.3 6.4 6.7 6.8 6.9 6.10 7.1 7.2 7.3 7.4 7.5 7.6 7.8 7.9";
const ABOUT_CONTACT: &str = "0.3 1.1 1.2 1.5 1.6 1.7 1.8 1.9 1.10 1.11 1.12 1.14 2.9 2.11 2.14 3.5 3.6 3.7 4.1 4.3 4.4 4.5 4.6 4.7 4.8 4.9 \
    4.10 4.11 4.12 5.3 5.5 5.8 5.9 6.1 6.3 6.5 6.6 6.11 6.12 7.7";
const NOT_UNDER_AN_ORDER: &str = "3.9";
/// Words to somebody who presses or is at fault.
const NOT_TO_THE_PROTECTED: &str = "0.4 1.4 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.10 2.12 2.13 2.14 3.1 3.2 3.3 3.4 3.8 5.1 5.2 5.3 5.4 \
    5.6 5.7 5.8 6.2 6.3 6.4 6.7 6.8 6.9 7.1 7.2 7.4";

fn guide() -> impl Iterator<Item = Sentence> {
    OPENING.iter().copied().chain(STEPS.iter().flat_map(Step::sentences)).chain(CLOSING.iter().copied())
}

fn warm_sentences() -> impl Iterator<Item = &'static str> {
    Warm::ALL.iter().flat_map(|moment| moment.sentences()).chain(on_any_day())
}

#[test]
fn every_kind_sentence_belongs_to_a_moment_or_a_day() {
    let lines = include_str!("../../src/warm.txt").lines();
    let written = lines.filter(|line| !line.is_empty() && !line.starts_with(['#', '='])).count();
    assert_eq!(warm_sentences().count() + ways_to_use_the_time().count() + ideas_for_two().count(), written);
}

fn longest(text: &str) -> usize {
    text.split_inclusive(['.', ':', ';', '?']).map(|sentence| sentence.split_whitespace().count()).max().unwrap_or(0)
}

fn ids(text: &'static str) -> BTreeSet<&'static str> {
    text.split_whitespace().collect()
}

/// The guide's statements that are shown on 23 November.
fn shown(life: fn(&mut Facts)) -> BTreeSet<&'static str> {
    let verdict = advise(&facts("2026-11-23", life));
    guide().filter(|sentence| verdict.suits(sentence)).filter_map(|sentence| sentence.source.id()).collect()
}

#[test]
fn each_statement_of_the_article_is_shown_wherever_it_may_be() {
    let all: BTreeSet<_> = [ANYBODY, ABOUT_CONTACT, NOT_UNDER_AN_ORDER].into_iter().flat_map(ids).collect();
    let lives: [fn(&mut Facts); 4] = [
        |_| (),
        |f| (f.breakup, f.run_since, f.prepared) = (Some(day("2026-08-01")), Some(day("2026-08-01")), true),
        |f| (f.breakup, f.run_since, f.prepared) = (Some(day("2023-08-01")), Some(day("2023-08-01")), true),
        |f| (f.breakup, f.in_touch) = (Some(day("2023-08-01")), Some(f.today)),
    ];
    for life in lives {
        assert_eq!(shown(life), all);
    }
    let quiet: BTreeSet<_> = [ANYBODY, NOT_UNDER_AN_ORDER].into_iter().flat_map(ids).collect();
    let lives: [fn(&mut Facts); 5] = [
        |f| f.boundary = Some(BoundaryKind::Space),
        |f| f.answer = Some(Answer::No),
        |f| f.answer = Some(Answer::NotNow),
        |f| f.unread = true,
        |f| f.tries = 2,
    ];
    for life in lives {
        assert_eq!(shown(life), quiet);
    }
    for life in [|f: &mut Facts| f.order = Some(Protects::Them), |f: &mut Facts| f.order = Some(Protects::Both)] {
        assert_eq!(shown(life), ids(ANYBODY));
    }
    let protected: BTreeSet<_> = ids(ANYBODY).difference(&ids(NOT_TO_THE_PROTECTED)).copied().collect();
    let lives: [fn(&mut Facts); 3] =
        [|f| f.order = Some(Protects::Me), |f| f.boundary = Some(BoundaryKind::Own), |f| f.unwanted = true];
    for life in lives {
        assert_eq!(shown(life), protected);
        for day in 1..=31 {
            let closing = advise(&facts(&format!("2026-12-{day:02}"), life)).closing_of_the_day();
            let is_meant_for_others = ["flaws", "with them", "messy", "how you act"].iter().any(|words| closing.contains(words));
            assert!(!closing.is_empty() && !is_meant_for_others, "{closing}");
        }
    }
    // Where they have decided, or the user lets go, nothing is left to wait for.
    let lives: [fn(&mut Facts); 3] =
        [|f| f.answer = Some(Answer::No), |f| f.order = Some(Protects::Them), |f| f.aim = Some(Aim::Closure)];
    for life in lives {
        let verdict = advise(&facts("2026-11-23", |f| {
            f.tries = 2;
            life(f);
        }));
        for words in ["rush it", "room to decide", "with them", "next word"] {
            assert!(!guide().any(|sentence| verdict.suits(&sentence) && sentence.text.contains(words)), "{words}");
        }
    }
    // After a yes only what is about a first message is left out.
    let after_yes = shown(|f| f.answer = Some(Answer::Yes));
    assert!(after_yes.is_superset(&quiet) && after_yes.contains("4.11") && !after_yes.contains("1.12"));
}

#[test]
fn a_sentence_of_the_guide_names_a_statement_and_is_marked_as_it_is() {
    let (anybody, contact) = (ids(ANYBODY), ids(ABOUT_CONTACT));
    for sentence in sentences().filter(Sentence::is_stated) {
        let id = sentence.source.id().unwrap();
        let may_be_quiet = anybody.contains(id) || id == NOT_UNDER_AN_ORDER;
        assert!(contact.contains(id) || may_be_quiet, "{id}: {}", sentence.text);
        assert!(sentence.about_contact || may_be_quiet, "{id} is about contact: {}", sentence.text);
        // "Before you even think about asking", and showing up: more than the statement says to anybody.
        assert!(!sentence.about_contact || contact.contains(id) || ["2.2", "5.7"].contains(&id), "{id}: {}", sentence.text);
        assert!(!sentence.text.to_lowercase().contains("order"), "the article never speaks of orders: {}", sentence.text);
    }
}

#[test]
fn under_an_order_no_reason_and_no_pause_is_the_guides() {
    for protects in Protects::ALL {
        for boundary in [None, Some(BoundaryKind::Order)] {
            let verdict = advise(&facts("2026-11-23", |f| (f.order, f.boundary) = (Some(*protects), boundary)));
            assert!(!verdict.pause().is_stated() && verdict.reasons().all(|reason| !reason.is_stated()), "{protects}");
        }
    }
}

#[test]
fn sentences_are_short_and_promise_nothing_and_scold_nobody() {
    for text in sentences().map(|sentence| sentence.text).chain(warm_sentences()) {
        assert!(longest(text) <= 15, "too long: {text}");
        assert!(text.trim_end_matches('"').ends_with(['.', '?']) && !text.contains("  "), "{text}");
        for word in ["%", "odds", "likely", "days left", "fail", "relapse", "slip", "crave", "must ", "`", "reconnect ", "!", "--"]
        {
            assert!(!text.replace("reconnect gently", "").replace("long to reconnect", "").contains(word), "`{word}` in: {text}");
        }
    }
    for study in studies() {
        assert!(longest(study.finding) <= 18 && study.finding.ends_with('.'), "{}", study.finding);
        assert!(study.source.contains("20") && !study.who.is_empty(), "{}", study.finding);
        let is_known = matches!(study.topic, "urge" | "letter" | "check-in" | "counts" | "help");
        assert!(study.step.map_or(is_known, |step| study.topic == "step" && (1..=6).contains(&step)), "{}", study.finding);
    }
    let about_contact = studies().filter(|study| study.about_contact);
    assert_eq!((studies().count(), about_contact.count()), (25, 5), "did a study lose its mark?");
}

#[test]
fn whoever_says_our_says_it_as_ours() {
    for sentence in sentences() {
        let ours = sentence.text.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "our" | "ours" | "we" | "We"));
        assert!(!(sentence.is_stated() && ours), "said to be the guide's, and ours: {}", sentence.text);
    }
    // What the design lists as inferred at least: words of the sentence.
    let ours = "exact bounds | your current count | children, work or a lease | court order | before any message | limit is ours | \
        months 7 to 12 | That's our rule | Not after violence | second message";
    for words in ours.split(" | ") {
        let mut about = sentences().filter(|sentence| sentence.text.contains(words)).peekable();
        assert!(about.peek().is_some() && about.all(|sentence| !sentence.is_stated()), "{words}");
    }
}

#[test]
fn every_sentence_about_contact_or_of_hope_is_marked() {
    let contact: BTreeSet<_> = sentences().filter(|sentence| sentence.about_contact).map(|sentence| sentence.text).collect();
    assert_eq!(contact.len(), 91, "did a sentence lose its mark?");
    let unmarked = sentences().filter(|sentence| !sentence.about_contact).map(|sentence| sentence.text);
    for text in unmarked.chain(warm_sentences()) {
        for word in [
            "reach ",
            "reach-",
            "a message",
            "coffee",
            "meeting",
            "gently",
            "gesture",
            "contact with",
            "6 months",
            "little while",
            "giving up",
            "second time",
            "whatever comes",
            "miss you",
            "each other",
            "win ",
            "apology",
            "serious",
            "things unfold",
        ] {
            assert!(!text.contains(word), "`{word}` in: {text}");
        }
        assert!(!contact.contains(text), "marked once, and once not: {text}");
    }
    assert!(ideas_for_two().all(|idea| idea.about_contact) && ways_to_use_the_time().all(|way| !way.about_contact));
}

#[test]
fn step_2_opens_with_the_warning_and_the_asking_is_explained_once_they_are_in_touch() {
    assert_eq!(STEPS[1].sentences().next().map(|first| (first.text, first.is_stated())), Some((NOT_AFTER_VIOLENCE, false)));
    let prepare = advise(&facts("2026-11-23", |f| (f.breakup, f.run_since) = (Some(day("2026-08-01")), Some(day("2026-08-01")))));
    assert_eq!((prepare.id(), prepare.reasons().next().unwrap().text), (VerdictId::Prepare, NOT_AFTER_VIOLENCE));
    let shown = |words: &str| {
        let lives: [fn(&mut Facts); 5] = [
            |facts| facts.in_touch = Some(facts.today),
            |facts| facts.reach_out = ReachOut::Answered,
            |facts| facts.answer = Some(Answer::Yes),
            |facts| (facts.answer, facts.tries) = (Some(Answer::Yes), 2),
            |_| (),
        ];
        lives.map(|life| {
            let verdict = advise(&facts("2026-11-23", life));
            guide().any(|sentence| verdict.admits(&sentence) && sentence.text.contains(words))
        })
    };
    assert_eq!(shown("open to it"), [true, true, false, false, true]);
    for words in ["For example", "never twice", "Leave out reasons", "A yes: build"] {
        assert_eq!(shown(words), [true, true, false, false, false], "{words}");
    }
    assert_eq!(shown("Never in a first message"), [true, true, false, false, true]);
    assert_eq!(shown("A meeting comes up only"), [false, false, false, false, true]);
}

#[test]
fn no_kind_sentence_comes_again_within_a_month() {
    let differ = |days: usize, say: &dyn Fn(NaiveDate) -> &'static str| {
        let said: Vec<_> = day("2026-11-01").iter_days().take(90).map(say).collect();
        assert!(said.windows(days).all(|days| days.iter().collect::<BTreeSet<_>>().len() == days.len()), "{said:#?}");
    };
    // The guide has fewer of these, and each comes once before any comes again.
    differ(ways_to_use_the_time().count(), &way_to_use_the_time);
    differ(ideas_for_two().count(), &idea_for_two);
    // A no is met for seven days, and the other moments are rare.
    for moment in Warm::ALL {
        let days = if matches!(moment, Warm::Urge | Warm::Slip | Warm::Day0) { 31 } else { moment.sentences().count() };
        differ(days.max(9), &|day| warm(*moment, day));
    }
    for start in day("2026-11-01").iter_days().take(17) {
        let days: Vec<_> = milestones(start).take(12).map(|milestone| milestone.date).collect();
        for pair in days.iter().flat_map(|one| days.iter().map(move |other| (*one, *other))) {
            let is_again = pair.0 < pair.1 && (pair.1 - pair.0).num_days() <= 31;
            assert!(!is_again || warm(Warm::Milestone, pair.0) != warm(Warm::Milestone, pair.1), "{pair:?}");
        }
    }
}

#[cfg(feature = "serde")]
#[test]
fn values_are_read_back_as_they_were_written_and_thresholds_are_checked() {
    let facts = facts("2026-11-23", |facts| facts.boundary = Some(BoundaryKind::Blocked));
    let text = serde_json::to_string(&facts).unwrap();
    assert!(text.contains(r#""boundary":"blocked""#), "{text}");
    assert_eq!(serde_json::from_str::<Facts>(&text).unwrap(), facts);
    assert!(serde_json::from_str::<reconnect::Thresholds>(r#"{"few_weeks_days":100,"golden_months":1}"#).is_err());
    let verdict = serde_json::to_value(advise(&facts)).unwrap();
    assert_eq!((&verdict["id"], &verdict["earliest"]), (&"respect-boundary".into(), &serde_json::Value::Null));
    let ours = serde_json::json!({"step": 3, "stated": false, "source": null, "text": "If they blocked you, we take it as asking for space."});
    let reasons = verdict["reasons"].as_array().unwrap();
    assert!(reasons[0]["source"] == "3.8" && reasons[0]["stated"] == true && reasons.contains(&ours), "{verdict}");
}
