"""Withdrawal on one laptop: what goes, what stays, and that nothing brings the words back."""

from datetime import date
from pathlib import Path

import pytest

from tests.workbook.conftest import Hands, Reopen
from tests.workbook.laptops import files_with
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.plan import Plan
from workshop.model.records import Consent, Session, Tombstone, Verb
from workshop.model.withdrawal import LINKS, remarks_withdrawn
from workshop.store.fs import FileSystem
from workshop.store.schema import type_of_table
from workshop.workbook.book import Workbook
from workshop.workbook.preview import NOT_SAID, Listed

SAID = ("heating stayed off", "sister lent us", "cut us off in May", "Corner Playgroup", "grandmother")
"""Words that p3 said, or that were said of p3; nobody else's."""


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """A parents' session: p3 said R1, R3 and, to a statement of practitioners (T1), R4 with an answer; p5 said R2 and answered."""
    made = book.start_session(plan, "parents", present={"parent": 8})
    book.act(made, Verb.START)
    book.capture(made, '3: "the heating stayed off all winter" #heating *')
    book.capture(made, "5: the bus is late #buses")
    book.capture(made, "3: my sister lent us what she had #family")
    book.describe_participant(made, "p3", organisation="Corner Playgroup", role="grandmother")
    book.act(made, Verb.NEXT)
    book.add_statement("Families manage.", "practitioner", theme="buses")
    book.capture(made, "3: !disagree they cut us off in May")
    book.capture(made, "5: !partly some do")
    return made


def texts(book: Workbook) -> dict[str, str]:
    """All remarks, by what they are called."""
    return {book.ref(each): each.text for each in book.records.reflections.values()}


def test_the_preview_tells_what_would_go_and_does_nothing(book: Workbook, session: Session) -> None:
    """Remarks by number, answers and highlights are counted, themes that would rest on nothing are named; every word is still there."""
    before = book.serial
    preview = book.withdrawal("P3")
    assert preview.what == "p3 of S1"
    assert [each.ref for each in preview.remarks] == ["R1", "R3", "R4"]
    assert preview.remarks[0] == Listed("R1", "the heating stayed off all winter")
    assert (preview.statements, preview.answers, preview.highlights, preview.undone) == ((), 1, 1, 0)
    assert (preview.exports, preview.reports, preview.copies, preview.same_words) == ((), (), (), ())
    assert preview.themes == ("Family", "Heating")
    assert book.serial == before
    assert files_with(book.folder, *SAID)


def test_the_words_are_in_no_file_and_a_number_stays(book: Workbook, session: Session, reopened: Reopen) -> None:
    """After it, no file holds a word of p3 or of where p3 comes from; what others said is as it was, and R1 is withdrawn for ever."""
    others = {key: each for key, each in texts(book).items() if key in ("R2", "R5")}
    done = book.withdraw(book.withdrawal("p3"))
    assert (done.remarks, done.pending) == (3, ())
    assert files_with(book.folder, *SAID) == []
    again = reopened()
    for each in (book, again):
        assert texts(each) == others
        assert [person.code for person in each.records.participants.values()] == ["p5"]
        assert sorted(stone.number for stone in each.records.tombstones.values()) == [1, 3, 4]
        with pytest.raises(WorkshopError, match=r"^R1 was withdrawn\.$"):
            each.reflection("R1")
    assert again.capture(session, "5: and dear").ref == "R6"
    assert remarks_withdrawn(len(again.records.tombstones)) == "3 remarks withdrawn"


def test_a_withdrawn_number_is_never_given_again(book: Workbook, session: Session, reopened: Reopen) -> None:
    """Where the last remark is struck, the next one has the number after it, in a window that was opened later too."""
    book.strike("R5")
    assert reopened().capture(session, "5: and dear").ref == "R6"
    assert remarks_withdrawn(1) == "1 remark withdrawn"


def test_exports_made_later_hold_none_of_the_words(book: Workbook, session: Session, tmp_path: Path) -> None:
    """Every format, and the comparison, know nothing of p3 any more."""
    book.withdraw(book.withdrawal("p3"))
    book.export(["html", "csv", "json"], tmp_path / "out")
    assert files_with(tmp_path / "out", *SAID) == []
    assert files_with(tmp_path / "out", "the bus is late")
    found = next(each for each in book.compare().themes if each.theme == "Heating")
    assert found.groups["parent"].raised == 0


