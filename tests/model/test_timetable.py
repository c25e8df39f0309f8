"""A plan's timetable: its times, what can't be moved, and what there has to be."""

from datetime import time

import pytest

from workshop.model.plan import Activity, Kind, Plan
from workshop.model.timetable import needs, timetable


def activity(title: str, minutes: float, **more: object) -> Activity:
    """An activity of this length."""
    return Activity(title=title, kind=Kind.OPEN, minutes=minutes, **more)  # type: ignore[arg-type]  # fields of Activity, by name


def plan(*activities: Activity, **more: object) -> Plan:
    """A plan of these."""
    return Plan(name="p", title="P", activities=activities, **more)  # type: ignore[arg-type]  # likewise


def test_times_of_day_from_a_start() -> None:
    """Each activity begins where the one before ends; past midnight too."""
    table = timetable(plan(activity("a", 10), activity("b", 12.5), activity("c", 90)), time(23, 30))
    assert [(slot.number, slot.begins, slot.ends) for slot in table.slots] == [
        (1, "23:30", "23:40"),
        (2, "23:40", "23:52"),
        (3, "23:52", "01:22"),
    ]
    assert (table.ends, table.timed) == ("01:22", True)


def test_without_a_start_times_count_from_the_beginning() -> None:
    """Hours and minutes from 0:00, where neither the call nor the first activity says when it begins."""
    table = timetable(plan(activity("a", 70), activity("b", 5, starts_at="14:00")))
    assert [slot.begins for slot in table.slots] == ["0:00", "1:10"]
    assert (table.ends, table.timed) == ("1:15", False)
    assert table.slots[1].fixed == ("begins at 14:00 and not before",)


def test_a_locked_start_is_waited_for() -> None:
    """As the clock does it; the first activity's own start is the session's."""
    table = timetable(plan(activity("a", 30, starts_at="09:00"), activity("b", 5, starts_at="10:00"), activity("c", 5)))
    assert [slot.begins for slot in table.slots] == ["09:00", "10:00", "10:05"]
    assert timetable(table.plan, time(9, 45)).slots[1].begins == "10:15", "one that has begun too late for it begins when it can"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"ends_by": "14:45"}, "ends by 14:45 whatever happens"),
        ({"protected": True, "minimum": 5}, "keeps its full length"),
        ({"optional": True}, "can be left out"),
        ({"minimum": 7.5}, "7.5 min at least"),
        ({"turns": 2}, "2 min a turn"),
    ],
)
def test_what_can_not_be_moved_is_said(given: dict[str, object], said: str) -> None:
    """Each in words, and nothing else."""
    (slot,) = timetable(plan(activity("a", 10, **given))).slots
    assert slot.fixed == (said,)


def test_what_there_has_to_be() -> None:
    """What the plan names, and what the form of an activity asks for; for the whole each once."""
    one = activity("a", 5, materials=("pens",), lanes=("helps", "hinders"), dots=1, pictures=("a table",), statements=("So it is.",))
    assert needs(one) == (
        "pens",
        "a picture: a table",
        "a large sheet for each of: helps, hinders",
        "a dot for each person",
        "the statements, in large print",
    )
    assert needs(activity("b", 5, dots=3)) == ("3 dots for each person",)
    assert timetable(plan(one, activity("c", 5, materials=("pens",)), materials=("stickers", "pens"))).brings[:2] == ("stickers", "pens")
    assert len(timetable(plan(one, one)).brings) == 5


def test_what_was_learned_stands_beside_the_activity_of_that_title() -> None:
    """By title, as plans change their order."""
    table = timetable(plan(activity("a", 5), activity("b", 5)), learned={"b": "took 9 min the last time"})
    assert [slot.learned for slot in table.slots] == ["", "took 9 min the last time"]
