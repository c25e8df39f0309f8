"""Opening: whatever is in the folder, what is whole is shown, and what isn't is said."""

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from tests.store.conftest import Open
from tests.store.disks import FOLDER, FailingDisk, MemoryDisk
from tests.store.test_tinydb_api import contents, document
from workshop.errors import NotSavedError
from workshop.store.copies import read_copy
from workshop.store.database import JournalDB
from workshop.store.line import Line, LineCodec

STAMP = "0mbxstezp001"


def lines(count: int) -> list[bytes]:
    """So many lines of one writer, each a document with its number as id."""
    return [LineCodec().encode(Line("old", n, STAMP, [["put", "a", str(n), [], {"n": n}]])) for n in range(1, count + 1)]


def opened(data: bytes) -> tuple[list[str], list[tuple[int, int]], list[str]]:
    """The ids shown of a journal with these bytes, where damage is reported (line and offset), and its words."""
    db = JournalDB(FOLDER, fs=MemoryDisk({"old.jsonl": data}))
    return list(contents(db.table("a"))), [(found.line, found.offset) for found in db.damage], [found.meaning for found in db.damage]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_folder_and_its_files_are_for_their_owner_only(tmp_path: Path) -> None:
    """0700 and 0600, the folders made above it too; and just looking writes nothing."""
    folder = tmp_path / "shelf" / "workshop"
    db = JournalDB(folder)
    assert list(folder.iterdir()) == []
    db.table("a").insert({"n": 1})
    [journal] = folder.iterdir()
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder.parent, folder, journal)] == [0o700, 0o700, 0o600]
    assert journal.name == f"{db.writer}.jsonl"


def test_closing_leaves_no_empty_file(window: Open, disk: FailingDisk) -> None:
    """Where the first save failed, nothing remains of it."""
    db = window()
    disk.fail(range(4, 5), errno.ENOSPC)
    with pytest.raises(NotSavedError):
        db.table("a").insert({"n": 1})
    db.close()
    assert disk.files() == {}


def test_a_whole_journal_has_no_damage() -> None:
    """And a last line without its newline is whole as well; empty lines are nothing."""
    assert opened(b"".join(lines(3))) == (["1", "2", "3"], [], [])
    assert opened(b"".join(lines(3)).rstrip(b"\n")) == (["1", "2", "3"], [], [])
    assert opened(b"\n\n".join(lines(3)) + b"\n\n") == (["1", "2", "3"], [], [])
    assert opened(b"") == ([], [], [])


def test_a_damaged_line_in_the_middle_is_reported_and_the_rest_used() -> None:
    """By its line and offset; and that its save is in no file here."""
    one, two, three = lines(3)
    ids, places, words = opened(one + two.replace(b'"n":2}', b'"n":9}') + three)
    assert (ids, places) == (["1", "3"], [(0, 0), (2, len(one))])
    assert "1 save(s) of writer old are in no file here" in words[0]
    assert "Line 2 is damaged" in words[1]


def test_a_damaged_line_that_is_whole_in_a_copy_is_shown(window: Open, disk: FailingDisk) -> None:
    """Nothing is lost, so nothing is reported as damage; that the line was healed is known."""
    one, two = lines(2)
    disk.put(FOLDER / "old.jsonl", one.replace(b"put", b"PUT") + two)
    disk.put(FOLDER / "old (copy).jsonl", one)
    db = window()
    assert list(contents(db.table("a"))) == ["1", "2"]
    assert db.damage == ()
    assert [(damage.file, damage.line) for damage in read_copy(FOLDER, disk).healed] == [("old.jsonl", 1)]


_NEXT = LineCodec().encode(Line("old", 3, STAMP, []))


@pytest.mark.parametrize("tail", [b'{"v":1,"a":"ol', _NEXT[:-2], _NEXT[:30]])
def test_a_save_that_was_cut_off_is_no_damage(tail: bytes) -> None:
    """A power cut in the middle of it: it was never acknowledged. That it is there is known; of a writer with later lines it is damage."""
    whole = b"".join(lines(2))
    assert opened(whole + tail) == (["1", "2"], [], [])
    copy = read_copy(FOLDER, MemoryDisk({"old.jsonl": whole + tail}))
    assert [(found.line, found.offset) for found in copy.torn] == [(3, len(whole))]
    assert copy.damage == ()
    later = read_copy(FOLDER, MemoryDisk({"old.jsonl": whole + tail, "old (copy).jsonl": lines(4)[3]}))
    assert later.torn == ()
    assert len(later.damage) == 2


@pytest.mark.parametrize(
    "tail", [b"\0" * 300, b"\xff", _NEXT[:30].replace(b"old", b"new"), _NEXT[:40] + b"\0" * 300, b'{"v":1,"a":"old","n":9']
)
def test_any_other_end_is_reported_and_the_rest_used(tail: bytes) -> None:
    """Lost sectors, rubbish, a line that is not the writer's next one: nobody can tell what stood there."""
    whole = b"".join(lines(2))
    ids, places, words = opened(whole + tail)
    assert (ids, places) == (["1", "2"], [(3, len(whole))])
    assert f"not whole ({len(tail)} bytes)" in words[0]


