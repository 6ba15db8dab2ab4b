# reconnect in fish: put `reconnect init fish | source` last in ~/.config/fish/config.fish.
# Before each prompt this keeps RECONNECT_PROMPT up to date. fish shows it at the right, unless you have a right prompt already.
# To keep a command out of fish's history, type a space first.

function _reconnect_hook --on-event fish_prompt
    set -l changed @CHANGED@
    set -l program @PROGRAM@
    # The file holds one short token. It is compared, never shown or run.
    set -l token
    test -f $changed; and test -r $changed
    and read -n 40 token <$changed 2>/dev/null

    # fish has no clock, but the age of `/` grows by the minute. fish before 3.6 can't tell it and asks each time.
    set -l minute (random)
    set -q _reconnect_has_mtime
    and set minute (math -s0 (path mtime -R /) / 60)

    # Ask the program only if something changed, the time zone is another, or a new minute began.
    set -l seen "$token" (count $TZ) "$TZ" $minute
    if test "$seen" != "$_reconnect_seen"
        set -g _reconnect_seen $seen
        set -g RECONNECT_PROMPT ''
        test -x $program
        and set -g RECONNECT_PROMPT ($program prompt 2>/dev/null | string collect)
    end
end

set -e _reconnect_has_mtime
contains path (builtin -n)
and path mtime -R / >/dev/null 2>/dev/null
and set -g _reconnect_has_mtime

# `reconnect doctor` reads this: a right prompt that isn't ours, and where it comes from.
set -e RECONNECT_RIGHT_PROMPT
if test @SHOWS@ = yes
    if not functions -q fish_right_prompt
        function fish_right_prompt
            printf '%s' $RECONNECT_PROMPT
        end
    else if not functions fish_right_prompt | string match -q '*RECONNECT_PROMPT*'
        set -gx RECONNECT_RIGHT_PROMPT (functions --details fish_right_prompt)
    end
end
