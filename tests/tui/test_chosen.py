"""The row that is chosen is told without colour, in every list."""

import pytest
from textual.screen import Screen

from tests.tui.driving import running, settle, shown
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.new_statement import WhichStatementAndWhose
from workshop.tui.screens.shelf import ShelfScreen
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf


def signed(text: str) -> list[str]:
    """The rows with the sign, from it on."""
    return [row.partition("›")[2].strip() for row in text.splitlines() if "›" in row]


async def test_the_shelf_has_a_sign_at_the_workshop_that_is_chosen(book: Workbook) -> None:
    """One row has it."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        (row,) = signed(shown(pilot))
        assert row.startswith("Fuel and food")


async def test_a_dialog_s_list_has_it_though_the_keys_are_in_a_field(book: Workbook) -> None:
    """What it says will be the answer."""
    async with running(Screen()) as pilot:
        pilot.app.push_screen(WhichStatementAndWhose(book.perspectives))
        await settle(pilot)
        for keys in (("x", "enter", "enter", "down"), ("shift+tab",)):
            await pilot.press(*keys)
            await settle(pilot)
            (row,) = signed(shown(pilot))
            assert row.startswith("practitioners")


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 5), (1, 1)], ids=str)
async def test_only_the_first_line_of_a_row_has_it(example: Workbook, size: tuple[int, int]) -> None:
    """However many lines it takes; where its first line is out of sight, none does."""
    async with running(CompareScreen(example), size) as pilot:
        assert len(signed(shown(pilot))) <= 1
        await pilot.press("down")
        await settle(pilot)
        assert len(signed(shown(pilot))) <= 1
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        (row,) = signed(shown(pilot))
        assert "F2 Protecting children" in row or "███" in row
