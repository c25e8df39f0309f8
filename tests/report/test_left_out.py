"""What stands beside a contested statement is a choice; what the choice left out, and what it is about, is said in every format."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.report.made_up import crowded, voted
from tests.report.page import made, page
from tests.report.word import written
from tests.test_console import printed
from workshop.model.view.view import View
from workshop.report.docx.report import docx
from workshop.report.json import json as json_report
from workshop.report.markdown.report import markdown
from workshop.tui.widgets.voices import reasons


def formats(shown: View) -> Mapping[str, str]:
    """The text of each report that has the words beside a statement, and what the Compare screen has of it."""
    (source,) = markdown(shown).values()
    return {
        "html": page(shown).text,
        "markdown": source.decode(),
        "docx": written(docx, shown).text,
        "terminal": printed(shown, 100),
        "screen": str(reasons(shown.telling[0])),
    }


@pytest.mark.parametrize("told", ["html", "markdown", "docx", "terminal", "screen"])
def test_it_says_how_many_reasons_stand_elsewhere(told: str) -> None:
    """Of 13 reasons 5 stand beside the statement; "and 8 more" stands below them, once."""
    assert formats(made(crowded()))[told].count("and 8 more") == 1


@pytest.mark.parametrize("told", ["html", "markdown", "docx", "terminal"])
def test_it_says_how_many_remarks_more_it_was_made_from(told: str) -> None:
    """Three of the five that a statement was made from stand there."""
    assert formats(made(crowded()))[told].count("and 2 more") == 1


def test_json_says_it_by_group() -> None:
    """Beside the names of the reasons that stand there."""
    (content,) = json_report(made(crowded())).values()
    statement = next(each for each in json.loads(content)["statements"] if each["statement"] == "T1")
    assert (len(statement["reasons"]["parent"]), statement["more_reasons"]) == (5, {"parent": "and 8 more"})


@pytest.mark.parametrize("told", ["html", "markdown", "docx", "terminal"])
def test_it_says_by_what_the_ranks_are_ordered(told: str) -> None:
    """Under each table of votes."""
    assert "Ordered by the ranks of parents; where those are equal, by those of practitioners." in " ".join(
        formats(made(voted()))[told].split()
    )


@pytest.mark.parametrize("told", ["html", "markdown", "docx", "terminal"])
def test_a_statement_without_a_theme_has_its_own_words_for_a_heading(told: str) -> None:
    """Their beginning, in quotation marks, with its name behind it; nobody reads "No theme", or a bare "(T1)"."""
    data = crowded()
    bare = replace(data.statements["st0"], theme=None)
    text = " ".join(formats(made(replace(data, statements={**data.statements, "st0": bare})))[told].replace("\\", "").split())
    assert "\u201cParents may try to protect their children from the impact\u2026\u201d" in text
    assert "No theme" not in text
