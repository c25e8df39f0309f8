"""Contested statements, member checking, and the themes that only one group had an open round on."""

import pytest

from tests.compare.room import Room
from workshop.compare.words import unasked_words
from workshop.model.comparison import Answers, StatementFinding, Unasked
from workshop.model.plan import Activity, Kind


def readback(made_by: str = "practitioner", parents: tuple[int, int, int, int] = (1, 1, 6, 0)) -> Room:
    room = Room()
    room.statement("claim", made_by)
    room.all_answer(room.people(8, "parent"), "claim", *parents)
    return room


def only(room: Room) -> StatementFinding:
    (found,) = room.compare().statements
    return found


@pytest.mark.parametrize(
    ("answers", "contested"),
    [
        ((1, 1, 6, 0), True),
        ((4, 0, 4, 0), True),
        ((6, 0, 2, 0), False),
        ((0, 4, 4, 0), False),
        ((1, 0, 2, 5), False),
        ((0, 0, 3, 0), False),
    ],
)
def test_a_statement_is_contested_where_the_other_group_challenges_it_or_is_divided(
    answers: tuple[int, int, int, int], contested: bool
) -> None:
    """Never by unsure answers, by too few, or by silence."""
    found = only(readback(parents=answers))
    assert (found.contested, found.contested_by) == (contested, ("parent",) if contested else ())


def test_a_group_that_challenges_its_own_statement_has_a_note_to_correct() -> None:
    """Member checking: it is no difference between groups."""
    room = readback(made_by="parent")
    found = only(room)
    assert (found.contested, found.contested_by, found.to_correct) == (False, (), True)
    assert "T1 was challenged by the group that said it: that is a note to correct, not a difference." in room.compare().notes


@pytest.mark.parametrize("made_by", ["", "unknown", "mixed", "note-taker"])
def test_a_statement_of_nobody_in_particular_is_contested_by_nobody(made_by: str) -> None:
    """Whether it is somebody else's can't be said; its answers stand."""
    found = only(readback(made_by=made_by))
    assert (found.contested, found.contested_by, found.label["parent"]) == (False, (), "challenged")


def test_a_third_perspective_contests_without_making_it_a_point_between_the_two() -> None:
    """What councillors dispute is said, and is no difference between parents and practitioners."""
    room = Room(("parent", "practitioner", "councillor"))
    room.statement("claim", "practitioner")
    room.all_answer(room.people(6, "councillor"), "claim", 0, 0, 6, 0)
    found = only(room)
    assert (found.contested, found.contested_by) == (False, ("councillor",))


@pytest.mark.parametrize(
    ("named", "notes", "kinds", "contested"),
    [(2, 0, ("disagree",), True), (1, 5, ("disagree",), False), (2, 0, ("agree",), False)],
)
def test_two_people_who_dispute_it_in_open_remarks_contest_a_statement(
    named: int, notes: int, kinds: tuple[str, ...], contested: bool
) -> None:
    """Two people known by a code; remarks that name no one may all be one person's."""
    room = readback(parents=(6, 0, 2, 0))
    for who in (*room.people(named, "parent"), *[None] * notes):
        room.says(who, perspective="parent", statement="claim", kinds=kinds)
    assert only(room).contested == contested


def test_prompted_remarks_that_disagree_are_the_reasons_of_answers_and_no_dispute() -> None:
    """They are counted as answers already."""
    room = readback(parents=(6, 0, 2, 0))
    for who in room.people(2, "parent"):
        room.prompted(who, statement="claim", kinds=("disagree",))
    assert not only(room).contested


@pytest.mark.parametrize(
    ("answers", "label", "contested", "fragile"),
    [
        ([(6, 2, 0, 0)], "shared (confirmed)", 0, False),
        ([(6, 2, 0, 0), (1, 1, 6, 0)], "shared (confirmed)", 1, False),
        ([(1, 1, 6, 0)], "contested", 1, False),
        ([(1, 1, 6, 0), (1, 1, 6, 0)], "contested", 2, False),
        ([(2, 1, 1, 4)], "unsettled", 0, False),
        ([(1, 0, 2, 0)], "unsettled", 0, False),
        ([(0, 3, 3, 0)], "unsettled", 0, True),  # without one who disagrees it is qualified
        ([(5, 0, 3, 0)], "contested", 1, True),  # divided; without one who disagrees it is endorsed
        ([(4, 0, 0, 0)], "shared (confirmed)", 0, True),  # without one they are too few
        ([(0, 0, 0, 0)], "not compared", 0, False),
        ([], "not compared", 0, False),
    ],
)
@pytest.mark.parametrize("by_hands", [False, True])
def test_the_label_of_a_theme_that_one_group_had_an_open_round_on(
    answers: list[tuple[int, int, int, int]], label: str, contested: int, fragile: bool, by_hands: bool
) -> None:
    """It comes from what the other group answered to its statements, by person as by hands; who was not asked is in nothing."""
    room = Room()
    room.session("theirs", "practitioner", practitioner=6)
    room.session("ours", "parent", parent=8)
    for who in room.people(6, "practitioner", "theirs"):
        room.says(who, "food", session="theirs")
    parents = room.people(8, "parent", "ours")
    for number, counts in enumerate(answers):
        statement = room.statement(f"claim {number}", "practitioner", "food")
        if by_hands:
            room.hands("parent", statement, *counts, session="ours")
        else:
            room.all_answer(parents, statement, *counts, session="ours")
    finding = room.finding("food")
    assert (finding.label, finding.contested, finding.fragile) == (label, contested, fragile)
    assert (finding.gap, finding.interval, finding.leader) == (None, None, None)


