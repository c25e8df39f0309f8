"""Locking that is cut off on the way, at any call and at any byte: nothing is lost, and nothing is left in clear."""

import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.disks import FOLDER, FailingDisk, MemoryDisk, Names, Operation, Recorder, Wall
from tests.store.locks import new_codec, put_key, quick_passphrases, told_by
from tests.store.powercut import PowerCut
from tests.store.test_tinydb_api import contents, document
from tests.store.words import NEW, OLD, RECIPIENT, SAID, SECRET, said, say
from workshop.errors import WorkshopError, WrongPassphraseError
from workshop.store import locking
from workshop.store.database import JournalDB
from workshop.store.follow import is_locked
from workshop.store.fs import FileSystem
from workshop.store.line import LineCodec
from workshop.store.names import LAST_KEY, NEXT_KEY, PASSPHRASE_KEY, RECIPIENT_KEY, tells_lock


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passphrases(monkeypatch)


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
