"""Transcripts: whose turn each line belongs to, in plain text, in Word, in captions."""

from pathlib import Path

import pytest

from tests.intake.files import docx, paragraph
from workshop.errors import WorkshopError
from workshop.intake.source import read_source
from workshop.intake.transcript import Turn, turns


def _turns(folder: Path, name: str, data: str | bytes) -> tuple[Turn, ...]:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return turns(read_source(path))


def _said(folder: Path, name: str, data: str | bytes) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in _turns(folder, name, data)]


def test_lines_go_on_with_who_spoke_last(tmp_path: Path) -> None:
    """A colon inside what is said begins no turn after more words than a name has; what stands before the first name is nobody's."""
    text = "Notes of a talk\n\nDana: The bus is late.\nIt never came, they told me twice: no.\n\nP2: We walked.\nDana:\nAnd then?\n"
    assert _said(tmp_path, "a.txt", text) == [
        ("", "Notes of a talk"),
        ("Dana", "The bus is late.\nIt never came, they told me twice: no."),
        ("P2", "We walked."),
        ("Dana", "And then?"),
    ]


def test_a_name_is_known_again_in_other_letters(tmp_path: Path) -> None:
    """Typed in small letters further down it is the same speaker, and not words of the one before."""
    assert _said(tmp_path, "a.txt", "Dana Q: One.\nP2: Two.\ndana q: Three.\n")[2] == ("dana q", "Three.")


@pytest.mark.parametrize(
    "line", ["at 14:30 we left", "http://example.org", "it costs: too much for us all", "(laughs): yes", "what we want is: time"]
)
def test_what_is_no_name_begins_no_turn(tmp_path: Path, line: str) -> None:
    """Times, addresses, small letters and long phrases before a colon stay among the words."""
    assert _said(tmp_path, "a.txt", f"Dana: One.\n{line}\n") == [("Dana", f"One.\n{line}")]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("[00:01:02] Dana: One.", 62),
        ("1:02 - Dana: One.", 62),
        ("Dana [01:02]: One.", 62),
        ("Dana   0:01:02\nOne.", 62),
        ("Dana 1:02\n\nOne.", 62),
        ("Dana: One.", None),
    ],
)
def test_a_time_beside_the_name_is_no_word(tmp_path: Path, text: str, seconds: float | None) -> None:
    """Before the name or behind it, on its own line with the words below, as recorders and meeting programs write it."""
    (turn,) = _turns(tmp_path, "a.txt", text)
    assert (turn.speaker, turn.text, turn.seconds) == ("Dana", "One.", seconds)


CAPTIONS = """WEBVTT

NOTE made by a program

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:04.000 align:start
<v Dana Q>We could not pay

2
00:00:04.000 --> 00:00:06.000
<v Dana Q><i>the meter</i>.</v>

00:01:07.500 --> 00:01:09.000
<v.loud Sam>And &amp; so on

00:01:10.000 --> 00:01:12.000
P2: Yes
we did.
"""


def test_captions_that_go_on_are_one_turn(tmp_path: Path) -> None:
    """A sentence that runs over several cues is one turn; tags, cue numbers, notes and styles are no words."""
    found = _turns(tmp_path, "a.vtt", CAPTIONS)
    assert [(turn.speaker, turn.text, turn.seconds) for turn in found] == [
        ("Dana Q", "We could not pay the meter.", 1),
        ("Sam", "And & so on", 67),
        ("P2", "Yes we did.", 70),
    ]


def test_subtitles_read_as_captions(tmp_path: Path) -> None:
    """SubRip differs in its commas and its numbers alone."""
    text = "1\n00:00:01,000 --> 00:00:02,000\nDana: One.\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n"
    assert _said(tmp_path, "a.srt", text) == [("Dana", "One."), ("Dana", "Two.")]


def test_a_word_document_is_its_paragraphs(tmp_path: Path) -> None:
    """Those in a table too, runs joined, breaks kept; what was deleted with changes tracked, and second renderings, are not there."""
    body = (
        "<w:p><w:r><w:t>Dana: One</w:t></w:r><w:r><w:t xml:space='preserve'> two</w:t><w:br/><w:t>three.</w:t></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{paragraph('P2: Four.')}</w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:t>Sam: Five</w:t></w:r><w:del><w:r><w:delText> gone</w:delText></w:r></w:del>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Fallback><w:p><w:r><w:t>twice</w:t>'
        "</w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>"
    )
    assert _said(tmp_path, "a.docx", docx(body)) == [("Dana", "One two\nthree."), ("P2", "Four."), ("Sam", "Five")]


def test_a_broken_document_is_refused(tmp_path: Path) -> None:
    """In a line, with the cure."""
    with pytest.raises(WorkshopError, match="can't be read as a Word document"):
        _turns(tmp_path, "a.docx", docx("<w:p>"))


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_words_are_the_same_in_every_encoding(tmp_path: Path, codec: str) -> None:
    """As tables are read."""
    assert _said(tmp_path, "a.txt", "José: “Chips” – £1.50\r\n".encode(codec)) == [("José", "“Chips” – £1.50")]


@pytest.mark.parametrize("name", ["a.txt", "a.vtt"])
def test_an_empty_transcript_is_refused(tmp_path: Path, name: str) -> None:
    """Nothing is said, so nothing comes in."""
    with pytest.raises(WorkshopError, match="is empty"):
        _turns(tmp_path, name, "\n \n")


def test_words_are_cleaned(tmp_path: Path) -> None:
    """No escape sequence or bidi control of a transcript reaches a screen, in the words or in the name."""
    assert _said(tmp_path, "a.txt", "Da\x1b[31mna: On\u202ee.\x00\n") == [("Dana", "One.")]
