#!/usr/bin/env python3
"""Times whole processes and prints a Markdown table. Each round starts every command once, so that the machine's load falls on all of
them, and in another order, since whatever runs behind a large program finds the caches cold. A ratio is taken within its round, to the
first command.

Usage: rounds.py TITLE ROUNDS < commands; a line each: NAME, HOME, what to write into the state file before each run (or nothing),
and the command, with tabs between.
"""
import os
import pathlib
import random
import shlex
import statistics
import subprocess
import sys
import time

title, rounds = sys.argv[1], int(sys.argv[2])
nowhere = os.open(os.devnull, os.O_RDWR)


class Command:
    def __init__(self, line):
        self.name, home, state, words = line.rstrip("\n").split("\t")
        self.argv = shlex.split(words)
        self.env = {**os.environ, "HOME": home}
        self.state = state and (pathlib.Path(home) / ".local/state/reconnect/prompt", state + "\n")
        self.times = []

    def start(self):
        if self.state:
            self.state[0].write_text(self.state[1])
        streams = [(os.POSIX_SPAWN_DUP2, nowhere, stream) for stream in range(3)]
        began = time.perf_counter_ns()
        child = os.posix_spawnp(self.argv[0], self.argv, self.env, file_actions=streams)
        _, status = os.waitpid(child, 0)
        self.times.append((time.perf_counter_ns() - began) / 1000)
        return status == 0

    def peak(self):
        """KiB, as a small program sees it that starts this one: what Python itself takes would count otherwise."""
        if self.state:
            self.state[0].write_text(self.state[1])
        try:
            ran = subprocess.run(["/usr/bin/time", "-f", "%M", *self.argv], env=self.env, capture_output=True, text=True)
            return ran.stderr.split()[-1]
        except FileNotFoundError:
            return "-"


commands = [Command(line) for line in sys.stdin]
working = [command for command in commands if command.start()]
for command in commands:
    command.times.clear()
    if command not in working:
        print(f"not measured, since it fails: {command.name}", file=sys.stderr)
random.seed(0)
for _ in range(rounds):
    for command in random.sample(working, len(working)):
        command.start()

first = working[0]
print(f"\n| {title} | least, µs | x first, least | x first, median | peak, KiB |\n| --- | --- | --- | --- | --- |")
for command in working:
    ratios = [time / base for time, base in zip(command.times, first.times)]
    least = min(command.times) / min(first.times)
    print(f"| {command.name} | {min(command.times):.0f} | {least:.2f} | {statistics.median(ratios):.2f} | {command.peak()} |")
