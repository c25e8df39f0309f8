"""Taking damaged stretches out of the journals, where what can still be read in them is not to stay on the disk."""

from functools import partial
from pathlib import Path

from workshop.store.damage import Fault
from workshop.store.follow import Follower
from workshop.store.fs import FileSystem
from workshop.store.journal import random_name
from workshop.store.line import LOCKED, Line, LineCodec
from workshop.store.names import SEALED
from workshop.store.rewriting import Pending, Rewriter
from workshop.store.trouble import reason


def damaged_files(folder: Path, codec: LineCodec, fs: FileSystem | None = None) -> dict[str, int]:
    """How many damaged stretches that words can be read in each journal holds; lines of a newer version are none.

    Raises OSError, LockedError.
    """
    follower = Follower(fs or FileSystem(), folder, codec)
    follower.poll()
    found = {name: _readable(file.faults, file.cut_short) for name, file in sorted(follower.files.items())}
    return {name: count for name, count in found.items() if count}


def wipe_damage(folder: Path, codec: LineCodec, fs: FileSystem | None = None) -> tuple[Pending, ...]:
    """Rewrite these journals without their damaged stretches; what is whole in one stays. What could not be done comes back.

    Raises OSError and LockedError as `damaged_files` does.
    """
    fs = fs or FileSystem()
    rewriter = Rewriter(fs, folder, random_name)
    pending = []
    for file in damaged_files(folder, codec, fs):
        try:
            if not rewriter.replace(file, partial(_whole, codec, file)):
                pending.append(Pending(file, "another window has it open"))
        except OSError as error:
            pending.append(Pending(file, reason(error)))
    return tuple(pending)


def _readable(faults: list[Fault], cut_short: Fault | None) -> int:
    """How many of them show words. What is encrypted shows none, and may be a whole line that another key opens."""
    return sum(not fault.whole and LOCKED not in fault.raw for fault in (*faults, *([cut_short] if cut_short else [])))


def _whole(codec: LineCodec, file: str, data: bytes) -> bytes:
    """The lines of a file that are whole, or encrypted, as they stand there, and those that are whole inside of damaged stretches."""
    sealed = file.endswith(SEALED)
    text = codec.unseal(data).text if sealed else data
    raws = [raw for raw in text.split(b"\n") if raw]
    to = LineCodec() if sealed else codec
    kept = [
        raw + b"\n" if isinstance(line, Line) or LOCKED in codec.text(raw) else b"".join(map(to.encode, codec.salvage(raw)))
        for raw, line in zip(raws, codec.decode_all(raws), strict=True)
    ]
    cleaned = b"".join(kept)
    return codec.seal(cleaned) if sealed and cleaned else cleaned
