"""Why a finding has its label, for people who ask."""

import pytest

from tests.compare.room import Room
from workshop.compare.why import why


def room_of(a: int, m: int, b: int, n: int, notes: int = 0) -> Room:
    """A of m parents and b of n practitioners raised food."""
    room = Room()
    room.session("s", parent=m, practitioner=n)
    room.theme("food")
    room.says(None, perspective="other", session="s")
    parents, practitioners = room.people(a, "parent", "s"), room.people(b, "practitioner", "s")
    for who in (*parents, *practitioners):
        room.says(who, "food", session="s")
    for _ in range(notes):
        room.says(None, "food", perspective="parent", session="s")
    return room


def why_food(room: Room) -> tuple[str, ...]:
    comparison = room.compare()
    return why(comparison.themes[0], comparison)


def test_a_led_theme_gives_its_counts_rule_interval_and_steadiness() -> None:
    """All the numbers that somebody needs to follow the label."""
    assert why_food(room_of(5, 8, 1, 15)) == (
        "Raised unprompted by 5 of 8 parents.",
        "Raised unprompted by 1 of 15 practitioners.",
        "Raised more by parents, clear: a gap of 25 points or more, 0 outside its 95 % interval, and at least 3 parents.",
        "Gap +56 points; 95 % interval +16 points to +80 points.",
        "If people in a room influence each other (alike by 0.2): -9 points to +86 points.",
        "Steady: leaving out any one person does not change this.",
    )


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 8, 5, 15), "Perhaps raised more by practitioners: read the quotes. That is a gap of 25 points or more, 0 outside its 80 %"),
        ((0, 8, 5, 15), "Chance alone often makes such a gap."),
        ((3, 8, 0, 15), "Could change with one person: leaving out one person would change this."),
        ((6, 8, 9, 15), "That both raised it does not say that they agree."),
        ((1, 8, 1, 15), "fewer than 2 people in one group"),
        ((1, 8, 0, 15), "Raised by one person, and"),
        ((0, 8, 0, 15), "Nobody raised it, though both could have."),
        ((3, 3, 0, 15), "Not compared: fewer than 4 parents could have raised it."),
        ((3, 3, 0, 2), "fewer than 4 parents and practitioners could have raised it."),
        ((0, 0, 5, 15), "Not compared: no parents were counted in an open round on it."),
    ],
)
def test_every_label_says_its_rule(counts: tuple[int, int, int, int], said: str) -> None:
    """With the thresholds that were used."""
    assert any(said in sentence for sentence in why_food(room_of(*counts)))


def test_notes_that_name_no_one_say_what_they_may_mean() -> None:
    """The range, and the labels at its ends."""
    sentences = why_food(room_of(1, 8, 0, 15, notes=6))
    assert "6 of the 7 remarks of parents name no one: that may be 1 to 7 people." in sentences
    assert (
        "It depends on the notes that name no one: it is raised by one person or raised more by parents, as they stand for few or for many."
        in (sentences)
    )


@pytest.mark.parametrize(
    ("raised", "notes", "said"),
    [
        (0, 1, "The only remark of parents names no one: that may be 1 person."),
        (1, 1, "1 of the 2 remarks of parents names no one: that may be 1 to 2 people."),
        (8, 2, "2 of the 10 remarks of parents name no one: that may be 8 people."),
    ],
)
def test_one_remark_and_one_person_are_in_the_singular(raised: int, notes: int, said: str) -> None:
    """Whether the numbers are of many or of one."""
    assert said in why_food(room_of(raised, 8, 0, 15, notes=notes))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((8, 0, 0, 0), "Only one group had an open round; the other, shown its statements, agreed with some"),
        ((0, 0, 8, 0), "agreed with none and contested some"),
        ((0, 4, 4, 0), "settle nothing"),
    ],
)
def test_a_theme_that_one_group_had_an_open_round_on_says_so(answers: tuple[int, int, int, int], said: str) -> None:
    """And how many statements were accepted and contested."""
    room = Room()
    for who in room.people(5, "practitioner", "theirs"):
        room.says(who, "food")
    room.statement("claim", "practitioner", "food")
    room.all_answer(room.people(8, "parent", "ours"), "claim", *answers)
    assert any(said in sentence for sentence in why_food(room))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((1, 1, 1, 0), "Too few answers: fewer than 4 agreed, partly agreed or disagreed."),
        ((4, 0, 0, 4), "Unsettled: more than 30 % were unsure."),
        ((4, 0, 4, 0), "Divided: at least 2 people, and 33 % of those who took a side, agreed, and as many disagreed."),
        ((1, 1, 6, 0), "Challenged: more than half of those who took a side disagreed."),
        ((6, 2, 0, 0), "Endorsed: more than half of those who took a side agreed."),
        ((2, 5, 1, 0), "Qualified: more than half of those who took a side agreed, some of them in part."),
        ((0, 4, 4, 0), "Mixed: no answer has more than half of those who took a side."),
    ],
)
def test_every_stance_says_its_rule(answers: tuple[int, int, int, int], said: str) -> None:
    """By group; who was not asked is said to be so."""
    room = Room()
    room.statement("claim", "practitioner")
    room.all_answer(room.people(8, "parent"), "claim", *answers)
    comparison = room.compare()
    sentences = why(comparison.statements[0], comparison)
    assert said in sentences[0]
    assert sentences[1] == "Practitioners were not asked."
    how = {"Challenged": ["challenged"], "Divided": ["were divided over"]}.get(said.partition(":")[0], [])
    contested = [f"Contested: practitioners said it, and parents {each} it." for each in how]
    assert [sentence for sentence in sentences if sentence.startswith("Contested")] == contested


def test_a_note_to_correct_says_so() -> None:
    """A group that challenges its own statement."""
    room = Room()
    room.statement("claim", "parent")
    room.all_answer(room.people(8, "parent"), "claim", 0, 0, 8, 0)
    comparison = room.compare()
    assert why(comparison.statements[0], comparison)[-1] == "Its own group challenged it: a note to correct, not a difference."


@pytest.mark.parametrize(("counts", "fragile"), [((1, 1, 6, 0), False), ((0, 0, 4, 0), True)])
def test_an_answer_says_whether_it_could_change_with_one_person(counts: tuple[int, int, int, int], fragile: bool) -> None:
    """Of four who disagreed one less is too few answers for any label."""
    room = Room()
    room.statement("claim", "practitioner")
    room.all_answer(room.people(8, "parent"), "claim", *counts)
    comparison = room.compare()
    assert any("Could change with one person" in sentence for sentence in why(comparison.statements[0], comparison)) == fragile
