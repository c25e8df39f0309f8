"""Backing up: copies elsewhere that are whole, kept up to date, and reached by withdrawals."""

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.workbook.conftest import Hands
from tests.workbook.copying import copy_of, files_of, texts
from tests.workbook.laptops import opened
from workshop.errors import WorkshopError
from workshop.model.records import Session
from workshop.store.bundle import read_bundle
from workshop.store.compacting import LEAST, QUIET
from workshop.store.copies import read_copy
from workshop.store.database import JournalDB
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import create_workshop


@pytest.fixture
def session(book: Workbook) -> Session:
    """A session with parents, to type up notes; two remarks have been made."""
    session = book.start_session(None, "parent")
    book.capture(session, "3: the bus is late #buses")
    book.capture(session, "4: nobody tells you #benefits")
    return session


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with somebody's photos on it."""
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "photo.jpg").write_bytes(b"photo")
    return stick


def erase(book: Workbook, reference: str) -> None:
    """Withdraw one remark."""
    book.repository.erase([book.repository.key(book.reflection(reference))])


def words_in(folder: Path, words: bytes) -> list[str]:
    """Names of the files in a folder that hold the words, in zips too."""
    found = []
    for name, data in files_of(folder).items():
        if name.endswith(".zip"):
            with zipfile.ZipFile(folder / name) as archive:
                data = b"".join(archive.read(member) for member in archive.namelist())  # noqa: PLW2901 - what is packed in it
        if words in data:
            found.append(name)
    return found


def test_only_what_grew_is_written(book: Workbook, session: Session, stick: Path, hands: Hands) -> None:
    """The first backup holds everything; the next adds one file with what is new, and none where nothing is; it opens as the workshop."""
    first = book.backup_to(stick)
    assert (first.place.path, first.saves, first.trouble) == (stick / "book", 4, "")
    before = files_of(stick)
    book.capture(session, "5: a new remark")
    (second,) = book.backup_now()
    assert second.saves == 1
    after = files_of(stick)
    assert before.items() < after.items()
    assert len(after) == len(before) + 1
    assert book.backup_now()[0].words().endswith("nothing new since the last time; read back and whole.")
    assert files_of(stick) == after
    with opened(stick / "book", hands) as copy:
        assert copy.records == book.records


def test_many_backups_leave_few_files(book: Workbook, session: Session, stick: Path) -> None:
    """Each adds a file; when there are forty that were left alone for an hour, they become one, which is read back as ever."""
    for number in range(LEAST):
        book.capture(session, f"3: remark {number}")
        book.backup_to(stick)
    copy = stick / "book"
    assert len(list(copy.iterdir())) == LEAST
    for path in copy.iterdir():
        os.utime(path, (0, path.stat().st_mtime - 2 * QUIET))
    book.capture(session, "3: the last")
    assert book.backup_to(stick).trouble == ""
    assert len(list(copy.iterdir())) == 2
    assert read_copy(copy).state.documents == read_copy(book.folder).state.documents


def test_where_it_goes(book: Workbook, session: Session, stick: Path) -> None:
    """Into a folder of the workshop's name there, into the copy that is there already, or under a number where another has the name."""
    other = create_workshop(stick / "book", "Another")
    other.close()
    before = files_of(stick / "book")
    assert book.backup_to(stick).place.path == stick / "book-2"
    assert files_of(stick / "book") == before
    assert book.backup_to(stick).place.path == stick / "book-2"
    assert book.backup_to(stick / "book-2").place.path == stick / "book-2"
    assert book.backup_to(stick / "new folder").place.path == stick / "new folder" / "book"
    assert [each.path for each in book.places] == [stick / "book-2", stick / "new folder" / "book"]
    assert session.number == 1


@pytest.mark.parametrize("where", ["book", "", "book/backups", "book/.."])
def test_a_copy_beside_the_workshop_is_no_backup(book: Workbook, session: Session, tmp_path: Path, where: str) -> None:
    """In the workshop's own folder, and on the shelf that it stands on, a copy is refused."""
    assert session.number == 1
    with pytest.raises(WorkshopError, match="lost with it"):
        book.backup_to(tmp_path / where)
    assert book.places == ()


