"""People over several laptops: who is noted anywhere is known everywhere."""

from collections.abc import Callable

import pytest

from tests.workbook.conftest import Hands
from tests.workbook.copying import copy_of
from tests.workbook.laptops import opened
from workshop.errors import WorkshopError
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


def test_a_number_given_twice_keeps_its_letters_when_one_of_them_is_undone(book: Workbook, session: Session, hands: Hands) -> None:
    """R1a and R1b: with R1b undone a bare R1, on somebody's slip of paper, means neither, after a restart too."""
    elsewhere = copy_of(book, "laptop")
    with opened(elsewhere, hands) as other:
        other.capture(other.session("S1"), "5: said there")
        book.capture(session, "4: said here")
        book.merge(elsewhere)
        mine = next(book.ref(each) for each in book.records.reflections.values() if each.text == "said here")
        book.undo()
        (left,) = book.records.reflections.values()
        with opened(book.folder, hands) as again:
            for each in (book, again):
                assert {mine, each.ref(left)} == {"R1a", "R1b"}
                with pytest.raises(WorkshopError, match="R1 may mean R1a or R1b"):
                    each.striking("R1")
                assert each.striking(mine).what == f"{mine} (undone before)"
