"""A session's clock when the program is killed, the computer crashes or the disk is full: nothing is lost and nothing made up."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workbook.clock.conftest import active, gap_of, remaining
from tests.workbook.conftest import Hands, Reopen
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.clock import Phase
from workshop.model.clock.gap import What
from workshop.model.records import Session, Verb
from workshop.store.repository import Repository
from workshop.workbook.book import Workbook


def killed(folder: Path, hands: Hands) -> None:
    """A process that starts the session's clock ten minutes ago by these hands, notes a remark two minutes ago, and is killed."""
    done = subprocess.Popen(
        [sys.executable, "-m", "tests.workbook.killed_clock", str(folder), hands.wall.isoformat(), str(hands.boot)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
        text=True,
    )
    assert done.stdout is not None
    assert done.stdout.readline() == "on disk\n"
    os.kill(done.pid, signal.SIGKILL)
    assert done.wait() == -signal.SIGKILL
    done.stdout.close()
    hands.pass_(10)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL")
class TestKilledInTheMiddleOfAnActivity:
    """SIGKILL ten minutes into an activity of twenty, its last entry ten and its last remark two minutes old."""

    def test_two_minutes_later_it_goes_on_and_says_so(self, tmp_path: Path, hands: Hands) -> None:
        """The time between was counted; to leave it out is offered."""
        killed(tmp_path, hands)
        hands.pass_(2)
        with Workbook(tmp_path, Repository.open(tmp_path), hands) as again:
            session = again.session("S1")
            gap = gap_of(again, session)
            assert (gap.what, gap.ask) == (What.RESUMED, False)
            assert gap.message.endswith("last seen, 4 min ago. It goes on, and the time between was counted.")
            assert remaining(again, session) == 8 * 60
            again.answer_gap(session, gap, gap.choices[1])
            assert remaining(again, session) == 12 * 60
            again.undo()
            assert remaining(again, session) == 8 * 60

    @pytest.mark.usefixtures("london")
    @pytest.mark.parametrize(
        ("choice", "words", "phase", "took"),
        [
            (0, "The room went on: count the 42 min", Phase.RUNNING, 50),
            (1, "The room stopped: leave the 42 min out", Phase.RUNNING, 8),
            (2, "It was over: close it at 10:08", Phase.ENDED, 8),
        ],
    )
    def test_forty_minutes_later_it_asks(self, tmp_path: Path, hands: Hands, choice: int, words: str, phase: Phase, took: float) -> None:
        """Three answers, each carried out by what it says, though the question waited a minute; and one undo brings the question back."""
        killed(tmp_path, hands)
        hands.pass_(40)
        with Workbook(tmp_path, Repository.open(tmp_path), hands) as again:
            session = again.session("S1")
            gap = gap_of(again, session)
            assert (gap.what, gap.ask, gap.choices[choice].words) == (What.UNSURE, True, words)
            hands.pass_(1)
            again.answer_gap(session, gap, gap.choices[choice])
            assert again.clock(session).phase is phase
            assert active(again, session) == (took + (1 if phase is Phase.RUNNING else 0)) * 60
            again.undo()
            assert active(again, session) == 51 * 60

    @pytest.mark.usefixtures("london")
    def test_fourteen_hours_later_it_is_closed_at_its_last_remark(self, tmp_path: Path, hands: Hands) -> None:
        """The computer was started again meanwhile. Opened again, the night belongs to no activity."""
        killed(tmp_path, hands)
        hands.restart(14 * 60)
        with Workbook(tmp_path, Repository.open(tmp_path), hands) as again:
            session = again.session("S1")
            gap = gap_of(again, session)
            assert (gap.what, gap.ask) == (What.LEFT_OPEN, False)
            assert gap.message == "The session was left open 14 h 2 min ago. It is closed at its last entry, 10:08."
            again.answer_gap(session, gap, gap.choices[0])
            assert again.status(session).span == 8 * 60
            assert again.open_session() is None
            hands.pass_(1)
            again.answer_gap(session, gap, gap.choices[1])
            assert again.clock(session).phase is Phase.RUNNING
            assert active(again, session) == 8 * 60
            assert again.status(session).idle == (14 * 60 + 3) * 60
            assert gap_of(again, session).seconds == 0


def test_a_look_now_and_then_is_a_sign_of_life(book: Workbook, running: Session, hands: Hands, reopened: Reopen) -> None:
    """A long activity in which nobody says anything: a crash is still noticed to a few minutes. Looking writes no more than that."""
    for _ in range(600):
        before = hands()
        hands.pass_(0.05)
        assert book.gaps_between(running, before, hands()) == ()
    assert len([each for each in book.records.timelines[running.id] if each.verb is Verb.OBSERVED]) == 6
    hands.pass_(2)
    again = reopened()
    gap = gap_of(again, again.session("S1"))
    assert gap.what is What.RESUMED
    assert 120 <= gap.seconds <= 7 * 60
    assert book.undo() == "starting the clock"


def full(*_records: object) -> None:
    """A disk that takes nothing."""
    raise NotSavedError("Not saved: no space left.")


def test_without_a_disk_the_clock_goes_on_and_is_saved_when_there_is_one(
    book: Workbook, running: Session, hands: Hands, reopened: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each press is shouted about, and counts; then all of it is on the disk as of when it was pressed, and each can be undone."""
    with monkeypatch.context() as patch:
        patch.setattr(book.repository, "put", full)
        with pytest.raises(NotSavedError):
            book.act(running, Verb.NEXT, leaving=0)
        hands.pass_(4)
        with pytest.raises(WorkshopError, match="left already"):
            book.act(running, Verb.NEXT, leaving=0)
        with pytest.raises(NotSavedError):
            book.act(running, Verb.PAUSE)
        hands.pass_(1)
        assert (book.running(running), active(book, running, 1)) == (1, 240)
        assert book.clock(running).phase is Phase.PAUSED
        with pytest.raises(NotSavedError):
            book.gaps_between(running, hands(), hands())
    assert reopened().running(running) == 0
    book.gaps_between(running, hands(), hands())
    assert reopened().running(running) == 0
    hands.pass_(0.2)
    book.gaps_between(running, hands(), hands())
    assert reopened().status(running) == book.status(running)
    assert [book.undo(), book.undo()] == ["the pause", "next activity"]
    assert reopened().running(running) == 0


def test_what_waited_for_the_disk_is_saved_before_what_comes_next(
    book: Workbook, running: Session, hands: Hands, reopened: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next press takes it along, an undo of the clock too."""
    with monkeypatch.context() as patch:
        patch.setattr(book.repository, "put", full)
        with pytest.raises(NotSavedError):
            book.act(running, Verb.NEXT)
        with pytest.raises(NotSavedError):
            book.undo_clock(running)
        assert book.running(running) == 0
    book.act(running, Verb.PAUSE)
    assert [each.verb for each in reopened().timeline(running)] == [Verb.START, Verb.NEXT, Verb.UNDO, Verb.PAUSE]
    assert reopened().clock(running).phase is Phase.PAUSED


def test_a_look_that_cannot_be_kept_is_told_and_not_tried_at_once_again(
    book: Workbook, running: Session, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: the clock counts on, and the next looks are quiet."""
    monkeypatch.setattr(book.repository, "put", full)
    with pytest.raises(NotSavedError):
        book.gaps_between(running, hands(), hands())
    before = hands()
    hands.pass_(0.01)
    assert book.gaps_between(running, before, hands()) == ()
    assert remaining(book, running) == pytest.approx(15 * 60 - 0.6)


def test_a_session_that_is_not_open_asks_nothing(book: Workbook, session: Session, hands: Hands) -> None:
    """Before its start and after its end, whatever the time; nor is a look kept."""
    hands.pass_(60)
    assert book.opening_gap(session) is None
    assert book.gaps_between(session, hands(), hands()) == ()
    book.act(session, Verb.START)
    book.act(session, Verb.END)
    hands.pass_(60)
    assert book.opening_gap(session) is None
    assert [each.verb for each in book.records.timelines[session.id]] == [Verb.START, Verb.END]
