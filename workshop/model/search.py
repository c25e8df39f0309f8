"""What somebody looks for among the remarks, as it is typed: `perspective=parent theme=food unsorted bus`.

A word with `=` names a field, `unsorted`, `unfinished` and `highlighted` are said by themselves, and every other word is to be in the text.
Text is compared folded; quotes hold words together: `theme="food bank"`, and make a word of what would mean something: `"unsorted"`.
"""

import re
from dataclasses import dataclass, fields
from typing import Any

from workshop.errors import WorkshopError
from workshop.text import clean_line, fold

_PIECE = re.compile(r'([A-Za-z]+)=(?:"([^"]*)"?|([^\s"]*))|"([^"]*)"?|([^\s"]+)')
STATES = ("unsorted", "unfinished", "highlighted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """All of it has to hold; what is empty asks for nothing.

    `text` are words that are all in the remark, as they are or inside longer ones. `session` is S1, `activity` its number in the plan
    or the beginning of its title, `person` a code (p3, or 3), `kind` a mark (!question without the !). `unsorted` has no theme,
    `unfinished` is on the list of quotes to finish.
    """

    text: str = ""
    perspective: str = ""
    session: str = ""
    activity: str = ""
    lane: str = ""
    theme: str = ""
    person: str = ""
    kind: str = ""
    unsorted: bool = False
    unfinished: bool = False
    highlighted: bool = False

    @classmethod
    def parse(cls, typed: str) -> "Filter":
        """What was typed. Raises WorkshopError where a field isn't one, or is empty."""
        found: dict[str, Any] = {}
        words: list[str] = []
        for field, long, short, quoted, plain in _PIECE.findall(clean_line(typed)):
            name, value = field.casefold(), (long or short).strip()
            if plain.casefold() in STATES:
                found[plain.casefold()] = True
            elif not field:
                words += (quoted or plain).split()
            elif name not in FIELDS:
                raise WorkshopError(f'Remarks have no "{field}".', f"They have: {', '.join(FIELDS)}; and: {', '.join(STATES)}.")
            elif not value:
                raise WorkshopError(f"{field}= needs a value.", f"For example: {EXAMPLES[name]}")
            else:
                found[name] = value
        return cls(text=" ".join(words), **found)

    @property
    def asks(self) -> bool:
        """Whether it asks for anything."""
        return self != Filter()

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words of its text."""
        return tuple(fold(self.text).split())

    def __str__(self) -> str:
        """As it would be typed."""
        parts = [f"{name}={_quoted(getattr(self, name))}" for name in FIELDS if getattr(self, name)]
        parts += [state for state in STATES if getattr(self, state)]
        parts += [_quoted(word) if word.casefold() in STATES or "=" in word else word for word in self.text.split()]
        return " ".join(parts)


FIELDS = tuple(each.name for each in fields(Filter) if each.name not in ("text", *STATES))
EXAMPLES = {
    "perspective": "perspective=parent",
    "session": "session=S1",
    "activity": "activity=2",
    "lane": "lane=barrier",
    "theme": 'theme="food bank"',
    "person": "person=p3",
    "kind": "kind=question",
}
"""One for each field, for help and errors."""


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value or "=" in value or value.casefold() in STATES else value
