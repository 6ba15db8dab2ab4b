
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
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'How long it has been, and what the guide says about now')
            [CompletionResult]::new('guide', 'guide', [CompletionResultType]::ParameterValue, 'The six steps; the ones that matter now come first')
            [CompletionResult]::new('urge', 'urge', [CompletionResultType]::ParameterValue, 'Two minutes before a message')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Runs and contacts, or months as a grid')
            [CompletionResult]::new('start-no-contact', 'start-no-contact', [CompletionResultType]::ParameterValue, 'Begin a run of no contact, at your last contact')
            [CompletionResult]::new('breakup', 'breakup', [CompletionResultType]::ParameterValue, 'Show or set the breakup date')
            [CompletionResult]::new('log-contact', 'log-contact', [CompletionResultType]::ParameterValue, 'Record that you or they got in touch')
            [CompletionResult]::new('end-no-contact', 'end-no-contact', [CompletionResultType]::ParameterValue, 'Close the run; prompt and reminders fall silent')
            [CompletionResult]::new('boundary', 'boundary', [CompletionResultType]::ParameterValue, 'Show or record what they asked for: space, an order')
            [CompletionResult]::new('answer', 'answer', [CompletionResultType]::ParameterValue, 'Show or record their answer to a second chance')
            [CompletionResult]::new('aim', 'aim', [CompletionResultType]::ParameterValue, 'Show or record what you are here for')
            [CompletionResult]::new('undo', 'undo', [CompletionResultType]::ParameterValue, 'Take back the last entry, or the one with ID')
            [CompletionResult]::new('notebook', 'notebook', [CompletionResultType]::ParameterValue, 'Issues, plans and proof; obstacles, wants, notes')
            [CompletionResult]::new('letter', 'letter', [CompletionResultType]::ParameterValue, 'An unsent letter, sealed for a while')
            [CompletionResult]::new('prompt', 'prompt', [CompletionResultType]::ParameterValue, 'Print the segment for a shell prompt')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Print the hook that shows it before a shell''s own prompt')
            [CompletionResult]::new('remind', 'remind', [CompletionResultType]::ParameterValue, 'Print what became due since it last ran: for cron')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'A silent test for scripts: exit 0 if all hold, 1 if not')
            [CompletionResult]::new('window', 'window', [CompletionResultType]::ParameterValue, 'Say which of the guide''s windows a date is in')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print everything, or a calendar of milestones')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take in what `export` printed; what is there stays')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Where the configuration is; show, edit or check it')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Look at everything: configuration, diary, clock, modes')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Show every trace on this machine; remove the program''s own')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completions for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the man page, or write all pages to a folder')
            break
        }
        'reconnect;status' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'A template: {days} {since} {breakup} {window} {verdict} and others, see the man page')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--short', '--short', [CompletionResultType]::ParameterName, 'One line')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Everything, for programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;guide' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;urge' {
            [CompletionResult]::new('--minutes', '--minutes', [CompletionResultType]::ParameterName, 'How long, in minutes')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--resisted', '--resisted', [CompletionResultType]::ParameterName, 'Only record that you sat one out')
            [CompletionResult]::new('--wrote', '--wrote', [CompletionResultType]::ParameterName, 'Only record that you wrote')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;history' {
            [CompletionResult]::new('--months', '--months', [CompletionResultType]::ParameterName, 'How many months the grid shows; unless said, the last 3 in which there is something')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'How many entries to show, newest first')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--calendar', '--calendar', [CompletionResultType]::ParameterName, 'Months as a grid')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'All of it, for programs')
            [CompletionResult]::new('--csv', '--csv', [CompletionResultType]::ParameterName, 'All of it, for a spreadsheet')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;start-no-contact' {
            [CompletionResult]::new('--breakup', '--breakup', [CompletionResultType]::ParameterName, 'The breakup date, recorded with it')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--replace', '--replace', [CompletionResultType]::ParameterName, 'Correct the start of the count that is running')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;breakup' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--again', '--again', [CompletionResultType]::ParameterName, 'A second breakup: a new chapter begins')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'For programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;log-contact' {
            [CompletionResult]::new('--via', '--via', [CompletionResultType]::ParameterName, 'How: text, call, in-person, social, looked, other; also whatsapp, email, visit, profile and the like')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Add a note: your editor opens; without a terminal it is read from stdin')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--reply', '--reply', [CompletionResultType]::ParameterName, 'You answered a message of theirs')
            [CompletionResult]::new('--logistics', '--logistics', [CompletionResultType]::ParameterName, 'It was practical: children, work, a lease')
            [CompletionResult]::new('--space', '--space', [CompletionResultType]::ParameterName, 'They asked for space in it')
            [CompletionResult]::new('--blocked', '--blocked', [CompletionResultType]::ParameterName, 'They blocked you')
            [CompletionResult]::new('--no', '--no', [CompletionResultType]::ParameterName, 'They said no to a second chance in it')
            [CompletionResult]::new('--keep', '--keep', [CompletionResultType]::ParameterName, 'The count goes on, whatever the rules say')
            [CompletionResult]::new('--restart', '--restart', [CompletionResultType]::ParameterName, 'The count starts again, whatever the rules say')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;end-no-contact' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;boundary' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Its first day (default: today)')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Its last day, included (default: until they say otherwise)')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'For programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;answer' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'For programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;aim' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'For programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;undo' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;notebook' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('issue', 'issue', [CompletionResultType]::ParameterValue, 'Note a key issue: what could I do differently? (step 2)')
            [CompletionResult]::new('plan', 'plan', [CompletionResultType]::ParameterValue, 'Note a specific step for issue or obstacle N')
            [CompletionResult]::new('evidence', 'evidence', [CompletionResultType]::ParameterValue, 'Note that plan or issue N was followed, and when')
            [CompletionResult]::new('obstacle', 'obstacle', [CompletionResultType]::ParameterValue, 'Note what stood between you (step 5)')
            [CompletionResult]::new('want', 'want', [CompletionResultType]::ParameterValue, 'Note what you truly want (step 1)')
            [CompletionResult]::new('note', 'note', [CompletionResultType]::ParameterValue, 'Note anything else')
            [CompletionResult]::new('done', 'done', [CompletionResultType]::ParameterValue, 'Mark issue, plan or obstacle N as dealt with')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change the words of entry N; the earlier ones stay in the diary')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show entry N whole, with what belongs to it')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the entries of this chapter')
            break
        }
        'reconnect;notebook;issue' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--on-paper', '--on-paper', [CompletionResultType]::ParameterName, 'The issues and their plans are in a notebook of paper')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;notebook;plan' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;notebook;evidence' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;notebook;obstacle' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--practical', '--practical', [CompletionResultType]::ParameterName, 'Distance, schedules, work, family')
            [CompletionResult]::new('--emotional', '--emotional', [CompletionResultType]::ParameterName, 'Trust, above all')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;notebook;want' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;notebook;note' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;notebook;done' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;notebook;edit' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;notebook;show' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;notebook;list' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Only what is not dealt with yet')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Earlier chapters too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'For programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;letter' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('write', 'write', [CompletionResultType]::ParameterValue, 'Write one, sealed for 30 days')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List them, without their words')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Open letter N')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase the words of letter N for good; asks for a typed yes')
            break
        }
        'reconnect;letter;write' {
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'The day on which it can be opened')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;letter;list' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;letter;open' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Before its day; asks for a typed yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;letter;erase' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;prompt' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;init' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--no-prompt', '--no-prompt', [CompletionResultType]::ParameterName, 'Leave the prompt alone; only keep the variable `RECONNECT_PROMPT`, to be used in a prompt of your own')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;remind' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print it, and do not remember that it was said')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'For programs')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Say what is counted; unless said, a bystander learns nothing')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;check' {
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'Today is in this window')
            [CompletionResult]::new('--verdict', '--verdict', [CompletionResultType]::ParameterName, 'This is the verdict')
            [CompletionResult]::new('--days-at-least', '--days-at-least', [CompletionResultType]::ParameterName, 'The current run has at least so many days')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--active', '--active', [CompletionResultType]::ParameterName, 'A run is open')
            [CompletionResult]::new('--boundary', '--boundary', [CompletionResultType]::ParameterName, 'A boundary is in force')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;window' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'For programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;export' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The form')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only what happened from WHEN on (csv, md, html)')
            [CompletionResult]::new('--contacts', '--contacts', [CompletionResultType]::ParameterName, 'Only contacts by me or by them, oldest first (csv only)')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--letters', '--letters', [CompletionResultType]::ParameterName, 'Add the text of your letters, sealed ones too (json only)')
            [CompletionResult]::new('--notes', '--notes', [CompletionResultType]::ParameterName, 'Add your notes and notebook texts (html only; md always has them)')
            [CompletionResult]::new('--bom', '--bom', [CompletionResultType]::ParameterName, 'Begin with a byte-order mark, for Excel (csv only)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Say what the days count; by default calendar titles tell a bystander nothing (ics only)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;import' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would happen; change nothing')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;config' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print where the file is')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show every setting, and whether you set it')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Edit a copy in $EDITOR; it replaces the file once it is correct')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Look for mistakes; exit 2 if there are any')
            break
        }
        'reconnect;config;path' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;config;show' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'For programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;config;edit' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;config;check' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;doctor' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'For programs')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;erase' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only list the files')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The list for programs')
            [CompletionResult]::new('--letters', '--letters', [CompletionResultType]::ParameterName, 'Only the text of letters; the diary keeps that you wrote them')
            [CompletionResult]::new('--diary', '--diary', [CompletionResultType]::ParameterName, 'Only the diary, with the dates and numbers that came from it; letters stay')
            [CompletionResult]::new('--everything', '--everything', [CompletionResultType]::ParameterName, 'Everything, settings too (default)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;completions' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'reconnect;man' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'As if it were WHEN: to look ahead or back')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
