"""What stands in the lanes of each plan, theme by theme: examples in their parts, places that are safe or not, needs beside assets."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workshop.compare.words import listed, noun
from workshop.model.contact import ASKED_ON_A_FORM, WHO_TO_ASK
from workshop.model.plan import Kind, Plan
from workshop.model.records import Records, Reflection
from workshop.model.view.outcome import ShownOutcome, ShownOutcomeRow
from workshop.model.view.record import ShownReflection
from workshop.privacy.names import Names
from workshop.text import fold

NO_THEME = "no theme"
OTHER = "Other lanes"


@dataclass(frozen=True, slots=True)
class _Said:
    """A remark as it may be shown, and the record that it is made of."""

    shown: ShownReflection
    record: Reflection


def lanes(
    records: Records, plans: Mapping[str, Plan], called: Names, every: Sequence[ShownReflection], *, told: bool
) -> Iterator[ShownOutcome]:
    """A table for each plan whose sessions asked for lanes. What was imported stands in the first that has its lane, else in one more.

    Unless counts are `told`, a cell counts nothing but the words that are shown, and a remark stands where its lane does, whatever
    session it is from: who reads it learns no more of that than from the lane.
    """
    sets = _sets(records, plans)
    names = {called.reflections[key]: each for key, each in records.reflections.items() if key in called.reflections}
    found: dict[str, dict[str, list[_Said]]] = {title: {} for title in sets}
    for shown in every:
        said = _Said(shown, names[shown.quote.name])
        if not shown.lane or _is_points(said.record, plans):
            continue
        title, lane = _place(shown.lane, plans.get(said.record.session) if told else None, sets)
        found.setdefault(title, {})
        for theme in shown.themes or (NO_THEME,):
            found[title].setdefault(theme, []).append(_Said(_in_lane(shown, lane), said.record))
    rank = {theme.title: place for place, theme in enumerate(sorted(records.themes.values(), key=lambda each: (each.order, each.id)))}
    for title, by_theme in found.items():
        columns = sets.get(title) or tuple(dict.fromkeys(each.shown.lane for said in by_theme.values() for each in said))
        ordered = sorted(by_theme, key=lambda theme: rank.get(theme, len(rank)))
        if by_theme:
            yield ShownOutcome(
                name="",
                title=title,
                of="theme",
                sentences=tuple(_sentences(columns, {theme: by_theme[theme] for theme in ordered}, told=told)),
                columns=columns,
                rows=tuple(_row(theme, columns, by_theme[theme], told=told) for theme in ordered),
            )


def _sets(records: Records, plans: Mapping[str, Plan]) -> dict[str, tuple[str, ...]]:
    """The lanes of each plan that was run, by its title, in their order; points on a scale are none."""
    sets: dict[str, dict[str, str]] = {}
    for session in sorted(records.sessions.values(), key=lambda each: (each.number, each.id)):
        for activity in plans[session.id].activities if session.id in plans else ():
            for lane in activity.lanes if activity.kind is not Kind.RATE else ():
                sets.setdefault(plans[session.id].title, {}).setdefault(fold(lane), lane)
    return {title: tuple(lanes.values()) for title, lanes in sets.items()}


def _is_points(said: Reflection, plans: Mapping[str, Plan]) -> bool:
    activities = plans[said.session].activities if said.session in plans else ()
    return said.activity is not None and 0 <= said.activity < len(activities) and activities[said.activity].kind is Kind.RATE


def _place(lane: str, plan: Plan | None, sets: Mapping[str, Sequence[str]]) -> tuple[str, str]:
    """In which table it stands, and in which of its lanes."""
    wanted = WHO_TO_ASK if fold(lane) == fold(ASKED_ON_A_FORM) else lane
    first = (plan.title,) if plan and plan.title in sets else ()
    for title in (*first, *sets):
        for each in sets[title]:
            if fold(each) == fold(wanted):
                return title, each
    return OTHER, wanted


def _in_lane(shown: ShownReflection, lane: str) -> ShownReflection:
    return replace(shown, lane=lane)


def _row(theme: str, columns: Sequence[str], said: Sequence[_Said], *, told: bool) -> ShownOutcomeRow:
    by_lane = {lane: [each for each in said if each.shown.lane == lane] for lane in columns}
    words = {lane: tuple(each.shown.quote for each in held if each.shown.quote.text) for lane, held in by_lane.items()}
    return ShownOutcomeRow(
        name=theme,
        cells=tuple(_counted(by_lane[lane], told=told) for lane in columns),
        said={lane: quotes for lane, quotes in words.items() if quotes},
    )


def _counted(said: Sequence[_Said], *, told: bool) -> str:
    """What stands in one lane of a theme, in words: "3 remarks; hands: 7 young people"."""
    remarks = [each for each in said if each.record.hands is None] if told else said
    parts = [f"{len(remarks)} {'remark' if len(remarks) == 1 else 'remarks'}"] if remarks else []
    hands: Counter[str] = Counter()
    for each in said if told else ():
        hands[each.shown.quote.perspective] += each.record.hands or 0
    raised = [f"{count} {noun(count, group)}" for group, count in hands.items() if count]
    return "; ".join((*parts, *([f"hands: {listed(raised)}"] if raised else [])))


def _sentences(columns: Sequence[str], by_theme: Mapping[str, Sequence[_Said]], *, told: bool) -> Iterator[str]:
    """Of two lanes what goes together; else the gaps, which an audience that does not see every remark is not told."""
    held = {theme: {each.shown.lane for each in said} for theme, said in by_theme.items() if theme != NO_THEME}
    if len(columns) == 2:
        both = [theme for theme, found in held.items() if found == set(columns)]
        if both:
            yield f"In both: {listed(both)}."
        for lane in columns if told else ():
            alone = [theme for theme, found in held.items() if found == {lane}]
            if alone:
                yield f"Only in \u201c{lane}\u201d: {listed(alone)}."
        return
    for lane in columns if told else ():
        if not any(each.shown.lane == lane for said in by_theme.values() for each in said):
            yield f"Nothing stands in \u201c{lane}\u201d."
