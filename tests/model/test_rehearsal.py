"""Rehearsals: their clock, and what is left out with them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from workshop.model.countable import countable
from workshop.model.reading import Reading, seconds_between
from workshop.model.records import Coding, Participant, Records, Reflection, Response, Session, Statement, Theme, Workshop
from workshop.model.rehearsal import rehearsed, taken_up

TEN = datetime(2026, 3, 3, 10, tzinfo=UTC)
REAL = Reading(TEN, 500.0, "this computer")


def later(seconds: float, boot_id: str = "this computer") -> Reading:
    """The real clocks after so many seconds."""
    return Reading(TEN + timedelta(seconds=seconds), 500.0 + seconds, boot_id)


def test_a_second_is_a_minute_at_sixty_fold_speed() -> None:
    """Both of its clocks run at its speed, from the instant at which it was taken up."""
    first = taken_up(TEN, 60.0, REAL)
    reading = rehearsed(first, later(2))
    assert reading.wall == TEN + timedelta(minutes=2)
    assert seconds_between(first, reading) == 120


def test_every_window_reads_the_same_from_any_entry() -> None:
    """What a rehearsal's clocks read does not depend on which of its readings one goes by, nor on how often it is looked at."""
    first = taken_up(TEN, 60.0, REAL)
    second = rehearsed(first, later(0.75))
    assert rehearsed(second, later(1.5)) == rehearsed(first, later(1.5))


def test_taken_up_again_it_goes_on_from_where_it_was() -> None:
    """Hours in which nobody rehearsed are no time of the rehearsal."""
    last = rehearsed(taken_up(TEN, 60.0, REAL), later(10))
    again = taken_up(last.wall, 60.0, later(7200))
    assert rehearsed(again, later(7203)).wall == TEN + timedelta(minutes=13)
    assert again.boot_id != last.boot_id


@pytest.mark.parametrize("boot_id", ["", "another computer"])
def test_elsewhere_it_stands_still(boot_id: str) -> None:
    """On another computer nothing tells how long it has been."""
    first = taken_up(TEN, 60.0, REAL)
    assert rehearsed(first, later(5, boot_id)) == first


@pytest.mark.parametrize("boot_id", ["this computer", "rehearsal", "rehearsal x y", "rehearsal fast 1.0 b", "rehearsal 60.0 soon b"])
def test_a_reading_that_is_none_of_a_rehearsal_is_left_as_it_is(boot_id: str) -> None:
    """A timeline comes from files that others wrote."""
    odd = Reading(TEN, 5.0, boot_id)
    assert rehearsed(odd, later(5, "b")) == odd


def said(number: int, session: str) -> Reflection:
    """A remark in a session."""
    return Reflection(id=f"r{number}", number=number, session=session, text="it costs", perspective="parent", at=TEN)


def two_sessions() -> Records:
    """A session with people, and a rehearsal, each with a remark, a person, an answer and a statement."""
    real = Session(id="s1", number=1, group="parent", cohort="c1", created=TEN)
    sessions = {"s1": real, "s2": replace(real, id="s2", number=2, cohort="c2", rehearsal=60.0)}
    statement = Statement(id="t1", number=1, text="It costs.", made_by="parent", sources=("r1",))
    statements = {"t1": statement, "t2": replace(statement, id="t2", sources=("r2",)), "t3": replace(statement, id="t3", sources=())}
    return Records(
        workshop=Workshop(title="T", perspectives=("parent",), salt="s", created=TEN),
        sessions=sessions,
        timelines={"s1": (), "s2": ()},
        participants={key: Participant(id=key, cohort=key.replace("p", "c"), code="p1", perspective="parent") for key in ("p1", "p2")},
        reflections={"r1": said(1, "s1"), "r2": said(2, "s2")},
        codings={
            "k1": Coding(id="k1", reflection="r1", theme="food"),
            "k2": Coding(id="k2", reflection="r2", theme="food"),
            "k3": Coding(id="k3", reflection="r2", theme="fuel"),
            "k4": Coding(id="k4", reflection="r2", theme="fares"),
        },
        themes={key: Theme(id=key, title=key, provisional=key != "fares") for key in ("food", "fuel", "fares", "rent")},
        statements=statements,
        responses={
            key: Response(id=key, statement="t1", perspective="parent", at=TEN, session=key.replace("a", "s")) for key in ("a1", "a2")
        },
    )


def test_all_that_belongs_to_a_rehearsal_alone_is_left_out() -> None:
    """Its remarks and their codings, its people, its answers, and what was made of its remarks; not what others said."""
    left = countable(two_sessions())
    assert [set(each) for each in (left.sessions, left.timelines, left.reflections, left.codings)] == [{"s1"}, {"s1"}, {"r1"}, {"k1"}]
    assert set(left.themes) == {"food", "fares", "rent"}
    assert [set(each) for each in (left.participants, left.responses, left.statements)] == [{"p1"}, {"a1"}, {"t1", "t3"}]


def test_people_who_also_met_in_earnest_stay() -> None:
    """A group that meets again rehearsed with its own stickers."""
    records = two_sessions()
    sessions = {**records.sessions, "s2": replace(records.sessions["s2"], cohort="c1")}
    assert set(countable(replace(records, sessions=sessions)).participants) == {"p1", "p2"}


def test_without_a_rehearsal_the_records_are_the_same() -> None:
    """Nothing is copied."""
    records = two_sessions()
    real = replace(records, sessions={"s1": records.sessions["s1"]})
    assert countable(real) is real
