"""What people agreed to: whose level counts for a remark, and that no merging of copies raises it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbook.conftest import Hands, Reopen
from tests.workbook.laptops import copied, opened, side_by_side
from workshop.errors import WorkshopError
from workshop.model.consent import allows, effective, for_research, lowest
from workshop.model.plan import Plan
from workshop.model.records import Consent, Participant, Records, Reflection, Session
from workshop.model.records import Workshop as WorkshopRecord
from workshop.plans import load_plan
from workshop.workbook.book import Workbook

NONE, COUNT, PARAPHRASE, QUOTE = Consent
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
LEVELS = st.sampled_from([None, *Consent])
TIMES = st.sampled_from([None, NOON, NOON + timedelta(hours=1)])


@pytest.fixture
def session(book: Workbook, plan: Plan) -> Session:
    """A parents' session in which p3 and the room have said a thing each: R1 and R2."""
    made = book.start_session(plan, "parents")
    book.capture(made, "3: we walk to the shop #shops")
    book.capture(made, "P: the bus is dear #buses")
    return made


def level(book: Workbook, reference: str) -> Consent:
    """What may be done with a remark."""
    return effective(book.reflection(reference), book.records)


def test_unset_means_count(book: Workbook, session: Session) -> None:
    """Where nobody was asked remarks are counted and not quoted, and don't go into research."""
    assert (level(book, "R1"), level(book, "R2")) == (COUNT, COUNT)
    assert not for_research(book.reflection("R1"), book.records)
    assert book.quotable() == (0, 2)


def test_a_rehearsal_is_in_no_total_of_what_may_be_quoted(book: Workbook, session: Session) -> None:
    """What a comparison doesn't count is not told beside it; asked for by itself, it is."""
    rehearsal = book.start_session(load_plan("readback"), "parent", rehearsal=9.0)
    book.capture(rehearsal, "3: we try it out")
    assert book.quotable() == (0, 2)
    assert book.quotable(rehearsal) == (0, 1)


def test_a_person_agrees_for_what_they_say(book: Workbook, session: Session, reopened: Reopen) -> None:
    """The level of p3 is that of p3's remarks, and of no one else's; it is there after the folder was opened again."""
    book.set_consent(session, "P3", QUOTE)
    again = reopened()
    assert (level(again, "R1"), level(again, "R2")) == (QUOTE, COUNT)
    assert again.quotable(session) == (1, 2)


def test_the_room_agrees_for_what_is_noted_for_the_group(book: Workbook, session: Session) -> None:
    """The room's level is that of the remarks of no one, and of no person who wasn't asked; any time it can be lowered."""
    book.set_room_consent(session, QUOTE, research=True)
    assert (level(book, "R1"), level(book, "R2")) == (COUNT, QUOTE)
    assert [for_research(book.reflection(each), book.records) for each in ("R1", "R2")] == [False, True]
    book.set_room_consent(session, NONE)
    assert (level(book, "R2"), for_research(book.reflection("R2"), book.records)) == (NONE, True)


def test_a_single_remark_may_have_less_or_later_more(book: Workbook, session: Session, hands: Hands) -> None:
    """A remark's own level counts where it is lower, and where it was agreed after the person's; lowering the person's lowers it."""
    book.set_consent(session, "p3", QUOTE)
    book.set_remark_consent("R1", NONE)
    assert level(book, "R1") == NONE
    hands.pass_(1)
    book.set_consent(session, "p3", COUNT)
    hands.pass_(1)
    book.set_remark_consent("R1", QUOTE)
    assert level(book, "R1") == QUOTE
    hands.pass_(1)
    book.set_consent(session, "p3", PARAPHRASE)
    assert level(book, "R1") == PARAPHRASE


def test_research_is_asked_apart(book: Workbook, session: Session) -> None:
    """Saying yes to research changes no level, and a level nothing of research; a single remark can be kept out, and not put in."""
    book.set_consent(session, "p3", QUOTE)
    book.set_consent(session, "p3", research=True)
    assert (level(book, "R1"), for_research(book.reflection("R1"), book.records)) == (QUOTE, True)
    book.set_remark_consent("R1", research=False)
    book.set_remark_consent("R2", research=True)
    assert [for_research(book.reflection(each), book.records) for each in ("R1", "R2")] == [False, False]


def test_who_has_not_spoken_yet_can_be_asked(book: Workbook, session: Session) -> None:
    """p5 and 6 agree before they say a word; the code's letter tells whose view they have, and a bare number is the group's."""
    book.set_consent(session, "p5", QUOTE)
    book.set_consent(session, "6", PARAPHRASE)
    book.set_consent(session, "r1", NONE)
    people = {each.code: (each.perspective, each.consent) for each in book.records.participants.values()}
    assert people == {
        "p3": ("parent", None),
        "p5": ("parent", QUOTE),
        "p6": ("parent", PARAPHRASE),
        "r1": ("practitioner", NONE),
    }
    book.capture(session, "5: and it rains in")
    assert level(book, "R3") == QUOTE


