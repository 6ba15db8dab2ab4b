//! Contacts, and the one table that says what each kind does to a run (step 3).

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

/// One contact. The [`Event`](crate::Event) that carries it says when it happened.
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

/// A row of the policy table: a kind of contact, and what follows from it.
#[derive(Debug)]
pub struct Policy {
    /// The kind of contact, in words.
    pub name: &'static str,
    /// Whether a contact is of this kind.
    pub holds: fn(&Contact) -> bool,
    /// Whether such a contact ends the run.
    pub ends_run: bool,
    /// Whether it counts as a reach-out, or towards too many messages without a word back.
    pub counts: bool,
    /// Whether the guide says whether it ends a run; otherwise this library decided. The column `counts` is always ours.
    pub stated: bool,
}

const BY_ME: Policy = Policy { name: "by me", holds: |_| true, ends_run: true, counts: true, stated: true };

/// The policy, read from the top: the first row that holds decides. The last one holds for every contact.
pub const POLICY: &[Policy] = &[
    Policy { name: "by them", holds: |contact| contact.who == Who::Them, ends_run: false, counts: false, stated: false },
    Policy { name: "by me, logistics", holds: |contact| contact.logistics, ends_run: false, counts: false, stated: false },
    Policy {
        name: "by me, looked at their profile",
        holds: |contact| contact.via == Via::Looked,
        ends_run: true,
        counts: false,
        stated: true,
    },
    Policy { name: "by me, a reply to them", holds: |contact| contact.reply, ends_run: true, counts: false, stated: false },
    BY_ME,
];

impl Contact {
    /// A contact that is neither a reply nor logistics. The table decides what it does.
    pub const fn new(who: Who, via: Via) -> Self {
        Self { who, via, reply: false, logistics: false, overrule: None }
    }

    /// The row of [`POLICY`] for this contact.
    pub fn policy(&self) -> &'static Policy {
        POLICY.iter().find(|policy| (policy.holds)(self)).unwrap_or(&BY_ME)
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
        match self.overrule {
            Some(Overrule::Keep) => false,
            Some(Overrule::Restart) => true,
            None => self.policy().ends_run,
        }
    }

    /// Whether it counts as a reach-out, or towards too many messages without a word back.
    pub fn counts(&self) -> bool {
        self.policy().counts
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
