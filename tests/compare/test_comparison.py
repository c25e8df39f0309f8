"""The whole comparison, from records to findings."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.compare.room import Room, by_title
from workshop.compare.as_json import comparison_json
from workshop.errors import WorkshopError

LETTERS = {"P": ("parent-led", "clear"), "p": ("parent-led", "leaning"), "R": ("practitioner-led", "clear")}
LETTERS |= {"r": ("practitioner-led", "leaning"), "s": ("shared", ""), "f": ("raised by a few", "")}
LETTERS |= {"1": ("one voice", ""), "0": ("not raised", "")}


def test_every_cell_of_the_grid_comes_out_of_records_as_it_should(shared: Path) -> None:
    """Of 8 parents and 15 practitioners, every pair of counts gets the label of the golden file."""
    grid = json.loads((shared / "data/comparison_golden_labels.json").read_text())["grid_8_parents_15_practitioners"]
    room = Room()
    parents, practitioners = room.people(8, "parent"), room.people(15, "practitioner")
    room.theme("0-0")
    for a in range(9):
        for b in range(16):
            for who in (*parents[:a], *practitioners[:b]):
                room.says(who, f"{a}-{b}")
    found = by_title(room.compare())
    assert {title: (one.label, one.strength) for title, one in found.items()} == {
        f"{a}-{b}": LETTERS[letter] for a, row in enumerate(grid) for b, letter in enumerate(row)
    }
    assert sum(one.fragile for one in found.values()) == 55


def story(parents_open_round: bool) -> Room:
    """The source story with made-up people: what 15 practitioners said was shown to 8 parents."""
    room = Room()
    room.session("practitioners", "practitioner", practitioner=15)
    room.session("parents", "parent", parent=8)
    practitioners = room.people(15, "practitioner", "practitioners")
    parents = room.people(8, "parent", "parents")
    for who in practitioners[:9]:
        room.says(who, "What children know", session="practitioners")
    protect = room.statement("protect", "practitioner", "What children know")
    proud = room.statement("proud", "practitioner", "What children know")
    if parents_open_round:
        for who in parents[:6]:
            room.says(who, "What children know", session="parents")
    room.all_answer(parents, protect, 1, 1, 6, 0, session="parents")
    room.all_answer(parents, proud, 6, 2, 0, 0, session="parents")
    return room


def test_the_source_story_is_shared_and_confirmed_with_one_contested_point() -> None:
    """Where only practitioners had an open round, a theme is confirmed by what parents answered, and nothing is called led."""
    comparison = story(parents_open_round=False).compare()
    (theme,) = comparison.themes
    assert (theme.label, theme.contested, theme.confirmed, theme.gap, theme.interval) == ("shared (confirmed)", 1, 1, None, None)
    protect, proud = comparison.statements
    assert (protect.contested, protect.contested_by, protect.label["parent"]) == (True, ("parent",), "challenged")
    assert (proud.contested, proud.label["parent"]) == (False, "endorsed")
    assert not [one for one in comparison.themes if one.leader]
    assert comparison.confounded
    assert any("met in different sessions" in note for note in comparison.notes)
    assert "Parents were shown statements made by practitioners; practitioners were not shown parents' statements." in comparison.notes
    assert "Parents had no open round, so what they would have raised by themselves is not known." in comparison.notes


def test_with_an_open_round_in_both_groups_the_theme_is_shared_with_one_contested_point() -> None:
    """6 of 8 parents and 9 of 15 practitioners raised it by themselves: shared, steady, and still one point is contested."""
    (theme,) = story(parents_open_round=True).compare().themes
    assert (theme.label, theme.contested, theme.fragile) == ("shared", 1, False)
    assert (theme.groups["parent"].raised, theme.groups["parent"].could) == (6, 8)


def test_the_json_has_the_keys_that_others_rely_on() -> None:
    """The object is the one that was promised: its keys may grow and are never renamed."""
    found = json.loads(json.dumps(comparison_json(story(parents_open_round=True).compare())))
    assert found["schema"] == "workshop.comparison"
    assert found["version"] == 1
    assert found["between"] == ["parent", "practitioner"]
    assert found["people"] == {"parent": 8, "practitioner": 15}
    assert found["thresholds"]["gap"] == 0.25
    assert "Not raising something is not disagreeing with it." in found["notes"]
    (theme,) = found["themes"]
    assert theme.items() >= {"theme": "What children know", "gap": 0.15, "label": "shared", "strength": "", "contested": 1}.items()
    assert theme["interval"] == [-0.246, 0.4511]
    assert theme["lead_organisation"] is None
    assert theme["groups"]["parent"].items() >= {"raised": 6, "raised_at_most": 6, "could": 8, "reflections": 6}.items()
    statement = found["statements"][0]
    assert statement["answers"]["parent"] == {"agree": 1, "partly": 1, "disagree": 6, "unsure": 0}
    assert statement["label"] == {"parent": "challenged", "practitioner": "too few answers"}
    assert (statement["id"], statement["made_by"], statement["contested"]) == ("protect", "practitioner", True)


def test_a_statement_goes_by_the_id_that_it_came_with() -> None:
    """Who imported statement 17 finds it as 17, and our own id beside it."""
    room = story(parents_open_round=True)
    room.statements["protect"] = replace(room.statements["protect"], ref="17")
    found = json.loads(json.dumps(comparison_json(room.compare())))["statements"]
    assert [(one["id"], one["record"]) for one in found] == [("17", "protect"), ("proud", "proud")]


@pytest.mark.parametrize(
    ("perspectives", "expected"),
    [
        (("parent", "practitioner"), ("parent", "practitioner")),
        (("practitioner", "parent", "councillor"), ("parent", "practitioner")),
        (("young person", "councillor"), ("young person", "councillor")),
        (("parent", "teacher"), ("parent", "teacher")),
        (("teacher",), ("teacher", "parent")),
        ((), ("parent", "practitioner")),
    ],
)
def test_parents_and_practitioners_are_compared_where_both_are_there(perspectives: tuple[str, ...], expected: tuple[str, str]) -> None:
    """Otherwise it is the workshop's first two perspectives."""
    assert Room(perspectives).compare().between == expected


@pytest.mark.parametrize("between", [("parent", "parent"), ("parent", "pilot")])
def test_a_comparison_is_between_two_perspectives_of_the_workshop(between: tuple[str, str]) -> None:
    """One with itself, or one that isn't there, is refused with the names that there are."""
    with pytest.raises(WorkshopError, match="perspective") as refused:
        Room().compare(between)
    assert "practitioner" in refused.value.cure


def test_labels_carry_the_workshops_own_perspectives() -> None:
    """Young people who raise a theme more make it "young person-led"."""
    room = Room(("young person", "councillor"))
    for who in room.people(6, "young person")[:6]:
        room.says(who, "buses")
    room.people(6, "councillor")
    assert room.finding("buses").label == "young person-led"
