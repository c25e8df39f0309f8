"""Keeping house: titles, the archive, how long it is kept, and how a workshop leaves a computer."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.workbook.conftest import Hands, Reopen
from tests.workbook.copying import copy_of, files_of, texts
from tests.workbook.laptops import opened
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.reading import Reading
from workshop.model.records import Session
from workshop.store.adopt import adopt
from workshop.store.backup import back_up
from workshop.store.copies import read_copy
from workshop.store.database import JournalDB
from workshop.workbook.book import Workbook
from workshop.workbook.housekeeping import delete, take_away
from workshop.workbook.shelf import Shelf


@pytest.fixture
def session(book: Workbook) -> Session:
    """A session with parents, to type up notes; two remarks have been made."""
    session = book.start_session(None, "parent")
    book.capture(session, "3: the bus is late #buses")
    book.capture(session, "4: nobody tells you #benefits")
    return session


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty stick."""
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def test_a_new_title(book: Workbook, reopened: Reopen) -> None:
    """The title changes, cleaned and on one line, the folder doesn't; undo brings it back, and none is no title."""
    folder = book.folder
    book.rename(" Another\n title\x1b[2J ")
    assert (reopened().workshop.title, book.folder) == ("Another title", folder)
    assert book.undo() == "the title Another title"
    assert reopened().workshop.title == "Book"
    with pytest.raises(WorkshopError, match="needs a title"):
        book.rename(" \x1b[2J ")


def test_by_its_new_title_it_is_found(book: Workbook) -> None:
    """The shelf finds it by its folder's name and by its title."""
    book.rename("The Other One")
    shelf = Shelf(book.folder.parent)
    assert shelf.find("the other one") == shelf.find("book") == book.folder


def test_the_archive_and_back(book: Workbook) -> None:
    """In the archive it is off the list unless asked for; back from it, it is on the list as it was."""
    shelf = Shelf(book.folder.parent)
    book.archive()
    assert shelf.entries() == ()
    (entry,) = shelf.entries(archived=True)
    assert (entry.title, entry.archived) == ("Book", True)
    book.unarchive()
    assert [each.archived for each in shelf.entries()] == [False]


@pytest.mark.parametrize(
    ("day", "overdue"), [(date(2026, 3, 1), True), (date(2026, 3, 2), False), (date(2027, 3, 31), False), (None, False)]
)
def test_how_long_it_is_kept(book: Workbook, day: date | None, overdue: bool) -> None:
    """Until the day's end it may stay; from the next day on it is overdue. Without a day it never is."""
    book.keep_until(date(2020, 1, 1))
    book.keep_until(day)
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    (entry,) = Shelf(book.folder.parent, clock=lambda: Reading(noon, 0.0, "test")).entries()
    assert (entry.keep_until, entry.overdue) == (day, overdue)


@pytest.mark.usefixtures("session")
def test_deleted_is_gone(book: Workbook, stick: Path) -> None:
    """Folder, journals and reports are gone; copies elsewhere stay and are named, and so is what an SSD may still hold."""
    made = book.backup_to(stick)
    book.export(["csv"])
    book.close()
    gone = delete(book.folder)
    assert not book.folder.exists()
    assert gone.copies == (made.place.path,)
    assert "SSD" in gone.words()
    assert str(stick) in gone.words()
    assert read_copy(stick / "book").lines


@pytest.mark.usefixtures("session")
def test_what_is_open_is_not_deleted(book: Workbook, stick: Path) -> None:
    """While a window has written in it, neither deleting nor taking away does anything."""
    before = files_of(book.folder)
    with pytest.raises(WorkshopError, match="open in another window"):
        delete(book.folder)
    with pytest.raises(WorkshopError, match="open in another window"):
        take_away(book.folder, stick)
    assert (files_of(book.folder), list(stick.iterdir())) == (before, [])


@pytest.mark.usefixtures("session")
def test_taken_away(book: Workbook, stick: Path, hands: Hands) -> None:
    """The stick has the whole workshop, history included; here is nothing left of it."""
    book.edit("R1", "the bus is very late")
    records, history = book.records, book.history("R1")
    book.close()
    gone = take_away(book.folder, stick)
    assert gone.copy == stick / "book"
    assert not book.folder.exists()
    with opened(stick / "book", hands) as copy:
        assert (copy.records, copy.history("R1")) == (records, history)
        assert copy.verify().whole


@pytest.mark.usefixtures("session")
def test_damage_is_taken_along(book: Workbook, stick: Path, hands: Hands) -> None:
    """What can't be read here is on the stick too, byte for byte: another copy may mend it, or somebody may read it one day."""
    (path,) = book.folder.glob("*.jsonl")
    book.close()
    path.write_bytes(path.read_bytes().replace(b"the bus", b"the bud") + b'{"v":1,"torn')
    damaged = read_copy(book.folder).damaged
    assert len(damaged) == 2
    take_away(book.folder, stick)
    assert read_copy(stick / "book").damaged == damaged
    with opened(stick / "book", hands) as copy:
        assert texts(copy) == ["nobody tells you"]


