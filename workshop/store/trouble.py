"""Why a save failed, in a sentence for the person who is typing."""

import errno
from pathlib import Path

from workshop.errors import NotSavedError, WorkshopError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE = frozenset({errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ENOTDIR, errno.ESTALE})


def reason(error: OSError) -> str:
    """What the system says, in its own words."""
    return error.strerror or type(error).__name__


def not_saved(error: OSError, folder: Path) -> NotSavedError:
    """The system's refusal as a person can use it."""
    if error.errno in _FULL:
        return NotSavedError(f"Not saved: the disk of {folder} is full.", "Make some room on it and save again.")
    if error.errno in _FORBIDDEN:
        return NotSavedError(f"Not saved: {folder} may not be written to ({reason(error)}).", "Allow writing to it and save again.")
    if error.errno in _GONE:
        return gone(folder)
    return NotSavedError(
        f"Not saved: the disk of {folder} reports a fault ({reason(error)}).", "Save again; if it stays, use another disk."
    )


def gone(folder: Path) -> NotSavedError:
    """The folder is not there, or another one stands in its place."""
    return NotSavedError(
        f"Not saved: the folder {folder} is gone, or another one is in its place.",
        "Put the stick back, or the folder where it was, and save again.",
    )


def cannot_open(error: OSError, folder: Path) -> WorkshopError:
    """The folder can be neither read nor made."""
    return WorkshopError(f"{folder} cannot be opened ({reason(error)}).")
