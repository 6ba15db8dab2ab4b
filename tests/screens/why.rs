//! `status --why`: the reasons in two voices, and no date where contact is out of place.

use crate::status::{DAY_30, READY, WAITS, YEARS, and};
use crate::support::NOW;
use crate::{Life, lived, shown};

fn why(life: Life<'_>, at: &str) -> String {
    shown(&lived(life), at, 80, &["status --why"])
}

#[test]
fn while_time_decides() {
    insta::assert_snapshot!("why_prepare", why(DAY_30, NOW));
    insta::assert_snapshot!("why_ready", why(READY, NOW));
    insta::assert_snapshot!("why_quiet", why(DAY_30, "2026-11-14T09:00"));
    insta::assert_snapshot!("why_first_days", why(DAY_30, "2026-11-05T09:00"));
    insta::assert_snapshot!("why_month_7", why(YEARS, "2023-11-20T09:00"));
    insta::assert_snapshot!("why_year_3", why(YEARS, "2026-05-20T09:00"));
}

#[test]
fn while_their_word_decides() {
    insta::assert_snapshot!("why_waits", why(WAITS, "2026-10-20T18:00"));
    insta::assert_snapshot!("why_wrote_back", why(&and(WAITS, ("2026-10-12", "log-contact them")), "2026-10-20T18:00"));
    for typed in ["answer no", "answer not-now", "answer yes", "boundary space", "boundary order", "aim closure"] {
        let text = why(&and(READY, ("2026-11-22", typed)), NOW);
        assert!(!text.contains("Quiet weeks") || typed == "answer yes", "{text}");
        insta::assert_snapshot!(format!("why_{}", typed.replace(' ', "_")), text);
    }
}

#[test]
fn what_the_steps_still_lack() {
    let mut home = lived(DAY_30);
    home.gives("notebook issue", "I stopped listening");
    home.gives("notebook obstacle --practical", "200 km");
    home.set_now(NOW);
    insta::assert_snapshot!(shown(&home, NOW, 80, &["status --why"]));
}
