"""The check of what a facilitator typed into a plan: titles of plans and of activities, and lanes."""

from dataclasses import replace

import pytest

from workshop.model.clearance import Decision
from workshop.model.planfile import parse_plan
from workshop.model.records import Consent, Session, Verb
from workshop.plans import good_plans
from workshop.privacy.audience import Audience
from workshop.privacy.doubts import doubts
from workshop.privacy.words import NOT_TOLD
from workshop.workbook.book import Workbook

PLAN = """
title = "Tea with Moira"
perspectives = ["practitioner", "parent"]
[[activity]]
title = "What Agnieszka asked"
kind = "open"
minutes = 20
lanes = ["kind to us", "what Mrs Reid did"]
"""


@pytest.fixture
def session(book: Workbook) -> Session:
    """Eight parents in a session whose plan names three people; one of its remarks stands in a lane, and may be quoted."""
    made = book.start_session(parse_plan(PLAN, "tea"), "parent", present={"parent": 8})
    book.act(made, Verb.START)
    book.capture(made, "3: she rang us back !what-mrs-reid-did #asked")
    book.set_consent(made, "p3", Consent.QUOTE)
    return made


def found(book: Workbook, audience: str = "published") -> dict[str, str]:
    """What is flagged, and where."""
    return {each.found: each.where for each in book.flags(audience)}


def answer(book: Workbook, audience: str, part: str, decision: Decision, instead: str = "") -> None:
    """Answer the flag of these words."""
    book.answer_flag(audience, next(each for each in book.flags(audience) if each.found == part), decision, instead)


def test_titles_and_lanes_are_looked_through(book: Workbook, session: Session) -> None:
    """Each once, by what a person calls it; the titles of activities where a report shows them, in the copy for participants."""
    everybodys = {"Moira": "Session 1", "Mrs Reid": "activity 1 of Session 1, a lane"}
    assert found(book) == everybodys
    assert found(book, "participants") == {**everybodys, "Agnieszka": "activity 1 of Session 1"}


def test_lanes_of_two_sessions_of_one_plan_are_asked_about_once(book: Workbook, session: Session) -> None:
    """The text is the same, and so is the answer."""
    book.start_session(parse_plan(PLAN, "tea"), "parent", present={"parent": 8})
    assert [each.where for each in book.flags("published") if each.found == "Mrs Reid"] == ["activity 1 of Session 1, a lane"]


def test_the_title_of_a_plan_is_asked_about_where_the_session_does_not_show_it(book: Workbook, session: Session) -> None:
    """Once, as the session's own, where the two are one; by itself under the Chatham House Rule: tables of lanes are called after plans."""
    book.set_chatham_house(chosen=True)
    assert found(book)["Moira"] == "the plan of Session 1"
    answer(book, "published", "Moira", Decision.DROP)
    (table,) = book.view("published").outcomes
    assert table.title == NOT_TOLD


def test_answers_change_what_the_report_shows_and_nothing_else(book: Workbook, session: Session) -> None:
    """The session's title, the activity's, the lane of the remark, and the column of the table that it stands in."""
    for audience in ("published", "participants"):
        answer(book, audience, "Moira", Decision.REPLACE, "[a name]")
        answer(book, audience, "Mrs Reid", Decision.PARAPHRASE, "what somebody did")
    answer(book, "participants", "Agnieszka", Decision.DROP)
    for each in (book.view("published"), book.view("participants", group="parents")):
        assert each.sessions[0].title == "Tea with [a name]"
        (table,) = each.outcomes
        assert (table.title, table.columns) == ("Tea with [a name]", ("kind to us", "what somebody did"))
        assert [said.lane for said in each.reflections] == ["what somebody did"]
        assert [quote.text for quote in table.rows[0].said["what somebody did"]] == ["she rang us back"]
    assert [said.activity for said in book.view("participants", group="parents").reflections] == [NOT_TOLD]
    assert book.view("working").sessions[0].title == "Tea with Moira"


def test_nothing_goes_out_while_a_title_has_no_answer(book: Workbook, session: Session) -> None:
    """An answer taken back is none; kept, it stays as it is."""
    answer(book, "published", "Mrs Reid", Decision.KEEP)
    answer(book, "published", "Moira", Decision.KEEP)
    assert not book.open_flags("published")
    assert book.view("published").sessions[0].title == "Tea with Moira"
    book.undo()
    assert [each.found for each in book.open_flags("published")] == ["Moira"]


def test_a_lane_that_is_in_no_plan_is_asked_about_where_it_is_shown(book: Workbook, session: Session) -> None:
    """A remark from elsewhere brings its own; without words it stands in no report."""
    records = book.records
    (said,) = records.reflections.values()
    elsewhere = replace(said, lane="at the clinic of Dr Okafor")
    for text, flags in ((said.text, [("R1, its lane", "Dr Okafor")]), ("", [])):
        held = replace(records, reflections={said.id: replace(elsewhere, text=text)})
        assert [(each.where, each.found) for each in doubts(held, {}, Audience.PUBLISHED) if each.found != "Moira"] == flags


def test_the_ready_made_plans_ask_nobody_anything(book: Workbook) -> None:
    """Their titles and lanes were written for everybody: no flag of them would be worth a facilitator's time."""
    for plan in good_plans()[0]:
        book.start_session(plan, book.perspectives[0].name)
    plans = {each.id: book.plan_of(each) for each in book.records.sessions.values()}
    assert [f"{each.where}: {each.found}" for each in doubts(book.records, plans, Audience.PARTICIPANTS)] == []
