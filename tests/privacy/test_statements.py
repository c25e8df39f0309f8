"""The statements as they may be shown: what was answered, why, and by whom they were contested."""

from dataclasses import replace

from tests.report.made_up import NOW, PLANS, crowded, records
from tests.report.page import made
from workshop.compare.comparison import compare
from workshop.model.records import Answer, Consent, Elicited, Records, Response
from workshop.privacy.view import view


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


def counted_wrongly() -> Records:
    """36 hands of the 8 parents who were there contest T1, and nobody gave an answer of their own."""
    data = records()
    hands = Response(id="hands", statement="st0", perspective="parent", at=NOW, session="s2", hands=(0, 0, 36, 0))
    own = {key: each for key, each in data.responses.items() if each.statement != "st0"}
    return replace(data, responses={**own, "hands": hands})


def test_hands_that_can_t_be_are_no_headline() -> None:
    """They are said to be wrong where the answer stands; T1 is not contested, at a glance or in what is put first."""
    shown = made(counted_wrongly())
    statement = next(statement for statement in shown.statements if statement.name == "T1")
    assert (statement.contested, statement.answers["parent"].label) == (False, "not comparable: too many hands")
    assert statement.answers["parent"].sentence == "36 hands were counted where 8 parents were here: that can't be right"
    assert [each.name for each in shown.telling] == ["T3"]
    assert not any("Parents may try to protect" in sentence for sentence in shown.at_a_glance)
    assert "More hands were counted (36) than parents were here (8): what they answered to T1 is not compared" in " ".join(shown.notes)


def test_where_small_numbers_are_hidden_no_number_of_people_stands_beside_wrong_hands() -> None:
    """How many were in one room may be few."""
    data = counted_wrongly()
    shown = view(compare(data, plans=PLANS), data, plans=PLANS, now=NOW, audience="published")
    given = next(statement for statement in shown.statements if statement.name == "T1").answers["parent"]
    assert given.sentence == "more hands were counted than parents were here: that can't be right"
    assert given.label == "not comparable: too many hands"


def test_a_divided_group_is_told_by_both_its_halves() -> None:
    """4 who agreed and 4 who disagreed are not "4 of 8 agreed"."""
    statement = next(statement for statement in made(records()).statements if statement.name == "T3")
    assert statement.answers["parent"].sentence == "Parents were divided: 4 of 8 agreed, 4 disagreed"


def test_the_one_who_agreed_is_not_crowded_out() -> None:
    """With more reasons than places, each answer has somebody's reason before any has a second."""
    data = crowded()
    alone = replace(data.reflections["why3"], id="alone", number=450, participant="parent1", text="It is true of my sister.")
    statement = made(replace(data, reflections={**data.reflections, "alone": alone})).telling[0]
    answers = [quote.answer for quote in statement.reasons["parent"]]
    assert len(answers) == 5
    assert {"agree", "partly", "disagree"} == set(answers)
    assert statement.more_of("parent") == "and 9 more"
    assert (len(statement.sources), statement.more_of("practitioner")) == (3, "and 2 more")


def test_reasons_that_all_stand_there_are_followed_by_nothing() -> None:
    """No "and 0 more"; and whoever may not be told how many remarks there were is told that there are others."""
    assert {statement.more_of(side) for statement in made(records()).statements for side in ("parent", "practitioner")} == {""}
    data = crowded()
    agreed = {key: replace(person, consent=Consent.QUOTE) for key, person in data.participants.items()}
    data = replace(data, participants=agreed)
    published = view(compare(data, plans=PLANS), data, plans=PLANS, now=NOW, audience="published")
    told = next(statement for statement in published.statements if statement.name == "T1")
    assert (told.more_of("parent"), told.more_of("practitioner")) == ("and others", "")


def test_words_keep_the_answer_that_they_were_said_with() -> None:
    """Who answers again moves the count; what they said before stays a reason for what they answered before."""
    data = records()
    later = Response(id="later", statement="st0", perspective="parent", at=NOW, session="s2", participant="parent3", answer=Answer.AGREE)
    statement = made(replace(data, responses={**data.responses, "later": later})).telling[0]
    assert {quote.person: quote.answer for quote in statement.reasons["parent"]}["p3"] == "disagree"
    assert [answer.people for answer in statement.answers["parent"].answers] == [2, 1, 5, 0]


def test_words_with_an_answers_mark_are_said_with_that_answer() -> None:
    """A mark in the line goes before what its speaker answered up to then; remarks for the group have one by their mark alone."""
    data = records()
    marked = replace(data.reflections["why3"], kinds=("partly",))
    group = replace(data.reflections["why4"], participant=None, kinds=("unsure",))
    said = made(replace(data, reflections={**data.reflections, "why3": marked, "why4": group})).telling[0].reasons["parent"]
    assert {quote.name: quote.answer for quote in said} == {"R202": "partly", "R203": "partly", "R204": "unsure", "R207": "disagree"}


def test_an_aside_is_no_reason() -> None:
    """Words without a mark, by somebody who had not answered by then, have no answer beside them and stand behind the reasons."""
    data = records()
    early = replace(data.reflections["why2"], at=data.responses["a0-1"].at, highlight=True)
    nobodys = replace(data.reflections["why3"], id="aside", number=250, participant=None, highlight=True)
    said = made(replace(data, reflections={**data.reflections, "why2": early, "aside": nobodys})).telling[0].reasons["parent"]
    assert [(quote.name, quote.answer) for quote in said] == [
        ("R203", "disagree"),
        ("R204", "disagree"),
        ("R207", "disagree"),
        ("R250", ""),
        ("R202", ""),
    ]


def test_at_a_glance_says_who_contested_what_and_how() -> None:
    """The contested statements follow the counted labels, each in a sentence."""
    glance = made(records()).at_a_glance
    assert glance[0].startswith("10 themes: ")
    assert glance[1].startswith("Contested: parents challenged what practitioners said: \u201cParents may try to protect")
    assert glance[2].startswith("Contested: parents were divided over what practitioners said: ")
    assert "leaning" not in " ".join(glance)


def test_a_group_that_answered_its_own_statements_checked_them_back() -> None:
    """Practitioners who answered what practitioners said are member checking, on the day of that session."""
    data = records()
    own = Response(
        id="own", statement="st0", perspective="practitioner", at=NOW, session="s1", participant="practitioner1", answer=Answer.AGREE
    )
    shown = made(replace(data, responses={**data.responses, "own": own}))
    assert shown.checked_back == (
        "Parents were not asked whether their own statements were noted rightly.",
        "What was noted of parents was not checked back with them.",
        "Practitioners were asked on 12 May 2026 whether their own statements were noted rightly.",
        "What was noted of practitioners was not checked back with them.",
    )


def test_how_many_raised_it_is_said_in_the_right_number() -> None:
    """One of one practitioner is a practitioner, and where nobody had the chance no number is made up."""
    data = records()
    alone = replace(data.sessions["s1"], present=(("practitioner", 1),))
    shown = made(replace(data, sessions={**data.sessions, "s1": alone}))
    assert shown.telling[0].raised_text == "1 of 1 practitioner raised this theme"
    never = {key: replace(said, elicited=Elicited.PROMPTED) for key, said in data.reflections.items() if said.session == "s1"}
    shown = made(replace(data, reflections={**data.reflections, **never}, timelines={}))
    assert {statement.raised_text for statement in shown.statements} == {""}
