//! The recipe for an encrypted backup: `reconnect export --letters | age -p`, here with a key, because a password needs a terminal.

use std::fs;

use crate::support::{Home, have};
use crate::{LETTER, full, put, tool};

#[test]
fn an_encrypted_backup_comes_back() {
    if !(have("age") && have("age-keygen")) {
        return;
    }
    let home = full();
    put(&home, &format!(".local/share/reconnect/letters/{LETTER}.md"), "Dear you,\n");
    let key = tool(&home, "age-keygen").args(["-o", "key.txt"]).output().unwrap();
    assert!(key.status.success());
    let program = home.command();
    let script =
        "\"$1\" export --letters | age -r \"$(age-keygen -y key.txt)\" >backup.age && age -d -i key.txt backup.age >back.json";
    let ran = tool(&home, "sh").args(["-c", script, "sh"]).arg(program.get_program()).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let sealed = fs::read(home.path("backup.age")).unwrap();
    assert!(!sealed.windows(8).any(|bytes| bytes == b"Dear you"));
    let new = Home::new();
    put(&new, "back.json", fs::read(home.path("back.json")).unwrap());
    assert_eq!(new.ok(&["import", "back.json"]), "Imported 17 records; 0 were here already.\nLetters imported: 1.\n");
}
