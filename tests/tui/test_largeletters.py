"""Large letters: which there are, that they fit, that all stand evenly."""

import string
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.plans import load_plan, plan_names
from workshop.tui.widgets.glyphs import SHEET, glyphs
from workshop.tui.widgets.largeletters import large
from workshop.tui.widgets.poster import spaced

DRAWN = string.ascii_letters + string.digits + string.punctuation
ALPHABETS = {
    "Gaelic": "ÀÈÌÒÙàèìòù",
    "Irish": "ÁÉÍÓÚáéíóú",
    "Welsh": "ÂÊÎÔÛŴŶâêîôûŵŷ",
    "Polish": "ĄĆĘŁŃÓŚŹŻąćęłńóśźż",
    "Romanian": "ĂÂÎȘȚăâîșț",
    "Turkish": "ÇĞİÖŞÜçğıöşü",
    "Hungarian": "ÁÉÍÓÖŐÚÜŰáéíóöőúüű",
    "Lithuanian": "ĄČĘĖĮŠŲŪŽąčęėįšųūž",
    "German, French, Nordic": "ÄÖÜßÇÉÈÊËÎÏÔŒœÅÆØåæøÐðÞþ",
    "Yoruba": "ẸỌṢẹọṣ",
    "punctuation": "‘’“”–—…«»¿¡£€°·×",
}


def dots(text: str) -> list[list[tuple[int, int]]]:
    """The ink of each letter."""
    return [sorted(glyph.dots) for glyph in glyphs(text) or []]


def test_every_letter_of_a_keyboard_is_drawn_and_no_two_alike() -> None:
    """Letters, digits and signs of ASCII each have a drawing of their own."""
    drawings = dots(DRAWN)
    assert len(drawings) == len(DRAWN)
    assert len({tuple(each) for each in drawings}) == len(DRAWN)
    assert all(drawings)


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_accents_are_drawn(alphabet: str) -> None:
    """The letters of the languages that families here write in Latin letters are drawn, none like another."""
    letters = ALPHABETS[alphabet]
    assert len({tuple(each) for each in dots(letters)}) == len(letters)
    assert dots(normalize("NFC", letters)) == dots(normalize("NFD", letters)), "composed or not, it is one drawing"


def test_the_sheet_is_whole() -> None:
    """Each band has nine rows under its letters, all as wide as the letters need."""
    for band in SHEET.read_text(encoding="utf-8").split("\n\n")[1:]:
        names, *rows = band.splitlines()
        assert len(rows) == 9
        assert len({len(row) for row in rows}) == 1, names
        assert set("".join(rows)) <= set("#. ")


@pytest.mark.parametrize("text", ["كيف حالك؟", "como está 🙂", "дети", "子ども", "", "   "])
def test_what_is_not_drawn_is_left_to_the_terminal(text: str) -> None:
    """Where one letter has no drawing none is drawn, so that a sentence looks like one."""
    assert large(text, 200, 60) is None


def test_the_letters_of_a_word_stand_side_by_side() -> None:
    """As they are drawn, a dot apart, in half cells."""
    assert large("Hi!", 12, 5) == [
        "█   █ ▀ █",
        "█▄▄▄█ █ █",
        "█   █ █ ▀",
        "▀   ▀ ▀ ▀",
    ]


def test_lines_are_broken_between_words_and_by_the_author() -> None:
    """Two words that don't fit on one line stand on two, as do two lines of the author's, each from the top of a cell."""
    one, other = large("Hi", 99, 5), large("Hi", 99, 10)
    assert one is not None
    assert other is not None
    assert len(other) == 7, "twice as large where there is room"
    assert large("Hi", 5, 5) == ["▌ ▌▘", "▙▄▌▌", "▌ ▌▌", "▘ ▘▘"], "half as wide where there is none"
    assert large("Hi Hi", 9, 9) == large("Hi\nHi", 9, 9) == [*one, *one]


@given(st.text(st.sampled_from(DRAWN + "äŵ ’\n"), min_size=1, max_size=60), st.integers(1, 200), st.integers(1, 60))
def test_it_never_outgrows_its_room(text: str, width: int, rows: int) -> None:
    """Whatever is drawn keeps within the cells that it was given, and more room never makes it smaller."""
    drawn = large(text, width, rows)
    if drawn is not None:
        assert len(drawn) <= rows
        assert max(map(len, drawn)) <= width
        roomier = large(text, width, rows + 1)
        assert roomier is not None
        assert len(roomier) >= len(drawn)


@given(st.text(max_size=80), st.integers(1, 100), st.integers(1, 30))
def test_the_terminal_s_own_letters_keep_within_their_room_too(text: str, width: int, rows: int) -> None:
    """Bold lines, spaced where that leaves room for all of them, else cut."""
    lines = spaced(" ".join(text.split()), width, rows)
    assert len(lines) <= rows
    assert all(line.cell_length <= max(2, width) for line in lines)


@pytest.mark.parametrize("name", plan_names())
def test_the_prompts_of_the_ready_made_plans_are_drawn(name: str) -> None:
    """On a screen of 160 columns and 50 rows every prompt is in large letters."""
    for activity in load_plan(name).activities:
        assert large(activity.prompt, 150, 36) is not None, activity.title
