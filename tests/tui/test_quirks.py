"""Each workaround for Textual holds, and is still needed: where a test of the second kind fails, its workaround can go."""

from typing import Any

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input, Static, TextArea

from tests.tui.driving import enter, press, running, type_text
from workshop.model.records import Session
from workshop.tui.quirks import Field, TidyApp
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import Shelf

WORDS = "we go without so they can eat"


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


SCOTLAND = "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
UNSEEN = f"نمی\u200cخواهم 👩\u200d👩\u200d👧 crois\u00adsant n\u00a0! \u200eיש\u200f {SCOTLAND} \U0001fae9"
"""Joiners, a soft hyphen, a non-breaking space, marks of direction, Scotland's flag, an emoji that Python 3.11 doesn't know."""


async def test_every_letter_typed_into_the_room_is_saved(book: Workbook, session: Session) -> None:
    """Persian, a family, a flag: key by key into the capture line, and on disk as they were typed."""
    async with running(RoomScreen(book, session)) as pilot:
        await enter(pilot, f"3: {UNSEEN}")
    assert [each.text for each in book.records.reflections.values()] == [UNSEEN]


async def test_every_letter_typed_into_a_dialog_is_taken(book: Workbook) -> None:
    """The title of a new workshop; where something is selected, a letter takes its place."""
    async with running(ShelfScreen(Shelf(book.folder.parent))) as pilot:
        await press(pilot, "n")
        await type_text(pilot, UNSEEN)
        field = pilot.app.screen.query_one(Field)
        assert field.value == UNSEEN
        field.select_all()
        await type_text(pilot, "\u200c")
        assert field.value == "\u200c"


class Fields(App[None]):
    """Textual's own fields."""

    def compose(self) -> ComposeResult:
        """One of each."""
        yield Input()
        yield TextArea()


@pytest.mark.parametrize("kind", [Input, TextArea])
async def test_textual_s_own_fields_still_drop_letters(kind: type[Input | TextArea]) -> None:
    """They keep the letters beside a joiner, and not the joiner."""
    async with Fields().run_test() as pilot:
        field = pilot.app.query_one(kind)
        field.focus()
        await type_text(pilot, "a\u200cb")
        assert (field.value if isinstance(field, Input) else field.text) == "ab"


class Pasted(App[None]):
    """A field of some kind."""

    def __init__(self, kind: type[Input]) -> None:
        """Of this kind."""
        super().__init__()
        self._kind = kind

    def compose(self) -> ComposeResult:
        """The field alone."""
        yield self._kind()


async def pasted(kind: type[Input], text: str) -> str:
    """What a field of this kind holds after a paste."""
    app = Pasted(kind)
    async with app.run_test() as pilot:
        app.query_one(kind).post_message(events.Paste(text))
        await pilot.pause()
        return app.query_one(kind).value


async def test_a_field_takes_a_paste_cleaned() -> None:
    """No escape sequence and no control character, and no word is lost."""
    assert await pasted(Field, "one\x1b[31m two\x9b2J\nthree\x85four\x80") == "one two three four"


async def test_a_plain_input_takes_control_characters() -> None:
    """Textual's own takes the first line with them."""
    assert "\x80" in await pasted(Input, "one\x80\ntwo")


class Long(App[None]):
    """A field of some kind that is shorter than its value."""

    def __init__(self, kind: type[Input]) -> None:
        """Of this kind."""
        super().__init__()
        self._kind = kind

    def compose(self) -> ComposeResult:
        """The field alone."""
        yield self._kind("a word and another " * 9, select_on_focus=False)


@pytest.mark.parametrize("kind", [Field, Input])
async def test_the_cursor_of_a_field_begins_in_sight(kind: type[Input]) -> None:
    """At the end of a long value; Textual's own shows the beginning, with no cursor in it."""
    app = Long(kind)
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        field = app.query_one(kind)
        assert (0 <= field.cursor_screen_offset.x < 40) is (kind is Field)
