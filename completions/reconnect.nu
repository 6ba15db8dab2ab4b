module completions {

  def "nu-complete reconnect color" [] {
    [ "auto" "always" "never" ]
  }

  # A private no-contact timer and timing advisor for the time after a breakup
  export extern reconnect [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    --version(-V)             # Print version
  ]

  def "nu-complete reconnect status color" [] {
    [ "auto" "always" "never" ]
  }

  # How long it has been, and what the guide says about now
  export extern "reconnect status" [
    --why                     # The reasons: what the guide says, what we add, what is still open
    --short                   # On one line
    --format: string          # Your own line, for example "{days} days, {window}"
    --json                    # As JSON, for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect status color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect guide color" [] {
    [ "auto" "always" "never" ]
  }

  # The six steps; the ones that matter now come first
  export extern "reconnect guide" [
    --all                     # All six steps on one page
    --studies                 # What studies found, apart from the guide
    --json                    # As JSON, for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect guide color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    step?: string             # Step to show, 1-6 (default: the one that matters now)
  ]

  def "nu-complete reconnect urge trigger" [] {
    [ "memory" "lonely" "social-media" "alcohol" "place" "song" "date" "they-wrote" "other" ]
  }

  def "nu-complete reconnect urge color" [] {
    [ "auto" "always" "never" ]
  }

  # Two minutes of pause before a message
  export extern "reconnect urge" [
    --minutes: string         # How long the pause is, in minutes
    --resisted                # Record at once that you didn't write
    --wrote                   # Record at once that you wrote
    --trigger: string@"nu-complete reconnect urge trigger" # What set it off: memory, lonely, social-media, alcohol, place, song, date, they-wrote or other
    --strength: string        # How strong it was, 1 to 5
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect urge color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect history color" [] {
    [ "auto" "always" "never" ]
  }

  # Counts and contacts, urges, or months as a calendar
  export extern "reconnect history" [
    --calendar                # Months as a calendar
    --months: string          # How many months the calendar shows; from 12 on, a column a week (default: at most 3, with something in them)
    --urges                   # Urges: how many, when, and what set them off
    --all                     # Everything in the diary, the oldest first, each with its id
    --find: string            # Only entries whose text holds WORD, in any case
    --notes                   # With your notes of contacts and check-ins
    --limit: string           # How many entries to show, the newest (default: 20 of each kind; with --all every one)
    --json                    # Everything, for programs
    --csv                     # Everything, for a spreadsheet
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect history color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect start-no-contact color" [] {
    [ "auto" "always" "never" ]
  }

  # Start to count the days without contact, from your last contact
  export extern "reconnect start-no-contact" [
    --breakup: string         # The breakup date, recorded with it
    --replace                 # Correct the start of the count that is running
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect start-no-contact color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    ...when: string           # Your last contact (default: today; on a terminal you are asked)
  ]

  def "nu-complete reconnect breakup color" [] {
    [ "auto" "always" "never" ]
  }

  # Show or set the date on which it ended
  export extern "reconnect breakup" [
    --again                   # A second breakup: a new chapter begins
    --json                    # As JSON, for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect breakup color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    ...when: string           # When it ended (default: show the date)
  ]

  def "nu-complete reconnect log-contact who" [] {
    [ "me" "them" ]
  }

  def "nu-complete reconnect log-contact via" [] {
    [ "text" "call" "in-person" "social" "reaction" "looked" "other" ]
  }

  def "nu-complete reconnect log-contact color" [] {
    [ "auto" "always" "never" ]
  }

  # Record that you or they got in touch
  export extern "reconnect log-contact" [
    --via: string@"nu-complete reconnect log-contact via" # How: text, call, in-person, social, reaction, looked, other; also whatsapp, email, visit, like, profile and so on
    --reply                   # You answered a message of theirs
    --logistics               # It was practical: children, work, a lease
    --unwanted                # You didn't want it, and may have to show it to somebody
    --space                   # They asked for space in it
    --blocked                 # They blocked you; nobody wrote
    --no                      # They said no to a second chance in it
    --in-touch                # The two of you are in touch again: the count rests
    --keep                    # The count goes on, whatever the rules say
    --restart                 # The count starts again, whatever the rules say
    --note: string            # Add a note: you are asked for it; without a terminal it is read from stdin
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect log-contact color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    who: string@"nu-complete reconnect log-contact who" # Who got in touch: me or them
    ...when: string           # When it was (default: now)
  ]

  def "nu-complete reconnect end-no-contact color" [] {
    [ "auto" "always" "never" ]
  }

  # Stop the count; the shell prompt and reminders fall silent
  export extern "reconnect end-no-contact" [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect end-no-contact color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    ...when: string           # When it ended (default: now)
  ]

  def "nu-complete reconnect boundary kind" [] {
    [ "space" "blocked" "own" "order" "clear" ]
  }

  def "nu-complete reconnect boundary protects" [] {
    [ "me" "them" "both" ]
  }

  def "nu-complete reconnect boundary color" [] {
    [ "auto" "always" "never" ]
  }

  # Show or record what they asked for: space, a block, a court order
  export extern "reconnect boundary" [
    --from: string            # Its first day, the same as WHEN
    --until: string           # Its last day, included (default: until they say otherwise)
    --protects: string@"nu-complete reconnect boundary protects" # Whom an order protects: me, them or both
    --json                    # As JSON, for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect boundary color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help (see more with '--help')
    kind?: string@"nu-complete reconnect boundary kind" # What they asked for, or you did (default: show what holds)
    ...when: string           # Its first day (default: today)
  ]

  def "nu-complete reconnect answer answer" [] {
    [ "yes" "not-now" "no" ]
  }

  def "nu-complete reconnect answer color" [] {
    [ "auto" "always" "never" ]
  }

  # Show or record their answer to a second chance
  export extern "reconnect answer" [
    --in-touch                # With a yes: the two of you are in touch again, and the count rests
    --json                    # As JSON, for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect answer color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    answer?: string@"nu-complete reconnect answer answer" # Their answer: yes, not-now or no (default: show it)
    ...when: string           # When they said it (default: today)
  ]

  def "nu-complete reconnect aim aim" [] {
    [ "second-chance" "closure" ]
  }

  def "nu-complete reconnect aim color" [] {
    [ "auto" "always" "never" ]
  }

  # Show or record what you are here for: healing, or a second chance
  export extern "reconnect aim" [
    --json                    # As JSON, for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect aim color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    aim?: string@"nu-complete reconnect aim aim" # What you are here for: second-chance or closure (default: show it)
  ]

  def "nu-complete reconnect undo color" [] {
    [ "auto" "always" "never" ]
  }

  # Take back the last entry, or the one with ID
  export extern "reconnect undo" [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect undo color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    id?: string               # At least 4 characters of an id (default: the last thing you recorded here)
  ]

  def "nu-complete reconnect notebook color" [] {
    [ "auto" "always" "never" ]
  }

  # Issues, plans, evidence, obstacles, if-then plans, notes
  export extern "reconnect notebook" [
    --open                    # Only issues, plans and obstacles that aren't done
    --all                     # Entries from before a second breakup, too
    --json                    # As JSON, for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect notebook color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect notebook issue color" [] {
    [ "auto" "always" "never" ]
  }

  # Write down one thing that went wrong: what could I do differently?
  export extern "reconnect notebook issue" [
    --on-paper                # Your issues and plans are in a paper notebook
    --editor                  # Write in your editor, also where VISUAL and EDITOR aren't set
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect notebook issue color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    ...words: string          # Refused with how to give it
  ]

  def "nu-complete reconnect notebook plan color" [] {
    [ "auto" "always" "never" ]
  }

  # Write down one thing you will do about issue or obstacle N
  export extern "reconnect notebook plan" [
    --editor                  # Write in your editor, also where VISUAL and EDITOR aren't set
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect notebook plan color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    n: string                 # Its number, or the beginning of its id
    ...words: string          # Refused with how to give it
  ]

  def "nu-complete reconnect notebook evidence color" [] {
    [ "auto" "always" "never" ]
  }

  # Write down that you followed plan, issue or obstacle N
  export extern "reconnect notebook evidence" [
    --editor                  # Write in your editor, also where VISUAL and EDITOR aren't set
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect notebook evidence color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    n: string                 # Its number, or the beginning of its id
    ...when: string           # When it was (default: now)
  ]

  def "nu-complete reconnect notebook obstacle color" [] {
    [ "auto" "always" "never" ]
  }

  # Write down what stood between you
  export extern "reconnect notebook obstacle" [
    --practical               # Distance, schedules, work, family
    --emotional               # Trust, above all
    --editor                  # Write in your editor, also where VISUAL and EDITOR aren't set
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect notebook obstacle color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    ...words: string          # Refused with how to give it
  ]

  def "nu-complete reconnect notebook want color" [] {
    [ "auto" "always" "never" ]
  }

  # Write down what you truly want
  export extern "reconnect notebook want" [
    --editor                  # Write in your editor, also where VISUAL and EDITOR aren't set
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect notebook want color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    ...words: string          # Refused with how to give it
  ]

  def "nu-complete reconnect notebook if-then color" [] {
    [ "auto" "always" "never" ]
  }

  # Write a plan for a bad moment: "if ..., then I ..."; `urge` shows it
  export extern "reconnect notebook if-then" [
    --editor                  # Write in your editor, also where VISUAL and EDITOR aren't set
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect notebook if-then color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    ...words: string          # Refused with how to give it
  ]

  def "nu-complete reconnect notebook note color" [] {
    [ "auto" "always" "never" ]
  }

  # Write down anything else
  export extern "reconnect notebook note" [
    --editor                  # Write in your editor, also where VISUAL and EDITOR aren't set
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect notebook note color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    ...words: string          # Refused with how to give it
  ]

  def "nu-complete reconnect notebook done color" [] {
    [ "auto" "always" "never" ]
  }

  # Mark issue, plan or obstacle N as done
  export extern "reconnect notebook done" [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect notebook done color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    n: string                 # Its number, or the beginning of its id
  ]

  def "nu-complete reconnect notebook edit color" [] {
    [ "auto" "always" "never" ]
  }

  # Change the text of entry N; the earlier text stays in the diary
  export extern "reconnect notebook edit" [
    --editor                  # Write in your editor, also where VISUAL and EDITOR aren't set
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect notebook edit color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    n: string                 # Its number, or the beginning of its id
    ...words: string          # Refused with how to give it
  ]

  def "nu-complete reconnect notebook show color" [] {
    [ "auto" "always" "never" ]
  }

  # Show entry N in full, its id, and what belongs to it
  export extern "reconnect notebook show" [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect notebook show color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    n: string                 # Its number, or the beginning of its id
  ]

  def "nu-complete reconnect notebook list color" [] {
    [ "auto" "always" "never" ]
  }

  # List the entries since the breakup
  export extern "reconnect notebook list" [
    --open                    # Only issues, plans and obstacles that aren't done
    --all                     # Entries from before a second breakup, too
    --json                    # As JSON, for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect notebook list color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect letter color" [] {
    [ "auto" "always" "never" ]
  }

  # A letter that isn't sent, sealed for a while
  export extern "reconnect letter" [
    --json                    # The list for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect letter color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect letter write color" [] {
    [ "auto" "always" "never" ]
  }

  # Write a letter; it is sealed
  export extern "reconnect letter write" [
    --until: string           # The day on which you can open it (default: in 30 days)
    --editor                  # Write in your editor, also where VISUAL and EDITOR aren't set
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect letter write color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    ...words: string          # Refused with how to give it
  ]

  def "nu-complete reconnect letter list color" [] {
    [ "auto" "always" "never" ]
  }

  # List the letters, without their text
  export extern "reconnect letter list" [
    --json                    # As JSON, for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect letter list color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect letter open color" [] {
    [ "auto" "always" "never" ]
  }

  # Open letter N
  export extern "reconnect letter open" [
    --now                     # Before its day; asks for a typed yes
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect letter open color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    n: string                 # Its number, or the beginning of its id
  ]

  def "nu-complete reconnect letter erase color" [] {
    [ "auto" "always" "never" ]
  }

  # Erase the text of letter N for good; asks for a typed yes
  export extern "reconnect letter erase" [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect letter erase color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    n: string                 # Its number, or the beginning of its id
  ]

  def "nu-complete reconnect checkin color" [] {
    [ "auto" "always" "never" ]
  }

  # How you are today, from 1 to 5
  export extern "reconnect checkin" [
    --note: string            # Add a note: you are asked for it; without a terminal it is read from stdin
    --json                    # Show the latest check-in, for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect checkin color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    mood?: string             # From 1 (very low) to 5 (good); a terminal asks
    ...when: string           # The day (default: today)
  ]

  def "nu-complete reconnect prompt color" [] {
    [ "auto" "always" "never" ]
  }

  # Print the days of your count, for a shell prompt
  export extern "reconnect prompt" [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect prompt color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect init shell" [] {
    [ "bash" "zsh" "fish" "elvish" "nushell" ]
  }

  def "nu-complete reconnect init color" [] {
    [ "auto" "always" "never" ]
  }

  # Print the lines that show your days in a shell's prompt
  export extern "reconnect init" [
    --no-prompt               # Only keep the variable `RECONNECT_PROMPT`, for a prompt of your own
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect init color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help (see more with '--help')
    shell: string@"nu-complete reconnect init shell" # Your shell
  ]

  def "nu-complete reconnect hide color" [] {
    [ "auto" "always" "never" ]
  }

  # Hide the days in the prompt, and the reminders; the count goes on
  export extern "reconnect hide" [
    --until: string           # The last hidden day (default: until you say `hide --off`)
    --off                     # Show them again
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect hide color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect remind color" [] {
    [ "auto" "always" "never" ]
  }

  # Say a round number of days once, on its day: for cron
  export extern "reconnect remind" [
    --dry-run                 # Print it, and say it again next time
    --json                    # As JSON, for programs
    --plain                   # Say what is counted (default: words that tell a bystander nothing)
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect remind color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect check window" [] {
    [ "days" "weeks-to-6-months" "years" ]
  }

  def "nu-complete reconnect check verdict" [] {
    [ "respect-boundary" "accept-answer" "heal" "unread" "build-new" "await-answer" "actions-not-words" "unknown" "wait" "give-space" "prepare" "reach-out-gently" "extra-care" ]
  }

  def "nu-complete reconnect check color" [] {
    [ "auto" "always" "never" ]
  }

  # Answer a script without a word: exit code 0 is yes, 1 is no
  export extern "reconnect check" [
    --window: string@"nu-complete reconnect check window" # Today is in this window of the guide
    --verdict: string@"nu-complete reconnect check verdict" # This is what the status says
    --days-at-least: string   # The count has reached this many days
    --active                  # A count is running
    --boundary                # What they asked for, or you did, holds today
    --in-touch                # The two of you are in touch again
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect check color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect window color" [] {
    [ "auto" "always" "never" ]
  }

  # Say which part of the guide's time a date is in; nothing is written
  export extern "reconnect window" [
    --json                    # As JSON, for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect window color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    ...when: string           # When it ended
  ]

  def "nu-complete reconnect export format" [] {
    [ "json" "csv" "md" "ics" "html" ]
  }

  def "nu-complete reconnect export contacts" [] {
    [ "me" "them" ]
  }

  def "nu-complete reconnect export color" [] {
    [ "auto" "always" "never" ]
  }

  # Print everything, or a calendar of milestones
  export extern "reconnect export" [
    --format: string@"nu-complete reconnect export format" # The form
    --output: path            # Save to FILE, which only you can read; a file that is there stays
    --letters                 # Add the text of your letters, sealed ones too (json only)
    --notes                   # Add your notes of contacts and check-ins, and the notebook's notes (md, html; json and csv always have them)
    --since: string           # Only what happened from WHEN on (csv, md, html)
    --contacts: string@"nu-complete reconnect export contacts" # Only contacts by me or by them, the oldest first
    --bom                     # Begin with a byte-order mark, for Excel (csv only)
    --plain                   # Say what the days count; by default calendar titles tell a bystander nothing (ics only)
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect export color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete reconnect import color" [] {
    [ "auto" "always" "never" ]
  }

  # Take in what `export` printed; what is there stays
  export extern "reconnect import" [
    --dry-run                 # Say what would happen; change nothing
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect import color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    file: path                # A file that `reconnect export` made
  ]

  def "nu-complete reconnect config color" [] {
    [ "auto" "always" "never" ]
  }

  # Where your settings are; show, change or check them
  export extern "reconnect config" [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect config color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect config path color" [] {
    [ "auto" "always" "never" ]
  }

  # Print where the file is
  export extern "reconnect config path" [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect config path color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect config show color" [] {
    [ "auto" "always" "never" ]
  }

  # Show every setting, and whether you set it
  export extern "reconnect config show" [
    --json                    # As JSON, for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect config show color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect config set key" [] {
    [ "windows.few_weeks_days" "windows.golden_months" "count.first_day" "count.day_starts_at" "count.week_starts" "prompt.format" "remind.milestones" "urge.call" "display.accessible" ]
  }

  def "nu-complete reconnect config set color" [] {
    [ "auto" "always" "never" ]
  }

  # Change a setting; without words, list them all
  export extern "reconnect config set" [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect config set color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    key?: string@"nu-complete reconnect config set key" # A setting, such as urge.call
    ...value: string          # Its new value, such as Ana; "" empties it
  ]

  def "nu-complete reconnect config edit color" [] {
    [ "auto" "always" "never" ]
  }

  # Edit a copy in $EDITOR; it replaces the file once it is correct
  export extern "reconnect config edit" [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect config edit color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect config check color" [] {
    [ "auto" "always" "never" ]
  }

  # Look for mistakes; exit 2 if there are any
  export extern "reconnect config check" [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect config check color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect doctor color" [] {
    [ "auto" "always" "never" ]
  }

  # Look at everything: configuration, diary, clock, modes
  export extern "reconnect doctor" [
    --json                    # As JSON, for programs
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect doctor color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
  ]

  def "nu-complete reconnect erase color" [] {
    [ "auto" "always" "never" ]
  }

  # Erase one text for good, or show every trace and remove them all
  export extern "reconnect erase" [
    --dry-run                 # Only list the files
    --json                    # The list for programs
    --letters                 # Only the text of letters; the diary keeps that you wrote them
    --diary                   # Only the diary, with the dates and numbers that came from it; letters stay
    --everything              # Everything, settings too (default)
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect erase color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    id?: string               # Only the text of this entry, for good; its date and numbers stay
  ]

  def "nu-complete reconnect completions shell" [] {
    [ "bash" "zsh" "fish" "elvish" "powershell" "nushell" ]
  }

  def "nu-complete reconnect completions color" [] {
    [ "auto" "always" "never" ]
  }

  # Print the completions for a shell
  export extern "reconnect completions" [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect completions color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    shell: string@"nu-complete reconnect completions shell" # The shell
  ]

  def "nu-complete reconnect man color" [] {
    [ "auto" "always" "never" ]
  }

  # Print the man page, or write all pages to a folder
  export extern "reconnect man" [
    --at: string              # Pretend it is WHEN; put quotes around several words (without a time: noon)
    --color: string@"nu-complete reconnect man color" # Use colour: auto, always or never (default: auto)
    --help(-h)                # Print help
    dir?: path                # A folder for all pages (default: print the main page)
  ]

}

export use completions *
