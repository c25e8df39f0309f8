"""The keys: one table, from which the bindings, the key bar, the palette, the help and the README's table are made.

No chord here is one that a terminal keeps for itself: ctrl+h, i, j, m are Backspace, Tab, Enter, Enter; ctrl+b is tmux, ctrl+a is screen.
A letter alone works only where no text is being typed, so in the Room every verb is a chord, or a letter after Ctrl+K.
"""

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding


class Place(StrEnum):
    """Where a key works."""

    EVERYWHERE = "everywhere"
    SHELF = "shelf"
    ROOM = "room"
    MORE = "more"
    LINE = "capture line"
    COMPARE = "compare"
    FINDING = "finding"
    THEMES = "themes"
    PEOPLE = "people"
    DISPLAY = "display"
    VOTE = "vote"
    READBACK = "readback"
    RECOMMENDATIONS = "recommendations"


@dataclass(frozen=True, slots=True)
class Key:
    """One verb and its key. `keys` are Textual's names for it, the first of several is shown; `shown` is how it is written, if not so.

    `label` stands in the key bar, "" keeps it out; `command` ("clock: pause") in the palette, likewise.
    """

    id: str
    keys: str
    action: str
    label: str
    command: str
    description: str
    places: tuple[Place, ...]
    shown: str = ""
    priority: bool = False

    @property
    def verb(self) -> str:
        """The action's name, as `check_action` is asked about it."""
        return self.action.partition("(")[0].rpartition(".")[2]

    @property
    def leads_out(self) -> bool:
        """Whether it leaves the screen or the program."""
        return self.verb in ("leave", "quit")


_ALL = (Place.EVERYWHERE,)
_SHELF = (Place.SHELF,)
_ROOM = (Place.ROOM,)
_MORE = (Place.MORE,)
_LINE = (Place.LINE,)
_COMPARE = (Place.COMPARE,)
_FINDING = (Place.FINDING,)
_COMPARED = (*_COMPARE, *_FINDING)
_THEMES = (Place.THEMES,)
_PEOPLE = (Place.PEOPLE,)
_INNER = (*_THEMES, *_PEOPLE)
_DISPLAY = (Place.DISPLAY,)
_VOTE = (Place.VOTE,)
_READBACK = (Place.READBACK,)
_AGREED = (Place.RECOMMENDATIONS,)
_HEARING = (*_VOTE, *_READBACK, *_AGREED)
_UNTYPED = (*_SHELF, *_COMPARE, *_FINDING)
_OPENED = "open its running session, else its comparison"

