"""How screens look where a picture alone would tell: what is cut, what touches, what stands behind a dialog."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from tests.tui.driving import press, running, shown
from tests.tui.every_screen import WAYS, Opened
from tests.tui.test_what_for import DIALOGS
from tests.tui.tour.ground import Ground, incoming, no_people, no_pictures, no_recommendations, no_vote
from workshop.model.records import Session
from workshop.tui.keys import Place
from workshop.tui.screens.artworks import ArtworksScreen
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.consent import WhatIsAgreedTo
from workshop.tui.screens.dialog import Dialog
from workshop.tui.screens.end_session import EndTheSession
from workshop.tui.screens.guides import GuidesScreen
from workshop.tui.screens.help import Help
from workshop.tui.screens.new_workshop import WhatIsItCalled
from workshop.tui.screens.people import PeopleScreen
from workshop.tui.screens.recommendations import RecommendationsScreen
from workshop.tui.screens.report import ReportScreen
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.parts import BETWEEN, Parts, PartsBeside, in_lines
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf


def everything(pilot: Pilot[Any]) -> list[str]:
    """All rows, those behind a dialog too."""
    return [strip.text for strip in pilot.app.screen._compositor.render_strips()]


async def test_what_a_dialog_is_asked_over_stays_in_sight(book: Workbook, session: Session) -> None:
    """The clock, of which the room goes on, is there behind a question."""
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s", "ctrl+o")
        assert isinstance(pilot.app.screen, EndTheSession)
        assert "left of 20 min" in "\n".join(everything(pilot))
        assert "left of 20 min" not in shown(pilot)


async def test_the_field_that_has_the_cursor_has_another_border(book: Workbook) -> None:
    """Which field is typed in is told by more than the cursor."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, WhatIsItCalled)
        field = pilot.app.screen.query_one(Input)
        focused = field.styles.border_top[1]
        pilot.app.screen.set_focus(None)
        await pilot.pause()
        assert field.styles.border_top[1] != focused


def test_a_line_of_keys_ends_between_two_of_them() -> None:
    """Never inside one, and never with the dot; a part that is longer than the line is broken all the same."""
    found = [line.plain for line in Parts("Up +1 min  ·  Enter adds it  ·  Esc goes back").lines(30)]
    assert found == ["Up +1 min  ·  Enter adds it", "Esc goes back"]
    assert [line.plain for line in in_lines([Content("a word and another"), Content("b")], 14)] == ["a word and", "another  ·  b"]


def test_parts_stand_beside_their_head_or_below_it() -> None:
    """Below it where there is no room for a margin."""
    row = PartsBeside([("p3", "")], [[("parent", ""), ("here throughout", "")], [("2 remarks", "")]], 6)
    assert [line.plain for line in row.lines(40)] == ["p3    parent  ·  here throughout", "      2 remarks"]
    assert [line.plain for line in row.lines(20)] == ["p3", "parent", "here throughout", "2 remarks"]


async def test_no_key_is_cut_in_a_dialog(book: Workbook) -> None:
    """The last line of the keys is a key, whole."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        pilot.app.push_screen(WhatIsAgreedTo("p3", None, None))
        await press(pilot)
        assert any(row.strip().endswith("Esc goes back") for row in shown(pilot).splitlines())


async def test_no_text_touches_the_scrollbar_of_help(book: Workbook) -> None:
    """There is a blank between each line and the bar."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        pilot.app.push_screen(Help(Place.ROOM))
        await press(pilot)
        page = pilot.app.screen.query_one("#dialog")
        assert page.show_vertical_scrollbar
        bar = page.content_region.right - 1
        rows = everything(pilot)[page.content_region.y : page.content_region.bottom]
        assert {row[bar - 1] for row in rows} == {" "}


@pytest.mark.parametrize("width", [60, 80, 99, 112])
async def test_what_is_contested_is_never_cut_in_a_sentence(example: Workbook, width: int) -> None:
    """In a window of the usual height whole statements are told, and how many more there are."""
    async with running(CompareScreen(example), (width, 24)) as pilot:
        top = shown(pilot).split("1 Themes")[0]
        told = " ".join(top.split())
        assert told.count("“") == told.count("”") > 0
        assert told.endswith(("”", "more, in the list below"))


async def test_an_empty_list_is_told_where_its_rows_would_begin(book: Workbook, session: Session) -> None:
    """Not at the other end of the screen."""
    for screen, words in (
        (RecommendationsScreen(book), "Nothing was recommended yet"),
        (ArtworksScreen(book), "No picture was added yet"),
        (PeopleScreen(book, session), "Nobody has a code yet"),
    ):
        async with running(screen) as pilot:
            rows = shown(pilot).splitlines()
            assert next(place for place, row in enumerate(rows) if words in row) < 8


@pytest.mark.parametrize(("opened", "keys"), [(no_vote, {"add_person", "leave", "help"}), (incoming, {"leave", "help"})])
async def test_keys_that_do_nothing_are_not_shown(tmp_path: Path, opened: Callable[[Ground], Screen[None]], keys: set[str]) -> None:
    """Without a theme nothing is voted on, and without a file no other is named."""
    ground = Ground(tmp_path)
    async with running(opened(ground)) as pilot:
        assert {key.verb for key in pilot.app.screen.query_one(KeyBar).shown()} == keys
    ground.close()


async def test_a_list_is_as_high_as_its_rows(example: Workbook) -> None:
    """Between what a report would be and what it would show there is one blank line."""
    async with running(ReportScreen(example), (100, 40)) as pilot:
        rows = shown(pilot).splitlines()
        begins = next(place for place, row in enumerate(rows) if "It will show" in row)
        assert rows[begins - 1].strip() == ""
        assert rows[begins - 2].strip()


async def test_the_page_that_is_open_is_named_in_a_small_window() -> None:
    """Where the names of all pages don't fit, that one stands there alone, and how many there are."""
    async with running(GuidesScreen("glossary"), (40, 12)) as pilot:
        assert shown(pilot).splitlines()[0].strip() == "› glossary  ·  4 of 4"
        await pilot.resize_terminal(80, 24)
        await press(pilot)
        assert "facilitator" in shown(pilot).splitlines()[0]


@pytest.mark.parametrize("opened", [no_people, no_recommendations, no_pictures])
async def test_a_screen_is_never_longer_than_the_window(tmp_path: Path, opened: Callable[[Ground], Screen[None]]) -> None:
    """What says that there is nothing gives way in a small one."""
    ground = Ground(tmp_path)
    async with running(opened(ground), (40, 12)) as pilot:
        assert not pilot.app.screen.show_vertical_scrollbar
    ground.close()


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
async def test_no_sentence_stands_among_the_keys(kind: type[Dialog[Any]], book: Workbook, session: Session) -> None:
    """What answers a question is a key and what it does, as the key of help lists them one below the other."""
    for title in ("Bus", "[/] oops"):
        book.add_theme(title, agreed=False)
    book.capture(session, "3: the bus is late #food")
    dialog = WAYS[kind](Opened(book, session))
    assert isinstance(dialog, Dialog)
    parts = [part for line in dialog.how.split("\n") for part in line.split(BETWEEN)]
    assert parts
    assert not [part for part in parts if part.endswith(".") or len(part) > 50]
