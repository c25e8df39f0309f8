"""Catching up: what the proposal gives to whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.clock_timeline import TEN, Timeline, plan_of
from workshop.model.catchup import Proposal, propose
from workshop.model.plan import Activity, Kind
from workshop.model.records import Verb
from workshop.model.waterfill import shared_out


def activity(minutes: float, **fields: Any) -> Activity:
    """An activity of so many minutes, titled by them."""
    return Activity(**{"title": f"{minutes:g} min", "kind": Kind.OPEN, "minutes": minutes, **fields})


def proposal(timeline: Timeline, pinned: dict[int, float] | None = None) -> Proposal:
    """The proposal at this moment, which there must be."""
    found = propose(timeline.status, timeline.plan, pinned)
    assert found is not None
    return found


@dataclass(frozen=True)
class Case:
    """The first activity takes `took` minutes; then the others are proposed at `lengths` (m:ss)."""

    plan: Sequence[Activity]
    took: float
    lengths: Sequence[str]
    ends_by: float | None = None
    misses: Sequence[float] = ()
    drop: Sequence[int] = ()
    words: str = ""
    after: Verb = Verb.NEXT


CASES = {
    "the check: the last protected, five minutes lost in the first": Case(
        [activity(10), activity(20), activity(15), activity(10, protected=True)],
        15,
        ["17:09", "12:51", "10:00"],
        words="5 min to win back.",
    ),
    "nothing protected: all give in proportion": Case(
        [activity(10), activity(20), activity(20), activity(10)], 15, ["18:00", "18:00", "9:00"]
    ),
    "a minimum holds one back, the other makes up for it": Case(
        [activity(10), activity(20, minimum=19), activity(20, minimum=5)], 16, ["19:00", "15:00"]
    ),
    "without a minimum nothing is cut below half": Case([activity(10), activity(4), activity(40, minimum=5)], 35, ["2:00", "17:00"]),
    "a break and a closing are protected by themselves": Case(
        [activity(10), activity(20), activity(15, kind=Kind.BREAK), activity(10, kind=Kind.CLOSE)], 15, ["15:00", "15:00", "10:00"]
    ),
    "a latest end earlier than planned": Case([activity(10), activity(20), activity(20)], 10, ["15:00", "15:00"], ends_by=40),
    "it can't fit, and one optional activity would do": Case(
        [activity(10), activity(20, minimum=18), activity(8, optional=True), activity(10, protected=True)],
        20,
        ["18:00", "4:00", "10:00"],
        misses=[240],
        drop=[2],
        words="Even with everything as short as it may be it comes 4 min too late. Without 8 min it would fit.",
    ),
    "of the optional ones the shortest that does is dropped": Case(
        [activity(10), activity(20, optional=True), activity(6, minimum=6, optional=True), activity(10, protected=True)],
        22,
        ["10:00", "6:00", "10:00"],
        misses=[120],
        drop=[2],
        after=Verb.STOP,
    ),
    "two optional ones have to go together": Case(
        [activity(10), activity(5, minimum=5, optional=True), activity(6, minimum=6, optional=True), activity(10, protected=True)],
        20,
        ["5:00", "6:00", "10:00"],
        misses=[600],
        drop=[1, 2],
        words="Even with everything as short as it may be it comes 10 min too late. Without 5 min and 6 min it would fit.",
        after=Verb.STOP,
    ),
    "all that is optional is not enough": Case(
        [activity(10), activity(5, optional=True), activity(10, protected=True)],
        30,
        ["2:30", "10:00"],
        misses=[1050],
        words="Even with everything as short as it may be it comes 18 min too late. To leave out all that is optional is not enough.",
        after=Verb.STOP,
    ),
    "nothing is optional": Case(
        [activity(10), activity(10, protected=True)],
        12,
        ["10:00"],
        misses=[120],
        words="Even with everything as short as it may be it comes 2 min too late. Nothing here is optional.",
    ),
    "so much that leaving something out is better": Case(
        [activity(10), activity(60), activity(20, optional=True), activity(10, optional=True)],
        30,
        ["46:40", "15:33", "7:47"],
        words="20 min to win back. That is a lot: better leave out 20 min or 10 min.",
    ),
    "so much, and nothing is optional": Case([activity(10), activity(60)], 30, ["40:00"], words="20 min to win back. That is a lot."),
    "what lies before a locked start gives only what that needs": Case(
        [activity(10), activity(20), activity(30, starts_at="10:30"), activity(30)], 14, ["16:00", "30:00", "30:00"]
    ),
    "a locked start that is waited for: only what lies behind it gives": Case(
        [activity(10), activity(20), activity(30, starts_at="10:45"), activity(30)], 10, ["20:00", "20:00", "20:00"], ends_by=85
    ),
    "a fixed end within the session": Case(
        [activity(10), activity(20), activity(20, ends_by="10:40"), activity(30)], 10, ["15:00", "15:00", "30:00"]
    ),
    "a fixed end within wins back more than was lost": Case(
        [activity(10), activity(20), activity(20, ends_by="10:45"), activity(30)], 15, ["15:00", "15:00", "30:00"]
    ),
    "a fixed end within, then the end of all": Case(
        [activity(10), activity(20), activity(20, ends_by="10:40"), activity(30)], 10, ["11:15", "11:15", "22:30"], ends_by=55
    ),
    "a stop: the others wait, and the idle time counts": Case(
        [activity(10), activity(20), activity(20)], 15, ["17:30", "17:30"], after=Verb.STOP
    ),
}


def face(seconds: float) -> str:
    """Minutes and seconds; a fraction of a second would show."""
    assert seconds == int(seconds)
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_table_of_proposals(case: Case) -> None:
    """To the second, with what is missing, what would help, and the words for it."""
    timeline = Timeline(case.plan)
    if case.ends_by is not None:
        timeline.do(Verb.ENDS_BY, moment=TEN + timedelta(minutes=case.ends_by))
    timeline.do(Verb.START).wait(0, minutes=case.took)
    timeline.do(case.after)
    found = proposal(timeline)
    rows = {row.index: row.after for row in found.rows}
    assert [face(rows[index]) for index in range(1, len(case.plan))] == case.lengths
    assert [miss.seconds for miss in found.misses] == list(case.misses)
    assert found.fits is not bool(case.misses)
    assert list(found.drop) == list(case.drop)
    if case.words:
        assert found.message == case.words


def test_on_time_nothing_is_proposed() -> None:
    """Nor for the few seconds that a hand on a key costs, nor when it is ahead, nor when it is over."""
    timeline = Timeline(plan_of(10, 20)).do(Verb.START).wait(615).do(Verb.NEXT)
    assert propose(timeline.status, timeline.plan) is None
    assert propose(timeline.wait(1200 + 400).do(Verb.NEXT).status, timeline.plan) is None
    assert propose(timeline.do(Verb.END).status, timeline.plan) is None
    early = Timeline(plan_of(10, 20)).do(Verb.START).wait(60).do(Verb.NEXT)
    assert propose(early.status, early.plan) is None


def test_what_has_begun_before_its_locked_start_waits_for_nothing() -> None:
    """The guest was early: the session is in time."""
    plan = (activity(30), activity(30, starts_at="10:45"))
    timeline = Timeline(plan).do(Verb.ENDS_BY, moment=TEN + timedelta(minutes=70)).do(Verb.START).wait(1800).do(Verb.NEXT).wait(1)
    assert propose(timeline.status, plan) is None


def test_without_a_known_end_nothing_is_proposed() -> None:
    """A session that has not started and was planned for no time can't be late."""
    timeline = Timeline(plan_of(10, 20)).wait(9999)
    assert propose(timeline.status, timeline.plan) is None


