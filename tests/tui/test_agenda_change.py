"""The agenda of a running session, changed: each change is done at once, and undone."""

from tests.tui.driving import press_each, running, shown, type_text
from tests.tui.test_clock_verbs import more
from workshop.model.plan import Kind
from workshop.model.records import Session, Verb
from workshop.tui.screens.agenda_change import WhatShallCome
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook


def titles(book: Workbook, session: Session) -> list[str]:
    """The agenda as it is now."""
    return [each.title for each in book.status(session).agenda]


async def test_activities_are_moved_dropped_and_given_other_lengths(book: Workbook, session: Session) -> None:
    """By letters; the one that is chosen stays chosen; Ctrl+Z takes back each."""
    book.act(session, Verb.START)
    async with running(RoomScreen(book, session)) as pilot:
        await more(pilot, "p")
        assert "Talk, is on" in shown(pilot)
        await press_each(pilot, "j")
        assert titles(book, session) == ["Talk", "Close", "Their words"]
        await press_each(pilot, "u")
        assert titles(book, session) == ["Talk", "Their words", "Close"]
        await press_each(pilot, "t")
        assert "How long for Their words?" in shown(pilot)
        await press_each(pilot, "ctrl+u")
        await type_text(pilot, "25")
        await press_each(pilot, "enter")
        assert book.status(session).activities[1].allotted == 25 * 60
        await press_each(pilot, "d")
        assert titles(book, session) == ["Talk", "Close"]
        await press_each(pilot, "ctrl+z", "ctrl+z")
        assert titles(book, session) == ["Talk", "Their words", "Close"]
        assert book.status(session).activities[1].allotted == 15 * 60
        await press_each(pilot, "escape")
        assert isinstance(pilot.app.screen, RoomScreen)


async def test_an_activity_is_added_before_the_one_chosen(book: Workbook, session: Session) -> None:
    """Its title, its length, its kind; what is missing is said."""
    book.act(session, Verb.START)
    async with running(RoomScreen(book, session)) as pilot:
        await more(pilot, "p")
        await press_each(pilot, "a", "enter", "enter", "enter")
        assert "An activity needs a title." in shown(pilot)
        await type_text(pilot, "Stretch")
        await press_each(pilot, "enter", "enter", "enter")
        assert "is no length of time" in shown(pilot)
        await type_text(pilot, "3")
        await press_each(pilot, "enter", "enter")
        assert titles(book, session) == ["Talk", "Stretch", "Their words", "Close"]
        added = book.activities(session)[3]
        assert (added.title, added.kind) == ("Stretch", Kind.OPEN)
        assert "Stretch" in shown(pilot)


async def test_the_sign_is_of_the_row_that_the_keys_act_on(book: Workbook, session: Session) -> None:
    """Of the first that can be changed, and of the one above once that is chosen; that one is on is said in words."""
    book.act(session, Verb.START)
    async with running(RoomScreen(book, session)) as pilot:
        await more(pilot, "p")
        assert "›Their words" in shown(pilot)
        assert "  Talk, is on" in shown(pilot)
        await press_each(pilot, "up")
        assert "›Talk, is on" in shown(pilot)
        assert "›Their words" not in shown(pilot)


async def test_what_can_t_be_done_is_said(book: Workbook, session: Session) -> None:
    """The activity that is on is not dropped, and the first to come goes no further up."""
    book.act(session, Verb.START)
    async with running(RoomScreen(book, session)) as pilot:
        await more(pilot, "p")
        await press_each(pilot, "u")
        assert "It can't be moved there." in shown(pilot)
        await press_each(pilot, "up", "d")
        assert "That activity has been on." in shown(pilot)
        assert titles(book, session) == ["Talk", "Their words", "Close"]


async def test_the_room_goes_on_with_the_agenda_as_it_is_then(book: Workbook, session: Session) -> None:
    """A kind that was put in is run like one of the plan."""
    book.act(session, Verb.START)
    book.add_activity(session, "More of their words", Kind.SHOW, 5)
    async with running(RoomScreen(book, session)) as pilot:
        await press_each(pilot, "ctrl+n")
        assert "More of their words" in shown(pilot)
        assert "“Parents hide what they go without.”" in shown(pilot)
        assert not isinstance(pilot.app.screen, WhatShallCome)
