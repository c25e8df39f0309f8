"""The table in a file, whatever program wrote it."""

from pathlib import Path

from workshop.errors import WorkshopError
from workshop.intake.source import Form, Source, read_source
from workshop.intake.spreadsheet import read_sheet
from workshop.intake.table import Table, table_of


def read_table(path: Path, sheet: str = "") -> Table:
    """The table in the file at this path. Raises WorkshopError where it can't be read, is too big, or holds none."""
    return table_in(read_source(path), sheet)


def table_in(source: Source, sheet: str = "") -> Table:
    """The table in a file; of a spreadsheet that on the `sheet` of this name, else on the first that holds anything."""
    if source.form is Form.SPREADSHEET:
        return read_sheet(source, sheet)
    if sheet:
        raise WorkshopError(f"{source.name} is no spreadsheet: it has no sheets.")
    if source.form in (Form.WORD, Form.OWN, Form.BUNDLE):
        raise WorkshopError(f"{source.name} is a {source.form.value}, and holds no table.", "Leave out --what, or save it as CSV.")
    return table_of(source.data, source.name)
