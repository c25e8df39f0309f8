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
from workshop.model.view.finding import ShownFinding
from workshop.model.view.raised import ShownRaiser
from workshop.model.view.view import View
from workshop.privacy.artworks import artworks
from workshop.privacy.as_json import told_json
from workshop.privacy.audience import MARKINGS, WORKING, Audience
from workshop.privacy.codebook import codebook
from workshop.privacy.figures import figures
from workshop.privacy.findings import findings
from workshop.privacy.hidden import hidden_in
from workshop.privacy.journal import journal
from workshop.privacy.method import VOTES, method
from workshop.privacy.names import Names, names, unlinkable
from workshop.privacy.outcomes import outcomes
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

    KeyError for an audience that there isn't.
    """
    whose = {each.value: each for each in Audience}[audience]
    rule = (small or Small()) if whose.hides_small_numbers else None
    records = agreed(records, whose, group)
    comparison = _told(comparison, records, whose, rule)
    hidden = hidden_in(comparison, records, rule)
    called = unlinkable(names(records), records) if whose is Audience.PUBLISHED else names(records)
    remarks = Remarks(records, called, plans, whose, hidden)
    found = findings(comparison, records, called, remarks, rule)
    shown = replace(
        _shown(comparison, records, called, remarks, found, rule, now, plans), people=people(records, called, whose, group, hidden)
    )
    shown = replace(shown, outcomes=outcomes(records, plans, called, shown, told=rule is None))
    if rule:
        return replace(shown, codebook=tuple(replace(each, aliases=()) for each in shown.codebook))
    return _one_by_one(shown, records, called, plans, timed, raised(records, plans, called, found))


def _shown(
    comparison: Comparison,
    records: Records,
    called: Names,
    remarks: Remarks,
    found: Mapping[str, ShownFinding],
    small: Small | None,
    now: datetime,
    plans: Mapping[str, Plan],
) -> View:
    """What every audience has in one form or another."""
    audience = remarks.audience
    recommended = recommendations(records, called, now, audience)
    shown_ranks = ranked(comparison, found, small)
    shown_statements = statements(comparison, records, called, remarks, found, recommended, small)
    begun = records.workshop.created.astimezone(UTC).date()
    return View(
        title=records.workshop.title,
        audience=audience.value,
        marking=MARKINGS[audience.value],
        cover=records.workshop.cover,
        made=now,
        between=comparison.between,
        took_part=took_part(comparison, small),
        groups=groups(comparison, small),
        sessions=sessions(records, plans, called, remarks, now.tzinfo, small),
        checked_back=checked_back(comparison, records, now.tzinfo, audience),
        at_a_glance=glance(comparison),
        findings=tuple(found.values()),
        statements=shown_statements,
        notes=comparison.notes,
        method=(*method(comparison.thresholds), *([VOTES] if comparison.priorities else [])),
        comparison=told_json(comparison, found, shown_statements, shown_ranks, small) if small else comparison_json(comparison),
        reflections=remarks.shown(),
        ranked=shown_ranks,
        recommendations=tuple(recommended.values()),
        exploratory=comparison.exploratory,
        narrowed=comparison.narrowed,
        artworks=artworks(records, remarks, comparison.between, counted=small is None),
        codebook=codebook(records),
        key=digest(records.workshop.salt, "view", audience.value),
        begun=begun if audience is Audience.WORKING else begun.replace(day=1),
    )


def _told(comparison: Comparison, records: Records, audience: Audience, small: Small | None) -> Comparison:
    """The comparison as this audience is told it, with the words of statements that it may have, and with the notes that go with that."""
    found = told_comparison(comparison, small) if small else comparison
    rules = [small.sentence(), *([small.beside()] if any(not each.own for each in figures(comparison, small)) else [])] if small else []
    texts = {each.id: each.text for each in records.statements.values()}
    notes = (*found.notes, *rules, *([RESEARCH_NOTE] if audience is Audience.RESEARCH else []))
    return replace(found, statements=tuple(replace(each, statement=texts[each.id]) for each in found.statements), notes=notes)


def _one_by_one(
    shown: View, records: Records, called: Names, plans: Mapping[str, Plan], timed: Sequence[Timing], raisers: tuple[ShownRaiser, ...]
) -> View:
    """With what tells of single people, where no number is hidden; and for the working group with the times of sessions."""
    whose = Audience(shown.audience)
    found = replace(shown, raised=raisers, responses=responses(records, called, whose), votes=votes(records, called, plans, whose))
    if whose is not Audience.WORKING:
        return found
    zone = shown.made.tzinfo or UTC
    return replace(found, timings=timings(timed, records.sessions, called, zone), journal=journal(timed, records.sessions, called))
