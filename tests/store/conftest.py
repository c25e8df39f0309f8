"""Fresh disks and stores for each test."""

from collections.abc import Callable

import pytest
from hypothesis import settings

from tests.store.disks import FOLDER, FailingDisk, Names, Wall
from workshop.store.database import JournalDB

Open = Callable[[], JournalDB]
unhurried = settings(deadline=None)
"""For property tests: a busy machine is no fault."""


@pytest.fixture
def wall() -> Wall:
    """A clock that stands still until it is told to go."""
    return Wall()


@pytest.fixture
def disk() -> FailingDisk:
    """An empty folder in memory."""
    return FailingDisk({})


@pytest.fixture
def window(disk: FailingDisk, wall: Wall) -> Open:
    """Opens the same folder again, as another window or another process does."""
    name = Names()
    return lambda: JournalDB(FOLDER, fs=disk, now=wall, name=name)
