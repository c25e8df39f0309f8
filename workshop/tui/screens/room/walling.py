"""The Room's say over its display: whether it shows what was said."""

from functools import partial

from textual import work

from workshop.model.records import Session
from workshop.tui.screens.room.base import RoomBase


class Walling(RoomBase):
    """The facilitator allows the wall, and no one else."""

    @work(group="verbs")
    async def action_toggle_wall(self) -> None:
        """Let the room's display show what was said, without codes, or no longer."""
        await self._do(partial(self._book.set_wall, self._session, not self._session.wall), _said)


def _said(session: Session) -> str:
    return "the room's display shows what is said, without codes" if session.wall else "the room's display no longer shows what is said"
