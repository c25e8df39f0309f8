"""A whole session of a plan that ships, by keys alone, at sixty times the speed: what `workshop timings` says is what was done."""

import json
from math import ceil

import pytest
from textual.pilot import Pilot

from tests.tui.driving import enter, running, settle, shown
from tests.tui.test_clock_verbs import more
from tests.workbook.conftest import Hands
from workshop.cli import main
from workshop.model.records import Session
from workshop.plans import load_plan
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.book import Workbook

SPEED = 60
STEP = 15.0
"""Seconds of the session between two looks."""


class Rehearsing:
    """The screen and the hands of its real clock, which go sixty times slower than the session's."""

    def __init__(self, pilot: Pilot[None], hands: Hands) -> None:
        """Drive this screen by these hands."""
        self._pilot, self._hands = pilot, hands

    async def go_on(self, minutes: float) -> None:
        """So many minutes of the session go by, with a look every few seconds."""
        screen = self._pilot.app.screen
        assert isinstance(screen, RoomScreen)
        steps = ceil(minutes * 60 / STEP)
        for _ in range(steps):
            self._hands.pass_(minutes / SPEED / steps)
            screen.paint()
        await settle(self._pilot)

    async def press(self, *keys: str) -> None:
        """Each key settled before the next."""
        for key in keys:
            await self._pilot.press(key)
            await settle(self._pilot)


async def test_a_rehearsal_by_keys_alone(book: Workbook, hands: Hands, capsys: pytest.CaptureFixture[str]) -> None:
    """A forgotten start backdated, a wrong next undone, a catch-up applied, a remark in each activity: the report agrees to the second."""
    plan = load_plan("community-of-practice")
    session = book.start_session(plan, "practitioner", present={"practitioner": 12}, rehearsal=SPEED)
    planned = [activity.minutes for activity in plan.activities]
    async with running(RoomScreen(book, session)) as pilot:
        drive = Rehearsing(pilot, hands)
        await drive.go_on(3)
        await more(pilot, "d")
        assert "How long ago did Welcome begin?" in shown(pilot)
        await drive.press("enter")
        assert "left of 10 min" in shown(pilot)
        assert "REHEARSAL x60" in shown(pilot)
        await drive.go_on(12)  # five minutes too long
        await _remark(pilot, 1)
        await drive.press("ctrl+n")
        await more(pilot, "c")
        assert "5 min to win back." in shown(pilot)
        await drive.press("enter")
        assert "on time, ends" in shown(pilot)
        await _remark(pilot, 2)
        await drive.press("ctrl+n", "ctrl+z")
        assert "2/11 What we see" in shown(pilot)
        lengths = [each.allotted / 60 for each in book.status(session).agenda]
        assert sum(lengths) == pytest.approx(sum(planned) - 5, abs=0.5)
        for number, minutes in enumerate(lengths[1:], 2):
            if number > 2:
                await _remark(pilot, number)
            await drive.go_on(minutes)
            if number < len(planned):
                await drive.press("ctrl+n")
        await drive.press("ctrl+o", "enter")
        assert "The session has ended." in shown(pilot)
    _agrees(book, session, [15.0, *lengths[1:]], planned)
    assert main(("timings", str(book.folder), "--json")) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["rehearsal"] == SPEED
    assert [each["actual"] for each in told["activities"]] == pytest.approx([900, *(each * 60 for each in lengths[1:])], abs=1)


async def _remark(pilot: Pilot[None], number: int) -> None:
    await enter(pilot, f"{number}: said in activity {number} #theme-{number}")


def _agrees(book: Workbook, session: Session, actual: list[float], planned: list[float]) -> None:
    """What the timings say, against what was done."""
    (timing,) = book.timings(session)
    told = timing.activities
    assert [each.planned / 60 for each in told] == planned
    assert [each.actual / 60 for each in told] == pytest.approx(actual, abs=1 / 60)
    assert [each.reflections for each in told] == [1] * len(planned)
    assert told[0].in_overtime == 1
    assert [each.paused for each in told] == [0] * len(planned)
    assert sum(each.added for each in told) == pytest.approx(-5 * 60, abs=30)
    assert timing.idle == 0
    assert timing.start is not None
    assert timing.end is not None
    assert (timing.end - timing.start).total_seconds() / 60 == pytest.approx(sum(planned), abs=0.5)
