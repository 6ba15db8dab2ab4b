# reconnect in nushell: run `reconnect init nushell | save --force ~/.reconnect.nu` once, and put `source ~/.reconnect.nu` last in
# config.nu. Before each prompt this keeps $env.RECONNECT_PROMPT up to date. The right prompt shows it, unless you wrote one of
# your own. To keep these commands out of nushell's history: $env.config.history.ignore_space_prefixed = true, and type a space first.

# Your config may be sourced twice. A child shell has another pid.
if ($env.RECONNECT_NUSHELL? | default "") != ($nu.pid | into string) {
  $env.RECONNECT_NUSHELL = ($nu.pid | into string)
  $env.RECONNECT_PROMPT = ""
  $env.RECONNECT_SEEN = ""

  $env.config.hooks.pre_prompt = ($env.config.hooks.pre_prompt? | default [] | append {||
    # The file holds one short token. It is compared, never shown or run.
    let token = try { open --raw @CHANGED@ | first 40 | decode } catch { "" }

    # Ask the program only if something changed, the time zone is another, or a new minute began.
    let seen = $"($token) ($env.TZ? | default unset) (date now | format date '%F %R')"
    if $seen != $env.RECONNECT_SEEN? {
      $env.RECONNECT_SEEN = $seen
      let last = $env.LAST_EXIT_CODE? | default 0
      $env.RECONNECT_PROMPT = try { ^@PROGRAM@ prompt err> /dev/null | str trim --right --char "\n" } catch { "" }
      $env.LAST_EXIT_CODE = $last
    }
  })

  let right = $env.PROMPT_COMMAND_RIGHT? | default ""
  let kind = $right | describe
  let is_nushells = $kind == "closure" and (config env --default | str contains (view source $right))
  if @SHOWS@ == "yes" and ($is_nushells or ($kind == "string" and $right == "")) {
    $env.PROMPT_COMMAND_RIGHT = {||
      let shown = if $is_nushells { do $right } else { "" }
      [$env.RECONNECT_PROMPT? $shown] | where {|part| $part | is-not-empty } | str join " "
    }
  }
}
