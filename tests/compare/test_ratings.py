"""Points are counted by group: a person once, the last that they gave, and the gap between the two groups comes first."""

import pytest

from tests.compare.room import Room
from workshop.compare.ratings import Rating, Scales, ratings

SCALES: Scales = {("one", 0): (1, 5)}
BETWEEN = ("parent", "practitioner")


@pytest.fixture
def room() -> Room:
    """A session with two parents and two practitioners."""
    made = Room()
    made.session("one", parent=2, practitioner=2)
    made.people(2, "parent", "one")
    made.people(2, "practitioner", "one")
    return made


def rates(room: Room, who: str | None, theme: str, points: str, *, activity: int = 0, hands: int | None = None) -> None:
    """Somebody, or parents together, give points."""
    perspective = "" if who else "parent"
    room.says(who, theme, session="one", activity=activity, lane=points, hands=hands, perspective=perspective)


def found(room: Room) -> dict[str, Rating]:
    """The ratings by theme, in their order."""
    return {each.theme: each for each in ratings(room.records(), SCALES, BETWEEN)}


def test_groups_furthest_apart_are_first(room: Room) -> None:
    """The gap is the first group's mean less the second's; what only one group rated has none, and is last."""
    for who, door, start in (("pa1", "1", "3"), ("pa2", "2", "3"), ("pr1", "4", "3"), ("pr2", "5", "4")):
        rates(room, f"one/{who}", "Start", start)
        rates(room, f"one/{who}", "Door", door)
    rates(room, "one/pa1", "Alone", "5")
    told = [(each.theme, each.gap) for each in found(room).values()]
    assert told == [("Door", -3.0), ("Start", -0.5), ("Alone", None)]
    assert list(found(room)["Door"].groups) == ["parent", "practitioner"]


def test_who_rates_again_has_changed_their_mind(room: Room) -> None:
    """The last points of a person count, also where the person was linked by hand to another code."""
    rates(room, "one/pa1", "Door", "1")
    rates(room, "one/pa1", "Door", "4")
    rates(room, "one/pa2", "Door", "2")
    assert found(room)["Door"].groups["parent"].counts == {2: 1, 4: 1}
    room.link("one/pa1", "one/pa2")
    assert found(room)["Door"].groups["parent"].counts == {2: 1}


def test_hands_are_so_many_people(room: Room) -> None:
    """What is noted for a group counts the hands that were raised, or one person."""
    rates(room, None, "Door", "2", hands=6)
    rates(room, None, "Door", "5")
    group = found(room)["Door"].groups["parent"]
    assert (group.counts, group.people) == ({2: 6, 5: 1}, 7)
    assert group.mean == pytest.approx(17 / 7)


def test_what_is_off_the_scale_is_left_out(room: Room) -> None:
    """A number beyond its ends, another lane, an activity that rates nothing, the note-taker's own: none are points."""
    for points in ("0", "6", "enabler", ""):
        rates(room, "one/pa1", "Door", points)
    rates(room, "one/pa1", "Door", "3", activity=1)
    room.says(None, "Door", session="one", activity=0, lane="3", perspective="note-taker")
    assert found(room) == {}
