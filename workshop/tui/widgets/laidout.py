"""A visual that lays its own lines out, for the width that it gets."""

from abc import abstractmethod
from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

BULLET = "\u00b7 "


class LaidOut(Visual):
    """Subclasses give `lines(width)`, none of them wider than that."""

    _width = 0
    _lines: Sequence[Content] = ()

    @abstractmethod
    def lines(self, width: int) -> Sequence[Content]:
        """What to show in `width` cells."""

    def at(self, width: int) -> Sequence[Content]:
        """The lines at this width; those of the last width are kept, since a list asks for the height and then for the lines."""
        if width != self._width:
            self._width, self._lines = width, self.lines(width)
        return self._lines

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Textual's protocol: the rows."""
        strips = [strip for line in self.at(width) for strip in line.render_strips(width, 1, style, options)]
        return strips if height is None else strips[:height]

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002  # Textual's signature
        """Textual's protocol: how many rows."""
        return len(self.at(width))

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002  # Textual's signature
        """Textual's protocol: all that there is."""
        return container_width


class Spaced(LaidOut):
    """Another visual with a blank line below it."""

    def __init__(self, visual: LaidOut) -> None:
        """Space this one."""
        self._visual = visual

    def lines(self, width: int) -> Sequence[Content]:
        """Its lines, and one more."""
        return [*self._visual.at(width), Content("")]


class Sentences(LaidOut):
    """A heading (or "" for none), and sentences below it, each with a margin by which it is told from the next."""

    def __init__(self, heading: str, sentences: Sequence[str]) -> None:
        """Show these."""
        self._heading = heading
        self._sentences = sentences

    def lines(self, width: int) -> Sequence[Content]:
        """Each sentence begins a line; what it goes on with stands a little in."""
        found = wrapped(self._heading, width, "bold") if self._heading else []
        for sentence in self._sentences:
            first, *rest = wrapped(sentence, width - 2)
            found += [first, *(line.pad_left(2) for line in rest)]
        return found


class Bulleted(LaidOut):
    """Paragraphs; one that begins with a bullet goes on below its words."""

    def __init__(self, paragraphs: Sequence[Content]) -> None:
        """Show these."""
        self._paragraphs = paragraphs

    def lines(self, width: int) -> Sequence[Content]:
        """A blank paragraph is a blank line."""
        found: list[Content] = []
        for paragraph in self._paragraphs:
            if paragraph.plain.startswith(BULLET):
                first, *rest = wrapped(paragraph[len(BULLET) :], width - len(BULLET)) or [Content("")]
                found += [Content(BULLET) + first, *(line.pad_left(len(BULLET)) for line in rest)]
            else:
                found += wrapped(paragraph, width) or [Content("")]
        return found


def wrapped(text: str | Content, width: int, style: str = "") -> list[Content]:
    """The text in lines no wider than `width`."""
    content = Content(text) if isinstance(text, str) else text
    return [line.stylize(style) if style else line for line in content.wrap(max(1, width))]


def upper_first(text: str) -> str:
    """The text as a sentence begins; unlike str.capitalize it leaves "NHS staff" alone."""
    return text[:1].upper() + text[1:]


def left(line: Content, width: int) -> Content:
    """The line with blanks behind it, `width` cells wide."""
    return line.pad_right(max(0, width - line.cell_length))


def right(line: Content, width: int) -> Content:
    """The line with blanks before it, `width` cells wide."""
    return line.pad_left(max(0, width - line.cell_length))


def middle(line: Content, width: int) -> Content:
    """The line in the middle of `width` cells."""
    room = max(0, width - line.cell_length)
    return line.pad(room // 2, room - room // 2)
