"""A workshop to work on, with clocks that only the test moves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workshop.model.plan import Plan
from workshop.model.planfile import parse_plan
from workshop.model.reading import Reading
from workshop.store.repository import Repository
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import create_workshop

PLAN = """
title = "Short"
purpose = "To test with."
perspectives = ["practitioner", "parent"]

[[activity]]
title = "Talk"
kind = "open"
minutes = 20
prompt = "How is it?"
lanes = ["enabler", "barrier"]

[[activity]]
title = "Their words"
kind = "show"
minutes = 15
prompt = "Is it so?"

[[activity]]
title = "Close"
kind = "close"
minutes = 5
protected = true
"""


@dataclass
class Hands:
    """The hands of both clocks; `pass_` moves them."""

    wall: datetime = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    boot: float = 1000.0
    boot_id: str = "test"

    def __call__(self) -> Reading:
        """What `clocks.read` would give."""
        return Reading(self.wall, self.boot, self.boot_id)

    def pass_(self, minutes: float) -> None:
        """Let time go by."""
        self.wall += timedelta(minutes=minutes)
        self.boot += minutes * 60

    def set_wall(self, minutes: float) -> None:
        """Set the wall clock forward, or back."""
        self.wall += timedelta(minutes=minutes)

    def restart(self, minutes: float) -> None:
        """Start the computer again, which takes so long."""
        self.wall += timedelta(minutes=minutes)
        self.boot, self.boot_id = 10.0, f"{self.boot_id}, again"


@pytest.fixture
def hands() -> Hands:
    """Monday 2 March 2026, 10:00."""
    return Hands()


@pytest.fixture
def plan() -> Plan:
    """Talk 20 min, their words 15 min, close 5 min."""
    return parse_plan(PLAN, "short")


@pytest.fixture
def book(tmp_path: Path, hands: Hands) -> Iterator[Workbook]:
    """An empty workshop."""
    made = create_workshop(tmp_path / "book", "Book", clock=hands)
    yield made
    made.close()


Reopen = Callable[[], Workbook]


@pytest.fixture
def reopened(book: Workbook, hands: Hands) -> Iterator[Reopen]:
    """Open the same folder once more, as another window or the next day would."""
    opened: list[Workbook] = []

    def again() -> Workbook:
        other = Workbook(book.folder, Repository.open(book.folder), hands)
        opened.append(other)
        return other

    yield again
    for each in opened:
        each.close()
