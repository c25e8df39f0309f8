"""Rehearsals: sessions by a clock that runs faster than the real one, marked so for ever and left out of every finding."""

from collections.abc import Iterable, Set
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from workshop.model.reading import Reading
from workshop.model.records import Participant, Records, Session, Theme

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


def without_rehearsals(records: Records) -> Records:
    """The records without the rehearsals and the private sessions, and all that was only said, answered or made in one.

    They are what a comparison may count, and what a report may show.

    A record of a new kind is left out with them if it names a session in `session`, a remark in `reflection`, or remarks in `sources`.
    A theme stays that is agreed, or was used elsewhere, or never.
    """
    return _without({key for key, session in records.sessions.items() if session.rehearsal is not None or session.private}, records)


def without_private(records: Records) -> Records:
    """The records without the private sessions and all that was only said in one: what may be carried to another workshop."""
    return _without({key for key, session in records.sessions.items() if session.private}, records)


def _without(gone: Set[str], records: Records) -> Records:
    if not gone:
        return records
    real = {each.cohort for key, each in records.sessions.items() if key not in gone}
    rehearsing = {records.sessions[key].cohort for key in gone} - real
    said = {key for key, each in records.reflections.items() if each.session in gone}
    rehearsed_themes = {each.theme for each in records.codings.values() if each.reflection in said}
    rehearsed_themes |= {each.theme for each in records.votes.values() if each.session in gone}
    rehearsed_themes -= {each.theme for each in records.codings.values() if each.reflection not in said}
    rehearsed_themes -= {each.theme for each in records.votes.values() if each.session not in gone}

    def stays(key: str, record: Any) -> bool:
        sources = getattr(record, "sources", ())
        return not (
            key in gone
            or getattr(record, "session", None) in gone
            or getattr(record, "reflection", None) in said
            or (sources and said.issuperset(sources))
            or (isinstance(record, Participant) and record.cohort in rehearsing)
            or (isinstance(record, Theme) and record.provisional and key in rehearsed_themes)
        )

    names = (each.name for each in fields(Records) if each.name != "workshop")
    tables: dict[str, Any] = {name: {key: each for key, each in getattr(records, name).items() if stays(key, each)} for name in names}
    return replace(records, **tables)
