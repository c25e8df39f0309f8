"""What each group put first: ranks and people side by side, and how alike that is."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.conftest import Anchors
from tests.compare.published import rbo_ext
from tests.compare.room import Room
from workshop.compare.priorities import P, ranked, rbo_of_ranks
from workshop.compare.words import alike_words, given_words, order_words, place_words
from workshop.model.plan import Activity, Kind
from workshop.model.priorities import Priorities
from workshop.model.records import VoteKind

PARENT, PRACTITIONER = "parent", "practitioner"
THEMES = ("Buses", "Damp", "Forms", "Play", "School", "Work")
DOTS = Activity(title="Dots", kind=Kind.VOTE, minutes=5, dots=3)


def only(room: Room) -> Priorities:
    """The one kind of vote that there was."""
    (found,) = room.compare().priorities
    return found


def ranks(found: Priorities, group: str) -> Mapping[str, int | None]:
    return {each.theme: each.groups[group].rank for each in found.themes}


def test_people_are_counted_and_dots_are_ranked() -> None:
    """Three dots of one person make a theme first and are still one person."""
    room = Room()
    one, two, three = room.people(3, PARENT)
    room.gives(one, {"Buses": 3})
    room.gives(two, {"Damp": 1, "Forms": 1})
    room.gives(three, {"Damp": 1})
    found = only(room)
    assert ranks(found, PARENT) == {"Buses": 1, "Damp": 2, "Forms": 3}
    buses = next(each for each in found.themes if each.theme == "Buses").groups[PARENT]
    assert (buses.points, buses.gave, buses.gave_at_most, found.voted[PARENT]) == (3, 1, 1, 3)
    assert given_words(buses, found.kind, 3) == "1st, 3 dots from 1 of 3"


def test_themes_stand_in_the_first_group_s_order_and_the_next_one_s_where_that_is_equal() -> None:
    """Forms is last with parents however much practitioners gave to it; of Damp and Buses, equal with parents, they put Buses first."""
    room = Room()
    room.gives(PARENT, {"Forms": 1, "Damp": 4, "Buses": 4, "Play": 7}, session="s")
    room.gives(PRACTITIONER, {"Forms": 9, "Damp": 1, "Buses": 2}, session="s")
    assert [each.theme for each in only(room).themes] == ["Play", "Buses", "Damp", "Forms"]


def test_a_group_that_gave_nothing_orders_nothing() -> None:
    """Where parents did not vote the order is that of practitioners."""
    room = Room()
    room.gives(PRACTITIONER, {"Forms": 1, "Damp": 4}, session="s")
    assert [each.theme for each in only(room).themes] == ["Damp", "Forms"]


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ([], "Nobody gave anything."),
        ([PARENT], "Ordered by the ranks of parents."),
        ([PARENT, PRACTITIONER], "Ordered by the ranks of parents; where those are equal, by those of practitioners."),
        (
            [PARENT, PRACTITIONER, "both"],
            "Ordered by the ranks of parents; where those are equal, by those of practitioners, then of people who are both.",
        ),
    ],
)
def test_the_order_is_said(groups: list[str], words: str) -> None:
    """By whose ranks, of the groups that gave anything."""
    assert order_words(groups) == words


def test_the_reference_value_of_tau_comes_through_the_whole_comparison(anchors: Anchors) -> None:
    """Dots counted for two groups in the published ranking's numbers give its tau-b."""
    (anchor,) = anchors["tau_b"]
    room = Room()
    room.session("first", PARENT, parent=20)
    room.session("second", PRACTITIONER, practitioner=20)
    for session, group, amounts in (("first", PARENT, anchor.args[0]), ("second", PRACTITIONER, anchor.args[1])):
        room.gives(group, dict(zip(THEMES, amounts, strict=False)), session=session)
    assert only(room).tau_b == pytest.approx(anchor.expected, abs=anchor.tolerance)


def test_the_reference_value_of_rbo_is_that_of_ranks(anchors: Anchors) -> None:
    """The published pair of lists has its value as ranks too; in a comparison p is 0.8."""
    (anchor,) = anchors["rbo_ext"]
    first, second, p = anchor.args
    places, others = ([each.index(letter) + 1 for letter in first] for each in (first, second))
    assert rbo_of_ranks(places, others, p) == pytest.approx(anchor.expected, abs=anchor.tolerance)
    room = Room()
    room.session("first", PARENT, parent=20)
    room.session("second", PRACTITIONER, practitioner=20)
    for session, group, order in (("first", PARENT, first), ("second", PRACTITIONER, second)):
        room.gives(group, {theme: place for place, theme in enumerate(order, 1)}, VoteKind.RANK, session=session)
    assert only(room).rbo == pytest.approx(rbo_ext(first, second, P))


