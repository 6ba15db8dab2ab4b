//! What the recording commands say.

words! {
    /// `start-no-contact` asks on a terminal
    ASK_LAST_CONTACT = "When was your last contact? A date or a phrase; Enter for today: ";
    /// `start-no-contact`, what was understood
    STARTED = "No contact since {when}.";
    /// `start-no-contact`, contacts that were recorded before it lie after that start
    STARTED_BEFORE_CONTACT = "No contact from {when}; a contact that is recorded after it began the count anew, {since}.";
    /// `start-no-contact --replace`, what was understood
    START_MOVED = "Corrected: no contact since {when}. The earlier entry stays in the diary.";
    /// `breakup`, shown
    BREAKUP_IS = "The breakup was on {when}.";
    /// `breakup`, set
    BREAKUP_SET = "Noted: the breakup was on {when}.";
    /// `breakup --again`
    BREAKUP_AGAIN = "Noted: a second breakup, on {when}. A new chapter begins; what was before stays in the history and no longer counts.";
    /// `breakup --again`, an order was recorded
    BREAKUP_AGAIN_ORDER = "Noted: a second breakup, on {when}. A new chapter begins; what was before stays in the history. The legal order still stands above it.";
    /// `breakup`, none known
    BREAKUP_UNKNOWN = "No breakup date is known. `reconnect breakup WHEN` sets it.";
    /// The three honest numbers, a run open
    NUMBERS = "Current run {days}, longest {longest}, {kept} of {total} kept.";
    /// The three honest numbers, no run open
    NUMBERS_CLOSED = "Longest run {longest}, {kept} of {total} kept.";
    /// `log-contact`: what was understood
    CONTACT_NOTED = "Noted: {contact}, {when}.";
    /// After a text by me that ended a run
    AFTER_TEXT = "One message is not a week. What you kept is still yours.";
    /// After a call by me
    AFTER_CALL = "One call is not a week. What you kept is still yours.";
    /// After a meeting by me
    AFTER_MEETING = "One meeting is not a week. What you kept is still yours.";
    /// After any other contact by me
    AFTER_OTHER = "One moment is not a week. What you kept is still yours.";
    /// After a look at their profile
    AFTER_LOOK = "Looking counts too, as the guide sees it, and almost everybody does it once. What you kept is still yours.";
    /// After a reply to them
    AFTER_REPLY = "You answered, and that is human. What you kept is still yours.";
    /// After a reach-out on a day that allowed one
    AFTER_REACH_OUT = "You have reached out. It is theirs to answer now, in their own time or not at all.";
    /// After a second contact without a word back
    AFTER_SECOND = "Twice now without a word back: it is theirs to answer. Quiet is kind to both of you.";
    /// After a contact that the user said keeps the run
    AFTER_KEEP = "The run goes on, as you said.";
    /// After logistics by me
    AFTER_LOGISTICS = "What has to be said may be said. The run goes on.";
    /// After a contact by me, no run was ever opened
    AFTER_BEFORE_ANY = "No count is running yet. `reconnect start-no-contact` begins one, from your last contact.";
    /// After a contact by me, the user has closed the run
    AFTER_CLOSED = "Your count is closed, and it stays so.";
    /// After any contact by them
    AFTER_THEIRS = "It is theirs. Answering is a choice, and it can wait.";
    /// The count began anew
    COUNT_ANEW = "The count begins anew, {when}.";
    /// A way of contact
    VIA_TEXT = "a text";
    /// A way of contact
    VIA_CALL = "a call";
    /// A way of contact
    VIA_IN_PERSON = "a meeting";
    /// A way of contact
    VIA_SOCIAL = "something on social media";
    /// A way of contact
    VIA_LOOKED = "a look at a profile";
    /// A way of contact
    VIA_OTHER = "a contact";
    /// Whose contact: the user's
    BY_ME = "by you";
    /// Whose contact: the other person's
    BY_THEM = "by them";
    /// A contact that answered them
    AS_A_REPLY = ", as a reply";
    /// A contact about logistics
    ABOUT_LOGISTICS = ", about logistics";
    /// `end-no-contact`
    ENDED = "Closed on {when}, after {days}.";
    /// `end-no-contact`, what follows
    ENDED_SILENT = "Prompt and reminders are silent from now on. What you learned in it stays with you.";
    /// `boundary space|order`, what was understood
    BOUNDARY_NOTED = "Noted. {boundary}.";
    /// `boundary space|order`, what follows
    BOUNDARY_STANDS = "It stands above every timer here.";
    /// `boundary`, none in force
    NO_BOUNDARY = "No boundary is in force.";
    /// `boundary`, an order that has ended
    ORDER_ENDED = "No boundary is in force. An order was recorded, and one that has ended is no invitation.";
    /// `boundary clear`
    BOUNDARY_CLEARED = "Noted: they lifted what they had asked for.";
    /// `boundary clear` with an order in force
    ASK_CLEAR_ORDER = "A legal order is in force. Type yes if it has been lifted: ";
    /// `undo` of an order
    ASK_UNDO_ORDER = "This takes back a legal order. Type yes if it was recorded by mistake: ";
    /// `answer`, what was understood
    ANSWER_NOTED = "Noted, their answer: {answer}.";
    /// `answer`, shown
    ANSWER_IS = "Their answer: {answer}, on {when}.";
    /// `answer`, none
    NO_ANSWER = "No answer is recorded.";
    /// An answer
    ANSWER_YES = "yes";
    /// An answer
    ANSWER_NOT_NOW = "not now";
    /// An answer
    ANSWER_NO = "no";
    /// `undo`
    TAKEN_BACK = "Taken back: {entry}. `reconnect undo {id}` brings it back.";
    /// `undo` of a letter whose words are here
    LETTER_TAKEN_BACK = "Its words are still on this machine; `reconnect letter erase {id}` removes them for good.";
    /// `undo` of an undo
    STANDS_AGAIN = "Stands again: {entry}. `reconnect undo {id}` takes it back once more.";
    /// A diary entry: a start
    EVENT_START = "the start of no contact";
    /// A diary entry: an end
    EVENT_END = "the end of no contact";
    /// A diary entry: the breakup
    EVENT_BREAKUP = "the breakup";
    /// A diary entry: a second breakup
    EVENT_BREAKUP_AGAIN = "a second breakup";
    /// A diary entry: space
    EVENT_SPACE = "they asked for space";
    /// A diary entry: an order
    EVENT_ORDER = "a legal order";
    /// A diary entry: a boundary with a last day
    EVENT_THROUGH = "{boundary}, through {last}";
    /// A diary entry: a boundary lifted
    EVENT_CLEAR = "they lifted what they had asked for";
    /// A diary entry: an answer
    EVENT_ANSWER = "their answer \"{answer}\"";
    /// A diary entry: one that takes another back
    EVENT_RETRACT = "the taking back of {id}";
    /// A diary entry of a newer version
    EVENT_UNKNOWN = "an entry of a newer version";
}
