"""`shown: T1`: a line of notes that are typed up, by which what follows answers a statement that was put to the group."""

import re

_PUT = re.compile(r"shown:\s*(?P<statement>T\d+[a-z]*|nothing)?\s*", re.IGNORECASE)
NOTHING = "nothing"


def statement_put(line: str) -> str | None:
    """What the statement is called that was put to the group from here on; "" for none any more; None for a line that doesn't say."""
    found = _PUT.fullmatch(line.strip())
    if found is None:
        return None
    named = found["statement"] or NOTHING
    return "" if named.casefold() == NOTHING else named
