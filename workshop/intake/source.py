"""A file as it was given: its bytes, read in bounds, and what by its bytes it is."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from workshop.errors import WorkshopError
from workshop.intake.archive import Archive, is_archive
from workshop.intake.table import LARGEST_FILE
from workshop.text import clean_line

LARGEST_OWN = 48 * 1024 * 1024
"""Bytes of our own json: 10,000 remarks with all that is known of them are a fifth of it."""


class Form(Enum):
    """What a file is, by its bytes; of text the name's ending tells more."""

    TABLE = "table"
    SPREADSHEET = "spreadsheet"
    WORD = "Word document"
    CAPTIONS = "captions"
    TEXT = "text"
    OWN = "our own json"
    BUNDLE = "bundle"


@dataclass(frozen=True, slots=True)
class Source:
    """A file in memory. `name` is its own, for messages."""

    name: str
    data: bytes
    form: Form


def read_source(path: Path) -> Source:
    """The file's bytes, of which never more than the bound is read. Raises WorkshopError where it can't be read, or is too big."""
    name = clean_line(path.name or str(path))
    most = LARGEST_OWN if path.suffix.lower() == ".json" else LARGEST_FILE
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise WorkshopError(f"{name} can't be read: {error.strerror or error}.") from error
    if len(data) > most:
        raise WorkshopError(f"{name} is over {most // 1024 // 1024} MB.", "Import it in parts.")
    return Source(name, data, form_of(data, name))


def form_of(data: bytes, name: str) -> Form:
    """What the bytes are. Raises WorkshopError for an archive that is none of those that come in."""
    if is_archive(data):
        return _form_of_archive(Archive(data, name))
    start = data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"")
    ending = Path(name).suffix.lower()
    if start.startswith(b"WEBVTT") or ending in (".vtt", ".srt"):
        return Form.CAPTIONS
    if ending == ".json" or start.startswith(b'{"schema"'):
        return Form.OWN
    return Form.TEXT if ending in (".txt", ".text", ".md") else Form.TABLE


def _form_of_archive(archive: Archive) -> Form:
    names = archive.names
    if "xl/workbook.xml" in names or ("content.xml" in names and archive.start("mimetype").endswith(b"opendocument.spreadsheet")):
        return Form.SPREADSHEET
    if "word/document.xml" in names:
        return Form.WORD
    if any(name.endswith((".jsonl", ".age")) for name in names):
        return Form.BUNDLE
    raise WorkshopError(
        f"{archive.name} is a zip archive, and no spreadsheet, Word document or bundle.", "Unpack it, and import what is in it."
    )
