"""What a report would show and keep back: each remark is counted once, and what is said of it is what becomes of it."""

from datetime import date

import pytest

from workshop.errors import WorkshopError
from workshop.model.clearance import Decision
from workshop.model.plan import Plan
from workshop.model.records import Consent, Session
from workshop.privacy.disclosure import Fate
from workshop.workbook.book import Workbook
from workshop.workbook.recommending import Wanted

AUDIENCES = (("working", ""), ("participants", "parent"), ("participants", "practitioner"), ("research", ""), ("published", ""))


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """Parents of every level of consent, one remark of a practitioner, one off the record, one to finish."""
    made = book.start_session(plan, "parent", present={"parent": 8})
    for line in (
        '1: "Kiln Street is far" #place',
        '2: "they never write back" #letters',
        '3: "I was told twice" #letters',
        "4: nobody asks us #asked",
        "5: not a word of it #asked",
        "6: !off it was me",
        '1: "and then they ...',
        "r1: we do write #letters",
    ):
        book.capture(made, line)
    levels = {"p1": Consent.QUOTE, "p2": Consent.PARAPHRASE, "p3": Consent.PARAPHRASE, "p4": Consent.COUNT, "p5": Consent.NONE}
    for code, level in levels.items():
        book.set_consent(made, code, level)
    book.set_consent(made, "r1", Consent.QUOTE)
    book.paraphrase("R3", "somebody had to ask two times")
    return made


def fates(book: Workbook, audience: str, group: str = "") -> dict[str, int]:
    """How many remarks have which fate, by its name."""
    return {fate.name: number for fate, number in book.disclosure(audience, group=group).remarks.items()}


def test_for_everybody_each_level_of_consent_has_its_own_fate(book: Workbook, session: Session) -> None:
    """Quoted, paraphrased, waiting for a paraphrase, counted, not used, off the record, to finish."""
    assert fates(book, "published") == {
        "AS_NOTED": 2,
        "IN_OTHER_WORDS": 1,
        "TO_PARAPHRASE": 1,
        "COUNTED": 1,
        "UNFINISHED": 1,
        "NOT_USED": 1,
        "LEFT_OUT_OFF_RECORD": 1,
    }


def test_the_working_copy_has_all_words_but_those_off_the_record(book: Workbook, session: Session) -> None:
    """Whose words are kept nowhere."""
    assert fates(book, "working") == {"AS_NOTED": 7, "OFF_RECORD": 1}


def test_a_copy_for_participants_has_one_group_s_words(book: Workbook, session: Session) -> None:
    """The others' are counted as such."""
    assert fates(book, "participants", "practitioner")["OTHER_GROUP"] == 2
    assert fates(book, "participants", "parent")["OTHER_GROUP"] == 1
    with pytest.raises(WorkshopError, match="words of their own group"):
        book.disclosure("participants")


def test_an_archive_has_only_who_agreed_to_it(book: Workbook, session: Session) -> None:
    """All others are out of every number, people too."""
    book.set_consent(session, "p1", None, research=True)
    found = book.disclosure("research")
    assert found.remarks[Fate.AS_NOTED] == 2
    assert found.remarks[Fate.NOT_FOR_RESEARCH] == 4
    assert (found.people, found.all_people) == (1, 7)
    assert "6 of 7 people: they did not agree to an archive." in found.hidden


def test_what_the_check_drops_is_said(book: Workbook, session: Session) -> None:
    """An answer to a flag changes what becomes of its remark."""
    (flag,) = (each for each in book.flags("published") if each.found == "Kiln Street")
    book.answer_flag("published", flag, Decision.REPLACE, "[a street]")
    assert fates(book, "published")["IN_OTHER_WORDS"] == 2
    book.answer_flag("published", flag, Decision.DROP)
    assert fates(book, "published")["DROPPED"] == 1


@pytest.mark.parametrize(("audience", "group"), AUDIENCES)
def test_the_numbers_are_those_of_the_report(book: Workbook, session: Session, audience: str, group: str) -> None:
    """Every remark has one fate; as many are shown as the report has in words; numbers are hidden where the view has none."""
    found = book.disclosure(audience, group=group)
    view = book.view(audience, group=group)
    assert sum(found.remarks.values()) == len(book.records.reflections)
    assert sum(number for fate, number in found.remarks.items() if fate.is_shown) == sum(bool(one.quote.text) for one in view.reflections)
    hidden = [count for finding in view.findings for count in finding.groups.values() if count.raised is None]
    assert found.hidden_counts >= len(hidden)
    assert bool(found.hidden_counts) == (audience in ("participants", "published"))


@pytest.mark.parametrize("audience", ["research", "published"])
def test_the_days_of_promises_are_told_and_it_is_said(book: Workbook, session: Session, audience: str) -> None:
    """Of other dates the month is told; who is to keep a promise has to know by when, and the list of what is kept back says so."""
    book.recommend(Wanted(text="Write back within a week.", lead="The council", due=date(2030, 9, 30)))
    assert [each.due for each in book.view(audience).recommendations] == ["30 September 2030"]
    assert any("the month is told, but for promises" in sentence for sentence in book.disclosure(audience).hidden)


def test_the_rule_of_the_room_is_said(book: Workbook, session: Session) -> None:
    """Under the Chatham House Rule who took part is kept back, and the screen says so; the working copy has it all the same."""
    book.set_chatham_house(True)
    assert any("Chatham House Rule" in sentence for sentence in book.disclosure("published").hidden)
    assert not any("Chatham House Rule" in sentence for sentence in book.disclosure("working").hidden)
