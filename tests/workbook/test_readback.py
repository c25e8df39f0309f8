"""Reading back: what a group finds right is known, what it corrects has a history, and other words than those read are unchecked."""

import pytest

from tests.workbook.conftest import Reopen
from workshop.errors import WorkshopError
from workshop.model.checking import Checked, checked_by_perspective
from workshop.model.plan import Plan
from workshop.model.records import Session
from workshop.workbook.book import Workbook


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """R1 to R6 of parents and the note-taker; R2 is unfinished, R3 without words, R4 the note-taker's, R5 off the record."""
    made = book.start_session(plan, "parent", present={"parent": 8})
    for line in (
        "3: the bus is late",
        '4: "we go without so...',
        "5: #food",
        "nt: it is loud in here",
        "6: my sister !off",
        "P: damp walls",
    ):
        book.capture(made, line)
    return made


def checked(book: Workbook) -> set[str]:
    """What was found right, by reference."""
    return {book.ref(book.reflection(key)) for key in book.checked_back()}


def test_the_group_s_words_are_read_back_and_nothing_else(book: Workbook, session: Session) -> None:
    """In the order said; nothing without words, off the record, or of the note-taker. The unfinished ones can be had alone."""
    assert [book.ref(each) for each in book.to_read_back(session)] == ["R1", "R2", "R6"]
    assert [book.ref(each) for each in book.to_read_back(session, unfinished=True)] == ["R2"]


def test_what_is_right_is_checked_back(book: Workbook, session: Session, reopened: Reopen) -> None:
    """Here, and for whoever opens the workshop later; said twice it is one record; undo takes it back."""
    book.found_right("R1")
    book.found_right("R1")
    assert checked(book) == checked(reopened()) == {"R1"}
    assert len(book.records.checks) == 1
    assert checked_by_perspective(book.records) == {"parent": Checked(1, 3)}
    book.undo()
    book.undo()
    assert checked(book) == set()


def test_a_correction_keeps_what_was_noted_in_the_history(book: Workbook, session: Session) -> None:
    """The group's words count, and are checked by that; one undo brings both back as they were."""
    book.correct("R1", "  the bus does not come ")
    assert (book.reflection("R1").text, checked(book)) == ("the bus does not come", {"R1"})
    assert [each.fields["text"] for each in book.history("R1")] == ["the bus is late", "the bus does not come"]
    book.undo()
    assert (book.reflection("R1").text, checked(book)) == ("the bus is late", set())


def test_other_words_than_those_read_back_are_not_checked(book: Workbook, session: Session) -> None:
    """Whoever edits a remark after it was found right has words that nobody heard; the old words back are checked again."""
    book.found_right("R1")
    book.edit("R1", "the bus is never late")
    assert checked(book) == set()
    book.edit("R1", "the bus is late")
    assert checked(book) == {"R1"}


def test_an_unfinished_quote_is_finished(book: Workbook, session: Session) -> None:
    """Words that still trail off wait on, unchecked; whole ones are off the list; so is what the group says is right as it is."""
    book.correct("R2", "we go without so they...")
    assert (book.reflection("R2").unfinished, checked(book)) == (True, set())
    book.correct("R2", "we go without so they can eat")
    assert (book.reflection("R2").unfinished, book.reflection("R2").verbatim, checked(book)) == (False, True, {"R2"})
    book.capture(session, '3: "that is all I can say...')
    book.found_right("R7")
    assert book.to_read_back(session, unfinished=True) == ()


def test_what_can_t_be_read_back_says_so(book: Workbook, session: Session) -> None:
    """No words, the note-taker's own, and no words given in a correction."""
    for reference in ("R3", "R4", "R5"):
        with pytest.raises(WorkshopError, match=f"{reference} holds no words of the group"):
            book.found_right(reference)
    with pytest.raises(WorkshopError, match="needs words"):
        book.correct("R1", " \n")


def test_a_check_goes_with_the_remark(book: Workbook, session: Session) -> None:
    """What is struck leaves no digest of its words."""
    book.found_right("R1")
    book.withdraw(book.striking("R1"))
    assert book.records.checks == {}


def test_two_windows_that_check_one_remark_make_one_record(book: Workbook, session: Session, reopened: Reopen) -> None:
    """And nothing is left for a person to choose between."""
    other = reopened()
    book.found_right("R1")
    other.found_right("R1")
    book.refresh()
    assert (len(book.records.checks), book.conflicts()) == (1, ())


def test_the_report_says_how_much_was_checked_back(book: Workbook, session: Session) -> None:
    """In a sentence, and remark by remark."""
    book.found_right("R1")
    view = book.view()
    assert "1 of the 3 remarks noted of parents was read back and found right." in view.checked_back
    assert [each.quote.name for each in view.reflections if each.checked_back] == ["R1"]
