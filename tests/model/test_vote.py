"""Votes: what a line in a vote activity means, what one voter may give, which votes count."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from workshop.model.capture import Context
from workshop.model.plan import Activity, Kind
from workshop.model.records import Vote, VoteKind
from workshop.model.vote import Form, Voter, doubt, fault, form_of, given, running, standing
from workshop.model.voteline import VoteLine, read_vote

DOTS, HANDS, RANKS, BUDGET = Form(VoteKind.DOTS, 3), Form(VoteKind.HANDS), Form(VoteKind.RANK, 3), Form(VoteKind.BUDGET, 100)
PARENTS = Context(group="parent", kind=Kind.VOTE, themes={"nursery hours": "Nursery hours", "£1 rent": "£1 rent"}, codes={"p3": "parent"})


def read(line: str, context: Context = PARENTS) -> tuple[str, tuple[tuple[str, int | None], ...]] | None:
    """The voter's name and what is given; None where it is no vote."""
    found = read_vote(line, context)
    return None if found is None else (found.speaker.code or found.speaker.perspective, found.given)


@pytest.mark.parametrize(
    ("line", "means"),
    [
        ("3: #debt 2 #housing 1", ("p3", (("debt", 2), ("housing", 1)))),
        ("3: #debt", ("p3", (("debt", None),))),
        ("p3: #debt, #housing;  #food", ("p3", (("debt", None), ("housing", None), ("food", None)))),
        ("parents: #debt x7 #food ×12", ("parent", (("debt", 7), ("food", 12)))),
        ("P: #nursery-hours 4", ("parent", (("nursery-hours", 4),))),
        ("#debt 2", ("parent", (("debt", 2),))),
        ("r4: #debt £60 #food 40", ("r4", (("debt", 60), ("food", 40)))),
        ("3: #debt 0", ("p3", (("debt", 0),))),
    ],
)
def test_themes_and_numbers_are_a_vote(line: str, means: object) -> None:
    """Who votes, then tags, each with a number or none."""
    assert read(line) == means


@pytest.mark.parametrize(
    "line",
    [
        "3: #debt 2 because it keeps me awake",
        "3: more for #debt",
        "3: 2",
        "3: 2 #debt",
        "3:",
        "",
        "3: #debt 2 3",
        "nt: #debt 9",
        "?: #debt 9",
        '3: "#debt"',
        "3: #debt 2 *",
        "3: #debt !off",
        "+ #debt",
        "somebody: #debt 2",
        "3: #debt -1",
    ],
)
def test_anything_else_is_a_remark(line: str) -> None:
    """A word, a mark, a number without a theme, or nobody who could vote: the line is read as ever, and no word of it is lost."""
    assert read(line) is None


def test_in_other_activities_the_same_line_is_a_remark() -> None:
    """`3: #debt` counts person and theme in an open round."""
    assert read("3: #debt", Context(group="parent", kind=Kind.OPEN)) is None


def test_a_bare_number_in_a_mixed_session_is_nobody_s_vote() -> None:
    """3 may be a parent or a practitioner, so nothing is guessed."""
    assert read("3: #debt 2", Context(kind=Kind.VOTE)) is None
    assert read("p3: #debt 2", Context(kind=Kind.VOTE)) == ("p3", (("debt", 2),))


@pytest.mark.parametrize(
    ("line", "form", "amounts"),
    [
        ("3: #debt #food 2", DOTS, {"debt": 1, "food": 2}),
        ("3: #debt #food", RANKS, {"debt": 1, "food": 2}),
        ("parents: #debt #food", RANKS, {"debt": 1, "food": 2}),
        ("parents: #debt", DOTS, None),
        ("parents: #debt", HANDS, None),
        ("3: #debt", HANDS, {"debt": 1}),
        ("3: #debt", BUDGET, None),
    ],
)
def test_a_number_that_is_left_out(line: str, form: Form, amounts: object) -> None:
    """One dot, one hand or the next place of a person; how much money or how many of a group nobody can guess."""
    found = read_vote(line, PARENTS)
    assert found is not None
    assert found.amounts(form) == amounts


def test_the_plan_says_the_form() -> None:
    """Dots, ranks or a budget where it gives them, else hands."""
    activity = Activity(title="A", kind=Kind.VOTE, minutes=5)
    assert form_of(activity) == HANDS
    assert form_of(Activity(title="A", kind=Kind.VOTE, minutes=5, dots=3)) == DOTS
    assert form_of(Activity(title="A", kind=Kind.VOTE, minutes=5, ranks=3)) == RANKS
    assert form_of(Activity(title="A", kind=Kind.VOTE, minutes=5, budget=100)) == BUDGET


