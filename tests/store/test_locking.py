"""Locking, unlocking, another passphrase: nothing is lost and nothing left in clear, whatever happens on the way."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pyrage
import pytest

from tests.store.disks import FOLDER, FailingDisk, MemoryDisk, Names, Operation, Recorder, Wall
from tests.store.locks import new_codec, put_key, quick_passphrases, told_by, words_in_clear
from tests.store.powercut import PowerCut
from tests.store.test_tinydb_api import contents, document
from workshop.errors import LockedError, WorkshopError, WrongPassphraseError
from workshop.store import locking
from workshop.store.database import JournalDB
from workshop.store.follow import is_locked
from workshop.store.fs import FileSystem
from workshop.store.line import LineCodec
from workshop.store.names import LAST_KEY, NEXT_KEY, PASSPHRASE_KEY, RECIPIENT_KEY, tells_lock

OLD, NEW = "porridge before school", "the bus was late again"
RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())
WORDS = ["secret one", "secret two"]
SAID = {"1": {"text": "secret one"}, "2": {"text": "secret two"}}
SECRET = b"secret"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passphrases(monkeypatch)


def say(folder: Path, fs: FileSystem | None = None, codec: LineCodec | None = None, name: Callable[[], str] | None = None) -> None:
    """Two remarks, each by a window of its own that is closed by now."""
    names = name or Names()
    for id_, said in SAID.items():
        with JournalDB(folder, fs=fs, now=Wall(), name=names, codec=codec) as db:
            db.table("a").insert(document(id_, **said))


def said(folder: Path, fs: FileSystem | None = None, codec: LineCodec | None = None) -> dict[str, object]:
    """What an opening shows; there must be no damage."""
    with JournalDB(folder, fs=fs, now=Wall(), name=Names("z"), codec=codec) as db:
        assert db.damage == ()
        return contents(db.table("a"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workshop in clear on the real disk, with a report."""
    place = tmp_path / "workshop"
    say(place)
    (place / "reports").mkdir()
    (place / "reports" / "comparison.html").write_text("<p>secret one</p>")
    return place


def files(folder: Path) -> set[str]:
    """Endings of what is in it."""
    return {path.name.partition(".")[2] if "jsonl" in path.name else path.name for path in folder.rglob("*") if path.is_file()}


def test_locking_leaves_nothing_in_clear(folder: Path) -> None:
    """Journals and reports are age files, readable by the owner only; the passphrase opens them, and nothing else."""
    assert locking.lock(folder, OLD) == ((), ())
    assert words_in_clear(folder, [*WORDS, "comparison</", "AGE-SECRET-KEY"]) == []
    assert files(folder) == {"jsonl.age", "comparison.html.age", PASSPHRASE_KEY}
    assert os.name == "nt" or {path.stat().st_mode & 0o777 for path in folder.rglob("*.age")} == {0o600}
    with pytest.raises(LockedError):
        said(folder)
    with pytest.raises(WrongPassphraseError):
        locking.open_codec(folder, NEW)
    assert said(folder, codec=locking.open_codec(folder, OLD)) == SAID


def test_unlocking_brings_everything_back(folder: Path) -> None:
    """The reports byte by byte, and what was said while it was locked; no key is left, and it can be locked anew."""
    locking.lock(folder, OLD, str(pyrage.x25519.Identity.generate().to_public()))
    codec = locking.open_codec(folder, OLD)
    with JournalDB(folder, codec=codec) as db:
        db.table("a").insert(document("3", text="secret three"))
    live = JournalDB(folder, codec=codec)
    live.table("a").insert(document("4", text="secret four"))
    live.table("a").remove(doc_ids=["4"])
    with pytest.raises(WorkshopError, match="Another window"):
        locking.unlock(folder, codec)
    live.close()
    assert locking.unlock(folder, codec) == ((), ())
    assert said(folder) == SAID | {"3": {"text": "secret three"}}
    assert (folder / "reports" / "comparison.html").read_text() == "<p>secret one</p>"
    assert files(folder) == {"jsonl", "comparison.html"}
    locking.lock(folder, NEW)
    with pytest.raises(WrongPassphraseError):
        locking.open_codec(folder, OLD)


