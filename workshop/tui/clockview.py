"""A session's status as the values that the clock and the agenda show."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import lru_cache
from math import ceil, floor

from workshop.model.clock import ActivityStatus, Phase, Stage, Status
from workshop.model.clock.threshold import THRESHOLDS
from workshop.model.clock.turn import Turn
from workshop.model.clock.words import clock_time, deadline, late_start, minute_of, nearest_minute, pace, since_start
from workshop.model.duration import countdown, elapsed, face, spoken
from workshop.model.plan import Activity
from workshop.model.reading import Reading, seconds_between
from workshop.tui.keys import naming_keys
from workshop.tui.widgets.agenda import AgendaLine, Mark
from workshop.tui.widgets.clockface import Face, Shown

NEXT = "Next is the comparison: {leave} leads to it, or to the shelf, where {shelf.compare} shows it."
"""In place of a prompt, once the session has ended."""
BEGAN_EARLIER = ", {more.backdate} if it began earlier"
_MARKS = {Stage.CURRENT: Mark.NOW, Stage.DONE: Mark.DONE, Stage.SKIPPED: Mark.LEFT_OUT}


LOOK_AFTER = 10.0
"""Seconds of the session after which more is looked at than the second that is shown: words and agenda count in minutes."""


@dataclass(frozen=True, slots=True)
class Countdown:
    """What is left of an activity that runs, as it was at one reading: for so many seconds (`holds`) nothing else changes.

    Working out the whole status every second would cost as much as painting does.
    """

    at: Reading
    remaining: float
    allotted: float
    holds: float

    @classmethod
    def of(cls, status: Status, at: Reading) -> "Countdown | None":
        """Where something counts down, and nothing besides it."""
        current = status.current
        if current is None or status.phase is not Phase.RUNNING or status.turn is not None:
            return None
        left, allotted = current.remaining, current.allotted
        to_cross = [left - each.seconds(allotted) for each in THRESHOLDS if left > each.seconds(allotted)]
        return cls(at, left, allotted, min([LOOK_AFTER, *to_cross]))

    def left(self, now: Reading) -> float | None:
        """What is left now; None where it is time to look at all of it."""
        passed = seconds_between(self.at, now)
        return self.remaining - passed if 0 <= passed < self.holds else None

    def share_passed(self, left: float) -> float:
        """How much of the time has gone, from 0 to 1."""
        return 1 - max(0.0, left) / self.allotted if self.allotted else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the clock's face shows beside the status: the statement on show, a hint, who is next, and what kind of session it is."""

    statement: Shown | None = None
    hint: str = ""
    next_turn: str = ""
    mark: str = ""


def clock_face(status: Status, plan: Sequence[Activity], zone: tzinfo, beside: Beside) -> Face:
    """What the clock shows of a session at one instant."""
    current = status.current
    paces = " · ".join(part for part in (pace(status, zone), late_start(status), deadline(status, zone)) if part)
    if current is not None:
        paused = status.phase is Phase.PAUSED
        return Face(
            time=countdown_face(current.remaining),
            time_words=f"paused, {_time_words(current)}" if paused else _time_words(current),
            still=paused,
            title=current.title,
            prompt=plan[current.index].prompt.strip(),
            pace=paces,
            passed=1 - current.share_left,
            statement=beside.statement,
            hint=beside.hint,
            turn=_turn(status.turn, beside.next_turn) if status.turn is not None else "",
            mark=beside.mark,
        )
    return replace(_nothing_on(status, plan, paces), mark=beside.mark)


def agenda_lines(status: Status, zone: tzinfo) -> tuple[AgendaLine, ...]:
    """The agenda at one instant, in the order in which the activities come."""
    return tuple(
        AgendaLine(
            mark=_MARKS.get(each.stage, Mark.TO_COME),
            title=each.title,
            planned=_time_of_day(each.planned_start, zone),
            starts=_time_of_day(each.actual_start, zone)
            or _time_of_day(each.projected_start and nearest_minute(each.projected_start), zone),
            length=_length(each),
        )
        for each in status.agenda
    )


def agenda_note(status: Status) -> str:
    """How it stands when a late start doesn't count; "" where that is what the pace says already."""
    return since_start(status) if late_start(status) else ""


def seconds_to_change(status: Status) -> float:
    """How long what is shown stays as it is, in seconds of the session."""
    current = status.current
    running = current is not None and status.phase is Phase.RUNNING
    return to_next_second(current.remaining) if running and current else 1.0


def to_next_second(remaining: float) -> float:
    """How long the seconds shown of what is left stay as they are."""
    return max(0.05, remaining % 1.0)


def _time_of_day(instant: datetime | None, zone: tzinfo) -> str:
    """`clock_time`; all instants of a minute give one: asked every second, worked out once a minute."""
    return "" if instant is None else _told(minute_of(instant), zone)


_told = lru_cache(maxsize=512)(clock_time)


def _nothing_on(status: Status, plan: Sequence[Activity], paces: str) -> Face:
    coming = status.upcoming[0] if status.upcoming else None
    time, words, title, prompt = "", "", "", ""
    match status.phase:
        case Phase.NOT_STARTED:
            time = face(round(coming.allotted)) if coming else "0:00"
            words, title = "not started", coming.title if coming else "This plan has no activities."
            prompt = plan[coming.index].prompt.strip() if coming else ""
        case Phase.ENDED:
            time, words, title = elapsed(status.span), "the session lasted this long", "The session has ended."
            prompt = naming_keys(NEXT)
        case _:
            earlier = naming_keys(BEGAN_EARLIER) if coming else ""
            time, words = elapsed(status.nothing_running or 0), f"nothing running for this long{earlier}"
            title = f"Next: {coming.title}" if coming else "All activities are done."
    return Face(time=time, time_words=words, still=True, title=title, prompt=prompt, pace=paces.removeprefix("not started, "), passed=0.0)


def countdown_face(remaining: float) -> str:
    """The time left as the clock shows it: "12:34", and from a full second over on "+0:40"."""
    return face(ceil(remaining)) if remaining > -1 else f"+{elapsed(floor(-remaining))}"


def _turn(turn: Turn, following: str) -> str:
    """Whose turn it is, for how long, and who is next: "turn 3: p4, 0:42 left, then p7"."""
    time = (
        f"{elapsed(turn.ran)} so far" if turn.remaining is None else f"{countdown(turn.remaining)}{' left' if turn.remaining > -1 else ''}"
    )
    who, then = (f"sticker {each}" if each.isdecimal() else each for each in (turn.who, following))
    return ", ".join(part for part in (f"turn {turn.number}: {who}", time, then and f"then {then}") if part)


def _time_words(current: ActivityStatus) -> str:
    added = current.ledger.added
    # What was put in as the session ran has no planned time that anything could be added to.
    change = f" ({spoken(added)} {'added' if added > 0 else 'taken off'})" if added and current.ledger.planned else ""
    whole = f"{spoken(current.allotted)}{change}"
    return f"over the {whole}" if current.remaining <= -1 else f"left of {whole}"


def _length(activity: ActivityStatus) -> str:
    planned = activity.ledger.planned
    match activity.stage:
        case Stage.DONE:
            taken = f"took {spoken(activity.ledger.spent)}"
            return f"{taken} of {spoken(planned)}" if planned else f"{taken}, not planned"
        case Stage.SKIPPED:
            return "left out"
    allotted = spoken(activity.allotted)
    if not planned:
        return f"{allotted}, not planned"
    return allotted if activity.allotted == planned else f"{allotted} instead of {spoken(planned)}"
