"""A person's own settings: small files beside the workshops, that he or she may write by hand or leave away."""

from pathlib import Path

from workshop.errors import NotSavedError, WorkshopError
from workshop.text import clean_line

COLOURS_FILE = "colours.txt"
"""One word: the name of a theme."""
LARGEST = 100_000
"""Bytes: what is longer is some other file."""


def setting(home: Path, name: str) -> str:
    """The text of a settings file, "" where there is none. Raises WorkshopError where it can't be read."""
    path = home / name
    if not path.is_file():
        return ""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise WorkshopError(f"{name} can't be read: {error.strerror or error}.") from error
    if len(content) > LARGEST:
        raise WorkshopError(f"{name} is larger than such a file can be; it was not read.")
    return content.decode("utf-8-sig", errors="replace")


def colours(home: Path) -> str:
    """The name of the theme that was chosen, "" for none. Raises WorkshopError."""
    return clean_line(setting(home, COLOURS_FILE)).casefold()


def keep_setting(home: Path, name: str, text: str, *, force: bool = True) -> Path:
    """Write a settings file, readable by its owner alone, and give it. Raises NotSavedError; also where one is there, unless forced."""
    path = home / name
    if path.exists() and not force:
        raise NotSavedError(f"{path} is there already; nothing was written.")
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise NotSavedError(f"{path} could not be written: {error.strerror or error}.") from error
    return path
