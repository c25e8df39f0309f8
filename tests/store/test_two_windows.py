"""Several windows on one folder, and several copies of it: each sees what the others wrote, and nothing is lost."""

import errno
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tests.store.conftest import Open
from tests.store.disks import FOLDER, FailingDisk, MemoryDisk, Names, Wall
from tests.store.test_tinydb_api import contents, document
from workshop.store.database import Change, JournalDB, Version


def test_each_window_sees_what_the_other_wrote(window: Open) -> None:
    """At its next refresh, as changes that carry the document; its own writes are not told again."""
    one, other = window(), window()
    id_ = one.table("a").insert({"n": 1})
    assert other.refresh() == (Change("a", id_, {"n": 1}),)
    other.table("a").update({"n": 2}, doc_ids=[id_])
    assert one.refresh() == (Change("a", id_, {"n": 2}),)
    one.table("a").remove(doc_ids=[id_])
    assert other.refresh() == (Change("a", id_, None),)
    assert one.refresh() == other.refresh() == ()


def test_each_window_writes_a_file_of_its_own(window: Open, disk: FailingDisk) -> None:
    """And looking leaves none."""
    windows = [window() for _ in range(3)]
    assert disk.files() == {}
    for db in windows[:2]:
        db.table("a").insert({"n": 1})
    assert len(disk.files()) == 2


def test_subscribers_are_told_of_every_change_in_order(window: Open) -> None:
    """Own commits and refreshes alike; the changes add up to what is there, and the serial grows with each."""
    one, other = window(), window()
    seen: dict[str, object] = {}
    serials = []

    def follow(changes: tuple[Change, ...]) -> None:
        serials.append(one.serial)
        for change in changes:
            seen[change.id] = change.document

    one.subscribe(follow)
    one.table("a").insert(document("1", n=1))
    other.refresh()
    other.table("a").update({"n": 2})
    other.table("a").insert(document("2", n=2))
    one.refresh()
    one.table("a").remove(doc_ids=["1"])
    assert seen == {"1": None, "2": {"n": 2}}
    assert serials == [1, 2, 3]
    assert [tuple(change) for change in one.changes()] == [("a", "2", {"n": 2})]


def test_a_subscriber_may_write(window: Open) -> None:
    """What it writes is told after what it was told of, to all."""
    db = window()
    first: list[str] = []
    second: list[str] = []

    def answer(changes: tuple[Change, ...]) -> None:
        first.extend(change.id for change in changes)
        if changes[0].id == "question":
            db.table("a").insert(document("answer"))

    db.subscribe(answer)
    db.subscribe(lambda changes: second.extend(change.id for change in changes))
    db.table("a").insert(document("question"))
    assert first == second == ["question", "answer"]


def test_changing_what_one_was_told_changes_nothing(window: Open) -> None:
    """Documents in changes, histories and the first load are copies."""
    db = window()
    id_ = db.table("a").insert({"list": [1]})
    for document_ in (*(change.document for change in db.changes()), *(version.document for version in db.history("a", id_))):
        assert document_ is not None
        document_["list"].append(2)
    assert db.table("a").get(doc_id=id_) == {"list": [1]}


def test_two_edits_at_once_are_both_kept_and_can_be_settled(window: Open) -> None:
    """The newest is shown in both windows, the other is on offer, further edits leave it so, and a choice ends it."""
    one, other = window(), window()
    id_ = one.table("a").insert({"text": "first"})
    other.refresh()
    one.table("a").update({"text": "mine"}, doc_ids=[id_])
    other.table("a").update({"text": "yours"}, doc_ids=[id_])
    one.refresh()
    other.refresh()
    for db in (one, other, window()):
        assert db.table("a").get(doc_id=id_) == {"text": "yours"}
        assert [version.document for version in db.conflicts("a", id_)] == [{"text": "mine"}]
    one.table("a").update({"text": "yours, mended"}, doc_ids=[id_])
    assert [version.document for version in one.conflicts("a", id_)] == [{"text": "mine"}]
    one.settle("a", id_, {"text": "both"})
    other.refresh()
    for db in (one, other, window()):
        assert (db.table("a").get(doc_id=id_), db.conflicts("a", id_)) == ({"text": "both"}, ())
        assert [version.document and version.document["text"] for version in db.history("a", id_)] == [
            "first",
            "mine",
            "yours",
            "yours, mended",
            "both",
        ]


def test_a_deletion_takes_all_versions_with_it(window: Open) -> None:
    """What was on offer does not come up in place of what was deleted."""
    one, other = window(), window()
    one.table("a").insert(document("1", n=1))
    other.table("a").insert(document("1", n=2))
    one.refresh()
    assert one.conflicts("a", "1")
    one.table("a").remove(doc_ids=["1"])
    assert (one.tables(), one.conflicts("a", "1")) == (set(), ())


