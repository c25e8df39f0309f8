"""A session begun on the command line without a word about it is asked two things in the Room, each of which may be left open."""

from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.driving import press, running, shown, type_text
from tests.workbook.conftest import PLAN
from workshop.model.planfile import parse_plan
from workshop.model.records import Session
from workshop.tui.screens.how_many_until_when import HowManyUntilWhen
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook


@pytest.fixture
def begun(book: Workbook) -> Session:
    """A session that nobody said anything about."""
    return book.start_session(parse_plan(PLAN, "short"), "parent")


def asks(pilot: Pilot[Any]) -> bool:
    """Whether the question stands."""
    return isinstance(pilot.app.screen, HowManyUntilWhen)


async def test_both_are_asked_and_kept(book: Workbook, begun: Session) -> None:
    """What is no number of people is said; Enter goes on to the end, and then to the Room, which shows both."""
    async with running(RoomScreen(book, begun, asks_first=True)) as pilot:
        assert "how many are here, and when must it end?" in shown(pilot)
        await type_text(pilot, "twelve")
        await pilot.press("enter")
        assert '"twelve" is no number of people.' in shown(pilot)
        await pilot.press("ctrl+u")
        await type_text(pilot, "12")
        await pilot.press("enter")
        await type_text(pilot, "23:45")
        await press(pilot, "enter")
        assert not asks(pilot)
        assert "12 here" in shown(pilot)
    kept = book.records.sessions[begun.id]
    assert dict(kept.present) == {"parent": 12}
    assert book.clock(kept).state.ends_by is not None


@pytest.mark.parametrize("keys", [("enter", "enter"), ("escape",)])
async def test_each_may_be_left_open(book: Workbook, begun: Session, keys: tuple[str, ...]) -> None:
    """Enter in the empty fields, or Esc: nothing is written, and the line has the keys."""
    async with running(RoomScreen(book, begun, asks_first=True)) as pilot:
        await press(pilot, *keys)
        assert not asks(pilot)
        assert pilot.app.screen.focused is pilot.app.screen.query_one("#line")
    assert book.records.sessions[begun.id] == begun
    assert book.clock(begun).state.ends_by is None


async def test_nothing_is_asked_of_a_session_that_says(book: Workbook, begun: Session) -> None:
    """Neither of one with a head count or an end, nor of one that runs, nor of a rehearsal."""
    counted = book.set_present(begun, {"parent": 8})
    ended = book.start_session(parse_plan(PLAN, "short"), "parent", ends_by=book.end_of(None, "23:45"))
    rehearsal = book.start_session(parse_plan(PLAN, "short"), "parent", rehearsal=60)
    for session in (counted, ended, rehearsal):
        async with running(RoomScreen(book, session, asks_first=True)) as pilot:
            assert not asks(pilot)