@pytest.mark.usefixtures("session")
def test_a_backup_on_the_stick_is_completed(book: Workbook, stick: Path) -> None:
    """Taken away to where a backup of it is, it is that copy that becomes whole, and it is not named as another copy."""
    book.backup_to(stick)
    book.capture(book.session("S1"), "5: a last remark")
    lines = read_copy(book.folder).lines
    book.close()
    gone = take_away(book.folder, stick)
    assert (gone.copy, gone.copies) == (stick / "book", ())
    assert read_copy(stick / "book").lines.keys() == lines.keys()


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("what", ["a line lost", "a line changed"])
def test_nothing_is_deleted_when_the_copy_is_not_whole(book: Workbook, stick: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """A stick that loses or changes one save after it was written is noticed, and everything is still here."""
    book.close()
    before = files_of(book.folder)

    def spoil(folder: Path, *arguments: object, **more: object) -> object:
        done = adopt(folder, *arguments, **more)  # type: ignore[arg-type]  # passed on as they came
        for path in folder.iterdir():
            data = path.read_bytes()
            path.write_bytes(data[: data.rindex(b"{", 0, -200)] if what == "a line lost" else data.replace(b"nobody", b"nobidy"))
        return done

    monkeypatch.setattr("workshop.store.backup.adopt", spoil)
    with pytest.raises(NotSavedError, match="not whole"):
        take_away(book.folder, stick)
    assert files_of(book.folder) == before


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("what", ["nothing of it", "its record", "a remark"])
def test_the_copy_is_opened_before_anything_is_deleted(book: Workbook, stick: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """A stick that loses something after it was read back, so that the copy doesn't open or says less, is noticed as well."""
    book.close()
    before = files_of(book.folder)

    def lose(folder: Path, target: Path, **more: object) -> object:
        done = back_up(folder, target, **more)  # type: ignore[arg-type]  # passed on as they came
        for path in target.iterdir():
            words = {"nothing of it": b"", "its record": b'"title":"Book"', "a remark": b"nobody tells you"}[what]
            path.write_bytes(path.read_bytes().replace(words, words.upper()) if words else b"")
        return done

    monkeypatch.setattr("workshop.workbook.housekeeping.back_up", lose)
    with pytest.raises(WorkshopError):
        take_away(book.folder, stick)
    assert files_of(book.folder) == before


@pytest.mark.usefixtures("session")
def test_a_copy_that_has_more_is_whole(book: Workbook, stick: Path, hands: Hands) -> None:
    """Where another laptop's remarks are on the stick already, the workshop joins them there, and goes here."""
    book.backup_to(stick)
    with opened(stick / "book", hands) as other:
        other.capture(other.session("S1"), "6: said on another laptop")
    book.capture(book.session("S1"), "5: said here")
    book.close()
    take_away(book.folder, stick)
    assert not book.folder.exists()
    with opened(stick / "book", hands) as copy:
        assert sorted(texts(copy)) == ["nobody tells you", "said here", "said on another laptop", "the bus is late"]


@pytest.mark.usefixtures("session")
def test_a_copy_that_still_holds_withdrawn_words_is_not_enough(book: Workbook, stick: Path) -> None:
    """Where a window has the copy on the stick open, and withdrawn words in it can't be taken out, everything stays here."""
    book.backup_to(stick)
    window = JournalDB(stick / "book")
    table, place = book.repository.key(book.reflection("R2"))
    window.settle(table, place, {**dict(window.table(table).get(doc_id=place)), "text": "said on the stick"})
    book.repository.erase([(table, place)])
    book.close()
    with pytest.raises(WorkshopError, match="still holds withdrawn words"):
        take_away(book.folder, stick)
    assert read_copy(book.folder).lines
    window.close()
    take_away(book.folder, stick)
    assert not any(b"said on the stick" in data for data in files_of(stick).values())


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(("where", "says"), [("nowhere/else", "no folder"), ("book/inside", "inside the workshop"), ("", "inside")])
def test_it_is_not_taken_to_nowhere(book: Workbook, tmp_path: Path, where: str, says: str) -> None:
    """A stick that isn't in, and the workshop's own folder, are no places to take it to."""
    book.close()
    before = files_of(book.folder)
    (book.folder / "inside").mkdir()
    with pytest.raises(WorkshopError, match=says):
        take_away(book.folder, tmp_path / where)
    assert files_of(book.folder) == before


@pytest.mark.usefixtures("session")
def test_restored_from_a_backup_or_a_bundle(book: Workbook, stick: Path, tmp_path: Path, hands: Hands) -> None:
    """On another shelf the workshop is there again, whole, under its title; where it came from is known, so that withdrawals reach it."""
    book.backup_to(stick)
    bundle = book.bundle(tmp_path / "Sent Over.zip")
    for number, (place, name) in enumerate(((stick, "book"), (stick / "book", "book"), (bundle, "book"))):
        shelf = Shelf(tmp_path / f"shelf{number}")
        folder = shelf.restore(place)
        assert folder == shelf.home / name
        with opened(folder, hands) as restored:
            assert restored.records == book.records
            assert [each.path for each in restored.places] == [place / "book" if place == stick else place]


@pytest.mark.usefixtures("session")
def test_it_is_not_restored_twice(book: Workbook, stick: Path, tmp_path: Path) -> None:
    """Where it stands already, restoring is refused with the merge that is meant; so is a place that holds no copy, or two."""
    book.backup_to(stick)
    with pytest.raises(WorkshopError, match="stands here already, as book") as refused:
        Shelf(book.folder.parent).restore(stick)
    assert refused.value.cure == f"To bring in what it lacks: workshop merge book {stick / 'book'}"
    other = Shelf(tmp_path / "other")
    copy_of(book, "empty").rename(tmp_path / "moved out")
    with pytest.raises(WorkshopError, match="does not hold one copy"):
        other.restore(tmp_path)
    with pytest.raises(WorkshopError, match="does not hold one copy"):
        other.restore(tmp_path / "empty")
    assert other.names() == ()
