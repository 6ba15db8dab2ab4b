//! Contacts, and the one table that says which of them end a run and which can be a reach-out (step 3).

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
    /// The way a contact took.
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
    /// The user's own word on whether one contact ends the run, over the table's.
    pub enum Overrule: "an overruling" {
        /// It does not.
        Keep = "keep",
        /// It does.
        Restart = "restart",
    }
}

/// One contact. When it was is told by the [`Event`](crate::Event) that carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact {
    /// Who reached out.
    pub who: Who,
    /// How.
    pub via: Via,
    /// Whether it answered a message of the other person's.
    pub reply: bool,
    /// Whether it was about children, work, a lease: what has to be said anyway.
    pub logistics: bool,
    /// The user's own word on whether it ends the run.
    pub overrule: Option<Overrule>,
}

/// A row of the policy table: which contacts it is about, and what follows from them.
#[derive(Debug)]
pub struct Policy {
    /// The kind of contact, for people.
    pub name: &'static str,
    /// Whether the row is about a contact.
    pub holds: fn(&Contact) -> bool,
    /// Whether such a contact ends the run.
    pub ends_run: bool,
    /// Whether it can be, or be half of, a reach-out.
    pub can_reach_out: bool,
    /// Whether the guide says that it ends the run, or not.
    pub stated: bool,
}

/// The policy, read from the top: the first row that holds is the one. The last holds for every contact.
pub const POLICY: [Policy; 5] = [
    Policy { name: "by them", holds: |c| matches!(c.who, Who::Them), ends_run: false, can_reach_out: false, stated: false },
    Policy { name: "by me, logistics", holds: |c| c.logistics, ends_run: false, can_reach_out: false, stated: false },
    Policy {
        name: "by me, looked at their profile",
        holds: |c| matches!(c.via, Via::Looked),
        ends_run: true,
        can_reach_out: false,
        stated: true,
    },
    Policy { name: "by me, a reply to them", holds: |c| c.reply, ends_run: true, can_reach_out: false, stated: false },
    Policy { name: "by me", holds: |_| true, ends_run: true, can_reach_out: true, stated: true },
];

impl Contact {
    /// A contact that is neither a reply nor logistics, and that the table decides about.
    pub const fn new(who: Who, via: Via) -> Self {
        Self { who, via, reply: false, logistics: false, overrule: None }
    }

    /// The row of [`POLICY`] that this contact falls under.
    pub fn policy(&self) -> &'static Policy {
        let [.., last] = &POLICY;
        POLICY.iter().find(|policy| (policy.holds)(self)).unwrap_or(last)
    }

    /// Whether it ends the run: the user's own word, else the table's.
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

    /// Whether it can be, or be half of, a reach-out.
    pub fn can_reach_out(&self) -> bool {
        self.policy().can_reach_out
    }

    /// Whether it is a word from them: what an earlier reach-out waited for.
    pub fn is_their_word(&self) -> bool {
        self.who == Who::Them
    }
}