def test_the_identity_is_another_one_each_time(folder: Path) -> None:
    """So that a key that somebody kept opens nothing that was said after unlocking and locking."""
    identities = set()
    for _ in range(2):
        locking.lock(folder, OLD)
        codec = locking.open_codec(folder, OLD)
        identities.add(str(codec.identity))
        locking.unlock(folder, codec)
    assert len(identities) == 2


def test_another_passphrase_rewrites_the_key_file_only(folder: Path) -> None:
    """What was encrypted before is opened with the new one; the old one is wrong."""
    locking.lock(folder, OLD)
    before = {path.name: path.read_bytes() for path in folder.glob("*.age")}
    locking.change_passphrase(folder, locking.open_codec(folder, OLD), NEW)
    after = {path.name: path.read_bytes() for path in folder.glob("*") if path.is_file()}
    assert {name for name in after if after[name] != before[name]} == {PASSPHRASE_KEY}
    with pytest.raises(WrongPassphraseError):
        locking.open_codec(folder, OLD)
    assert said(folder, codec=locking.open_codec(folder, NEW)) == SAID


def test_the_recovery_recipient_opens_it(folder: Path) -> None:
    """Without the passphrase; of a workshop that was locked without one it is told."""
    recovery = pyrage.x25519.Identity.generate()
    locking.lock(folder, OLD, str(recovery.to_public()))
    codec = locking.recover_codec(folder, str(recovery))
    assert said(folder, codec=codec) == SAID
    locking.unlock(folder, codec)
    locking.lock(folder, OLD)
    assert not (folder / RECIPIENT_KEY).exists()
    with pytest.raises(WorkshopError, match="without a recovery recipient"):
        locking.recover_codec(folder, str(recovery))


@pytest.mark.parametrize(("passphrase", "recipient"), [("short", ""), (OLD, "somebody")])
def test_what_will_not_do_changes_nothing(folder: Path, passphrase: str, recipient: str) -> None:
    """A passphrase that is too short, a recipient that is none."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(WorkshopError):
        locking.lock(folder, passphrase, recipient)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_workshop_that_is_open_is_not_locked(folder: Path) -> None:
    """It would go on to write in clear."""
    with JournalDB(folder) as db:
        db.table("a").insert(document("3", text="secret"))
        with pytest.raises(WorkshopError, match="Another window"):
            locking.lock(folder, OLD)
        assert not is_locked(folder)


def test_strangers_in_the_folder_are_named_and_left(folder: Path) -> None:
    """Somebody's notes are not the workshop's to encrypt; hidden files are nobody's."""
    (folder / "notes.txt").write_text("secret one")
    (folder / ".DS_Store").write_text("")
    assert locking.lock(folder, OLD).strangers == ("notes.txt",)
    assert (folder / "notes.txt").read_text() == "secret one"


def test_what_a_report_left_later_can_be_encrypted(folder: Path) -> None:
    """A report that was written into a locked folder by name."""
    locking.lock(folder, OLD)
    codec = locking.open_codec(folder, OLD)
    (folder / "reports" / "comparison.html").write_text("secret two")
    (folder / "reports" / "codebook.csv").write_text("secret two")
    assert locking.encrypt_the_rest(folder, codec).pending == ()
    assert words_in_clear(folder, WORDS) == []
    locking.unlock(folder, codec)
    assert sorted(path.read_text() for path in (folder / "reports").iterdir()) == ["<p>secret one</p>", "secret two", "secret two"]


def test_a_file_that_cannot_be_opened_keeps_the_lock_on(folder: Path) -> None:
    """Without the key nobody could ever try again; once it is moved away the rest is unlocked."""
    locking.lock(folder, OLD)
    codec = locking.open_codec(folder, OLD)
    broken = min(folder.glob("*.jsonl.age"))
    broken.write_bytes(broken.read_bytes()[:-1])
    with pytest.raises(WorkshopError, match="can't be opened"):
        locking.unlock(folder, codec)
    assert is_locked(folder)
    assert words_in_clear(folder, WORDS) == []
    broken.unlink()
    locking.unlock(folder, codec)
    assert said(folder) == {"2": SAID["2"]}


