"""Visits: what the Shelf does with a workshop. Loaded at the first one, since here begins all that can be done with a workshop."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from textual.screen import Screen

from workshop.errors import WorkshopError
from workshop.model.records import Session
from workshop.plans import good_plans, own_folder
from workshop.tui.keys import naming_keys
from workshop.tui.saying import say_all
from workshop.tui.screens.artworks import ArtworksScreen
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.first_hour import NOT_IN_IT, WhatToTry
from workshop.tui.screens.incoming import IncomingScreen
from workshop.tui.screens.outcomes import OutcomesScreen
from workshop.tui.screens.passphrase import WhatIsThePassphrase
from workshop.tui.screens.recommendations import RecommendationsScreen
from workshop.tui.screens.report import ReportScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.start_session import WhichPlanWithWhom
from workshop.tui.screens.themes import ThemesScreen
from workshop.workbook.book import Workbook
from workshop.workbook.example import make_example, rehearse
from workshop.workbook.locking import is_locked
from workshop.workbook.notices import opening_notices
from workshop.workbook.shelf import Shelf, open_workshop

NONE_YET = "There is no session yet. {shelf.start} starts one."
Result = TypeVar("Result")
Here = Screen[None]
"""The screen that a visit begins from and comes back to."""


async def make(here: Here, home: Path, title: str) -> str:
    """Make a workshop of this title on the shelf in `home`, and give the name that it stands there under; "" where it failed."""
    book = await _try(here, lambda: Shelf(home).create(title))
    if book is None:
        return ""
    await asyncio.to_thread(book.close)
    return book.folder.name


async def example(here: Here) -> None:
    """Look around the example in a throw-away copy."""
    with tempfile.TemporaryDirectory(prefix="workshop-example-", ignore_cleanup_errors=True) as scratch:
        book = await _try(here, lambda: make_example(Path(scratch) / "parenting-on-a-low-income"))
        if book is not None:
            with book:
                await here.app.push_screen_wait(CompareScreen(book, note="the example, a throw-away copy", throw_away=True))


async def rehearsal(here: Here) -> None:
    """Rehearse a session of the example in a throw-away copy; then look at the example's comparison, which the rehearsal doesn't change."""
    with tempfile.TemporaryDirectory(prefix="workshop-rehearsal-", ignore_cleanup_errors=True) as scratch:
        book = await _try(here, lambda: make_example(Path(scratch) / "parenting-on-a-low-income"))
        if book is None:
            return
        with book:
            session = rehearse(book)
            if await here.app.push_screen_wait(WhatToTry(session.rehearsal or 1.0)):
                await _enter(here, book, session)
                await here.app.push_screen_wait(CompareScreen(book, note=NOT_IN_IT, throw_away=True))


async def room(here: Here, folder: Path) -> None:
    """Go to the session that is open, else to the last one that was held: its people, what they agreed to and its remarks are there."""
    async with _opened(here, folder) as book:
        if book is None:
            return
        session = book.session_to_go_to()
        if session is not None:
            await _enter(here, book, session)
        else:
            here.app.notify(naming_keys(NONE_YET), markup=False)


async def going_on(here: Here, folder: Path) -> None:
    """Go to the session that is open, else to the comparison: of a locked workshop nobody knows beforehand which it is."""
    async with _opened(here, folder) as book:
        if book is None:
            return
        session = book.open_session()
        if session is not None:
            await _enter(here, book, session)
        else:
            await here.app.push_screen_wait(CompareScreen(book))


async def comparison(here: Here, folder: Path) -> None:
    """Look at the comparison."""
    await _look(here, folder, CompareScreen)


async def themes(here: Here, folder: Path) -> None:
    """Sort the remarks."""
    await _look(here, folder, ThemesScreen)


async def incoming(here: Here, folder: Path) -> None:
    """Bring in files."""
    await _look(here, folder, IncomingScreen)


async def recommendations(here: Here, folder: Path) -> None:
    """Look at what should happen, and what came of it."""
    await _look(here, folder, RecommendationsScreen)


async def outcomes(here: Here, folder: Path) -> None:
    """Look at what each way of working came to."""
    await _look(here, folder, OutcomesScreen)


async def pictures(here: Here, folder: Path) -> None:
    """Look at the pictures that are shown, and what was read in them."""
    await _look(here, folder, ArtworksScreen)


async def report(here: Here, folder: Path) -> None:
    """Write a report."""
    await _look(here, folder, ReportScreen)


async def _look(here: Here, folder: Path, screen: Callable[[Workbook], Screen[None]]) -> None:
    async with _opened(here, folder) as book:
        if book is not None:
            await here.app.push_screen_wait(screen(book))


async def start(here: Here, folder: Path) -> None:
    """Ask for plan and group, begin a session and go to it."""
    async with _opened(here, folder) as book:
        if book is None:
            return
        running = book.open_session()
        if running is not None:
            here.app.notify(f"{book.ref(running)} is open, and goes on.", markup=False)
            await _enter(here, book, running)
            return
        plans, faults = await asyncio.to_thread(good_plans, own_folder(folder.parent))
        say_all(here.app, map(str, faults))
        ask = WhichPlanWithWhom(book.workshop.title, plans, book.perspectives, partial(book.end_of, None), book.sessions())
        wanted = await here.app.push_screen_wait(ask)
        if wanted is None:
            return
        begin = partial(book.start_session, wanted.plan, wanted.group, present=wanted.present, place=wanted.place)
        session = await _try(here, partial(begin, ends_by=wanted.ends_by, withdraw_until=wanted.withdraw_until))
        if session is not None:
            await _enter(here, book, session)


VISITS: Mapping[str, Callable[[Here, Path], Awaitable[None]]] = {
    "room": room,
    "going on": going_on,
    "comparison": comparison,
    "start": start,
    "themes": themes,
    "import": incoming,
    "recommendations": recommendations,
    "outcomes": outcomes,
    "pictures": pictures,
    "report": report,
}


async def _enter(here: Here, book: Workbook, session: Session) -> None:
    await here.app.push_screen_wait(RoomScreen(book, session))


@asynccontextmanager
async def _opened(here: Here, folder: Path) -> AsyncIterator[Workbook | None]:
    """The workshop in a folder, open for as long as the visit lasts; None, and a word about it, where it can't be opened.

    Of a locked one the passphrase is asked; what is to be said of any is said at once.
    """
    if is_locked(folder):
        book = await here.app.push_screen_wait(WhatIsThePassphrase(folder.name, partial(open_workshop, folder)))
    else:
        book = await _try(here, lambda: open_workshop(folder))
    if book is None:
        yield None
        return
    with book:
        say_all(here.app, await asyncio.to_thread(opening_notices, book))
        yield book


async def _try(here: Here, verb: Callable[[], Result]) -> Result | None:
    """Do something in a thread; None, and a word about it, where it could not be done."""
    try:
        return await asyncio.to_thread(verb)
    except WorkshopError as fault:
        here.app.notify(str(fault), title="That could not be done", severity="warning", markup=False)
        return None
