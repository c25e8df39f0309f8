"""Who took part and what each answered, one by one, as far as an audience may have that."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from workshop.model.records import Participant, Records, Response
from workshop.model.view.record import ShownPerson, ShownResponse
from workshop.privacy.audience import Audience
from workshop.privacy.hidden import Hidden
from workshop.privacy.names import Names
from workshop.privacy.small import SMALLEST_GROUP


def people(records: Records, called: Names, audience: Audience, group: str, hidden: Hidden) -> tuple[ShownPerson, ...]:
    """Those who took part, by code; for everybody only which organisations did, and nothing of it under the Chatham House Rule.

    The copy for participants has the codes of their own group, an archive no organisation or role that few of its people share.
    """
    everybody = list(records.participants.values())
    ruled = records.workshop.chatham_house
    if audience is Audience.PUBLISHED:
        pairs = {(one.perspective, one.organisation) for one in everybody if one.organisation and not ruled}
        return tuple(ShownPerson(code="", perspective=each, organisation=name, role="") for each, name in sorted(pairs))
    if audience is Audience.PARTICIPANTS:
        theirs = [one for one in everybody if one.perspective not in hidden.codes and group in ("", one.perspective)]
        return _sorted(ShownPerson(code=called.people[one.id], perspective=one.perspective, organisation="", role="") for one in theirs)
    shared = {name for field in ("organisation", "role") for name in _shared(everybody, field)} if audience is Audience.RESEARCH else None
    return _sorted(
        ShownPerson(
            code=called.people[one.id],
            perspective=one.perspective,
            organisation=_coarse(one.organisation, shared, "another organisation", ruled=ruled),
            role=_coarse(one.role, shared, "another role", ruled=False),
        )
        for one in everybody
    )


def _shared(everybody: Sequence[Participant], field: str) -> list[str]:
    counts = Counter(getattr(one, field) for one in everybody)
    return [name for name, number in counts.items() if number >= SMALLEST_GROUP]


def _coarse(name: str, shared: Collection[str] | None, other: str, *, ruled: bool) -> str:
    if shared is None or not name or (name in shared and not ruled):
        return name
    return "" if ruled else other


def _sorted(people: Iterable[ShownPerson]) -> tuple[ShownPerson, ...]:
    return tuple(sorted(people, key=lambda one: (one.perspective, len(one.code), one.code)))


def responses(records: Records, called: Names, audience: Audience) -> tuple[ShownResponse, ...]:
    """All answers in the order in which they were given, those that a person later changed too; none where small numbers are hidden."""
    if audience.hides_small_numbers:
        return ()
    timed = audience is Audience.WORKING
    return tuple(
        _response(one, records, called, timed=timed)
        for one in sorted(records.responses.values(), key=lambda one: (one.at, one.order, one.id))
        if one.statement in records.statements
    )


def _response(one: Response, records: Records, called: Names, *, timed: bool) -> ShownResponse:
    return ShownResponse(
        statement=called.statements[one.statement],
        statement_text=records.statements[one.statement].text,
        perspective=one.perspective,
        person=called.people.get(one.participant, "") if one.participant else "",
        session=called.sessions.get(one.session, ""),
        answer=one.answer.value if one.answer else "",
        hands=one.hands,
        at=one.at if timed else None,
        back=one.back,
    )
