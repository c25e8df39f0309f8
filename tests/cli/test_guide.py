"""`workshop guide`."""

from pathlib import Path

import pytest
from lxml import html

from tests.cli.conftest import Run
from workshop.guide import PAGES


def test_without_a_name_it_says_which_there_are(run: Run) -> None:
    """A line each; the same as JSON."""
    assert [line.split()[0] for line in run("guide").out.splitlines()] == list(PAGES)
    assert run("guide", "--json").json() == PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_guide_is_printed_as_text(run: Run, name: str) -> None:
    """Without an escape byte where it goes to another program."""
    printed = run("guide", name).out
    assert "\x1b" not in printed
    assert len(printed.splitlines()) > 20


@pytest.mark.parametrize("name", PAGES)
def test_a_guide_is_written_as_a_page(run: Run, tmp_path: Path, name: str) -> None:
    """One file that fetches nothing, with the same words; what is there already stays unless told otherwise."""
    out = tmp_path / "page.html"
    assert run("guide", name, "--html", str(out)).out.strip() == str(out)
    page = html.fromstring(out.read_text("utf-8"))
    words = " ".join(page.text_content().split())
    assert len(words) > 1000
    assert not page.xpath("//script | //link | //img | //*[@src]")
    assert "http" not in words
    out.write_text("mine")
    assert "is there already" in run("guide", name, "--html", str(out), code=1).err
    assert out.read_text() == "mine"
    run("guide", name, "--html", str(out), "--force")
    assert out.read_text("utf-8").startswith("<!doctype html>")


def test_a_guide_that_is_not_there_is_named_with_those_that_are(run: Run) -> None:
    """In words, not by a usage text."""
    assert "The guides are: facilitator" in run("guide", "chef", code=1).err
