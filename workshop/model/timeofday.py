"""A time of day as people type it ("14:45"), and the instant that it means near a session."""

import re
from datetime import UTC, datetime, time, timedelta, tzinfo

from workshop.errors import WorkshopError

LOOK_BACK = timedelta(hours=6)
"""How far before the session a time of day may lie: a session that begins hours late still has its planned start behind it."""
END_LOOK_BACK = timedelta(hours=1)
"""The same for a latest end: one that was hours before the session began is tonight's, and not this morning's."""

_TIME = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?", re.IGNORECASE)


def parse_time(text: str) -> time:
    """The time of day in "14:45", "14.45", "1445", "9", "2pm" or "2:45 pm". WorkshopError where it is none."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise _no_time(text)
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise _no_time(text)
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise _no_time(text)
    return time(hour, minute)


def instant_near(when: time, reference: datetime, zone: tzinfo, look_back: timedelta = LOOK_BACK) -> datetime:
    """The instant (UTC) at which clocks in `zone` show `when`, from 6 hours before the aware `reference` to 18 hours after it.

    `look_back` is how far before it may lie; it lies within the day that begins then.
    A time that a change to summer time leaves out is read as if the clocks had not changed yet; of one that comes twice, the first.
    """
    earliest = reference.astimezone(UTC) - look_back
    day = earliest.astimezone(zone).date()
    days = (day + timedelta(days=step) for step in range(3))
    instants = (datetime.combine(each, when, tzinfo=zone).astimezone(UTC) for each in days)
    return next(instant for instant in instants if instant >= earliest)


def _no_time(text: str) -> WorkshopError:
    return WorkshopError(f'"{text}" is not a time of day.', "Write it like 14:45, 9:30 or 2pm.")
