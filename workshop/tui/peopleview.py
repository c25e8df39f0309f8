"""What the People screen shows of a session, in words."""

from collections import Counter
from collections.abc import Sequence

from workshop.compare.words import noun
from workshop.model.consent import UNSET
from workshop.model.perspective import MIXED, plural_of
from workshop.model.plan import Activity
from workshop.model.records import Participant, Session
from workshop.tui.widgets.peoplelist import THE_ROOM, PersonRow
from workshop.workbook.attending import Attended
from workshop.workbook.book import Workbook


def people_rows(book: Workbook, session: Session) -> tuple[PersonRow, ...]:
    """The room, then everybody with a code."""
    session = book.session(session.id)
    mine = [each for each in book.records.reflections.values() if each.session == session.id]
    said = Counter(each.participant for each in mine)
    activities = book.activities(session)
    people = (_person(book, each, activities, said[each.person.id]) for each in book.attendance(session))
    return (_room(book, session, said[None]), *people)


def _room(book: Workbook, session: Session, remarks: int) -> PersonRow:
    here, counted = book.here_now(session), dict(session.present)
    counts = [
        f"{count} {noun(count, name)} here{f' of {counted[name]}' if counted.get(name, count) != count else ''}"
        for name, count in here.items()
    ]
    return PersonRow(
        id=THE_ROOM,
        name="room",
        perspective=session.group,
        known=("a mixed group" if session.group == MIXED else plural_of(session.group),),
        consent=_consent(session, "consent for group notes"),
        asked=session.consent is not None,
        there=", ".join(counts) or "nobody counted",
        here=True,
        remarks=remarks,
    )


def _person(book: Workbook, attended: Attended, activities: Sequence[Activity], remarks: int) -> PersonRow:
    person = attended.person
    same = ", ".join(f"{each.code} of {book.where(each)}" for each in book.same_person(person))
    return PersonRow(
        id=person.id,
        name=person.code,
        perspective=person.perspective,
        known=tuple(part for part in (person.perspective, person.organisation, person.role, same and f"the same person as {same}") if part),
        consent=_consent(person, "consent"),
        asked=person.consent is not None,
        there=_there(attended, activities),
        here=attended.here,
        remarks=remarks,
    )


def _there(attended: Attended, activities: Sequence[Activity]) -> str:
    """When somebody was there: "here throughout", "here for: Talk, Close", "absent"."""
    if attended.parts is None:
        return "here throughout"
    if not attended.parts:
        return "absent"
    titles = ", ".join(activities[part].title for part in attended.parts if part < len(activities))
    return f"here for: {titles}"


def _consent(asked: Participant | Session, about: str) -> tuple[str, str]:
    """What was agreed to, `about` being what: "consent: quote", "research: yes"; what was not asked is said to count as least."""
    level = asked.consent.value if asked.consent else f"not asked ({UNSET.value})"
    research = {None: "not asked", True: "yes", False: "no"}[asked.research]
    return f"{about}: {level}", f"research: {research}"
