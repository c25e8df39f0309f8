"""The room's own display: what it says in every state of the clock, what it never says, and that it follows the session."""

import re
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.driving import press, running, settle, shown
from tests.tui.test_hostile import MARKUP, UNWANTED
from tests.tui.test_sizes import SIZES
from tests.workbook.conftest import Hands
from workshop.model.capture import Captured, Speaker
from workshop.model.planfile import parse_plan
from workshop.model.records import Session, Verb
from workshop.store.repository import Repository
from workshop.text import clean
from workshop.tui.screens.display import FOLLOW_EVERY, DisplayScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.widgets.largeletters import large
from workshop.tui.widgets.pacebar import PaceBar
from workshop.tui.widgets.poster import Poster
from workshop.tui.widgets.roomdisplay import RoomDisplay
from workshop.workbook.book import Workbook

FORBIDDEN = re.compile(r"\b(late|behind|over|overtime|instead|left out|[prst][1-9][0-9]*)\b|[-−+][0-9]|#", re.IGNORECASE)
"""What no room is to read: a word for being late, a sign before a number, a sticker's code, a session's or a remark's, a theme."""
PLAN = """
title = "An evening"

[[activity]]
title = "Talk"
kind = "open"
minutes = 20
prompt = "How is it?"
pictures = ["a table with one plate", "a bus stop"]

[[activity]]
title = "Their words"
kind = "show"
minutes = 15
prompt = "Is it so?"

[[activity]]
title = "Tea"
kind = "break"
minutes = 10

[[activity]]
title = "Quiet"
kind = "reflect"
minutes = 5
prompt = "Think about it."
show_time = false

[[activity]]
title = "Close"
kind = "close"
minutes = 5
prompt = "One word each."
"""


@pytest.fixture
def session(book: Workbook) -> Session:
    """Eight parents, talking and being shown what practitioners said, with a wall."""
    book.add_theme("Food", agreed=False)
    book.add_statement("Parents hide what they go without.", "practitioner", theme="Food")
    return book.set_wall(book.start_session(parse_plan(PLAN, "evening"), "parent", present={"parent": 8}, place="Leith"), True)


@pytest.fixture
def other(book: Workbook, hands: Hands) -> Iterator[Callable[[], Workbook]]:
    """Open the same workshop as another window does."""
    opened: list[Workbook] = []

    def again() -> Workbook:
        for each in opened:
            each.close()
        opened[:] = [Workbook(book.folder, Repository.open(book.folder), hands)]
        return opened[0]

    yield again
    for each in opened:
        each.close()


def told(pilot: Pilot[Any]) -> str:
    """What the screen shows, and the words that stand there in large letters."""
    value = pilot.app.screen.query_one(RoomDisplay).shown
    return "\n".join((shown(pilot), value.above, value.words, value.time))


def in_front(pilot: Pilot[Any]) -> type[Screen[Any]]:
    """Which screen is in front."""
    return type(pilot.app.screen)


async def until(pilot: Pilot[Any], words: str) -> str:
    """Wait until the display shows these words, which another window has just written."""
    patience = time.monotonic() + 10
    while words not in told(pilot):
        assert time.monotonic() < patience, told(pilot)
        await pilot.pause(0.02)
    return told(pilot)


async def looked_at(pilot: Pilot[Any]) -> str:
    """What the display shows once it has looked at the book and the clock anew."""
    screen = pilot.app.screen
    assert isinstance(screen, DisplayScreen)
    screen.look()
    await pilot.pause()
    return told(pilot)