def test_one_record_met_by_two_windows_is_one(window: Open) -> None:
    """Both give it the id of its natural key and the same words: one document, nothing to choose."""
    one, other = window(), window()
    for db in (one, other):
        db.table("a").insert(document("same", code="p3"))
    one.refresh()
    assert (contents(one.table("a")), one.conflicts("a", "same")) == ({"same": {"code": "p3"}}, ())


def test_copies_that_went_apart_are_one_again_in_any_order() -> None:
    """Three laptops take a copy each and go on; put side by side in any of the 6 orders, once or twice, they are the same."""
    wall = Wall()
    base = MemoryDisk({})
    db = JournalDB(FOLDER, fs=base, now=wall, name=Names("base"))
    db.table("a").insert_multiple(document(str(n), n=n) for n in range(6))
    copies = []
    for number in range(3):
        disk = MemoryDisk(base.files())
        db = JournalDB(FOLDER, fs=disk, now=wall, name=Names(f"laptop{number}x"))
        db.table("a").update({"by": number}, doc_ids=["0", str(number + 1)])
        db.table("a").insert(document(f"new{number}", n=number))
        db.table("a").remove(doc_ids=["4"] if number else ["5"])
        copies.append(disk.files())
    results: list[tuple[dict[str, Any], tuple[Version, ...]]] = []
    for order in permutations(copies):
        disk = MemoryDisk({})
        db = JournalDB(FOLDER, fs=disk, now=wall, name=Names("z"))
        for files in (*order, *order[:2]):
            for name, data in files.items():
                disk.put(FOLDER / name, data)
            db.refresh()
        assert not db.damage
        results.append((contents(db.table("a")), db.conflicts("a", "0")))
    assert all(result == results[0] for result in results)
    assert [version.document for version in results[0][1]] == [{"n": 0, "by": 1}, {"n": 0, "by": 0}]


def test_a_file_that_a_sync_program_replaces_by_a_longer_one_is_read_on(window: Open, disk: FailingDisk) -> None:
    """Another inode with the same beginning is the same journal."""
    other = MemoryDisk({})
    writer = JournalDB(FOLDER, fs=other, now=Wall(), name=Names("y"))
    writer.table("a").insert(document("1", n=1))
    db = window()
    for number in range(2, 5):
        for name, data in other.files().items():
            disk.put(FOLDER / name, data)
        db.refresh()
        writer.table("a").insert(document(str(number), n=number))
    assert list(contents(db.table("a"))) == ["1", "2", "3"]
    assert not db.damage


def test_an_older_copy_over_a_newer_one_is_said(window: Open, disk: FailingDisk) -> None:
    """What is there now is what is shown, and the person knows that there was more."""
    writer, db = window(), window()
    writer.table("a").insert(document("1", n=1))
    older = disk.files()
    writer.table("a").insert(document("2", n=2))
    db.refresh()
    [(name, data)] = older.items()
    disk.put(FOLDER / name, data)
    assert db.refresh() == (Change("a", "2", None),)
    assert [damage.file for damage in db.damage] == [name]
    assert "1 save(s) that were read from this file are no longer in the folder" in db.damage[0].meaning
    assert list(contents(db.table("a"))) == ["1"]


def test_an_older_copy_is_no_loss_where_a_longer_one_is_there(window: Open, disk: FailingDisk) -> None:
    """Nothing is missing in the folder, and nothing is said."""
    writer, db = window(), window()
    writer.table("a").insert(document("1", n=1))
    older = disk.files()
    writer.table("a").insert(document("2", n=2))
    db.refresh()
    [(name, data)] = older.items()
    disk.put(FOLDER / "longer copy.jsonl", disk.files()[name])
    disk.put(FOLDER / name, data)
    assert db.refresh() == ()
    assert (sorted(contents(db.table("a"))), db.damage) == (["1", "2"], ())


def test_a_file_of_the_same_length_with_other_words_is_noticed(window: Open, disk: FailingDisk) -> None:
    """Its known bytes are compared, by checksum, when anything but its length changes."""
    writer, db = window(), window()
    writer.table("a").insert(document("1", n=1))
    db.refresh()
    [(name, data)] = disk.files().items()
    disk.put(FOLDER / name, data.replace(b'"n":1}', b'"n":2}'))
    db.refresh()
    assert contents(db.table("a")) == {}
    assert [word for word in ("checksum", "no longer in the folder") if word in str(db.damage)] == ["checksum", "no longer in the folder"]


def test_reading_afresh_forgets_nothing_of_ones_own(window: Open, disk: FailingDisk) -> None:
    """Another's file is replaced just when one's own was taken away: both what is there and one's own lines are shown, and saved again."""
    writer, db = window(), window()
    writer.table("a").insert(document("1", n=1))
    writer.table("a").insert(document("2", n=2))
    db.refresh()
    db.table("a").insert(document("mine", n=3))
    theirs, mine = sorted(disk.files())
    disk.put(FOLDER / theirs, disk.files()[theirs].splitlines(keepends=True)[0])
    del disk.nodes[FOLDER / mine]
    db.refresh()
    assert sorted(contents(db.table("a"))) == ["1", "mine"]
    db.table("a").insert(document("more", n=4))
    assert sorted(contents(window().table("a"))) == ["1", "mine", "more"]


