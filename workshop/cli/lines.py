"""Lines from a pipe or a file, in whatever encoding they were typed up in: no letter is guessed away."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from workshop.errors import WorkshopError

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def lines_of(stream: BinaryIO) -> Iterator[str]:
    """Each line as soon as it is there, without its end (LF, CRLF or CR). UTF-8, Windows-1252 where it can't be that, UTF-16 by its BOM.

    Raises WorkshopError, naming the line, where it is none of these.
    """
    for number, raw in enumerate(stream, 1):
        if number == 1 and raw.startswith(_UTF_16):
            yield from _ended((raw + stream.read()).decode("utf-16", "replace"))
            return
        yield from _ended(_decoded(raw, number))


def _decoded(raw: bytes, number: int) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise WorkshopError(f"Line {number} is in no encoding that is known here.", "Save the file as UTF-8 and try again.") from error


def _ended(text: str) -> Iterator[str]:
    """The lines of a text, whichever way they end."""
    yield from text.removesuffix("\n").replace("\r\n", "\n").removesuffix("\r").replace("\r", "\n").split("\n")
