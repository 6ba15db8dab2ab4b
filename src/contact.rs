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
        /// A post, a comment, a reaction.
        Social = "social",
        /// A look at their profile. The guide counts it ("no social-media lurking").
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
/// | by me | yes | yes | the guide |
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Contact {
    /// Who reached out.
    pub who: Who,
    /// How.
    pub via: Via,
    /// Whether it answered a message of the other person's.
    pub reply: bool,
    /// Whether it was about children, work or a lease: things that must be said anyway.
    pub logistics: bool,
    /// The user's own decision whether it ends the run.
    pub overrule: Option<Overrule>,
}

impl Contact {
    /// A contact that is neither a reply nor logistics.
    pub const fn new(who: Who, via: Via) -> Self {
        Self { who, via, reply: false, logistics: false, overrule: None }
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

    /// Whether it counts as a reach-out, or towards too many messages without a word back.
    pub fn counts(&self) -> bool {
        self.who == Who::Me && !self.logistics && !self.reply && self.via != Via::Looked
    }

    /// Whether it is a word from them. Logistics never is.
    pub fn is_their_word(&self) -> bool {
        self.who == Who::Them && !self.logistics
    }
}

/// What people call each way of contact, its id first.
pub const VIA_WORDS: &[(Via, &str)] = &[
    (Via::Text, "text message sms whatsapp signal telegram imessage messenger wechat viber discord chat dm email mail letter"),
    (Via::Call, "call phone phone-call voicemail video video-call facetime zoom skype"),
    (Via::InPerson, "in-person visit met meeting date"),
    (Via::Social, "social instagram facebook tiktok snapchat like story post comment tag follow"),
    (Via::Looked, "looked profile stalked stalking lurked checked"),
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
