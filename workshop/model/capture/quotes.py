"""Double quotes: which closes which. Straight ones tell their side by what stands next to them, and may nest."""

import re
from collections.abc import Mapping, Sequence

OPENING = '"“„«'
PUNCTUATION = ".,;:!?…"
_QUOTE = re.compile('["“”„«»]')
_CLOSES = {'"': '"“', "“": "„", "”": "“„", "»": "«"}
"""What each quote may close, the likeliest first: “…" is what is left where a keyboard changed its mind."""
_TWO_SIDED = '"“'
_BEFORE_OPENING = "([{-–—/"
_AFTER_CLOSING = PUNCTUATION + ")]}'’\"”»-–—/"


def pairs(text: str) -> Mapping[int, int]:
    """Where each quote that is closed opens and closes, as indices, in one pass. A quote after a backslash opens nothing."""
    found: dict[int, int] = {}
    open_quotes: dict[str, list[int]] = {quote: [] for quote in OPENING}
    for match in _QUOTE.finditer(text):
        quote, at = match[0], match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        may_open = not before or before.isspace() or before in _BEFORE_OPENING
        may_close = not after or after.isspace() or (after in _AFTER_CLOSING and not may_open)
        closing = next((open_quotes[opener] for opener in _CLOSES.get(quote, "") if open_quotes[opener]), None)
        if closing and (may_close or quote not in _TWO_SIDED):
            found[closing.pop()] = at
        elif quote in OPENING and (may_open or quote != '"') and before != "\\":
            open_quotes[quote].append(at)
    return found


def inside(text: str, starts: Sequence[int]) -> list[bool]:
    """For each index in `starts`, ascending, whether a closed quote is open there."""
    opening = sorted(pairs(text).items(), reverse=True)
    reach = -1
    found = []
    for start in starts:
        while opening and opening[-1][0] < start:
            reach = max(reach, opening.pop()[1])
        found.append(start < reach)
    return found
