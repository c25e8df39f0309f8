"""A comparison of some sessions, of a lane, of some themes: who is counted then, and what stands beside it."""

from dataclasses import replace

import pytest

from tests.compare.room import BEGIN, Room, by_title
from workshop.compare.comparison import compare
from workshop.compare.narrowing import Narrowing, counted, evidence, narrowed_words, only_themes, renumbered
from workshop.model.comparison import Comparison
from workshop.model.plan import Activity, Kind
from workshop.model.recommendation import Recommendation


def narrowed(room: Room, narrowing: Narrowing) -> Comparison:
    """The comparison of a part."""
    records, plans = counted(room.records(), room.plans, narrowing)
    return compare(records, plans=plans)


def three_sessions() -> Room:
    """Two sessions of one cohort of parents, one of practitioners; food was raised in the first two."""
    room = Room()
    room.session("one", "parent", "parents", parent=6)
    room.session("two", "parent", "parents", parent=5)
    room.session("three", "practitioner", practitioner=5)
    parents, practitioners = room.people(6, "parent", "parents"), room.people(5, "practitioner", "three")
    for who in parents[:3]:
        room.says(who, "food", session="one")
    room.says(parents[4], "food", session="two")
    for who in practitioners:
        room.says(who, "debt", session="three")
    room.statement("claim", "practitioner", "food")
    room.statement("silent", "practitioner", "food")
    room.all_answer(parents, "claim", 0, 0, 6, 0, session="two")
    return room


def test_only_some_sessions_count_what_was_said_and_answered_there() -> None:
    """Of the parents of the second session, with its head count; a statement that nobody there answered is not among them."""
    room = three_sessions()
    whole, part = room.compare(), narrowed(room, Narrowing(sessions=frozenset({"two", "three"})))
    food, all_food = by_title(part)["food"].groups["parent"], by_title(whole)["food"].groups["parent"]
    assert (food.raised, food.could, all_food.raised, all_food.could) == (1, 5, 4, 6)
    assert [one.id for one in part.statements] == ["claim"]
    first = narrowed(room, Narrowing(sessions=frozenset({"one", "three"})))
    assert (by_title(first)["food"].groups["parent"].raised, first.statements) == (3, ())


def test_all_sessions_are_the_whole() -> None:
    """Naming every one of them changes nothing."""
    room = three_sessions()
    room.statements.pop("silent")
    assert narrowed(room, Narrowing(sessions=frozenset(room.sessions))) == room.compare()


def lanes() -> Room:
    """Parents were asked for both lanes, practitioners for one; each then talked without any."""
    room = Room()
    room.session("ours", "parent", parent=6)
    room.session("theirs", "practitioner", practitioner=6)
    talk = Activity(title="Talk", kind=Kind.OPEN, minutes=10)
    room.run("ours", replace(talk, lanes=("Enabler", "Barrier")), talk)
    room.run("theirs", replace(talk, lanes=("enabler",)), talk)
    parents, practitioners = room.people(6, "parent", "ours"), room.people(6, "practitioner", "theirs")
    for who in parents[:4]:
        room.says(who, "buses", session="ours", activity=0, lane="Barrier")
    for who in parents[:2]:
        room.says(who, "buses", session="ours", activity=0, lane="Enabler")
    for who in practitioners[:3]:
        room.says(who, "buses", session="theirs", activity=1)
    return room


def test_a_lane_counts_its_own_remarks_among_those_who_were_asked_for_it() -> None:
    """Practitioners asked for enablers who named none are 0 of 6; for barriers they were not asked, and are compared with nobody."""
    room = lanes()
    enabler = narrowed(room, Narrowing(lane="enabler")).themes[0]
    assert {group: (count.raised, count.could) for group, count in enabler.groups.items()} == {"parent": (2, 6), "practitioner": (0, 6)}
    barrier = narrowed(room, Narrowing(lane="BARRIER")).themes[0]
    assert {group: (count.raised, count.could) for group, count in barrier.groups.items()} == {"parent": (4, 6), "practitioner": (0, 0)}
    assert barrier.label == "not compared"


def test_who_missed_the_part_that_asks_for_a_lane_is_not_among_those_asked() -> None:
    """Attendance counts in the parts of the lane alone."""
    room = lanes()
    room.was_in("ours/pa6", "ours", 1)
    assert by_title(narrowed(room, Narrowing(lane="Barrier")))["buses"].groups["parent"].could == 5
    assert room.finding("buses").groups["parent"].could == 6


def test_without_a_plan_those_were_asked_for_a_lane_in_whose_session_somebody_spoke_in_it() -> None:
    """What others said there in another lane shows that they had the chance."""
    room = Room()
    for name, group, lane in (("ours", "parent", "barrier"), ("theirs", "practitioner", "enabler")):
        room.session(name, group, present={group: 6})
        for place, who in enumerate(room.people(6, group, name)):
            room.says(who, "buses", session=name, lane=lane if place else "other")
    found = narrowed(room, Narrowing(lane="barrier")).themes[0]
    assert {group: (count.raised, count.could) for group, count in found.groups.items()} == {"parent": (5, 6), "practitioner": (0, 0)}


