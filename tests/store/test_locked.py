"""A locked workshop's folder: encrypted at every moment, read by whoever has the key, and as safe as any other."""

import errno
import json
import random
from collections.abc import Callable

import pytest

from tests.store.conftest import Open
from tests.store.disks import FOLDER, FailingDisk, Names, Wall
from tests.store.locks import new_codec, put_key, told_by
from tests.store.test_tinydb_api import contents, document
from workshop.errors import LockedError, NotSavedError
from workshop.store.copies import read_copy
from workshop.store.database import JournalDB
from workshop.store.hlc import Clock
from workshop.store.line import Line
from workshop.store.names import PASSPHRASE_KEY
from workshop.store.sealed import SealedCodec

SECRET = b"secret"


@pytest.fixture(scope="module")
def codec() -> SealedCodec:
    """One lock for all of these tests."""
    return new_codec()


@pytest.fixture
def locked(disk: FailingDisk, wall: Wall, codec: SealedCodec) -> Open:
    """Opens a folder that was locked while it was empty."""
    put_key(disk, codec)
    name = Names()
    return lambda: JournalDB(FOLDER, fs=disk, now=wall, name=name, codec=codec)


def left(disk: FailingDisk) -> bytes:
    """All bytes of all files."""
    return b"".join(disk.files().values())


def journals(disk: FailingDisk) -> list[str]:
    """The names of the files that hold lines."""
    return sorted(set(disk.files()) - {PASSPHRASE_KEY})


def test_lines_are_encrypted_and_closing_seals_them(locked: Open, disk: FailingDisk, codec: SealedCodec) -> None:
    """While it is open, one message a line; then one file, whose text is that of a journal in clear."""
    db = locked()
    for number in range(3):
        db.table("a").insert(document(str(number), text=f"secret {number}"))
    assert journals(disk) == ["w000000001.jsonl"]
    assert left(disk).count(b"\n") >= 3
    assert SECRET not in left(disk)
    db.close()
    assert journals(disk) == ["w000000001.jsonl.age"]
    assert SECRET not in left(disk)
    lines = codec.unseal(disk.files()["w000000001.jsonl.age"]).text.splitlines()
    assert [json.loads(line)["w"][0][4]["text"] for line in lines] == ["secret 0", "secret 1", "secret 2"]
    again = locked()
    assert contents(again.table("a")) == {str(number): {"text": f"secret {number}"} for number in range(3)}
    assert (again.damage, again.notices, db.unsealed) == ((), (), ())


def test_nothing_opens_it_without_the_key(locked: Open, disk: FailingDisk, window: Open) -> None:
    """And nothing is changed by trying; with another key all of it is told to be for another one."""
    with locked() as db:
        db.table("a").insert(document("1", text="secret"))
    before = disk.files()
    with pytest.raises(LockedError):
        window()
    other = JournalDB(FOLDER, fs=disk, now=Wall(), name=Names("o"), codec=new_codec())
    assert contents(other.table("a")) == {}
    assert ["another key" in damage.meaning for damage in other.damage] == [True]
    other.close()
    assert disk.files() == before


def test_without_its_key_file_it_is_locked_still(locked: Open, disk: FailingDisk, window: Open) -> None:
    """Else a window would begin to write in clear beside what is sealed."""
    with locked() as db:
        db.table("a").insert(document("1", text="secret"))
    disk.unlink(FOLDER / PASSPHRASE_KEY)
    with pytest.raises(LockedError):
        window()


def test_after_a_crash_the_next_opening_reads_and_its_closing_seals(locked: Open, disk: FailingDisk) -> None:
    """Of two windows that died, and one that is still open."""
    dead = [locked(), locked()]
    for number, db in enumerate(dead):
        db.table("a").insert(document(str(number), text="secret"))
    disk.kill(set(disk.opened))
    alive = locked()
    alive.table("a").insert(document("2", text="secret"))
    with locked() as db:
        assert sorted(contents(db.table("a"))) == ["0", "1", "2"]
    assert journals(disk) == ["w000000001.jsonl.age", "w000000002.jsonl.age", "w000000003.jsonl"]
    alive.table("a").insert(document("3", text="secret"))
    alive.close()
    assert all(name.endswith(".age") for name in journals(disk))
    assert sorted(contents(locked().table("a"))) == ["0", "1", "2", "3"]
    assert SECRET not in left(disk)


