"""Which of the words that are known was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from workshop.text import fold


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """', did you mean "theme"?' where a known word is near, else nothing."""
    by_fold = {fold(one): one for one in known}
    near = get_close_matches(fold(word), by_fold, n=1)
    return f', did you mean "{by_fold[near[0]]}"?' if near else ""
