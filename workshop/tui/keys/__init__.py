"""The keys of every screen: the table of them, how they are written, and what a person has changed (`keys.toml`)."""

from workshop.tui.keys.current import (
    SHOWN_AT_ONCE,
    bindings,
    commands_of,
    face,
    key_name,
    key_of,
    keys_at,
    keys_of,
    naming_keys,
    spelt,
    use_keys,
)
from workshop.tui.keys.key import NAMES, Key, Place
from workshop.tui.keys.table import KEYS

__all__ = [
    "KEYS",
    "NAMES",
    "SHOWN_AT_ONCE",
    "Key",
    "Place",
    "bindings",
    "commands_of",
    "face",
    "key_name",
    "key_of",
    "keys_at",
    "keys_of",
    "naming_keys",
    "spelt",
    "use_keys",
]
