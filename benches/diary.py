#!/usr/bin/env python3
"""Adds COUNT records to the diary of a home, spread evenly over 300 days. Half of them are messages from the other person. The rest are
urges, notes, practical contacts, and now and then a look at a profile. With `notebook` all of them are notebook entries.

Usage: diary.py HOME COUNT [notebook]"""
import datetime
import json
import pathlib
import random
import sys

MIXED = [
    *[{"kind": "contact", "who": "them", "via": "text"}] * 50,
    *[{"kind": "urge", "outcome": "sat-out", "minutes": 2}] * 20,
    *[{"kind": "note", "text": "A walk along the river. It helped more than I thought."}] * 15,
    *[{"kind": "contact", "who": "me", "via": "call", "logistics": True, "note": "the lease"}] * 14,
    {"kind": "contact", "who": "me", "via": "looked"},
]
NOTEBOOK = [{"kind": kind, "text": "I listened to answer, not to understand."} for kind in ("issue", "note", "want", "obstacle")]

home, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
kinds = NOTEBOOK if sys.argv[3:] == ["notebook"] else MIXED
(diary,) = (home / ".local/share/reconnect/diary").glob("*.jsonl")
random.seed(count)
first, last = datetime.datetime(2026, 1, 6, 10), datetime.datetime(2026, 11, 1, 10)
with diary.open("a") as lines:
    for number in range(count):
        on = f"{first + (last - first) * number / count:%Y-%m-%dT%H:%M:%S}+01:00"
        head = {"v": 1, "id": f"{random.getrandbits(128):032x}", "on": on, "at": on}
        lines.write(json.dumps(head | kinds[number * 37 % len(kinds)], separators=(",", ":")) + "\n")
