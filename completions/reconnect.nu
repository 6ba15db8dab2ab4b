module completions {

  def "nu-complete reconnect color" [] {
    [ "auto" "always" "never" ]
  }

  # A private no-contact timer and timing advisor for the time after a breakup
  export extern reconnect [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    --version(-V)             # Print version
  ]

  def "nu-complete reconnect status color" [] {
    [ "auto" "always" "never" ]
  }

  # How long it has been, and what the guide says about now
  export extern "reconnect status" [
    --short                   # One line
    --format: string          # A template: {days} {since} {breakup} {window} {verdict} and others, see the man page
    --json                    # Everything, for programs
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect status color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect guide color" [] {
    [ "auto" "always" "never" ]
  }

  # The six steps; the ones that matter now come first
  export extern "reconnect guide" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect guide color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    step?: string             # A step, 1 to 6, whole; the ones that matter now unless said
  ]

  def "nu-complete reconnect urge color" [] {
    [ "auto" "always" "never" ]
  }

  # Two minutes before a message
  export extern "reconnect urge" [
    --minutes: string         # How long, in minutes
    --resisted                # Only record that you sat one out
    --wrote                   # Only record that you wrote
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect urge color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect history color" [] {
    [ "auto" "always" "never" ]
  }

  # Runs and contacts, or months as a grid
  export extern "reconnect history" [
    --calendar                # Months as a grid
    --months: string          # How many months the grid shows; unless said, the last 3 in which there is something
    --limit: string           # How many entries to show, newest first
    --json                    # All of it, for programs
    --csv                     # All of it, for a spreadsheet
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect history color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect start-no-contact color" [] {
    [ "auto" "always" "never" ]
  }

  # Begin a run of no contact, at your last contact
  export extern "reconnect start-no-contact" [
    --breakup: string         # The breakup, stored with it
    --replace                 # Correct the start of the open run
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect start-no-contact color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    ...when: string           # Your last contact; today unless said (on a terminal you are asked)
  ]

  def "nu-complete reconnect breakup color" [] {
    [ "auto" "always" "never" ]
  }

  # Show or set the breakup date
  export extern "reconnect breakup" [
    --again                   # A second breakup: it opens a new chapter
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect breakup color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    ...when: string           # When it ended; shows the date unless said
  ]

  def "nu-complete reconnect log-contact who" [] {
    [ "me" "them" ]
  }

  def "nu-complete reconnect log-contact via" [] {
    [ "text" "call" "in-person" "social" "looked" "other" ]
  }

  def "nu-complete reconnect log-contact note" [] {
    [ "-" "" ]
  }

  def "nu-complete reconnect log-contact color" [] {
    [ "auto" "always" "never" ]
  }

  # Record that you or they got in touch
  export extern "reconnect log-contact" [
    --via: string@"nu-complete reconnect log-contact via" # How
    --reply                   # It answered a message of theirs
    --logistics               # It was about children, work, a lease
    --keep                    # It does not end the run, whatever the rules say
    --restart                 # It ends the run, whatever the rules say
    --note: string@"nu-complete reconnect log-contact note" # Add a note: $EDITOR opens; without a terminal it is read from stdin
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect log-contact color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    who: string@"nu-complete reconnect log-contact who" # Who got in touch: me or them
    ...when: string           # When it was; now unless said
  ]

  def "nu-complete reconnect end-no-contact color" [] {
    [ "auto" "always" "never" ]
  }

  # Close the run; prompt and reminders fall silent
  export extern "reconnect end-no-contact" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect end-no-contact color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    ...when: string           # When it ended; now unless said
  ]

  def "nu-complete reconnect boundary kind" [] {
    [ "space" "order" "clear" ]
  }

  def "nu-complete reconnect boundary color" [] {
    [ "auto" "always" "never" ]
  }

  # Show or record what they asked for: space, an order
  export extern "reconnect boundary" [
    --until: string           # The last day of it, included; until they say otherwise unless said
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect boundary color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    kind?: string@"nu-complete reconnect boundary kind" # What they asked for; shows what stands unless said
  ]

  def "nu-complete reconnect answer answer" [] {
    [ "yes" "not-now" "no" ]
  }

  def "nu-complete reconnect answer color" [] {
    [ "auto" "always" "never" ]
  }

  # Show or record their answer to a second chance
  export extern "reconnect answer" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect answer color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    answer?: string@"nu-complete reconnect answer answer" # Their answer: yes, not-now or no; shows it unless said
  ]

  def "nu-complete reconnect undo color" [] {
    [ "auto" "always" "never" ]
  }

  # Take back the last entry, or the one with ID
  export extern "reconnect undo" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect undo color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    id?: string               # An id, or the beginning of one; the last entry of this machine unless said
  ]

  def "nu-complete reconnect notebook color" [] {
    [ "auto" "always" "never" ]
  }

  # Issues, plans and proof; obstacles, wants, notes
  export extern "reconnect notebook" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect notebook color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect notebook issue color" [] {
    [ "auto" "always" "never" ]
  }

  # Note a key issue: what could I do differently? (step 2)
  export extern "reconnect notebook issue" [
    --on-paper                # The issues and their plans are in a notebook of paper
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect notebook issue color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect notebook plan color" [] {
    [ "auto" "always" "never" ]
  }

  # Note a specific step for issue or obstacle N
  export extern "reconnect notebook plan" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect notebook plan color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    n: string                 # Its number, or the beginning of its id
  ]

  def "nu-complete reconnect notebook evidence color" [] {
    [ "auto" "always" "never" ]
  }

  # Note that plan or issue N was followed, and when
  export extern "reconnect notebook evidence" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect notebook evidence color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    n: string                 # Its number, or the beginning of its id
    ...when: string           # When it was; now unless said
  ]

  def "nu-complete reconnect notebook obstacle color" [] {
    [ "auto" "always" "never" ]
  }

  # Note what stood between you (step 5)
  export extern "reconnect notebook obstacle" [
    --practical               # Distance, schedules, work, family
    --emotional               # Trust, above all
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect notebook obstacle color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect notebook want color" [] {
    [ "auto" "always" "never" ]
  }

  # Note what you truly want (step 1)
  export extern "reconnect notebook want" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect notebook want color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect notebook note color" [] {
    [ "auto" "always" "never" ]
  }

  # Note anything else
  export extern "reconnect notebook note" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect notebook note color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect notebook done color" [] {
    [ "auto" "always" "never" ]
  }

  # Mark issue, plan or obstacle N as dealt with
  export extern "reconnect notebook done" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect notebook done color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    n: string                 # Its number, or the beginning of its id
  ]

  def "nu-complete reconnect notebook edit color" [] {
    [ "auto" "always" "never" ]
  }

  # Change the words of entry N; the earlier ones stay in the diary
  export extern "reconnect notebook edit" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect notebook edit color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    n: string                 # Its number, or the beginning of its id
  ]

  def "nu-complete reconnect notebook show color" [] {
    [ "auto" "always" "never" ]
  }

  # Show entry N whole, with what belongs to it
  export extern "reconnect notebook show" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect notebook show color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    n: string                 # Its number, or the beginning of its id
  ]

  def "nu-complete reconnect notebook list color" [] {
    [ "auto" "always" "never" ]
  }

  # List the entries of this chapter
  export extern "reconnect notebook list" [
    --open                    # Only what is not dealt with yet
    --all                     # Earlier chapters too
    --json                    # For programs
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect notebook list color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect letter color" [] {
    [ "auto" "always" "never" ]
  }

  # An unsent letter, sealed for a while
  export extern "reconnect letter" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect letter color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect letter write color" [] {
    [ "auto" "always" "never" ]
  }

  # Write one, sealed for 30 days
  export extern "reconnect letter write" [
    --until: string           # The day on which it can be opened
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect letter write color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect letter list color" [] {
    [ "auto" "always" "never" ]
  }

  # List them, without their words
  export extern "reconnect letter list" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect letter list color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect letter open color" [] {
    [ "auto" "always" "never" ]
  }

  # Open letter N
  export extern "reconnect letter open" [
    --now                     # Before its day; asks for a typed yes
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect letter open color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    n: string                 # Its number, or the beginning of its id
  ]

  def "nu-complete reconnect letter erase color" [] {
    [ "auto" "always" "never" ]
  }

  # Erase the words of letter N for good; asks for a typed yes
  export extern "reconnect letter erase" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect letter erase color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    n: string                 # Its number, or the beginning of its id
  ]

  def "nu-complete reconnect prompt color" [] {
    [ "auto" "always" "never" ]
  }

  # Print the segment for a shell prompt
  export extern "reconnect prompt" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect prompt color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect init shell" [] {
    [ "bash" "zsh" "fish" "elvish" "nushell" ]
  }

  def "nu-complete reconnect init color" [] {
    [ "auto" "always" "never" ]
  }

  # Print the hook that shows it before a shell's own prompt
  export extern "reconnect init" [
    --no-prompt               # Leave the prompt alone; only keep the variable `RECONNECT_PROMPT`, to be used in a prompt of your own
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect init color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    shell: string@"nu-complete reconnect init shell" # The shell that is to show the segment
  ]

  def "nu-complete reconnect remind color" [] {
    [ "auto" "always" "never" ]
  }

  # Print what became due since it last ran: for cron
  export extern "reconnect remind" [
    --dry-run                 # Print it, and do not remember that it was said
    --json                    # For programs
    --plain                   # Say what is counted; unless said, a bystander learns nothing
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect remind color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect check window" [] {
    [ "days" "weeks-to-6-months" "years" ]
  }

  def "nu-complete reconnect check verdict" [] {
    [ "respect-boundary" "accept-answer" "build-new" "await-answer" "actions-not-words" "unknown" "wait" "give-space" "prepare" "reach-out-gently" "extra-care" ]
  }

  def "nu-complete reconnect check color" [] {
    [ "auto" "always" "never" ]
  }

  # A silent test for scripts: exit 0 if all hold, 1 if not
  export extern "reconnect check" [
    --window: string@"nu-complete reconnect check window" # Today is in this window
    --verdict: string@"nu-complete reconnect check verdict" # This is the verdict
    --days-at-least: string   # The current run has at least so many days
    --active                  # A run is open
    --boundary                # A boundary is in force
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect check color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect window color" [] {
    [ "auto" "always" "never" ]
  }

  # Say which of the guide's windows a date is in
  export extern "reconnect window" [
    --json                    # For programs
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect window color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    ...when: string           # The date of a breakup
  ]

  def "nu-complete reconnect export format" [] {
    [ "json" "csv" "md" "ics" ]
  }

  def "nu-complete reconnect export color" [] {
    [ "auto" "always" "never" ]
  }

  # Print everything, or a calendar of milestones
  export extern "reconnect export" [
    --format: string@"nu-complete reconnect export format" # What to print
    --plain                   # Name things in the calendar; unless said, its titles tell a bystander nothing
    --letters                 # The text of the letters, too, sealed ones among them (only in json)
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect export color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect import color" [] {
    [ "auto" "always" "never" ]
  }

  # Take in what `export` printed; what is there stays
  export extern "reconnect import" [
    --dry-run                 # Only say what it would do
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect import color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
    file: path                # A file that `export` has printed
  ]

  def "nu-complete reconnect config color" [] {
    [ "auto" "always" "never" ]
  }

  # Where the configuration is; show, edit or check it
  export extern "reconnect config" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect config color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect config path color" [] {
    [ "auto" "always" "never" ]
  }

  # Where the file is
  export extern "reconnect config path" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect config path color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect config show color" [] {
    [ "auto" "always" "never" ]
  }

  # Every setting with its value, and where it comes from
  export extern "reconnect config show" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect config show color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect config edit color" [] {
    [ "auto" "always" "never" ]
  }

  # Edit a copy in $EDITOR; it replaces the file only if it is right
  export extern "reconnect config edit" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect config edit color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect config check color" [] {
    [ "auto" "always" "never" ]
  }

  # Look for mistakes; exit 2 if there are any
  export extern "reconnect config check" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect config check color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect doctor color" [] {
    [ "auto" "always" "never" ]
  }

  # Look at everything: configuration, diary, clock, modes
  export extern "reconnect doctor" [
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect doctor color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect erase color" [] {
    [ "auto" "always" "never" ]
  }

  # Show every trace on this machine; remove the program's own
  export extern "reconnect erase" [
    --dry-run                 # Only list what is there
    --letters                 # Only the words of letters; that they were written stays in the diary
    --diary                   # Only the diary, and the dates and numbers that came from it; letters stay as files
    --everything              # Everything, the settings too: the same as without an option
    --at: string              # As if it were WHEN: to look ahead or back
    --color: string@"nu-complete reconnect erase color" # When to use colour: auto, always or never
    --help(-h)                # Print help (see more with '--help')
  ]

}

export use completions *
