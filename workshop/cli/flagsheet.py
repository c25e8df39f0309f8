"""The sheet of flags: a CSV that a person fills in with any spreadsheet, and that is read back."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from workshop.errors import NotSavedError, WorkshopError
from workshop.intake.table import table_of
from workshop.model.clearance import Decision
from workshop.report.guard import guarded
from workshop.workbook.publishing import Answer, Doubt

COLUMNS = ("flag", "where", "found", "why", "text", "answer", "instead")
ANSWERS = ", ".join(Decision)


def write_sheet(flags: Iterable[Doubt], path: Path) -> None:
    """A row a flag, with the answer that it has; 0600, and over nothing. Raises NotSavedError, and WorkshopError for a file in the way."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for each in flags:
        given = each.answer
        answer, instead = (given.decision.value, given.instead) if given else ("", "")
        writer.writerow([each.key, *map(guarded, (each.where, each.found, each.why, each.words, answer, instead))])
    try:
        path.touch(mode=0o600, exist_ok=False)
        path.write_bytes(text.getvalue().encode("utf-8-sig"))
    except FileExistsError:
        raise WorkshopError(f"{path} is there already.", "Choose another name.") from None
    except OSError as error:
        raise NotSavedError(f"{path} could not be written: {error.strerror or error}.") from error


def read_sheet(path: Path) -> dict[str, Answer]:
    """What was decided, by the key of the flag; a row without an answer says nothing. Raises WorkshopError naming wrong rows."""
    try:
        table = table_of(path.read_bytes(), path.name)
    except OSError as error:
        raise WorkshopError(f"{path} can't be read: {error.strerror or error}.") from error
    names = [name.casefold() for name in table.header]
    if missing := [name for name in ("flag", "answer") if name not in names]:
        raise WorkshopError(f"{path.name} has no column \u201c{missing[0]}\u201d.", "Make one with: workshop check WORKSHOP --out FILE")
    found: dict[str, Answer] = {}
    wrong = []
    for row in table.rows:
        cells = dict(zip(names, (cell.strip() for cell in row.cells), strict=False))
        answer = cells.get("answer", "").casefold()
        if answer in list(Decision):
            found[cells["flag"]] = (Decision(answer), cells.get("instead", ""))
        elif answer:
            wrong.append(f"line {row.line}: {answer}")
    if wrong:
        raise WorkshopError(f"{path.name} has answers that there aren't; none was taken.", f"Answers: {ANSWERS}.", tuple(wrong))
    return found
