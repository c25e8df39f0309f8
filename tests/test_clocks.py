"""The one module that reads real clocks."""

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workshop import clocks
from workshop.model.reading import seconds_between


@pytest.fixture
def london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer that is set to London."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system's zone can't be set for one process")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/London")
        time.tzset()
        yield
    time.tzset()


def test_two_readings_of_one_computer_are_in_order() -> None:
    """The boot clock doesn't go back, and carries a name to compare it by."""
    first, second = clocks.read(), clocks.read()
    assert first.boot_id == second.boot_id != ""
    assert 0 <= seconds_between(first, second) < 5
    assert first.wall.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("missing", "expected"), [((), "CLOCK_BOOTTIME"), (("CLOCK_BOOTTIME",), "CLOCK_MONOTONIC"), (("CLOCK_BOOTTIME", "clock_gettime"), "")]
)
def test_the_nearest_clock_that_counts_sleep_is_read(missing: tuple[str, ...], expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Linux's clock the system's monotonic one, and without that Python's."""
    if hasattr(time, "clock_gettime"):
        names = {getattr(time, name): name for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC") if hasattr(time, name)}
        monkeypatch.setattr(time, "clock_gettime", lambda which: float(len(names[which])))
    monkeypatch.setattr(time, "monotonic", lambda: 0.0)
    for name in missing:
        monkeypatch.delattr(time, name, raising=False)
    if expected and not hasattr(time, expected):
        pytest.skip(f"this system has no {expected}")
    assert clocks.boot_seconds() == len(expected)


def test_without_a_kernels_boot_id_one_is_derived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is some name, made of a checksum and a minute."""
    monkeypatch.setattr(clocks, "BOOT_ID", tmp_path / "missing")
    clocks.boot_id.cache_clear()
    derived = clocks.boot_id()
    clocks.boot_id.cache_clear()
    assert re.fullmatch(r"[0-9a-f]{8}-\d+", derived)


def test_a_derived_boot_id_stays_while_the_computer_is_on() -> None:
    """It is the same hours later, another after a restart, and another on another computer."""
    wall = datetime(2026, 3, 3, 10, 0, 30, tzinfo=UTC)
    name = clocks.derived_boot_id("ann", wall, 1000)
    assert clocks.derived_boot_id("ann", wall + timedelta(hours=5), 1000 + 5 * 3600) == name
    assert clocks.derived_boot_id("ann", wall + timedelta(hours=5), 20) != name
    assert clocks.derived_boot_id("bob", wall, 1000) != name


@pytest.mark.usefixtures("london")
def test_the_local_zone_knows_summer_time() -> None:
    """The offset is that of the instant, not that of now; the hour that comes twice is told apart."""
    zone = clocks.local_zone()
    night = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    faces = [(night + timedelta(hours=hours)).astimezone(zone) for hours in range(3)]
    assert [f"{face:%H:%M %Z}" for face in faces] == ["01:30 BST", "01:30 GMT", "02:30 GMT"]
    assert [face.fold for face in faces] == [0, 1, 0]
    assert [face.astimezone(UTC) for face in faces] == [night + timedelta(hours=hours) for hours in range(3)]
    spring = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert [f"{(spring + timedelta(minutes=m)).astimezone(zone):%H:%M}" for m in (0, 1)] == ["00:59", "02:00"]
