"""Recommendations and commitments: made of remarks, followed up, undone, and taken along when their remarks are withdrawn."""

from datetime import date

import pytest

from tests.workbook.conftest import Hands, Reopen
from tests.workbook.laptops import copied, files_with, opened, side_by_side
from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.recommendation import Progress
from workshop.model.records import Session
from workshop.workbook.book import Workbook
from workshop.workbook.recommending import NO_DAY, Wanted


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """Parents; R1 and R2."""
    made = book.start_session(plan, "parent")
    book.capture(made, "3: ask us before the leaflet is printed #being-listened-to")
    book.capture(made, "4: the bus is dear #buses")
    return made


def stand(book: Workbook) -> list[tuple[str, str, bool]]:
    """What there is, how far it has got, whether it is overdue."""
    return [(book.ref(each.recommendation), each.progress.value, each.overdue) for each in book.recommendations()]


def test_one_is_made_of_a_remark(book: Workbook, session: Session) -> None:
    """It takes the remark's words and themes, keeps the remark, and belongs to the session that is open."""
    made = book.recommend(book.recommend_of("R1"))
    assert (book.ref(made), made.text, made.side) == ("D1", "ask us before the leaflet is printed", "")
    assert made.sources == (book.reflection("R1").id,)
    assert book.titles_of(made) == ("Being listened to",)
    assert made.session == session.id


def test_what_is_overdue_stands_first_and_what_is_done_last(book: Workbook, hands: Hands, session: Session) -> None:
    """Then what is due soonest; a day is overdue when it is over, and what is done never is."""
    for text, due in (("later", date(2026, 4, 1)), ("today", date(2026, 3, 2)), ("yesterday", date(2026, 3, 1)), ("some day", None)):
        book.recommend(Wanted(text=text, due=due))
    assert stand(book) == [("D3", "open", True), ("D2", "open", False), ("D1", "open", False), ("D4", "open", False)]
    book.follow_up("D3", "the leaflet waits for them now", Progress.DONE)
    assert stand(book)[-1] == ("D3", "done", False)
    assert book.recommendations()[-1].outcome == "the leaflet waits for them now"
    hands.pass_(24 * 60)
    assert stand(book)[0] == ("D2", "open", True)


def test_a_note_need_not_change_how_far_it_has_got(book: Workbook, session: Session) -> None:
    """The last note that says so counts; what was done may turn out not to be."""
    book.recommend(Wanted(text="a later bus"))
    book.follow_up("D1", progress=Progress.UNDER_WAY)
    book.follow_up("D1", "the firm was asked")
    assert stand(book) == [("D1", "under way", False)]
    assert [note.text for note in book.recommendations()[0].notes] == ["", "the firm was asked"]
    book.follow_up("D1", "it runs", Progress.DONE)
    book.follow_up("D1", "it was taken off again", Progress.OPEN)
    assert (stand(book), book.recommendations()[0].outcome) == ([("D1", "open", False)], "")


def test_what_cannot_be_said_is_refused(book: Workbook, session: Session) -> None:
    """No words, nothing to note, an end without what came of it, a side or a day that is none."""
    with pytest.raises(WorkshopError, match="needs words"):
        book.recommend(Wanted(text=" \n "))
    book.recommend(Wanted(text="a later bus"))
    with pytest.raises(WorkshopError, match="nothing to note"):
        book.follow_up("D1", " ")
    with pytest.raises(WorkshopError, match="What came of D1"):
        book.follow_up("D1", "", Progress.DROPPED)
    with pytest.raises(WorkshopError, match="no perspective"):
        book.recommend(Wanted(text="x", side="plumber"))
    with pytest.raises(WorkshopError, match='no theme "busses"'):
        book.recommend(Wanted(text="x", themes=("busses",)))
    with pytest.raises(WorkshopError, match='no recommendation "D9"'):
        book.follow_up("D9", "x")


def test_an_edit_changes_what_is_given_and_keeps_what_was(book: Workbook, session: Session) -> None:
    """None leaves a part alone; an empty side, or no day, takes it away; the history has all versions."""
    book.recommend(Wanted(text="a later bus", lead="Kiln Street Trust", due=date(2026, 4, 1), side="practitioner", themes=("buses",)))
    assert book.edit_recommendation("D1", Wanted(text="two later buses")).lead == "Kiln Street Trust"
    book.add_theme("Getting there")
    edited = book.edit_recommendation("D1", Wanted(side="", due=NO_DAY, themes=("Getting there",)))
    assert (edited.text, edited.side, edited.due, book.titles_of(edited)) == ("two later buses", "", None, ("Getting there",))
    assert [each.fields["text"] for each in book.history("D1")] == ["a later bus", "two later buses", "two later buses"]
    assert book.undo() == "the edit of D1"
    assert book.recommendation("D1").side == "practitioner"


def test_each_step_is_undone(book: Workbook, session: Session, reopened: Reopen) -> None:
    """A note, then the recommendation; after a restart in words made of the records."""
    book.recommend(Wanted(text="a later bus", themes=("buses",)))
    book.follow_up("D1", "asked")
    again = reopened()
    assert again.undo().startswith("a note on D1")
    assert again.undo().startswith("D1")
    assert again.recommendations() == ()
    assert book.ref(book.recommend(Wanted(text="an earlier bus"))) == "D2", "no number is given twice"


