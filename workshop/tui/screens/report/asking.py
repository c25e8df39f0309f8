"""What the Report screen asks for: a question for each row of its list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from textual.app import App

from workshop.errors import WorkshopError
from workshop.text import clean_line
from workshop.tui.reportview import (
    AUDIENCE,
    CASES,
    FOLDER,
    FORMATS,
    ORDER,
    PART,
    SMALL,
    SMALLEST,
    TEMPLATE,
    WHO,
    WHOSE,
    YES_NO,
    Wanted,
)
from workshop.tui.screens.stands_for import WhatItStandsFor
from workshop.tui.widgets.ticklist import Tick
from workshop.workbook.book import Workbook
from workshop.workbook.exporting import read_template

NONE = ""
"""Where something may be typed, what can be chosen instead of it."""
QUESTIONS: Mapping[str, str] = {
    AUDIENCE: "Who is it for?",
    WHOSE: "Whose copy is it?",
    PART: "What is it of?",
    SMALL: "Which counts of people are hidden?",
    FORMATS: "In which formats?",
    TEMPLATE: "Which Word file\u2019s styles does it take?",
    CASES: "In the project for other programs: is each person a code too?",
    ORDER: "In the project for other programs: is each session one text?",
    FOLDER: "Into which folder?",
}
PURPOSES: Mapping[str, str] = {
    AUDIENCE: "How much it may tell: a working copy holds all; a copy to pass on leaves out what people did not agree to.",
    WHOSE: "In a copy for participants, the words are those of their own group alone.",
    PART: "The report is of what you compared just now, or of the whole workshop.",
    SMALL: "A very small count can point at one person, so a report to pass on leaves such counts out.",
    FORMATS: "A page to read and print, a Word file, tables, or files for other programs: one, or several at once.",
    TEMPLATE: "The Word file takes its letters, colours and headings, so that it looks like your other reports.",
    CASES: "Other programs can then gather all that one person said. Such a file is to work with, not to pass on.",
    ORDER: "As one text, a session reads as it was spoken; if not, each person has a text.",
    FOLDER: "The files go there. Only you can read them, and the workshop keeps a note that they were made.",
}
YES, ALL = YES_NO[True], "all"


class Asking:
    """The questions about one report."""

    def __init__(self, app: App[object], book: Workbook, wanted: Wanted, part: str, own: str) -> None:
        """`part` says in words what was compared, `own` where the files go if no folder is named ("" for nowhere)."""
        self._app = app
        self._book = book
        self._wanted = wanted
        self._part = part
        self._own = own

    async def ask(self, about: str) -> Wanted | None:
        """Ask what a row of the list is about; None where nothing was answered. Raises WorkshopError for what was typed and can't be."""
        wanted = self._wanted
        if about == FORMATS:
            ticked = await self._some(about, self._ticks(about), wanted.formats, several=True, all_key="a")
            return None if ticked is None else replace(wanted, formats=tuple(name for name in self._book.formats if name in ticked))
        found = await self._some(about, self._ticks(about), (self._now(about),), typed=self._typed(about))
        if not found:
            return None
        return self._with(about, clean_line(found[0]))

    def _ticks(self, about: str) -> Sequence[Tick]:
        offered = {
            AUDIENCE: [_tick(name, says) for name, says in WHO.items()],
            WHOSE: [Tick(id=each.name, title=each.plural) for each in self._book.perspectives],
            PART: [_tick(YES, self._part, "the part compared"), _tick(ALL, "every session, lane and theme", "all of it")],
            SMALL: [_tick(str(few), f"1 to {few - 1} people, and all but as few", f"below {few}") for few in SMALLEST],
            FORMATS: [_tick(name, form.purpose) for name, form in self._book.formats.items()],
            TEMPLATE: [_tick(NONE, "the report\u2019s own styles", "none")],
            FOLDER: [_tick(NONE, self._own, "a new one")] if self._own else [],
        }
        return offered.get(about) or ([] if about == FOLDER else [_tick(word, "") for word in YES_NO.values()])

    def _now(self, about: str) -> str:
        """What holds now, of what can be chosen."""
        wanted = self._wanted
        now = {
            AUDIENCE: wanted.audience,
            WHOSE: wanted.group,
            PART: YES if wanted.part else ALL,
            SMALL: str(wanted.small),
            CASES: YES_NO[wanted.case_codes],
            ORDER: YES_NO[wanted.speaking_order],
        }
        return now.get(about, NONE)

    def _typed(self, about: str) -> str:
        told = {TEMPLATE: "or a .docx or .dotx file, such as ~/Documents/council.docx", FOLDER: "or a folder, such as ~/Documents/reports"}
        return told.get(about, "")

    def _with(self, about: str, found: str) -> Wanted:
        wanted = self._wanted
        changed: Mapping[str, Callable[[], Wanted]] = {
            AUDIENCE: lambda: replace(wanted, audience=found),
            WHOSE: lambda: replace(wanted, group=found),
            PART: lambda: replace(wanted, part=found == YES),
            SMALL: lambda: replace(wanted, small=int(found)),
            TEMPLATE: lambda: replace(wanted, template=_template(found) if found else None),
            CASES: lambda: replace(wanted, case_codes=found == YES),
            ORDER: lambda: replace(wanted, speaking_order=found == YES),
            FOLDER: lambda: replace(wanted, folder=str(_path(found)) if found else ""),
        }
        return changed[about]()

    async def _some(
        self, about: str, ticks: Sequence[Tick], now: Sequence[str], *, several: bool = False, all_key: str = "", typed: str = ""
    ) -> tuple[str, ...] | None:
        dialog = WhatItStandsFor(QUESTIONS[about], ticks, now, several=several, all_key=all_key, typed=typed, purpose=PURPOSES[about])
        return await self._app.push_screen_wait(dialog)


def _tick(key: str, says: str, title: str = "") -> Tick:
    return Tick(id=key, title=title or key, more=says)


def _template(typed: str) -> Path:
    path = _path(typed)
    read_template(path)
    return path


def _path(typed: str) -> Path:
    bare = typed.strip("'\"").removeprefix("file://")
    try:
        return Path(bare).expanduser().absolute()
    except RuntimeError as fault:  # ~somebody, of whom nothing is known here
        raise WorkshopError(f"There is no home of {bare.partition('/')[0]} here.") from fault
