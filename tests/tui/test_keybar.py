"""The key bar: help is on it whatever else there is no room for."""

from typing import Any

import pytest
from textual.screen import Screen

from tests.tui.driving import running, settle
from tests.tui.every_screen import WAYS, Opened
from workshop.model.records import Consent, Session, Verb
from workshop.tui.keys import SHOWN_AT_ONCE, use_keys
from workshop.tui.screens.dialog import Dialog
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.widgets.keybar import KeyBar
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf

SCREENS = [kind for kind in sorted(WAYS, key=lambda kind: kind.__name__) if not issubclass(kind, Dialog)]
WIDTHS = (10, 20, 40, 80, 160)


def keys_in(bar: KeyBar) -> str:
    """What it shows."""
    return str(bar.render())


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
async def test_help_is_on_every_key_bar_at_every_width(kind: type[Screen[Any]], book: Workbook, session: Session) -> None:
    """So is the way out, and never more than seven keys; at 10 cells the two stand there without their labels."""
    book.act(session, Verb.START)
    book.capture(session, "3: we walk oops #food")
    book.set_consent(session, "p3", Consent.QUOTE)
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        pilot.app.push_screen(WAYS[kind](Opened(book, session)))
        for width in WIDTHS:
            await pilot.resize_terminal(width, 24)
            await settle(pilot)
            bar = pilot.app.screen.query_one(KeyBar)
            assert any(key.leads_out for key in bar.shown())
            assert len(bar.shown()) <= SHOWN_AT_ONCE
            if width == WIDTHS[0]:
                assert keys_in(bar) in ("F1  Esc", "F1  ^Q")
            else:
                assert "F1 Help" in keys_in(bar), width
                assert any(word in keys_in(bar) for word in ("Back", "Quit", "Leave")), width


async def test_a_key_of_one_s_own_for_help_is_the_one_shown(book: Workbook) -> None:
    """As everywhere where a key is named."""
    try:
        async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
            use_keys({"help": "f9"})
            bar = pilot.app.screen.query_one(KeyBar)
            assert "F9 Help" in keys_in(bar)
            assert "F1" not in keys_in(bar)
    finally:
        use_keys({})
