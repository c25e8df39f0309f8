"""Planned against actual: of a workshop's sessions, and of what an activity took in all sessions of its plan on a shelf."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from workshop.errors import WorkshopError
from workshop.model.clock import Stage, fold
from workshop.model.discarded import standing
from workshop.model.planfile import parse_plan
from workshop.model.reading import Reading
from workshop.model.records import Records, Session
from workshop.model.timing import Timing, timing
from workshop.store.follow import is_locked
from workshop.store.repository import Repository
from workshop.workbook.catalogue import Catalogue
from workshop.workbook.sessions import Sessions


class Timings(Sessions):
    """The verbs that look back at the clock."""

    def timings(self, session: Session | None = None) -> tuple[Timing, ...]:
        """What was planned and what became of it: of one session, else of each that has a plan, oldest first."""
        chosen = (session,) if session else tuple(each for each in self.sessions() if each.plan)
        said = defaultdict(list)
        for reflection in self.records.reflections.values():
            said[reflection.session].append(reflection)
        return tuple(timing(each, self.clock(each), self.timeline(each), said[each.id], self.reading(each)) for each in chosen)


def learned_durations(shelf: Catalogue, plan_name: str) -> Mapping[str, tuple[float, ...]]:
    """By title, how many seconds each activity of this plan took in the sessions of all workshops on the shelf, oldest first.

    Rehearsals are left out, and so are workshops that are locked or can't be read; pauses, and what was discounted, don't count.
    `model.clock.learned` puts them in words.
    """
    found: list[tuple[str, str, float]] = []
    for name in shelf.names():
        folder = shelf.home / name
        if is_locked(folder):
            continue
        try:
            repository = Repository.open(folder)
            try:
                found += _taken(repository.records(), plan_name)
            finally:
                repository.close()
        except (WorkshopError, OSError):
            continue  # the shelf's own list says what is wrong with it
    durations = defaultdict(list)
    for _, title, seconds in sorted(found):
        durations[title].append(seconds)
    return {title: tuple(every) for title, every in durations.items()}


def _taken(records: Records, plan_name: str) -> Iterator[tuple[str, str, float]]:
    """Session, title and seconds of each activity that is done."""
    for session in standing(records):
        entries = records.timelines.get(session.id, ())
        if session.plan_name != plan_name or session.rehearsal is not None or not session.plan or not entries:
            continue
        clock = fold(parse_plan(session.plan, plan_name).activities, entries)
        for each in clock.at(Reading.of(entries[-1])).activities[: clock.state.given]:
            if each.stage is Stage.DONE:
                yield session.id, each.title, each.active
