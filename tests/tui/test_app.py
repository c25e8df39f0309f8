"""What holds on every screen: light and dark, the palette, the help, the mouse, and nothing that moves by itself."""

from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.driving import press, running, settle, shown, type_text
from workshop.model.clock import Phase
from workshop.model.records import Session
from workshop.tui.app import WorkshopApp
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.themes import DARK, HIGH, LIGHT, colour_of
from workshop.tui.widgets.captureline import CaptureLine
from workshop.workbook.book import Workbook


def commands(pilot: Pilot[Any]) -> list[str]:
    """The names that the palette would list now."""
    app = pilot.app
    assert isinstance(app, WorkshopApp)
    return [command.title for command in app.get_system_commands(app.screen)]


async def test_one_key_goes_through_the_colours_and_back(book: Workbook, session: Session) -> None:
    """From inside the capture line too, where Ctrl+D would else delete a letter."""
    async with running(RoomScreen(book, session)) as pilot:
        await type_text(pilot, "half")
        await pilot.press("home")
        for theme in (LIGHT, HIGH, DARK):
            await press(pilot, "ctrl+d")
            assert pilot.app.theme == theme.name
        assert pilot.app.screen.query_one(CaptureLine).text == "half"


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_each_theme_has_a_colour_of_its_own_for_each_side(theme: Any) -> None:
    """Parents, practitioners and others differ, and none of them is the red that means not saved."""
    names = [colour_of(name).removeprefix("$") for name in ("parent", "practitioner", "young person")]
    colours = {theme.variables[name] for name in names}
    assert len(colours) == 3
    assert theme.error not in colours


async def test_the_palette_lists_what_works_now(book: Workbook, session: Session) -> None:
    """Each as a noun and a verb; no pause before the start, no undo of nothing, and never a screenshot, which would be a leak."""
    async with running(RoomScreen(book, session)) as pilot:
        before = commands(pilot)
        assert "clock: start, pause, go on" in before
        assert "activity: next" not in before
        await press(pilot, "ctrl+s")
        after = commands(pilot)
        assert {"activity: next", "clock: add time", "session: end"} <= set(after)
        assert [name for name in after if ": " not in name or "screenshot" in name.casefold()] == []


async def test_a_command_of_the_palette_does_what_its_key_does(book: Workbook, session: Session) -> None:
    """Ctrl+P, its name, Enter."""
    async with running(RoomScreen(book, session)) as pilot:
        await pilot.press("ctrl+p")
        await type_text(pilot, "clock: start")
        for _ in range(3):
            await settle(pilot)
        await pilot.press("down", "enter")
        for _ in range(3):
            await settle(pilot)
        assert book.clock(session).phase is Phase.RUNNING


async def test_a_key_in_the_bar_can_be_clicked(book: Workbook, session: Session) -> None:
    """Every key that is shown is a button too."""
    async with running(RoomScreen(book, session)) as pilot:
        row = shown(pilot).splitlines()[-1]
        await pilot.click(offset=(row.index("Start"), 23))
        await settle(pilot)
        assert book.clock(session).phase is Phase.RUNNING


async def test_nothing_moves_by_itself(example: Workbook) -> None:
    """Animations are off, on every terminal."""
    async with running(CompareScreen(example)) as pilot:
        assert pilot.app.animation_level == "none"
