"""Help: the keys that work on this screen, and the marks of the capture line where there is one."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.keys import Key, Place, commands_of, keys_of, naming_keys, spelt
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.hanging import Hanging

MARGIN = 18
TITLES = {
    Place.SHELF: "Keys on the shelf",
    Place.ROOM: "Marks and keys in the room",
    Place.COMPARE: "Keys in the comparison",
    Place.FINDING: "Keys beside a finding",
    Place.THEMES: "Keys among the themes",
    Place.PEOPLE: "Keys among the people",
    Place.DISPLAY: "Keys of the room's display",
    Place.VOTE: "Keys in the table of votes",
    Place.READBACK: "Keys while reading back",
    Place.RECOMMENDATIONS: "Keys among the recommendations",
    Place.ARTWORKS: "Keys among the pictures",
    Place.GUIDES: "Keys in the guides",
    Place.INCOMING: "Keys beside a file that comes in",
    Place.REPORT: "Keys beside a report",
    Place.FLAGS: "Keys in the check before a report",
    Place.OUTCOMES: "Keys of the outcomes",
}
MARKS = (
    ("3:  p3:  r3:", "who says it: the person wearing sticker 3. It stays until changed"),
    ("parents:  P:  R:", "the whole group: parents are P, practitioners R"),
    ("nt:  ?:", "the note-taker; nobody knows. Both for one line"),
    ('"..."', "in quotation marks it is word for word; else in your own words"),
    ("#theme", "what it is about; {line.complete} completes, a new one is made"),
    ("!disagree ...", "an answer to the statement shown: !agree !partly !disagree !unsure"),
    ("!question ...", "!question !action !silence !laugh !tension, or a lane of the activity"),
    ("!off", "off the record: the words are kept nowhere"),
    ("x7", "seven hands or nods"),
    ("*", "a highlight"),
    ("@-2m  @12:30", "said two minutes ago; said at half past twelve"),
    ("... at the end", "a quote to finish later"),
    ("+ more", "goes on with the last remark"),
    ("3: #debt 2 #food", "while votes are taken: what person 3 gives. Or  parents: #debt x7"),
    ("hands: 1 1 6 0", "a show of hands on the statement: agree, partly, disagree, unsure"),
    ("hands T1: 1 1 6 0", "the same on statement T1, whatever is shown"),
)
"""A mark at the line's start or end, or after a space; whatever isn't understood stays in the text."""


class Help(Dialog[bool]):
    """Two lists to read, the marks first; any of Esc, Enter and the key of help closes it. Its answer is whether the guides are wanted."""

    PURPOSE: ClassVar[str] = "The keys and the marks that work here."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "Back", show=False),
        Binding("g", "guides", "Guides", show=False),
    ]
    SCROLLS = True
    DEFAULT_CSS = """
    Help > #dialog { width: 84; }
    """

    def __init__(self, place: Place, works: Callable[[Key], bool] = lambda _key: True) -> None:
        """For the screen of this place; a key that does not work there at all is left out."""
        super().__init__(TITLES[place], "Esc closes this  ·  g opens the guides, and what the words mean")
        self._place = place
        self._works = works

    def body(self) -> list[Widget]:
        """The marks of the line, where there is one, then the keys."""
        in_line = keys_of(Place.LINE) if self._place is Place.ROOM else ()
        keys = (*commands_of(self._place), *in_line, *keys_of(Place.EVERYWHERE))
        lines: list[Content | Hanging] = [_line(spelt(key), key.description) for key in keys if self._works(key)]
        if self._place is Place.ROOM:  # what is typed in the line is looked up more often than any key
            marks = (_line(mark, naming_keys(meaning)) for mark, meaning in MARKS)
            lines[:0] = [Content.styled("Marks in the line", "bold"), *marks, Content(""), Content.styled("Keys", "bold")]
        return [Static(line) for line in lines]

    def action_guides(self) -> None:
        """The guides are wanted."""
        self.dismiss(True)


def _line(name: str, meaning: str) -> Hanging:
    return Hanging([(name, "bold $primary")], [(meaning, "")], MARGIN)
