"""People over several laptops: who is noted anywhere is known everywhere."""

from collections.abc import Callable

import pytest

from tests.workbook.conftest import Hands
from tests.workbook.copying import copy_of
from tests.workbook.laptops import opened
from workshop.model.records import Session
from workshop.workbook.book import Workbook


@pytest.fixture
def session(book: Workbook) -> Session:
    """A session with parents, to type up notes."""
    return book.start_session(None, "parent")


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda other, _: other.edit("R1", "nobody tells you anything"),
        lambda other, there: other.capture(there, "4: and the forms are long"),
    ],
    ids=["edited", "said more"],
)
def test_who_was_noted_elsewhere_meanwhile_is_there_again(
    book: Workbook, session: Session, hands: Hands, meanwhile: Callable[[Workbook, Session], object]
) -> None:
    """An undo takes a remark and its new sticker away where another laptop goes on with them: both know p4 again, without a rival."""
    book.capture(session, "4: nobody tells you")
    elsewhere = copy_of(book, "laptop")
    with opened(elsewhere, hands) as other:
        meanwhile(other, other.session("S1"))
        book.undo()
        assert book.participants() == ()
        book.merge(elsewhere)
        other.merge(book.folder)
        book.merge(elsewhere)
        for each in (book, other):
            spoken = {remark.participant for remark in each.records.reflections.values()}
            assert spoken == {person.id for person in each.participants()}
            assert [person.code for person in each.participants()] == ["p4"]
            assert "p4" not in {conflict.ref for conflict in each.conflicts()}


def test_nobody_else_comes_back(book: Workbook, session: Session, hands: Hands) -> None:
    """A sticker of which nothing is noted anywhere stays gone."""
    book.capture(session, "4: nobody tells you")
    elsewhere = copy_of(book, "laptop")
    book.undo()
    with opened(elsewhere, hands) as other:
        other.capture(other.session("S1"), "5: another")
    book.merge(elsewhere)
    assert [person.code for person in book.participants()] == ["p5"]
