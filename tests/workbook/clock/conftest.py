"""A session whose clock is worked on, and what is looked at in it."""

import time
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest

from tests.workbook.conftest import Hands
from workshop.model.clock.gap import Gap
from workshop.model.plan import Plan
from workshop.model.records import Session, Verb
from workshop.workbook.book import Workbook


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """Parents, by the short plan; nothing has started."""
    return book.start_session(plan, "parent", present={"parent": 3})


@pytest.fixture
def running(book: Workbook, session: Session, hands: Hands) -> Session:
    """The same, five minutes in."""
    book.act(session, Verb.START)
    hands.pass_(5)
    return session


@pytest.fixture
def london(monkeypatch: pytest.MonkeyPatch) -> Iterator[ZoneInfo]:
    """A computer that is set to London."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system's zone can't be set for one process")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/London")
        time.tzset()
        yield ZoneInfo("Europe/London")
    time.tzset()


def remaining(book: Workbook, session: Session) -> float:
    """What is left of the activity that is on."""
    current = book.status(session).current
    assert current is not None
    return current.remaining


def active(book: Workbook, session: Session, index: int = 0) -> float:
    """What an activity took so far."""
    return book.status(session).activities[index].active


def gap_of(book: Workbook, session: Session) -> Gap:
    """What is found on opening, which there must be."""
    gap = book.opening_gap(session)
    assert gap is not None
    return gap