KEYS = (
    Key("shelf.open", "enter", "open_workshop", "Open", "workshop: open", _OPENED, _SHELF, "Enter"),
    Key("shelf.new", "n", "new_workshop", "New", "workshop: new", "make a new workshop", _SHELF),
    Key("shelf.start", "s", "start_session", "Start session", "session: start", "start a session in the workshop chosen", _SHELF),
    Key("shelf.room", "r", "room", "Room", "session: go to the room", "go to the session that is open", _SHELF),
    Key("shelf.compare", "c", "compare", "Compare", "comparison: look", "compare what the groups said", _SHELF),
    Key("shelf.themes", "t", "themes", "Themes", "themes: sort the remarks", "the themes, and the remarks filed under them", _SHELF),
    Key("shelf.agreed", "w", "recommendations", "", "recommendations: list", "what should happen, and what came of it", _SHELF),
    Key("shelf.example", "d", "example", "Example", "example: look around", "the example workshop, in a throw-away copy", _SHELF),
    Key("shelf.archive", "a", "toggle_archive", "", "shelf: with the archive", "show the archive too, or no longer", _SHELF),
    Key("line.save", "enter", "save", "", "", "save the remark", _LINE, "Enter"),
    Key("line.complete", "tab", "complete", "", "", "complete the #theme, !kind or code, again for the next one", _LINE, "Tab"),
    Key("line.reopen", "up", "cursor_up", "", "", "edit the last remark, while the line is empty", _LINE, "Up"),
    Key("line.list", "shift+tab", "screen.focus_reflections", "", "", "go up to the list, Esc comes back", _LINE, "Shift+Tab"),
    Key("room.toggle", "ctrl+s", "toggle_clock", "Start", "clock: start, pause, go on", "start the clock, pause it, go on", _ROOM),
    Key("room.next", "ctrl+n", "next_activity", "Next", "activity: next", "next activity", _ROOM),
    Key(
        "room.more",
        "ctrl+k",
        "more",
        "More",
        "more: the Room's other verbs",
        "more: all that a session needs, a letter each",
        _ROOM,
        priority=True,
    ),
    Key("room.read", "ctrl+r", "next_statement", "Next statement", "statement: next", "put the next statement to the group", _ROOM),
    Key("room.reread", "ctrl+l", "last_statement", "Previous statement", "statement: previous", "go back to the statement before", _ROOM),
    Key("room.time", "ctrl+t", "add_time", "Time", "clock: add time", "add time to the activity, or take it off", _ROOM),
    Key("room.undo", "ctrl+z", "undo", "Undo", "undo: the last thing done", "undo the last thing, or typing while there is text", _ROOM),
    Key("room.strike", "delete", "strike", "Strike", "remark: strike", "strike the remark chosen in the list, for good", _ROOM, "Delete"),
    Key("room.edit", "e", "edit_remark", "Edit", "remark: edit", "edit the remark chosen in the list", _ROOM),
    Key("room.versions", "v", "versions", "Versions", "remark: versions", "what the remark chosen was, and which version counts", _ROOM),
    Key("room.up", "pageup", "scroll_reflections(-1)", "", "", "look at earlier reflections", _ROOM, "PgUp"),
    Key("room.down", "pagedown", "scroll_reflections(1)", "", "", "look at later reflections", _ROOM, "PgDn"),
    Key(
        "room.statement",
        "ctrl+y",
        "new_statement",
        "New statement",
        "statement: new",
        "type a statement of another group, to be shown",
        _ROOM,
        priority=True,
    ),
    Key("room.arrived", "ctrl+e", "arrived", "", "people: one more is here", "one more has come", _ROOM, priority=True),
    Key("room.left", "ctrl+x", "left", "", "people: one has left", "one has left, or cut what is selected", _ROOM, priority=True),
    Key(
        "room.break",
        "ctrl+u",
        "take_break",
        "",
        "clock: a break, or its end",
        "a break that nobody planned, and its end; while there is text, clear the line",
        _ROOM,
        priority=True,
    ),
    Key(
        "room.display",
        "ctrl+w",
        "display",
        "",
        "display: here",
        "this window as the room's wordless display, and back",
        _ROOM,
        priority=True,
    ),
    Key("room.agenda", "ctrl+f", "toggle_agenda", "Agenda", "agenda: show", "the full agenda in place of the list", _ROOM, priority=True),
    Key("room.line", "escape", "focus_line", "", "", "come back to the line", _ROOM, "Esc"),
    Key("compare.open", "enter", "open_row", "Look closer", "finding: look closer", "both groups' words on it, and why", _COMPARE, "Enter"),
    Key("compare.why", "w", "why", "Why", "finding: why it is called this", "the rule, the counts and the interval behind it", _COMPARED),
    Key("compare.only", "slash", "only", "Only", "comparison: only a part", "only some sessions, a lane or some themes", _COMPARE, "/"),
    Key("compare.between", "b", "between", "Between", "comparison: between whom", "which two groups, or one group in two places", _COMPARE),
    Key("compare.export", "e", "export", "Export", "report: write", "write the report: in which formats, and where", _COMPARE),
    Key("compare.agreed", "d", "recommendations", "", "recommendations: list", "what should happen, and what came of it", _COMPARE),
    Key("compare.room", "r", "room", "Room", "session: go to the room", "go to the session that is open", _COMPARE),
    Key(
        "compare.part",
        "tab",
        "next_part(1)",
        "",
        "comparison: next part",
        "the next part; a number goes to one",
        _COMPARE,
        "Tab",
        priority=True,
    ),
    Key(
        "compare.part-before",
        "shift+tab",
        "next_part(-1)",
        "",
        "comparison: part before",
        "the part before",
        _COMPARE,
        "Shift+Tab",
        priority=True,
    ),
    Key("finding.next", "n", "step(1)", "Next", "finding: next", "the next one", _FINDING),
    Key("finding.before", "p", "step(-1)", "Previous", "finding: previous", "the one before", _FINDING),
    Key("compare.copy", "y", "copy", "", "finding: copy", "copy it as text, to paste elsewhere", _COMPARE),
    Key("finding.copy", "y", "copy", "Copy", "finding: copy", "copy it as text, to paste elsewhere", _FINDING),
    Key("compare.themes", "t", "themes", "", "themes: sort the remarks", "the themes, and the remarks filed under them", _COMPARE),
    Key("themes.file", "enter", "file", "File", "remarks: file", "file the remarks marked, or chosen, under the theme", _THEMES, "Enter"),
    Key("themes.mark", "space", "mark", "Mark", "", "mark a remark, or in the codebook a theme; several go at once", _THEMES, "Space"),
    Key("themes.filter", "slash", "filter", "Look for", "remarks: look for", "look for words, a group, a theme, a lane ...", _THEMES, "/"),
    Key("themes.undo", "ctrl+z", "undo", "Undo", "undo: the last thing done", "undo the last thing done", _INNER),
    Key("themes.lanes", "ctrl+l", "lanes", "", "remarks: in lanes", "an activity's lanes side by side, or the list again", _THEMES),
    Key("themes.new", "ctrl+n", "new_theme", "New theme", "theme: new", "make a theme, of what was typed", _THEMES),
    Key("themes.all", "asterisk", "toggle_all", "All", "remarks: all, or unsorted", "all remarks, or the unsorted again", _THEMES, "*"),
    Key("themes.edit", "ctrl+e", "edit_theme", "Edit", "theme: edit", "what is known of the theme: meaning, other names, lead", _THEMES),
    Key("themes.unfile", "ctrl+u", "unfile", "", "remarks: take out", "take the remarks out of the theme", _THEMES),
    Key("themes.also", "comma", "also", "", "", "mark the theme found, and find another to file under too", _THEMES, ","),
    Key("themes.of", "equals_sign", "of_theme", "", "remarks: of the theme", "list what is filed under the theme", _THEMES, "="),
    Key("themes.similar", "ctrl+f", "similar", "", "remarks: similar", "remarks that share words with the one chosen", _THEMES),
    Key("themes.rename", "ctrl+r", "rename_theme", "", "theme: rename", "give the theme another title", _THEMES),
    Key("themes.merge", "ctrl+g", "merge_theme", "", "theme: merge", "make the theme part of another", _THEMES),
    Key("themes.split", "ctrl+x", "split_theme", "", "theme: split", "the remarks marked leave the theme for a new one", _THEMES),
    Key("themes.up", "less_than_sign,ctrl+up", "move_theme(-1)", "", "theme: move up", "move the theme up", _THEMES, "<"),
    Key("themes.down", "greater_than_sign,ctrl+down", "move_theme(1)", "", "theme: move down", "move the theme down", _THEMES, ">"),
    Key("themes.strike", "delete", "strike", "", "remark: strike", "strike the remark chosen, for good", _THEMES, "Delete"),
    Key("themes.flag", "exclamation_mark", "flag", "", "remark: safeguarding", "put the remark aside for safeguarding", _THEMES, "!"),
    Key("themes.pane", "tab,shift+tab", "other_pane", "", "", "from the remarks to the themes, and back", _THEMES, "Tab", priority=True),
    Key("themes.lane", "right", "lane(1)", "", "", "the next lane", _THEMES, "Right"),
    Key("themes.lane-before", "left", "lane(-1)", "", "", "the lane before", _THEMES, "Left"),
    Key("themes.letter", "backspace", "take_back_letter", "", "", "take back a letter of a theme's name", _THEMES, "Backspace"),
    Key("people.consent", "c,enter", "consent", "Consent", "person: consent", "what the person, or the room, agrees to", _PEOPLE),
    Key("people.new", "n", "add_person", "New", "person: new", "make somebody known, by a sticker", _PEOPLE),
    Key("people.edit", "e", "edit_person", "Edit", "person: edit", "where the person comes from", _PEOPLE),
    Key("people.there", "a", "attendance", "Attendance", "person: attendance", "in which parts the person was there", _PEOPLE),
    Key("people.arrived", "plus", "arrived", "Arrived", "person: has come", "the person has come; of the room, one more", _PEOPLE, "+"),
    Key("people.left", "minus", "left", "Left", "person: has left", "the person has left; of the room, one fewer", _PEOPLE, "-"),
    Key("people.withdraw", "delete", "withdraw", "", "person: withdraw", "take back all that the person said, for good", _PEOPLE, "Delete"),
    Key("inner.back", "escape", "leave", "Back", "screen: back", "back out one level", _INNER, "Esc"),
    Key("inner.out", "ctrl+q", "app.quit", "", "", "leave this screen, everything is saved", _INNER, priority=True),
    Key("back", "escape", "leave", "Back", "screen: back", "back out one level", (*_COMPARE, *_FINDING), "Esc"),
    Key("display.back", "escape,ctrl+w", "leave", "Back", "display: leave", "leave the display", _DISPLAY, "Esc"),
    Key("display.wall", "w", "toggle_wall", "Wall", "display: wall", "show what was said, without codes, or no longer", _DISPLAY),
    Key("display.earlier", "pagedown", "turn_wall(1)", "Earlier", "wall: earlier", "look at earlier remarks", _DISPLAY, "PgDn"),
    Key("display.later", "pageup", "turn_wall(-1)", "Later", "wall: later", "look at later remarks", _DISPLAY, "PgUp"),
    Key("display.quit", "ctrl+q", "app.quit", "", "", "leave the display", _DISPLAY, priority=True),
    Key(
        "vote.next",
        "enter,tab,right",
        "voter(1)",
        "Next",
        "vote: next person",
        "save what this one gives, go on to the next",
        _VOTE,
        "Enter",
    ),
    Key("vote.before", "left,shift+tab", "voter(-1)", "", "vote: person before", "the one before", _VOTE, "Left"),
    Key("vote.down", "down", "theme(1)", "", "", "the theme below", _VOTE, "Down"),
    Key("vote.up", "up", "theme(-1)", "", "", "the theme above", _VOTE, "Up"),
    Key("vote.more", "plus", "add(1)", "One more", "vote: one more", "one more for this theme, or type the number", _VOTE, "+"),
    Key("vote.less", "minus", "add(-1)", "One less", "vote: one less", "one less for this theme", _VOTE, "-"),
    Key("vote.clear", "backspace,delete", "clear_cell", "", "vote: take back", "nothing for this theme", _VOTE, "Backspace"),
    Key("read.right", "y,enter", "right", "Right", "remark: it is right", "the group says that it is right as it stands", _READBACK, "Y"),
    Key("read.correct", "e", "correct", "Correct", "remark: correct", "write down what it should say, what was noted is kept", _READBACK),
    Key("read.strike", "delete", "strike", "Strike", "remark: strike", "take it off the record, for good", _READBACK, "Delete"),
    Key("read.next", "n,right,pagedown", "step(1)", "Next", "remark: next", "the next one", _READBACK, "N"),
    Key("read.before", "p,left,pageup", "step(-1)", "", "remark: before", "the one before", _READBACK, "P"),
    Key(
        "read.unfinished", "u", "toggle_unfinished", "To finish", "quotes: to finish", "only the quotes to finish, or all again", _READBACK
    ),
    Key("recommend.note", "enter", "follow_up", "Note", "recommendation: note", "what came of it, how far it has got", _AGREED, "Enter"),
    Key("recommend.new", "n", "new", "New", "recommendation: new", "say what should happen, who does it, by when", _AGREED),
    Key("recommend.edit", "e", "edit", "Edit", "recommendation: edit", "change what it says, what it said is kept", _AGREED),
    Key("recommend.open", "o", "toggle_open", "Open", "recommendations: open", "only what is open, or all again", _AGREED),
    Key("hearing.undo", "ctrl+z", "undo", "Undo", "undo: the last thing done", "undo the last thing done", _HEARING),
    Key("hearing.back", "escape", "leave", "Back", "screen: back", "back out one level", _HEARING, "Esc"),
    Key("hearing.out", "ctrl+q", "app.quit", "", "", "leave this screen, everything is saved", _HEARING, priority=True),
    Key("help", "f1,ctrl+underscore", "app.help", "Help", "help: keys and marks", "the keys and marks that work here", _ALL),
    Key("leave", "ctrl+q", "app.quit", "Leave", "session: leave", "leave the session, everything entered is saved", _ROOM, priority=True),
    Key("quit", "ctrl+q", "app.quit", "Quit", "program: quit", "leave the program, everything is saved", _UNTYPED, priority=True),
    Key("room.end", "ctrl+o", "end_session", "End", "session: end", "end the session, asked once, can be undone", _ROOM),
    Key("room.back", "ctrl+g", "back_activity", "Back", "activity: back", "go back to the activity before", _ROOM),
    Key("more.offer", "o", "answer_offer", "", "notice: answer", "answer what the notice above the line offers", _MORE),
    Key("more.backdate", "d", "backdate", "", "clock: it began earlier", "it began earlier than the key was pressed", _MORE),
    Key("more.catch-up", "c", "catch_up", "", "clock: catch up", "catch up: a table of shorter times, to look at first", _MORE),
    Key("more.plan", "p", "change_plan", "", "agenda: change", "change what is to come: add, drop, move, give more or less time", _MORE),
    Key("more.turn", "t", "next_turn", "", "turn: next", "the next person's turn", _MORE),
    Key("more.whose", "w", "ask_turn", "", "turn: whose", "say whose turn it is, or end the turns", _MORE),
    Key("more.leave-out", "x", "leave_out", "", "clock: leave time out", "leave time out of the activity that is on", _MORE),
    Key("more.ends-by", "e", "ask_end", "", "session: must end by", "when the session must be over", _MORE),
    Key("more.starts-at", "s", "ask_start", "", "session: planned start", "when the session should begin", _MORE),
    Key("more.bell", "b", "toggle_bell", "", "bell: on or off", "one quiet bell when an activity's time is up, or none", _MORE),
    Key("more.script", "n", "toggle_script", "", "plan: notes and cards", "the facilitator's notes, what to read out, the contact", _MORE),
    Key("more.wall", "r", "toggle_wall", "", "display: wall", "let the room's display show what was said, or no longer", _MORE),
    Key("more.heard", "h", "toggle_heard", "", "people: who has been heard", "who has been heard, and who not yet", _MORE),
    Key("more.themes", "m", "themes", "", "themes: sort the remarks", "the themes, and the remarks that are filed under them", _MORE),
    Key("more.people", "a", "people", "", "people: consent, attendance", "the people: consent, attendance, where they come from", _MORE),
    Key(
        "more.flag",
        "f",
        "flag",
        "",
        "remark: safeguarding",
        "put one aside for safeguarding: that chosen in the list, else the last",
        _MORE,
    ),
    Key("more.vote", "v", "vote", "", "vote: the table", "the table of votes: people and themes", _MORE),
    Key("more.readback", "k", "read_back", "", "remarks: read back", "read back to the group what was noted, in large letters", _MORE),
    Key("more.agreed", "g", "recommendations", "", "recommendations: list", "what should happen, and what is still open", _MORE),
    Key(
        "more.recommend",
        "j",
        "recommend",
        "",
        "recommendation: of a remark",
        "make one of the remark chosen in the list, else the last",
        _MORE,
    ),
    Key("more.redo", "z", "redo", "", "redo: the last undo", "take the last undo back", _MORE),
    Key("palette", "ctrl+p", "app.command_palette", "", "", "every command, by name", _ALL),
    Key("daylight", "ctrl+d", "app.daylight", "", "screen: light or dark", "light or dark", _ALL, priority=True),
)
"""In the order in which the key bar shows them."""

