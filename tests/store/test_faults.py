"""A disk that fails at any call: the person is told, nothing that was saved is touched, and the store goes on."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb.table import Document

from tests.store.conftest import Open
from tests.store.disks import FOLDER, FailingDisk, MemoryDisk, Names, Recorder, Wall
from tests.store.powercut import PowerCut
from workshop.errors import NotSavedError, WorkshopError
from workshop.store.database import JournalDB

Content = dict[str, str]


def texts(db: JournalDB) -> Content:
    """The text of each reflection by its id."""
    return {str(document.doc_id): document["text"] for document in db.table("reflections")}


class Facilitator:
    """Does the same things each time, and remembers what was acknowledged and what was refused."""

    def __init__(self, db: JournalDB) -> None:
        """Two remarks are there at first."""
        self.db, self.table = db, db.table("reflections")
        self.saved: Content = {}
        self.refused: list[str] = []
        self.erased: list[str] = []
        self.messages: list[str] = []
        for text in ("first", "second", "third"):
            self.insert(text)

    def attempt(self, write: Callable[[], object], result: Content, text: str) -> None:
        """`result` is what there is to be if the write is acknowledged; `text` must never be seen if it is refused."""
        try:
            write()
        except NotSavedError as error:
            self.refused.append(text)
            self.messages.append(error.message)
        else:
            self.saved = result

    def insert(self, text: str) -> None:
        """One remark more."""
        id_ = self.db.new_id()
        self.attempt(lambda: self.table.insert(Document({"text": text}, doc_id=id_)), self.saved | {id_: text}, text)  # type: ignore[arg-type]

    def work(self) -> None:
        """All kinds of writes."""
        one, two, three = sorted(self.saved)
        self.attempt(lambda: self.table.update({"text": "edited"}, doc_ids=[one]), self.saved | {one: "edited"}, "edited")
        self.attempt(lambda: self._both(one, two), self.saved | {one: "both", two: "both"}, "both")
        rest = {id_: text for id_, text in self.saved.items() if id_ != three}
        erased = self.saved[three]
        self.attempt(lambda: self.db.erase([("reflections", three)]), rest, "")
        if three not in self.saved:
            self.erased.append(erased)
        self.insert("later")

    def _both(self, *ids: str) -> None:
        with self.db.transaction():
            for id_ in ids:
                self.table.update({"text": "both"}, doc_ids=[id_])


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("lasting", [1, 2, 40])
@pytest.mark.parametrize("short", [None, 30])
def test_any_call_may_fail(error: int, lasting: int, short: int | None) -> None:
    """Whichever call fails, and what was acknowledged is there, what was refused is not: here, in another window, after reopening."""
    for at in range(400):
        disk, wall, name = FailingDisk({}), Wall(), Names()
        person = Facilitator(JournalDB(FOLDER, fs=disk, now=wall, name=name))
        other = JournalDB(FOLDER, fs=disk, now=wall, name=name)
        before = len(disk.calls)
        disk.fail(range(at, at + lasting), error, short)
        person.work()
        other.refresh()
        never_reached = len(disk.calls) - before <= at
        disk.heal()
        person.insert("afterwards")
        assert "afterwards" in person.saved.values()
        wall.seconds += 60
        for db in (person.db, other, JournalDB(FOLDER, fs=disk, now=wall, name=name)):
            db.refresh()
            db.refresh()
            assert texts(db) == person.saved, f"call {at}: {disk.calls[before + at]}"
        assert all(message.startswith("Not saved: ") for message in person.messages)
        assert not person.db.pending_erasures
        left = b"".join(disk.files().values()).decode()
        assert not [text for text in person.erased if f'"{text}"' in left]
        if never_reached:
            return
    pytest.fail("the work never ends")


def test_a_disk_may_be_full_at_any_byte() -> None:
    """However much of a line still fits: the remark is reported as not saved, the file is as before, and later saves succeed."""
    for bytes_left in range(1000):
        disk = FailingDisk({})
        person = Facilitator(JournalDB(FOLDER, fs=disk, now=Wall(), name=Names()))
        before = disk.files()
        disk.fail(range(2, 3), errno.ENOSPC, short=bytes_left)
        person.insert("too much")
        disk.heal()
        assert (person.refused, disk.files()) == (["too much"], before)
        person.insert("afterwards")
        assert texts(JournalDB(FOLDER, fs=disk, now=Wall(), name=Names("z"))) == person.saved
        if len(disk.files()) == 2:  # all of it fitted, and the sync failed
            assert bytes_left > 100
            return
    pytest.fail("all of it never fits")


def test_a_real_file_system_may_be_full_at_any_byte(tmp_path: Path) -> None:
    """With the system's own limit on a file's length, from byte to byte: told, cut off, and on it goes."""
    resource = pytest.importorskip("resource", reason="POSIX only")
    db = JournalDB(tmp_path)
    db.table("reflections").insert({"text": "first"})
    [journal] = tmp_path.iterdir()
    length = journal.stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for room in range(120):
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (length + room, hard))
            with pytest.raises(NotSavedError, match="full"):
                db.table("reflections").insert({"text": "too much"})
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert journal.stat().st_size == length
    db.table("reflections").insert({"text": "afterwards"})
    again = JournalDB(tmp_path)
    assert list(texts(again).values()) == ["first", "afterwards"]
    assert not again.damage


class _FailingSync(Recorder):
    """The real disk, on which one sync fails after an unknown part of the bytes came to the medium."""

    def __init__(self) -> None:
        super().__init__()
        self.syncs_to_fail: set[int] = set()
        self.syncs = 0

    def sync(self, file: int) -> None:
        self.syncs += 1
        if self.syncs in self.syncs_to_fail:
            raise OSError(errno.EIO, "made to fail")
        super().sync(file)


def test_what_was_reported_as_not_saved_never_turns_up(tmp_path: Path) -> None:
    """A sync fails, and the line may or may not be on the medium: once the next save has succeeded, no power cut brings it back."""
    disk = _FailingSync()
    db = JournalDB(tmp_path / "workshop", fs=disk, now=Wall(), name=Names())
    db.table("reflections").insert({"text": "first"})
    disk.syncs_to_fail = {disk.syncs + 1, disk.syncs + 2}  # that of the line, and that of cutting it off
    with pytest.raises(NotSavedError):
        db.table("reflections").insert({"text": "refused"})
    db.table("reflections").insert({"text": "afterwards"})
    medium = PowerCut()
    for operation in disk.log:
        medium.take(operation)
    turned_up = 0
    for state in medium.states(every=10):
        turned_up += any(b"refused" in data for data in state.values())
        again = JournalDB(FOLDER, fs=MemoryDisk(state), now=Wall(), name=Names("z"))
        assert sorted(texts(again).values()) == ["afterwards", "first"]
    assert turned_up


def test_a_file_whose_sync_failed_is_never_written_again(window: Open, disk: FailingDisk) -> None:
    """After a failed sync the next line goes into a new file, though the old one would take it."""
    db = window()
    db.table("reflections").insert({"text": "first"})
    [old] = disk.files()
    disk.fail(range(3, 4), errno.EIO)
    with pytest.raises(NotSavedError):
        db.table("reflections").insert({"text": "refused"})
    assert disk.calls[-3:] == ["sync", "truncate", "sync"]
    disk.heal()
    before = disk.files()[old]
    db.table("reflections").insert({"text": "afterwards"})
    assert disk.files()[old] == before
    assert len(disk.files()) == 2


def test_a_line_that_a_failed_sync_left_behind_counts_nowhere(window: Open, disk: FailingDisk) -> None:
    """Where the refused line could not be cut off again, the next line makes it void: for who reads the folder, and has read it."""
    db, other = window(), window()
    db.table("reflections").insert({"text": "first"})
    disk.fail(range(3, 5), errno.EIO)  # the sync, and the cutting
    with pytest.raises(NotSavedError):
        db.table("reflections").insert({"text": "refused"})
    disk.heal()
    other.refresh()
    assert sorted(texts(other).values()) == ["first", "refused"]
    db.table("reflections").insert({"text": "afterwards"})
    other.refresh()
    for each in (db, other, window()):
        assert sorted(texts(each).values()) == ["afterwards", "first"]


def test_a_folder_that_vanished_is_noticed_and_not_made_again(tmp_path: Path) -> None:
    """The stick is pulled out: told, nothing is written where it was; when it is back, saving goes on."""
    db = JournalDB(tmp_path / "stick")
    db.table("reflections").insert({"text": "first"})
    (tmp_path / "stick").rename(tmp_path / "pulled")
    with pytest.raises(NotSavedError, match="gone"):
        db.table("reflections").insert({"text": "refused"})
    assert db.refresh() == ()
    assert "cannot be reached" in db.damage[0].meaning
    assert list(texts(db).values()) == ["first"]
    assert not (tmp_path / "stick").exists()
    (tmp_path / "pulled").rename(tmp_path / "stick")
    db.table("reflections").insert({"text": "afterwards"})
    db.refresh()
    assert not db.damage
    assert list(texts(JournalDB(tmp_path / "stick")).values()) == ["first", "afterwards"]


def test_another_folder_in_its_place_is_not_written_to(tmp_path: Path) -> None:
    """Another stick is put in: nothing is written to it, and nothing read from it."""
    db = JournalDB(tmp_path / "stick")
    db.table("reflections").insert({"text": "first"})
    (tmp_path / "stick").rename(tmp_path / "pulled")
    JournalDB(tmp_path / "stick").table("reflections").insert({"text": "another workshop"})
    with pytest.raises(NotSavedError, match="another one is in its place"):
        db.table("reflections").insert({"text": "refused"})
    assert db.refresh() == ()
    assert list(texts(db).values()) == ["first"]
    assert list(texts(JournalDB(tmp_path / "stick")).values()) == ["another workshop"]


def test_a_stick_that_comes_back_as_another_device_is_known_by_its_files(window: Open, disk: FailingDisk) -> None:
    """The same files under another identity: the workshop goes on, in a new file."""
    db = window()
    db.table("reflections").insert({"text": "first"})
    disk.folders[FOLDER] += 1000
    for name, data in disk.files().items():
        disk.put(FOLDER / name, data)
    db.table("reflections").insert({"text": "afterwards"})
    assert list(texts(window()).values()) == ["first", "afterwards"]


@pytest.mark.parametrize("how", ["removed", "replaced", "shortened", "appended to"])
def test_a_journal_that_was_tampered_with_is_noticed_before_writing(how: str, window: Open, disk: FailingDisk) -> None:
    """Another program took the file away or changed it: said, and its lines and the new one are saved in a new file."""
    db = window()
    db.table("reflections").insert({"text": "first"})
    [name] = disk.files()
    node = disk.nodes[FOLDER / name]
    if how == "removed":
        del disk.nodes[FOLDER / name]
    elif how == "replaced":
        disk.put(FOLDER / name, bytes(node.data))
    elif how == "shortened":
        del node.data[-10:]
    else:
        node.data += b"something\n"
    db.table("reflections").insert({"text": "second"})
    db.refresh()
    assert [damage.file for damage in db.damage if "Another program" in damage.meaning] == [name]
    for each in (db, window()):
        assert sorted(texts(each).values()) == ["first", "second"]


@pytest.mark.parametrize("error", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_a_read_only_folder_can_be_read(error: int, window: Open, disk: FailingDisk) -> None:
    """Nothing can be saved, and that is said; all that is there is shown."""
    window().table("reflections").insert({"text": "first"})
    db = window()
    disk.failures = dict.fromkeys([number for number in range(1000) if number > len(disk.calls) + 1], error)
    with pytest.raises(NotSavedError, match="may not be written to"):
        db.table("reflections").insert({"text": "refused"})
    assert list(texts(db).values()) == ["first"]


def test_a_volume_without_locks_can_be_written_to(window: Open, disk: FailingDisk) -> None:
    """What cannot be known there, whether a window is open, keeps erasure waiting, and says so."""
    disk.broken = {"lock": errno.ENOLCK}
    with window() as db:
        db.table("reflections").insert(Document({"text": "first"}, doc_id=1))
    db = window()
    assert texts(db) == {"1": "first"}
    db.erase([("reflections", "1")])
    assert [pending.why for pending in db.pending_erasures] == ["No locks available"]


def test_a_failed_write_leaves_memory_and_serial_alone(window: Open, disk: FailingDisk) -> None:
    """Nobody is told of a change that was not saved."""
    db = window()
    told: list[Any] = []
    db.subscribe(told.append)
    disk.fail(range(100), errno.ENOSPC)
    with pytest.raises(NotSavedError, match="full") as caught:
        db.table("reflections").insert({"text": "refused"})
    assert (caught.value.cure, db.serial, told, len(db.table("reflections"))) == ("Make some room on it and save again.", 0, [], 0)


def test_a_path_that_is_no_folder_is_refused_in_words(tmp_path: Path) -> None:
    """A file in its place, or a folder that cannot be made."""
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(WorkshopError, match="cannot be opened"):
            JournalDB(path)


def test_nothing_is_written_after_closing(window: Open) -> None:
    """A closed store says so, and can still be read."""
    db = window()
    db.table("reflections").insert({"text": "first"})
    db.close()
    with pytest.raises(NotSavedError, match="closed"):
        db.table("reflections").insert({"text": "refused"})
    assert list(texts(db).values()) == ["first"]
