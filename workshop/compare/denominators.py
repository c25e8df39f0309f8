"""How many people had the chance to raise a theme (method.md, 1.2)."""

from workshop.compare.people import People
from workshop.compare.rounds import Rounds


class Denominators:
    """n_g(t) of method.md, 1.2: people of a perspective who sat where a theme was openly in play."""

    def __init__(self, people: People, rounds: Rounds) -> None:
        """Count once where every theme was in play; the cohorts with a round on some themes are counted theme by theme."""
        self._people = people
        self._rounds = rounds
        self._special = set(rounds.limited())
        self._everywhere: dict[str, int] = {}
        self._cohorts: dict[str, list[str]] = {}
        for cohort, perspective in sorted(people.groups()):
            if cohort in self._special:
                self._cohorts.setdefault(perspective, []).append(cohort)
            else:
                self._everywhere[perspective] = self._everywhere.get(perspective, 0) + self.could_in(cohort, perspective, "")

    def could_in(self, cohort: str, perspective: str, theme: str) -> int:
        """How many people of one cohort had the chance."""
        sessions = self._rounds.sessions(cohort, theme)
        return self._people.present(cohort, perspective, sessions, lambda each: self._rounds.parts(each, theme)) if sessions else 0

    def had_none(self, cohort: str, perspective: str, theme: str) -> frozenset[str]:
        """Who is known in a cohort and was away while the theme was in play (ids)."""
        return self._people.away(cohort, perspective, self._rounds.sessions(cohort, theme), lambda each: self._rounds.parts(each, theme))

    def could(self, perspective: str, theme: str) -> int:
        """How many people had the chance, over all cohorts."""
        special = self._cohorts.get(perspective, ())
        could = self._everywhere.get(perspective, 0) + sum(self.could_in(cohort, perspective, theme) for cohort in special)
        return could - self._people.twice(perspective, lambda cohort: self._had_one(cohort, perspective, theme))

    def _had_one(self, cohort: str, perspective: str, theme: str) -> set[str]:
        if not self._rounds.sessions(cohort, theme):
            return set()
        return set(self._people.members(cohort, perspective)) - self.had_none(cohort, perspective, theme)
