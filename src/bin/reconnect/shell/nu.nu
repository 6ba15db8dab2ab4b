# reconnect in nushell: `reconnect init nushell | save --force ~/.reconnect.nu`, once, and `source ~/.reconnect.nu` last in
# config.nu. Before each prompt $env.RECONNECT_PROMPT is set; the prompt that is there is kept, and shown behind it. The program
# is asked before each prompt; it reads its state file and is done in a millisecond.

# Sourced twice in one shell, the hook is set once. A child of this shell has a pid of its own.
if ($env.RECONNECT_NUSHELL? | default "") != ($nu.pid | into string) {
  $env.RECONNECT_NUSHELL = ($nu.pid | into string)
  $env.RECONNECT_PROMPT = ""
  let program = @PROGRAM@
  $env.config.hooks.pre_prompt = ($env.config.hooks.pre_prompt? | default [] | append {||
    # What the user's prompt shows of the last command is put back at the end.
    let last = $env.LAST_EXIT_CODE? | default 0
    # The program may have been uninstalled since.
    $env.RECONNECT_PROMPT = try { ^$program prompt err> /dev/null | str trim --right --char "\n" } catch { "" }
    $env.LAST_EXIT_CODE = $last
  })
  if @SHOWS@ != "" {
    let own = $env.PROMPT_COMMAND?
    $env.PROMPT_COMMAND = {||
      let shown = match ($own | describe --detailed | get type) { "closure" => (do $own), "nothing" => "", _ => $own }
      if ($env.RECONNECT_PROMPT? | is-empty) { $shown } else { $"($env.RECONNECT_PROMPT) ($shown)" }
    }
  }
}
