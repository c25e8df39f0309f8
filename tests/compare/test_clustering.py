"""What a gap is worth if people in one room influence each other."""

from dataclasses import replace

import pytest

from tests.compare.room import Room
from workshop.compare.clustering import clustered_interval, clustering_words, effective_people


@pytest.mark.parametrize(
    ("people", "size", "rho", "expected"), [(8, 8, 0.2, 10 / 3), (8, 1, 0.2, 8), (8, 8, 0, 8), (8, 8, 1, 1), (8, 4, 0.2, 5), (0, 8, 0.2, 0)]
)
def test_the_people_that_a_room_is_worth(people: int, size: int, rho: float, expected: float) -> None:
    """8 parents in one room carry about 3.3 people's worth, in 8 interviews all 8."""
    assert effective_people(people, size, rho) == pytest.approx(expected)


def rooms() -> Room:
    """5 of 8 parents of one session and 1 of 15 practitioners of two sessions raised food."""
    room = Room()
    for name, group, present, raised in (("a", "parent", 8, 5), ("b", "practitioner", 8, 1), ("c", "practitioner", 7, 0)):
        room.session(name, group, present={group: present})
        people = room.people(present, group, name)
        room.says(people[-1], "bus", session=name)
        for who in people[:raised]:
            room.says(who, "food", session=name)
    return room


def test_a_clear_gap_may_be_none_if_people_in_a_room_are_alike() -> None:
    """It goes from +16 to +80 points to -1 to +86."""
    comparison = rooms().compare()
    (food,) = (one for one in comparison.themes if one.theme == "food")
    assert food.interval
    assert tuple(round(100 * end) for end in food.interval) == (16, 80)
    assert tuple(round(100 * end) for end in clustered_interval(food, comparison) or ()) == (-1, 86)
    assert clustered_interval(food, comparison, rho=0) == pytest.approx(food.interval)


def test_the_mean_size_of_a_session_is_that_of_each_perspective() -> None:
    """Who was imported without a session sat in no room; imported sessions are rooms; a cohort that meets again is one."""
    room = rooms()
    assert room.compare().session_size == {"parent": 8, "practitioner": 7.5}
    room.people(4, "parent")
    assert room.compare().session_size["parent"] == pytest.approx(12 / 5)
    for name in ("d", "e"):
        room.sessions[name] = replace(room.session(name, cohort="import"), imported=True)
    assert room.compare().session_size["parent"] == pytest.approx(12 / 3)
    room.session("f", cohort="a")
    assert room.compare().session_size["parent"] == pytest.approx(12 / 3)
    assert Room().compare().session_size == {"parent": 1, "practitioner": 1}


def test_a_theme_that_is_not_compared_has_no_interval() -> None:
    """As it has none without clustering."""
    room = Room()
    room.says(None, "food", perspective="parent")
    comparison = room.compare()
    assert clustered_interval(comparison.themes[0], comparison) is None


def test_the_line_says_what_everybody_is_worth_and_which_clear_differences_stay() -> None:
    """One is said as one; where nothing is compared, or nobody sat together, there is nothing to say."""
    room = Room()
    room.session("s", parent=8, practitioner=8)
    parents = room.people(8, "parent", "s")
    for who in parents[:5]:
        room.says(who, "food", session="s")
    comparison = room.compare()
    assert clustering_words(comparison) == (
        "If people in a room influence each other (alike by 0.2, an assumption), 8 parents count for about 3.3 and "
        "8 practitioners for about 3.3. Then the clear difference would no longer be clear."
    )
    assert clustering_words(comparison, rho=0.0).endswith(". Then the clear difference would still be clear.")
    for who in parents:
        room.says(who, "debt", session="s")
    assert clustering_words(room.compare()).endswith(". Then 1 of the 2 clear differences would still be clear.")
    assert clustering_words(Room().compare()) == ""
    alone = Room()
    for who in (*alone.people(8, "parent"), *alone.people(8, "practitioner")):
        alone.says(who, "food")
    assert clustering_words(alone.compare()) == ""
