"""Which themes were openly in play for whom."""

from dataclasses import replace

import pytest

from tests.compare.room import Room
from workshop.model.plan import Activity, Kind
from workshop.model.records import Verb

OPEN = Activity(title="Open round", kind=Kind.OPEN, minutes=20)
REFLECT = Activity(title="Reflect", kind=Kind.REFLECT, minutes=20)
SHOW = Activity(title="Show", kind=Kind.SHOW, minutes=20)
MONEY_ONLY = Activity(title="Money", kind=Kind.OPEN, minutes=20, themes=("Low-income", "debt"))


def room_with(*activities: Activity, reached: int | None = None) -> Room:
    """4 practitioners raised housing and money in their own session; 8 parents sat in one that ran these activities."""
    room = Room()
    room.session("theirs", "practitioner", practitioner=4)
    room.session("ours", "parent", parent=8)
    for who in room.people(4, "practitioner", "theirs"):
        room.says(who, "housing", "Low income", session="theirs")
    if activities:
        room.run("ours", *activities, reached=reached)
    return room


@pytest.mark.parametrize("activity", [OPEN, REFLECT])
def test_a_silent_group_that_had_an_open_round_counts_as_0_of_8(activity: Activity) -> None:
    """That nobody raised a theme in a group's own round does not make it out of play."""
    finding = room_with(activity).finding("housing")
    assert (finding.groups["parent"].raised, finding.groups["parent"].could) == (0, 8)
    assert finding.label == "practitioner-led"


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in {Kind.OPEN, Kind.REFLECT}])
def test_other_activities_are_no_open_round(kind: Kind) -> None:
    """Nothing was openly in play, and nothing is compared, though the group was there."""
    comparison = room_with(Activity(title="Other", kind=kind, minutes=20)).compare()
    assert {finding.label for finding in comparison.themes} == {"not compared"}
    assert comparison.people["parent"] == 8


def test_an_open_activity_that_was_never_reached_is_no_open_round() -> None:
    """A plan is what was meant; the timeline says what was done."""
    assert room_with(SHOW, OPEN, reached=1).finding("housing").groups["parent"].could == 0
    assert room_with(SHOW, OPEN).finding("housing").groups["parent"].could == 8


def test_an_activity_limited_to_themes_is_an_open_round_on_those_only() -> None:
    """Themes are found by their title, however it is spelt, or by an alias; another is not compared."""
    room = room_with(MONEY_ONLY)
    room.theme("Money owed", aliases=("Debt",))
    found = {one.theme: one.groups["parent"].could for one in room.compare().themes}
    assert found == {"Low income": 8, "Money owed": 8, "housing": 0}


def test_a_theme_raised_in_a_limited_activity_was_in_play_there() -> None:
    """Somebody brought it up, so the others could have."""
    room = room_with(MONEY_ONLY)
    room.says(room.person("p1", "parent", "ours"), "housing", session="ours", activity=0)
    room.theme("food")
    found = {one.theme: (one.groups["parent"].raised, one.groups["parent"].could) for one in room.compare().themes}
    assert found == {"Low income": (0, 8), "housing": (1, 8), "food": (0, 0)}


def test_an_open_remark_shows_that_its_session_was_open() -> None:
    """Without a plan, or outside it, the remark is all that is known of what was asked."""
    room = room_with()
    room.says(room.person("p1", "parent", "ours"), session="ours")
    assert room.finding("housing").groups["parent"].could == 8


def test_an_open_remark_while_something_is_shown_makes_no_open_round() -> None:
    """One parent who adds something during a readback does not turn 7 silent ones into people who left it unsaid."""
    room = room_with(SHOW)
    room.says(room.person("p1", "parent", "ours"), "housing", session="ours", activity=0)
    finding = room.finding("housing")
    assert (finding.groups["parent"].raised, finding.groups["parent"].could, finding.label) == (0, 0, "not compared")


def test_a_prompted_remark_is_listed_and_raises_nothing() -> None:
    """What answers something shown was not brought up by the person."""
    room = room_with(OPEN)
    room.prompted(room.person("p1", "parent", "ours"), "housing", session="ours")
    count = room.finding("housing").groups["parent"]
    assert (count.raised, count.reflections, count.prompted) == (0, 0, 1)


def test_an_import_is_an_open_round_for_its_people_if_it_brought_open_remarks() -> None:
    """One of 4 parents spoke, so each could; an import of answers alone asked nobody an open question."""
    room = Room()
    parents = room.people(4, "parent")
    for who in room.people(4, "practitioner"):
        room.says(who, "housing")
    assert room.finding("housing").groups["parent"].could == 4
    room.reflections.clear()
    room.codings.clear()
    statement = room.statement("claim", "practitioner", "housing")
    room.all_answer(parents, statement, 4, 0, 0, 0)
    assert room.finding("housing").label == "not compared"


def test_what_was_undone_was_not_entered() -> None:
    """The open activity was begun by a slip and taken back at once; what was entered and left again stays entered."""
    room = room_with(SHOW, OPEN)
    start, slip = room.timelines["ours"]
    room.timelines["ours"] = (start, slip, replace(slip, id="ours-02", verb=Verb.UNDO, cancels=slip.id))
    assert room.finding("housing").groups["parent"].could == 0
    room.timelines["ours"] = (start, slip, replace(slip, id="ours-02", verb=Verb.BACK, activity=1))
    assert room.finding("housing").groups["parent"].could == 8