def test_what_is_left_of_the_activity_that_is_on_gives_too() -> None:
    """But not the time that has run, and not below its minimum."""
    timeline = Timeline((activity(30, minimum=20), activity(30))).do(Verb.ENDS_BY, moment=TEN + timedelta(minutes=45)).do(Verb.START)
    timeline.wait(600)
    rows = proposal(timeline).rows
    assert [face(row.before) for row in rows] == ["30:00", "30:00"]
    assert [face(row.after) for row in rows] == ["24:00", "21:00"]
    timeline.wait(900)
    assert [face(row.after) for row in proposal(timeline).rows] == ["27:51", "17:09"]


def test_an_activity_in_overtime_has_nothing_to_give() -> None:
    """Its time is gone; the table shows what is to come."""
    timeline = Timeline(plan_of(10, 20, 20)).do(Verb.START).wait(900)
    assert [(row.index, face(row.after)) for row in proposal(timeline).rows] == [(1, "17:30"), (2, "17:30")]


def test_an_accepted_proposal_ends_in_time_and_can_be_undone() -> None:
    """It is one entry: one undo takes all of it back."""
    timeline = Timeline(CASES["the check: the last protected, five minutes lost in the first"].plan).do(Verb.START).wait(900).do(Verb.NEXT)
    before = timeline.status
    timeline.do(Verb.CATCH_UP, changes=proposal(timeline).changes)
    assert timeline.status.projected_end == TEN + timedelta(minutes=55)
    assert [each.allotted for each in timeline.status.upcoming] == [771, 600]
    assert propose(timeline.status, timeline.plan) is None
    assert timeline.undo().status == before


