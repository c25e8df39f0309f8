"""A transaction is one line of the journal: all of it, or nothing."""

import contextlib

import pytest
from tinydb import where
from tinydb.operations import increment

from tests.store.conftest import Open
from tests.store.disks import FailingDisk
from tests.store.test_tinydb_api import contents, document
from workshop.errors import NotSavedError, WorkshopError
from workshop.store.database import Change


def test_a_transaction_is_one_line_one_sync_and_one_change(window: Open, disk: FailingDisk) -> None:
    """However many tables it writes to."""
    db = window()
    db.table("a").insert(document("0", n=0))
    told: list[tuple[Change, ...]] = []
    db.subscribe(told.append)
    before, serial = len(disk.calls), db.serial
    with db.transaction():
        db.table("a").insert(document("1", n=1))
        db.table("b").insert_multiple([document("2", n=2), document("3", n=3)])
        db.table("a").remove(doc_ids=["0"])
        assert len(db.table("b")) == 0
    assert disk.calls[before:].count("sync") == 1
    assert db.serial == serial + 1
    assert told == [(Change("a", "1", {"n": 1}), Change("b", "2", {"n": 2}), Change("b", "3", {"n": 3}), Change("a", "0", None))]
    [data] = disk.files().values()
    assert data.count(b"\n") == 2


def test_an_exception_inside_writes_nothing(window: Open, disk: FailingDisk) -> None:
    """And a block afterwards begins afresh."""
    db = window()
    with contextlib.suppress(KeyError), db.transaction():
        db.table("a").insert({"n": 1})
        raise KeyError
    with db.transaction():
        pass
    assert disk.files() == {}
    db.table("a").insert({"n": 2})
    assert [found["n"] for found in db.table("a")] == [2]


def test_a_block_inside_another_joins_it(window: Open, disk: FailingDisk) -> None:
    """It is written with the outer one; one that fails and is caught falls away alone."""
    db = window()
    with db.transaction():
        db.table("a").insert(document("1", n=1))
        with contextlib.suppress(KeyError), db.transaction():
            db.table("a").insert(document("2", n=2))
            db.table("a").update({"n": 9}, doc_ids=["1"])
            raise KeyError
        with db.transaction():
            db.table("a").insert(document("3", n=3))
        assert disk.files() == {}
    assert contents(db.table("a")) == {"1": {"n": 1}, "3": {"n": 3}}


def test_writes_inside_build_on_one_another(window: Open) -> None:
    """An update of what was just inserted, a removal of what was just updated, an insertion of what was just removed."""
    db = window()
    table = db.table("a")
    with db.transaction():
        table.insert(document("1", n=1))
        table.update(increment("n"), doc_ids=["1"])
        table.update(increment("n"), where("n") == 2)
        table.upsert(document("1", m=1))
        table.insert(document("2", n=2))
        table.remove(where("n") == 2)
        table.insert(document("2", n=20))
        with pytest.raises(ValueError, match="already exists"):
            table.insert(document("1", n=0))
    assert contents(table) == contents(window().table("a")) == {"1": {"n": 3, "m": 1}, "2": {"n": 20}}


def test_a_document_that_comes_and_goes_in_one_block_was_never_there(window: Open) -> None:
    """Nothing is shown of it, here or elsewhere."""
    db = window()
    with db.transaction():
        db.table("a").insert(document("1", n=1))
        db.table("a").remove(doc_ids=["1"])
    assert (db.tables(), window().tables()) == (set(), set())


def test_a_refused_transaction_changes_nothing(window: Open, disk: FailingDisk) -> None:
    """The whole of it can be tried again."""
    db = window()
    table = db.table("a")
    table.insert(document("1", n=1))
    disk.fail(range(100), 28)

    def work() -> None:
        with db.transaction():
            table.update(increment("n"))
            table.insert(document("2", n=2))

    with pytest.raises(NotSavedError):
        work()
    disk.heal()
    assert contents(table) == {"1": {"n": 1}}
    work()
    assert contents(table) == contents(window().table("a")) == {"1": {"n": 2}, "2": {"n": 2}}


def test_an_erasure_in_a_block_is_part_of_it(window: Open, disk: FailingDisk) -> None:
    """Erased with its words, and what the block wrote about it before; nothing can be written about it any more."""
    db = window()
    db.table("a").insert_multiple([document("1", text="secret"), document("2", text="kept")])
    with db.transaction():
        db.table("a").update({"text": "secret too"}, doc_ids=["1"])
        db.erase([("a", "1")])
        assert db.table("a").update({"text": "no"}, doc_ids=["1"]) == []
        with pytest.raises(WorkshopError, match="withdrawn"):
            db.table("a").insert(document("1", text="no"))
        db.table("a").update({"text": "still kept"}, doc_ids=["2"])
    assert contents(window().table("a")) == {"2": {"text": "still kept"}}
    assert b"secret" not in b"".join(disk.files().values())


def test_a_refresh_waits_for_the_end_of_a_transaction(window: Open) -> None:
    """What is read inside is one moment's."""
    db, other = window(), window()
    with db.transaction():
        other.table("a").insert(document("1", n=1))
        assert db.refresh() == ()
        assert contents(db.table("a")) == {}
    assert db.refresh() == (Change("a", "1", {"n": 1}),)
