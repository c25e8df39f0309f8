"""The workshop's own record: written so often that damage loses it nowhere, and what stands in for it where it is lost all the same."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.store.conftest import Open
from tests.store.disks import FOLDER, FailingDisk, MemoryDisk, Names, Wall
from tests.store.test_tinydb_api import document
from workshop.errors import WorkshopError
from workshop.model.keys import participant_id
from workshop.model.perspective import PARENT, PRACTITIONER
from workshop.model.records import Participant, Session, Workshop
from workshop.store.copies import read_copy
from workshop.store.database import JournalDB
from workshop.store.repository import Repository

SALT = "0123456789abcdef" * 2
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
OWN = Workshop(title="Hall", perspectives=(PARENT, PRACTITIONER), salt=SALT, created=NOON)


def lines_of(disk: MemoryDisk) -> list[list[bytes]]:
    """The lines of each journal, in order of their names."""
    return [data.splitlines() for _, data in sorted(disk.files().items())]


def test_it_is_written_twice_and_again_at_the_head_of_each_journal(window: Open, disk: FailingDisk) -> None:
    """As the very same line, so that it is one version in every window, in any order, and no save more."""
    first, second = window(), window()
    first.table("workshop").insert(document("workshop", title="Hall"))
    first.table("a").insert(document("1", n=1))
    second.refresh()
    second.table("a").insert(document("2", n=2))
    second.table("a").insert(document("3", n=3))
    (own, again, _), (head, _, _) = lines_of(disk)
    assert own == again == head
    for db in (first, second, window()):
        db.refresh()
        assert len(db.history("workshop", "workshop")) == 1
        assert (db.damage, db.contested()) == ((), ())
    assert len(read_copy(FOLDER, disk).lines) == 4


def test_the_next_journal_begins_with_the_record_as_it_is_now(window: Open, disk: FailingDisk) -> None:
    """Of a title that was changed, the new one; of two that were given at once, both: either may be chosen."""
    one, other = window(), window()
    one.table("workshop").insert(document("workshop", title="Hall"))
    other.refresh()
    one.table("workshop").update({"title": "Hall, again"})
    other.table("workshop").update({"title": "Hall, too"})
    third = window()
    third.table("a").insert(document("1", n=1))
    head = b"".join(lines_of(disk)[-1][:-1])
    assert (head.count(b'"title":"Hall, again"'), head.count(b'"title":"Hall, too"'), head.count(b'"title":"Hall"')) == (1, 1, 0)
    assert len(third.conflicts("workshop", "workshop")) == 1


def test_damage_to_any_byte_of_it_loses_nothing(window: Open, disk: FailingDisk) -> None:
    """The title is read from the other line, and the damage counts as healed."""
    db = window()
    db.table("workshop").insert(document("workshop", title="Hall", salt=SALT))
    [(name, data)] = disk.files().items()
    for at in range(len(data)):
        changed = bytearray(data)
        changed[at] ^= 1
        again = JournalDB(FOLDER, fs=MemoryDisk({name: bytes(changed)}), now=Wall(), name=Names("z"))
        assert again.table("workshop").get(doc_id="workshop") == {"title": "Hall", "salt": SALT}
        assert again.damage == ()


def test_a_journal_that_could_not_be_begun_is_begun_the_same_way(window: Open, disk: FailingDisk) -> None:
    """The disk was full at the first save: the record stands at the head all the same, once."""
    window().table("workshop").insert(document("workshop", title="Hall"))
    db = window()
    disk.broken = {"write": 28}
    with pytest.raises(Exception, match="Not saved"):
        db.table("a").insert(document("1", n=1))
    disk.broken = {}
    db.table("a").insert(document("1", n=1))
    assert [line.count(b'"title":"Hall"') for line in lines_of(disk)[-1]] == [1, 0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workshop with one session and its P3, in one journal."""
    repository = Repository.open(tmp_path / "hall")
    repository.put(OWN)
    session = Session(id=repository.new_id(), number=1, group=PARENT, cohort="c", created=NOON)
    repository.put(session)
    repository.put(Participant(id=participant_id(SALT, "c", "p3"), cohort="c", code="p3", perspective=PARENT))
    repository.close()
    return tmp_path / "hall"


def salt_after(folder: Path, found: bytes, put: bytes) -> str:
    """The salt that ids are made of, when these bytes are damaged wherever they stand."""
    for path in folder.glob("*.jsonl"):
        path.write_bytes(path.read_bytes().replace(found, put))
    repository = Repository.open(folder)
    try:
        assert repository.workshop() is None
        return repository.records().workshop.salt
    finally:
        repository.close()


@pytest.mark.parametrize(
    ("found", "put"),
    [(b'"title":"Hall"', b'"title":"Ball"'), (SALT.encode(), b"1" + SALT.encode()[1:]), (SALT.encode(), SALT.encode()[:-1] + b"\xff")],
)
def test_its_salt_is_found_in_what_is_left_of_it(folder: Path, found: bytes, put: bytes) -> None:
    """Also when one byte of it is damaged: an id that was made of it tells when it is right. So P3 stays P3."""
    assert salt_after(folder, found, put) == SALT


def test_without_anybody_to_compare_with_it_is_believed_as_it_stands(folder: Path) -> None:
    """No id was made of it yet."""
    for path in folder.glob("*.jsonl"):
        path.write_bytes(b"".join(line for line in path.read_bytes().splitlines(keepends=True) if b"participants" not in line))
    assert salt_after(folder, b'"title":"Hall"', b'"title":"Ball"') == SALT


def test_where_nothing_is_left_of_it_another_stands_in(folder: Path) -> None:
    """It is not empty, not another workshop's, and the same in every window and after every opening."""
    salt = salt_after(folder, SALT.encode(), bytes(32))
    again = Repository.open(folder)
    other = again.records().workshop.salt
    again.put(Participant(id=participant_id(salt, "c", "p4"), cohort="c", code="p4", perspective=PARENT))
    assert len(salt) >= 16
    assert salt == other == again.records().workshop.salt != SALT
    again.close()


def test_what_stands_in_for_it_is_never_stored(folder: Path) -> None:
    """It would be another workshop's record, with which no whole copy could be merged any more; everything else is saved as ever."""
    salt_after(folder, b'"title":"Hall"', b'"title":"Ball"')
    repository = Repository.open(folder)
    with pytest.raises(WorkshopError, match="own record is damaged"):
        repository.put(replace(repository.records().workshop, title="Another"))
    repository.put(Session(id=repository.new_id(), number=2, group=PARENT, cohort="d", created=NOON))
    assert len(repository.records().sessions) == 2
    repository.close()
