"""The capture line: no letter is lost between the key and the disk."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.driving import enter, press, running, settle, shown, type_text
from tests.workbook.conftest import Hands
from workshop.errors import NotSavedError
from workshop.model.records import Session
from workshop.tui.screens.room import RoomScreen
from workshop.tui.widgets.captureline import CaptureLine
from workshop.workbook.book import Workbook
from workshop.workbook.capturing import Saved


def line_of(pilot: Pilot[Any]) -> CaptureLine:
    """The capture line on the screen."""
    return pilot.app.screen.query_one(CaptureLine)


class Gate:
    """Holds every capture back until it is opened, as a slow disk does."""

    def __init__(self, capture: Callable[..., Saved]) -> None:
        """Stand before this verb."""
        self._capture = capture
        self.open = threading.Event()

    def __call__(self, *args: Any, **more: Any) -> Saved:
        """Wait, then capture."""
        assert self.open.wait(10)
        return self._capture(*args, **more)


async def test_the_text_stays_until_it_is_saved_and_what_is_typed_meanwhile_queues(
    book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the disk is slow three lines are entered and a fourth begun: all stay to be seen, and all are saved in their order."""
    gate = Gate(book.capture)
    monkeypatch.setattr(book, "capture", gate)
    async with running(RoomScreen(book, session)) as pilot:
        for text in ("3: one", "two", "4: three"):
            await type_text(pilot, text)
            await pilot.press("enter")
        await type_text(pilot, "4: fo")
        await pilot.press("backspace", "o")
        assert line_of(pilot).text == "3: one\ntwo\n4: three\n4: fo"
        assert not book.records.reflections
        gate.open.set()
        await settle(pilot)
        assert line_of(pilot).text == "4: fo"
        assert [(each.number, each.text) for each in book.records.reflections.values()] == [(1, "one"), (2, "two"), (3, "three")]
        await type_text(pilot, "ur")
        await press(pilot, "enter")
        assert [each.text for each in book.records.reflections.values()][-1] == "four"