def test_more_dots_than_people_have_make_no_more_people() -> None:
    """A slip of the pen: the dots stand as they were noted, and nobody is counted who was not there."""
    room = Room()
    room.session("first", PARENT, parent=8)
    room.run("first", DOTS)
    room.gives(PARENT, {"Buses": 99, "Damp": 3}, session="first")
    found = only(room)
    buses = next(each for each in found.themes if each.theme == "Buses").groups[PARENT]
    assert (buses.points, buses.gave, buses.gave_at_most, found.voted[PARENT]) == (99, 8, 8, 8)


@given(st.permutations(range(7)), st.permutations(range(7)), st.floats(0.1, 0.95))
def test_without_ties_ranks_give_what_lists_give(first: list[int], second: list[int], p: float) -> None:
    """The reading with ties is the published one wherever there are none."""
    places, others = ([each.index(thing) + 1 for thing in range(7)] for each in (first, second))
    assert rbo_of_ranks(places, others, p) == pytest.approx(rbo_ext(first, second, p))


@pytest.mark.parametrize(("themes", "told"), [(4, False), (5, True)])
def test_how_alike_is_said_from_five_themes_up(themes: int, told: bool) -> None:
    """With four themes the ranks are there and a sentence says why no figure is."""
    room = Room()
    for group in (PARENT, PRACTITIONER):
        room.gives(group, {theme: place for place, theme in enumerate(THEMES[:themes], 1)}, session="s")
    found = only(room)
    assert (found.tau_b is not None, found.rbo is not None) == (told, told)
    assert ranks(found, PARENT)["Buses"] == themes
    assert alike_words(found).startswith("How alike the two orders are: tau-b +1.00" if told else "With fewer than 5 themes")


def test_nothing_is_said_where_one_group_has_not_voted() -> None:
    """One group's ranks stand alone: nobody is called unlike those who were never asked."""
    room = Room()
    room.gives(PARENT, dict.fromkeys(THEMES, 1), session="s")
    found = only(room)
    assert (found.tau_b, found.rbo, alike_words(found)) == (None, None, "")
    assert set(ranks(found, PRACTITIONER).values()) == {None}


def test_a_count_for_a_group_is_a_range_of_people() -> None:
    """With three dots each, 7 dots are of 3 people at least and of 7 at most, and never of more than are here."""
    room = Room()
    room.session("s", PARENT, parent=6)
    room.run("s", DOTS)
    room.gives(PARENT, {"Buses": 7, "Damp": 2}, session="s")
    found = {each.theme: each.groups[PARENT] for each in only(room).themes}
    assert (found["Buses"].gave, found["Buses"].gave_at_most) == (3, 6)
    assert given_words(found["Damp"], VoteKind.DOTS, 6) == "2nd, 2 dots from 1-2 of 6"


def test_hands_are_people_and_a_group_s_budget_is_nobody_s() -> None:
    """Seven hands are seven people; money that a group gave out together says nothing of how many wanted it."""
    room = Room()
    room.session("s", PARENT, parent=8)
    room.gives(PARENT, {"Buses": 7}, VoteKind.HANDS, session="s")
    room.gives(PARENT, {"Damp": 100}, VoteKind.BUDGET, session="s", activity=1)
    hands, budget = room.compare().priorities
    assert (hands.themes[0].groups[PARENT].gave, budget.themes[0].groups[PARENT].gave) == (7, None)
    assert given_words(budget.themes[0].groups[PARENT], budget.kind, 8) == "1st, 100"


def test_in_rankings_a_place_higher_up_counts_more() -> None:
    """The last place that anybody gave counts 1, the one before it 2; who ranks fewer leaves the rest without."""
    room = Room()
    one, two = room.people(2, PARENT)
    room.gives(one, {"Buses": 1, "Damp": 2, "Forms": 3}, VoteKind.RANK)
    room.gives(two, {"Damp": 1}, VoteKind.RANK)
    points = {each.theme: each.groups[PARENT].points for each in only(room).themes}
    assert points == {"Damp": 5, "Buses": 3, "Forms": 1}


def test_the_fuller_count_of_a_cohort_is_taken() -> None:
    """Dots counted on the sheet and dots noted by person are the same people's: they are not added up."""
    room = Room()
    room.session("s", PARENT, parent=4)
    room.gives(room.person("p1", PARENT, "s"), {"Buses": 2}, session="s")
    room.gives(PARENT, {"Buses": 5, "Damp": 4}, session="s")
    assert {each.theme: each.groups[PARENT].points for each in only(room).themes} == {"Buses": 5, "Damp": 4}


def test_who_votes_again_at_the_next_meeting_has_changed_their_mind() -> None:
    """A person's last ballot counts, and no dot of an earlier one stays."""
    room = Room()
    room.session("one", PARENT, "families", parent=2)
    room.session("two", PARENT, "families", parent=2)
    person = room.person("p1", PARENT, "families")
    room.gives(person, {"Buses": 2, "Damp": 1}, session="one")
    room.gives(person, {"Forms": 3}, session="two")
    assert ranks(only(room), PARENT) == {"Forms": 1}


