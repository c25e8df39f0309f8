"""From a table to the rows that an import brings and those that it refuses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo

from workshop.intake.cells import RowCells
from workshop.intake.fields import ColumnNames, What, columns
from workshop.intake.reader import RowReader
from workshop.intake.rows import Refused, Row
from workshop.intake.table import Table
from workshop.intake.values import Values
from workshop.model.perspective import Perspective


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a table holds. All of it may come in where `refused` is empty.

    `columns` is by field the names of the columns that fill it, `unused` the columns that fill none. `unanswered` holds the
    lines of responses without an answer: silence is no answer, and they bring nothing; nor do forms on which nothing was written. Of a
    transcript `left_out` turns are of nobody whose words are wanted, and in the lines `naming` a speaker's name stands among the words.
    """

    what: What
    rows: tuple[Row, ...]
    refused: tuple[Refused, ...]
    columns: Mapping[str, tuple[str, ...]]
    unused: tuple[str, ...]
    unanswered: tuple[int, ...] = ()
    left_out: int = 0
    naming: tuple[int, ...] = ()


def check(
    table: Table, what: What, mapping: ColumnNames, values: Values, perspectives: Sequence[Perspective], *, zone: tzinfo = UTC
) -> Checked:
    """The rows of the table as `what`, each checked by itself and against those before it.

    `perspectives` are the workshop's; `zone` is that of times written without an offset. A person of `participants` who stands
    there again with nothing new is there once. Raises WorkshopError where the mapping or the values are at fault.
    """
    found = columns(what, table.header, mapping, {name for name, meanings in values.items() if meanings.get("")})
    reader = RowReader(perspectives, zone)
    reader.check_values(values)
    rows: list[Row] = []
    refused: list[Refused] = []
    unanswered: list[int] = []
    for table_row in table.rows:
        cells = RowCells(table_row, found, values, guarded=table.guarded)
        read = reader.rows(what, cells) if cells.fits(len(table.header)) else ()
        if cells.refused:
            refused.append(cells.refused)
        elif read:
            rows += read
        elif what in (What.RESPONSES, What.REFLECTIONS, What.VOTES):
            unanswered.append(cells.line)
    return Checked(
        what=what,
        rows=tuple(rows),
        refused=tuple(refused),
        columns={name: tuple(table.header[index] for index in indices) for name, indices in found.of.items()},
        unused=found.unused,
        unanswered=tuple(unanswered),
    )
