"""The records of comma, semicolon and tab separated text, each with the line that it begins on; read in bounds."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from workshop.errors import WorkshopError

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
LONGEST_LINE = 1_000_000
"""Characters. A cell has a lower limit of its own, the csv module's 131,072."""
MOST_LINES = 500_000
MOST_CELLS = 1_000_000

_SAMPLE = 100
_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t])"?[\r\n]*')
_QUOTES = 'Each " inside a cell is written twice, and such a cell stands in quotes; saving as CSV from a spreadsheet does that.'
_TOO_MUCH = "Import it in parts."

Record = tuple[int, list[str]]


def delimiter_of(data: bytes, codec: str) -> str:
    """The delimiter that gives the first records one width, wider than one cell; a comma where none does.

    A first line `sep=;`, as Excel writes and reads it, decides by itself.
    """
    if declared := _declared(data, codec):
        return declared
    return max(DELIMITERS, key=lambda delimiter: _fit(data, codec, delimiter))


def records(data: bytes, codec: str, delimiter: str, name: str) -> Iterator[Record]:
    """Line and cells of each record. Raises WorkshopError, naming the file and the line, where quotes don't pair or a bound is passed."""
    lines = _lines(data, codec, name)
    skipped = 1 if _declared(data, codec) else 0
    reader = csv.reader(islice(lines, skipped, None), delimiter=delimiter, strict=True, skipinitialspace=True)
    cells = 0
    while True:
        line = reader.line_num + skipped + 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise WorkshopError(f"{name}, line {line}: can't be read as a row ({error}).", _QUOTES) from error
        cells += len(record)
        if cells > MOST_CELLS:
            raise WorkshopError(f"{name} holds over {MOST_CELLS:,} cells.", _TOO_MUCH)
        yield line, record


def _lines(data: bytes, codec: str, name: str) -> Iterator[str]:
    with io.TextIOWrapper(io.BytesIO(data), codec, newline="") as stream:
        for number in range(1, MOST_LINES + 1):
            line = stream.readline(LONGEST_LINE + 1)
            if len(line) > LONGEST_LINE:
                raise WorkshopError(f"{name}, line {number}: one line of over {LONGEST_LINE:,} characters is no row of a table.")
            if not line:
                return
            yield line
        if stream.read(1):
            raise WorkshopError(f"{name} holds over {MOST_LINES:,} lines.", _TOO_MUCH)


def _declared(data: bytes, codec: str) -> str | None:
    """The delimiter that a first line `sep=;` names."""
    with io.TextIOWrapper(io.BytesIO(data), codec, newline="") as stream:
        found = _SEPARATOR_LINE.fullmatch(stream.readline(10))
    return found[1] if found else None


def _fit(data: bytes, codec: str, delimiter: str) -> tuple[bool, float, int]:
    """How well the delimiter fits: more than one column, the share of the first records as wide as the header, its width."""
    widths: list[int] = []
    try:
        for _, cells in islice(records(data, codec, delimiter, ""), _SAMPLE):
            if any(cell.strip() for cell in cells):
                widths.append(len(cells))
    except WorkshopError:
        widths.append(0)  # the record that can't be read with this delimiter: as if of another width than all others
    if not widths:
        return True, 1.0, 0  # nothing but delimiters: blank, where another would make words of them
    return widths[0] > 1, widths.count(widths[0]) / len(widths), widths[0]
