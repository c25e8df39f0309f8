"""The values that a plan's keys may have: one reader for each, which says all that is wrong and goes on."""

import math
import re
from dataclasses import dataclass
from typing import Protocol

from workshop.model.faultwords import nearest, shortened
from workshop.model.perspective import ALWAYS, plural_of
from workshop.model.plan import Kind
from workshop.text import clean, clean_line, fold

DAY = 24 * 60
"""The longest time that a plan can ask for, in minutes."""
LARGEST = 1_000_000
"""The largest number of dots or sum of money."""

_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


class Complain(Protocol):
    """Notes a fault of the value being read, or of the part `below` it (the index of a list's entry)."""

    def __call__(self, message: str, *below: int) -> None:
        """Note it."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """Complains of one entry of a list."""

    of_list: Complain
    index: int

    def __call__(self, message: str, *below: int) -> None:
        """Say which entry it is, as people count."""
        self.of_list(f"entry {self.index + 1} {message}", self.index, *below)


def one_line(value: object, complain: Complain) -> str:
    """A text on one line, not empty."""
    return _text(value, complain, line=True)


def prose(value: object, complain: Complain) -> str:
    """A text of any length, its own line breaks kept; it may be empty."""
    return _text(value, complain, line=False)


def time_of_day(value: object, complain: Complain) -> str:
    """A time as "HH:MM"."""
    if isinstance(value, str) and _TIME.fullmatch(value.strip()):
        return value.strip()
    complain(f'wants a time of day in quotes, such as "09:30", not {_shown(value)}')
    return ""


def texts(value: object, complain: Complain) -> tuple[str, ...]:
    """A list of texts, none empty, no two the same but for case and spaces."""
    if not isinstance(value, list):
        complain(f'wants a list of texts, such as ["one", "two"], not {_shown(value)}')
        return ()
    found: dict[str, str] = {}
    for index, entry in enumerate(value):
        text = _text(entry, _Entry(complain, index), line=True)
        if text and fold(text) in found:
            complain(f'has "{shortened(text)}" twice', index)
        elif text:
            found[fold(text)] = text
    return tuple(found.values())


def perspective_names(value: object, complain: Complain) -> tuple[str, ...]:
    """Perspectives in the singular and in small letters; any name is one, but the plural of a known one is a slip."""
    names = tuple(text.casefold() for text in texts(value, complain))
    plurals = {plural_of(name): name for name in ALWAYS if plural_of(name) != name}
    for index, name in enumerate(names):
        if name in plurals:
            complain(f'has "{name}", did you mean "{plurals[name]}"?', index)
    return names


def kind(value: object, complain: Complain) -> Kind:
    """One of the kinds of activity."""
    if isinstance(value, str):
        name = clean_line(value)
        if name in list(Kind):
            return Kind(name)
        near = nearest(name, list(Kind))
        complain(f'can\'t be "{shortened(name)}", ' + (f'did you mean "{near}"?' if near else f"the kinds are {', '.join(Kind)}"))
    else:
        complain(f"wants one of {', '.join(Kind)}, in quotes, not {_shown(value)}")
    return Kind.OPEN


def minutes(value: object, complain: Complain) -> float:
    """A time that passes, over 0 and at most a day."""
    return _number(value, complain, "minutes", zero=False)


def minutes_or_none(value: object, complain: Complain) -> float:
    """A time that may be 0."""
    return _number(value, complain, "minutes", zero=True)


def whole_number(value: object, complain: Complain) -> int:
    """A whole number from 1."""
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LARGEST:
        return value
    complain(f"wants a whole number from 1, not {_shown(value)}")
    return 1


def yes_or_no(value: object, complain: Complain) -> bool:
    """True or false."""
    if isinstance(value, bool):
        return value
    complain(f"wants true or false, not {_shown(value)}")
    return False


def scale(value: object, complain: Complain) -> tuple[int, int] | None:
    """The two ends of a scale."""
    match value:
        case [int(low), int(high)] if low < high and not isinstance(low, bool) and abs(low) <= LARGEST and abs(high) <= LARGEST:
            return low, high
    complain("wants its two ends as whole numbers, the lower first, such as [1, 5]")
    return None


def _text(value: object, complain: Complain, *, line: bool) -> str:
    if not isinstance(value, str):
        complain(f"wants a text in quotes, not {_shown(value)}")
        return ""
    text = clean_line(value) if line else clean(value).strip()
    if line and not text:
        complain("is empty")
    return text


def _number(value: object, complain: Complain, unit: str, *, zero: bool) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or (isinstance(value, float) and math.isnan(value)):
        complain(f"wants a number of {unit}, such as 20, not {_shown(value)}")
    elif value < 0 or (value == 0 and not zero):
        complain(f"can't be less than 0 {unit}" if zero else f"must be more than 0 {unit}")
    elif value > DAY:
        complain(f"can't be more than {DAY} {unit}, a whole day")
    else:
        return float(value)
    return 1.0


def _shown(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{shortened(value)}"'
        case int() if abs(value) > LARGEST:  # printing one of thousands of digits is refused by int itself
            return "a number as large as that"
        case int() | float():
            return f"{value:g}"
        case list() | dict():
            return "a list or a table"
    return "a date or a time without quotes"
