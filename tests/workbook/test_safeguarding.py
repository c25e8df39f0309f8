"""What is put aside for the safeguarding lead is nowhere else."""

import stat
from pathlib import Path

import pytest

from tests.workbook.conftest import Hands, Reopen
from tests.workbook.laptops import copied, opened, side_by_side
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.plan import Plan
from workshop.model.planfile import parse_plan
from workshop.model.records import Records, Session, Verb
from workshop.model.search import Filter
from workshop.store.repository import News
from workshop.workbook.book import Workbook
from workshop.workbook.catalogue import Catalogue
from workshop.workbook.safeguarding import NO_CONTACT

WORDS = "he hit her in front of the little one"


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """R2 is what somebody worries about, R1 and R3 are not; a statement rests on R2."""
    withcontact = parse_plan('contact = "Ring the made-up desk."\n' + plan.text, "short")
    made = book.start_session(withcontact, "parent", present={"parent": 8})
    book.act(made, Verb.START)
    for line in ("3: the bus is dear #bus", f"4: {WORDS} #home *", "4: and late #bus"):
        book.capture(made, line)
    book.add_statement(f"A parent said: {WORDS}", "parent", sources=["R2"])
    return made


def everywhere(book: Workbook) -> str:
    """All that the ordinary verbs give, as text."""
    found = [repr(book.records), repr(book.compare()), repr(book.view()), repr(book.search(Filter())), repr(book.agreements())]
    found += [repr(book.similar_to("R1")), repr(book.conflicts()), repr(book.quotable()), repr(book.given_themes()), repr(book.undoable)]
    return "\n".join(found)


def test_it_is_nowhere_at_once(book: Workbook, session: Session, reopened: Reopen) -> None:
    """No list, search, count, comparison or view has it, nor the statement made of it; here, and in every other window."""
    other = reopened()
    assert WORDS in everywhere(book)
    assert book.flag("R2") == "Ring the made-up desk."
    other.refresh()
    for window in (book, other, reopened()):
        assert WORDS not in everywhere(window)
        assert [each.number for each in window.search(Filter())] == [1, 3]
        assert len(window.records.statements) == len(window.records.safeguarding) == 0
        assert window.theme_counts()[window.theme("home").id] == {}
        for refused in (
            window.reflection,
            window.history,
            lambda ref, of=window: of.edit(ref, "x"),
            lambda ref, of=window: of.code(ref, "bus"),
        ):
            with pytest.raises(WorkshopError, match="put aside"):
                refused("R2")
    assert Catalogue(book.folder.parent).entry(book.folder.name).reflections == 2


def test_it_is_in_no_report(book: Workbook, session: Session, tmp_path: Path) -> None:
    """Whatever the format."""
    book.flag("R2")
    for path in book.export(("html", "csv", "json"), tmp_path / "out"):
        assert WORDS.encode() not in path.read_bytes()


def test_a_list_on_a_screen_hears_that_it_goes_and_comes_back(book: Workbook, session: Session) -> None:
    """As news of the remark itself, and of its codings."""
    heard: list[News] = []
    book.subscribe(heard.extend)
    key = book.reflection("R2").id
    book.flag("R2")
    assert ("reflections", key, None) in [(each.table, each.id, each.record) for each in heard]
    assert {each.table for each in heard if each.record is None} == {"reflections", "codings", "statements"}
    heard.clear()
    book.unflag("R2")
    assert ("reflections", key) in [(each.table, each.id) for each in heard if each.record is not None]


def test_what_another_laptop_does_to_it_meanwhile_shows_nothing(book: Workbook, session: Session, hands: Hands) -> None:
    """It is edited and coded there, and made longer: it stays put aside here, with what was done to it."""
    far = opened(copied(book.folder, "far"), hands)
    far.edit("R2", WORDS + ", twice")
    far.code("R2", "bus")
    book.flag("R2")
    side_by_side(far.folder, book.folder)
    book.refresh()
    assert WORDS not in everywhere(book)
    book.unflag("R2")
    assert book.reflection("R2").text == WORDS + ", twice"
    assert [each.title for each in book.themes_of(book.reflection("R2"))] == ["Bus", "Home"]
    far.close()


def test_two_laptops_flag_it_once(book: Workbook, session: Session, hands: Hands) -> None:
    """It is one flag, and one line of the register."""
    far = opened(copied(book.folder, "far"), hands)
    for each in (book, far):
        each.flag("R2")
    side_by_side(far.folder, book.folder)
    book.refresh()
    assert [each.ref for each in book.flagged()] == ["R2"]
    far.close()


def test_the_register_tells_all_and_undo_puts_it_back(book: Workbook, session: Session) -> None:
    """Who, where, when; and undo is as good as unflag."""
    before: Records = book.records
    book.flag("R2")
    (told,) = book.flagged()
    assert (told.ref, told.who, told.where, told.activity, told.text, told.handed_over) == (
        "R2",
        "p4, parent",
        "S1, Short",
        "Talk",
        WORDS,
        None,
    )
    book.undo()
    assert book.flagged() == ()
    assert book.records == before


