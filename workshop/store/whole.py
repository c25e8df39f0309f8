"""Small files that are replaced: whoever opens one finds the old content or the new, never a part."""

import os
from contextlib import suppress
from pathlib import Path

from workshop.store.journal import random_name


def write_whole(path: Path, content: bytes) -> None:
    """Write under another name beside it, sync, rename. Mode 0600. Raises OSError, with what was there still there."""
    beside = path.with_name(f".{path.name}.{random_name()}")
    descriptor = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        with suppress(OSError):  # the disk has failed already: that is what is told
            beside.unlink()
        raise
