"""What of a comparison's numbers is not told: where quotes and codes must not give them away."""

from dataclasses import dataclass

from workshop.model.comparison import Comparison
from workshop.model.figure import answers_place, back_place
from workshop.model.records import Records
from workshop.privacy.answers import counts_of, told
from workshop.privacy.counts import Pair, behind, is_counted, is_told
from workshop.privacy.small import Small


@dataclass(frozen=True, slots=True)
class Hidden:
    """`raised`: the number who raised a theme isn't told; of those `few` it may have been one. `answered`: so with answers to statements.

    `codes` are the perspectives whose codes stand nowhere: there are too few people, or the codes would tell how many were noted of them.
    """

    raised: frozenset[Pair] = frozenset()
    few: frozenset[Pair] = frozenset()
    answered: frozenset[Pair] = frozenset()
    codes: frozenset[str] = frozenset()


NOTHING = Hidden()


def hidden_in(found: Comparison, records: Records, small: Small | None) -> Hidden:
    """What small numbers hide in a comparison; nothing, for an audience that is told all."""
    if small is None:
        return NOTHING
    counts = [((theme.id, group), count) for theme in found.themes for group, count in theme.groups.items()]
    raised = {pair: count for pair, count in counts if not is_told(count, small, pair)}
    answers = [((one.id, group), given, answers_place(one.id, group)) for one in found.statements for group, given in one.answers.items()]
    answers += [((one.id, one.made_by), one.answered_back, back_place(one.id)) for one in found.statements]
    return Hidden(
        raised=frozenset(raised),
        few=frozenset(pair for pair, count in raised.items() if any(each.low <= 1 for each in behind(count, small, pair))),
        answered=frozenset(pair for pair, given, place in answers if not told(counts_of(given), small, place).whole),
        codes=frozenset(group for group, people in found.people.items() if not _may_have_codes(group, people, records, small)),
    )


def _may_have_codes(group: str, people: int, records: Records, small: Small) -> bool:
    """Whether both the number known by a code and the number noted may be told: nobody can have raised a theme who wasn't noted at all."""
    known = {key for key, each in records.participants.items() if each.perspective == group}
    noted = {said.participant for said in records.reflections.values()} & known
    return is_counted(people) and all(number <= people and small.is_told(number, people) for number in (len(known), len(noted)))
