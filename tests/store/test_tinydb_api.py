"""TinyDB's public API, as everybody knows it, over journals. Where it differs on purpose, a test says so."""

from collections.abc import Iterator
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.operations import add, delete, increment
from tinydb.table import Document, Table

from tests.store.conftest import Open
from workshop.errors import NotSavedError
from workshop.store.database import JournalDB
from workshop.store.table import JournalTable


@pytest.fixture
def db(window: Open) -> JournalDB:
    """An empty store."""
    return window()


@pytest.fixture
def table(db: JournalDB) -> JournalTable:
    """Three documents with ids a, b, c and n = 1, 2, 3."""
    table = db.table("things")
    table.insert_multiple(document(id_, n=n) for n, id_ in enumerate("abc", 1))
    return table


def document(id_: str, **fields: Any) -> Document:
    """A document with its id."""
    return Document(fields, doc_id=id_)  # type: ignore[arg-type]  # ids are text here


def contents(table: Table) -> dict[str, Any]:
    """All documents by id."""
    return {str(found.doc_id): dict(found) for found in table}


def test_it_is_a_tinydb(db: JournalDB, table: JournalTable) -> None:
    """Code that takes a TinyDB takes it."""
    assert isinstance(db, TinyDB)
    assert isinstance(table, Table)
    assert repr(table).startswith("<JournalTable name='things', total=3")


def test_insert_gives_a_new_id_or_takes_the_documents(db: JournalDB) -> None:
    """Ids are text: 22 characters of digits and small letters, later ones sorting later."""
    table = db.table("things")
    ids = [table.insert({"n": n}) for n in range(5)]
    assert ids == sorted(set(ids))
    assert all(len(id_) == 22 and id_.isalnum() and id_ == id_.lower() for id_ in ids)
    assert table.insert(document("mine", n=6)) == "mine"
    assert table.insert(Document({"n": 7}, doc_id=7)) == "7"
    assert [found["n"] for found in table] == [0, 1, 2, 3, 4, 6, 7]


def test_insert_refuses_an_id_that_is_there_and_what_is_no_mapping(table: JournalTable) -> None:
    """Both raise ValueError, as in TinyDB, and nothing is written, of many not one."""
    for wrong in (document("a", n=9), [1, 2], "text"):
        with pytest.raises(ValueError, match=r"already exists|not a Mapping"):
            table.insert_multiple([{"n": 8}, wrong])  # type: ignore[list-item]  # that is the point
    assert len(table) == 3


def test_one_call_never_gives_one_id_twice(db: JournalDB) -> None:
    """Nor takes it twice: TinyDB's own insert_multiple can."""
    table = db.table("things")
    with pytest.raises(ValueError, match="already exists"):
        table.insert_multiple([document("a", n=1), document("a", n=2)])
    assert len(set(table.insert_multiple([{"n": n} for n in range(50)]))) == 50


def test_get_by_id_by_ids_and_by_condition(table: JournalTable) -> None:
    """The document carries its id; None where there is none; RuntimeError when nothing is asked for."""
    assert (table.get(doc_id="b"), table.get(doc_id="b").doc_id) == ({"n": 2}, "b")
    assert table.get(doc_id="x") is None
    assert [found.doc_id for found in table.get(doc_ids=["c", "x", "a"])] == ["a", "c"]
    assert table.get(where("n") == 3).doc_id == "c"
    assert table.get(where("n") == 9) is None
    with pytest.raises(RuntimeError):
        table.get()


def test_search_contains_count_all_and_len(table: JournalTable) -> None:
    """Queries work as they do."""
    assert [str(found.doc_id) for found in table.search(where("n") > 1)] == ["b", "c"]
    assert table.contains(where("n") == 1)
    assert table.contains(doc_id="a")
    assert not table.contains(doc_id="x")
    assert table.count(where("n") < 3) == 2
    assert [str(found.doc_id) for found in table.all()] == ["a", "b", "c"]
    assert len(table) == 3


def test_update_sets_fields_of_all_of_some_and_of_those_that_match(table: JournalTable) -> None:
    """Ids that are not there are skipped; the ids of what was updated come back."""
    assert table.update({"m": 0}) == ["a", "b", "c"]
    assert table.update({"m": 1}, doc_ids=["a", "x"]) == ["a"]
    assert table.update({"m": 2}, where("n") == 2) == ["b"]
    assert contents(table) == {"a": {"n": 1, "m": 1}, "b": {"n": 2, "m": 2}, "c": {"n": 3, "m": 0}}


def test_update_takes_operations(table: JournalTable) -> None:
    """TinyDB's own, and any function of the document."""
    table.update(increment("n"), where("n") == 1)
    table.update(add("n", 10), doc_ids=["b"])
    table.update(delete("n"), doc_ids=["c"])
    assert contents(table) == {"a": {"n": 2}, "b": {"n": 12}, "c": {}}


