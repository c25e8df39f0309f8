"""What stands beside the comparison: who was heard, change over time, words, and the thresholds that the labels are given by."""

from collections.abc import Iterable, Mapping, Sequence

from workshop.compare.heard import SessionHeard, heard
from workshop.compare.over_time import OverTime, over_time
from workshop.compare.sides import divided
from workshop.compare.word_use import Vocabulary, vocabulary
from workshop.model.comparison import Thresholds
from workshop.model.thresholds import thresholds_of, with_thresholds
from workshop.workbook.exporting import Exporting


class Measuring(Exporting):
    """The verbs that measure; what is narrowed, and between whom, is asked for as in `compare`."""

    def heard_by_session(self, sessions: Sequence[str] = ()) -> tuple[SessionHeard, ...]:
        """Who was heard in every session, or in these, by what was written down (method.md, 1.10)."""
        wanted = {self.session(each).id for each in sessions}
        return tuple(each for each in heard(self._with_people()) if not wanted or each.session in wanted)

    def over_time(self, themes: Sequence[str] = (), sessions: Sequence[str] = ()) -> tuple[OverTime, ...]:
        """Each theme, or these, across the sessions of each perspective that met more than once."""
        wanted = {self.session(each).id for each in sessions}
        plans = {session.id: self.plan_of(session) for session in self.records.sessions.values()}
        chosen = [self.theme(each).id for each in themes]
        perspectives = [each.name for each in self.perspectives]
        return over_time(self._with_people(), plans, perspectives, chosen, wanted)

    def vocabulary(self, between: Sequence[str] = (), *, sessions: Sequence[str] = (), lane: str = "") -> Vocabulary:
        """The words of two sides, by people: exploratory, for whoever asks (method.md, 1.9)."""
        asked = self.asked(between, sessions, lane)
        records = divided(self._with_people(), asked.sides)
        said = {key: each for key, each in records.reflections.items() if asked.narrowing.holds(each)}
        return vocabulary(records, said.values(), (asked.sides[0].name, asked.sides[1].name))

    def session_names(self) -> Mapping[str, str]:
        """What each session is called, by its id: S1."""
        return {each.id: self.ref(each) for each in self.sessions()}

    @property
    def thresholds(self) -> Thresholds:
        """The numbers behind the labels, as this workshop has them."""
        return thresholds_of(self.workshop)

    def set_thresholds(self, changes: Iterable[tuple[str, float]]) -> Thresholds:
        """Change these for the whole workshop, from now on and in every copy. Raises WorkshopError for what can't be one."""
        changed = with_thresholds(self.workshop, tuple(changes))
        if changed != self.workshop:
            self._do("the thresholds", changed)
        return self.thresholds
