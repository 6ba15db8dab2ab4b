//! `hide`: silence for the prompt and the reminders, while the count goes on.

use crate::support::Home;

#[test]
fn it_hides_through_its_last_day_or_until_you_say_otherwise_and_a_damaged_file_hides_a_lost_one_does_not() {
    let said = Home::new().transcript(
        "hide
        hide --until friday
        hide --off
        ! ls -A
        start-no-contact 2026-11-01
        hide
        prompt
        @ 2027-11-23T18:00
        prompt
        @ 2026-11-23T18:00
        status --format {days}
        ! cp .config/reconnect/config.toml right; echo breakup = soon >.config/reconnect/config.toml
        prompt
        ! mv right .config/reconnect/config.toml
        hide --off
        prompt
        hide --off
        hide --until 25 Nov 2026
        ! cat .local/state/reconnect/hidden
        @ 2026-11-25T23:59
        prompt
        @ 2026-11-26T00:00
        prompt
        @ 2026-11-23T18:00
        hide --until today
        prompt
        @ 2026-11-24T00:00
        prompt
        @ 2026-11-23T18:00
        hide --until 2026-11-22
        hide --until today --off
        hide --until today maybe
        ! : >.local/state/reconnect/hidden
        prompt
        ! echo soon >.local/state/reconnect/hidden
        prompt
        ! head -c 1000 /dev/zero >.local/state/reconnect/hidden
        prompt
        ! rm .local/state/reconnect/hidden
        prompt
        end-no-contact
        hide
        hide --until tomorrow
        @ 2099-01-01
        hide",
    );
    insta::assert_snapshot!("hide", said);
}
