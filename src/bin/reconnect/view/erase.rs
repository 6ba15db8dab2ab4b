//! What `erase` lists. Paths stand on lines of their own, unbroken, so that they can be copied.

use crate::footprint::{Traces, shown};
use crate::text::page::Page;
use crate::text::style::Style;
use crate::words::{self, fill};

/// Everything that was found, under its heads.
#[derive(Debug, Default)]
pub struct Listing {
    /// What goes.
    pub own: Vec<String>,
    /// What goes after the second question.
    pub others: Vec<String>,
    /// What stays in the folders.
    pub strangers: Vec<String>,
    /// Lines elsewhere.
    pub mentions: Vec<String>,
    /// Whether a sync tool or git keeps the folder.
    pub is_shared: bool,
}

impl Listing {
    /// What is in the folders and stays there; files that are nothing of the program's only if all of it goes.
    pub fn staying(traces: &Traces, everything: bool) -> Vec<String> {
        let strangers = traces.strangers.iter().filter(|_| everything);
        let mut lines: Vec<String> = strangers.map(|path| shown(path)).collect();
        let link = |(link, target): &(_, _)| {
            let (link, target): (&std::path::PathBuf, &std::path::PathBuf) = (link, target);
            fill(words::ERASE_LINK, &[("link", &shown(link)), ("target", &shown(target))])
        };
        lines.extend(traces.links.iter().map(link));
        lines.extend(
            traces
                .unreadable
                .iter()
                .map(|(path, error)| fill(words::ERASE_UNREADABLE, &[("path", &shown(path)), ("error", error)])),
        );
        lines
    }

    /// On a page.
    pub fn show(&self, page: &mut Page) {
        if self.own.is_empty() && self.others.is_empty() {
            page.paragraph(Style::Plain, words::ERASE_NOTHING);
        }
        for (head, lines) in [
            (words::ERASE_HEAD, &self.own),
            (words::ERASE_OTHERS, &self.others),
            (words::ERASE_STRANGERS, &self.strangers),
            (words::ERASE_MENTIONS, &self.mentions),
        ] {
            section(head, lines, page);
        }
        let sync = if self.is_shared { words::BEYOND_SHARED } else { words::BEYOND_SYNC };
        page.paragraph(Style::Strong, words::ERASE_BEYOND);
        let beyond =
            [words::BEYOND_HISTORY, words::BEYOND_EDITOR, words::BEYOND_BACKUPS, words::BEYOND_BLOCKS, words::BEYOND_EXPORTS, sync];
        for line in beyond {
            page.item(Style::Plain, 0, "- ", line);
        }
    }
}

/// Lines under a head; nothing where there are none.
pub fn section(head: &str, lines: &[String], page: &mut Page) {
    if lines.is_empty() {
        return;
    }
    page.paragraph(Style::Strong, head);
    for line in lines {
        page.raw(&format!("  {line}\n"));
    }
}
