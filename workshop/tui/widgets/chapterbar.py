"""The parts of a long list in one line, the one that is being looked at told apart; a click goes to one."""

from collections.abc import Collection
from dataclasses import dataclass

from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from workshop.tui.compared import Chapter


class ChapterBar(Widget):
    """Each part with the number that goes to it. Where the names don't fit, only the one looked at has its name."""

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
        """A part was clicked."""

        chapter: Chapter

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """At the first part."""
        super().__init__(id=id)
        self.auto_links = False
        self._at = Chapter.THEMES
        self._empty: Collection[Chapter] = ()

    def show(self, at: Chapter, empty: Collection[Chapter]) -> None:
        """Tell the part `at` from the others; in those that are `empty` there is nothing."""
        self._at, self._empty = at, empty
        self.refresh()

    def action_clicked(self, number: int) -> None:
        """Tell which one was clicked."""
        self.post_message(self.Clicked(list(Chapter)[number - 1]))

    def render(self) -> RenderResult:
        """All names where there is room."""
        full = Content("  ").join(self._part(number, chapter, named=True) for number, chapter in enumerate(Chapter, 1))
        if full.cell_length <= self.content_size.width:
            return full
        return Content("  ").join(self._part(number, chapter, named=chapter is self._at) for number, chapter in enumerate(Chapter, 1))

    def _part(self, number: int, chapter: Chapter, *, named: bool) -> Content:
        here = chapter is self._at
        words = f" {chapter.value}{' (none)' if chapter in self._empty and here else ''}" if named else ""
        press = Style.from_meta({"@click": f"clicked({number})"})
        return Content.assemble((f"{number}{words}", "bold underline $foreground" if here else "$quiet")).stylize(press)
