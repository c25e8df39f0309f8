"""The agenda: what is done, what is on, what comes, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from workshop.tui.widgets.laidout import wrapped

INDENT = 9
"""The sign and the time stand before a title."""


class Mark(StrEnum):
    """Where an activity is, as the sign at its left."""

    DONE = "✓"
    NOW = "▶"
    TO_COME = " "
    LEFT_OUT = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """One activity: `planned` and `starts` are "13:10" or "" (unknown), `length` is "20 min" or "12 of 10 min"."""

    mark: Mark
    title: str
    planned: str
    starts: str
    length: str


class Agenda(Widget):
    """Several lines an activity where it stands at the side; one line for all of it (`compact`) where there is no room."""

    DEFAULT_CSS = """
    Agenda {
        height: auto;
    }
    """
    ALLOW_SELECT = False

    lines: reactive[tuple[AgendaLine, ...]] = reactive((), layout=True)
    note: reactive[str] = reactive("", layout=True)
    """How the session stands since its start, below the activities; not where it is one line."""

    def __init__(self, *, compact: bool, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty at first."""
        super().__init__(id=id)
        self.compact = compact

    def render(self) -> RenderResult:
        """The agenda as text."""
        if self.compact:
            return one_line(self.lines)
        return Content("\n").join(self._all_rows(self.content_size.width))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002  # Textual's signature
        """As many lines as the titles need at this width."""
        return 1 if self.compact else len(self._all_rows(width))

    def _all_rows(self, width: int) -> list[Content]:
        rows = [row for line in self.lines for row in _rows(line, max(10, width))]
        return [*rows, *(row.pad_left(INDENT) for row in wrapped(self.note, max(4, width - INDENT), "$quiet"))] if self.note else rows


def one_line(lines: Sequence[AgendaLine]) -> Content:
    """All of the agenda in a line: "2/6 Small groups · next: Break 10:40"."""
    place = next((number for number, line in enumerate(lines) if line.mark is Mark.NOW), None)
    following = next((line for line in lines[0 if place is None else place + 1 :] if line.mark is Mark.TO_COME), None)
    coming = f"next: {following.title} {following.starts}".strip() if following else ""
    if place is None:
        return Content(coming or _over(lines))
    return Content.assemble((f"{place + 1}/{len(lines)} {lines[place].title}", "bold"), (f"  ·  {coming or 'the last one'}", "$quiet"))


def _over(lines: Sequence[AgendaLine]) -> str:
    """How far it went, where nothing is on and nothing comes."""
    count, done = len(lines), [number for number, line in enumerate(lines, 1) if line.mark is Mark.DONE]
    if not lines:
        return "no activities"
    if not done:
        return "ended before the first activity"
    if done[-1] < count:
        return f"ended in activity {done[-1]} of {count}"
    return f"all {count} activities done" if len(done) == count else f"{len(done)} of {count} activities done, the others left out"


def _rows(line: AgendaLine, width: int) -> list[Content]:
    room = max(4, width - INDENT)
    late = f"planned {line.planned}, " if line.planned and line.planned != line.starts else ""
    first, *others = wrapped(line.title, room)
    title = [Content.assemble((f"{line.mark} ", "bold $primary"), f"{line.starts:>5}  ", first), *(row.pad_left(INDENT) for row in others)]
    style = {Mark.NOW: "bold", Mark.TO_COME: ""}.get(line.mark, "$quiet")
    return [*(row.stylize(style) for row in title), *(row.pad_left(INDENT) for row in wrapped(f"{late}{line.length}", room, "$quiet"))]
