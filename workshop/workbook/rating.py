"""Rating: what the points came to that people gave in `rate` activities."""

from collections.abc import Sequence

from workshop.compare.ratings import Rating, ratings
from workshop.compare.sides import divided
from workshop.model.plan import Kind
from workshop.workbook.exporting import Exporting


class RatingThemes(Exporting):
    """The verbs of ratings; what is narrowed, and between whom, is asked for as in `compare`."""

    def ratings(self, between: Sequence[str] = (), *, sessions: Sequence[str] = (), themes: Sequence[str] = ()) -> tuple[Rating, ...]:
        """The points by theme and group, of all sessions with people or of these; those furthest apart first."""
        asked = self.asked(between, sessions, themes=themes)
        records, narrowing = divided(self._with_people(), asked.sides), asked.narrowing
        scales = {
            (session.id, index): activity.scale
            for session in records.sessions.values()
            if not narrowing.sessions or session.id in narrowing.sessions
            for index, activity in enumerate(self.activities(session))
            if activity.kind is Kind.RATE and activity.scale
        }
        found = ratings(records, scales, (asked.sides[0].name, asked.sides[1].name))
        titles = {self.records.themes[theme].title for theme in narrowing.themes}
        return tuple(each for each in found if not titles or each.theme in titles)
