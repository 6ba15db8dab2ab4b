//! The guide as a page to read.

use crate::status::{DAY_30, READY, WAITS, and};
use crate::support::{Home, NOW};
use crate::{lived, shown};

#[test]
fn what_matters_now() {
    insta::assert_snapshot!("guide_nothing_set_up", shown(&Home::new(), NOW, 80, &["guide"]));
    insta::assert_snapshot!("guide_prepare", shown(&lived(DAY_30), NOW, 80, &["guide"]));
    insta::assert_snapshot!("guide_ready", shown(&lived(READY), NOW, 80, &["guide"]));
    let wrote_back = lived(&and(WAITS, ("2026-10-12", "log-contact them")));
    insta::assert_snapshot!("guide_wrote_back", shown(&wrote_back, "2026-10-20", 80, &["guide", "guide 6"]));
    for typed in ["answer yes", "answer no", "boundary order", "aim closure"] {
        let home = lived(&and(READY, ("2026-11-22", typed)));
        insta::assert_snapshot!(format!("guide_{}", typed.replace(' ', "_")), shown(&home, NOW, 80, &["guide"]));
    }
}

#[test]
fn each_step_whole_on_one_screen() {
    let home = lived(READY);
    for step in 1..=6 {
        let text = shown(&home, NOW, 80, &[&format!("guide {step}")]);
        assert!(text.lines().count() <= 30, "{text}");
        insta::assert_snapshot!(format!("guide_step_{step}"), text);
    }
    insta::assert_snapshot!("guide_step_3_narrow", shown(&home, NOW, 40, &["guide 3"]));
}

#[test]
fn what_studies_found() {
    insta::assert_snapshot!("guide_studies", shown(&lived(READY), NOW, 80, &["guide --studies"]));
    insta::assert_snapshot!("guide_step_5_studies", shown(&lived(READY), NOW, 80, &["guide 5 --studies"]));
}
