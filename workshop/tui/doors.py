"""The ways to the larger screens: each is loaded when it is first opened, so that the Shelf is there at once."""

from textual.screen import Screen

from workshop.model.records import Session
from workshop.workbook import Workbook


def room(book: Workbook, session: Session) -> Screen[None]:
    """The Room, in which a session is run."""
    from workshop.tui.screens.room import RoomScreen  # noqa: PLC0415  # a quarter of what the Shelf's first picture would cost

    return RoomScreen(book, session)


def comparison(book: Workbook, note: str = "") -> Screen[None]:
    """The comparison; `note` stands beside its title."""
    from workshop.tui.screens.compare import CompareScreen  # noqa: PLC0415  # as above

    return CompareScreen(book, note=note)