def test_who_is_linked_by_hand_votes_once() -> None:
    """Tuesday's parent 3 and Thursday's parent 1 are one person, whose last ballot counts."""
    room = Room()
    first, second = room.person("p3", PARENT, "tuesday"), room.person("p1", PARENT, "thursday")
    room.participants[second] = replace(room.participants[second], same_as=first)
    room.gives(first, {"Buses": 3})
    room.gives(second, {"Damp": 3}, activity=1)
    found = only(room)
    assert (ranks(found, PARENT), found.voted[PARENT]) == ({"Damp": 1}, 1)


def test_votes_for_what_became_one_theme_are_added_up() -> None:
    """Two dots on damp and one on mould are three on what both are part of now; a hand stays one hand."""
    room = Room()
    person = room.person("p1", PARENT)
    for kind in (VoteKind.DOTS, VoteKind.HANDS):
        room.gives(person, {"Damp": 2 if kind is VoteKind.DOTS else 1}, kind, activity=len(kind))
        room.gives(person, {"Damp": 1}, kind, activity=len(kind), choice="Mould")
    dots, hands = room.compare().priorities
    assert (dots.themes[0].groups[PARENT].points, hands.themes[0].groups[PARENT].points) == (3, 1)


def test_themes_that_the_plan_put_to_the_vote_stand_there_without_any() -> None:
    """That nobody gave it a dot is a result."""
    room = Room()
    room.theme("Damp")
    room.session("s", PARENT, parent=4)
    room.run("s", replace(DOTS, themes=("Buses", "damp")))
    room.gives(room.person("p1", PARENT, "s"), {"Buses": 3}, session="s")
    assert ranks(only(room), PARENT) == {"Buses": 1, "Damp": None}


def test_nobody_s_votes_count_for_nobody() -> None:
    """Where no vote is of a group of people there is nothing to rank."""
    room = Room()
    room.gives("note-taker", {"Buses": 3})
    assert room.compare().priorities == ()


@pytest.mark.parametrize(("rank", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (22, "22nd")])
def test_ranks_in_words(rank: int, words: str) -> None:
    """As they are said."""
    assert place_words(rank) == words


amounts = st.dictionaries(st.sampled_from(THEMES), st.integers(0, 3), min_size=1)
groups = st.sampled_from([PARENT, PRACTITIONER])
ballots = st.lists(st.tuples(groups, st.integers(1, 5), amounts), max_size=12)


def voting(given_by: list[tuple[str, int, dict[str, int]]], swapped: bool = False) -> Room:
    """These ballots, cast one after the other; `swapped`, as if each group's people were the other's."""
    room = Room()
    for theme in THEMES:
        room.theme(theme)
    other = {PARENT: PRACTITIONER, PRACTITIONER: PARENT}
    for group, number, amount in given_by:
        room.gives(room.person(f"{group}{number}", other[group] if swapped else group), amount)
    return room


@given(ballots, st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_votes_never_matters_but_the_last_of_each_person_for_a_theme_counts(
    cast: list[tuple[str, int, dict[str, int]]], random: Random
) -> None:
    """Records in any order give one result, and it is that of each person's last number for each theme."""
    room = voting(cast)
    found = room.compare().priorities
    shuffled = list(room.votes.items())
    random.shuffle(shuffled)
    room.votes = dict(shuffled)
    assert room.compare().priorities == found
    last: dict[tuple[str, int], dict[str, int]] = {}
    for group, number, amount in cast:
        last.setdefault((group, number), {}).update(amount)
    sums = {
        (group, theme): sum(given.get(theme, 0) for (of, _), given in last.items() if of == group)
        for group in (PARENT, PRACTITIONER)
        for theme in THEMES
    }
    told = {(group, each.theme): each.groups[group].points for one in found for each in one.themes for group in each.groups}
    assert {key: points for key, points in sums.items() if points} == {key: points for key, points in told.items() if points}


@given(ballots)
@settings(max_examples=60, deadline=None)
def test_swapping_the_groups_mirrors_the_ranks(cast: list[tuple[str, int, dict[str, int]]]) -> None:
    """Nothing in the counting looks at which group it is."""
    for one, mirrored in zip(voting(cast).compare().priorities, voting(cast, swapped=True).compare().priorities, strict=True):
        assert one.tau_b == pytest.approx(mirrored.tau_b)
        assert one.rbo == pytest.approx(mirrored.rbo)
        assert ranks(one, PARENT) == ranks(mirrored, PRACTITIONER)
        assert ranks(one, PRACTITIONER) == ranks(mirrored, PARENT)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=8))
def test_equals_share_the_best_of_their_places(points: list[int]) -> None:
    """Whoever has more comes before; whoever has as much has the same rank; the first rank is 1."""
    found = ranked(points)
    assert min(found) == 1
    assert all((a < b) == (p > q) for a, p in zip(found, points, strict=True) for b, q in zip(found, points, strict=True))
