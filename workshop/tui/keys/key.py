"""What a key is: a verb, the keys that call it, and where it works."""

from dataclasses import dataclass
from enum import StrEnum


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
    ARTWORKS = "pictures"
    GUIDES = "guides"
    INCOMING = "incoming"
    REPORT = "report"
    FLAGS = "flags"
    OUTCOMES = "outcomes"


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


NAMES = {
    Place.SHELF: "the shelf",
    Place.LINE: "the Room's line",
    Place.ROOM: "the Room",
    Place.MORE: "after {room.more} in the Room",
    Place.COMPARE: "the comparison",
    Place.FINDING: "one finding",
    Place.THEMES: "the themes",
    Place.PEOPLE: "the people",
    Place.DISPLAY: "the room's display",
    Place.VOTE: "the table of votes",
    Place.READBACK: "reading back",
    Place.RECOMMENDATIONS: "the recommendations",
    Place.ARTWORKS: "the pictures",
    Place.GUIDES: "the guides",
    Place.INCOMING: "a file that comes in",
    Place.REPORT: "a report",
    Place.FLAGS: "the check before a report",
    Place.OUTCOMES: "what it came to",
    Place.EVERYWHERE: "everywhere",
}
"""What a person calls each place, in the order in which they are met; where a key is named, `naming_keys` writes it as it is now."""
