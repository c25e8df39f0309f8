"""P-values for the CSV."""

import pytest

from tests.compare.room import Room
from workshop.compare.exact import mid_p
from workshop.compare.p_values import p_values


def test_themes_that_are_compared_have_a_mid_p_and_a_q_value() -> None:
    """Where notes name no one the count is open, and such a theme has neither."""
    room = Room()
    room.session("s", parent=8, practitioner=15)
    parents, practitioners = room.people(8, "parent", "s"), room.people(15, "practitioner", "s")
    for title, a, b in (("buses", 7, 1), ("debt", 5, 6), ("open", 6, 1)):
        for who in (*parents[:a], *practitioners[:b]):
            room.says(who, title, session="s")
    room.says(None, "open", perspective="parent", session="s")
    found = {room.themes[theme].title: value for theme, value in p_values(room.compare()).items()}
    assert set(found) == {"buses", "debt"}
    assert found["buses"].mid_p == mid_p(7, 8, 1, 15)
    assert found["buses"].q == pytest.approx(2 * found["buses"].mid_p)
    assert found["debt"].q == found["debt"].mid_p


def test_nothing_compared_is_nothing() -> None:
    """And no error."""
    assert p_values(Room().compare()) == {}
