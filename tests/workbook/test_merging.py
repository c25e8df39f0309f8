"""Merging: what another copy has comes in, and the report says what it was."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbook.conftest import Hands
from tests.workbook.copying import copy_of, files_of, texts
from tests.workbook.laptops import opened
from workshop.errors import WorkshopError
from workshop.model.records import Consent, Session
from workshop.store.line import Line, LineCodec
from workshop.workbook.book import Workbook
from workshop.workbook.merging import merge_into
from workshop.workbook.shelf import create_workshop


@pytest.fixture
def session(book: Workbook) -> Session:
    """A session with parents, to type up notes; two remarks have been made."""
    session = book.start_session(None, "parent")
    book.capture(session, "3: the bus is late #buses")
    book.capture(session, "4: nobody tells you #benefits")
    return session


@pytest.mark.usefixtures("session")
def test_it_says_what_came(book: Workbook, hands: Hands) -> None:
    """New records of each kind, edits made there only, edits on both sides, withdrawals: each is counted once, in words and in JSON."""
    elsewhere = copy_of(book, "laptop")
    with opened(elsewhere, hands) as other:
        there = other.session("S1")
        other.capture(there, "5: a new remark #food")
        other.capture(there, "6: another one #food")
        other.edit("R2", "nobody tells you anything")
        other.edit("R1", "the bus is late, they say")
    book.edit("R1", "the bus is late, she says")
    report = book.merge(elsewhere)
    assert report.new == {"reflections": 2, "themes": 1, "participants": 2}
    assert (report.changed, report.both, report.withdrawn, report.saves, report.damage) == (1, 1, 0, 4, ())
    assert report.words() == (
        "Merged: 2 reflections new, 1 theme new, 2 participants new, 1 reflection changed there and not here, "
        "1 edited on both sides (both kept)."
    )
    assert report.as_json()["new"] == {"reflections": 2, "themes": 1, "participants": 2}
    assert len(book.records.reflections) == 4
    again = book.merge(elsewhere)
    assert again.words() == "Nothing new: all that is in the other copy was here already."


@pytest.mark.usefixtures("session")
def test_only_this_copy_is_changed(book: Workbook, hands: Hands) -> None:
    """The other copy has the very same files and bytes afterwards."""
    elsewhere = copy_of(book, "laptop")
    with opened(elsewhere, hands) as other:
        other.capture(other.session("S1"), "5: a new remark")
    before = files_of(elsewhere)
    book.merge(elsewhere)
    assert files_of(elsewhere) == before
    assert texts(book) == ["the bus is late", "nobody tells you", "a new remark"]


@pytest.mark.usefixtures("session")
def test_withdrawals_of_either_side_are_carried_out(book: Workbook, hands: Hands) -> None:
    """What was erased there goes here, from every file; what was erased here doesn't come back, and never touches the disk."""
    elsewhere = copy_of(book, "laptop")
    first, second = (book.reflection(each) for each in ("R1", "R2"))
    with opened(elsewhere, hands) as other:
        other.repository.erase([other.repository.key(first)])
        other.edit("R2", "nobody tells you, over there")
    book.repository.erase([book.repository.key(second)])
    report = book.merge(elsewhere)
    assert (report.withdrawn, texts(book)) == (1, [])
    assert not any(b"the bus is late" in data or b"nobody tells" in data for data in files_of(book.folder).values())


def test_copying_the_files_by_hand_is_a_merge_too(book: Workbook, session: Session, hands: Hands) -> None:
    """Journals put side by side in one folder, some of them twice under names that a synchronising program gave, say what a merge says."""
    elsewhere = copy_of(book, "laptop")
    with opened(elsewhere, hands) as other:
        other.capture(other.session("S1"), "5: a new remark")
        other.edit("R2", "nobody tells you anything")
    book.capture(session, "6: said here")
    by_hand = copy_of(book, "by hand")
    for path in elsewhere.iterdir():
        if not (by_hand / path.name).exists():
            shutil.copy(path, by_hand / path.name)
        shutil.copy(path, by_hand / path.name.replace(".jsonl", " (conflicted copy).jsonl"))
    book.merge(elsewhere)
    with opened(by_hand, hands) as merged:
        assert merged.records == book.records
        assert merged.history("R2") == book.history("R2")


@pytest.mark.usefixtures("session")
def test_a_bundle_and_a_stick_of_folders_are_merged_too(book: Workbook, hands: Hands, tmp_path: Path) -> None:
    """Out of a stick with several workshops the copies of this one are taken, and of a shelf not the workshop itself."""
    elsewhere = copy_of(book, "stick")
    create_workshop(elsewhere.parent / "another", "Another").close()
    with opened(elsewhere, hands) as other:
        other.capture(other.session("S1"), "5: a new remark")
        bundle = other.bundle(tmp_path / "sent.zip")
        other.capture(other.session("S1"), "6: another one")
    assert book.merge(bundle).new["reflections"] == 1
    report = book.merge(elsewhere.parent)
    assert (report.new["reflections"], report.copies) == (1, (elsewhere,))
    with pytest.raises(WorkshopError, match="no other copy"):
        book.merge(book.folder.parent)


@pytest.mark.usefixtures("session")
def test_another_workshop_is_refused(book: Workbook, tmp_path: Path) -> None:
    """One that was made by itself is another one, whatever its title; nothing of it comes in, and its title is said."""
    other = create_workshop(tmp_path / "other" / "book", "Book")
    other.capture(other.start_session(None, "parent"), "of other people")
    other.close()
    before = files_of(book.folder)
    with pytest.raises(WorkshopError, match="another one: Book"):
        book.merge(other.folder)
    assert files_of(book.folder) == before