async def test_keys_into_a_row_that_is_being_saved_go_below_it(book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Backspace and typing after Enter change nothing of what was entered."""
    gate = Gate(book.capture)
    monkeypatch.setattr(book, "capture", gate)
    async with running(RoomScreen(book, session)) as pilot:
        await type_text(pilot, "entered")
        await pilot.press("enter", "backspace", "home", "x", "ctrl+u")
        gate.open.set()
        await settle(pilot)
        assert [each.text for each in book.records.reflections.values()] == ["entered"]


async def test_not_saved_is_said_until_it_works(book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a full disk the text stays, with why in words; Enter tries again, and lines queued behind it are kept too."""
    working = book.capture

    def full(*_args: Any, **_more: Any) -> Saved:
        raise NotSavedError("The disk is full.", "Make room on it, then press Enter again.")

    monkeypatch.setattr(book, "capture", full)
    async with running(RoomScreen(book, session)) as pilot:
        await enter(pilot, "3: one")
        await type_text(pilot, "x")
        await pilot.press("backspace")
        assert line_of(pilot).text == "3: one"
        assert "not saved: The disk is full." in shown(pilot)
        assert "Make room on it, then press Enter again." in shown(pilot)
        await enter(pilot, "!")
        assert "not saved: The disk is full." in shown(pilot)
        monkeypatch.setattr(book, "capture", working)
        await press(pilot, "enter")
        assert line_of(pilot).text == ""
        assert "saved R1" in shown(pilot)
        assert "not saved" not in shown(pilot)
        assert [each.text for each in book.records.reflections.values()] == ["one!"]


async def test_a_clock_key_that_was_not_saved_is_said_too(book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing an entry of the timeline never fails silently."""

    def full(*_args: Any, **_more: Any) -> None:
        raise NotSavedError("The stick is full.")

    monkeypatch.setattr(book, "act", full)
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "ctrl+s")
        assert "not saved: The stick is full." in shown(pilot)


async def test_a_line_without_words_is_answered_with_how_to_write_one(book: Workbook, session: Session) -> None:
    """What can't be saved stays in the line, with the cure; a speaker alone only says who speaks from here on."""
    async with running(RoomScreen(book, session)) as pilot:
        await enter(pilot, "3: !agree")
        assert "No statement is being shown" in shown(pilot)
        assert line_of(pilot).text == "3: !agree"
        await pilot.press("ctrl+u")
        await enter(pilot, "5:")
        assert "p5 from here on" in shown(pilot)
        await enter(pilot, "and then")
        (reflection,) = book.records.reflections.values()
        assert book.records.participants[reflection.participant or ""].code == "p5"


async def test_the_moment_is_that_of_the_first_letter(book: Workbook, session: Session, hands: Hands) -> None:
    """A sentence takes a minute to type; it was said when its first letter was."""
    async with running(RoomScreen(book, session)) as pilot:
        begun = hands.wall
        await type_text(pilot, "3: it took ")
        hands.pass_(1)
        await enter(pilot, "a minute")
        second = hands.wall
        await type_text(pilot, "n")
        hands.pass_(1)
        await enter(pilot, "ext")
        assert [each.at for each in book.records.reflections.values()] == [begun, second]


async def test_one_pasted_line_goes_into_the_line_and_is_cleaned(book: Workbook, session: Session) -> None:
    """Where the cursor is, without escape sequences; its trailing newline enters nothing."""
    async with running(RoomScreen(book, session)) as pilot:
        await type_text(pilot, "3: ")
        line_of(pilot).post_message(events.Paste("\x1b]0;title\x07they \x1b[31mtold us\x1b[0m\n"))
        await settle(pilot)
        assert line_of(pilot).text == "3: they told us"
        assert not book.records.reflections


async def test_several_pasted_lines_are_shown_first(book: Workbook, session: Session) -> None:
    """Each with its speaker and themes, as they will become; Esc captures none, Enter all, in their order."""
    pasted = '3: "one" #food\n\ntwo, by the same\r\n4: three #debt\n'
    async with running(RoomScreen(book, session)) as pilot:
        line_of(pilot).post_message(events.Paste(pasted))
        await settle(pilot)
        screen = shown(pilot)
        assert "Capture these 3 lines as 3 remarks?" in screen
        assert "1  p3 parent, new  one  verbatim · #Food" in screen
        assert "2  p3 parent, new  two, by the same" in screen
        assert "3  p4 parent, new  three  #Debt, new theme" in screen
        await press(pilot, "escape")
        assert "none of the pasted lines was captured" in shown(pilot)
        assert not book.records.reflections
        line_of(pilot).post_message(events.Paste(pasted))
        await settle(pilot)
        await pilot.press("enter")
        for _ in range(5):
            await settle(pilot)
        assert [each.text for each in book.records.reflections.values()] == ["one", "two, by the same", "three"]
        assert "saved 3 remarks" in shown(pilot)


async def test_pasted_lines_that_can_t_be_saved_are_put_into_the_line(
    book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk fails at the second line, it and those behind it stay to be entered."""
    working = book.capture

    def fails_at_two(session: Session, line: str, **more: Any) -> Saved:
        if "two" in line:
            raise NotSavedError("The disk is full.")
        return working(session, line, **more)

    monkeypatch.setattr(book, "capture", fails_at_two)
    async with running(RoomScreen(book, session)) as pilot:
        line_of(pilot).post_message(events.Paste("one\ntwo\nthree"))
        await settle(pilot)
        await pilot.press("enter")
        for _ in range(5):
            await settle(pilot)
        assert [each.text for each in book.records.reflections.values()] == ["one"]
        assert line_of(pilot).text == "two\nthree"
        assert "not saved: The disk is full." in shown(pilot)
        monkeypatch.setattr(book, "capture", working)
        await pilot.press("enter")
        for _ in range(5):
            await settle(pilot)
        assert [each.text for each in book.records.reflections.values()] == ["one", "two", "three"]


async def test_tab_completes_as_far_as_all_agree_then_one_after_the_other(book: Workbook, session: Session) -> None:
    """#f becomes #Fo (Food, Forms), then #Food, then #Forms, then #Food again; what is offered stands below."""
    book.capture(session, "3: x #food #forms #debt")
    async with running(RoomScreen(book, session)) as pilot:
        await type_text(pilot, "4: y #f")
        texts = []
        for _ in range(4):
            await press(pilot, "tab")
            texts.append(line_of(pilot).text)
        assert texts == ["4: y #Fo", "4: y #Food ", "4: y #Forms ", "4: y #Food "]
        assert "Food  Forms  Tab: the next" in shown(pilot)
        await type_text(pilot, "!q")
        await press(pilot, "tab")
        assert line_of(pilot).text == "4: y #Food !question "
        assert "Tab" not in shown(pilot)


async def test_tab_takes_the_theme_that_the_hint_names(book: Workbook, session: Session) -> None:
    """#fod is a new theme until Tab says that Food was meant; one that was merged is named with what it is now."""
    book.capture(session, "3: x #food #larder")
    book.merge_themes("Larder", "Food")
    async with running(RoomScreen(book, session)) as pilot:
        await type_text(pilot, "4: y #lardder")
        assert "or #Larder (now Food)?" in shown(pilot)
        await press(pilot, "tab")
        assert line_of(pilot).text == "4: y #Food "
        await type_text(pilot, "#fod")
        assert "or #Food?" in shown(pilot)
        await press(pilot, "tab")
        assert line_of(pilot).text == "4: y #Food #Food "


async def test_tab_with_nothing_to_complete_leaves_the_line_in_focus(book: Workbook, session: Session) -> None:
    """A stray Tab loses neither text nor place."""
    async with running(RoomScreen(book, session)) as pilot:
        await type_text(pilot, "4: y ")
        await pilot.press("tab")
        assert pilot.app.focused is line_of(pilot)
        assert line_of(pilot).text == "4: y "


async def test_a_long_remark_wraps_to_more_rows(book: Workbook, session: Session) -> None:
    """Up to five rows, then it scrolls; nothing of it is hidden sideways."""
    async with running(RoomScreen(book, session)) as pilot:
        await type_text(pilot, "3: " + " ".join(f"word{number}" for number in range(40)))
        await settle(pilot)
        screen = shown(pilot)
        assert "word0" in screen
        assert "word39" in screen
        assert line_of(pilot).size.height <= 5


@pytest.mark.parametrize("key", ["ctrl+s", "ctrl+n", "ctrl+t", "ctrl+g", "ctrl+o", "ctrl+r", "ctrl+l", "ctrl+d", "f1", "ctrl+p", "pageup"])
async def test_no_verb_changes_what_is_being_typed(book: Workbook, session: Session, key: str) -> None:
    """Every chord of the Room works from inside the line and leaves its text alone."""
    async with running(RoomScreen(book, session)) as pilot:
        line = line_of(pilot)
        await type_text(pilot, "3: half a sent")
        await press(pilot, key)
        assert line.text == "3: half a sent"
