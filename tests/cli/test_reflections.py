"""`workshop reflections`: the remarks as a list, as JSON and as CSV."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run

WORDS = (
    "لا يمكننا دفع ثمن الطعام",
    "ہم کھانے کے پیسے نہیں دے سکتے",
    "Zażółć gęślą jaźń, brakuje na jedzenie",
    "Chan eil airgead againn airson bìdh",
    "👨‍👩‍👧‍👦 is hungry",
    "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Alba",
)


@pytest.fixture
def made(run: Run) -> None:
    """A remark of each language, and a formula."""
    run("new", "Tongues")
    lines = "".join(f'{place}: "{words}" #words\n' for place, words in enumerate(WORDS, 1))
    run("capture", "tongues", "--group", "parent", given=lines + "parents: =1+1 is what they offer\n")


def test_every_language_comes_out_as_it_went_in(run: Run, made: None) -> None:
    """In the list, in JSON, in CSV, found by a word of it, after an edit, and in an exported report."""
    rows = run("reflections", "tongues", "--json").json()
    assert [each["text"] for each in rows[:6]] == list(WORDS)
    table = list(csv.DictReader(io.StringIO(run("reflections", "tongues", "--csv").out)))
    assert [each["text"] for each in table[:6]] == list(WORDS)
    for number, words in enumerate(WORDS, 1):
        last = words.rsplit(maxsplit=1)[-1]
        assert [each["ref"] for each in run("reflections", "tongues", "--where", f"{last} person=p{number}", "--json").json()] == [
            f"R{number}"
        ]
        assert f'R{number}\tp{number}\tWords\t"{words}"' in run("reflections", "tongues").out
        assert run("edit", "tongues", f"R{number}", f"{words}!").out == f"R{number}\t{words}!\n"
    for path in run("export", "tongues", "--to", "html", "--to", "json", "--to", "csv").out.splitlines():
        if path.endswith((".html", ".json", "reflections.csv")):
            text = Path(path).read_text(encoding="utf-8")
            assert all(f"{words}!" in text for words in WORDS), path


def test_the_list_is_a_line_a_remark(run: Run, made: None) -> None:
    """Number, who, themes, words; how many on stderr."""
    done = run("reflections", "tongues", "--where", "unsorted")
    assert done.out == "R7\tparent\t\t=1+1 is what they offer\n"
    assert done.err == "1 remark.\n"


def test_a_spreadsheet_takes_no_remark_for_a_formula(run: Run, made: None) -> None:
    """An apostrophe stands before it, in CSV alone."""
    (row,) = csv.DictReader(io.StringIO(run("reflections", "tongues", "--where", "offer", "--csv").out))
    assert row["text"] == "'=1+1 is what they offer"
    assert run("reflections", "tongues", "--where", "offer", "--json").json()[0]["text"] == "=1+1 is what they offer"


def test_similar_remarks(run: Run, made: None) -> None:
    """By the words that they share."""
    run("capture", "tongues", "--group", "parent", given="9: what they offer is nothing\n")
    assert [each["ref"] for each in run("reflections", "tongues", "--similar", "R7", "--json").json()] == ["R8"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--where", "colour=red"), 1),
        (("--where", "theme=hunger"), 1),
        (("--similar", "R99"), 1),
        (("--where", "a", "--similar", "R1"), 2),
        (("--json", "--csv"), 2),
    ],
)
def test_what_cannot_be_looked_for_is_said(run: Run, made: None, words: tuple[str, ...], code: int) -> None:
    """Nobody takes an empty list for an answer."""
    done = run("reflections", "tongues", *words, code=code)
    assert (done.out, bool(done.err)) == ("", True)
