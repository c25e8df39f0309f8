"""Undo of any depth: over restarts, beside other windows and laptops, and without bringing back what was withdrawn."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.store.locks import quick_passphrases
from tests.workbook.conftest import Hands, Reopen
from tests.workbook.laptops import copied, files_with, side_by_side
from tests.workbook.undone import state, texts, undo_all
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.flag import Flag
from workshop.model.plan import Plan
from workshop.model.records import Consent, Session, Verb
from workshop.store.database import JournalDB
from workshop.store.fs import FileSystem
from workshop.store.repository import Repository
from workshop.store.steps import TABLE, Step
from workshop.workbook.book import Workbook
from workshop.workbook.locking import codec_of, lock
from workshop.workbook.shelf import create_workshop


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """A parents' session that has not begun."""
    return book.start_session(plan, "parents")


def test_undo_reaches_back_over_a_restart(book: Workbook, session: Session, reopened: Reopen) -> None:
    """A window that was opened later undoes what this computer did in the session, the newest first, each in words and with its time."""
    book.act(session, Verb.START)
    book.capture(session, "3: the bus is late #buses")
    book.edit("R1", "the bus never comes")
    book.set_consent(session, "p3", Consent.QUOTE)
    book.close()
    again = reopened()
    assert [deed.what for deed in again.deeds()] == ["the consent of p3", "the edit of R1", "R1 the bus never comes", "start"]
    assert not any(deed.here for deed in again.deeds())
    assert "in an earlier window" in again.undo()
    assert again.undo().startswith("the edit of R1")
    assert texts(again) == ["the bus is late"]
    assert again.undo().startswith("R1 the bus is late")
    assert again.undo().startswith("start")
    assert (texts(again), again.records.participants, again.records.themes, again.clock(session).current) == ([], {}, {}, None)
    with pytest.raises(WorkshopError, match="nothing to undo"):
        again.undo()


def test_what_was_done_before_this_window_is_named_before_it_is_undone(book: Workbook, session: Session, reopened: Reopen) -> None:
    """A screen's undo takes it back when asked again, and names it anew when anything happened meanwhile; of its own it never asks."""
    book.capture(session, "3: the bus is late")
    book.close()
    again = reopened()
    for _ in range(2):
        with pytest.raises(WorkshopError, match="before this window was opened: R1 the bus is late") as named:
            again.undo_asking()
        assert named.value.cure == "Undo once more takes it back."
        again.capture(session, "4: the shop is far")
        assert "the shop is far" in again.undo_asking()
    assert texts(again) == ["the bus is late"]
    with pytest.raises(WorkshopError, match="before this window"):
        again.undo_asking()
    assert "in an earlier window" in again.undo_asking()
    assert texts(again) == []