def test_what_another_window_has_noted_on_stays(book: Workbook, session: Session, reopened: Reopen) -> None:
    """Undoing it would leave the note on nothing."""
    book.recommend(Wanted(text="a later bus"))
    other = reopened()
    other.follow_up("D1", "the firm was asked")
    book.refresh()
    assert book.undo() == "D1; it stays, since others rest on it"
    assert [each.notes[0].text for each in book.recommendations()] == ["the firm was asked"]


def test_a_merge_counts_them(book: Workbook, session: Session, hands: Hands) -> None:
    """What another laptop recommended and noted comes in, and is told."""
    elsewhere = opened(copied(book.folder, "elsewhere"), hands)
    elsewhere.recommend(Wanted(text="a later bus"))
    elsewhere.follow_up("D1", "asked")
    elsewhere.close()
    assert book.merge(elsewhere.folder).words() == "Merged: 1 recommendation new, 1 note on a recommendation new."
    assert stand(book) == [("D1", "open", False)]


def test_a_merged_theme_is_followed(book: Workbook, session: Session) -> None:
    """What rests on a part of a theme rests on the whole."""
    made = book.recommend(Wanted(text="a later bus", themes=("buses", "Being listened to")))
    book.merge_themes("Being listened to", "buses")
    assert book.titles_of(book.recommendation(made.id)) == ("Buses",)


def test_it_goes_with_the_remark_that_it_rests_on(book: Workbook, session: Session) -> None:
    """And so do the notes on it: the preview lists it, no file holds its words, and its number stays."""
    book.recommend(Wanted(text="print it after the meeting", sources=("R1",)))
    book.follow_up("D1", "the printer has agreed")
    book.recommend(Wanted(text="a later bus", sources=("R2",)))
    preview = book.striking("R1")
    assert [(each.ref, each.words) for each in preview.recommendations] == [("D1", "print it after the meeting")]
    book.withdraw(preview)
    assert stand(book) == [("D2", "open", False)]
    assert not book.records.followups
    written = b"".join(path.read_bytes() for path in book.folder.rglob("*") if path.is_file())
    assert b"print it after" not in written
    assert b"the printer has" not in written
    with pytest.raises(WorkshopError, match="D1 was withdrawn"):
        book.follow_up("D1", "x")


def test_it_goes_with_a_person_who_withdraws_and_can_be_struck_itself(book: Workbook, session: Session) -> None:
    """With a person, or by its own number."""
    book.recommend(Wanted(text="a later bus", sources=("R2",)))
    book.recommend(Wanted(text="one that rests on nothing"))
    book.withdraw(book.withdrawal("4"))
    book.withdraw(book.striking("D2"))
    assert book.recommendations() == ()


def test_a_late_note_on_what_has_gone_is_not_kept(book: Workbook, session: Session, hands: Hands) -> None:
    """Another laptop, which had not heard of the withdrawal, has noted something: its words leave the files here as they come."""
    book.recommend(Wanted(text="a later bus", sources=("R2",)))
    elsewhere = opened(copied(book.folder, "elsewhere"), hands)
    elsewhere.follow_up("D1", "the firm will run it")
    elsewhere.close()
    book.strike("R2")
    side_by_side(elsewhere.folder, book.folder)
    book.refresh()
    book.carry_out()
    assert not book.records.followups
    assert files_with(book.folder, "the firm will run it") == []


def test_what_rests_on_a_remark_put_aside_is_not_seen(book: Workbook, session: Session) -> None:
    """Until the remark is put back."""
    book.recommend(Wanted(text="a later bus", sources=("R2",)))
    book.flag("R2")
    assert book.recommendations() == ()
    book.unflag("R2")
    assert stand(book) == [("D1", "open", False)]


def test_what_is_open_is_carried_to_the_next_session(book: Workbook, plan: Plan, hands: Hands, session: Session) -> None:
    """In words, with what is overdue; nothing that is done, and nothing of a rehearsal."""
    assert book.carried_over() == ""
    book.recommend(Wanted(text="ring back", side="practitioner", due=date(2026, 3, 3)))
    assert book.carried_over() == "1 commitment is open from before"
    book.recommend(Wanted(text="a later bus"))
    book.recommend(Wanted(text="done with"))
    book.follow_up("D3", "so it is", Progress.DONE)
    hands.pass_(3 * 24 * 60)
    assert book.carried_over() == "1 commitment and 1 recommendation are open from before, 1 of them overdue"
    practice = book.start_session(plan, "parent", rehearsal=10)
    book.recommend(Wanted(text="made up"), practice)
    assert book.carried_over() == "1 commitment and 1 recommendation are open from before, 1 of them overdue"


def test_two_laptops_note_on_one_and_nothing_contradicts(book: Workbook, hands: Hands, session: Session, reopened: Reopen) -> None:
    """Notes are records of their own: both stay, and the later one counts."""
    book.recommend(Wanted(text="a later bus"))
    other = reopened()
    other.follow_up("D1", "the firm was asked", Progress.UNDER_WAY)
    hands.pass_(1)
    book.follow_up("D1", "it runs", Progress.DONE)
    other.refresh()
    assert (stand(other), len(other.recommendations()[0].notes)) == ([("D1", "done", False)], 2)
    assert not other.conflicts()