def test_update_multiple_passes_each_document_through_all_updates(table: JournalTable) -> None:
    """An iterator of updates too: TinyDB's own uses it up at the first document."""
    updates: Iterator[tuple[Any, Any]] = iter([({"seen": True}, where("n") > 1), (increment("n"), where("seen") == True)])  # noqa: E712 - a query, no comparison
    assert table.update_multiple(updates) == ["b", "b", "c", "c"]
    assert contents(table) == {"a": {"n": 1}, "b": {"n": 3, "seen": True}, "c": {"n": 4, "seen": True}}


def test_upsert_updates_or_inserts(table: JournalTable) -> None:
    """By id or by condition; ValueError when neither is given."""
    assert table.upsert(document("a", m=1)) == ["a"]
    assert table.upsert(document("d", n=4)) == ["d"]
    assert table.upsert({"m": 2}, where("n") == 2) == ["b"]
    [new] = table.upsert({"n": 9}, where("n") == 9)
    with pytest.raises(ValueError, match="doc_id"):
        table.upsert({"n": 1})
    assert contents(table) == {"a": {"n": 1, "m": 1}, "b": {"n": 2, "m": 2}, "c": {"n": 3}, "d": {"n": 4}, new: {"n": 9}}


def test_replace_leaves_no_field_behind(table: JournalTable) -> None:
    """What upsert cannot do, and what a record needs: fields that it lacks are gone. Ours, not TinyDB's."""
    assert table.replace(document("a", m=1)) == "a"
    assert table.get(doc_id="a") == {"m": 1}


def test_remove_and_truncate(table: JournalTable) -> None:
    """By ids, by condition, all; RuntimeError when remove is given nothing."""
    assert table.remove(doc_ids=["a", "x"]) == ["a"]
    assert table.remove(where("n") == 2) == ["b"]
    with pytest.raises(RuntimeError):
        table.remove()
    table.truncate()
    assert contents(table) == {}


def test_tables_are_apart_and_can_be_dropped(db: JournalDB, table: JournalTable, window: Open) -> None:
    """A table is there while it holds a document."""
    db.table("others").insert({"n": 1})
    db.insert({"in": "the default table"})
    assert db.tables() == {"things", "others", "_default"}
    db.drop_table("others")
    assert db.tables() == window().tables() == {"things", "_default"}
    db.drop_tables()
    assert (db.tables(), len(table), window().tables()) == (set(), 0, set())


def test_what_comes_out_is_a_copy(table: JournalTable, window: Open) -> None:
    """Changing a result, or what was put in, changes nothing in the store: TinyDB's own hands out its innards."""
    given: dict[str, Any] = {"list": [1]}
    id_ = table.insert(given)
    given["list"].append(2)
    for found in (table.get(doc_id=id_), table.search(where("list").exists())[0], table.get(where("list").exists()), table.all()[-1]):
        found["list"].append(3)
    assert table.get(doc_id=id_) == window().table("things").get(doc_id=id_) == {"list": [1]}


def test_memory_holds_what_the_disk_holds(table: JournalTable, window: Open) -> None:
    """Tuples come back as lists and number keys as text, at once and not only after reopening."""
    given: dict[Any, Any] = {"pair": (1, 2), 3: "three"}
    id_ = table.insert(given)
    assert table.get(doc_id=id_) == window().table("things").get(doc_id=id_) == {"pair": [1, 2], "3": "three"}


def test_a_failing_update_changes_nothing(table: JournalTable) -> None:
    """TinyDB's own shows in memory what it failed to write."""
    with pytest.raises(KeyError):
        table.update(increment("m"))
    with pytest.raises(TypeError):
        table.update({"m": {1, 2}})
    assert contents(table) == {"a": {"n": 1}, "b": {"n": 2}, "c": {"n": 3}}


def test_persist_empty_does_no_harm(db: JournalDB, table: JournalTable, window: Open) -> None:
    """TinyDB's own empties the table with it."""
    assert len(window().table("things", persist_empty=True)) == 3


def test_a_query_sees_what_another_window_wrote(table: JournalTable, window: Open) -> None:
    """No answer is cached."""
    other = window()
    assert other.table("things").count(where("n") == 1) == 1
    table.update({"n": 5}, doc_ids=["a"])
    other.refresh()
    assert other.table("things").count(where("n") == 1) == 0


def test_the_storage_takes_no_whole_database(db: JournalDB) -> None:
    """Whoever writes everything at once would undo what others wrote."""
    with pytest.raises(NotSavedError):
        db.storage.write({})


def test_it_can_be_used_as_a_context(window: Open) -> None:
    """Closed at its end."""
    with window() as db:
        db.insert({"n": 1})
    with pytest.raises(NotSavedError):
        db.insert({"n": 2})
