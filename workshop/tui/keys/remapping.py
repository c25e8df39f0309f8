"""A person's own keys: what `keys.toml` says, checked against the table. A fault leaves the usual key; the program starts all the same.

"room.next" = "F5"
"room.undo" = ["Ctrl+Z", "F9"]
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from textual.binding import Binding
from textual.widgets import TextArea

from workshop.model.faultwords import nearest, shortened
from workshop.model.tomlread import read_toml
from workshop.tui.keys.current import naming_keys, with_changes
from workshop.tui.keys.key import NAMES, Key, Place
from workshop.tui.keys.spelling import meant, written
from workshop.tui.keys.table import KEYS

FILE = "keys.toml"
RESERVED = frozenset({"ctrl+b", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+c"})
"""tmux's prefix; Backspace, Tab and Enter, which a terminal can't tell apart from them; and the key for copying."""
TYPED_IN = (Place.ROOM, Place.LINE, Place.EVERYWHERE)
"""Places where a letter alone would be typed."""


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """Other keys for some verbs, by id (Textual's names, "," between several), and what was wrong, a sentence each with its line."""

    changed: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def read_own_keys(text: str) -> OwnKeys:
    """What a file says; what can't be taken is left out and named."""
    reading = read_toml(text.replace("\r\n", "\n"))
    faults = [f"{FILE}:{line}: {words}." for line, words in sorted(reading.broken.items())]
    known = {key.id: key for key in KEYS}
    changed: dict[str, str] = {}
    lines: dict[str, int] = {}
    for way, value in _flat(reading.values):
        name, line = ".".join(way), reading.lines.get(way, 1)
        if line in reading.broken:
            continue
        fault, keys = _taken(known.get(name), name, value)
        if fault:
            faults.append(f"{FILE}:{line}: {fault}")
        else:
            changed[name], lines[name] = keys, line
    while clash := _clash(changed):
        mine, other, key = clash
        where = naming_keys(NAMES[next(place for place in Place if place in _together(mine) and place in _together(other))])
        faults.append(
            f'{FILE}:{lines[mine.id]}: "{mine.id}" can\'t have {written(key)}: that is "{other.id}" in {where} ({other.description}).'
            " The usual key stays."
        )
        del changed[mine.id]
    return OwnKeys(changed, tuple(faults))


def _flat(values: Mapping[str, Any], way: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each value with its way: `room.next = "F5"` without quotes is a table to TOML."""
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _flat(value, (*way, name))
        else:
            yield (*way, name), value


def _taken(key: Key | None, name: str, value: object) -> tuple[str, str]:
    """What is wrong with one line, or Textual's names of its keys."""
    if key is None:
        near = nearest(name, [each.id for each in KEYS])
        hint = f', did you mean "{near}"?' if near else "; workshop keys prints those there are."
        return f'there is nothing called "{shortened(name)}"{hint}', ""
    given = value if isinstance(value, list) else [value]
    if not given or not all(isinstance(each, str) for each in given):
        return f'"{name}" takes a key in quotes, such as "F5", or several: ["F5", "Ctrl+N"].', ""
    names = [meant(str(each)) for each in given]
    faults = [_refused(key, typed, found) for typed, found in zip(given, names, strict=True) if found not in key.keys.split(",")]
    return next(filter(None, faults), ""), ",".join(names)


def _refused(key: Key, typed: str, found: str) -> str:
    """Why a verb can't have a key that is none of its usual ones, "" where it can."""
    typed_in = bool(set(key.places) & set(TYPED_IN))
    if not found:
        return f'"{shortened(typed)}" is no key. Write it like Ctrl+N, F5, PgUp or n.'
    if found in RESERVED:
        return f"{written(found)} can't be used: terminals keep it for themselves."
    if typed_in and found in _of_the_line() and not key.priority:
        return f"{written(found)} can't be used there: in the line it moves or changes what is typed."
    if typed_in and len(found) == 1:
        return f'"{key.id}" can\'t be {found} alone: there it would be typed. Use Ctrl and a letter, or F2 to F12.'
    return ""


def _of_the_line() -> set[str]:
    """The keys by which a field of text is edited, which it takes before a screen sees them."""
    named = (each.key if isinstance(each, Binding) else each[0] for each in TextArea.BINDINGS)
    return {name for keys in named for name in keys.split(",")}


def _together(key: Key) -> set[Place]:
    """Where a key works, with what works there too: those of everywhere in each place, the Room's in its line."""
    places = set(key.places)
    if Place.EVERYWHERE in places:
        places = set(Place)
    return places | ({Place.LINE} if Place.ROOM in places else set())


def _clash(changed: Mapping[str, str]) -> tuple[Key, Key, str] | None:
    """A verb whose own key is another's in a place of both, that other, and the key."""
    keys = with_changes(changed)
    usual = {key.id: key for key in KEYS}
    for mine in (key for key in keys if key.id in changed):
        for other in keys:
            shared = [each for each in mine.keys.split(",") if each in other.keys.split(",")]
            both_usual = set(shared) <= set(usual[mine.id].keys.split(",")) & set(usual[other.id].keys.split(","))
            if other.id != mine.id and shared and not both_usual and _together(mine) & _together(other):
                return mine, other, shared[0]
    return None
