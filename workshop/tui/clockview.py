"""A session's status as the values that the clock and the agenda show."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from functools import lru_cache
from math import ceil, floor

from workshop.model.clock import ActivityStatus, Phase, Stage, Status
from workshop.model.clock.threshold import TIME_LEFT
from workshop.model.clock.words import clock_time, deadline, late_start, pace
from workshop.model.duration import elapsed, face, spoken
from workshop.model.plan import Activity
from workshop.tui.widgets.agenda import AgendaLine, Mark
from workshop.tui.widgets.clockface import Face, Shown, Tone

_MARKS = {Stage.CURRENT: Mark.NOW, Stage.DONE: Mark.DONE, Stage.SKIPPED: Mark.LEFT_OUT}


def clock_face(status: Status, plan: Sequence[Activity], zone: tzinfo, statement: Shown | None = None, hint: str = "") -> Face:
    """What the clock shows of a session at one instant; `hint` says what to do where something is missing."""
    current = status.current
    paces = " · ".join(part for part in (pace(status, zone), late_start(status), deadline(status, zone)) if part)
    if current is not None:
        paused = status.phase is Phase.PAUSED
        return Face(
            time=_countdown(current.remaining),
            time_words=f"paused, {_time_words(current)}" if paused else _time_words(current),
            tone=Tone.QUIET if paused else Tone.SOON if current.remaining <= TIME_LEFT.seconds(current.allotted) else Tone.CALM,
            title=current.title,
            prompt=plan[current.index].prompt.strip(),
            pace=paces,
            passed=1 - current.share_left,
            statement=statement,
            hint=hint,
        )
    return _nothing_on(status, plan, paces)


def agenda_lines(status: Status, zone: tzinfo) -> tuple[AgendaLine, ...]:
    """The agenda at one instant, in the order in which the activities come."""
    return tuple(
        AgendaLine(
            mark=_MARKS.get(each.stage, Mark.TO_COME),
            title=each.title,
            planned=_time_of_day(each.planned_start, zone),
            starts=_time_of_day(each.actual_start or each.projected_start, zone),
            length=_length(each),
        )
        for each in status.agenda
    )


def seconds_to_change(status: Status) -> float:
    """How long what is shown stays as it is."""
    current = status.current
    running = current is not None and status.phase is Phase.RUNNING
    return max(0.05, current.remaining % 1.0) if running and current else 1.0


def _time_of_day(instant: datetime | None, zone: tzinfo) -> str:
    """`clock_time`; it rounds to the minute, so all instants of half a minute give one: asked every second, worked out twice a minute."""
    return "" if instant is None else _told(instant.replace(second=30 * (instant.second // 30), microsecond=0), zone)


_told = lru_cache(maxsize=512)(clock_time)


def _nothing_on(status: Status, plan: Sequence[Activity], paces: str) -> Face:
    coming = status.upcoming[0] if status.upcoming else None
    time, words, title = "", "", ""
    match status.phase:
        case Phase.NOT_STARTED:
            time = face(round(coming.allotted)) if coming else "0:00"
            words, title = "not started", coming.title if coming else "This plan has no activities."
        case Phase.ENDED:
            time, words, title = elapsed(status.span), "the session lasted this long", "The session has ended."
        case _:
            time, words = elapsed(status.nothing_running or 0), "nothing running for this long"
            title = f"Next: {coming.title}" if coming else "All activities are done."
    prompt = plan[coming.index].prompt.strip() if coming and status.phase is Phase.NOT_STARTED else ""
    return Face(
        time=time, time_words=words, tone=Tone.QUIET, title=title, prompt=prompt, pace=paces.removeprefix("not started, "), passed=0.0
    )


def _countdown(remaining: float) -> str:
    return face(ceil(remaining)) if remaining > -1 else f"+{elapsed(floor(-remaining))}"


def _time_words(current: ActivityStatus) -> str:
    added = current.ledger.added
    change = f" ({spoken(added)} {'added' if added > 0 else 'taken off'})" if added else ""
    whole = f"{spoken(current.allotted)}{change}"
    return f"over the {whole}" if current.remaining <= -1 else f"left of {whole}"


def _length(activity: ActivityStatus) -> str:
    planned = spoken(activity.ledger.planned)
    match activity.stage:
        case Stage.DONE:
            return f"took {spoken(activity.ledger.spent)} of {planned}"
        case Stage.SKIPPED:
            return "left out"
        case _:
            return planned if activity.allotted == activity.ledger.planned else f"{spoken(activity.allotted)} instead of {planned}"
