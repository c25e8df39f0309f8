"""Comparing and exporting: records to findings to the view to files."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from workshop.clocks import local_zone
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.comparison import Comparison
from workshop.model.perspective import PARENT, PRACTITIONER
from workshop.model.records import Records
from workshop.model.rehearsal import without_rehearsals
from workshop.model.view import View
from workshop.workbook.register import Register
from workshop.workbook.sessions import Sessions


class Exporting(Sessions, Register):
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
        from workshop.compare.comparison import compare  # noqa: PLC0415  # what nobody asked for yet costs the first screen nothing

        records = self._with_people()
        plans = {session.id: self.plan_of(session) for session in records.sessions.values()}
        found = compare(records, self.between(between), plans=plans)
        left_out = len(self.records.sessions) - len(records.sessions)
        return replace(found, notes=(*found.notes, _rehearsed(left_out))) if left_out else found

    def view(self, audience: str = "working", between: Sequence[str] = ()) -> View:
        """The comparison with its evidence, as this audience may see it."""
        from workshop.privacy.view import view  # noqa: PLC0415  # as above

        records = self._with_people()
        plans = {each.id: replace(self.plan_of(each), activities=self.activities(each)) for each in records.sessions.values()}
        now = self.now().astimezone(local_zone())
        return view(self.compare(between), records, plans=plans, now=now, audience=audience)

    def export(
        self,
        formats: Sequence[str],
        out: Path | None = None,
        *,
        audience: str = "working",
        between: Sequence[str] = (),
        force: bool = False,
    ) -> tuple[Path, ...]:
        """Write the report in these formats and return the files; the register of exports has them before they are written.

        Without `out` they stand in the folder `reports` inside the workshop's. Raises WorkshopError, with nothing written, where one is
        in the way.
        """
        from workshop.report.write import write_files, written  # noqa: PLC0415  # jinja2: a fifth of what a first screen costs

        found = self.view(audience, between)
        if out is None and self.codec.locked:
            raise WorkshopError(
                "The workshop is locked, and a report is in clear: none is put in its folder.", "Say where it is to stand, with --out."
            )
        contents, folder = written(found, formats), out or self.folder / "reports"
        export = self._register(audience, formats, folder, contents, sum(bool(each.quote.text) for each in found.reflections))
        try:
            return write_files(contents, folder, force=force)
        except NotSavedError:
            raise  # some of the files may be there
        except WorkshopError:
            self.repository.remove(export)
            raise

    def _with_people(self) -> Records:
        """The records that findings may rest on: none of a rehearsal."""
        return without_rehearsals(self.records)


def _rehearsed(number: int) -> str:
    return "1 rehearsal is left out." if number == 1 else f"{number} rehearsals are left out."
