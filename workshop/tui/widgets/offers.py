"""What can be done on a shelf where nothing stands yet: a way in a row, each with its key."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from workshop.tui.keys import face, key_of
from workshop.tui.quirks import RoomyOptionList

FIRST = (
    ("shelf.example", "Look at the example", "what parents and practitioners said of a low income, and where they differ"),
    ("shelf.rehearse", "Rehearse a session in ten minutes", "the clock and the line, tried out; it is thrown away afterwards"),
    ("shelf.new", "Start your own", "a title is all it takes"),
    ("shelf.guide", "Read a guide", "a page for who leads, who types or who organises; and what the words mean"),
)
"""The id of a verb's key, what it comes to, and what is to be expected."""
ARCHIVED = ("shelf.archive", "Show the archive", "all workshops here are in it")


class Offers(RoomyOptionList):
    """Two lines an offer. An option's id is that of the verb's key."""

    DEFAULT_CSS = """
    Offers {
        height: 1fr;
        scrollbar-size-vertical: 1;
        border: none;
        padding: 0 1;
        background: $background;
    }
    Offers:focus {
        border: none;
        background-tint: $foreground 0%;
    }
    Offers > .option-list--option {
        padding: 0 1;
    }
    """

    def offer(self, *, archived: bool) -> None:
        """Put the offers in place of what is there; where workshops are `archived`, to show them stands first."""
        rows: Sequence[tuple[str, str, str]] = (ARCHIVED, *FIRST) if archived else FIRST
        chosen = self.highlighted_option.id if self.highlighted_option else None
        self.set_options(Option(_row(*row), id=row[0]) for row in rows)
        names = [name for name, _, _ in rows]
        self.highlighted = names.index(chosen) if chosen in names else 0


def _row(name: str, title: str, expect: str) -> Content:
    return Content.assemble((title, "bold"), "   ", (face(key_of(name)), "bold $primary"), "\n", (expect, "$quiet"), "\n")
