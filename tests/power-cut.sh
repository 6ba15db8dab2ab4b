#!/usr/bin/env bash
# The power goes the moment after a command has said that it is done: on ext4, xfs and btrfs the file system's image is copied then,
# as a disk would be left, mounted, and everything that was acknowledged has to be there. Needs root, loop mounts, mkfs.*.
#   power-cut.sh PROGRAM [ROUNDS]
set -euo pipefail

program=$(realpath "${1:?usage: power-cut.sh PROGRAM [ROUNDS]}")
rounds=${2:-20}
work=$(mktemp -d)
trap 'umount "$work"/disk "$work"/after 2>/dev/null || true; rm -rf "$work"' EXIT
mkdir "$work/disk" "$work/after"
export TZ=UTC

reconnect() { # HOME ARGUMENTS...
  HOME=$1 "$program" --at 2026-11-23T18:00 "${@:2}"
}

tried=0
for system in ext4 xfs btrfs; do
  image=$work/$system.img
  if ! command -v "mkfs.$system" >/dev/null; then
    echo "$system: skipped, mkfs.$system is not installed"
    continue
  fi
  truncate -s 320M "$image"
  case $system in
    ext4) mkfs.ext4 -q -F "$image" ;;
    xfs) mkfs.xfs -q -f "$image" ;;
    btrfs) mkfs.btrfs -q -f "$image" >/dev/null 2>&1 ;;
  esac
  if ! mount -o loop "$image" "$work/disk" 2>"$work/why"; then
    echo "$system: skipped, no loop mounts here ($(head -n 1 "$work/why"))"
    continue
  fi
  tried=$((tried + 1))
  lost=0 unread=0 empty=0 gone=0
  for ((round = 0; round < rounds; round++)); do
    home=$work/disk/home$round
    mkdir "$home"
    sync -f "$work/disk"
    # From here on nothing is synced but what the program syncs.
    reconnect "$home" start-no-contact 2026-11-01 --breakup 2026-10-24 >/dev/null
    reconnect "$home" log-contact them 2026-11-05 >/dev/null
    echo "what round $round says" | reconnect "$home" notebook issue >/dev/null
    # Nobody syncs this one: that it is gone shows that the cut is one.
    echo control >"$work/disk/control$round"
    cp --sparse=always "$image" "$work/cut.img"

    # xfs and btrfs refuse a second file system of the same name: it has to be another one.
    options=loop
    if [ "$system" = xfs ]; then options=loop,nouuid; fi
    if [ "$system" = btrfs ]; then umount "$work/disk"; fi
    mount -o "$options" "$work/cut.img" "$work/after"
    cut=$work/after/home$round
    if ! reconnect "$cut" history --csv >"$work/history" 2>"$work/errors" || [ -s "$work/errors" ]; then unread=$((unread + 1)); fi
    grep -q '^run,2026-11-01' "$work/history" && grep -q '^contact,2026-11-05' "$work/history" || lost=$((lost + 1))
    reconnect "$cut" notebook list --json | grep -q "what round $round says" || lost=$((lost + 1))
    # The lock is not waited for; losing it loses nothing.
    if find "$cut" -type f -empty -not -path '*/state/reconnect/*' | grep -q .; then empty=$((empty + 1)); fi
    if [ ! -s "$work/after/control$round" ]; then gone=$((gone + 1)); fi
    umount "$work/after"
    if [ "$system" = btrfs ]; then mount -o loop "$image" "$work/disk"; fi
  done
  umount "$work/disk"
  echo "$system: $rounds power cuts, $lost lost, $unread unreadable, $empty with an empty file; of $rounds files that nobody synced $gone are gone"
  if [ "$lost" -gt 0 ] || [ "$unread" -gt 0 ]; then exit 1; fi
done
if [ "$tried" = 0 ]; then echo "no file system could be tried: this needs root, loop mounts and mkfs"; fi
