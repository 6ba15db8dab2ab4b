#!/usr/bin/env python3
"""Adds N contacts by them to the one diary file of a home, over the days from its start to its end: what benchmarks read."""
import datetime
import json
import pathlib
import random
import sys

home, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
(diary,) = (home / ".local/share/reconnect/diary").glob("*.jsonl")
random.seed(count)
first, days = datetime.date(2026, 1, 6), 300
with diary.open("a") as lines:
    for number in range(count):
        on = f"{first + datetime.timedelta(days=number * days // count)}T10:00:{number % 60:02}+01:00"
        record = {"v": 1, "id": f"{random.getrandbits(128):032x}", "on": on, "at": on, "kind": "contact", "who": "them", "via": "text"}
        lines.write(json.dumps(record, separators=(",", ":")) + "\n")
