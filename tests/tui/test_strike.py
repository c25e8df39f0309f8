"""Striking a remark from the Room's list: what goes is shown, then the words are nowhere."""

import re
from pathlib import Path

import pytest

from tests.store.locks import words_in_clear
from tests.tui.driving import enter, press, running, settle, shown
from workshop.model.records import Session
from workshop.tui.screens.help import Help
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.strike import SHOWN, StrikeThis
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import open_workshop


async def test_a_remark_is_struck_by_keys_alone(book: Workbook, session: Session) -> None:
    """Up to the list, to the remark, Delete, y: it is off the list and in no file, and of its words nothing is said."""
    async with running(RoomScreen(book, session)) as pilot:
        await enter(pilot, "3: the landlord keeps the deposit #rent")
        await enter(pilot, "4: the bus is late")
        assert "Strike" not in shown(pilot)
        await press(pilot, "shift+tab")
        assert "Delete Strike" in shown(pilot)
        await press(pilot, "up", "delete")
        assert "Strike R1, for good? This can't be undone." in shown(pilot)
        assert "R1  the landlord keeps the deposit" in shown(pilot)
        assert "Themes about which nothing else was said stay: Rent." in shown(pilot)
        await press(pilot, "y")
        assert "1 remark withdrawn" in shown(pilot)
        assert "landlord" not in shown(pilot)
        assert "the bus is late" in shown(pilot)
    assert words_in_clear(book.folder, ["landlord", "the bus"]) == ["the bus"]


async def test_enter_and_esc_strike_nothing(book: Workbook, session: Session) -> None:
    """What can't be undone is not done by the key that is pressed without a thought."""
    book.capture(session, "3: the landlord keeps the deposit")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "shift+tab", "delete")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, StrikeThis)
        await press(pilot, "escape")
        assert "the landlord keeps the deposit" in shown(pilot)
    assert len(book.records.reflections) == 1


async def test_delete_in_the_line_is_a_key_for_typing(book: Workbook, session: Session) -> None:
    """While a remark is chosen in the list, the line's own Delete takes off a letter and nothing else."""
    book.capture(session, "3: the landlord keeps the deposit")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "shift+tab", "escape", "a", "b", "home", "delete")
        assert isinstance(pilot.app.screen, RoomScreen)
        assert pilot.app.screen.line.text == "b"
        assert not pilot.app.screen.check_action("strike", ())


async def test_the_palette_strikes_too(book: Workbook, session: Session) -> None:
    """Opened from the list it offers the command, from the line it does not."""
    book.capture(session, "3: the landlord keeps the deposit")
    async with running(RoomScreen(book, session)) as pilot:
        screen = pilot.app.screen
        assert "remark: strike" not in [each.title for each in pilot.app.get_system_commands(screen)]
        await pilot.press("shift+tab", "ctrl+p")
        await press(pilot, *"strike")
        await press(pilot, "enter")
        await settle(pilot)
        assert "Strike R1, for good?" in shown(pilot)


async def test_the_statement_made_of_it_and_the_reports_are_named(book: Workbook, session: Session, tmp_path: Path) -> None:
    """Before the question is answered: what else goes, what can't be reached."""
    book.capture(session, "3: the landlord keeps the deposit")
    (said,) = book.records.reflections.values()
    book.add_statement(said.text, "parent", sources=("R1",))
    book.export(["html"])
    book.export(["html"], tmp_path / "away")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "shift+tab", "delete")
        screen = shown(pilot)
        assert "T3, the statement made of it: the landlord keeps the deposit" in screen
        assert "the report" in screen
        assert "1 report written elsewhere held the words" in screen


async def test_another_window_strikes_it_here_too(book: Workbook, session: Session) -> None:
    """What is struck elsewhere goes from this list as soon as this window hears of it."""
    book.capture(session, "3: the landlord keeps the deposit")
    book.capture(session, "3: the bus is late")
    async with running(RoomScreen(book, session)) as pilot:
        with open_workshop(book.folder) as other:
            other.strike("R1")
        book.refresh()
        await settle(pilot)
        assert "landlord" not in shown(pilot)
        assert "the bus is late" in shown(pilot)


