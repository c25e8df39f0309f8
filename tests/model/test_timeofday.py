"""Times of day, typed, and the instants that they mean."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import WorkshopError
from workshop.model.timeofday import END_LOOK_BACK, instant_near, parse_time

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("14:45", 14, 45),
        ("9:30", 9, 30),
        ("14.45", 14, 45),
        ("1445", 14, 45),
        ("14h45", 14, 45),
        ("9", 9, 0),
        ("2pm", 14, 0),
        ("2:45 PM", 14, 45),
        ("12am", 0, 0),
        ("12pm", 12, 0),
        (" 00:00 ", 0, 0),
    ],
)
def test_what_people_type_is_a_time_of_day(text: str, hour: int, minute: int) -> None:
    """By 24 hours or by 12."""
    assert parse_time(text) == time(hour, minute)


@pytest.mark.parametrize("text", ["", "25:00", "14:60", "13pm", "0am", "noon", "14:4", "-3", "14:45:00"])
def test_anything_else_is_refused_with_the_cure(text: str) -> None:
    """The cure shows how to write it."""
    with pytest.raises(WorkshopError) as refused:
        parse_time(text)
    assert "14:45" in refused.value.cure


@pytest.mark.parametrize(
    ("when", "reference", "expected"),
    [
        ("14:45", "2026-03-03T13:00", "2026-03-03T14:45"),
        ("09:30", "2026-03-03T09:50", "2026-03-03T09:30"),
        ("00:15", "2026-03-03T23:30", "2026-03-04T00:15"),
        ("23:30", "2026-03-04T00:10", "2026-03-03T23:30"),
        ("17:00", "2026-03-03T09:00", "2026-03-03T17:00"),
        ("15:00", "2026-07-01T12:00", "2026-07-01T14:00"),
        ("02:00", "2026-03-28T22:00", "2026-03-29T01:00"),
        ("01:30", "2026-03-28T22:00", "2026-03-29T01:30"),
        ("01:30", "2026-10-24T21:00", "2026-10-25T00:30"),
        ("03:00", "2026-10-24T21:00", "2026-10-25T03:00"),
    ],
)
def test_a_time_of_day_is_the_one_near_the_session(when: str, reference: str, expected: str) -> None:
    """Instants in UTC, times of day in London: over midnight, in summer, and in the nights in which the clocks change."""
    instant = instant_near(parse_time(when), datetime.fromisoformat(reference).replace(tzinfo=UTC), LONDON)
    assert instant == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_a_latest_end_lies_hardly_before_the_session() -> None:
    """At two in the morning 23:30 is the coming night's, 01:30 this night's; as a beginning 23:30 was two and a half hours ago."""
    at_two = datetime(2026, 1, 10, 2, tzinfo=UTC)
    read = {when: instant_near(parse_time(when), at_two, LONDON, END_LOOK_BACK) for when in ("23:30", "01:30")}
    assert read == {"23:30": datetime(2026, 1, 10, 23, 30, tzinfo=UTC), "01:30": datetime(2026, 1, 10, 1, 30, tzinfo=UTC)}
    assert instant_near(parse_time("23:30"), at_two, LONDON) == datetime(2026, 1, 9, 23, 30, tzinfo=UTC)


@given(st.times(), st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))
def test_the_instant_lies_within_a_day_around_the_reference(when: time, reference: datetime) -> None:
    """From 6 hours before to 18 after, an hour more where the clocks change."""
    aware = reference.replace(tzinfo=UTC)
    distance = instant_near(when.replace(tzinfo=None), aware, LONDON) - aware
    assert timedelta(hours=-6) <= distance <= timedelta(hours=19)
