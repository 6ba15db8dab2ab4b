//! Contacts, what each kind does to a run (step 3), and what people call them.

use crate::ids::ids;

ids! {
    /// Who reached out.
    pub enum Who: "somebody who can reach out" {
        /// The user.
        Me = "me",
        /// The other person.
        Them = "them",
    }
}

ids! {
    /// How they were in contact.
    pub enum Via: "a way of contact" {
        /// A message.
        Text = "text",
        /// A call.
        Call = "call",
        /// A meeting, or turning up at the door.
        InPerson = "in-person",
        /// A post or a comment.
        Social = "social",
        /// A like, an emoji, a poke. By the user it counts as a try, but never as a reach-out; by the other person it is no word.
        Reaction = "reaction",
        /// A look at a profile or a story. By the user the guide counts it; by the other person it is no word.
        Looked = "looked",
        /// Anything else.
        Other = "other",
    }
}

ids! {
    /// The user's own decision whether one contact ends the run. It wins over the table.
    pub enum Overrule: "an overruling" {
        /// The run goes on.
        Keep = "keep",
        /// The run ends.
        Restart = "restart",
    }
}

/// One contact. The [`Event`](crate::Event) that carries it says when it happened. This is what it does:
///
/// | contact | ends the run | counts | who says so about the run |
/// | --- | --- | --- | --- |
/// | by them | no | no | this library |
/// | by me, logistics | no | no | this library |
/// | by me, looked at their profile | yes | no | the guide |
/// | by me, a reply to them | yes | no | this library |
/// | by me, a reaction | yes | yes, but it is never a reach-out | this library |
/// | by me | yes | yes | the guide |
///
/// While the two are in touch again ([`Timeline`](crate::Timeline)), no contact ends a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Contact {
    /// Who reached out.
    pub who: Who,
    /// How they were in contact.
    pub via: Via,
    /// Whether it answered a message of the other person's.
    pub reply: bool,
    /// Whether it was about children, work or a lease: things that must be said anyway.
    pub logistics: bool,
    /// Whether the user did not want this contact by the other person, and may have to show it to somebody.
    pub unwanted: bool,
    /// Whether the user said with it that the two are in touch again (step 4).
    pub in_touch: bool,
    /// The user's own decision whether it ends the run.
    pub overrule: Option<Overrule>,
}

impl Contact {
    /// A contact with no mark.
    pub const fn new(who: Who, via: Via) -> Self {
        Self { who, via, reply: false, logistics: false, unwanted: false, in_touch: false, overrule: None }
    }

    /// Whether it ends the run: the user's own decision, else the table's.
    ///
    /// ```
    /// use reconnect::{Contact, Overrule, Via, Who};
    /// let mut contact = Contact::new(Who::Me, Via::Looked);
    /// assert!(contact.ends_run());
    /// contact.overrule = Some(Overrule::Keep);
    /// assert!(!contact.ends_run());
    /// ```
    pub fn ends_run(&self) -> bool {
        let by_the_table = self.who == Who::Me && !self.logistics;
        self.overrule.map_or(by_the_table, |overrule| overrule == Overrule::Restart)
    }

    /// Whether it is a try to reach the other person. Practical things, replies and looks at a profile are none.
    pub fn counts(&self) -> bool {
        self.who == Who::Me && !self.logistics && !self.reply && self.via != Via::Looked
    }

    /// Whether it is a word from them. Practical things, looks, reactions and unwanted contacts are none.
    pub fn is_their_word(&self) -> bool {
        self.who == Who::Them && !self.logistics && !self.unwanted && !matches!(self.via, Via::Looked | Via::Reaction)
    }
}

/// What people call each way of contact: words with a blank between them, the id first.
pub const VIA_WORDS: &[(Via, &str)] = &[
    (Via::Text, "text message sms whatsapp signal telegram imessage messenger wechat viber discord chat dm email mail letter"),
    (Via::Call, "call phone phone-call voicemail video video-call facetime zoom skype"),
    (Via::InPerson, "in-person visit met meeting date"),
    (Via::Social, "social instagram facebook tiktok snapchat post comment tag follow"),
    (Via::Reaction, "reaction like emoji poke heart"),
    (Via::Looked, "looked profile story stalked stalking lurked checked"),
    (Via::Other, "other friend gift flowers"),
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
    VIA_WORDS.iter().find(|(_, words)| words.split(' ').any(|known| known == word)).map(|(via, _)| *via)
}
