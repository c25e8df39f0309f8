"""A rehearsal from the command line: what there is to try, the Room, then the comparison of the example."""

from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from tests.tui.driving import press, settle, shown
from workshop.model.records import Session
from workshop.tui import opening
from workshop.tui.app import WorkshopApp
from workshop.tui.keys import use_keys
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.first_hour import WhatToTry
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook


@pytest.mark.parametrize("begun", [True, False], ids=["begun", "left at once"])
def test_the_comparison_comes_after_a_rehearsal_that_was_begun(
    example: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, begun: bool
) -> None:
    """As from the shelf; who leaves the card without beginning leaves the program."""
    seen: list[type[Screen[Any]]] = []

    def run(first: Screen[Any], _notices: object = (), over: WhatToTry | None = None, *, home: Path) -> int:
        assert home == tmp_path
        seen.append(type(first))
        if over is not None:
            over.begun = begun
        return 0

    monkeypatch.setattr(opening, "run", run)
    assert opening.run_rehearsal(example, tmp_path) == 0
    assert seen == ([RoomScreen, CompareScreen] if begun else [RoomScreen])


async def test_enter_begins_and_esc_leaves(book: Workbook, session: Session) -> None:
    """Each as the card says."""
    for key, begun in (("enter", True), ("escape", False)):
        card = WhatToTry(9.0, comes_first=True)
        app = WorkshopApp(RoomScreen(book, session), over=card)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert "Enter begins  \u00b7  Esc goes back" in shown(pilot)
            await press(pilot, key)
            assert card.begun is begun
            assert isinstance(app.screen, RoomScreen) is begun
            assert (app.return_code is None) is begun, "leaving the card leaves the program"


async def test_the_card_names_the_keys_that_a_person_has(book: Workbook, session: Session) -> None:
    """Those in its margin, and those in its sentences."""
    try:
        use_keys({"room.end": "f8", "more.catch-up": "q", "room.more": "f7"})
        app = WorkshopApp(RoomScreen(book, session), over=WhatToTry(9.0))
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            told = " ".join(shown(pilot).split())
            assert "F8 ends the session" in told
            assert "F7 q catches up when it is late, F7 h shows who has been heard" in told
    finally:
        use_keys({})
