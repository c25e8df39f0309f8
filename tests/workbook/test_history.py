"""History: every version stays, and where two people edited one remark a person chooses."""

import pytest

from tests.workbook.conftest import Hands, Reopen
from tests.workbook.copying import copy_of, texts
from tests.workbook.laptops import opened
from workshop.errors import WorkshopError
from workshop.model.records import Session
from workshop.workbook.book import Workbook
from workshop.workbook.history import tell_apart


@pytest.fixture
def session(book: Workbook) -> Session:
    """A session with parents, to type up notes; one remark has been made."""
    session = book.start_session(None, "parent")
    book.capture(session, "3: the bus is late #buses")
    return session


@pytest.fixture
def edited_twice(book: Workbook, session: Session, hands: Hands) -> Workbook:
    """The workshop with the remark edited here and on another laptop, merged."""
    assert session.number == 1
    elsewhere = copy_of(book, "laptop")
    book.edit("R1", "the bus is late, she says")
    with opened(elsewhere, hands) as other:
        other.edit("R1", "the bus is late, they say")
    book.merge(elsewhere)
    return book


@pytest.mark.usefixtures("session")
def test_an_edit_keeps_what_was_there(book: Workbook, reopened: Reopen) -> None:
    """The words change, on disk too; all versions are there with writer and number, and undo is one more of them."""
    book.edit("R1", "  the bus is very late\x1b[2J ")
    assert texts(reopened()) == ["the bus is very late"]
    assert [(each.number, each.fields["text"], each.shown) for each in book.history("R1")] == [
        (1, "the bus is late", False),
        (2, "the bus is very late", True),
    ]
    assert {each.writer for each in book.history("R1")} == {book.repository.db.writer}
    book.undo()
    assert [each.fields["text"] for each in book.history("R1")] == ["the bus is late", "the bus is very late", "the bus is late"]
    assert [each.number for each in book.history("R1") if each.shown] == [3]


@pytest.mark.usefixtures("session")
def test_an_edit_that_says_nothing_is_none(book: Workbook) -> None:
    """The same words write nothing; no words at all are refused."""
    serial = book.serial
    book.edit("R1", "the bus is late")
    assert book.serial == serial
    with pytest.raises(WorkshopError, match="needs words"):
        book.edit("R1", " \x1b[2J ")


def test_two_edits_are_both_offered(edited_twice: Workbook) -> None:
    """The newest is shown, the other is on offer, and each is told by what it says."""
    (conflict,) = edited_twice.conflicts()
    assert conflict.ref == "R1"
    assert [(each.fields["text"], each.shown, each.offered) for each in conflict.revisions] == [
        ("the bus is late, they say", True, False),
        ("the bus is late, she says", False, True),
    ]
    assert tell_apart(conflict.revisions) == ("the bus is late, they say", "the bus is late, she says")


@pytest.mark.parametrize("place", [0, 1])
def test_choosing_settles_it(edited_twice: Workbook, reopened: Reopen, place: int) -> None:
    """Whichever is chosen counts, nothing is on offer any more, also after reading again; an undo brings back what was shown."""
    (conflict,) = edited_twice.conflicts()
    wanted = conflict.revisions[place]
    shown = edited_twice.reflection("R1")
    edited_twice.choose("R1", str(wanted.number))
    for each in (edited_twice, reopened()):
        assert each.reflection("R1") == wanted.record
        assert each.conflicts() == ()
    edited_twice.undo()
    assert edited_twice.reflection("R1") == shown


def test_a_choice_reaches_the_other_laptop(edited_twice: Workbook, hands: Hands) -> None:
    """Merged back, the choice made here settles it there; an edit made there meanwhile is on offer against it."""
    elsewhere = copy_of(edited_twice, "second")
    third = copy_of(edited_twice, "third")
    edited_twice.choose("R1", "2")
    with opened(elsewhere, hands) as other:
        other.merge(edited_twice.folder)
        assert other.conflicts() == ()
        assert other.reflection("R1") == edited_twice.reflection("R1")
    with opened(third, hands) as other:
        other.edit("R1", "something else again")
        other.merge(edited_twice.folder)
        (conflict,) = other.conflicts()
        assert {each.fields["text"] for each in conflict.revisions} == {"something else again", "the bus is late, she says"}


