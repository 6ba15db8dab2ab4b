# reconnect in zsh: put `eval "$(reconnect init zsh)"` last in ~/.zshrc.
# Before each prompt this keeps RECONNECT_PROMPT up to date. PROMPT refers to an element of psvar, which zsh shows as it is.
# To keep these commands out of zsh's history file: HISTORY_IGNORE='reconnect*'

_reconnect_hook() {
  emulate -L zsh
  setopt no_err_exit no_err_return no_xtrace
  # The file holds one short token. It is compared, never shown or run.
  local token= seen
  [[ -f @CHANGED@ && -r @CHANGED@ ]] && builtin sysread -s 40 token <@CHANGED@

  # Ask the program only if something changed, the time zone is another, or a new minute began.
  seen="$token ${TZ-unset} $(( ${EPOCHSECONDS:-$SECONDS} / 60 ))"
  if [[ $seen != "$_reconnect_seen" ]]; then
    typeset -g _reconnect_seen=$seen RECONNECT_PROMPT
    RECONNECT_PROMPT=$(@PROGRAM@ prompt 2>/dev/null)
  fi
  [[ $PROMPT == $~_reconnect_shown && ${psvar[_reconnect_slot]-} == "$RECONNECT_PROMPT" ]] || _reconnect_show
  return 0
}

# Puts the reference into PROMPT: before the last line, but behind escape sequences there, since they may move the cursor.
# Succeeds if the prompt has to be drawn again.
_reconnect_show() {
  emulate -L zsh
  [[ $_reconnect_shows == yes && -o prompt_percent ]] || return 1
  [[ $PROMPT == $~_reconnect_shown && ${psvar[_reconnect_slot]-} == "$RECONNECT_PROMPT" ]] && return 1
  psvar[_reconnect_slot]=$RECONNECT_PROMPT
  [[ $PROMPT == $~_reconnect_shown ]] && return 0
  local line=${PROMPT##*$'\n'}
  # The line break may stand inside `$(…)` or `${…}`. Then go on to where that ends.
  while [[ $line != "$PROMPT" ]] && (( ${#line//[^(\{]} < ${#line//[^)\}]} )); do line=${line#*[)\}]}; done
  while [[ $line == '%{'*'%}'* ]]; do line=${line#*'%}'}; done
  PROMPT="${PROMPT%"$line"}%(${_reconnect_slot}V.%${_reconnect_slot}v .)$line"
  return 0
}

# A theme may write PROMPT after our hook, or while you type.
_reconnect_line_init() { _reconnect_show && zle .reset-prompt; return 0 }
_reconnect_reset_prompt() { _reconnect_show; zle .reset-prompt }

_reconnect_install() {
  emulate -L zsh
  setopt no_err_exit no_err_return
  zmodload zsh/datetime zsh/system zsh/zleparameter 2>/dev/null
  # Others use the first elements of psvar.
  typeset -g _reconnect_slot=${_reconnect_slot:-$(( $#psvar < 90 ? 90 : $#psvar + 1 ))}
  typeset -g _reconnect_seen= RECONNECT_PROMPT= _reconnect_shows=@SHOWS@ _reconnect_shown="*%${_reconnect_slot}v*"
  [[ ${(t)PROMPT} != *readonly* ]] || _reconnect_shows=no
  autoload -Uz add-zsh-hook add-zle-hook-widget
  add-zsh-hook precmd _reconnect_hook
  [[ $_reconnect_shows == yes && -o zle ]] || return 0
  zle -N _reconnect_line_init
  add-zle-hook-widget line-init _reconnect_line_init
  [[ ${widgets[reset-prompt]-} != builtin ]] || zle -N reset-prompt _reconnect_reset_prompt
}
_reconnect_install
unfunction _reconnect_install
# Now, because others put their marks around PROMPT before the first prompt.
_reconnect_hook
