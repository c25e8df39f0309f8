"""Verifying: damage is told with its place, its meaning and a cure; a whole workshop is said to be whole."""

import random
import shutil
from pathlib import Path

import pytest

from tests.workbook.conftest import Hands
from tests.workbook.copying import copy_of
from tests.workbook.laptops import opened
from workshop.errors import WorkshopError
from workshop.model.records import Records, Session
from workshop.store.database import JournalDB
from workshop.store.line import Line, LineCodec
from workshop.store.repository import Repository
from workshop.workbook.book import Workbook
from workshop.workbook.merging import merge_into
from workshop.workbook.notices import damage_notice
from workshop.workbook.shelf import create_workshop
from workshop.workbook.verifying import verify

STAMP = "0mbxstezp001"


@pytest.fixture
def session(book: Workbook) -> Session:
    """A session with parents, to type up notes; two remarks have been made."""
    session = book.start_session(None, "parent")
    book.capture(session, "3: the bus is late #buses")
    book.capture(session, "4: nobody tells you #benefits")
    return session


def journal(book: Workbook) -> Path:
    """The one file of the workshop."""
    (path,) = book.folder.glob("*.jsonl")
    return path


@pytest.mark.usefixtures("session")
def test_a_whole_one(book: Workbook) -> None:
    """Nothing is found; saves and records are counted; an open window sees the same as a fresh look."""
    found = verify(book.folder)
    assert found.whole
    assert (found.findings, found.pending, found.notices, found.conflicts, found.read_only) == ((), (), (), 0, "")
    assert found.saves == {journal(book).name: 4}
    assert {table: count for table, count in found.records.items() if count} == {
        "workshop": 1,
        "sessions": 1,
        "participants": 2,
        "reflections": 2,
        "themes": 2,
        "codings": 2,
    }
    assert book.verify() == found
    assert found.as_json()["whole"] is True


@pytest.mark.usefixtures("session")
def test_a_flipped_bit(book: Workbook) -> None:
    """File and line are named, what it means, and that another copy brings it back: which it does."""
    whole = copy_of(book, "laptop")
    path = journal(book)
    path.write_bytes(path.read_bytes().replace(b"the bus", b"the bus".swapcase()))
    found = verify(book.folder)
    hole, line = found.findings
    assert (line.file, line.line, hole.file, hole.line) == (path.name, 4, path.name, 0)
    assert "damaged" in line.meaning
    assert "1 save(s)" in hole.meaning
    assert all("workshop merge" in each.cure for each in found.findings)
    book.close()
    with opened(book.folder, Hands()) as mended:
        mended.merge(whole)
        assert len(mended.records.reflections) == 2


