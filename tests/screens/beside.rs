//! The screens beside the status: help, window, remind.

use crate::status::{DAY_30, READY};
use crate::support::{Home, NOW};
use crate::{lived, shown};

#[test]
fn help() {
    insta::assert_snapshot!("help", shown(&Home::new(), NOW, 80, &["--help"]));
    insta::assert_snapshot!("help_narrow", shown(&Home::new(), NOW, 40, &["help"]));
    insta::assert_snapshot!("help_of_a_command", shown(&Home::new(), NOW, 80, &["help guide", "remind -h", "status -h"]));
}

#[test]
fn windows() {
    let home = Home::new();
    let commands = ["window 3 days ago", "window 3 weeks ago", "window 7 months ago", "window 2024-01-01"];
    insta::assert_snapshot!(shown(&home, NOW, 80, &commands));
}

#[test]
fn reminders() {
    let home = lived(DAY_30);
    let commands = ["remind --dry-run", "remind --dry-run --plain", "remind --dry-run --json"];
    insta::assert_snapshot!("remind", shown(&home, "2026-11-22T09:00", 80, &commands));
    let home = lived(READY);
    insta::assert_snapshot!("remind_year", shown(&home, "2027-11-01T23:00", 80, &commands));
}
