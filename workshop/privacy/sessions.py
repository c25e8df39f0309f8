"""The sessions, as they may be shown: which group, when, where, how many people, what they were shown, and who was noted."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from workshop.compare.words import noun, people
from workshop.model.artwork import Artwork
from workshop.model.perspective import MIXED
from workshop.model.plan import Plan
from workshop.model.records import Records, Reflection, Session, Statement, Verb
from workshop.model.view.session import ShownSession, ShownVoice
from workshop.privacy.audience import Audience
from workshop.privacy.names import Names
from workshop.privacy.remarks import NOBODYS, Remarks
from workshop.privacy.small import SMALLEST_GROUP, Small

NOT_TOLD = "not told"
_MANY = 10


def sessions(
    records: Records, plans: Mapping[str, Plan], names: Names, remarks: Remarks, zone: tzinfo | None, small: Small | None = None
) -> tuple[ShownSession, ...]:
    """The sessions in the order of their numbers, with dates in `zone`.

    For archives and for everybody a date is a month. Under the Chatham House Rule only the working copy says where and what it was called.
    """
    said: defaultdict[str, defaultdict[str, list[Reflection]]] = defaultdict(lambda: defaultdict(list))
    for reflection in remarks.all:
        said[reflection.session][remarks.perspective(reflection)].append(reflection)
    shown = _shown(records)
    ordered = sorted(records.sessions.values(), key=lambda session: (session.number, session.id))
    found = tuple(_session(session, records, plans, names, zone, said[session.id], shown[session.id], small) for session in ordered)
    if remarks.audience is Audience.WORKING:
        return found
    coarse = (_coarse(each, session, records, remarks.audience, zone) for each, session in zip(found, ordered, strict=True))
    return tuple(coarse) if small is None else _without_small(tuple(coarse), [_people(session, records) for session in ordered])


def _coarse(shown: ShownSession, session: Session, records: Records, audience: Audience, zone: tzinfo | None) -> ShownSession:
    date = shown.date if audience is Audience.PARTICIPANTS else month(began(session, records), zone)
    ruled = records.workshop.chatham_house
    return replace(shown, date=date, place="" if ruled else shown.place, title="" if ruled else shown.title)


def _without_small(found: Sequence[ShownSession], numbers: Sequence[Mapping[str, int]]) -> tuple[ShownSession, ...]:
    """Where a group was small in one session, its numbers are told of none: the others and the whole would give it away."""
    hidden = {group for counted in numbers for group, number in counted.items() if number < SMALLEST_GROUP}
    return tuple(
        replace(
            session,
            people=", ".join(noun(2, group) if group in hidden else people(number, group) for group, number in counted.items()),
            voices=tuple(
                replace(voice, present=NOT_TOLD, heard=NOT_TOLD) if voice.perspective in hidden else voice for voice in session.voices
            ),
        )
        for session, counted in zip(found, numbers, strict=True)
    )


def _session(
    session: Session,
    records: Records,
    plans: Mapping[str, Plan],
    names: Names,
    zone: tzinfo | None,
    said: Mapping[str, list[Reflection]],
    shown: set[str],
    small: Small | None,
) -> ShownSession:
    numbers = _people(session, records)
    plan = plans.get(session.id)
    return ShownSession(
        name=names.sessions[session.id],
        title=session.title or (plan.title if plan else ""),
        group=session.group,
        group_text="several groups together" if session.group == MIXED else noun(2, session.group),
        date=day(began(session, records), zone),
        place=session.place,
        people=", ".join(people(number, perspective) for perspective, number in numbers.items()),
        shown=(*_named(shown, records.statements, names.statements), *_named(shown, records.artworks, names.artworks)),
        voices=_voices(numbers, said, small),
    )


def began(session: Session, records: Records) -> datetime | None:
    """The instant of the first start in its timeline; None for an import, whose day nobody noted here."""
    starts = [entry.at for entry in records.timelines.get(session.id, ()) if entry.verb is Verb.START]
    if starts:
        return min(starts)
    return None if session.imported else session.created


def day(at: datetime | None, zone: tzinfo | None) -> str:
    """The day as "14 May 2026" in `zone`, or ""."""
    local = at and at.astimezone(zone)
    return f"{local.day} {local:%B %Y}" if local else ""


def month(at: datetime | None, zone: tzinfo | None) -> str:
    """The month as "May 2026" in `zone`, or ""."""
    return f"{at.astimezone(zone):%B %Y}" if at else ""


def _people(session: Session, records: Records) -> dict[str, int]:
    """People by perspective: the head count where one was taken, else the stickers of its cohort."""
    if session.present:
        return dict(session.present)
    return dict(Counter(person.perspective for person in records.participants.values() if person.cohort == session.cohort))


def _named(shown: Collection[str], records: Mapping[str, Statement] | Mapping[str, Artwork], names: Mapping[str, str]) -> Iterator[str]:
    """What those of these records (by id) are called that were shown, by number."""
    found = sorted((records[key].number, key) for key in shown if key in records)
    return (names[key] for _, key in found)


def _shown(records: Records) -> defaultdict[str, set[str]]:
    """The ids of the statements and pictures put to the group, by session: as the clock noted it, or as answers and readings tell."""
    shown: defaultdict[str, set[str]] = defaultdict(set)
    for session, timeline in records.timelines.items():
        shown[session] |= {entry.statement or entry.artwork or "" for entry in timeline if entry.verb is Verb.SHOW}
    for response in records.responses.values():
        shown[response.session].add(response.statement)
    for reflection in records.reflections.values():
        shown[reflection.session] |= {reflection.statement or "", reflection.artwork or ""}
    return shown


def _voices(numbers: Mapping[str, int], said: Mapping[str, list[Reflection]], small: Small | None) -> tuple[ShownVoice, ...]:
    groups = [group for group in dict.fromkeys((*numbers, *said)) if group not in NOBODYS]
    return tuple(_voice(group, numbers.get(group), said.get(group, []), small) for group in groups)


def _voice(group: str, present: int | None, said: list[Reflection], small: Small | None) -> ShownVoice:
    """Small numbers are hidden by telling no number of people, and of remarks a round one."""
    coded = len({reflection.participant for reflection in said if reflection.participant})
    unattributed = sum(not reflection.participant for reflection in said)
    told = small is None or (present is not None and coded <= present and small.is_told(coded, present))
    heard = str(coded) if present is None or coded > present else f"{coded} of {present}"
    remarks = f"{len(said)}" + (f", {unattributed} of them noted for the group" if unattributed else "")
    return ShownVoice(
        perspective=group,
        plural=noun(2, group),
        present="not counted" if present is None else str(present),
        heard=heard if told else NOT_TOLD,
        remarks=remarks if small is None else _about(len(said)),
    )


def _about(remarks: int) -> str:
    return f"about {round(remarks, -1)}" if remarks >= _MANY else f"fewer than {_MANY}"
