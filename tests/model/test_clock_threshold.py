"""Thresholds: told on crossing, and only then."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.clock_timeline import TEN, Timeline, plan_of
from workshop.model.clock.threshold import LITTLE_LEFT, TIME_LEFT, TIME_UP, Threshold, crossings, cues
from workshop.model.records import Verb


def running(*minutes: float) -> Timeline:
    """A session in its first activity."""
    return Timeline(plan_of(*minutes)).do(Verb.START)


def crossed(timeline: Timeline, seconds: float) -> tuple[Threshold, ...]:
    """What is crossed while so much time passes."""
    before = timeline.status
    return crossings(before, timeline.wait(seconds).status)


def test_thresholds_are_shares_of_the_activity() -> None:
    """A fifth and a twentieth of 60 minutes are 12 and 3 minutes."""
    timeline = running(60)
    assert crossed(timeline, 48 * 60 - 1) == ()
    assert crossed(timeline, 1) == (TIME_LEFT,)
    assert crossed(timeline, 1) == ()
    assert crossed(timeline, 9 * 60 - 1) == (LITTLE_LEFT,)
    assert crossed(timeline, 180) == (TIME_UP,)
    assert crossed(timeline, 600) == ()


@pytest.mark.parametrize(("allotted", "time_left", "little_left"), [(3600, 720, 180), (180, 60, 15), (60, 30, 15), (20, 10, 10), (0, 0, 0)])
def test_a_share_has_a_floor(allotted: float, time_left: float, little_left: float) -> None:
    """A fifth of three minutes is too little to be told of; but never more than half of the activity."""
    assert TIME_LEFT.seconds(allotted) == time_left
    assert LITTLE_LEFT.seconds(allotted) == little_left
    assert TIME_UP.seconds(allotted) == 0


def test_after_a_gap_all_are_crossed_and_the_last_is_the_one_to_tell() -> None:
    """The lid was closed over all three."""
    assert crossed(running(10), 700)[-1] is TIME_UP


def test_time_added_in_overtime_lets_zero_be_crossed_again() -> None:
    """The added minute ends too."""
    timeline = running(10)
    assert TIME_UP in crossed(timeline, 630)
    before = timeline.status
    assert crossings(before, timeline.do(Verb.ADD, seconds=300.0).status) == ()
    assert crossed(timeline, 270) == (TIME_LEFT, LITTLE_LEFT, TIME_UP)


def test_time_taken_away_can_cross() -> None:
    """It is the remaining time that counts, however it came down."""
    timeline = running(10).wait(300)
    before = timeline.status
    assert crossings(before, timeline.do(Verb.ADD, seconds=-240.0).status) == (TIME_LEFT,)


def test_going_on_and_coming_back_cross_nothing() -> None:
    """An activity that is entered again in its overtime was told of before."""
    timeline = running(10, 10).wait(700)
    before = timeline.status
    assert crossings(before, timeline.do(Verb.NEXT).wait(1).status) == ()
    before = timeline.status
    assert crossings(before, timeline.do(Verb.BACK).wait(1).status) == ()


def test_a_pause_crosses_nothing() -> None:
    """Nothing runs."""
    assert crossed(running(10).wait(479).do(Verb.PAUSE), 9999) == ()


@given(st.lists(st.floats(0.1, 400), min_size=1, max_size=40))
def test_each_threshold_is_told_once_however_often_the_screen_looks(steps: list[float]) -> None:
    """The steps of the repainting don't matter."""
    timeline = running(10)
    told = [threshold for step in steps for threshold in crossed(timeline, step)]
    left = 600 - (timeline.boot - 1000)
    assert told == [each for each in (TIME_LEFT, LITTLE_LEFT, TIME_UP) if left <= each.seconds(600)]


def test_the_note_taker_is_told_15_and_5_minutes_before_the_end() -> None:
    """Of the whole session, once each."""
    timeline = running(20, 10)
    told = []
    for _ in range(30):
        before = timeline.status
        told.append(cues(before, timeline.wait(60).status))
        if len(told) == 20:
            timeline.do(Verb.NEXT)
    assert told[14] == (900,)
    assert told[24] == (300,)
    assert sum(map(len, told)) == 2


def test_a_latest_end_is_what_the_note_taker_is_told_of() -> None:
    """Where it comes before the projected one."""
    timeline = Timeline(plan_of(30)).do(Verb.ENDS_BY, moment=TEN + timedelta(minutes=20)).do(Verb.START)
    before = timeline.status
    assert cues(before, timeline.wait(301).status) == (900,)


def test_before_the_start_nobody_is_told() -> None:
    """A short session begins within the last 15 minutes, and that is no crossing."""
    timeline = Timeline(plan_of(10))
    before = timeline.wait(5).status
    assert cues(before, timeline.do(Verb.START).wait(1).status) == ()
    assert crossings(timeline.status, Timeline(plan_of(10)).status) == ()
