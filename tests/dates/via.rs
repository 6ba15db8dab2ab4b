//! People's words for a way of contact.

use std::collections::HashSet;

use reconnect::{VIA_WORDS, Via, via_from_words};

#[test]
fn peoples_words_lead_to_the_listed_ids() {
    let table = [
        ("text", "text sms whatsapp signal telegram imessage messenger dm email mail letter message"),
        ("call", "call phone video facetime zoom video-call phone_call"),
        ("in-person", "in-person in_person visit met meeting"),
        ("social", "social instagram facebook tiktok snapchat like story post comment"),
        ("looked", "looked profile stalked stalking checked"),
        ("other", "other"),
    ];
    for (id, words) in table {
        for word in words.split(' ') {
            assert_eq!(via_from_words(word).map(Via::id), Some(id), "{word}");
        }
    }
    for word in ["WhatsApp", "  dm ", "In Person", "FaceTime"] {
        assert!(via_from_words(word).is_some(), "{word}");
    }
}

#[test]
fn unknown_words_lead_nowhere() {
    for word in ["", " ", "-", "pigeon", "texts me", "wh\u{430}tsapp"] {
        assert_eq!(via_from_words(word), None, "{word}");
    }
}

#[test]
fn the_list_begins_with_the_ids_and_names_no_word_twice() {
    let words: Vec<_> = VIA_WORDS.iter().map(|(word, _)| *word).collect();
    assert_eq!(&words[..Via::IDS.len()], Via::IDS);
    assert_eq!(words.iter().collect::<HashSet<_>>().len(), words.len());
    for (word, via) in VIA_WORDS {
        assert_eq!(via_from_words(word), Some(*via), "{word}");
    }
}
