"""Help inside a dialog: each says what it is for, and how it is answered."""

from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from tests.conftest import Tell
from tests.sessions.reading import grade
from tests.tui.driving import settle, shown
from tests.tui.every_screen import WAYS, found
from workshop.model.records import Session
from workshop.settings import keep_setting
from workshop.tui.app import WorkshopApp
from workshop.tui.keys import use_keys
from workshop.tui.keys.remapping import FILE
from workshop.tui.screens.dialog import Dialog
from workshop.tui.screens.end_session import EndTheSession
from workshop.tui.screens.help import Help
from workshop.tui.screens.report.asking import PURPOSES, QUESTIONS
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.what_for import WhatIsThisFor
from workshop.workbook.book import Workbook

DIALOGS: list[type[Dialog[Any]]] = [kind for kind in sorted(found(), key=lambda kind: kind.__name__) if issubclass(kind, Dialog)]
HARD = 8.0
"""The grade that what is said on a screen stays under."""


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_each_dialog_says_what_it_is_for(kind: type[Dialog[Any]]) -> None:
    """In a sentence or two that end as sentences do, and that all fit into a small window."""
    assert kind.PURPOSE.endswith(".")
    assert 15 < len(kind.PURPOSE) < 160


@pytest.mark.parametrize("about", QUESTIONS)
def test_each_question_about_a_report_says_what_it_is_for(about: str) -> None:
    """One dialog asks them all, and each has a purpose of its own."""
    assert PURPOSES[about].endswith(".")
    assert 15 < len(PURPOSES[about]) < 160


def test_what_dialogs_are_for_is_said_plainly(tell: Tell) -> None:
    """All of it together, in the measure of the plans' prompts."""
    measured = grade([*(kind.PURPOSE for kind in DIALOGS), *PURPOSES.values()])
    tell("Flesch-Kincaid grade of what the dialogs are for (target under 8)", f"{measured:.1f}")
    assert measured < HARD


def kinds(app: WorkshopApp) -> list[type[Screen[Any]]]:
    """The screens that are open, the first below."""
    return [type(screen) for screen in app.screen_stack]


async def test_help_in_a_dialog_says_what_it_is_for_and_goes_back_to_it(book: Workbook, session: Session) -> None:
    """The page has the purpose and a line for each key; the key of help leaves it, and so does Esc, and the dialog stands as it was."""
    app = WorkshopApp(RoomScreen(book, session))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(EndTheSession("10 min are left."))
        await settle(pilot)
        for leave in ("f1", "escape", "enter"):
            await pilot.press("f1")
            await settle(pilot)
            assert kinds(app)[-2:] == [EndTheSession, WhatIsThisFor]
            assert EndTheSession.PURPOSE[:40] in shown(pilot)
            assert "  Enter ends it" in shown(pilot)
            assert "  Esc goes on" in shown(pilot)
            await pilot.press(leave)
            await settle(pilot)
            assert kinds(app)[-1] is EndTheSession
        await pilot.press("escape")
        await settle(pilot)
        assert kinds(app)[-1] is RoomScreen


async def test_a_key_of_help_of_one_s_own_opens_and_closes_both(book: Workbook, session: Session, tmp_path: Path) -> None:
    """The page of a screen's keys, and the page of a dialog."""
    keep_setting(tmp_path, FILE, 'help = "F9"\n')
    app = WorkshopApp(RoomScreen(book, session))
    try:
        assert app.use_own(tmp_path) == []
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            for expected in (Help, RoomScreen):
                await pilot.press("f9")
                await settle(pilot)
                assert kinds(app)[-1] is expected
            app.push_screen(EndTheSession(""))
            await settle(pilot)
            for answer in (WhatIsThisFor, EndTheSession):
                await pilot.press("f9")
                await settle(pilot)
                assert kinds(app)[-1] is answer
    finally:
        use_keys({})


def test_every_dialog_can_be_opened_by_the_tests() -> None:
    """So none is left out here."""
    assert set(DIALOGS) <= set(WAYS)
