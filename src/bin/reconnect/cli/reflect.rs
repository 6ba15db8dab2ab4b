//! Commands of the six steps: the guide, the notebook, letters, and the pause before a message.

use clap::{Args, Subcommand};

/// `guide`
#[derive(Debug, Clone, Copy, Args)]
pub struct GuideArgs {
    /// Step to show, 1-6 (default: the ones that matter now)
    #[arg(value_parser = clap::value_parser!(u8).range(1..=6))]
    pub step: Option<u8>,
    /// What studies found, apart from the guide
    #[arg(long)]
    pub studies: bool,
    /// As JSON, for programs
    #[arg(long)]
    pub json: bool,
}

/// `urge`
#[derive(Debug, Clone, Copy, Args)]
pub struct UrgeArgs {
    /// How long, in minutes
    #[arg(long, value_name = "N", default_value = "2", value_parser = minutes)]
    pub minutes: f64,
    /// Only record that you sat one out
    #[arg(long, conflicts_with = "wrote")]
    pub resisted: bool,
    /// Only record that you wrote
    #[arg(long)]
    pub wrote: bool,
}

/// More than an hour nobody sits; a decimal is read, so that a pause can be short.
fn minutes(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(minutes) if minutes > 0.0 && minutes <= 60.0 => Ok(minutes),
        _ => Err("it is a number of minutes up to 60".to_owned()),
    }
}

/// `notebook`
#[derive(Debug, Clone, Args)]
pub struct NotebookArgs {
    /// What to do; `list` unless said
    #[command(subcommand)]
    pub command: Option<NotebookCommand>,
}

/// What `notebook` can do.
#[derive(Debug, Clone, Subcommand)]
pub enum NotebookCommand {
    /// Note a key issue: what could I do differently? (step 2)
    Issue {
        /// The issues and their plans are in a notebook of paper
        #[arg(long)]
        on_paper: bool,
    },
    /// Note a specific step for issue or obstacle N
    Plan {
        /// Its number, or the beginning of its id
        n: String,
    },
    /// Note that plan or issue N was followed, and when
    Evidence {
        /// Its number, or the beginning of its id
        n: String,
        /// When it was; now unless said
        #[arg(value_name = "WHEN")]
        when: Vec<String>,
    },
    /// Note what stood between you (step 5)
    #[command(group = clap::ArgGroup::new("sort").required(true))]
    Obstacle {
        /// Distance, schedules, work, family
        #[arg(long, group = "sort")]
        practical: bool,
        /// Trust, above all
        #[arg(long, group = "sort")]
        emotional: bool,
    },
    /// Note what you truly want (step 1)
    Want,
    /// Note anything else
    Note,
    /// Mark issue, plan or obstacle N as dealt with
    Done {
        /// Its number, or the beginning of its id
        n: String,
    },
    /// Change the words of entry N; the earlier ones stay in the diary
    Edit {
        /// Its number, or the beginning of its id
        n: String,
    },
    /// Show entry N whole, with what belongs to it
    Show {
        /// Its number, or the beginning of its id
        n: String,
    },
    /// List the entries of this chapter
    List(ListArgs),
}

/// `notebook list`
#[derive(Debug, Clone, Copy, Default, Args)]
pub struct ListArgs {
    /// Only what is not dealt with yet
    #[arg(long)]
    pub open: bool,
    /// Earlier chapters too
    #[arg(long)]
    pub all: bool,
    /// For programs
    #[arg(long)]
    pub json: bool,
}

/// `letter`
#[derive(Debug, Clone, Args)]
pub struct LetterArgs {
    /// What to do; `list` unless said
    #[command(subcommand)]
    pub command: Option<LetterCommand>,
}

/// What `letter` can do. There is no way to send one.
#[derive(Debug, Clone, Subcommand)]
pub enum LetterCommand {
    /// Write one, sealed for 30 days
    Write {
        /// The day on which it can be opened
        #[arg(long, value_name = "WHEN", num_args = 1..)]
        until: Vec<String>,
    },
    /// List them, without their words
    List,
    /// Open letter N
    Open {
        /// Its number, or the beginning of its id
        n: String,
        /// Before its day; asks for a typed yes
        #[arg(long)]
        now: bool,
    },
    /// Erase the words of letter N for good; asks for a typed yes
    Erase {
        /// Its number, or the beginning of its id
        n: String,
    },
}
