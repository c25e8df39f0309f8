"""The clock: the time in big numerals, the activity and its prompt or the statement on show, the bar, and the pace in words."""

from dataclasses import dataclass
from enum import StrEnum

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from workshop.tui.themes import colour_of
from workshop.tui.widgets.numerals import Numerals
from workshop.tui.widgets.pacebar import PaceBar

LARGE_FROM = (120, 40)
"""From this many columns and rows of the screen on the numerals are large."""


class Tone(StrEnum):
    """How the time stands, told by colour and always by words too."""

    QUIET = "quiet"
    CALM = "calm"
    SOON = "soon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A statement put to the group: "T3", its text, who made it, which of how many, and the answers so far in the order given."""

    ref: str
    text: str
    made_by: str
    made_by_plural: str
    place: int
    of: int
    answers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """All that the clock shows. `time` is "12:34" or "+0:40"; `passed` a share from 0 to 1; `statement` stands in place of the prompt."""

    time: str
    time_words: str
    tone: Tone
    title: str
    prompt: str
    pace: str
    passed: float
    statement: Shown | None = None


class ClockFace(Vertical):
    """Shows a `Face`."""

    DEFAULT_CSS = """
    ClockFace {
        height: auto;
        padding: 0 2 1 2;
    }
    ClockFace > Horizontal {
        height: auto;
    }
    ClockFace #time {
        margin-right: 3;
    }
    ClockFace .-quiet { color: $quiet; }
    ClockFace .-calm { color: $foreground; }
    ClockFace .-soon { color: $warning; }
    ClockFace #what {
        height: auto;
        max-height: 9;
        width: 1fr;
    }
    ClockFace #statement {
        display: none;
        height: auto;
        max-height: 12;
        padding: 1 0;
    }
    ClockFace.-showing #statement { display: block; }
    ClockFace #words {
        height: auto;
        color: $quiet;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until the first `show`."""
        super().__init__(id=id)
        self._face: Face | None = None
        self._large = False

    def compose(self) -> ComposeResult:
        """Time at the left, what goes on beside it; the bar and the words below."""
        with Horizontal():
            yield Numerals(id="time")
            yield Static(id="what")
        yield Static(id="statement")
        yield PaceBar(id="bar")
        yield Static(id="words")

    def show(self, face: Face) -> None:
        """Paint what differs from what stands there."""
        before, self._face = self._face, face
        large = self.screen.size.width >= LARGE_FROM[0] and self.screen.size.height >= LARGE_FROM[1]
        if before == face and large == self._large:
            return
        self._large = large
        time = self.query_one(Numerals)
        time.show(face.time, large=large)
        if before is None or before.tone is not face.tone:
            for tone in Tone:
                time.set_class(tone is face.tone, f"-{tone}")
        if before is None or (before.title, before.prompt, before.statement) != (face.title, face.prompt, face.statement):
            self.query_one("#what", Static).update(_what(face))
            self.set_class(face.statement is not None, "-showing")
            if face.statement is not None:
                self.query_one("#statement", Static).update(_statement(face.statement))
        if before is None or (before.time_words, before.pace) != (face.time_words, face.pace):
            self.query_one("#words", Static).update(Content("  ·  ").join(Content(part) for part in (face.time_words, face.pace) if part))
        self.query_one(PaceBar).show(face.passed)


def _what(face: Face) -> Content:
    title, shown = Content.styled(face.title, "bold"), face.statement
    if shown is not None:
        place = (f"statement {shown.place} of {shown.of} ({shown.ref}), said by ", "$quiet")
        return Content.assemble(title, "\n", place, (shown.made_by_plural, colour_of(shown.made_by)))
    return Content.assemble(title, "\n", face.prompt) if face.prompt else title


def _statement(shown: Shown) -> Content:
    answers = Content("   ").join(Content.assemble(f"{answer} ", (f"{count}", "bold")) for answer, count in shown.answers)
    so_far = sum(count for _, count in shown.answers)
    return Content.assemble((f"“{shown.text}”", "bold"), "\n", answers, (f"   {so_far} answered so far", "$quiet"))
