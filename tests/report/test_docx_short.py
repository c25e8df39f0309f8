"""The two short lengths: a summary of at most two A4 pages, and one page for the people who were there, whatever the workshop holds."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.report.made_up import NOW, PLANS, records
from tests.report.page import made
from tests.report.rich import PLANS as RICH_PLANS
from tests.report.rich import rich, rich_records, times
from tests.report.word import pages_of, written
from workshop.compare.comparison import compare
from workshop.model.comparison import CLEAR, LEANING
from workshop.model.view.finding import Section
from workshop.model.view.view import View
from workshop.privacy.audience import Audience
from workshop.privacy.view import view
from workshop.report import wording
from workshop.report.docx.short import Voices
from workshop.report.docx.summary import PAGES, summary
from workshop.report.docx.you_said import you_said

LONG = "Working with the private sector, the universal credit helpline, and everybody else who sends a letter that nobody understands "
SHOUTED = "WWWWWW MMMMMMMM WWWW " * 12
WIDE = "\u5bb6\u8a08\u306e\u76f8\u8ac7\u3068\u652f\u63f4\u3092\u5168\u3066\u306e\u65b9\u306b " * 12


def crowded(words: str) -> View:
    """The rich workshop with 60 themes, 12 contested statements and 20 recommendations, each as long as they come."""
    shown = rich()
    kinds = [each for each in shown.findings if each.section is Section.SHARED or each.strength == CLEAR]
    findings = tuple(
        replace(kinds[place % len(kinds)], name=f"F{place}", theme=f"{place} {words}", lead_organisation=words) for place in range(1, 61)
    )
    told = shown.telling[0]
    said = {
        side: tuple(replace(quote, text=words, name=f"{side}{place}") for place, quote in enumerate(told.words_of(side)))
        for side in shown.between
    }
    statements = tuple(
        replace(told, name=f"T{place}", text=f"{place} {words}", reasons=said, sources=said[told.made_by]) for place in range(1, 13)
    )
    agreed = replace(shown.recommendations[0], text=words, lead=words, outcome=words, status="done")
    return replace(
        shown,
        title=words,
        findings=findings,
        statements=statements,
        recommendations=tuple(replace(agreed, name=f"D{place}") for place in range(1, 21)),
        at_a_glance=(*shown.at_a_glance, *(f"Contested: parents challenged: {each.text}" for each in statements)),
    )


@pytest.mark.parametrize("words", [LONG * 4, SHOUTED, WIDE], ids=["long", "shouted", "wide"])
def test_however_much_there_is_they_keep_to_their_pages(words: str, tmp_path: Path) -> None:
    """60 themes, 12 contested statements, 20 recommendations: the summary has two pages, the other one, each with its fixed sentences."""
    shown = crowded(words)
    for printed, most in zip(pages_of([written(summary, shown), written(you_said, shown)], tmp_path), (PAGES, 1), strict=True):
        assert len(printed) <= most
        told = " ".join(" ".join(printed).split())
        assert all(" ".join(note.split()) in told for note in shown.notes)


@pytest.mark.parametrize("shown", [rich, lambda: made(records())], ids=["rich", "made up"])
def test_what_there_mostly_is_fits_too(shown: Callable[[], View], tmp_path: Path) -> None:
    """An ordinary workshop takes as much; nothing that there is room for is left out."""
    view = shown()
    assert [len(printed) for printed in pages_of([written(summary, view), written(you_said, view)], tmp_path)] == [PAGES, 1]
    assert all(each.text in " ".join(written(you_said, view).text.split()) for each in view.telling)


def test_what_is_only_perhaps_so_is_no_finding_in_a_short_report() -> None:
    """A theme that one group perhaps raised more is in the chart, and in no table and no list; the word "leaning" is nowhere."""
    view = made(records())
    leaning = [finding for finding in view.findings if finding.strength == LEANING]
    assert leaning
    for writer in (summary, you_said):
        file = written(writer, view)
        assert "leaning" not in file.text
        for finding in leaning:
            assert finding.theme not in file.text


def test_the_summary_tells_each_contested_statement_once() -> None:
    """It stands in its row, with the answer and a voice, and not in a sentence before too."""
    view = made(records())
    text = written(summary, view).text
    for statement in view.telling:
        assert text.count(statement.text) == 1
    assert "6 of 8 parents disagreed" in text
    assert " ".join(view.checked_back) in text
    assert wording.heading(view, "shared") in text


def test_what_is_left_out_is_counted() -> None:
    """A short report says how many themes and recommendations only the full one has."""
    view = crowded("short")
    assert "50 more themes are in the full report." in written(summary, view).text
    assert "more recommendations are in the full report." in written(you_said, view).text


def test_who_does_what_stands_on_the_page_for_those_who_were_there() -> None:
    """Each recommendation with who leads, by when and what came of it; where there is none that is said."""
    view = rich()
    text = written(you_said, view).text
    for each in view.recommendations:
        assert each.text in text
        assert each.whose in text
    assert wording.NOTHING_AGREED in written(you_said, replace(view, recommendations=())).text


@pytest.mark.parametrize("audience", list(Audience))
def test_they_can_be_written_for_every_audience(audience: Audience, tmp_path: Path) -> None:
    """Whoever it is for, they keep to their pages, and the marking stands on them."""
    found = rich_records()
    view_of = view(compare(found, plans=RICH_PLANS), found, plans=RICH_PLANS, now=NOW, timed=times(found), audience=audience.value)
    assert PLANS.keys() <= RICH_PLANS.keys()
    for printed, most in zip(pages_of([written(summary, view_of), written(you_said, view_of)], tmp_path), (PAGES, 1), strict=True):
        assert len(printed) <= most
        assert all(view_of.marking in page for page in printed)


def test_a_voice_is_not_heard_twice_where_there_are_others() -> None:
    """The first short quote that was not chosen before; where all were, the first again; none is longer than asked."""
    quotes = made(records()).findings[1].quotes["parent"]
    voices = Voices()
    first, second = voices.pick(quotes, 200), voices.pick(quotes, 200)
    assert (first, second) == (quotes[0], quotes[1])
    assert voices.pick(quotes[:2], 200) == quotes[0]
    assert voices.pick(quotes, 3) is None
