"""Schedules: when each activity begins and ends, given when the first does and the starts that are locked."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, tzinfo

from workshop.model.plan import Activity
from workshop.model.timeofday import instant_near, parse_time

Stretch = tuple[datetime, datetime]


def schedule(begin: datetime, lengths: Iterable[tuple[int, float]], locks: Mapping[int, datetime]) -> dict[int, Stretch]:
    """Start and end by activity, one after the other from `begin`; `lengths` in seconds. A locked start is waited for."""
    stretches: dict[int, Stretch] = {}
    at = begin
    for index, seconds in lengths:
        start = max(at, locks.get(index, at))
        at = start + timedelta(seconds=seconds)
        stretches[index] = (start, at)
    return stretches


def locked_starts(activities: tuple[Activity, ...], reference: datetime, zone: tzinfo) -> dict[int, datetime]:
    """The instants of the plan's `starts_at`, near the session."""
    return {i: instant_near(parse_time(each.starts_at), reference, zone) for i, each in enumerate(activities) if each.starts_at}


def latest_ends(activities: tuple[Activity, ...], reference: datetime, zone: tzinfo) -> dict[int, datetime]:
    """The instants of the plan's `ends_by`, near the session."""
    return {i: instant_near(parse_time(each.ends_by), reference, zone) for i, each in enumerate(activities) if each.ends_by}
