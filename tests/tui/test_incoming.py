"""The Incoming screen: what of a file is not clear is chosen, what would come of it stands there first, nothing comes in unasked."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.driving import enter, running, settle, shown, type_text
from workshop.tui.incomingview import path_of
from workshop.tui.screens.incoming import IncomingScreen
from workshop.workbook.book import Workbook

FORM = "Who,What helped?,What got in the way?\nMum,the club,the bus\nWorker,,forms\n"
HOSTILE = "[/] oops [b $primary [@click=app.bell]hi[/] \x1b[31m"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """Two forms, as a spreadsheet writes them."""
    path = tmp_path / "form.csv"
    path.write_text(FORM)
    return path


async def test_a_form_is_read_step_by_step(book: Workbook, form: Path) -> None:
    """What it is, which columns are text, whose they are, what its words stand for: then it says what would come, and b brings it."""
    async with running(IncomingScreen(book), (100, 40)) as pilot:
        await enter(pilot, str(form))
        assert "Say what it comes in as" in shown(pilot)
        await _press(pilot, "enter", "enter")
        assert "no column is text" in shown(pilot)
        await _press(pilot, "down", "enter", "down", "space", "space", "enter")
        assert "it isn't said whose view it is" in shown(pilot)
        await _press(pilot, "down", "enter", "enter")
        assert 'line 2: perspective: "Mum" is not known' in shown(pilot)
        assert not book.records.reflections
        await _press(pilot, "down", "enter", "enter", "down", "enter", "down", "enter")
        assert "Would bring in 3 reflections." in shown(pilot)
        await _press(pilot, "b")
        assert "Brought in 3 reflections." in shown(pilot)
        assert len(book.records.reflections) == 3


async def test_the_next_form_needs_no_choice(book: Workbook, form: Path) -> None:
    """It is read as the last one with its header, and says so; an undo takes the import back whole."""
    await test_a_form_is_read_step_by_step(book, form)
    form.write_text(FORM.replace("the club", "the nurse"))
    async with running(IncomingScreen(book), (100, 40)) as pilot:
        await enter(pilot, str(form))
        assert "Would bring in 1 reflection. Read as the last file with this header. 2 were here already." in shown(pilot)
        await _press(pilot, "b")
        assert len(book.records.reflections) == 4
        await _press(pilot, "tab", "ctrl+z")
        assert len(book.records.reflections) == 3


async def test_speakers_are_given_groups(book: Workbook, tmp_path: Path) -> None:
    """Each speaker is a row, by name; a code can be typed; whom nobody wants is left out."""
    path = tmp_path / "talk.txt"
    path.write_text("Dana: The bus is late.\nSam: And then?\nDana: We walked.\n")
    async with running(IncomingScreen(book), (100, 40)) as pilot:
        await enter(pilot, f"'{path}'")
        assert "speaks 2 times: The bus is late." in shown(pilot)
        await _press(pilot, "down", "enter", "tab")
        await type_text(pilot, "p3")
        await _press(pilot, "enter", "down", "enter", "end", "enter")
        assert "Would bring in 2 reflections. 1 turn was left out. New: 1 people" in shown(pilot)
        await _press(pilot, "b")
        assert {each.perspective for each in book.records.reflections.values()} == {"parent"}


@pytest.mark.parametrize(
    "typed", ["/media/my form.csv", " '/media/my form.csv' ", '"/media/my form.csv"', r"/media/my\ form.csv", "file:///media/my%20form.csv"]
)
def test_a_file_can_be_dragged_here(typed: str) -> None:
    """Each terminal writes the path of what is dropped on it in its own way."""
    assert path_of(typed) == Path("/media/my form.csv")


async def test_a_file_that_cannot_be_read_says_why(book: Workbook, tmp_path: Path) -> None:
    """In its place, and another can be named at once."""
    async with running(IncomingScreen(book)) as pilot:
        await enter(pilot, str(tmp_path / "nothing.csv"))
        assert "nothing.csv can't be read: No such file or directory." in shown(pilot)
        await enter(pilot, "")
        assert "nothing.csv" in shown(pilot)


async def test_hostile_words_are_only_words(book: Workbook, tmp_path: Path) -> None:
    """Headers, cells, speakers and sheets of a file stand there as they are, but for what acts on a terminal."""
    path = tmp_path / "hostile.csv"
    path.write_text(f"text,{HOSTILE}\n{HOSTILE},{HOSTILE}\n")
    async with running(IncomingScreen(book), (160, 50)) as pilot:
        await enter(pilot, str(path))
        assert "[/] oops [b $primary [@click=app.bell]hi[/]" in shown(pilot)
        assert "\x1b" not in shown(pilot)


@pytest.mark.parametrize("size", [(1, 1), (10, 5), (20, 5), (40, 12), (80, 24), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_survives_every_size(book: Workbook, form: Path, size: tuple[int, int]) -> None:
    """With a file in it, a dialog open, and the window made larger."""
    async with running(IncomingScreen(book), size) as pilot:
        await enter(pilot, str(form))
        await _press(pilot, "enter", "enter", "down", "enter")
        await pilot.resize_terminal(80, 24)
        await _press(pilot, "escape")
        assert "form.csv" in shown(pilot)


async def _press(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
