//! Where to find help: said wherever somebody may not be safe.

/// For everybody.
pub const HELPLINE: &str = "Not safe, thoughts of ending your life, or too much to carry alone? findahelpline.com lists helplines by country. In danger, call your local emergency number.";

/// Beside it, once: for somebody who worries about what they themselves do.
pub const OWN_BEHAVIOUR: &str = "Worried about your own behaviour? There are helplines for that, too.";