def test_a_locked_workshop_without_its_key_file_says_what_is_missing(folder: Path) -> None:
    """And opens again when the file is back."""
    locking.lock(folder, OLD)
    key = (folder / PASSPHRASE_KEY).read_bytes()
    (folder / PASSPHRASE_KEY).unlink()
    assert is_locked(folder)
    with pytest.raises(WorkshopError, match="key file is missing"):
        locking.open_codec(folder, OLD)
    (folder / PASSPHRASE_KEY).write_bytes(key)
    assert said(folder, codec=locking.open_codec(folder, OLD)) == SAID


def test_a_copy_is_locked_alike() -> None:
    """With the same key file, and with the one of a passphrase that was changed since."""
    codec, disk = new_codec(), MemoryDisk({})
    locking.lock_alike(FOLDER, codec, disk)
    assert disk.files() == codec.keys
    codec.keys = {PASSPHRASE_KEY: b"another passphrase"}
    locking.lock_alike(FOLDER, codec, disk)
    assert disk.files() == codec.keys


# -- what may happen on the way

Step = tuple[str, Callable[[FileSystem], None]]


def _change(fs: FileSystem) -> None:
    locking.change_passphrase(FOLDER, locking.open_codec(FOLDER, OLD, fs), NEW, fs)


STEPS: dict[str, Callable[[FileSystem], None]] = {
    "lock": lambda fs: _finished(locking.lock(FOLDER, OLD, RECIPIENT, fs)),
    "unlock": lambda fs: _finished(locking.unlock(FOLDER, locking.open_codec(FOLDER, OLD, fs), fs)),
    "change": _change,
}


def _finished(turned: locking.Turned) -> None:
    if turned.pending:
        raise WorkshopError(str(turned.pending))


def opened(disk: MemoryDisk) -> dict[str, object]:
    """What is there, by whichever of the two passphrases opens it, or by none; twice, since the first opening may tidy up."""
    found = []
    for _ in range(2):
        codec: LineCodec | None = None
        if tells_lock(disk.files()):
            try:
                codec = locking.open_codec(FOLDER, OLD, disk)
            except WrongPassphraseError:
                codec = locking.open_codec(FOLDER, NEW, disk)
        found.append(said(FOLDER, disk, codec))
    assert found[0] == found[1]
    return found[0]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("lasting", [1, 40])
def test_any_call_may_fail(step: str, lasting: int) -> None:
    """Whichever does: everything said is still there, the step can be taken again, and then it is done."""
    for at in range(300):
        disk = FailingDisk({})
        say(FOLDER, disk)
        if step != "lock":
            locking.lock(FOLDER, OLD, "", disk)
        before = len(disk.calls)
        disk.fail(range(at, at + lasting), errno.EIO)
        try:
            STEPS[step](disk)
            failed = False
        except WorkshopError:
            failed = True
        never_reached = len(disk.calls) - before <= at
        disk.heal()
        assert opened(disk) == SAID, f"call {at}: {disk.calls[before:]}"
        if failed:
            _again(step, disk)
        assert (SECRET in b"".join(disk.files().values())) == (step == "unlock")
        assert tells_lock(disk.files()) == (step != "unlock")
        assert (RECIPIENT_KEY in disk.files()) == (step == "lock")
        assert not [name for name in disk.files() if name.endswith((".new", ".erased"))]
        if never_reached:
            return
    pytest.fail("it never ends")


def _again(step: str, disk: MemoryDisk) -> None:
    """As a person would, who sees how it stands."""
    if step == "lock" and tells_lock(disk.files()):
        _finished(locking.encrypt_the_rest(FOLDER, locking.open_codec(FOLDER, OLD, disk), disk))
    elif step == "change":
        try:
            _change(disk)
        except WrongPassphraseError:
            locking.change_passphrase(FOLDER, locking.open_codec(FOLDER, NEW, disk), NEW, disk)
    elif step != "unlock" or tells_lock(disk.files()):
        STEPS[step](disk)


class Mortal(Recorder):
    """A recorder that can let go of all open files at once, as the system does with those of a process that dies."""

    def __init__(self) -> None:
        """Nothing is open."""
        super().__init__()
        self._open: set[int] = set()

    def create(self, path: Path) -> int:
        """Remember that it is open."""
        handle = super().create(path)
        self._open.add(handle)
        return handle

    def close(self, file: int) -> None:
        """It is not any more."""
        super().close(file)
        self._open.discard(file)

    def kill(self) -> None:
        """Close what is open."""
        for handle in tuple(self._open):
            self.close(handle)


