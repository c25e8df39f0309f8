"""The figures of a report: how many people it counts of what, and what it tells of each, for the next copy to be made beside it."""

from collections.abc import Iterator

from workshop.model.comparison import Answers, Comparison, GroupCount
from workshop.model.figure import Figure, answers_place, back_place, gave_place, people_place, raised_place
from workshop.model.priorities import Priorities
from workshop.privacy.answers import alone_told, counts_of, ranges, told
from workshop.privacy.counts import is_counted
from workshop.privacy.priorities import is_told
from workshop.privacy.small import SMALLEST_GROUP, Small


def figures(found: Comparison, small: Small) -> Iterator[Figure]:
    """Of a comparison with its true counts: people, who raised each theme, who answered how, and who gave anything in votes.

    Averages of points, and how many were noted in a session, are not among them.
    """
    for group, people in found.people.items():
        yield _figure(people_place(group), people, people, range(people, people + 1) if is_counted(people) else range(1, SMALLEST_GROUP))
    for theme in found.themes:
        for group, count in theme.groups.items():
            yield from _raised(theme.id, group, count, small)
    for one in found.statements:
        for group, given in one.answers.items():
            yield _answered(answers_place(one.id, group), given, small)
        yield _answered(back_place(one.id), one.answered_back, small)
    for vote in found.priorities:
        yield from _gave(vote, small)


def _raised(theme: str, group: str, count: GroupCount, small: Small) -> Iterator[Figure]:
    for number, place in (
        (count.raised, raised_place(theme, group)),
        (count.raised_at_most, raised_place(theme, group, at_most=True)),
    ):
        band = small.band(number, count.could, place)
        yield _figure(place, count.could, number, band, own=band == small.alone(number, count.could))


def _answered(place: str, given: Answers, small: Small) -> Figure:
    counts = counts_of(given)
    found = told(counts, small, place)
    low, high = ranges(found, small)
    return Figure(place, given.asked, counts, low, high, found == alone_told(counts, small))


def _gave(found: Priorities, small: Small) -> Iterator[Figure]:
    """Where the numbers of a group don't stand, only the ranks do."""
    for group, voted in found.voted.items():
        numbers, alone = is_told(found, group, small), is_told(found, group, Small(small.threshold))
        for each in found.themes:
            gave = each.groups[group].gave or 0
            band = range(gave, gave + 1) if numbers else range(voted + 1)
            yield _figure(gave_place(found.kind.value, each.id, group), voted, gave, band, own=numbers == alone)


def _figure(place: str, of: int, count: int, band: range, *, own: bool = True) -> Figure:
    return Figure(place, of, (count,), (band[0],), (band[-1],), own)
