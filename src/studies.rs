//! What studies found: a third voice beside the guide's and ours. Never a reason for a verdict, never a promise.

/// A published finding, in plain words. Serialized, it has all but `about_contact`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Study {
    /// What it belongs to: `step`, `urge`, `letter`, `check-in` (saying how one is), `counts` (counting days) or `help` (asking for it).
    pub topic: &'static str,
    /// Which step of the guide, 1 to 6, where the topic is `step`.
    pub step: Option<u8>,
    /// What was found.
    pub finding: &'static str,
    /// Who was studied, and how.
    pub who: &'static str,
    /// Where to read it.
    pub source: &'static str,
    /// Whether it is about getting in touch; then it is left out where such talk is out of place.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub about_contact: bool,
}

/// The studies, by step and topic. Their abstracts were read.
pub fn studies() -> impl Iterator<Item = Study> {
    let mut lines = include_str!("studies.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    std::iter::from_fn(move || {
        // Such as `step 3 contact`.
        let about = lines.next()?;
        Some(Study {
            topic: about.split(' ').next()?,
            step: about.split(' ').find_map(|word| word.parse().ok()),
            about_contact: about.ends_with(" contact"),
            finding: lines.next()?,
            who: lines.next()?,
            source: lines.next()?,
        })
    })
}
