"""The Outcomes screen: what each way of working came to, reached from the shelf, the comparison and the Room."""

import pytest

from tests.tui.driving import press, running, settle, shown, type_text
from tests.tui.test_sizes import SIZES
from workshop.model.records import Session
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.outcomes import OutcomesScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.workbook.book import Workbook
from workshop.workbook.catalogue import Catalogue
from workshop.workbook.recommending import Wanted


@pytest.fixture
def promised(book: Workbook, session: Session) -> Session:
    """A commitment to which both have said yes, and a question that leads on."""
    book.capture(session, "3: who is never asked? !question #voice *")
    book.recommend(Wanted(text="we ring back", side="practitioner", agreed=("parent", "practitioner")), session)
    return session


async def test_promises_and_questions_stand_with_all_that_is_known(book: Workbook, promised: Session) -> None:
    """A title, then a row a thing with its cells; Esc goes back."""
    async with running(OutcomesScreen(book)) as pilot:
        screen = shown(pilot)
        assert "What each side has promised" in screen
        assert "D1 we ring back" in screen
        assert "who said yes: parents and practitioners" in screen
        assert "who is never asked?" in screen


async def test_without_any_it_says_what_would_stand_there(book: Workbook) -> None:
    """Nothing is empty without a word."""
    async with running(OutcomesScreen(book)) as pilot:
        assert "Nothing of this kind yet." in shown(pilot)


async def test_the_shelf_the_comparison_and_the_room_lead_to_it(book: Workbook, promised: Session) -> None:
    """By o, o and Ctrl+K u, and Esc goes back to where it was opened."""
    async with running(ShelfScreen(Catalogue(book.folder.parent))) as pilot:
        await press(pilot, "o")
        assert isinstance(pilot.app.screen, OutcomesScreen)
    async with running(CompareScreen(book)) as pilot:
        await press(pilot, "o")
        assert isinstance(pilot.app.screen, OutcomesScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, CompareScreen)
    async with running(RoomScreen(book, promised)) as pilot:
        await press(pilot, "ctrl+k")
        await press(pilot, "u")
        assert isinstance(pilot.app.screen, OutcomesScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_it_fits_every_window(book: Workbook, promised: Session, size: tuple[int, int]) -> None:
    """From one cell to a wide one, and it can be left."""
    async with running(OutcomesScreen(book), size=size) as pilot:
        await settle(pilot)
        await press(pilot, "escape")


async def test_a_statement_is_put_in_better_words_in_the_room(book: Workbook, session: Session) -> None:
    """Ctrl+K y asks which and how; what can't be saved comes back with the reason, and the new one is of the group in the room."""
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+k")
        await press(pilot, "y")
        await type_text(pilot, "T9")
        await press(pilot, "tab")
        await type_text(pilot, "You let us finish.")
        await press(pilot, "enter")
        assert "T9" in shown(pilot)
        await press(pilot, "shift+tab")
        await press(pilot, "backspace")
        await type_text(pilot, "1")
        await press(pilot, "enter")
        assert "T3 made: T1 in better words" in shown(pilot)
    made = next(each for each in book.records.statements.values() if each.number == 3)
    assert (made.text, made.made_by) == ("You let us finish.", "parent")
