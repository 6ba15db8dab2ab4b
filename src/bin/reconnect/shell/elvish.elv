# reconnect in elvish: put `eval (reconnect init elvish | slurp)` last in rc.elv.
# Before each prompt $E:RECONNECT_PROMPT is set; the prompt that is there is kept, and shown behind it. elvish has neither a clock
# nor the time of a file, so the program is asked before each prompt; it reads its state file and is done in a millisecond.

# Evaluated twice in one shell, the hook is set once. A child of this shell has a pid of its own.
use str
if (not-eq $E:RECONNECT_ELVISH $pid) {
  set E:RECONNECT_ELVISH = $pid
  set E:RECONNECT_PROMPT = ''
  var program = @PROGRAM@
  set edit:before-readline = [$@edit:before-readline {||
    set E:RECONNECT_PROMPT = ''
    # The program may have been uninstalled since.
    try {
      set E:RECONNECT_PROMPT = (str:trim-right ((external $program) prompt 2>/dev/null | slurp) "\n")
    } catch { }
  }]
  if (not-eq @SHOWS@ '') {
    var own = $edit:prompt
    set edit:prompt = {||
      if (not-eq $E:RECONNECT_PROMPT '') { put $E:RECONNECT_PROMPT' ' }
      $own
    }
  }
}
