"""What is looked at before a report goes out: flags and their answers, paraphrases, the watch list, the Chatham House Rule."""

from pathlib import Path

import pytest

from tests.workbook.conftest import Reopen
from workshop.errors import WorkshopError
from workshop.model.clearance import Decision
from workshop.model.plan import Plan
from workshop.model.records import Consent, Session
from workshop.workbook.book import Workbook


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """Parents, who may be quoted: R1 names Mrs Reid and her school, R2 nobody, R3 a street; R4 may only be counted."""
    made = book.start_session(plan, "parent", present={"parent": 8})
    for line in (
        '3: "Mrs Reid at Craigmill Primary was kind" #school',
        "5: nobody asks us #asked",
        '3: "it is all like that in Kiln Street" #school',
        "6: ask Mrs Bain",
    ):
        book.capture(made, line)
    book.set_consent(made, "p3", Consent.QUOTE)
    book.set_consent(made, "p5", Consent.QUOTE)
    return made


def found(book: Workbook, audience: str = "published") -> dict[str, str]:
    """What is flagged, and what was decided about it."""
    return {each.found: each.answer.decision.value if each.answer else "" for each in book.flags(audience)}


def words(book: Workbook) -> set[str]:
    """All words of people in everybody's copy."""
    return {each.quote.text for each in book.view("published").reflections}


def answer(book: Workbook, part: str, decision: Decision, instead: str = "", audience: str = "published") -> None:
    """Answer the flag of these words."""
    book.answer_flag(audience, next(each for each in book.flags(audience) if each.found == part), decision, instead)


def test_what_goes_out_is_flagged_and_nothing_else(book: Workbook, session: Session) -> None:
    """Words that may be quoted are looked through, those that no report has are not; a working copy is not checked at all."""
    assert found(book) == {"Mrs Reid": "", "Craigmill Primary": "", "Kiln Street": ""}
    assert book.flags("working") == book.flags("research") == ()
    flag = book.flags("published")[0]
    assert (flag.where, flag.why, flag.open) == ("R1", "a title and a name", True)
    assert flag.words[flag.start :].startswith(flag.found)


def test_answers_change_the_words_of_the_report_and_not_of_the_workshop(book: Workbook, session: Session) -> None:
    """Kept, replaced, paraphrased, dropped: each does what it says, in this audience's copy alone, and an undo takes it back."""
    answer(book, "Mrs Reid", Decision.REPLACE, "[a teacher]")
    answer(book, "Craigmill Primary", Decision.KEEP)
    assert words(book) >= {"[a teacher] at Craigmill Primary was kind"}
    answer(book, "Kiln Street", Decision.DROP)
    assert words(book) == {"[a teacher] at Craigmill Primary was kind", "nobody asks us"}
    assert book.open_flags("published") == ()
    assert len(book.open_flags("participants")) == 3
    assert book.reflection("R1").text == "Mrs Reid at Craigmill Primary was kind"
    assert book.undo() == "the answer to a flag"
    assert [each.found for each in book.open_flags("published")] == ["Kiln Street"]


def test_a_paraphrase_is_looked_through_too(book: Workbook, session: Session) -> None:
    """Other words take the place of all that was said, as nobody's own; a name in them is asked about in its turn."""
    answer(book, "Mrs Reid", Decision.PARAPHRASE, "ask for Dr Okafor there")
    assert found(book) == {"Mrs Reid": "paraphrase", "Dr Okafor": "", "Kiln Street": ""}
    answer(book, "Dr Okafor", Decision.REPLACE, "the doctor")
    quotes = {each.quote.text: each.quote.verbatim for each in book.view("published").reflections}
    assert quotes["ask for the doctor there"] is False


def test_words_that_are_changed_are_looked_at_anew(book: Workbook, session: Session) -> None:
    """An answer is to words as they were: corrected ones have none."""
    answer(book, "Kiln Street", Decision.KEEP)
    book.correct("R3", "it is all like that in Kiln Street, both ends")
    assert found(book)["Kiln Street"] == ""


def test_nothing_is_written_while_a_flag_is_open(book: Workbook, session: Session, tmp_path: Path) -> None:
    """The list says where and why; not a file is there, and no export in the register."""
    with pytest.raises(WorkshopError) as refused:
        book.export(["json"], tmp_path / "out", audience="published")
    assert "3 texts may point at somebody and have no answer; nothing was written." in refused.value.message
    assert "Mrs Reid" in refused.value.lines[0]
    assert not (tmp_path / "out").exists()
    assert book.exports() == ()


def test_keeping_all_is_for_participants_only(book: Workbook, session: Session, tmp_path: Path) -> None:
    """Everybody's copy has each flag answered by itself."""
    with pytest.raises(WorkshopError, match="each flag needs its own answer"):
        book.keep_all("published")
    assert book.keep_all("participants", "parents") == 3
    (file,) = book.export(["json"], tmp_path, audience="participants", group="parents")
    assert "Mrs Reid" in file.read_text()
    assert [(each.audience, each.remarks) for each in book.exports()] == [("participants", 3)]


def test_whose_copy_it_is_has_to_be_said(book: Workbook, session: Session, tmp_path: Path) -> None:
    """A copy for participants is one group's, and no other copy is."""
    with pytest.raises(WorkshopError, match="Say whose it is"):
        book.export(["json"], tmp_path, audience="participants")
    with pytest.raises(WorkshopError, match="Only a copy for participants"):
        book.export(["json"], tmp_path, audience="working", group="parents")
    with pytest.raises(WorkshopError, match="working, participants, research, published"):
        book.export(["json"], tmp_path, audience="everybody")


