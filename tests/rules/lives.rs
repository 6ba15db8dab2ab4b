//! Whole lives, each somebody's: what happened, and after each turn what the program has to say on which day.

use reconnect::VerdictId;

use crate::turns::READY;
use crate::{live, told};

/// Below each title: what happens, then behind `=` a day, its verdict, and `earliest` if there is one. `ready` begins
/// with [`READY`], `anew` with nothing. The dates were worked out by hand, in the comments.
const LIVES: &str = r#"
the days on which the verdict changes
# 24 October and 21 days are 14 November; 1 November and 21 days are the 22nd; 10 April and 21 days are 1 May.
2026-10-24 breakup, 2026-10-24 start, 2026-10-24 prepared = 2026-10-24 wait 2026-11-14, 2026-11-13 wait 2026-11-14
= 2026-11-14 reach-out-gently 2026-11-14
anew, 2026-10-24 breakup, 2026-11-01 start, 2026-11-01 prepared = 2026-11-13 wait 2026-11-22, 2026-11-14 give-space 2026-11-22
= 2026-11-21 give-space 2026-11-22, 2026-11-22 reach-out-gently 2026-11-22
= 2027-04-24 reach-out-gently 2026-11-22, 2027-04-25 extra-care 2026-11-22
# Quiet since five and a half months: the quiet weeks run past the window's end.
anew, 2026-10-24 breakup, 2026-10-24 prepared, 2027-04-10 start = 2027-04-24 give-space 2027-05-01
= 2027-04-30 give-space 2027-05-01, 2027-05-01 extra-care 2027-05-01
# No run open: no date.
anew, 2026-10-24 breakup, 2026-10-24 prepared = 2026-11-13 wait, 2036-11-14 give-space
2026-11-01 space until 2026-12-20 = 2026-12-21 give-space
# A run that began before the breakup's date, and dates ahead of the clock.
anew, 2026-10-01 start, 2026-10-24 breakup, 2026-10-24 prepared = 2026-11-14 reach-out-gently 2026-11-14
anew, 2026-11-24 breakup, 2026-11-24 start = 2026-11-23 wait 2026-12-15
# A boundary that ran out: the day after its last day, where that is the latest of the three.
anew, 2026-10-24 breakup, 2026-11-01 start, 2026-11-01 prepared, 2026-11-02 space until 2026-11-10
= 2026-11-12 wait 2026-11-22, 2026-11-22 reach-out-gently 2026-11-22
2026-11-22 space until 2026-12-20 = 2026-12-20 respect-boundary, 2026-12-21 reach-out-gently 2026-12-21

five messages in a night and an angry word open nothing
2026-11-01 breakup, 2026-11-01 start = 2026-11-02 wait 2026-11-22
# The second bubble belongs to the first try, the third opens the second.
2026-11-03T01:00 me, 2026-11-03T01:20 me = 2026-11-03 wait 2026-11-24
2026-11-03T02:01 me = 2026-11-03 await-answer
2026-11-03T02:10 me, 2026-11-03T03:30 me
# "Leave me alone": the waiting is over, and no step 4. 3 November and 21 days are the 24th.
2026-11-04 them = 2026-11-04 wait 2026-11-24, 2026-11-22 give-space 2026-11-24, 2026-11-24 prepare 2026-11-24

messages after a good reach out close what it might have opened
ready = 2026-07-01 reach-out-gently 2026-06-22
2026-07-01T10:00 me, 2026-07-01T12:00 me = 2026-07-02 await-answer
2026-07-02 them
# Only quiet weeks, counted anew: 1 July and 21 days are the 22nd.
= 2026-07-02 give-space 2026-07-22, 2026-07-22 reach-out-gently 2026-07-22

somebody who keeps the run while pressing waits the quiet weeks all the same
ready, 2026-07-01 me keep, 2026-07-05 me call keep = 2026-07-05 await-answer
2026-07-06 them
# 5 July and 21 days are the 26th, although the run is 55 days old by then.
= 2026-07-25 give-space 2026-07-26, 2026-07-26 reach-out-gently 2026-07-26

parents who talk about the children are neither answered nor pressing
2026-06-01 breakup, 2026-06-01 start, 2026-06-02 me logistics, 2026-06-03 me logistics
2026-06-04 them logistics = 2026-06-04 wait 2026-06-22
2026-06-10 prepared, 2026-06-22 me = 2026-06-22 await-answer
2026-06-23 them logistics = 2026-06-23 await-answer
2026-06-24 them = 2026-06-24 actions-not-words
2026-06-25 me logistics = 2026-06-25 actions-not-words

