//! What is said of files and settings.

words! {
    /// A change is safe in the diary, but the configuration could not be brought up to date
    MIRROR_FAILED = "recorded; only the dates shown in the configuration could not be updated";
    /// A change is safe, but it could not be shown
    NOT_SHOWN = "recorded; but the answer could not be printed";
    /// `config edit`, nothing was changed
    EDIT_SAME = "Nothing was changed.";
    /// `config edit`, saved
    EDIT_SAVED = "Saved.";
    /// `config check`, no fault
    CONFIG_RIGHT = "No fault found in {path}.";
    /// `config check`, no file
    CONFIG_NONE = "There is no configuration yet; every setting has its default. It would be {path}.";
    /// `config check`, the zone in use
    CONFIG_ZONE = "It is {now}, by the zone {zone}.";
}
