"""A person's own keys and colours: what is taken, what is refused and how that is told."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.driving import settle, shown
from workshop import tui
from workshop.model.clock import Phase
from workshop.model.records import Session
from workshop.settings import keep_setting
from workshop.tui.app import WorkshopApp, run_shelf
from workshop.tui.keys import KEYS, key_name, naming_keys, use_keys
from workshop.tui.keys.remapping import FILE, RESERVED, read_own_keys
from workshop.tui.keys.spelling import meant, written
from workshop.tui.opening import run_compare, run_display, run_rehearsal, run_room
from workshop.tui.quirks import Field
from workshop.tui.screens.more import WhatElse
from workshop.tui.screens.room import RoomScreen
from workshop.tui.screens.room.base import NO_STATEMENT
from workshop.tui.themes import HIGH, THEMES
from workshop.workbook.book import Workbook
from workshop.workbook.catalogue import Catalogue


@pytest.fixture(autouse=True)
def usual_keys() -> Iterator[None]:
    """Whatever a test does, the next one has the usual keys."""
    yield
    use_keys({})


def test_each_key_of_the_table_is_read_as_it_is_written() -> None:
    """So what the program prints can be typed into the file."""
    names = {each for key in KEYS for each in key.keys.split(",")}
    assert {name: meant(written(name)) for name in names} == {name: name for name in names}


def test_keys_may_be_swapped_and_several_given() -> None:
    """With or without quotes around the name, in any spelling."""
    own = read_own_keys('"room.next" = "Ctrl+S"\nroom.toggle = ["control-n", "F5"]\n')
    assert own.faults == ()
    assert own.changed == {"room.next": "ctrl+s", "room.toggle": "ctrl+n,f5"}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('"room.nxt" = "F5"', 'did you mean "room.next"'),
        ('"room.next" = "Ctrl+Wheel"', '"Ctrl+Wheel" is no key'),
        ('"room.next" = 5', "takes a key in quotes"),
        ('"room.next" = "n"', "there it would be typed"),
        ('"room.next" = "F6"', "in the line it moves"),
        ('"room.next" = "Ctrl+H"', "terminals keep it"),
        ('"room.next" = "Ctrl+S"', '"room.toggle" in the Room'),
        ('"room.next" = "F1"', 'that is "help"'),
        ('"room.next" = "F5', "a quote is opened here"),
    ],
)
def test_what_can_t_be_is_told_with_its_line_and_the_usual_key_stays(line: str, words: str) -> None:
    """The other lines are taken all the same."""
    own = read_own_keys(f'"room.undo" = "F9"\n{line}\n')
    assert own.changed == {"room.undo": "f9"}
    (fault,) = own.faults
    assert fault.startswith(f"{FILE}:2: ")
    assert words in fault


def test_the_keys_that_terminals_keep_are_not_in_the_table_either() -> None:
    """One list of them, for the program's keys and a person's."""
    assert not RESERVED & {each for key in KEYS for each in key.keys.split(",")}


async def test_a_key_of_one_s_own_works_and_is_shown(book: Workbook, session: Session, tmp_path: Path) -> None:
    """In the key bar too; the usual one does nothing any more; what was wrong is given to be said."""
    keep_setting(tmp_path, FILE, '"room.toggle" = "F5"\n"room.x" = "F7"\n')
    keep_setting(tmp_path, "colours.txt", "high-contrast\n")
    app = WorkshopApp(RoomScreen(book, session))
    faults = app.use_own(tmp_path)
    assert [fault for fault in faults if fault.startswith("keys.toml:2:")] == faults
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.theme == HIGH.name
        assert key_name("room.toggle") == "F5"
        assert "F5 Start" in shown(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert book.clock(session).phase is Phase.NOT_STARTED
        await pilot.press("f5")
        await settle(pilot)
        assert book.clock(session).phase is Phase.RUNNING


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", THEMES)
def test_text_stands_out_in_every_theme(name: str) -> None:
    """Each colour of text on each colour behind it, that of the row chosen too, has a contrast of 4.5 to 1 at least; high contrast 7."""
    theme = THEMES[name]
    texts = [theme.foreground, theme.primary, theme.warning, theme.error, theme.success]
    texts += [theme.variables[each] for each in ("parents", "practitioners", "others", "quiet")]
    behind = [theme.background, theme.surface, theme.panel]
    behind += [theme.variables[f"block-cursor-{each}background"] for each in ("", "blurred-")]
    found = {}
    for text in texts:
        for back in behind:
            assert text is not None
            assert back is not None
            light, dark = sorted((luminance(text), luminance(back)), reverse=True)
            found[text, back] = (light + 0.05) / (dark + 0.05)
    least = 7.0 if name == "high-contrast" else 4.5
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least} == {}


async def test_no_color_leaves_shades_of_grey(book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR set nothing on the screen has a hue."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = WorkshopApp(RoomScreen(book, session))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        styles = [segment.style for strip in app.screen._compositor.render_strips() for segment in strip if segment.style]
        shown_in = {each.color.triplet for each in styles if each.color and each.color.triplet}
        assert shown_in
        assert [colour for colour in shown_in if len(set(colour)) > 1] == []


def sentences() -> Iterator[tuple[str, str]]:
    """Each text that the screens' code has in quotes, with its file; without docstrings, and without the keys' own package."""
    for file in sorted((Path(tui.__file__).parent).rglob("*.py")):
        if file.parent.name == "keys":
            continue
        tree = ast.parse(file.read_text("utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        bound = {
            id(arg) for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "Binding" for arg in node.args
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs | bound:
                yield file.name, node.value


NAMED = re.compile(
    r"\b(?:Ctrl\+\S|Shift\+\S|Enter|Esc|Tab|Space|Backspace|Delete|PgUp|PgDn|F\d\d?)(?!\w)"  # a key with a name
    r"|\b(?:Up|Down|Left|Right) (?:and|or)\b"
    r"|\b[Pp]ress (?:\S(?!\w)|[A-Z])"
    r"|(?:^|[\s(])[b-zB-HJ-Z=*/<>+!] (?!and\b|or\b)[a-z]+s\b"  # a letter or a sign that does something: "n adds one"
)
FIXED = {
    "Tab: to what was read, PgDn reads on": "where the cursor goes, and how what is read there moves, is Textual's own everywhere",
    "Type where the file is, or drag it here, and press Enter.": "a field that is typed in ends with Enter, whatever keys a screen has",
}
"""Sentences outside dialogs that write a key out, by how they begin, and why: no line of keys.toml changes that key."""


def dialogs() -> frozenset[str]:
    """Files with a dialog in them. Its keys are its own (Enter, Esc, Space, letters): none of them is in the table."""
    files = {file: ast.parse(file.read_text("utf-8")) for file in sorted((Path(tui.__file__).parent).rglob("*.py"))}
    classes = [(file.name, node) for file, tree in files.items() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found, kinds = set[str](), {"Dialog"}
    while new := {(file, each.name) for file, each in classes if each.name not in kinds and kinds & _bases(each)}:
        found |= {file for file, _ in new}
        kinds |= {name for _, name in new}
    return frozenset(found)


def _bases(made: ast.ClassDef) -> set[str]:
    return {ast.unparse(base).split("[")[0] for base in made.bases}


def test_a_sentence_names_a_key_by_its_verb() -> None:
    """So that it follows the keys of one's own: outside dialogs no key is written out, and each verb that is named is one."""
    ids, own = {key.id for key in KEYS}, dialogs()
    named = [(file, name) for file, text in sentences() for name in re.findall(r"\{([a-z]+\.[a-z.-]+)\}", text)]
    assert len(named) > 10
    assert [(file, name) for file, name in named if name not in ids] == []
    written_out = [(file, text) for file, text in sentences() if " " in text.strip() and file not in own and NAMED.search(text)]
    assert [pair for pair in written_out if not pair[1].startswith(tuple(FIXED))] == []
    assert {begins for begins in FIXED if any(text.startswith(begins) for _, text in written_out)} == FIXED.keys()


