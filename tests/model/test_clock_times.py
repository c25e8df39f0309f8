"""The clock across midnight, summer time, set clocks, suspension and restarts; and its planned times."""

import csv
import random
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.clock_timeline import TEN, Timeline, plan_of
from workshop.model.clock import Status
from workshop.model.clock.words import clock_time, pace
from workshop.model.plan import Activity, Kind
from workshop.model.reading import Reading, Timebase, seconds_between
from workshop.model.records import Verb

LONDON = ZoneInfo("Europe/London")


def remaining(timeline: Timeline) -> float:
    """What is left of the activity that is on."""
    activity = timeline.status.current
    assert activity is not None
    return activity.remaining


def times(status: Status) -> list[str]:
    """The projected starts in London."""
    return [clock_time(each.projected_start, LONDON) for each in status.activities if each.projected_start]


@pytest.mark.parametrize(
    ("start", "starts"),
    [
        ("2026-03-03T23:30+00:00", ["23:30", "00:15", "01:00"]),
        ("2026-12-31T23:30+00:00", ["23:30", "00:15", "01:00"]),
        ("2026-03-29T00:30+00:00", ["00:30", "02:15", "03:00"]),
        ("2026-10-25T00:30+01:00", ["00:30", "01:15", "01:00"]),
        ("2026-02-28T23:30+00:00", ["23:30", "00:15", "01:00"]),
    ],
    ids=["midnight", "new year", "clocks go forward", "clocks go back", "into March"],
)
def test_no_night_is_longer_or_shorter_than_its_seconds(start: str, starts: list[str]) -> None:
    """Over midnight, and in the nights in which London's clocks change: only what is shown knows of it."""
    timeline = Timeline(plan_of(45, 45, 45), datetime.fromisoformat(start).astimezone(LONDON), LONDON).do(Verb.START)
    assert times(timeline.status) == starts
    timeline.wait(2700).do(Verb.NEXT).wait(2000)
    assert remaining(timeline) == 700
    assert times(timeline.status) == starts
    assert timeline.status.behind == 0


@pytest.mark.parametrize("seconds", [-180, 720])
def test_a_wall_clock_that_is_set_in_the_middle_changes_no_remaining_time(seconds: float) -> None:
    """Three minutes back, twelve forward: and from then on all times are told by the new clock."""
    timeline = Timeline(plan_of(30, 30)).do(Verb.START).wait(600).set_wall(seconds).wait(60)
    assert remaining(timeline) == 1140
    assert timeline.status.started == TEN + timedelta(seconds=seconds)
    timeline.do(Verb.NEXT).wait(60)
    assert remaining(timeline) == 1740
    assert timeline.status.span == 720
    assert timeline.status.started == TEN + timedelta(seconds=seconds)
    assert timeline.status.projected_end == timeline.wall + timedelta(seconds=1740)


def test_eight_hours_are_right_to_the_second() -> None:
    """A long day of many activities, pauses and a lunch that nobody timed."""
    timeline = Timeline(plan_of(*[30] * 15)).do(Verb.START)
    for count in range(14):
        timeline.wait(1700).do(Verb.PAUSE).wait(100).do(Verb.RESUME).wait(1).do(Verb.STOP if count == 6 else Verb.NEXT)
        if count == 6:
            timeline.wait(3000).do(Verb.START)
    timeline.wait(600)
    status = timeline.status
    assert remaining(timeline) == 1200
    assert [activity.active for activity in status.activities] == [1701] * 14 + [600]
    assert status.span == 14 * 1801 + 3000 + 600
    assert status.span > 8 * 3600


def test_seven_minutes_of_suspension_are_counted() -> None:
    """Both clocks go on in sleep: the room did too."""
    timeline = Timeline(plan_of(30)).do(Verb.START).wait(60).wait(420).wait(1)
    assert remaining(timeline) == 1800 - 481


def test_after_a_restart_the_wall_measures_until_the_boot_clock_is_known_again() -> None:
    """The computer was started again in the middle of an activity, and its clock was set after that."""
    timeline = Timeline(plan_of(30, 30)).do(Verb.START).wait(600).restart("second", 120)
    assert remaining(timeline) == 1080
    timeline.do(Verb.NOTE).set_wall(-500).wait(60)
    assert remaining(timeline) == 1020


def test_an_ended_session_says_the_same_wherever_and_whenever_it_is_read() -> None:
    """By another computer, days later, with a clock that is wrong."""
    timeline = Timeline(plan_of(30)).do(Verb.START).wait(1790).do(Verb.END)
    first = timeline.status
    other = timeline.clock.at(Reading(TEN - timedelta(days=3), 5.0, "another"))
    assert [other.started, other.ended, other.activities] == [first.started, first.ended, first.activities]
    later = timeline.wait(9999).set_wall(77).status
    assert [later.started, later.ended, later.activities] == [first.started, first.ended, first.activities]


