"""How many lines a text takes is told quickly, and just as Textual would wrap it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from workshop.tui.widgets.hanging import lines_of

LETTERS = st.one_of(
    st.characters(min_codepoint=33, max_codepoint=126),
    st.characters(min_codepoint=0xA1, max_codepoint=0x180),
    st.sampled_from("“”‘’–—…★子"),
)
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=14), max_size=40)


@given(words=WORDS, gaps=st.lists(st.integers(1, 3), min_size=41, max_size=41), width=st.integers(1, 60))
def test_it_agrees_with_content(words: list[str], gaps: list[int], width: int) -> None:
    """Over any words, runs of blanks and widths: the same number of lines, or None."""
    text = "".join(word + " " * gap for word, gap in zip(words, gaps, strict=False))
    told = lines_of(text, width)
    assert told is None or told == Content(text).get_height({}, width)


def test_it_tells_for_an_ordinary_remark() -> None:
    """None would be no gain."""
    assert lines_of("“we walk to the shop because the bus costs more than the café”", 20) == 4


@pytest.mark.parametrize("text", ["a\u00a0b", "a\nb", "a\tb", "子供", "incomprehensibilities of it"])
def test_what_it_can_t_tell_it_leaves_to_content(text: str) -> None:
    """Other letters, line breaks, and words longer than the line."""
    assert lines_of(text, 10) is None
