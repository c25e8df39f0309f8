"""The clock: the time in big numerals, the activity and its prompt or the statement on show, the bar, and the pace in words."""

from dataclasses import dataclass, replace

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from workshop.tui.themes import colour_of
from workshop.tui.widgets.cut import Cut
from workshop.tui.widgets.numerals import Numerals
from workshop.tui.widgets.pacebar import PaceBar

LARGE_FROM = (120, 40)
"""From this many columns and rows of the screen on the numerals are large."""
LOW_BELOW = (48, 21)
"""Below this many columns or rows of the screen the clock is one row, without numerals."""
OTHERS, OTHERS_WHEN_LOW = 18, 9
"""Rows of the screen that are not the statement's: the other parts, the line that takes remarks first of all, and two remarks."""
MOST = 20
"""Rows that a statement has at most."""
MOST_OF_PROMPT = 9
"""Rows that title and prompt have at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A statement put to the group: "T3", its text, who made it, which of how many, and the answers so far in the order given.

    `heard` is what another group said of it, where those who made it answer back. Of a picture, "A1", the text is its caption and `heard`
    what is to be seen in it.
    """

    ref: str
    text: str
    made_by: str
    made_by_plural: str
    place: int
    of: int
    answers: tuple[tuple[str, int], ...] = ()
    heard: tuple[str, ...] = ()
    is_picture: bool = False

    @property
    def words(self) -> str:
        """A statement in quotation marks, a caption without."""
        return self.text if self.is_picture else f"“{self.text}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """All that the clock shows. `time` is "12:34" or "+0:40"; `passed` a share from 0 to 1. Where a `statement` is up the prompt is small.

    `still` says that the time does not run out: paused, or nothing is on. `turn` is whose turn it is, `mark` what the session is but for
    a real one, `hint` what to do where something is missing.
    """

    time: str
    time_words: str
    still: bool
    title: str
    prompt: str
    pace: str
    passed: float
    statement: Shown | None = None
    hint: str = ""
    turn: str = ""
    mark: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """What stands below the bar."""
        return tuple(part for part in (self.mark, self.time_words, self.turn, self.pace) if part)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a screen's size shapes the clock; `rows` are those that a statement may have."""

    large: bool
    low: bool
    rows: int

    @classmethod
    def of(cls, screen: Size) -> "Shape":
        """On a screen of this size."""
        low = screen.width < LOW_BELOW[0] or screen.height < LOW_BELOW[1]
        rows = min(MOST, screen.height - (OTHERS_WHEN_LOW if low else OTHERS))
        return cls(screen.width >= LARGE_FROM[0] and screen.height >= LARGE_FROM[1], low, max(0, rows))


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
    ClockFace #row {
        display: none;
        height: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    ClockFace #what {
        height: auto;
        width: 1fr;
    }
    ClockFace #statement {
        display: none;
        height: auto;
        padding: 1 0;
    }
    ClockFace.-showing #statement { display: block; }
    ClockFace.-low { padding: 0 2; }
    ClockFace.-low #row { display: block; }
    ClockFace.-low Horizontal, ClockFace.-low #bar, ClockFace.-low #words { display: none; }
    ClockFace.-low #statement { display: block; padding: 0; }
    ClockFace #words {
        height: auto;
        color: $quiet;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until the first `show`."""
        super().__init__(id=id)
        self._face: Face | None = None
        self._shape: Shape | None = None

    def compose(self) -> ComposeResult:
        """Time at the left, what goes on beside it; the bar and the words below. On a low screen a row in place of it all."""
        yield Static(id="row")
        with Horizontal():
            yield Numerals(id="time")
            yield Static(id="what")
        yield Static(id="statement")
        yield PaceBar(id="bar")
        yield Static(id="words")

    def show(self, face: Face) -> None:
        """Paint what differs from what stands there."""
        before, self._face = self._face, face
        shape = Shape.of(self.screen.size)
        reshaped, self._shape = shape != self._shape, shape
        if before == face and not reshaped:
            return
        if reshaped:
            self.set_class(shape.low, "-low")
        if reshaped or before is None or _words(before) != _words(face):
            self._show_words(face, shape)
        if shape.low:
            self.query_one("#row", Static).update(_row(face), layout=False)
            return
        self.query_one(Numerals).show(face.time, large=shape.large, passed=None if face.still else face.passed)
        if reshaped or before is None or before.words != face.words:
            self.query_one("#words", Static).update(Content("  ·  ").join(Content(part) for part in face.words))
        self.query_one(PaceBar).show(face.passed)

    def show_time(self, time: str, passed: float) -> None:
        """Show another second of the same face, which is all that changes most of the time."""
        if self._face is not None:
            self.show(replace(self._face, time=time, passed=passed))

    def _show_words(self, face: Face, shape: Shape) -> None:
        """The title, the prompt, the statement: what stays from second to second."""
        shown, prompt = face.statement, Content("\n").join(Content(part) for part in (face.prompt, face.hint) if part)
        self.set_class(shown is not None, "-showing")
        title = Content.styled(face.title, "bold")
        if shown is not None:
            beside = Content("\n").join([title, _place(shown), *([prompt.stylize("$quiet")] if prompt else [])])
            rows = 5 if shape.large else 3  # beside the numerals, where they take none from the statement
            body = Content("\n").join([Content.styled(shown.words, "bold"), *map(Content, shown.heard)])
            self.query_one("#statement", Static).update(Cut(body, None if shown.is_picture else _answers(shown), shape.rows))
        else:
            beside = Content("\n").join([title, *([prompt] if prompt else [])])
            rows = max(3, min(MOST_OF_PROMPT, shape.rows + 2))
            self.query_one("#statement", Static).update(Cut(prompt, None, shape.rows))
        self.query_one("#what", Static).update(Cut(beside, None, rows))


def _words(face: Face) -> tuple[str, str, Shown | None, str]:
    return face.title, face.prompt, face.statement, face.hint


def _row(face: Face) -> Content:
    """All of the clock in a row, what matters most first."""
    shown = face.statement
    whose = f"{'from' if shown.is_picture else 'said by'} {shown.made_by_plural}" if shown is not None else ""
    put = f"{shown.ref}, {shown.place} of {shown.of}, {whose}" if shown is not None else ""
    parts = (face.mark, face.title, put, face.time_words, face.turn, face.pace)
    return Content("  ").join([Content.styled(face.time, "bold"), Content(" · ").join(Content(part) for part in parts if part)])


def _place(shown: Shown) -> Content:
    what, whose = ("picture", "from") if shown.is_picture else ("statement", "said by")
    place = (f"{what} {shown.place} of {shown.of} ({shown.ref}), {whose} ", "$quiet")
    return Content.assemble(place, (shown.made_by_plural, colour_of(shown.made_by)))


def _answers(shown: Shown) -> Content:
    answers = Content("   ").join(Content.assemble(f"{answer} ", (f"{count}", "bold")) for answer, count in shown.answers)
    so_far = sum(count for _, count in shown.answers)
    return Content.assemble(answers, (f"   {so_far} answered so far", "$quiet"))
