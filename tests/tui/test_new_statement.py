"""A statement that is typed in the Room: its words, the theme that it is about, and whose it is."""

import pytest

from tests.tui.driving import press_each, running, shown, type_text
from tests.workbook.conftest import PLAN
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb
from workshop.tui.screens.new_statement import WhichStatementAndWhose
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook


@pytest.fixture
def showing(book: Workbook) -> Session:
    """Parents are shown statements, and there is none yet."""
    book.add_theme("Getting about")
    made = book.start_session(parse_plan(PLAN, "short"), "parent")
    book.act(made, Verb.START)
    book.act(made, Verb.NEXT)
    return made


async def test_it_is_about_the_theme_that_is_named(book: Workbook, showing: Session) -> None:
    """What is typed of it is the beginning of one that is shown; who is in a hurry goes past it."""
    async with running(RoomScreen(book, showing), (80, 24)) as pilot:
        await press_each(pilot, "ctrl+y")
        await type_text(pilot, "People would take a bus.")
        await press_each(pilot, "tab")
        await type_text(pilot, "getting")
        assert "Getting about" in shown(pilot)
        await press_each(pilot, "enter", "enter")
        (made,) = book.records.statements.values()
        assert (made.text, book.records.themes[made.theme or ""].title) == ("People would take a bus.", "Getting about")
        await press_each(pilot, "ctrl+y")
        await type_text(pilot, "It is about nothing.")
        await press_each(pilot, "enter", "enter", "enter")
        assert [each.theme for each in book.records.statements.values()].count(None) == 1


async def test_a_theme_that_there_is_not_is_said_and_the_words_stay(book: Workbook, showing: Session) -> None:
    """Nothing is made; corrected, it is."""
    async with running(RoomScreen(book, showing), (80, 24)) as pilot:
        await press_each(pilot, "ctrl+y")
        await type_text(pilot, "People would take a bus.")
        await press_each(pilot, "tab")
        await type_text(pilot, "hunger")
        await press_each(pilot, "enter", "enter")
        assert not book.records.statements
        assert isinstance(pilot.app.screen, WhichStatementAndWhose)
        assert 'There is no theme "hunger".' in shown(pilot)
        assert "People would take a bus." in shown(pilot)
        await press_each(pilot, *["backspace"] * len("hunger"), "enter", "enter")
        assert len(book.records.statements) == 1