async def said(book: Workbook, session: Session, size: tuple[int, int] = (100, 31)) -> str:
    """What the display shows of a session now, the keys at its bottom aside."""
    async with running(DisplayScreen(book, session), size) as pilot:
        pilot.app.screen.remove_class("-keys")
        await settle(pilot)
        return told(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_survives_every_size(book: Workbook, session: Session, size: tuple[int, int]) -> None:
    """With a statement shown and a wall, at every size, there and back; at 80x24 it can be read."""
    book.capture(session, "3: " + "a long remark that goes on " * 12 + "#food")
    book.act(session, Verb.START)
    book.act(session, Verb.NEXT)
    async with running(DisplayScreen(book, session), size) as pilot:
        await pilot.press("pagedown", "w", "w", "f1", "escape")
        await pilot.resize_terminal(*reversed(size))
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "Practitioners said" in shown(pilot)
        assert "a long remark that goes on" in shown(pilot)


async def test_each_state_of_the_clock_in_words(book: Workbook, session: Session, hands: Hands) -> None:
    """Before, at work, paused, out of time, between, in a break, after: each is told calmly."""
    assert "Welcome" in await said(book, session)
    book.act(session, Verb.START)
    talk = await said(book, session)
    for words in ("Talk", "Picture 1: a table with one plate", "Picture 2: a bus stop", "20 min left"):
        assert words in talk
    hands.pass_(18.5)
    assert "2 min left" in await said(book, session)
    book.act(session, Verb.PAUSE)
    assert "Paused, 2 min left" in await said(book, session)
    book.act(session, Verb.RESUME)
    hands.pass_(1)
    assert "about a minute left" in await said(book, session)
    hands.pass_(10)
    assert "Finishing" in await said(book, session)
    book.act(session, Verb.NEXT)
    shown_to_them = await said(book, session)
    for words in ("Practitioners said", "“Parents hide what they go without.”", "Is it so?", "15 min left"):
        assert words in shown_to_them
    book.act(session, Verb.NEXT)
    assert "We go on at 10:40" in await said(book, session)
    hands.pass_(11)
    assert "We go on in a moment" in await said(book, session)
    book.act(session, Verb.STOP)
    assert "Quiet" in await said(book, session)
    book.act(session, Verb.END)
    assert "Thank you." in await said(book, session)


async def test_a_plan_can_keep_the_time_off_the_display(book: Workbook, session: Session) -> None:
    """An activity with `show_time = false` has neither words nor a bar for it, and no activity has where the whole plan says so."""
    silent = book.start_session(parse_plan("show_time = false\n" + PLAN, "silent"), "parent")
    for number, quiet in ((3, session), (0, silent)):
        book.act(quiet, Verb.START)
        for _ in range(number):
            book.act(quiet, Verb.NEXT)
        async with running(DisplayScreen(book, quiet), (80, 24)) as pilot:
            assert not pilot.app.screen.query_one(PaceBar).display
            assert " left" not in shown(pilot)


async def test_it_never_says_late_nor_a_code_nor_a_name(book: Workbook, session: Session, hands: Hands) -> None:
    """In every state of a session that runs far too long no dump holds a word for it, a sign, a sticker's code or a ref."""
    book.capture(session, '3: "the bus fare is the dinner" #fares')
    book.capture(session, "4: we walk, and p3 knows it #fares")
    book.set_starts_at(session, hands.wall - timedelta(minutes=40))
    async with running(DisplayScreen(book, session), (120, 30)) as pilot:
        pilot.app.screen.remove_class("-keys")
        dumps = [told(pilot)]
        for verb in (Verb.START, Verb.NEXT, Verb.NEXT, Verb.PAUSE, Verb.RESUME, Verb.STOP, Verb.START, Verb.BACK, Verb.ADD, Verb.END):
            book.act(session, verb, seconds=-600.0 if verb is Verb.ADD else None)
            for minutes in (0, 0.02, 25, 90):
                hands.pass_(minutes)
                dumps.append(await looked_at(pilot))
    assert [found[0] for dump in dumps for found in FORBIDDEN.finditer(dump)] == []
    assert "“the bus fare is the dinner”" in dumps[-1]
    assert "we walk" not in "".join(dumps)


def test_what_must_not_be_said_would_be_found() -> None:
    """The test above sees each of these."""
    for words in ("6 min late", "started LATE", "behind", "-0:40", "+0:40", "−5", "p3: hello", "R12", "S1", "#food", "1:32 over"):
        assert FORBIDDEN.search(words), words
    assert not FORBIDDEN.search("We go on at 14:40. 3 of 8, 12 min left, latest news, overall, p or r, T-shirt")


async def test_it_follows_another_window_within_half_a_second(book: Workbook, session: Session, other: Callable[[], Workbook]) -> None:
    """It looks every 0.3 s; the other window may be closed and opened again meanwhile."""
    assert FOLLOW_EVERY <= 0.4
    async with running(DisplayScreen(book), (80, 24)) as pilot:
        await until(pilot, "Welcome")
        other().act(session, Verb.START)
        await until(pilot, "20 min left")
        again = other()
        again.capture(session, '3: "we go without"')
        await until(pilot, "“we go without”")
        again.set_wall(session, False)
        while "“we go without”" in shown(pilot):
            await pilot.pause(0.02)
        other().act(session, Verb.NEXT)
        await until(pilot, "Practitioners said")


async def test_it_waits_for_a_session_and_for_the_next(book: Workbook, other: Callable[[], Workbook]) -> None:
    """Where none is open it says so calmly; it shows the one that begins, and after its end the one after that."""
    async with running(DisplayScreen(book), (100, 31)) as pilot:
        assert "Fuel and food" in shown(pilot)
        window = other()
        first = window.start_session(parse_plan(PLAN, "evening"), "parent")
        await until(pilot, "An evening")
        window.act(first, Verb.START)
        await until(pilot, "20 min left")
        window.act(first, Verb.END)
        await until(pilot, "Thank you.")
        window.start_session(parse_plan(PLAN.replace("An evening", "A morning"), "morning"), "parent")
        await until(pilot, "A morning")


async def test_the_wall_is_turned_on_and_through_by_keys(book: Workbook, session: Session) -> None:
    """`w` shows and hides it for every display of the session; PgDn goes to earlier remarks, PgUp comes back."""
    for number in range(40):
        book.capture(session, f"remark the {number + 1:02}th of forty")
    async with running(DisplayScreen(book, session), (80, 24)) as pilot:
        assert "remark the 40th" in shown(pilot)
        assert "remark the 01th" not in shown(pilot)
        for _ in range(20):
            await pilot.press("pagedown")
        assert "remark the 01th" in shown(pilot)
        book.capture(session, "one more")
        await until(pilot, "remark the 01th")
        for _ in range(20):
            await pilot.press("pageup")
        assert "one more" in await until(pilot, "remark the 40th")
        await press(pilot, "w")
        assert "remark the" not in shown(pilot)
        assert not book.session("S1").wall


async def test_it_goes_back_to_where_it_came_from(book: Workbook, session: Session) -> None:
    """Esc and Ctrl+Q go back to the Room that it was opened from, and leave the program where it began with the display."""
    async with running(RoomScreen(book, session)) as pilot:
        for key in ("escape", "ctrl+q"):
            await pilot.app.push_screen(DisplayScreen(book, session))
            await settle(pilot)
            await press(pilot, key)
            assert isinstance(pilot.app.screen, RoomScreen)
    for key in ("escape", "ctrl+q"):
        async with running(DisplayScreen(book)) as pilot:
            await press(pilot, key)
            assert not pilot.app.is_running or pilot.app._exit


async def test_its_keys_stand_there_for_a_moment_only(book: Workbook, session: Session) -> None:
    """They are shown when it opens; afterwards the room sees none, and F1 brings them."""
    async with running(DisplayScreen(book, session), (80, 24)) as pilot:
        assert "Esc Back" in shown(pilot)
        pilot.app.screen.remove_class("-keys")
        await settle(pilot)
        assert "Esc" not in shown(pilot)
        await press(pilot, "f1")
        assert "show what was said, without codes" in shown(pilot)


async def test_hostile_words_stay_words(book: Workbook) -> None:
    """Markup in a title, a prompt, a caption, a statement and a remark is shown as it is, whether in large letters or not."""
    for text in MARKUP:
        told = f"""title = 'x'\n[[activity]]\ntitle = '''é 漢 {text}'''\nkind = 'show'\nminutes = 5\nprompt = '''漢 {text}'''
statements = ['''漢 {text} said''']\npictures = ['''漢 {text} below''']"""
        session = book.set_wall(book.start_session(parse_plan(told, "hostile"), "parent"), True)
        book.capture(session, Captured(speaker=Speaker("parent", "p1"), text=f"so {text}"))
        book.act(session, Verb.START)
        screen = await said(book, session)
        for words in (f"漢 {text}", f"“漢 {text} said”"):
            assert words in screen
        assert (f"so {text}" in screen) is ("@" not in text)  # what may be somebody's handle stays off the wall
        book.show(session, book.pictures(session, 0)[0])
        assert f"漢 {text} below" in await said(book, session)
        book.act(session, Verb.END)


async def test_every_naughty_string_on_the_wall(book: Workbook, session: Session, shared: Path) -> None:
    """Each is painted somewhere on the wall's pages, and no escape byte with it."""
    lines = (shared / "data" / "hostile" / "naughty-strings.txt").read_bytes().decode("utf-8", "surrogateescape").split("\n")
    strings = [line for line in lines if not line.startswith("#") and clean(line).strip()]
    for string in strings:
        book.capture(session, Captured(speaker=Speaker("parent"), text=string))
    async with running(DisplayScreen(book, session), (160, 50)) as pilot:
        pages = [shown(pilot)]
        while len(pages) < len(strings):
            await pilot.press("pagedown")
            if shown(pilot) == pages[-1]:
                break
            pages.append(shown(pilot))
        assert UNWANTED.findall("".join(pages).replace("\n", "")) == []
        assert clean(strings[0]).strip() in pages[-1]


async def test_an_idle_display_paints_nothing(book: Workbook, session: Session, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second in which no word changes draws no letter anew; a minute in which the time left changes does."""
    drawn: list[str] = []
    monkeypatch.setattr("workshop.tui.widgets.poster.large", lambda text, _width, _rows: drawn.append(text))
    book.act(session, Verb.START)
    async with running(DisplayScreen(book, session), (80, 24)) as pilot:
        assert "How is it?" in drawn
        drawn.clear()
        hands.pass_(0.5)
        await looked_at(pilot)
        assert drawn == []
        hands.pass_(1)
        await looked_at(pilot)
        assert drawn == ["19 min left"]


async def test_the_room_turns_into_its_display_and_back(book: Workbook, session: Session) -> None:
    """Ctrl+W there and back in one window; Ctrl+K, r lets the display show what was said, or no longer."""
    async with running(RoomScreen(book, session)) as pilot:
        for _ in range(2):
            await press(pilot, "ctrl+w")
            assert in_front(pilot) is DisplayScreen
            await press(pilot, "ctrl+w")
            assert in_front(pilot) is RoomScreen
        for shows in (False, True):
            await press(pilot, "ctrl+k", "r")
            assert book.session("S1").wall is shows
            assert ("no longer shows" not in shown(pilot)) is shows


@pytest.mark.parametrize("size", [(160, 50), (110, 40), (200, 60)])
async def test_large_letters_are_whole(book: Workbook, session: Session, size: tuple[int, int]) -> None:
    """What is painted is what was drawn for the room that there is, every row of it, after a change of size too."""
    text = "Think of an ordinary week. What makes it harder for families here, and what helps?"
    told = parse_plan(PLAN.replace("How is it?", text), "evening")
    asked = book.start_session(told, "parent")
    book.act(asked, Verb.START)
    async with running(DisplayScreen(book, asked), (100, 33)) as pilot:
        await pilot.resize_terminal(*size)
        await settle(pilot)
        poster = pilot.app.screen.query_one("#poster", Poster)
        drawn = large(text, *poster.content_size)
        assert drawn is not None
        painted = [line[poster.content_region.x :] for line in shown(pilot).splitlines()]
        assert painted[poster.content_region.y :][: len(drawn)] == drawn


async def test_a_short_prompt_leaves_its_room_to_the_wall(book: Workbook, session: Session) -> None:
    """On a usual terminal a prompt of one line takes what it needs, and the wall has the rest."""
    for number in range(12):
        book.capture(session, f"remark {number + 1} of this evening")
    book.act(session, Verb.START)
    async with running(DisplayScreen(book, session), (60, 26)) as pilot:
        assert shown(pilot).count("of this evening") >= 4


async def test_the_words_stay_as_the_keys_go(book: Workbook) -> None:
    """The keys stand in the margin: what the room reads doesn't change its size under its eyes."""
    session = book.start_session(parse_plan(PLAN, "evening"), "parent", present={"parent": 8})
    book.act(session, Verb.START)
    async with running(DisplayScreen(book, session)) as pilot:
        screen = pilot.app.screen
        with_keys = shown(pilot).splitlines()
        assert "Esc" in with_keys[-1]
        screen.remove_class("-keys")
        await settle(pilot)
        assert shown(pilot).split("\n")[:-1] == with_keys[:-1]
