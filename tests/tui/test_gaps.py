"""After a crash, a sleep, or a clock that was set: what the Room says and asks (clock.md, 4). Injected clocks, a process killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.driving import enter, press, running, settle, shown
from tests.workbook.conftest import Hands
from workshop.model.clock import Phase
from workshop.model.records import Session, Verb
from workshop.store.repository import Repository
from workshop.tui.screens.meanwhile import WhatHappenedMeanwhile
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook

KILLED = """
import os, signal, sys
from pathlib import Path
from tests.workbook.conftest import Hands
from workshop.model.records import Verb
from workshop.store.repository import Repository
from workshop.workbook.book import Workbook

folder = Path(sys.argv[1])
hands = Hands()
book = Workbook(folder, Repository.open(folder), hands)
session = book.open_session()
book.act(session, Verb.START)
hands.pass_(5)
book.capture(session, "3: said before the crash")
os.kill(os.getpid(), signal.SIGKILL)
"""


def words(pilot: Pilot[None]) -> str:
    """All that the screen shows, without line breaks."""
    return " ".join(shown(pilot).split())


@contextmanager
def killed(book: Workbook, hands: Hands, minutes: float) -> Iterator[tuple[Workbook, Session]]:
    """The session as a second process left it that was killed 5 minutes into the first activity, found so many minutes later."""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(book.folder)], check=False, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}
    )
    assert done.returncode == -signal.SIGKILL
    hands.pass_(5 + minutes)
    found = Workbook(book.folder, Repository.open(book.folder), hands)
    session = found.open_session()
    assert session is not None
    try:
        yield found, session
    finally:
        found.close()


async def test_two_minutes_after_a_crash_it_goes_on_and_says_so(book: Workbook, session: Session, hands: Hands) -> None:
    """The time between was counted; a letter leaves it out."""
    with killed(book, hands, 2) as (found, again):
        async with running(RoomScreen(found, again)) as pilot:
            assert "said before the crash" in shown(pilot)
            assert "2 min ago. It goes on, and the time between was counted. Ctrl+K o changes that." in words(pilot)
            assert "left of 20 min" in shown(pilot)
            await enter(pilot, "4: the line takes remarks all the same")
            await press(pilot, "ctrl+k", "o")
            assert "Leave the 2 min out" in shown(pilot)
            await press(pilot, "down", "enter")
            ledger = found.status(again).activities[0].ledger
            assert (ledger.active, ledger.discounted) == (300, 120)
            assert "Ctrl+K o" not in shown(pilot)


@pytest.mark.parametrize(
    ("answer", "phase", "active", "discounted"),
    [((), Phase.RUNNING, 45, 0), (("down",), Phase.RUNNING, 5, 40), (("down", "down"), Phase.ENDED, 5, 0)],
    ids=["the room went on", "the room stopped", "it was over"],
)
async def test_forty_minutes_after_a_crash_it_asks(
    book: Workbook, session: Session, hands: Hands, answer: tuple[str, ...], phase: Phase, active: float, discounted: float
) -> None:
    """In plain words; each of the three answers does what it says."""
    with killed(book, hands, 40) as (found, again):
        async with running(RoomScreen(found, again)) as pilot:
            for line in (
                "The session was left open 40 min ago, at 10:05. What happened in the room?",
                "The room went on: count the 40 min",
                "The room stopped: leave the 40 min out",
                "It was over: close it at 10:05",
            ):
                assert line in words(pilot)
            await press(pilot, *answer, "enter")
            status = found.status(again)
            ledger = status.activities[0].ledger
            assert (status.phase, ledger.active / 60, ledger.discounted / 60) == (phase, active, discounted)


async def test_a_question_left_open_waits_in_the_notice(book: Workbook, session: Session, hands: Hands) -> None:
    """Esc gives the line back, and a letter asks again."""
    with killed(book, hands, 40) as (found, again):
        async with running(RoomScreen(found, again)) as pilot:
            await press(pilot, "escape")
            await enter(pilot, "3: taken all the same")
            assert "What happened in the room? Ctrl+K o changes that." in words(pilot)
            await press(pilot, "ctrl+k", "o")
            assert isinstance(pilot.app.screen, WhatHappenedMeanwhile)


async def test_fourteen_hours_later_it_is_closed_at_its_last_entry(book: Workbook, session: Session, hands: Hands) -> None:
    """It says so, and offers to open it again: the time between belongs to no activity."""
    with killed(book, hands, 14 * 60) as (found, again):
        async with running(RoomScreen(found, again)) as pilot:
            assert "The session was left open 14 h ago. It is closed at its last entry, 10:05." in words(pilot)
            assert "The session has ended." in shown(pilot)
            assert found.status(again).span == 300
            await press(pilot, "ctrl+k", "o")
            assert "Open it again" in shown(pilot)
            await press(pilot, "enter")
            status = found.status(again)
            assert status.phase is Phase.RUNNING
            assert (status.activities[0].active, status.idle) == (300, 14 * 3600)


async def test_a_sleep_is_told_and_may_be_left_out(book: Workbook, session: Session, hands: Hands) -> None:
    """The lid was closed for 7 minutes: it was counted, and the line goes on while that is offered."""
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        hands.pass_(7)
        screen = pilot.app.screen
        assert isinstance(screen, RoomScreen)
        screen.paint()
        await settle(pilot)
        assert "The computer slept for 7 min. The room went on, so it was counted. Ctrl+K o changes that." in words(pilot)
        await enter(pilot, "3: goes on")
        await press(pilot, "ctrl+k", "o")
        await press(pilot, "down", "enter")
        assert book.status(session).activities[0].ledger.discounted == 420
        assert [entry.verb for entry in book.records.timelines[session.id]] == [Verb.START, Verb.OBSERVED, Verb.DISCOUNT]


async def test_a_clock_that_was_set_is_told(book: Workbook, session: Session, hands: Hands) -> None:
    """The remaining time is not touched, the times are shown by the new clock; nothing is asked."""
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        hands.pass_(0.1)
        hands.wall += timedelta(minutes=12)
        screen = pilot.app.screen
        assert isinstance(screen, RoomScreen)
        screen.paint()
        await settle(pilot)
        assert "The computer's clock was set forward by 12 min." in words(pilot)
        assert "ends 10:52" in shown(pilot)
        assert book.status(session).activities[0].active == 6
        assert not screen.check_action("answer_offer", ())


async def test_coming_back_at_once_says_nothing(book: Workbook, session: Session, hands: Hands) -> None:
    """A second window, or the same one again, is no gap."""
    book.act(session, Verb.START)
    hands.pass_(0.05)
    async with running(RoomScreen(book, session)) as pilot:
        assert "ago" not in shown(pilot)
