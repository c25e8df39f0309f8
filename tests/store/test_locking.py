"""Locking, unlocking, another passphrase: nothing is lost and nothing left in clear, whatever happens on the way."""

import os
from pathlib import Path

import pyrage
import pytest

from tests.store.disks import FOLDER, MemoryDisk
from tests.store.locks import new_codec, quick_passphrases, words_in_clear
from tests.store.test_tinydb_api import document
from tests.store.words import NEW, OLD, SAID, WORDS, said, say
from workshop.errors import LockedError, WorkshopError, WrongPassphraseError
from workshop.store import locking
from workshop.store.database import JournalDB
from workshop.store.follow import is_locked
from workshop.store.names import PASSPHRASE_KEY, RECIPIENT_KEY


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passphrases(monkeypatch)


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


@pytest.mark.skipif(os.name == "nt", reason="who may write what is told in another way there")
def test_a_folder_that_cannot_be_looked_into_is_not_called_locked(tmp_path: Path) -> None:
    """Nor one that isn't there."""
    assert not is_locked(tmp_path / "nowhere")
