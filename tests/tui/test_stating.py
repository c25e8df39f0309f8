"""On the Themes screen remarks become a statement, to be put to the other group."""

import pytest

from tests.tui.driving import enter, press, running, shown
from workshop.model.records import Session
from workshop.tui.screens.made_of import WhatDoTheySay
from workshop.tui.screens.themes import ThemesScreen
from workshop.workbook.book import Workbook


@pytest.fixture
def said(book: Workbook, session: Session) -> Workbook:
    """Two parents on buses, one on food."""
    for line in ("3: the bus is late #buses", "4: the bus is dear #buses", "5: the bank shuts at noon #food"):
        book.capture(session, line)
    return book


async def test_a_remark_becomes_a_statement_in_its_own_words(said: Workbook) -> None:
    """Its words stand there already; maker and theme are the remark's, and undo takes it back."""
    async with running(ThemesScreen(said)) as pilot:
        await press(pilot, "asterisk ctrl+y")
        assert isinstance(pilot.app.screen, WhatDoTheySay)
        await press(pilot, "enter")
        assert "T3 made, about " in shown(pilot)
        statement = said.statement("T3")
        source = said.records.reflections[statement.sources[0]]
        assert (statement.text, statement.made_by) == (source.text, "parent")
        await press(pilot, "ctrl+z")
        assert statement.id not in said.records.statements


async def test_of_several_it_takes_the_theme_that_they_share(said: Workbook) -> None:
    """Their words stand above the field; two about buses make a statement about buses."""
    both = [each.id for each in said.records.reflections.values() if "bus" in each.text]
    async with running(ThemesScreen(said)) as pilot:
        await press(pilot, "asterisk")
        screen = pilot.app.screen
        assert isinstance(screen, ThemesScreen)
        screen.remarks.mark_these(both)
        await press(pilot, "ctrl+y")
        assert "What is the statement that 2 remarks make?" in shown(pilot)
        assert "· the bus is late" in shown(pilot)
        await press(pilot, "enter")
        assert "A statement needs words." in shown(pilot)
        await enter(pilot, "The buses do not serve us.")
        assert "T3 made, about Buses" in shown(pilot)
    assert set(said.statement("T3").sources) == set(both)