def test_a_journal_in_which_nothing_stands_is_left_alone(locked: Open, disk: FailingDisk) -> None:
    """Another window may have made it just now: to lock it would take it from under its hands."""
    disk.put(FOLDER / "x000000001.jsonl", b"")
    before = len(disk.calls)
    locked().close()
    assert {"open", "lock"}.isdisjoint(disk.calls[before:])
    assert disk.files()["x000000001.jsonl"] == b""


def test_a_torn_line_alone_is_sealed_and_told(locked: Open, disk: FailingDisk) -> None:
    """A power cut in the first save of a window: that it was cut off is known as long as the file is there, and is no damage."""
    dead = locked()
    dead.table("a").insert(document("1", text="secret"))
    [name] = journals(disk)
    disk.kill(set(disk.opened))
    disk.put(FOLDER / name, disk.files()[name][:200])
    for _ in range(2):
        with locked() as db:
            assert (db.damage, len(read_copy(FOLDER, disk, db.codec).torn)) == ((), 1)
        assert journals(disk) == ["w000000001.jsonl.age"]


def test_two_windows_see_each_other(locked: Open) -> None:
    """Also when one has been closed, and its lines stand in another file than before."""
    one, two = locked(), locked()
    one.table("a").insert(document("1", n=1))
    assert [change.id for change in two.refresh()] == ["1"]
    two.table("a").update({"n": 2}, doc_ids=["1"])
    one.refresh()
    one.table("a").insert(document("2", n=3))
    one.close()
    two.refresh()
    assert contents(two.table("a")) == {"1": {"n": 2}, "2": {"n": 3}}
    two.close()
    with locked() as db:
        assert contents(db.table("a")) == {"1": {"n": 2}, "2": {"n": 3}}
        assert (one.damage, two.damage, db.damage) == ((), (), ())


def test_a_refresh_with_nothing_new_opens_no_sealed_file(locked: Open, disk: FailingDisk) -> None:
    """They are decrypted once, however often it is asked."""
    with locked() as db:
        db.table("a").insert(document("1", n=1))
    db = locked()
    db.refresh()
    before = len(disk.calls)
    db.refresh()
    assert "read" not in disk.calls[before:]


def test_erased_words_are_in_no_file_even_for_who_has_the_key(locked: Open, disk: FailingDisk, codec: SealedCodec) -> None:
    """Sealed, live in another window, live in a window that died: each is rewritten, the rest stays, and nothing is in clear."""
    with locked() as db:
        db.table("a").insert_multiple([document("1", text="secret sealed"), document("kept1", text="kept")])
    dead = locked()
    dead.table("a").upsert(document("1", text="secret of the dead"))
    disk.kill(set(disk.opened))
    other, db = locked(), locked()
    other.table("a").upsert(document("1", text="secret live"))
    other.table("a").insert(document("kept2", text="kept"))
    db.refresh()
    db.erase([("a", "1")])
    assert [pending.file for pending in db.pending_erasures] == ["w000000003.jsonl"]
    other.refresh()
    db.refresh()
    assert db.pending_erasures == ()
    assert SECRET not in told_by(codec, disk.files())
    assert b"kept" not in left(disk)
    for each in (db, other, locked()):
        each.refresh()
        assert sorted(contents(each.table("a"))) == ["kept1", "kept2"]
        assert each.damage == ()


@pytest.mark.parametrize("sealed_first", [False, True])
def test_erased_words_go_from_glued_lines_too(locked: Open, disk: FailingDisk, codec: SealedCodec, sealed_first: bool) -> None:
    """Where the newline between two of them was damaged: in a live journal, and in a sealed one."""
    dead = locked()
    for id_, text in (("1", "secret"), ("2", "kept")):
        dead.table("a").insert(document(id_, text=text))
    disk.kill(set(disk.opened))
    [name] = journals(disk)
    disk.put(FOLDER / name, disk.files()[name].replace(b"\n", b"J", 1))
    if sealed_first:
        locked().close()
    with locked() as db:
        assert contents(db.table("a")) == {"1": {"text": "secret"}, "2": {"text": "kept"}}
        db.erase([("a", "1")])
        assert SECRET not in told_by(codec, disk.files())
    assert SECRET not in told_by(codec, disk.files())
    assert sorted(contents(locked().table("a"))) == ["2"]


