"""Reports that were published before: a new one is made beside them, so that the two together give no small number away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workshop.clocks import local_zone
from workshop.compare.words import noun, people
from workshop.errors import WorkshopError
from workshop.model.comparison import Comparison
from workshop.model.export import Export
from workshop.model.figure import Figure, people_place
from workshop.privacy.audience import Audience
from workshop.privacy.figures import figures
from workshop.privacy.small import SMALLEST_GROUP, Small, is_apart, is_described
from workshop.workbook.register import Register


@dataclass(frozen=True, slots=True)
class BesideEarlier:
    """How a report stands beside what was published before.

    `numbers` are the numbers in the register of the copies that nobody has taken back, last that beside which it is made. `refused` says
    why it can't be written, "" where it can, and `needed` what would have to happen first; `warnings` say what it tells less for it.
    """

    numbers: tuple[int, ...] = ()
    refused: str = ""
    needed: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All that is to be said of it."""
        return (*((f"It can\u2019t be written: {self.refused} {self.needed}",) if self.refused else ()), *self.warnings)


NOTHING_EARLIER = BesideEarlier()


class Beside(Register):
    """What knows the copies that are out."""

    def published(self) -> Mapping[int, Export]:
        """The published reports that nobody has said were taken back, by their numbers in `exports`."""
        every = enumerate(self.exports(), 1)
        return {number: each for number, each in every if each.audience == Audience.PUBLISHED and each.taken_back is None}

    def _told_before(self, audience: Audience) -> Mapping[str, Figure]:
        """What the last of them told, beside which a report for this audience is made."""
        known = [each for each in self.published().values() if each.told is not None] if audience is Audience.PUBLISHED else []
        return known[-1].figures if known else {}

    def _stands_beside(self, found: Comparison, small: Small) -> BesideEarlier:
        """What is to be said of a published report of this comparison."""
        out = self.published()
        if not out:
            return NOTHING_EARLIER
        known = {number: each for number, each in out.items() if each.told is not None}
        warnings = list(self._unknown(out))
        refused = needed = ""
        if known:
            number = list(known)[-1]
            which = _which(number, known[number])
            refused, needed = _refusal(which, found, small)
            less = sum(not each.own for each in figures(found, small))
            if less and not refused:
                warnings.append(
                    f"{which} is out. {less} {'number says' if less == 1 else 'numbers say'} less than by itself, or nothing: with both, "
                    "small numbers could be worked out."
                )
        order = (*(each for each in out if each not in known), *known)
        return BesideEarlier(order, refused, needed, tuple(warnings))

    def _unknown(self, out: Mapping[int, Export]) -> Iterator[str]:
        for number, each in out.items():
            if each.told is None:
                yield f"{_which(number, each)} is out. An older version wrote it, and what it told isn\u2019t known: compare the two."

    def _refuse_beside(self, found: BesideEarlier) -> None:
        """Raises WorkshopError where the report can't be written beside what is out."""
        if found.refused:
            taken_back = f"workshop exports WORKSHOP --taken-back {found.numbers[-1]}"
            raise WorkshopError(found.refused, f"{found.needed} Or take that copy back from everybody, and say so: {taken_back}")


def _which(number: int, export: Export) -> str:
    at = export.at.astimezone(local_zone())
    return f"Report {number}, published on {at.day} {at:%B %Y} ({export.folder}),"


def _refusal(which: str, found: Comparison, small: Small) -> tuple[str, str]:
    """Why, and what is needed: a group has a few people more than there, or fewer, of whom the two copies would tell all."""
    for group, now in found.people.items():
        before = small.earlier.get(people_place(group))
        if before is None or before.of == 0 or is_apart(before.of, now):
            continue
        told = f"fewer than {SMALLEST_GROUP} {noun(2, group)}" if is_described(before.of) else people(before.of, group)
        counts = f"fewer than {SMALLEST_GROUP}" if is_described(now) else str(now)
        enough = (SMALLEST_GROUP - 1 if is_described(before.of) else before.of) + SMALLEST_GROUP
        why = f"{which} counts {told}, and this one would count {counts}. With both, anybody could work out what the few between said."
        more = enough - now
        return why, f"Wait until {more} more {noun(more, group)} {'has' if more == 1 else 'have'} taken part."
    return "", ""
