"""A remark edited as a line: everything in it may change, and nothing else does."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbook.conftest import PLAN, Hands
from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.planfile import parse_plan
from workshop.model.records import Answer, Coding, Session, Verb
from workshop.workbook.book import Workbook
from workshop.workbook.shelf import create_workshop


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """A parents' session in its first activity, with one remark that has everything."""
    made = book.start_session(plan, "parents")
    book.act(made, Verb.START)
    book.capture(made, '3: "we go without" #food #school-meals !barrier x7 *')
    return made


def tags(book: Workbook, reference: str) -> set[str]:
    """The themes of a remark, by the note-taker's coding."""
    records, key = book.records, book.reflection(reference).id
    return {records.themes[each.theme].title.casefold() for each in records.codings.values() if each.reflection == key and not each.coder}


@pytest.mark.usefixtures("session")
def test_the_line_says_all_of_it(book: Workbook) -> None:
    """Speaker, quotes, themes, lane, hands and highlight come back as they would be typed."""
    line = book.line_of("R1").casefold()
    assert line.startswith('p3: "we go without"')
    assert set(line.split('"')[2].split()) == {"#food", "#school-meals", "!barrier", "x7", "*"}


@pytest.mark.usefixtures("session")
def test_everything_can_be_changed_at_once_and_undone_at_once(book: Workbook) -> None:
    """Words, verbatim, speaker, a theme gone and a new one, lane, hands, highlight; one undo takes all of it back."""
    before, line = book.reflection("R1"), book.line_of("R1")
    edited = book.edit_line("R1", "r5: they go without #Food #new-thing !enabler")
    assert (edited.text, edited.verbatim, edited.perspective, edited.lane) == ("they go without", False, "practitioner", "enabler")
    assert (edited.hands, edited.highlight, edited.number, edited.at) == (None, False, 1, before.at)
    assert book.records.participants[edited.participant or ""].code == "r5"
    assert {each.replace("-", " ") for each in tags(book, "R1")} == {"food", "new thing"}
    assert book.undo() == "the edit of R1"
    assert (book.reflection("R1"), book.line_of("R1")) == (before, line)
    assert {each.replace("-", " ") for each in tags(book, "R1")} == {"food", "school meals"}
    assert len(book.history("R1")) == 3


@pytest.mark.usefixtures("session")
def test_the_same_line_changes_nothing(book: Workbook) -> None:
    """Whoever looks at the line and saves it as it is writes nothing."""
    serial = book.serial
    book.edit_line("R1", book.line_of("R1"))
    assert book.serial == serial


def test_a_second_coder_s_coding_is_left_alone(book: Workbook, session: Session) -> None:
    """The line shows and changes what the note-taker coded; what another coder said stays."""
    theme = next(key for key, each in book.records.themes.items() if each.title.casefold() == "food")
    book.repository.put(Coding(id="second", reflection=book.reflection("R1").id, theme=theme, coder="b"))
    book.edit_line("R1", '3: "we go without"')
    assert tags(book, "R1") == set()
    assert [each.id for each in book.records.codings.values()] == ["second"]
    assert session.number == 1


def test_an_answer_goes_along_with_its_remark(book: Workbook, session: Session) -> None:
    """Another mark makes another answer, of another person where the speaker changes; without a mark there is no answer any more."""
    book.act(session, Verb.NEXT)
    book.add_statement("Families manage.", "practitioner")
    book.capture(session, "3: !disagree they cut us off")

    def answers() -> list[tuple[str, Answer | None]]:
        people = book.records.participants
        return [(people[each.participant or ""].code, each.answer) for each in book.records.responses.values()]

    book.edit_line("R2", "3: !partly they cut us off")
    assert answers() == [("p3", Answer.PARTLY)]
    book.edit_line("R2", "5: !partly they cut us off")
    assert answers() == [("p5", Answer.PARTLY)]
    book.edit_line("R2", "5: they cut us off")
    assert answers() == []
    book.edit_line("R2", "5: !unsure they cut us off")
    assert answers() == [("p5", Answer.UNSURE)]


def test_when_it_was_said_can_be_put_right(book: Workbook, session: Session, hands: Hands) -> None:
    """A time of day is that of the same day, later than noted too; minutes count back from when it was noted."""
    hands.pass_(180)
    wanted = datetime(2026, 3, 2, 10, 20, tzinfo=UTC).astimezone(local_zone())
    assert book.edit_line("R1", f"{book.line_of('R1')} @{wanted:%H:%M}").at == datetime(2026, 3, 2, 10, 20, tzinfo=UTC)
    assert book.edit_line("R1", book.line_of("R1") + " @-5m").at == datetime(2026, 3, 2, 10, 15, tzinfo=UTC)
    assert session.number == 1


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(("line", "why"), [("", "needs words"), ("3:", "needs words"), ("3: x !off", "strike"), ("+ more", "who said it")])
def test_what_is_no_remark_is_refused(book: Workbook, line: str, why: str) -> None:
    """Nothing is changed, and the way to what was probably meant is told."""
    before = book.reflection("R1")
    with pytest.raises(WorkshopError) as refused:
        book.edit_line("R1", line)
    assert why in str(refused.value)
    assert book.reflection("R1") == before


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text("ab #!x*\"'\\:…+@3-7é\u0639", min_size=1, max_size=20), min_size=1, max_size=3))
def test_any_remark_s_line_saved_as_it_is_changes_nothing(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    """However odd the words, a look at the line is no edit."""
    with create_workshop(tmp_path_factory.mktemp("any") / "book", "Book", clock=Hands()) as book:
        session = book.start_session(parse_plan(PLAN, "short"), "parents")
        book.capture(session, "3: something #food")
        for text in texts:
            try:
                book.edit("R1", text)
            except WorkshopError:
                continue
            serial = book.serial
            book.edit_line("R1", book.line_of("R1"))
            assert book.serial == serial