@pytest.mark.usefixtures("session")
def test_a_thousand_flipped_bits(book: Workbook) -> None:
    """Whatever bit is flipped: the same records are shown and it is said to be whole, or it is said not to be."""
    path = journal(book)
    whole, records = path.read_bytes(), book.records
    chance = random.Random(5)  # noqa: S311 - chance for a test, no secret
    told = 0
    folder = book.folder.parent / "flipped"
    for _ in range(1000):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        changed = bytearray(whole)
        changed[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        (folder / path.name).write_bytes(changed)
        found = verify(folder)
        told += not found.whole or found.healed > 0
        if found.whole:
            assert _records(folder) == records
    assert told > 900


def _records(folder: Path) -> Records:
    repository = Repository.open(folder)
    try:
        return repository.records()
    finally:
        repository.close()


@pytest.mark.usefixtures("session")
def test_without_its_own_record_it_is_still_verified(book: Workbook) -> None:
    """A workshop that can't be opened, since the line that says what it is has been damaged, is verified, and the cure is said."""
    path = journal(book)
    path.write_bytes(path.read_bytes().replace(b'"title":"Book"', b'"title":"Look"'))
    found = verify(book.folder)
    assert found.title == ""
    assert any("own record" in each.meaning and "merge" in each.cure for each in found.findings)


@pytest.mark.usefixtures("session")
def test_what_a_newer_version_wrote(book: Workbook) -> None:
    """Lines, operations and records that only a newer version knows are no damage: they are told apart, with the cure to install it."""
    unknown, later = ["mend", "reflections", "x"], ["put", "reflections", "y", [], {"schema": 99}]
    lines = [Line("later", 1, STAMP, [], v=2), Line("other", 1, STAMP, [later], unknown=(unknown,))]
    (book.folder / "later.jsonl").write_bytes(b"".join(map(LineCodec().encode, lines)))
    found = verify(book.folder)
    assert "newer version" in found.read_only
    assert (found.whole, found.findings) == (True, ())
    assert [(each.file, each.line) for each in found.later] == [("later.jsonl", 1), ("later.jsonl", 2), ("", 0)]
    assert all("newer version" in each.cure for each in found.later)
    assert len(found.as_json()["newer"]) == 3


@pytest.mark.usefixtures("session")
def test_two_workshops_in_one_folder(book: Workbook, tmp_path: Path) -> None:
    """Journals of another workshop that were copied in by mistake are noticed."""
    other = create_workshop(tmp_path / "other", "Another")
    other.close()
    shutil.copy(journal(other), book.folder)
    assert any("two different workshops" in each.meaning for each in verify(book.folder).findings)


@pytest.mark.usefixtures("session")
def test_a_file_that_gives_nothing(book: Workbook) -> None:
    """A folder that is called like a journal can't be read: it is named, with what to do."""
    (book.folder / "odd.jsonl").mkdir()
    (finding,) = verify(book.folder).findings
    assert (finding.file, finding.line) == ("odd.jsonl", 0)
    assert "move it away" in finding.cure


@pytest.mark.usefixtures("session")
def test_conflicts_and_unfinished_withdrawals_are_counted_and_no_damage(book: Workbook, hands: Hands) -> None:
    """What waits for a choice, and words that another window has to take out, are told; the workshop is whole all the same."""
    elsewhere = copy_of(book, "laptop")
    with opened(elsewhere, hands) as other:
        other.edit("R1", "there")
    book.edit("R1", "here")
    book.merge(elsewhere)
    window = JournalDB(book.folder)
    table, place = book.repository.key(book.reflection("R2"))
    window.settle(table, place, {**dict(window.table(table).get(doc_id=place)), "text": "said in another window"})
    book.repository.erase([(table, place)])
    found = book.verify()
    assert found.whole
    assert found.conflicts == 1
    assert len(found.pending) == 1
    assert "another window" in found.pending[0]
    window.close()


def test_a_clock_that_is_far_ahead_is_noticed(book: Workbook) -> None:
    """A save stamped a year from now is no damage: it is a notice about one of the clocks."""
    year = JournalDB(book.folder, now=lambda: 4_000_000_000.0)
    year.table("themes").insert({"title": "From the future"})
    year.close()
    found = verify(book.folder)
    assert found.whole
    assert "clock" in found.notices[0]


@pytest.mark.usefixtures("session")
def test_a_list_of_places_that_cannot_be_read(book: Workbook) -> None:
    """It is a finding: a withdrawal would not know where to go."""
    (book.folder / "places.json").write_bytes(b"{")
    (finding,) = verify(book.folder).findings
    assert (finding.file, "Move it away" in finding.cure) == ("places.json", True)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    """A file in the place of a folder is refused in words."""
    (tmp_path / "file").write_text("text")
    with pytest.raises(WorkshopError, match="cannot be opened"):
        verify(tmp_path / "file" / "folder")


@pytest.mark.usefixtures("session")
def test_after_its_own_advice_it_is_whole(book: Workbook) -> None:
    """A damaged line whose words a merge brought back is told, and no damage any more: not by `verify`, and not at opening."""
    whole = copy_of(book, "laptop")
    path = journal(book)
    path.write_bytes(path.read_bytes().replace(b"the bus", b"the bus".swapcase()))
    book.close()
    with opened(book.folder, Hands()) as mended:
        mended.merge(whole)
        assert mended.verify().whole
    found = verify(book.folder)
    assert (found.whole, found.healed, found.findings) == (True, 1, ())
    assert damage_notice(opened(book.folder)) == ""


@pytest.mark.usefixtures("session")
def test_whichever_bit_was_flipped_a_merge_makes_it_whole(book: Workbook) -> None:
    """The line is known by what is left of its beginning or its end; before the merge nothing counts as healed that is not there."""
    laptop = copy_of(book, "laptop")
    path = journal(book)
    whole, records = path.read_bytes(), book.records
    chance = random.Random(6)  # noqa: S311 - chance for a test, no secret
    folder = book.folder.parent / "flipped"
    for _ in range(150):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        changed = bytearray(whole)
        changed[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        (folder / path.name).write_bytes(changed)
        if _records_or_none(folder) != records:
            assert not verify(folder).whole
        merge_into(folder, laptop)
        assert verify(folder).findings == ()
        assert _records(folder) == records


def _records_or_none(folder: Path) -> Records | None:
    try:
        return _records(folder)
    except WorkshopError:
        return None


@pytest.mark.usefixtures("session")
def test_a_stretch_of_zeros_is_made_whole_by_a_merge(book: Workbook) -> None:
    """A sector that was lost takes parts of several lines with it, or all of one: all of them have to be here before it is healed."""
    for number in range(5):
        book.capture(book.session("S1"), f"3: remark {number}")
    laptop = copy_of(book, "laptop")
    path = journal(book)
    whole = path.read_bytes()
    third, sixth = whole.index(b'"n":3'), whole.index(b'"n":6')
    for start, end in ((third + 60, sixth + 60), (whole.index(b"\n", third) + 1, whole.index(b"\n", sixth)), (sixth, len(whole))):
        folder = book.folder.parent / str(start)
        folder.mkdir()
        (folder / path.name).write_bytes(whole[:start] + bytes(end - start) + whole[end:])
        assert not verify(folder).whole
        merge_into(folder, laptop)
        found = verify(folder)
        assert found.whole == (end < len(whole))  # of what stood after the last whole line, nobody can tell


@pytest.mark.usefixtures("session")
def test_what_stands_between_two_lines_and_belongs_to_none_is_not_healed(book: Workbook) -> None:
    """Bytes that are no line of any writer stay a finding: nobody can tell what they were."""
    path = journal(book)
    first, rest = path.read_bytes().split(b"\n", 1)
    path.write_bytes(first + b"\nsomething else\n" + rest)
    found = verify(book.folder)
    assert (found.whole, found.healed) == (False, 0)
