"""Rehearsals: sessions by a clock that runs faster than the real one, marked so for ever and left out of every finding."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from workshop.model.reading import Reading
from workshop.model.records import Session

SLOWEST, FASTEST = 1.0, 600.0
"""How many times as fast as real time a rehearsal may run."""
_MARK = "rehearsal"
"""How the boot id of a rehearsal begins: its readings are never comparable with real ones."""


class _Run(NamedTuple):
    """One stretch of a rehearsal without an interruption: its speed, and when it began by the boot clock of its computer."""

    speed: float
    begin: float
    boot_id: str


def taken_up(at: datetime, speed: float, real: Reading) -> Reading:
    """The first reading of a rehearsal that begins, or goes on, at the instant `at` of its own time, now that the clocks read `real`.

    All that has to be known to read it from any window is in this reading: its boot id says how it runs.
    """
    return Reading(at, 0.0, f"{_MARK} {speed!r} {real.boot!r} {real.boot_id}")


def rehearsed(last: Reading, real: Reading) -> Reading:
    """What the rehearsal's clocks read when the real ones read `real`; `last` is any reading since it was taken up last.

    On another computer, or after a restart, it stands still until it is taken up again.
    """
    run = _run(last)
    if run is None or run.boot_id != real.boot_id:
        return last
    boot = max(last.boot, (real.boot - run.begin) * run.speed)
    return Reading(last.wall + timedelta(seconds=boot - last.boot), boot, last.boot_id)


def _run(reading: Reading) -> _Run | None:
    mark, _, rest = reading.boot_id.partition(" ")
    speed, _, rest = rest.partition(" ")
    begin, _, boot_id = rest.partition(" ")
    if mark != _MARK or not boot_id:
        return None
    try:
        return _Run(float(speed), float(begin), boot_id)
    except ValueError:
        return None


def is_superseded(session: Session, others: Iterable[Session]) -> bool:
    """Whether a session with people was begun after this rehearsal: then nobody means to go on with it."""
    if session.rehearsal is None:
        return False
    return any(each.rehearsal is None and each.plan and not each.imported and each.id > session.id for each in others)
