"""The points that each group gave on a scale, and how far two groups are apart, as they may be shown."""

from collections.abc import Iterator, Mapping

from workshop.compare.ratings import ROUGH, GroupRating, Rating, Scales, counts_words, ratings
from workshop.compare.words import noun
from workshop.model.plan import Kind, Plan
from workshop.model.records import Records
from workshop.model.view.outcome import ShownOutcome, ShownOutcomeRow

FEWEST = 10
"""Of fewer people no average is told where small numbers are hidden: with it what one of them gave could be worked out."""
NOT_TOLD = "not told: too few"
APART = "apart"


def points(records: Records, plans: Mapping[str, Plan], between: tuple[str, str], *, told: bool) -> Iterator[ShownOutcome]:
    """One table, or none; unless counts are `told`, averages of many alone, to the nearest whole point."""
    every = ratings(records, _scales(plans), between)
    found = [each for each in every if told or any(group.people >= FEWEST for group in each.groups.values())]
    groups = tuple(dict.fromkeys(group for each in found for group in each.groups))
    if found:
        yield ShownOutcome(
            name="points",
            title="Points, and how far the groups are apart",
            of="what was rated",
            sentences=(ROUGH,),
            columns=(*(noun(2, group) for group in groups), APART),
            rows=tuple(_row(each, groups, told=told) for each in found),
        )


def _scales(plans: Mapping[str, Plan]) -> Scales:
    return {
        (session, index): activity.scale
        for session, plan in plans.items()
        for index, activity in enumerate(plan.activities)
        if activity.kind is Kind.RATE and activity.scale
    }


def _row(rating: Rating, groups: tuple[str, ...], *, told: bool) -> ShownOutcomeRow:
    low, high = rating.scale
    cells = [_cell(group, rating.groups.get(group), told=told) for group in groups]
    apart = "" if rating.gap is None else f"{abs(rating.gap):.1f}" if told else NOT_TOLD
    return ShownOutcomeRow(name=f"{rating.theme}, {low} to {high}", cells=(*cells, apart))


def _cell(name: str, group: GroupRating | None, *, told: bool) -> str:
    if group is None:
        return ""
    if told:
        return f"{group.mean:.1f} on average; {counts_words(name, group)}"
    return f"about {group.mean:.0f} on average" if group.people >= FEWEST else NOT_TOLD
