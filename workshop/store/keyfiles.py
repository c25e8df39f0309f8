"""The key files on the disk: which there are, and how the one with the passphrase is replaced without a moment at which none is whole."""

from collections.abc import Callable, Mapping
from pathlib import Path

from workshop.errors import WorkshopError
from workshop.store.fs import FileSystem
from workshop.store.names import KEY_FILES, LAST_KEY, NEXT_KEY, PASSPHRASE_KEY
from workshop.store.rewriting import Rewriter


class KeyFiles:
    """The key files of one folder. All methods may raise OSError."""

    def __init__(self, fs: FileSystem, folder: Path, name: Callable[[], str]) -> None:
        """`name` gives fresh names for files."""
        self._fs, self._folder = fs, folder
        self._rewriter = Rewriter(fs, folder, name)

    def read(self) -> dict[str, bytes]:
        """The key files there are, by name. WorkshopError when the one with the passphrase is missing."""
        if self._is_between():
            self._complete()
        found = {name: self._fs.read(self._folder / name) for name in KEY_FILES if name in self._fs.names(self._folder)}
        if PASSPHRASE_KEY not in found:
            raise WorkshopError(
                f"{self._folder} is locked, and its key file is missing.",
                f"Put {PASSPHRASE_KEY} back, from a backup or another copy of this workshop: without it nobody can open it.",
            )
        return found

    def write(self, keys: Mapping[str, bytes]) -> None:
        """Put these in a folder that isn't locked: it is from the moment on at which this returns."""
        self._finish()
        for name in sorted(KEY_FILES, reverse=True):  # the recovery first: with the other one the folder is locked
            if name in self._fs.names(self._folder):
                self._rewriter.doom(name)
            if name in keys:
                self._rewriter.write(name, keys[name])

    def replace(self, data: bytes) -> None:
        """Put another key file for a passphrase in the place of the one there is."""
        self._finish()
        self._rewriter.write(NEXT_KEY, data)
        self._fs.rename(self._folder / PASSPHRASE_KEY, self._folder / LAST_KEY)
        self._fs.sync_folder(self._folder)
        self._complete()

    def remove(self) -> None:
        """Take them away: the folder is locked no more."""
        self._finish()
        for name in KEY_FILES:
            if name in self._fs.names(self._folder):
                self._rewriter.doom(name)

    def _complete(self) -> None:
        try:
            self._fs.rename(self._folder / NEXT_KEY, self._folder / PASSPHRASE_KEY)
        except FileNotFoundError:
            if PASSPHRASE_KEY not in self._fs.names(self._folder):  # else another window was faster
                raise
        self._fs.sync_folder(self._folder)
        self._rewriter.wipe(self._folder / LAST_KEY)

    def _is_between(self) -> bool:
        """Whether a change of the passphrase stopped where there is no key file of that name."""
        names = self._fs.names(self._folder)
        return PASSPHRASE_KEY not in names and NEXT_KEY in names and LAST_KEY in names

    def _finish(self) -> None:
        """Take away what was begun and broken off, or what only has to go."""
        if not self._is_between():
            self._rewriter.finish(lambda name: name in (*KEY_FILES, NEXT_KEY))
