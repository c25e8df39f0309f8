"""The clock over random timelines: what holds whatever is pressed, in whatever order."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.model import clock_oracle
from tests.model.clock_timeline import Timeline, plan_of
from workshop.model.clock import Phase, Reading, Stage, Status, fold
from workshop.model.clock.state import State
from workshop.model.records import Entry, Verb

PLAN = plan_of(1, 3, 2, 1)


class Press(NamedTuple):
    """A key, pressed some seconds after the one before; what it names is used where the verb takes it."""

    wait: int
    verb: Verb
    seconds: int | None
    activity: int | None
    target: int


TIMED = (Verb.START, Verb.PAUSE, Verb.RESUME, Verb.NEXT, Verb.NEXT, Verb.NEXT, Verb.BACK, Verb.STOP, Verb.END)
OTHERS = (Verb.BACKDATE, Verb.DISCOUNT, Verb.ADD, Verb.DROP, Verb.NOTE, Verb.UNDO, Verb.UNDO)
REPLANS = (Verb.INSERT, Verb.INSERT, Verb.BREAK, Verb.MOVE, Verb.CATCH_UP)
presses = st.lists(
    st.builds(
        Press,
        wait=st.integers(1, 90),
        verb=st.sampled_from(TIMED + OTHERS + REPLANS),
        seconds=st.none() | st.integers(0, 120),
        activity=st.none() | st.none() | st.integers(0, 5),
        target=st.integers(0, 5),
    ),
    max_size=25,
).map(lambda rest: [Press(5, Verb.START, None, None, 0), *rest])


def pressed(keys: list[Press]) -> Timeline:
    """A session in which these keys were pressed: an undo names one of the last entries, or the one that undo or redo means."""
    timeline = Timeline(PLAN)
    for key in keys:
        timeline.wait(key.wait)
        seconds = None if key.seconds is None else float(key.seconds)
        if key.verb is Verb.UNDO:
            undo_one(timeline, key.target)
        elif key.verb in (Verb.NEXT, Verb.BACK) and key.activity is None:
            timeline.do(key.verb, seconds=seconds)
        elif key.verb in (Verb.ADD, Verb.BACKDATE, Verb.DISCOUNT):
            sign = -1 if key.verb is Verb.ADD and key.target % 2 else 1
            timeline.do(key.verb, seconds=sign * (seconds or 0.0), activity=key.activity)
        elif key.verb in REPLANS:
            replan(timeline, key)
        else:
            timeline.do(key.verb, seconds=seconds, activity=key.activity)
    return timeline.wait(7)


def replan(timeline: Timeline, key: Press) -> None:
    """Something about the agenda; a new activity takes the next index as a window does, and now and then one that is taken."""
    seconds = float(key.seconds or 0)
    if key.verb is Verb.MOVE:
        timeline.do(key.verb, activity=key.activity, position=key.target)
    elif key.verb is Verb.CATCH_UP:
        changes = () if key.activity is None else ((key.activity, seconds - 60),)
        timeline.do(key.verb, changes=changes, dropped=(key.target,) if key.target < 3 else ())
    else:
        used = [each.activity for each in timeline.entries if each.verb in (Verb.INSERT, Verb.BREAK) and each.activity is not None]
        index = key.activity if key.activity is not None and key.target == 5 else max([len(PLAN) - 1, *used]) + 1
        kind = "break" if key.verb is Verb.BREAK else "open"
        timeline.do(key.verb, activity=index, seconds=seconds, text="New", kind=kind, position=key.target)


def undo_one(timeline: Timeline, target: int) -> None:
    """The last, the last undo, or any of the last entries."""
    if target < 2:
        timeline.undo()
    elif target < 4:
        timeline.redo()
    else:
        timeline.do(Verb.UNDO, cancels=timeline.entries[-min(target - 2, len(timeline.entries))].id)


def the_ledgers_add_up(status: Status) -> None:
    """What holds of every status: clock.md, 2."""
    accounts = [activity.ledger for activity in status.activities]
    assert sum(account.active + account.paused + account.discounted for account in accounts) + status.idle == status.span
    for account in accounts:
        assert min(account.active, account.paused, account.discounted, account.allotted) >= 0
        assert account.remaining == account.allotted - account.active
    assert status.idle >= 0
    assert (status.current is not None) == (status.phase in (Phase.RUNNING, Phase.PAUSED))


def as_the_oracle_says(timeline: Timeline) -> None:
    """Every ledger, and what was ignored, read a second time in another way."""
    oracle = clock_oracle.read(PLAN, timeline.entries, round(timeline.boot))
    status = timeline.status
    for index, activity in enumerate(status.activities):
        assert activity.active == oracle.active(index)
        assert activity.active + activity.ledger.discounted == oracle.ran(index)
        assert activity.ledger.paused == sum(label.activity == index and label.paused for label in oracle.seconds.values())
        assert activity.ledger.added == oracle.added.get(index, 0)
        assert (activity.stage is Stage.DROPPED) == (index not in oracle.agenda)
    assert list(status.order) == oracle.agenda
    assert status.idle == sum(label.activity == clock_oracle.IDLE for label in oracle.seconds.values())
    assert status.span == len(oracle.seconds)
    assert (None if status.current is None else status.current.index) == oracle.on
    assert [each.entry.id for each in timeline.clock.ignored if each.entry.verb is not Verb.UNDO] == oracle.ignored


def the_whole_story(keys: list[Press]) -> None:
    """All that is claimed of any timeline."""
    timeline = pressed(keys)
    the_ledgers_add_up(timeline.status)
    as_the_oracle_says(timeline)
    the_fold_of_a_prefix_is_the_state_then(timeline)
    undoing_all_returns_to_the_beginning(timeline)


def the_fold_of_a_prefix_is_the_state_then(timeline: Timeline) -> None:
    """A session that stopped in the middle is read as far as it went."""
    for count in range(0, len(timeline.entries), 7):
        last = timeline.entries[count]
        part = Timeline(PLAN)
        part.entries, part.wall, part.boot = timeline.entries[:count], last.at, last.boot
        the_ledgers_add_up(part.status)
        as_the_oracle_says(part)


def undoing_all_returns_to_the_beginning(timeline: Timeline) -> None:
    """And to redo it all gives what there was."""
    before = timeline.status
    ends = Timeline(PLAN)
    ends.entries, ends.wall, ends.boot = list(timeline.entries), timeline.wall, timeline.boot
    undone = 0
    while ends.clock.undoes:
        ends.undo()
        undone += 1
    assert ends.clock.state == State.beginning(PLAN)
    assert ends.status == fold(PLAN, ()).at(ends.now)
    for _ in range(undone):
        ends.redo()
    assert ends.status == before


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(presses)
def test_any_timeline_adds_up(keys: list[Press]) -> None:
    """Ledgers and idle time make up the span, as a second reading has them; a prefix is the state then; all can be undone."""
    the_whole_story(keys)


@pytest.mark.long
@settings(max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(presses)
def test_twenty_thousand_timelines_add_up(keys: list[Press]) -> None:
    """The same for longer."""
    the_whole_story(keys)


odd_numbers = st.none() | st.floats() | st.sampled_from([1e300, -1.0, 86400.0])
odd_entries = st.lists(
    st.builds(
        Entry,
        id=st.uuids().map(str),
        session=st.just("s1"),
        verb=st.sampled_from(Verb),
        at=st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
        boot=st.floats(-1e6, 1e9),
        boot_id=st.sampled_from(["", "a", "b"]),
        seconds=odd_numbers,
        activity=st.none() | st.integers(-2, 6),
        cancels=st.none() | st.just("nothing"),
        statement=st.none() | st.just("s7"),
        text=st.sampled_from(["", "p3"]),
        moment=st.none() | st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
        changes=st.lists(st.tuples(st.integers(-2, 6), st.floats()), max_size=3).map(tuple),
        position=st.none() | st.integers(-2, 6),
        dropped=st.lists(st.integers(-2, 6), max_size=2).map(tuple),
        kind=st.sampled_from(["", "open", "break", "party"]),
    ),
    max_size=15,
)


@settings(max_examples=300, deadline=None)
@given(odd_entries)
def test_no_entry_however_odd_breaks_the_clock(entries: list[Entry]) -> None:
    """A timeline comes from files that others wrote: it is read, what is impossible is passed over, and the ledgers add up."""
    clock = fold(PLAN, entries)
    status = clock.at(Reading(datetime(2026, 3, 3, tzinfo=UTC), 5e9, "a"))
    accounts = [activity.ledger for activity in status.activities]
    assert sum(account.spent for account in accounts) + status.idle == pytest.approx(status.span)
    assert all(min(account.active, account.paused, account.discounted, account.allotted) >= 0 for account in accounts)
    assert len(clock.ignored) <= len(entries)


@settings(max_examples=100, deadline=None)
@given(presses, st.lists(st.integers(0, 500), max_size=10))
def test_how_often_it_is_looked_at_changes_nothing(keys: list[Press], looks: list[int]) -> None:
    """A status depends on the entries and the instant alone."""
    timeline = pressed(keys)
    clock, now = timeline.clock, timeline.now
    for later in looks:
        clock.at(replace(now, boot=now.boot + later))
    assert clock.at(now) == fold(PLAN, timeline.entries).at(now)
