"""Hands beyond the people who are here: kept, said at once, and said again under the comparison."""

import pytest

from tests.workbook.conftest import Hands
from workshop.model.plan import Plan
from workshop.model.records import Session, Verb
from workshop.workbook.book import Workbook


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
        ("practitioners: not us x9", ""),
    ],
)
def test_more_hands_than_people_are_kept_and_queried(book: Workbook, shown: Session, line: str, said: str) -> None:
    """A show of hands on a statement or a remark is never refused; of a group that nobody counted nothing is said."""
    saved = book.capture(shown, line)
    assert saved.hint == said
    assert saved.response is not None or saved.reflection is not None


def test_hands_that_add_up_to_too_many_are_queried(book: Workbook, shown: Session) -> None:
    """Each count of its own is possible; together they are not."""
    assert book.capture(shown, "parents: !agree x5").hint == ""
    assert book.capture(shown, "parents: !disagree x5").hint == "look again: 10 hands, and 8 parents are here"
    assert book.responses_to(book.statement("T1").id, shown) == {"agree": 5, "partly": 0, "disagree": 5, "unsure": 0}
    assert "More hands were counted (10) than parents were here (8)." in book.compare().notes
