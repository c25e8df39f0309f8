"""Perspectives: whose view something is, with the letter that stands for it on a sticker and in the capture line."""

from collections.abc import Iterable
from dataclasses import dataclass

PARENT = "parent"
PRACTITIONER = "practitioner"
BOTH = "both"
OTHER = "other"
NOTE_TAKER = "note-taker"
"""The note-taker's own remarks: shown, never counted."""
UNKNOWN = "unknown"
MIXED = "mixed"
"""The group of a session in which several perspectives sit together; never the perspective of a remark."""
AT = "@"
"""Between a perspective and the place, the sessions or the time that a side of a comparison is narrowed to."""
ALWAYS = (PARENT, PRACTITIONER, BOTH, OTHER)

_LETTERS = {PARENT: "p", PRACTITIONER: "r", BOTH: "b", OTHER: "o"}
_PLURALS = {BOTH: "both", OTHER: "others", NOTE_TAKER: "note-taker", UNKNOWN: "unknown"}


@dataclass(frozen=True, slots=True)
class Perspective:
    """A name ("young person"), its plural, and the letter of its stickers ("y"), unique in its workshop."""

    name: str
    letter: str
    plural: str


def plural_of(name: str) -> str:
    """The plural of a perspective's name, as English mostly makes it; "parent@Ayr", a side of a comparison, is "parents in Ayr"."""
    whose, at, where = name.partition(AT)
    if at:
        return f"{plural_of(whose)} in {where}"
    if name in _PLURALS:
        return _PLURALS[name]
    if name.endswith("person"):
        return name.removesuffix("person") + "people"
    if name.endswith(("child",)):
        return name + "ren"
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(("s", "x", "ch", "sh")) else "s")


def perspectives(names: Iterable[str]) -> tuple[Perspective, ...]:
    """Perspectives of these names in this order, the four that always are there added; letters don't clash."""
    ordered = list(dict.fromkeys([*names, *ALWAYS]))
    taken = {_LETTERS[name] for name in ordered if name in _LETTERS}
    found = []
    for name in ordered:
        letter = _LETTERS.get(name) or next(
            letter for letter in name.casefold() + "abcdefghijklmnopqrstuvwxyz" if "a" <= letter <= "z" and letter not in taken
        )
        taken.add(letter)
        found.append(Perspective(name, letter, plural_of(name)))
    return tuple(found)
