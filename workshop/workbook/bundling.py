"""Bundling: the whole workshop as one file, to be carried or sent, and merged or restored elsewhere."""

from pathlib import Path

from workshop.errors import NotSavedError, WorkshopError
from workshop.store import trouble
from workshop.store.bundle import bundle_bytes
from workshop.store.copies import read_copy
from workshop.store.places import Kind, Place
from workshop.store.whole import write_whole
from workshop.workbook.backing import Backing


class Bundling(Backing):
    """The verb that makes a bundle."""

    def bundle(self, out: Path | None = None, *, force: bool = False) -> Path:
        """Write the bundle and return its path; without `out` it is called after the workshop's folder, where the program was called.

        It holds all that was said and no name of this computer. Where it stands is remembered, so that withdrawals reach it. Raises
        WorkshopError where a file is in the way, and NotSavedError.
        """
        path = (out or Path(f"{self.folder.resolve().name}.zip")).absolute()
        if path.exists() and not force:
            raise WorkshopError(f"{path} is there already.", "Choose another name with --out, or write over it with --force.")
        copy = read_copy(self.folder, codec=self.codec)
        try:
            write_whole(path, bundle_bytes(copy, self.codec))
        except OSError as error:
            raise NotSavedError(f"The bundle could not be written to {path} ({trouble.reason(error)}).") from error
        self._remember(Place(Kind.BUNDLE, path, self.now(), erased=len(copy.erased)))
        return path