def test_no_verb_of_the_table_is_named_by_the_key_of_a_dialog() -> None:
    """A dialog that names a chord has it itself: the agenda's, for its own undo. The others name the table's by their verbs."""
    own = dialogs()
    chords = [(file, text) for file, text in sentences() if file in own and re.search(r"\b(?:Ctrl|Shift)\+", text)]
    assert [file for file, _ in chords] == ["agenda_change.py"]


@pytest.mark.parametrize("text", ["n adds one", "first: = lists them", "press w here", "Enter files it", "Up and Down choose", "F5 helps"])
def test_a_key_that_is_written_out_is_found(text: str) -> None:
    """By its name, or as a letter that does something."""
    assert NAMED.search(text)


@pytest.mark.parametrize(
    "text", ["a theme is on the list", "I see", "Enterprise", "what Tabitha said", "a group that has none", "Down the road"]
)
def test_words_are_no_keys(text: str) -> None:
    """What only looks like one."""
    assert not NAMED.search(text)


async def test_a_sentence_on_a_screen_follows_a_key_of_one_s_own(book: Workbook, session: Session, tmp_path: Path) -> None:
    """What brings a thing back after an undo is told with the key that now does."""
    keep_setting(tmp_path, FILE, '"room.more" = "F7"\n"room.statement" = "F5"\n')
    app = WorkshopApp(RoomScreen(book, session))
    assert app.use_own(tmp_path) == []
    assert naming_keys(NO_STATEMENT).endswith(": F5 makes one.")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        book.capture(session, "3: one remark")
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "F7 z brings it back" in shown(pilot)


async def test_the_key_that_opens_the_other_verbs_closes_them_too(book: Workbook, session: Session, tmp_path: Path) -> None:
    """Whichever it is; the usual one does nothing any more."""
    keep_setting(tmp_path, FILE, '"room.more" = "F7"\n')
    app = WorkshopApp(RoomScreen(book, session))
    assert app.use_own(tmp_path) == []
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key, kind in (("f7", WhatElse), ("ctrl+k", WhatElse), ("f7", RoomScreen)):
            await pilot.press(key)
            await settle(pilot)
            assert type(app.screen) is kind


def test_the_home_that_is_named_governs_keys_and_colours(
    book: Workbook, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the shelf, the Room, a rehearsal, the comparison and the display: not those of the usual shelf."""
    usual, named = tmp_path / "usual", tmp_path / "named"
    keep_setting(usual, "colours.txt", "light\n")
    keep_setting(named, "colours.txt", "high-contrast\n")
    monkeypatch.setenv("WORKSHOP_HOME", str(usual))
    seen: list[str] = []
    monkeypatch.setattr(WorkshopApp, "run", lambda app: seen.append(app.theme))
    run_shelf(Catalogue(named))
    run_room(book, session, named)
    run_rehearsal(book, named)
    run_compare(book, named)
    run_display(book, named)
    assert seen == [HIGH.name] * 5


def test_a_field_s_cursor_stands_still() -> None:
    """Nothing on a screen moves by itself. Textual's own blinks, whatever the app says of animations: else ours could go."""
    assert Input().cursor_blink is True
    assert Field().cursor_blink is False
