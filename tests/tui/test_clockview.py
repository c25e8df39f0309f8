"""What the clock shows between two looks at the session, and the colour of the time."""

from datetime import timedelta
from itertools import pairwise

import pytest

from tests.tui.driving import running, settle, shown
from tests.workbook.conftest import Hands
from workshop.model.clock.threshold import LITTLE_LEFT, TIME_LEFT
from workshop.model.records import Session, Verb
from workshop.tui.clockview import LOOK_AFTER, Countdown, countdown_face
from workshop.tui.screens.room import RoomScreen
from workshop.tui.widgets.tint import STEPS, step_of
from workshop.workbook.book import Workbook


def test_between_two_looks_the_seconds_are_what_a_look_would_show(book: Workbook, session: Session, hands: Hands) -> None:
    """However often it is painted: at each tenth of a second, through every threshold and into overtime."""
    book.act(session, Verb.START)
    hands.pass_(15)
    countdown = None
    for _ in range(4200):
        hands.pass_(0.1 / 60)
        status = book.status(session)
        if countdown is None or countdown.left(hands()) is None:
            countdown = Countdown.of(status, hands())
        assert countdown is not None
        left = countdown.left(hands())
        assert status.current is not None
        assert left == pytest.approx(status.current.remaining, abs=1e-6)
        assert countdown.share_passed(left or 0) == pytest.approx(1 - status.current.share_left, abs=1e-6)


@pytest.mark.parametrize("share", [TIME_LEFT, LITTLE_LEFT], ids=["a fifth", "a twentieth"])
def test_a_threshold_is_looked_at_in_its_own_second(book: Workbook, session: Session, hands: Hands, share: object) -> None:
    """What was counted down before it no longer holds once it is passed."""
    book.act(session, Verb.START)
    assert isinstance(share, tuple)
    hands.pass_((1200 - 1200 * share[0] - 3) / 60)
    countdown = Countdown.of(book.status(session), hands())
    assert countdown is not None
    hands.pass_(2.9 / 60)
    assert countdown.left(hands()) is not None
    hands.pass_(0.2 / 60)
    assert countdown.left(hands()) is None


def test_nothing_counts_down_where_more_changes_than_the_second(book: Workbook, session: Session, hands: Hands) -> None:
    """Before the start, in a pause, and while somebody has a turn."""
    assert Countdown.of(book.status(session), hands()) is None
    book.act(session, Verb.START)
    assert Countdown.of(book.status(session), hands()) is not None
    book.turn(session, "p3")
    assert Countdown.of(book.status(session), hands()) is None
    book.act(session, Verb.PAUSE)
    assert Countdown.of(book.status(session), hands()) is None


def test_a_clock_that_goes_back_is_looked_at_again(book: Workbook, session: Session, hands: Hands) -> None:
    """And after ten seconds in any case."""
    book.act(session, Verb.START)
    countdown = Countdown.of(book.status(session), hands())
    assert countdown is not None
    hands.boot -= 1
    assert countdown.left(hands()) is None
    hands.boot += 1 + LOOK_AFTER
    assert countdown.left(hands()) is None


def test_the_face_shows_nought_for_a_second_then_counts_on() -> None:
    """0:01, 0:00, then overtime from its first full second."""
    assert [countdown_face(left) for left in (0.4, 0.0, -0.6, -1.0, -61.5)] == ["0:01", "0:00", "0:00", "+0:01", "+1:01"]


def test_the_time_grows_warmer_without_a_step() -> None:
    """Nothing changes in the first half; then one shade after the other, and in overtime the last one stays."""
    steps = [step_of(passed / 100) for passed in range(0, 121)]
    assert steps[:51] == [0] * 51
    assert all(later - before in (0, 1) for before, later in pairwise(steps))
    assert steps[100:] == [STEPS] * 21


async def test_the_agenda_says_how_it_stands_since_the_start(book: Workbook, session: Session, hands: Hands) -> None:
    """Where it started late, both readings of behind are there."""
    book.set_starts_at(session, hands.wall - timedelta(minutes=4))
    book.act(session, Verb.START)
    async with running(RoomScreen(book, session), (160, 50)) as pilot:
        await settle(pilot)
        assert "4 min behind, ends 10:40 instead of 10:36 · started 4 min late" in shown(pilot)
        assert "on time since the start" in shown(pilot)


async def test_a_session_that_has_ended_says_what_comes_next(book: Workbook, session: Session) -> None:
    """In place of a prompt: the comparison, and the keys that lead to it."""
    book.act(session, Verb.START)
    book.act(session, Verb.END)
    async with running(RoomScreen(book, session)) as pilot:
        assert "Next is the comparison: Ctrl+Q leads to it" in shown(pilot)
        assert "the shelf, where c shows it." in shown(pilot)
