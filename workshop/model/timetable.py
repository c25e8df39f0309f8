"""A plan's timetable, as it is hung on a wall or held in a hand: when each activity begins and ends, and what is needed for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time

from workshop.model.clock.schedule import locked_starts, schedule
from workshop.model.plan import Activity, Plan
from workshop.model.timeofday import parse_time

_DAY = (2001, 1, 1)
"""Any day: nothing but times of day is told of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One activity. `begins` and `ends` are times of day ("09:40"), or hours and minutes from the beginning ("0:10")."""

    number: int
    begins: str
    ends: str
    activity: Activity
    fixed: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    learned: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """All of a plan. `timed` says that times are times of day; `brings` is all that has to be there, each once."""

    plan: Plan
    slots: tuple[Slot, ...]
    ends: str
    timed: bool
    brings: tuple[str, ...]


def timetable(plan: Plan, starts_at: time | None = None, learned: Mapping[str, str] | None = None) -> Timetable:
    """The timetable of a plan that begins at a time of day; without one, at its first activity's own, or else at 0:00.

    A locked start is waited for, as the clock does it. `learned` tells by title what an activity took before, in words.
    """
    first = plan.activities[0] if plan.activities else None
    begin = starts_at or (parse_time(first.starts_at) if first is not None and first.starts_at else None)
    at = datetime.combine(datetime(*_DAY, tzinfo=UTC), begin or time(), tzinfo=UTC)
    locks = locked_starts(plan.activities, at, UTC) if begin is not None else {}
    stretches = schedule(at, ((index, each.minutes * 60) for index, each in enumerate(plan.activities)), locks)
    told = [_told(instant, at, timed=begin is not None) for stretch in stretches.values() for instant in stretch]
    slots = tuple(
        Slot(
            number=index + 1,
            begins=told[2 * index],
            ends=told[2 * index + 1],
            activity=activity,
            fixed=_fixed(activity),
            needs=needs(activity),
            learned=(learned or {}).get(activity.title, ""),
        )
        for index, activity in enumerate(plan.activities)
    )
    brings = tuple(dict.fromkeys([*plan.materials, *(need for slot in slots for need in slot.needs)]))
    end = told[-1] if told else _told(at, at, timed=begin is not None)
    return Timetable(plan=plan, slots=slots, ends=end, timed=begin is not None, brings=brings)


def needs(activity: Activity) -> tuple[str, ...]:
    """What has to be there for an activity: what the plan names, and what its form asks for."""
    found = [*activity.materials, *(f"a picture: {caption}" for caption in activity.pictures)]
    if activity.lanes:
        found.append(f"a large sheet for each of: {', '.join(activity.lanes)}")
    if activity.dots:
        found.append(f"{activity.dots} dots for each person" if activity.dots > 1 else "a dot for each person")
    if activity.statements:
        found.append("the statements, in large print")
    return tuple(found)


def _fixed(activity: Activity) -> tuple[str, ...]:
    """What can't be moved about it, in words."""
    found = []
    if activity.starts_at:
        found.append(f"begins at {activity.starts_at} and not before")
    if activity.ends_by:
        found.append(f"ends by {activity.ends_by} whatever happens")
    if activity.protected:
        found.append("keeps its full length")
    if activity.optional:
        found.append("can be left out")
    if activity.minimum is not None and not activity.protected:
        found.append(f"{activity.minimum:g} min at least")
    if activity.turns:
        found.append(f"{activity.turns:g} min a turn")
    return tuple(found)


def _told(instant: datetime, begin: datetime, *, timed: bool) -> str:
    """To the minute before, so that nobody comes too late."""
    if timed:
        return f"{instant:%H:%M}"
    minutes = int((instant - begin).total_seconds() // 60)
    return f"{minutes // 60}:{minutes % 60:02}"