_LEADER = next(key for key in KEYS if key.id == "room.more")

NAMES = {
    Place.SHELF: "the shelf",
    Place.LINE: "the Room's line",
    Place.ROOM: "the Room",
    Place.MORE: "after Ctrl+K in the Room",
    Place.COMPARE: "the comparison",
    Place.FINDING: "one finding",
    Place.THEMES: "the themes",
    Place.PEOPLE: "the people",
    Place.DISPLAY: "the room's display",
    Place.VOTE: "the table of votes",
    Place.READBACK: "reading back",
    Place.RECOMMENDATIONS: "the recommendations",
    Place.EVERYWHERE: "everywhere",
}
"""What a person calls each place, in the order in which they are met."""

SHOWN_AT_ONCE = 7
"""How many the key bar shows at most."""

_SPELT = {"ctrl+underscore": "Ctrl+/", "f1": "F1"}


def keys_of(place: Place) -> tuple[Key, ...]:
    """The keys of one place, without those that work everywhere."""
    return tuple(key for key in KEYS if place in key.places)


def commands_of(place: Place) -> tuple[Key, ...]:
    """What can be done in a place, by keys of its own: in the Room the letters after Ctrl+K too."""
    return (*keys_of(place), *(keys_of(Place.MORE) if place is Place.ROOM else ()))


def keys_at(place: Place) -> tuple[Key, ...]:
    """The keys that work in one place, with those that work everywhere, in the order of the key bar."""
    return tuple(key for key in KEYS if place in key.places or Place.EVERYWHERE in key.places)


def bindings(place: Place) -> list[Binding]:
    """Textual's bindings for one place, each with an id, by which it can be remapped."""
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
    """How a key is written where room is short: the first of several, "^S" for Ctrl+S."""
    return spelt(key).partition(" or ")[0].replace("Ctrl+", "^")


def spelt(key: Key) -> str:
    """How a key is written: "Ctrl+S"; of several, all of them."""
    if Place.MORE in key.places:
        return f"{spelt(_LEADER)} {key.keys}"
    return key.shown or " or ".join(_SPELT.get(each) or _spelt_chord(each) for each in key.keys.split(","))


def _spelt_chord(name: str) -> str:
    modifier, _, letter = name.rpartition("+")
    return f"{modifier.capitalize()}+{letter.upper()}" if modifier else letter
