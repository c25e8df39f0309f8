"""The room's display: what goes on in letters that can be read from the back row, a calm bar, and a wall of what was said."""

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from workshop.tui.displayview import Shown
from workshop.tui.widgets.largeletters import is_drawn
from workshop.tui.widgets.pacebar import PaceBar
from workshop.tui.widgets.picture import Picture
from workshop.tui.widgets.poster import Poster
from workshop.tui.widgets.wall import Wall


class RoomDisplay(Vertical):
    """Shows a `Shown`."""

    DEFAULT_CSS = """
    RoomDisplay #above { color: $primary; text-style: bold; height: auto; max-height: 2; }
    RoomDisplay #body { height: 1fr; layout: vertical; }
    RoomDisplay #poster { height: 1fr; }
    RoomDisplay #wall { display: none; height: 1fr; color: $foreground; }
    RoomDisplay #notes { height: auto; max-height: 40%; color: $quiet; }
    RoomDisplay #time { height: 1; color: $quiet; }
    RoomDisplay.-walled #wall { display: block; }
    RoomDisplay.-walled #poster { height: auto; max-height: 70%; }
    RoomDisplay #picture { display: none; }
    RoomDisplay.-pictured #picture { display: block; }
    RoomDisplay.-pictured #poster { display: none; }
    RoomDisplay.-pictured #notes { color: $foreground; text-align: center; }
    RoomDisplay.-timeless #time, RoomDisplay.-timeless #bar { display: none; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until the first `show`."""
        super().__init__(id=id)
        self.shown = Shown()

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Static(id="above")
        with Container(id="body"):
            yield Poster(id="poster")
            yield Picture(id="picture")
            yield Wall(id="wall")
        yield Static(id="notes")
        yield Poster(id="time")
        yield PaceBar(id="bar")

    def show(self, shown: Shown) -> None:
        """Paint what differs from what stands there."""
        before, self.shown = self.shown, shown
        if before == shown:
            return
        if before.above != shown.above:
            self.query_one("#above", Static).update(Content(shown.above))
        if before.notes != shown.notes:
            self.query_one("#notes", Static).update(Content("\n").join(Content(note) for note in shown.notes))
        self.query_one("#poster", Poster).show(shown.words)
        if before.picture != shown.picture:
            picture = shown.picture
            self.query_one(Picture).show(picture.content if picture else b"", picture.described if picture else "")
        self.set_class(shown.picture is not None, "-pictured")
        self.query_one("#time", Poster).show(shown.time)
        self.query_one(PaceBar).show(shown.passed or 0.0)
        self.query_one(Wall).show(shown.wall)
        self.set_class(bool(shown.wall), "-walled")
        self.set_class(shown.picture is not None or not is_drawn(shown.words), "-plain")  # then nothing else is larger than it
        self.set_class(shown.passed is None, "-timeless")
