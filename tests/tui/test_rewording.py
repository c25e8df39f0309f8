"""Editing a remark in the Room, and choosing between its versions."""

from pathlib import Path

import pytest

from tests.tui.driving import enter, press, running, settle, shown, type_text
from tests.workbook.conftest import Hands
from tests.workbook.copying import copy_of
from workshop.model.records import Session
from workshop.store.repository import Repository
from workshop.tui.screens.edit_remark import WhatItSays
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.which_version import WhichVersion
from workshop.tui.widgets.captureline import CaptureLine
from workshop.workbook.book import Workbook


async def test_a_remark_is_edited_from_the_list(book: Workbook, session: Session) -> None:
    """Up to the list, `e`: the whole remark stands in a line as it would be typed; Enter saves it, and the list shows it anew."""
    async with running(RoomScreen(book, session)) as pilot:
        await enter(pilot, '3: "the bus is late" #buses')
        assert "Edit" not in shown(pilot)
        await press(pilot, "shift+tab", "e")
        assert isinstance(pilot.app.screen, WhatItSays)
        assert 'p3: "the bus is late" #Buses' in shown(pilot)
        await type_text(pilot, " *")
        await press(pilot, "enter")
        assert "saved R1" in shown(pilot)
        assert "★" in shown(pilot)
    assert book.reflection("R1").highlight
    assert [each.where for each in book.history("R1")] == ["this computer", "this computer"]


async def test_up_in_the_empty_line_edits_the_last_remark(book: Workbook, session: Session) -> None:
    """Only where nothing is typed; Esc leaves the remark as it was, and comes back to the line."""
    async with running(RoomScreen(book, session)) as pilot:
        await pilot.press("up")
        assert isinstance(pilot.app.screen, RoomScreen)
        await enter(pilot, "3: the bus is late")
        await enter(pilot, "4: the shop is far")
        await type_text(pilot, "abc")
        await pilot.press("up")
        assert isinstance(pilot.app.screen, RoomScreen)
        await press(pilot, "end", "backspace", "backspace", "backspace", "up")
        assert "What is R2 to say?" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, RoomScreen)
        assert pilot.app.screen.focused is pilot.app.screen.line
    assert len(book.history("R2")) == 1


async def test_after_a_restart_the_key_goes_on_undoing(book: Workbook, session: Session, hands: Hands) -> None:
    """A Room that is opened after a crash names what was done in the session before it, and undoes that at a second press."""
    book.capture(session, "3: the bus is late")
    book.close()
    with Workbook(book.folder, Repository.open(book.folder), hands) as again:
        async with running(RoomScreen(again, session)) as pilot:
            assert "Undo" in shown(pilot)
            await press(pilot, "ctrl+z")
            assert "before this window was opened" in shown(pilot)
            assert "Undo once more takes it back" in shown(pilot)
            assert again.records.reflections
            await press(pilot, "ctrl+z")
            assert "undone: R1 the bus is late (done at" in shown(pilot)
            assert "in an earlier window" in shown(pilot)
            assert "Undo" not in shown(pilot)
        assert not again.records.reflections


async def test_what_cannot_be_saved_stays_to_be_mended(book: Workbook, session: Session) -> None:
    """A line that says no remark is asked for again, as it was typed, with the reason."""
    book.capture(session, "3: the bus is late")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "up")
        await type_text(pilot, " !off")
        await press(pilot, "enter")
        assert "off the record, for good" in shown(pilot)
        assert pilot.app.screen.query_one(CaptureLine).text == "p3: the bus is late !off"
        await press(pilot, "escape")
    assert book.reflection("R1").text == "the bus is late"


@pytest.fixture
def contested(book: Workbook, session: Session, hands: Hands) -> Session:
    """R1 was edited here and on another laptop."""
    book.capture(session, "3: the bus is late")
    far_folder: Path = copy_of(book, "far")
    book.edit("R1", "the bus is late, at ours")
    with Workbook(far_folder, Repository.open(far_folder), hands) as far:
        far.laptop = "elsewhere"
        far.edit("R1", "the bus is late, at theirs")
    book.merge(far_folder)
    return session


async def test_a_version_is_chosen(book: Workbook, contested: Session) -> None:
    """The list marks the remark, the top row counts it; `v` shows all versions with their computers, and Enter makes one count."""
    async with running(RoomScreen(book, contested), (120, 30)) as pilot:
        assert "1 remark has several versions" in shown(pilot)
        assert "has several versions" in shown(pilot).partition("p3")[2]
        await press(pilot, "shift+tab", "v")
        assert isinstance(pilot.app.screen, WhichVersion)
        said = shown(pilot)
        assert "R1 was edited in 2 places at once: which counts?" in said
        assert "this computer  on offer" in said
        assert "computer else  counts now" in said
        await press(pilot, "up", "enter")
        assert "version 2 of R1 counts" in shown(pilot)
        assert "several versions" not in shown(pilot)
    assert (book.reflection("R1").text, book.conflicts()) == ("the bus is late, at ours", ())


async def test_an_older_version_is_put_back(book: Workbook, session: Session) -> None:
    """From the history of a remark without rivals; what is chosen becomes its newest version, and undo takes that back."""
    book.capture(session, "3: first")
    book.edit("R1", "second")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "shift+tab", "v")
        await press(pilot, "enter")
        assert len(book.history("R1")) == 2
        await press(pilot, "v")
        await press(pilot, "home", "enter")
    assert (book.reflection("R1").text, len(book.history("R1"))) == ("first", 3)
    book.undo()
    assert book.reflection("R1").text == "second"


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (80, 24), (160, 50)])
async def test_both_dialogs_survive_every_size(book: Workbook, contested: Session, size: tuple[int, int]) -> None:
    """Opened, painted and left, however small the window; markup in the words is none."""
    book.edit("R1", "[/] [bold]x[@click=app.quit]")
    async with running(RoomScreen(book, contested), size) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, RoomScreen)
        screen.action_focus_reflections()
        for act in (screen.action_edit_remark, screen.action_versions):
            act()
            await settle(pilot)
            assert pilot.app.screen is not screen
            await press(pilot, "escape")
            assert pilot.app.screen is screen


async def test_what_was_struck_meanwhile_is_said_by_its_number(book: Workbook, session: Session) -> None:
    """The dialog stands open while another window strikes the remark: Enter keeps the typed words there, and says what happened to R1."""
    book.capture(session, "3: the bus is late")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "up")
        await type_text(pilot, " again")
        book.strike("R1")
        await press(pilot, "enter")
        assert "R1 was taken back meanwhile; your words are still here." in " ".join(shown(pilot).split())
        assert pilot.app.screen.query_one(CaptureLine).text == "p3: the bus is late again"
        await press(pilot, "escape")


async def test_of_a_remark_that_was_never_changed_nothing_is_chosen(book: Workbook, session: Session) -> None:
    """`v` shows its one version, offers no choice, and Enter only goes back."""
    book.capture(session, "3: the bus is late")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "shift+tab", "v")
        assert "R1 was never changed" in shown(pilot)
        assert "the one that counts" not in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, RoomScreen)
    assert len(book.history("R1")) == 1
