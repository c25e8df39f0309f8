"""A file on its way in: what it is, how it is read, and what of it a person is shown first."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path

from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.intake.check import Checked, check
from workshop.intake.fields import FIELDS, ColumnNames, What, columns, guessed, read_map_options
from workshop.intake.nearest import listed
from workshop.intake.source import Form, Source, read_source
from workshop.intake.speakers import check_turns, read_speaker_options
from workshop.intake.spreadsheet import sheets
from workshop.intake.table import Table
from workshop.intake.tables import table_in
from workshop.intake.transcript import Turn, same_speaker, turns
from workshop.intake.values import Values, instant_of, read_value_options
from workshop.model.keys import digest
from workshop.model.knownheader import KnownHeader
from workshop.model.perspective import Perspective
from workshop.model.records import Records
from workshop.text import clean_line, fold
from workshop.workbook.foreseen import Preview, Speaker
from workshop.workbook.howread import HowRead
from workshop.workbook.importreport import WORKSHOP

TRANSCRIPT = "transcript"
KINDS = (*FIELDS, TRANSCRIPT, WORKSHOP)
"""What a file can be brought in as."""
SHOWN = 5
"""So many rows stand in a preview."""
_REMEMBERED = frozenset({"answer", "perspective", "made_by", "verbatim", "elicited", "highlight", "unfinished"})
"""The fields of whose words it is remembered what they mean; never those that a name may stand in."""


class Incoming:
    """One file, read as it was asked for, with what the workshop remembers of its like."""

    def __init__(self, path: Path, how: HowRead, records: Records, perspectives: Sequence[Perspective]) -> None:
        """Read it. Raises WorkshopError for a file that can't be read, and for a word that is none of KINDS."""
        if how.what and how.what not in KINDS:
            raise WorkshopError(f'Nothing comes in as "{clean_line(how.what)}".', f"There are: {', '.join(KINDS)}.")
        self.source: Source = read_source(path)
        self.how = how
        self._records = records
        self._perspectives = perspectives
        self._zone = local_zone()

    @property
    def kind(self) -> str:
        """What it comes in as. Raises WorkshopError where neither it nor anybody says so."""
        if not self.what:
            cure = f"Say what each row is, with --what: {', '.join(FIELDS)}."
            raise WorkshopError(f"{self.source.name} doesn't say what its rows are. Its columns: {listed(self.table.header)}.", cure)
        return self.what

    @cached_property
    def what(self) -> str:
        """The same, or ""."""
        if self.how.what:
            return self.how.what
        if self.source.form in (Form.OWN, Form.BUNDLE):
            return WORKSHOP
        if self.source.form in (Form.CAPTIONS, Form.WORD):
            return TRANSCRIPT
        if self.known is not None:
            return self.known.what
        told = guessed(self.table.header)
        return told.value if told else TRANSCRIPT if self.source.form is Form.TEXT else ""

    @cached_property
    def table(self) -> Table:
        """The rows of a table."""
        return table_in(self.source, self.how.sheet)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The turns of a transcript."""
        return turns(self.source)

    @cached_property
    def known(self) -> KnownHeader | None:
        """How the last file with this header was read, unless it is asked for as something else."""
        found = self._records.headers.get(self._header_id())
        return found if found is not None and self.how.what in ("", found.what) else None

    def checked(self) -> Checked:
        """The rows that it brings, of anything but another workshop, each checked."""
        if self.kind == TRANSCRIPT:
            began = self._began()
            speakers = read_speaker_options(self.how.speakers, self._perspectives)
            return check_turns(self.turns, speakers, session=clean_line(self.how.session), began=began)
        if self.how.speakers or self.how.session or self.how.began:
            raise WorkshopError("Only a transcript has speakers, one session, and a time at which it began.", "Leave these options out.")
        what = What(self.kind)
        return check(self.table, what, self._columns(what), self._values(what), self._perspectives, zone=self._zone)

    def remembered(self) -> KnownHeader | None:
        """How the next file with this header is to be read, where that is new."""
        if self.kind not in FIELDS or not (self.how.mapping or self.how.values):
            return None
        what = What(self.kind)
        found = KnownHeader(
            id=self._header_id(),
            what=self.kind,
            columns=tuple((field, tuple(names)) for field, names in sorted(self._columns(what).items())),
            values=tuple(
                (field, word, meant)
                for field, meanings in sorted(self._values(what).items())
                for word, meant in sorted(meanings.items())
                if field in _REMEMBERED
            ),
        )
        return found if found != self._records.headers.get(found.id) else None

    def preview(self) -> Preview:
        """Its beginning, and how it would be read. Raises WorkshopError where it can't be."""
        if self.what == WORKSHOP:
            return Preview(name=self.source.name, what=WORKSHOP, read_as=self.source.form.value, fields={})
        if self.what == TRANSCRIPT:
            rows = tuple((turn.speaker, clean_line(turn.text)) for turn in self.turns[:SHOWN])
            return Preview(
                name=self.source.name,
                what=TRANSCRIPT,
                read_as=self.source.form.value,
                header=("speaker", "words"),
                rows=rows,
                count=len(self.turns),
                fields={},
                speakers=self._speakers(),
            )
        found = self._found() if self.what else None
        return Preview(
            name=self.source.name,
            what=self.what,
            read_as=self.table.read_as,
            header=self.table.header,
            rows=tuple(tuple(clean_line(cell) for cell in row.cells) for row in self.table.rows[:SHOWN]),
            count=len(self.table.rows),
            fields=found or {},
            unused=tuple(name for name in self.table.header if name not in {each for names in (found or {}).values() for each in names}),
            sheets=sheets(self.source) if self.source.form is Form.SPREADSHEET else (),
            remembered=self.known is not None,
        )

    def _speakers(self) -> tuple[Speaker, ...]:
        """Who speaks, in the order in which they are met. Lines before the first who is named are nobody's, and not among them."""
        counted = Counter(same_speaker(turn.speaker) for turn in self.turns)
        first: dict[str, Turn] = {}
        for turn in self.turns:
            first.setdefault(same_speaker(turn.speaker), turn)
        shown = {key: turn for key, turn in first.items() if key or len(first) == 1}
        return tuple(Speaker(turn.speaker, counted[key], clean_line(turn.text)) for key, turn in shown.items())

    def _found(self) -> dict[str, tuple[str, ...]]:
        """By field the names of the columns that would fill it; none where the header doesn't give what is needed."""
        what = What(self.what)
        try:
            values = self._values(what)
            found = columns(what, self.table.header, self._columns(what), {name for name, each in values.items() if each.get("")})
        except WorkshopError:  # told when it is to come in; until then a person is still choosing
            return {}
        return {field.name: found.names(field.name) for field in FIELDS[what] if field.name in found.of}

    def _columns(self, what: What) -> ColumnNames:
        known = self.known if self.known is not None and self.known.what == what else None
        return {**(dict(known.columns) if known else {}), **read_map_options(what, self.how.mapping)}

    def _values(self, what: What) -> Values:
        known = self.known if self.known is not None and self.known.what == what else None
        found: dict[str, dict[str, str]] = {}
        for field, word, meant in known.values if known else ():
            found.setdefault(field, {})[word] = meant
        for field, meanings in read_value_options(what, self.how.values).items():
            found.setdefault(field, {}).update(meanings)
        return found

    def _header_id(self) -> str:
        return digest(self._records.workshop.salt, "header", *map(fold, self.table.header))

    def _began(self) -> datetime | None:
        return instant_of(self.how.began, self._zone).at if self.how.began else None