@pytest.mark.usefixtures("session")
def test_any_version_can_be_gone_back_to(book: Workbook) -> None:
    """Choosing works without a conflict as well: an older wording counts again."""
    book.edit("R1", "second")
    book.edit("R1", "third")
    book.choose("R1", "1")
    assert texts(book) == ["the bus is late"]
    assert len(book.history("R1")) == 4


@pytest.mark.usefixtures("session")
def test_an_edit_against_a_deletion(book: Workbook, hands: Hands) -> None:
    """Edited here and taken back there: the edit is shown, the taking back is on offer, and choosing it takes it back; undo returns it."""
    elsewhere = copy_of(book, "laptop")
    with opened(elsewhere, hands) as other:
        other.repository.remove(other.reflection("R1"))
    book.edit("R1", "the bus is late, she says")
    book.merge(elsewhere)
    (conflict,) = book.conflicts()
    assert tell_apart(conflict.revisions) == ("the bus is late, she says", "taken back")
    assert conflict.revisions[1].as_json()["deleted"] is True
    book.choose("R1", conflict.revisions[1].version)
    assert (texts(book), book.conflicts()) == ([], ())
    book.undo()
    assert texts(book) == ["the bus is late, she says"]


def test_other_records_can_be_settled_too(book: Workbook, session: Session, hands: Hands) -> None:
    """A session's place and a workshop's title that differ are named by their references, and can be chosen by them."""
    elsewhere = copy_of(book, "laptop")
    with opened(elsewhere, hands) as other:
        other.rename("Their title")
        other.describe_participant(other.session("S1"), "p3", organisation="Made-up Trust")
    book.rename("Our title")
    book.describe_participant(session, "p3", organisation="Made-up Club")
    book.merge(elsewhere)
    assert {each.ref for each in book.conflicts()} == {"workshop", "p3"}
    for conflict in book.conflicts():
        ours = next(each for each in conflict.revisions if "Our title" in str(each.fields) or "Club" in str(each.fields))
        book.choose(conflict.ref, ours.version)
    assert book.conflicts() == ()
    assert book.workshop.title == "Our title"
    assert [each.organisation for each in book.records.participants.values()] == ["Made-up Club"]


@pytest.mark.usefixtures("session")
def test_people_are_named_as_people_name_them(book: Workbook, session: Session) -> None:
    """By their code where that is clear; with the session where two people have it, or it would name a remark, a statement or a session."""
    second = book.start_session(None, "parents")
    for where, line in ((session, "p3: one #food-banks"), (second, "p3: another"), (second, "p5: a third"), (second, "r3: a fourth")):
        book.capture(where, line)
    refs = {book.reference(each) for each in book.records.participants.values()}
    assert refs >= {"S1/p3", "S2/p3", "p5", "S2/r3"}
    assert [each.record and each.record.id for each in book.history("S2/P3")] == [book.person("p3", second).id]
    assert "theme/food-banks" in {book.reference(each) for each in book.records.themes.values()}
    (named,) = book.history("theme/food-banks")
    assert named.fields["title"].casefold().startswith("food")
    (remark,) = book.history("r3")
    assert remark.fields["text"]


@pytest.mark.parametrize(("reference", "version"), [("R9", "1"), ("R1", "9"), ("R1", ""), ("themes/none", "1"), ("S9", "1"), ("T1", "1")])
def test_what_is_not_there_cannot_be_chosen(book: Workbook, reference: str, version: str) -> None:
    """No such record, no such version: refused, and nothing is written."""
    serial = book.serial
    with pytest.raises(WorkshopError):
        book.choose(reference, version)
    assert book.serial == serial


@pytest.mark.usefixtures("session")
def test_a_version_nobody_can_read_is_said_to_be_so(book: Workbook) -> None:
    """A version whose document is no reflection is in the history with the reason, and can't be chosen."""
    table, place = book.repository.key(book.reflection("R1"))
    document = dict(book.repository.db.table(table).get(doc_id=place))
    book.repository.db.settle(table, place, {**document, "number": "\x1b[2Jno number"})
    book.repository.db.settle(table, place, document)
    odd = book.history("R1")[1]
    assert odd.record is None
    assert odd.trouble == "TypeError: no number"
    assert "can't be read" in tell_apart([odd])[0]
    with pytest.raises(WorkshopError, match="cannot be read"):
        book.choose("R1", "2")
