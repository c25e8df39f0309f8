"""A bundle: all lines of a copy in one zip, to be carried or sent, and merged elsewhere.

What is in it depends on the lines alone: not on how the journals' files are called or cut here, on this computer or on the time. A zip
of somebody else's making is only ever read in memory, member by member, within bounds; nothing of it becomes a path. A folder of
journals that was zipped by hand, without our manifest, is read as well.
"""

import hashlib
import io
import json
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Any

from workshop.errors import WorkshopError
from workshop.store import trouble
from workshop.store.copies import Copy, read_copy, without
from workshop.store.fs import FileSystem, Stat
from workshop.store.line import LineCodec
from workshop.store.names import KEY_FILES, SUFFIX, is_journal
from workshop.store.sealed import SealedCodec

SCHEMA, VERSION = "workshop.bundle", 1
MANIFEST = "manifest.json"
MOST_MEMBERS = 10_000
MOST_BYTES = 512 << 20
"""Of all members together, as they come out. A hundred thousand remarks are about 50 MiB."""
MOST_RATIO = 200
"""Bytes out for each byte in, from SMALL bytes on. Journals give 5 to 20; a zip bomb 1,000."""
SMALL = 1 << 20
_NEWER = f"newer.version{SUFFIX}"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def bundle_bytes(copy: Copy, codec: LineCodec | None = None) -> bytes:
    """The zip: a journal for each writer and a manifest; two copies that hold the same lines give the same bytes, with one zlib.

    With the codec of a lock, its lines are encrypted, each time in another way, and the key files go along.
    """
    codec = codec or LineCodec()
    journals: dict[str, bytearray] = {}
    for (writer, _), line in sorted(copy.lines.items()):
        journals.setdefault(writer + SUFFIX, bytearray()).extend(codec.encode(without(line, copy.erased)))
    if copy.newer:
        journals[_NEWER] = bytearray(b"".join(codec.wrap(raw) + b"\n" for raw in sorted(copy.newer)))
    if isinstance(codec, SealedCodec):
        journals |= {name: bytearray(data) for name, data in codec.keys.items()}
    told = {name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in sorted(journals.items())}
    manifest = json.dumps({"schema": SCHEMA, "version": VERSION, "journals": told}, indent=1).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in [(MANIFEST, manifest), *sorted(journals.items())]:
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system, member.external_attr = 3, 0o600 << 16  # as made on any POSIX system
            archive.writestr(member, bytes(data), zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def read_bundle(path: Path, codec: LineCodec | None = None) -> Copy:
    """The copy in this zip. WorkshopError when it can't be read, is damaged, or is none that anybody should open.

    LockedError when it is of a locked workshop, and the codec isn't that of its lock.
    """
    return read_copy(Path(path.name), bundle_disk(path), codec)


def bundle_disk(path: Path) -> FileSystem:
    """The journals and key files in this zip, as a disk with one folder, called like the zip, that can only be read. WorkshopError."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = _members(archive, path.name)
    except OSError as error:
        raise WorkshopError(f"{path} cannot be read ({trouble.reason(error)}).") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise WorkshopError(f"{path.name} is no zip, or not a whole one.", "Copy or send it once more.") from error
    manifest = members.pop(MANIFEST, None)
    if manifest is not None:
        _check(manifest, members, path.name)
    if not members:
        raise WorkshopError(f"{path.name} holds no journals of a workshop.", "Make a bundle with: workshop bundle WORKSHOP")
    return _Members(Path(path.name), members)


def _members(archive: zipfile.ZipFile, bundle: str) -> dict[str, bytes]:
    """Manifest and journals by name, the others left alone. WorkshopError where one is not what it should be."""
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS:
        raise _refused(bundle, f"it holds {len(infos):,} members")
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for info in infos:
        name = info.orig_filename
        if name.startswith("/") or any(odd in name for odd in ("\\", ":", "\0")) or ".." in PurePosixPath(name).parts:
            raise _refused(bundle, f"it holds a member that points outside of it, {name!r}")
        name = str(PurePosixPath(name))
        if name not in (MANIFEST, *KEY_FILES) and not is_journal(PurePosixPath(name).name):
            continue  # macOS adds hidden files of its own
        if name in found:
            raise _refused(bundle, f"it holds two members called {name!r}")
        if info.flag_bits & 1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _refused(bundle, f"{name!r} in it is encrypted, or packed in an unusual way")
        found[name] = _read(archive, info, left, bundle)
        left -= len(found[name])
    return found


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int, bundle: str) -> bytes:
    """The member's bytes. What its header says of their number is not believed: they are counted as they come out."""
    parts, size = [], 0
    with archive.open(info) as member:
        while part := member.read(SMALL):
            size += len(part)
            if size > most:
                raise _refused(bundle, f"it would be more than {MOST_BYTES >> 20} MiB unpacked")
            if size > SMALL and size > MOST_RATIO * max(1, info.compress_size):
                raise _refused(bundle, f"{info.orig_filename!r} in it is packed more than {MOST_RATIO} to 1")
            parts.append(part)
    return b"".join(parts)


def _check(manifest: bytes, members: dict[str, bytes], bundle: str) -> None:
    try:
        value: Any = json.loads(manifest)
        schema, version, journals = value["schema"], value["version"], dict(value["journals"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise WorkshopError(f"{bundle} has a manifest that cannot be read: it is no bundle of a workshop.") from error
    if schema != SCHEMA or type(version) is not int:
        raise WorkshopError(f"{bundle} is a bundle of something else than a workshop.")
    if version > VERSION:
        raise WorkshopError(f"{bundle} was made by a newer version of workshop.", "Install the newer version here too.")
    for name, told in journals.items():
        data = members.get(name)
        if data is None or not isinstance(told, dict) or told.get("sha256") != hashlib.sha256(data).hexdigest():
            raise WorkshopError(f"{bundle} is not whole: {name!r} in it is missing or damaged.", "Copy or send it once more.")


def _refused(bundle: str, why: str) -> WorkshopError:
    return WorkshopError(f"{bundle} was refused: {why}.", "No bundle of `workshop bundle` is like that: ask where it came from.")


class _Members(FileSystem):
    """The journals of a bundle, as a disk that can only be read."""

    def __init__(self, folder: Path, members: dict[str, bytes]) -> None:
        self._names = list(members)
        self._members = {folder / name: (place, data) for place, (name, data) in enumerate(members.items())}

    def names(self, folder: Path) -> list[str]:  # noqa: ARG002 - one bundle is one folder
        """The members' names."""
        return self._names

    def stat(self, file: Path | int) -> Stat:
        """Of a member."""
        place, data = self._members[Path(str(file))]
        return Stat(0, place, len(data), 0, regular=True)

    def read(self, file: Path | int, offset: int = 0) -> bytes:
        """A member's bytes."""
        return self._members[Path(str(file))][1][offset:]
