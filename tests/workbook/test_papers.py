"""What is for one person alone: slips that say what was agreed, and their own words, all of them and nobody else's."""

from datetime import date
from pathlib import Path

import pytest

from tests.workbook.conftest import Hands
from tests.workbook.laptops import files_with
from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.planfile import parse_plan
from workshop.model.records import Consent, Session, Verb
from workshop.workbook.book import Workbook
from workshop.workbook.papers import ASIDE, OWN

VOTING = """
title = "Voting"

[[activity]]
title = "Dots"
kind = "vote"
minutes = 5
dots = 3

[[activity]]
title = "Their words"
kind = "show"
minutes = 15
"""


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """A parents' session in which p3 has said R1 and R3 and p5 R2."""
    made = book.start_session(plan, "parents", place="Kiln Street")
    book.capture(made, '3: "the heating stayed off all winter" #heating')
    book.capture(made, "5: the bus is late #buses")
    book.capture(made, "3: my sister lent us what she had !question")
    return made


def test_slips_say_what_each_person_agreed_to(book: Workbook, session: Session) -> None:
    """One for each code of the session, with its level, the place, the last day to withdraw on, and the contact as it was given."""
    book.set_consent(session, "P3", Consent.QUOTE, research=True)
    book.set_withdraw_until(session, date(2026, 6, 2))
    third, fifth = book.slips(book.session("S1"), "Rhona\x1b[31m, the library")
    assert (third.code, third.level, third.research) == ("p3", Consent.QUOTE, True)
    assert (fifth.code, fifth.level, fifth.research) == ("p5", None, None)
    assert (third.until, third.contact, third.title) == ("2 June 2026", "Rhona, the library", "Book")
    assert "Kiln Street" in third.when


def test_without_a_code_there_are_no_slips(book: Workbook, plan: Plan) -> None:
    """A session of whose people nobody knows a code is told of, with what to do instead."""
    with pytest.raises(WorkshopError, match="No code is known in S1"):
        book.slips(book.start_session(plan, "parents"))


def test_own_words_are_all_that_a_person_said_and_nobody_elses(book: Workbook, session: Session) -> None:
    """Both remarks in the order said, verbatim and paraphrase apart, each with its themes and marks, and what was agreed."""
    book.set_consent(session, "P3", Consent.PARAPHRASE)
    book.set_remark_consent("R1", Consent.COUNT)
    words = book.own_words(book.person("p3"))
    assert [(each.name, each.text, each.verbatim, each.about, each.marks) for each in words.remarks] == [
        ("R1", "the heating stayed off all winter", True, ("Heating",), ()),
        ("R3", "my sister lent us what she had", False, (), ("question",)),
    ]
    assert words.remarks[0].agreed == "What I said may be counted, and no more."
    assert ("Your number", "p3, S1") in words.facts
    assert ("You agreed", "What I said may be told in other words.") in words.facts


def test_own_words_have_answers_and_votes(book: Workbook) -> None:
    """What was answered to a statement and given to a theme, with what it was given to; remarks say what was on show."""
    book.add_statement("Buses are dear.", "practitioner")
    book.describe_theme("Buses")
    made = book.start_session(parse_plan(VOTING, "voting"), "parent")
    book.act(made, Verb.START)
    book.vote(made, 0, "p3", {"Buses": 2})
    book.act(made, Verb.NEXT)
    book.capture(made, "3: !disagree I walk")
    words = book.own_words(book.person("p3"))
    assert [(each.to, each.given, each.session) for each in words.answers] == [("Buses are dear.", "disagree", "S1")]
    assert [(each.to, each.given) for each in words.votes] == [("Buses", "2 (dots)")]
    assert [each.shown for each in words.remarks] == ["Buses are dear."]


def test_what_others_made_of_it_is_theirs_too(book: Workbook, session: Session) -> None:
    """How a remark is told in other words, and in which parts the person was there, where that was taken down."""
    book.paraphrase("R1", "a winter without heating")
    book.set_attendance(session, "p3", [0])
    words = book.own_words(book.person("p3"))
    assert [each.retold for each in words.remarks] == ["a winter without heating", ""]
    assert ("You were there", "S1: Talk") in words.facts


def test_a_linked_code_is_the_same_person(book: Workbook, session: Session, plan: Plan) -> None:
    """Where somebody said that p3 here is p1 there, the words of both are theirs."""
    second = book.start_session(plan, "parents")
    book.capture(second, "1: the library is warm")
    book.link_people("p3", session, "p1", second)
    words = book.own_words(book.person("p3", session))
    assert [each.name for each in words.remarks] == ["R1", "R3", "R4"]
    assert words.who == "p3, p1"


def test_what_was_put_aside_is_not_in_it_and_that_is_said_to_everybody(book: Workbook, session: Session) -> None:
    """A remark put aside for safeguarding is not in the file; the sentence on it stands in everybody's, so that it tells nothing."""
    before = book.own_words(book.person("p5"))
    book.flag("R1")
    words = book.own_words(book.person("p3"))
    assert [each.name for each in words.remarks] == ["R3"]
    assert words.aside == before.aside == ASIDE


def test_where_they_went_is_told(book: Workbook, session: Session, hands: Hands) -> None:
    """Reports that were written since a person first spoke: when, and for whom; their own words are none."""
    book.export(["csv"])
    book.write_own_words(book.person("p3"))
    assert book.own_words(book.person("p3")).exports == ("2 March 2026, for the audience \u201cworking\u201d",)


def test_the_file_is_registered_and_goes_with_a_withdrawal(book: Workbook, session: Session) -> None:
    """The register knows of it before it is written; once the person takes their words back it is gone from the workshop's folder."""
    path = book.write_own_words(book.person("p3"))
    assert path.name == "book-p3-own-words.html"
    page = path.read_text(encoding="utf-8")
    assert "the heating stayed off all winter" in page
    assert "the bus is late" not in page
    (entry,) = book.exports()
    assert (entry.audience, entry.formats, entry.remarks) == (OWN, ("html",), 2)
    book.withdraw(book.withdrawal("p3"))
    assert not path.exists()
    assert files_with(book.folder, "heating stayed off") == []


def test_a_file_in_the_way_stays(book: Workbook, session: Session, tmp_path: Path) -> None:
    """Nothing is written over without force, and what was not written is in no register."""
    path = book.write_own_words(book.person("p3"), tmp_path)
    with pytest.raises(WorkshopError, match="in the way"):
        book.write_own_words(book.person("p3"), tmp_path)
    assert len(book.exports()) == 1
    assert book.write_own_words(book.person("p3"), tmp_path, force=True) == path
