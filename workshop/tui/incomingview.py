"""A file that is to come in, as a list of what there is to choose: what it is, which column fills which field, what its words mean."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote

from rich.cells import cell_len, set_cell_size

from workshop.model.faultwords import shortened
from workshop.tui.widgets.choicelist import ChoiceRow
from workshop.workbook.foreseen import Preview, Speaker, Word
from workshop.workbook.howread import HowRead
from workshop.workbook.importreport import ImportReport

WHAT, SHEET, FIELD, WORD, SPEAKER = "what", "sheet", "field", "word", "speaker"
SESSION, PEOPLE, BEGAN = "session", "people", "began"
"""What a row of the list is about: with the field, word or speaker, the row's id."""
CHOOSE = "(choose)"
NO_COLUMN = "no column"
LEFT_OUT = "left out"
NOTHING = "nothing"
NOBODY = "(nobody named)"
SAYS: Mapping[str, str] = {
    "reflections": "a remark a row; on a form, one in each column that is text",
    "statements": "a statement a row",
    "responses": "one person's answer to one statement a row",
    "participants": "a person a row, by code",
    "votes": "what one person gave to one theme a row, or a column for each theme",
    "themes": "a codebook, such as Taguette's",
    "transcript": "who said what, turn by turn",
    "workshop": "another workshop: our own json, or a bundle",
}
"""What each kind of file is."""
_FIRST = ("text", "perspective", "participant", "theme")
"""The fields that are most often asked for; the others follow those that have a column."""
_FAULTS_SHOWN = 40
_ROWS_SHOWN = 3
_NARROWEST, _WIDEST = 10, 40
"""Cells of a column in the preview."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody has chosen for a file; what they haven't is left to the file, and to what is remembered."""

    what: str = ""
    sheet: str = ""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    speakers: Mapping[str, str] = field(default_factory=dict)
    session: str = ""
    people: str = ""
    began: str = ""

    def how(self) -> HowRead:
        """The same as the workbook takes it."""
        return HowRead(
            what=self.what,
            sheet=self.sheet,
            mapping=tuple(f"{name}={column}" for name, columns in self.columns.items() for column in columns or ("",)),
            values=tuple(f"{name}:{word}={meant}" for (name, word), meant in self.words.items()),
            speakers=tuple(f"{name}={meant}" for name, meant in self.speakers.items()),
            session=self.session,
            people=self.people,
            began=self.began,
        )

    def as_what(self, what: str) -> "Chosen":
        """The same file as something else: its columns are chosen anew."""
        return Chosen(what=what, sheet=self.sheet)

    def with_columns(self, name: str, columns: tuple[str, ...]) -> "Chosen":
        """These columns for a field; none leaves it empty."""
        return replace(self, columns={**self.columns, name: columns})

    def with_word(self, name: str, word: str, meant: str) -> "Chosen":
        """What a word of the file stands for in a field."""
        return replace(self, words={**self.words, (name, word): meant})

    def with_speaker(self, name: str, meant: str) -> "Chosen":
        """Whom a speaker stands for."""
        return replace(self, speakers={**self.speakers, name: meant})


def path_of(typed: str) -> Path:
    """The file that was typed, or dragged into the terminal, which puts quotes, backslashes or `file://` around it.

    Raises RuntimeError for the home of ~somebody of whom nothing is known here.
    """
    path = typed.strip().strip("'\"")
    if path.startswith("file://"):
        path = unquote(path.removeprefix("file://"))
    elif os.sep == "/":
        path = re.sub(r"\\(.)", r"\1", path)
    return Path(path).expanduser()


def incoming_rows(preview: Preview, chosen: Chosen) -> tuple[ChoiceRow, ...]:
    """What there is to choose, in the order in which a person would."""
    return tuple(_rows(preview, chosen))


