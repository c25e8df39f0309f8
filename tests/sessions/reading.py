"""How hard a text is to read: the Flesch-Kincaid grade, in years of school."""

import re
from collections.abc import Iterable

_SENTENCE = re.compile(r"[.!?]+[\"']?(?:\s|$)|\n{2,}")
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouy]+")


def syllables(word: str) -> int:
    """As they are counted by rule: groups of vowels, without a silent e or ed at the end."""
    letters = re.sub(r"[^a-z]", "", word.casefold())
    count = len(_VOWELS.findall(letters))
    silent = re.search(r"[^aeiouyl]e$|[aeiouy][^aeiouytd]+ed$|[^aeiouysxz]es$", letters)
    return max(1, count - (1 if silent and count > 1 else 0))


def grade(texts: Iterable[str]) -> float:
    """0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975)."""
    text = "\n\n".join(texts)
    words = _WORD.findall(text)
    sentences = [part for part in _SENTENCE.split(text) if _WORD.search(part)]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
