"""What is painted can be read: each cell of every screen in every theme, in the colours that the compositor gives it."""

import re
from typing import Any

import pytest
from rich.color import Color
from rich.segment import Segment
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.driving import running, settle
from tests.tui.every_screen import WAYS, Opened
from tests.tui.test_own_keys import luminance
from workshop.model.capture import Captured, Speaker
from workshop.model.records import Session, Verb
from workshop.tui.screens.dialog import Dialog
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.themes import HIGH, THEMES
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf

SCREENS = sorted(WAYS, key=lambda kind: kind.__name__)
READABLE, HIGHLY = 4.5, 7.0
"""WCAG 2's ratio for text, and its stricter one."""


@pytest.fixture
def place(book: Workbook, session: Session) -> Opened:
    """A workshop with something of everything in it."""
    book.act(session, Verb.START)
    for text in ("we walk to the shop", "the bus is late", "[/] oops"):
        book.add_theme(text, agreed=False)
        book.add_statement(text, "practitioner", theme=text)
        book.capture(session, Captured(speaker=Speaker("parent", "p3"), text=text, themes=(text,)))
    return Opened(book, session)


def hexed(colour: Color | None) -> str:
    """A painted colour, "" where the terminal's own would be used."""
    return colour.triplet.hex if colour is not None and colour.triplet is not None else ""


def painted(pilot: Pilot[Any]) -> list[Segment]:
    """The pieces of the screen in front that hold letters or numbers, of a dialog only its own.

    Without those that a box which isn't ticked hides in its ground.
    """
    screen = pilot.app.screen
    rows = screen._compositor.render_strips()
    if isinstance(screen, Dialog):
        own = screen.query_one("#dialog").region
        rows = [row.crop(own.x, own.right) for row in rows[own.y : own.bottom]]
    letters = (segment for row in rows for segment in row if re.search(r"[^\W_]", segment.text))
    return [piece for piece in letters if not hidden(piece)]


def hidden(piece: Segment) -> bool:
    """Whether it is the X of a box that isn't ticked."""
    return piece.text.strip() == "X" and piece.style is not None and hexed(piece.style.color) == hexed(piece.style.bgcolor)


def ratio(segment: Segment) -> float:
    """The contrast of a piece's letters with what is behind them; 1 where it has no colours of its own, which then nobody knows."""
    style = segment.style
    if style is None or not (hexed(style.color) and hexed(style.bgcolor)):
        return 1.0
    light, dark = sorted((luminance(hexed(style.color)), luminance(hexed(style.bgcolor))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
async def test_every_letter_stands_out(kind: type[Screen[Any]], place: Opened) -> None:
    """In each theme, with the row chosen, the field that has the cursor, what is quiet, and what lies behind a dialog left aside."""
    async with running(ShelfScreen(Shelf(place.book.folder.parent)), (100, 32)) as pilot:
        pilot.app.push_screen(WAYS[kind](place))
        await settle(pilot)
        for theme in THEMES.values():
            pilot.app.theme = theme.name
            await settle(pilot)
            least = HIGHLY if theme is HIGH else READABLE
            pieces = painted(pilot)
            assert pieces
            faint = {piece.text.strip()[:40]: round(ratio(piece), 2) for piece in pieces if ratio(piece) < least}
            assert faint == {}, theme.name
