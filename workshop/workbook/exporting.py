"""Comparing and exporting: records to findings to the view to files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from workshop.clocks import local_zone
from workshop.compare.between import between_of
from workshop.compare.sides import divided, exploratory_words, in_both_words
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.comparison import Comparison, Shuffled, Thresholds
from workshop.model.countable import countable, without_private
from workshop.model.perspective import AT
from workshop.model.plan import Plan
from workshop.model.records import Records, Session
from workshop.model.thresholds import changed_words, thresholds_of
from workshop.model.view.view import View
from workshop.privacy.audience import Audience, audience_of
from workshop.privacy.figures import figures
from workshop.privacy.small import Small, small_of
from workshop.report.formats import FORMATS, Choices, Format
from workshop.workbook.asking import Asked, Asking
from workshop.workbook.beside import NOTHING_EARLIER, Beside, BesideEarlier
from workshop.workbook.carrying import documents_of
from workshop.workbook.publishing import Publishing
from workshop.workbook.timings import Timings

__all__ = ["Choices", "Exporting", "read_template"]
"""With what is chosen for the files of an export."""


class _LookedAt(NamedTuple):
    """A view, the comparison that it is of, and which numbers in it are small."""

    view: View
    comparison: Comparison
    small: Small


class Exporting(Timings, Asking, Publishing, Beside):
    """The verbs that bring out what was found.

    `between` names two perspectives, or one in two places, times or sessions ("parent@Ayr", "parent@2026-05", "parent@S1"); without it
    the two are compared that the workshop was set up for. `sessions`, `lane` and `themes` narrow a comparison to a part of it.
    """

    _shuffles: tuple[object, Shuffled | None] | None = None

    def compare(
        self, between: Sequence[str] = (), *, sessions: Sequence[str] = (), lane: str = "", themes: Sequence[str] = ()
    ) -> Comparison:
        """What two sides raised and answered. Raises WorkshopError for what isn't there."""
        return self._compared(self.asked(between, sessions, lane, themes))[0]

    def view(
        self,
        audience: str = "working",
        between: Sequence[str] = (),
        *,
        sessions: Sequence[str] = (),
        lane: str = "",
        themes: Sequence[str] = (),
        small: int = 3,
        group: str = "",
    ) -> View:
        """The comparison with its evidence, as this audience may see it: working, participants, research or published.

        Where small numbers are hidden, those below `small` are (3, 5 or 10), and it is of the whole workshop: a part and the whole would
        tell the rest. `group` names the perspective whose words a copy for participants has. Raises WorkshopError.
        """
        return self._looked_at(audience, between, sessions=sessions, lane=lane, themes=themes, small=small, group=group).view

    def beside_earlier(self, audience: str, between: Sequence[str] = (), *, themes: Sequence[str] = (), small: int = 3) -> BesideEarlier:
        """How a report like that stands beside what was published before; nothing is to be said of one that isn't published.

        Raises WorkshopError as `view` does.
        """
        if audience_of(audience) is not Audience.PUBLISHED or not self.published():
            return NOTHING_EARLIER
        compared = self._compared(self.asked(between, (), "", themes), Audience.PUBLISHED)[0]
        return self._stands_beside(compared, replace(small_of(small), earlier=self._told_before(Audience.PUBLISHED)))

    def _looked_at(
        self, audience: str, between: Sequence[str], *, sessions: Sequence[str], lane: str, themes: Sequence[str], small: int, group: str
    ) -> _LookedAt:
        """The view, with what it is made from."""
        from workshop.compare.narrowing import evidence  # noqa: PLC0415  # what nobody asked for yet costs the first screen nothing
        from workshop.privacy.view import view  # noqa: PLC0415  # as above

        whose = audience_of(audience)
        rule = replace(small_of(small), earlier=self._told_before(whose))
        asked = self.asked(between, sessions, lane, themes)
        if whose.hides_small_numbers and (sessions or lane or any(AT in side.name for side in asked.sides)):
            raise WorkshopError(
                f"A report for {whose.value} is of the whole workshop: with one of a part of it, small numbers could be worked out.",
                "Leave out --session, --lane and places, or make a working copy.",
            )
        of_group = self.perspective(group).name if group else ""
        comparison, records = self._compared(asked, whose, of_group)
        plans = self._plans_passed_on(whose, of_group)
        now = self.now().astimezone(local_zone())
        shown = evidence(records, asked.narrowing) if asked.narrowing else records
        found = view(comparison, shown, plans=plans, now=now, audience=whose.value, timed=self.timings(), small=rule, group=of_group)
        return _LookedAt(found, comparison, rule)

    @property
    def formats(self) -> Mapping[str, Format]:
        """The formats that `export` can write, by name."""
        return FORMATS

    def export(  # noqa: PLR0913  # what is compared, for whom, in what form, and where to
        self,
        formats: Sequence[str],
        out: Path | None = None,
        *,
        audience: str = "working",
        between: Sequence[str] = (),
        sessions: Sequence[str] = (),
        lane: str = "",
        themes: Sequence[str] = (),
        small: int = 3,
        group: str = "",
        force: bool = False,
        choices: Choices | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> tuple[Path, ...]:
        """Write the report in these formats and return the files; the register of exports has them before they are written.

        Without `out` they stand in the folder `reports` inside the workshop's, those for others than the working group in one by the name
        of the audience in it. `tell` is told each format as it is begun; what it raises ends the export, with nothing written. Raises
        WorkshopError, with nothing written, where a flag of the check has no answer or an earlier copy is out beside which it can't be
        written, and InTheWayError where a file is in the way.
        """
        from workshop.report.write import write_files, written  # noqa: PLC0415  # jinja2: a fifth of what a first screen costs

        whose = audience_of(audience)
        self._refuse_unready(whose, group)
        looked_at = self._looked_at(audience, between, sessions=sessions, lane=lane, themes=themes, small=small, group=group)
        found, told = looked_at.view, None
        if whose is Audience.PUBLISHED:
            self._refuse_beside(self._stands_beside(looked_at.comparison, looked_at.small))
            told = figures(looked_at.comparison, looked_at.small)
        if "json" in formats and audience == "working" and not (sessions or lane or themes):
            found = replace(found, records=documents_of(without_private(self.records)))
        if out is None and self.codec.locked:
            raise WorkshopError(
                "The workshop is locked, and a report is in clear: none is put in its folder.", "Say where it is to stand, with --out."
            )
        contents = written(found, formats, choices, tell)
        folder = out or self.folder / "reports" / ("" if whose is Audience.WORKING else whose.value)
        export = self._register(audience, formats, folder, contents, sum(bool(each.quote.text) for each in found.reflections), told)
        try:
            return write_files(contents, folder, force=force)
        except NotSavedError:
            self._register_only_written(export, folder, contents)
            raise
        except WorkshopError:
            self.repository.remove(export)
            raise

    def _compared(self, asked: Asked, audience: Audience = Audience.WORKING, group: str = "") -> tuple[Comparison, Records]:
        """The comparison, with what only the whole workshop can say of it, and the records that it counted for this audience."""
        from workshop.compare.comparison import compare  # noqa: PLC0415  # as above
        from workshop.compare.narrowing import counted, only_themes, renumbered  # noqa: PLC0415  # as above

        everybody = self._passed_on(audience, group)
        plans = {session.id: self.plan_of(session) for session in everybody.sessions.values()}
        between = (asked.sides[0].name, asked.sides[1].name)
        thresholds = thresholds_of(self.workshop)
        whole = divided(everybody, asked.sides)
        records, narrowed_plans = counted(whole, plans, asked.narrowing)
        found = compare(records, between, thresholds, narrowed_plans)
        if asked.narrowing.sessions or asked.narrowing.lane:
            found = renumbered(found, compare(whole, between, thresholds, plans))
        found = replace(
            found,
            exploratory=exploratory_words(asked.sides, between_of(self.workshop)),
            narrowed=asked.words,
            shuffled=self._shuffled(asked, records, between, thresholds, narrowed_plans) if audience is Audience.WORKING else None,
        )
        in_both = in_both_words(everybody, asked.sides)
        own = [changed_words(thresholds), in_both, _left_out(self.records.sessions.values())]
        found = replace(found, notes=(*found.notes, *filter(None, own)))
        return (only_themes(found, asked.narrowing.themes) if asked.narrowing.themes else found), records

    def _shuffled(
        self, asked: Asked, records: Records, between: tuple[str, str], thresholds: Thresholds, plans: Mapping[str, Plan]
    ) -> Shuffled | None:
        """The shuffle check, done once for one state of the workshop: a screen asks for a comparison and for its view."""
        from workshop.compare.shuffle import shuffle_check  # noqa: PLC0415  # as above

        key = (self.serial, asked.sides, asked.narrowing.sessions, asked.narrowing.lane)
        if self._shuffles is None or self._shuffles[0] != key:
            self._shuffles = (key, shuffle_check(records, between, thresholds, plans))
        return self._shuffles[1]

    def _with_people(self) -> Records:
        """The records that findings may rest on: none of a rehearsal."""
        return countable(self.records)


def read_template(path: Path) -> tuple[bytes, tuple[str, ...]]:
    """A Word file for `Choices.template`, and which of the styles that a report uses are missing in it: ours stand in for those.

    Raises WorkshopError for what is no such file.
    """
    from workshop.report.docx.template import LARGEST, TOO_LARGE, missing_styles  # noqa: PLC0415  # python-docx: 87 ms

    try:
        if path.stat().st_size > LARGEST:
            raise WorkshopError(*TOO_LARGE)
        content = path.read_bytes()
    except OSError as error:
        raise WorkshopError(f"{path.name} can't be read: {error.strerror or error}.") from error
    return content, missing_styles(content)


def _left_out(sessions: Iterable[Session]) -> str:
    """How many rehearsals and private sessions the comparison leaves out, in words; "" for none."""
    private = sum(each.private for each in sessions if each.rehearsal is None)
    counts = ((sum(each.rehearsal is not None for each in sessions), "rehearsal"), (private, "private session"))
    told = [f"{count} {noun}{'' if count == 1 else 's'} {'is' if count == 1 else 'are'} left out." for count, noun in counts if count]
    return " ".join(told)
