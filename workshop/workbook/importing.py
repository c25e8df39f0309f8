"""Importing: a checked file becomes records, all of it or none, and never twice."""

from pathlib import Path

from workshop.errors import WorkshopError
from workshop.store.copies import read_copy
from workshop.store.numbers import NUMBERED
from workshop.text import clean_line
from workshop.workbook.foreseen import Preview
from workshop.workbook.forms import Forms
from workshop.workbook.howread import HowRead
from workshop.workbook.importreport import WORKSHOP, ImportReport, RefusedRow

PEOPLE = "import"
"""The cohort of an import's people where `--people` names no other: files about the same people find each other's codes."""


class Importing(Forms):
    """The verbs that bring in other programs' files, and other workshops."""

    def import_file(self, path: Path, how: HowRead | str = "", *, dry_run: bool = False) -> ImportReport:
        """Bring in a file: every row, or none where one is refused. A word alone says what its rows are, "" leaves it to the file.

        Raises WorkshopError where the file, the mapping or the values are at fault.
        """
        # What nobody asked for yet costs the first screen nothing: these are half as much again as the rest of the core.
        from workshop.workbook.batch import Batch  # noqa: PLC0415
        from workshop.workbook.incoming import Incoming  # noqa: PLC0415

        how = HowRead(what=how) if isinstance(how, str) else how
        came = Incoming(path, how, self.records, self.perspectives)
        if came.kind == WORKSHOP:
            if how != HowRead(what=how.what):
                raise WorkshopError("Another workshop comes in as it is.", "Leave the other options out.")
            return self._bring_workshop(path, dry_run=dry_run)
        checked = came.checked()
        batch = Batch(self.records, clean_line(how.people) or PEOPLE, self.now(), self._next_numbers())
        if not checked.refused:
            batch.take(checked)
        report = ImportReport(
            what=checked.what.value,
            added=batch.added,
            already=batch.already,
            replaced=batch.replaced,
            people=batch.people,
            themes=0 if came.kind == "themes" else batch.themes,
            refused=tuple(RefusedRow(each.line, each.why, each.cure) for each in (*checked.refused, *batch.refused)),
            unused=checked.unused,
            unanswered=len(checked.unanswered),
            dry_run=dry_run,
            withdrawn=batch.withdrawn,
            left_out=checked.left_out,
            naming=checked.naming,
            loose=batch.loose,
            remembered=came.known is not None if came.kind != "transcript" else False,
        )
        if not report.refused and not dry_run:
            header = came.remembered()
            if batch.new or header:
                self._do(f"importing {clean_line(path.name)}", *batch.new.values(), *([header] if header else []))
        return report

    def preview_import(self, path: Path, how: HowRead) -> Preview:
        """The beginning of a file, and how it would be read: nothing is brought in. Raises WorkshopError where it can't be read."""
        from workshop.workbook.incoming import Incoming  # noqa: PLC0415  # as above

        return Incoming(path, how, self.records, self.perspectives).preview()

    def _bring_workshop(self, path: Path, *, dry_run: bool) -> ImportReport:
        from workshop.intake.ownfile import own_documents  # noqa: PLC0415  # as above
        from workshop.intake.source import Form, read_source  # noqa: PLC0415  # as above
        from workshop.workbook.arrival import Arrival  # noqa: PLC0415  # as above
        from workshop.workbook.bundled import records_in_bundle  # noqa: PLC0415  # as above
        from workshop.workbook.carrying import records_of, standing  # noqa: PLC0415  # as above

        source = read_source(path)
        if source.form is Form.BUNDLE:
            there = standing(records_in_bundle(path, read_copy(self.folder, codec=self.codec)))
        else:
            there = records_of(own_documents(source), source.name)
        arrival = Arrival(self.records, self._next_numbers())
        arrival.take(there)
        if arrival.new and not dry_run:
            self._do(f"importing {source.name}", *arrival.new)
        return ImportReport(
            what=WORKSHOP,
            added=sum(arrival.added.values()),
            already=arrival.already,
            withdrawn=arrival.withdrawn,
            parts=arrival.added,
            dry_run=dry_run,
            ruled=arrival.ruled,
        )

    def _next_numbers(self) -> dict[str, int]:
        return {table: self.repository.next_number(table) for table in NUMBERED}
