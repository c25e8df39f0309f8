"""The shuffle check: how many clear differences chance alone would give in this room (method.md, 1.7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from workshop.compare.between import between_of
from workshop.compare.notes import is_confounded
from workshop.compare.salience import salience
from workshop.compare.tally import Tally
from workshop.compare.words import noun
from workshop.model.comparison import CLEAR, Comparison, Shuffled, Thresholds
from workshop.model.plan import Plan
from workshop.model.records import Records


@dataclass(frozen=True, slots=True)
class _Theme:
    """Who raised a theme and who could have, a bit a person."""

    raised: int
    could: int


class Crowd:
    """The people of two perspectives, a bit each; whole people are shuffled, so talkative ones stay talkative.

    Those counted and never known are people who raised nothing. Notes that name no one are nobody's here.
    """

    def __init__(self, tally: Tally, themes: tuple[str, ...], between: tuple[str, str]) -> None:
        """Lay out the people by cohort: perspectives change places only among people who sat together."""
        self.first = 0
        self.cohorts: list[tuple[list[int], int]] = []
        bits: dict[str, int] = {}
        seats: dict[tuple[str, str], int] = {}
        place = 0
        for cohort in sorted(set().union(*(tally.people.cohorts(group) for group in between))):
            members: list[int] = []
            sizes = []
            for group in between:
                known = tally.people.members(cohort, group)
                size = max(len(known), tally.people.present(cohort, group))
                counted = [person for person in known if tally.people.first_of(person) == person]
                size -= len(known) - len(counted)
                own = [1 << (place + seat) for seat in range(size)]
                bits.update(zip(counted, own, strict=False))
                seats[cohort, group] = sum(own)
                members += own
                sizes.append(size)
                place += size
            self.first |= seats[cohort, between[0]]
            self.cohorts.append((members, sizes[0]))
        for cohort, group in seats:  # whoever is linked by hand sits once, in the first cohort
            members_here = tally.people.members(cohort, group)
            bits.update({person: bits.get(tally.people.first_of(person), 0) for person in members_here})
        self.themes = [_theme(tally, theme, bits, seats) for theme in themes]

    def deal(self, random: Random) -> int:
        """A first perspective dealt anew: as many people of each cohort as it has there."""
        return sum(sum(random.sample(members, count)) for members, count in self.cohorts)


def _theme(tally: Tally, theme: str, bits: Mapping[str, int], seats: Mapping[tuple[str, str], int]) -> _Theme:
    raised = could = 0
    for (cohort, group), seat in seats.items():
        if tally.rounds.sessions(cohort, theme):
            here = seat | _bits(tally.people.members(cohort, group), bits)
            could |= here & ~_bits(tally.denominators.had_none(cohort, group, theme), bits)
            cell = tally.cells.get((theme, group))
            raised |= _bits(cell.people.get(cohort, ()), bits) if cell else 0
    return _Theme(raised, could | raised)


def _bits(people: Iterable[str], bits: Mapping[str, int]) -> int:
    found = 0
    for person in people:
        found |= bits.get(person, 0)
    return found


class ClearCount:
    """Counts clear differences; each pair of counts is worked out once."""

    def __init__(self, crowd: Crowd, thresholds: Thresholds) -> None:
        """For the themes of this crowd."""
        self._themes = [(theme.raised, theme.raised.bit_count(), theme.could, theme.could.bit_count()) for theme in crowd.themes]
        self._thresholds = thresholds
        self._known: dict[tuple[int, int, int, int], bool] = {}

    def count(self, first: int) -> int:
        """How many themes are clear, if the people of these bits are those of the first perspective."""
        found = 0
        for raised, all_raised, could, all_could in self._themes:
            a, m = (raised & first).bit_count(), (could & first).bit_count()
            key = (a, m, all_raised - a, all_could - m)
            clear = self._known.get(key)
            if clear is None:
                clear = self._known[key] = salience(*key, self._thresholds).strength == CLEAR
            found += clear
        return found


def shuffle_check(
    records: Records,
    between: tuple[str, str] | None = None,
    thresholds: Thresholds | None = None,
    plans: Mapping[str, Plan] | None = None,
    shuffles: int = 2_000,
    seed: int = 0,
) -> Shuffled | None:
    """Count the clear differences, then deal the perspectives anew; None where the two never sat together.

    The shuffle would then test sessions, not perspectives, and the confounding sentence is printed instead. One seed
    gives one result.
    """
    between = between_of(records.workshop, between)
    tally = Tally(records, plans or {})
    if is_confounded(tally, between):
        return None
    crowd = Crowd(tally, tuple(sorted(records.themes)), between)
    clear = ClearCount(crowd, thresholds or Thresholds())
    random = Random(seed)  # noqa: S311 - a shuffle that can be done again, no secret
    counts = sorted(clear.count(crowd.deal(random)) for _ in range(shuffles))
    found = clear.count(crowd.first)
    return Shuffled(
        clear=found,
        low=counts[int(0.025 * (shuffles - 1))],
        high=counts[-1 - int(0.025 * (shuffles - 1))],
        as_many=sum(count >= found for count in counts),
        shuffles=shuffles,
    )


def shuffle_words(shuffled: Shuffled, first: str) -> str:
    """The line of the report: "4 clear differences; if it were drawn by lot who is a parent, there would be 0 to 2"."""
    usual = f"{shuffled.low or 'none'}" if shuffled.low == shuffled.high else f"{shuffled.low} to {shuffled.high}"
    differences = "clear difference" if shuffled.clear == 1 else "clear differences"
    one = noun(1, first)
    article = "an" if one.casefold().startswith(("a", "e", "i", "o", "u")) else "a"
    return f"{shuffled.clear or 'No'} {differences}; if it were drawn by lot who is {article} {one}, there would be {usual}"


def shuffle_line(comparison: Comparison) -> str:
    """The same as a sentence of a comparison; "" where the check was not done, or nothing is compared."""
    if comparison.shuffled is None or not any(theme.gap is not None for theme in comparison.themes):
        return ""
    return f"{shuffle_words(comparison.shuffled, comparison.between[0])}."
