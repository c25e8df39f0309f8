"""Remarks to choose from, and to mark."""

from collections.abc import Callable, Sequence

from workshop.tui.themes import colour_of
from workshop.tui.widgets.chooser import Chooser
from workshop.tui.widgets.hanging import Hanging
from workshop.tui.widgets.reflections import RemarkRow, words_of

MARGIN = 9
"""Cells for the cursor, the mark and the remark's name."""


class RemarkList(Chooser):
    """Each remark with its name, who said it, and what it is filed under."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty until `show`."""
        super().__init__(id=id)
        self._row: Callable[[str], RemarkRow | None] = lambda _id: None

    def show(self, ids: Sequence[str], row: Callable[[str], RemarkRow | None]) -> None:
        """List these; `row` is asked for what comes into sight, and gives None for what has gone meanwhile."""
        self._row = row
        self.list_ids(ids)

    def visual(self, row: str, *, chosen: bool) -> Hanging:
        """The remark, its name in the margin."""
        marks = f"{self.mark_of(row, chosen=chosen)} "
        remark = self._row(row)
        if remark is None:
            return Hanging(((marks, "bold"),), (("no longer here", "italic $quiet"),), MARGIN)
        head = ((marks, "bold"), (remark.ref, "$quiet"))
        return Hanging(head, ((f"{remark.speaker}  ", f"bold {colour_of(remark.perspective)}"), *words_of(remark)), MARGIN)
