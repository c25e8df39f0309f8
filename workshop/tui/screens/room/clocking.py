"""The Room's clock: start, pause, go on, next, back, more time, the end."""

from functools import partial

from textual import work

from workshop.errors import WorkshopError
from workshop.model.clock import Phase
from workshop.model.clock.rules import LEFT
from workshop.model.duration import spoken
from workshop.model.plan import Kind
from workshop.model.reading import Reading, seconds_between
from workshop.model.records import Entry, Session, Verb
from workshop.tui.keys import key_name
from workshop.tui.screens.add_time import HowMuchTime
from workshop.tui.screens.how_long import HowLong, written
from workshop.tui.screens.room.base import RoomBase
from workshop.workbook.book import Workbook

GONE_ON_ELSEWHERE = "The other window has gone on already."
GONE_ON_HERE = "Gone on already: one press is one activity."
_VERBS = {
    "toggle_clock": {Verb.START, Verb.PAUSE, Verb.RESUME},
    "next_activity": {Verb.NEXT},
    "back_activity": {Verb.BACK},
    "add_time": {Verb.ADD},
    "leave_out": {Verb.DISCOUNT},
    "backdate": {Verb.START, Verb.BACKDATE},
}
_LONGEST_WAIT = 3 * 60 * 60.0
"""Seconds after a session was begun up to which its age is offered as how long ago its first activity began."""


class Clocking(RoomBase):
    """The verbs of the clock, each as of the moment of its key press."""

    def __init__(self, book: Workbook, session: Session) -> None:
        """Nothing was left here yet."""
        super().__init__(book, session)
        self._left_here: int | None = None

    def action_toggle_clock(self) -> None:
        """Start, pause or go on."""
        verb = {Phase.RUNNING: Verb.PAUSE, Phase.PAUSED: Verb.RESUME}.get(self._clock.phase, Verb.START)
        self._act(verb)

    def action_next_activity(self) -> None:
        """Go on to the next activity."""
        self._move(Verb.NEXT, self._clock.current)

    def action_back_activity(self) -> None:
        """Go back to the one before."""
        self._move(Verb.BACK, self._clock.current)

    @work(group="asking")
    async def action_add_time(self) -> None:
        """Ask how much, and add it to the activity that is on."""
        current = self._clock.current
        if current is None:
            return
        seconds = await self.app.push_screen_wait(HowMuchTime(self._plan[current].title))
        if seconds:
            self._act(Verb.ADD, seconds=seconds, activity=current)

    @work(group="asking")
    async def action_backdate(self) -> None:
        """Ask how long ago it really was: where nothing is on, what is next began then."""
        asked = self._now()
        status = self._clock.at(asked)
        if status.phase in (Phase.NOT_STARTED, Phase.BETWEEN) and status.upcoming:
            waited = status.nothing_running
            if waited is None:
                since_made = (status.now - self._session.created).total_seconds()
                waited = since_made if 0 < since_made < _LONGEST_WAIT else 0.0
            question, offered = f"How long ago did {status.upcoming[0].title} begin?", written(waited) if waited >= 1 else ""
        else:
            question, offered = f"How long ago {_LAST.get(status.phase, 'did it')} really?", ""
        seconds = await self.app.push_screen_wait(HowLong(question, offered=offered))
        if seconds:
            now = self._now()
            await self._do(partial(self._book.backdate, self._session, seconds + seconds_between(asked, now), now))

    @work(group="asking")
    async def action_leave_out(self) -> None:
        """Ask how much of the activity that is on was none of it, and leave that out of its time."""
        current = self._clock.current
        if current is None:
            return
        seconds = await self.app.push_screen_wait(HowLong(f"How much of the time so far was not {self._plan[current].title}?"))
        if seconds:
            await self._do(partial(self._book.discount, self._session, seconds, current, self._now()))

    @work(group="verbs")
    async def action_take_break(self) -> None:
        """A break that nobody planned; where a break is on, its end."""
        if self._on_break():
            await self._do(partial(self._book.end_break, self._session, now=self._now()), lambda _: "the break is over")
        else:
            await self._do(partial(self._book.take_break, self._session, now=self._now()), _break_words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which verbs of the clock work now. While there is text in the line, the key of the break clears it, as in any terminal."""
        if action in _VERBS:
            return bool(_VERBS[action] & self._allowed)
        if action == "take_break":
            typing = self.focused is self.line and bool(self.line.text)
            return not typing and self._clock.phase in (Phase.RUNNING, Phase.PAUSED, Phase.BETWEEN)
        return super().check_action(action, parameters)

    def _on_break(self) -> bool:
        current = self._clock.current
        return current is not None and self._plan[current].kind is Kind.BREAK

    @work(group="verbs")
    async def _act(self, verb: Verb, seconds: float | None = None, activity: int | None = None) -> None:
        """Write an entry of the timeline, as of the moment of the key press."""
        await self._do(partial(self._book.act, self._session, verb, seconds=seconds, activity=activity, now=self._now()))

    @work(group="verbs")
    async def _move(self, verb: Verb, leaving: int | None) -> None:
        """Leave the activity that the screen showed at the key press, and no other."""
        await self._do(partial(self._leave_activity, verb, leaving, self._now()))

    def _leave_activity(self, verb: Verb, leaving: int | None, now: Reading) -> None:
        try:
            self._book.act(self._session, verb, leaving=leaving, now=now)
        except WorkshopError as fault:
            if fault.message != LEFT.why:
                raise
            raise WorkshopError(GONE_ON_HERE if leaving == self._left_here else GONE_ON_ELSEWHERE) from fault
        self._left_here = leaving


def _break_words(entry: Entry) -> str:
    return f"a break of {spoken(entry.seconds or 0)}: {key_name('room.break')} ends it"


_LAST = {Phase.RUNNING: "did this begin, or go on,", Phase.PAUSED: "did the pause begin,", Phase.ENDED: "did the session end,"}
