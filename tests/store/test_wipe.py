"""Wiping: a workshop is overwritten before it goes, and nothing else goes with it."""

import errno
import os
from pathlib import Path

import pytest

from tests.store.test_adopt import save
from workshop.store.database import JournalDB
from workshop.store.fs import FileSystem
from workshop.store.places import PLACES
from workshop.store.wipe import holds_workshop, in_use, wipe, wipe_workshop

WORDS = b"made-up words that go"


class _Watching(FileSystem):
    """The real disk; what stood in each file at the moment when its name was taken away, and in what order that was."""

    def __init__(self) -> None:
        self.left: dict[str, bytes] = {}
        self.synced = 0

    def sync(self, file: int) -> None:
        super().sync(file)
        self.synced += 1

    def unlink(self, path: Path) -> None:
        self.left[path.name] = b"" if path.is_symlink() else path.read_bytes()
        super().unlink(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workshop with reports and a list of places; the record of the workshop stands in a journal of its own."""
    folder = tmp_path / "shelf" / "mine"
    save(folder, "the title", id_="workshop", table="workshop")
    save(folder, WORDS.decode())
    (folder / "reports" / "old").mkdir(parents=True)
    (folder / "reports" / "report.html").write_bytes(WORDS)
    (folder / "reports" / "old" / "report.csv").write_bytes(WORDS * 100_000)
    (folder / PLACES).write_bytes(b"{}")
    (folder / "x.jsonl.erased").write_bytes(WORDS)
    (folder / "y.jsonl.new").write_bytes(WORDS)
    return folder


def test_all_of_it_is_zeros_before_it_goes(folder: Path) -> None:
    """Each file holds nothing but zeros, as long as it was and on the medium, when its name goes; then the folder goes."""
    sizes = {path.name: path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    disk = _Watching()
    assert wipe_workshop(folder, disk) == ()
    assert not folder.exists()
    assert {name: len(data) for name, data in disk.left.items()} == sizes
    assert not any(data.strip(b"\0") for data in disk.left.values())
    assert disk.synced == len(sizes)
    assert folder.parent.is_dir()


def test_what_is_not_its_own_stays(folder: Path) -> None:
    """Photos and a stranger's table in the folder are left as they are, and named; so is the folder."""
    photo, table = folder / "photo.jpg", folder / "data.jsonl"
    photo.write_bytes(b"photo")
    table.write_bytes(b'{"name":"a row of somebody"}\n')
    assert wipe_workshop(folder) == (table, photo)
    assert (photo.read_bytes(), table.read_bytes()) == (b"photo", b'{"name":"a row of somebody"}\n')


def test_of_a_locked_workshop_the_keys_go_too(tmp_path: Path) -> None:
    """Locked lines, sealed journals and key files are its own, and so is a journal that an earlier try has overwritten already."""
    folder = tmp_path / "locked"
    folder.mkdir()
    sealed = b"age-encryption.org/v1\n-> X25519"
    contents = {"a.jsonl": b"YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+", "b.jsonl.age": sealed, "key.passphrase.age": sealed, "c.jsonl": bytes(99)}
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    assert holds_workshop(folder)
    assert wipe_workshop(folder) == ()
    assert not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="making links needs a right on Windows")
def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    """What a link among the reports leads to is not the workshop's: only the link goes."""
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"photo")
    (folder / "reports" / "picture.jpg").symlink_to(photo)
    (folder / "reports" / "pictures").symlink_to(tmp_path)
    assert wipe_workshop(folder) == ()
    assert photo.read_bytes() == b"photo"


class _Refusing(FileSystem):
    """A disk that takes no more writes after so many files were wiped."""

    def __init__(self, files: int) -> None:
        self.files = files

    def open(self, path: Path) -> int:
        if not self.files:
            raise OSError(errno.EROFS, "Read-only file system", str(path))
        self.files -= 1
        return super().open(path)


@pytest.mark.parametrize("files", range(5))
def test_what_is_left_after_a_failure_still_knows_its_name(folder: Path, files: int) -> None:
    """A disk that refuses in the middle is told; the workshop's own record is there until all the words are gone."""
    with pytest.raises(OSError, match="Read-only"):
        wipe_workshop(folder, _Refusing(files))
    db = JournalDB(folder)
    assert db.table("workshop").get(doc_id="workshop") == {"text": "the title"}
    db.close()


def test_another_window_is_noticed(folder: Path) -> None:
    """A folder is in use while another process has a journal of its own in it, and no longer."""
    assert not in_use(folder)
    db = JournalDB(folder)
    db.table("reflections").insert({"text": "being typed"})
    assert in_use(folder)
    db.close()
    assert not in_use(folder)


def test_one_file(tmp_path: Path) -> None:
    """`wipe` leaves zeros and no name."""
    path = tmp_path / "bundle.zip"
    path.write_bytes(WORDS)
    disk = _Watching()
    wipe(path, disk)
    assert disk.left == {"bundle.zip": bytes(len(WORDS))}
    assert not path.exists()
