"""What an activity has taken before, next to what the plan gives it."""

from collections.abc import Sequence

SHOWN = 3
LEAST = 30.0
"""Seconds: what took less, and would be called 0 min, was passed over and not done."""
FACTOR = 2.0
"""A time more than so many times the usual one, or less than its so-manieth part, was something else: a clock left running, a skip."""


def usual(seconds: Sequence[float]) -> tuple[float, ...]:
    """The last three times that an activity took, oldest first; `seconds` are all of them, oldest first. Outliers are left out."""
    taken = [each for each in seconds if each >= LEAST]
    if not taken:
        return ()
    middle = sorted(taken)[len(taken) // 2]
    return tuple(each for each in taken if middle / FACTOR <= each <= middle * FACTOR)[-SHOWN:]


def learned(seconds: Sequence[float]) -> str:
    """The same in words: "took 24, 31 and 27 min the last three times"; empty where nothing is known."""
    minutes = [f"{round(each / 60)}" for each in usual(seconds)]
    if not minutes:
        return ""
    if len(minutes) == 1:
        return f"took {minutes[0]} min the last time"
    return f"took {', '.join(minutes[:-1])} and {minutes[-1]} min the last {'two' if len(minutes) == 2 else 'three'} times"
