"""A zip archive read in bounds, member by member, in memory: nothing of it becomes a path, and no header in it is believed."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from workshop.errors import WorkshopError

MOST_MEMBERS = 2_000
MOST_BYTES = 48 << 20
"""Of all members together, as they come out: 100,000 rows of a spreadsheet are about a quarter of it."""
MOST_RATIO = 200
"""Bytes out for each byte in, from SMALL bytes on. Spreadsheets give 5 to 30; a zip bomb 1,000."""
SMALL = 1 << 20
_CHUNK = 1 << 16
_NOT_ONE = "Open it in the program that made it, save it anew, and import that."
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError)
_DOCTYPES = tuple("<!DOCTYPE".encode(codec) for codec in ("utf-8", "utf-16-le", "utf-16-be"))

Look = Callable[[str, Iterator[bytes]], Iterator[bytes]]
"""Reads along while a member (by name) is copied: raises WorkshopError for what is not to come in."""


def is_archive(data: bytes) -> bool:
    """Whether the bytes begin as a zip does."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


class Archive:
    """The members of a zip."""

    def __init__(self, data: bytes, name: str) -> None:
        """`name` is the file's, for errors. Raises WorkshopError where it is broken, or none that anybody should open."""
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise WorkshopError(f"{name} is a broken zip archive, or not a whole one.", "Copy or send it once more.") from error
        self._infos = {info.filename: info for info in self._zip.infolist()}
        self._left = MOST_BYTES
        self._check()

    @property
    def names(self) -> tuple[str, ...]:
        """What its members are called."""
        return tuple(self._infos)

    def start(self, member: str) -> bytes:
        """The first bytes of a member; none where it isn't there."""
        return next(self.chunks(member), b"")[:_CHUNK].strip() if member in self._infos else b""

    def read(self, member: str) -> bytes:
        """A whole member."""
        return b"".join(self.chunks(member))

    def chunks(self, member: str) -> Iterator[bytes]:
        """A member piece by piece; its size is counted as it comes out. A DOCTYPE in it is refused."""
        info, size, tail = self._infos[member], 0, b""
        try:
            with self._zip.open(info) as file:
                while chunk := file.read(_CHUNK):
                    size += len(chunk)
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise self._refused(f"it would be more than {MOST_BYTES >> 20} MB unpacked")
                    if size > SMALL and size > MOST_RATIO * max(1, info.compress_size):
                        raise self._refused(f"it is packed more than {MOST_RATIO} to 1")
                    if any(doctype in tail + chunk for doctype in _DOCTYPES):
                        raise self._refused("it holds a DOCTYPE, which can hide a bomb")
                    tail = chunk[-32:]
                    yield chunk
        except _BROKEN as error:
            raise WorkshopError(f"{self.name} is a broken zip archive, or not a whole one.", "Copy or send it once more.") from error

    def copy(self, wanted: Callable[[str], bool], look: Look) -> bytes:
        """A zip of the members that are wanted, and of nothing else: for a reader that would believe this one's headers."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as clean:
            for name in filter(wanted, self._infos):
                with clean.open(name, "w", force_zip64=False) as member:
                    for chunk in look(name, self.chunks(name)):
                        member.write(chunk)
        return out.getvalue()

    def _check(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > MOST_MEMBERS:
            raise self._refused(f"it holds {len(infos):,} members")
        if sum(info.file_size for info in infos) > MOST_BYTES:
            raise self._refused(f"it would be more than {MOST_BYTES >> 20} MB unpacked")
        if len(self._infos) < len(infos):
            raise self._refused("it holds two members of one name")
        for info in infos:
            name = info.orig_filename
            if name.startswith("/") or any(odd in name for odd in ("\\", ":", "\0")) or ".." in PurePosixPath(name).parts:
                raise self._refused("it holds a member that points outside of it")
            if info.flag_bits & 1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise self._refused("it is encrypted, or packed in an unusual way")

    def _refused(self, why: str) -> WorkshopError:
        return WorkshopError(f"{self.name} was refused: {why}.", _NOT_ONE)