def test_a_statement_that_two_people_dispute_aloud_is_not_confirmed_by_the_answers_of_the_rest() -> None:
    """6 of 8 agree and two say in open remarks that it is wrong: contested, whoever is left out."""
    room = Room()
    room.session("theirs", "practitioner", practitioner=6)
    room.session("ours", "parent", parent=8)
    room.run("ours", Activity(title="Readback", kind=Kind.SHOW, minutes=20))
    room.says(room.person("r1", "practitioner", "theirs"), "food", session="theirs")
    room.statement("claim", "practitioner", "food")
    parents = room.people(8, "parent", "ours")
    room.all_answer(parents, "claim", 6, 0, 2, 0, session="ours")
    for who in parents[6:]:
        room.says(who, statement="claim", kinds=("disagree",), session="ours", activity=0)
    finding = room.finding("food")
    assert (finding.label, finding.contested, finding.confirmed, finding.fragile) == ("contested", 1, 0, False)


def test_one_person_who_answered_two_statements_is_left_out_of_both() -> None:
    """Each of the statements hangs on another person, so leaving out one leaves the other: the theme stays confirmed."""
    room = Room()
    for who in room.people(6, "practitioner", "theirs"):
        room.says(who, "food", session="")
    parents = room.people(8, "parent", "ours")
    for number, half in enumerate((parents[:4], parents[4:])):
        statement = room.statement(f"claim {number}", "practitioner", "food")
        room.all_answer(half, statement, 4, 0, 0, 0)
    assert not room.finding("food").fragile
    room.all_answer(parents[:4], "claim 1", 4, 0, 0, 0)
    room.responses = {key: one for key, one in room.responses.items() if one.participant in parents[:4]}
    assert room.finding("food").fragile


def test_an_open_round_in_both_groups_goes_before_what_was_answered() -> None:
    """Salience then decides, and the contested point stands beside it."""
    room = Room()
    room.session("s", parent=8, practitioner=8)
    statement = room.statement("claim", "practitioner", "food")
    for who in (*room.people(4, "parent", "s")[:3], *room.people(4, "practitioner", "s")):
        room.says(who, "food", session="s")
    room.hands("parent", statement, 0, 0, 8, 0, session="s")
    finding = room.finding("food")
    assert (finding.label, finding.contested) == ("shared", 1)


def test_a_statement_on_no_theme_contests_none() -> None:
    """It is a finding by itself, and so is one on a theme that is gone."""
    room = readback()
    room.theme("food")
    room.statement("other", "practitioner", "gone")
    comparison = room.compare()
    assert [one.theme for one in comparison.statements] == [None, None]
    assert comparison.themes[0].contested == 0


def test_what_is_said_of_a_statement_unasked_is_told_and_counts_as_no_answer() -> None:
    """People by their codes, remarks that name no one apart from them; nobody was asked by it."""
    room = readback(parents=(0, 0, 0, 0))
    people = room.people(2, "parent")
    for who in (*people, people[0]):
        room.says(who, perspective="parent", statement="claim", kinds=("disagree",))
    room.says(None, perspective="parent", statement="claim", kinds=("agree",))
    found = only(room)
    assert found.answers["parent"].asked == 0
    said = found.unasked["parent"]
    assert (said.people.disagree, said.people.agree, said.notes.agree) == (2, 0, 1)
    assert unasked_words(said, "parent") == "unasked, 2 parents disagreed and 1 remark noted of parents with !agree"
    assert "practitioner" not in found.unasked


@pytest.mark.parametrize(
    ("people", "notes", "words"),
    [
        (Answers(disagree=1), Answers(), "unasked, 1 parent disagreed"),
        (Answers(unsure=1), Answers(), "unasked, 1 parent was unsure"),
        (Answers(agree=1, disagree=3), Answers(), "unasked, 1 parent agreed and 3 disagreed"),
        (Answers(), Answers(disagree=2), "unasked, 2 remarks noted of parents with !disagree"),
    ],
)
def test_it_is_told_in_words(people: Answers, notes: Answers, words: str) -> None:
    """Each answer with its number, the first with the unit."""
    assert unasked_words(Unasked(people=people, notes=notes), "parent") == words
