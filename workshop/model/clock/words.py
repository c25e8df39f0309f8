"""The clock's numbers in words. How far behind a session is is never said with a bare sign."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, tzinfo

from workshop.model.clock.state import Phase
from workshop.model.clock.status import Status
from workshop.model.duration import elapsed, spoken
from workshop.model.plan import Activity
from workshop.model.records import Entry, Verb

ON_TIME = 30.0
"""Seconds: less than this is on time."""

_MINUTE = timedelta(minutes=1)
_HALF_SECOND = timedelta(seconds=0.5)
"""Less than a second before the minute is a slip of the arithmetic."""


def clock_time(instant: datetime, zone: tzinfo) -> str:
    """The minute that clocks in `zone` show at an instant: "15:06" until it is 15:07."""
    return f"{minute_of(instant).astimezone(zone):%H:%M}"


def minute_of(instant: datetime) -> datetime:
    """When the minute began that a clock shows at an instant, in UTC."""
    return _minute(instant, _HALF_SECOND)


def nearest_minute(instant: datetime) -> datetime:
    """The nearest minute to an instant that is only foreseen, in UTC."""
    return _minute(instant, _MINUTE / 2)


def pace(status: Status, zone: tzinfo) -> str:
    """How the session stands: "6 min behind, ends 15:06 instead of 15:00"; "on time, ends 15:00"; "not started, ends 15:06"."""
    if status.phase is Phase.NOT_STARTED:
        return f"not started, ends {_end(status, zone)} if it starts now" if _overdue(status) else f"not started, ends {_end(status, zone)}"
    end = f"ended {_end(status, zone)}" if status.phase is Phase.ENDED else f"ends {_end(status, zone)}"
    minutes = _minutes_behind(status)
    if minutes == 0 or status.planned_end is None:
        return f"on time, {end}"
    where = "behind" if minutes > 0 else "ahead"
    return f"{spoken(minutes * 60)} {where}, {end} instead of {_told(status.planned_end, status, zone)}"


def late_start(status: Status) -> str:
    """How much of being behind is due to the start: "started 4 min late"; empty where it was on time, or no start was planned."""
    if status.started is None or status.planned_start is None or status.behind_clock is None:
        return ""
    late = (status.started - status.planned_start).total_seconds()
    if abs(late) < ON_TIME:
        return ""
    return f"started {spoken(late)} {'late' if late > 0 else 'early'}"


def since_start(status: Status) -> str:
    """How it stands when a late start doesn't count: "6 min behind since the start", "on time since the start"."""
    if abs(status.behind) < ON_TIME:
        return "on time since the start"
    return f"{spoken(status.behind)} {'behind' if status.behind > 0 else 'ahead'} since the start"


def nothing_running(status: Status) -> str:
    """The idle counter: "nothing running for 1:32"; empty where something is on or nothing is due."""
    return "" if status.nothing_running is None else f"nothing running for {elapsed(status.nothing_running)}"


def deadline(status: Status, zone: tzinfo) -> str:
    """What the latest end leaves: "must end by 14:45: 3 min too long", "must end by 14:45: 5 min to spare".

    Empty without one, or once it is over.
    """
    if status.ends_by is None or status.spare is None or status.phase is Phase.ENDED:
        return ""
    must = f"must end by {clock_time(status.ends_by, zone)}"
    if abs(status.spare) < ON_TIME:
        return f"{must}: just in time"
    return f"{must}: {spoken(status.spare)} {'to spare' if status.spare > 0 else 'too long'}"


def deed(entry: Entry, plan: Sequence[Activity]) -> str:
    """What an entry did, for a list of them and for "undone: next, from Welcome"."""
    if entry.verb in (Verb.INSERT, Verb.BREAK):
        return f"{_SAID[entry.verb]}: {entry.text}, {spoken(entry.seconds or 0)}"
    named = entry.activity is not None and 0 <= entry.activity < len(plan)
    title = plan[entry.activity].title if named and entry.activity is not None else ""
    said = _SAID.get(entry.verb, entry.verb.value)
    if title:
        said += f"{_BEFORE_TITLE.get(entry.verb, ': ')}{title}"
    if entry.seconds:
        said += f", {spoken(entry.seconds)}"
        if entry.verb is Verb.ADD:
            said += " more" if entry.seconds > 0 else " less"
        elif entry.verb is not Verb.DISCOUNT:
            said += " ago"
    return f"{said} of {entry.text}" if entry.verb is Verb.TURN and entry.text else said


_SAID = {
    Verb.ADD: "time",
    Verb.CATCH_UP: "catch-up",
    Verb.DISCOUNT: "left out",
    Verb.STARTS_AT: "planned start",
    Verb.ENDS_BY: "latest end",
    Verb.INSERT: "added to the agenda",
    Verb.BREAK: "a break put in",
}
_BEFORE_TITLE = {Verb.NEXT: ", from ", Verb.BACK: ", from ", Verb.ADD: " for ", Verb.DISCOUNT: " of "}


def _minute(instant: datetime, ahead: timedelta) -> datetime:
    return (instant.astimezone(UTC) + ahead).replace(second=0, microsecond=0)


def _ahead(status: Status) -> timedelta:
    """An end that is only foreseen is told to the nearest minute, one that has come as the clock on the wall showed it."""
    return _HALF_SECOND if status.phase is Phase.ENDED else _MINUTE / 2


def _told(instant: datetime, status: Status, zone: tzinfo) -> str:
    return f"{_minute(instant, _ahead(status)).astimezone(zone):%H:%M}"


def _end(status: Status, zone: tzinfo) -> str:
    return _told(status.projected_end, status, zone)


def _overdue(status: Status) -> bool:
    return status.planned_start is None or status.now >= status.planned_start


def _minutes_behind(status: Status) -> int:
    """Between the two times as they are shown, so that the sentence adds up."""
    behind = status.behind if status.behind_clock is None else status.behind_clock
    if abs(behind) < ON_TIME or status.planned_end is None:
        return 0
    ahead = _ahead(status)
    return (_minute(status.projected_end, ahead) - _minute(status.planned_end, ahead)) // _MINUTE
