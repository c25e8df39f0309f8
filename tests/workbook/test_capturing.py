"""What one captured line leaves behind."""

import pytest

from tests.workbook.conftest import Hands, Reopen
from workshop.errors import WorkshopError
from workshop.model.capture import Speaker
from workshop.model.plan import Plan
from workshop.model.records import Answer, Elicited, Session, Verb
from workshop.workbook.book import Workbook


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """A parents' session of eight, started."""
    made = book.start_session(plan, "parents", present={"parent": 8})
    book.act(made, Verb.START)
    return made


def test_a_line_becomes_a_reflection_with_its_person_and_themes(book: Workbook, session: Session, reopened: Reopen) -> None:
    """Text, speaker, themes, lane, marks and the activity are there after the folder was opened again."""
    saved = book.capture(session, '3: "we go without so they can eat" #food #income-maximisation !barrier x4 *')
    assert (saved.ref, saved.words, saved.new_code) == ("R1", "we go without so they can eat", "p3")
    assert saved.new_themes == ("Food", "Income maximisation")
    records = reopened().records
    (reflection,) = records.reflections.values()
    participant = records.participants[reflection.participant or ""]
    assert (reflection.text, reflection.verbatim, reflection.hands, reflection.highlight) == (
        "we go without so they can eat",
        True,
        4,
        True,
    )
    assert (reflection.activity, reflection.lane, reflection.elicited) == (0, "barrier", Elicited.OPEN)
    assert (participant.code, participant.perspective) == ("p3", "parent")
    assert sorted(records.themes[each.theme].title for each in records.codings.values()) == ["Food", "Income maximisation"]


def test_the_speaker_stays_until_changed(book: Workbook, session: Session) -> None:
    """The next lines are the same person's; a note-taker's remark lasts one line."""
    first = book.capture(session, "3: the bus is dear")
    own = book.capture(session, "nt: they nod", sticky=first.sticky)
    third = book.capture(session, "and late", sticky=own.sticky)
    assert third.reflection is not None
    assert third.reflection.participant == first.reflection.participant if first.reflection else False
    assert own.reflection is not None
    assert own.reflection.participant is None


def test_one_theme_whatever_its_spelling(book: Workbook, session: Session) -> None:
    """#food-bank, #Food_Bank and #FOOD-BANK are one theme, and a second person of one code is one participant."""
    for line in ("3: closed #food-bank", "p3: far #Food_Bank", "P3: shut #FOOD-BANK"):
        book.capture(session, line)
    assert [each.title for each in book.records.themes.values()] == ["Food bank"]
    assert len(book.records.participants) == 1


def test_off_the_record_words_never_reach_the_disk(book: Workbook, session: Session) -> None:
    """After !off no file of the folder holds a word of the line; that something was said is kept."""
    saved = book.capture(session, "3: my brother in law drinks !off")
    assert saved.words == ""
    assert all(b"brother" not in path.read_bytes() for path in book.folder.rglob("*") if path.is_file())
    assert len(book.records.reflections) == 1


def test_a_longer_story_goes_on(book: Workbook, session: Session) -> None:
    """A line that begins with + adds to the last remark, and undo takes just that away."""
    book.capture(session, "3: first it was the bus ...")
    saved = book.capture(session, "+ and then the school #school")
    assert saved.ref == "R1"
    assert [each.text for each in book.records.reflections.values()] == ["first it was the bus and then the school"]
    book.undo()
    assert [each.text for each in book.records.reflections.values()] == ["first it was the bus"]
    assert book.records.themes == {}


def test_undo_is_deep_and_says_what_it_undid(book: Workbook, session: Session, reopened: Reopen) -> None:
    """Five captures and the start are undone one after the other; then there is nothing left to undo."""
    for number in range(1, 6):
        book.capture(session, f"{number}: remark {number} #t{number}")
    undone = [book.undo() for _ in range(6)]
    assert undone[0] == "R5 remark 5"
    assert undone[-1] == "starting the clock"
    assert (len(book.records.reflections), len(book.records.themes), len(book.records.participants)) == (0, 0, 0)
    assert len(reopened().records.reflections) == 0
    with pytest.raises(WorkshopError, match="nothing to undo"):
        book.undo()