@pytest.mark.parametrize(
    ("form", "amounts", "person", "wrong"),
    [
        (DOTS, {"A": 2, "B": 1}, True, ""),
        (DOTS, {"A": 2}, True, ""),
        (DOTS, {"A": 2, "B": 2}, True, "That makes 4 dots, and there are 3 to give."),
        (DOTS, {"A": 20}, False, ""),
        (HANDS, {"A": 1, "B": 1}, True, ""),
        (HANDS, {"A": 2}, True, "One person raises one hand for A."),
        (HANDS, {"A": 20}, False, ""),
        (RANKS, {"A": 2, "B": 1}, True, ""),
        (RANKS, {"A": 1, "B": 1}, True, "A and B can't both be number 1."),
        (RANKS, {"A": 2}, False, "Nothing is number 1."),
        (RANKS, {"A": 1, "B": 2, "C": 3, "D": 4}, True, "That is 4 themes, and 3 are to be put in order."),
        (BUDGET, {"A": 60, "B": 40}, True, ""),
        (BUDGET, {"A": 60, "B": 41}, False, "That makes 101, and there are 100 to give."),
        (DOTS, {"A": -1}, True, "-1 can't be given to A."),
        (HANDS, {"A": 9_999_999}, False, "9999999 can't be given to A."),
    ],
)
def test_nobody_gives_more_than_there_is(form: Form, amounts: dict[str, int], person: bool, wrong: str) -> None:
    """A person has their dots, one hand, each place once; a group's budget is one; a count of a group has no limit of its own."""
    assert fault(form, amounts, person=person) == wrong


@pytest.mark.parametrize(
    ("form", "amounts", "present", "words"),
    [
        (HANDS, {"A": 9, "B": 2}, 8, "more hands for A (9) than people here (8)"),
        (HANDS, {"A": 8}, 8, ""),
        (HANDS, {"A": 9}, 0, ""),
        (DOTS, {"A": 20, "B": 5}, 8, "more dots (25) than 8 people have (24)"),
        (DOTS, {"A": 24}, 8, ""),
    ],
)
def test_a_count_beyond_the_people_here_is_queried(form: Form, amounts: dict[str, int], present: int, words: str) -> None:
    """It is said and kept; where nobody counted the people, nothing can be said."""
    assert doubt(form, amounts, person=False, present=present) == words
    assert doubt(form, amounts, person=True, present=present) == ""


@pytest.mark.parametrize(
    ("form", "amounts", "person", "words"),
    [
        (DOTS, {"A": 2}, True, "2 of 3 dots given"),
        (DOTS, {"A": 1}, False, "1 dot given"),
        (RANKS, {"A": 1, "B": 2}, True, "2 of 3 ranked"),
        (BUDGET, {"A": 60}, True, "60 of 100 given"),
        (HANDS, {"A": 1}, False, "1 hand raised"),
    ],
)
def test_the_running_total(form: Form, amounts: dict[str, int], person: bool, words: str) -> None:
    """How much is given, of how much where there is a limit."""
    assert running(form, amounts, person=person) == words


START = datetime(2026, 3, 2, 10, tzinfo=UTC)


def vote(number: int, theme: str, amount: int, who: str = "p3", kind: VoteKind = VoteKind.DOTS) -> Vote:
    """The so-manieth vote of a session."""
    return Vote(
        id=f"v{number:02}",
        session="s",
        activity=0,
        theme=theme,
        perspective="parent",
        kind=kind,
        amount=amount,
        at=START + timedelta(seconds=number),
        participant=who or None,
    )


def test_the_last_number_for_a_theme_counts() -> None:
    """What was taken back is gone, and who has taken all back has not voted."""
    votes = [vote(1, "debt", 2), vote(2, "food", 1), vote(3, "debt", 0), vote(4, "debt", 3, "p4"), vote(5, "debt", 0, "p4")]
    assert {voter: given(found) for voter, found in standing(votes)["s", 0].items()} == {Voter("", "p3"): {"food": 1}}


def test_a_person_and_their_group_are_two_voters() -> None:
    """What is counted for the group doesn't touch what a person gave."""
    found = standing([vote(1, "debt", 2), vote(2, "debt", 9, "")])["s", 0]
    assert {voter: given(votes) for voter, votes in found.items()} == {Voter("", "p3"): {"debt": 2}, Voter("parent"): {"debt": 9}}


@examples(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.sampled_from(["p1", "p2", ""])), max_size=10), st.randoms())
def test_the_order_in_which_votes_are_read_never_matters(cast: list[tuple[str, int, str]], random: Random) -> None:
    """They carry their moment."""
    votes = [vote(number, *each) for number, each in enumerate(cast)]
    shuffled = sorted(votes, key=lambda _: random.random())
    assert standing(votes) == standing(shuffled)


@examples(st.text(max_size=40))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    """It is a vote or it is none; nothing raises."""
    found = read_vote(text, PARENTS)
    assert found is None or isinstance(found, VoteLine)
