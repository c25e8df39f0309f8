"""Attendance: in which parts of a session somebody was there."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """In which parts of a session (indexes into its plan's activities) a person was there: None is throughout, none of them is absent."""

    id: str
    session: str
    participant: str
    parts: tuple[int, ...] | None = None


def was_there(recorded: Attendance | None, parts: Collection[int] | None) -> bool:
    """Whether somebody was in at least one of these parts, or, where it isn't known which parts are meant (None), in the session at all.

    No attendance recorded means present throughout (method.md, 1.2).
    """
    if recorded is None or recorded.parts is None:
        return True
    return bool(recorded.parts) if parts is None else not set(recorded.parts).isdisjoint(parts)
