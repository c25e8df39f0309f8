"""Sessions that were thrown away: begun by mistake, and nothing was noted in them."""

from collections.abc import Iterable
from dataclasses import fields

from workshop.model.records import Records, Session

_ITS_OWN = frozenset({"sessions", "timelines", "attendance", "participants"})
"""The tables that only say when a session was and who was there."""


def discarded(records: Records) -> frozenset[str]:
    """The ids of the sessions that were thrown away.

    One in which something was noted all the same, by another laptop at the same time, is not among them: no word goes with it.
    """
    thrown = {key for key, session in records.sessions.items() if session.discarded}
    return frozenset(thrown - noted_in(records, thrown)) if thrown else frozenset()


def standing(records: Records) -> tuple[Session, ...]:
    """The sessions that were not thrown away, oldest first."""
    thrown = discarded(records)
    return tuple(sorted((each for key, each in records.sessions.items() if key not in thrown), key=lambda each: each.id))


def noted_in(records: Records, sessions: Iterable[str]) -> set[str]:
    """Those of the sessions (ids) in which something was said, answered or made."""
    asked = set(sessions)
    tables = (getattr(records, each.name) for each in fields(Records) if each.name not in {"workshop", *_ITS_OWN})
    return {each.session for table in tables for each in table.values() if getattr(each, "session", None) in asked}
