"""A text that gives way: it is cut to the rows that it may have, and what stands below it never is."""

from collections.abc import Sequence

from textual.content import Content

from workshop.tui.widgets.laidout import LaidOut, wrapped


class Cut(LaidOut):
    """A body of as many rows as `tail` leaves of `rows`, one at least, with an ellipsis where it goes on."""

    def __init__(self, body: Content, tail: Content | None, rows: int) -> None:
        """`tail` stands below the body, None for nothing."""
        self._body = body
        self._tail = tail
        self._rows = rows

    def lines(self, width: int) -> Sequence[Content]:
        """The body as far as it fits, then the tail."""
        tail = wrapped(self._tail, width)[: max(0, self._rows - 1)] if self._tail is not None else []
        return [*cut(wrapped(self._body, width), self._rows - len(tail), width), *tail]


def cut(lines: Sequence[Content], rows: int, width: int) -> Sequence[Content]:
    """The first `rows` of the lines; where there are more, the last one that is kept ends in an ellipsis."""
    if len(lines) <= rows:
        return lines
    if rows < 1:
        return []
    return [*lines[: rows - 1], Content.assemble(lines[rows - 1].rstrip().truncate(max(0, width - 1)), "…")]
