"""The statements as they may be shown: what was answered, why, and by whom they were contested."""

from dataclasses import replace

from tests.report.made_up import NOW, records
from tests.report.page import made
from workshop.model.records import Answer, Response


def test_a_statement_has_its_answers_reasons_and_its_makers_words() -> None:
    """What was said, how many of its makers raised its theme, what the others answered and why, with each reason's own answer."""
    statement = made(records()).telling[0]
    assert (statement.name, statement.finding, statement.raised_text) == ("T1", "F2", "7 of 13 practitioners raised this theme")
    given = statement.answers["parent"]
    assert [(answer.answer, answer.text) for answer in given.answers] == [
        ("agree", "1"),
        ("partly", "1"),
        ("disagree", "6"),
        ("unsure", "0"),
    ]
    assert (given.asked_text, given.label, given.sentence) == ("of 8 asked", "challenged", "6 of 8 parents disagreed")
    assert {(quote.person, quote.answer) for quote in statement.reasons["parent"]} == {
        ("p2", "partly"),
        ("p3", "disagree"),
        ("p4", "disagree"),
        ("p7", "disagree"),
    }
    assert all(quote.perspective == "practitioner" and quote.text for quote in statement.sources)
    assert statement.sources


def test_a_divided_group_is_told_by_both_its_halves() -> None:
    """4 who agreed and 4 who disagreed are not "4 of 8 agreed"."""
    statement = next(statement for statement in made(records()).statements if statement.name == "T3")
    assert statement.answers["parent"].sentence == "Parents were divided: 4 of 8 agreed, 4 disagreed"


def test_the_one_who_agreed_is_not_crowded_out() -> None:
    """With more reasons than places, each answer has somebody's reason before any has a second."""
    data = records()
    model = data.reflections["why3"]
    more = {
        f"more{place}": replace(model, id=f"more{place}", number=400 + place, participant=f"parent{3 + place % 6}") for place in range(9)
    }
    alone = replace(model, id="alone", number=450, participant="parent1", verbatim=False, text="It is true of my sister.")
    data = replace(data, reflections={**data.reflections, **more, "alone": alone})
    answers = [quote.answer for quote in made(data).telling[0].reasons["parent"]]
    assert len(answers) == 5
    assert {"agree", "partly", "disagree"} == set(answers)


def test_who_answers_again_has_changed_their_mind() -> None:
    """Beside a reason stands the person's last answer."""
    data = records()
    later = Response(id="later", statement="st0", perspective="parent", at=NOW, session="s2", participant="parent3", answer=Answer.PARTLY)
    data = replace(data, responses={**data.responses, "later": later})
    answers = {quote.person: quote.answer for quote in made(data).telling[0].reasons["parent"]}
    assert answers["p3"] == "partly"


def test_at_a_glance_says_who_contested_what_and_how() -> None:
    """The contested statements follow the counted labels, each in a sentence."""
    glance = made(records()).at_a_glance
    assert glance[0].startswith("10 themes: ")
    assert glance[1].startswith("Parents challenged what practitioners said: \u201cParents may try to protect")
    assert glance[2].startswith("Parents were divided over what practitioners said: ")
    assert "leaning" not in " ".join(glance)


def test_a_group_that_answered_its_own_statements_checked_them_back() -> None:
    """Practitioners who answered what practitioners said are member checking, on the day of that session."""
    data = records()
    own = Response(
        id="own", statement="st0", perspective="practitioner", at=NOW, session="s1", participant="practitioner1", answer=Answer.AGREE
    )
    shown = made(replace(data, responses={**data.responses, "own": own}))
    assert shown.checked_back == ("Parents: not checked back.", "Practitioners checked their own statements back on 12 May 2026.")
