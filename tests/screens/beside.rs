//! The screens beside the status: help, window.

use crate::shown;
use crate::support::{Home, NOW};

#[test]
fn help() {
    insta::assert_snapshot!("help", shown(&Home::new(), NOW, 80, &["--help"]));
    insta::assert_snapshot!("help_narrow", shown(&Home::new(), NOW, 40, &["help"]));
    insta::assert_snapshot!("help_of_a_command", shown(&Home::new(), NOW, 80, &["help guide", "remind -h", "status -h"]));
    let topics = ["help privacy", "help shell"];
    insta::assert_snapshot!("help_topics_narrow", shown(&Home::new(), NOW, 40, &topics));
    for topic in topics {
        // Of 24 lines the shell's next prompt takes one.
        assert!(Home::new().does(topic).lines().count() <= 23, "{topic}");
    }
}

#[test]
fn windows() {
    let home = Home::new();
    let commands = ["window 3 days ago", "window 3 weeks ago", "window 7 months ago", "window 2024-01-01"];
    insta::assert_snapshot!(shown(&home, NOW, 80, &commands));
}
