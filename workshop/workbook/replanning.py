"""Changing the plan of a session while it runs: catching up, adding, dropping, moving, re-timing, an unplanned break."""

from collections.abc import Collection, Mapping

from workshop.errors import WorkshopError
from workshop.model.catchup import Proposal, propose
from workshop.model.plan import Kind
from workshop.model.reading import Reading
from workshop.model.records import Entry, Session, Verb
from workshop.text import clean_line
from workshop.workbook.sessions import Sessions

BREAK_TITLE = "Break"


class Replanning(Sessions):
    """The verbs that change the plan of a running session. Each is an entry of its timeline, and can be undone."""

    def catch_up(
        self,
        session: Session,
        pinned: Mapping[int, float] | None = None,
        dropped: Collection[int] = (),
        now: Reading | None = None,
    ) -> Proposal | None:
        """How what is left could be shortened so that the session ends in time; None where nothing is to be won back. Changes nothing.

        `pinned` are whole lengths, in seconds, set by hand; `dropped` are activities to leave out. Both by index. Raises WorkshopError
        where one is not to come.
        """
        status = self.status(session, now)
        coming = {each.index for each in status.upcoming}
        on = {status.current.index} if status.current else set()
        for index in (*(pinned or {}), *dropped):
            if index not in coming | (on if index in (pinned or {}) else set()):
                raise WorkshopError(f"{self.ref(session)}: activity {index + 1} is not to come.", "Choose one from what is left.")
        return propose(status, self.activities(session), pinned, dropped)

    def apply_catch_up(self, session: Session, proposal: Proposal, dropped: Collection[int] = (), now: Reading | None = None) -> Entry:
        """Carry out a proposal, without the activities it leaves out and those `dropped` besides. Raises WorkshopError."""
        without = tuple(sorted({*proposal.dropped, *dropped}))
        changes = tuple((index, seconds) for index, seconds in proposal.changes if index not in without)
        entry = self._entry(session, Verb.CATCH_UP, now, changes=changes, dropped=without)
        self._enter(session, "the catch-up", entry)
        return entry

    def add_activity(
        self, session: Session, title: str, kind: Kind | str, minutes: float, position: int | None = None, now: Reading | None = None
    ) -> Entry:
        """Put an activity into the agenda that the plan doesn't have, at a place among what is to come (from 0), else next.

        The entry's `activity` is its index. Raises WorkshopError.
        """
        words = clean_line(title)
        if not words:
            raise WorkshopError("An activity needs a title.")
        state = self.clock(session).state
        place = len(state.order) - len(state.upcoming) if position is None else position
        entry = self._new_activity(session, Verb.INSERT, words, _kind(kind), minutes, now, position=place)
        self._enter(session, f"adding {words}", entry)
        return entry

    def drop_activity(self, session: Session, index: int, now: Reading | None = None) -> Entry:
        """Leave out an activity that has not been on. Raises WorkshopError."""
        entry = self._entry(session, Verb.DROP, now, activity=index)
        self._enter(session, f"dropping activity {index + 1}", entry)
        return entry

    def move_activity(self, session: Session, index: int, position: int, now: Reading | None = None) -> Entry:
        """Put an activity that is to come at another place of the agenda (from 0). Raises WorkshopError."""
        entry = self._entry(session, Verb.MOVE, now, activity=index, position=position)
        self._enter(session, f"moving activity {index + 1}", entry)
        return entry

    def retime_activity(self, session: Session, index: int, minutes: float, now: Reading | None = None) -> Entry:
        """Give an activity that is on or to come another length: what the plan gave it stays known. Raises WorkshopError."""
        status = self.status(session, now)
        known = {each.index: each for each in (*([status.current] if status.current else []), *status.upcoming)}
        if index not in known:
            raise WorkshopError(f"Activity {index + 1} is not to come.", "Only what is on or still to come can be re-timed.")
        if minutes <= 0:
            raise WorkshopError(f"{minutes:g} min is no length for an activity.", "To leave it out, drop it.")
        more = minutes * 60 - known[index].allotted
        if more == 0:
            raise WorkshopError(f"Activity {index + 1} has {minutes:g} min already.")
        entry = self._entry(session, Verb.ADD, now, activity=index, seconds=more)
        self._enter(session, f"giving activity {index + 1} {minutes:g} min", entry)
        return entry

    def take_break(self, session: Session, minutes: float = 10, now: Reading | None = None) -> Entry:
        """Stop for a break that nobody planned. After it the activity that it interrupted goes on with the time that it had left.

        Raises WorkshopError.
        """
        entry = self._new_activity(session, Verb.BREAK, BREAK_TITLE, Kind.BREAK, minutes, now)
        self._enter(session, "the break", entry)
        return entry

    def end_break(self, session: Session, now: Reading | None = None) -> Entry:
        """Go on after a break, planned or not. Raises WorkshopError where none is on."""
        current = self.status(session, now).current
        if current is None or self.activities(session)[current.index].kind is not Kind.BREAK:
            raise WorkshopError("No break is on.", "Go on with next.")
        return self.act(session, Verb.NEXT, leaving=current.index, now=now)

    def _new_activity(
        self, session: Session, verb: Verb, title: str, kind: Kind, minutes: float, now: Reading | None, position: int | None = None
    ) -> Entry:
        """An entry that makes an activity, of an index that none had before, not even one that was undone."""
        self.refresh()  # so that another window's index is not given twice
        used = [each.activity or 0 for each in self.timeline(session) if each.verb in (Verb.INSERT, Verb.BREAK)]
        index = max([len(self.plan_of(session).activities), *(each + 1 for each in used)])
        return self._entry(session, verb, now, activity=index, text=title, kind=kind.value, seconds=minutes * 60, position=position)


def _kind(kind: Kind | str) -> Kind:
    try:
        return Kind(kind)
    except ValueError:
        raise WorkshopError(f'There is no kind of activity "{clean_line(kind)}".', f"The kinds are: {', '.join(Kind)}.") from None
