"""The sentences under a comparison: each stands where it is true, and only there."""

import pytest

from tests.compare.room import Room
from workshop.model.plan import Activity, Kind

CURE = "Take the hands again, or put right how many were here."
NO_ROUND = "Parents had no open round, so what they would have raised by themselves is not known."


def together(practitioners: int = 8) -> Room:
    """One mixed session with an open round, 8 parents and so many practitioners."""
    room = Room()
    room.session("s", parent=8, practitioner=practitioners)
    room.says(room.person("p1", "parent", "s"), "food", session="s")
    if practitioners:
        room.says(room.person("r1", "practitioner", "s"), "food", session="s")
    return room


def test_the_general_sentences_always_stand_and_alone_where_all_is_well() -> None:
    """Both groups sat together, large enough, with an open round, and answered each other's statements; that they sat together is said."""
    room = together()
    room.statement("theirs", "practitioner")
    room.statement("ours", "parent")
    room.hands("parent", "theirs", 8, 0, 0, 0, session="s")
    room.hands("practitioner", "ours", 8, 0, 0, 0, session="s")
    comparison = room.compare()
    assert comparison.notes == (
        "Not raising something is not disagreeing with it.",
        "Numbers describe the people who took part.",
        "If people in a room influence each other (alike by 0.2, an assumption), 8 parents count for about 3.3 and "
        "8 practitioners for about 3.3.",
    )
    assert not comparison.confounded


def test_groups_that_met_apart_are_confounded_with_their_sessions() -> None:
    """Whatever differs may be the session's doing."""
    room = Room()
    for name, group in (("one", "parent"), ("two", "practitioner")):
        room.session(name, group, present={group: 8})
        room.says(room.person("x1", group, name), "food", session=name)
    comparison = room.compare()
    assert comparison.confounded
    assert comparison.notes[2].startswith("Parents and practitioners met in different sessions")


def test_people_who_may_have_come_twice_are_not_passed_off_as_others() -> None:
    """Two groups of parents under no common name: who came with both counts in each, and that is said; with one it is not."""
    room = together()
    said = "Parents came as 2 groups: somebody who came with more than one, and isn't linked, counts in each."
    assert said not in room.compare().notes
    room.session("again", "parent", present={"parent": 8})
    room.says(room.person("x1", "parent", "again"), "food", session="again")
    assert said in room.compare().notes


def test_imported_people_of_one_cohort_are_confounded_where_the_file_has_them_speak_in_different_sessions() -> None:
    """What counts is where they spoke."""
    room = Room()
    room.says(room.person("p1", "parent"), "food", session="tuesday")
    room.says(room.person("r1", "practitioner"), "food", session="thursday")
    assert room.compare().confounded
    room.says("import/p1", "food", session="thursday")
    assert not room.compare().confounded


def test_one_way_readback_is_said_for_the_group_that_was_not_asked() -> None:
    """Without both ways, only one group is ever contradicted."""
    room = together()
    room.statement("ours", "parent")
    room.hands("practitioner", "ours", 8, 0, 0, 0, session="s")
    assert "Practitioners were shown statements made by parents; parents were not shown practitioners' statements." in room.compare().notes


def test_the_possessive_of_a_plural_without_s() -> None:
    """Young people's, not young people'."""
    room = Room(("young person", "councillor"))
    room.statement("theirs", "councillor")
    room.all_answer(room.people(4, "young person"), "theirs", 4, 0, 0, 0)
    note = "Young people were shown statements made by councillors; councillors were not shown young people's statements."
    assert note in room.compare().notes


def test_small_groups_are_described_and_not_compared() -> None:
    """Below 4 people a share says nothing; nobody at all is said otherwise."""
    notes = together(practitioners=3).compare().notes
    assert "Only 3 practitioners took part: groups of fewer than 4 are described, not compared." in notes
    assert "No practitioners have taken part yet." in together(practitioners=0).compare().notes


def test_a_group_without_an_open_round_is_said_to_have_had_none() -> None:
    """What they would have raised by themselves is not known; a group that is not there at all is not said to have had none."""
    room = together()
    room.session("readback", "councillor")
    assert NO_ROUND not in room.compare().notes
    shown = Room()
    shown.session("readback", "parent", parent=8)
    notes = shown.compare().notes
    assert NO_ROUND in notes
    assert not [note for note in notes if note.startswith("Practitioners had no open round")]


def test_notes_of_a_group_that_nobody_counted_are_said_to_raise_no_number() -> None:
    """Neither a head count nor a code: how many raised it can't be said."""
    room = Room()
    room.session("s", "parent")
    room.says(None, "food", perspective="parent", session="s")
    assert "In some sessions nobody counted the parents: what was noted there for the group raises no number." in room.compare().notes


@pytest.mark.parametrize(
    ("present", "shows", "said"),
    [
        (6, [8], ["More hands were counted (8) than parents were here (6): what they answered to T1 is not compared. " + CURE]),
        (6, [7, 9], ["More hands were counted (9) than parents were here (6): what they answered to T1 and T2 is not compared. " + CURE]),
        (8, [8], []),
        (0, [8], []),
    ],
)
def test_more_hands_than_people_are_told_once(present: int, shows: list[int], said: list[str]) -> None:
    """With the widest difference; where nobody was counted there is nothing to hold the hands against."""
    room = Room()
    room.session("s", parent=present, practitioner=8)
    for number, hands in enumerate(shows):
        room.statement(f"claim{number}", "practitioner")
        room.hands("parent", f"claim{number}", 2, 0, hands - 2, 0, session="s")
    assert [note for note in room.compare().notes if note.startswith("More hands")] == said


def test_a_session_of_which_nothing_was_noted_is_named() -> None:
    """Its people count as having raised nothing: silence, or a session begun by mistake. One remark or answer, and it is not named."""
    room = together()
    room.session("t", parent=6)
    room.run("t", Activity(title="Talk", kind=Kind.OPEN, minutes=10))
    said = "Nothing was noted in S2: who was there counts as having raised nothing."
    assert said in room.compare().notes
    room.statement("theirs", "practitioner")
    room.hands("parent", "theirs", 6, 0, 0, 0, session="t")
    assert said not in room.compare().notes