@pytest.mark.usefixtures("session")
def test_a_place_that_is_gone_says_so(book: Workbook, stick: Path, tmp_path: Path) -> None:
    """A stick that is out is told, hinders no other backup, and is found again; nothing is written into the empty folder it left."""
    book.backup_to(stick)
    book.backup_to(tmp_path / "drive")
    stick.rename(tmp_path / "pulled")
    for left in ("nothing", "an empty folder"):
        if left == "an empty folder":
            stick.mkdir()
        gone, other = sorted(book.backup_now(), key=lambda each: not each.trouble)
        assert "not there" in gone.words()
        assert other.trouble == ""
    assert list(stick.iterdir()) == []
    with pytest.raises(WorkshopError, match="no folder"):
        book.backup_to(tmp_path / "not" / "there")
    stick.rmdir()
    (tmp_path / "pulled").rename(stick)
    assert [each.trouble for each in book.backup_now()] == ["", ""]


@pytest.mark.usefixtures("session")
def test_another_workshop_in_its_place_is_not_touched(book: Workbook, stick: Path) -> None:
    """Where somebody put another workshop under the backup's name, it is said and left alone."""
    book.backup_to(stick)
    shutil.rmtree(stick / "book")
    create_workshop(stick / "book", "Another").close()
    before = files_of(stick)
    (made,) = book.backup_now()
    assert "another workshop" in made.words()
    assert files_of(stick) == before


@pytest.mark.usefixtures("session")
def test_a_timer(book: Workbook, stick: Path, tmp_path: Path, hands: Hands) -> None:
    """Asked for every 10 minutes it is due 10 minutes after it was made or tried, and not before; 0 minutes ends it."""
    book.backup_to(tmp_path / "drive")
    assert not book.backup_due()
    book.backup_to(stick, every=10)
    for minutes, due in ((9, False), (1, True)):
        hands.pass_(minutes)
        assert book.backup_due() is due
    assert {each.trouble for each in book.backup_now()} == {""}
    assert not book.backup_due()
    stick.rename(tmp_path / "pulled")
    hands.pass_(10)
    assert book.backup_due()
    book.backup_now()
    assert not book.backup_due()
    hands.pass_(10)
    assert book.backup_due()
    with opened(book.folder, hands) as window:
        assert window.backup_due()
    assert [each.every for each in book.backup_every(0)] == [0, 0]
    hands.pass_(100)
    assert not book.backup_due()


def test_without_a_backup_there_is_no_timer(book: Workbook) -> None:
    """A timer for no place is refused with the cure."""
    with pytest.raises(WorkshopError, match="no backup yet"):
        book.backup_every(10)
    assert book.backup_now() == ()


@pytest.mark.usefixtures("session")
def test_withdrawals_reach_every_copy_that_can_be_reached(book: Workbook, stick: Path, tmp_path: Path) -> None:
    """Words erased here go from backups and bundles when these are reached; one that is out is on the list, and is done when it is back."""
    book.backup_to(stick)
    book.backup_to(tmp_path / "drive")
    book.bundle(stick / "sent.zip")
    words = b"nobody tells you"
    assert len(words_in(stick, words)) == 2
    erase(book, "R2")
    assert words_in(book.folder, words) == []
    stick.rename(tmp_path / "pulled")
    assert len(book.copies_behind()) == 3
    made = book.erase_in_copies()
    assert sorted(bool(each.trouble) for each in made) == [False, True, True]
    assert words_in(tmp_path / "drive", words) == []
    assert [each.path for each in book.copies_behind()] == [stick / "book", stick / "sent.zip"]
    assert len(book.verify().pending) == 2
    (tmp_path / "pulled").rename(stick)
    assert {each.trouble for each in book.erase_in_copies()} == {""}
    assert words_in(stick, words) == []
    assert (book.copies_behind(), book.verify().pending, book.erase_in_copies()) == ((), (), ())
    assert read_bundle(stick / "sent.zip").lines.keys() == read_copy(book.folder).lines.keys()


@pytest.mark.usefixtures("session")
@pytest.mark.skipif(os.name != "posix", reason="a second name for a file is not to be had everywhere")
def test_a_bundle_is_overwritten_and_not_only_replaced(book: Workbook, stick: Path) -> None:
    """The bytes of the old bundle are zeros on the disk when the new one stands in its place: a second name of the file shows them."""
    path = book.bundle(stick / "sent.zip")
    before = path.stat().st_size
    second = stick / "the same bytes"
    second.hardlink_to(path)
    erase(book, "R2")
    assert [each.trouble for each in book.erase_in_copies()] == [""]
    assert second.read_bytes() == bytes(before)
    assert words_in(stick, b"the bus is late") == ["sent.zip"]


