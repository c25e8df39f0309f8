"""In which formats, and where to? A report to write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.text import clean_line
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.ticklist import Tick, TickList

FIRST = "html"
SAYS: Mapping[str, str] = {
    "html": "one page to read or print, with everything in it",
    "csv": "tables for a spreadsheet or for statistics",
    "json": "everything, for programs",
}
"""What a format is good for; one that is not here says so by its name alone."""
MOST_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportToWrite:
    """In these formats, into this folder."""

    formats: tuple[str, ...]
    folder: Path


class WhichReportAndWhere(Dialog[ReportToWrite]):
    """Formats to tick, and a folder."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", show=False)]
    DEFAULT_CSS = """
    WhichReportAndWhere > #dialog { width: 76; }
    WhichReportAndWhere .label { color: $quiet; margin-top: 1; }
    """

    def __init__(self, formats: Sequence[str], folder: str, about: str) -> None:
        """Offer these formats, the html ticked, and this folder ("" where none can be offered); `about` says what the report is of."""
        super().__init__(
            "Write the report: in which formats, and where to?",
            "Space ticks  ·  Tab to the folder  ·  Enter writes  ·  Esc goes back\n"
            "A working copy, with everybody's words: not for passing on.",
        )
        self._formats = [Tick(id=name, title=f"{name:<6}", more=SAYS.get(name, "")) for name in formats]
        self._folder = folder
        self._about = about

    def body(self) -> list[Widget]:
        """A list and a field."""
        return [
            Static(Content.styled(self._about, "$quiet")),
            TickList(self._formats, [FIRST], most=MOST_SHOWN),
            Static(Content("folder"), classes="label"),
            Field(self._folder, placeholder="a folder outside the workshop's own", id="folder"),
        ]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field."""
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Take the answer, or say what is missing."""
        formats, folder = self.query_one(TickList).marked, clean_line(self.query_one("#folder", Input).value).strip()
        if not formats:
            self.object_to("No format is ticked: Space ticks one.")
        elif not folder:
            self.object_to("Say in which folder: the workshop is locked, and a report is in clear.")
            self.query_one("#folder").focus()
        else:
            try:
                self.dismiss(ReportToWrite(formats=formats, folder=Path(folder).expanduser().absolute()))
            except RuntimeError:  # ~somebody, of whom nothing is known here
                self.object_to(f"There is no home of {folder.partition('/')[0]} here.")
