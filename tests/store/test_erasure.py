"""Erased words are gone from every file, here and wherever the folder is merged; everything else stays."""

import errno
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import Open
from tests.store.disks import FOLDER, FailingDisk, MemoryDisk, Names, Recorder, Wall
from tests.store.test_tinydb_api import contents, document
from workshop.errors import WorkshopError
from workshop.store.database import Change, JournalDB
from workshop.store.line import Line, LineCodec

SECRET = b"secret"


def left(disk: MemoryDisk) -> bytes:
    """All bytes of all files."""
    return b"".join(disk.files().values())


def test_words_are_gone_from_every_file_and_the_rest_stays(window: Open, disk: FailingDisk) -> None:
    """Of three windows that are closed by now, each of which wrote a version."""
    for number in range(3):
        with window() as earlier:
            earlier.table("a").insert(document(f"kept{number}", text=f"kept {number}"))
            earlier.table("a").upsert(document("1", text=f"secret {number}"))
    db = window()
    db.table("a").update({"text": "a last secret"}, doc_ids=["1"])
    told: list[Change] = []
    db.subscribe(told.extend)
    db.erase([("a", "1")])
    assert SECRET not in left(disk)
    assert told == [Change("a", "1", None)]
    assert db.pending_erasures == ()
    expected = {f"kept{number}": {"text": f"kept {number}"} for number in range(3)}
    for each in (db, window()):
        each.refresh()
        assert contents(each.table("a")) == expected
        assert (each.history("a", "1"), each.damage) == ((), ())
        assert len(each.history("a", "kept0")) == 1


def test_a_file_open_in_another_window_is_rewritten_by_that_window(window: Open, disk: FailingDisk, wall: Wall) -> None:
    """Until it has, the file is pending, and it says why."""
    db, other = window(), window()
    other.table("a").insert_multiple([document("1", text="secret"), document("2", text="kept")])
    db.refresh()
    db.erase([("a", "1")])
    [pending] = db.pending_erasures
    assert "another window" in pending.why
    assert SECRET in left(disk)
    other.refresh()
    assert SECRET not in left(disk)
    db.refresh()
    assert db.pending_erasures == ()
    other.table("a").insert(document("3", text="goes on"))
    db.refresh()
    for each in (db, other, window()):
        assert sorted(contents(each.table("a"))) == ["2", "3"]
        assert not each.damage


def test_a_window_that_died_is_rewritten_for(window: Open, disk: FailingDisk, wall: Wall) -> None:
    """Once its lock is gone, ten seconds later at most."""
    db, other = window(), window()
    other.table("a").insert(document("1", text="secret"))
    lock = set(disk.opened)
    db.refresh()
    db.erase([("a", "1")])
    disk.kill(lock)
    wall.seconds += 5
    db.refresh()
    assert db.pending_erasures
    wall.seconds += 5
    db.refresh()
    assert db.pending_erasures == ()
    assert SECRET not in left(disk)


def test_an_old_laptop_cannot_bring_it_back(window: Open, disk: FailingDisk) -> None:
    """Its copy of the file is put beside the others after the erasure, and its later edit too: the words go again."""
    old = MemoryDisk({})
    laptop = JournalDB(FOLDER, fs=old, now=Wall(), name=Names("old"))
    laptop.table("a").insert_multiple([document("1", text="secret"), document("2", text="kept")])
    db = window()
    db.erase([("a", "1")])
    for _ in range(2):
        for name, data in old.files().items():
            disk.put(FOLDER / name, data)
        db.refresh()
        assert SECRET not in left(disk)
        assert contents(db.table("a")) == {"2": {"text": "kept"}}
        laptop.table("a").update({"text": "secret again"}, doc_ids=["1"])


def test_the_old_laptop_loses_them_when_it_merges(window: Open, disk: FailingDisk) -> None:
    """It opens its own folder with the other's files in it: nothing is left there either."""
    old = MemoryDisk({})
    with JournalDB(FOLDER, fs=old, now=Wall(), name=Names("old")) as laptop:
        laptop.table("a").insert(document("1", text="secret"))
    db = window()
    db.erase([("a", "1")])
    for name, data in disk.files().items():
        old.put(FOLDER / name, data)
    assert contents(JournalDB(FOLDER, fs=old, now=Wall(), name=Names("new")).table("a")) == {}
    assert SECRET not in left(old)