their handover message does not end the waiting of somebody who pressed
2026-06-01 breakup, 2026-06-01 start, 2026-06-05 me, 2026-06-06 me call, 2026-06-07 them logistics = 2026-09-01 await-answer
2026-09-02 them
# 6 June and 21 days.
= 2026-09-02 prepare 2026-06-27

their message that they want space is a boundary and opens no step 4
ready, 2026-07-01 me, 2026-07-02 them, 2026-07-02 space until 2026-08-31
= 2026-08-31 respect-boundary, 2026-09-01 reach-out-gently 2026-09-01
ready, 2026-07-01 me, 2026-07-02 space until 2026-08-31, 2026-07-02 them
# The day after its last day; the end is no invitation (the reasons say so).
= 2026-08-31 respect-boundary, 2026-09-01 reach-out-gently 2026-09-01

their no comes with a message and a text after it is no reach out
ready, 2026-07-01 me, 2026-07-02 them
2026-07-02 no = 2026-07-02 accept-answer
2026-08-01 me = 2026-08-01 accept-answer
2026-08-02 them = 2028-01-01 accept-answer

an order rules while it runs after its end and in the next chapter
2025-01-10 breakup, 2025-01-10 start, 2025-01-20 prepared, 2025-02-01 order until 2025-08-01
= 2025-08-01 respect-boundary, 2025-08-02 respect-boundary
2025-09-01 them, 2025-09-02 yes = 2025-09-02 respect-boundary
2026-03-01 again, 2026-03-01 start = 2026-06-01 respect-boundary

a past order that is recorded late rules and so does a lifted one
# Recorded today, but it ran before this breakup.
2020-05-01 order until 2021-05-01, 2026-06-01 breakup, 2026-06-01 start = 2026-06-01 respect-boundary
anew, 2026-06-01 breakup, 2026-06-05 order, 2026-07-01 clear, 2026-07-01 closure = 2027-07-01 respect-boundary

somebody who was blocked stops and somebody who was unblocked starts where they were
ready, 2026-06-12 blocked = 2026-06-12 respect-boundary
= 2036-06-12 respect-boundary
2026-07-10 clear
# Lifted, so it moves no date.
= 2026-07-10 reach-out-gently 2026-06-22

a block after they wrote back closes step 4 also when it is over
ready, 2026-07-01 me, 2026-07-02 them = 2026-07-03 actions-not-words
2026-07-04 blocked until 2026-07-10 = 2026-07-10 respect-boundary
# 1 July and 21 days are later than the day after the block.
= 2026-07-11 give-space 2026-07-22

space asked for on the day of a second breakup rules and an earlier one does not
ready, 2026-08-31 space, 2026-09-01 again, 2026-09-01 start = 2026-09-02 wait 2026-09-22
ready, 2026-09-01 again, 2026-09-01 space, 2026-09-01 start = 2026-09-02 respect-boundary

who came to heal is never told to write and may change their mind
2026-06-01 breakup, 2026-06-01 start, 2026-06-01 closure = 2026-06-01 heal, 2026-06-21 heal
= 2026-07-31 heal
2026-08-01 prepared, 2026-08-01 me = 2026-08-01 heal
2026-08-02 them
# Not a reach-out, so their word opens nothing: 1 August and 21 days are the 22nd.
2026-08-10 second-chance = 2026-08-10 give-space 2026-08-22, 2026-08-22 reach-out-gently 2026-08-22

closure goes on in the next chapter and yields to a no and to space
2026-06-01 breakup, 2026-06-02 closure, 2026-07-01 no = 2026-07-01 accept-answer
2026-09-01 again = 2026-09-01 heal
2026-09-05 space until 2026-09-10 = 2026-09-10 respect-boundary, 2026-09-11 heal

after a yes texts are no reach outs and not now after it rules
ready, 2026-07-01 me, 2026-07-02 them
2026-07-02 yes, 2026-07-03 me = 2026-07-03 build-new
# Two tries without an answer come before a yes of before them; a start closes the yes for good.
2026-07-04 me = 2026-07-04 await-answer
2026-07-05 them = 2026-07-05 build-new
2026-08-01 not-now = 2026-08-01 await-answer, 2027-08-01 await-answer

a coffee is no answer and a year of silence after it changes nothing
ready = 2026-12-02 extra-care 2026-06-22
2026-12-02 me, 2026-12-02 me, 2026-12-05 them = 2026-12-05 actions-not-words
2026-12-20 me in-person = 2027-12-20 actions-not-words

