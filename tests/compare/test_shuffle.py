"""The shuffle check."""

from dataclasses import replace
from itertools import combinations
from math import comb

import pytest

from tests.compare.room import Room
from workshop.compare.salience import salience
from workshop.compare.shuffle import ClearCount, Crowd, shuffle_check, shuffle_line, shuffle_words
from workshop.compare.tally import Tally
from workshop.model.comparison import Shuffled, Thresholds
from workshop.model.plan import Activity, Kind

BETWEEN = ("parent", "practitioner")


def room_of(*themes: tuple[int, int], parents: int = 8, practitioners: int = 15) -> Room:
    """Themes raised by so many parents and practitioners of one session."""
    room = Room()
    room.session("s", parent=parents, practitioner=practitioners)
    ours, theirs = room.people(parents, "parent", "s"), room.people(practitioners, "practitioner", "s")
    for number, (a, b) in enumerate(themes):
        for who in (*ours[:a], *theirs[:b]):
            room.says(who, f"theme {number}", session="s")
    return room


def test_every_split_of_4_and_4_people() -> None:
    """A theme raised by 4 of 8 is clear in 2 of the 70 ways to deal the perspectives, clear or leaning in 34."""
    room = room_of((4, 0), parents=4, practitioners=4)
    crowd = Crowd(Tally(room.records(), {}), ("theme 0",), BETWEEN)
    ((members, size),) = crowd.cohorts
    deals = [sum(hand) for hand in combinations(members, size)]
    clear = ClearCount(crowd, Thresholds())
    assert (len(deals), sum(clear.count(deal) for deal in deals)) == (70, 2)
    led = [bool(salience(a, 4, 4 - a, 4, Thresholds()).strength) * comb(4, a) ** 2 for a in range(5)]
    assert sum(led) == 34


def test_every_placing_of_5_raisers_among_8_and_15() -> None:
    """Clear in 1,106 of 33,649."""
    clear = [comb(8, a) * comb(15, 5 - a) for a in range(6) if salience(a, 8, 5 - a, 15, Thresholds()).strength == "clear"]
    assert (sum(clear), comb(23, 5)) == (1_106, 33_649)


def test_shuffling_gives_as_many_clear_differences_as_chance() -> None:
    """Of 33,649 placings 1,106 are clear, so about 66 of 2,000 shuffles are; the same seed gives the same shuffles."""
    room = room_of((5, 0))
    found = shuffle_check(room.records())
    assert found == shuffle_check(room.records())
    assert found
    assert (found.clear, found.low, found.high) == (1, 0, 1)
    assert found.as_many == pytest.approx(66, abs=30)
    assert found != shuffle_check(room.records(), seed=1)


def test_the_differences_counted_are_those_of_the_comparison() -> None:
    """The people who were counted and never known are there to be shuffled too."""
    room = room_of((8, 0), (7, 4), (6, 9), (0, 6), (0, 0))
    room.session("s", parent=9, practitioner=15)
    found = shuffle_check(room.records())
    clear = [one for one in room.compare().themes if one.strength == "clear"]
    assert found
    assert found.clear == len(clear) == 3


def test_perspectives_are_dealt_among_those_who_sat_together() -> None:
    """Where one of two sessions had parents only, its people stay parents in every shuffle."""
    room = room_of((4, 4), parents=4, practitioners=4)
    room.session("apart", parent=4)
    for who in room.people(4, "parent", "apart"):
        room.says(who, "theme 0", session="apart")
    crowd = Crowd(Tally(room.records(), {}), ("theme 0",), BETWEEN)
    assert [(len(members), parents) for members, parents in crowd.cohorts] == [(4, 4), (8, 4)]


def test_groups_that_never_sat_together_are_not_shuffled() -> None:
    """The shuffle would test the sessions; the confounding sentence says so instead."""
    room = Room()
    for name, group in (("one", "parent"), ("two", "practitioner")):
        room.session(name, group, present={group: 8})
        room.says(room.person("x1", group, name), "food", session=name)
    assert shuffle_check(room.records()) is None


def test_a_theme_in_play_for_some_counts_only_those_who_had_the_chance() -> None:
    """Of two sessions with both groups, one talked of food: its 8 people alone are its denominators."""
    room = Room()
    for name, theme in (("one", "food"), ("two", "bus")):
        room.session(name, parent=4, practitioner=4)
        room.says(room.person("p1", "parent", name), theme, session=name)
    crowd = Crowd(Tally(room.records(), {}), ("bus", "food"), BETWEEN)
    assert [theme.could.bit_count() for theme in crowd.themes] == [16, 16]
    room.reflections.popitem()
    crowd = Crowd(Tally(room.records(), {}), ("bus", "food"), BETWEEN)
    assert [theme.could.bit_count() for theme in crowd.themes] == [8, 8]


def test_the_line_of_the_report() -> None:
    """In words; a range of one number is that number."""
    found = Shuffled(clear=4, low=0, high=2, as_many=3, shuffles=2000)
    assert shuffle_words(found, "parent") == "4 clear differences; if it were drawn by lot who is a parent, there would be 0 to 2"
    found = Shuffled(clear=1, low=0, high=0, as_many=3, shuffles=2000)
    assert shuffle_words(found, "parent") == "1 clear difference; if it were drawn by lot who is a parent, there would be none"
    assert shuffle_words(found, "other").endswith("who is an other person, there would be none")


def test_the_line_stands_where_the_check_was_done_and_something_is_compared() -> None:
    """Nothing is said of a check that was not done, nor of no comparison."""
    found = Shuffled(clear=1, low=0, high=1, as_many=66, shuffles=2000)
    comparison = room_of((5, 0)).compare()
    assert shuffle_line(comparison) == ""
    assert (
        shuffle_line(replace(comparison, shuffled=found))
        == "1 clear difference; if it were drawn by lot who is a parent, there would be 0 to 1."
    )
    few = room_of((3, 0), parents=3).compare()
    assert shuffle_line(replace(few, shuffled=found)) == ""


def test_who_is_linked_or_was_away_is_shuffled_as_they_are_counted() -> None:
    """A person with two codes is dealt once, and who missed the open part is among nobody who could have raised anything."""
    room = room_of((3, 1), parents=4, practitioners=4)
    room.session("later", parent=4, practitioner=4)
    room.says(room.person("p1", "parent", "later"), "theme 0", session="later")
    before = Crowd(Tally(room.records(), room.plans), ("theme 0",), BETWEEN).themes[0]
    room.link("s/pa1", "later/p1")
    linked = Crowd(Tally(room.records(), room.plans), ("theme 0",), BETWEEN).themes[0]
    assert (before.raised.bit_count(), before.could.bit_count()) == (5, 16)
    assert (linked.raised.bit_count(), linked.could.bit_count()) == (4, 15)
    room.run("s", Activity(title="Talk", kind=Kind.OPEN, minutes=10), Activity(title="Show", kind=Kind.SHOW, minutes=10))
    room.reflections = {key: replace(each, activity=0 if each.session == "s" else None) for key, each in room.reflections.items()}
    room.was_in("s/pa4", "s", 1)
    away = Crowd(Tally(room.records(), room.plans), ("theme 0",), BETWEEN).themes[0]
    assert (away.raised.bit_count(), away.could.bit_count()) == (4, 14)
