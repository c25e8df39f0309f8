"""Text as other programs take it: nothing that XML can't hold, and names that are unique and not too long."""

import re
from collections.abc import Iterable

LONGEST = 200
"""NVivo refuses the name of a code from 256 characters."""
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
_NOT_IN_FILES = re.compile(r'[\x00-\x1f<>:"/\\|?*.]+')


def plain(text: str) -> str:
    """Line feeds alone, no byte order mark, no character that XML 1.0 can't hold."""
    if text.isascii() and text.isprintable():  # most of what stands in a file: a third of the time that writing one takes
        return text
    return _NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def shortened(text: str, longest: int) -> str:
    """One line of at most so many characters, with an ellipsis where there was more."""
    line = " ".join(plain(text).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}\u2026"


def as_file(name: str) -> str:
    """The name without what a file can't have in its own: QualCoder makes a file of a source's name, and qc cuts it at a dot."""
    return " ".join(_NOT_IN_FILES.sub(" ", name).split())


class Unique:
    """Gives each name once, however it is cased: QualCoder makes one code of two that are called the same."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """`taken` are names that nothing gets."""
        self._taken = {name.casefold() for name in taken}

    def name(self, wanted: str, otherwise: str) -> str:
        """What is wanted, shortened, or `otherwise` where that is nothing; with a number where it has been given already."""
        base = shortened(wanted, LONGEST) or otherwise
        found, number = base, 1
        while found.casefold() in self._taken:
            number += 1
            found = f"{base} ({number})"
        self._taken.add(found.casefold())
        return found
