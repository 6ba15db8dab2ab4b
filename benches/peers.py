#!/usr/bin/env python3
"""Writes COUNT entries into a home for each of the programs that measure.sh compares, in their own formats. The last entry of the
two time trackers is still running, so that they have something to show.

Usage: peers.py HOME COUNT"""
import datetime
import pathlib
import sys
import uuid

home, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
# One entry each 15 minutes, up to the same day.
last = datetime.datetime(2026, 11, 1)
starts = [last - datetime.timedelta(minutes=15 * number) for number in range(count, 0, -1)]
length = datetime.timedelta(minutes=10)


def write(path, lines):
    path = home / path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(line + "\n" for line in lines))


bartib = [f"{start:%Y-%m-%d %H:%M} - {start + length:%Y-%m-%d %H:%M} | project | task" for start in starts]
write("bartib", [*bartib, f"{last:%Y-%m-%d %H:%M} | project | task"])

months = {}
for start in starts:
    months.setdefault(f"{start:%Y-%m}", []).append(f"inc {start:%Y%m%dT%H%M%SZ} - {start + length:%Y%m%dT%H%M%SZ} # project")
months.setdefault(f"{last:%Y-%m}", []).append(f"inc {last:%Y%m%dT%H%M%SZ} # project")
for month, lines in months.items():
    write(f".timewarrior/data/{month}.data", lines)
write(".timewarrior/timewarrior.cfg", [])

tasks = ((f"task {number}", start.timestamp(), uuid.uuid5(uuid.NAMESPACE_OID, str(number))) for number, start in enumerate(starts))
write(".task/pending.data", (f'[description:"{text}" entry:"{at:.0f}" status:"pending" uuid:"{key}"]' for text, at, key in tasks))
write(".taskrc", [f"data.location={home}/.task"])

write("journal.txt", (f"[{start:%Y-%m-%d %H:%M}] A walk along the river.\n" for start in starts))
write(".config/jrnl/jrnl.yaml", [f"""\
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: true
indent_character: '|'
journals: {{default: {{journal: {home}/journal.txt}}}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%Y-%m-%d %H:%M'
version: v4.6"""])
