# reconnect in zsh: put `eval "$(reconnect init zsh)"` last in ~/.zshrc, behind other tools that write PROMPT.
# Before each prompt RECONNECT_PROMPT is set, and an element of psvar: what `%20v` shows is never expanded again.

_reconnect_hook() {
  # The user's options (ksh_arrays, sh_word_split, nounset, …) do not hold in here; zsh itself keeps `$?` over a hook.
  emulate -L zsh

  # Most prompts end here: what was read and checked last stands in the state file still, and its time is not over. A config that
  # was edited by hand is newer than the state file. One `sysread` takes the line at once; `read` asks for each letter of it.
  if [[ -f @STATE@ && ! @CONFIG@ -nt @STATE@ ]] && (( _reconnect_from <= EPOCHSECONDS && EPOCHSECONDS < _reconnect_until )) &&
    builtin sysread _reconnect_line <@STATE@ && [[ $_reconnect_line == "$_reconnect_seen" &&
      ${psvar[_reconnect_slot]-} == $~_reconnect_own && ${PROMPT-} == $~_reconnect_shown ]]; then
    RECONNECT_PROMPT=$_reconnect_segment
    return 0
  fi

  setopt no_err_exit no_err_return no_unset no_xtrace
  local program=@PROGRAM@ state=@STATE@ config=@CONFIG@
  local line='' from='' until='' segment='' is_fresh='' now=${EPOCHSECONDS-}

  # The state file holds `from until segment`. A config that was edited by hand is newer than it. Without the datetime
  # module there is no clock: then the program is asked before each prompt, and reads the state file itself.
  if [[ -n $now && -f $state && ! $config -nt $state ]] && { IFS= builtin read -r line <"$state" } 2>/dev/null; then
    from=${line%% *} segment=${line#* }
    until=${segment%% *} segment=${segment#* }
    # Arithmetic runs `a[$(command)]`: both are digits, or they are not looked at.
    if [[ -n $from && -n $until && $from$until != *[^0123456789]* && ${#from} -lt 16 && ${#until} -lt 16 ]] &&
      [[ $segment != *[[:cntrl:]]* ]] && ((10#$from <= now && now < 10#$until && 10#$until - 10#$from <= 600)); then
      is_fresh=1
    fi
  fi

  # What the next prompt may be spared.
  typeset -g _reconnect_from=0 _reconnect_until=0 _reconnect_seen='' _reconnect_segment=$segment
  if [[ -n $is_fresh ]] && (( ${+builtins[sysread]} )); then
    _reconnect_from=$(( 10#$from )) _reconnect_until=$(( 10#$until )) _reconnect_seen=$line$'\n'
  fi

  if [[ -z $is_fresh ]]; then
    segment=''
    # Where nothing is set up there is nothing to read, and one question in ten minutes is enough.
    if [[ -z $now || -e $state || -e $config ]] || ((now - _reconnect_asked >= 600 || now < _reconnect_asked)); then
      _reconnect_asked=${now:-0}
      # The program may have been uninstalled since.
      if [[ -x $program ]]; then
        segment=$("$program" prompt 2>/dev/null) || segment=''
      fi
    fi
  fi
  typeset -g RECONNECT_PROMPT=$segment

  if [[ -n $_reconnect_shows ]]; then
    # Elements below are left to others, who may count from the first. `psvar=()` in their hooks does no harm: ours is later.
    psvar[_reconnect_slot]=$segment
    _reconnect_own=${(b)segment}
    # A tool that writes PROMPT anew has dropped the reference. Without `prompt_percent` it would be shown as it stands.
    if [[ -o prompt_percent && ${PROMPT-} != $~_reconnect_shown ]]; then
      PROMPT="%(${_reconnect_slot}V.%${_reconnect_slot}v .)${PROMPT-}"
    fi
  fi
  return 0
}

_reconnect_install() {
  emulate -L zsh
  setopt no_err_exit no_err_return no_unset
  typeset -g _reconnect_asked=0 _reconnect_from=0 _reconnect_until=0 _reconnect_seen='' _reconnect_segment='' _reconnect_shows=@SHOWS@
  typeset -g _reconnect_line='' RECONNECT_PROMPT=''
  (( ${+_reconnect_slot} )) || typeset -g _reconnect_slot=$(( ${#psvar} < 20 ? 20 : ${#psvar} + 1 ))
  # What the element and PROMPT look like once the segment is shown: anything, where it need not be.
  typeset -g _reconnect_own='*' _reconnect_shown='*'
  if [[ -n $_reconnect_shows ]]; then
    _reconnect_shown="*%\\(${_reconnect_slot}V.*"
  fi
  zmodload -F zsh/datetime p:EPOCHSECONDS 2>/dev/null
  zmodload -F zsh/system b:sysread 2>/dev/null
  typeset -ga precmd_functions
  (( ${precmd_functions[(Ie)_reconnect_hook]} )) || precmd_functions+=(_reconnect_hook)
  return 0
}
_reconnect_install
unfunction _reconnect_install