def test_started_20_minutes_late_it_ends_on_time_with_its_full_closing() -> None:
    """A plan of two hours that must end two hours after its planned start: the table comes before the start."""
    plan = (activity(10), activity(30), activity(35), activity(15, kind=Kind.BREAK), activity(20), activity(10, protected=True))
    end = TEN + timedelta(hours=2)
    timeline = Timeline(plan).do(Verb.STARTS_AT, moment=TEN).do(Verb.ENDS_BY, moment=end).wait(0, minutes=20)
    found = proposal(timeline)
    assert found.large
    timeline.do(Verb.CATCH_UP, changes=found.changes).do(Verb.START)
    while timeline.status.upcoming:
        activity_now = timeline.status.current
        assert activity_now is not None
        timeline.wait(activity_now.allotted).do(Verb.NEXT)
    closing = timeline.status.current
    assert closing is not None
    assert closing.allotted == 600
    assert timeline.wait(600).do(Verb.END).status.ended == end


def test_a_length_set_by_hand_stays_and_the_others_make_up_for_it() -> None:
    """The table can be edited: shorter here, so longer there."""
    timeline = Timeline(plan_of(10, 20, 20, 20)).do(Verb.START).wait(900).do(Verb.NEXT)
    found = proposal(timeline, {1: 960.0})
    assert [face(row.after) for row in found.rows] == ["16:00", "19:30", "19:30"]
    found = proposal(timeline, {1: 1200.0})
    assert [face(row.after) for row in found.rows] == ["20:00", "17:30", "17:30"]
    assert found.changes == ((2, -150.0), (3, -150.0))
    found = proposal(timeline, {1: 600.0})
    assert [face(row.after) for row in found.rows] == ["10:00", "20:00", "20:00"]


def test_an_activity_that_has_been_on_is_not_offered_to_be_left_out() -> None:
    """It was gone back from: some of it has happened."""
    plan = (activity(10), activity(20, optional=True, minimum=20), activity(10, protected=True))
    timeline = Timeline(plan).do(Verb.START).wait(0, minutes=20).do(Verb.NEXT).wait(60).do(Verb.BACK)
    found = proposal(timeline)
    assert not found.fits
    assert found.optional == found.drop == ()


@given(
    st.lists(st.tuples(st.floats(0.5, 60), st.booleans(), st.booleans(), st.floats(0, 1)), min_size=2, max_size=8),
    st.floats(0, 90),
)
def test_a_proposal_only_shortens_and_keeps_every_minimum(row: list[tuple[float, bool, bool, float]], took: float) -> None:
    """And where it fits, the session ends by its planned end, at most a second before it."""
    plan = [
        activity(minutes, protected=protected, optional=optional, minimum=minutes * least) for minutes, protected, optional, least in row
    ]
    timeline = Timeline(plan).do(Verb.START).wait(took * 60).do(Verb.NEXT)
    found = propose(timeline.status, plan)
    if found is None:
        assert timeline.status.behind <= 15
        return
    for each in found.rows:
        of = plan[each.index]
        assert min(each.before, of.minutes * 60 if of.protected else (of.minimum or 0) * 60) - 1e-6 <= each.after <= each.before
    after = timeline.do(Verb.CATCH_UP, changes=found.changes).status if found.changes else timeline.status
    left_over = (after.projected_end - found.target).total_seconds()
    assert (-1.01 <= left_over <= 15) if found.fits else left_over == pytest.approx(found.misses[-1].seconds, abs=1e-3)
    for index in found.drop:
        timeline.do(Verb.DROP, activity=index)
    if found.drop:
        again = propose(timeline.status, plan)
        assert again is None or again.fits


@given(st.integers(0, 10_000), st.lists(st.tuples(st.floats(0, 5000), st.integers(0, 3000)), min_size=1, max_size=10))
def test_shares_add_up_and_stay_within_their_limits(amount: int, row: list[tuple[float, int]]) -> None:
    """Whole seconds, none lost in rounding."""
    weights, limits = [weight for weight, _ in row], [limit for _, limit in row]
    shares = shared_out(amount, weights, limits)
    assert sum(shares) == min(amount, sum(limits))
    assert all(0 <= share <= limit for share, limit in zip(shares, limits, strict=True))


@given(st.integers(0, 10_000), st.lists(st.tuples(st.floats(1, 5000), st.integers(0, 3000)), min_size=1, max_size=10))
def test_no_share_below_its_limit_is_less_than_its_weight_asks(amount: int, row: list[tuple[float, int]]) -> None:
    """The mark of a water level: what is not full stands as high as any other, to the rounding of a second."""
    weights, limits = [weight for weight, _ in row], [limit for _, limit in row]
    shares = shared_out(amount, weights, limits)
    for share, weight, limit in zip(shares, weights, limits, strict=True):
        if share < limit:
            assert all(
                (share + 1) / weight >= (other - 1) / other_weight - 1e-9 for other, other_weight in zip(shares, weights, strict=True)
            )