def _rows(preview: Preview, chosen: Chosen) -> Iterator[ChoiceRow]:
    yield ChoiceRow(id=WHAT, name="comes in as", value=preview.what or CHOOSE, more=SAYS.get(preview.what, ""), lacks=not preview.what)
    if len(preview.sheets) > 1:
        yield ChoiceRow(id=SHEET, name="sheet", value=chosen.sheet or preview.sheets[0], more=f"of {len(preview.sheets)}")
    for number, speaker in enumerate(preview.speakers):
        yield _speaker_row(number, speaker, chosen)
    if preview.speakers:
        yield ChoiceRow(id=SESSION, name="session", value=chosen.session or "none", more="which it was said in")
        yield ChoiceRow(id=BEGAN, name="began", value=chosen.began or "not known", more="when the recording did")
    asked = [name for name in preview.all_fields if name in _FIRST or name in preview.fields or name in preview.needed]
    for name in dict.fromkeys((*asked, *preview.all_fields)):
        yield from _field_rows(preview, chosen, name)
    if preview.speakers or "participant" in preview.all_fields or "code" in preview.all_fields:
        yield ChoiceRow(
            id=PEOPLE, name="whose codes", value=chosen.people or "as in other files", more="where files are about different people"
        )


def _field_rows(preview: Preview, chosen: Chosen, name: str) -> Iterator[ChoiceRow]:
    columns = preview.fields.get(name) or chosen.columns.get(name, ())
    lacks = not columns and (name in preview.needed or (name == "text" and "theme" not in preview.fields))
    more = _examples(preview, columns) if columns else ""
    yield ChoiceRow(id=f"{FIELD} {name}", name=called(name), value=" + ".join(columns) or NO_COLUMN, more=more, lacks=lacks)
    for number, word in enumerate(preview.words):
        if word.field == name:
            yield _word_row(number, word, blank="where it is blank" if columns else "in all rows")


def called(name: str) -> str:
    """A field as it is read: "made by"."""
    return name.replace("_", " ")


def _word_row(number: int, word: Word, blank: str) -> ChoiceRow:
    name = f"\u201c{word.word}\u201d" if word.word else blank
    value = CHOOSE if word.meant is None else word.meant or NOTHING
    rows = f"{word.rows} row{'' if word.rows == 1 else 's'}"
    return ChoiceRow(id=f"{WORD} {number}", name=f"  {name}", value=value, more=rows, lacks=word.meant is None)


def _speaker_row(number: int, speaker: Speaker, chosen: Chosen) -> ChoiceRow:
    meant = chosen.speakers.get(speaker.name)
    turns = "once" if speaker.turns == 1 else f"{speaker.turns} times"
    value = CHOOSE if meant is None else meant or LEFT_OUT
    return ChoiceRow(
        id=f"{SPEAKER} {number}", name=speaker.name or NOBODY, value=value, more=f"speaks {turns}: {speaker.begins}", lacks=meant is None
    )


def _examples(preview: Preview, columns: tuple[str, ...]) -> str:
    """What stands in the first rows of a column."""
    places = [preview.header.index(column) for column in columns if column in preview.header]
    cells = (shortened(row[place]) for row in preview.rows for place in places if place < len(row) and row[place])
    return "  \u00b7  ".join(dict.fromkeys(cells))


def report_words(report: ImportReport) -> tuple[str, ...]:
    """What an import would do, a line each: of refused rows the first, each with its number and why, then the cures."""
    faults = [str(refused) for refused in report.refused[:_FAULTS_SHOWN]]
    more = len(report.refused) - len(faults)
    cures = dict.fromkeys(_on_screen(refused.cure) for refused in report.refused if refused.cure)
    return (report.words(), *faults, *([f"... and {more} more"] if more > 0 else []), *cures)


def _on_screen(cure: str) -> str:
    """A cure that names options of the command line, as it is done here."""
    return "Choose above what it means." if "--" in cure else cure


def preview_lines(preview: Preview, width: int) -> tuple[str, ...]:
    """The header and the first rows, in columns that share the width; what is too long for one is cut."""
    if not preview.header:
        return ()
    each = max(_NARROWEST, min(_WIDEST, width // len(preview.header) - 1))
    rows = (preview.header, *preview.rows[:_ROWS_SHOWN])
    return tuple(" ".join(_cell(cell, each) for cell in row).rstrip() for row in rows)


def _cell(text: str, width: int) -> str:
    """The text in exactly so many cells of the terminal."""
    cells = cell_len(text)
    if cells <= width:
        return text + " " * (width - cells)
    return set_cell_size(text, width - 1) + "\u2026"
