"""Safeguarding from the Room: the remark that is put aside is the one that is meant, and it is shown before."""

from tests.tui.driving import enter, press, running, shown
from workshop.model.records import Session
from workshop.tui.screens.contact_card import WhoIsToBeTold
from workshop.tui.screens.put_aside import PutThisAside
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook


async def test_from_the_line_it_is_the_last_remark(book: Workbook, session: Session) -> None:
    """One that was chosen in the list before is not meant any more."""
    for text in ("3: the buses", "4: the meter", "5: the forms"):
        book.capture(session, text)
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "shift+tab", "up", "escape")
        await enter(pilot, "nt: she says he hits her")
        await press(pilot, "ctrl+k", "f")
        assert "Put R4 aside for safeguarding" in shown(pilot)
        assert "notes  she says he hits her" in shown(pilot)
        await press(pilot, "y")
        assert isinstance(pilot.app.screen, WhoIsToBeTold)
        await press(pilot, "escape")
        assert "she says" not in shown(pilot)
    assert [each.ref for each in book.flagged()] == ["R4"]


async def test_from_the_list_it_is_the_one_chosen(book: Workbook, session: Session) -> None:
    """While one is in the list, the remark with the mark is meant."""
    for text in ("3: he hits her", "4: the meter"):
        book.capture(session, text)
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "shift+tab", "up", "ctrl+k", "f")
        assert "p3  he hits her" in shown(pilot)
        await press(pilot, "y")
    assert [each.ref for each in book.flagged()] == ["R1"]


async def test_enter_and_esc_put_nothing_aside(book: Workbook, session: Session) -> None:
    """Enter, which saves remarks, is no answer; Esc leaves it where it is."""
    book.capture(session, "3: the buses")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+k", "f", "enter")
        assert isinstance(pilot.app.screen, PutThisAside)
        await press(pilot, "escape")
        assert "the buses" in shown(pilot)
    assert not book.flagged()


async def test_what_should_happen_is_of_the_last_remark_too(book: Workbook, session: Session) -> None:
    """From the line a recommendation is made of what was noted last, whatever was chosen before."""
    for text in ("3: the buses", "4: the meter"):
        book.capture(session, text)
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "shift+tab", "up", "escape")
        await enter(pilot, "5: one form for all")
        await press(pilot, "ctrl+k", "j")
        assert "What should happen, as R3 has it?" in shown(pilot)


async def test_the_chosen_remark_has_a_mark(book: Workbook, session: Session) -> None:
    """It is told without colour, on its first line only; from the line nothing is chosen, and nothing has it."""
    book.capture(session, "3: the buses")
    book.capture(session, "4: " + "the meter is the worst of it all " * 6)
    async with running(RoomScreen(book, session)) as pilot:
        assert "›" not in shown(pilot)
        await press(pilot, "shift+tab")
        assert "›R2   p4" in shown(pilot)
        await press(pilot, "up")
        assert "›R1   p3      the buses" in shown(pilot)
        assert shown(pilot).count("›") == 1
        await press(pilot, "escape")
        assert "›" not in shown(pilot)
