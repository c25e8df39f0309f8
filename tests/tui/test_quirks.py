"""Each workaround for Textual holds, and is still needed: where a test of the second kind fails, its workaround can go."""

from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.widgets import OptionList, Static

from workshop.tui.quirks import RoomyOptionList, TidyApp

WORDS = "we go without so they can eat"


class Narrow(App[None]):
    """A list in a column that is too narrow for it."""

    def __init__(self, kind: type[OptionList]) -> None:
        """A list of this kind."""
        super().__init__()
        self._kind = kind

    def compose(self) -> ComposeResult:
        """One list with one row."""
        yield self._kind("a row of some length")


async def test_a_roomy_list_survives_one_cell() -> None:
    """At one column and one row nothing is raised."""
    async with Narrow(RoomyOptionList).run_test(size=(1, 1)) as pilot:
        await pilot.pause()
        assert pilot.app.is_running


async def test_a_plain_list_still_needs_it() -> None:
    """Textual's own list raises there."""
    with pytest.raises(ValueError, match="must not be zero"):
        async with Narrow(OptionList).run_test(size=(1, 1)) as pilot:
            await pilot.pause()


class Broken(Static):
    """A widget that fails with somebody's words in a variable and in the message."""

    def on_mount(self) -> None:
        """Fail."""
        words = WORDS
        raise ValueError(f"could not show {words}")


class Crashing(App[None]):
    """Textual's own way to crash."""

    def compose(self) -> ComposeResult:
        """The widget that fails."""
        yield Broken()


class CrashingTidily(TidyApp, Crashing):
    """Ours."""


async def crash(app: App[Any], capsys: pytest.CaptureFixture[str]) -> str:
    """What a crash of the app prints."""
    with pytest.raises(ValueError, match="could not show"):
        async with app.run_test(size=(200, 50)):
            pass
    return capsys.readouterr().err


async def test_a_crash_says_what_and_where_and_nobody_s_words(capsys: pytest.CaptureFixture[str]) -> None:
    """The type of the error and its place; neither variables nor the error's own text."""
    printed = await crash(CrashingTidily(), capsys)
    assert "Something went wrong inside workshop (ValueError)" in printed
    assert "test_quirks.py" in printed
    assert WORDS not in printed


async def test_textual_s_own_crash_still_prints_variables(capsys: pytest.CaptureFixture[str]) -> None:
    """Without the workaround the words are printed."""
    assert WORDS in await crash(Crashing(), capsys)
