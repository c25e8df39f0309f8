"""Notes typed up in any program come in as they were typed."""

import io

import pytest

from tests.cli.conftest import Run
from workshop.cli.lines import lines_of
from workshop.errors import WorkshopError


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("3: café £5\nnext".encode(), ["3: café £5", "next"]),
        ("3: café £5 “q”\r\nnext\r\n".encode("cp1252"), ["3: café £5 “q”", "next"]),
        ("5: utf sixteen\nnext\n".encode("utf-16"), ["5: utf sixteen", "next"]),
        (b"7: classic mac\r8: second line\r", ["7: classic mac", "8: second line"]),
        ("\ufeff3: with a mark".encode(), ["\ufeff3: with a mark"]),
        (b"one\n\nthree\n", ["one", "", "three"]),
        (b"", []),
    ],
)
def test_every_encoding_and_every_line_end(content: bytes, lines: list[str]) -> None:
    """UTF-8, Windows-1252, UTF-16; LF, CRLF, CR: the same words on the same lines."""
    assert list(lines_of(io.BytesIO(content))) == lines


def test_what_is_in_no_encoding_is_refused() -> None:
    """A line that is neither is named, and no letter of it is replaced by a question mark."""
    with pytest.raises(WorkshopError, match="Line 2"):
        list(lines_of(io.BytesIO(b"one\nt\x81wo\n")))


def test_what_was_nearly_a_mark_is_said(run: Run) -> None:
    """`hands: 1 1` and `!agre so` are kept as words, and stderr says what may have been meant; `5:` alone prints nothing."""
    run("new", "Hints")
    done = run("capture", "hints", "--group", "parent", given="5:\nhands: 1 1\n!agre so\n!silence\n")
    assert done.out.splitlines() == ["R1\thands: 1 1", "R2\t!agre so", "R3\t(without words)"]
    assert "no statement is being shown" in done.err
    assert "there is no mark !agre" in done.err


def test_a_theme_spelt_much_like_another_is_said(run: Run) -> None:
    """As the screens do; and so is a mark at the line's end that this activity doesn't have."""
    run("new", "Hints")
    done = run("capture", "hints", "--group", "parent", given="3: damp #housing\n4: mould #hosing\n5: it costs !enabler\n")
    assert "R2: Hosing is a new theme, spelt much like Housing" in done.err
    assert "there is no mark !enabler" in done.err


def test_a_count_of_hands_under_a_speaker(run: Run) -> None:
    """`9: !agree x6` is six hands of the group, not one person's answer; more hands than any room holds are refused."""
    run("new", "Six")
    run("statement", "add", "six", "They know", "--made-by", "practitioner")
    run("run", "six", "--plan", "readback", "--group", "parent")
    run("clock", "six", "start")
    for _ in range(3):
        run("clock", "six", "next")
    run("capture", "six", given="9: !agree x6\n")
    (found,) = run("compare", "six", "--json").json()["statements"]
    assert found["answers"]["parent"]["agree"] == 6
    run("new", "Crowd")
    assert "no number of parents" in run("run", "crowd", "--plan", "readback", "--group", "parent", "--present", "99999999", code=1).err


def test_time_taken_off(run: Run) -> None:
    """`clock add -2` takes two minutes off: a minus is no option."""
    run("new", "Off")
    run("run", "off", "--plan", "readback", "--group", "parent")
    run("clock", "off", "start")
    assert run("clock", "off", "add", "-2", "--json").json()["activities"][0]["added_seconds"] == -120


def test_how_many_are_here_can_be_put_right(run: Run) -> None:
    """Running an open session again with --present changes its head count, and the comparison's with it."""
    run("new", "Here")
    run("run", "here", "--plan", "readback", "--group", "parent", "--present", "80")
    run("run", "here", "--present", "8")
    assert run("compare", "here", "--json").json()["people"]["parent"] == 8
    assert "no number of people" in run("run", "here", "--present", "x", code=2).err


def test_notes_say_how_many_were_there(run: Run) -> None:
    """Else shares are of those with a sticker, and that is said; a count given later stands in place of the one before."""
    run("new", "Notes")
    done = run("capture", "notes", "--group", "parent", given="3: damp #housing\n")
    assert "How many were there is not known" in done.err
    done = run("capture", "notes", "--group", "parent", "--present", "8", given="4: mould #housing\n")
    assert "not known" not in done.err
    assert "2 of 8" in run("compare", "notes").out
    run("capture", "notes", "--group", "parent", "--new", "--present", "6", given="1: damp #housing\n")
    assert "3 of 14" in run("compare", "notes").out
    assert "no number of people" in run("capture", "notes", "--group", "parent", "--present", "many", given="", code=2).err
