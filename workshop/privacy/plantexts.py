"""What a facilitator typed into plans and a report may show: titles of plans and of their activities, and lanes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from workshop.model.keys import words_id
from workshop.model.plan import Kind, Plan
from workshop.model.records import Records
from workshop.privacy.audience import Audience
from workshop.privacy.names import names
from workshop.privacy.texts import Text
from workshop.privacy.words import NOT_TOLD

TITLE, ACTIVITY, LANE = "title", "activity", "lane"
Changed = Mapping[tuple[str, str], str | None]
"""What takes the place of a text, by its field and its words; None where it may not be passed on."""


def plan_texts(records: Records, plans: Mapping[str, Plan], audience: Audience) -> Iterator[Text]:
    """Each of these texts once, however many sessions have it; `plans` are by session id. Titles of activities, participants see alone.

    Lanes of remarks are among them: those of remarks that came from elsewhere stand in no plan. Points on a scale are no lanes. The title
    of a plan that its session has too is looked through as the session's, where that is shown.
    """
    seen: set[tuple[str, str]] = set()
    for field, where, words in _every(records, plans, audience):
        if words and (field, words) not in seen:
            seen.add((field, words))
            yield Text(f"plans/{words_id(records.workshop.salt, words)}/{field}", where, words, prose=False)


def with_lanes(records: Records, changed: Changed) -> Records:
    """The records with other lanes."""
    if not changed:
        return records
    told = {key: replace(each, lane=_told(LANE, each.lane, changed)) for key, each in records.reflections.items()}
    return replace(records, reflections=told)


def with_plan_texts(plans: Mapping[str, Plan], changed: Changed, titles: Mapping[tuple[str, str], str]) -> Mapping[str, Plan]:
    """The plans with other titles and lanes; `titles` are those that sessions now have, by session id and what they had."""
    found = {session: _with(plan, changed) for session, plan in plans.items()} if changed else plans
    return {session: replace(plan, title=titles.get((session, plan.title), plan.title)) for session, plan in found.items()}


def _every(records: Records, plans: Mapping[str, Plan], audience: Audience) -> Iterator[tuple[str, str, str]]:
    """Which field, what a person calls it, and its words; in the order of the sessions."""
    called = names(records)
    for session in sorted(records.sessions.values(), key=lambda each: (each.number, each.id)):
        plan, name = plans.get(session.id), called.sessions[session.id]
        if plan and (plan.title != session.title or records.workshop.chatham_house):
            yield TITLE, f"the plan of {name}", plan.title
        for number, activity in enumerate(plan.activities if plan else (), 1):
            where = f"activity {number} of {name}"
            if audience is Audience.PARTICIPANTS:
                yield ACTIVITY, where, activity.title
            for lane in activity.lanes if activity.kind is not Kind.RATE else ():
                yield LANE, f"{where}, a lane", lane
    for key, said in records.reflections.items():
        if said.text:
            yield LANE, f"{called.reflections[key]}, its lane", said.lane


def _told(field: str, words: str, changed: Changed) -> str:
    told = changed.get((field, words), words)
    return NOT_TOLD if told is None else told


def _with(plan: Plan, changed: Changed) -> Plan:
    activities = tuple(
        replace(
            each,
            title=_told(ACTIVITY, each.title, changed),
            lanes=tuple(_told(LANE, lane, changed) for lane in each.lanes),
        )
        for each in plan.activities
    )
    return replace(plan, title=_told(TITLE, plan.title, changed), activities=activities)