def test_handing_over_is_a_file_and_a_line_in_the_register(book: Workbook, session: Session, tmp_path: Path, hands: Hands) -> None:
    """For its owner alone; what was handed over is not written again unless named."""
    book.flag("R2")
    out = tmp_path / "lead.txt"
    book.hand_over(out)
    assert WORDS in out.read_text(encoding="utf-8")
    assert "p4, parent" in out.read_text(encoding="utf-8")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert book.flagged()[0].handed_over == hands.wall
    with pytest.raises(WorkshopError, match="nothing to hand over"):
        book.hand_over(tmp_path / "again.txt")
    with pytest.raises(WorkshopError, match="there already"):
        book.hand_over(out, ["R2"])
    assert [each.ref for each in book.hand_over(tmp_path / "again.txt", ["R2"])] == ["R2"]


def test_what_could_not_be_written_was_not_handed_over(book: Workbook, session: Session, tmp_path: Path) -> None:
    """The register says nothing that isn't so."""
    book.flag("R2")
    with pytest.raises(NotSavedError):
        book.hand_over(tmp_path / "no such folder" / "lead.txt")
    assert book.flagged()[0].handed_over is None


def test_a_plan_without_a_contact_says_what_to_do(book: Workbook, plan: Plan) -> None:
    """There is always somebody to tell."""
    session = book.start_session(plan, "parent")
    book.capture(session, f"4: {WORDS}")
    assert book.flag("R1") == NO_CONTACT
    for reference in ("R1", "R9"):
        with pytest.raises(WorkshopError):
            book.flag(reference)
    with pytest.raises(WorkshopError, match="not put aside"):
        book.unflag("R9")


def test_a_withdrawal_that_would_destroy_it_asks_first(book: Workbook, session: Session) -> None:
    """It says how many, and not a word of them; nothing goes until that is answered."""
    book.flag("R2")
    preview = book.withdrawal("p4", session)
    assert (preview.flagged, [each.ref for each in preview.remarks], preview.statements) == (1, ["R3"], ())
    assert WORDS not in repr([preview.remarks, preview.statements, preview.what])
    with pytest.raises(WorkshopError, match="put aside for safeguarding would be destroyed"):
        book.withdraw(preview)
    assert [each.number for each in book.search(Filter())] == [1, 3]
    book.withdraw(preview, also_flagged=True)
    assert (book.flagged(), [each.number for each in book.search(Filter())]) == ((), [1])
    assert all(WORDS.encode() not in path.read_bytes() for path in book.folder.rglob("*") if path.is_file())


def test_a_strike_of_it_asks_first_too(book: Workbook, session: Session) -> None:
    """It isn't found, unless that is said; then it is named by its number alone."""
    book.flag("R2")
    with pytest.raises(WorkshopError, match="put aside"):
        book.striking("R2")
    preview = book.striking("R2", also_flagged=True)
    assert (preview.what, preview.remarks, preview.flagged) == ("R2", (), 1)
    book.withdraw(preview, also_flagged=True)
    assert book.flagged() == ()


def test_a_withdrawal_that_nobody_had_heard_of_waits_for_it(book: Workbook, session: Session, hands: Hands) -> None:
    """Somebody withdrew on a laptop that never had the remark; here it is put aside, and goes when it is put back."""
    far = opened(copied(book.folder, "far"), hands)
    hands.pass_(1)
    book.capture(session, "4: and worse since #home")
    book.flag("R4")
    far.withdraw(far.withdrawal("p4"))
    side_by_side(far.folder, book.folder)
    book.refresh()
    assert [each.ref for each in book.flagged()] == ["R4"]
    assert any("1 remark that is put aside" in told for told in book.withdrawals_pending)
    book.unflag("R4")
    assert (book.flagged(), [each.number for each in book.search(Filter())], book.withdrawals_pending) == ((), [1], ())
    far.close()


def test_no_undo_takes_it_away(book: Workbook, session: Session, reopened: Reopen) -> None:
    """Somebody put it aside in another window; whoever goes on undoing in this one leaves it to the register."""
    other = reopened()
    other.flag("R2")
    book.refresh()
    while book.undoable:
        assert WORDS not in book.undo()
    assert [each.text for each in book.flagged()] == [WORDS]


def test_a_line_that_goes_on_goes_on_with_no_other_remark(book: Workbook, session: Session) -> None:
    """The last one was put aside: what somebody adds to it stands alone, and !off strikes nothing."""
    book.flag("R3")
    book.capture(session, "+ and worse since")
    assert [each.text for each in book.search(Filter())] == ["the bus is dear", WORDS, "and worse since"]
    book.flag("R4")
    book.capture(session, "+ !off")
    assert [each.number for each in book.search(Filter())] == [1, 2, 5]
    assert [each.ref for each in book.flagged()] == ["R3", "R4"]
