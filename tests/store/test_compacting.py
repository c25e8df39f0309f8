"""Many small journals become one: nothing is lost on the way, nothing erased comes back, and what is not ours to touch stays."""

import errno
import os
from pathlib import Path

import pytest

from tests.store.conftest import Open
from tests.store.disks import FOLDER, FailingDisk, MemoryDisk, Names, Recorder, Wall
from tests.store.powercut import PowerCut
from tests.store.test_tinydb_api import contents, document
from workshop.store.compacting import LARGE, LEAST, QUIET
from workshop.store.database import JournalDB
from workshop.store.fs import Stat
from workshop.store.keys import new_identity, wrap
from workshop.store.line import Line, LineCodec
from workshop.store.names import PASSPHRASE_KEY
from workshop.store.sealed import SealedCodec

STAMP = "0mbxstezp001"


def write(window: Open, count: int) -> dict[str, dict[str, object]]:
    """So many windows one after another, each of which saves one document and dies without closing; what is there then."""
    for number in range(count):
        db = window()
        db.table("a").upsert(document(f"{number}", text=f"said {number}."))
    return {f"{number}": {"text": f"said {number}."} for number in range(count)}


def died(disk: MemoryDisk) -> None:
    """All windows so far are gone, and their locks with them."""
    disk.kill(set(disk.opened))


def journals(disk: MemoryDisk) -> list[str]:
    """Names of the files in the folder."""
    return sorted(disk.files())


def test_they_become_one_that_holds_the_very_same_lines(window: Open, disk: FailingDisk) -> None:
    """Each line once, byte for byte; what is shown, its history and the next window's look at it are as before."""
    there = write(window, 5)
    died(disk)
    db = window()
    db.table("a").update({"text": "edited"}, doc_ids=["0"])
    lines = {line for name, data in disk.files().items() if name != f"{db.writer}.jsonl" for line in data.splitlines()}
    assert db.compact(2) == 5
    assert len(journals(disk)) == 2
    [folded] = [data for name, data in disk.files().items() if name != f"{db.writer}.jsonl"]
    assert sorted(folded.splitlines()) == sorted(lines)
    for each in (db, window()):
        each.refresh()
        assert contents(each.table("a")) == there | {"0": {"text": "edited"}}
        assert len(each.history("a", "0")) == 2
        assert each.damage == ()
    assert db.compact(2) == 0


def test_another_window_that_follows_sees_nothing_of_it(window: Open, disk: FailingDisk) -> None:
    """No change, no damage; its own journal stays where it is, and it goes on."""
    write(window, 5)
    died(disk)
    db, other = window(), window()
    other.table("a").insert(document("mine", text="said."))
    serial = other.serial
    assert db.compact(2) == 5
    assert other.refresh() == ()
    assert (other.serial, other.damage) == (serial, ())
    other.table("a").insert(document("more", text="said."))
    assert len(journals(disk)) == 2
    db.refresh()
    assert len(contents(db.table("a"))) == 7


@pytest.mark.parametrize(
    "kept",
    [
        b"damaged\n",
        LineCodec().encode(Line("later", 1, STAMP, [], v=2)),
        LineCodec().encode(Line("later", 1, STAMP, [], (["mend", "a", "1"],))),
        LineCodec().encode(Line("torn", 1, STAMP, []))[:-9],
        LineCodec().encode(Line("large", 1, STAMP, [["put", "a", "large", [], {"text": "x" * LARGE}]])),
        b"",
    ],
)
def test_what_is_not_small_and_whole_stays_as_it_is(kept: bytes, window: Open, disk: FailingDisk) -> None:
    """Damaged, of a newer version, torn, large, or empty: somebody may need just these bytes in just this file."""
    write(window, 3)
    died(disk)
    disk.put(FOLDER / "kept.jsonl", kept)
    db = window()
    if not db.read_only:
        assert db.compact(2) == 3
    assert disk.files()["kept.jsonl"] == kept