def test_a_number_is_never_given_twice(book: Workbook, session: Session) -> None:
    """After an undo the next remark has a new number: somebody may have written the old one down."""
    book.capture(session, "one")
    book.undo()
    assert book.capture(session, "two").ref == "R2"


def test_answers_with_reasons_in_a_show_activity(book: Workbook, session: Session, hands: Hands) -> None:
    """`3: !disagree why` is an answer of p3 to the statement shown, and a prompted reflection; answering again changes the mind."""
    book.add_theme("Children", agreed=False)
    made = book.add_statement("Parents protect their children from it.", "practitioner", theme="children")
    hands.pass_(20)
    book.act(session, Verb.NEXT)
    assert book.statement_on_show(session) == made
    book.capture(session, "3: !agree")
    saved = book.capture(session, "3: !disagree they see the empty cupboard")
    assert saved.reflection is not None
    assert (saved.reflection.elicited, saved.reflection.statement) == (Elicited.PROMPTED, made.id)
    assert saved.response is not None
    assert saved.response.answer is Answer.DISAGREE
    assert book.responses_to(made.id, session) == {"agree": 0, "partly": 0, "disagree": 1, "unsure": 0}
    (found,) = book.compare().statements
    assert (found.answers["parent"].disagree, found.answers["parent"].agree) == (1, 0)


def test_a_show_of_hands_is_four_counts(book: Workbook, session: Session) -> None:
    """`hands: 1 1 6 0` answers for the group, the next show of hands replaces it, and the label is challenged."""
    made = book.add_statement("Parents protect their children from it.", "practitioner")
    book.act(session, Verb.NEXT)
    book.capture(session, "hands: 2 2 2 2")
    book.capture(session, "hands: 1 1 6 0")
    assert book.responses_to(made.id, session) == {"agree": 1, "partly": 1, "disagree": 6, "unsure": 0}
    (found,) = book.compare().statements
    assert (found.label["parent"], found.contested) == ("challenged", True)


def test_an_answer_needs_a_statement(book: Workbook, session: Session) -> None:
    """Where nothing is being shown an answer is refused with the cure, and nothing is stored."""
    before = book.serial
    with pytest.raises(WorkshopError, match="No statement is being shown"):
        book.capture(session, "3: !agree")
    assert book.serial == before


@pytest.mark.parametrize("line", ["", "   ", "\x1b[2J", "\ufeff"])
def test_a_blank_line_is_refused(book: Workbook, session: Session, line: str) -> None:
    """A line with no words in it stores nothing and says so."""
    with pytest.raises(WorkshopError, match="nothing in that line"):
        book.capture(session, line)
    assert len(book.records.reflections) == 0


def test_saying_only_who_speaks(book: Workbook, session: Session) -> None:
    """`5:` alone stores nothing and makes the next lines theirs."""
    saved = book.capture(session, "5:")
    assert saved.sticky == Speaker("parent", "p5")
    assert len(book.records.reflections) == 0


def test_two_windows_mean_one_person_and_one_theme(
    book: Workbook, session: Session, reopened: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two windows that meet p3 and #housing for the first time at once have one of each when they have read each other."""
    other = reopened()
    with monkeypatch.context() as at_once:
        at_once.setattr(Workbook, "refresh", lambda _: False)
        book.capture(session, "3: damp #housing")
        other.capture(other.session("S1"), "3: mould #housing")
    book.refresh()
    other.refresh()
    for each in (book, other):
        assert (len(each.records.reflections), len(each.records.participants), len(each.records.themes)) == (2, 1, 1)
    refs = {book.ref(each) for each in book.records.reflections.values()}
    assert refs == {"R1a", "R1b"} == {other.ref(each) for each in other.records.reflections.values()}


def test_a_number_that_another_window_gave_is_not_given_again(book: Workbook, session: Session, reopened: Reopen) -> None:
    """What one window has saved, the other has read before it gives a number: R1 here, R2 there."""
    other = reopened()
    assert [book.capture(session, "3: one").ref, other.capture(session, "4: two").ref, book.capture(session, "three").ref] == [
        "R1",
        "R2",
        "R3",
    ]