def test_two_computers_whose_walls_disagree_each_keep_their_own_measure() -> None:
    """The second one's clock is three minutes ahead, the first one's was set back: once each was read, their boot clocks measure."""
    timeline = Timeline(plan_of(60, 60)).do(Verb.START).wait(600)
    here = timeline.now
    timeline.boot, timeline.boot_id = 50.0, "second"
    timeline.set_wall(180).do(Verb.NOTE).wait(100).do(Verb.NOTE)
    timeline.wall, timeline.boot, timeline.boot_id = here.wall + timedelta(seconds=900 - 50), here.boot + 900, here.boot_id
    assert remaining(timeline) == 3600 - 1500


def test_without_a_boot_clock_the_wall_is_the_measure() -> None:
    """A timeline that was written by hand, or brought in, has only walls."""
    timeline = Timeline(plan_of(30))
    timeline.boot_id = ""
    timeline.do(Verb.START).set_wall(600)
    assert remaining(timeline) == 1200


def test_a_reading_is_aware() -> None:
    """A wall clock without a zone is not an instant."""
    with pytest.raises(ValueError, match="aware"):
        Reading(datetime(2026, 3, 3, 10))


def test_the_seconds_between_two_local_times_are_those_that_passed() -> None:
    """Python's own subtraction of two times in London is an hour wrong over a change."""
    before = datetime(2026, 3, 29, 0, 30, tzinfo=LONDON)
    after = datetime(2026, 3, 29, 2, 30, tzinfo=LONDON)
    assert (after - before).total_seconds() == 7200
    assert seconds_between(Reading(before), Reading(after)) == 3600


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500), st.sampled_from(["", "a", "b"])), min_size=1, max_size=20))
def test_session_time_never_goes_back(readings: list[tuple[float, float, str]]) -> None:
    """Whatever clocks read."""
    timebase = Timebase()
    for wall, boot, name in readings:
        reading = Reading(TEN + timedelta(seconds=wall), boot, name)
        at = timebase.at(reading)
        assert at >= timebase.seconds
        timebase = timebase.extended(reading)
        assert timebase.seconds == timebase.at(reading) == at


def test_a_locked_start_is_waited_for_in_every_projection() -> None:
    """Ahead of time nothing is gained before it; what is late after it stays late."""
    plan = (*plan_of(30), Activity(title="Guest", kind=Kind.OPEN, minutes=30, starts_at="10:45"), *plan_of(10))
    timeline = Timeline(plan, zone=LONDON).do(Verb.START)
    assert times(timeline.status) == ["10:00", "10:45", "11:15"]
    timeline.wait(0, minutes=40)
    assert times(timeline.status) == ["10:00", "10:45", "11:15"]
    assert pace(timeline.status, LONDON) == "on time, ends 11:25"
    timeline.wait(0, minutes=10)
    assert times(timeline.status) == ["10:00", "10:50", "11:20"]
    assert timeline.status.behind == 300


def test_the_plans_own_start_is_the_planned_start() -> None:
    """A plan that begins at a time of day is late when that has passed, and an entry says otherwise."""
    plan = (Activity(title="Welcome", kind=Kind.OPEN, minutes=30, starts_at="09:50"), *plan_of(30))
    timeline = Timeline(plan, zone=LONDON)
    assert timeline.status.nothing_running == 600
    assert timeline.do(Verb.START).status.behind_clock == 600
    assert timeline.status.behind == 0
    timeline.do(Verb.STARTS_AT, moment=TEN)
    assert timeline.status.behind_clock == 0


def test_an_early_start_does_not_wait_for_the_plans_own() -> None:
    """The group was there; counted from the start, nothing is ahead."""
    plan = (Activity(title="Welcome", kind=Kind.OPEN, minutes=30, starts_at="10:10"), *plan_of(30))
    status = Timeline(plan, zone=LONDON).do(Verb.START).status
    assert (status.behind, status.behind_clock) == (0, -600)


def test_times_of_day_are_those_of_the_sessions_own_day() -> None:
    """A session that was left open overnight, and one that is planned for the day after tomorrow."""
    plan = (*plan_of(30), Activity(title="Close", kind=Kind.CLOSE, minutes=10, ends_by="10:45"))
    end = TEN + timedelta(minutes=45)
    assert Timeline(plan, zone=LONDON).do(Verb.START).wait(20 * 3600).status.ends_by == end
    planned = Timeline(plan, zone=LONDON).do(Verb.STARTS_AT, moment=TEN + timedelta(days=2))
    assert planned.status.ends_by == end + timedelta(days=2)