def test_undone_remarks_and_earlier_wordings_go_too(book: Workbook, session: Session) -> None:
    """What an undo took from the lists, and what an edit changed, still stood in the files: it goes with the rest, and is counted apart."""
    book.capture(session, "3: my sister lent us far too much")
    book.undo()
    book.edit("R1", "it was cold")
    assert "R6" not in texts(book)
    assert book.withdrawal("p3").undone == 1
    book.withdraw(book.withdrawal("p3"))
    assert files_with(book.folder, *SAID) == []
    assert len(book.records.tombstones) == 3


def test_somebody_whose_only_remark_was_undone_can_withdraw(book: Workbook, session: Session) -> None:
    """Nobody is listed as p8 any more, but the words stand in a file."""
    book.capture(session, "8: nobody was to hear of this")
    book.undo()
    done = book.withdraw(book.withdrawal("p8"))
    assert (done.remarks, files_with(book.folder, "nobody was to hear")) == (0, [])


def test_statements_built_from_the_words_go_and_answers_stay(book: Workbook, session: Session, reopened: Reopen) -> None:
    """T2 rests on R1 and on somebody else's R2: it goes, is listed with its answers, and those are kept, and count nowhere."""
    built = book.add_statement("Families sit in the cold.", "parent", theme="heating", sources=["R1", "R2"])
    book.answer_by_hands(session, built, "parent", (5, 1, 0, 1))
    preview = book.withdrawal("p3")
    assert preview.statements == (Listed("T2", "Families sit in the cold.", 7),)
    book.withdraw(preview)
    assert files_with(book.folder, *SAID, "sit in the cold") == []
    again = reopened()
    assert [each.statement for each in again.records.responses.values() if each.hands] == [built.id]
    assert [each.number for each in again.compare().statements] == [1]
    assert again.add_statement("Another.", "parent").number == 3
    with pytest.raises(WorkshopError, match="T2 was withdrawn"):
        again.statement("T2")


def test_a_statement_that_rests_on_an_undone_remark_goes(book: Workbook, session: Session) -> None:
    """The remark was undone after the statement was made of it."""
    saved = book.capture(session, "3: my sister lent us far too much")
    book.add_statement("A sister lent us money.", "parent", sources=[saved.ref])
    assert saved.reflection is not None
    book.repository.remove(saved.reflection)
    assert [each.ref for each in book.withdrawal("p3").statements] == ["T2"]


def test_undo_brings_nothing_back_and_goes_on(book: Workbook, session: Session) -> None:
    """No step shows or restores a withdrawn word; what came before and after can still be undone, down to the start of the clock."""
    book.capture(session, "+ and every day")
    book.withdraw(book.withdrawal("p3"))
    undone = []
    with pytest.raises(WorkshopError, match="A strike can't be undone"):
        book.undo()
    while book.undoable:
        undone.append(book.undo())
        assert not any(word in undone[-1] for word in SAID)
        assert files_with(book.folder, *SAID) == []
    assert undone[0] == "R5, made longer"
    assert undone[-1] == "starting the clock"
    assert texts(book) == {}


def test_an_undo_of_many_records_leaves_out_the_withdrawn(book: Workbook, tmp_path: Path) -> None:
    """Undoing an import of which one row was withdrawn takes the other rows away."""
    table = tmp_path / "remarks.csv"
    table.write_text("participant,text,perspective\np1,one thing,parent\np2,another thing,parent\n", encoding="utf-8")
    book.import_file(table, "reflections")
    book.withdraw(book.withdrawal("p1"))
    with pytest.raises(WorkshopError, match="A strike can't be undone"):
        book.undo()
    book.undo()
    assert (texts(book), book.undoable) == ({}, "")


