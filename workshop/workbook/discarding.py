"""Throwing away a session that was begun by mistake: with another plan than was meant, or another group."""

from dataclasses import replace

from workshop.errors import WorkshopError
from workshop.model.discarded import discarded, noted_in
from workshop.model.records import Session
from workshop.workbook.attending import Attending

NO_SUCH = "Sessions are numbered as they were begun: S1, S2 ..."


class Discarding(Attending):
    """The verbs that throw one away, while nothing is lost with it, and bring it back."""

    def is_empty(self, session: Session) -> bool:
        """Whether nothing was noted, answered or made in it, nor put aside."""
        return not noted_in(self.repository.everything(), [session.id])

    def discard_session(self, session: Session) -> None:
        """Throw away a session in which nothing was noted: it is in no list, and its people no longer count as asked.

        Undo brings it back, and so does whatever another window or laptop notes in it. Raises WorkshopError where something was noted in
        it, and where it came from a file.
        """
        ref = self.ref(session)
        if session.imported:
            raise WorkshopError(f"{ref} came from a file.", f"To take the import back: workshop undo {self.folder.name}")
        if not self.is_empty(session):
            raise WorkshopError(
                f"Something was noted in {ref}: it is kept.",
                "Strike what should go, or end the session. A comparison can leave it out: --session names those that it is of.",
            )
        self._do(f"throwing {ref} away", replace(self.records.sessions[session.id], discarded=True))

    def bring_back(self, reference: str) -> Session:
        """Bring back a session (S1) that was thrown away. Raises WorkshopError where there is none, or it wasn't."""
        found = self._numbered(Session, reference, NO_SUCH)
        if found.id not in discarded(self.records):
            raise WorkshopError(f"{self.ref(found)} was not thrown away.")
        back = replace(found, discarded=False)
        self._do(f"bringing {self.ref(found)} back", back)
        return back
