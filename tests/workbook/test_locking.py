"""A locked workshop: nothing of it in clear, and everything that can be done with a workshop can be done with it."""

import shutil
import time
import zipfile
from pathlib import Path

import pyrage
import pytest

from tests.store.locks import new_codec, quick_passphrases, told_by, words_in_clear
from tests.workbook.copying import files_of, texts
from workshop.errors import LockedError, WorkshopError, WrongPassphraseError
from workshop.store.database import JournalDB
from workshop.store.names import KEY_FILES, PASSPHRASE_KEY
from workshop.workbook import locking
from workshop.workbook.book import Workbook
from workshop.workbook.housekeeping import take_away
from workshop.workbook.locking import Locked
from workshop.workbook.merging import merge_into
from workshop.workbook.shelf import Shelf, create_workshop, open_workshop
from workshop.workbook.verifying import verify

OLD, NEW = "porridge before school", "the bus was late again"
SAID = ["we walk, since the bus fare is dinner", "nobody tells you what there is", "forms are longer every year"]
WORDS = ["dinner", "nobody tells", "longer", "Hard winter", "ThisIsACode", "reflections", "AGE-SECRET-KEY"]


@pytest.fixture(autouse=True)
def _quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "benchmark" not in request.keywords:
        quick_passphrases(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workshop in clear, closed, in which three things were said by one group, and a report of them."""
    with create_workshop(tmp_path / "home" / "hard-winter", "Hard winter") as book:
        session = book.start_session(None, "parent")
        for number, words in enumerate(SAID, 1):
            book.capture(session, f"{number}: {words} #ThisIsACode")
        book.export(["html"])
    return book.folder


@pytest.fixture
def locked(folder: Path) -> Path:
    """The same, locked."""
    locking.lock(folder, OLD)
    return folder


def opened(folder: Path, passphrase: str = OLD) -> Workbook:
    """The locked workshop, open."""
    return open_workshop(folder, passphrase)


def told(folder: Path, passphrase: str = OLD) -> bytes:
    """All that the journals in a locked folder say to who has the passphrase."""
    return told_by(locking.codec_of(folder, passphrase), {name: data for name, data in files_of(folder).items() if "jsonl" in name})


def test_nothing_is_in_clear_at_any_moment(locked: Path) -> None:
    """After locking, while it is open and something is said, in a second window, after closing."""
    assert words_in_clear(locked, WORDS) == []
    with opened(locked) as book, opened(locked) as other:
        book.capture(book.session("S1"), "1: the dinner was longer #ThisIsACode")
        other.refresh()
        assert texts(other) == [*SAID, "the dinner was longer"]
        other.edit("R1", "dinner, and nobody tells")
        assert words_in_clear(locked, WORDS) == []
    assert words_in_clear(locked, WORDS) == []
    assert {path.suffix for path in locked.rglob("*") if path.is_file()} == {".age"}
    with opened(locked) as book:
        assert texts(book) == ["dinner, and nobody tells", *SAID[1:], "the dinner was longer"]


def test_it_opens_with_its_passphrase_only(locked: Path) -> None:
    """Without one that is needed, with a wrong one: each an error of its own kind, and nothing is changed."""
    before = files_of(locked)
    assert locking.is_locked(locked)
    with pytest.raises(LockedError, match="is locked with a passphrase"):
        open_workshop(locked)
    with pytest.raises(WrongPassphraseError):
        opened(locked, NEW)
    assert files_of(locked) == before
    with opened(locked) as book:
        assert (book.workshop.title, texts(book)) == ("Hard winter", SAID)


def test_a_workshop_that_is_not_locked_needs_none(folder: Path) -> None:
    """One that is given is not looked at."""
    assert not locking.is_locked(folder)
    with open_workshop(folder, "anything") as book:
        assert texts(book) == SAID


def test_the_shelf_shows_it_without_a_title(locked: Path) -> None:
    """Its name and when it changed; a shelf that can ask for the passphrase opens it, by its place."""
    asked: list[Path] = []

    def ask(place: Path) -> str:
        asked.append(place)
        return OLD

    entry = Shelf(locked.parent).entry(locked.name)
    assert (entry.name, entry.title, entry.locked, entry.trouble, entry.reflections) == ("hard-winter", "", True, "", 0)
    assert entry.changed is not None
    with pytest.raises(LockedError):
        Shelf(locked.parent).open("hard-winter")
    with Shelf(locked.parent, passphrase=ask).open("hard-winter") as book:
        assert texts(book) == SAID
    assert asked == [locked]


def test_locking_tells_what_is_not_done(folder: Path, tmp_path: Path) -> None:
    """Files that are not the workshop's, and the copies that were made before."""
    with open_workshop(folder) as book:
        (tmp_path / "drive").mkdir()
        backup = book.backup_to(tmp_path / "drive").place.path
        bundle = book.bundle(tmp_path / "drive" / "w.zip")
    (folder / "notes.txt").write_text("mine")
    outcome = locking.lock(folder, OLD)
    assert outcome == Locked((), (folder / "notes.txt",), (backup, bundle))
    assert [sentence.partition(":")[0] for sentence in outcome.words()] == [
        "Not the workshop's own, and left as they are",
        "Copies that were made before are as they were",
    ]


def test_unlocking_brings_back_what_was_there(locked: Path) -> None:
    """Also the report; a second unlocking, and another passphrase for one that isn't locked, are refused."""
    assert locking.unlock(locked, OLD) == Locked()
    with open_workshop(locked) as book:
        assert texts(book) == SAID
    (report,) = (locked / "reports").iterdir()
    assert "dinner" in report.read_text(encoding="utf-8")
    for refused in (lambda: locking.unlock(locked, OLD), lambda: locking.change_passphrase(locked, OLD, NEW)):
        with pytest.raises(WorkshopError, match="not locked"):
            refused()


def test_another_passphrase(locked: Path) -> None:
    """The old one is wrong from then on; with a wrong one none is set."""
    with pytest.raises(WrongPassphraseError):
        locking.change_passphrase(locked, NEW, NEW)
    locking.change_passphrase(locked, OLD, NEW)
    with pytest.raises(WrongPassphraseError):
        opened(locked)
    with opened(locked, NEW) as book:
        assert texts(book) == SAID


def test_a_forgotten_passphrase_and_a_recovery_recipient(folder: Path) -> None:
    """Who holds the secret key sets another passphrase; who holds another one does not."""
    recovery = pyrage.x25519.Identity.generate()
    locking.lock(folder, OLD, str(recovery.to_public()))
    with pytest.raises(WorkshopError, match="does not open"):
        locking.recover(folder, str(pyrage.x25519.Identity.generate()), NEW)
    locking.recover(folder, f"# the office\n{recovery}\n", NEW)
    with opened(folder, NEW) as book:
        assert texts(book) == SAID


def test_locking_again_encrypts_what_is_in_clear_by_then(locked: Path) -> None:
    """A report that somebody put there; the passphrase stays what it was, and another one is wrong."""
    with opened(locked) as book:
        book.export(["csv"], locked / "reports")
    assert words_in_clear(locked, WORDS) != []
    with pytest.raises(WrongPassphraseError):
        locking.lock(locked, NEW)
    with pytest.raises(WorkshopError, match="locked already"):
        locking.lock(locked, OLD, str(pyrage.x25519.Identity.generate().to_public()))
    assert locking.lock(locked, OLD) == Locked()
    assert words_in_clear(locked, WORDS) == []


def test_a_report_does_not_go_into_a_locked_folder_by_itself(locked: Path, tmp_path: Path) -> None:
    """It is in clear: where it is to stand has to be said."""
    with opened(locked) as book:
        with pytest.raises(WorkshopError, match="report is in clear"):
            book.export(["html"], force=True)
        assert book.export(["html"], tmp_path / "out")
    assert words_in_clear(locked, WORDS) == []


def test_withdrawn_words_are_gone_even_for_who_has_the_passphrase(locked: Path, tmp_path: Path) -> None:
    """From sealed journals, from the one that is open, from the encrypted report, and from a backup."""
    with opened(locked) as book:
        (tmp_path / "drive").mkdir()
        backup = book.backup_to(tmp_path / "drive").place.path
        book.capture(book.session("S1"), "1: the fare is dinner still #ThisIsACode")
        book.withdraw(book.withdrawal("p1"))
        assert book.withdrawals_pending == ()
    for place in (locked, backup):
        assert words_in_clear(place, WORDS) == []
        assert b"dinner" not in told(place)
        assert b"nobody tells" in told(place)
    assert list((locked / "reports").iterdir()) == []


def test_laptops_with_one_lock_merge(locked: Path, tmp_path: Path) -> None:
    """A copy of the folder on another laptop: both ways, and nothing is in clear on either side."""
    there = Path(shutil.copytree(locked, tmp_path / "there" / "hard-winter"))
    with opened(there) as book:
        book.capture(book.session("S1"), "2: my dinner there #ThisIsACode")
    with opened(locked) as book:
        book.capture(book.session("S1"), "3: nobody tells here #ThisIsACode")
        report = book.merge(there)
        assert report.new["reflections"] == 1
        assert len(texts(book)) == 5
        codec = book.codec
    merge_into(there, locked, codec, codec)
    with opened(there) as book:
        assert sorted(texts(book)) == sorted([*SAID, "my dinner there", "nobody tells here"])
    assert words_in_clear(tmp_path, WORDS) == []


def test_a_copy_in_clear_is_merged_encrypted(folder: Path, tmp_path: Path) -> None:
    """An old laptop that hadn't heard of the lock: by merging, and by putting its journals into the folder by hand."""
    laptops = [Path(shutil.copytree(folder, tmp_path / name / "hard-winter")) for name in ("one", "two")]
    for number, laptop in enumerate(laptops):
        with open_workshop(laptop) as book:
            book.capture(book.session("S1"), f"2: dinner on laptop {number} #ThisIsACode")
    locking.lock(folder, OLD)
    with opened(folder) as book:
        book.merge(laptops[0])
        assert words_in_clear(folder, WORDS) == []
    for journal in laptops[1].glob("*.jsonl"):
        if not (folder / f"{journal.name}.age").exists():
            shutil.copy(journal, folder)
    with opened(folder) as book:
        assert texts(book)[3:] == ["dinner on laptop 0", "dinner on laptop 1"]
        assert words_in_clear(folder, WORDS) == []
        assert "stood here in clear" in book.repository.db.notices[0]


def test_a_locked_copy_is_merged_into_one_in_clear(folder: Path, tmp_path: Path) -> None:
    """With the passphrase of the other; without it is told to be locked, and nothing is changed."""
    there = Path(shutil.copytree(folder, tmp_path / "there" / "hard-winter"))
    locking.lock(there, OLD)
    with opened(there) as book:
        book.capture(book.session("S1"), "2: dinner there #ThisIsACode")
    before = files_of(folder)
    with pytest.raises(LockedError):
        merge_into(folder, there)
    assert files_of(folder) == before
    merge_into(folder, there, theirs=locking.codec_of(there, OLD))
    with open_workshop(folder) as book:
        assert texts(book)[3:] == ["dinner there"]


def test_a_copy_with_another_lock_is_told_so(folder: Path, tmp_path: Path) -> None:
    """Locked on each laptop by itself: in a sentence, with nothing taken in and nothing lost."""
    there = Path(shutil.copytree(folder, tmp_path / "there" / "hard-winter"))
    locking.lock(there, OLD)
    locking.lock(folder, OLD)
    before = files_of(folder), files_of(there)
    codec = locking.codec_of(folder, OLD)
    with pytest.raises(LockedError, match="was locked with another key"):
        merge_into(folder, there, codec, codec)
    assert (files_of(folder), files_of(there)) == before


def test_a_backup_is_locked_alike_and_restored(locked: Path, tmp_path: Path) -> None:
    """Its own key file lies with it; the workshop that it gives back is locked, too."""
    (tmp_path / "drive").mkdir()
    with opened(locked) as book:
        made = book.backup_to(tmp_path / "drive")
        again = book.backup_now()
    backup = made.place.path
    assert (made.trouble, [each.saves for each in again]) == ("", [0])
    assert words_in_clear(tmp_path / "drive", WORDS) == []
    shelf = Shelf(tmp_path / "other", passphrase=lambda _: OLD)
    restored = shelf.restore(backup)
    assert words_in_clear(restored, WORDS) == []
    with shelf.open(restored.name) as book:
        assert texts(book) == SAID
    with pytest.raises(LockedError):
        Shelf(tmp_path / "third").restore(backup)


def test_a_backup_from_before_is_encrypted_by_the_next(folder: Path, tmp_path: Path) -> None:
    """So that locking reaches copies that were made in clear; after another passphrase they have the new key file."""
    (tmp_path / "drive").mkdir()
    with open_workshop(folder) as book:
        backup = book.backup_to(tmp_path / "drive").place.path
    assert words_in_clear(backup, WORDS) != []
    locking.lock(folder, OLD)
    with opened(folder) as book:
        assert [each.trouble for each in book.backup_now()] == [""]
    assert words_in_clear(backup, WORDS) == []
    locking.change_passphrase(folder, OLD, NEW)
    with opened(folder, NEW) as book:
        book.backup_now()
    with opened(backup, NEW) as book:
        assert texts(book) == SAID


def test_a_bundle_is_locked_alike(locked: Path, tmp_path: Path) -> None:
    """No word in any member; with the passphrase it is merged and restored, without it is told to be locked."""
    with opened(locked) as book:
        bundle = book.bundle(tmp_path / "w.zip")
    with zipfile.ZipFile(bundle) as archive:
        held = b"\0".join(archive.read(name) for name in archive.namelist())
        assert PASSPHRASE_KEY in archive.namelist()
    assert [word for word in WORDS if word.encode() in held] == []
    with pytest.raises(LockedError):
        locking.codec_of(bundle, None)
    shelf = Shelf(tmp_path / "other", passphrase=lambda _: OLD)
    with shelf.open(shelf.restore(bundle).name) as book:
        assert texts(book) == SAID
        assert book.merge(bundle).saves == 0


def test_it_is_taken_away_locked(locked: Path, tmp_path: Path) -> None:
    """The copy on the stick is whole and locked, and nothing is left here; where a journal is damaged, all stays."""
    (tmp_path / "stick").mkdir()
    broken = Path(shutil.copytree(locked, tmp_path / "broken"))
    journal = next(broken.glob("*.jsonl.age"))
    journal.write_bytes(journal.read_bytes()[:-1])
    with pytest.raises(WorkshopError, match="can't be opened"):
        take_away(broken, tmp_path / "stick", locking.codec_of(broken, OLD))
    assert journal.exists()
    gone = take_away(locked, tmp_path / "stick", locking.codec_of(locked, OLD))
    assert not locked.exists()
    assert gone.copy is not None
    assert words_in_clear(gone.copy, WORDS) == []
    with opened(gone.copy) as book:
        assert texts(book) == SAID


def test_a_tampered_journal_is_found_by_verifying(locked: Path) -> None:
    """The file is named, with what it means; the rest is shown."""
    with opened(locked) as book:
        book.capture(book.session("S1"), "1: one more #ThisIsACode")
    codec = locking.codec_of(locked, OLD)
    assert verify(locked, codec).whole
    newest = max(locked.glob("*.jsonl.age"), key=lambda path: path.stat().st_mtime_ns)
    data = bytearray(newest.read_bytes())
    data[-1] ^= 1
    newest.write_bytes(data)
    found = verify(locked, codec)
    assert [(each.file, "cannot be opened" in each.meaning) for each in found.findings] == [(newest.name, True)]
    with opened(locked) as book:
        assert texts(book) == SAID


def test_the_folder_of_another_lock_is_not_made_ours(locked: Path) -> None:
    """Copies are brought up to date with the key that they have: with another codec nothing is written."""
    before = files_of(locked)
    other = JournalDB(locked, codec=new_codec())
    other.close()
    assert files_of(locked) == before
    assert set(KEY_FILES) & set(before) == {PASSPHRASE_KEY}


@pytest.mark.benchmark
def test_what_a_lock_costs(tmp_path: Path) -> None:
    """Prints wall milliseconds: a save, opening 10,000 lines in clear, live and sealed, scrypt."""
    codec, count = new_codec(), 10_000
    remark = {"text": "You end up choosing between the bus fare and the shop, and then you are late for the appointment anyway." * 2}

    def milliseconds(since: float) -> str:
        return f"{(time.perf_counter() - since) * 1000:,.1f} ms"

    places = {"in clear": tmp_path / "clear", "live": tmp_path / "live", "sealed": tmp_path / "sealed"}
    for name, place in places.items():
        place.mkdir()
        if name != "in clear":
            (place / PASSPHRASE_KEY).write_bytes(codec.keys[PASSPHRASE_KEY])
        db = JournalDB(place, codec=None if name == "in clear" else codec)
        begun = time.perf_counter()
        for _ in range(count):
            db.table("reflections").insert(remark)
        print(f"{name}: {count:,} saves {milliseconds(begun)}")
        if name == "sealed":
            begun = time.perf_counter()
            db.close()
            print(f"sealing them {milliseconds(begun)}")
    for name, place in places.items():
        begun = time.perf_counter()
        found = JournalDB(place, codec=None if name == "in clear" else codec)
        print(f"{name}: opening {milliseconds(begun)}, {sum(path.stat().st_size for path in place.iterdir()):,} bytes")
        assert len(found.table("reflections")) == count
    begun = time.perf_counter()
    key = pyrage.passphrase.encrypt(b"key", OLD)
    print(f"setting a passphrase {milliseconds(begun)}, scrypt work factor {key.split()[4].decode()}")
    begun = time.perf_counter()
    pyrage.passphrase.decrypt(key, OLD)
    print(f"opening with it {milliseconds(begun)}")
