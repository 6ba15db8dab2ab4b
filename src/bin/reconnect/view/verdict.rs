//! What the screen of each verdict shows beside its sentences.

use reconnect::VerdictId;

/// One screen. Whoever adds a verdict has to decide each of these.
pub struct Screen {
    /// Whether the breakup and its window stand on it. Not where their word, or letting go, comes first.
    pub window: bool,
    pub milestone: bool,
    /// Whether it asks for a first start where no count was ever running.
    pub asks_for_start: bool,
    pub to_do: ToDo,
    /// What must stand below the verdict; empty where nothing must.
    pub beside: &'static str,
    /// Where to read more: a label and a command.
    pub more: (&'static str, &'static str),
}

pub enum ToDo {
    WayToUseTheTime,
    IdeaForTwo,
    Command(&'static str, &'static str, &'static str),
    /// In touch: the plans to look at. Else to stop the count, where one is running; else a way to use the time.
    Plans,
}

const WHY: (&str, &str) = ("Why?", "reconnect status --why");
const ASKED: (&str, &str) = ("What they asked:", "reconnect boundary");
const BREAKUP: ToDo = ToDo::Command("Begin", "reconnect breakup WHEN", "(24 Oct, 3 weeks ago)");

/// Time decides: nothing stands against the breakup, the window and the next milestone.
const TIME: Screen =
    Screen { window: true, milestone: true, asks_for_start: true, to_do: ToDo::WayToUseTheTime, beside: "", more: WHY };

const WRITES: Screen = Screen {
    beside: "Did they ask for space, block you, or say no? Was there violence, by either of you? Then don't write.\n\
        Record it: `reconnect boundary space` (or `blocked`), `reconnect answer no`.\nAfter violence: `reconnect aim closure`.",
    ..TIME
};

pub const fn screen(id: VerdictId) -> Screen {
    match id {
        VerdictId::RespectBoundary => Screen { window: false, milestone: false, more: ASKED, ..TIME },
        VerdictId::AcceptAnswer | VerdictId::Heal => Screen { window: false, asks_for_start: false, ..TIME },
        VerdictId::Unread => Screen {
            window: false,
            milestone: false,
            asks_for_start: false,
            beside: "`reconnect doctor` shows it, and what to do.",
            ..TIME
        },
        VerdictId::BuildNew => Screen { milestone: false, asks_for_start: false, to_do: ToDo::Plans, ..TIME },
        VerdictId::ActionsNotWords => Screen {
            asks_for_start: false,
            to_do: ToDo::IdeaForTwo,
            beside: "Think of the last thing they said. Was it a no, or a wish for distance?\n`reconnect answer no`, `reconnect boundary space`",
            ..TIME
        },
        VerdictId::Unknown => Screen { to_do: BREAKUP, ..TIME },
        VerdictId::AwaitAnswer | VerdictId::Wait | VerdictId::GiveSpace => TIME,
        VerdictId::Prepare => Screen {
            to_do: ToDo::Command("Begin", "reconnect notebook issue", "(on paper? add --on-paper)"),
            beside: "Not after violence, threats or control: `reconnect aim closure`.",
            ..TIME
        },
        VerdictId::ReachOutGently | VerdictId::ExtraCare => WRITES,
    }
}
