//! What guide, notebook, letters and the pause say. The six steps themselves are in the library's `guide.rs`.

words! {
    /// `guide`, the head of a step
    GUIDE_STEP = "Step {step}: {title}";
    /// `guide N`, above the reasons
    GUIDE_WHY = "Why";
    /// `guide N`, above the practices
    GUIDE_HOW = "How";
    /// `guide`, before a step's tip
    GUIDE_TIP = "Tip: {tip}";
    /// `guide`, below the other steps
    GUIDE_MORE = "`reconnect guide N` shows one whole.";
    /// `guide`, a boundary is in force, or it is theirs to answer, or they have answered no
    GUIDE_LEFT_OUT = "What the guide says about getting in touch is left out: theirs is the last word now.";
    /// `guide`, `urge` and after an urge: for somebody who is not safe
    HELP = "If you are not safe, or can't carry this alone: findahelpline.com lists helplines by country. In danger, call your local emergency number.";

    /// The editor: the line that ends the text
    EDITOR_END = "--- Write above this line. What stands below it is not kept. ---";
    /// The editor: for an issue
    ABOUT_ISSUE = "One issue that led to the breakup. Your own part in it: what could I do differently?";
    /// The editor: for a plan
    ABOUT_PLAN = "One specific step, small enough to do this week. What will I do, and when?";
    /// The editor: for evidence
    ABOUT_EVIDENCE = "What did I do, and how did it go? Small counts.";
    /// The editor: for an obstacle
    ABOUT_OBSTACLE = "What stood between us, apart from feelings or because of them?";
    /// The editor: for what the user wants
    ABOUT_WANT = "What do I truly want, for myself, whatever comes of this?";
    /// The editor: for a note
    ABOUT_NOTE = "Anything. It is for you.";
    /// The editor: for a letter
    ABOUT_LETTER = "A letter that is not sent. Say all of it; there is no way to send it from here.";

    /// `notebook`, an issue was noted
    ISSUE_NOTED = "Noted as {n}. A plan makes it a step: `reconnect notebook plan {n}`.";
    /// `notebook issue --on-paper`
    PAPER_NOTED = "Noted as {n}: your issues and plans are on paper. That counts just as well.";
    /// `notebook`, an obstacle was noted
    OBSTACLE_NOTED = "Noted as {n}. A real step on it: `reconnect notebook plan {n}`.";
    /// `notebook`, a plan was noted
    PLAN_NOTED = "Noted as {n}, a plan for {of}. When you have done it once: `reconnect notebook evidence {n}`.";
    /// `notebook`, evidence was noted
    EVIDENCE_NOTED = "Noted as {n}, for {of}, on {when}. It is there to read when you doubt it.";
    /// `notebook`, a want or a note was noted
    ENTRY_NOTED = "Noted as {n}.";
    /// `notebook done`
    DONE_NOTED = "{n} is dealt with. It stays in the notebook.";
    /// `notebook done`, it was already
    DONE_ALREADY = "{n} was dealt with already.";
    /// `notebook edit`, saved
    EDIT_NOTED = "{n} has new words. The earlier ones stay in the diary.";
    /// `notebook list`, nothing in this chapter
    NOTEBOOK_EMPTY = "The notebook is empty. `reconnect notebook issue` notes a first issue; `--on-paper` if you would rather write by hand.";
    /// `notebook list --open`, nothing open
    NOTEBOOK_NONE_OPEN = "Nothing in the notebook is open.";
    /// `notebook list`, entries of earlier chapters
    NOTEBOOK_EARLIER = "Earlier chapters hold {count}. `reconnect notebook list --all` shows them.";
    /// `notebook list`, a heading
    HEAD_ISSUES = "Issues (step 2)";
    /// `notebook list`, a heading
    HEAD_OBSTACLES = "Obstacles (step 5)";
    /// `notebook list`, a heading
    HEAD_WANTS = "What I truly want";
    /// `notebook list`, a heading
    HEAD_NOTES = "Notes";
    /// `notebook list`, a heading: plans and evidence whose issue was taken back
    HEAD_LOOSE = "Belongs to nothing that stands";
    /// `notebook list --all`, a heading
    HEAD_EARLIER = "Earlier chapters";
    /// `notebook list`, an issue kept on paper
    ON_PAPER = "(issues and plans on paper)";
    /// `notebook list`, before a plan
    PLAN_IS = "plan: {text}";
    /// `notebook list`, before evidence
    EVIDENCE_IS = "done {when}: {text}";
    /// `notebook list`, before an obstacle: practical
    PRACTICAL_IS = "practical: {text}";
    /// `notebook list`, before an obstacle: emotional
    EMOTIONAL_IS = "emotional: {text}";
    /// `notebook list`, before what is dealt with
    DEALT_WITH = "✓ {text}";
    /// `notebook show`, the head
    ENTRY_HEAD = "{n}: {kind}, {when}, id {id}";

    /// `letter write`, saved
    LETTER_SEALED = "Letter {n} is sealed until {until}. Nothing is sent.";
    /// `letter list`, none
    NO_LETTERS = "There are no letters. `reconnect letter write` begins one.";
    /// `letter list`, a line
    LETTER_LINE = "written {when}, {state}";
    /// The state of a letter: sealed
    LETTER_IS_SEALED = "sealed until {until}";
    /// The state of a letter: its day has come
    LETTER_CAN_OPEN = "can be opened since {until}";
    /// The state of a letter: opened
    LETTER_WAS_OPENED = "opened {when}";
    /// The state of a letter: opened, still true
    LETTER_STILL_TRUE = "opened {when}, still true then";
    /// The state of a letter: opened, no longer true
    LETTER_NOT_TRUE = "opened {when}, no longer true then";
    /// The state of a letter: erased
    LETTER_IS_ERASED = "erased {when}";
    /// The state of a letter: not erased, and its words are not on this machine
    LETTER_NOT_HERE = "; its words are not on this machine";
    /// The state of a letter: erased, and its words are there all the same
    LETTER_STILL_HERE = "; but its words are here: `reconnect letter erase {n}` removes them";
    /// `letter open`, above the text
    LETTER_HEAD = "Letter {n}, written {when}";
    /// `letter open --now`
    ASK_OPEN_NOW = "Letter {n} is sealed until {until}. Type yes to open it today: ";
    /// `letter open`, after the text
    ASK_STILL_TRUE = "Is it still true? yes, no, or Enter to leave it open: ";
    /// `letter open`, it is
    TRUE_NOTED = "Still true. Noted.";
    /// `letter open`, it is not
    NOT_TRUE_NOTED = "No longer true. Noted, and that is worth knowing.";
    /// `letter open`, neither
    OPENED_NOTED = "Noted that you opened it.";
    /// `letter erase`
    ASK_ERASE_LETTER = "The words of letter {n} cannot be brought back. Type yes to erase them: ";
    /// `letter erase`, done
    LETTER_ERASED = "The words of letter {n} are erased here. Backups and folders that sync may keep a copy.";
    /// `letter erase`, words that no letter has
    ASK_ERASE_LOOSE = "These words belong to no letter, and cannot be brought back. Type yes to erase them: ";
    /// `letter erase`, words that no letter had, done
    LOOSE_ERASED = "The words are erased here. Backups and folders that sync may keep a copy.";

    /// `urge`, the first line; some minutes
    URGE_HEAD = "A pause before the message: {length}. Ctrl-C leaves at once.";
    /// `urge`, without a terminal; some minutes
    URGE_HEAD_TEXT = "A pause before the message: {length}.";
    /// `urge`, the first line below
    URGE_WAIT = "The wish to write comes like a wave, and waves pass. You don't have to decide anything right now.";
    /// `urge`, without a terminal: the rhythm
    URGE_RHYTHM = "Breathe in for 4 seconds, out for 6. Again, until the time is over.";
    /// `urge`, the numbers, a run of a day or more
    URGE_NUMBERS = "You have kept your distance for {days}. Your longest is {longest}; {kept} of {total} kept in all.";
    /// `urge`, the numbers, the run is the longest
    URGE_NUMBERS_LONGEST = "You have kept your distance for {days}, your longest run so far; {kept} of {total} kept in all.";
    /// `urge`, the numbers, the run began today and something was kept before
    URGE_NUMBERS_TODAY = "This count began today, as every count once does. In all you have kept {kept} of {total}; your longest is {longest}.";
    /// `urge`, nothing to count yet
    URGE_FIRST_DAY = "One quiet evening is how every count begins.";
    /// `urge`, above the user's own evidence
    URGE_EVIDENCE = "What you have done, in your own words:";
    /// `urge`, above the user's own plans, where there is no evidence
    URGE_PLANS = "What you mean to do, in your own words:";
    /// `urge`, one was sat out before
    URGE_SAT_ONE = "You have sat one out before.";
    /// `urge`, several were sat out before
    URGE_SAT = "You have sat {count} out before.";
    /// `urge`, a line of the guide
    URGE_GUIDE = "The guide: {text}";
    /// `urge`, somebody to call
    URGE_CALL = "Rather than writing: call somebody who is good for you.";
    /// `urge`, while breathing
    BREATHE_IN = "breathe in";
    /// `urge`, while breathing
    BREATHE_OUT = "breathe out";
    /// `urge`, how to end the countdown early
    URGE_ENTER = "Enter goes to the end.";
    /// `urge`, at the end
    ASK_OUTCOME = "How is it now? s: sat it out, w: wrote, f: need a friend; Enter leaves it open: ";
    /// `urge`, the answer was not understood
    ASK_OUTCOME_AGAIN = "s, w or f; Enter leaves it open: ";
    /// `urge`, nothing was said
    URGE_OPEN = "Nothing was recorded.";
    /// `urge`, sat out
    URGE_SAT_OUT = "Noted: you sat it out. That stays yours.";
    /// `urge`, wrote
    URGE_WROTE = "Noted. One message is not a week.";
    /// `urge`, wrote: what can be done
    URGE_LOG = "`reconnect log-contact me` logs the contact.";
    /// `urge`, wrote, on a terminal
    ASK_LOG = "Log it as a text by you, now? yes, or Enter to leave it: ";
    /// `urge`, needs a friend
    URGE_FRIEND = "Noted. Call somebody you trust, now if you can. The message can wait; you come first.";

    /// A diary entry: the notebook
    EVENT_NOTEBOOK = "an entry in the notebook ({kind})";
    /// A diary entry: something was dealt with
    EVENT_DONE = "the mark that an entry of the notebook is dealt with";
    /// A diary entry: a letter
    EVENT_LETTER = "a letter, sealed";
    /// A diary entry: a letter was opened
    EVENT_LETTER_OPENED = "the opening of a letter";
    /// A diary entry: a letter was erased
    EVENT_LETTER_ERASED = "the erasing of a letter (its words are gone for good)";
    /// A diary entry: an urge that passed
    EVENT_URGE_SAT_OUT = "an urge, sat out";
    /// A diary entry: an urge, and a message
    EVENT_URGE_WROTE = "an urge, and a message";
    /// A diary entry: an urge, and a friend
    EVENT_URGE_FRIEND = "an urge, and the need for a friend";

    /// `status`, what the steps lack; step 1: nothing noted about what the user wants
    LACKS_WANT = "Step 1: what you truly want is not written down yet";
    /// `status`, what the steps lack; step 2: no issue
    LACKS_ISSUE = "Step 2: no issue noted yet";
    /// `status`, what the steps lack; step 2: none of the issues has a plan
    LACKS_ANY_PLAN = "Step 2: {all}, no plan yet";
    /// `status`, what the steps lack; step 2: some issues have no plan
    LACKS_PLAN = "Step 2: {all}, {without} without a plan";
    /// `status`, what the steps lack; step 4: no evidence
    LACKS_EVIDENCE = "Step 4: {all}, no evidence of it yet";
    /// `status`, what the steps lack; step 5: none of the obstacles has a plan
    LACKS_ANY_STEP = "Step 5: {all}, no plan yet";
    /// `status`, what the steps lack; step 5: some obstacles have no plan
    LACKS_STEP = "Step 5: {all}, {without} without a plan";
    /// `status`, the label beside what the steps lack
    LACKS = "Open";
}
