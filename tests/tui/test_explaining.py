"""A key of the Room that can do nothing now says why, and a session begun by mistake can be thrown away."""

import pytest

from tests.tui.driving import enter, press, running, settle, shown
from workshop.model.records import Verb
from workshop.plans import load_plan
from workshop.tui.screens.discard import ThrowItAway
from workshop.tui.screens.room import RoomScreen
from workshop.tui.widgets.captureline import CaptureLine
from workshop.workbook.book import Workbook


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("ctrl+r", "Statements come in activity 4, What the workers said."),
        ("ctrl+y", "Statements come in activity 4, What the workers said."),
        ("ctrl+n", "The session has not started. Ctrl+S starts it."),
        ("ctrl+t", "The session has not started. Ctrl+S starts it."),
    ],
)
async def test_before_its_time_a_key_says_when_that_is(book: Workbook, key: str, said: str) -> None:
    """Of a session that has not started, and of activities that show nothing."""
    session = book.start_session(load_plan("readback"), "parent")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, key)
        assert said in shown(pilot)


async def test_in_its_time_it_says_what_is_missing(book: Workbook) -> None:
    """No statement is there yet: how one is made. In the first activity nothing goes before."""
    session = book.start_session(load_plan("readback"), "parent")
    book.act(session, Verb.START)
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+g")
        assert "This is the first activity." in shown(pilot)
        for _ in range(3):
            await press(pilot, "ctrl+n")
        await press(pilot, "ctrl+r")
        assert "Ctrl+Y makes one." in shown(pilot)


async def test_a_letter_is_never_answered(book: Workbook) -> None:
    """It goes into the line, and nothing else is said."""
    session = book.start_session(load_plan("readback"), "parent")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "e", "n")
        assert pilot.app.screen.query_one(CaptureLine).text == "en"
        assert "has not started" not in shown(pilot).splitlines()[-2]


async def test_a_session_begun_by_mistake_is_thrown_away(book: Workbook) -> None:
    """By the key that ends one, before its clock was ever started: asked once, and the Room is left."""
    session = book.start_session(load_plan("readback"), "parent", present={"parent": 6})
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+o")
        assert isinstance(pilot.app.screen, ThrowItAway)
        await press(pilot, "escape")
        assert session in book.sessions()
        await press(pilot, "ctrl+o", "enter")
    assert session not in book.sessions()


async def test_one_with_words_in_it_is_not(book: Workbook) -> None:
    """It says so, and how it can be ended."""
    session = book.start_session(load_plan("readback"), "parent")
    async with running(RoomScreen(book, session)) as pilot:
        await enter(pilot, "3: we go without")
        await press(pilot, "ctrl+o")
        assert isinstance(pilot.app.screen, RoomScreen)
        assert "Something was noted in it: it is kept. Ctrl+S starts it, then it can be" in shown(pilot)
    assert session in book.sessions()


async def test_an_empty_one_that_was_held_can_be_thrown_away_too(book: Workbook) -> None:
    """Among the Room's other verbs, after its end as well."""
    session = book.start_session(load_plan("readback"), "parent")
    book.act(session, Verb.START)
    book.act(session, Verb.END)
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+k", "q", "enter")
    assert session not in book.sessions()


async def test_another_window_is_told_and_a_remark_brings_it_back(book: Workbook) -> None:
    """It stays open, so that no word that is being typed is lost; what is entered in it makes it a session again."""
    session = book.start_session(load_plan("readback"), "parent")
    async with running(RoomScreen(book, session), size=(160, 50)) as pilot:
        book.discard_session(session)
        await settle(pilot)
        assert "thrown away in another window" in shown(pilot)
        await enter(pilot, "3: we go without")
        assert "thrown away" not in shown(pilot)
    assert book.sessions() != ()


async def test_of_a_remark_a_statement_is_made_where_it_was_said(book: Workbook) -> None:
    """Outside an activity that shows statements the same key makes one of the last remark, or of that chosen, for another group."""
    session = book.start_session(load_plan("readback"), "parent")
    async with running(RoomScreen(book, session)) as pilot:
        await enter(pilot, "3: we go without so they can eat #food")
        await enter(pilot, "4: the bus costs too much")
        await press(pilot, "ctrl+y")
        assert "What is the statement that R2 makes?" in shown(pilot)
        await press(pilot, "enter")
        await press(pilot, "shift+tab", "up", "ctrl+y", "enter")
    made = sorted(book.records.statements.values(), key=lambda each: each.number)
    assert [(each.text, each.made_by) for each in made] == [
        ("the bus costs too much", "parent"),
        ("we go without so they can eat", "parent"),
    ]
    assert [bool(each.theme) for each in made] == [False, True]
