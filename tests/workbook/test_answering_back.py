"""Answering back: what one group said and another contested goes back to its makers, and their answers complete the finding."""

from dataclasses import replace

import pytest

from workshop.compare.why import why
from workshop.model.comparison import Answers
from workshop.model.plan import Plan
from workshop.model.planfile import parse_plan
from workshop.model.records import Consent, Session, Verb
from workshop.plans import load_plan
from workshop.workbook.book import Workbook

BACK = """
title = "Back"
[[activity]]
title = "What they said to it"
kind = "show"
minutes = 20
contested = true
"""


@pytest.fixture
def contested(book: Workbook, plan: Plan) -> Session:
    """Of two statements of practitioners parents contest T1: 6 of 8 disagree, and three say why; one of them may be quoted."""
    book.add_statement("Parents hide it from their children.", "practitioner")
    book.add_statement("The bus is dear.", "practitioner")
    book.add_statement("Nobody asks us.", "parent")
    made = book.start_session(plan, "parent", present={"parent": 8})
    book.act(made, Verb.START)
    book.act(made, Verb.NEXT)
    for line in ('3: !disagree "they see the empty cupboard"', "4: !disagree mine knows what day it is", "5: !disagree she asks me"):
        book.capture(made, line)
    book.set_consent(made, "3", Consent.QUOTE)
    book.set_consent(made, "4", Consent.PARAPHRASE)
    book.capture(made, "hands: 1 1 6 0")
    book.show(made, book.statement("T2"))
    book.capture(made, "hands: 8 0 0 0")
    book.act(made, Verb.END)
    return made


@pytest.fixture
def back(book: Workbook, contested: Session) -> Session:
    """Practitioners meet again; their contested statement is on show."""
    made = book.start_session(parse_plan(BACK, "back"), "practitioner")
    book.act(made, Verb.START)
    return made


def test_only_what_is_contested_goes_back_to_who_said_it(book: Workbook, back: Session) -> None:
    """Not what was endorsed, and not what another group said; its own contested statement is on show."""
    assert [book.ref(each) for each in book.deck(back, 0)] == ["T1"]
    assert book.statement_on_show(back) == book.statement("T1")
    assert book.challenges("parent") == ()
    assert [book.ref(each.statement) for each in book.challenges()] == ["T1"]


def test_it_goes_with_the_answers_and_the_words_that_may_be_passed_on(book: Workbook, back: Session) -> None:
    """How many were asked and answered what; of three reasons the two whose speakers agreed, and that one is kept back."""
    (heard,) = book.challenges("practitioner")[0].heard
    assert heard.sentence == "8 parents were asked: 1 agreed, 1 agreed in part, 6 disagreed, 0 unsure"
    assert heard.reasons == ("“they see the empty cupboard”", "mine knows what day it is")
    assert heard.kept_back == 1
    assert book.heard_of(back, book.statement("T1")) == (heard.sentence, *heard.reasons)


def test_nothing_is_passed_on_of_who_lowers_their_consent(book: Workbook, contested: Session, back: Session) -> None:
    """At once, and in the session that is on."""
    book.set_consent(contested, "3", Consent.COUNT)
    assert "“they see the empty cupboard”" not in book.heard_of(back, book.statement("T1"))


def test_their_answers_are_counted_apart(book: Workbook, back: Session) -> None:
    """They are no correction of the note: no label of theirs comes of them, and the statement stays contested."""
    book.capture(back, '1: !disagree "I had one family in mind"')
    for code in "2345":
        book.capture(back, f"{code}: !disagree")
    book.capture(back, "6: !agree")
    found = next(each for each in book.compare().statements if each.number == 1)
    assert found.answered_back == Answers(agree=1, disagree=5)
    assert found.answers["practitioner"] == Answers()
    assert (found.contested, found.to_correct) == (True, False)
    told = why(found, book.compare())
    assert "Practitioners answered back, having heard that: agree 1 | partly 0 | disagree 5 | unsure 0 of 6 asked." in told
    assert "Practitioners were not asked." not in told


def test_by_hands_too_and_an_edited_line_stays_an_answer_back(book: Workbook, back: Session) -> None:
    """However it is taken down."""
    book.answer_by_hands(back, book.statement("T1"), "practitioner", (2, 3, 1, 0))
    assert book.challenges()[0].back == Answers(agree=2, partly=3, disagree=1)
    saved = book.capture(back, "7: I see that now")
    assert saved.reflection is not None
    book.edit_line(saved.ref, "r7: !partly I see that now")
    assert all(each.back for each in book.records.responses.values() if each.session == back.id)


def test_nothing_said_there_came_by_itself(book: Workbook, contested: Session) -> None:
    """Whoever answers back raises no theme, and is no one who could have: no count of the comparison's open rounds changes."""
    first = book.start_session(parse_plan(BACK.replace('"show"', '"open"').replace("contested = true", ""), "first"), "practitioner")
    book.act(first, Verb.START)
    for code in "1234":
        book.capture(first, f"{code}: they hide it #hiding")
    book.act(first, Verb.END)
    before = book.compare().themes
    opening = 'title = "Back"\n[[activity]]\ntitle = "Since last time"\nkind = "open"\nminutes = 5\n'
    made = book.start_session(parse_plan(BACK.replace('title = "Back"', opening, 1), "back"), "practitioner", present={"practitioner": 9})
    book.act(made, Verb.START)
    book.capture(made, "1: we asked at school #hiding")
    book.act(made, Verb.NEXT)
    book.capture(made, "2: !disagree we were wrong #hiding")
    groups = [(theme.theme, theme.groups["practitioner"].raised, theme.groups["practitioner"].could) for theme in book.compare().themes]
    assert groups == [(theme.theme, theme.groups["practitioner"].raised, theme.groups["practitioner"].could) for theme in before]
    assert ("Hiding", 4, 4) in groups


def test_a_group_s_own_check_elsewhere_is_still_a_check(book: Workbook, contested: Session, plan: Plan) -> None:
    """Where nothing is answered back, a group that disagrees with its own statement corrects the note."""
    made = book.start_session(plan, "practitioner")
    book.answer_by_hands(made, book.statement("T1"), "practitioner", (0, 0, 5, 0))
    found = next(each for each in book.compare().statements if each.number == 1)
    assert (found.to_correct, found.answered_back.asked) == (True, 0)


def test_disputes_of_the_open_round_go_back_too(book: Workbook, plan: Plan) -> None:
    """Two people who dispute it by themselves contest it; nobody was asked, and that is said."""
    book.add_statement("Parents hide it.", "practitioner")
    made = book.start_session(plan, "parent")
    book.act(made, Verb.START)
    assert book.challenges() == ()
    records = [book.capture(made, f"{code}: no").reflection for code in "12"]
    for each in records:
        assert each is not None
        book.repository.put(replace(each, statement=book.statement("T1").id, kinds=("disagree",)))
    assert [heard.sentence for heard in book.challenges()[0].heard] == ["Parents disagreed by themselves with it"]


def test_the_plan_for_it_can_be_run_with_either_side(book: Workbook, contested: Session) -> None:
    """It shows what is contested, and ends with what each side will do."""
    plan = load_plan("answering-back")
    kinds = [activity.kind.value for activity in plan.activities]
    assert kinds.index("show") < kinds.index("recommend")
    made = book.start_session(plan, "practitioner")
    place = kinds.index("show")
    assert [book.ref(each) for each in book.deck(made, place)] == ["T1"]
    assert plan.minutes == 75
    assert "an hour and a quarter" in plan.welcome