@pytest.mark.parametrize("who", [0, 1])
def test_a_file_that_comes_back_looking_as_it_did_is_read_again(who: int, window: Open, disk: FailingDisk) -> None:
    """Same name, inode, length and time, right after the erasure: the window that rewrote it, or has only heard of it, takes it out."""
    with window() as earlier:
        earlier.table("a").insert_multiple([document("1", text="secret"), document("2", text="kept")])
    windows = window(), window()
    [(path, node)] = disk.nodes.items()
    data, changes = bytes(node.data), node.changes
    windows[0].erase([("a", "1")])
    windows[1].refresh()
    disk.put(path, data)
    disk.nodes[path].inode, disk.nodes[path].changes = node.inode, changes
    windows[who].refresh()
    assert SECRET not in left(disk)
    assert contents(windows[who].table("a")) == {"2": {"text": "kept"}}
    assert not windows[who].damage


def test_an_edit_by_a_window_that_had_not_heard_is_erased_too(window: Open, disk: FailingDisk) -> None:
    """The words that it wrote after the erasure go from its own file at its next refresh."""
    db, other = window(), window()
    db.table("a").insert(document("1", text="secret"))
    other.refresh()
    db.erase([("a", "1")])
    other.table("a").update({"text": "secret, better"}, doc_ids=["1"])
    assert other.refresh() == (Change("a", "1", None),)
    assert SECRET not in left(disk)
    db.refresh()
    for each in (db, other):
        assert (contents(each.table("a")), each.pending_erasures) == ({}, ())


def test_an_erased_id_is_never_free_again(window: Open) -> None:
    """Writing under it is refused, here and after reopening."""
    window().erase([("a", "1")])
    for db in (window(), window()):
        with pytest.raises(WorkshopError, match="withdrawn for good"):
            db.table("a").insert(document("1", text="back"))


def test_damaged_lines_that_name_it_go_and_others_stay(disk: FailingDisk, window: Open) -> None:
    """Whatever else is damaged is kept as it is, for who can mend it."""
    lines = [
        LineCodec().encode(Line("old", n, "0mbxstezp001", [["put", "a", id_, [], {"text": text}]]))
        for n, (id_, text) in enumerate(_TEXTS, 1)
    ]
    damaged = [lines[0], lines[1].replace(b"also", b"ALSO"), lines[2].replace(b"kept", b"KEPT"), lines[3][:-30]]
    disk.put(FOLDER / "old.jsonl", b"".join(damaged))
    db = window()
    assert len(db.damage) == 3
    db.erase([("a", "erased-id")])
    assert SECRET not in left(disk)
    assert b"KEPT" in left(disk)
    again = window()
    assert contents(again.table("a")) == {}
    assert any("checksum" in damage.meaning for damage in again.damage)


_TEXTS = (("erased-id", "secret"), ("erased-id", "also secret"), ("another-id", "kept"), ("erased-id", "and a torn secret"))


def test_a_damaged_line_that_is_whole_elsewhere_goes_with_any_erasure(disk: FailingDisk, window: Open) -> None:
    """The damage hit the id, so that nobody can tell whose words it holds; but nothing of it is needed."""
    line = LineCodec().encode(Line("old", 1, "0mbxstezp001", [["put", "a", "erased-id", [], {"text": "secret"}]]))
    disk.put(FOLDER / "old.jsonl", line.replace(b"erased-id", b"ERASED-ID"))
    disk.put(FOLDER / "merged.jsonl", line)
    db = window()
    assert db.damage == ()
    db.erase([("a", "erased-id")])
    assert SECRET not in left(disk)
    assert window().damage == ()


