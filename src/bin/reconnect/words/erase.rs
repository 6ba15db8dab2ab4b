//! What `erase` says.

words! {
    /// `erase`, nothing of the program's is there
    ERASE_NOTHING = "Nothing to remove was found.";
    /// `erase`, above the files that go
    ERASE_HEAD = "To be removed";
    /// `erase`, above the diary files of other machines
    ERASE_OTHERS = "Diary files of other machines, removed only if you say so twice";
    /// `erase`, above what is in the folders and not the program's
    ERASE_STRANGERS = "Stays: not the program's own";
    /// `erase`, a file behind a link
    ERASE_LINK = "{target}, where the link {link} leads";
    /// `erase`, a folder that could not be looked into
    ERASE_UNREADABLE = "{path} (could not be looked into: {error})";
    /// `erase`, above lines elsewhere
    ERASE_MENTIONS = "Mentions reconnect; yours to remove";
    /// `erase`, above what no program can know
    ERASE_BEYOND = "Can't be known or reached from here";
    /// `erase`, beyond reach
    BEYOND_HISTORY = "the shell's history, where each command that you typed may stand with its dates";
    /// `erase`, beyond reach
    BEYOND_EDITOR = "what an editor keeps outside these folders: swap and undo files, backups, lists of recent files";
    /// `erase`, beyond reach
    BEYOND_BACKUPS = "backups and snapshots, and what a terminal or a clipboard has kept";
    /// `erase`, beyond reach
    BEYOND_BLOCKS = "the blocks of the disk: a removed file can be found there until something else is written over it";
    /// `erase`, beyond reach
    BEYOND_EXPORTS = "what you exported, or printed into a file";
    /// `erase`, beyond reach, a folder that is shared
    BEYOND_SHARED = "other machines of the shared folder, and its git history: from there a file can reappear. Remove it there too, best before the next sync";
    /// `erase`, beyond reach, a folder that is not seen to be shared
    BEYOND_SYNC = "other machines and the git history, should you sync these folders: from there a file can reappear";
    /// `erase --dry-run`, at the end
    ERASE_DRY = "Nothing was removed.";
    /// `erase`, the question
    ASK_ERASE = "This can't be undone. Type erase to remove what is listed: ";
    /// `erase`, the second question
    ASK_ERASE_OTHERS = "Type others to remove the diary files of other machines here too; Enter leaves them: ";
    /// `erase`, done
    ERASED = "Removed: {files}.";
    /// `erase`, above what is left
    ERASE_LEFT = "Left";
    /// `erase --diary`, the dates in the configuration
    ERASE_DATES = "{path}: the two dates in it";
    /// `erase --letters`, the seals could not be marked
    ERASE_UNMARKED = "the words are gone; only the diary could not note it";
}
