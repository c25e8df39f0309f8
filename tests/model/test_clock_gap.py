"""Sleep, set clocks, crashes: what is said of them, and what is offered."""

from dataclasses import replace
from datetime import UTC

import pytest

from tests.model.clock_timeline import Timeline, plan_of
from workshop.model.clock import Phase
from workshop.model.clock.gap import Choice, Gap, What, between_looks, on_opening
from workshop.model.reading import Reading
from workshop.model.records import Verb


def open_session() -> Timeline:
    """A session of an hour, ten minutes in."""
    return Timeline(plan_of(60)).do(Verb.START).wait(600)


def kept(timeline: Timeline, gap: Gap) -> Timeline:
    """The session after what was observed has been kept."""
    for reading in gap.record:
        observed = timeline.entry(Verb.OBSERVED, text=gap.message)
        timeline.entries.append(replace(observed, at=reading.wall, boot=reading.boot, boot_id=reading.boot_id))
    return timeline


def taken(timeline: Timeline, choice: Choice) -> Timeline:
    """The session after a choice."""
    for verb, seconds in choice.entries:
        timeline.do(verb, seconds=seconds)
    return timeline


def opening(timeline: Timeline, last: Reading) -> Gap:
    """What is found when the program begins again."""
    gap = on_opening(last, timeline.now, timeline.clock.phase, UTC)
    assert gap is not None
    return gap


def test_a_program_that_looks_all_the_time_finds_nothing() -> None:
    """A quarter of a second and a slow second are no gap; nor is the usual correction of the clock."""
    timeline = open_session()
    before = timeline.now
    assert between_looks(before, timeline.wait(1).set_wall(0.4).now, Phase.RUNNING) == ()


def test_a_closed_lid_is_counted_said_and_offered_to_be_left_out() -> None:
    """The wall and the boot clock moved, the program didn't: the room went on."""
    timeline = open_session()
    before = timeline.now
    (gap,) = between_looks(before, timeline.wait(420).now, Phase.RUNNING)
    assert (gap.what, gap.message, gap.ask) == (What.SLEPT, "The computer slept for 7 min. The room went on, so it was counted.", False)
    assert [choice.words for choice in gap.choices] == ["Count the 7 min", "Leave the 7 min out"]
    assert timeline.status.activities[0].remaining == 3600 - 1020
    assert taken(timeline, gap.choices[1]).status.activities[0].remaining == 3000


def test_a_lid_closed_in_a_pause_leaves_nothing_to_choose() -> None:
    """The pause's own ledger has it."""
    timeline = open_session().do(Verb.PAUSE)
    before = timeline.now
    (gap,) = between_looks(before, timeline.wait(420).now, Phase.PAUSED)
    assert gap.message == "The computer slept for 7 min. The pause went on."
    assert gap.choices == ()


@pytest.mark.parametrize("phase", [Phase.NOT_STARTED, Phase.ENDED])
def test_a_lid_closed_outside_the_session_is_nobodys_business(phase: Phase) -> None:
    """Nothing is said."""
    timeline = open_session()
    before = timeline.now
    assert between_looks(before, timeline.wait(420).now, phase) == ()


@pytest.mark.parametrize(("seconds", "words"), [(720, "forward by 12 min"), (-180, "back by 3 min")])
def test_a_clock_that_was_set_is_said_and_changes_nothing(seconds: float, words: str) -> None:
    """The wall moved, the boot clock didn't: the boot clock is trusted."""
    timeline = open_session()
    before = timeline.now
    (gap,) = between_looks(before, timeline.wait(1).set_wall(seconds).now, Phase.RUNNING)
    assert gap.what is What.CLOCK_SET
    assert f"was set {words}." in gap.message
    assert gap.choices == ()
    assert timeline.status.activities[0].active == 601
    assert kept(timeline, gap).wait(1).status.activities[0].active == 602


def test_waking_and_being_set_are_told_apart_when_they_come_together() -> None:
    """A laptop that wakes up finds the network, and its clock is put right."""
    timeline = open_session()
    before = timeline.now
    gaps = between_looks(before, timeline.wait(420).set_wall(-60).now, Phase.RUNNING)
    assert [(gap.what, gap.seconds) for gap in gaps] == [(What.SLEPT, 420), (What.CLOCK_SET, -60)]


