"""`view`: a comparison and its records, turned into what a report for one audience may show."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from workshop.compare.as_json import comparison_json
from workshop.model.comparison import Comparison
from workshop.model.keys import digest
from workshop.model.plan import Plan
from workshop.model.records import Records
from workshop.model.timing import Timing
from workshop.model.view.view import View
from workshop.privacy.artworks import artworks
from workshop.privacy.as_json import told_json
from workshop.privacy.audience import MARKINGS, WORKING, Audience
from workshop.privacy.codebook import codebook
from workshop.privacy.findings import findings
from workshop.privacy.hidden import hidden_in
from workshop.privacy.journal import journal
from workshop.privacy.method import VOTES, method
from workshop.privacy.names import names, unlinkable
from workshop.privacy.people import people, responses
from workshop.privacy.priorities import ranked, votes
from workshop.privacy.raised import raised
from workshop.privacy.recommendations import recommendations
from workshop.privacy.remarks import Remarks
from workshop.privacy.sessions import sessions
from workshop.privacy.small import Small
from workshop.privacy.statements import statements
from workshop.privacy.summary import checked_back, glance, groups, took_part
from workshop.privacy.telling import told_comparison
from workshop.privacy.timings import timings
from workshop.privacy.words import agreed

RESEARCH_NOTE = "Only people and remarks with consent for research are in it; everybody else is left out of every number too."


def view(
    comparison: Comparison,
    records: Records,
    *,
    plans: Mapping[str, Plan],
    now: datetime,
    audience: str = WORKING,
    timed: Sequence[Timing] = (),
    small: Small | None = None,
    group: str = "",
) -> View:
    """What `audience` may see. `plans` are by session id, for the titles of activities; dates are in the time zone of `now`.

    The comparison is of those records that `agreed` leaves of all. `timed` is what became of the times of sessions, of which those in the
    records are shown to the working group. `small` says which numbers are small, where they are hidden; `group` is the perspective
    whose words a copy for participants has, all of them without it.

    KeyError for an audience that is not in MARKINGS.
    """
    marking, whose = MARKINGS[audience], Audience(audience)
    rule = (small or Small()) if whose.hides_small_numbers else None
    records = agreed(records, whose, group)
    if rule:
        comparison = told_comparison(comparison, rule)
    texts = {each.id: each.text for each in records.statements.values()}
    comparison = replace(comparison, statements=tuple(replace(each, statement=texts[each.id]) for each in comparison.statements))
    notes = (*comparison.notes, *([rule.sentence()] if rule else []), *([RESEARCH_NOTE] if whose is Audience.RESEARCH else []))
    comparison = replace(comparison, notes=notes)
    hidden = hidden_in(comparison, records, rule)
    called = unlinkable(names(records), records) if whose is Audience.PUBLISHED else names(records)
    remarks = Remarks(records, called, plans, whose, hidden)
    found = findings(comparison, records, called, remarks, rule)
    recommended = recommendations(records, called, now, whose)
    shown_ranks = ranked(comparison, found, rule)
    shown_statements = statements(comparison, records, called, remarks, found, recommended, rule)
    full = whose is Audience.WORKING
    return View(
        title=records.workshop.title,
        audience=audience,
        marking=marking,
        cover=records.workshop.cover,
        made=now,
        between=comparison.between,
        took_part=took_part(comparison, rule),
        groups=groups(comparison, rule),
        sessions=sessions(records, plans, called, remarks, now.tzinfo, rule),
        checked_back=checked_back(comparison, records, now.tzinfo, whose),
        at_a_glance=glance(comparison),
        findings=tuple(found.values()),
        statements=shown_statements,
        notes=notes,
        method=(*method(comparison.thresholds), *([VOTES] if comparison.priorities else [])),
        comparison=told_json(comparison, found, shown_statements, shown_ranks, rule) if rule else comparison_json(comparison),
        people=people(records, called, whose, group, hidden),
        raised=() if rule else raised(records, plans, called, found),
        reflections=remarks.shown(),
        responses=responses(records, called, whose),
        ranked=shown_ranks,
        recommendations=tuple(recommended.values()),
        votes=votes(records, called, plans, whose),
        exploratory=comparison.exploratory,
        narrowed=comparison.narrowed,
        artworks=artworks(records, remarks, comparison.between, counted=rule is None),
        timings=timings(timed, records.sessions, called, now.tzinfo or UTC) if full else (),
        codebook=tuple(replace(each, aliases=()) for each in codebook(records)) if rule else codebook(records),
        journal=journal(timed, records.sessions, called) if full else (),
        key=digest(records.workshop.salt, "view", audience),
        begun=records.workshop.created.astimezone(UTC).date() if full else records.workshop.created.astimezone(UTC).date().replace(day=1),
    )
