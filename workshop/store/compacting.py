"""Folding many small journals into one, so that a workshop of a hundred short openings is polled like one of two.

The new file is whole and on the medium before the first of the old ones goes, and a line may stand in several files: a crash at any point
leaves every line in one file at least. Only journals that no window here has open are folded, and that have been left alone for an hour:
through a synchronised folder another computer's window may be writing one of them, and no lock tells. If it is still open there after
all, that window finds its file gone and writes its lines once more; nothing is lost, but it says so, and people needn't see that.
"""

import errno
from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple

from workshop.store.fs import FileSystem
from workshop.store.line import VERSION, Line, LineCodec
from workshop.store.names import SEALED, SUFFIX, journals
from workshop.store.rewriting import RENAMES_OPEN, Rewriter

LEAST = 40
"""So many journals at least make folding worth while: below it, a poll costs a fifth of a millisecond."""
QUIET = 3600.0
"""Seconds that nobody has written a journal for."""
LARGE = 1 << 20
"""Bytes from which on a journal is left as it is: copying it again and again would cost more than it saves."""
_MOST = 32 << 20
"""Bytes folded at once."""


class _Held(NamedTuple):
    """A journal that is held by its lock, and the lines in it."""

    path: Path
    handle: int
    lines: list[bytes]


class Compactor:
    """Folds the journals of one folder: of a locked workshop the sealed ones, which become one age file."""

    def __init__(self, fs: FileSystem, folder: Path, codec: LineCodec, name: Callable[[], str]) -> None:
        """`codec` is how the workshop's lines are stored; `name` gives fresh names for files."""
        self._fs, self._folder, self._codec, self._name = fs, folder, codec, name
        self._rewriter = Rewriter(fs, folder, name)
        self._ending = SEALED if codec.locked else SUFFIX

    def compact(self, least: int, until: float) -> int:
        """Fold those last written before this moment (seconds since 1970) into one; how many they were, 0 if too few.

        Nothing is done where there are fewer than `least`. What is not whole in every line, or of a newer version, is left as it is.
        OSError when the disk refuses; every line is still there then.
        """
        names = [name for name in journals(self._fs.names(self._folder)) if self._is_small(name, until)]
        held = self._hold(names) if len(names) >= least else []
        try:
            if len(held) < max(least, 2):
                return 0
            written = self._write(list(dict.fromkeys(line for each in held for line in each.lines)))
            if RENAMES_OPEN:
                self._remove(held, written)
        finally:
            for each in held:
                self._fs.close(each.handle)
        if not RENAMES_OPEN:
            self._remove(held, written)
        return len(held)

    def _is_small(self, name: str, until: float) -> bool:
        if not name.endswith(self._ending):
            return False
        try:
            stat = self._fs.stat(self._folder / name)
        except FileNotFoundError:
            return False
        return stat.regular and 0 < stat.size < LARGE and stat.mtime_ns < until * 1e9

    def _hold(self, names: Collection[str]) -> list[_Held]:
        held: list[_Held] = []
        size = 0
        for name in names:
            path = self._folder / name
            try:
                handle = self._fs.open(path)
            except OSError:  # it is gone, or may not be written to: it is left as it is
                continue
            lines = self._lines(path, handle)
            if lines is None:
                self._fs.close(handle)
                continue
            held.append(_Held(path, handle, lines))
            size += sum(map(len, lines))
            if size > _MOST:
                break
        return held

    def _lines(self, path: Path, handle: int) -> list[bytes] | None:
        """The lines of a journal, now that its lock is ours; None where somebody has it, or not all of it can be read."""
        try:
            if not self._fs.lock(handle) or self._fs.stat(path).identity != self._fs.stat(handle).identity:
                return None
            data = self._fs.read(path)
        except OSError:  # without locks nobody can tell whether it is in use; or another window was faster
            return None
        text, fault = self._codec.unseal(data) if self._codec.locked else (data, "")
        raws = [raw for raw in text.split(b"\n") if raw]
        whole = all(isinstance(line, Line) and line.v <= VERSION and not line.unknown for line in LineCodec().decode_all(raws))
        return raws if whole and raws and not fault else None

    def _write(self, lines: list[bytes]) -> Path:
        data = self._codec.seal(b"".join(line + b"\n" for line in lines))
        path = self._rewriter.write(self._name() + self._ending, data)
        if self._fs.read(path) != data:
            self._fs.unlink(path)
            raise OSError(errno.EIO, "what was written reads back differently")
        return path

    def _remove(self, held: list[_Held], written: Path) -> None:
        """Take the old ones away; what somebody took away meanwhile is gone already."""
        doomed, gone = [], 0
        try:
            for each in held:
                try:
                    doomed.append(self._rewriter.sentence(each.path))
                except FileNotFoundError:
                    gone += 1
        except OSError:
            if not doomed and not gone:  # else each further try would leave one more copy
                self._rewriter.wipe(written)
            raise
        finally:
            self._rewriter.bury(doomed)
