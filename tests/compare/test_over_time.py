"""The same themes across the sessions of a group: k of n each time, and no trend is claimed."""

from tests.compare.room import Room
from workshop.compare.over_time import NO_TREND, TWO_POINTS, caution_words, over_time, over_time_json, over_time_words
from workshop.model.plan import Activity, Kind

NAMES = {"one": "S1", "two": "S2", "three": "S3"}


def chain(cohort: str = "") -> Room:
    """Parents met in two sessions, practitioners in one; 3 of 6 raised food, then 1 of 5."""
    room = Room()
    room.session("one", "parent", cohort, parent=6)
    room.session("two", "parent", cohort, parent=5)
    room.session("three", "practitioner", practitioner=4)
    room.theme("debt")
    for name, count in (("one", 3), ("two", 1)):
        for who in room.people(6, "parent", cohort or name)[:count]:
            room.says(who, "food", session=name)
    room.says(room.person("r1", "practitioner", "three"), "food", session="three")
    return room


def test_each_session_has_its_own_count_of_its_own_people() -> None:
    """Of the group that met twice, in the order of its sessions; one that met once has nothing to set side by side."""
    (found,) = over_time(chain().records(), {}, ("parent", "practitioner"))
    assert (found.title, found.perspective) == ("food", "parent")
    assert [(point.session, point.count.raised, point.count.could) for point in found.points] == [("one", 3, 6), ("two", 1, 5)]


def test_it_is_said_in_plain_numbers() -> None:
    """Per session, with the unit."""
    (found,) = over_time(chain().records(), {}, ("parent",))
    assert over_time_words(found, NAMES) == "Parents on food: 3 of 6 parents in S1; 1 of 5 parents in S2."
    assert over_time_json(found, NAMES)["in_words"] == over_time_words(found, NAMES)


def test_two_points_are_no_trend_and_neither_are_three() -> None:
    """Both are said as what they are, with whether these were the same people."""
    room = chain("the same")
    (found,) = over_time(room.records(), {}, ("parent",))
    assert caution_words(found) == f"6 parents count in all of them, by the same sticker or a link. {TWO_POINTS}"
    room.session("four", "parent", parent=4)
    room.says(room.person("p1", "parent", "four"), "food", session="four")
    (found,) = over_time(room.records(), {}, ("parent",))
    assert len(found.points) == 3
    assert caution_words(found) == f"No parent is known to have been in all of them: these may be different people. {NO_TREND}"


def test_a_link_by_hand_makes_two_codes_one_person() -> None:
    """Who was in all sessions is known by sticker or by link."""
    room = chain()
    room.link("one/pa1", "two/pa4")
    (found,) = over_time(room.records(), {}, ("parent",))
    assert found.in_all == 1


def test_a_theme_that_nobody_raised_stands_only_where_it_is_asked_for() -> None:
    """As 0 of n in every session; and only the sessions that are asked for are set side by side."""
    room = chain()
    (found,) = over_time(room.records(), {}, ("parent",), {"debt"})
    assert [(point.count.raised, point.count.could) for point in found.points] == [(0, 6), (0, 5)]
    assert over_time(room.records(), {}, ("parent",), (), {"one", "three"}) == ()


def test_a_session_without_an_open_round_is_nothing_to_set_another_beside() -> None:
    """A group that met again only to answer back has no themes over time, unless one is asked for."""
    room = Room()
    room.session("one", "parent", "same", parent=6)
    room.session("two", "parent", "same", parent=5)
    show = Activity(title="What they said", kind=Kind.SHOW, minutes=10, contested=True)
    room.run("two", show)
    for who in room.people(4, "parent", "same"):
        room.says(who, "food", session="one")
        room.prompted(who, session="two")
    assert over_time(room.records(), room.plans, ("parent",)) == ()
    (asked,) = over_time(room.records(), room.plans, ("parent",), {"food"})
    assert [point.count.could for point in asked.points] == [6, 0]
