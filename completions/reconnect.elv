
use builtin;
use str;

set edit:completion:arg-completer[reconnect] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'reconnect'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'reconnect'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
            cand -V 'Print version'
            cand --version 'Print version'
            cand status 'How long it has been, and what the guide says about now'
            cand guide 'The six steps; the ones that matter now come first'
            cand urge 'Two minutes of pause before a message'
            cand history 'Counts and contacts, urges, or months as a calendar'
            cand start-no-contact 'Start to count the days without contact, from your last contact'
            cand breakup 'Show or set the date on which it ended'
            cand log-contact 'Record that you or they got in touch'
            cand end-no-contact 'Stop the count; the shell prompt and reminders fall silent'
            cand boundary 'Show or record what they asked for: space, a block, a court order'
            cand answer 'Show or record their answer to a second chance'
            cand aim 'Show or record what you are here for: healing, or a second chance'
            cand undo 'Take back the last entry, or the one with ID'
            cand notebook 'Issues, plans, evidence, obstacles, if-then plans, notes'
            cand letter 'A letter that isn''t sent, sealed for a while'
            cand checkin 'How you are today, from 1 to 5'
            cand prompt 'Print the days of your count, for a shell prompt'
            cand init 'Print the lines that show your days in a shell''s prompt'
            cand hide 'Hide the days in the prompt, and the reminders; the count goes on'
            cand remind 'Say a round number of days once, on its day: for cron'
            cand check 'Answer a script without a word: exit code 0 is yes, 1 is no'
            cand window 'Say which part of the guide''s time a date is in; nothing is written'
            cand export 'Print everything, or a calendar of milestones'
            cand import 'Take in what `export` printed; what is there stays'
            cand config 'Where your settings are; show, change or check them'
            cand doctor 'Look at everything: configuration, diary, clock, modes'
            cand erase 'Erase one text for good, or show every trace and remove them all'
            cand completions 'Print the completions for a shell'
            cand man 'Print the man page, or write all pages to a folder'
        }
        &'reconnect;status'= {
            cand --format 'Your own line, for example "{days} days, {window}"'
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --why 'The reasons: what the guide says, what we add, what is still open'
            cand --short 'On one line'
            cand --json 'As JSON, for programs'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'reconnect;guide'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --all 'All six steps on one page'
            cand --studies 'What studies found, apart from the guide'
            cand --json 'As JSON, for programs'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;urge'= {
            cand --minutes 'How long the pause is, in minutes'
            cand --trigger 'What set it off: memory, lonely, social-media, alcohol, place, song, date, they-wrote or other'
            cand --strength 'How strong it was, 1 to 5'
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --resisted 'Record at once that you didn''t write'
            cand --wrote 'Record at once that you wrote'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;history'= {
            cand --months 'How many months the calendar shows; from 12 on, a column a week (default: at most 3, with something in them)'
            cand --find 'Only entries whose text holds WORD, in any case'
            cand --limit 'How many entries to show, the newest (default: 20 of each kind; with --all every one)'
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --calendar 'Months as a calendar'
            cand --urges 'Urges: how many, when, and what set them off'
            cand --all 'Everything in the diary, the oldest first, each with its id'
            cand --notes 'With your notes of contacts and check-ins'
            cand --json 'Everything, for programs'
            cand --csv 'Everything, for a spreadsheet'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;start-no-contact'= {
            cand --breakup 'The breakup date, recorded with it'
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --replace 'Correct the start of the count that is running'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;breakup'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --again 'A second breakup: a new chapter begins'
            cand --json 'As JSON, for programs'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;log-contact'= {
            cand --via 'How: text, call, in-person, social, reaction, looked, other; also whatsapp, email, visit, like, profile and so on'
            cand --note 'Add a note: you are asked for it; without a terminal it is read from stdin'
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --reply 'You answered a message of theirs'
            cand --logistics 'It was practical: children, work, a lease'
            cand --unwanted 'You didn''t want it, and may have to show it to somebody'
            cand --space 'They asked for space in it'
            cand --blocked 'They blocked you; nobody wrote'
            cand --no 'They said no to a second chance in it'
            cand --in-touch 'The two of you are in touch again: the count rests'
            cand --keep 'The count goes on, whatever the rules say'
            cand --restart 'The count starts again, whatever the rules say'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;end-no-contact'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;boundary'= {
            cand --from 'Its first day, the same as WHEN'
            cand --until 'Its last day, included (default: until they say otherwise)'
            cand --protects 'Whom an order protects: me, them or both'
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --json 'As JSON, for programs'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'reconnect;answer'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --in-touch 'With a yes: the two of you are in touch again, and the count rests'
            cand --json 'As JSON, for programs'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;aim'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --json 'As JSON, for programs'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;undo'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;notebook'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --open 'Only issues, plans and obstacles that aren''t done'
            cand --all 'Entries from before a second breakup, too'
            cand --json 'As JSON, for programs'
            cand -h 'Print help'
            cand --help 'Print help'
            cand issue 'Write down one thing that went wrong: what could I do differently?'
            cand plan 'Write down one thing you will do about issue or obstacle N'
            cand evidence 'Write down that you followed plan, issue or obstacle N'
            cand obstacle 'Write down what stood between you'
            cand want 'Write down what you truly want'
            cand if-then 'Write a plan for a bad moment: "if ..., then I ..."; `urge` shows it'
            cand note 'Write down anything else'
            cand done 'Mark issue, plan or obstacle N as done'
            cand edit 'Change the text of entry N; the earlier text stays in the diary'
            cand show 'Show entry N in full, its id, and what belongs to it'
            cand list 'List the entries since the breakup'
        }
        &'reconnect;notebook;issue'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --on-paper 'Your issues and plans are in a paper notebook'
            cand --editor 'Write in your editor, also where VISUAL and EDITOR aren''t set'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;notebook;plan'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --editor 'Write in your editor, also where VISUAL and EDITOR aren''t set'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;notebook;evidence'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --editor 'Write in your editor, also where VISUAL and EDITOR aren''t set'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;notebook;obstacle'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --practical 'Distance, schedules, work, family'
            cand --emotional 'Trust, above all'
            cand --editor 'Write in your editor, also where VISUAL and EDITOR aren''t set'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;notebook;want'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --editor 'Write in your editor, also where VISUAL and EDITOR aren''t set'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;notebook;if-then'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --editor 'Write in your editor, also where VISUAL and EDITOR aren''t set'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;notebook;note'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --editor 'Write in your editor, also where VISUAL and EDITOR aren''t set'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;notebook;done'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;notebook;edit'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --editor 'Write in your editor, also where VISUAL and EDITOR aren''t set'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;notebook;show'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;notebook;list'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --open 'Only issues, plans and obstacles that aren''t done'
            cand --all 'Entries from before a second breakup, too'
            cand --json 'As JSON, for programs'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;letter'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --json 'The list for programs'
            cand -h 'Print help'
            cand --help 'Print help'
            cand write 'Write a letter; it is sealed'
            cand list 'List the letters, without their text'
            cand open 'Open letter N'
            cand erase 'Erase the text of letter N for good; asks for a typed yes'
        }
        &'reconnect;letter;write'= {
            cand --until 'The day on which you can open it (default: in 30 days)'
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --editor 'Write in your editor, also where VISUAL and EDITOR aren''t set'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;letter;list'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --json 'As JSON, for programs'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;letter;open'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --now 'Before its day; asks for a typed yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;letter;erase'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;checkin'= {
            cand --note 'Add a note: you are asked for it; without a terminal it is read from stdin'
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --json 'Show the latest check-in, for programs'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;prompt'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;init'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --no-prompt 'Only keep the variable `RECONNECT_PROMPT`, for a prompt of your own'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'reconnect;hide'= {
            cand --until 'The last hidden day (default: until you say `hide --off`)'
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --off 'Show them again'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;remind'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --dry-run 'Print it, and say it again next time'
            cand --json 'As JSON, for programs'
            cand --plain 'Say what is counted (default: words that tell a bystander nothing)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;check'= {
            cand --window 'Today is in this window of the guide'
            cand --verdict 'This is what the status says'
            cand --days-at-least 'The count has reached this many days'
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --active 'A count is running'
            cand --boundary 'What they asked for, or you did, holds today'
            cand --in-touch 'The two of you are in touch again'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;window'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --json 'As JSON, for programs'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;export'= {
            cand --format 'The form'
            cand --output 'Save to FILE, which only you can read; a file that is there stays'
            cand --since 'Only what happened from WHEN on (csv, md, html)'
            cand --contacts 'Only contacts by me or by them, the oldest first'
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --letters 'Add the text of your letters, sealed ones too (json only)'
            cand --notes 'Add your notes of contacts and check-ins, and the notebook''s notes (md, html; json and csv always have them)'
            cand --bom 'Begin with a byte-order mark, for Excel (csv only)'
            cand --plain 'Say what the days count; by default calendar titles tell a bystander nothing (ics only)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'reconnect;import'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --dry-run 'Say what would happen; change nothing'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;config'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
            cand path 'Print where the file is'
            cand show 'Show every setting, and whether you set it'
            cand set 'Change a setting; without words, list them all'
            cand edit 'Edit a copy in $EDITOR; it replaces the file once it is correct'
            cand check 'Look for mistakes; exit 2 if there are any'
        }
        &'reconnect;config;path'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;config;show'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --json 'As JSON, for programs'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;config;set'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;config;edit'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;config;check'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;doctor'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --json 'As JSON, for programs'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;erase'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand --dry-run 'Only list the files'
            cand --json 'The list for programs'
            cand --letters 'Only the text of letters; the diary keeps that you wrote them'
            cand --diary 'Only the diary, with the dates and numbers that came from it; letters stay'
            cand --everything 'Everything, settings too (default)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;completions'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'reconnect;man'= {
            cand --at 'Pretend it is WHEN; put quotes around several words (without a time: noon)'
            cand --color 'Use colour: auto, always or never (default: auto)'
            cand -h 'Print help'
            cand --help 'Print help'
        }
    ]
    $completions[$command]
}
