"""The keys: one table, from which the bindings, the key bar, the help and the README's table are made.

No chord here is one that a terminal keeps for itself: ctrl+h, i, j, m are Backspace, Tab, Enter, Enter; ctrl+b is tmux, ctrl+a is screen.
A letter alone works only where no text is being typed, so in the Room every verb is a chord.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding


class Place(StrEnum):
    """Where a key works."""

    EVERYWHERE = "everywhere"
    SHELF = "shelf"
    ROOM = "room"
    LINE = "capture line"
    COMPARE = "compare"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class Key:
    """One verb and its key. `keys` is Textual's name for it, the first of several shown; `label` stands in the key bar, "" keeps it out."""

    id: str
    keys: str
    action: str
    label: str
    description: str
    places: tuple[Place, ...]
    shown: str = ""
    priority: bool = False


_ALL = (Place.EVERYWHERE,)
_LISTS = (Place.SHELF, Place.COMPARE, Place.FINDING)

KEYS = (
    Key(
        "shelf.open",
        "enter",
        "open_workshop",
        "Open",
        "open the workshop: its running session, else its comparison",
        (Place.SHELF,),
        "Enter",
    ),
    Key("shelf.new", "n", "new_workshop", "New", "make a new workshop", (Place.SHELF,)),
    Key("shelf.start", "s", "start_session", "Start session", "start a session in the workshop chosen", (Place.SHELF,)),
    Key("shelf.room", "r", "room", "Room", "go to the session that is open", (Place.SHELF,)),
    Key("shelf.compare", "c", "compare", "Compare", "compare what the groups said", (Place.SHELF,)),
    Key("shelf.example", "d", "example", "Example", "look around the example workshop, in a throw-away copy", (Place.SHELF,)),
    Key("line.save", "enter", "save", "", "save the remark", (Place.LINE,), "Enter"),
    Key("line.complete", "tab", "complete", "", "complete the #theme, !kind or code; again for the next one", (Place.LINE,), "Tab"),
    Key(
        "line.list",
        "shift+tab",
        "screen.focus_reflections",
        "",
        "go up to the list of reflections; Esc comes back",
        (Place.LINE,),
        "Shift+Tab",
    ),
    Key("room.toggle", "ctrl+s", "toggle_clock", "Start", "start the clock, pause it, go on", (Place.ROOM,)),
    Key("room.next", "ctrl+n", "next_activity", "Next", "next activity", (Place.ROOM,)),
    Key("room.answer_next", "ctrl+r", "next_statement", "Next statement", "put the next statement to the group", (Place.ROOM,)),
    Key("room.answer_back", "ctrl+l", "last_statement", "Last one", "go back to the statement before", (Place.ROOM,)),
    Key("room.time", "ctrl+t", "add_time", "Time", "add time to the activity, or take it off", (Place.ROOM,)),
    Key("room.undo", "ctrl+z", "undo", "Undo", "undo the last thing done; while there is text in the line, undo typing", (Place.ROOM,)),
    Key("room.back", "ctrl+g", "back_activity", "Back", "go back to the activity before", (Place.ROOM,)),
    Key("room.end", "ctrl+o", "end_session", "End", "end the session; asks once, and can be undone", (Place.ROOM,)),
    Key("room.scroll_up", "pageup", "scroll_reflections(-1)", "", "look at earlier reflections", (Place.ROOM,), "PgUp"),
    Key("room.scroll_down", "pagedown", "scroll_reflections(1)", "", "look at later reflections", (Place.ROOM,), "PgDn"),
    Key("compare.open", "enter", "open_row", "Look closer", "both groups' words on this theme or statement", (Place.COMPARE,), "Enter"),
    Key("compare.export", "e", "export", "Export", "write the report as html, and say where", (Place.COMPARE,)),
    Key("compare.room", "r", "room", "Room", "go to the session that is open", (Place.COMPARE,)),
    Key("finding.next", "n", "step(1)", "Next", "the next one", (Place.FINDING,)),
    Key("finding.before", "p", "step(-1)", "Previous", "the one before", (Place.FINDING,)),
    Key("back", "escape", "leave", "Back", "back out one level", (Place.COMPARE, Place.FINDING), "Esc"),
    Key("leave", "ctrl+q", "app.quit", "Leave", "leave the session; everything entered is saved", (Place.ROOM,), priority=True),
    Key("quit", "ctrl+q", "app.quit", "Quit", "leave the program; everything is saved", _LISTS, priority=True),
    Key("help", "f1,ctrl+underscore", "help", "Help", "the keys and marks that work here", _ALL, "F1"),
    Key("palette", "ctrl+p", "command_palette", "", "every command, by name", _ALL),
    Key("daylight", "ctrl+d", "daylight", "", "light or dark", _ALL, priority=True),
)
"""In the order in which the key bar shows them."""

SHOWN_AT_ONCE = 7
"""How many the key bar shows at most."""


def keys_of(place: Place) -> tuple[Key, ...]:
    """The keys of one place, without those that work everywhere."""
    return tuple(key for key in KEYS if place in key.places)


def bindings(place: Place) -> list[Binding]:
    """Textual's bindings for one place; users may remap each by its id."""
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
        for key in keys_of(place)
    ]


def face(key: Key) -> str:
    """How a key is written on the screen: "^s" for ctrl+s."""
    return key.shown or key.keys.split(",")[0].replace("ctrl+", "^")


def spelt(key: Key) -> str:
    """How a key is written in a text: "Ctrl+S"."""
    name = {"ctrl+underscore": "Ctrl+/"}
    return " or ".join(name.get(each) or _spell(each, key) for each in key.keys.split(","))


def _spell(name: str, key: Key) -> str:
    if key.shown and "," not in key.keys:
        return key.shown
    return "+".join(
        part.upper() if len(part) <= 2 and len(name) > 1 else part.capitalize() if len(part) > 1 else part for part in name.split("+")
    )


def markdown_table(keys: Iterable[Key] = KEYS) -> str:
    """The table of keys, as the README shows it."""
    rows = [f"| `{spelt(key)}` | {', '.join(key.places)} | {key.description} |" for key in keys]
    return "\n".join(["| key | where | does |", "|---|---|---|", *rows])
