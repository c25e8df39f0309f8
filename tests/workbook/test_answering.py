"""Hands beyond the people who are here: kept, said at once, and said again under the comparison."""

import pytest

from tests.workbook.conftest import Hands
from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.records import Session, Verb
from workshop.workbook.book import Workbook
from workshop.workbook.typingup import Page


@pytest.fixture
def shown(book: Workbook, plan: Plan, hands: Hands) -> Session:
    """Eight parents, with a statement of practitioners on show."""
    book.add_statement("Families manage.", "practitioner")
    made = book.start_session(plan, "parent", present={"parent": 8})
    book.act(made, Verb.START)
    book.act(made, Verb.NEXT)
    return made


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("hands: 1 1 7 0", "look again: 9 hands, and 8 parents are here"),
        ("hands: 1 1 6 0", ""),
        ("parents: !disagree x9", "look again: 9 hands, and 8 parents are here"),
        ("parents: that is so x9", "look again: 9 hands, and 8 parents are here"),
        ("parents: that is so x8", ""),
        ("practitioners: not us x9", "look again: it is noted of practitioners, and this session is of parents"),
        ("8: we manage", ""),
        ("9: we manage", "look again: sticker 9, and 8 parents are here"),
    ],
)
def test_more_hands_than_people_are_kept_and_queried(book: Workbook, shown: Session, line: str, said: str) -> None:
    """Hands, a sticker, a group that can't be here are never refused; it is said that they are to be looked at again."""
    saved = book.capture(shown, line)
    assert saved.hint == said
    assert saved.response is not None or saved.reflection is not None


def test_hands_that_name_their_statement_need_none_shown(book: Workbook, plan: Plan) -> None:
    """`hands T2: 1 1 6 0` in an open round is a show of hands on T2, whichever is shown; of one that isn't there the words are kept."""
    for text in ("Families manage.", "Families hide it."):
        book.add_statement(text, "practitioner")
    open_round = book.start_session(plan, "parent", present={"parent": 8})
    book.act(open_round, Verb.START)
    saved = book.capture(open_round, "hands T2: 1 1 6 0")
    assert (saved.ref, saved.hint) == ("T2", "")
    assert [each.hands for each in book.records.responses.values()] == [(1, 1, 6, 0)]
    assert book.responses_to(book.statement("T2").id, open_round)["disagree"] == 6
    assert book.capture(open_round, "hands T9: 1 1 6 0").hint == "kept as words; there is no statement T9"
    assert "hands T1: 1 1 6 0" in book.capture(open_round, "hands: 1 1 6 0").hint


def test_an_answer_that_names_another_statement_is_to_that_one(book: Workbook, shown: Session) -> None:
    """With T1 on show `3: !disagree T2` answers T2, reason and all; edited to name T1 it goes there."""
    book.add_statement("Families hide it.", "practitioner")
    saved = book.capture(shown, "3: !disagree T2 they see it all")
    assert saved.reflection is not None
    assert saved.reflection.statement == book.statement("T2").id
    assert [each.statement for each in book.records.responses.values()] == [book.statement("T2").id]
    book.edit_line("R1", "3: !disagree T1 they see it all")
    assert [each.statement for each in book.records.responses.values()] == [book.statement("T1").id]
    assert book.reflection("R1").statement == book.statement("T1").id


def test_hands_with_nothing_shown_are_refused_with_the_line_that_would_do(book: Workbook, plan: Plan) -> None:
    """In the activity where statements are shown and there is none of another group's, the cure is the same line with a statement in it."""
    book.add_statement("We manage.", "parent")
    session = book.start_session(plan, "parent")
    for verb in (Verb.START, Verb.NEXT):
        book.act(session, verb)
    with pytest.raises(WorkshopError, match="No statement is being shown") as refused:
        book.capture(session, "hands: 1 1 6 0")
    assert refused.value.cure == "Show one first, or name it:  hands T1: 1 1 6 0"
    assert book.capture(session, "hands T1: 1 1 6 0").ref == "T1"


def test_said_of_a_statement_unasked_without_words(book: Workbook, plan: Plan) -> None:
    """`2: !agree T1` in an open round is a remark about T1 and no answer; `2: !agree` is refused, and the cure names T1."""
    book.add_statement("Families manage.", "practitioner")
    open_round = book.start_session(plan, "parent")
    book.act(open_round, Verb.START)
    saved = book.capture(open_round, "2: !agree T1")
    assert saved.reflection is not None
    assert (saved.reflection.statement, saved.reflection.kinds, saved.response) == (book.statement("T1").id, ("agree",), None)
    with pytest.raises(WorkshopError, match="No statement is being shown") as refused:
        book.capture(open_round, "2: !agree")
    assert "p2: !agree T1" in refused.value.cure


def test_hands_that_add_up_to_too_many_are_queried(book: Workbook, shown: Session) -> None:
    """Each count of its own is possible; together they are not."""
    assert book.capture(shown, "parents: !agree x5").hint == ""
    assert book.capture(shown, "parents: !disagree x5").hint == "look again: 10 hands, and 8 parents are here"
    assert book.responses_to(book.statement("T1").id, shown) == {"agree": 5, "partly": 0, "disagree": 5, "unsure": 0}
    assert any("answered to T1 is not compared" in note for note in book.compare().notes)


def test_a_show_of_hands_after_answers_by_sticker_says_which_counts(book: Workbook, shown: Session) -> None:
    """One statement was asked twice in one room: the fuller count is taken, and that is said."""
    assert book.capture(shown, "3: !agree").hint == ""
    assert book.capture(shown, "4: !disagree").hint == ""
    assert book.capture(shown, "hands: 1 1 6 0").hint == "2 answered by sticker too: the fuller of the two counts is taken"


def test_hands_on_a_named_statement_put_it_to_the_group_for_the_lines_after(book: Workbook, plan: Plan) -> None:
    """Typed-up notes: who disagrees next answers it, and isn't unasked."""
    book.add_statement("Families manage.", "practitioner")
    made = book.start_session(plan, "parent", present={"parent": 8})
    page = Page(made)
    lines = ("hands T1: 1 1 6 0", "2: !disagree they see it all")
    assert book.faults_in(page, lines) == ()
    for line in lines:
        saved, page = book.type_up(page, line)
    assert saved is not None
    assert saved.response is not None
