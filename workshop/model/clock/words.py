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


def clock_time(instant: datetime, zone: tzinfo) -> str:
    """The nearest minute of an instant, as clocks in `zone` show it: "15:06"."""
    return f"{_minute(instant).astimezone(zone):%H:%M}"


def pace(status: Status, zone: tzinfo) -> str:
    """How the session stands: "6 min behind, ends 15:06 instead of 15:00"; "on time, ends 15:00"; "not started, ends 15:06"."""
    if status.phase is Phase.NOT_STARTED:
        return f"not started, ends {_end(status, zone)} if it starts now" if _overdue(status) else f"not started, ends {_end(status, zone)}"
    end = f"ended {_end(status, zone)}" if status.phase is Phase.ENDED else f"ends {_end(status, zone)}"
    minutes = _minutes_behind(status)
    if minutes == 0 or status.planned_end is None:
        return f"on time, {end}"
    where = "behind" if minutes > 0 else "ahead"
    return f"{spoken(minutes * 60)} {where}, {end} instead of {clock_time(status.planned_end, zone)}"


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
    """What the latest end leaves: "must end by 14:45: 3 min too long", "must end by 14:45: 5 min to spare"; empty without one."""
    if status.ends_by is None or status.spare is None:
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


def _minute(instant: datetime) -> datetime:
    later = instant.astimezone(UTC) + _MINUTE / 2
    return later.replace(second=0, microsecond=0)


def _end(status: Status, zone: tzinfo) -> str:
    return clock_time(status.projected_end, zone)


def _overdue(status: Status) -> bool:
    return status.planned_start is None or status.now >= status.planned_start


def _minutes_behind(status: Status) -> int:
    """Between the two times as they are shown, so that the sentence adds up."""
    behind = status.behind if status.behind_clock is None else status.behind_clock
    if abs(behind) < ON_TIME or status.planned_end is None:
        return 0
    return (_minute(status.projected_end) - _minute(status.planned_end)) // _MINUTE
