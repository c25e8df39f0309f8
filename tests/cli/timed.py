"""Clocks for the command line that only the test moves, in London."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

import pytest

from tests.workbook.conftest import Hands
from workshop import clocks


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    """Monday 2 March 2026, 10:00, on a computer that is set to London."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system's zone can't be set for one process")
    moved = Hands()

    class Wall(datetime):
        """A wall clock that shows what the hands show."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # the hands' own type, not this one
            """The instant."""
            return moved.wall.astimezone(tz or UTC)

    with monkeypatch.context() as patch:
        patch.setattr(clocks, "datetime", Wall)
        patch.setattr(clocks, "boot_seconds", lambda: moved.boot)
        patch.setattr(clocks, "boot_id", lambda: moved.boot_id)
        patch.setenv("TZ", "Europe/London")
        time.tzset()
        yield moved
    time.tzset()