def test_another_open_window_lets_go_of_the_words(book: Workbook, session: Session, reopened: Reopen) -> None:
    """Its file can only be rewritten by itself: that is said, and done when it next looks; its undo shows and brings back nothing."""
    other = reopened()
    other.capture(session, "3: my sister lent us far too much")
    book.refresh()
    done = book.withdraw(book.withdrawal("p3"))
    assert len(done.pending) == 1
    assert "another window" in done.pending[0]
    other.refresh()
    assert files_with(book.folder, *SAID) == []
    assert not any(word in other.undoable for word in SAID)
    assert texts(other) == {"R2": "the bus is late", "R5": "some do"}
    book.refresh()
    assert book.carry_out() == ()


def test_the_person_can_speak_again(book: Workbook, session: Session, reopened: Reopen) -> None:
    """p3 is the same person as before, unasked again, described afresh, and can withdraw once more."""
    book.set_consent(session, "p3", Consent.QUOTE)
    (before,) = [each for each in book.records.participants.values() if each.code == "p3"]
    book.withdraw(book.withdrawal("p3"))
    saved = book.capture(session, "3: I have thought about it")
    assert saved.new_code == "p3"
    book.describe_participant(session, "p3", role="carer")
    for each in (book, reopened()):
        (after,) = [person for person in each.records.participants.values() if person.code == "p3"]
        assert (after.id, after.role, after.organisation, after.consent) == (before.id, "carer", "", None)
        assert texts(each)["R6"] == "I have thought about it"
    book.withdraw(book.withdrawal("p3"))
    assert files_with(book.folder, "thought about it", "carer", *SAID) == []
    book.capture(session, "3: a third time")
    assert reopened().reflection("R7").participant == before.id


def test_only_the_person_of_that_cohort_goes(book: Workbook, session: Session, plan: Plan) -> None:
    """p3 of another session is somebody else; without a session the question comes back and nothing goes."""
    other = book.start_session(plan, "parents")
    book.capture(other, "3: the school is far")
    with pytest.raises(WorkshopError, match="more than one person") as refused:
        book.withdrawal("p3")
    assert refused.value.lines == ("p3 of S1", "p3 of S2")
    book.withdraw(book.withdrawal("p3", other))
    assert "R1" in texts(book)
    assert "R6" not in texts(book)


def test_sessions_of_one_cohort_are_one_withdrawal(book: Workbook, plan: Plan) -> None:
    """Who wears sticker 3 in both meetings of one group takes back what was said in both."""
    for _ in range(2):
        made = book.start_session(plan, "parents", cohort="Tuesday group")
        book.capture(made, "3: the school is far")
    preview = book.withdrawal("3")
    assert (preview.what, [each.ref for each in preview.remarks]) == ("p3 of S1 and S2", ["R1", "R2"])


def test_what_came_in_since_the_preview_is_not_taken_unseen(book: Workbook, session: Session) -> None:
    """A remark that was captured after the preview: refused, with nothing done."""
    preview = book.withdrawal("p3")
    book.capture(session, "3: one more thing")
    with pytest.raises(WorkshopError, match="More has come in"):
        book.withdraw(preview)
    assert len(texts(book)) == 6
    assert book.records.withdrawals == {}


def test_withdrawing_twice_is_nothing_new(book: Workbook, session: Session) -> None:
    """The second of two confirmations of one preview finds nothing left."""
    preview = book.withdrawal("p3")
    book.withdraw(preview)
    assert book.withdraw(preview).remarks == 0
    assert len(book.records.tombstones) == 3


def test_a_day_that_has_passed_is_told(book: Workbook, session: Session, hands: Hands) -> None:
    """On the day itself nothing is said; on the next one it is, and the withdrawal goes on all the same."""
    book.set_withdraw_until(session, date(2026, 3, 2))
    assert book.withdrawal("p3").passed is None
    hands.pass_(24 * 60)
    assert (book.withdrawal("p3").passed, book.striking("R1").passed) == (date(2026, 3, 2), date(2026, 3, 2))
    assert book.withdraw(book.withdrawal("p3")).remarks == 3


