"""The Room's agenda, changed while it runs: add, drop, move, re-time. Each is an entry of the timeline, and can be undone."""

from collections.abc import Callable, Sequence
from functools import partial

from textual import work

from workshop.errors import WorkshopError
from workshop.model.clock import ActivityStatus, Phase
from workshop.model.clock.words import clock_time, nearest_minute
from workshop.tui.screens.agenda_change import Change, Edit, Line, WhatShallCome
from workshop.tui.screens.room.base import RoomBase


class Planning(RoomBase):
    """What is to come can be changed, and how long the activity that is on may take."""

    @work(group="asking")
    async def action_change_plan(self) -> None:
        """Show what is on and to come, and change it."""
        await self.app.push_screen_wait(WhatShallCome(self._lines(), self._carry_out))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Until the session has ended."""
        if action == "change_plan":
            return self._clock.phase is not Phase.ENDED
        return super().check_action(action, parameters)

    async def _carry_out(self, edit: Edit) -> tuple[Sequence[Line], str]:
        fault = ""
        async with self._turn:
            try:
                await self.aside(partial(self._done_here, self._verb(edit)))
            except WorkshopError as refused:
                fault = str(refused)
        return self._lines(), fault

    def _verb(self, edit: Edit) -> Callable[[], object]:
        book, session, now = self._book, self._session, self._now()
        new = edit.new
        match edit.change:
            case Change.ADD if new is not None:
                return lambda: book.add_activity(session, new.title, new.kind, new.minutes, edit.place or None, now)
            case Change.DROP:
                return lambda: book.drop_activity(session, edit.index, now)
            case Change.UP:
                return lambda: book.move_activity(session, edit.index, edit.place - 1, now)
            case Change.DOWN:
                return lambda: book.move_activity(session, edit.index, edit.place + 1, now)
            case Change.RETIME:
                return lambda: book.retime_activity(session, edit.index, edit.minutes, now)
            case _:
                return book.undo_asking

    def _starts(self, each: ActivityStatus) -> str:
        if each.actual_start is not None:
            return clock_time(each.actual_start, self._zone)
        return clock_time(nearest_minute(each.projected_start), self._zone) if each.projected_start else ""

    def _lines(self) -> list[Line]:
        status = self._book.status(self._session, self._now())
        current = (status.current,) if status.current else ()
        return [
            Line(
                index=each.index,
                place=status.order.index(each.index),
                title=each.title,
                starts=self._starts(each),
                seconds=each.allotted,
                on=each is status.current,
            )
            for each in (*current, *status.upcoming)
        ]
