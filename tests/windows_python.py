"""The guide's windows, the milestones and `earliest`, once more in another language, from the contract's text alone.

Prints one JSON object a line: a breakup, perhaps a start, a today, and what `status --json` has to say about them.
Python 3 and its standard library. Usage: windows_python.py SEED COUNT
"""

import calendar
import json
import random
import sys
from datetime import date, timedelta

MILESTONE_DAYS = [1, 3, 7, 14, 21, 30, 45, 60, 90, 120, 180, 270]


def plus_months(day, months):
    """Calendar months later; the month's last day where the day does not exist."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month0 + 1)[1]
    return date(year, month0 + 1, min(day.day, last))


def window(breakup, today, few_weeks, months):
    """Section 3's table."""
    own = (few_weeks, months) != (21, 6)
    second = breakup + timedelta(days=few_weeks)
    last = plus_months(breakup, months)
    if today < second:
        return {"id": "days", "from": breakup, "through": second - timedelta(days=1), "stated": not own}
    if today <= last:
        return {"id": "weeks-to-6-months", "from": second, "through": last, "stated": not own}
    a_year = today >= plus_months(breakup, 12)
    return {"id": "years", "from": last + timedelta(days=1), "through": None, "stated": a_year and not own}


def next_milestone(start, today):
    """The first count of the run strictly after today."""
    for days in MILESTONE_DAYS:
        on = start + timedelta(days=days)
        if on > today:
            return {"id": f"day-{days}", "date": on}
    years = 1
    while plus_months(start, 12 * years) <= today:
        years += 1
    return {"id": f"year-{years}", "date": plus_months(start, 12 * years)}


def expected(breakup, start, today, few_weeks, months):
    """What the status has to say, as far as it follows from dates alone."""
    few = timedelta(days=few_weeks)
    here = window(breakup, today, few_weeks, months)
    if here["id"] == "days":
        verdict = "wait"
    elif start is None or today < start + few:
        verdict = "give-space"
    else:
        verdict = "prepare"  # Nothing is in the notebook.
    run = None if start is None else (today - start).days
    return {
        "today": today,
        "breakup": {"date": breakup, "days": (today - breakup).days},
        "window": here,
        "no_contact": None if start is None else {"since": start, "days": run},
        "record": {
            "longest_days": run or 0,
            "kept_days": 0 if start is None else run + 1,
            "total_days": 0 if start is None else run + 1,
            "runs": 0 if start is None else 1,
        },
        "verdict": {"id": verdict, "earliest": None if start is None else max(breakup + few, start + few)},
        "next_milestone": None if start is None else next_milestone(start, today),
    }


def month_end(day):
    """The last day of its month: where clamping happens."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def breakups(rng):
    """A breakup of the years 1990 to 2090; month ends and 29 February as often as all other days."""
    day = date(1990, 1, 1) + timedelta(days=rng.randrange(36500))
    return rng.choice([day, day, month_end(day), plus_months(date(1988, 2, 29), 48 * rng.randrange(1, 25))])


def case(rng):
    """One pair of dates, close to the bounds more often than not."""
    thresholds = rng.choice([(21, 6)] * 3 + [(14, 3), (30, 12), (150, 6), (21, 60)])
    breakup = breakups(rng)
    few, last = breakup + timedelta(days=thresholds[0]), plus_months(breakup, thresholds[1])
    near = rng.choice([breakup, few, last, plus_months(breakup, 12), plus_months(breakup, 12 * rng.randrange(1, 30))])
    today = rng.choice([near + timedelta(days=rng.randrange(-2, 3)), breakup + timedelta(days=rng.randrange(4000))])
    today = max(today, breakup)
    age = (today - breakup).days
    back = rng.choice([0, 1, min(20, age), min(21, age), min(22, age), rng.randrange(age + 1), age])
    start = rng.choice([None] + [max(breakup, today - timedelta(days=back))] * 5)
    # A milestone of the run is reached on the very day now and then: the next one has to be another.
    if start is not None and rng.randrange(4) == 0:
        today = start + timedelta(days=rng.choice(MILESTONE_DAYS))
    return breakup, start, today, thresholds


def main():
    """Prints the cases."""
    rng = random.Random(int(sys.argv[1]))
    for _ in range(int(sys.argv[2])):
        breakup, start, today, (few_weeks, months) = case(rng)
        given = {"breakup": breakup, "start": start, "few_weeks_days": few_weeks, "golden_months": months}
        print(json.dumps({**given, "expected": expected(breakup, start, today, few_weeks, months)}, default=date.isoformat))


main()
