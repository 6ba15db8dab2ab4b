# reconnect in elvish: put `eval (reconnect init elvish | slurp)` last in rc.elv.
# Before each prompt this keeps $E:RECONNECT_PROMPT up to date. The right prompt shows it, unless you wrote one of your own.
# To keep these commands out of elvish's history, type a space first.

use str
# Your rc may be evaluated twice. A child shell has another pid.
if (not-eq $E:RECONNECT_ELVISH $pid) {
  set E:RECONNECT_ELVISH = $pid
  set E:RECONNECT_PROMPT = ''

  # elvish has no clock.
  var minute = (num 0)
  { while $true { sleep 60; set minute = (+ $minute 1) } } &

  var seen = $nil
  set edit:before-readline = [$@edit:before-readline {||
    # The file holds one short token. It is compared, never shown or run.
    var token = ''
    try { set token = (slurp < @CHANGED@) } catch { }

    # Ask the program only if something changed, the time zone is another, or a new minute began.
    var now = [$token (has-env TZ) $E:TZ $minute]
    if (not-eq $seen $now) {
      set seen = $now
      set E:RECONNECT_PROMPT = ''
      try {
        set E:RECONNECT_PROMPT = (str:trim-right ((external @PROGRAM@) prompt 2>/dev/null | slurp) "\n")
      } catch { }
    }
  }]

  if (and (eq @SHOWS@ yes) (eq (repr $edit:rprompt) '<builtin default rprompt>')) {
    var elvishs-own = $edit:rprompt
    set edit:rprompt = {||
      if (not-eq $E:RECONNECT_PROMPT '') { put $E:RECONNECT_PROMPT' ' }
      $elvishs-own
    }
  }
}