@pytest.mark.usefixtures("session")
def test_a_copy_that_is_open_elsewhere_is_told_and_stays_on_the_list(book: Workbook, stick: Path) -> None:
    """Where another window holds a file of the backup with the words in it, it is said which, and tried again."""
    book.backup_to(stick)
    window = JournalDB(stick / "book")
    erased = book.reflection("R2")
    table, place = book.repository.key(erased)
    window.settle(table, place, {**dict(window.table(table).get(doc_id=place)), "text": "nobody tells you, said in the backup"})
    erase(book, "R2")
    (made,) = book.erase_in_copies()
    assert "another window" in made.words()
    assert len(book.copies_behind()) == 1
    window.close()
    book.erase_in_copies()
    assert (words_in(stick, b"nobody tells you"), book.copies_behind()) == ([], ())


@pytest.mark.usefixtures("session")
def test_what_a_crash_left_in_a_copy_is_finished(book: Workbook, stick: Path) -> None:
    """A file that a killed window was wiping in the backup goes with the next backup, though nothing new is to be written."""
    book.backup_to(stick)
    left = stick / "book" / "x.jsonl.erased"
    left.write_bytes(b"words that should have gone")
    assert book.backup_now()[0].saves == 0
    assert not left.exists()


@pytest.mark.usefixtures("session")
def test_a_rewriting_that_was_broken_off_in_a_copy_is_finished(book: Workbook, stick: Path) -> None:
    """Where a kill left both the old file and the one without the withdrawn words, the old one goes with the next backup."""
    book.backup_to(stick)
    (old,) = (stick / "book").iterdir()
    words = old.read_bytes()
    erase(book, "R2")
    book.erase_in_copies()
    old.write_bytes(words)
    assert words_in(stick, b"nobody tells you") == [f"book/{old.name}"]
    assert book.backup_now()[0].saves == 0
    assert words_in(stick, b"nobody tells you") == []


@pytest.mark.usefixtures("session")
def test_a_bundle_in_its_place_that_is_another_is_left_alone(book: Workbook, stick: Path) -> None:
    """A file that isn't the bundle that was written is not overwritten by a withdrawal."""
    path = book.bundle(stick / "sent.zip")
    other = create_workshop(stick / "other", "Another")
    other.bundle(path, force=True)
    other.close()
    before = path.read_bytes()
    erase(book, "R2")
    assert "another workshop" in book.erase_in_copies()[0].words()
    path.write_bytes(b"notes")
    assert "no zip" in book.erase_in_copies()[0].words()
    assert (path.read_bytes(), len(before) > 0) == (b"notes", True)


@pytest.mark.usefixtures("session")
def test_a_copy_can_be_forgotten(book: Workbook, stick: Path) -> None:
    """One that was deleted, or given away, is taken off the list by its path or by the place that was named for it."""
    book.backup_to(stick)
    path = book.bundle(stick.parent / "sent.zip")
    book.forget_copy(path)
    book.forget_copy(stick)
    assert book.places == ()
    with pytest.raises(WorkshopError, match="No copy"):
        book.forget_copy(stick)


@pytest.mark.usefixtures("session")
def test_neither_copies_nor_bundles_know_this_computer(book: Workbook, stick: Path, hands: Hands) -> None:
    """The list of places is in no backup, no bundle and no copy that is merged."""
    book.backup_to(stick)
    path = book.bundle(stick / "sent.zip")
    book.backup_now()
    elsewhere = copy_of(book, "laptop")
    (elsewhere / "places.json").unlink()
    with opened(elsewhere, hands) as other:
        other.merge(book.folder)
        assert other.places == ()
    assert words_in(stick, str(stick).encode()) == []
    assert path.is_file()


@pytest.mark.usefixtures("session")
def test_what_was_backed_up_while_typing_is_whole(book: Workbook, session: Session, stick: Path, hands: Hands) -> None:
    """A backup taken between any two remarks of an open window holds all before it."""
    for number in range(5):
        book.capture(session, f"5: remark {number}")
        assert book.backup_to(stick).trouble == ""
        with opened(stick / "book", hands) as copy:
            assert texts(copy) == texts(book)


def test_a_backup_that_catches_up_with_a_withdrawal_says_so(book: Workbook, session: Session, stick: Path) -> None:
    """The stick was away when R1 was withdrawn: the backup that carries it out there says that; the next one has nothing to say of it."""
    copy = book.backup_to(stick).place.path
    away = copy.rename(stick / "away")
    erase(book, "R1")
    away.rename(copy)
    (caught_up,) = book.backup_now()
    assert "What was withdrawn since the last time is gone from it now." in caught_up.words()
    assert words_in(copy, b"the bus is late") == []
    (again,) = book.backup_now()
    assert "withdrawn" not in again.words()
