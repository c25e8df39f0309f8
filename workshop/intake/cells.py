"""The cells of one row, read by field, with everything that is wrong with them."""

from collections.abc import Callable
from typing import TypeVar

from workshop.errors import WorkshopError
from workshop.intake.fields import Columns
from workshop.intake.guard import unguarded
from workshop.intake.rows import Refused
from workshop.intake.table import TableRow
from workshop.intake.values import Values, key
from workshop.text import clean_line, fold

T = TypeVar("T")


class RowCells:
    """Reads one row of a table field by field; `refused` is its faults as one."""

    def __init__(self, row: TableRow, columns: Columns, values: Values, *, guarded: bool = True) -> None:
        """Faults are collected while the fields are read, so that a row names all of them at once. `guarded` is the table's."""
        self.line = row.line
        self._cells = row.cells
        self._columns = columns
        self._values = values
        self._guarded = guarded
        self._faults: list[WorkshopError] = []

    @property
    def refused(self) -> Refused | None:
        """Why the row can't come in, if it can't."""
        if not self._faults:
            return None
        cures = dict.fromkeys(fault.cure for fault in self._faults if fault.cure)
        return Refused(self.line, "; ".join(fault.message for fault in self._faults), " ".join(cures))

    def fault(self, why: str, cure: str = "") -> None:
        """Refuse the row."""
        self._faults.append(WorkshopError(why, cure))

    def fits(self, width: int) -> bool:
        """Whether the row has a cell for each column. Blank cells beyond the last column do no harm."""
        found = len(self._cells)
        if found == width or (found > width and not any(cell.strip() for cell in self._cells[width:])):
            return True
        self.fault(
            f"{found} cell{'s' if found > 1 else ''} where the header has {width}",
            "A cell that holds a line break or the sign between the columns stands in double quotes.",
        )
        return False

    def text(self, field: str) -> str:
        """The field's words, with their line breaks; where it is blank or has no column, what blank cells stand for, if anything."""
        return next((self._meant(field, cell).strip() for cell in self._given(field)), self._meant(field, ""))

    def texts(self, field: str) -> tuple[tuple[str, str], ...]:
        """The words of each column of the field that isn't blank, with its name."""
        named = zip(self._columns.names(field), self._given(field), strict=True)
        return tuple((name, meant) for name, cell in named if (meant := self._meant(field, cell).strip()))

    def has(self, field: str) -> bool:
        """Whether a column holds the field."""
        return field in self._columns.of

    def several(self, field: str) -> bool:
        """Whether several columns hold the field."""
        return len(self._columns.of.get(field, ())) > 1

    def word(self, field: str) -> str:
        """The field's words on one line."""
        return clean_line(self.text(field))

    def parts(self, field: str) -> tuple[str, ...]:
        """The words of all columns of the field, divided at `;`, each once (two spellings of one title are one)."""
        parts: dict[str, str] = {}
        for cell in self._given(field):
            for part in [part for part in cell.split(";") if part.strip()] or [""]:
                if word := clean_line(self._meant(field, part)):
                    parts.setdefault(fold(word), word)
        return tuple(parts.values())

    def needs(self, field: str) -> None:
        """Refuse the row where the field is blank."""
        if not self.word(field):
            self.fault(f"there is no {field}")

    def read(self, field: str, reader: Callable[[str], T], blank: T) -> T:
        """What `reader` makes of the field's word; `blank` where there is none, or one that it refuses, which refuses the row."""
        return self.understood(self.word(field), reader, blank)

    def understood(self, word: str, reader: Callable[[str], T], blank: T) -> T:
        """The same of a word that was read already."""
        if not word:
            return blank
        try:
            return reader(word)
        except WorkshopError as error:
            self._faults.append(error)
            return blank

    def _given(self, field: str) -> list[str]:
        cells = (self._cells[index] for index in self._columns.of.get(field, ()))
        return [(unguarded(cell) if self._guarded else cell).strip() for cell in cells]

    def _meant(self, field: str, word: str) -> str:
        """The word that the file's own stands for."""
        meanings = self._values.get(field)
        return meanings.get(key(word), word) if meanings else word