async def test_more_said_since_the_look_is_not_struck_unseen(book: Workbook, session: Session) -> None:
    """A statement that was made of the remark while the question stood open: nothing goes, and why is said."""
    book.capture(session, "3: the landlord keeps the deposit")
    async with running(RoomScreen(book, session)) as pilot:
        await press(pilot, "shift+tab", "delete")
        book.add_statement("Landlords keep deposits.", "parent", sources=("R1",))
        await press(pilot, "y")
        assert "More has come in since that was looked at" in shown(pilot)
    assert len(book.records.reflections) == 1


async def test_a_long_remark_is_shown_shortened(book: Workbook, session: Session) -> None:
    """Enough to know it again."""
    book.capture(session, "3: " + "and so it goes on " * 40)
    words = StrikeThis(book.striking("R1"))
    async with running(RoomScreen(book, session)) as pilot:
        pilot.app.push_screen(words)
        await settle(pilot)
        assert "…" in shown(pilot)
        assert shown(pilot).count("goes on") <= SHOWN // 18 + 1


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (80, 24)])
async def test_the_way_to_answer_stays_in_sight(book: Workbook, session: Session, tmp_path: Path, size: tuple[int, int]) -> None:
    """However long the list of what goes is: here with two backups of long names, and a file that workshop doesn't know."""
    book.capture(session, "3: the landlord keeps the deposit #rent")
    for name in ("a stick of a very long name indeed", "a drive of a very long name indeed"):
        (tmp_path / name / name).mkdir(parents=True)
        book.backup_to(tmp_path / name / name)
    (book.folder / "x.jsonl.bak").write_text("the landlord keeps the deposit")
    async with running(RoomScreen(book, session), size) as pilot:
        pilot.app.push_screen(StrikeThis(book.striking("R1")))
        await settle(pilot)
        assert "y strikes it" in shown(pilot)
        assert "Strike R1" in shown(pilot)
        await press(pilot, "end")
        assert "y strikes it" in shown(pilot)
        if size[1] > 5:
            without_bar = " ".join(re.sub("[\u2580-\u259f]", " ", shown(pilot)).split())
            assert "nothing else was said" in without_bar
            assert "may hold words: x.jsonl.bak." in without_bar


async def test_undo_by_reflex_after_a_strike_undoes_nothing(book: Workbook, session: Session) -> None:
    """The first press says that a strike can't be undone and names what a second one would take back."""
    async with running(RoomScreen(book, session), (120, 30)) as pilot:
        await enter(pilot, "3: the bus is late")
        await enter(pilot, "3: the landlord keeps the deposit")
        await press(pilot, "shift+tab", "delete")
        await press(pilot, "y")
        await press(pilot, "ctrl+z")
        told = " ".join(shown(pilot).split())
        assert "A strike can't be undone" in told
        assert "R1 the bus is late" in told
        assert len(book.records.reflections) == 1
        await press(pilot, "ctrl+z")
        assert not book.records.reflections
        assert "Ctrl+K z brings it back" in shown(pilot)
        await press(pilot, "ctrl+k", "z")
        assert "redone: R1 the bus is late" in shown(pilot)
        assert len(book.records.reflections) == 1


async def test_help_in_the_room_names_it(book: Workbook, session: Session) -> None:
    """With what it does."""
    async with running(RoomScreen(book, session), (100, 60)) as pilot:
        await press(pilot, "f1")
        assert isinstance(pilot.app.screen, Help)
        assert "strike the remark chosen in the list, for good" in shown(pilot)


async def test_the_line_that_takes_the_last_remark_off_the_record_says_so(book: Workbook, session: Session) -> None:
    """The line "+ !off" strikes it, and what is said is what a strike says."""
    async with running(RoomScreen(book, session)) as pilot:
        await enter(pilot, "3: the landlord keeps the deposit")
        await enter(pilot, "+ !off")
        assert "1 remark withdrawn" in shown(pilot)
        assert "landlord" not in shown(pilot)
