"""The Markdown report: the sections of every report, and people's words as text and as nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.report import made_up
from tests.report.page import made
from tests.report.rich import rich
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.markdown.marks import block, inline
from workshop.report.markdown.report import SECTIONS, markdown
from workshop.text import clean

READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
PLAIN = {"paragraph_open", "paragraph_close", "inline", "text", "softbreak", "hardbreak", "text_special"}


def source(shown: View) -> str:
    """The text of the file."""
    ((name, content),) = markdown(shown).items()
    assert name == "parenting-on-a-low-income-report.md"
    return content.decode()


def tokens(text: str) -> Iterator[Token]:
    """All that a reader of Markdown makes of a text, those inside lines too."""
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def texts(text: str) -> list[str]:
    """What is read in each line, cell, heading or item, with single spaces."""
    found = []
    for token in READER.parse(text):
        if token.type == "inline":
            parts = (child.content if child.type in ("text", "text_special") else " " for child in token.children or ())
            found.append(" ".join("".join(parts).split()))
    return found


def test_sections_stand_in_the_order_of_every_report() -> None:
    """Numbered headings, the same as everywhere; each section of the method has its writer."""
    shown = rich()
    headings = [line.removeprefix("## ") for line in source(shown).splitlines() if line.startswith("## ")]
    assert headings == [f"{number}. {title}" for number, (_, title) in enumerate(wording.contents(shown), start=1)]
    assert list(SECTIONS) == [name for name, _ in wording.CONTENTS]


def test_the_marking_stands_first_and_last() -> None:
    """Nobody opens it, and nobody reaches its end, without reading for whom it is."""
    shown = rich()
    lines = source(shown).splitlines()
    assert lines[0] == lines[-3] == f"**{shown.marking}**"


def test_it_says_what_the_page_says() -> None:
    """Every finding and its counts, every contested statement to its end, every fixed sentence, every remark with words."""
    shown = rich()
    found = texts(source(shown))
    everything = "\n".join(found)
    for finding in shown.findings:
        assert f"{finding.name} {finding.theme}" in found
        assert {count.text for count in finding.groups.values()} <= set(found)
    for sentence in (*shown.at_a_glance, *shown.notes, *shown.method):
        assert sentence in found
    assert "Parents answered: 6 of 8 parents disagreed (contested: challenged)" in found
    assert "Practitioners answered back: 4 of 6 practitioners disagreed" in found
    assert "D1 We ask before we write a leaflet" in found
    for said in shown.reflections:
        assert " ".join(said.quote.text.split()) in everything


def test_words_are_quoted_where_they_are_verbatim() -> None:
    """Quotation marks stand round what was said, and not round the note-taker's words."""
    found = source(rich())
    assert "- \u201cThat is naive. Mine know what day the money comes.\u201d (p3, disagree, R203)" in found
    assert "- I try. It does not work for long. (p2, partly, R202)" in found


def test_words_stay_words_whatever_they_are(shared: Path) -> None:
    """The naughty strings are read as the same words: no element, heading, list, link, picture or rule is made of them."""
    path = shared / "data" / "hostile" / "naughty-strings.txt"
    lines = path.read_bytes().decode("utf-8", "surrogateescape").split("\n")
    wanted = [clean(line) for line in lines if clean(line).strip()]
    wanted += ["# no heading", "two\nlines", "a\n\nb", "1. one\n2. two", "- x", "+ x", "===", "---", "| a | b |", "    four spaces"]
    wanted += ["[x](http://example.org)", "![x](y)", "a\\", "`code`", "~~gone~~", "&amp;", "<b>x</b>", "```\nfence", "> quoted", "a\n---"]
    data = made_up.records()
    model = data.reflections["g1"]
    remarks = {
        f"x{place}": replace(model, id=f"x{place}", number=1000 + place, text=text, verbatim=place % 2 == 0)
        for place, text in enumerate(wanted)
    }
    view = made(replace(data, reflections=remarks, codings={}))
    text = source(view)
    everything = " ".join(texts(text))
    assert [words for words in wanted if " ".join(words.split()) not in everything] == []
    kinds = {token.type for token in tokens(text)}
    assert not kinds & {"html_block", "html_inline", "image", "link_open", "code_block", "fence", "code_inline", "s_open", "em_open"}
    assert sum(token.type == "hr" for token in tokens(text)) == 1
    headings = [token for token in tokens(text) if token.type == "heading_open"]
    assert {token.tag for token in headings} == {"h1", "h2", "h3"}
    assert sum(token.tag == "h2" for token in headings) == len(wording.contents(view))


LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")) | st.sampled_from("#*_->+=1.)`|~\\ \n[]()!<>&$")


@given(st.text(alphabet=LETTERS))
def test_any_text_is_one_paragraph_of_itself(text: str) -> None:
    """Whatever is typed, a reader finds the same words, with nothing begun or ended by them."""
    cleaned = clean(text)
    for written in (inline(cleaned), block(cleaned)):
        found = list(tokens(written))
        assert {token.type for token in found} <= PLAIN
        assert " ".join(texts(written)).split() == cleaned.split()


@pytest.mark.parametrize("text", ["a | b", "| x", "a\nb", "`|`", "\\|"])
def test_a_cell_stays_one_cell(text: str) -> None:
    """A bar or a line end in a theme's title doesn't break the table."""
    shown = made(made_up.records())
    changed = tuple(replace(finding, theme=text) for finding in shown.findings)
    found = texts(source(replace(shown, findings=changed)))
    assert f"F1 {' '.join(text.split())}" in found


def test_an_empty_workshop_has_a_report() -> None:
    """Each empty section says so in a sentence, and no table stands without a row."""
    data = made_up.records()
    empty = replace(data, sessions={}, timelines={}, participants={}, reflections={}, themes={}, codings={}, statements={}, responses={})
    text = source(made(empty))
    for sentence in ("Nobody has taken part yet.", wording.NOTHING_CONTESTED, wording.NOTHING_SHARED, wording.NO_PRIORITIES):
        assert sentence in text
    assert "|" not in text
