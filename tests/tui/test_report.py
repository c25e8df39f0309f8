"""The Report screen: who it is for, what it will show and keep back, in which formats, where to, and that it gets there."""

import tempfile
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from tests.store.locks import quick_passphrases
from tests.tui.driving import burst, press_each, running, settle, shown, type_text
from tests.tui.test_compare import in_one_line
from tests.tui.test_sizes import SIZES
from workshop.model.records import Consent, Session
from workshop.tui.compared import Scope
from workshop.tui.reportview import WRITE
from workshop.tui.screens.compare import CompareScreen
from workshop.tui.screens.report import ReportScreen
from workshop.tui.screens.report import screen as report_screen
from workshop.tui.screens.report.flags import FlagsScreen
from workshop.tui.screens.shelf import ShelfScreen
from workshop.workbook.book import Workbook
from workshop.workbook.locking import lock
from workshop.workbook.shelf import Shelf, open_workshop


@pytest.fixture
def talked(book: Workbook, session: Session) -> Workbook:
    """R1 may be quoted and names somebody, R2 may only be counted."""
    book.capture(session, '3: "Mrs Reid was kind" #school')
    book.capture(session, "5: nobody asks us #asked")
    book.set_consent(session, "p3", Consent.QUOTE)
    return book


def rows(pilot: Pilot[Any]) -> ReportScreen:
    """The screen that is open."""
    assert isinstance(pilot.app.screen, ReportScreen)
    return pilot.app.screen


async def choose(pilot: Pilot[Any], row: str, *keys: str) -> None:
    """Go to a row, open its question, and answer with these keys."""
    rows(pilot).rows.choose(row)
    await press_each(pilot, "enter", *keys)


async def test_a_working_copy_is_written_where_it_says(talked: Workbook) -> None:
    """One key writes the page into a folder of its own in the workshop's; the files are listed, and the next has another folder."""
    async with running(ReportScreen(talked), (120, 40)) as pilot:
        assert "2 remarks shown as noted." in shown(pilot)
        await press_each(pilot, "w")
        (written,) = (talked.folder / "reports").glob("working-*/*.html")
        told = in_one_line(shown(pilot))
        assert "Written" in told
        assert written.name in told
        assert str(written.parent) in told.replace(" ", "")
        assert [export.audience for export in talked.exports()] == ["working"]


async def test_what_is_kept_back_is_counted_and_said_why(talked: Workbook) -> None:
    """For everybody: the remark that may only be counted, small numbers, codes; and that the check can't find everything."""
    async with running(ReportScreen(talked), (120, 40)) as pilot:
        await choose(pilot, "audience", "end", "enter")
        told = in_one_line(shown(pilot))
        assert "1 remark shown as noted." in told
        assert "1 remark counted without words: nobody agreed that the words are passed on." in told
        assert "numbers of people: below 3, or all but as few, they would point at somebody." in told
        assert "Codes, times and organisations beside a quote" in told
        assert "can’t find everything" in told
        assert "1 of 1 to answer" in told


async def test_nothing_is_written_while_a_flag_is_open(talked: Workbook) -> None:
    """The screen says so; the flag is answered beside it, and then it is written."""
    async with running(ReportScreen(talked), (120, 40)) as pilot:
        await choose(pilot, "audience", "end", "enter")
        await press_each(pilot, "w")
        assert "1 flag has no answer yet: " in shown(pilot)
        assert talked.exports() == ()
        await choose(pilot, "check")
        assert isinstance(pilot.app.screen, FlagsScreen)
        await press_each(pilot, "r", "enter")
        assert "Every flag is answered" in shown(pilot)
        await press_each(pilot, "escape", "w")
        (page,) = (talked.folder / "reports").glob("published-*/*.html")
        assert "[a name] was kind" in page.read_text(encoding="utf-8")
        assert "Mrs Reid" not in page.read_text(encoding="utf-8")


async def test_a_copy_for_participants_is_somebody_s(talked: Workbook) -> None:
    """Whose it is has to be chosen first; then it has their words and no others'."""
    async with running(ReportScreen(talked), (120, 40)) as pilot:
        await choose(pilot, "audience", "home", "down", "enter")
        assert "choose whose it is" in shown(pilot)
        await press_each(pilot, "w")
        assert talked.exports() == ()
        await choose(pilot, "whose", *["home" if talked.perspectives[0].name == "parent" else "down"], "enter")
        assert "parents" in shown(pilot)
        assert "1 of 1 to answer" in shown(pilot)


