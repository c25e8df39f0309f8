"""The wall of the room's display: what it shows, and what it keeps back."""

from collections.abc import Callable

import pytest

from workshop.model.plan import Plan
from workshop.model.records import Consent, Session
from workshop.workbook.book import Workbook


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """A session of parents whose display may show what they say."""
    return book.set_wall(book.start_session(plan, "parent"), True)


def test_there_is_no_wall_until_the_facilitator_allows_it(book: Workbook, plan: Plan, reopened: Callable[[], Workbook]) -> None:
    """It is off at first, stays as it was set for every window, and undo takes the setting back."""
    session = book.start_session(plan, "parent")
    book.capture(session, "3: the bus is late")
    assert book.wall(session) == ()
    book.set_wall(session, True)
    assert book.wall(session) == reopened().wall(session) == ("the bus is late",)
    assert book.undo() == "showing what was said on the room's display"
    assert book.wall(session) == ()


def test_setting_the_wall_keeps_what_another_window_said_of_the_session(
    book: Workbook, session: Session, reopened: Callable[[], Workbook]
) -> None:
    """How many are here, said elsewhere a moment ago, is still so; and what is set already is not written again."""
    other = reopened()
    other.set_present(session, {"parent": 9})
    book.set_wall(session, False)
    assert dict(book.session("S1").present) == {"parent": 9}
    serial = book.serial
    book.set_wall(session, False)
    assert book.serial == serial


@pytest.mark.parametrize(
    "line",
    [
        "3: about my sister !off",
        '3: "we go without',
        "nt: dots: food 9, debt 7",
        "3: #food",
        "4: I think p3 is right",
        "4: P3's landlord",
        "4: Mrs Reid knows",
        "4: ring 07700 900123",
    ],
)
def test_what_is_no_remark_for_the_room_stays_off_the_wall(book: Workbook, session: Session, line: str) -> None:
    """Off the record, an unfinished quote, the note-taker's own, one without words, one that names a sticker or a person."""
    book.capture(session, "3: the bus is late")
    book.capture(session, f"{line} ..." if line.endswith("without") else line)
    assert book.wall(session) == ("the bus is late",)


@pytest.mark.parametrize(
    ("level", "shown"),
    [
        (None, ("“heating or food”", "we walk")),
        (Consent.NONE, ()),
        (Consent.COUNT, ()),
        (Consent.PARAPHRASE, ("we walk",)),
        (Consent.QUOTE, ("“heating or food”", "we walk")),
    ],
)
def test_consent_counts_in_the_room_too(book: Workbook, session: Session, level: Consent | None, shown: tuple[str, ...]) -> None:
    """Who was asked and agreed to less is shown as little as in a report; who was not asked yet is shown in the room that heard it."""
    book.capture(session, '3: "heating or food"')
    book.capture(session, "3: we walk")
    if level is not None:
        book.set_consent(session, "p3", level)
    assert book.wall(session) == shown


def test_a_struck_remark_leaves_the_wall(book: Workbook, session: Session) -> None:
    """What was taken back is gone from it at once."""
    ref = book.capture(session, "3: the bus is late").ref
    book.withdraw(book.striking(ref))
    assert book.wall(session) == ()


def test_a_remark_put_aside_for_safeguarding_leaves_the_wall(book: Workbook, session: Session) -> None:
    """It is gone from the room's display with the same key press that flags it, and is back when it is no longer flagged."""
    ref = book.capture(session, "3: the bus is late").ref
    book.flag(ref)
    assert book.wall(session) == ()
    book.unflag(ref)
    assert book.wall(session) == ("the bus is late",)


def test_a_code_is_found_however_it_is_written(book: Workbook, session: Session) -> None:
    """In capitals, beside a comma; as a part of another word it is none."""
    book.capture(session, "3: the bus is late")
    for text in ("so says P3.", "(p3, I think)", "flat p34", "the mp3 player"):
        book.capture(session, text)
    assert book.wall(session) == ("the bus is late", "flat p34", "the mp3 player")
