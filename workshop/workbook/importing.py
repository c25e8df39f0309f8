"""Importing: a checked table becomes records, all of it or none, and never twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workshop.clocks import local_zone
from workshop.text import clean_line
from workshop.workbook.desk import Desk

PEOPLE = "import"
"""The cohort of an import's people where `--people` names no other: files about the same people find each other's codes."""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that could not come in: its line in the file, why, and the cure."""

    line: int
    why: str
    cure: str

    def __str__(self) -> str:
        """One line of a list."""
        return f"line {self.line}: {self.why}"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: rows that came in, rows that were there already, answers that replaced an earlier one.

    `withdrawn` rows stay out: somebody has taken them back.
    """

    what: str
    added: int
    already: int
    replaced: int
    people: int
    themes: int
    refused: tuple[RefusedRow, ...]
    unused: tuple[str, ...]
    unanswered: int
    dry_run: bool
    withdrawn: int = 0

    def words(self) -> str:
        """The report in sentences."""
        if self.refused:
            rows = "row is" if len(self.refused) == 1 else "rows are"
            return f"Nothing was brought in: {len(self.refused)} {rows} refused. Mend them and import again."
        told = [f"{'Would bring in' if self.dry_run else 'Brought in'} {self.added} {self._noun(self.added)}."]
        if self.already:
            told.append(f"{self.already} were here already.")
        if self.replaced:
            were = "answer was" if self.replaced == 1 else "answers were"
            told.append(f"{self.replaced} earlier {were} replaced by a later one of the same person.")
        if self.withdrawn:
            told.append(f"{self.withdrawn} {'row stays' if self.withdrawn == 1 else 'rows stay'} out: withdrawn.")
        if self.unanswered:
            told.append(f"{self.unanswered} rows hold no answer, and count as not asked.")
        if self.people or self.themes:
            told.append(f"New: {self.people} people, {self.themes} themes.")
        if self.unused:
            told.append(f"Columns not used: {', '.join(self.unused)}.")
        return " ".join(told)

    def as_json(self) -> dict[str, Any]:
        """The report for machines."""
        return {
            "what": self.what,
            "added": self.added,
            "already": self.already,
            "replaced": self.replaced,
            "new_people": self.people,
            "new_themes": self.themes,
            "withdrawn": self.withdrawn,
            "unanswered": self.unanswered,
            "unused_columns": list(self.unused),
            "refused": [{"line": each.line, "why": each.why, "cure": each.cure} for each in self.refused],
            "dry_run": self.dry_run,
        }

    def _noun(self, count: int) -> str:
        return self.what.removesuffix("s") if count == 1 else self.what


class Importing(Desk):
    """The verb that brings in other programs' files."""

    def import_file(
        self,
        path: Path,
        what: str,
        *,
        mapping: Iterable[str] = (),
        values: Iterable[str] = (),
        people: str = "",
        dry_run: bool = False,
    ) -> ImportReport:
        """Bring in a CSV as reflections, statements, responses or participants: every row, or none where one is refused.

        `mapping` holds "FIELD=COLUMN", `values` "FIELD:FROM=TO". `people` names the cohort that the file's codes belong to.
        Raises WorkshopError where the file, the mapping or the values are at fault.
        """
        # What nobody asked for yet costs the first screen nothing: these are half as much again as the rest of the core.
        from workshop.intake.check import check  # noqa: PLC0415
        from workshop.intake.fields import What, read_map_options  # noqa: PLC0415
        from workshop.intake.table import read_table  # noqa: PLC0415
        from workshop.intake.values import read_value_options  # noqa: PLC0415
        from workshop.workbook.batch import Batch  # noqa: PLC0415

        kind = What(what)
        columns, meanings = read_map_options(kind, mapping), read_value_options(kind, values)
        checked = check(read_table(path), kind, columns, meanings, self.perspectives, zone=local_zone())
        numbers = {table: self.repository.next_number(table) for table in ("sessions", "reflections", "statements")}
        batch = Batch(self.records, clean_line(people) or PEOPLE, self.now(), numbers)
        if not checked.refused:
            batch.take(checked)
        report = ImportReport(
            what=kind.value,
            added=batch.added,
            already=batch.already,
            replaced=batch.replaced,
            people=batch.people,
            themes=batch.themes,
            refused=tuple(RefusedRow(each.line, each.why, each.cure) for each in (*checked.refused, *batch.refused)),
            unused=checked.unused,
            unanswered=len(checked.unanswered),
            dry_run=dry_run,
            withdrawn=batch.withdrawn,
        )
        if batch.new and not report.refused and not dry_run:
            self._do(f"importing {clean_line(path.name)}", *batch.new.values())
        return report
