"""One process, several threads: saving waits for saving, reading waits for nothing."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.store.disks import FOLDER, MemoryDisk, Names, Wall
from tests.store.test_tinydb_api import contents, document
from workshop.store.database import Change, JournalDB


class SlowDisk(MemoryDisk):
    """A disk whose syncs take as long as the test wants."""

    def __init__(self) -> None:
        """Nothing is held up yet."""
        super().__init__({})
        self.begun = threading.Event()
        self.go_on = threading.Event()

    def sync(self, file: int) -> None:
        """Say that it has begun, and wait."""
        self.begun.set()
        assert self.go_on.wait(10)
        super().sync(file)


def test_reading_does_not_wait_for_the_disk() -> None:
    """While a save hangs in its sync: searches answer, a refresh returns at once, and what is not on the medium is not shown."""
    disk = SlowDisk()
    db = JournalDB(FOLDER, fs=disk, now=Wall(), name=Names())
    with ThreadPoolExecutor(1) as worker:
        saving = worker.submit(db.table("a").insert, document("1", n=1))
        assert disk.begun.wait(10)
        assert (contents(db.table("a")), db.serial, db.refresh(), db.damage, list(db.changes())) == ({}, 0, (), (), [])
        assert len(db.new_id()) == 22
        assert not saving.done()
        disk.go_on.set()
        assert saving.result(10) == "1"
    assert (contents(db.table("a")), db.serial) == ({"1": {"n": 1}}, 1)


def test_threads_that_write_at_once_lose_nothing() -> None:
    """Each change adds one to a number that all of them change, and all are told in order."""
    disk = MemoryDisk({})
    db = JournalDB(FOLDER, fs=disk, now=Wall(), name=Names())
    table = db.table("a")
    table.insert(document("1", n=0))
    told: list[Change] = []
    db.subscribe(told.extend)

    def count(_number: int) -> int:
        for _ in range(25):
            table.update(lambda found: found.update(n=found["n"] + 1), doc_ids=["1"])
            table.insert({"n": 0})
            assert table.get(doc_id="1")["n"] > 0
        return sum(1 for _ in table)

    with ThreadPoolExecutor(4) as workers:
        counts = list(workers.map(count, range(4)))
    assert max(counts) == 101
    assert table.get(doc_id="1") == {"n": 100}
    assert [change.document and change.document["n"] for change in told if change.id == "1"] == list(range(1, 101))
    assert contents(JournalDB(FOLDER, fs=disk).table("a")) == contents(table)


def test_a_transaction_belongs_to_its_thread() -> None:
    """What another thread writes meanwhile is no part of it, and is not lost with it."""
    db = JournalDB(FOLDER, fs=MemoryDisk({}), now=Wall(), name=Names())
    inside = threading.Event()

    def fail() -> None:
        with db.transaction():
            db.table("a").insert(document("1", n=1))
            inside.set()
            raise KeyError

    with ThreadPoolExecutor(1) as worker:
        failing = worker.submit(fail)
        assert inside.wait(10)
        db.table("a").insert(document("2", n=2))
        with pytest.raises(KeyError):
            failing.result(10)
    assert contents(db.table("a")) == {"2": {"n": 2}}