def test_a_part_of_the_workshop_is_for_the_working_group(book: Workbook, session: Session) -> None:
    """Small numbers could be worked out of a part and the whole; an archive, which hides none, may have a part."""
    for part in ({"sessions": ["S1"]}, {"lane": "barrier"}, {"between": ["parent@S1", "practitioner"]}):
        with pytest.raises(WorkshopError, match="is of the whole workshop"):
            book.view("published", **part)
    assert book.view("research", sessions=["S1"]).narrowed


def test_an_answer_goes_with_the_remark(book: Workbook, session: Session, reopened: Reopen) -> None:
    """Struck, a remark leaves no answer, no paraphrase and none of their words behind."""
    answer(book, "Mrs Reid", Decision.PARAPHRASE, "sleetword")
    book.paraphrase("R1", "hailword")
    assert len(book.records.clearances) == len(book.records.paraphrases) == 1
    book.strike("R1")
    other = reopened()
    assert (len(other.records.clearances), len(other.records.paraphrases)) == (0, 0)
    assert [
        file
        for file in book.folder.rglob("*")
        if file.is_file() and (b"sleetword" in file.read_bytes() or b"hailword" in file.read_bytes())
    ] == []


def test_many_answers_are_one_deed_and_given_twice_they_are_given_once(book: Workbook, session: Session) -> None:
    """As a file gives them; a key that there isn't is named, and nothing is decided."""
    keys = {each.key: (Decision.KEEP, "") for each in book.flags("published")}
    with pytest.raises(WorkshopError, match="no such flags") as refused:
        book.answer_flags("published", {**keys, "notthere": (Decision.KEEP, "")})
    assert refused.value.lines == ("notthere",)
    assert len(book.open_flags("published")) == 3
    assert book.answer_flags("published", keys) == 3
    serial = book.serial
    book.answer_flags("published", keys)
    assert book.serial == serial
    assert book.undo() == "the answers to 3 flags"
    with pytest.raises(WorkshopError, match="Nothing is said that could stand in place"):
        answer(book, "Mrs Reid", Decision.REPLACE, "  ")


def test_the_watch_list(book: Workbook, session: Session) -> None:
    """A name is there once, however it is spelt, is found in what goes out, and can be taken off and put back."""
    book.watch("Nobody ")
    book.watch("nobody")
    assert book.watched() == ("Nobody",)
    assert found(book)["nobody"] == ""
    book.unwatch("NOBODY")
    assert "nobody" not in found(book)
    assert book.undo() == "a name off the watch list"
    assert book.watched() == ("Nobody",)
    with pytest.raises(WorkshopError, match="not on the watch list"):
        book.unwatch("somebody")
    with pytest.raises(WorkshopError, match="There is no name"):
        book.watch(" ")


def test_a_paraphrase_stands_for_words_that_may_not_be_quoted(book: Workbook, session: Session) -> None:
    """It waits on a list until it is there; of words that are corrected since it is none, and it can be taken away."""
    book.set_consent(session, "p3", Consent.PARAPHRASE)
    assert [each.ref for each in book.to_paraphrase()] == ["R1", "R3"]
    assert words(book) == {"nobody asks us"}
    book.paraphrase("R1", "a teacher was kind")
    assert words(book) == {"nobody asks us", "a teacher was kind"}
    assert [(each.ref, each.paraphrase) for each in book.to_paraphrase(every=True)] == [("R1", "a teacher was kind"), ("R3", "")]
    book.correct("R1", "Mrs Reid was kind to all")
    assert [each.ref for each in book.to_paraphrase()] == ["R1", "R3"]
    assert words(book) == {"nobody asks us"}
    book.unparaphrase("R1")
    for wrong in ("R1", "R2"):
        with pytest.raises(WorkshopError, match="has no paraphrase"):
            book.unparaphrase(wrong)
    with pytest.raises(WorkshopError, match="needs words"):
        book.paraphrase("R1", " ")


def test_what_was_done_is_told_after_a_restart_too(book: Workbook, session: Session, reopened: Reopen) -> None:
    """In words, without those that were typed."""
    book.set_chatham_house(True)
    book.watch("Ada")
    book.paraphrase("R1", "a teacher was kind")
    answer(book, "Kiln Street", Decision.DROP)
    again = reopened()
    told = ["the answer to a flag", "the paraphrase of R1", "a name on the watch list", "the Chatham House Rule"]
    assert [str(again.undo()).partition(" (")[0] for _ in told] == told
    assert (again.watched(), again.workshop.chatham_house) == ((), False)


def test_the_chatham_house_rule(book: Workbook, session: Session) -> None:
    """Chosen, organisations are in nobody's report but the working copy; it can be undone, and chosen twice it is chosen once."""
    book.describe_participant(session, "p3", organisation="Harbour Advice")
    assert [each.organisation for each in book.view("published").people] == ["Harbour Advice"]
    book.set_chatham_house(True)
    serial = book.serial
    book.set_chatham_house(True)
    assert (book.workshop.chatham_house, book.serial) == (True, serial)
    assert book.view("published").people == ()
    assert "Harbour Advice" in {each.organisation for each in book.view().people}
    assert book.undo() == "the Chatham House Rule"
