"""The clock in words: what a facilitator reads."""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.model.clock_timeline import TEN, Timeline, plan_of
from workshop.model.clock.words import clock_time, deadline, deed, late_start, nothing_running, pace, since_start
from workshop.model.records import Verb

LONDON = ZoneInfo("Europe/London")
HALF_HOURS = plan_of(30, 30)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (36, "6 min behind, ends 11:06 instead of 11:00"),
        (26, "4 min ahead, ends 10:56 instead of 11:00"),
        (30.4, "on time, ends 11:00"),
        (29.6, "on time, ends 11:00"),
        (31, "1 min behind, ends 11:01 instead of 11:00"),
        (100, "1 h 10 min behind, ends 12:10 instead of 11:00"),
    ],
)
def test_pace_is_said_in_words_and_never_with_a_sign(minutes: float, words: str) -> None:
    """How far, which way, and both ends."""
    timeline = Timeline(HALF_HOURS).do(Verb.START).wait(0, minutes).do(Verb.NEXT)
    assert pace(timeline.status, UTC) == words


def test_pace_says_the_minutes_between_the_times_that_it_shows() -> None:
    """Whatever the seconds, the three numbers of the sentence add up."""
    for late in range(0, 1800, 7):
        timeline = Timeline(HALF_HOURS, TEN + timedelta(seconds=late % 60)).do(Verb.START).wait(1800 + late).do(Verb.NEXT)
        words = pace(timeline.status, UTC)
        if "behind" in words:
            minutes, end, planned = words.split(" min")[0], words.split("ends ")[1][:5], words[-5:]
            assert int(minutes) == int(end[:2]) * 60 + int(end[3:]) - int(planned[:2]) * 60 - int(planned[3:])
        else:
            assert words.startswith("on time")
            assert late < 90


def test_times_are_told_in_the_zone_of_the_place() -> None:
    """Ten in summer by UTC is eleven in London; a minute is told until it is over, and no slip of the arithmetic tells the one before."""
    summer = TEN.replace(month=7)
    assert clock_time(summer, LONDON) == "11:00"
    assert clock_time(summer + timedelta(seconds=59), LONDON) == "11:00"
    assert clock_time(summer - timedelta(microseconds=2), LONDON) == "11:00"


def test_before_the_start_the_pace_says_when_it_would_end() -> None:
    """By the planned start, and from then on by now."""
    timeline = Timeline(HALF_HOURS).do(Verb.STARTS_AT, moment=TEN + timedelta(minutes=5))
    assert pace(timeline.status, UTC) == "not started, ends 11:05"
    timeline.wait(0, minutes=9)
    assert pace(timeline.status, UTC) == "not started, ends 11:09 if it starts now"
    assert nothing_running(timeline.status) == "nothing running for 4:00"


def test_a_late_start_counts_against_the_clock_only() -> None:
    """The two readings of being behind."""
    timeline = Timeline(HALF_HOURS).do(Verb.STARTS_AT, moment=TEN).wait(0, minutes=4).do(Verb.START).wait(0, minutes=32)
    assert pace(timeline.status, UTC) == "6 min behind, ends 11:06 instead of 11:00"
    assert since_start(timeline.status) == "2 min behind since the start"
    assert late_start(timeline.status) == "started 4 min late"


def test_without_a_planned_start_nothing_is_late() -> None:
    """The plan then counts from the actual start."""
    timeline = Timeline(HALF_HOURS).wait(500).do(Verb.START)
    assert late_start(timeline.status) == ""
    assert since_start(timeline.status) == "on time since the start"


def test_an_early_start_is_early() -> None:
    """In a word of its own."""
    timeline = Timeline(HALF_HOURS).do(Verb.STARTS_AT, moment=TEN + timedelta(minutes=3)).do(Verb.START)
    assert late_start(timeline.status) == "started 3 min early"
    assert pace(timeline.status, UTC) == "3 min ahead, ends 11:00 instead of 11:03"


def test_the_idle_counter_counts_between_activities() -> None:
    """And is silent while something runs."""
    timeline = Timeline(HALF_HOURS).do(Verb.START).wait(10)
    assert nothing_running(timeline.status) == ""
    assert nothing_running(timeline.do(Verb.STOP).wait(92).status) == "nothing running for 1:32"


def test_the_end_says_what_came_of_it() -> None:
    """An ended session ended when it did."""
    timeline = Timeline(HALF_HOURS).do(Verb.START).wait(0, minutes=66).do(Verb.END).wait(9999)
    assert pace(timeline.status, UTC) == "6 min behind, ended 11:06 instead of 11:00"


@pytest.mark.parametrize(
    ("latest", "words"),
    [(65, "must end by 11:05: 5 min to spare"), (57, "must end by 10:57: 3 min too long"), (60, "must end by 11:00: just in time")],
)
def test_a_latest_end_says_what_is_to_spare(latest: int, words: str) -> None:
    """Or by how much it is too long."""
    timeline = Timeline(HALF_HOURS).do(Verb.ENDS_BY, moment=TEN + timedelta(minutes=latest)).do(Verb.START)
    assert deadline(timeline.status, UTC) == words


def test_without_a_latest_end_nothing_is_said() -> None:
    """No deadline, no words; and none of one that has passed its time."""
    assert deadline(Timeline(HALF_HOURS).status, UTC) == ""
    ended = Timeline(HALF_HOURS).do(Verb.ENDS_BY, moment=TEN + timedelta(minutes=5)).do(Verb.START).wait(0, 3).do(Verb.END)
    assert deadline(ended.status, UTC) == ""


def test_an_end_that_has_come_is_told_as_the_clock_on_the_wall_showed_it() -> None:
    """Forty seconds to the minute are not the minute, as in the table of what was planned and what became of it."""
    timeline = Timeline(HALF_HOURS).do(Verb.START).wait(0, 30).do(Verb.NEXT).wait(40, 30)
    assert pace(timeline.status, UTC) == "1 min behind, ends 11:01 instead of 11:00"
    assert pace(timeline.do(Verb.END).status, UTC) == "on time, ended 11:00"


@pytest.mark.parametrize(
    ("verb", "fields", "words"),
    [
        (Verb.START, {}, "start"),
        (Verb.START, {"seconds": 92.0}, "start, 1 min 32 s ago"),
        (Verb.NEXT, {"activity": 0}, "next, from Activity 1"),
        (Verb.BACK, {"activity": 1}, "back, from Activity 2"),
        (Verb.ADD, {"seconds": 300.0}, "time, 5 min more"),
        (Verb.ADD, {"seconds": -300.0, "activity": 1}, "time for Activity 2, 5 min less"),
        (Verb.DISCOUNT, {"seconds": 420.0, "activity": 0}, "left out of Activity 1, 7 min"),
        (Verb.DROP, {"activity": 1}, "drop: Activity 2"),
        (Verb.CATCH_UP, {"changes": ((1, -60.0),)}, "catch-up"),
        (Verb.DROP, {"activity": 12}, "drop"),
    ],
)
def test_a_deed_is_named(verb: Verb, fields: dict[str, object], words: str) -> None:
    """So that an undo can say what it took back."""
    assert deed(Timeline(HALF_HOURS).entry(verb, **fields), HALF_HOURS) == words
