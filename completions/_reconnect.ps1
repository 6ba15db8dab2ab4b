
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'reconnect' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'reconnect'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'reconnect' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'How long it has been, and what the guide says about now')
            [CompletionResult]::new('guide', 'guide', [CompletionResultType]::ParameterValue, 'The six steps; the ones that matter now come first')
            [CompletionResult]::new('urge', 'urge', [CompletionResultType]::ParameterValue, 'Two minutes of pause before a message')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Counts and contacts, urges, or months as a calendar')
            [CompletionResult]::new('start-no-contact', 'start-no-contact', [CompletionResultType]::ParameterValue, 'Start to count the days without contact, from your last contact')
            [CompletionResult]::new('breakup', 'breakup', [CompletionResultType]::ParameterValue, 'Show or set the date on which it ended')
            [CompletionResult]::new('log-contact', 'log-contact', [CompletionResultType]::ParameterValue, 'Record that you or they got in touch')
            [CompletionResult]::new('end-no-contact', 'end-no-contact', [CompletionResultType]::ParameterValue, 'Stop the count; the shell prompt and reminders fall silent')
            [CompletionResult]::new('boundary', 'boundary', [CompletionResultType]::ParameterValue, 'Show or record what they asked for: space, a block, a court order')
            [CompletionResult]::new('answer', 'answer', [CompletionResultType]::ParameterValue, 'Show or record their answer to a second chance')
            [CompletionResult]::new('aim', 'aim', [CompletionResultType]::ParameterValue, 'Show or record what you are here for: healing, or a second chance')
            [CompletionResult]::new('undo', 'undo', [CompletionResultType]::ParameterValue, 'Take back the last entry, or the one with ID')
            [CompletionResult]::new('notebook', 'notebook', [CompletionResultType]::ParameterValue, 'Issues, plans, evidence, obstacles, if-then plans, notes')
            [CompletionResult]::new('letter', 'letter', [CompletionResultType]::ParameterValue, 'A letter that isn''t sent, sealed for a while')
            [CompletionResult]::new('checkin', 'checkin', [CompletionResultType]::ParameterValue, 'How you are today, from 1 to 5')
            [CompletionResult]::new('prompt', 'prompt', [CompletionResultType]::ParameterValue, 'Print the days of your count, for a shell prompt')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Print the lines that show your days in a shell''s prompt')
            [CompletionResult]::new('hide', 'hide', [CompletionResultType]::ParameterValue, 'Hide the days in the prompt, and the reminders; the count goes on')
            [CompletionResult]::new('remind', 'remind', [CompletionResultType]::ParameterValue, 'Say a round number of days once, on its day: for cron')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Answer a script without a word: exit code 0 is yes, 1 is no')
            [CompletionResult]::new('window', 'window', [CompletionResultType]::ParameterValue, 'Say which part of the guide''s time a date is in; nothing is written')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print everything, or a calendar of milestones')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take in what `export` printed; what is there stays')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Where your settings are; show, change or check them')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Look at everything: configuration, diary, clock, modes')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase one text for good, or show every trace and remove them all')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completions for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the man page, or write all pages to a folder')
            break
        }
        'reconnect;status' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Your own line, for example "{days} days, {window}"')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--why', '--why', [CompletionResultType]::ParameterName, 'The reasons: what the guide says, what we add, what is still open')
            [CompletionResult]::new('--short', '--short', [CompletionResultType]::ParameterName, 'On one line')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;guide' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All six steps on one page')
            [CompletionResult]::new('--studies', '--studies', [CompletionResultType]::ParameterName, 'What studies found, apart from the guide')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;urge' {
            [CompletionResult]::new('--minutes', '--minutes', [CompletionResultType]::ParameterName, 'How long the pause is, in minutes')
            [CompletionResult]::new('--trigger', '--trigger', [CompletionResultType]::ParameterName, 'What set it off: memory, lonely, social-media, alcohol, place, song, date, they-wrote or other')
            [CompletionResult]::new('--strength', '--strength', [CompletionResultType]::ParameterName, 'How strong it was, 1 to 5')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--resisted', '--resisted', [CompletionResultType]::ParameterName, 'Record at once that you didn''t write')
            [CompletionResult]::new('--wrote', '--wrote', [CompletionResultType]::ParameterName, 'Record at once that you wrote')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;history' {
            [CompletionResult]::new('--months', '--months', [CompletionResultType]::ParameterName, 'How many months the calendar shows; from 12 on, a column a week (default: at most 3, with something in them)')
            [CompletionResult]::new('--find', '--find', [CompletionResultType]::ParameterName, 'Only entries whose text holds WORD, in any case')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many entries to show, the newest (default: 20 of each kind; with --all every one)')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--calendar', '--calendar', [CompletionResultType]::ParameterName, 'Months as a calendar')
            [CompletionResult]::new('--urges', '--urges', [CompletionResultType]::ParameterName, 'Urges: how many, when, and what set them off')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Everything in the diary, the oldest first, each with its id')
            [CompletionResult]::new('--notes', '--notes', [CompletionResultType]::ParameterName, 'With your notes of contacts and check-ins')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Everything, for programs')
            [CompletionResult]::new('--csv', '--csv', [CompletionResultType]::ParameterName, 'Everything, for a spreadsheet')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;start-no-contact' {
            [CompletionResult]::new('--breakup', '--breakup', [CompletionResultType]::ParameterName, 'The breakup date, recorded with it')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--replace', '--replace', [CompletionResultType]::ParameterName, 'Correct the start of the count that is running')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;breakup' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--again', '--again', [CompletionResultType]::ParameterName, 'A second breakup: a new chapter begins')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;log-contact' {
            [CompletionResult]::new('--via', '--via', [CompletionResultType]::ParameterName, 'How: text, call, in-person, social, reaction, looked, other; also whatsapp, email, visit, like, profile and so on')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Add a note: you are asked for it; without a terminal it is read from stdin')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--reply', '--reply', [CompletionResultType]::ParameterName, 'You answered a message of theirs')
            [CompletionResult]::new('--logistics', '--logistics', [CompletionResultType]::ParameterName, 'It was practical: children, work, a lease')
            [CompletionResult]::new('--unwanted', '--unwanted', [CompletionResultType]::ParameterName, 'You didn''t want it, and may have to show it to somebody')
            [CompletionResult]::new('--space', '--space', [CompletionResultType]::ParameterName, 'They asked for space in it')
            [CompletionResult]::new('--blocked', '--blocked', [CompletionResultType]::ParameterName, 'They blocked you; nobody wrote')
            [CompletionResult]::new('--no', '--no', [CompletionResultType]::ParameterName, 'They said no to a second chance in it')
            [CompletionResult]::new('--in-touch', '--in-touch', [CompletionResultType]::ParameterName, 'The two of you are in touch again: the count rests')
            [CompletionResult]::new('--keep', '--keep', [CompletionResultType]::ParameterName, 'The count goes on, whatever the rules say')
            [CompletionResult]::new('--restart', '--restart', [CompletionResultType]::ParameterName, 'The count starts again, whatever the rules say')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;end-no-contact' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;boundary' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Its first day, the same as WHEN')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Its last day, included (default: until they say otherwise)')
            [CompletionResult]::new('--protects', '--protects', [CompletionResultType]::ParameterName, 'Whom an order protects: me, them or both')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;answer' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--in-touch', '--in-touch', [CompletionResultType]::ParameterName, 'With a yes: the two of you are in touch again, and the count rests')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;aim' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;undo' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;notebook' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Only issues, plans and obstacles that aren''t done')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Entries from before a second breakup, too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('issue', 'issue', [CompletionResultType]::ParameterValue, 'Write down one thing that went wrong: what could I do differently?')
            [CompletionResult]::new('plan', 'plan', [CompletionResultType]::ParameterValue, 'Write down one thing you will do about issue or obstacle N')
            [CompletionResult]::new('evidence', 'evidence', [CompletionResultType]::ParameterValue, 'Write down that you followed plan, issue or obstacle N')
            [CompletionResult]::new('obstacle', 'obstacle', [CompletionResultType]::ParameterValue, 'Write down what stood between you')
            [CompletionResult]::new('want', 'want', [CompletionResultType]::ParameterValue, 'Write down what you truly want')
            [CompletionResult]::new('if-then', 'if-then', [CompletionResultType]::ParameterValue, 'Write a plan for a bad moment: "if ..., then I ..."; `urge` shows it')
            [CompletionResult]::new('note', 'note', [CompletionResultType]::ParameterValue, 'Write down anything else')
            [CompletionResult]::new('done', 'done', [CompletionResultType]::ParameterValue, 'Mark issue, plan or obstacle N as done')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change the text of entry N; the earlier text stays in the diary')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show entry N in full, its id, and what belongs to it')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the entries since the breakup')
            break
        }
        'reconnect;notebook;issue' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--on-paper', '--on-paper', [CompletionResultType]::ParameterName, 'Your issues and plans are in a paper notebook')
            [CompletionResult]::new('--editor', '--editor', [CompletionResultType]::ParameterName, 'Write in your editor, also where VISUAL and EDITOR aren''t set')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;notebook;plan' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--editor', '--editor', [CompletionResultType]::ParameterName, 'Write in your editor, also where VISUAL and EDITOR aren''t set')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;notebook;evidence' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--editor', '--editor', [CompletionResultType]::ParameterName, 'Write in your editor, also where VISUAL and EDITOR aren''t set')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;notebook;obstacle' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--practical', '--practical', [CompletionResultType]::ParameterName, 'Distance, schedules, work, family')
            [CompletionResult]::new('--emotional', '--emotional', [CompletionResultType]::ParameterName, 'Trust, above all')
            [CompletionResult]::new('--editor', '--editor', [CompletionResultType]::ParameterName, 'Write in your editor, also where VISUAL and EDITOR aren''t set')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;notebook;want' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--editor', '--editor', [CompletionResultType]::ParameterName, 'Write in your editor, also where VISUAL and EDITOR aren''t set')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;notebook;if-then' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--editor', '--editor', [CompletionResultType]::ParameterName, 'Write in your editor, also where VISUAL and EDITOR aren''t set')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;notebook;note' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--editor', '--editor', [CompletionResultType]::ParameterName, 'Write in your editor, also where VISUAL and EDITOR aren''t set')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;notebook;done' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;notebook;edit' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--editor', '--editor', [CompletionResultType]::ParameterName, 'Write in your editor, also where VISUAL and EDITOR aren''t set')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;notebook;show' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;notebook;list' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Only issues, plans and obstacles that aren''t done')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Entries from before a second breakup, too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;letter' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The list for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write a letter; it is sealed')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the letters, without their text')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Open letter N')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase the text of letter N for good; asks for a typed yes')
            break
        }
        'reconnect;letter;write' {
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'The day on which you can open it (default: in 30 days)')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--editor', '--editor', [CompletionResultType]::ParameterName, 'Write in your editor, also where VISUAL and EDITOR aren''t set')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;letter;list' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;letter;open' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Before its day; asks for a typed yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;letter;erase' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;checkin' {
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Add a note: you are asked for it; without a terminal it is read from stdin')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Show the latest check-in, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;prompt' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;init' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--no-prompt', '--no-prompt', [CompletionResultType]::ParameterName, 'Only keep the variable `RECONNECT_PROMPT`, for a prompt of your own')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;hide' {
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'The last hidden day (default: until you say `hide --off`)')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--off', '--off', [CompletionResultType]::ParameterName, 'Show them again')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;remind' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print it, and say it again next time')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON, for programs')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Say what is counted (default: words that tell a bystander nothing)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;check' {
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'Today is in this window of the guide')
            [CompletionResult]::new('--verdict', '--verdict', [CompletionResultType]::ParameterName, 'This is what the status says')
            [CompletionResult]::new('--days-at-least', '--days-at-least', [CompletionResultType]::ParameterName, 'The count has reached this many days')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--active', '--active', [CompletionResultType]::ParameterName, 'A count is running')
            [CompletionResult]::new('--boundary', '--boundary', [CompletionResultType]::ParameterName, 'What they asked for, or you did, holds today')
            [CompletionResult]::new('--in-touch', '--in-touch', [CompletionResultType]::ParameterName, 'The two of you are in touch again')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;window' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;export' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The form')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Save to FILE, which only you can read; a file that is there stays')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only what happened from WHEN on (csv, md, html)')
            [CompletionResult]::new('--contacts', '--contacts', [CompletionResultType]::ParameterName, 'Only contacts by me or by them, the oldest first')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--letters', '--letters', [CompletionResultType]::ParameterName, 'Add the text of your letters, sealed ones too (json only)')
            [CompletionResult]::new('--notes', '--notes', [CompletionResultType]::ParameterName, 'Add your notes of contacts and check-ins, and the notebook''s notes (md, html; json and csv always have them)')
            [CompletionResult]::new('--bom', '--bom', [CompletionResultType]::ParameterName, 'Begin with a byte-order mark, for Excel (csv only)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Say what the days count; by default calendar titles tell a bystander nothing (ics only)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;import' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would happen; change nothing')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;config' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print where the file is')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show every setting, and whether you set it')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change a setting; without words, list them all')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Edit a copy in $EDITOR; it replaces the file once it is correct')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Look for mistakes; exit 2 if there are any')
            break
        }
        'reconnect;config;path' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;config;show' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;config;set' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;config;edit' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;config;check' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;doctor' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'As JSON, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;erase' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only list the files')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The list for programs')
            [CompletionResult]::new('--letters', '--letters', [CompletionResultType]::ParameterName, 'Only the text of letters; the diary keeps that you wrote them')
            [CompletionResult]::new('--diary', '--diary', [CompletionResultType]::ParameterName, 'Only the diary, with the dates and numbers that came from it; letters stay')
            [CompletionResult]::new('--everything', '--everything', [CompletionResultType]::ParameterName, 'Everything, settings too (default)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;completions' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'reconnect;man' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Pretend it is WHEN; put quotes around several words (without a time: noon)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Use colour: auto, always or never (default: auto)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