def test_what_was_written_a_moment_ago_stays(tmp_path: Path) -> None:
    """Another computer's window may have it open, through a synchronised folder: an hour later it may go."""
    for number in range(2):
        with JournalDB(tmp_path) as earlier:
            earlier.table("a").insert({"n": number})
    now = max(path.stat().st_mtime for path in tmp_path.iterdir())
    early, late = (JournalDB(tmp_path, now=Wall(now + seconds)) for seconds in (QUIET - 60, QUIET + 60))
    assert early.compact(2, QUIET) == 0
    assert late.compact(2, QUIET) == 2


def test_a_volume_without_locks_is_left_alone(window: Open, disk: FailingDisk) -> None:
    """Nobody can tell there what is in use."""
    write(window, 3)
    died(disk)
    disk.broken = {"lock": errno.ENOLCK}
    before = disk.files()
    assert window().compact(2) == 0
    assert disk.files() == before


def test_closing_does_it_when_they_are_many_and_looking_does_not(window: Open, disk: FailingDisk) -> None:
    """The window that has written leaves the folder tidy; one that has only read touches nothing."""
    there = write(window, LEAST)
    died(disk)
    window().close()
    assert len(journals(disk)) == LEAST
    with window() as db:
        db.table("a").insert(document("last", text="said."))
    assert len(journals(disk)) == 2
    assert contents(window().table("a")) == there | {"last": {"text": "said."}}
    with window() as db:
        db.table("a").insert(document("few", text="said."))
    assert len(journals(disk)) == 3


class _Erasing(MemoryDisk):
    """A disk on which another window erases just when the new file is begun."""

    other: JournalDB | None = None

    def create(self, path: Path) -> int:
        if self.other is not None and path.name.endswith(".new"):
            other, self.other = self.other, None
            other.erase([("a", "0")])
        return super().create(path)


def test_what_is_erased_meanwhile_is_not_brought_back() -> None:
    """The words were read before the erasure, and written after it: they are taken out of the new file before anybody goes on."""
    disk, name, wall = _Erasing({}), Names(), Wall()

    def window() -> JournalDB:
        return JournalDB(FOLDER, fs=disk, now=wall, name=name)

    write(window, 4)
    died(disk)
    db, other = window(), window()
    disk.other = other
    assert db.compact(2) == 4
    assert not any(b"said 0." in data for data in disk.files().values())
    wall.seconds += 60
    other.refresh()
    for each in (db, other, window()):
        assert each.pending_erasures == ()
        assert sorted(contents(each.table("a"))) == ["1", "2", "3"]


def test_an_erasure_that_waits_keeps_everything_as_it_is(window: Open, disk: FailingDisk) -> None:
    """While erased words stand in a file that can't be rewritten yet, none are copied."""
    write(window, 3)
    died(disk)
    holder, db = window(), window()
    holder.table("a").insert(document("theirs", text="said."))
    db.refresh()
    db.erase([("a", "theirs")])
    assert db.pending_erasures
    assert db.compact(2) == 0


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("lasting", [1, 3, 40])
def test_any_call_may_fail(error: int, lasting: int) -> None:
    """Whichever call of the disk fails: nothing is lost, no copies pile up, and another time it is done."""
    for at in range(300):
        disk, name, wall = FailingDisk({}), Names(), Wall()

        def window(disk: FailingDisk = disk, wall: Wall = wall, name: Names = name) -> JournalDB:
            return JournalDB(FOLDER, fs=disk, now=wall, name=name)

        there = write(window, 4)
        died(disk)
        db = window()
        before = len(disk.calls)
        disk.fail(range(at, at + lasting), error)
        db.compact(2)
        never_reached = len(disk.calls) - before <= at
        disk.heal()
        for each in (db, window()):
            each.refresh()
            assert contents(each.table("a")) == there, f"call {at}: {disk.calls[before + at]}"
        window().compact(2)
        assert contents(window().table("a")) == there
        assert len([each for each in journals(disk) if each.endswith(".jsonl")]) <= 2
        if never_reached:
            return
    pytest.fail("it never ends")


class _Scanned(MemoryDisk):
    """A disk on which a virus scanner keeps files from being renamed to go."""

    def rename(self, path: Path, target: Path) -> None:
        if target.suffix == ".erased":
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        super().rename(path, target)


