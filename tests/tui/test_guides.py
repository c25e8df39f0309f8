"""The guides on the screen: how they are reached, turned and left."""

import pytest

from tests.tui.driving import running, settle, shown
from tests.tui.test_sizes import SIZES
from workshop.guide import PAGES
from workshop.model.records import Session
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.guides import GuidesScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf


async def test_the_pages_are_turned_and_come_round(book: Workbook) -> None:
    """Right for the next one, Left for the one before; the name of the page that is open is marked."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        await pilot.press("g")
        await settle(pilot)
        seen = []
        for _ in PAGES:
            seen.append(next(name for name in PAGES if f"› {name}" in shown(pilot)))
            await pilot.press("right")
            await settle(pilot)
        assert seen == list(PAGES)
        await pilot.press("left")
        await settle(pilot)
        assert "The words" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ShelfScreen)


async def test_the_room_leads_to_them_and_goes_on(book: Workbook, session: Session) -> None:
    """By Ctrl+K l, and by F1 g; Ctrl+Q leaves the guides and not the Room."""
    async with running(RoomScreen(book, session)) as pilot:
        for keys in (("ctrl+k", "l"), ("f1", "g")):
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
            assert "For the facilitator" in shown(pilot)
            await pilot.press("ctrl+q")
            await settle(pilot)
            assert isinstance(pilot.app.screen, RoomScreen)


async def test_help_leads_to_them_from_any_screen_but_their_own(example: Workbook) -> None:
    """There they stay: no second copy opens over the first."""
    async with running(CompareScreen(example)) as pilot:
        for _ in range(2):
            await pilot.press("f1")
            await settle(pilot)
            await pilot.press("g")
            await settle(pilot)
            assert isinstance(pilot.app.screen, GuidesScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_they_survive_every_size(book: Workbook, size: tuple[int, int]) -> None:
    """Each page, scrolled to its end; at 80x24 it reads as ever afterwards."""
    async with running(ShelfScreen(Shelf(book.folder.parent)), size) as pilot:
        await pilot.press("g")
        for _ in PAGES:
            await settle(pilot)
            await pilot.press("end", "right")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "For the facilitator" in shown(pilot)
