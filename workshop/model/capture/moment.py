"""When it was said: `@12:30` and `@-2m` to an instant."""

import re
from datetime import UTC, datetime, time, timedelta

_SECONDS = {"h": 3600, "m": 60, "s": 1}
_OFFSET = re.compile(r"-(\d+)([hms])")
_FAST_WATCH = timedelta(minutes=15)
"""A time of day so little ahead was read from a watch that is fast, and means now; further ahead it means yesterday's."""


def said_at(at: str, now: datetime) -> datetime:
    """The instant, in UTC, that `Captured.at` means to someone who types at `now`; "" means now. Never after `now`.

    `now` is aware and in the time zone of the place. A time of day is its latest occurrence. For notes typed up afterwards,
    `now` is the end of the session.
    """
    offset = _OFFSET.fullmatch(at)
    if offset:
        return now.astimezone(UTC) - timedelta(seconds=int(offset[1]) * _SECONDS[offset[2]])
    if not at:
        return now.astimezone(UTC)
    hour, minute = at.split(":")
    latest = now.astimezone(UTC) + _FAST_WATCH
    occurrences = [
        datetime.combine(now.date() - timedelta(days=days), time(int(hour), int(minute), fold=fold), now.tzinfo).astimezone(UTC)
        for days in (0, 1)
        for fold in (0, 1)  # the hour that comes twice when summer time ends
    ]
    return min(max(said for said in occurrences if said <= latest), now.astimezone(UTC))
