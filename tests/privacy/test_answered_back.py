"""The report carries a contested statement to its end: said, answered, answered back, and what each side will do now."""

import json as standard_json
import re
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO

import pytest
from rich.console import Console

from tests.report import made_up
from workshop.compare.comparison import compare
from workshop.console import print_comparison
from workshop.model.plan import Activity, Kind, Plan
from workshop.model.recommendation import FollowUp, Progress, Recommendation
from workshop.model.records import Answer, Elicited, Records, Reflection, Response
from workshop.model.view.view import View
from workshop.privacy.view import view
from workshop.report.html import html
from workshop.report.json import json

THIRD_DAY = made_up.SECOND_DAY + timedelta(days=7)
BACK = Plan(name="back", title="Back", activities=(Activity(title="What they said to it", kind=Kind.SHOW, minutes=20, contested=True),))
ANSWERS = (*[Answer.DISAGREE] * 4, Answer.PARTLY, Answer.AGREE)


WHY = Reflection(
    id="why",
    number=900,
    session="s3",
    text="I had one family in mind & said <all>",
    perspective="practitioner",
    at=THIRD_DAY,
    participant="practitioner1",
    activity=0,
    verbatim=True,
    elicited=Elicited.PROMPTED,
    statement="st0",
    kinds=("disagree",),
)
COMMITTED = Recommendation(
    id="d1",
    number=1,
    text="We ask before we write a leaflet",
    created=THIRD_DAY,
    side="practitioner",
    lead="Harbour Advice",
    due=date(2026, 6, 1),
    statement="st0",
    sources=("why",),
    session="s3",
)
DONE = Recommendation(id="d2", number=2, text="A later bus", created=THIRD_DAY, themes=("t4",))
NOTE = FollowUp(id="n1", recommendation="d2", at=THIRD_DAY, text="it runs until ten", progress=Progress.DONE)


def answered_back(place: int, answer: Answer) -> Response:
    """What one of the practitioners answered once they had heard the parents."""
    return Response(
        id=f"b{place}",
        statement="st0",
        perspective="practitioner",
        at=THIRD_DAY,
        session="s3",
        participant=f"practitioner{place}",
        answer=answer,
        back=True,
    )


def records() -> Records:
    """The made-up workshop, and practitioners have met again: six answer back, one says why, and both sides commit themselves."""
    found = made_up.records()
    session = replace(found.sessions["s1"], id="s3", number=3, cohort="s1", created=THIRD_DAY)
    responses = [answered_back(place, answer) for place, answer in enumerate(ANSWERS, 1)]
    return replace(
        found,
        sessions={**found.sessions, session.id: session},
        responses={**found.responses, **{each.id: each for each in responses}},
        reflections={**found.reflections, WHY.id: WHY},
        recommendations={each.id: each for each in (COMMITTED, DONE)},
        followups={NOTE.id: NOTE},
    )


@pytest.fixture(scope="module")
def shown() -> View:
    """What the working group's report shows of it."""
    plans = {**made_up.PLANS, "s3": BACK}
    every = records()
    return view(compare(every, plans=plans), every, plans=plans, now=made_up.NOW)


def test_a_contested_statement_goes_on_to_its_end(shown: View) -> None:
    """Their answers stand apart from what they said before, their words are no reasons of a check, and what is agreed stands with it."""
    first = shown.telling[0]
    assert first.answered_back is not None
    assert first.answered_back.sentence == "4 of 6 practitioners disagreed"
    assert not first.answers["practitioner"].asked_text
    assert [quote.name for quote in first.back_words] == ["R900"]
    assert "practitioner" not in first.reasons
    assert [each.name for each in first.now] == ["D1"]
    assert "Practitioners were not asked whether their own statements were noted rightly." in shown.checked_back


def test_recommendations_say_whose_they_are_and_what_came_of_them(shown: View) -> None:
    """What is overdue first; a commitment names its side."""
    told = [(each.name, each.whose, each.due, each.stands, each.themes, each.sources) for each in shown.recommendations]
    assert told == [
        ("D1", "practitioners, Harbour Advice", "1 June 2026", "open, overdue", (), ("R900",)),
        ("D2", "", "", "done: it runs until ten", ("Getting there: buses and distance",), ()),
    ]
    assert shown.recommendations[1].notes == ("26 May 2026: done: it runs until ten",)


def test_the_page_the_table_and_the_object_say_it(shown: View) -> None:
    """In the order said, answered, answered back, now; escaped; and the section of recommendations has its heading."""
    (page,) = (content.decode() for content in html(shown).values())
    places = [
        page.index(words) for words in ("Practitioners said", "Parents answered", "Practitioners answered back", ">Now<", "D1 We ask")
    ]
    assert places == sorted(places)
    assert "one family in mind &amp; said &lt;all&gt;" in page
    assert page.count("one family in mind") == 1, "it stands nowhere else in the page"
    assert "Priorities and recommendations" in page
    labels = re.findall(r'aria-label="([^"]+)"', page)
    assert {"T1: now", "What should happen"} <= set(labels)
    assert len(labels) == len(set(labels)), "a screen reader tells the regions apart"
    assert "done: it runs until ten" in page
    (told,) = (standard_json.loads(content) for content in json(shown).values())
    statement = next(each for each in told["statements"] if each["statement"] == "T1")
    assert (statement["answered_back"], statement["now"]) == ("4 of 6 practitioners disagreed", ["D1"])
    assert [each["name"] for each in told["recommendations"]] == ["D1", "D2"]
    assert sum(each["back"] for each in told["responses"]) == len(ANSWERS)


def test_in_the_terminal_too(shown: View) -> None:
    """The same in text."""
    stream = StringIO()
    print_comparison(shown, Console(file=stream, width=110, markup=False, highlight=False))
    printed = stream.getvalue()
    assert "Practitioners answered" in printed
    assert "4 of 6 practitioners disagreed" in printed
    assert "contested: parents 1/1/6/0 challenged; practitioners 1/1/4/0 answered back" in " ".join(printed.split())
    assert "We ask before we write a leaflet  practitioners, Harbour Advice, by 1 June 2026: open, overdue" in " ".join(printed.split(" "))


def test_without_any_nothing_stands_there(shown: View) -> None:
    """No empty heading and no empty table."""
    plain = made_up.records()
    page = next(iter(html(view(compare(plain, plans=made_up.PLANS), plain, plans=made_up.PLANS, now=made_up.NOW)).values())).decode()
    assert "recommend" not in page.casefold()
    assert "answered back" not in page
