"""What each way of working comes to: tables of lanes, points, promises, questions and reworded statements, for each audience."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.sessions.playing import play
from workshop.model.contact import ASKED_ON_A_FORM, WHO_TO_ASK
from workshop.model.records import Consent, Verb
from workshop.model.view.outcome import ShownOutcome
from workshop.plans import load_plan
from workshop.workbook.book import Workbook
from workshop.workbook.recommending import Wanted


def of(book: Workbook, audience: str = "working") -> Mapping[str, ShownOutcome]:
    """The outcomes by title."""
    return {each.title: each for each in book.view(audience).outcomes}


def walked(folder: Path) -> Workbook:
    """A walk with children: hands at two places, one that is safe and one that isn't, and why."""
    played = play("walk-the-place", folder)
    session, walk = played.sessions[0], 2
    for line in (
        "!not-safe the steps #shop-steps x7",
        "!safe the steps by day #shop-steps x2",
        'y2: "there is glass" !not-safe #shop-steps',
    ):
        played.book.capture(session, line, activity=walk)
    return played.book


def test_places_are_counted_by_lane_with_hands(tmp_path: Path) -> None:
    """A show of hands is no remark: it is told in hands, and of whom; the words stand by lane below."""
    found = of(walked(tmp_path))["Walk the place"]
    assert found.columns == ("safe", "not safe")
    (steps,) = (row for row in found.rows if row.name == "Shop steps")
    assert steps.cells == ("hands: 2 young people", "1 remark; hands: 7 young people")
    assert [each.text for each in steps.said["not safe"]] == ["the steps", "there is glass"]


@pytest.mark.parametrize("audience", ["participants", "published"])
def test_no_hand_is_counted_where_small_numbers_are_hidden(tmp_path: Path, audience: str) -> None:
    """Nor does anything say that nobody spoke, and only words with consent stand there."""
    book = walked(tmp_path)
    assert not {title for title in of(book, audience) if title == "Walk the place"}
    book.set_consent(book.sessions()[0], "y2", Consent.QUOTE)
    found = of(book, audience)["Walk the place"]
    assert {quote.person for row in found.rows for said in row.said.values() for quote in said} <= {"", "y2"}
    assert not any("hands" in cell for row in found.rows for cell in row.cells)
    assert not any("Only in" in sentence for sentence in found.sentences)


def test_two_lanes_tell_what_goes_together(tmp_path: Path) -> None:
    """A skills bank: what is offered and needed, what is offered only, what nobody offers."""
    found = of(play("skills-bank", tmp_path).book)["Skills bank"]
    assert found.sentences[0] == "In both: Fares and Forms."
    assert found.sentences[2].startswith("Only in \u201cneed\u201d: Damp")


def test_several_lanes_tell_their_gaps(tmp_path: Path) -> None:
    """A map of services with nothing in a lane says so, but not to those who don't see every remark."""
    played = play("mapping-services", tmp_path)
    book = played.book
    for each in [one for one in book.records.reflections.values() if one.lane == "school and play"]:
        book.strike(book.ref(each))
    assert "Nothing stands in \u201cschool and play\u201d." in of(book)[load_plan("mapping-services").title].sentences


def test_points_of_a_few_are_told_to_nobody_outside(tmp_path: Path) -> None:
    """The working group sees each average and the gap; the others none of five people."""
    book = play("steps-check", tmp_path).book
    found = next(each for title, each in of(book).items() if title.startswith("Points"))
    assert found.columns == ("parents", "practitioners", "apart")
    assert found.rows[0].cells[2] == "2.0"
    assert not [title for title in of(book, "published") if title.startswith("Points")]


def test_a_promise_tells_who_said_yes_and_what_came_of_it(tmp_path: Path) -> None:
    """Both sides say yes to a line; other words need another yes; what came of it stands beside it."""
    book = play("the-deal", tmp_path).book
    made = book.recommend(Wanted(text="We ring back in a day", side="practitioner", agreed=("parent", "practitioner")))
    ref = book.ref(made)
    row = next(row for row in of(book)["What each side has promised"].rows if row.name.startswith(ref))
    assert row.cells == ("Practitioners", "parents and practitioners", "", "open")
    assert book.edit_recommendation(ref, Wanted(lead="The desk")).agreed == ("parent", "practitioner")
    assert book.edit_recommendation(ref, Wanted(text="We ring back in two days")).agreed == ()
    noted = of(book)["What each side has promised"].sentences[0]
    assert noted == "Parents: 1; Practitioners: 2."


def test_the_question_that_led_on_stands_with_its_session(tmp_path: Path) -> None:
    """A question with a * is what a group goes on with."""
    played = play("inquiry-1-question", tmp_path)
    played.book.capture(played.sessions[0], "r1: what do they find when they come? !question #forms *", activity=5)
    (row,) = of(played.book)["The questions that led on"].rows
    assert (row.name, row.cells) == ("what do they find when they come?", ("Session 1", "Forms"))


def test_a_statement_in_better_words_keeps_the_old_ones_and_their_answers(tmp_path: Path) -> None:
    """A charter: what was answered stays with what it was answered to, and the version that counts is the last."""
    played = play("charter", tmp_path)
    book = played.book
    first = min(book.records.statements.values(), key=lambda each: each.number)
    second = book.reword_statement(book.ref(first), "We let you finish before we speak.", "parent")
    third = book.reword_statement(book.ref(second), "You speak first, and we let you finish.")
    (row,) = of(book)["Statements in better words"].rows
    assert row.name == f"{book.ref(third)} You speak first, and we let you finish."
    assert row.cells[0].splitlines()[0] == f"{book.ref(second)} We let you finish before we speak."
    assert row.cells[0].splitlines()[1].startswith(f"{book.ref(first)} {first.text} (")
    assert "4 disagree" in row.cells[0]


def test_what_comes_back_on_a_form_stands_in_the_plan_s_lanes(tmp_path: Path) -> None:
    """The question about the organisation is the lane of whom to ask."""
    played = play("practice-examples", tmp_path)
    table = tmp_path / "back.csv"
    rows = (("What we did", "a nurse on board"), (ASKED_ON_A_FORM, "Harbour Advice"))
    lines = (f'practitioner,Two buses,"{lane}",{text}' for lane, text in rows)
    table.write_text("\n".join(("perspective,theme,lane,text", *lines)))
    assert played.book.import_file(table).added == 2
    found = of(played.book)["Examples of what worked"]
    (row,) = (each for each in found.rows if each.name == "Two buses")
    assert {lane: said[0].text for lane, said in row.said.items()} == {"what we did": "a nurse on board", WHO_TO_ASK: "Harbour Advice"}


def test_a_lane_of_no_plan_has_a_table_of_its_own(tmp_path: Path) -> None:
    """Nothing that was imported is left out for want of a plan."""
    played = play("skills-bank", tmp_path)
    table = tmp_path / "back.csv"
    table.write_text("perspective,theme,lane,text\nparent,Fares,wishes,a bus on Sundays\n")
    played.book.import_file(table)
    assert of(played.book)["Other lanes"].columns == ("wishes",)


def test_a_rehearsal_comes_to_nothing(tmp_path: Path) -> None:
    """What was tried out stands in no table."""
    played = play("steps-check", tmp_path)
    session = played.book.start_session(load_plan("skills-bank"), "parent", rehearsal=60)
    played.book.act(session, Verb.START)
    played.book.capture(session, "p1: can cut hair !offer #haircuts", activity=1)
    assert "Skills bank" not in of(played.book)