def test_damage_known_before_the_erasure_arrives_is_searched_as_well(disk: FailingDisk, window: Open) -> None:
    """A damaged line is all that holds the words here, and another laptop erases them."""
    line = LineCodec().encode(Line("old", 1, "0mbxstezp001", [["put", "a", "1", [], {"text": "secret"}]]))
    disk.put(FOLDER / "old.jsonl", line.replace(b"put", b"PUT"))
    db = window()
    elsewhere = MemoryDisk({})
    JournalDB(FOLDER, fs=elsewhere, now=Wall(), name=Names("far")).erase([("a", "1")])
    for name, data in elsewhere.files().items():
        disk.put(FOLDER / name, data)
    db.refresh()
    assert SECRET not in left(disk)


def test_an_unknown_operation_that_names_it_goes(disk: FailingDisk, window: Open) -> None:
    """It may hold the words; one that does not name it stays."""
    unknown = (["quote", "1", "secret"], ["quote", "2", "kept"])
    disk.put(FOLDER / "old.jsonl", LineCodec().encode(Line("old", 1, "0mbxstezp001", [], unknown)))
    window().erase([("a", "1")])
    assert SECRET not in left(disk)
    assert b'["quote","2","kept"]' in left(disk)


def test_a_file_that_only_mentions_it_is_left_alone(disk: FailingDisk, window: Open) -> None:
    """A deletion of it, or another document that refers to it, holds none of its words."""
    with window() as earlier:
        earlier.table("codings").insert(document("2", reflection="1"))
        earlier.table("a").insert(document("1 and more", text="kept"))
    before = disk.files()
    db = window()
    db.erase([("a", "1")])
    assert before.items() <= disk.files().items()


@pytest.mark.parametrize("id_", ['with "quotes"', "café", "\ud800"])
def test_ids_are_found_however_they_are_spelt(id_: str, disk: FailingDisk, window: Open) -> None:
    """In JSON a text may stand in more than one way."""
    db = window()
    db.table("a").insert(document(id_, text="secret"))
    db.erase([("a", id_)])
    assert SECRET not in left(disk)


def test_the_old_file_is_zeroed_before_it_goes(tmp_path: Path) -> None:
    """Only after the new one is whole, synced, and in the folder: each step is on the medium before the next."""
    disk = Recorder()
    db = JournalDB(tmp_path / "workshop", fs=disk, now=Wall(), name=Names())
    db.table("a").insert(document("1", text="secret"))
    db.table("a").insert(document("2", text="kept"))
    db.erase([("a", "1")])
    steps = [operation.kind for operation in disk.log]
    rewriting = ["create", "write", "sync", "rename", "sync_folder", "rename", "sync_folder", "write", "sync", "unlink", "sync_folder"]
    assert steps[-len(rewriting) :] == rewriting
    zeros = disk.log[-4]
    assert (zeros.offset, zeros.data) == (0, bytes(len(zeros.data)))
    assert zeros.file == 1
    assert len(zeros.data) == sum(len(operation.data) for operation in disk.log if operation.file == 1 and operation.kind == "write") - len(
        zeros.data
    )
    assert [path.suffix for path in (tmp_path / "workshop").iterdir()] == [".jsonl"]


def test_what_a_crash_left_half_done_is_finished_at_opening(disk: FailingDisk, window: Open) -> None:
    """A file that was to go goes; one that was not whole yet goes too, unless another window is writing it just now."""
    disk.put(FOLDER / "w1.jsonl.erased", b"secret")
    disk.put(FOLDER / "w2.x.jsonl.new", b"half")
    disk.put(FOLDER / "w3.x.jsonl.new", b"half")
    disk.lock(disk.open(FOLDER / "w3.x.jsonl.new"))
    db = window()
    assert list(disk.files()) == ["w3.x.jsonl.new"]
    assert (contents(db.table("a")), db.damage) == ({}, ())


