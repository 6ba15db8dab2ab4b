//! The ways of contact in people's own words.

use crate::Via;

/// What people call a way of contact, and the id it has here. The ids themselves come first.
pub const VIA_WORDS: &[(&str, Via)] = &[
    ("text", Via::Text),
    ("call", Via::Call),
    ("in-person", Via::InPerson),
    ("social", Via::Social),
    ("looked", Via::Looked),
    ("other", Via::Other),
    ("message", Via::Text),
    ("sms", Via::Text),
    ("whatsapp", Via::Text),
    ("signal", Via::Text),
    ("telegram", Via::Text),
    ("imessage", Via::Text),
    ("messenger", Via::Text),
    ("wechat", Via::Text),
    ("viber", Via::Text),
    ("discord", Via::Text),
    ("chat", Via::Text),
    ("dm", Via::Text),
    ("email", Via::Text),
    ("mail", Via::Text),
    ("letter", Via::Text),
    ("phone", Via::Call),
    ("phone-call", Via::Call),
    ("voicemail", Via::Call),
    ("video", Via::Call),
    ("video-call", Via::Call),
    ("facetime", Via::Call),
    ("zoom", Via::Call),
    ("skype", Via::Call),
    ("visit", Via::InPerson),
    ("met", Via::InPerson),
    ("meeting", Via::InPerson),
    ("date", Via::InPerson),
    ("instagram", Via::Social),
    ("facebook", Via::Social),
    ("tiktok", Via::Social),
    ("snapchat", Via::Social),
    ("like", Via::Social),
    ("story", Via::Social),
    ("post", Via::Social),
    ("comment", Via::Social),
    ("tag", Via::Social),
    ("follow", Via::Social),
    ("profile", Via::Looked),
    ("stalked", Via::Looked),
    ("stalking", Via::Looked),
    ("lurked", Via::Looked),
    ("checked", Via::Looked),
    ("friend", Via::Other),
    ("gift", Via::Other),
    ("flowers", Via::Other),
];

/// The way of contact that a word means, in any case; blanks and underscores pass for hyphens.
///
/// ```
/// use reconnect::{Via, via_from_words};
/// assert_eq!(via_from_words("WhatsApp"), Some(Via::Text));
/// assert_eq!(via_from_words("in person"), Some(Via::InPerson));
/// assert_eq!(via_from_words("pigeon"), None);
/// ```
pub fn via_from_words(text: &str) -> Option<Via> {
    let word = text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_')).filter(|part| !part.is_empty());
    let word = word.collect::<Vec<_>>().join("-").to_lowercase();
    VIA_WORDS.iter().find(|(known, _)| *known == word).map(|(_, via)| *via)
}
