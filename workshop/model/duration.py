"""Lengths of time as people type them, and as they are shown."""

import re
from math import ceil, floor

from workshop.errors import WorkshopError

LONGEST = 24 * 60 * 60
"""Seconds: a longer time is a slip of the finger."""

_SIGNED = re.compile(r"([+\-\u2212]?)\s*(.+)", re.DOTALL)
_PART = re.compile(r"(\d{1,6}(?:[.,]\d{1,6})?)\s*([a-z]*)\s*", re.IGNORECASE)
_UNITS = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
}
_BARE = {None: 60, 3600: 60, 60: 1}
"""The unit of a number without one, by the unit before it: minutes, and after minutes seconds."""
_HOW = "Write it like 10, 1h30, +10m, -5 or 90s: a bare number is minutes."


def parse_duration(text: str) -> int:
    """Seconds from "10" (minutes), "1h30", "+10m", "-5", "2.5", "90s", "1 h 5 min" or "5m30"; below zero with a minus.

    WorkshopError where it is none of these, or longer than a day.
    """
    seconds, before = 0.0, None
    signed = _SIGNED.fullmatch(text.strip())
    rest = signed[2] if signed else ""
    if not rest:
        raise WorkshopError("There is no length of time.", _HOW)
    while rest:
        part = _PART.match(rest)
        unit = None if part is None else _UNITS.get(part[2].lower()) if part[2] else _BARE.get(before)
        if part is None or unit is None or (before is not None and unit >= before):
            raise WorkshopError(f'"{text.strip()}" is no length of time.', _HOW)
        seconds += float(part[1].replace(",", ".")) * unit
        # After a bare number nothing can follow: "10 30" may be anything.
        before, rest = unit if part[2] else 1, rest[part.end() :]
    if seconds > LONGEST:
        raise WorkshopError(f'"{text.strip()}" is longer than a day.', _HOW)
    return -round(seconds) if signed and signed[1] in ("-", "\u2212") else round(seconds)


def face(seconds: int) -> str:
    """Whole seconds, not below zero, as a clock's face: "1:32", "0:05", "1:02:03"."""
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def elapsed(seconds: float) -> str:
    """Time that has passed, as a face: a second is shown when it is full."""
    return face(max(0, floor(seconds)))


def countdown(remaining: float) -> str:
    """Time that is left, as a face that reads 0:00 when it is up; below zero it says so in a word: "1:32 over"."""
    return face(ceil(remaining)) if remaining > -1 else f"{elapsed(-remaining)} over"


def spoken(seconds: float) -> str:
    """A length in words, to the minute from two minutes on: "45 s", "1 min 30 s", "12 min", "1 h 5 min". Its sign is not told."""
    whole = round(abs(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 120:
        return "1 min" if whole == 60 else f"1 min {whole - 60} s"
    hours, minutes = divmod(round(whole / 60), 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
