# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_reconnect_global_optspecs
    string join \n at= color= h/help V/version
end

function __fish_reconnect_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_reconnect_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_reconnect_using_subcommand
    set -l cmd (__fish_reconnect_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c reconnect -n "__fish_reconnect_needs_command" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_needs_command" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_needs_command" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_needs_command" -s V -l version -d 'Print version'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "status" -d 'How long it has been, and what the guide says about now'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "guide" -d 'The six steps; the ones that matter now come first'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "urge" -d 'Two minutes of pause before a message'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "history" -d 'Counts and contacts, urges, or months as a calendar'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "start-no-contact" -d 'Start to count the days without contact, from your last contact'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "breakup" -d 'Show or set the date on which it ended'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "log-contact" -d 'Record that you or they got in touch'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "end-no-contact" -d 'Stop the count; the shell prompt and reminders fall silent'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "boundary" -d 'Show or record what they asked for: space, a block, a court order'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "answer" -d 'Show or record their answer to a second chance'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "aim" -d 'Show or record what you are here for: healing, or a second chance'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "undo" -d 'Take back the last entry, or the one with ID'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "notebook" -d 'Issues, plans, evidence, obstacles, if-then plans, notes'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "letter" -d 'A letter that isn\'t sent, sealed for a while'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "checkin" -d 'How you are today, from 1 to 5'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "prompt" -d 'Print the days of your count, for a shell prompt'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "init" -d 'Print the lines that show your days in a shell\'s prompt'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "hide" -d 'Hide the days in the prompt, and the reminders; the count goes on'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "remind" -d 'Say a round number of days once, on its day: for cron'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "check" -d 'Answer a script without a word: exit code 0 is yes, 1 is no'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "window" -d 'Say which part of the guide\'s time a date is in; nothing is written'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "export" -d 'Print everything, or a calendar of milestones'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "import" -d 'Take in what `export` printed; what is there stays'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "config" -d 'Where your settings are; show, change or check them'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "doctor" -d 'Look at everything: configuration, diary, clock, modes'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "erase" -d 'Erase one text for good, or show every trace and remove them all'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "completions" -d 'Print the completions for a shell'
complete -c reconnect -n "__fish_reconnect_needs_command" -f -a "man" -d 'Print the man page, or write all pages to a folder'
complete -c reconnect -n "__fish_reconnect_using_subcommand status" -l format -d 'Your own line, for example "{days} days, {window}"' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand status" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand status" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand status" -l why -d 'The reasons: what the guide says, what we add, what is still open'
complete -c reconnect -n "__fish_reconnect_using_subcommand status" -l short -d 'On one line'
complete -c reconnect -n "__fish_reconnect_using_subcommand status" -l json -d 'As JSON, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c reconnect -n "__fish_reconnect_using_subcommand guide" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand guide" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand guide" -l all -d 'All six steps on one page'
complete -c reconnect -n "__fish_reconnect_using_subcommand guide" -l studies -d 'What studies found, apart from the guide'
complete -c reconnect -n "__fish_reconnect_using_subcommand guide" -l json -d 'As JSON, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand guide" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand urge" -l minutes -d 'How long the pause is, in minutes' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand urge" -l trigger -d 'What set it off: memory, lonely, social-media, alcohol, place, song, date, they-wrote or other' -r -f -a "memory\t''
lonely\t''
social-media\t''
alcohol\t''
place\t''
song\t''
date\t''
they-wrote\t''
other\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand urge" -l strength -d 'How strong it was, 1 to 5' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand urge" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand urge" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand urge" -l resisted -d 'Record at once that you didn\'t write'
complete -c reconnect -n "__fish_reconnect_using_subcommand urge" -l wrote -d 'Record at once that you wrote'
complete -c reconnect -n "__fish_reconnect_using_subcommand urge" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand history" -l months -d 'How many months the calendar shows; from 12 on, a column a week (default: at most 3, with something in them)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand history" -l find -d 'Only entries whose text holds WORD, in any case' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand history" -l limit -d 'How many entries to show, the newest (default: 20 of each kind; with --all every one)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand history" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand history" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand history" -l calendar -d 'Months as a calendar'
complete -c reconnect -n "__fish_reconnect_using_subcommand history" -l urges -d 'Urges: how many, when, and what set them off'
complete -c reconnect -n "__fish_reconnect_using_subcommand history" -l all -d 'Everything in the diary, the oldest first, each with its id'
complete -c reconnect -n "__fish_reconnect_using_subcommand history" -l notes -d 'With your notes of contacts and check-ins'
complete -c reconnect -n "__fish_reconnect_using_subcommand history" -l json -d 'Everything, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand history" -l csv -d 'Everything, for a spreadsheet'
complete -c reconnect -n "__fish_reconnect_using_subcommand history" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand start-no-contact" -l breakup -d 'The breakup date, recorded with it' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand start-no-contact" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand start-no-contact" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand start-no-contact" -l replace -d 'Correct the start of the count that is running'
complete -c reconnect -n "__fish_reconnect_using_subcommand start-no-contact" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand breakup" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand breakup" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand breakup" -l again -d 'A second breakup: a new chapter begins'
complete -c reconnect -n "__fish_reconnect_using_subcommand breakup" -l json -d 'As JSON, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand breakup" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -l via -d 'How: text, call, in-person, social, reaction, looked, other; also whatsapp, email, visit, like, profile and so on' -r -f -a "text\t''
call\t''
in-person\t''
social\t''
reaction\t''
looked\t''
other\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -l note -d 'Add a note: you are asked for it; without a terminal it is read from stdin' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -l reply -d 'You answered a message of theirs'
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -l logistics -d 'It was practical: children, work, a lease'
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -l unwanted -d 'You didn\'t want it, and may have to show it to somebody'
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -l space -d 'They asked for space in it'
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -l blocked -d 'They blocked you; nobody wrote'
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -l no -d 'They said no to a second chance in it'
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -l in-touch -d 'The two of you are in touch again: the count rests'
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -l keep -d 'The count goes on, whatever the rules say'
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -l restart -d 'The count starts again, whatever the rules say'
complete -c reconnect -n "__fish_reconnect_using_subcommand log-contact" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand end-no-contact" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand end-no-contact" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand end-no-contact" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand boundary" -l from -d 'Its first day, the same as WHEN' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand boundary" -l until -d 'Its last day, included (default: until they say otherwise)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand boundary" -l protects -d 'Whom an order protects: me, them or both' -r -f -a "me\t''
them\t''
both\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand boundary" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand boundary" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand boundary" -l json -d 'As JSON, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand boundary" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c reconnect -n "__fish_reconnect_using_subcommand answer" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand answer" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand answer" -l in-touch -d 'With a yes: the two of you are in touch again, and the count rests'
complete -c reconnect -n "__fish_reconnect_using_subcommand answer" -l json -d 'As JSON, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand answer" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand aim" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand aim" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand aim" -l json -d 'As JSON, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand aim" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand undo" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand undo" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand undo" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -l open -d 'Only issues, plans and obstacles that aren\'t done'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -l all -d 'Entries from before a second breakup, too'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -l json -d 'As JSON, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -f -a "issue" -d 'Write down one thing that went wrong: what could I do differently?'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -f -a "plan" -d 'Write down one thing you will do about issue or obstacle N'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -f -a "evidence" -d 'Write down that you followed plan, issue or obstacle N'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -f -a "obstacle" -d 'Write down what stood between you'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -f -a "want" -d 'Write down what you truly want'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -f -a "if-then" -d 'Write a plan for a bad moment: "if ..., then I ..."; `urge` shows it'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -f -a "note" -d 'Write down anything else'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -f -a "done" -d 'Mark issue, plan or obstacle N as done'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -f -a "edit" -d 'Change the text of entry N; the earlier text stays in the diary'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -f -a "show" -d 'Show entry N in full, its id, and what belongs to it'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and not __fish_seen_subcommand_from issue plan evidence obstacle want if-then note done edit show list" -f -a "list" -d 'List the entries since the breakup'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from issue" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from issue" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from issue" -l on-paper -d 'Your issues and plans are in a paper notebook'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from issue" -l editor -d 'Write in your editor, also where VISUAL and EDITOR aren\'t set'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from issue" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from plan" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from plan" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from plan" -l editor -d 'Write in your editor, also where VISUAL and EDITOR aren\'t set'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from plan" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from evidence" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from evidence" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from evidence" -l editor -d 'Write in your editor, also where VISUAL and EDITOR aren\'t set'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from evidence" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from obstacle" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from obstacle" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from obstacle" -l practical -d 'Distance, schedules, work, family'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from obstacle" -l emotional -d 'Trust, above all'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from obstacle" -l editor -d 'Write in your editor, also where VISUAL and EDITOR aren\'t set'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from obstacle" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from want" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from want" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from want" -l editor -d 'Write in your editor, also where VISUAL and EDITOR aren\'t set'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from want" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from if-then" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from if-then" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from if-then" -l editor -d 'Write in your editor, also where VISUAL and EDITOR aren\'t set'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from if-then" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from note" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from note" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from note" -l editor -d 'Write in your editor, also where VISUAL and EDITOR aren\'t set'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from note" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from done" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from done" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from done" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from edit" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from edit" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from edit" -l editor -d 'Write in your editor, also where VISUAL and EDITOR aren\'t set'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from show" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from show" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from list" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from list" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from list" -l open -d 'Only issues, plans and obstacles that aren\'t done'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from list" -l all -d 'Entries from before a second breakup, too'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from list" -l json -d 'As JSON, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand notebook; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and not __fish_seen_subcommand_from write list open erase" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and not __fish_seen_subcommand_from write list open erase" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and not __fish_seen_subcommand_from write list open erase" -l json -d 'The list for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and not __fish_seen_subcommand_from write list open erase" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and not __fish_seen_subcommand_from write list open erase" -f -a "write" -d 'Write a letter; it is sealed'
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and not __fish_seen_subcommand_from write list open erase" -f -a "list" -d 'List the letters, without their text'
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and not __fish_seen_subcommand_from write list open erase" -f -a "open" -d 'Open letter N'
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and not __fish_seen_subcommand_from write list open erase" -f -a "erase" -d 'Erase the text of letter N for good; asks for a typed yes'
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from write" -l until -d 'The day on which you can open it (default: in 30 days)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from write" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from write" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from write" -l editor -d 'Write in your editor, also where VISUAL and EDITOR aren\'t set'
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from write" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from list" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from list" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from list" -l json -d 'As JSON, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from open" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from open" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from open" -l now -d 'Before its day; asks for a typed yes'
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from erase" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from erase" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand letter; and __fish_seen_subcommand_from erase" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand checkin" -l note -d 'Add a note: you are asked for it; without a terminal it is read from stdin' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand checkin" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand checkin" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand checkin" -l json -d 'Show the latest check-in, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand checkin" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand prompt" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand prompt" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand prompt" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand init" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand init" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand init" -l no-prompt -d 'Only keep the variable `RECONNECT_PROMPT`, for a prompt of your own'
complete -c reconnect -n "__fish_reconnect_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c reconnect -n "__fish_reconnect_using_subcommand hide" -l until -d 'The last hidden day (default: until you say `hide --off`)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand hide" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand hide" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand hide" -l off -d 'Show them again'
complete -c reconnect -n "__fish_reconnect_using_subcommand hide" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand remind" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand remind" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand remind" -l dry-run -d 'Print it, and say it again next time'
complete -c reconnect -n "__fish_reconnect_using_subcommand remind" -l json -d 'As JSON, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand remind" -l plain -d 'Say what is counted (default: words that tell a bystander nothing)'
complete -c reconnect -n "__fish_reconnect_using_subcommand remind" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand check" -l window -d 'Today is in this window of the guide' -r -f -a "days\t''
weeks-to-6-months\t''
years\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand check" -l verdict -d 'This is what the status says' -r -f -a "respect-boundary\t''
accept-answer\t''
heal\t''
unread\t''
build-new\t''
await-answer\t''
actions-not-words\t''
unknown\t''
wait\t''
give-space\t''
prepare\t''
reach-out-gently\t''
extra-care\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand check" -l days-at-least -d 'The count has reached this many days' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand check" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand check" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand check" -l active -d 'A count is running'
complete -c reconnect -n "__fish_reconnect_using_subcommand check" -l boundary -d 'What they asked for, or you did, holds today'
complete -c reconnect -n "__fish_reconnect_using_subcommand check" -l in-touch -d 'The two of you are in touch again'
complete -c reconnect -n "__fish_reconnect_using_subcommand check" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand window" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand window" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand window" -l json -d 'As JSON, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand window" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand export" -l format -d 'The form' -r -f -a "json\t'Everything, for `import`'
csv\t'A table for a spreadsheet'
md\t'Text to read'
ics\t'A calendar of milestones'
html\t'A page to print'"
complete -c reconnect -n "__fish_reconnect_using_subcommand export" -l output -d 'Save to FILE, which only you can read; a file that is there stays' -r -F
complete -c reconnect -n "__fish_reconnect_using_subcommand export" -l since -d 'Only what happened from WHEN on (csv, md, html)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand export" -l contacts -d 'Only contacts by me or by them, the oldest first' -r -f -a "me\t''
them\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand export" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand export" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand export" -l letters -d 'Add the text of your letters, sealed ones too (json only)'
complete -c reconnect -n "__fish_reconnect_using_subcommand export" -l notes -d 'Add your notes of contacts and check-ins, and the notebook\'s notes (md, html; json and csv always have them)'
complete -c reconnect -n "__fish_reconnect_using_subcommand export" -l bom -d 'Begin with a byte-order mark, for Excel (csv only)'
complete -c reconnect -n "__fish_reconnect_using_subcommand export" -l plain -d 'Say what the days count; by default calendar titles tell a bystander nothing (ics only)'
complete -c reconnect -n "__fish_reconnect_using_subcommand export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c reconnect -n "__fish_reconnect_using_subcommand import" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand import" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand import" -l dry-run -d 'Say what would happen; change nothing'
complete -c reconnect -n "__fish_reconnect_using_subcommand import" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and not __fish_seen_subcommand_from path show set edit check" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and not __fish_seen_subcommand_from path show set edit check" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and not __fish_seen_subcommand_from path show set edit check" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and not __fish_seen_subcommand_from path show set edit check" -f -a "path" -d 'Print where the file is'
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and not __fish_seen_subcommand_from path show set edit check" -f -a "show" -d 'Show every setting, and whether you set it'
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and not __fish_seen_subcommand_from path show set edit check" -f -a "set" -d 'Change a setting; without words, list them all'
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and not __fish_seen_subcommand_from path show set edit check" -f -a "edit" -d 'Edit a copy in $EDITOR; it replaces the file once it is correct'
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and not __fish_seen_subcommand_from path show set edit check" -f -a "check" -d 'Look for mistakes; exit 2 if there are any'
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from path" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from path" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from show" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from show" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from show" -l json -d 'As JSON, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from set" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from edit" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from edit" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from check" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from check" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand config; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand doctor" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand doctor" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand doctor" -l json -d 'As JSON, for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand doctor" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand erase" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand erase" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand erase" -l dry-run -d 'Only list the files'
complete -c reconnect -n "__fish_reconnect_using_subcommand erase" -l json -d 'The list for programs'
complete -c reconnect -n "__fish_reconnect_using_subcommand erase" -l letters -d 'Only the text of letters; the diary keeps that you wrote them'
complete -c reconnect -n "__fish_reconnect_using_subcommand erase" -l diary -d 'Only the diary, with the dates and numbers that came from it; letters stay'
complete -c reconnect -n "__fish_reconnect_using_subcommand erase" -l everything -d 'Everything, settings too (default)'
complete -c reconnect -n "__fish_reconnect_using_subcommand erase" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand completions" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand completions" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand completions" -s h -l help -d 'Print help'
complete -c reconnect -n "__fish_reconnect_using_subcommand man" -l at -d 'Pretend it is WHEN; put quotes around several words (without a time: noon)' -r
complete -c reconnect -n "__fish_reconnect_using_subcommand man" -l color -d 'Use colour: auto, always or never (default: auto)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c reconnect -n "__fish_reconnect_using_subcommand man" -s h -l help -d 'Print help'