async def test_formats_are_ticked_and_say_what_they_are_for(talked: Workbook) -> None:
    """All that there are; what a format can be told, such as a Word file's styles, is asked only while it is ticked."""
    async with running(ReportScreen(talked), (160, 50)) as pilot:
        assert "Word template" not in shown(pilot)
        rows(pilot).rows.choose("formats")
        await press_each(pilot, "enter")
        told = in_one_line(shown(pilot))
        assert all(form.purpose in told for form in list(talked.formats.values())[:6])
        await press_each(pilot, "space", "c", "space", "enter")
        assert "csv" in shown(pilot)
        await press_each(pilot, "w")
        assert {path.suffix for path in (talked.folder / "reports").glob("*/*")} == {".csv"}
        await choose(pilot, "formats", "home", "down", "space", "enter")
        assert "Word template" in shown(pilot)
        await choose(pilot, "formats", "q", "space", "enter")
        assert "people as codes" in shown(pilot)
        await choose(pilot, "case_codes", "up", "home", "enter")
        assert "yes" in shown(pilot)


async def test_keys_that_come_at_once_are_answered_in_their_order(talked: Workbook) -> None:
    """Down and Space in one burst tick docx, not the row above; Backspace and Space leave one ticked."""
    async with running(ReportScreen(talked), (120, 40)) as pilot:
        rows(pilot).rows.choose("formats")
        await press_each(pilot, "enter")
        await burst(pilot, "down space enter")
        assert "html, docx" in shown(pilot)
        await press_each(pilot, "enter")
        await burst(pilot, "backspace end space enter")
        assert "nvivo Word files and sheets" in in_one_line(shown(pilot))


async def test_a_letter_ticks_all_formats_or_none(talked: Workbook) -> None:
    """The dialog says so."""
    async with running(ReportScreen(talked), (160, 50)) as pilot:
        rows(pilot).rows.choose("formats")
        await press_each(pilot, "enter")
        assert "a all or none" in shown(pilot)
        await press_each(pilot, "a", "enter")
        assert ", ".join(talked.formats) in in_one_line(shown(pilot))
        await press_each(pilot, "enter", "a", "enter")
        assert "(choose)" in shown(pilot)


async def test_a_path_is_typed_or_dragged_without_going_to_its_field_first(talked: Workbook, tmp_path: Path) -> None:
    """The letters go to the field, all in one burst or pasted; Space ticks nothing where only one can be chosen."""
    async with running(ReportScreen(talked), (160, 40)) as pilot:
        rows(pilot).rows.choose("folder")
        await press_each(pilot, "enter")
        await press_each(pilot, "space")
        assert "\u2713" not in shown(pilot)
        await type_text(pilot, f"{tmp_path}/a b")
        await press_each(pilot, "enter")
        assert f"{tmp_path}/a b" in shown(pilot)
        await press_each(pilot, "enter")
        pilot.app.post_message(events.Paste(f"{tmp_path}/dragged\n"))
        await press_each(pilot, "enter")
        assert f"{tmp_path}/dragged" in shown(pilot)


async def test_what_had_to_be_done_first_is_not_said_once_it_is_done(talked: Workbook) -> None:
    """That flags are open goes with the last one; why there is no report yet stands in one place, not in two."""
    async with running(ReportScreen(talked), (120, 40)) as pilot:
        await choose(pilot, "audience", "end", "enter")
        await press_each(pilot, "w")
        assert "1 flag has no answer yet" in shown(pilot)
        await press_each(pilot, "f", "k", "escape")
        assert "1 answered" in shown(pilot)
        assert "no answer yet" not in shown(pilot)
        await choose(pilot, "audience", "home", "down", "enter")
        await press_each(pilot, "w")
        assert shown(pilot).count("choose whose it is") == 1
        assert "Nothing is written yet: it says above why." in shown(pilot)