def test_undo_reaches_into_a_workshop_that_was_locked_since(
    book: Workbook, session: Session, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lines are the same ones, encrypted."""
    quick_passphrases(monkeypatch)
    book.capture(session, "one")
    book.close()
    lock(book.folder, "a long passphrase")
    codec = codec_of(book.folder, "a long passphrase")
    with Workbook(book.folder, Repository.open(book.folder, codec), hands) as again:
        assert again.undo().startswith("R1 one")
        assert texts(again) == []


def test_what_was_undone_stays_undone_after_a_restart(book: Workbook, session: Session, reopened: Reopen) -> None:
    """An undo is itself no step, and is remembered: the next window goes on with the deed before it."""
    book.capture(session, "one")
    book.capture(session, "two")
    book.undo()
    book.close()
    again = reopened()
    assert again.undo().startswith("R1 one")
    assert texts(again) == []
    again.close()
    assert reopened().undoable == ""


def test_a_remark_costs_no_word_of_its_own(book: Workbook, session: Session) -> None:
    """Only the first line of a window bears a note, and lines that change something that was there; no note holds a word."""
    for number in range(5):
        book.capture(session, f"remark {number}")
    assert len(book.repository.db.table(TABLE)) == 1
    book.edit("R1", "another wording")
    notes = list(book.repository.db.table(TABLE))
    assert len(notes) == 2
    assert not any("wording" in str(note) or "remark" in str(note) for note in notes)


def test_undo_reaches_back_to_the_beginning_of_the_session(book: Workbook, session: Session, plan: Plan, reopened: Reopen) -> None:
    """What was done before the session that is on began is not undone by a later window."""
    book.capture(session, "in the first session")
    book.act(session, Verb.START)
    book.act(session, Verb.END)
    second = book.start_session(plan, "practitioners")
    book.capture(second, "in the second")
    book.close()
    again = reopened()
    assert [each.partition(" (")[0] for each in undo_all(again)] == ["R2 in the second"]
    assert texts(again) == ["in the first session"]


def test_without_a_session_it_reaches_back_a_day(tmp_path: Path, hands: Hands) -> None:
    """Where no session is on, what was done yesterday morning is done for good, and yesterday evening's can be undone."""
    wall = hands.wall.timestamp()

    def opened(hours: float) -> Workbook:
        return Workbook(tmp_path / "book", Repository(JournalDB(tmp_path / "book", now=lambda: wall + hours * 3600)), hands)

    create_workshop(tmp_path / "book", "Book", clock=hands).close()
    for path in (tmp_path / "book").glob("*.jsonl"):
        path.unlink()
    with Workbook(tmp_path / "book", Repository(JournalDB(tmp_path / "book", now=lambda: wall)), hands) as first:
        first.repository.put(_made(hands))
        first.rename("In the morning")
    with opened(10) as second:
        second.rename("In the evening")
    with opened(25) as third:
        assert [deed.what for deed in third.deeds()] == ["the title In the evening"]
        third.undo()
        assert (third.workshop.title, third.undoable) == ("In the morning", "")


def _made(hands: Hands) -> Any:
    with tempfile.TemporaryDirectory() as scratch, create_workshop(Path(scratch) / "made", "Made", clock=hands) as made:
        return replace(made.workshop)


def test_another_window_s_remarks_are_no_search(
    book: Workbook, session: Session, reopened: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window that only looks on asks once what could be undone, however many remarks come in; an undo elsewhere makes it ask anew."""
    book.capture(session, "from before")
    onlooker = reopened()
    asked, of = [], onlooker._steps.of

    def counted(laptop: str, since: str, *, others: bool = False) -> Iterator[Step]:
        asked.append(since)
        return of(laptop, since, others=others)

    monkeypatch.setattr(onlooker._steps, "of", counted)
    assert onlooker.undoable == "R1 from before"
    for number in range(5):
        book.capture(session, f"remark {number}")
        onlooker.refresh()
        assert onlooker.undoable == "R1 from before"
    assert len(asked) == 1
    for _ in range(6):
        book.undo()
    onlooker.refresh()
    assert (onlooker.undoable, len(asked)) == ("", 2)


def test_another_window_s_deeds_are_left_to_it(book: Workbook, session: Session, reopened: Reopen) -> None:
    """A window undoes its own; when none is left it says what the other window did last, and does nothing about it."""
    other = reopened()
    book.capture(session, "mine")
    other.refresh()
    other.capture(session, "theirs")
    book.refresh()
    assert book.undo() == "R1 mine"
    with pytest.raises(WorkshopError, match="nothing to undo") as refused:
        book.undo()
    assert "another window on this computer the last was: R2 theirs" in refused.value.cure
    assert texts(book) == ["theirs"]


def test_another_laptop_s_deeds_are_left_to_it(book: Workbook, session: Session, hands: Hands) -> None:
    """After a merge a restarted window undoes what was done on its own laptop, and names what the other did last."""
    far_folder = copied(book.folder, "far")
    book.capture(session, "near")
    with Workbook(far_folder, Repository.open(far_folder), hands) as far:
        far.laptop = "far"
        far.capture(session, "far away")
    book.close()
    side_by_side(far_folder, book.folder)
    with Workbook(book.folder, Repository.open(book.folder), hands) as again:
        assert [each.partition(" (")[0] for each in undo_all(again)] == ["R1a near"]
        assert texts(again) == ["far away"]
        with pytest.raises(WorkshopError, match="nothing to undo") as refused:
            again.undo()
        assert "On another laptop the last was" in refused.value.cure


def test_what_another_changed_since_stays(book: Workbook, session: Session, reopened: Reopen) -> None:
    """A remark that another window has edited is not taken away, nor its new words; undo says so, and goes on with what was before."""
    book.capture(session, "first")
    book.capture(session, "second")
    other = reopened()
    other.edit("R2", "second, put better")
    book.refresh()
    assert book.undo() == "R2 second; what was changed elsewhere since stays"
    assert texts(book) == ["first", "second, put better"]
    assert book.undo() == "R1 first"


def test_what_others_rest_on_stays(book: Workbook, session: Session, reopened: Reopen) -> None:
    """The theme and the person that a remark brought stay where another window's remark has come to need them."""
    book.capture(session, "3: the first #buses")
    other = reopened()
    other.capture(session, "3: the second #buses")
    book.refresh()
    book.undo()
    assert texts(book) == ["the second"]
    assert [each.code for each in book.records.participants.values()] == ["p3"]
    assert [each.title for each in book.records.themes.values()] == ["Buses"]


def test_an_earlier_consent_is_not_raised(book: Workbook, session: Session, reopened: Reopen) -> None:
    """Undoing "quote" after another window took down "none" leaves "none"."""
    book.set_consent(session, "p3", Consent.QUOTE)
    other = reopened()
    other.set_consent(session, "p3", Consent.NONE)
    book.refresh()
    book.undo()
    assert [each.consent for each in book.records.participants.values()] == [Consent.NONE]


def test_nothing_withdrawn_comes_back(book: Workbook, session: Session, reopened: Reopen) -> None:
    """A later window neither lists nor brings back withdrawn words, undone or not; the rest can be undone as before."""
    book.capture(session, "3: nobody is to hear of this")
    book.capture(session, "3: nor of that")
    book.undo()
    book.capture(session, "5: the bus is late")
    book.withdraw(book.withdrawal("p3"))
    book.close()
    again = reopened()
    assert not any("nobody" in deed.what or "nor of" in deed.what for deed in again.deeds())
    undo_all(again)
    assert texts(again) == []
    assert files_with(book.folder, "nobody is", "nor of") == []


def test_a_remark_put_aside_shows_no_words_in_the_list(book: Workbook, session: Session, reopened: Reopen) -> None:
    """What is flagged for safeguarding is on no ordinary list, so not on that of what can be undone."""
    book.capture(session, "3: something that must not be seen")
    book.repository.put(Flag(id=book.reflection("R1").id, reflection=book.reflection("R1").id, at=book.now()))
    assert book.undoable == "R1"
    book.close()
    assert [deed.what for deed in reopened().deeds()] == ["R1"]


def test_a_full_disk_leaves_the_step_to_be_undone(book: Workbook, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """An undo that can't be saved undoes nothing, and can be tried again."""
    book.capture(session, "one")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(FileSystem, "write", full)
        with pytest.raises(NotSavedError):
            book.undo()
    assert texts(book) == ["one"]
    assert book.undo() == "R1 one"


def test_a_number_is_not_given_again_after_an_undo_and_a_restart(book: Workbook, session: Session, reopened: Reopen) -> None:
    """R2 was undone: the next remark is R3, in a window that was opened since too."""
    book.capture(session, "one")
    book.capture(session, "two")
    book.undo()
    book.close()
    assert reopened().capture(session, "three").ref == "R3"


def test_a_removed_remark_is_struck(book: Workbook, session: Session, reopened: Reopen) -> None:
    """Its words are in the journal after the undo and a restart, the preview says that it was undone; after the strike they are in none."""
    book.capture(session, "3: my sister lent us money")
    book.undo()
    book.close()
    again = reopened()
    assert files_with(again.folder, "sister")
    preview = again.striking("R1")
    assert (preview.what, preview.undone, preview.remarks) == ("R1 (undone before)", 1, ())
    assert again.withdraw(preview).remarks == 1
    assert files_with(again.folder, "sister") == []
    with pytest.raises(WorkshopError, match="no reflection"):
        again.history("R1")


def test_a_choice_brings_a_removed_remark_back(book: Workbook, session: Session, reopened: Reopen) -> None:
    """With who said it and its themes, which went in the same undo; the edit of one that is gone says how; undo takes it away again."""
    book.capture(session, "3: the bus is late #buses")
    before = state(book)
    book.undo()
    book.close()
    again = reopened()
    with pytest.raises(WorkshopError, match="R1 was undone") as refused:
        again.edit("R1", "the bus")
    assert "workshop choose WORKSHOP R1 1" in refused.value.cure
    assert [each.record is None for each in again.history("R1")] == [False, True]
    again.choose("R1", "1")
    assert state(again) == before
    again.undo()
    assert (texts(again), again.records.participants) == ([], {})


def test_undo_after_a_strike_says_so_once(book: Workbook, session: Session) -> None:
    """It names what it would take back, and does so when it is asked again; after a new deed there is nothing to warn of."""
    book.capture(session, "one")
    book.capture(session, "two")
    book.strike("R2")
    with pytest.raises(WorkshopError, match="A strike can't be undone") as refused:
        book.undo()
    assert "R1 one" in refused.value.cure
    assert texts(book) == ["one"]
    assert book.undo() == "R1 one"
    book.capture(session, "three")
    book.strike("R3")
    book.capture(session, "four")
    assert book.undo() == "R4 four"


def test_undoing_a_choice_says_where_the_other_version_is(book: Workbook, session: Session, hands: Hands) -> None:
    """The version that was shown before is shown again, and the other stands in the history."""
    book.capture(session, "one")
    far_folder = copied(book.folder, "far")
    book.edit("R1", "near")
    with Workbook(far_folder, Repository.open(far_folder), hands) as far:
        far.laptop = "far"
        far.edit("R1", "far away")
    book.merge(far_folder)
    near = next(each.number for each in book.history("R1") if each.offered)
    book.choose("R1", str(near))
    assert "the other version stands in its history" in book.undo()
    assert "the other version" not in book.undo()
