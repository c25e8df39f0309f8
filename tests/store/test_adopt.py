"""Taking over another copy's lines: nothing is lost, nothing comes twice, and no erased word touches the disk."""

import errno
import itertools
import shutil
from pathlib import Path
from typing import Any

import pytest
from tinydb.table import Document

from tests.store.disks import FOLDER, FailingDisk, Names
from workshop.errors import NotSavedError, WorkshopError
from workshop.store.adopt import adopt, differing
from workshop.store.bundle import bundle_bytes
from workshop.store.copies import Copy, by_name, read_copy
from workshop.store.database import JournalDB
from workshop.store.fs import FileSystem
from workshop.store.line import Line, LineCodec

STAMP = "0mbxstezp001"


def save(folder: Path, *texts: str, id_: str = "", table: str = "reflections") -> str:
    """Save the texts one after another in a process of its own, in documents of their own or as versions of one; give the last id."""
    db = JournalDB(folder)
    for text in texts:
        key = id_ or db.new_id()
        db.table(table).replace(Document({"text": text}, doc_id=key))  # type: ignore[arg-type]  # ids are text here
    db.close()
    return key


def erase(folder: Path, *ids: str) -> None:
    """Withdraw these in a process of its own."""
    db = JournalDB(folder)
    db.erase(("reflections", id_) for id_ in ids)
    db.close()


def texts(folder: Path) -> list[str]:
    """What is shown, in order."""
    db = JournalDB(folder)
    found = sorted(each["text"] for each in db.table("reflections"))
    db.close()
    return found


def held(folder: Path) -> tuple[Any, ...]:
    """All that a copy says: what is shown, what is on offer, all history and what was erased."""
    state = read_copy(folder).state
    keys = sorted(state.keys())
    shown = {key: state.change(key).document for key in keys}
    return shown, [state.conflicts(key) for key in keys], [state.history(key) for key in keys], state.erased


def diverged(folder: Path) -> tuple[Path, Path, Path]:
    """Three laptops' copies of one workshop: each has a remark of its own, two edited one remark, one withdrew another."""
    first, second, third = (folder / name for name in ("first", "second", "third"))
    shared = save(first, "in all copies")
    edited = save(first, "as it was first said")
    withdrawn = save(first, "withdrawn words")
    for copy in (second, third):
        shutil.copytree(first, copy)
    save(first, "first's own")
    save(first, "as first heard it", id_=edited)
    save(second, "second's own")
    save(second, "as second heard it", id_=edited)
    erase(second, withdrawn)
    save(third, "third's own")
    save(third, "in all copies, made longer", id_=shared)
    return first, second, third


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_any_order_any_number_of_times_gives_the_same(tmp_path: Path, order: tuple[int, ...]) -> None:
    """Three diverged copies put into one, in each of the six orders, twice: all has come, once, and both edits are there."""
    copies = diverged(tmp_path)
    target = tmp_path / "target"
    for _ in range(2):
        for place in order:
            adopt(target, read_copy(copies[place]))
    assert texts(target) == sorted(["as second heard it", "in all copies, made longer", "first's own", "second's own", "third's own"])
    [[other]] = [found for found in held(target)[1] if found]
    assert other.document == {"text": "as first heard it"}
    everything = tmp_path / "everything"
    for copy in copies:
        adopt(everything, read_copy(copy))
    assert held(target) == held(everything)
    assert bundle_bytes(read_copy(target)) == bundle_bytes(read_copy(everything))


def test_what_is_there_is_not_written_again(tmp_path: Path) -> None:
    """Taking over a copy that holds nothing new adds no file and counts no line."""
    first, second, _ = diverged(tmp_path)
    assert adopt(first, read_copy(second)).lines == 2 + 1
    files = sorted(first.iterdir())
    assert adopt(first, read_copy(second)).lines == 0
    assert sorted(first.iterdir()) == files


@pytest.mark.parametrize("other", ["older", "longer", "foreign"])
def test_a_file_of_the_same_name_loses_nothing(tmp_path: Path, other: str) -> None:
    """Whatever the other copy's file of one of our names holds, ours stays as it is and its unseen lines come in."""
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    save(mine, "one", "two", "three")
    (journal,) = mine.iterdir()
    ours = journal.read_bytes()
    lines = ours.splitlines(keepends=True)
    added = LineCodec().encode(Line("zzz", 1, STAMP, [["put", "reflections", "z", [], {"text": "four"}]]))
    theirs.mkdir()
    (theirs / journal.name).write_bytes({"older": lines[0], "longer": ours + added, "foreign": added}[other])
    adopt(mine, read_copy(theirs))
    assert journal.read_bytes() == ours
    assert texts(mine) == sorted(["one", "two", "three"] + ([] if other == "older" else ["four"]))