async def test_what_a_point_goes_on_with_stands_below_its_words(talked: Workbook) -> None:
    """No line but the first of a point begins where the bullets stand."""
    async with running(ReportScreen(talked), (60, 50)) as pilot:
        await choose(pilot, "audience", "end", "enter")
        lines = shown(pilot).splitlines()
        start = next(place for place, line in enumerate(lines) if "It will keep back" in line)
        told = [line[2:] for line in lines[start + 1 : next(n for n in range(start, len(lines)) if not lines[n].strip())]]
        assert any(line.startswith("  ") for line in told)
        assert all(line.startswith(("\u00b7 ", "  ")) for line in told)


async def test_the_narrowest_screen_says_what_writes(talked: Workbook) -> None:
    """At 40 columns too the row that writes is the first one, chosen on arrival, and the footer has the key that does it."""
    async with running(ReportScreen(talked), (40, 12)) as pilot:
        assert rows(pilot).rows.chosen == WRITE
        assert "write it now" in shown(pilot)
        assert "Enter" in shown(pilot).splitlines()[-1]


async def test_enter_on_arrival_writes(talked: Workbook) -> None:
    """A new user's first Enter writes the report; the page offers no undo, since nothing on it can be undone."""
    async with running(ReportScreen(talked)) as pilot:
        assert "Undo" not in shown(pilot).splitlines()[-1]
        await press_each(pilot, "enter")
        assert list((talked.folder / "reports").glob("*/*.html"))


async def test_a_template_that_is_none_is_refused_at_once(talked: Workbook, tmp_path: Path) -> None:
    """In a line, before anything is written."""
    (tmp_path / "letter.docx").write_text("no Word file")
    async with running(ReportScreen(talked), (120, 40)) as pilot:
        await choose(pilot, "formats", "home", "down", "space", "enter")
        rows(pilot).rows.choose("template")
        await press_each(pilot, "enter", "tab")
        await type_text(pilot, str(tmp_path / "letter.docx"))
        await press_each(pilot, "enter")
        assert "The template is no Word file." in shown(pilot)


async def test_nothing_is_written_without_a_format(talked: Workbook) -> None:
    """It says what is missing."""
    async with running(ReportScreen(talked), (120, 40)) as pilot:
        await choose(pilot, "formats", "home", "space", "enter")
        await press_each(pilot, "w")
        assert "No format is ticked." in shown(pilot)
        assert talked.exports() == ()


async def test_a_file_in_the_way_is_asked_about(talked: Workbook, tmp_path: Path) -> None:
    """Esc leaves it as it is, y writes over it; Enter alone is no answer."""
    (mine,) = talked.export(("html",), tmp_path)
    mine.write_text("mine", encoding="utf-8")
    async with running(ReportScreen(talked), (120, 40)) as pilot:
        rows(pilot).rows.choose("folder")
        await press_each(pilot, "enter", "tab")
        await type_text(pilot, str(tmp_path))
        await press_each(pilot, "enter", "w")
        assert "These are there already" in shown(pilot)
        await press_each(pilot, "enter", "escape")
        assert mine.read_text(encoding="utf-8") == "mine"
        assert "Nothing was written." in shown(pilot)
        await press_each(pilot, "w", "y")
        assert mine.read_text(encoding="utf-8").startswith("<!doctype html>")


async def test_a_folder_that_can_t_be_is_said(talked: Workbook) -> None:
    """Somebody's home that is not there, a name that is too long: in a line, and the program goes on."""
    async with running(ReportScreen(talked), (120, 40)) as pilot:
        for folder, told in (("~nobody-of-this-name/x", "There is no home of ~nobody-of-this-name here."), ("/" + "x" * 300, "where to")):
            rows(pilot).rows.choose("folder")
            await press_each(pilot, "enter", "tab")
            await type_text(pilot, folder)
            await press_each(pilot, "enter")
            assert told in in_one_line(shown(pilot))
        await press_each(pilot, "w")
        assert "not saved: The report could not be written" in in_one_line(shown(pilot))
        assert "Written" not in shown(pilot)