def test_the_same_words_elsewhere_are_named(book: Workbook, session: Session) -> None:
    """A statement and another's remark with the same words, linked to nothing, are named, not taken; a theme too, and a short word not."""
    book.add_statement("They said: The heating stayed off ALL winter!", "parent")
    book.capture(session, "6: we too: the heating stayed off all winter")
    book.describe_theme("Cold", description="The heating stayed off all winter, says one.")
    book.capture(session, "3: some do")
    preview = book.withdrawal("p3")
    assert preview.same_words == ("T2", "R6", 'the theme "Cold"')
    book.withdraw(preview)
    assert book.strike("T2").remarks == 0
    assert [each.number for each in book.records.statements.values()] == [1]


def test_striking_one_remark(book: Workbook, session: Session) -> None:
    """R1 goes, with the statement that was built from it; p3, answers and other remarks stay; p3 is not said to have withdrawn."""
    book.add_statement("Families sit in the cold.", "parent", sources=["R1"])
    preview = book.striking("r1")
    assert (preview.what, preview.person, preview.answers) == ("R1", None, 0)
    assert [each.ref for each in preview.statements] == ["T2"]
    assert book.withdraw(preview).remarks == 1
    assert files_with(book.folder, "heating stayed off", "sit in the cold") == []
    assert sorted(texts(book)) == ["R2", "R3", "R4", "R5"]
    assert len(book.records.responses) == 2
    assert {each.participant for each in book.records.withdrawals.values()} == {""}


def test_off_the_record_later_strikes_the_last_remark(book: Workbook, session: Session) -> None:
    """`+ !off` after a remark takes its words out of the files too."""
    book.capture(session, "5: my brother in law drinks")
    saved = book.capture(session, "+ !off")
    assert (saved.ref, saved.words, saved.reflection) == ("R6", "", None)
    assert files_with(book.folder, "brother in law") == []
    assert "R6" not in texts(book)


def test_twins_keep_their_letters(book: Workbook, session: Session, reopened: Reopen, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of R6a and R6b, which two windows made at once, R6a is struck: the other is R6b still."""
    other = reopened()
    with monkeypatch.context() as at_once:
        at_once.setattr(Workbook, "refresh", lambda _: False)
        book.capture(session, "5: first")
        other.capture(session, "6: second")
    book.refresh()
    with pytest.raises(WorkshopError, match="R6 may mean R6a or R6b"):
        book.striking("R6")
    book.strike("R6a")
    with pytest.raises(WorkshopError, match="R6a was withdrawn"):
        book.reflection("R6a")
    assert book.reflection("R6b").text == "second"
    assert reopened().reflection("R6b").text == "second"


def test_a_letter_is_kept_whichever_comes_first(
    book: Workbook, session: Session, reopened: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tombstone of R6a is heard of before R6a is gone, as it may be where files are read afresh."""
    other = reopened()
    with monkeypatch.context() as at_once:
        at_once.setattr(Workbook, "refresh", lambda _: False)
        struck = book.capture(session, "5: first").reflection
        other.capture(session, "6: second")
    book.refresh()
    assert struck is not None
    book.repository.put(Tombstone(id=struck.id, table="reflections", number=6))
    book.repository.erase([book.repository.key(struck)])
    assert book.reflection("R6b").text == "second"


def test_a_full_disk_leaves_everything_as_it_was(book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not saved, in words; nothing is withdrawn, and it works when there is room again."""

    def full(self: FileSystem, file: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    preview = book.withdrawal("p3")
    with monkeypatch.context() as patched:
        patched.setattr(FileSystem, "write", full)
        with pytest.raises(NotSavedError):
            book.withdraw(preview)
    assert "R1" in texts(book)
    assert book.withdraw(preview).pending == ()
    assert files_with(book.folder, *SAID) == []


def test_every_kind_of_record_has_been_thought_of() -> None:
    """A new table either tells by a field whose it is, so that a withdrawal finds it, or is named as holding nothing of one person.

    A note on a recommendation goes with that (test_recommending.py), a person's own record by its id, and an artwork, in which are
    nobody's words, when it is struck itself (test_artworks.py).
    """
    linked = {table for table, kind in type_of_table.items() if any(name in LINKS for name in kind.__dataclass_fields__)}
    assert set(type_of_table) - linked - set(NOT_SAID) == {"participants", "followups", "artworks"}
