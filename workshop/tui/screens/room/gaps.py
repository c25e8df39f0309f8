"""The Room's gaps: the session was found open, the computer slept, its clock was set. Told, and asked where it has to be."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from textual import work

from workshop.errors import WorkshopError
from workshop.model.clock import Status
from workshop.model.clock.gap import Gap, What, between_looks
from workshop.model.reading import Reading
from workshop.model.records import Session
from workshop.tui.keys import naming_keys
from workshop.tui.saying import not_done
from workshop.tui.screens.meanwhile import WhatHappenedMeanwhile
from workshop.tui.screens.room.base import RoomBase
from workshop.tui.widgets.chips import Concern
from workshop.workbook.book import Workbook

LOOK_EVERY = 60.0
"""Seconds between two looks that tell the record that somebody is still here."""
LEAST = 5.0
"""Seconds away that are not worth a word."""
ANSWERS = "{more.offer} changes that."


class Bridging(RoomBase):
    """What is done about time in which nobody looked. Only a question that has to be put stands in the way of the line."""

    def __init__(self, book: Workbook, session: Session) -> None:
        """Nothing is offered."""
        super().__init__(book, session)
        self._offered: Gap | None = None

    def on_mount(self) -> None:
        """Ask what happened since the session was last seen."""
        self._take_up()
        self.set_interval(LOOK_EVERY, self._stay)

    def action_answer_offer(self) -> None:
        """Put the question that the notice offers."""
        if self._offered is not None:
            self._ask(self._offered)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Something is offered or not."""
        if action == "answer_offer":
            return self._offered is not None
        return super().check_action(action, parameters)

    def _compare_looks(self, before: Status, status: Status, before_at: Reading, now: Reading) -> None:
        """Notice that more time has passed than can be."""
        super()._compare_looks(before, status, before_at, now)
        if self._session.rehearsal is None and between_looks(before_at, now, status.phase):
            self._look(before_at, now)

    def _stay(self) -> None:
        """A sign of life."""
        now = self._now()
        self._look(now, now)

    @work(group="looking")
    async def _look(self, previous: Reading, now: Reading) -> None:
        gaps = await self._attempt(partial(self._book.gaps_between, self._session, previous, now))
        if isinstance(gaps, WorkshopError):
            self.chips.say(not_done(gaps), Concern.NOT_SAVED)
        else:
            self._tell(gaps)

    @work(group="verbs")
    async def _take_up(self) -> None:
        gap = await self._do(partial(self._book.opening_gap, self._session))
        if gap is None or (gap.what is What.RESUMED and gap.seconds < LEAST and len(gap.choices) != 1):
            return
        if gap.ask:
            self._ask(gap)
            return
        if gap.choices:
            await self._do(partial(self._book.answer_gap, self._session, gap, gap.choices[0]))
        # What holds until a choice is made has been written; an end that was written is no choice any more.
        others = gap.choices[1:] if gap.what is What.LEFT_OPEN else gap.choices
        single = gap.what is not What.LEFT_OPEN and len(others) == 1
        self._tell([replace(gap, choices=() if single else others, record=())])

    @work(group="asking")
    async def _ask(self, gap: Gap) -> None:
        choice = await self.app.push_screen_wait(WhatHappenedMeanwhile(gap))
        if choice is None:
            self._tell([gap])
            return
        self._offered = None
        self.notice.offer("")
        await self._do(partial(self._book.answer_gap, self._session, gap, choice))

    def _tell(self, gaps: Sequence[Gap]) -> None:
        for gap in gaps:
            if gap.choices:
                self._offered = gap
                self.notice.offer(f"{gap.message} {naming_keys(ANSWERS)}")
                self.refresh_bindings()
            else:
                self.notice.tell(gap.message)
