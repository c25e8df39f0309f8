"""What the room's own display may show, and whether it shows what was said."""

from dataclasses import replace

from workshop.model.records import Session
from workshop.model.wall import wall
from workshop.privacy.identifiers import points_at_somebody
from workshop.workbook.desk import Desk


class Displaying(Desk):
    """The verbs of the room's display."""

    def set_wall(self, session: Session, shown: bool) -> Session:
        """Let the room's display show the session's remarks, without codes, or no longer. Raises NotSavedError."""
        self.refresh()  # so that what another window has just said of the session stays said
        now = self.session(session.id)
        if now.wall == shown:
            return now
        changed = replace(now, wall=shown)
        self._do(f"{'showing' if shown else 'hiding'} what was said on the room's display", changed)
        return changed

    def wall(self, session: Session) -> tuple[str, ...]:
        """The words that the room's display may show of a session, oldest first, what was said word for word in quotation marks.

        What names somebody, on the watch list or in the form of a name, a number or an address, stays off it: here nobody is asked.
        """
        found, records = self.records.sessions.get(session.id), self.records
        watched = tuple(each.name for each in records.watched.values())
        remarks = () if found is None else wall(found, records, lambda text: points_at_somebody(text, watched))
        return tuple(f"“{each.text.strip()}”" if each.verbatim else each.text.strip() for each in remarks)