def cuts(log: list[Operation], every: int) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Every state of the disk that a power cut could leave, with the number of operations that it knew of."""
    medium = PowerCut()
    for number, operation in enumerate(log, 1):
        medium.take(operation)
        for state in medium.states(every):
            yield number, state


def test_no_power_cut_loses_anything_or_leaves_it_in_clear(tmp_path: Path) -> None:
    """Locking, saying more, a crash, closing, another passphrase, unlocking: each state opens with all that was said by then.

    Nothing is in clear while it is locked, and in none is there a moment without a whole key file.
    """
    recorder, place = Mortal(), tmp_path / "workshop"
    say(place, recorder)
    moments = [(0, frozenset[str]()), (len(recorder.log), frozenset(SAID))]
    locking.lock(place, OLD, "", recorder)
    locked_from = len(recorder.log)
    codec = locking.open_codec(place, OLD, recorder)
    names = Names("l")
    dead = JournalDB(place, fs=recorder, now=Wall(), name=names, codec=codec)
    dead.table("a").insert(document("3", text="secret three"))
    moments.append((len(recorder.log), frozenset({*SAID, "3"})))
    recorder.kill()
    with JournalDB(place, fs=recorder, now=Wall(), name=names, codec=codec) as db:
        db.table("a").insert(document("4", text="secret four"))
        moments.append((len(recorder.log), frozenset({*SAID, "3", "4"})))
    locking.change_passphrase(place, codec, NEW, recorder)
    locked_until = len(recorder.log)
    locking.unlock(place, locking.open_codec(place, NEW, recorder), recorder)
    states = 0
    for number, state in cuts(recorder.log, every=97):
        states += 1
        certain = max(((at, ids) for at, ids in moments if at <= number), key=lambda moment: moment[0])[1]
        if locked_from <= number <= locked_until:
            assert tells_lock(state)
            assert SECRET not in b"".join(state.values())
        found = _tolerant(MemoryDisk(state))
        assert certain <= found.keys(), f"after {number} operations: {recorder.log[number - 3 : number + 1]}"
    assert states > 300


def _tolerant(disk: MemoryDisk) -> dict[str, object]:
    """What is there after a cut, which may have torn a line that nobody was told was saved."""
    codec: LineCodec | None = None
    if tells_lock(disk.files()):
        try:
            codec = locking.open_codec(FOLDER, OLD, disk)
        except WrongPassphraseError:
            codec = locking.open_codec(FOLDER, NEW, disk)
    with JournalDB(FOLDER, fs=disk, now=Wall(), name=Names("z"), codec=codec) as db:
        return contents(db.table("a"))


def test_a_change_that_was_broken_off_is_completed_by_the_next_opening() -> None:
    """Between the old key file's going and the new one's coming there is none of that name: the new one, whole, is taken."""
    disk = MemoryDisk({})
    say(FOLDER, disk)
    locking.lock(FOLDER, OLD, "", disk)
    before = disk.files()[PASSPHRASE_KEY]
    _change(disk)
    after = disk.files()[PASSPHRASE_KEY]
    disk.put(FOLDER / LAST_KEY, before)
    disk.put(FOLDER / NEXT_KEY, after)
    disk.unlink(FOLDER / PASSPHRASE_KEY)
    assert is_locked(FOLDER, disk)
    assert said(FOLDER, disk, locking.open_codec(FOLDER, NEW, disk)) == SAID
    assert disk.files()[PASSPHRASE_KEY] == after
    assert {LAST_KEY, NEXT_KEY}.isdisjoint(disk.files())


def test_a_lock_that_was_broken_off_is_finished_by_the_next_opening() -> None:
    """The key file is there, and all else is in clear still."""
    disk = MemoryDisk({})
    say(FOLDER, disk)
    codec = new_codec()
    put_key(disk, codec)
    assert said(FOLDER, disk, codec) == SAID
    assert SECRET not in b"".join(disk.files().values())
    assert b"secret one" in told_by(codec, disk.files())


@pytest.mark.skipif(os.name == "nt", reason="who may write what is told in another way there")
def test_a_folder_that_cannot_be_looked_into_is_not_called_locked(tmp_path: Path) -> None:
    """Nor one that isn't there."""
    assert not is_locked(tmp_path / "nowhere")
