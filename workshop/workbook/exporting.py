"""Comparing and exporting: records to findings to the view to files."""

from collections.abc import Sequence
from pathlib import Path

from workshop.clocks import local_zone
from workshop.compare.comparison import compare
from workshop.errors import WorkshopError
from workshop.model.comparison import Comparison
from workshop.model.perspective import PARENT, PRACTITIONER
from workshop.model.view import View
from workshop.privacy.view import view
from workshop.report.write import write_report
from workshop.workbook.sessions import Sessions


class Exporting(Sessions):
    """The verbs that bring out what was found."""

    def between(self, names: Sequence[str] = ()) -> tuple[str, str]:
        """The two perspectives that a comparison is between: those named, else the workshop's first two. Raises WorkshopError."""
        if not names:
            return PARENT, PRACTITIONER
        if len(names) != 2:
            raise WorkshopError("A comparison is between two perspectives.", "For example: --between parent practitioner")
        first, second = (self.perspective(name).name for name in names)
        if first == second:
            raise WorkshopError(f"A comparison is between two perspectives, not {first} and {second}.")
        return first, second

    def compare(self, between: Sequence[str] = ()) -> Comparison:
        """What two perspectives raised and answered."""
        records = self.records
        plans = {session.id: self.plan_of(session) for session in records.sessions.values()}
        return compare(records, self.between(between), plans=plans)

    def view(self, audience: str = "working", between: Sequence[str] = ()) -> View:
        """The comparison with its evidence, as this audience may see it."""
        records = self.records
        plans = {session.id: self.plan_of(session) for session in records.sessions.values()}
        found = compare(records, self.between(between), plans=plans)
        return view(found, records, plans=plans, now=self.now().astimezone(local_zone()), audience=audience)

    def export(
        self,
        formats: Sequence[str],
        out: Path | None = None,
        *,
        audience: str = "working",
        between: Sequence[str] = (),
        force: bool = False,
    ) -> tuple[Path, ...]:
        """Write the report in these formats and return the files. Raises WorkshopError, with nothing written, where one is in the way.

        Without `out` they stand in the folder `reports` inside the workshop's.
        """
        return write_report(self.view(audience, between), formats, out or self.folder / "reports", force=force)
