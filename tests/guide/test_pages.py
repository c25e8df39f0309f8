"""The guides say what is so, in plain words, on a page each."""

import re
import shlex
from collections.abc import Iterator

import click
import pytest

from tests.sessions.reading import grade
from workshop.cli import COMMANDS, root
from workshop.errors import WorkshopError
from workshop.guide import GLOSSARY, PAGES, Heading, Items, Page, Paragraph, Span, Steps, Terms, load_page, named_page, plain
from workshop.model.capture.kinds import KINDS
from workshop.tui.keys import KEYS, Place
from workshop.tui.keys.spelling import meant

HARD = 7.0
"""The grade that each guide stays under."""
ONE_PAGE = 620
"""Words: about what stands on a sheet of A4 in a readable size."""


def spans(page: Page) -> Iterator[Span]:
    """Every span of a page."""
    for piece in page.pieces:
        match piece:
            case Paragraph(words):
                yield from words
            case Items(items) | Steps(items):
                for words in items:
                    yield from words
            case Terms(terms):
                for term in terms:
                    yield from (*term.name, *term.meaning)


def typed(name: str) -> list[str]:
    """What a page says is to be typed or pressed."""
    return [span.text for span in spans(load_page(name)) if span.code]


@pytest.mark.parametrize("name", PAGES)
def test_a_command_that_a_guide_names_is_there(name: str) -> None:
    """With its options, and with no more words than it takes."""
    for command in (text for text in typed(name) if text.startswith("workshop ")):
        _, verb, *words = shlex.split(command)
        assert verb in COMMANDS, command
        with click.Context(root) as context:
            found = root.get_command(context, verb)
            assert found is not None
            found.make_parser(click.Context(found)).parse_args(words)


@pytest.mark.parametrize("name", PAGES)
def test_a_key_that_a_guide_names_is_a_key(name: str) -> None:
    """Each chord is in the table of keys, and so is each letter that follows Ctrl+K."""
    known = {each for key in KEYS for each in key.keys.split(",")}
    chords = [text for text in typed(name) if re.fullmatch(r"(Ctrl|Shift)\+\w+|Delete", text)]
    assert all(meant(chord) in known for chord in chords), chords
    letters = re.findall(r"`Ctrl\+K` and `(\w)`", plain(load_page(name)))
    assert set(letters) <= {key.keys for key in KEYS if Place.MORE in key.places}


def test_the_marks_in_the_note_taker_s_guide_are_marks() -> None:
    """Each kind of moment that it names is one."""
    named = set(re.findall(r"`!(\w+)`", plain(load_page("note-taker")))) - {"off", "barrier", "enabler"}
    assert named
    assert named <= set(KINDS)


def test_every_word_of_the_design_is_explained(shared: object) -> None:
    """The glossary has each word that code, screens and files use for one thing."""
    table = (shared / "design" / "architecture.md").read_text("utf-8").partition("## 2")[0]  # type: ignore[operator]
    words = set(re.findall(r"\*\*(\w+)\*\*", "\n".join(line for line in table.splitlines() if line.startswith("|"))))
    explained = {span.text for span in spans(load_page(GLOSSARY)) if span.strong}
    assert words
    assert words <= explained


def test_each_guide_is_one_page_of_plain_words() -> None:
    """The reading age of each is printed; all are under grade 7 and short enough for a sheet of paper."""
    grades = {name: grade([re.sub(r"\n(?=- |\d)", "\n\n", re.sub(r"`[^`]*`", "this", plain(load_page(name), 10_000)))]) for name in PAGES}
    print("Flesch-Kincaid grade of the guides (target under 7):")
    print("\n".join(f"  {name:12} {found:4.1f}" for name, found in grades.items()))
    assert [name for name, found in grades.items() if found >= HARD] == []
    assert [name for name in PAGES if len(plain(load_page(name)).split()) > ONE_PAGE] == []


@pytest.mark.parametrize("name", PAGES)
def test_no_line_is_wider_than_asked_and_no_command_is_broken(name: str) -> None:
    """At 80 columns; what is typed stands on one line."""
    text = plain(load_page(name), 80)
    assert max(map(len, text.splitlines())) <= 80
    assert all(line.count("`") % 2 == 0 for line in text.splitlines())
    assert any(isinstance(piece, Heading) for piece in load_page(name).pieces)


def test_a_page_is_found_however_its_name_is_typed() -> None:
    """And where there is none, those that there are."""
    assert named_page("Note-Taker") == named_page("notetaker") == "note-taker"
    assert named_page("words") == GLOSSARY
    with pytest.raises(WorkshopError, match="facilitator, note-taker, organiser, glossary"):
        named_page("chef")
