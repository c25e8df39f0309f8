"""`slug`: a title as the name of a file that every system takes."""

import re
import unicodedata

LONGEST = 60


def slug(title: str) -> str:
    """ASCII letters, digits and hyphens, at most LONGEST; "workshop" where nothing of the title can be written so."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-") or "workshop"
