"""How a key is written for people, and which key they mean by what they write."""

import re

_NAMED = {
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "space": "Space",
    "backspace": "Backspace",
    "delete": "Delete",
    "insert": "Insert",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
}
"""Textual's names of the keys that write nothing."""
_SIGNS = {
    "slash": "/",
    "backslash": "\\",
    "question_mark": "?",
    "exclamation_mark": "!",
    "full_stop": ".",
    "comma": ",",
    "colon": ":",
    "semicolon": ";",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "asterisk": "*",
    "number_sign": "#",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}
"""Textual's names of the signs."""
_CTRL_SLASH = "ctrl+underscore"
"""What a terminal sends for Ctrl+/."""
_MEANT = {
    **{shown.casefold(): name for name, shown in (*_NAMED.items(), *_SIGNS.items())},
    **{name: name for name in (*_NAMED, *_SIGNS)},
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "page up": "pageup",
    "page down": "pagedown",
}
_MODIFIERS = ("ctrl", "shift", "alt")
_PLAIN = re.compile(r"[a-z0-9]|f(?:[1-9]|1[0-2])")


def written(name: str) -> str:
    """Textual's name of a key as a person reads it: "Ctrl+S" for "ctrl+s", "PgUp", "/", "n"."""
    if name == _CTRL_SLASH:
        return "Ctrl+/"
    *modifiers, key = name.split("+")
    word = _NAMED.get(key) or _SIGNS.get(key) or (key.upper() if modifiers or _is_function(key) else key)
    return "+".join([*(each.capitalize() for each in modifiers), word])


def meant(typed: str) -> str:
    """Textual's name of the key that a person means, however it is written: "ctrl+s", "Ctrl+S" and "Control-S" alike; "" for none."""
    text = re.sub(r"^control\b", "ctrl", typed.strip().casefold())
    if re.sub(r"\s", "", text) in ("ctrl+/", "ctrl-/", _CTRL_SLASH):
        return _CTRL_SLASH
    parts = [part.strip() for part in re.split(r"[+-](?=.)", text)] if len(text) > 1 else [text]
    *modifiers, last = parts
    key = _MEANT.get(last) or (last if _PLAIN.fullmatch(last) else "")
    if not key or not set(modifiers) <= set(_MODIFIERS) or len(set(modifiers)) < len(modifiers):
        return ""
    if modifiers == ["shift"] and len(key) == 1:
        return key.upper() if key.isalpha() else ""
    return "+".join([*(each for each in _MODIFIERS if each in modifiers), key])


def _is_function(key: str) -> bool:
    return key.startswith("f") and key[1:].isdecimal()
