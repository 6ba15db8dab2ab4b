#!/usr/bin/env python3
"""Adds N records to the one diary file of a home, over the days from its start to its end: what benchmarks read. Half of them are
contacts by them; the others are urges, notes, logistics, and now and then a look at a profile."""
import datetime
import json
import pathlib
import random
import sys

KINDS = [
    *[{"kind": "contact", "who": "them", "via": "text"}] * 50,
    *[{"kind": "urge", "outcome": "sat-out", "minutes": 2}] * 20,
    *[{"kind": "note", "text": "A walk along the river; it helped more than I had thought."}] * 15,
    *[{"kind": "contact", "who": "me", "via": "call", "logistics": True, "note": "the lease"}] * 14,
    {"kind": "contact", "who": "me", "via": "looked"},
]

home, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
(diary,) = (home / ".local/share/reconnect/diary").glob("*.jsonl")
random.seed(count)
first, days = datetime.date(2026, 1, 6), 300
with diary.open("a") as lines:
    for number in range(count):
        on = f"{first + datetime.timedelta(days=number * days // count)}T10:00:{number % 60:02}+01:00"
        head = {"v": 1, "id": f"{random.getrandbits(128):032x}", "on": on, "at": on}
        lines.write(json.dumps(head | KINDS[number * 37 % 100], separators=(",", ":")) + "\n")
