"""What of a comparison's numbers is not told: where quotes and codes must not give them away."""

from dataclasses import dataclass

from workshop.model.comparison import Comparison
from workshop.privacy.answers import counts_of, told
from workshop.privacy.counts import behind, is_counted, is_told
from workshop.privacy.small import Small

Pair = tuple[str, str]
"""A theme or a statement (an id) and a perspective."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """`raised`: the number who raised a theme isn't told; of those `few` it may have been one. `answered`: so with answers to statements.

    `groups` are the perspectives of which it isn't told how many people there are.
    """

    raised: frozenset[Pair] = frozenset()
    few: frozenset[Pair] = frozenset()
    answered: frozenset[Pair] = frozenset()
    groups: frozenset[str] = frozenset()


NOTHING = Hidden()


def hidden_in(found: Comparison, small: Small | None) -> Hidden:
    """What small numbers hide in a comparison; nothing, for an audience that is told all."""
    if small is None:
        return NOTHING
    counts = [((theme.id, group), count) for theme in found.themes for group, count in theme.groups.items()]
    raised = {pair: count for pair, count in counts if not is_told(count, small)}
    answers = [((one.id, group), given) for one in found.statements for group, given in one.answers.items()]
    answers += [((one.id, one.made_by), one.answered_back) for one in found.statements]
    return Hidden(
        raised=frozenset(raised),
        few=frozenset(pair for pair, count in raised.items() if any(each.low <= 1 for each in behind(count, small))),
        answered=frozenset(pair for pair, given in answers if not told(counts_of(given), small).whole),
        groups=frozenset(group for group, people in found.people.items() if not is_counted(people)),
    )
