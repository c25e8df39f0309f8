"""Taking over the lines of another copy that this one doesn't have: the union of the two, written as one new journal.

No file that is there is touched, so nothing can be lost, whatever the other copy's files are called and however old they are. What
either copy has erased is taken out of the lines before they reach this disk.
"""

import errno
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from workshop.errors import NotSavedError
from workshop.store import trouble
from workshop.store.copies import Copy, names_any, read_copy, without
from workshop.store.fs import FileSystem
from workshop.store.journal import random_name
from workshop.store.line import Key, LineCodec, LineName
from workshop.store.locking import lock_alike
from workshop.store.names import BEGUN, SUFFIX
from workshop.store.rewriting import Rewriter
from workshop.store.sealed import SealedCodec


class Adopted(NamedTuple):
    """What became of a copy: as it was, as it is now, and how many lines came in."""

    before: Copy
    after: Copy
    lines: int


def adopt(
    folder: Path,
    source: Copy,
    *,
    unread: Collection[bytes] = (),
    fs: FileSystem | None = None,
    codec: LineCodec | None = None,
    name: Callable[[], str] = random_name,
) -> Adopted:
    """Write the lines of `source` that the copy in `folder` lacks into one new file; the folder is made where there is none.

    `unread` are stretches of the source that are no lines to this version, and are carried over as they are. All of it is on the
    medium and was read back when this returns; NotSavedError when the disk refuses, and no line counts as taken over. With the codec
    of a lock, the copy is locked alike.
    """
    fs, codec = fs or FileSystem(), codec or LineCodec()
    try:
        fs.make_folder(folder)
    except OSError as error:
        raise trouble.not_saved(error, folder) from error
    before = read_copy(folder, fs, codec)
    if before.unreadable:
        raise NotSavedError(
            f"Nothing was taken over: {before.unreadable[0]} in {folder} cannot be read, and it may say what was withdrawn.",
            "Make that file readable, or move it away, and try again.",
        )
    erased = before.erased | source.erased
    unseen = {line: without(source.lines[line], erased) for line in sorted(source.lines.keys() - before.lines.keys())}
    carried = _carried(unread, before, erased)
    data = b"".join([*(codec.encode(line) for line in unseen.values()), *(codec.wrap(raw) + b"\n" for raw in carried)])
    if isinstance(codec, SealedCodec) and not before.broken:  # else its own key file may be the only one that opens the rest
        lock_alike(folder, codec, fs)
    if data:
        try:
            _write(fs, folder, name() + SUFFIX, data)
        except OSError as error:
            raise trouble.not_saved(error, folder) from error
    return Adopted(before, Copy({**before.lines, **unseen}), len(unseen))


def differing(copy: Copy, source: Copy) -> list[LineName]:
    """The lines of `source` that `copy` doesn't hold as they are, but for what either has erased."""
    erased = copy.erased | source.erased
    return [
        name for name, line in source.lines.items() if name not in copy.lines or without(copy.lines[name], erased) != without(line, erased)
    ]


def _carried(unread: Collection[bytes], before: Copy, erased: Collection[Key]) -> list[bytes]:
    return [raw for raw in sorted(unread) if raw not in before.newer | before.damaged and not names_any(raw, erased)]


def _write(fs: FileSystem, folder: Path, file: str, data: bytes) -> None:
    """The file whole, synced and read back, or not at all."""
    try:
        path = Rewriter(fs, folder, random_name).write(file, data)
        if fs.read(path) != data:
            fs.unlink(path)
            raise OSError(errno.EIO, "what was written reads back differently")  # noqa: TRY301 - told as every refusal of the disk is
    except OSError:
        with suppress(OSError):  # the disk has failed already: that is what is told
            fs.unlink(folder / (file + BEGUN))
        raise
