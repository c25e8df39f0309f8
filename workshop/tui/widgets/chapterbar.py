"""The parts of a long list in one line, the one that is being looked at told apart; a click goes to one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from workshop.tui.compared import Chapter


class ChapterBar(Widget):
    """Each part that is shown, with the number that goes to it.

    Where the names don't fit, empty parts go first, number and all, then the names of the last of the others; the one looked at stays.
    """

    DEFAULT_CSS = """
    ChapterBar {
        height: 1;
        padding: 0 2;
        color: $quiet;
    }
    """
    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """A part was clicked, by its number."""

        number: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """At the first part."""
        super().__init__(id=id)
        self.auto_links = False
        self._at = Chapter.THEMES
        self._chapters: Sequence[Chapter] = tuple(Chapter)
        self._empty: Collection[Chapter] = ()

    def show(self, chapters: Sequence[Chapter], at: Chapter, empty: Collection[Chapter]) -> None:
        """Show these, and tell the part `at` from the others; in those that are `empty` there is nothing."""
        self._chapters, self._at, self._empty = chapters, at, empty
        self.refresh()

    def action_clicked(self, number: int) -> None:
        """Tell which one was clicked."""
        self.post_message(self.Clicked(number))

    def render(self) -> RenderResult:
        """All names where there is room."""
        dropped: list[Chapter] = []
        last_first = [each for each in reversed(self._chapters) if each is not self._at]
        for goes in (None, *sorted(last_first, key=lambda each: each not in self._empty)):
            dropped += [goes] if goes else []
            gone = [each for each in dropped if each in self._empty]
            shown = [(place, each) for place, each in enumerate(self._chapters, 1) if each not in gone]
            line = Content("  ").join(self._part(place, each, named=each not in dropped) for place, each in shown)
            if line.cell_length <= self.content_size.width:
                break
        return line

    def _part(self, number: int, chapter: Chapter, *, named: bool) -> Content:
        here = chapter is self._at
        words = f" {chapter.value}{' (none)' if chapter in self._empty and here else ''}" if named else ""
        press = Style.from_meta({"@click": f"clicked({number})"})
        return Content.assemble((f"{number}{words}", "bold underline $foreground" if here else "$quiet")).stylize(press)
