"""The register of exports: which reports were written, where and when, so that a withdrawal can say which of them held the words."""

import glob
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from workshop.errors import WorkshopError
from workshop.model.export import Export
from workshop.model.figure import Figure
from workshop.model.records import Withdrawal
from workshop.store import trouble
from workshop.store.names import AGE, KEY_FILES, SUFFIX
from workshop.store.places import PLACES
from workshop.store.wipe import wipe
from workshop.workbook.desk import Desk

_NO_REPORT = (SUFFIX, *KEY_FILES, PLACES)
"""What is in the name of a file that is never taken for a report, whatever a register that came from elsewhere says."""


class Held(StrEnum):
    """What is known of withdrawn words in an export: it holds none, it may hold some, or it did and its files here were wiped."""

    NONE = "none"
    THERE = "there"
    WIPED = "wiped"


def held(export: Export, withdrawal: Withdrawal) -> bool:
    """Whether an export may hold what was withdrawn: it was made after that was captured, where nobody knew of the withdrawal yet."""
    return export.id >= withdrawal.since and withdrawal.id not in export.withdrawn


class Register(Desk):
    """What keeps the register, and takes reports with withdrawn words out of the workshop's own folder."""

    def exports(self) -> tuple[Export, ...]:
        """All that were made, oldest first."""
        return tuple(sorted(self.records.exports.values(), key=lambda each: each.id))

    def holds_withdrawn(self, export: Export) -> bool:
        """Whether an export may hold words that were withdrawn since."""
        return any(held(export, each) for each in self.records.withdrawals.values())

    def withdrawn_from(self, export: Export) -> Held:
        """Whether an export holds withdrawn words, as far as can be seen from here. OSError where its folder can't be looked into."""
        if not self.holds_withdrawn(export):
            return Held.NONE
        here = not export.folder.startswith("~") and not Path(export.folder).is_absolute()
        return Held.WIPED if here and not self.reports_of((export,)) else Held.THERE

    def exports_since(self, stamp: str) -> tuple[Export, ...]:
        """The exports that may hold what was first stored at this stamp, oldest first."""
        return tuple(each for each in self.exports() if each.id >= stamp)

    def reports_of(self, exports: Sequence[Export]) -> tuple[Path, ...]:
        """The files of these exports that stand in the workshop's own folder now, but for those that another export has replaced.

        OSError where a folder can't be looked into.
        """
        others = {digest for each in self.exports() if each not in exports for _, digest in each.files}
        found = {path: None for each in exports for path in self._files_here(each) if self._digest(path) not in others}
        return tuple(found)

    def take_back(self, number: int) -> Export:
        """Note that nobody has a report any more, so that no later one is made beside it. `number` is its place in `exports`, from 1.

        Raises WorkshopError.
        """
        every = self.exports()
        if not 1 <= number <= len(every):
            raise WorkshopError(f"There is no report {number} in the register.", "See which there are: workshop exports WORKSHOP")
        found = every[number - 1]
        if found.taken_back is None:
            found = replace(found, taken_back=self.now())
            self._do(f"the taking back of report {number}", found)
        return found

    def _register(
        self,
        audience: str,
        formats: Sequence[str],
        folder: Path,
        contents: Mapping[str, bytes],
        remarks: int,
        told: Iterable[Figure] | None = None,
    ) -> Export:
        """Note an export that is about to be written: none can be out there that the register doesn't know of."""
        export = Export(
            id=self.repository.new_id(),
            at=self.now(),
            audience=audience,
            formats=tuple(formats),
            folder=self._told(folder),
            files=tuple((name, hashlib.sha256(content).hexdigest()) for name, content in contents.items()),
            remarks=remarks,
            withdrawn=tuple(sorted(self.records.withdrawals)),
            told=None if told is None else tuple(told),
        )
        self.repository.put(export)
        return export

    def _register_only_written(self, export: Export, folder: Path, contents: Mapping[str, bytes]) -> None:
        """Leave of an export that failed what is there, and nothing where no file of it is; all of it where nobody can look."""
        try:
            there = {name for name, content in contents.items() if _is_there(folder, name, content)}
        except OSError:
            return
        if not there:
            self.repository.remove(export)
        else:
            self.repository.put(replace(export, files=tuple(each for each in export.files if each[0] in there)))

    def _wipe_reports(self) -> Iterator[str]:
        """Take the reports with withdrawn words out of the workshop's own folder; for each that can't be, a sentence."""
        try:
            paths = self.reports_of([each for each in self.exports() if self.holds_withdrawn(each)])
        except OSError as error:
            yield f"{error.filename} may hold reports with withdrawn words ({trouble.reason(error)})."
            return
        for path in paths:
            try:
                wipe(path)
            except OSError as error:
                yield f"{path} still holds withdrawn words ({trouble.reason(error)})."

    def known_files(self) -> frozenset[Path]:
        """The reports in the workshop's own folder that the register knows. Where one can't be read, it is none of them."""
        try:
            return frozenset(path for export in self.exports() for path in self._files_here(export))
        except OSError:
            return frozenset()

    def _files_here(self, export: Export) -> Iterator[Path]:
        """The files of an export in our own folder, under another name too, and what a crash left. No journal, and nothing outside."""
        home = self.folder.resolve()
        folder = (home / export.folder).resolve()
        if not folder.is_relative_to(home) or not folder.is_dir():
            return
        names, digests = {name for name, _ in export.files}, {digest for _, digest in export.files if digest}
        unfinished = tuple(f".{name}." for name in names)
        for path in sorted(folder.iterdir()):
            ours = path.is_file() and not path.is_symlink() and not any(each in path.name for each in _NO_REPORT)
            if ours and (path.name.removesuffix(AGE) in names or path.name.startswith(unfinished) or self._digest(path) in digests):
                yield path

    def _digest(self, path: Path) -> str:
        """By which a file is known again, encrypted or not; empty where it can't be read."""
        try:
            data = path.read_bytes()
        except OSError:
            return ""
        return hashlib.sha256(self.codec.unseal(data).text if path.name.endswith(AGE) else data).hexdigest()

    def _told(self, folder: Path) -> str:
        """Relative where it is inside the workshop's own folder; else without the name of whose computer it is, as far as that goes."""
        full, home = folder.expanduser().resolve(), self.folder.resolve()
        if full.is_relative_to(home):
            return full.relative_to(home).as_posix()
        user = Path.home().resolve()
        return f"~/{full.relative_to(user).as_posix()}" if full.is_relative_to(user) else str(full)


def _is_there(folder: Path, name: str, content: bytes) -> bool:
    """Whether a file or what a failed write left of it stands there. OSError where nobody can look."""
    path = folder / name
    return (path.is_file() and path.read_bytes() == content) or (folder.is_dir() and any(folder.glob(f".{glob.escape(name)}.*")))
