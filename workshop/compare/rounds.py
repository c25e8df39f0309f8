"""Which themes were openly in play for which people: only those who had the chance to raise a theme are compared."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workshop.model.clock import fold as fold_timeline
from workshop.model.clock.state import State
from workshop.model.codebook import named
from workshop.model.plan import Activity, Kind, Plan
from workshop.model.records import Records, Reflection
from workshop.text import fold

OPEN_KINDS = (Kind.OPEN, Kind.REFLECT)


def entered(state: State) -> set[int]:
    """The activities that a session entered, however shortly, by index; what was undone was not entered."""
    return {segment.activity for segment in state.segments(state.since) if segment.activity is not None}


class Rounds:
    """The open rounds of every cohort: sessions in which any theme was in play, and sessions in which some were.

    A session is an open round for its people if its timeline entered an `open` or `reflect` activity, or if it holds an
    open remark; an activity that its plan limits to themes is one for those, and for any raised there. An import has
    no timeline: it is an open round if it brought an open remark. An open remark in an activity of another kind makes
    no round: nobody else was asked. A session in which a group answers back is none: it came to hear what others said.
    """

    def __init__(self, records: Records, plans: Mapping[str, Plan]) -> None:
        """Read the timelines; remarks are handed to `add` one by one, by whoever goes through them anyway."""
        self.plans: dict[str, Plan] = {}
        """The plans as they ran, with the activities that were added."""
        self._named = named(records.themes)
        self._entered: set[tuple[str, str, int]] = set()
        self._unlimited: dict[str, set[str]] = {}
        self._limited: dict[str, dict[str, set[str]]] = {}
        self._whole: set[str] = set()
        self._parts: dict[str, set[int]] = {}
        self._parts_for: dict[tuple[str, str], set[int]] = {}
        self._opened: set[str] = set()
        for session in records.sessions.values():
            if plan := plans.get(session.id):
                state = fold_timeline(plan.activities, records.timelines.get(session.id, ())).state
                self.plans[session.id] = replace(plan, activities=state.activities)
                for index in entered(state) if not plan.answers_back else ():
                    self._enter(session.cohort, session.id, index, state.activities[index])

    def add(self, reflection: Reflection, cohort: str, themes: Sequence[str]) -> None:
        """An open remark of someone of the cohort: its session was an open round, for its activity's themes and its own at least."""
        plan, index = self.plans.get(reflection.session), reflection.activity
        if plan is None or index is None or not 0 <= index < len(plan.activities):
            self._whole.add(reflection.session)
            self._unlimited.setdefault(cohort, set()).add(reflection.session)
            return
        activity = plan.activities[index]
        self._enter(cohort, reflection.session, index, activity)
        if activity.kind in OPEN_KINDS and activity.themes:
            self._limit(cohort, reflection.session, index, themes)

    def sessions(self, cohort: str, theme: str) -> set[str]:
        """The sessions of a cohort in which a theme was openly in play; "" among them is an import without one."""
        limited = self._limited.get(cohort, {})
        return self.unlimited(cohort) | {session for session, themes in limited.items() if theme in themes}

    def unlimited(self, cohort: str) -> set[str]:
        """The sessions of a cohort in which any theme was in play."""
        return self._unlimited.get(cohort, set())

    def parts(self, session: str, theme: str) -> set[int] | None:
        """The activities of a session in which a theme was openly in play; None where nobody knows in which of them it was."""
        if session in self._whole:
            return None
        return self._parts.get(session, set()) | self._parts_for.get((session, theme), set())

    def asked(self, session: str) -> bool:
        """Whether the session entered an open activity."""
        return session in self._opened

    def any(self, cohort: str) -> bool:
        """Whether the cohort had an open round on anything."""
        return cohort in self._unlimited or cohort in self._limited

    def limited(self) -> tuple[str, ...]:
        """The cohorts with a round on some themes only."""
        return tuple(sorted(self._limited))

    def _enter(self, cohort: str, session: str, index: int, activity: Activity) -> None:
        if activity.kind not in OPEN_KINDS or (cohort, session, index) in self._entered:
            return
        self._entered.add((cohort, session, index))
        self._opened.add(session)
        if activity.themes:
            meant = (self._named.get(fold(title)) for title in activity.themes)
            self._limit(cohort, session, index, [theme.id for theme in meant if theme])
        else:
            self._unlimited.setdefault(cohort, set()).add(session)
            self._parts.setdefault(session, set()).add(index)

    def _limit(self, cohort: str, session: str, index: int, themes: Sequence[str]) -> None:
        """In this activity these themes were in play; none of them is a round on nothing."""
        self._limited.setdefault(cohort, {}).setdefault(session, set()).update(themes)
        for theme in themes:
            self._parts_for.setdefault((session, theme), set()).add(index)