a look at their profile starts the quiet weeks anew and is no message
ready, 2026-06-20 me looked, 2026-06-20 me looked
# 20 June and 21 days are 11 July.
= 2026-06-22 give-space 2026-07-11, 2026-07-11 reach-out-gently 2026-07-11
# After the message a look stands between it and their word.
2026-07-11 me, 2026-07-12 me looked, 2026-07-13 them = 2026-07-13 give-space 2026-08-02

unwanted contact opens nothing until a later word of theirs
ready, 2026-07-01 me, 2026-07-02 them unwanted = 2026-07-02 heal, 2027-07-02 heal
2027-07-03 them
# Their word ends it, and nothing of mine lies between it and the reach-out.
= 2027-07-03 actions-not-words

a boundary of their own falls unasked and their space speaks first
ready, 2026-07-01 own, 2026-07-02 space = 2026-07-02 respect-boundary
2026-07-03 clear = 2026-07-03 respect-boundary
2026-07-04 clear own = 2026-07-04 reach-out-gently 2026-06-22

in touch again two tries are pressing and a start ends it with the yes
ready, 2026-07-01 me, 2026-07-02 them in-touch = 2026-07-02 actions-not-words
2026-07-03 me, 2026-07-04 me = 2026-07-04 await-answer
2026-07-05 them = 2026-07-05 actions-not-words
2026-07-06 yes = 2026-07-06 build-new
# 8 July and 21 days are the 29th.
2026-07-08 start = 2026-07-08 give-space 2026-07-29

single turns
ready, 2026-06-10 me = 2026-06-30 give-space 2026-07-01
ready, 2026-06-10 me logistics, 2026-06-11 them = 2026-06-22 reach-out-gently 2026-06-22
ready, 2026-06-10 end = 2026-06-22 give-space
# A reach-out waits, for ever if need be, with or without an open run.
ready, 2026-07-01 me = 2036-07-01 await-answer
2026-07-02 end = 2026-09-01 await-answer
ready, 2026-07-01 me, 2026-07-02 them, 2026-07-05 me = 2026-09-01 actions-not-words
2026-07-09 me = 2026-09-01 await-answer
# Anything of mine between, even logistics, and their word opens nothing; the quiet weeks count from the message.
ready, 2026-07-01 me, 2026-07-01 me logistics, 2026-07-02 them = 2026-07-21 give-space 2026-07-22
ready, 2026-07-01 me keep, 2026-07-01 me logistics, 2026-07-02 them = 2026-07-21 give-space 2026-07-22
# The last answer rules; closure comes before a yes.
ready, 2026-07-01 me, 2026-07-03 yes = 2026-09-01 build-new
ready, 2026-07-03 not-now = 2027-09-01 await-answer
2026-08-03 no = 2027-09-01 accept-answer
2026-08-04 yes = 2027-09-01 build-new
2026-08-05 closure = 2027-09-01 heal
# Space that is lifted before its last day; the stricter of two.
ready, 2026-07-03 blocked until 2026-08-01, 2026-07-20 clear = 2026-08-02 reach-out-gently 2026-06-22
ready, 2026-07-03 space until 2026-08-01, 2026-08-05 blocked, 2026-08-20 clear = 2026-08-20 reach-out-gently 2026-08-02
ready, 2026-07-03 space, 2026-07-04 space until 2026-08-01 = 2026-09-01 respect-boundary
# A boundary that was recorded where it was tomorrow already is in force today.
ready, 2026-07-04 space = 2026-07-03 respect-boundary
ready, 2026-07-04 blocked until 2026-07-04 = 2026-07-03 respect-boundary
"#;

#[test]
fn each_life_is_told_what_the_guide_and_the_other_person_allow() {
    for life in LIVES.trim().split("\n\n") {
        let mut story = Vec::new();
        for line in life.lines().skip(1).filter(|line| !line.starts_with('#')) {
            let (events, days) = line.split_once("= ").unwrap_or((line, ""));
            for event in events.split(", ").map(str::trim).filter(|event| !event.is_empty()) {
                match event {
                    "ready" => story = READY.to_vec(),
                    "anew" => story.clear(),
                    _ => story.push(event),
                }
            }
            for expected in days.split(", ").filter(|day| !day.is_empty()) {
                let words: Vec<&str> = expected.split(' ').collect();
                let id = words[1].parse::<VerdictId>().unwrap();
                let earliest = words.get(2).copied().unwrap_or_default().to_owned();
                assert_eq!(told(&live(&story).0, words[0]), (id, earliest), "{expected}, in: {life}");
            }
        }
    }
}