def test_the_last_activitys_end_is_the_sessions_latest_end_unless_one_was_given() -> None:
    """In summer, by the local clock."""
    plan = (*plan_of(30), Activity(title="Close", kind=Kind.CLOSE, minutes=10, ends_by="11:45"))
    timeline = Timeline(plan, TEN.replace(month=7), LONDON)
    assert timeline.status.ends_by == TEN.replace(month=7) + timedelta(minutes=45)
    given_end = TEN.replace(month=7) + timedelta(minutes=35)
    assert timeline.do(Verb.ENDS_BY, moment=given_end).status.spare == -300
    assert timeline.do(Verb.ENDS_BY, moment=None).status.spare == 300


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=6), st.lists(st.integers(0, 300), min_size=6, max_size=6))
def test_behind_is_the_sum_of_the_drifts(lengths: list[int], pauses: list[int]) -> None:
    """The formula: drifts of the finished, and of the running one what it has taken or will, pauses and all."""
    timeline = Timeline(plan_of(*[10] * 7)).do(Verb.START)
    for length, pause in zip(lengths, pauses, strict=False):
        timeline.wait(length).do(Verb.PAUSE).wait(pause).do(Verb.RESUME).do(Verb.ADD, seconds=60.0).do(Verb.NEXT)
    timeline.wait(lengths[0])
    status = timeline.status
    current = status.current
    assert current is not None
    finished = status.activities[: current.index]
    running = max(current.active, current.allotted) + current.ledger.paused + current.ledger.discounted - current.ledger.planned
    assert status.behind == sum(activity.ledger.spent - activity.ledger.planned for activity in finished) + running
    assert status.started is not None
    assert status.projected_end == status.started + timedelta(seconds=7 * 600 + status.behind)


SCHEDULES = ("git-novice", "python-novice-gapminder")


def published(shared: Path, name: str) -> tuple[tuple[Activity, ...], list[int]]:
    """A published schedule as a plan, and its starts in minutes, the end last."""
    with (shared / "data" / "agendas" / name / "expected_schedule.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    plan = []
    for row in rows[:-1]:
        pause = int(row["break"])
        minutes = int(row["teaching"]) + int(row["exercises"]) + pause
        plan.append(Activity(title=row["title"], kind=Kind.BREAK if pause else Kind.OPEN, minutes=minutes))
    return tuple(plan), [int(row["published_start_min"]) for row in rows]


@pytest.mark.parametrize("name", SCHEDULES)
def test_a_published_schedule_has_its_published_starts(name: str, shared: Path) -> None:
    """Every start, planned and projected, and the finish."""
    plan, starts = published(shared, name)
    status = Timeline(plan).do(Verb.STARTS_AT, moment=TEN).status
    expected = [TEN + timedelta(minutes=minutes) for minutes in starts]
    assert [activity.planned_start for activity in status.activities] == expected[:-1]
    assert [activity.projected_start for activity in status.activities] == expected[:-1]
    assert status.planned_end == status.projected_end == expected[-1]


@pytest.mark.parametrize("name", SCHEDULES)
@pytest.mark.parametrize("seed", range(5))
def test_a_published_schedule_run_with_overruns_adds_up(name: str, seed: int, shared: Path) -> None:
    """Every activity took what it took, begins where the one before ended, and the whole is their sum."""
    plan, starts = published(shared, name)
    chance = random.Random(seed)  # noqa: S311  a simulation, no secret
    lengths = [round(activity.minutes * 60 * chance.uniform(0.7, 1.5)) for activity in plan]
    timeline = Timeline(plan).do(Verb.STARTS_AT, moment=TEN).do(Verb.START)
    for length in lengths:
        timeline.wait(length).do(Verb.NEXT)
    status = timeline.do(Verb.END).status
    assert [activity.active for activity in status.activities] == lengths
    ends = [activity.actual_end for activity in status.activities]
    assert [TEN, *ends[:-1]] == [activity.actual_start for activity in status.activities]
    assert status.ended == ends[-1] == TEN + timedelta(seconds=sum(lengths))
    assert (
        status.behind
        == sum(activity.ledger.spent - activity.ledger.planned for activity in status.activities)
        == sum(lengths) - starts[-1] * 60
    )


def test_an_entry_that_comes_late_moves_no_time() -> None:
    """Two windows of one computer: an entry was made before the other's, and written after it."""
    timeline = Timeline(plan_of(30)).do(Verb.START).wait(600).do(Verb.NOTE)
    timeline.wait(-240).do(Verb.OBSERVED).wait(240)
    assert remaining(timeline) == 1200
