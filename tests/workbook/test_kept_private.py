"""What plans keep back: a story circle keeps no words, and what is said in supervision goes back to who said it alone."""

import json
from pathlib import Path

import pytest

from tests.sessions.playing import play
from workshop.errors import WorkshopError
from workshop.model.search import Filter
from workshop.plans import load_plan
from workshop.report.formats import FORMATS

STORY = "the rent was three months behind"


def test_a_story_s_words_are_not_kept_though_somebody_types_them(tmp_path: Path) -> None:
    """The teller and the theme are; nothing on the disk has the words."""
    played = play("story-circle", tmp_path)
    book, session = played.book, played.sessions[0]
    saved = book.capture(session, f'p2: "{STORY}" #debt', activity=1)
    assert saved.reflection is not None
    assert (saved.reflection.text, saved.reflection.verbatim) == ("", False)
    assert "not kept" in saved.hint
    assert not any(STORY.encode() in file.read_bytes() for file in book.folder.rglob("*") if file.is_file())
    with pytest.raises(WorkshopError, match="No words are kept here"):
        book.capture(session, f"p2: {STORY}", activity=1)
    assert book.capture(session, "p2: a good place to talk", activity=0).words == "a good place to talk"


def test_words_that_go_on_with_others_are_not_kept_either(tmp_path: Path) -> None:
    """A line that begins with + makes no words of it."""
    played = play("story-circle", tmp_path)
    with pytest.raises(WorkshopError, match="No words are kept here"):
        played.book.capture(played.sessions[0], f"+ {STORY}", activity=1)


def test_supervision_is_in_no_report_and_no_comparison(tmp_path: Path) -> None:
    """Though it was typed, and agreed to be quoted; the comparison says that a session is left out, and the person gets it back."""
    played = play("supervision", tmp_path)
    book, session = played.book, played.sessions[0]
    book.capture(session, f'r2: "{STORY}" #own-thoughts', activity=3)
    assert book.compare().themes == ()
    assert book.compare().notes[-1] == "1 private session is left out."
    files = book.export([name for name in FORMATS if name not in ("codebook", "qdc")], tmp_path / "out")
    assert not any(STORY.encode() in file.read_bytes() for file in files)
    told = json.loads(next(file for file in files if file.suffix == ".json").read_text("utf-8"))
    assert STORY not in json.dumps(told)
    assert [each.text for each in book.search(Filter.parse("person=r2"))] == [STORY]


def test_other_sessions_of_the_workshop_are_counted(tmp_path: Path) -> None:
    """A private session takes nothing from those beside it."""
    played = play("needs-and-assets", tmp_path)
    before = played.book.compare().themes
    private = played.book.start_session(load_plan("supervision"), "practitioner")
    played.book.capture(private, "r1: I was tired #fares", activity=3)
    assert played.book.compare().themes == before
