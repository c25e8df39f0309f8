"""Rating: what the points came to that people gave in `rate` activities."""

from workshop.compare.between import between_of
from workshop.compare.ratings import Rating, ratings
from workshop.model.plan import Kind
from workshop.model.rehearsal import without_rehearsals
from workshop.workbook.timeline import Timeline


class RatingThemes(Timeline):
    """The verbs of ratings."""

    def ratings(self) -> tuple[Rating, ...]:
        """The points by theme and group, of all sessions with people; those furthest apart first."""
        records = without_rehearsals(self.records)
        scales = {
            (session.id, index): activity.scale
            for session in records.sessions.values()
            for index, activity in enumerate(self.activities(session))
            if activity.kind is Kind.RATE and activity.scale
        }
        return ratings(records, scales, between_of(self.workshop))
