"""Who the people are, and who is in the room."""

from collections.abc import Callable

import pytest

from tests.workbook.conftest import Hands
from workshop.errors import WorkshopError
from workshop.model.plan import Plan
from workshop.model.records import Consent, Session, Verb
from workshop.workbook.book import Workbook


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """A parents' session of three parts, started, with p3 and p4 who have spoken."""
    made = book.start_session(plan, "parent")
    book.act(made, Verb.START)
    book.capture(made, "3: the bus is dear #bus")
    book.capture(made, "4: and late #bus")
    return made


def parts(book: Workbook, session: Session, code: str) -> tuple[int, ...] | None:
    """In which parts somebody was there."""
    return {each.person.code: each.parts for each in book.attendance(session)}[code]


def could(book: Workbook) -> int:
    """How many parents could have spoken of the bus."""
    return {each.theme: each for each in book.compare().themes}["Bus"].groups["parent"].could


def test_people_are_added_and_edited(book: Workbook, session: Session) -> None:
    """By the sticker's number, with what the letter says; each change is one step."""
    made = book.add_participant(session, "7", organisation="Corner Playgroup", role="grandmother")
    assert (made.code, made.perspective, made.organisation, made.role) == ("p7", "parent", "Corner Playgroup", "grandmother")
    assert book.add_participant(session, "r1").perspective == "practitioner"
    assert book.add_participant(session, "b2", perspective="other").perspective == "other"
    changed = book.edit_participant(session, "7", role="", perspective="both")
    assert (changed.organisation, changed.role, changed.perspective) == ("Corner Playgroup", "", "both")
    assert [each.code for each in book.participants(session)] == ["p3", "p4", "r1", "p7", "b2"]
    book.undo()
    assert book.person("p7", session).perspective == "parent"


@pytest.mark.parametrize("code", ["3", "p3", "Aisha", "p1234", "", "the one by the window"])
def test_a_name_is_never_taken_down(book: Workbook, session: Session, code: str) -> None:
    """Nor a code that is in use already."""
    with pytest.raises(WorkshopError):
        book.add_participant(session, code)


def test_an_edit_leaves_consent_as_it_is(book: Workbook, session: Session) -> None:
    """To say where somebody comes from is not to agree to anything for them."""
    book.set_consent(session, "3", Consent.QUOTE)
    assert book.edit_participant(session, "3", role="carer").consent is Consent.QUOTE


def test_attendance_is_for_parts_for_all_or_for_none(book: Workbook, session: Session) -> None:
    """Without a word of it somebody was there throughout; it is taken back by undo, and named by parts that there are."""
    assert parts(book, session, "p3") is None
    book.set_attendance(session, "3", [2, 1, 1])
    assert parts(book, session, "p3") == (1, 2)
    book.set_attendance(session, "3", ())
    assert parts(book, session, "p3") == ()
    book.set_attendance(session, "3", None)
    assert parts(book, session, "p3") is None
    book.undo()
    assert parts(book, session, "p3") == ()
    for refused in ([3], [-1]):
        with pytest.raises(WorkshopError, match="3 parts"):
            book.set_attendance(session, "3", refused)


def test_who_comes_late_and_who_leaves_early_were_there_for_the_rest(book: Workbook, session: Session) -> None:
    """By the part that is on: who leaves during the second was in the first two, who comes then in the last two."""
    book.act(session, Verb.NEXT)
    assert book.here_now(session) == {"parent": 2}
    assert book.left(session, "3") == {"parent": 2}
    book.act(session, Verb.NEXT)
    assert book.here_now(session) == {"parent": 1}
    assert book.arrived(session, "9") == {"parent": 2}
    assert [parts(book, session, code) for code in ("p3", "p9")] == [(0, 1), (2,)]
    assert (len(book.participants(session)), could(book)) == (3, 2)
    book.arrived(session, "3")
    assert parts(book, session, "p3") == (0, 1, 2)


def test_a_head_count_goes_up_and_never_down(book: Workbook, plan: Plan) -> None:
    """Who was ever here counts; how many are here now is told apart."""
    session = book.start_session(plan, "parent", present={"parent": 8, "practitioner": 1})
    book.act(session, Verb.START)
    book.capture(session, "3: the bus #bus")
    assert book.arrived(session, n=2) == {"parent": 10, "practitioner": 1}
    assert book.left(session, "parents", 3) == {"parent": 7, "practitioner": 1}
    assert (dict(book.session("S1").present), could(book)) == ({"parent": 10, "practitioner": 1}, 10)
    assert book.arrived(session, "parent", 1, again=True) == {"parent": 8, "practitioner": 1}
    assert (dict(book.session("S1").present)["parent"], could(book)) == (10, 10)
    for _ in range(3):
        book.undo()
    assert book.here_now(session) == {"parent": 8, "practitioner": 1}


