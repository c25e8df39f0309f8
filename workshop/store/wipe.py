"""Taking a whole workshop off a disk: its files are overwritten with zeros, synced and removed, and no file that isn't its own.

What that can't reach: the spare blocks of an SSD, snapshots of the disk, and copies made elsewhere.
"""

from collections.abc import Iterator
from pathlib import Path

from workshop.store.fs import FileSystem
from workshop.store.journal import random_name
from workshop.store.line import LOCKED
from workshop.store.names import BEGUN, DOOMED, KEY_FILES, LAST_KEY, NEXT_KEY, is_journal, proper
from workshop.store.places import PLACES
from workshop.store.rewriting import Rewriter

REPORTS = "reports"
"""Where reports stand when nobody names another folder."""
_BEGINNINGS = (b'{"v":', LOCKED[:5], b"age-e")
"""Of a journal in clear, of one that is locked, and of one that is sealed."""
_RECORD = b'["put","workshop",'


def wipe(path: Path, fs: FileSystem | None = None) -> None:
    """Overwrite the file with zeros, on the medium, and remove it. A link is only removed. Raises OSError."""
    fs = fs or FileSystem()
    if path.is_symlink():
        fs.unlink(path)
    else:
        Rewriter(fs, path.parent, random_name).wipe(path)


def holds_workshop(folder: Path) -> bool:
    """Whether a journal of ours is in this folder, and no stranger's file that is only called like one. Raises OSError."""
    return bool(_journals(folder))


def in_use(folder: Path, fs: FileSystem | None = None) -> bool:
    """Whether another window has written in the folder and is still open. Raises OSError."""
    fs = fs or FileSystem()
    for path in _journals(folder):
        handle = fs.open(path)
        try:
            if not fs.lock(handle):
                return True
        finally:
            fs.close(handle)
    return False


def wipe_workshop(folder: Path, fs: FileSystem | None = None) -> tuple[Path, ...]:
    """Wipe the workshop in this folder, and the folder if nothing else is in it; what is not the workshop's own stays, and is returned.

    Raises OSError when a file can't be wiped. The workshop's own record goes last, so that what is left can still be found and named.
    """
    fs = fs or FileSystem()
    journals = sorted(_journals(folder), key=lambda path: _RECORD in fs.read(path))
    for path in (*_reports(folder), *journals, folder / PLACES):
        if path.is_file() or path.is_symlink():
            wipe(path, fs)
        elif path.is_dir():
            path.rmdir()
    fs.sync_folder(folder)
    left = tuple(sorted(folder.iterdir()))
    if not left:
        folder.rmdir()
        fs.sync_folder(folder.parent)
    return left


def _journals(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if _is_ours(path.name) and path.is_file() and (_is_key(path.name) or _is_journal(path))]


def _is_ours(name: str) -> bool:
    return _is_key(name) or is_journal(proper(name))


def _is_key(name: str) -> bool:
    return name in (*KEY_FILES, NEXT_KEY, LAST_KEY)


def _is_journal(path: Path) -> bool:
    """Whether it is one of ours and no stranger's table: also when it is empty, torn, or was overwritten with zeros."""
    with path.open("rb") as stream:
        start = stream.read(5).strip(b"\0")
    return path.name.endswith((BEGUN, DOOMED)) or any(start == each[: len(start)] for each in _BEGINNINGS)


def _reports(folder: Path) -> Iterator[Path]:
    """What is in the folder of reports, files before the folders that they are in."""
    reports = folder / REPORTS
    if reports.is_dir() and not reports.is_symlink():
        yield from sorted(reports.rglob("*"), key=lambda path: (-len(path.parts), path))
        yield reports
