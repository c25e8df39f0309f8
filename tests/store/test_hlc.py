"""The hybrid logical clock: stamps only ever go forward."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.store.conftest import unhurried
from tests.store.disks import Wall
from workshop.store.hlc import STAMP_LENGTH, Clock, base36, time_of

seconds = st.floats(min_value=-1e6, max_value=4e9)


@unhurried
@given(st.lists(seconds, min_size=1, max_size=30))
def test_stamps_grow_whatever_the_wall_clock_does(readings: list[float]) -> None:
    """Set back, standing still, before 1970: each stamp is later than the one before, as text, and of one length."""
    wall = Wall()
    clock = Clock(wall)
    stamps = []
    for wall.seconds in readings:
        stamps += [clock.tick(), clock.tick()]
    assert stamps == sorted(set(stamps))
    assert {len(stamp) for stamp in stamps} == {STAMP_LENGTH}


@unhurried
@given(seconds, st.floats(min_value=-3e9, max_value=3e9))
def test_a_stamp_is_later_than_every_one_observed(mine: float, apart: float) -> None:
    """Two laptops whose clocks differ by up to 95 years: who has read the other goes on after it."""
    other = Clock(Wall(mine + apart)).tick()
    clock = Clock(Wall(mine))
    clock.observe(["000000000000", other, "000000000001"])
    assert clock.tick() > other


def test_a_stamp_tells_the_time() -> None:
    """It is the wall clock's time, to the millisecond, when nothing forces it ahead."""
    assert time_of(Clock(Wall(1_750_000_000.25)).tick()) == datetime(2025, 6, 15, 15, 6, 40, 250_000, UTC)


def test_a_clock_a_year_ahead_is_followed_and_said() -> None:
    """Its writer wins for a moment only: who has met it is as far ahead, and a person is told by how much."""
    clock = Clock(Wall())
    clock.observe([Clock(Wall(Wall().seconds + 365 * 86400)).tick()])
    assert clock.ahead == timedelta(days=365)
    assert time_of(clock.tick()).year == 2026


def test_an_absurd_stamp_is_not_followed() -> None:
    """Nothing that is read can use up the clock: its largest stamp included, which is said all the same."""
    clock = Clock(Wall())
    clock.observe(["z" * STAMP_LENGTH])
    assert time_of(clock.tick()).year == 2025
    assert clock.ahead > timedelta(days=365_000)


def test_more_stamps_than_fit_in_a_millisecond_take_the_next() -> None:
    """The counter overflows into the milliseconds, in order."""
    clock = Clock(Wall())
    clock.observe([base36(1_750_000_000_000, 9) + "zzz"])
    assert clock.tick() == base36(1_750_000_000_001, 9) + "000"
