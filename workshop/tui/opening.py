"""Opening one of the larger screens straight from the command line, each with the keys and colours of the shelf in `home`."""

from pathlib import Path

from workshop.model.records import Session
from workshop.tui.app import run
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.display import DisplayScreen
from workshop.tui.screens.first_hour import NOT_IN_IT, WhatToTry
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook
from workshop.workbook.example import rehearse
from workshop.workbook.notices import opening_notices


def run_room(book: Workbook, session: Session, home: Path, *, begins: bool = False) -> int:
    """Run a session until it is left, and return the exit code.

    Of one that `begins` it asks first how many are here and when it must end, if nobody said: once, since later somebody may be typing.
    """
    return run(RoomScreen(book, session, asks_first=begins), opening_notices(book), home=home)


def run_rehearsal(book: Workbook, home: Path, speed: float | None = None) -> int:
    """Rehearse a session in the example workshop until it is left, then show the example's comparison, and return the exit code.

    What there is to try comes first. Raises WorkshopError where nobody can keep up with that speed.
    """
    session = rehearse(book, speed)
    card = WhatToTry(session.rehearsal or 1.0, comes_first=True)
    code = run(RoomScreen(book, session), over=card, home=home)
    return run_compare(book, home, title_note=NOT_IN_IT, throw_away=True) if card.begun and not code else code


def run_compare(book: Workbook, home: Path, *, title_note: str = "", throw_away: bool = False) -> int:
    """Show a workshop's comparison until it is left, and return the exit code; `title_note` stands beside its title.

    Of a `throw_away` copy, which goes when the screen is left, reports are written where they stay.
    """
    return run(CompareScreen(book, note=title_note, throw_away=throw_away), opening_notices(book), home=home)


def run_display(book: Workbook, home: Path, session: Session | None = None) -> int:
    """Show the room's display of a session, or of whichever is open, until it is left, and return the exit code."""
    return run(DisplayScreen(book, session), home=home)
