//! Every sentence that is said under a court order.

use crate::status::{READY, and};
use crate::support::{Home, NOW, without_ids};
use crate::{lived, shown};

const COMMANDS: &[&str] = &[
    "boundary",
    "log-contact me 09:00",
    "log-contact me 09:10 --logistics",
    "log-contact me 09:20 --reply",
    "log-contact me 09:30 --via looked",
    "log-contact them 09:40",
    "log-contact them 09:50 --logistics",
    "",
    "status --why",
    "status --short",
    "guide",
    "answer yes",
    "",
    "remind --dry-run --plain",
];

fn said(home: &Home) -> String {
    without_ids(&shown(home, NOW, 80, COMMANDS))
}

#[test]
fn while_it_is_in_force() {
    let mut home = lived(READY);
    home.set_now("2026-11-22");
    let set = home.ok(&["boundary", "order"]);
    insta::assert_snapshot!("order_in_force", format!("$ reconnect boundary order\n{set}\n{}", said(&home)));
}

#[test]
fn after_its_end() {
    let home = lived(&and(READY, ("2026-11-22", "boundary order --from 2026-11-02 --until 2026-11-10")));
    insta::assert_snapshot!("order_after_its_end", said(&home));
}
