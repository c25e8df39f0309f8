"""Keys typed ahead reach the screen that they were meant for."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.driving import burst, press, running, settle, shown, type_text
from workshop.tui import visits
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.workbook.book import Workbook
from workshop.workbook.catalogue import Catalogue
from workshop.workbook.shelf import Shelf, open_workshop


def typed(words: str) -> list[str]:
    """Its keys."""
    return ["space" if letter == " " else letter for letter in words]


async def until(pilot: Pilot[Any], kind: type[object]) -> None:
    """Wait until such a screen is in front and has taken what was typed ahead."""
    for _ in range(60):
        await settle(pilot)
        if isinstance(pilot.app.screen, kind):
            break
    await settle(pilot)
    assert isinstance(pilot.app.screen, kind), shown(pilot)


async def test_all_that_is_typed_at_once_gets_where_it_belongs(tmp_path: Path) -> None:
    """A new workshop, a session in it, and the first remark: not a letter of it is a command to the shelf, and none is lost."""
    async with running(ShelfScreen(Catalogue(tmp_path))) as pilot:
        await press(pilot, "n")
        await type_text(pilot, "Monday group")
        await burst(pilot, "enter", "s", "enter", "enter", "enter", *typed("tonight we talked about tea"), "enter")
        await until(pilot, RoomScreen)
    with Shelf(tmp_path).open("monday-group") as book:
        assert [said.text for said in book.records.reflections.values()] == ["tonight we talked about tea"]
        assert not book.records.themes


async def test_no_key_is_a_command_to_the_shelf_while_a_workshop_opens(
    book: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long that takes: the second key goes to what the first has opened."""
    book.close()
    opened = Event()

    def slow(folder: Path) -> Workbook:
        opened.wait(30)
        return open_workshop(folder)

    monkeypatch.setattr(visits, "open_workshop", slow)
    async with running(ShelfScreen(Catalogue(book.folder.parent))) as pilot:
        await burst(pilot, "c", "escape", "c")
        assert isinstance(pilot.app.screen, ShelfScreen)
        for _ in range(200):
            await pilot.pause()
            if "one moment" in shown(pilot):
                break
        assert "one moment" in shown(pilot)
        opened.set()
        await until(pilot, CompareScreen)


async def test_what_was_typed_for_a_workshop_that_does_not_open_is_the_shelf_s(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shelf goes on as before, and takes keys."""
    folder = book.folder
    book.close()
    async with running(ShelfScreen(Catalogue(folder.parent))) as pilot:
        for file in folder.iterdir():
            file.unlink()
        await burst(pilot, "c", "n")
        await settle(pilot)
        assert type(pilot.app.screen).__name__ == "WhatIsItCalled"
