"""What votes came to, as it may be shown, and the votes themselves."""

from collections.abc import Mapping, Sequence

from workshop.compare.words import alike_words, given_words, order_words, people_gave, place_words, priorities_words, voted_words
from workshop.model.comparison import Comparison
from workshop.model.figure import gave_place
from workshop.model.plan import Plan
from workshop.model.priorities import GroupPriority, Priorities
from workshop.model.records import Records, VoteKind
from workshop.model.view.finding import ShownFinding
from workshop.model.view.priority import ShownPriorities, ShownPriority, ShownRank
from workshop.model.view.record import ShownVote
from workshop.privacy.audience import Audience
from workshop.privacy.method import VOTES
from workshop.privacy.names import Names
from workshop.privacy.small import SMALLEST_GROUP, Small
from workshop.text import fold

FEW_GAVE = "no rank"
"""What few gave to has no rank of theirs."""
_LAST = 1_000


def ranked(comparison: Comparison, findings: Mapping[str, ShownFinding], small: Small | None = None) -> tuple[ShownPriorities, ...]:
    """The ranks by group, V1, V2..., one of each kind of vote; `findings` are by the id of their theme."""
    return tuple(_ranked(f"V{place}", found, findings, small) for place, found in enumerate(comparison.priorities, 1))


def _ranked(name: str, found: Priorities, findings: Mapping[str, ShownFinding], small: Small | None) -> ShownPriorities:
    groups = [group for group in found.voted if any(each.groups[group].points for each in found.themes)]
    if small and not all(is_told(found, group, small) for group in groups):
        return _without_numbers(name, found, groups, findings, small)
    return ShownPriorities(
        name=name,
        kind=found.kind.value,
        title=priorities_words(found.kind),
        voted={group: voted_words(found.voted[group]) for group in groups},
        themes=tuple(
            ShownPriority(
                theme=each.theme,
                finding=findings[each.id].name,
                groups={group: _rank(each.groups[group], found.kind, found.voted[group]) for group in groups},
            )
            for each in found.themes
        ),
        order_text=order_words(groups),
        alike_text=alike_words(found),
        how_text=VOTES,
    )


def is_told(found: Priorities, group: str, small: Small) -> bool:
    """Whether the numbers of a group may stand: many voted, and for no theme few did, or all but a few."""
    voted = found.voted[group]
    if voted < SMALLEST_GROUP:
        return False
    return all(
        each.groups[group].gave == each.groups[group].gave_at_most
        and small.is_told(each.groups[group].gave or 0, voted, gave_place(found.kind.value, each.id, group))
        for each in found.themes
    )


def _without_numbers(
    name: str, found: Priorities, groups: Sequence[str], findings: Mapping[str, ShownFinding], small: Small
) -> ShownPriorities:
    """The ranks alone, of what enough people gave to: points add up, so that those of one theme would tell those of another."""
    themes = [
        ShownPriority(
            theme=each.theme,
            finding=findings[each.id].name,
            groups={group: _place(each.groups[group], found.voted[group], small) for group in groups},
        )
        for each in found.themes
    ]
    return ShownPriorities(
        name=name,
        kind=found.kind.value,
        title=priorities_words(found.kind),
        voted={group: _voted(found.voted[group]) for group in groups},
        themes=tuple(sorted(themes, key=_order)),
        order_text=order_words(groups),
        alike_text="",
        how_text=VOTES,
    )


def _place(given: GroupPriority, voted: int, small: Small) -> ShownRank:
    """The rank, where neither nobody nor few gave anything; those who can't be counted are few."""
    many = voted >= SMALLEST_GROUP and given.gave is not None and small.band(given.gave, voted)[0] > 1
    if many and given.rank is not None:
        return ShownRank(text=place_words(given.rank), rank=given.rank, points=None, people_text="", share=None)
    nobody = voted >= SMALLEST_GROUP and not given.points
    return ShownRank(text="none" if nobody else FEW_GAVE, rank=None, points=None, people_text="", share=None)


def _voted(voted: int) -> str:
    return f"fewer than {SMALLEST_GROUP} voted" if 0 < voted < SMALLEST_GROUP else voted_words(voted)


def _order(shown: ShownPriority) -> tuple[tuple[int, ...], str]:
    """By the ranks that are told, what has none last."""
    return tuple(rank.rank or _LAST for rank in shown.groups.values()), fold(shown.theme)


def _rank(given: GroupPriority, kind: VoteKind, voted: int) -> ShownRank:
    return ShownRank(
        text=given_words(given, kind, voted),
        rank=given.rank,
        points=given.points,
        people_text=people_gave(given, voted),
        share=None if given.gave is None or not voted else given.gave / voted,
    )


def votes(records: Records, called: Names, plans: Mapping[str, Plan], audience: Audience = Audience.WORKING) -> tuple[ShownVote, ...]:
    """All votes in the order in which they were cast, those that a person later changed too; none where small numbers are hidden."""
    found: list[ShownVote] = []
    if audience.hides_small_numbers:
        return ()
    for one in sorted(records.votes.values(), key=lambda each: (each.at, each.order, each.id)):
        theme, person = records.themes.get(one.theme), records.participants.get(one.participant or "")
        activities = plans[one.session].activities if one.session in plans else ()
        if theme is not None:
            found.append(
                ShownVote(
                    theme=theme.title,
                    perspective=person.perspective if person else one.perspective,
                    person=called.people.get(one.participant or "", ""),
                    session=called.sessions.get(one.session, ""),
                    activity=activities[one.activity].title if one.activity < len(activities) else "",
                    kind=one.kind.value,
                    amount=one.amount,
                    at=one.at if audience is Audience.WORKING else None,
                )
            )
    return tuple(found)
