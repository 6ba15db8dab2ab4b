//! Every sentence of the library: how it is written, and that it is said to somebody.

use std::collections::BTreeSet;

use reconnect::{
    Answer, CLOSING, Facts, NOT_AFTER_VIOLENCE, ReachOut, STEPS, STUDIES, Sentence, Step, TABLE, VerdictId, WARM_DAY_0, WARM_NO,
    WARM_SLIP, WARM_URGE, WAYS_TO_USE_THE_TIME, advise, contact_sentences, way_to_use_the_time,
};

use crate::{day, facts};

fn guide() -> impl Iterator<Item = Sentence> {
    STEPS.iter().flat_map(|step| step.sentences().collect::<Vec<_>>())
}

fn sentences() -> Vec<&'static str> {
    let table = TABLE.iter().flat_map(|row| row.says.iter().map(|says| says.text).chain(row.reasons.iter().map(|r| r.text.text)));
    let focus = TABLE.iter().flat_map(|row| [row.because, row.pause.text]);
    let warm = [WARM_DAY_0, WARM_SLIP, WARM_NO, WARM_URGE];
    table
        .chain(guide().chain(CLOSING.iter().copied()).map(|s| s.text))
        .chain(focus)
        .chain(warm)
        .chain(WAYS_TO_USE_THE_TIME.iter().copied())
        .collect()
}

fn longest(text: &str) -> usize {
    text.split_inclusive(['.', ':', ';', '?']).map(|sentence| sentence.split_whitespace().count()).max().unwrap_or(0)
}

#[test]
fn sentences_are_short_and_promise_nothing_and_scold_nobody() {
    for text in sentences() {
        assert!(longest(text) <= 15, "too long: {text}");
        assert!(text.ends_with('.') && !text.contains("  "), "{text}");
        for word in ["%", "odds", "likely", "days left", "fail", "relapse", "slip", "crave", "must ", "`", "reconnect ", "!", "--"]
        {
            assert!(!text.replace("reconnect gently", "").contains(word), "`{word}` in: {text}");
        }
    }
    for row in TABLE {
        assert!(row.says.iter().all(|says| says.text.len() <= 150), "{}: more than two lines", row.id);
    }
    for study in STUDIES {
        assert!(longest(study.finding) <= 18 && study.finding.ends_with('.'), "{}", study.finding);
        assert!(study.source.contains("20") && !study.who.is_empty(), "{}", study.finding);
    }
    assert_eq!(STUDIES.len(), 18);
}

#[test]
fn whoever_says_our_says_it_as_ours() {
    let table = TABLE.iter().flat_map(|row| row.reasons.iter().map(|reason| (reason.text.text, reason.text.stated)));
    for (text, stated) in table.chain(guide().map(|sentence| (sentence.text, sentence.stated))) {
        let ours = text.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "our" | "ours" | "we" | "We"));
        assert!(!(stated && ours), "said to be the guide's, and ours: {text}");
    }
    // What the design lists as inferred at least: words of the sentence.
    let inferred = ["exact bounds", "from your current run", "children, work or a lease", "court order", "before any message"];
    for words in
        inferred.into_iter().chain(["limit is ours", "months 7 to 12", "That's our rule", "Not after violence", "no second try"])
    {
        let mut about = TABLE.iter().flat_map(|row| row.reasons).filter(|reason| reason.text.text.contains(words)).peekable();
        assert!(about.peek().is_some() && about.all(|reason| !reason.text.stated), "{words}");
    }
}

#[test]
fn every_sentence_about_contact_is_marked() {
    assert_eq!(contact_sentences().collect::<BTreeSet<_>>().len(), 42, "did a sentence lose its mark?");
    let says = TABLE.iter().flat_map(|row| row.says).map(|says| (says.text, says.about_contact));
    let reasons = TABLE.iter().flat_map(|row| row.reasons).map(|reason| (reason.text.text, reason.about_contact));
    let guide = guide().map(|sentence| (sentence.text, sentence.about_contact));
    for (text, _) in says.chain(reasons).chain(guide).filter(|(_, about_contact)| !about_contact) {
        for word in ["reach ", "reach-", "message ", "coffee", "meeting", "gently", "gesture", "contact with", "6 months"] {
            let quiet = ["Many messages", "current run"].iter().any(|words| text.contains(words));
            assert!(quiet || !text.contains(word), "`{word}` in: {text}");
        }
    }
    assert!(STEPS.iter().all(|step| !step.asks.about_contact));
    let quiet = |step: &Step| step.practices.iter().any(|sentence| !sentence.about_contact);
    assert!(STEPS.iter().filter(|step| [2, 3, 6].contains(&step.number)).all(quiet));
}

#[test]
fn step_2_opens_with_the_warning_and_open_to_it_belongs_to_the_time_after_they_wrote_back() {
    assert_eq!(STEPS[1].sentences().next().map(|first| (first.text, first.stated)), Some((NOT_AFTER_VIOLENCE, false)));
    let prepare = TABLE.iter().find(|row| row.id == VerdictId::Prepare).unwrap();
    assert_eq!(prepare.reasons[0].text.text, NOT_AFTER_VIOLENCE);
    let shown = |words: &str| {
        let lives: [fn(&mut Facts); 4] = [
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
    assert_eq!(shown("open to it"), [true, false, false, false]);
    assert_eq!(shown("a coffee"), [true, true, false, true]);
    for words in ["cornering", "second try", "first message", "A no doesn't"] {
        assert_eq!(shown(words), [true, false, false, true], "{words}");
    }
}

#[test]
fn each_day_has_another_way_to_use_the_time() {
    let days = day("2026-11-01").iter_days().take(WAYS_TO_USE_THE_TIME.len());
    assert_eq!(days.map(way_to_use_the_time).collect::<BTreeSet<_>>().len(), WAYS_TO_USE_THE_TIME.len());
}

#[cfg(feature = "serde")]
#[test]
fn values_are_read_back_as_they_were_written_and_thresholds_are_checked() {
    let facts = facts("2026-11-23", |facts| facts.boundary = Some(reconnect::BoundaryKind::Blocked));
    let text = serde_json::to_string(&facts).unwrap();
    assert!(text.contains(r#""boundary":"blocked""#), "{text}");
    assert_eq!(serde_json::from_str::<reconnect::Facts>(&text).unwrap(), facts);
    assert!(serde_json::from_str::<reconnect::Thresholds>(r#"{"few_weeks_days":100,"golden_months":1}"#).is_err());
    let verdict = serde_json::to_value(advise(&facts)).unwrap();
    assert_eq!((&verdict["id"], &verdict["earliest"]), (&"respect-boundary".into(), &serde_json::Value::Null));
}
