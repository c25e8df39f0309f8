"""The remarks, as they may be shown: each as a quote with its themes, and the few that stand side by side in a finding."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from workshop.model.plan import Plan
from workshop.model.records import Elicited, Records, Reflection
from workshop.model.view import ShownQuote, ShownReflection
from workshop.privacy.names import Names

OFF_THE_RECORD = "off"
QUOTES = 3
"""At most so many quotes of one side in a finding."""


def quote(reflection: Reflection, names: Names) -> ShownQuote:
    """The words of one remark; those said off the record stay out, whatever the store holds."""
    return ShownQuote(
        name=names.reflections[reflection.id],
        text="" if OFF_THE_RECORD in reflection.kinds else reflection.text,
        perspective=reflection.perspective,
        person=names.people.get(reflection.participant, "") if reflection.participant else "",
        verbatim=reflection.verbatim,
        session=names.sessions.get(reflection.session, ""),
    )


def themes_of(records: Records) -> dict[str, tuple[str, ...]]:
    """The ids of each remark's themes, by the remark's id, in the codebook's order."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for coding in records.codings.values():
        if coding.theme in records.themes:
            found[coding.reflection].add(coding.theme)
    rank = {theme.id: place for place, theme in enumerate(sorted(records.themes.values(), key=lambda theme: (theme.order, theme.id)))}
    return {reflection: tuple(sorted(themes, key=rank.__getitem__)) for reflection, themes in found.items()}


def in_order(records: Records) -> list[Reflection]:
    """The remarks as they were said, session by session."""
    place = {session.id: (session.number, session.id) for session in records.sessions.values()}
    return sorted(
        records.reflections.values(), key=lambda said: (place.get(said.session, (0, said.session)), said.at, said.number, said.id)
    )


def reflections(records: Records, plans: Mapping[str, Plan], names: Names) -> tuple[ShownReflection, ...]:
    """All remarks, each once, in the order in which they were said."""
    themes = themes_of(records)
    return tuple(
        ShownReflection(
            quote=quote(said, names),
            themes=tuple(records.themes[theme].title for theme in themes.get(said.id, ())),
            activity=_activity(said, plans),
            lane=said.lane,
            at=said.at,
            elicited=said.elicited.value,
            statement=names.statements.get(said.statement, "") if said.statement else "",
            highlight=said.highlight,
            unfinished=said.unfinished,
            hands=said.hands,
        )
        for said in in_order(records)
    )


def _activity(said: Reflection, plans: Mapping[str, Plan]) -> str:
    plan = plans.get(said.session)
    if plan is None or said.activity is None or not 0 <= said.activity < len(plan.activities):
        return ""
    return plan.activities[said.activity].title


def side_by_side(said: Iterable[Reflection], sides: tuple[str, str], *, same_number: bool) -> dict[str, tuple[Reflection, ...]]:
    """The remarks to quote, by side: what the note-taker marked first, then what came unprompted, then verbatim, then the earliest.

    One of each person before a second of anybody; with `same_number`, no more of one side than the other has.
    """
    chosen: dict[str, list[Reflection]] = {side: [] for side in sides}
    for reflection in sorted(said, key=_preference):
        if reflection.perspective in chosen and reflection.text and OFF_THE_RECORD not in reflection.kinds:
            chosen[reflection.perspective].append(reflection)
    picked = {side: _one_each_first(found)[:QUOTES] for side, found in chosen.items()}
    if same_number and all(picked.values()):
        fewest = min(len(found) for found in picked.values())
        picked = {side: found[:fewest] for side, found in picked.items()}
    return {side: tuple(found) for side, found in picked.items()}


def _preference(said: Reflection) -> tuple[bool, bool, bool, bool, datetime, str]:
    prompted = said.elicited is Elicited.PROMPTED
    return (not said.highlight, prompted, said.unfinished, not said.verbatim, said.at, said.id)


def _one_each_first(said: list[Reflection]) -> list[Reflection]:
    seen: set[str] = set()
    first: list[Reflection] = []
    later: list[Reflection] = []
    for reflection in said:
        person = reflection.participant or reflection.id
        (later if person in seen else first).append(reflection)
        seen.add(person)
    return first + later
