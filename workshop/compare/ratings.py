"""Ratings: the points that people gave to what a `rate` activity lists, by group, and how far the groups are apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.compare.tally import NOBODYS, themes_of
from workshop.compare.words import noun
from workshop.model.links import same_people
from workshop.model.records import Records, Reflection
from workshop.text import fold

Scale = tuple[int, int]
"""Its two ends."""
Scales = Mapping[tuple[str, int], Scale]
"""By session (an id) and activity (an index)."""
ROUGH = "An average of points on a scale is a rough measure: look at how many gave which, and ask why."
_Given = dict[tuple[str, Scale], dict[str, dict[int, int]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRating:
    """How many people of one group gave each number of points, the lowest first."""

    counts: Mapping[int, int]

    @property
    def people(self) -> int:
        """All who gave any."""
        return sum(self.counts.values())

    @property
    def mean(self) -> float:
        """The points, on average."""
        return sum(points * people for points, people in self.counts.items()) / self.people


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One theme on one scale; `groups` are those that gave it points.

    `gap` is the mean of the first of the two that are compared minus that of the second; None where one of them gave none.
    """

    theme: str
    scale: Scale
    groups: Mapping[str, GroupRating]
    gap: float | None


def ratings(records: Records, scales: Scales, between: tuple[str, str]) -> tuple[Rating, ...]:
    """What was rated, the two groups furthest apart first; what only one of them rated is last.

    The points are the lane of a remark. Of one person's for a theme the last count; a remark that was noted for a group stands for as
    many people as raised their hands, or one.
    """
    titles = {key: theme.title for key, theme in records.themes.items()}
    found = [_rating(titles[theme], scale, groups, between) for (theme, scale), groups in _given(records, scales).items()]
    return tuple(sorted(found, key=lambda each: (each.gap is None, -abs(each.gap or 0.0), fold(each.theme), each.scale)))


def apart_words(rating: Rating) -> str:
    """The theme with its scale, and how far the two that are compared are apart: "Debt, 1 to 5, 2.8 apart"."""
    low, high = rating.scale
    apart = "" if rating.gap is None else f", {abs(rating.gap):.1f} apart"
    return f"{rating.theme}, {low} to {high}{apart}"


def average_words(name: str, group: GroupRating) -> str:
    """What one group gave on average: "parents: 1.8 on average"."""
    return f"{noun(2, name)}: {group.mean:.1f} on average"


def counts_words(name: str, group: GroupRating) -> str:
    """How many gave which points: "of 4 parents 1 gave 1, 3 gave 2"."""
    given = ", ".join(f"{people} gave {points}" for points, people in group.counts.items())
    return f"of {group.people} {noun(group.people, name)} {given}"


def _given(records: Records, scales: Scales) -> _Given:
    """How many gave each number of points, by theme and scale, then by group."""
    themes, linked = themes_of(records.codings.values(), records.themes), same_people(records.participants)
    last: dict[tuple[str, str, Scale], tuple[Reflection, int]] = {}
    for said in sorted(records.reflections.values(), key=lambda each: (each.at, each.id)):
        scale = scales.get((said.session, -1 if said.activity is None else said.activity))
        points = int(said.lane) if said.lane.isdecimal() else None
        if scale is None or points is None or not scale[0] <= points <= scale[1]:
            continue
        whose = said.participant or said.id
        for theme in themes.get(said.id, ()):
            last[min(linked.get(whose, {whose})), theme, scale] = (said, points)
    found: _Given = {}
    for (_, theme, scale), (said, points) in last.items():
        person = records.participants.get(said.participant or "")
        group = person.perspective if person else said.perspective
        if group not in NOBODYS:
            counts = found.setdefault((theme, scale), {}).setdefault(group, {})
            counts[points] = counts.get(points, 0) + (1 if person else said.hands or 1)
    return found


def _rating(title: str, scale: Scale, given: Mapping[str, Mapping[int, int]], between: tuple[str, str]) -> Rating:
    groups = {
        group: GroupRating(counts=dict(sorted(given[group].items()))) for group in sorted(given, key=lambda each: _order(each, between))
    }
    first, second = (groups.get(name) for name in between)
    return Rating(theme=title, scale=scale, groups=groups, gap=first.mean - second.mean if first and second else None)


def _order(group: str, between: tuple[str, str]) -> tuple[int, str]:
    """The two that are compared first."""
    return (between.index(group) if group in between else len(between), group)