def test_a_tampered_file_is_told_and_the_rest_is_used(locked: Open, disk: FailingDisk) -> None:
    """Every byte of it changed in turn: its words are gone, never others, and nothing else is."""
    for id_ in ("1", "2"):
        with locked() as db:
            db.table("a").insert(document(id_, text=f"secret {id_}"))
    name = journals(disk)[0]
    whole = disk.files()[name]
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1 << place % 8
        disk.put(FOLDER / name, bytes(changed))
        with locked() as db:
            assert contents(db.table("a")) == {"2": {"text": "secret 2"}}
            [damage] = db.damage
            assert (damage.file, "cannot be opened" in damage.meaning) == (name, True)
    assert disk.files()[name] == bytes(changed)


@pytest.mark.parametrize("flips", [300, pytest.param(10_000, marks=pytest.mark.long)])
def test_a_tampered_line_is_told_and_the_rest_is_used(locked: Open, disk: FailingDisk, flips: int) -> None:
    """Flipped bits of a live journal are harmless, or told of; they never give other words, also once it is sealed."""
    chance = random.Random(7)  # noqa: S311 - chooses bits, keeps no secret
    live = locked()
    for number in range(4):
        live.table("a").insert(document(str(number), text=f"secret {number}"))
    [name] = journals(disk)
    whole, expected = disk.files()[name], contents(live.table("a"))
    disk.kill(set(disk.opened))
    for _ in range(flips):
        bit = chance.randrange(len(whole) * 8)
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        for each in journals(disk):
            disk.unlink(FOLDER / each)
        disk.put(FOLDER / name, bytes(changed))
        for _ in range(2):
            with locked() as db:
                found = contents(db.table("a"))
                assert found.items() <= expected.items()
                assert found == expected or db.damage


def test_lines_in_clear_are_read_told_and_encrypted(locked: Open, disk: FailingDisk) -> None:
    """A journal from a laptop that hadn't heard of the lock: at opening, not only at closing."""
    clear = FailingDisk({})
    with JournalDB(FOLDER, fs=clear, now=Wall(), name=Names("c")) as laptop:
        laptop.table("a").insert(document("1", text="secret"))
    disk.put(FOLDER / "c000000001.jsonl", clear.files()["c000000001.jsonl"])
    db = locked()
    assert contents(db.table("a")) == {"1": {"text": "secret"}}
    assert db.notices == ("c000000001.jsonl stood here in clear though the workshop is locked.",)
    assert SECRET not in left(disk)
    assert journals(disk) == ["c000000001.jsonl.age"]
    db.refresh()
    assert db.damage == ()
    assert locked().notices == ()


def test_what_is_for_another_key_stays_as_it_is(locked: Open, disk: FailingDisk) -> None:
    """Live or sealed: whoever has that key can still read it."""
    theirs = new_codec()
    foreign = FailingDisk({})
    put_key(foreign, theirs)
    name = Names("f")
    for closes in (True, False):
        db = JournalDB(FOLDER, fs=foreign, now=Wall(), name=name, codec=theirs)
        db.table("a").insert({"text": "secret"})
        if closes:
            db.close()
    copied = {each: data for each, data in foreign.files().items() if each != PASSPHRASE_KEY}
    for each, data in copied.items():
        disk.put(FOLDER / each, data)
    with locked() as db:
        assert {damage.file for damage in db.damage} == set(copied)
        db.table("a").insert(document("1", text="ours"))
    assert copied.items() <= disk.files().items()


def test_a_window_in_clear_notices_the_lock(window: Open, disk: FailingDisk, codec: SealedCodec) -> None:
    """It has read, and not written: the save is refused, nothing is in clear, and what it shows it goes on to show."""
    with window() as earlier:
        earlier.table("a").insert(document("1", n=1))
    looking, typing = window(), window()
    put_key(disk, codec)
    before = set(disk.files())
    with pytest.raises(NotSavedError, match="was locked in another window"):
        typing.table("a").insert(document("2", text="secret"))
    assert looking.refresh() == ()
    assert ["was locked in another window" in damage.meaning for damage in looking.damage] == [True]
    for each in (looking, typing):
        assert contents(each.table("a")) == {"1": {"n": 1}}
        assert "was locked" in each.read_only
        each.close()
    assert set(disk.files()) == before