def test_a_lane_has_the_statements_that_were_made_from_its_remarks() -> None:
    """Others were put to the groups about something else; votes are in no lane."""
    room = lanes()
    said = next(each for each in room.reflections.values() if each.lane == "Barrier")
    for name, sources in (("of it", (said.id,)), ("of nothing", ())):
        room.statement(name, "parent", "buses")
        room.statements[name] = replace(room.statements[name], sources=sources)
    room.gives("ours/pa1", {"buses": 3}, session="ours")
    found = narrowed(room, Narrowing(lane="barrier"))
    assert ([one.id for one in found.statements], found.priorities) == (["of it"], ())


def test_themes_are_shown_with_the_number_and_label_that_they_have_among_all() -> None:
    """F2 stays F2; statements on other themes and ranks among all themes are left out."""
    room = three_sessions()
    room.statement("on debt", "parent", "debt")
    room.gives("parents/pa1", {"food": 2, "debt": 1}, session="one")
    whole = room.compare()
    shown = only_themes(whole, {"debt"})
    assert shown.themes == tuple(theme for theme in whole.themes if theme.id == "debt")
    assert ([one.id for one in shown.statements], shown.priorities) == (["on debt"], ())
    assert [theme.number for theme in whole.themes] == [1, 2]


def test_a_part_has_the_numbers_of_the_whole() -> None:
    """However its own order may be."""
    room = three_sessions()
    whole, part = room.compare(), narrowed(room, Narrowing(sessions=frozenset({"one"})))
    numbers = {theme.id: theme.number for theme in renumbered(part, whole).themes}
    assert numbers == {theme.id: theme.number for theme in whole.themes}


def test_evidence_is_what_belongs_to_the_part() -> None:
    """The remarks of the lane, of the theme, and those on a statement about the theme; what else they are about is not told."""
    room = lanes()
    room.statement("claim", "parent", "buses")
    on_it = room.prompted("theirs/pr1", session="theirs", statement="claim")
    rent = room.says("ours/pa1", "rent", session="ours")
    room.says("ours/pa2", "rent", "buses", session="ours")
    records = room.records()
    assert {each.lane for each in evidence(records, Narrowing(lane="enabler")).reflections.values()} == {"Enabler"}
    of_buses = evidence(records, Narrowing(themes=frozenset({"buses"})))
    assert on_it.id in of_buses.reflections
    assert rent.id not in of_buses.reflections
    of_rent = evidence(records, Narrowing(themes=frozenset({"rent"})))
    assert (len(of_rent.reflections), rent.id in of_rent.reflections, set(of_rent.statements)) == (2, True, set())
    assert {each.theme for each in of_rent.codings.values()} == {"rent"}


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        (Narrowing(sessions=frozenset({"ours"})), {"of a remark", "made here"}),
        (Narrowing(sessions=frozenset({"theirs"})), {"on a theme"}),
        (Narrowing(lane="barrier"), {"of a remark"}),
        (Narrowing(themes=frozenset({"rent"})), {"on a theme"}),
        (Narrowing(themes=frozenset({"buses"})), {"of a remark"}),
    ],
)
def test_recommendations_are_those_that_rest_on_the_part(narrowing: Narrowing, expected: set[str]) -> None:
    """By a remark, else by the session that they were made in and the themes that they name."""
    room = lanes()
    room.theme("rent")
    barrier = next(each for each in room.reflections.values() if each.lane == "Barrier")
    made = (
        Recommendation(id="of a remark", number=1, text="Run a later bus.", created=BEGIN, sources=(barrier.id,)),
        Recommendation(id="made here", number=2, text="Meet again.", created=BEGIN, session="ours"),
        Recommendation(id="on a theme", number=3, text="Ask the landlords.", created=BEGIN, session="theirs", themes=("rent",)),
    )
    records = replace(room.records(), recommendations={each.id: each for each in made})
    assert set(evidence(records, narrowing).recommendations) == expected


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (((), "", ()), ""),
        ((("S1",), "", ()), "Only what was said in S1 is compared."),
        ((("S1", "S3"), "barrier", ()), "Only what was said in S1 and S3 and what was said in the lane barrier is compared."),
        (((), "", ("Food",)), "Only the theme Food is shown."),
        (((), "barrier", ("Food", "Debt")), "Only what was said in the lane barrier is compared. Only the themes Food and Debt are shown."),
    ],
)
def test_what_is_left_out_is_said(asked: tuple[tuple[str, ...], str, tuple[str, ...]], said: str) -> None:
    """In a sentence that stands before the findings."""
    assert narrowed_words(*asked) == said
