"""The pages that are printed for a session: a sheet to take notes on and slips to be cut apart, on A4."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html as lxml_html

from tests.report.browser import printed
from tests.report.word import pdf_pages
from workshop.model.plan import Activity, Kind, Plan
from workshop.model.records import Consent
from workshop.model.slip import LEVELS, RESEARCH, Slip, blank_slips
from workshop.model.timetable import timetable
from workshop.plans import good_plans
from workshop.report.paper import lines, sheet_html, slips_html

PLAN = Plan(
    name="made-up",
    title="A <b>morning</b> together",
    activities=(
        Activity(title="What it is like", kind=Kind.OPEN, minutes=30, prompt="What is\nthis week like?", lanes=("helps", "hinders")),
        Activity(title="Tea", kind=Kind.BREAK, minutes=10),
        Activity(title="What they said", kind=Kind.SHOW, minutes=20, statements=("Buses are dear.", "Forms are long.")),
        Activity(title="Three dots", kind=Kind.VOTE, minutes=8, dots=3),
    ),
)


def slip(code: str = "p3") -> Slip:
    """A slip that is to be filled in by hand."""
    return blank_slips((code,), "A morning", date(2026, 6, 2), "Rhona, the library")[0]


def test_the_sheet_has_lines_for_each_activity_in_which_something_is_written_down() -> None:
    """Each lane has its lines, each statement its four counts, a vote its themes; a break has nothing to write on."""
    root = lxml_html.document_fromstring(sheet_html(timetable(PLAN)))
    sections = root.xpath("//section")
    assert [len(section.xpath(".//table")) for section in sections] == [2, 0, 2, 1]
    assert sections[0].xpath(".//h3/text()") == ["helps", "hinders"]
    assert [row.text_content() for row in sections[2].xpath("(.//table)[1]/tbody/tr")] == ["Buses are dear.", "Forms are long."]
    assert "What is\nthis week like?" in sections[0].text_content()
    assert len(sections[0].xpath("(.//table)[1]/tbody/tr")) == lines(PLAN.activities[0])


def test_what_a_plan_says_is_text() -> None:
    """Markup in a title is words; nothing is fetched and no script runs."""
    page = sheet_html(timetable(PLAN))
    assert "A &lt;b&gt;morning&lt;/b&gt; together" in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert not re.search(r"https?://", page)


def test_lines_are_as_many_as_the_time_is_for() -> None:
    """About one in a minute and a half, shared out to the lanes; never so few that a page is bought for nothing, nor without end."""
    short, long = replace(PLAN.activities[1], minutes=2), replace(PLAN.activities[1], minutes=180)
    assert (lines(short), lines(PLAN.activities[0]), lines(PLAN.activities[2]), lines(long)) == (4, 10, 13, 24)


def test_a_slip_says_what_was_agreed() -> None:
    """The number, each level with a box, the one that was agreed ticked; until when, and whom to tell."""
    agreed = replace(slip(), level=Consent.PARAPHRASE, research=True, when="2 March 2026")
    text = " ".join(lxml_html.document_fromstring(slips_html([agreed])).text_content().split())
    for part in ("p3", "2 March 2026", "2 June 2026", "Rhona, the library"):
        assert part in text
    ticked = {words for level, words in LEVELS if level is Consent.PARAPHRASE} | {RESEARCH}
    assert {words for words in (*(words for _, words in LEVELS), RESEARCH) if f"\u2611 {words}" in text} == ticked


def test_a_blank_slip_has_nothing_ticked_and_lines_to_write_on() -> None:
    """Who was not asked has agreed to nothing yet; without a date and a contact there is a line for each."""
    (blank,) = blank_slips(("p1",), "A morning", None, "")
    page = slips_html([blank])
    assert "\u2611" not in page
    assert page.count('class="blank"') == 3


@pytest.mark.parametrize("contact", ["", "Rhona " * 60], ids=["blank", "long"])
def test_six_slips_fit_on_a_page_and_none_is_cut(contact: str, tmp_path: Path) -> None:
    """However long the title and the contact are, a page of A4 takes six, each with its number and its last words."""
    slips = [
        replace(slip(f"p{number}"), contact=contact, title="A very long title " * 8, when="2 June 2026, " + "a hall " * 9)
        for number in range(1, 9)
    ]
    pages = pdf_pages(printed(slips_html(slips), tmp_path))
    assert [re.findall(r"\bp\d\b", page) for page in pages] == [[f"p{number}" for number in range(1, 7)], ["p7", "p8"]]
    assert [page.count("Contact:") for page in pages] == [6, 2]
    assert [page.count("reason.") for page in pages] == [6, 2]


def test_a_slip_names_the_whole_place(tmp_path: Path) -> None:
    """A place in a few words stands there to its last one."""
    (page,) = pdf_pages(printed(slips_html([replace(slip(), when="6 September 2012, A church hall, with a creche")]), tmp_path))
    assert "with a creche" in " ".join(page.split())


def test_every_plans_sheet_prints_on_a4_with_no_heading_left_alone(tmp_path: Path) -> None:
    """Of each ready-made plan: no page ends with an activity's name and question, and its lines on the next."""
    plans, _ = good_plans(tmp_path)
    longest = sorted(plans, key=lambda plan: plan.minutes)[-2:]
    for plan in longest:
        titles = [
            f"{number}. {activity.title}" for number, activity in enumerate(plan.activities, start=1) if activity.kind is not Kind.BREAK
        ]
        for page in pdf_pages(printed(sheet_html(timetable(plan)), tmp_path))[:-1]:
            last = " ".join([line for line in page.splitlines() if line.strip()][-3:])
            assert not [title for title in titles if title in last and "said" not in last and "theme" not in last]
