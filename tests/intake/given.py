"""What the tests of the intake begin with: a small table, a workshop's perspectives, and a check in one call."""

import csv
import io
from collections.abc import Iterable, Sequence

from workshop.intake.check import Checked, check
from workshop.intake.fields import What, read_map_options
from workshop.intake.table import Table, table_of
from workshop.intake.values import read_value_options
from workshop.model.perspective import perspectives

PERSPECTIVES = perspectives(["parent", "practitioner", "young person"])


def csv_bytes(rows: Iterable[Sequence[str]], delimiter: str = ",", quoting: int = csv.QUOTE_ALL, codec: str = "utf-8") -> bytes:
    """The rows as Python's own writer writes them."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, quoting=quoting).writerows(rows)  # type: ignore[arg-type]  # a constant, passed as int
    return written.getvalue().encode(codec)


def table(*lines: str) -> Table:
    """The table of these lines of CSV."""
    return table_of("\n".join(lines).encode(), "remarks.csv")


def checked(what: str, *lines: str, maps: Sequence[str] = (), values: Sequence[str] = ()) -> Checked:
    """The check of these lines of CSV, with the options as typed on the command line."""
    kind = What(what)
    return check(table(*lines), kind, read_map_options(kind, maps), read_value_options(kind, values), PERSPECTIVES)
