"""The dialogs that strike a remark and ask for a passphrase, at every size."""

import pytest

from tests.tui.driving import press, running, settle, shown
from tests.tui.test_sizes import SIZES
from workshop.model.records import Session
from workshop.tui.screens.passphrase import WhatIsThePassphrase
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.strike import StrikeThis
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import open_workshop


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_each_survives(book: Workbook, session: Session, size: tuple[int, int]) -> None:
    """It opens, is painted, whatever was said, and Esc leaves it; afterwards the Room is as it was."""
    book.capture(session, "3: the landlord [/] keeps [bold] the deposit " * 6)
    async with running(RoomScreen(book, session), size) as pilot:
        for dialog in (StrikeThis(book.striking("R1")), WhatIsThePassphrase("fuel", lambda words: open_workshop(book.folder, words))):
            pilot.app.push_screen(dialog)
            await settle(pilot)
            assert pilot.app.screen is dialog
            await press(pilot, "escape")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "the landlord [/] keeps [bold] the deposit" in shown(pilot)
