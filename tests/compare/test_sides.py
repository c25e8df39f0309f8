"""One perspective in two places or times: each side is a perspective of its own, and whoever was on both is a person of each."""

from dataclasses import replace

import pytest

from tests.compare.room import Room, by_title
from workshop.compare.comparison import compare
from workshop.compare.sides import Side, Sides, check_apart, divided, exploratory_words, in_both_words
from workshop.errors import WorkshopError
from workshop.model.comparison import Comparison
from workshop.model.perspective import plural_of

AYR = Side("parent", "Ayr", frozenset({"one"}))
IRVINE = Side("parent", "Irvine", frozenset({"two"}))
MAIN = ("parent", "practitioner")


def two_places(cohort: str = "") -> Room:
    """Parents in two sessions, of one cohort if it is named; practitioners sat in the second."""
    room = Room()
    room.session("one", "parent", cohort, parent=6)
    room.session("two", "mixed", cohort, parent=5, practitioner=4)
    room.session("three", "parent", cohort, parent=4)
    here, there = (room.people(6, "parent", cohort or name) for name in ("one", "two"))
    for who in here[:5]:
        room.says(who, "food", session="one")
    room.says(there[0], "food", session="two")
    room.says(None, "buses", perspective="practitioner", session="two")
    return room


def between(room: Room, sides: Sides = (AYR, IRVINE)) -> Comparison:
    """The comparison of two sides."""
    return compare(divided(room.records(), sides), (sides[0].name, sides[1].name), plans=room.plans)


def test_each_side_is_counted_as_a_perspective_of_its_own() -> None:
    """With the people of its sessions; others who sat there stay what they are, and other sessions are left out."""
    found = between(two_places())
    assert found.between == ("parent@Ayr", "parent@Irvine")
    food = by_title(found)["food"]
    assert (food.label, food.leader) == ("parent@Ayr-led", "parent@Ayr")
    assert {group: (count.raised, count.could) for group, count in food.groups.items()} == {
        "parent@Ayr": (5, 6),
        "parent@Irvine": (1, 5),
        "practitioner": (0, 4),
    }
    assert found.confounded


def test_a_cohort_that_met_in_both_is_counted_on_both() -> None:
    """The same stickers are people of each side, where they spoke; and that they were on both is said."""
    room = two_places("the same")
    food = by_title(between(room))["food"]
    assert {group: (count.raised, count.could) for group, count in food.groups.items() if "@" in group} == {
        "parent@Ayr": (5, 6),
        "parent@Irvine": (1, 5),
    }
    assert in_both_words(room.records(), (AYR, IRVINE)).startswith("6 parents count on both sides")
    room.was_in("the same/pa1", "two")
    assert in_both_words(room.records(), (AYR, IRVINE)).startswith("5 parents count")


def test_who_is_linked_by_hand_was_on_both_sides() -> None:
    """Nobody else is known to have been."""
    room = two_places()
    assert in_both_words(room.records(), (AYR, IRVINE)) == ""
    room.link("one/pa1", "two/pa2")
    assert in_both_words(room.records(), (AYR, IRVINE)).startswith("1 parent counts on both sides")
    room.link("one/pa1", "one/pa2")
    assert by_title(between(room))["food"].groups["parent@Ayr"].raised == 4


def test_statements_belong_to_the_side_that_their_remarks_come_from() -> None:
    """So that the other side's answers to them contest them; one that is made from nothing is of neither."""
    room = two_places("the same")
    said = next(iter(room.reflections))
    for name, sources in (("of Ayr", (said,)), ("of nobody", ())):
        room.statement(name, "parent", "food")
        room.statements[name] = replace(room.statements[name], sources=sources)
        room.all_answer([f"the same/pa{number}" for number in range(1, 6)], name, 0, 0, 5, 0, session="two")
    of_ayr, of_nobody = between(room).statements
    assert (of_ayr.made_by, of_ayr.contested, of_ayr.answers["parent@Irvine"].disagree) == ("parent@Ayr", True, 5)
    assert (of_nobody.made_by, of_nobody.contested) == ("parent", False)


def test_swapping_the_sides_mirrors_the_labels() -> None:
    """And the sides in one order or the other count the same people."""
    room = two_places("the same")
    there, back = between(room), between(room, (IRVINE, AYR))
    for title, one in by_title(there).items():
        other = by_title(back)[title]
        assert (one.label, one.strength, one.leader, one.fragile) == (other.label, other.strength, other.leader, other.fragile)
        assert one.groups == other.groups


def test_sides_that_are_everywhere_divide_nothing() -> None:
    """The records are the very same."""
    records = two_places().records()
    assert divided(records, (Side("parent"), Side("practitioner"))) is records


def test_one_side_may_be_everywhere() -> None:
    """Parents of one session against all practitioners, with whom some of them sat."""
    found = between(two_places(), (IRVINE, Side("practitioner")))
    assert {group: count.could for group, count in by_title(found)["food"].groups.items()} == {
        "parent@Irvine": 5,
        "practitioner": 4,
        "parent": 6,
    }
    assert not found.confounded


@pytest.mark.parametrize("other", [Side("parent", "Ayr again", frozenset({"one", "two"})), Side("parent")])
def test_nobody_is_compared_with_themselves(other: Side) -> None:
    """Two sides of one perspective share no session."""
    with pytest.raises(WorkshopError, match="share a session"):
        check_apart((AYR, other), ["one", "two"])


def test_what_the_workshop_was_not_set_up_for_is_exploratory() -> None:
    """Its own two perspectives, in either order, are not; other perspectives, places and times are, each for its reason."""
    assert exploratory_words((Side("parent"), Side("practitioner")), MAIN) == ""
    assert exploratory_words((Side("practitioner"), Side("parent")), MAIN) == ""
    assert "set up to compare parents and practitioners" in exploratory_words((Side("parent"), Side("both")), MAIN)
    assert "parents in two places or at two times" in exploratory_words((AYR, IRVINE), MAIN)
    assert "some of the sessions only" in exploratory_words((AYR, Side("practitioner")), MAIN)


def test_a_side_is_called_as_people_would() -> None:
    """In the plural too."""
    assert plural_of("parent@Ayr") == "parents in Ayr"
    assert plural_of("young person@2026-05") == "young people in 2026-05"
