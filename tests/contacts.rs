//! The contact policy (section 4 of the contract), row by row, over every contact that can be recorded.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use reconnect::{Contact, Error, Overrule, POLICY, Via, Who};

/// Every contact that the table has to decide about.
fn all_contacts() -> impl Iterator<Item = Contact> {
    let flags = [(false, false), (true, false), (false, true), (true, true)];
    Who::ALL.iter().flat_map(move |who| {
        Via::ALL
            .iter()
            .flat_map(move |via| flags.map(|(reply, logistics)| Contact { reply, logistics, ..Contact::new(*who, *via) }))
    })
}

#[test]
fn the_table_says_what_the_contract_says_row_by_row() {
    // Who, via, reply, logistics; ends the run, can be (half of) a reach-out.
    use Via::{Call, InPerson, Looked, Other, Social, Text};
    let table = [
        (Who::Me, [Text, Call, InPerson, Social, Other].as_slice(), false, false, (true, true)),
        (Who::Me, &[Text, Call, InPerson, Social, Other], true, false, (true, false)),
        (Who::Me, &[Looked], false, false, (true, false)),
        (Who::Me, &[Looked], true, false, (true, false)),
        (Who::Me, &[Text, Call, InPerson, Social, Other], false, true, (false, false)),
        (Who::Me, &[Text, Call, InPerson, Social, Other], true, true, (false, false)),
        (Who::Them, Via::ALL, false, false, (false, false)),
        (Who::Them, Via::ALL, true, false, (false, false)),
        (Who::Them, Via::ALL, false, true, (false, false)),
        (Who::Them, Via::ALL, true, true, (false, false)),
    ];
    for (who, vias, reply, logistics, expected) in table {
        for via in vias {
            let contact = Contact { reply, logistics, ..Contact::new(who, *via) };
            assert_eq!((contact.ends_run(), contact.can_reach_out()), expected, "{contact:?}");
            assert_eq!(contact.is_their_word(), who == Who::Them, "{contact:?}");
        }
    }
}

#[test]
fn every_contact_falls_under_the_first_row_that_holds_and_every_row_is_reached() {
    let mut reached = [false; POLICY.len()];
    for contact in all_contacts() {
        let row = POLICY.iter().position(|row| (row.holds)(&contact)).expect("the last row holds always");
        assert_eq!(contact.policy().name, POLICY[row].name, "{contact:?}");
        reached[row] = true;
    }
    assert_eq!(reached, [true; POLICY.len()]);
}

#[test]
fn a_word_on_one_contact_overrules_whether_it_ends_the_run_and_nothing_else() {
    for contact in all_contacts() {
        let (kept, restarted) =
            (Contact { overrule: Some(Overrule::Keep), ..contact }, Contact { overrule: Some(Overrule::Restart), ..contact });
        assert!(!kept.ends_run() && restarted.ends_run(), "{contact:?}");
        for overruled in [kept, restarted] {
            assert_eq!(overruled.can_reach_out(), contact.can_reach_out(), "{contact:?}");
            assert_eq!(overruled.is_their_word(), contact.is_their_word(), "{contact:?}");
        }
    }
}

#[test]
fn what_the_guide_does_not_say_is_not_passed_off_as_its_word() {
    // Section 5: logistics and replies are inferred, and what a word from them does to a run.
    let stated: Vec<_> = POLICY.iter().filter(|row| row.stated).map(|row| row.name).collect();
    assert_eq!(stated, ["by me, looked at their profile", "by me"]);
}

#[test]
fn ids_are_read_back_as_what_wrote_them_and_nothing_else_is_read() {
    assert_eq!(Via::IDS, ["text", "call", "in-person", "social", "looked", "other"]);
    assert_eq!(Who::IDS, ["me", "them"]);
    assert_eq!(Overrule::IDS, ["keep", "restart"]);
    for via in Via::ALL {
        assert_eq!(via.id().parse::<Via>(), Ok(*via));
        assert_eq!(via.to_string(), via.id());
    }
    for text in ["", "Text", "text ", "in_person", "email"] {
        let error = text.parse::<Via>().unwrap_err();
        assert_eq!(error, Error::UnknownId { what: "a way of contact", text: text.to_owned(), known: Via::IDS });
        assert_eq!(error.to_string(), format!("`{text}` is not a way of contact"));
        let hint = error.hint().unwrap();
        assert!(Via::IDS.iter().all(|id| hint.contains(&format!("`{id}`"))), "{hint}");
    }
}
