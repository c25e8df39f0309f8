"""`clean` lets every word through and nothing that acts; `fold` tells spellings of one title to be one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.text import clean, clean_line, fold

ANYTHING = st.text(
    st.one_of(st.sampled_from("\x1b[]m;0\x07\x9b\x9d\\aP\u202e\ufeff\U0001f3f4\U000e0067\U000e007f\r\n\u2028e\u0301 \t"), st.characters())
)


@pytest.mark.parametrize(
    ("given_text", "cleaned"),
    [
        ("plain words", "plain words"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]52;c;c2VjcmV0\x07after", "after"),
        ("\x1b]0;title\x1b\\after", "after"),
        ("\x9b31mred", "red"),
        ("an unended \x1b]0; keeps its words", "an unended ]0; keeps its words"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\u202egnp.exe\u202c", "agnp.exe"),
        ("\ufeffBOM", "BOM"),
        ("\ud800lone", "lone"),
        ("nul\x00bell\x07", "nulbell"),
        ("word\x0bbreak\x0cpage", "word\nbreak\npage"),
        ("e\u0301", "\xe9"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467 family", "\U0001f468\u200d\U0001f469\u200d\U0001f467 family"),
        (
            "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
            "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        ),
        ("hid\U000e0061\U000e0062den", "hidden"),
        ("שלום\u200f!", "שלום\u200f!"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_what_stays_and_what_goes(given_text: str, cleaned: str) -> None:
    """Each kind of thing that acts on a terminal, hides or reorders goes; words, joiners, flags and marks stay."""
    assert clean(given_text) == cleaned


@given(ANYTHING)
def test_clean_is_done_when_it_is_done(text: str) -> None:
    """Cleaned twice is cleaned once; what comes out can be written as UTF-8 and holds no control but newline and tab."""
    once = clean(text)
    assert clean(once) == once
    once.encode()
    assert not [character for character in once if (character < " " and character not in "\n\t") or "\x7f" <= character <= "\x9f"]


@given(ANYTHING)
def test_a_clean_line_is_one_line(text: str) -> None:
    """No newline and no tab is left, the ends hold no space, and a second time changes nothing."""
    line = clean_line(text)
    assert "\n" not in line
    assert line == line.strip() == clean_line(line)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("income-maximisation", "Income maximisation"),
        ("Food_Bank", "FOOD  bank"),
        ("children\u2019s shoes", "Children's shoes"),
        ("stra\xdfe", "STRASSE"),
        ("\ufb01nance", "finance"),
        ("day\u2013to\u2013day", "day to day"),
    ],
)
def test_spellings_of_one_title_fold_to_one(one: str, other: str) -> None:
    """Case, hyphens and dashes, underscores, spaces, apostrophes and ligatures don't make another title."""
    assert fold(one) == fold(other)


@given(ANYTHING)
def test_fold_is_stable(text: str) -> None:
    """Folded twice is folded once, or an id would depend on how often it was asked for."""
    assert fold(fold(text)) == fold(text)


def test_naughty_strings(shared: Path) -> None:
    """All strings that break software come through `clean` and `fold` whole and stable."""
    for line in (shared / "data" / "hostile" / "naughty-strings.txt").read_text(encoding="utf-8", errors="surrogateescape").split("\n"):
        assert clean(clean(line)) == clean(line)
        assert fold(fold(line)) == fold(line)
