"""How far two people who coded the same reflections agree, theme by theme (method.md, 1.11)."""

from dataclasses import dataclass, replace

from workshop.compare.reliability import alpha, kappa
from workshop.model.records import Records

ENOUGH_REFLECTIONS = 20
"""Fewer reflections coded by both than this are too few to speak of agreement."""
RARE = 5
"""A theme given fewer times than this has counts only: alpha is then undefined or unstable."""
TENTATIVE, RELIABLE = 0.667, 0.800
"""Krippendorff's own lines: below the first no conclusion, from the second on reliable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeAgreement:
    """One theme over the reflections that both coded. Kappa and alpha are None for a rare theme, and where they are undefined."""

    theme: str
    both: int
    first_only: int
    second_only: int
    neither: int
    kappa: float | None
    alpha: float | None

    @property
    def agreement(self) -> float:
        """The share of reflections on which the two agree, by chance or not."""
        return (self.both + self.neither) / (self.both + self.neither + self.first_only + self.second_only)

    @property
    def rare(self) -> bool:
        """Whether the two gave it so seldom that there are counts only."""
        return 2 * self.both + self.first_only + self.second_only < RARE


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One reflection (id) that the two coded differently, with the themes (ids) that one gave and the other didn't, sorted."""

    reflection: str
    first_only: tuple[str, ...]
    second_only: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingAgreement:
    """The two coders ("" is the note-taker), how many reflections both coded, and each theme that either gave, by id.

    `disagreements` are the reflections to talk through.
    """

    coders: tuple[str, str]
    reflections: int
    themes: tuple[ThemeAgreement, ...]
    disagreements: tuple[Disagreement, ...]


def coders(records: Records) -> tuple[str, ...]:
    """Everybody who has coded anything, the note-taker ("") first."""
    return tuple(sorted({coding.coder for coding in records.codings.values()}))


def coding_agreement(records: Records, first: str, second: str) -> CodingAgreement:
    """Compare two coders on the reflections that each coded, be it that no theme fits."""
    given: dict[str, dict[str, set[str]]] = {first: {}, second: {}}
    for coding in records.codings.values():
        if coding.coder in given and coding.reflection in records.reflections and (coding.theme in records.themes or not coding.theme):
            given[coding.coder].setdefault(coding.reflection, set()).update({coding.theme} - {""})
    shared = sorted(given[first].keys() & given[second].keys())
    pairs = {reflection: (given[first][reflection], given[second][reflection]) for reflection in shared}
    themes = sorted(set().union(*(one | other for one, other in pairs.values())))
    return CodingAgreement(
        coders=(first, second),
        reflections=len(pairs),
        themes=tuple(_theme(theme, list(pairs.values())) for theme in themes),
        disagreements=tuple(
            Disagreement(reflection=reflection, first_only=tuple(sorted(one - other)), second_only=tuple(sorted(other - one)))
            for reflection, (one, other) in pairs.items()
            if one != other
        ),
    )


def _theme(theme: str, pairs: list[tuple[set[str], set[str]]]) -> ThemeAgreement:
    values = [(theme in one, theme in other) for one, other in pairs]
    both, first_only = values.count((True, True)), values.count((True, False))
    second_only, neither = values.count((False, True)), values.count((False, False))
    counts = ThemeAgreement(theme=theme, both=both, first_only=first_only, second_only=second_only, neither=neither, kappa=None, alpha=None)
    if counts.rare:
        return counts
    return replace(
        counts,
        kappa=kappa([[both, first_only], [second_only, neither]]),
        alpha=alpha([[one for one, _ in values], [other for _, other in values]]),
    )