def test_reading_afresh_that_fails_is_tried_again(window: Open, disk: FailingDisk) -> None:
    """The disk fails just then: what came with it is shown, nothing is raised, and the next refresh does it."""
    writer, other, db = window(), window(), window()
    writer.table("a").insert_multiple([document("1", n=1)])
    writer.table("a").insert_multiple([document("2", n=2)])
    db.refresh()
    other.table("a").insert(document("3", n=3))
    theirs = min(disk.files())
    disk.put(FOLDER / theirs, disk.files()[theirs].splitlines(keepends=True)[0])
    before = len(disk.calls)
    disk.fail(range(8, 9), errno.EIO)
    assert db.refresh() == (Change("a", "3", {"n": 3}),)
    assert disk.calls[before : before + 9] == ["stat", "names", "stat", "read", "stat", "stat", "read", "stat", "names"]
    assert "cannot be reached" in db.damage[0].meaning
    assert db.refresh() == (Change("a", "2", None),)
    assert sorted(contents(db.table("a"))) == ["1", "3"]


def test_a_file_that_goes_stays_in_memory_and_is_said(window: Open, disk: FailingDisk) -> None:
    """Unless its lines are in another file here; and when it is back, all is well."""
    writer, db = window(), window()
    writer.table("a").insert(document("1", n=1))
    writer.close()
    db.refresh()
    [(name, data)] = disk.files().items()
    del disk.nodes[FOLDER / name]
    db.refresh()
    assert list(contents(db.table("a"))) == ["1"]
    assert [(damage.file, "1 save(s)" in damage.meaning) for damage in db.damage] == [(name, True)]
    disk.put(FOLDER / "renamed by hand.jsonl", data)
    db.refresh()
    assert not db.damage


def test_a_line_still_being_written_is_no_damage_once_it_is_whole(window: Open, disk: FailingDisk) -> None:
    """A reader who comes in the middle of a write sees the rest later, and every line once."""
    writer, db = window(), window()
    told: list[Change] = []
    db.subscribe(told.extend)
    for number in range(3):
        writer.table("a").insert(document(str(number), n=number))
    [(name, data)] = disk.files().items()
    disk.put(FOLDER / name, b"")
    for length in range(0, len(data) + 1, 7):
        disk.nodes[FOLDER / name].data[:] = data[:length]
        db.refresh()
    disk.nodes[FOLDER / name].data[:] = data
    db.refresh()
    assert [change.id for change in told] == ["0", "1", "2"]
    assert not db.damage


def test_a_poll_with_nothing_new_asks_only_for_names_and_lengths(window: Open, disk: FailingDisk) -> None:
    """No file is opened."""
    window().table("a").insert({"n": 1})
    db = window()
    before = len(disk.calls)
    db.refresh()
    assert disk.calls[before:] == ["stat", "names", "stat"]


def test_the_clock_of_another_is_followed_and_said(window: Open, wall: Wall) -> None:
    """A laptop a year ahead wins nothing over who has met it, and its owner is told."""
    ahead, db = window(), window()
    wall.seconds += 365 * 86400
    id_ = ahead.table("a").insert({"text": "from the future"})
    wall.seconds -= 365 * 86400
    unmet = db.notices
    db.refresh()
    db.table("a").update({"text": "now"}, doc_ids=[id_])
    ahead.refresh()
    assert ahead.table("a").get(doc_id=id_) == {"text": "now"}
    assert db.new_id() > id_
    assert unmet == ()
    assert "365 day(s) ahead" in db.notices[0]


def test_ids_stay_in_order_when_the_clock_is_set_back(window: Open, wall: Wall) -> None:
    """Between two runs of the program too: a session's timeline is ordered by them."""
    ids = []
    for back in (0, 3600, 40 * 365 * 86400):
        wall.seconds = Wall().seconds - back
        db = window()
        ids += [db.table("a").insert({}) for _ in range(3)]
        db.close()
    assert ids == sorted(ids)


@pytest.mark.parametrize("count", [1, 20])
def test_real_windows_on_a_real_folder(tmp_path: Path, count: int) -> None:
    """The same, with the system's own files."""
    windows = [JournalDB(tmp_path / "workshop") for _ in range(count + 1)]
    for number, db in enumerate(windows):
        db.table("a").insert(document(str(number), n=number))
    for db in windows:
        db.refresh()
        assert len(db.table("a")) == count + 1
        assert db.refresh() == ()
        assert not db.damage
