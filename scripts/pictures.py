"""The pictures of the README, made from the program itself with made-up words: `.venv/bin/python scripts/pictures.py`.

The same every time: the clock is given, the zone is UTC, the size is fixed. tests/test_pictures.py fails when one is out of date.
"""

import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from workshop.model.reading import Reading
from workshop.model.records import Verb
from workshop.plans import load_plan
from workshop.tui.app import WorkshopApp
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.room import RoomScreen
from workshop.workbook.example import make_example
from workshop.workbook.shelf import create_workshop

DOCS = Path(__file__).parents[1] / "docs"
SIZE = (112, 32)
"""Columns and rows: wide enough for the agenda at the side."""
SAID = (
    (3, '3: "breakfast is the meal that goes first, mine I mean, not theirs" #food *'),
    (4, "5: the club at school opens at eight, I start work at half past seven #opening-times"),
    (6, "5: and it is two buses from us #getting-there"),
    (7, "2: they never ask you anything, you just get your toast #welcome x4"),
    (9, '8: "you feel like a guest, not like a case" #welcome *'),
    (11, "3: we found out by chance, nobody had told us #finding-out"),
    (12, "parents: put it on the fridge list, with the times #finding-out x6"),
)
"""Minutes from the start, and what a note-taker types. Made up for the picture."""
ENDING = {"saving", "verbs", "looking", "comparing"}
"""Groups of workers that end by themselves; the others follow what happens for as long as a screen is open."""
TYPING = '4: "my youngest calls it her caf'


@dataclass
class Clock:
    """A clock that is set by hand."""

    wall: datetime = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    boot: float = 1000.0

    def __call__(self) -> Reading:
        """What it shows."""
        return Reading(self.wall, self.boot, "picture")

    def at(self, minutes: float) -> None:
        """Set it so many minutes after ten."""
        gone = timedelta(minutes=minutes)
        self.wall, self.boot = datetime(2026, 3, 2, 10, 0, tzinfo=UTC) + gone, 1000.0 + gone.total_seconds()


async def photograph(first: Screen[None], prepare: Callable[[Pilot[None]], Awaitable[None]]) -> str:
    """The screen as SVG, once it is prepared and still."""
    app = WorkshopApp(first)
    async with app.run_test(size=SIZE) as pilot:
        await still(pilot)
        await prepare(pilot)
        await still(pilot)
        return offline(app.export_screenshot(title="workshop", simplify=True))


async def still(pilot: Pilot[None]) -> None:
    """Wait until what was begun is done and painted."""
    for _ in range(4):
        await pilot.pause()
        if ending := [each for each in pilot.app.workers if each.group in ENDING and not each.is_finished]:
            await pilot.app.workers.wait_for_complete(ending)
    await pilot.pause()


def offline(svg: str) -> str:
    """Without the fonts that rich would have fetched from the net: any of fixed width does, since each run of text has its length."""
    svg = re.sub(r"(?s)@font-face \{.*?\}\s*", "", svg)
    return re.sub(r"font-family: [^;]*;", "font-family: ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace;", svg)


async def room(folder: Path) -> str:
    """A session of parents at its thirteenth minute, with a remark being typed."""
    clock = Clock()
    with create_workshop(folder / "breakfast", "Breakfast before school", clock=clock) as book:
        book.add_theme("Food", agreed=False)
        book.add_statement("Families come for the food alone.", "practitioner", theme="food")
        session = book.start_session(load_plan("readback"), "parent", present={"parent": 8}, place="Leith")
        book.act(session, Verb.START)
        clock.at(2)
        book.act(session, Verb.NEXT)
        for minute, line in SAID:
            clock.at(minute)
            book.capture(session, line)
        clock.at(12.5)

        async def typing(pilot: Pilot[None]) -> None:
            for letter in TYPING:
                pilot.app.post_message(events.Key(letter, letter))
            await pilot.pause()

        return await photograph(RoomScreen(book, session), typing)


async def comparison(folder: Path) -> str:
    """The example's themes, side by side."""
    with make_example(folder / "example") as book:

        async def themes(pilot: Pilot[None]) -> None:
            await pilot.press("down")

        return await photograph(CompareScreen(book), themes)


def main(out: Path) -> None:
    """Write both pictures into a folder."""
    os.environ["TZ"] = "UTC"
    os.environ.pop("NO_COLOR", None)
    if hasattr(time, "tzset"):
        time.tzset()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for name, take in (("room", room), ("comparison", comparison)):
            (out / f"{name}.svg").write_text(asyncio.run(take(Path(scratch))), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS)