def test_a_code_of_two_people_has_to_be_told_apart(book: Workbook, session: Session) -> None:
    """p3 of S1 and p3 of S2 are two people: without a session the question comes back, and names both."""
    other = book.start_session(None, "parents")
    book.capture(other, "3: another p3 altogether")
    with pytest.raises(WorkshopError, match="more than one person") as refused:
        book.set_consent(None, "p3", QUOTE)
    assert refused.value.lines == ("p3 of S1", "p3 of S2")
    book.set_consent(other, "p3", QUOTE)
    assert (level(book, "R1"), level(book, "R3")) == (COUNT, QUOTE)
    with pytest.raises(WorkshopError, match='Nobody here has the code "p9"'):
        book.set_consent(None, "p9", QUOTE)


def test_saying_nothing_is_refused(book: Workbook, session: Session) -> None:
    """Neither a level nor research: nothing is stored."""
    before = book.serial
    with pytest.raises(WorkshopError, match="Nothing was said"):
        book.set_consent(session, "p3")
    assert book.serial == before


def test_undo_takes_back_a_consent_and_only_that(book: Workbook, session: Session, reopened: Reopen) -> None:
    """Undoing a consent leaves what was said of the person since; undoing that leaves a consent that was given since."""
    book.set_consent(session, "p3", QUOTE)
    other = reopened()
    other.describe_participant(session, "p3", role="grandmother")
    book.refresh()
    assert book.undo() == "the consent of p3"
    (person,) = book.records.participants.values()
    assert (person.consent, person.role) == (None, "grandmother")
    book.set_consent(session, "p3", NONE)
    other.refresh()
    other.undo()
    (person,) = other.records.participants.values()
    assert (person.consent, person.role) == (NONE, "")


def test_other_changes_leave_consent_alone(book: Workbook, session: Session) -> None:
    """Describing a person and going on with a remark keep what was agreed."""
    book.set_consent(session, "p3", NONE)
    book.set_remark_consent("R2", PARAPHRASE)
    book.describe_participant(session, "p3", organisation="a playgroup")
    book.capture(session, "+ and late")
    assert (level(book, "R1"), book.reflection("R2").consent, book.reflection("R2").text) == (NONE, PARAPHRASE, "the bus is dear and late")


def test_the_withdraw_until_date_is_kept(book: Workbook, session: Session, reopened: Reopen) -> None:
    """The day comes back as it was set, and can be taken away."""
    book.set_withdraw_until(session, date(2026, 5, 1))
    assert reopened().session("S1").withdraw_until == date(2026, 5, 1)
    book.set_withdraw_until(session, None)
    assert book.session("S1").withdraw_until is None


def test_agreements_are_listed(book: Workbook, session: Session) -> None:
    """The room, each person, and the remarks with a level of their own, with what was asked and what holds unasked."""
    book.set_consent(session, "p3", QUOTE, research=False)
    book.set_remark_consent("R2", NONE)
    listed = [
        (each.who, each.where, each.level, each.asked, each.research, each.research_asked, each.remarks) for each in book.agreements()
    ]
    assert listed == [
        ("the room", "S1", COUNT, False, False, False, 1),
        ("p3", "S1", QUOTE, True, False, True, 1),
        ("R2", "S1", NONE, True, False, False, 1),
    ]


@pytest.mark.parametrize("order", [(QUOTE, NONE), (NONE, QUOTE)])
def test_of_two_laptops_the_lower_level_counts(
    book: Workbook, session: Session, hands: Hands, tmp_path: Path, order: tuple[Consent, Consent]
) -> None:
    """One laptop notes quote for p3, the room and R1, the other none, whichever is the newer; merged, both say none, on both."""
    book.close()
    first, second = tmp_path / "book", copied(book.folder, "second")
    for folder, given_level in zip((first, second), order, strict=True):
        laptop = opened(folder, hands)
        laptop.set_consent(laptop.session("S1"), "p3", given_level, research=given_level is QUOTE)
        laptop.set_room_consent(laptop.session("S1"), given_level)
        laptop.set_remark_consent("R1", given_level)
        laptop.close()
        hands.pass_(1)
    side_by_side(first, second)
    side_by_side(second, first)
    for folder in (first, second):
        laptop = opened(folder, hands)
        assert (level(laptop, "R1"), level(laptop, "R2")) == (NONE, NONE)
        assert not for_research(laptop.reflection("R1"), laptop.records)
        laptop.close()


