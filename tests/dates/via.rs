//! People's words for a way of contact.

use std::collections::HashSet;

use reconnect::{VIA_WORDS, Via, via_from_words};

#[test]
fn peoples_words_lead_to_the_listed_ids_each_id_comes_first_and_no_word_comes_twice() {
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
    assert!(VIA_WORDS.iter().map(|(via, _)| via).eq(Via::ALL));
    let mut seen = HashSet::new();
    for (via, words) in VIA_WORDS {
        assert_eq!(words.split(' ').next(), Some(via.id()));
        for word in words.split(' ') {
            assert!(seen.insert(word) && via_from_words(word) == Some(*via), "{word}");
        }
    }
}
