"""A plan on paper: everything for whoever leads, times and prompts for the room, and people's words as they are."""

import re
from datetime import time

import pytest
from lxml import html

from tests.model.test_planfile import EVERYTHING
from workshop.model.planfile import parse_plan
from workshop.model.timetable import Timetable, timetable
from workshop.plans import load_plan, plan_names
from workshop.report.timetable import Readers, timetable_html, timetable_markdown

BOTH = (timetable_html, timetable_markdown)


def table(name: str) -> Timetable:
    """A ready-made plan from half past nine."""
    return timetable(load_plan(name), time(9, 30), {load_plan(name).activities[0].title: "took 24, 31 and 27 min the last three times"})


def words(text: str) -> str:
    """Without line breaks, tags and marks."""
    return " ".join(re.sub(r"<[^>]*>|[\\*>_]|&#39;|&#34;|['\"]", " ", text).split())


@pytest.mark.parametrize("write", BOTH)
@pytest.mark.parametrize("name", plan_names())
def test_who_leads_gets_everything(name: str, write: object) -> None:
    """Every time, title, prompt, note and card, the contact and what to bring, and what was learned."""
    shown = table(name)
    assert callable(write)
    made = words(write(shown, Readers.FACILITATOR))
    plan = shown.plan
    told = [plan.title, plan.purpose, plan.contact, plan.welcome, *(part for card in plan.cards for part in (card.title, card.text))]
    told += [part for slot in shown.slots for part in (slot.begins, slot.ends, slot.activity.title, slot.activity.prompt)]
    told += [*(slot.activity.notes for slot in shown.slots), *shown.brings, "took 24, 31 and 27 min the last three times"]
    assert [each for each in told if words(each) not in made] == []


@pytest.mark.parametrize("write", BOTH)
def test_the_room_gets_times_and_prompts_alone(write: object) -> None:
    """No note, card, contact or source stands on what is hung up."""
    shown = table("readback")
    assert callable(write)
    made = words(write(shown, Readers.ROOM))
    for slot in shown.slots:
        assert slot.begins in made
        assert words(slot.activity.prompt) in made
        assert words(slot.activity.notes) not in made
    for kept in (shown.plan.contact, shown.plan.source, shown.plan.people, shown.plan.cards[0].text, "min at least"):
        assert words(kept) not in made


def test_without_a_start_the_room_reads_lengths() -> None:
    """A time such as 0:10 means nothing on a wall: an activity is told by its minutes."""
    plan = timetable(parse_plan(EVERYTHING.replace('starts_at = "09:30"', ""), "evening"))
    for made in (words(timetable_markdown(plan, Readers.ROOM)), words(timetable_html(plan, Readers.ROOM))):
        assert "12.5 min" in made
        assert "0:00" not in made


def test_the_page_fetches_and_runs_nothing() -> None:
    """No script, no link, no picture; a policy forbids all but its own style, and it is made for A4."""
    for readers in Readers:
        page = timetable_html(table("community-of-practice"), readers)
        root = html.document_fromstring(page)
        assert root.xpath("//script|//link|//img|//iframe|//@*[starts-with(local-name(), 'on')]") == []
        assert not re.search(r"https?:|//www|@import|url\(", page)
        assert root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == ["default-src 'none'; style-src 'unsafe-inline'"]
        assert root.xpath("/html/@lang") == ["en-GB"]
        assert "size:A4" in page
        assert len(root.xpath("//main//h1 | //header//h1")) == 1


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "[x](y) *b* _i_ `c` | # h", "1. one\n2. two\n- three", "</style>"])
def test_an_author_s_words_are_words(text: str) -> None:
    """What looks like a tag or a mark stands there as it was written."""
    told = EVERYTHING.replace("Listen.", text.replace("\\", "\\\\").replace("\n", "\\n"))
    shown = timetable(parse_plan(told, "evening"))
    root = html.document_fromstring(timetable_html(shown, Readers.FACILITATOR))
    assert text in [element.text for element in root.xpath("//p[@class='pre']")]
    assert root.xpath("//script") == []
    unmarked = re.sub(r"\\([\\`*_\[\]<>|#~+.-]|\d+[.)]|[-+])", r"\1", timetable_markdown(shown, Readers.FACILITATOR)).replace("\\\n", "\n")
    assert text in unmarked
