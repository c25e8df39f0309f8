"""`view`: a comparison and its records, turned into what a report for one audience may show."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo

from workshop.compare.as_json import comparison_json
from workshop.compare.shuffle import shuffle_line
from workshop.compare.words import at_a_glance, checked_words, contested_how, listed, noun, people
from workshop.model.checking import checked_by_perspective
from workshop.model.comparison import Comparison, StatementFinding
from workshop.model.keys import digest
from workshop.model.plan import Plan
from workshop.model.records import Records, Response
from workshop.model.timing import Timing
from workshop.model.view.group import ShownGroup
from workshop.model.view.record import ShownPerson, ShownResponse
from workshop.model.view.view import View
from workshop.privacy.codebook import codebook
from workshop.privacy.findings import findings
from workshop.privacy.journal import journal
from workshop.privacy.method import VOTES, method
from workshop.privacy.names import Names, names, upper_first
from workshop.privacy.priorities import ranked, votes
from workshop.privacy.raised import raised
from workshop.privacy.recommendations import recommendations
from workshop.privacy.remarks import Remarks
from workshop.privacy.sessions import began, day, sessions
from workshop.privacy.statements import statements
from workshop.privacy.timings import timings

WORKING = "working"
MARKINGS = {WORKING: "Working copy \u2013 not for passing on"}
"""What stands on every page of a report, by audience: the audiences that there are."""


def view(
    comparison: Comparison,
    records: Records,
    *,
    plans: Mapping[str, Plan],
    now: datetime,
    audience: str = WORKING,
    timed: Sequence[Timing] = (),
) -> View:
    """What `audience` may see. `plans` are by session id, for the titles of activities; dates are in the time zone of `now`.

    `timed` is what became of the times of sessions, of which those in the records are shown.

    KeyError for an audience that is not in MARKINGS.
    """
    called = names(records)
    remarks = Remarks(records, called, plans)
    found = findings(comparison, records, called, remarks)
    recommended = recommendations(records, called, now)
    return View(
        title=records.workshop.title,
        audience=audience,
        marking=MARKINGS[audience],
        cover=records.workshop.cover,
        made=now,
        between=comparison.between,
        took_part=_took_part(comparison),
        groups=_groups(comparison),
        sessions=sessions(records, plans, called, remarks, now.tzinfo),
        checked_back=_checked_back(comparison, records, now.tzinfo),
        at_a_glance=_at_a_glance(comparison),
        findings=tuple(found.values()),
        statements=statements(comparison, records, called, remarks, found, recommended),
        notes=comparison.notes,
        method=(*method(comparison.thresholds), *([VOTES] if comparison.priorities else [])),
        comparison=comparison_json(comparison),
        people=_people(records, called),
        raised=raised(records, plans, called, found) if audience == WORKING else (),
        reflections=remarks.shown(),
        responses=_responses(records, called),
        ranked=ranked(comparison, found),
        recommendations=tuple(recommended.values()),
        votes=votes(records, called, plans),
        exploratory=comparison.exploratory,
        narrowed=comparison.narrowed,
        timings=timings(timed, records.sessions, called, now.tzinfo or UTC),
        codebook=codebook(records),
        journal=journal(timed, records.sessions, called) if audience == WORKING else (),
        key=digest(records.workshop.salt, "view", audience),
        begun=records.workshop.created.astimezone(UTC).date(),
    )


def _took_part(comparison: Comparison) -> str:
    present = [people(number, group) for group, number in comparison.people.items() if number]
    return f"{listed(present)} took part." if present else "Nobody has taken part yet."


def _groups(comparison: Comparison) -> tuple[ShownGroup, ...]:
    numbers = {group: number for group, number in comparison.people.items() if number or group in comparison.between}
    return tuple(
        ShownGroup(name=group, plural=noun(2, group), people=number, text=people(number, group)) for group, number in numbers.items()
    )


def _at_a_glance(comparison: Comparison) -> tuple[str, ...]:
    """What this is a comparison of, where not of the whole; the labels counted and the shuffle check; then each contested statement."""
    points = [
        _point(statement, group)
        for statement in comparison.statements
        if statement.contested
        for group in statement.contested_by
        if group in comparison.between
    ]
    about = (comparison.exploratory, comparison.narrowed, f"{at_a_glance(comparison)}.", shuffle_line(comparison))
    return (*filter(None, about), *points)


def _point(statement: StatementFinding, group: str) -> str:
    how = contested_how(statement.label.get(group, ""))
    return f"Contested: {noun(2, group)} {how} what {noun(2, statement.made_by)} said: \u201c{statement.statement}\u201d"


def _checked_back(comparison: Comparison, records: Records, zone: tzinfo | None) -> tuple[str, ...]:
    """For each side, how much of what was noted it has found right, and when it answered its own statements (member checking)."""
    checked = checked_by_perspective(records)
    made_by = {statement.id: statement.made_by for statement in records.statements.values()}
    sentences = []
    for side in comparison.between:
        own = {
            one.session
            for one in records.responses.values()
            if one.perspective == side and made_by.get(one.statement) == side and not one.back
        }
        instants = sorted(at for one in own if one in records.sessions and (at := began(records.sessions[one], records)))
        days = dict.fromkeys(day(at, zone) for at in instants)
        asked = f"asked{f' on {listed(days)}' if days else ''}" if own else "not asked"
        sentences.append(f"{upper_first(noun(2, side))} were {asked} whether their own statements were noted rightly.")
        if side in checked:
            sentences.append(checked_words(checked[side], side))
    return tuple(sentences)


def _people(records: Records, called: Names) -> tuple[ShownPerson, ...]:
    people = (
        ShownPerson(code=called.people[one.id], perspective=one.perspective, organisation=one.organisation, role=one.role)
        for one in records.participants.values()
    )
    return tuple(sorted(people, key=lambda one: (one.perspective, len(one.code), one.code)))


def _responses(records: Records, called: Names) -> tuple[ShownResponse, ...]:
    """All answers in the order in which they were given, those that a person later changed too."""
    return tuple(
        _response(one, records, called)
        for one in sorted(records.responses.values(), key=lambda one: (one.at, one.order, one.id))
        if one.statement in records.statements
    )


def _response(one: Response, records: Records, called: Names) -> ShownResponse:
    return ShownResponse(
        statement=called.statements[one.statement],
        statement_text=records.statements[one.statement].text,
        perspective=one.perspective,
        person=called.people.get(one.participant, "") if one.participant else "",
        session=called.sessions.get(one.session, ""),
        answer=one.answer.value if one.answer else "",
        hands=one.hands,
        at=one.at,
        back=one.back,
    )