def test_a_window_notices_that_the_lock_is_gone(locked: Open, disk: FailingDisk, window: Open) -> None:
    """What it would encrypt now, nobody could ever read: it is refused, and closing encrypts nothing."""
    typing, looking = locked(), locked()
    disk.unlink(FOLDER / PASSPHRASE_KEY)
    with window() as other:
        other.table("a").insert(document("1", n=1))
    for _ in range(2):
        with pytest.raises(NotSavedError, match="had its lock taken off"):
            typing.table("a").insert(document("2", n=2))
    looking.refresh()
    assert "had its lock taken off" in looking.read_only
    for each in (typing, looking):
        each.close()
    assert contents(window().table("a")) == {"1": {"n": 1}}


def test_a_window_notices_that_it_was_locked_anew(locked: Open, disk: FailingDisk, codec: SealedCodec) -> None:
    """With another key; another passphrase for the same key is no reason to stop."""
    with locked() as db:
        db.table("a").insert(document("1", n=1))
    db = locked()
    disk.put(FOLDER / PASSPHRASE_KEY, b"another passphrase")
    db.table("a").insert(document("2", n=2))
    db.close()
    late = locked()
    anew = new_codec()
    put_key(disk, anew)
    for name in journals(disk):
        disk.put(FOLDER / name, anew.seal(codec.unseal(disk.files()[name]).text))
    with pytest.raises(NotSavedError, match="was locked anew"):
        late.table("a").insert(document("3", n=3))
    assert "was locked anew" in late.read_only


def test_what_cannot_be_sealed_stays_encrypted_line_by_line(locked: Open, disk: FailingDisk) -> None:
    """A full disk: closing raises nothing, says why, and the next closing does it."""
    db = locked()
    db.table("a").insert(document("1", text="secret"))
    disk.broken = {"create": errno.ENOSPC}
    db.close()
    assert [(each.file, each.why) for each in db.unsealed] == [("w000000001.jsonl", "No space left on device")]
    assert SECRET not in left(disk)
    disk.broken = {}
    locked().close()
    assert journals(disk) == ["w000000001.jsonl.age"]
    assert contents(locked().table("a")) == {"1": {"text": "secret"}}


@pytest.mark.parametrize("lasting", [1, 3, 40])
def test_any_call_of_closing_may_fail(codec: SealedCodec, lasting: int) -> None:
    """Whichever does, and for however long: nothing is lost, nothing is in clear, and it is sealed in the end."""
    for at in range(100):
        disk = FailingDisk({})
        put_key(disk, codec)
        name = Names()

        def again(disk: FailingDisk = disk, name: Callable[[], str] = name) -> JournalDB:
            return JournalDB(FOLDER, fs=disk, now=Wall(), name=name, codec=codec)

        dead = again()
        dead.table("a").insert(document("1", text="secret"))
        disk.kill(set(disk.opened))
        db = again()
        db.table("a").insert(document("2", text="secret"))
        before = len(disk.calls)
        disk.fail(range(at, at + lasting), errno.EIO)
        db.close()
        never_reached = len(disk.calls) - before <= at
        disk.heal()
        for _ in range(2):
            with again() as found:
                assert sorted(contents(found.table("a"))) == ["1", "2"], f"call {at}: {disk.calls[before + at]}"
                assert found.damage == ()
            assert SECRET not in left(disk)
        assert [each.endswith(".jsonl.age") for each in journals(disk)] == [True, True]
        if never_reached:
            return
    pytest.fail("closing never ends")


def test_an_older_codec_reads_a_newer_line(locked: Open, disk: FailingDisk, codec: SealedCodec) -> None:
    """As in clear: it is kept, told of, and nothing is written in the folder, sealed or not."""
    line = Line("n000000001", 1, Clock(Wall()).tick(), [["put", "a", "1", [], {}]], v=2)
    disk.put(FOLDER / "n000000001.jsonl", codec.encode(line))
    before = disk.files()
    with locked() as db:
        assert "newer version" in db.read_only
        assert ["newer version" in damage.meaning for damage in db.damage] == [True]
    assert disk.files() == before