def test_what_cannot_be_rewritten_is_pending_and_tried_again(disk: FailingDisk, window: Open, wall: Wall) -> None:
    """With the system's own reason; not at each refresh, but every ten seconds."""
    with window() as earlier:
        earlier.table("a").insert(document("1", text="secret"))
    db = window()
    db.table("a").insert(document("2", text="kept"))
    disk.broken = {"open": errno.EACCES}
    db.erase([("a", "1")])
    assert [pending.why for pending in db.pending_erasures] == [os.strerror(errno.EACCES)]
    assert contents(db.table("a")) == {"2": {"text": "kept"}}
    disk.broken = {}
    db.refresh()
    assert db.pending_erasures
    wall.seconds += 10
    db.refresh()
    assert db.pending_erasures == ()
    assert SECRET not in left(disk)


class _ErasingDisk(MemoryDisk):
    """A disk on which another window erases just before a file is read."""

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(files)
        self.before_reading: list[Callable[[], None]] = []

    def read(self, path: Path, offset: int = 0) -> bytes:
        if self.before_reading:
            self.before_reading.pop()()
        return super().read(path, offset)


def test_an_erasure_elsewhere_hides_nothing_from_who_opens_just_then(wall: Wall) -> None:
    """The file is gone between its being listed and its being read: what took its place is read at once."""
    disk, name = _ErasingDisk({}), Names()
    with JournalDB(FOLDER, fs=disk, now=wall, name=name) as earlier:
        earlier.table("a").insert_multiple([document("1", text="secret"), document("2", text="kept")])
    other = JournalDB(FOLDER, fs=disk, now=wall, name=name)
    disk.before_reading.append(lambda: other.erase([("a", "1")]))
    db = JournalDB(FOLDER, fs=disk, now=wall, name=name)
    assert contents(db.table("a")) == {"2": {"text": "kept"}}
    assert db.damage == ()


class _ScannedDisk(MemoryDisk):
    """A disk on which a virus scanner, as on Windows, keeps files from being renamed to go."""

    scanned = True

    def rename(self, path: Path, target: Path) -> None:
        if self.scanned and target.suffix == ".erased":
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        super().rename(path, target)


def test_tries_that_fail_leave_no_copies(wall: Wall) -> None:
    """However often the last step is tried, nothing piles up; and once it succeeds, the words are gone."""
    disk = _ScannedDisk({})
    db = JournalDB(FOLDER, fs=disk, now=wall, name=Names())
    db.table("a").insert(document("1", text="secret"))
    db.erase([("a", "1")])
    for _ in range(5):
        wall.seconds += 10
        db.refresh()
    assert db.pending_erasures
    assert len(disk.files()) == 1
    disk.scanned = False
    wall.seconds += 10
    db.refresh()
    assert (db.pending_erasures, SECRET in left(disk)) == ((), False)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anything")
def test_a_read_only_file_is_pending(tmp_path: Path) -> None:
    """A stick with its write protection on: said, and done once it is off."""
    with JournalDB(tmp_path) as earlier:
        earlier.table("a").insert(document("1", text="secret"))
    [file] = tmp_path.iterdir()
    file.chmod(0o400)
    db = JournalDB(tmp_path)
    db.erase([("a", "1")])
    assert [(pending.file, pending.why) for pending in db.pending_erasures] == [(file.name, os.strerror(errno.EACCES))]
    file.chmod(0o600)
    assert JournalDB(tmp_path).pending_erasures == ()
    assert all(SECRET not in path.read_bytes() for path in tmp_path.iterdir())


def test_the_checksum_of_a_rewritten_line_is_right(disk: FailingDisk, window: Open) -> None:
    """Its number and stamp are the old ones, so that no other laptop takes it for a new line."""
    db = window()
    with db.transaction():
        db.table("a").insert(document("1", text="secret"))
        db.table("a").insert(document("2", text="kept"))
    [before] = disk.files().values()
    db.erase([("a", "1")])
    [after] = disk.files().values()
    codec = LineCodec()
    old, new = (codec.decode(data.splitlines()[0]) for data in (before, after))
    assert (new.writer, new.number, new.stamp) == (old.writer, old.number, old.stamp)
    assert new.writes == old.writes[1:]
    assert zlib.crc32(after.splitlines()[0][:-16]) == int(after.splitlines()[0][-10:-2], 16)