class _Listening(FileSystem):
    """The real disk, and all that was ever written to it."""

    def __init__(self) -> None:
        self.written = b""

    def write(self, file: int, data: bytes) -> int:
        done = super().write(file, data)
        self.written += data[:done]
        return done


@pytest.mark.parametrize("withdrawn_by", ["target", "source"])
def test_erased_words_never_touch_the_disk(tmp_path: Path, withdrawn_by: str) -> None:
    """Whichever side withdrew it, a remark's words are in no byte that is written here; what stands in the same line comes."""
    source, target = tmp_path / "source", tmp_path / "target"
    save(target, "beginning")
    shutil.copytree(target, source)
    db = JournalDB(source)
    with db.transaction():
        for key, text in (("gone", "words to be withdrawn"), ("stays", "words that stay")):
            db.table("reflections").insert(Document({"text": text}, doc_id=key))  # type: ignore[arg-type]  # ids are text here
    db.close()
    copy = read_copy(source)
    if withdrawn_by == "source":  # its own files could not be rewritten yet
        erasing = Line("eraser", 1, STAMP, [["erase", "reflections", "gone"]])
        copy = Copy({**copy.lines, ("eraser", 1): erasing})
    else:
        erase(target, "gone")
    disk = _Listening()
    adopt(target, copy, fs=disk)
    assert b"words that stay" in disk.written
    assert b"withdrawn" not in disk.written
    assert texts(target) == ["beginning", "words that stay"]


def test_an_erasure_that_comes_is_carried_out_on_what_is_here(tmp_path: Path) -> None:
    """After the other copy's withdrawal is taken over, the next opening takes the words out of the files that were here before."""
    first, second, _ = diverged(tmp_path)
    adopt(first, read_copy(second))
    assert "withdrawn words" not in texts(first)
    assert not any(b"withdrawn words" in path.read_bytes() for path in first.iterdir())


def test_what_was_told_not_saved_does_not_come_back(tmp_path: Path) -> None:
    """A line that its writer took back counts nowhere, also where the copy with the line is met before the one that says so."""
    lied, told, target = tmp_path / "lied", tmp_path / "told", tmp_path / "target"
    for folder in (lied, told):
        folder.mkdir()
    (lied / "a.jsonl").write_bytes(LineCodec().encode(Line("a", 1, STAMP, [["put", "reflections", "x", [], {"text": "not saved"}]])))
    (told / "b.jsonl").write_bytes(LineCodec().encode(Line("b", 1, STAMP, [["void", "a", 1]])))
    adopt(target, read_copy(lied))
    adopt(target, read_copy(told))
    assert texts(target) == []
    assert list(read_copy(target).state.keys()) == []


def test_another_copy_mends_a_damaged_line(tmp_path: Path) -> None:
    """A line that is damaged here and whole there is taken over; one that is damaged there is left there, unless it is asked for."""
    mine, theirs, third = tmp_path / "mine", tmp_path / "theirs", tmp_path / "third"
    save(mine, "one", "two", "three")
    shutil.copytree(mine, theirs)
    (journal,) = mine.iterdir()
    journal.write_bytes(journal.read_bytes().replace(b"two", b"twp"))
    assert texts(mine) == ["one", "three"]
    adopted = adopt(third, read_copy(mine))
    assert (adopted.lines, read_copy(third).damaged) == (2, frozenset())
    damaged = read_copy(mine).damaged
    adopt(third, read_copy(mine), unread=damaged)
    adopt(third, read_copy(mine), unread=damaged)
    assert read_copy(third).damaged == damaged
    assert adopt(mine, read_copy(theirs)).lines == 1
    assert texts(mine) == ["one", "three", "two"]
    assert differing(read_copy(mine), read_copy(theirs)) == []