def test_tries_that_fail_leave_no_copies() -> None:
    """However often it is tried where no file can be taken away, nothing piles up."""
    disk, name = _Scanned({}), Names()
    there = write(lambda: JournalDB(FOLDER, fs=disk, now=Wall(), name=name), 4)
    died(disk)
    before = disk.files()
    db = JournalDB(FOLDER, fs=disk, now=Wall(), name=name)
    for _ in range(3):
        assert db.compact(2) == 0
        assert disk.files() == before
    assert contents(db.table("a")) == there


class _Old(Recorder):
    """The real disk, on which every file was written long ago."""

    def stat(self, file: Path | int) -> Stat:
        return super().stat(file)._replace(mtime_ns=0)


def test_a_power_cut_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    """Each state that the disk could be in opens with every line that was there before, and none of it damaged."""
    disk, name = _Old(), Names()

    def window() -> JournalDB:
        return JournalDB(tmp_path, fs=disk, now=Wall(), name=name)

    for number in range(4):
        with window() as earlier:
            earlier.table("a").insert(document(f"{number}", text=f"said {number}."))
    medium, states = PowerCut(), 0
    for operation in disk.log:
        medium.take(operation)
    begun = len(disk.log)
    assert window().compact(2) == 4
    for operation in disk.log[begun:]:
        medium.take(operation)
        for state in medium.states(every=50):
            states += 1
            again = JournalDB(FOLDER, fs=MemoryDisk(state), now=Wall(), name=Names("z"))
            assert len(contents(again.table("a"))) == 4
            assert again.damage == ()
    assert states > 100


def test_the_old_files_are_zeroed(tmp_path: Path) -> None:
    """What is erased later must not be left in what the disk calls free: each old file is overwritten before it goes."""
    disk, name = _Old(), Names()
    for number in range(3):
        with JournalDB(tmp_path, fs=disk, now=Wall(), name=name) as earlier:
            earlier.table("a").insert(document(f"{number}", text="said."))
    begun = len(disk.log)
    JournalDB(tmp_path, fs=disk, now=Wall(), name=name).compact(2)
    kinds = [operation.kind for operation in disk.log[begun:]]
    assert kinds == [
        *("create", "write", "sync", "rename", "sync_folder"),
        *("rename",) * 3,
        "sync_folder",
        *("write", "sync", "unlink") * 3,
        "sync_folder",
    ]
    assert all(not any(operation.data) for operation in disk.log[begun + 5 :])


def test_a_locked_workshop_s_sealed_journals_become_one() -> None:
    """As one age file; nothing of them is ever in clear on the disk, and a sealed one that is damaged stays."""
    identity = new_identity()
    codec = SealedCodec(identity, {PASSPHRASE_KEY: wrap(identity, "correct horse battery")})
    disk, name = MemoryDisk({PASSPHRASE_KEY: codec.keys[PASSPHRASE_KEY]}), Names()

    def window() -> JournalDB:
        return JournalDB(FOLDER, fs=disk, now=Wall(), name=name, codec=codec)

    for number in range(4):
        with window() as earlier:
            earlier.table("a").insert(document(f"{number}", text=f"said {number}."))
    first = min(each for each in disk.files() if each.endswith(".jsonl.age"))
    disk.put(FOLDER / first, disk.files()[first][:-5])
    db = window()
    assert db.compact(2) == 3
    names = [each for each in journals(disk) if each != PASSPHRASE_KEY]
    assert len(names) == 2
    assert first in names
    assert all(each.endswith(".jsonl.age") for each in names)
    assert sorted(contents(window().table("a"))) == ["1", "2", "3"]


def test_an_old_copy_that_is_merged_afterwards_changes_nothing(window: Open, disk: FailingDisk) -> None:
    """Another laptop still has the journals as they were: side by side with the one that they became, each line counts once."""
    there = write(window, 3)
    died(disk)
    old = disk.files()
    db = window()
    db.compact(2)
    for name, data in old.items():
        disk.put(FOLDER / name, data)
    assert db.refresh() == ()
    assert (contents(db.table("a")), db.damage) == (there, ())
    assert db.compact(2) == 4
    assert len(journals(disk)) == 1
