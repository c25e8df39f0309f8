"""Storing finished journals in another way: each becomes one age file, or text again.

At every moment of it a crash leaves each line in one file at least.
"""

import errno
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from workshop.store import trouble
from workshop.store.fs import FileSystem
from workshop.store.line import OTHER_KEY, LineCodec, Unsealed
from workshop.store.names import SEALED, SUFFIX
from workshop.store.rewriting import Pending, Rewriter

IN_USE = "another window has it open"


class Sealer:
    """Stores the finished journals of one folder in another way. What can't be done comes back, and can be tried again."""

    def __init__(self, fs: FileSystem, folder: Path, codec: LineCodec, name: Callable[[], str]) -> None:
        """`name` gives fresh names for files."""
        self._fs, self._folder, self._codec = fs, folder, codec
        self._rewriter = Rewriter(fs, folder, name)

    def seal(self, files: Collection[str]) -> list[Pending]:
        """Make one age file of each of these journals, those in clear among them, unless a window has it open."""
        return self._each(files, SEALED, self._sealed)

    def unseal(self, files: Collection[str]) -> list[Pending]:
        """Put each of these journals in clear, unless a window has it open."""
        return self._each(files, SUFFIX, self._unsealed)

    def _each(self, files: Collection[str], ending: str, change: Callable[[str, bytes], bytes]) -> list[Pending]:
        pending = []
        for file in files:
            try:
                if not self._fs.stat(self._folder / file).size:
                    continue  # a window may have made it just now, and want its lock; else it is of one that died before it said anything
                target = _stem(file) + ending
                if not self._rewriter.replace(file, partial(change, file), "" if target == file else target):
                    pending.append(Pending(file, IN_USE))
            except FileNotFoundError:  # another window was faster
                continue
            except OSError as error:
                pending.append(Pending(file, trouble.reason(error)))
        return pending

    def _sealed(self, file: str, data: bytes) -> bytes:
        text = self._text(data)
        if text == data and self._is_for_other_key(data):
            return data  # whoever has that one can read it as it is
        if self._codec.unseal(self._stored(file, SEALED)) == Unsealed(text):
            return b""  # a crash came between the new file and the end of the old one
        sealed = self._codec.seal(text)
        if self._codec.unseal(sealed) != Unsealed(text):
            raise OSError(errno.EIO, "what was encrypted reads back differently")
        return sealed

    def _is_for_other_key(self, data: bytes) -> bool:
        return all(str(found) == OTHER_KEY for found in self._codec.decode_all([raw for raw in data.split(b"\n") if raw]))

    def _unsealed(self, file: str, data: bytes) -> bytes:
        if file.endswith(SUFFIX):
            return self._text(data)
        text, fault = self._codec.unseal(data)
        if fault:
            return data
        return b"" if self._stored(file, SUFFIX) == text else text

    def _text(self, data: bytes) -> bytes:
        return b"\n".join(self._codec.text(raw) for raw in data.split(b"\n"))

    def _stored(self, file: str, ending: str) -> bytes:
        """What stands already where this journal is to go."""
        try:
            return self._fs.read(self._folder / (_stem(file) + ending))
        except FileNotFoundError:
            return b""


def _stem(file: str) -> str:
    return file.removesuffix(SEALED).removesuffix(SUFFIX)
