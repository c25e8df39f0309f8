"""What votes came to, as it may be shown, and the votes themselves."""

from collections.abc import Mapping

from workshop.compare.words import alike_words, given_words, people_gave, priorities_words, voted_words
from workshop.model.comparison import Comparison
from workshop.model.plan import Plan
from workshop.model.priorities import GroupPriority, Priorities
from workshop.model.records import Records, VoteKind
from workshop.model.view.finding import ShownFinding
from workshop.model.view.priority import ShownPriorities, ShownPriority, ShownRank
from workshop.model.view.record import ShownVote
from workshop.privacy.method import VOTES
from workshop.privacy.names import Names


def ranked(comparison: Comparison, findings: Mapping[str, ShownFinding]) -> tuple[ShownPriorities, ...]:
    """The ranks by group, V1, V2..., one of each kind of vote; `findings` are by the id of their theme."""
    return tuple(_ranked(f"V{place}", found, findings) for place, found in enumerate(comparison.priorities, 1))


def _ranked(name: str, found: Priorities, findings: Mapping[str, ShownFinding]) -> ShownPriorities:
    groups = [group for group in found.voted if any(each.groups[group].points for each in found.themes)]
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
        alike_text=alike_words(found),
        how_text=VOTES,
    )


def _rank(given: GroupPriority, kind: VoteKind, voted: int) -> ShownRank:
    return ShownRank(
        text=given_words(given, kind, voted),
        rank=given.rank,
        points=given.points,
        people_text=people_gave(given, voted),
        share=None if given.gave is None or not voted else given.gave / voted,
    )


def votes(records: Records, called: Names, plans: Mapping[str, Plan]) -> tuple[ShownVote, ...]:
    """All votes in the order in which they were cast, those that a person later changed too."""
    found = []
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
                    at=one.at,
                )
            )
    return tuple(found)
