"""The words in which the faults of a plan are told, by someone who helps a facilitator with a first one."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from workshop.text import clean_line, fold

ASSIGNMENT = re.compile(r"\s*([A-Za-z0-9_-]+)\s*([=:])\s*(.*?)\s*$")
"""A line that sets a key, or means to: key, sign, value."""

_HEADER = "an activity begins with [[activity]], in two pairs of brackets on a line of its own"
_HEADER_TWICE = "[[activity]] stands in two pairs of brackets every time, and nowhere is there activity = ..."
_OTHER = "this is neither key = value nor [[activity]]; a line for yourself begins with #"
_ERRORS = (  # from the message of tomllib
    (r"Cannot overwrite", '"{key}" stands here a second time'),
    (
        r"Unterminated|Illegal character '\\n'|Expected \"",
        'a quote is opened here and not closed; a text over several lines stands between three quotes """ and three quotes """',
    ),
    (r"Unclosed|Invalid value \(at end", "a bracket is opened here and not closed, or a comma is missing between two entries"),
    (r"integer string conversion", "no number here needs thousands of digits"),
    (r"Unescaped|Escaped character", "a backslash in a text is written twice: \\\\"),
)
_VALUES = (  # from the value as it stands there
    (r"$", '"{key}" has no value'),
    ("[“”„‘’«]", 'curly quotes don\'t work here: {key} = "{inner}"'),
    (r"\d?\d:\d\d", 'a time stands in quotes: {key} = "{value}"'),
    (r"(?i:true|yes)$", "yes is written true: {key} = true"),
    (r"(?i:false|no)$", "no is written false: {key} = false"),
    (r"[-+]?\d[\d.]*\s*[A-Za-z,%]", "a number stands alone: {key} = {number}"),
    (r"[\"']", 'something is left over after the text; a " inside a text is written \\"'),
    (r"\w", 'a text stands in quotes: {key} = "{value}"'),
    (r"", 'the value of "{key}" can\'t be read'),
)


def plain_words(error: str, line: str) -> str:
    """What is wrong with this line of a TOML text that `tomllib` refused with this message."""
    assignment = ASSIGNMENT.match(line)
    if line.lstrip().startswith("["):
        return _HEADER_TWICE if re.search("overwrite|twice", error) else _HEADER
    for pattern, words in _ERRORS:
        if re.search(pattern, error):
            return words.format(key=assignment[1] if assignment else "this key")
    return _value_words(*assignment.groups()) if assignment else _OTHER


def _value_words(key: str, sign: str, value: str) -> str:
    value = shortened(value.partition("#")[0])
    if sign == ":":
        return f"a key and its value have = between them: {key} = {value or '...'}"
    words = next(words for pattern, words in _VALUES if re.match(pattern, value))
    number = re.match(r"[-+]?\d*(?:\.\d+)?", value)
    return words.format(key=key, value=value, inner=value.strip("“”„‘’«»"), number=number[0] if number else "")


def nearest(name: str, known: Sequence[str]) -> str:
    """The known word that was meant, or "" where none is near."""
    typed = fold(name)[:60].replace(" ", "_")
    return next(iter(get_close_matches(typed, known, n=1, cutoff=0.6)), "")


def shortened(text: str, most: int = 60) -> str:
    """A text as it may stand inside a message: clean, on one line, not long."""
    line = clean_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
