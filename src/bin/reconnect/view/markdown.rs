//! The diary to be read: what stands, oldest first, in words.

use std::fmt::Write as _;

use reconnect::Overrule;
use reconnect::when::Spoken;

use super::status::spoken;
use super::{event, history};
use crate::diary::jotting::{Jotting, Sort};
use crate::diary::numbers::{Numbered, label};
use crate::diary::record::ContactFields;
use crate::diary::snapshot::DatedRecord;
use crate::diary::{Id, What};
use crate::text::escape::escape_controls;
use crate::words::{self, counted, fill};

/// The page: `status` as it looks on a terminal, then everything that happened.
pub fn page(today: chrono::NaiveDate, status: &str, told: &[DatedRecord]) -> String {
    let mut text = format!("# {}\n\n```text\n{status}```\n", Spoken(today));
    let names = Names::of(told);
    for told in told {
        let (line, own) = names.line(told);
        let quoted: String = own.into_iter().flat_map(quote).collect();
        let _ = write!(text, "\n- **{}** {line}\n{quoted}", spoken(told.moment));
    }
    text
}

fn quote(value: &str) -> impl Iterator<Item = String> {
    value.lines().map(|line| format!("  > {}\n", escape_controls(line)))
}

/// How entries that others refer to are called.
struct Names<'t> {
    notebook: Vec<Name<'t>>,
    letters: Vec<Name<'t>>,
}

/// An entry with the number that it has among its kind.
struct Name<'t> {
    id: &'t Id,
    n: Option<u32>,
    kind: &'static str,
}

impl Numbered for Name<'_> {
    fn id(&self) -> &Id {
        self.id
    }

    fn n(&self) -> Option<u32> {
        self.n
    }
}

impl<'t> Names<'t> {
    fn of(told: &'t [DatedRecord]) -> Self {
        let mut names = Self { notebook: Vec::new(), letters: Vec::new() };
        for told in told {
            let (id, what) = (told.entry.id(), told.entry.what());
            if let What::Letter { n, .. } = what {
                names.letters.push(Name { id, n: *n, kind: words::PAGE_LETTER });
            } else if let Some((kind, jotting)) = what.jotting() {
                names.notebook.push(Name { id, n: jotting.n, kind: kind.word() });
            }
        }
        names
    }

    /// `plan 2`, `letter 1`; of what does not stand, the beginning of its id.
    fn call(among: &[Name<'_>], id: &Id) -> String {
        let name = among.iter().find(|name| name.id == id);
        let called = name.map_or_else(|| id.short(), |name| format!("{} {}", name.kind, label(among, name)));
        escape_controls(&called).into_owned()
    }

    /// What an entry says, and the user's own words in it.
    fn line(&self, told: &'t DatedRecord) -> (String, Option<&'t str>) {
        let letter = |of: &Id| Self::call(&self.letters, of);
        match told.entry.what() {
            What::Contact(fields) => (contact(fields, told), fields.note.as_deref()),
            What::Letter { until, .. } => {
                (fill(words::PAGE_SEALED, &[("letter", &letter(told.entry.id())), ("until", &Spoken(*until))]), None)
            }
            What::LetterOpened { of, still_true } => {
                let after = still_true.map_or("", |still| if still { words::PAGE_STILL_TRUE } else { words::PAGE_NOT_TRUE });
                (fill(words::PAGE_OPENED, &[("letter", &letter(of))]) + after, None)
            }
            What::LetterErased { of } => (fill(words::PAGE_ERASED, &[("letter", &letter(of))]), None),
            What::Done { of } => (fill(words::PAGE_DONE, &[("entry", &Self::call(&self.notebook, of))]), None),
            What::Urge { outcome, minutes } => {
                let sat = minutes.map(|minutes| fill(words::PAGE_MINUTES, &[("minutes", &counted(minutes, "minute"))]));
                (event::urge(*outcome).to_owned() + &sat.unwrap_or_default(), None)
            }
            what @ (What::Issue(jotting)
            | What::Plan(jotting)
            | What::Evidence(jotting)
            | What::Obstacle(jotting)
            | What::Want(jotting)
            | What::Note(jotting)) => (self.entry(told.entry.id(), what, jotting), Some(&jotting.text)),
            // Their names say all that they hold. Without a wildcard: whoever adds a kind has to decide.
            what @ (What::Start { .. }
            | What::End
            | What::Breakup { .. }
            | What::Boundary { .. }
            | What::Answer { .. }
            | What::Retract { .. }
            | What::Unknown) => (event::named(what), None),
        }
    }

    fn entry(&self, id: &Id, what: &What, jotting: &Jotting) -> String {
        let mut line = Self::call(&self.notebook, id);
        line.extend(jotting.of.iter().map(|of| fill(words::PAGE_FOR, &[("entry", &Self::call(&self.notebook, of))])));
        line.push_str(match jotting.sort {
            Some(Sort::Practical) => words::PAGE_PRACTICAL,
            Some(Sort::Emotional) => words::PAGE_EMOTIONAL,
            None if matches!(what, What::Issue(_)) && jotting.paper => words::PAGE_ON_PAPER,
            None => "",
        });
        line
    }
}

fn contact(fields: &ContactFields, told: &DatedRecord) -> String {
    let keeps = if fields.overrule == Some(Overrule::Keep) { words::PAGE_KEEPS } else { "" };
    format!("{}{keeps}{}", event::contact(fields), history::outcome(told.effect))
}
