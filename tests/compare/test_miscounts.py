"""More hands than people: the numbers can't be right, so nothing is found by them, and what to do about it is said."""

from dataclasses import replace
from typing import Any

import pytest

from tests.compare.room import Room
from workshop.compare.as_json import comparison_json
from workshop.compare.polis import measures
from workshop.compare.why import why
from workshop.model.comparison import MISCOUNTED, Miscount, StatementFinding
from workshop.model.plan import Activity, Kind


def shown(here: int, *hands: int) -> Room:
    """A claim of practitioners, put to so many parents, of whom so many hands were counted."""
    room = Room()
    room.session("s", "parent", parent=here)
    room.run("s", Activity(title="What they said", kind=Kind.SHOW, minutes=9))
    room.theme("Food")
    room.statement("claim", "practitioner", "Food")
    room.hands("parent", "claim", *hands, session="s")
    return room


def only(room: Room) -> StatementFinding:
    (found,) = room.compare().statements
    return found


def test_hands_that_can_t_be_are_no_finding() -> None:
    """36 hands of 7 parents who disagree contest nothing, hold nothing, and change nothing of the theme."""
    room = shown(7, 0, 0, 36, 0)
    room.says(room.person("r1", "practitioner", "t"), "Food", session="t")
    comparison = room.compare()
    (found,) = comparison.statements
    assert (found.label["parent"], found.contested, found.contested_by, found.fragile["parent"]) == (MISCOUNTED, False, (), False)
    assert found.miscounted == {"parent": Miscount(hands=36, here=7)}
    (theme,) = comparison.themes
    assert (theme.contested, theme.label, theme.fragile) == (0, "not compared", False)
    assert measures(comparison) == ()


@pytest.mark.parametrize(("here", "label"), [(7, MISCOUNTED), (8, "challenged"), (0, "challenged")])
def test_as_many_hands_as_people_can_be(here: int, label: str) -> None:
    """And where nobody was counted there is nothing to hold them against."""
    assert only(shown(here, 0, 0, 8, 0)).label["parent"] == label


def test_who_is_known_beyond_the_head_count_was_there_too() -> None:
    """Nine stickers of seven who were counted: it may be the count that is wrong, and eight hands can be."""
    room = shown(7, 0, 0, 8, 0)
    room.people(9, "parent", "s")
    assert only(room).label["parent"] == "challenged"


def test_where_nobody_was_counted_it_is_a_doubt_alone() -> None:
    """Those known by a code are seldom all who were there: the answers are compared, and a note says what is not known."""
    room = shown(0, 0, 0, 8, 0)
    room.people(3, "parent", "s")
    found = room.compare()
    assert found.statements[0].contested
    assert "More hands were counted (8) than parents are known by a code (3), and nobody noted how many were here." in found.notes


def test_one_group_that_can_t_be_spoils_the_sum() -> None:
    """Tuesday's hands are right and Thursday's are not: together they are not compared."""
    room = shown(8, 1, 1, 6, 0)
    room.session("thursday", "parent", parent=5)
    room.hands("parent", "claim", 0, 0, 9, 0, session="thursday")
    assert only(room).miscounted == {"parent": Miscount(hands=9, here=5)}


def test_a_new_show_of_hands_puts_it_right() -> None:
    """As the cure says."""
    room = shown(7, 0, 0, 36, 0)
    room.hands("parent", "claim", 0, 0, 6, 1, session="s")
    found = only(room)
    assert (found.label["parent"], found.contested, found.miscounted) == ("challenged", True, {})


def test_what_people_disputed_by_themselves_stays_contested() -> None:
    """A wrong count of hands takes nothing from what two people said in the open round."""
    room = shown(7, 0, 0, 36, 0)
    for who in room.people(2, "parent", "s"):
        room.says(who, statement="claim", kinds=("disagree",), session="s")
    found = only(room)
    assert (found.contested, found.label["parent"]) == (True, MISCOUNTED)


def test_why_says_what_is_wrong_and_what_to_do() -> None:
    """Of hands, and of what makers answered back."""
    room = shown(7, 0, 0, 36, 0)
    assert why(only(room), room.compare())[0] == (
        "Parents: agree 0 | partly 0 | disagree 36 | unsure 0 of 36 asked. Not comparable: too many hands. "
        "36 hands were counted where 7 parents were here: that can't be right. Take the hands again, or put right how many were here."
    )


def test_what_was_answered_back_can_be_miscounted_too() -> None:
    """It has no label, so the note and the reasons say it."""
    room = shown(7, 0, 0, 6, 0)
    room.session("back", "practitioner", practitioner=4)
    given = room.hands("practitioner", "claim", 9, 0, 0, 0, session="back")
    room.responses[given.id] = replace(given, back=True)
    comparison = room.compare()
    assert comparison.statements[0].back_miscounted == Miscount(hands=9, here=4)
    assert "9 hands were counted where 4 practitioners were here: that can't be right." in " ".join(
        why(comparison.statements[0], comparison)
    )
    assert any("what they answered to T1 is not compared" in note for note in comparison.notes)


def test_machines_get_both_numbers() -> None:
    """By group."""
    told: dict[str, Any] = comparison_json(shown(7, 0, 0, 36, 0).compare())
    (statement,) = told["statements"]
    assert statement["miscounted"] == {"parent": {"hands": 36, "here": 7}}