def test_a_lower_level_that_arrives_counts_at_once(book: Workbook, session: Session, hands: Hands) -> None:
    """A window that shows the newer quote hears of the older, concurrent none while it is open, as soon as it reads the other's file."""
    far = opened(copied(book.folder, "far"), hands)
    far.set_consent(session, "p3", NONE)
    far.close()
    book.set_consent(session, "p3", QUOTE)
    before = book.serial
    side_by_side(far.folder, book.folder)
    assert book.refresh()
    assert book.serial > before
    assert level(book, "R1") == NONE


def test_a_raise_that_knows_of_both_counts(book: Workbook, session: Session, hands: Hands) -> None:
    """After the merge p3 is asked again and says quote: that is in place of both versions, on both laptops."""
    far = opened(copied(book.folder, "far"), hands)
    far.set_consent(session, "p3", NONE)
    book.set_consent(session, "p3", QUOTE)
    side_by_side(far.folder, book.folder)
    book.refresh()
    hands.pass_(1)
    book.set_consent(session, "p3", QUOTE)
    assert level(book, "R1") == QUOTE
    side_by_side(book.folder, far.folder)
    far.refresh()
    assert level(far, "R1") == QUOTE
    assert far.repository.db.contested() == ()
    far.close()


def test_a_raise_on_one_laptop_alone_counts(book: Workbook, session: Session, hands: Hands) -> None:
    """Where the other laptop changed nothing there are no two versions: what p3 agreed to is what holds."""
    far = opened(copied(book.folder, "far"), hands)
    far.set_consent(session, "p3", QUOTE)
    side_by_side(far.folder, book.folder)
    book.refresh()
    assert level(book, "R1") == QUOTE
    far.close()


@pytest.mark.parametrize(("given_level", "expected"), [(NONE, NONE), (QUOTE, COUNT)])
def test_an_edit_elsewhere_does_not_carry_a_level_along(
    book: Workbook, session: Session, hands: Hands, given_level: Consent, expected: Consent
) -> None:
    """One laptop makes R2 longer, the other says that R2 is not to be used, or may be quoted: neither is it used, nor more than before."""
    far = opened(copied(book.folder, "far"), hands)
    far.set_remark_consent("R2", given_level)
    book.capture(session, "+ and late")
    side_by_side(far.folder, book.folder)
    book.refresh()
    assert level(book, "R2") == expected
    far.close()


def test_both_wordings_stay_on_offer(book: Workbook, session: Session, hands: Hands) -> None:
    """Agreeing to a level for a remark with two wordings chooses none of them."""
    far = opened(copied(book.folder, "far"), hands)
    far.capture(session, "+ and late")
    book.capture(session, "+ and cold")
    side_by_side(far.folder, book.folder)
    book.refresh()
    book.set_remark_consent("R2", NONE)
    remark = book.reflection("R2")
    texts = {remark.text, *(each.document["text"] for each in book.repository.db.conflicts("reflections", remark.id) if each.document)}
    assert texts == {"the bus is dear and cold", "the bus is dear and late"}
    assert level(book, "R2") == NONE
    far.close()


def test_a_version_that_cannot_be_read_agrees_to_nothing(book: Workbook, session: Session, hands: Hands) -> None:
    """A level that a later program may have written, concurrently: until it is settled the remarks are not used."""
    (person,) = book.records.participants.values()
    far = opened(copied(book.folder, "far"), hands)
    table = far.repository.db.table("participants")
    table.update({"consent": "only on Tuesdays"}, doc_ids=[person.id])
    book.set_consent(session, "p3", QUOTE)
    side_by_side(far.folder, book.folder)
    book.refresh()
    assert level(book, "R1") == NONE
    far.close()


def _records(person: Participant, remark: Reflection) -> Records:
    workshop = WorkshopRecord(title="W", perspectives=("parent",), salt="s", created=NOON)
    return Records(workshop=workshop, participants={person.id: person}, reflections={remark.id: remark})


@given(st.lists(st.tuples(LEVELS, TIMES), min_size=1, max_size=4), st.lists(st.tuples(LEVELS, TIMES), min_size=1, max_size=4))
def test_the_lowest_of_versions_allows_no_more_than_any(
    people: list[tuple[Consent | None, datetime | None]], remarks: list[tuple[Consent | None, datetime | None]]
) -> None:
    """For any versions of a person and of a remark, what holds of them together is allowed by every pair of them."""
    person = Participant(id="p", cohort="c", code="p3", perspective="parent")
    remark = Reflection(id="r", number=1, session="s", text="words", perspective="parent", at=NOON, participant="p")
    persons = [replace(person, consent=given_level, consent_at=time if given_level else None) for given_level, time in people]
    versions = [replace(remark, consent=given_level, consent_at=time if given_level else None) for given_level, time in remarks]
    merged_person, merged = lowest(persons[0], persons[1:]), lowest(versions[0], versions[1:])
    held = effective(merged, _records(merged_person, merged))
    assert all(allows(effective(one, _records(each, one)), held) for each in persons for one in versions)
