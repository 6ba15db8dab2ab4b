//! Where to find people who help: one text, wherever somebody may not be safe or can't go on; and the words that lead there.

/// Said wherever somebody may not be safe.
pub const HELPLINE: &str = "Not safe, thoughts of ending your life, or too much to carry alone? findahelpline.com lists helplines by country. In danger, call your local emergency number.";

/// Beside it, once: for somebody who worries about what they themselves do.
pub const OWN_BEHAVIOUR: &str = "Worried about your own behaviour? There are helplines for that, too.";

/// Where a word has to stand in a line that isn't understood.
enum In {
    AnyLine,
    /// In a line that begins with no command of ours.
    AnUnknownLine,
    /// At the beginning, in a command's place: `call` is also a kind of contact.
    TheCommand,
}

/// What people type in their worst hours: the words, where they count, what comes first, and what stands before the helplines. The
/// sentences fit who was hurt and who hurt somebody, because a word doesn't tell.
const WORST_HOURS: &[(&str, In, &str, &[&str])] = &[
    (
        "suicide|suicidal|kill|killing|die|dying|dead|overdose|self-harm|hopeless|crisis|helpline|hotline|emergency",
        In::AnyLine,
        DESPAIR,
        &[],
    ),
    ("myself|life", In::AnUnknownLine, DESPAIR, &[]),
    (
        "violence|violent|abuse|abused|abusive|stalking|stalker|threat|threats|threatened|scared|afraid|unsafe|police|hit|hits|beat|\
         beats|rape|raped",
        In::AnUnknownLine,
        "if somebody isn't safe, please call for help now",
        &["`reconnect help privacy` says what to do first", OWN_BEHAVIOUR],
    ),
    ("sos|panic|cry|crying|sad|help-me|call|friend|lonely", In::TheCommand, ALONE, &["`reconnect urge` is for a bad moment"]),
    (
        "hurt|hurts|hurting|can't|can’t|cant|cannot|anymore|give|please",
        In::AnUnknownLine,
        ALONE,
        &["`reconnect urge` is for a bad moment"],
    ),
];

const DESPAIR: &str = "you don't have to carry this alone. Please call somebody now";
const ALONE: &str = "you don't have to be alone with this moment";

/// The same in a text that somebody writes for themselves, where a single word says less.
const DESPAIR_IN_A_TEXT: &str = include_str!("despair.txt");

/// Whether somebody who writes this may not be able to go on.
pub fn is_despair(text: &str) -> bool {
    let text = text.replace('’', "'").to_lowercase();
    DESPAIR_IN_A_TEXT.lines().any(|words| text.contains(words))
}

/// The message and the hints for a line that isn't understood. `unknown` is what it says in place of a command, else empty.
pub fn in_the_worst_hours(words: &[&str], unknown: &str) -> Option<(String, Vec<String>)> {
    let is_unknown = words.first().is_some_and(|word| *word == unknown);
    let is_meant = |known: &str, place: &In| match place {
        In::TheCommand => is_unknown && is_one_of(unknown, known),
        In::AnUnknownLine if !is_unknown => false,
        In::AnUnknownLine | In::AnyLine => words.iter().any(|word| is_one_of(word, known)),
    };
    let (.., first, hints) = WORST_HOURS.iter().find(|(known, place, ..)| is_meant(known, place))?;
    Some(((*first).to_owned(), hints.iter().chain(&[HELPLINE]).map(|hint| (*hint).to_owned()).collect()))
}

/// Whether a word is in a list such as `no|not`.
pub fn is_one_of(word: &str, words: &str) -> bool {
    words.split('|').any(|tried| tried.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_worst_hours_leads_to_people_and_judges_nobody() {
        for (line, first) in [
            ("suicide", "you don't have to carry this alone. Please call somebody now"),
            ("checkin I want to die", "you don't have to carry this alone. Please call somebody now"),
            ("he hit me", "if somebody isn't safe, please call for help now"),
            ("i hit her", "if somebody isn't safe, please call for help now"),
            ("end my life", "you don't have to carry this alone. Please call somebody now"),
            ("i want to hurt myself", "you don't have to carry this alone. Please call somebody now"),
            ("he hurt and hit me", "if somebody isn't safe, please call for help now"),
            ("sos", "you don't have to be alone with this moment"),
            ("i cant do this anymore", "you don't have to be alone with this moment"),
            ("please help", "you don't have to be alone with this moment"),
            ("give up", "you don't have to be alone with this moment"),
        ] {
            let words: Vec<&str> = line.split(' ').collect();
            let unknown = words[0].trim_start_matches("checkin");
            let (message, hints) = in_the_worst_hours(&words, unknown).unwrap();
            let said = format!("{message}\n{}", hints.join("\n"));
            assert!(said.starts_with(first) && said.ends_with(HELPLINE), "{line}: {said}");
            assert!(!said.contains("fault"), "{line}: {said}");
        }
        assert_eq!(in_the_worst_hours(&["checkin", "sad"], ""), None);
        assert_eq!(in_the_worst_hours(&["notebook", "want", "a", "calm", "life"], ""), None);
        assert!(is_despair("Tonight I don’t want to live.") && is_despair("i want to DIE"));
        assert!(!is_despair("die Nacht war lang, the battery died, life goes on"));
        assert_eq!(in_the_worst_hours(&["lgo", "them", "--via", "call"], "lgo"), None);
    }
}