def test_a_flipped_newline_costs_nothing_but_a_report() -> None:
    """The lines on both sides of it are whole by their checksums: that there is such a place is known, and nothing of it is lost."""
    one, two = lines(2)
    flipped = one.replace(b"\n", b"\x0b") + two.replace(b"\n", b"*")
    ids, places, _ = opened(flipped)
    assert (ids, places) == (["1", "2"], [])
    assert [found.line for found in read_copy(FOLDER, MemoryDisk({"old.jsonl": flipped})).healed] == [1]


def test_lines_that_are_missing_are_counted() -> None:
    """Numbers that are in no file here: an older copy, or lines cut out."""
    one, _, three, _, five = lines(5)
    ids, _, words = opened(one + three + five)
    assert ids == ["1", "3", "5"]
    assert "2 save(s) of writer old" in words[0]


def test_any_bytes_at_all_open() -> None:
    """Nothing that is in a file keeps the rest from being shown."""
    for rubbish in (b"\0\n" * 50, b"[]\n{}\nnull\n", b"\xff\xfe\n", b"PK\x03\x04", json.dumps({"a": 1}).encode()):
        ids, places, _ = opened(rubbish + b"\n" + lines(1)[0])
        assert ids == ["1"]
        assert places


def test_files_of_others_are_not_read(window: Open, disk: FailingDisk) -> None:
    """Hidden ones, that macOS and sync programs leave, and other kinds."""
    for name in ("._old.jsonl", ".syncthing.old.jsonl.tmp", "old.jsonl.bak", "plan.toml"):
        disk.put(FOLDER / name, lines(1)[0])
    db = window()
    assert (db.tables(), db.damage) == (set(), ())


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, window: Open, disk: FailingDisk) -> None:
    """Because the disk refuses, or because it is a folder; the others are shown; and when it can be read, it is."""
    with JournalDB(tmp_path) as db:
        db.table("a").insert({"n": 1})
    (tmp_path / "folder.jsonl").mkdir()
    db = JournalDB(tmp_path)
    assert len(db.table("a")) == 1
    assert [damage.file for damage in db.damage] == ["folder.jsonl"]

    disk.put(FOLDER / "old.jsonl", lines(1)[0])
    disk.broken = {"read": errno.EIO}
    db = window()
    assert "Input/output error" in db.damage[0].meaning
    disk.broken = {}
    db.refresh()
    assert (list(contents(db.table("a"))), db.damage) == (["1"], ())


def newer(disk: MemoryDisk) -> None:
    """A journal of a later version."""
    disk.put(FOLDER / "new.jsonl", LineCodec().encode(Line("new", 1, STAMP, [["put", "a", "9", [], {"n": 9}]], v=2)))


def test_a_folder_with_a_newer_format_opens_read_only(window: Open, disk: FailingDisk) -> None:
    """With a clear word, and its lines unread; nothing is rewritten."""
    disk.put(FOLDER / "old.jsonl", lines(1)[0])
    newer(disk)
    before = disk.files()
    db = window()
    assert "newer version" in db.read_only
    assert "newer version" in db.damage[0].meaning
    assert list(contents(db.table("a"))) == ["1"]
    with pytest.raises(NotSavedError, match="newer version"):
        db.table("a").insert({"n": 1})
    with pytest.raises(NotSavedError, match="newer version"):
        db.erase([("a", "1")])
    assert disk.files() == before


def test_a_newer_format_that_comes_later_does_not_stop_the_session(window: Open, disk: FailingDisk) -> None:
    """It is said, and capture goes on until the program is started again."""
    db = window()
    newer(disk)
    db.refresh()
    assert "newer version" in db.damage[0].meaning
    db.table("a").insert(document("1", n=1))
    assert list(contents(db.table("a"))) == ["1"]
    assert "newer version" in window().read_only


def test_an_unknown_operation_is_kept_and_said(window: Open, disk: FailingDisk) -> None:
    """What is known in the same line is used."""
    line = LineCodec().encode(Line("old", 1, STAMP, [["put", "a", "1", [], {"n": 1}]], (["merge", "a", "1", "2"],)))
    disk.put(FOLDER / "old.jsonl", line)
    db = window()
    assert list(contents(db.table("a"))) == ["1"]
    assert "does not know" in db.damage[0].meaning
    db.table("a").insert({"n": 2})
    assert disk.files()["old.jsonl"] == line


def test_a_writer_name_that_is_taken_is_not_used(disk: FailingDisk) -> None:
    """No file is ever written by two."""
    disk.put(FOLDER / "same.jsonl", lines(1)[0])
    names = iter(["same", "same", "other"])
    db = JournalDB(FOLDER, fs=disk, name=lambda: next(names))
    db.table("a").insert({"n": 2})
    assert sorted(disk.files()) == ["other.jsonl", "same.jsonl"]


def test_random_names_are_a_writers_alphabet() -> None:
    """Ten characters that are safe in a file name on every system, and never the same."""
    disk = MemoryDisk({})
    writers = {JournalDB(FOLDER, fs=disk).writer for _ in range(50)}
    assert len(writers) == 50
    assert all(len(writer) == 10 and writer.isalnum() and writer == writer.lower() for writer in writers)
