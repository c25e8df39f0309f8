"""A visual with a margin: a short head at the left, and a body that wraps beside it, never under it."""

import re
from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

NARROW = 36
"""Below this many cells there is no room for a margin: head and body run on as one text."""

_NARROW_LETTERS = re.compile("[ -~\u00a1-\u00ac\u00ae-\u017f“”‘’–—…★]*")
"""Latin letters, and the punctuation of remarks: each one cell wide."""

Styled = tuple[str, str]
"""A text and its style."""


class Hanging(Visual):
    """`head` in a margin of `indent` cells, `body` beside it.

    Both are given as plain texts with their styles, and become Content when they are first painted: a list of 10,000 rows paints 20.
    """

    def __init__(self, head: Sequence[Styled], body: Sequence[Styled], indent: int) -> None:
        """A head longer than the margin is never cut: such a row runs on as one text."""
        self._head = head
        self._body = body
        self._indent = indent
        self._words = "".join(text for text, _ in body)
        self._fits = sum(len(text) for text, _ in head) < indent

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Textual's protocol: the rows."""
        if not self._hangs(width):
            return self._run_on().render_strips(width, height, style, options)
        blank = Strip.blank(self._indent, style.rich_style)
        head = Content.assemble(*self._head).render_strips(self._indent, 1, style, options)
        first = head[0].extend_cell_length(self._indent, style.rich_style) if head else blank
        body = Content.assemble(*self._body).render_strips(width - self._indent, height, style, options)
        return [Strip.join([blank if number else first, strip]) for number, strip in enumerate(body)]

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Textual's protocol: how many rows."""
        if not self._hangs(width):
            return self._run_on().get_height(rules, width)
        lines = lines_of(self._words, width - self._indent)
        return Content(self._words).get_height(rules, width - self._indent) if lines is None else lines

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Textual's protocol: the width on one row."""
        return self._indent + Content(self._words).get_optimal_width(rules, container_width)

    def _run_on(self) -> Content:
        return Content.assemble(*self._head, "  ", *self._body)

    def _hangs(self, width: int) -> bool:
        return self._fits and width >= NARROW


def lines_of(text: str, width: int) -> int | None:
    """How many lines Content wraps a text into, some 100 times as quick; None where only Content can tell.

    It can't be told here for letters that are not surely one cell wide, and for a word that is longer than the line.
    """
    if not _NARROW_LETTERS.fullmatch(text):
        return None
    text = text.rstrip()
    lines, start = 1, 0
    while len(text) - start > width:
        space = text.rfind(" ", start, start + width + 1)
        if space < 0 or not text[start:space].strip():
            return None
        start = space + 1
        while text[start] == " ":
            start += 1
        lines += 1
    return lines
