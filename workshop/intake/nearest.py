"""The words of a file as a message shows them: not too long, and with the known word that was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from workshop.model.faultwords import shortened
from workshop.text import fold

_MOST = 12


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """', did you mean "theme"?' where a known word is near, else nothing."""
    by_fold = {fold(one): one for one in known}
    near = get_close_matches(fold(word)[:60], by_fold, n=1)
    return f', did you mean "{shortened(by_fold[near[0]])}"?' if near else ""


def listed(names: Iterable[str]) -> str:
    """The names with commas between them; of many, the first and how many more there are."""
    shown = [shortened(name) for name in names if name]
    more = len(shown) - _MOST
    return ", ".join(shown[:_MOST]) + (f" and {more} more" if more > 0 else "")