def test_a_person_with_a_code_is_in_the_head_count_once(book: Workbook, plan: Plan) -> None:
    """Somebody new adds one; somebody who has spoken was counted, and leaves and comes back without changing who was there."""
    session = book.start_session(plan, "parent", present={"parent": 8})
    book.act(session, Verb.START)
    book.capture(session, "3: the bus #bus")
    assert book.arrived(session, "9") == {"parent": 9}
    assert book.left(session, "3") == {"parent": 9 - 1}
    assert book.arrived(session, "3") == {"parent": 9}
    assert dict(book.session("S1").present) == {"parent": 9}


def test_counting_begins_with_those_who_are_known(book: Workbook, session: Session) -> None:
    """Two had spoken when somebody thought of counting those who come."""
    assert book.arrived(session, "parents", 3) == {"parent": 5}
    assert dict(book.session("S1").present) == {"parent": 5}


def test_nobody_leaves_who_is_not_here(book: Workbook, session: Session) -> None:
    """Nor comes back who has not left; a number of nobody is none, and one beyond any room is a slip."""
    refusals: list[Callable[[], object]] = [
        lambda: book.left(session, "parents", 3),
        lambda: book.arrived(session, "parents", 1, again=True),
        lambda: book.arrived(session, "parents", 0),
        lambda: book.arrived(session, "parents", -2),
        lambda: book.arrived(session, "parents", 99_999),
        lambda: book.left(session, "p9"),
        lambda: book.arrived(session, "teachers"),
    ]
    for refused in refusals:
        before = book.serial
        with pytest.raises(WorkshopError):
            refused()
        assert book.serial == before


def test_in_a_mixed_session_a_group_is_named(book: Workbook, plan: Plan) -> None:
    """Nothing else says whose number it is."""
    session = book.start_session(plan, "mixed")
    with pytest.raises(WorkshopError, match="whose number"):
        book.arrived(session)
    assert book.arrived(session, "practitioners", 2) == {"practitioner": 2}


def test_notes_that_are_typed_up_have_no_parts_to_leave(book: Workbook) -> None:
    """Whoever left was there."""
    session = book.start_session(None, "parent")
    book.capture(session, "3: the bus #bus")
    book.capture(session, "4: the bus #bus")
    assert book.left(session, "3") == {"parent": 1}
    assert (parts(book, session, "p3"), could(book)) == (None, 2)


def test_attendance_goes_with_the_person(book: Workbook, session: Session) -> None:
    """A withdrawal leaves nothing that says in which parts somebody sat."""
    book.set_attendance(session, "3", [0])
    book.withdraw(book.withdrawal("p3", session))
    assert book.records.attendance == {}


def test_one_person_in_two_groups_is_counted_once(book: Workbook, session: Session, plan: Plan, hands: Hands) -> None:
    """Linked by hand, told on both sides, and taken back again."""
    other = book.start_session(plan, "parent")
    book.act(other, Verb.START)
    book.capture(other, "1: the bus again #bus")
    assert could(book) == 3
    book.link_people("3", session, "1", other)
    assert could(book) == 2
    assert [each.code for each in book.same_person(book.person("p3", session))] == ["p1"]
    assert [each.code for each in book.same_person(book.person("p1", other))] == ["p3"]
    book.unlink_person("3", session)
    assert could(book) == 3
    book.undo()
    assert could(book) == 2


def test_only_codes_of_different_groups_are_linked(book: Workbook, session: Session, plan: Plan) -> None:
    """Two of one session are two people, and a parent is no practitioner."""
    other = book.start_session(plan, "practitioner")
    book.add_participant(other, "1")
    refusals: list[Callable[[], object]] = [
        lambda: book.link_people("3", session, "4", session),
        lambda: book.link_people("3", session, "1", other),
        lambda: book.link_people("3", session, "9", other),
        lambda: book.unlink_person("3", session),
    ]
    for refused in refusals:
        with pytest.raises(WorkshopError):
            refused()
