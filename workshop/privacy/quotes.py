"""Which remarks stand side by side in a finding: few, of different people, and as many of one side as of the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.model.records import Elicited, Reflection
from workshop.model.view.quote import ShownQuote
from workshop.privacy.remarks import Remarks

QUOTES = 3
"""At most so many quotes of one side in a finding."""
REASONS = 5
"""At most so many reasons of one side beside a statement."""

Quotes = dict[str, tuple[ShownQuote, ...]]


@dataclass(frozen=True, slots=True)
class Reasons:
    """What one group said to a statement: the `quotes` that stand beside it, and how many are `left` out."""

    quotes: tuple[ShownQuote, ...] = ()
    left: int = 0


def side_by_side(theme: str, remarks: Remarks, sides: Sequence[str], *, same_number: bool) -> Quotes:
    """What each side said of a theme (an id); with `same_number`, no more of one side than the other has, unless that has none."""
    said = {side: [one for one in remarks.by_theme[theme] if remarks.perspective(one) == side] for side in sides}
    chosen = {side: chosen_of(found, remarks.quotes_under(theme, side, QUOTES)) for side, found in said.items()}
    if same_number and all(chosen.values()):
        fewest = min(len(found) for found in chosen.values())
        chosen = {side: found[:fewest] for side, found in chosen.items()}
    return {side: tuple(remarks.quote(one) for one in found) for side, found in chosen.items()}


def reasons(said: Sequence[Reflection], remarks: Remarks) -> dict[str, Reasons]:
    """What each group said to a statement, by group: of every answer somebody's, before a second of any, then asides."""
    groups: dict[str, list[Reflection]] = {}
    for one in said:
        groups.setdefault(remarks.perspective(one), []).append(one)
    quoted = {group: [remarks.quote(one) for one in chosen_of(found, len(found))] for group, found in groups.items()}
    return {group: _every_answer(quotes) for group, quotes in quoted.items() if quotes}


def _every_answer(quotes: list[ShownQuote]) -> Reasons:
    """At most REASONS of them; whoever answered as few others did is not crowded out. What came with no answer is an aside, and last."""
    given = [quote for quote in quotes if quote.answer]
    first_of_each = list({quote.answer: quote for quote in reversed(given)}.values())
    kept = [*first_of_each, *(quote for quote in given if quote not in first_of_each)][:REASONS]
    in_order = [quote for quote in given if quote in kept]
    shown = (in_order + [quote for quote in quotes if not quote.answer])[:REASONS]
    return Reasons(tuple(shown), len(quotes) - len(shown))


def more_words(left: int, *, counted: bool) -> str:
    """That so many more were said than are shown: "and 3 more", "" for none; `counted`: this audience may be told how many remarks."""
    if left <= 0:
        return ""
    return f"and {left} more" if counted else "and others"


def chosen_of(said: Sequence[Reflection], most: int) -> list[Reflection]:
    """What the note-taker marked first, then what came unprompted, finished, verbatim, of somebody known by a code.

    One of each person comes before a second of anybody. Given in the order said, it stays so among equals.
    """
    with_words = sorted((one for one in said if one.text), key=_rank)
    seen: set[str] = set()
    first: list[Reflection] = []
    later: list[Reflection] = []
    for one in with_words:
        person = one.participant or one.id
        (later if person in seen else first).append(one)
        seen.add(person)
    return (first + later)[:most]


def _rank(said: Reflection) -> tuple[bool, bool, bool, bool, bool]:
    return not said.highlight, said.elicited is Elicited.PROMPTED, said.unfinished, not said.verbatim, said.participant is None
