"""What a session begins with, from those before it."""

from workshop.model.carried import Carried, carried
from workshop.model.records import Session
from workshop.privacy.identifiers import points_at_somebody
from workshop.workbook.recommending import Recommending


class Beginning(Recommending):
    """The verb that carries over."""

    def carried(self, session: Session, *, for_all: bool = True) -> Carried:
        """What a session begins with: its people's question, what they put first, what was promised and what came of it.

        `for_all` leaves out what names somebody, as the wall does; without it, it is the facilitator's to read.
        """
        watched = tuple(each.name for each in self.records.watched.values())
        names = (lambda text: points_at_somebody(text, watched)) if for_all else (lambda _: False)
        return carried(session, self.records, self.recommendations(), names)
