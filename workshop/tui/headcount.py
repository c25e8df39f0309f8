"""How many people are here, as it is typed."""

from collections.abc import Sequence

from workshop.errors import WorkshopError
from workshop.model.perspective import MIXED, Perspective


def head_count(typed: str, group: str, perspectives: Sequence[Perspective]) -> dict[str, int]:
    """People by perspective: "8", or "p 5, r 8" of a mixed group. Raises WorkshopError."""
    words = typed.replace(",", " ").replace("=", " ").replace(":", " ").split()
    if group != MIXED:
        words = [group, *words] if len(words) == 1 else words
    known = {word.casefold(): each.name for each in perspectives for word in (each.name, each.plural, each.letter)}
    found: dict[str, int] = {}
    for name, count in zip(words[::2], words[1::2], strict=False):
        if name.casefold() not in known or not count.isdecimal() or len(count) > 4:
            break
        found[known[name.casefold()]] = int(count)
    if len(words) != 2 * len(found):
        cure = "Write it like: p 5, r 8" if group == MIXED else "Write it like: 8"
        raise WorkshopError(f'"{typed}" is no number of people.', cure)
    return found
