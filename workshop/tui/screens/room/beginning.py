"""The Room's beginning: what a session is asked that was begun without a word about it."""

from functools import partial

from textual import work

from workshop.model.clock import Phase
from workshop.model.records import Session
from workshop.tui.screens.how_many_until_when import HowManyUntilWhen
from workshop.tui.screens.room.base import RoomBase
from workshop.workbook.book import Workbook


class Beginning(RoomBase):
    """How many are here, and when it must end: asked as it opens, before the clock is started, where neither is known."""

    def __init__(self, book: Workbook, session: Session, *, asks_first: bool = False) -> None:
        """`asks_first` where no dialog has asked before, as on the command line; a rehearsal is asked nothing."""
        super().__init__(book, session)
        self._asks_first = asks_first and session.rehearsal is None

    def on_mount(self) -> None:
        """Ask, where there is something to ask."""
        told = bool(self._session.present) or self._clock.state.ends_by is not None
        if self._asks_first and not told and self._clock.phase is Phase.NOT_STARTED:
            self._ask_first()

    @work(group="asking")
    async def _ask_first(self) -> None:
        book, session = self._book, self._session
        asked = HowManyUntilWhen(session.group, book.perspectives, partial(book.end_of, session))
        answer = await self.app.push_screen_wait(asked)
        if answer is None:
            return
        if answer.present:
            await self._do(partial(book.set_present, session, answer.present))
        if answer.ends_by is not None:
            await self._do(partial(book.set_ends_by, session, answer.ends_by))
