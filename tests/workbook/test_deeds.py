"""What another window, or this computer before a restart, did is said in words when it is undone."""

from tests.workbook.conftest import Reopen
from workshop.model.plan import Plan
from workshop.model.records import Verb
from workshop.workbook.book import Workbook


def test_what_was_done_to_themes_and_people_is_said_after_a_restart(book: Workbook, plan: Plan, reopened: Reopen) -> None:
    """Of what is put aside the number alone."""
    session = book.start_session(plan, "parent")
    book.act(session, Verb.START)
    book.capture(session, "3: the bus is dear #bus")
    book.capture(session, "4: and late #buses")
    book.merge_themes("buses", "bus")
    book.code("R2", "bus", coder="Bo")
    book.set_attendance(session, "3", [0])
    book.flag("R1")
    book.unflag("R1")
    again = reopened()
    assert [again.undo().partition(" (done at")[0] for _ in range(5)] == [
        "putting R1 back",
        "putting R1 aside",
        "the attendance of p3",
        "the coding of R2",
        "the merge of Buses into Bus",
    ]
