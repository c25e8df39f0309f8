"""A file on its way in: what it is, how it is read, and what of it a person is shown first."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path

from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.intake.check import Checked, check
from workshop.intake.document import MOST_PARAGRAPHS
from workshop.intake.fields import FIELDS, ColumnNames, Columns, What, columns, guessed, read_map_options
from workshop.intake.guard import unguarded
from workshop.intake.nearest import listed
from workshop.intake.reader import RowReader
from workshop.intake.source import Form, Source, read_source
from workshop.intake.speakers import check_turns, read_speaker_options
from workshop.intake.spreadsheet import sheets
from workshop.intake.table import Table
from workshop.intake.tables import table_in
from workshop.intake.transcript import Turn, same_speaker, turns
from workshop.intake.values import Values, instant_of, key, read_value_options
from workshop.model.keys import digest
from workshop.model.knownheader import KnownHeader
from workshop.model.perspective import NOTE_TAKER, UNKNOWN, Perspective
from workshop.model.records import Answer, Elicited, Records, VoteKind
from workshop.text import clean_line, fold
from workshop.workbook.foreseen import Preview, Speaker, Word
from workshop.workbook.howread import HowRead
from workshop.workbook.importreport import WORKSHOP

TRANSCRIPT = "transcript"
KINDS = (*FIELDS, TRANSCRIPT, WORKSHOP)
"""What a file can be brought in as."""
SHOWN = 5
"""So many rows stand in a preview."""
MOST_WORDS = 30
"""Of one field's."""
_KNOWN_WORDS = {"answer": tuple(Answer), "elicited": tuple(Elicited), "hands": ("",), "kind": tuple(VoteKind)}
_PERSPECTIVE, _GROUP = "perspective", "group"
_REMEMBERED = frozenset({"answer", "perspective", "made_by", "verbatim", "elicited", "kind", "highlight", "unfinished"})
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
        if self.source.form in (Form.CAPTIONS, Form.WORD) or not self._is_table():
            return TRANSCRIPT
        if self.known is not None:
            return self.known.what
        told = guessed(self.table.header)
        return told.value if told else TRANSCRIPT if self.source.form is Form.TEXT else ""

    def _is_table(self) -> bool:
        """Whether a text may be one: what people say has quotes and commas that no table has."""
        if self.source.form is not Form.TEXT:
            return True
        if self.source.data.count(b"\n") > MOST_PARAGRAPHS:
            return False
        try:
            return bool(self.table.header)
        except WorkshopError:
            return False

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
            if self.how.mapping or self.how.values or self.how.sheet:
                raise WorkshopError("A transcript has no columns and no sheets.", "Leave these options out.")
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
        fields = FIELDS[self.what] if self.what else ()
        return Preview(
            name=self.source.name,
            what=self.what,
            read_as=self.table.read_as,
            header=self.table.header,
            rows=tuple(tuple(clean_line(cell) for cell in row.cells) for row in self.table.rows[:SHOWN]),
            count=len(self.table.rows),
            fields={field.name: found.names(field.name) for field in fields if field.name in found.of} if found else {},
            all_fields=tuple(field.name for field in fields),
            needed=tuple(field.name for field in fields if field.required),
            several=tuple(field.name for field in fields if field.several or field.on_forms),
            words=self._words(found) if found else (),
            sheets=sheets(self.source) if self.source.form is Form.SPREADSHEET else (),
        )

    def _speakers(self) -> tuple[Speaker, ...]:
        """Who speaks, in the order in which they are met. Lines before the first who is named are nobody's, and not among them."""
        counted = Counter(same_speaker(turn.speaker) for turn in self.turns)
        first: dict[str, Turn] = {}
        for turn in self.turns:
            first.setdefault(same_speaker(turn.speaker), turn)
        shown = {key: turn for key, turn in first.items() if key or len(first) == 1}
        return tuple(Speaker(turn.speaker, counted[key], clean_line(turn.text)) for key, turn in shown.items())

    def _found(self) -> Columns | None:
        """The columns of each field; none where the header doesn't give what is needed."""
        what = What(self.what)
        try:
            values = self._values(what)
            return columns(what, self.table.header, self._columns(what), {name for name, each in values.items() if each.get("")})
        except WorkshopError:  # told when it is to come in; until then a person is still choosing
            return None

    def _words(self, found: Columns) -> tuple[Word, ...]:
        """The words that have to be given a meaning, or were given one; and whose the rows are, where no column says it."""
        what = What(self.what)
        readers, values = RowReader(self._perspectives, self._zone).readers, self._values(what)
        words: list[Word] = []
        for field in (each.name for each in FIELDS[what] if each.name in readers):
            counted: Counter[str] = Counter()
            for index in found.of.get(field, ()):
                counted.update(self._cell(row.cells[index]) for row in self.table.rows if index < len(row.cells))
            if field == "perspective" and field not in found.of:
                counted[""] = len(self.table.rows)
            meanings, known = values.get(field, {}), self._known_words(field)
            odd = [word for word in counted if key(word) in meanings or not (word and _reads(readers[field], word))]
            wanted = [word for word in odd if word or key(word) in meanings or field == "perspective"]
            words += [
                Word(field=field, word=word, rows=counted[word], meant=meanings.get(key(word)), known=known) for word in wanted[:MOST_WORDS]
            ]
        return tuple(words)

    def _cell(self, cell: str) -> str:
        return clean_line(unguarded(cell) if self.table.guarded else cell)

    def _known_words(self, field: str) -> tuple[str, ...]:
        if field in ("perspective", "made_by"):
            return (*(each.name for each in self._perspectives), UNKNOWN, NOTE_TAKER)
        return _KNOWN_WORDS.get(field, ("yes", "no"))

    def _columns(self, what: What) -> ColumnNames:
        known = self.known if self.known is not None and self.known.what == what else None
        return {**(dict(known.columns) if known else self._groups(what)), **read_map_options(what, self.how.mapping)}

    def _groups(self, what: What) -> ColumnNames:
        """A column called group, where its words are perspectives and no other column is: it may as well be a table in a hall."""
        titles = {fold(title): index for index, title in enumerate(self.table.header)}
        index = titles.get(_GROUP)
        if index is None or _PERSPECTIVE in titles or _PERSPECTIVE not in (field.name for field in FIELDS[what]):
            return {}
        words = {self._cell(row.cells[index]) for row in self.table.rows if index < len(row.cells)} - {""}
        reader = RowReader(self._perspectives, self._zone).readers[_PERSPECTIVE]
        return {_PERSPECTIVE: (self.table.header[index],)} if words and all(_reads(reader, word) for word in words) else {}

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


def _reads(reader: Callable[[str], object], word: str) -> bool:
    try:
        reader(word)
    except WorkshopError:
        return False
    return True
