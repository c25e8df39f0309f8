"""Findings in words for people who have not read the method."""

import pytest

from tests.compare.room import Room
from workshop.compare.words import (
    answered_words,
    answers_words,
    at_a_glance,
    contested_words,
    gap_words,
    label_words,
    listed,
    not_compared_words,
    people,
    share,
    share_of,
    steadiness_words,
    strength_words,
)
from workshop.model.comparison import Answers, GroupCount, ThemeFinding


def count(raised: int, could: int, at_most: int | None = None, reflections: int = 0) -> GroupCount:
    return GroupCount(raised=raised, raised_at_most=raised if at_most is None else at_most, could=could, reflections=reflections)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (count(5, 8), "5 of 8 parents"),
        (count(0, 8), "0 of 8 parents"),
        (count(1, 1), "1 of 1 parent"),
        (count(3, 8, at_most=5), "3-5 of 8 parents"),
        (count(0, 0), "no open round"),
        (count(0, 0, reflections=2), "people not counted"),
    ],
)
def test_every_number_has_its_unit(given: GroupCount, expected: str) -> None:
    """How many people of how many, or why there is no number."""
    assert share_of(given, "parent") == expected
    assert expected.startswith(share(given))


@pytest.mark.parametrize(
    ("number", "perspective", "expected"),
    [
        (1, "parent", "1 parent"),
        (0, "parent", "0 parents"),
        (2, "young person", "2 young people"),
        (1, "both", "1 person who is both"),
        (3, "both", "3 people who are both"),
        (1, "other", "1 other person"),
        (2, "other", "2 other people"),
    ],
)
def test_people_are_named_by_their_perspective(number: int, perspective: str, expected: str) -> None:
    """In the number that the count asks for."""
    assert people(number, perspective) == expected


def theme(label: str, **more: str) -> ThemeFinding:
    return ThemeFinding(id="t", theme="food", groups={}, label=label, strength=more.get("strength", ""), leader=more.get("leader"))


@pytest.mark.parametrize(
    ("finding", "label", "strength"),
    [
        (theme("parent-led", strength="clear", leader="parent"), "raised more by parents", "a clear difference"),
        (theme("parent-led", strength="leaning", leader="parent"), "perhaps raised more by parents: read the quotes", ""),
        (theme("shared"), "shared", ""),
        (theme("shared (confirmed)"), "shared, confirmed when shown", ""),
        (theme("one voice"), "raised by one person", ""),
    ],
)
def test_labels_in_words(finding: ThemeFinding, label: str, strength: str) -> None:
    """Nobody is said to lead; a leaning label is a reason to read."""
    assert (label_words(finding), strength_words(finding)) == (label, strength)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((3, 15), "fewer than 4 parents"),
        ((3, 2), "fewer than 4 parents and practitioners"),
        ((0, 15), "no open round for parents"),
        ((0, 2), "no open round for parents"),
        ((8, 15), ""),
    ],
)
def test_what_is_not_compared_says_why(counts: tuple[int, int], expected: str) -> None:
    """Too few people, or none who had the chance; nothing where it is compared."""
    room = Room()
    parents, practitioners = counts
    room.session("s", parent=parents, practitioner=practitioners)
    room.says(None, "food", perspective="other", session="s")
    comparison = room.compare()
    assert not_compared_words(comparison.themes[0], comparison) == expected


def test_small_words() -> None:
    """Steadiness, contested points, gaps and lists."""
    assert (steadiness_words(True), steadiness_words(False)) == ("could change with one person", "steady")
    assert [contested_words(number) for number in (0, 1, 2)] == ["", "1 contested point", "2 contested points"]
    assert [gap_words(gap) for gap in (None, 0.558, -0.01, 0.001)] == ["", "+56 points", "-1 point", "no gap"]
    assert [listed(parts) for parts in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (Answers(agree=1, partly=1, disagree=6), "6 of 8 parents disagreed"),
        (Answers(partly=4, disagree=1), "4 of 5 parents agreed in part"),
        (Answers(unsure=3, agree=1), "3 of 4 parents were unsure"),
        (Answers(agree=4, disagree=4), "4 of 8 parents agreed and 4 disagreed"),
        (Answers(agree=1), "1 of 1 parent agreed"),
        (Answers(unsure=1), "1 of 1 parent was unsure"),
        (Answers(), "parents were not asked"),
    ],
)
def test_what_most_answered(answers: Answers, expected: str) -> None:
    """In people, and of those asked; a tie says both."""
    assert answered_words(answers, "parent") == expected


def test_all_answers() -> None:
    """Zeros are printed: they are answers too."""
    assert answers_words(Answers(agree=1, disagree=6)) == "agree 1 | partly 0 | disagree 6 | unsure 0 of 7 asked"


def test_at_a_glance() -> None:
    """Labels in the report's order with their numbers; what is only leaning is not said as a finding."""
    room = Room()
    assert at_a_glance(room.compare()) == "No themes yet"
    room.session("s", parent=8, practitioner=15)
    parents, practitioners = room.people(8, "parent", "s"), room.people(15, "practitioner", "s")
    for title, a, b in (("food", 6, 9), ("debt", 5, 6), ("buses", 7, 1), ("forms", 0, 5), ("work", 1, 1), ("pets", 1, 1), ("heat", 1, 0)):
        for who in (*parents[:a], *practitioners[:b]):
            room.says(who, title, session="s")
    room.statement("claim", "practitioner", "food")
    room.hands("parent", "claim", 1, 1, 6, 0, session="s")
    assert at_a_glance(room.compare()) == (
        "7 themes: 2 shared (1 with a contested point), 1 raised more by parents, "
        "2 raised by a few, 1 raised by one person, 1 too close to say"
    )
