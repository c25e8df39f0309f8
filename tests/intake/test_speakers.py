"""Speakers of a transcript stand for groups or codes: their names stay in the file."""

import pytest

from tests.intake.given import PERSPECTIVES
from workshop.errors import WorkshopError
from workshop.intake.check import Checked
from workshop.intake.rows import ReflectionRow
from workshop.intake.speakers import check_turns, read_speaker_options
from workshop.intake.transcript import Turn

TURNS = (
    Turn(1, "", "Notes of Friday"),
    Turn(2, "Dana Quill", "The bus is late.", 5),
    Turn(3, "I told them", "no way", 9),
    Turn(4, "Interviewer", "And then?", 12),
    Turn(5, "P2", "Dana was cold.", 15),
    Turn(6, "DANA QUILL", "We walked.", 21),
)


def _checked(*options: str, turns: tuple[Turn, ...] = TURNS) -> Checked:
    return check_turns(turns, read_speaker_options(options, PERSPECTIVES), session="Talk")


def _rows(checked: Checked) -> list[tuple[str, str, str]]:
    return [(row.perspective, row.participant, row.text) for row in checked.rows if isinstance(row, ReflectionRow)]


def test_each_speaker_is_a_group_or_a_person() -> None:
    """A group by its name, plural or letter, a person by a code, somebody left out, words that looked like a name; no name comes in."""
    found = _checked("Dana Quill=parents", "Interviewer=", "P2=p2", "I told them=words")
    assert _rows(found) == [
        ("parent", "", "The bus is late.\nI told them: no way"),
        ("parent", "p2", "Dana was cold."),
        ("parent", "", "We walked."),
    ]
    assert all(isinstance(row, ReflectionRow) and row.verbatim and row.session == "Talk" for row in found.rows)
    assert found.left_out == 2
    assert not found.refused


def test_somebody_is_left_out_by_a_word() -> None:
    """Nobody is one whom a speaker can stand for, as the help says; of another word the cure tells what there is."""
    assert _checked("Dana Quill=Nobody", "Interviewer=", "P2=p2", "I told them=words").left_out == 4
    with pytest.raises(WorkshopError, match="is not known") as caught:
        _checked("Dana Quill=councilor")
    assert (
        caught.value.cure
        == 'Use parent, practitioner, young person, both, other, a code such as p3, nt, ?, nobody, or "words" if it is no name.'
    )


def test_names_among_the_words_are_pointed_out() -> None:
    """Whoever reads the report would else meet the name that was dropped."""
    assert _checked("Dana Quill=parent", "Interviewer=", "P2=p2", "I told them=words").naming == (5,)


def test_nobody_comes_in_unsaid() -> None:
    """A speaker of whom it isn't said who it is refuses the file once, at the first turn, with how often they speak."""
    found = _checked("P2=p2", "I told them=words")
    assert [str(refused) for refused in found.refused] == [
        'line 2: nothing says who "Dana Quill" is, who speaks 2 times',
        'line 4: nothing says who "Interviewer" is, who speaks once',
    ]


def test_without_any_names_one_answer_serves_all() -> None:
    """Notes that name nobody can be a group's."""
    turns = (Turn(1, "", "One."), Turn(2, "", "Two."))
    assert 'who "(nobody named)" is, who speaks 2 times' in _checked(turns=turns).refused[0].why
    assert [row[0] for row in _rows(_checked("=practitioner", turns=turns))] == ["practitioner", "practitioner"]
    assert [row[0] for row in _rows(_checked("(nobody named)=nt", turns=turns))] == ["note-taker", "note-taker"]


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("Dana", "says of no speaker who it is"),
        ("Dana=parnet", 'did you mean "parent"'),
        ("Dana=z3", "is not known"),
        ("Dnaa Quill=p1", 'did you mean "dana quill"?'),
    ],
)
def test_a_wrong_option_says_what_would_be_right(option: str, said: str) -> None:
    """An option without a group, a group that there isn't, a code of no group's letter, and somebody who doesn't speak."""
    with pytest.raises(WorkshopError) as caught:
        _checked(option)
    assert said in str(caught.value)
