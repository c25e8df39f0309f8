"""A visual with a margin: a short head at the left, and a body that wraps beside it, never under it."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

NARROW = 36
"""Below this many cells there is no room for a margin: head and body run on as one text."""


class Hanging(Visual):
    """`head` in a margin of `indent` cells, `body` beside it."""

    def __init__(self, head: Content, body: Content, indent: int) -> None:
        """A head longer than the margin is never cut: such a row runs on as one text."""
        self._head = head
        self._body = body
        self._indent = indent
        self._fits = head.cell_length < indent

    @property
    def plain(self) -> str:
        """All its text."""
        return f"{self._head.plain} {self._body.plain}"

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Textual's protocol: the rows."""
        if not self._hangs(width):
            return self._run_on.render_strips(width, height, style, options)
        blank = Strip.blank(self._indent, style.rich_style)
        head = self._head.render_strips(self._indent, 1, style, options)[0].extend_cell_length(self._indent, style.rich_style)
        body = self._body.render_strips(width - self._indent, height, style, options)
        return [Strip.join([blank if number else head, strip]) for number, strip in enumerate(body)]

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Textual's protocol: how many rows."""
        if not self._hangs(width):
            return self._run_on.get_height(rules, width)
        return max(1, self._body.get_height(rules, width - self._indent))

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Textual's protocol: the width on one row."""
        return self._indent + self._body.get_optimal_width(rules, container_width)

    @property
    def _run_on(self) -> Content:
        return Content.assemble(self._head, "  ", self._body)

    def _hangs(self, width: int) -> bool:
        return self._fits and width >= NARROW
