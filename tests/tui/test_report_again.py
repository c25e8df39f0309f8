"""The Report screen, of a report that was published before: what it says of the earlier copy, and saying that nobody has that any more."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.driving import press_each, running, shown
from tests.tui.test_compare import in_one_line
from workshop.tui.screens.report import ReportScreen
from workshop.tui.screens.stands_for import WhatItStandsFor
from workshop.workbook.book import Workbook


@pytest.fixture
def published(book: Workbook, tmp_path: Path) -> Workbook:
    """Published with eight parents; two more have come since."""
    book.start_session(None, "parent", present={"parent": 8})
    book.export(["json"], tmp_path / "first", audience="published")
    book.start_session(None, "parent", present={"parent": 2}, cohort="two more")
    return book


async def for_everybody(pilot: Pilot[Any]) -> str:
    """Choose the published report, and give what the screen says."""
    assert isinstance(pilot.app.screen, ReportScreen)
    pilot.app.screen.rows.choose("audience")
    await press_each(pilot, "enter", "end", "enter")
    return in_one_line(shown(pilot))


async def test_why_it_can_t_be_written_is_said_before_anybody_tries(published: Workbook) -> None:
    """With what to wait for, and the key that takes the copy back; the key that writes says it again, and writes nothing."""
    async with running(ReportScreen(published), (120, 40)) as pilot:
        told = await for_everybody(pilot)
        assert "It can’t be written: Report 1, published on " in told
        assert "Wait until 3 more parents have taken part." in told
        assert "If nobody has the earlier copy any more, t says so." in told
        await press_each(pilot, "w")
        assert len(published.exports()) == 1
        assert "counts 8 parents, and this one would count 10" in in_one_line(shown(pilot))


async def test_a_copy_is_said_to_be_taken_back(published: Workbook) -> None:
    """Of those that are out the ones that are ticked; then the report can be written, and an undo says that it is out after all."""
    async with running(ReportScreen(published), (120, 40)) as pilot:
        await for_everybody(pilot)
        await press_each(pilot, "t")
        assert isinstance(pilot.app.screen, WhatItStandsFor)
        assert "report 1" in shown(pilot)
        await press_each(pilot, "space", "enter")
        assert published.published() == {}
        assert "It can’t be written" not in in_one_line(shown(pilot))
        await press_each(pilot, "w")
        assert len(published.exports()) == 2
        await press_each(pilot, "ctrl+z")
        assert list(published.published()) == [1, 2]


async def test_nothing_is_asked_where_nothing_is_out(book: Workbook) -> None:
    """The key does nothing, and nothing is said of it."""
    async with running(ReportScreen(book), (120, 40)) as pilot:
        assert "earlier copy" not in await for_everybody(pilot)
        await press_each(pilot, "t")
        assert isinstance(pilot.app.screen, ReportScreen)
