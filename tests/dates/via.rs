//! People's words for a way of contact.

use std::collections::HashSet;

use reconnect::{VIA_WORDS, Via, via_from_words};

#[test]
fn peoples_words_lead_to_the_listed_ids() {
    for (word, id) in [
        ("WhatsApp", "text"),
        ("  dm ", "text"),
        ("phone_call", "call"),
        ("In Person", "in-person"),
        ("instagram", "social"),
        ("stalking", "looked"),
        ("gift", "other"),
    ] {
        assert_eq!(via_from_words(word).map(Via::id), Some(id), "{word}");
    }
    for word in ["", " ", "-", "pigeon", "texts me", "wh\u{430}tsapp"] {
        assert_eq!(via_from_words(word), None, "{word}");
    }
}

#[test]
fn the_list_has_every_id_first_and_names_no_word_twice() {
    assert_eq!(
        VIA_WORDS.iter().map(|(via, words)| (*via, words.split(' ').next().unwrap())).collect::<Vec<_>>(),
        Via::ALL.iter().map(|via| (*via, via.id())).collect::<Vec<_>>()
    );
    let mut seen = HashSet::new();
    for (via, words) in VIA_WORDS {
        for word in words.split(' ') {
            assert!(seen.insert(word) && via_from_words(word) == Some(*via), "{word}");
        }
    }
}
