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
    /// `export --format md`, what a letter is called
    PAGE_LETTER = "letter";
    /// `export --format md`, a letter
    PAGE_SEALED = "{letter}, sealed until {until}";
    /// `export --format md`, a letter was opened
    PAGE_OPENED = "{letter} was opened";
    /// `export --format md`, a letter was opened and is still true
    PAGE_STILL_TRUE = ", still true then";
    /// `export --format md`, a letter was opened and is no longer true
    PAGE_NOT_TRUE = ", no longer true then";
    /// `export --format md`, a letter was erased
    PAGE_ERASED = "the words of {letter} were erased";
    /// `export --format md`, what a plan or evidence belongs to
    PAGE_FOR = ", for {entry}";
    /// `export --format md`, an obstacle
    PAGE_PRACTICAL = ", practical";
    /// `export --format md`, an obstacle
    PAGE_EMOTIONAL = ", emotional";
    /// `export --format md`, issues and plans are on paper
    PAGE_ON_PAPER = ", on paper";
    /// `export --format md`, something was dealt with
    PAGE_DONE = "{entry} is dealt with";
    /// `export --format md`, how long an urge was sat with
    PAGE_MINUTES = ", after {minutes}";
    /// `export --format md`, a contact that the user said keeps the run
    PAGE_KEEPS = "; the run goes on, as you said";
    /// `import`, done
    IMPORTED = "Taken in: {new}; {known} were there already.";
    /// `import --dry-run`
    IMPORT_DRY = "Would take in {new}; {known} are there already. Nothing was changed.";
    /// `import`, letters were in it
    IMPORT_LETTERS = "Letters among what is new: {letters}.";
    /// `import`, what comes after the records could not be saved
    IMPORT_HALF = "the diary's records are taken in; run it again for the rest";
    /// `import`, a configuration is there already
    IMPORT_OWN_CONFIG = "your own configuration stays as it is: {path}";
    /// `config check`, the zone in use
    CONFIG_ZONE = "It is {now}, by the zone {zone}.";
    /// `config check` and `doctor`, a zone that cannot be used
    ZONE_UNUSABLE = "the time zone {zone} cannot be used, so it is taken to be {now}";
    /// The same: what mends it
    ZONE_MEND = "`TZ` can be a zone such as Europe/Berlin, or unset; the files of zones come with the package tzdata";
    /// `doctor`, no fault
    DOCTOR_WELL = "No fault found.";
    /// `doctor`, the configuration
    DOCTOR_CONFIG = "Configuration: {path}";
    /// `doctor`, where the configuration would be
    DOCTOR_NO_CONFIG = "Configuration: {path} (not there yet)";
    /// `doctor`, the diary
    DOCTOR_DIARY = "Diary: {records} in {files}";
    /// `doctor`, a file that cannot be read
    DOCTOR_UNREADABLE = "{path} cannot be read: {error}";
    /// `doctor`, a damaged line
    DOCTOR_DAMAGED = "{place}: a damaged line, kept and passed over: {error}";
    /// `doctor`, lines of a newer version
    DOCTOR_NEWER = "Lines of a newer version, kept and passed over: {count}, the first at {place}";
    /// `doctor`, words that no letter has
    DOCTOR_LOOSE = "{path}: words that belong to no letter; `reconnect letter erase {id}` removes them";
    /// `doctor`, an end without a run
    DOCTOR_END_BEFORE_START = "{place}: {entry}, but no run was open then";
    /// `doctor`, a boundary that ends before it begins
    DOCTOR_BOUNDARY = "{place}: a boundary ends before it begins, on {last}";
    /// `doctor`, a contact or start before the breakup
    DOCTOR_BEFORE_BREAKUP = "{place}: {entry}; that is before the breakup on {breakup}";
    /// `doctor`, a mode that lets others read
    DOCTOR_MODE = "{path} can be read by others (mode {mode}); mend it with: chmod {wanted} {quoted}";
    /// `doctor`, all modes are private
    DOCTOR_PRIVATE = "Only you can read the files.";
    /// `doctor`, a hook was found
    DOCTOR_HOOK = "Mentioned in: {files}";
    /// `doctor`, no hook was found
    DOCTOR_NO_HOOK = "No shell start-up file mentions reconnect.";
}
