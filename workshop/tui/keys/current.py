"""The keys as they are now: those of the table, but for what a person has changed."""

import re
from collections.abc import Mapping
from dataclasses import replace

from textual.binding import Binding

from workshop.tui.keys.key import Key, Place
from workshop.tui.keys.spelling import written
from workshop.tui.keys.table import KEYS

SHOWN_AT_ONCE = 7
"""How many the key bar shows at most."""


class _Keyboard:
    """Which keys a person has, for as long as the program runs: there is one keyboard, whatever screen is open."""

    def __init__(self) -> None:
        self.keys: tuple[Key, ...] = KEYS


_KEYBOARD = _Keyboard()


def use_keys(changed: Mapping[str, str]) -> None:
    """From now on some verbs, by id, have other keys (Textual's names, "," between several); all others have those of the table.

    What is shown follows at once. What Textual does at a key follows by its own `App.set_keymap`, which takes the same mapping.
    """
    _KEYBOARD.keys = with_changes(changed)


def with_changes(changed: Mapping[str, str]) -> tuple[Key, ...]:
    """The table with other keys for some verbs, by id."""
    return tuple(replace(key, keys=changed[key.id], shown="") if key.id in changed else key for key in KEYS)


def key_of(name: str) -> Key:
    """The key of one verb, by its id, as it is now."""
    return next(key for key in _KEYBOARD.keys if key.id == name)


def key_name(name: str) -> str:
    """How the key of one verb is written now, by its id: "Ctrl+Z", to be named in a sentence."""
    return spelt(key_of(name))


def naming_keys(sentence: str) -> str:
    """The sentence with each `{id}` in it as that verb's key is written now: "{room.undo} takes it back"."""
    return re.sub(r"\{([a-z.-]+)\}", lambda name: key_name(name[1]), sentence)


def keys_of(place: Place) -> tuple[Key, ...]:
    """The keys of one place, without those that work everywhere."""
    return tuple(key for key in _KEYBOARD.keys if place in key.places)


def commands_of(place: Place) -> tuple[Key, ...]:
    """What can be done in a place, by keys of its own: in the Room the letters after Ctrl+K too."""
    return (*keys_of(place), *(keys_of(Place.MORE) if place is Place.ROOM else ()))


def keys_at(place: Place) -> tuple[Key, ...]:
    """The keys that work in one place, with those that work everywhere, in the order of the key bar."""
    return tuple(key for key in _KEYBOARD.keys if place in key.places or Place.EVERYWHERE in key.places)


def bindings(place: Place) -> list[Binding]:
    """Textual's bindings for one place, with the keys of the table; each has an id, by which Textual remaps it."""
    return [
        Binding(
            key.keys,
            key.action,
            key.label or key.description,
            show=False,
            key_display=face(key),
            priority=key.priority,
            tooltip=key.description,
            id=key.id,
        )
        for key in KEYS
        if place in key.places
    ]


def face(key: Key) -> str:
    """How a key is written where room is short: the first of several, "^S" for Ctrl+S."""
    return spelt(key).partition(" or ")[0].replace("Ctrl+", "^")


def spelt(key: Key) -> str:
    """How a key is written: "Ctrl+S"; of several, all of them."""
    if Place.MORE in key.places:
        return f"{spelt(key_of('room.more'))} {key.shown or key.keys}"
    return key.shown or " or ".join(written(each) for each in key.keys.split(","))
