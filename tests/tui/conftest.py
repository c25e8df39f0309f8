"""A workshop behind the screens, with clocks that only the test moves and a zone of its own."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workbook.conftest import PLAN, Hands
from workshop.model.planfile import parse_plan
from workshop.model.records import Session
from workshop.workbook.book import Workbook
from workshop.workbook.example import make_example
from workshop.workbook.shelf import create_workshop


@pytest.fixture(autouse=True)
def in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times of day are shown in UTC."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def hands() -> Hands:
    """Monday 2 March 2026, 10:00."""
    return Hands()


@pytest.fixture
def book(tmp_path: Path, hands: Hands) -> Iterator[Workbook]:
    """A workshop without sessions."""
    made = create_workshop(tmp_path / "shelf" / "fuel", "Fuel and food", clock=hands)
    yield made
    made.close()


@pytest.fixture
def session(book: Workbook) -> Session:
    """Eight parents; talk 20 min, their words (a `show` activity) 15 min, close 5 min; two statements of practitioners to be shown."""
    book.add_theme("Food", agreed=False)
    book.add_statement("Parents hide what they go without.", "practitioner", theme="Food")
    book.add_statement("A form is the first thing to change.", "practitioner")
    return book.start_session(parse_plan(PLAN, "short"), "parent", present={"parent": 8}, place="Leith")


@pytest.fixture
def example(tmp_path: Path) -> Iterator[Workbook]:
    """The example workshop."""
    made = make_example(tmp_path / "example")
    yield made
    made.close()