@pytest.mark.parametrize(
    ("where", "says"), [("nowhere", "nothing at"), ("empty", "no other copy"), ("notes.txt", "no zip"), ("", "no other")]
)
def test_where_nothing_is_nothing_comes(book: Workbook, tmp_path: Path, where: str, says: str) -> None:
    """A place that isn't there, holds nothing, is some other file, or is the workshop itself, is refused in a word."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("notes")
    with pytest.raises(WorkshopError, match=says):
        book.merge(tmp_path / where if where else book.folder)


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("newer", ["here", "there"])
def test_a_newer_version_is_not_merged_with(book: Workbook, newer: str) -> None:
    """Where a newer version has written in either copy, nothing comes in, and the word says what to do."""
    elsewhere = copy_of(book, "laptop")
    line = LineCodec().encode(Line("later", 1, "0mbxstezp001", [], v=2))
    ((elsewhere if newer == "there" else book.folder) / "later.jsonl").write_bytes(line)
    with pytest.raises(WorkshopError, match="newer version"):
        book.merge(elsewhere)


@pytest.mark.usefixtures("session")
def test_a_copy_that_lost_its_own_record_is_mended(book: Workbook, hands: Hands) -> None:
    """Where the line that says which workshop this is has been damaged, merging with a whole copy brings it back, and the rest too."""
    elsewhere = copy_of(book, "laptop")
    for path in elsewhere.iterdir():
        path.write_bytes(path.read_bytes().replace(b'"title":"Book"', b'"title":"Look"'))
    book.capture(book.session("S1"), "5: a new remark")
    report = merge_into(elsewhere, book.folder)
    assert report.new["reflections"] == 1
    with opened(elsewhere, hands) as mended:
        assert mended.records == book.records


@pytest.mark.usefixtures("session")
def test_damage_there_is_told_and_left_there(book: Workbook, hands: Hands) -> None:
    """What is whole in a damaged copy comes in; the report says what could not be read."""
    elsewhere = copy_of(book, "laptop")
    with opened(elsewhere, hands) as other:
        for number in range(3):
            other.capture(other.session("S1"), f"5: new remark {number}")
    for path in elsewhere.iterdir():
        path.write_bytes(path.read_bytes().replace(b"new remark 1", b"new remerk 1"))
    report = book.merge(elsewhere)
    assert report.new["reflections"] == 2
    assert any("damaged" in each for each in report.damage)
    assert (report.copies, book.verify().findings[0].line) == ((elsewhere,), 0)


def test_consent_is_not_raised(book: Workbook, session: Session, hands: Hands) -> None:
    """Where one copy lowered what the other raised, the lower counts, and choosing a wording between the two does not raise it."""
    elsewhere = copy_of(book, "laptop")
    reflection = book.reflection("R1")
    with opened(elsewhere, hands) as other:
        hands.pass_(5)
        other.repository.put(replace(reflection, text="raised and reworded", consent=Consent.QUOTE, consent_at=hands.wall))
    book.repository.put(replace(reflection, text="lowered and reworded", consent=Consent.NONE, consent_at=hands.wall))
    book.merge(elsewhere)
    assert book.reflection("R1").consent is Consent.NONE
    raised = next(each for each in book.history("R1") if each.fields["text"] == "raised and reworded")
    book.choose("R1", raised.version)
    assert (book.reflection("R1").text, book.reflection("R1").consent) == ("raised and reworded", Consent.NONE)
    assert book.conflicts() == ()
    assert session.number == 1


def test_late_remarks_of_who_has_withdrawn_are_not_new(book: Workbook, session: Session, hands: Hands) -> None:
    """They came and went: what is counted as new stays, what went that was here counts as withdrawn, and the report says of the rest."""
    elsewhere = copy_of(book, "laptop")
    with opened(elsewhere, hands) as other:
        other.capture(other.session("S1"), "3: a late remark #buses")
        other.capture(other.session("S1"), "4: one that stays #food")
    hands.pass_(60)
    book.withdraw(book.withdrawal("3"))
    report = book.merge(elsewhere)
    assert (report.new["reflections"], report.withdrawn, report.late) == (1, 0, 1)
    assert "1 reflection new" in report.words()
    assert "1 reflection of people who have withdrawn, taken out again" in report.words()
    assert texts(book) == ["nobody tells you", "one that stays"]
    assert session.number == 1


def test_what_was_withdrawn_there_is_counted_by_kind(book: Workbook, hands: Hands) -> None:
    """A remark with the statement that was made of it, and a statement that was struck by itself; nothing of it is new."""
    session = book.start_session(None, "parent")
    book.capture(session, "3: the bus is late #buses")
    book.capture(session, "4: nobody tells you #benefits")
    book.add_statement("The bus is late.", "parent", sources=["R1"])
    book.add_statement("Nobody says anything.", "parent", sources=["R2"])
    elsewhere = copy_of(book, "laptop")
    with opened(elsewhere, hands) as other:
        other.capture(other.session("S1"), "5: struck before anybody saw it")
        other.strike("R3")
        other.strike("T2")
        other.withdraw(other.withdrawal("3"))
    report = merge_into(book.folder, elsewhere)
    assert (report.new, report.withdrawn, report.struck, report.late) == ({"participants": 1}, 1, 2, 0)
    assert "1 reflection withdrawn, 2 statements withdrawn" in report.words()
    assert report.as_json()["withdrawn_statements"] == 2