async def test_progress_is_told_and_esc_stops_it(talked: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which format it is at is said while keys work; stopped before the last one, nothing is written, and the screen stays."""
    go_on, export = Event(), Workbook.export

    def slow(book: Workbook, *formats: Any, tell: Any, **how: Any) -> tuple[Path, ...]:
        def told(name: str) -> None:
            tell(name)
            assert go_on.wait(30)

        return export(book, *formats, tell=told, **how)

    monkeypatch.setattr(Workbook, "export", slow)
    async with running(ReportScreen(talked), (120, 40)) as pilot:
        await choose(pilot, "formats", "c", "space", "enter")
        await pilot.press("w", "up")
        await pilot.pause()
        while "writing html, 1 of 2 ..." not in shown(pilot):
            await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "stopping ..." in shown(pilot)
        go_on.set()
        await settle(pilot)
        assert "Stopped: nothing was written." in shown(pilot)
        assert talked.exports() == ()
        assert not (talked.folder / "reports").exists()
        await press_each(pilot, "w")
        assert "written: " in shown(pilot)


async def test_a_throw_away_copy_s_report_stays(example: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in a folder of its own outside the copy, and the screen says that it stays; where none is written there is none."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    async with running(ReportScreen(example, throw_away=True), (160, 50)) as pilot:
        assert not list(tmp_path.glob("workshop-report-*"))
        await press_each(pilot, "w")
        (written,) = tmp_path.glob("workshop-report-*/*.html")
        assert f"{written.parent} (it stays when you leave)" in in_one_line(shown(pilot))
    assert not (example.folder / "reports").exists()


async def test_the_folder_is_opened_or_named(talked: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no window can be opened the screen says where the files are."""
    opened: list[Path] = []

    def remember(folder: Path) -> bool:
        opened.append(folder)
        return len(opened) == 1

    monkeypatch.setattr(report_screen, "open_folder", remember)
    async with running(ReportScreen(talked), (160, 40)) as pilot:
        await press_each(pilot, "o")
        assert opened == []
        await press_each(pilot, "w", "o")
        assert f"opened {opened[0]}" in in_one_line(shown(pilot))
        await press_each(pilot, "o")
        assert f"No window can be opened from here. The files are in {opened[0]}" in in_one_line(shown(pilot))
    assert opened[0].parent == talked.folder / "reports"


async def test_a_locked_workshop_offers_no_folder_of_its_own(talked: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report is in clear: where it is to stand is asked."""
    folder = Path(talked.folder)
    talked.close()
    quick_passphrases(monkeypatch)
    lock(folder, "several words of a kind")
    locked = open_workshop(folder, "several words of a kind")
    async with running(ReportScreen(locked), (120, 40)) as pilot:
        await press_each(pilot, "w")
        assert "the workshop is locked, and a report is in clear" in in_one_line(shown(pilot))
    locked.close()


async def test_a_part_is_not_for_everybody(example: Workbook) -> None:
    """Of a part and the whole, small numbers could be worked out: the screen says so, and all of it can be chosen instead."""
    async with running(ReportScreen(example, Scope(lane="our part"), "Only the lane our part."), (120, 40)) as pilot:
        assert "the part compared" in shown(pilot)
        await choose(pilot, "part", "end", "enter")
        assert "all of it" in shown(pilot)
        await choose(pilot, "audience", "end", "enter")
        assert "It will keep back" in shown(pilot)


async def test_it_is_reached_from_the_shelf_and_from_the_comparison(talked: Workbook) -> None:
    """By a key; Esc goes back there."""
    home = talked.folder.parent
    async with running(CompareScreen(talked), (120, 40)) as pilot:
        await press_each(pilot, "e")
        assert "It will show" in shown(pilot)
        await press_each(pilot, "escape")
        assert isinstance(pilot.app.screen, CompareScreen)
    talked.close()
    async with running(ShelfScreen(Shelf(home)), (120, 40)) as pilot:
        await pilot.press("e")
        while "It will show" not in shown(pilot):
            await pilot.pause()
        await press_each(pilot, "escape")
        assert isinstance(pilot.app.screen, ShelfScreen)


@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_survives_every_size(talked: Workbook, size: tuple[int, int]) -> None:
    """The list, its questions, the flags, what was written; then it can be read again at 80 columns."""
    async with running(ReportScreen(talked), size) as pilot:
        for row in ("audience", "formats", "folder"):
            await choose(pilot, row, "end", "enter")
        await press_each(pilot, "f", "p", "escape", "d", "escape", "w")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "for whom" in shown(pilot)
        assert "published" in shown(pilot)