def test_a_damaged_stretch_of_an_erased_remark_is_not_carried(tmp_path: Path) -> None:
    """Nobody can tell what else is in it: where it names something withdrawn, it stays behind."""
    mine, target = tmp_path / "mine", tmp_path / "target"
    key = save(mine, "some words")
    (journal,) = mine.iterdir()
    journal.write_bytes(journal.read_bytes().replace(b"some", b"sime"))
    save(target, "beginning")
    erase(target, key)
    copy = read_copy(mine)
    adopt(target, copy, unread=copy.damaged)
    assert not any(b"sime words" in path.read_bytes() for path in target.iterdir())


def test_of_a_line_with_and_without_erased_words_the_one_without_counts() -> None:
    """An erasure that was broken off leaves both: in whichever order they are read, the words are not taken up."""
    full = Line("a", 1, STAMP, [["put", "reflections", "x", [], {"text": "made up"}], ["del", "reflections", "y", []]])
    emptied = full._replace(writes=full.writes[1:])
    assert by_name([full, emptied]) == by_name([emptied, full]) == {("a", 1): emptied}


def test_a_disk_that_fails_leaves_all_or_nothing(tmp_path: Path) -> None:
    """Whichever call to the disk fails, it is told; the lines are all here or none of them, and trying again brings them."""
    first, second, _ = diverged(tmp_path)
    erase(second, save(first, "withdrawn later"))
    source = read_copy(first)
    before = {path.name: path.read_bytes() for path in second.iterdir()}
    reference = FailingDisk(dict(before))
    adopt(FOLDER, source, fs=reference, name=Names("m"))
    whole = sorted(read_copy(FOLDER, reference).lines)
    already = sorted(read_copy(FOLDER, FailingDisk(dict(before))).lines)
    outcomes = set()
    for call in range(len(reference.calls)):
        disk = FailingDisk(dict(before))
        disk.fail(range(call, call + 1), errno.EIO)
        failed = False
        try:
            adopt(FOLDER, source, fs=disk, name=Names("m"))
        except WorkshopError:
            failed = True
        disk.heal()
        found = sorted(read_copy(FOLDER, disk).lines)
        outcomes.add((failed, found == whole))
        assert found in (already, whole)
        assert not any(b"withdrawn later" in data for data in disk.files().values())
        adopt(FOLDER, source, fs=disk, name=Names("n"))
        assert sorted(read_copy(FOLDER, disk).lines) == whole
    assert outcomes >= {(True, False), (False, True)}
    assert (False, False) not in outcomes


class _Lying(FileSystem):
    """A stick that says it has written, and has written something else."""

    def write(self, file: int, data: bytes) -> int:
        return super().write(file, data.replace(b"first's own", b"first's owl"))


def test_what_reads_back_differently_is_not_taken_over(tmp_path: Path) -> None:
    """A disk that keeps other bytes than it was given is found out before anything counts, and nothing of it is left."""
    first, second, _ = diverged(tmp_path)
    files = sorted(second.iterdir())
    with pytest.raises(NotSavedError, match="reads back differently"):
        adopt(second, read_copy(first), fs=_Lying())
    assert sorted(second.iterdir()) == files


def test_copies_of_one_workshop_know_each_other(tmp_path: Path) -> None:
    """By salt and creation in the workshop's own record, whatever its title; a copy that has lost it, by a line that both hold."""
    mine, other = tmp_path / "mine", tmp_path / "other"
    for folder, salt in ((mine, "11"), (other, "22")):
        db = JournalDB(folder)
        db.table("workshop").insert(Document({"salt": salt, "created": "then", "title": salt}, doc_id="workshop"))  # type: ignore[arg-type]  # ids are text here
        db.table("reflections").insert({"text": "a remark"})
        db.close()
    mended = tmp_path / "mended"
    shutil.copytree(mine, mended)
    (journal,) = mended.iterdir()
    journal.write_bytes(journal.read_bytes().replace(b"then", b"them"))
    mine_copy, other_copy, mended_copy = (read_copy(folder) for folder in (mine, other, mended))
    assert mine_copy.is_copy_of(mine_copy)
    assert not mine_copy.is_copy_of(other_copy)
    assert mended_copy.identities == frozenset()
    assert mended_copy.is_copy_of(mine_copy)
    assert mine_copy.is_copy_of(mended_copy)
    assert not mended_copy.is_copy_of(other_copy)
    adopt(mine, other_copy)
    assert len(read_copy(mine).identities) == 2
    assert not read_copy(mine).is_copy_of(other_copy)
