"""Capture these lines? What several pasted lines will become."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets.option_list import Option

from workshop.model.capture import Context, chips, parse, sticky_after
from workshop.tui.screens.dialog import Dialog
from workshop.tui.themes import colour_of
from workshop.tui.widgets.hanging import Hanging
from workshop.tui.widgets.rows import Rows

MARGIN = 5


class CaptureTheseLines(Dialog[bool]):
    """True to capture them all."""

    PURPOSE: ClassVar[str] = "Several lines were pasted. Each would become a remark of its own."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "capture", "Capture", show=False)]
    DEFAULT_CSS = """
    CaptureTheseLines > #dialog { width: 90%; }
    CaptureTheseLines Rows { max-height: 14; }
    """

    def __init__(self, lines: Sequence[str], context: Context) -> None:
        """Read the lines in their order, each after the speaker of the one before."""
        super().__init__(f"Capture these {len(lines)} lines as {len(lines)} remarks?", "Enter captures them all  ·  Esc captures none")
        self._options = list(_preview(lines, context))

    def body(self) -> list[Widget]:
        """One row a line."""
        return [Rows(*self._options)]

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        """Enter in the list is a yes too."""
        event.stop()
        self.action_capture()

    def action_capture(self) -> None:
        """Yes."""
        self.dismiss(True)


def _preview(lines: Sequence[str], context: Context) -> list[Option]:
    options = []
    for number, line in enumerate(lines, 1):
        captured = parse(line, context)
        speaker, *others = chips(captured, context)
        understood = " · ".join(chip.text for chip in others)
        body = [
            (f"{speaker.text}  ", f"bold {colour_of(captured.speaker.perspective)}"),
            (f"{captured.text}  ", ""),
            (understood, "$quiet"),
        ]
        options.append(Option(Hanging([(f"{number:>3}", "$quiet")], body, MARGIN)))
        context = replace(context, sticky=sticky_after(captured, context))
    return options
