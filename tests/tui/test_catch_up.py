"""Catching up in the Room: the table before a late start and in the middle, changed by hand, applied on yes, undone."""

from datetime import timedelta

from textual.pilot import Pilot

from tests.tui.driving import press, running, shown, type_text
from tests.tui.test_clock_verbs import later, more
from tests.workbook.conftest import Hands
from workshop.model.clock import Phase
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook

PLAN = """
title = "Four"
purpose = "To test with."

[[activity]]
title = "First"
kind = "open"
minutes = 10

[[activity]]
title = "Second"
kind = "open"
minutes = 20

[[activity]]
title = "Third"
kind = "open"
minutes = 15
optional = true

[[activity]]
title = "Closing"
kind = "close"
minutes = 10
protected = true
"""


def begun(book: Workbook, hands: Hands, ends_in: float | None = None) -> Session:
    """A session of 10, 20, 15 and 10 minutes; the last is protected."""
    ends_by = None if ends_in is None else hands.wall + timedelta(minutes=ends_in)
    return book.start_session(parse_plan(PLAN, "four"), "parent", planned_start=hands.wall, ends_by=ends_by)


def row(pilot: Pilot[None], title: str) -> list[str]:
    """What stands in a row of the table behind the title."""
    return next(line.split() for line in shown(pilot).splitlines() if title in line)[1:]


async def test_five_minutes_lost_are_won_back(book: Workbook, hands: Hands) -> None:
    """10/20/15/10 with the last protected and 5 minutes lost in the first: 17:09 and 12:51, the closing keeps its 10:00."""
    session = begun(book, hands)
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        await later(pilot, hands, 15)
        await pilot.press("ctrl+n")
        await more(pilot, "c")
        assert "Catch up?" in shown(pilot)
        assert row(pilot, "Second") == ["20:00", "17:09"]
        assert row(pilot, "Third") == ["15:00", "12:51", "optional"]
        assert row(pilot, "Closing") == ["10:00", "10:00", "protected"]
        assert "5 min to win back. It then ends at 10:55." in shown(pilot)
        await press(pilot, "enter")
        assert "caught up, 2 activities changed" in shown(pilot)
        assert "on time, ends 10:55" in shown(pilot)
        await press(pilot, "ctrl+z")
        assert "5 min behind, ends 11:00 instead of 10:55" in shown(pilot)


async def test_esc_changes_nothing(book: Workbook, hands: Hands) -> None:
    """To look at the proposal does nothing."""
    session = begun(book, hands, 50)
    book.act(session, Verb.START)
    async with running(RoomScreen(book, session)) as pilot:
        await more(pilot, "c")
        await press(pilot, "escape")
        assert not book.clock(session).state.added


async def test_a_length_set_by_hand_stays_and_the_others_make_up_for_it(book: Workbook, hands: Hands) -> None:
    """A minute at a time, or typed; freed, it is as proposed again."""
    session = begun(book, hands, 50)
    book.act(session, Verb.START)
    async with running(RoomScreen(book, session)) as pilot:
        await more(pilot, "c")
        before = row(pilot, "Third")
        await press(pilot, "down", "right")
        assert row(pilot, "Second") == ["20:00", "18:00", "by", "hand"]
        await press(pilot, "l")
        await type_text(pilot, "20")
        await press(pilot, "enter")
        assert row(pilot, "Second") == ["20:00", "20:00", "by", "hand"]
        assert row(pilot, "Third") != before
        await press(pilot, "f")
        assert row(pilot, "Third") == before


async def test_an_optional_one_is_left_out_and_what_cannot_fit_is_said(book: Workbook, hands: Hands) -> None:
    """By how much it can't, what would do, and with that left out it fits; what is not optional stays."""
    session = begun(book, hands, 30)
    book.act(session, Verb.START)
    async with running(RoomScreen(book, session)) as pilot:
        await more(pilot, "c")
        assert "too late. Without Third it would fit. It does not fit." in " ".join(shown(pilot).split())
        await press(pilot, "down", "space")
        assert "Second is not optional." in shown(pilot)
        await press(pilot, "down", "space")
        assert row(pilot, "Third") == ["15:00", "–", "left", "out"]
        assert "It then ends at 10:30." in " ".join(shown(pilot).split())
        await press(pilot, "enter")
        assert "1 left out" in shown(pilot)
        assert [each.title for each in book.status(session).agenda] == ["First", "Second", "Closing"]
        assert book.status(session).spare == 0
        await press(pilot, "ctrl+z")
        assert len(book.status(session).agenda) == 4


async def test_a_late_start_shows_the_table_first(book: Workbook, hands: Hands) -> None:
    """Ten minutes late: Enter starts with the shorter times, and it ends when it must, with the whole of its closing."""
    session = begun(book, hands, 55)
    hands.pass_(10)
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        assert "It starts late. Which times, so that it ends at 10:55?" in shown(pilot)
        assert book.clock(session).phase is Phase.NOT_STARTED
        await press(pilot, "enter")
        status = book.status(session)
        assert status.phase is Phase.RUNNING
        assert status.spare == 0
        assert status.activities[3].allotted == 600


async def test_a_late_start_may_keep_its_times(book: Workbook, hands: Hands) -> None:
    """A letter starts with the planned ones; Esc doesn't start."""
    session = begun(book, hands, 55)
    hands.pass_(10)
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        await press(pilot, "escape")
        assert book.clock(session).phase is Phase.NOT_STARTED
        await press(pilot, "ctrl+s")
        await press(pilot, "s")
        assert book.clock(session).phase is Phase.RUNNING
        assert "10 min too long" in " ".join(shown(pilot).split())


async def test_in_time_there_is_nothing_to_catch_up(book: Workbook, hands: Hands) -> None:
    """It is said so, and no table comes."""
    session = begun(book, hands)
    async with running(RoomScreen(book, session)) as pilot:
        await pilot.press("ctrl+s")
        await more(pilot, "c")
        assert "Nothing has to be won back: it ends in time." in shown(pilot)