def test_without_a_boot_clock_a_wall_set_back_is_still_noticed() -> None:
    """Time doesn't run backwards."""
    before = Reading(open_session().wall)
    (gap,) = between_looks(before, Reading(Timeline(plan_of(1)).wall), Phase.RUNNING)
    assert (gap.what, gap.seconds) == (What.CLOCK_SET, -600)


def test_after_a_short_absence_the_session_goes_on_and_says_so() -> None:
    """Killed, and back after 2 min: the time was counted, which is said."""
    timeline = open_session()
    last = timeline.now
    gap = opening(timeline.wait(120), last)
    assert (gap.what, gap.ask) == (What.RESUMED, False)
    assert gap.message == "The session was open when this program was last seen, 2 min ago. It goes on, and the time between was counted."
    assert timeline.status.activities[0].active == 720
    assert taken(timeline, gap.choices[1]).status.activities[0].active == 600


def test_after_a_longer_absence_it_asks() -> None:
    """Back after 40 min, on the same computer: three answers, each carried out by what it offers."""
    timeline = open_session()
    last = timeline.now
    gap = opening(timeline.wait(0, minutes=40), last)
    assert (gap.what, gap.ask) == (What.UNSURE, True)
    assert gap.message == "The session was left open 40 min ago, at 10:10. What happened in the room?"
    assert [choice.words for choice in gap.choices] == [
        "The room went on: count the 40 min",
        "The room stopped: leave the 40 min out",
        "It was over: close it at 10:10",
    ]
    went_on, stopped, over = gap.choices
    assert taken(open_session().wait(0, minutes=40), went_on).status.activities[0].active == 3000
    assert taken(open_session().wait(0, minutes=40), stopped).status.activities[0].active == 600
    closed = taken(open_session().wait(0, minutes=40), over).status
    assert (closed.phase, closed.span) == (Phase.ENDED, 600)


def test_in_a_pause_the_question_is_only_whether_it_is_over() -> None:
    """There is nothing to leave out."""
    timeline = open_session().do(Verb.PAUSE)
    gap = opening(timeline.wait(0, minutes=40), Reading.of(timeline.entries[-1]))
    assert [choice.words for choice in gap.choices] == ["The pause went on", "It was over: close it at 10:10"]


def test_after_a_night_it_is_closed_at_its_last_entry() -> None:
    """Back after 14 h, the computer started again: closed, and to open again is offered."""
    timeline = open_session()
    last = timeline.now
    gap = opening(timeline.restart("second", 14 * 3600), last)
    assert (gap.what, gap.ask) == (What.LEFT_OPEN, False)
    assert gap.message == "The session was left open 14 h ago. It is closed at its last entry, 10:10."
    assert taken(timeline, gap.choices[0]).status.span == 600
    again = open_session().restart("second", 14 * 3600)
    reopened = taken(again, gap.choices[1]).wait(60).status
    assert reopened.activities[0].active == 660
    assert reopened.idle == 14 * 3600


@pytest.mark.parametrize(("seconds", "what"), [(899, What.RESUMED), (900, What.UNSURE), (43200, What.UNSURE), (43201, What.LEFT_OPEN)])
def test_the_bounds_are_a_quarter_and_half_a_day(seconds: float, what: What) -> None:
    """15 min and 12 h."""
    timeline = open_session()
    last = timeline.now
    assert opening(timeline.wait(seconds), last).what is what


def test_a_clock_that_went_back_over_a_restart_counts_nothing() -> None:
    """A laptop without a battery for its clock: the time between can't be known."""
    timeline = open_session()
    last = timeline.now
    gap = opening(timeline.restart("second", -3600), last)
    assert gap.what is What.RESUMED
    assert "can't be known" in gap.message
    assert kept(timeline, gap).status.activities[0].active == 600
    assert timeline.wait(60).status.activities[0].active == 660


@pytest.mark.parametrize("done", [(), (Verb.START, Verb.END)])
def test_a_session_that_is_not_open_has_no_gap(done: tuple[Verb, ...]) -> None:
    """Before its start and after its end."""
    timeline = Timeline(plan_of(60))
    for verb in done:
        timeline.do(verb)
    last = timeline.now
    assert on_opening(last, timeline.wait(9999).now, timeline.clock.phase, UTC) is None


def test_between_activities_nothing_is_counted() -> None:
    """A short absence then, and a long one."""
    timeline = open_session().do(Verb.STOP)
    last = timeline.now
    assert opening(timeline.wait(60), last).message.endswith("Nothing is running.")
    assert opening(timeline.wait(3600), last).choices[0].words == "It is not over"
