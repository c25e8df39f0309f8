"""Gaps: what happened while nobody looked. The computer slept, its clock was set, or the program was not there."""

from dataclasses import dataclass, replace
from datetime import timedelta, tzinfo
from enum import StrEnum

from workshop.model.clock.state import Phase
from workshop.model.clock.words import clock_time
from workshop.model.duration import spoken
from workshop.model.reading import Reading, seconds_between
from workshop.model.records import Verb

ASLEEP = 20.0
"""Seconds between two looks from which on the computer must have slept, or stood still: a screen looks several times a second."""
SET = 5.0
"""Seconds that the wall clock must move against the boot clock to have been set; less is the usual correction."""
SHORT = 15 * 60.0
LONG = 12 * 60 * 60.0


class What(StrEnum):
    """What happened. The last three are a session found open by a program that begins: went on, to be asked, and long over."""

    SLEPT = "slept"
    CLOCK_SET = "clock set"
    RESUMED = "resumed"
    UNSURE = "unsure"
    LEFT_OPEN = "left open"


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that is offered, and the entries that carry it out, each a verb with its seconds; none where all stays as it is."""

    words: str
    entries: tuple[tuple[Verb, float | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """What happened, how many seconds it concerns, and the same for people. The first of the `choices` is what holds until one is made.

    `ask` says that the choices are a question to be put now; otherwise they are only offered. `record` are the readings to keep first, each
    as an OBSERVED entry with `message`: the history of what happened, and what lets the session's time go on where a wall clock went back.
    """

    what: What
    seconds: float
    message: str
    choices: tuple[Choice, ...] = ()
    ask: bool = False
    record: tuple[Reading, ...] = ()


def between_looks(previous: Reading, now: Reading, phase: Phase) -> tuple[Gap, ...]:
    """What happened between two looks of one running program; mostly nothing."""
    if phase in (Phase.NOT_STARTED, Phase.ENDED):
        return ()
    passed = seconds_between(previous, now)
    moved = (now.wall - previous.wall).total_seconds() - passed
    found = []
    if passed >= ASLEEP:
        found.append(_slept(passed, phase))
    if abs(moved) >= SET or passed < -SET:
        found.append(_clock_set(moved or passed))
    return tuple(replace(gap, record=(now,)) for gap in found)


def on_opening(last: Reading, now: Reading, phase: Phase, zone: tzinfo) -> Gap | None:
    """What to do about a session that is open when the program begins; None where it isn't. `last` is its last sign of life."""
    if phase in (Phase.NOT_STARTED, Phase.ENDED):
        return None
    gap = seconds_between(last, now)
    if gap < -SET:
        found = Gap(What.RESUMED, 0.0, _UNKNOWN, (Choice("Go on"),))
    elif gap < SHORT:
        found = _resumed(max(0.0, gap), phase)
    else:
        # By the wall as it reads now, as all times are shown.
        closed = clock_time(now.wall - timedelta(seconds=gap), zone)
        found = _unsure(gap, phase, closed) if gap <= LONG else _left_open(gap, closed)
    return replace(found, record=(last, now))


_UNKNOWN = (
    "The session was open, and the computer's clock shows an earlier time than its last entry. "
    "The time between can't be known, and is not counted."
)


def _slept(passed: float, phase: Phase) -> Gap:
    length = spoken(passed)
    message = f"The computer slept for {length}."
    if phase is Phase.RUNNING:
        choices = (Choice(f"Count the {length}"), Choice(f"Leave the {length} out", ((Verb.DISCOUNT, passed),)))
        return Gap(What.SLEPT, passed, f"{message} The room went on, so it was counted.", choices)
    went_on = "The pause went on." if phase is Phase.PAUSED else "Nothing was running."
    return Gap(What.SLEPT, passed, f"{message} {went_on}")


def _clock_set(moved: float) -> Gap:
    way = "forward" if moved > 0 else "back"
    message = (
        f"The computer's clock was set {way} by {spoken(moved)}. The session's time is not affected; the times shown are by the new one."
    )
    return Gap(What.CLOCK_SET, moved, message)


def _resumed(gap: float, phase: Phase) -> Gap:
    length = spoken(gap)
    message = f"The session was open when this program was last seen, {length} ago."
    if phase is Phase.RUNNING:
        choices = (Choice(f"Count the {length}"), Choice(f"Leave the {length} out", ((Verb.DISCOUNT, gap),)))
        return Gap(What.RESUMED, gap, f"{message} It goes on, and the time between was counted.", choices if gap > 0 else ())
    return Gap(What.RESUMED, gap, f"{message} {'It is still paused.' if phase is Phase.PAUSED else 'Nothing is running.'}")


def _unsure(gap: float, phase: Phase, closed: str) -> Gap:
    length = spoken(gap)
    close = Choice(f"It was over: close it at {closed}", ((Verb.END, gap),))
    if phase is Phase.RUNNING:
        choices: tuple[Choice, ...] = (
            Choice(f"The room went on: count the {length}"),
            Choice(f"The room stopped: leave the {length} out", ((Verb.DISCOUNT, gap),)),
            close,
        )
    else:
        choices = (Choice("The pause went on" if phase is Phase.PAUSED else "It is not over"), close)
    return Gap(What.UNSURE, gap, f"The session was left open {length} ago, at {closed}. What happened in the room?", choices, ask=True)


def _left_open(gap: float, closed: str) -> Gap:
    message = f"The session was left open {spoken(gap)} ago. It is closed at its last entry, {closed}."
    close = Choice(f"Closed at {closed}", ((Verb.END, gap),))
    reopen = Choice("Open it again: the time between belongs to no activity", ((Verb.END, gap), (Verb.BACK, None)))
    return Gap(What.LEFT_OPEN, gap, message, (close, reopen))
