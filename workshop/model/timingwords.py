"""Planned against actual in words, for the command and for the reports."""

from datetime import datetime, tzinfo

from workshop.model.clock.words import clock_time
from workshop.model.duration import face
from workshop.model.timing import ActivityTiming, Timing


def whole(timing: Timing, zone: tzinfo) -> str:
    """The whole session: "planned 10:00 to 11:30, was 10:04 to 11:42, nothing on for 1:32"."""
    if timing.start is None:
        return "not started"
    was = _between(timing.start, timing.end, zone) if timing.end else f"{moment(timing.start, zone)}, not ended"
    planned = timing.planned_start is not None and timing.planned_end is not None
    said = [f"planned {_between(timing.planned_start, timing.planned_end, zone)}"] if planned else []
    return ", ".join([*said, f"was {was}", *([f"nothing on for {length(timing.idle)}"] if timing.idle >= 1 else [])])


def planned(each: ActivityTiming) -> str:
    """What the plan gave it: "24:00", "not planned"."""
    return "not planned" if each.unplanned else length(each.planned)


def actual(each: ActivityTiming) -> str:
    """What it took, "26:00", or where it never began why: "skipped"."""
    return length(each.actual) if each.start else each.stage.value


def added(each: ActivityTiming) -> str:
    """What it was given more, or less: "+5:00", "-1:00"; empty for nothing."""
    return "" if abs(each.added) < 1 else f"{'-' if each.added < 0 else '+'}{length(abs(each.added))}"


def some(seconds: float) -> str:
    """A length, or nothing for less than a second."""
    return length(seconds) if seconds >= 1 else ""


def length(seconds: float) -> str:
    """Minutes and seconds: "24:00"."""
    return face(round(seconds))


def moment(instant: datetime | None, zone: tzinfo) -> str:
    """The time of day, or nothing where there is none."""
    return clock_time(instant, zone) if instant else ""


def _between(start: datetime | None, end: datetime | None, zone: tzinfo) -> str:
    return f"{moment(start, zone)} to {moment(end, zone)}"
