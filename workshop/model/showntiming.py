"""Planned against actual, as a report may show it: without a name, and with nothing that anybody said."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownActivity:
    """One activity. Lengths are whole seconds, instants in the report's time zone; a `text` says the same in words, "" for nothing.

    `planned` is None where the plan didn't have it. `actual` is the time that it ran, without pauses and what was left out, and None
    where it never began. `remarks` is how many were said in it, `in_overtime` how many of them once its time was up.
    """

    number: int
    title: str
    planned: int | None
    planned_text: str
    added: int
    added_text: str
    actual: int | None
    actual_text: str
    paused: int
    paused_text: str
    left_out: int
    left_out_text: str
    begin: datetime | None
    begin_text: str
    end: datetime | None
    end_text: str
    remarks: int
    in_overtime: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTiming:
    """One session that was run by the clock; `session` is its name, `text` "planned 10:00 to 11:30, was 10:04 to 11:42"."""

    session: str
    text: str
    planned_begin: datetime | None
    planned_end: datetime | None
    begin: datetime | None
    end: datetime | None
    activities: tuple[ShownActivity, ...]
