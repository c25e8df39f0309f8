"""The row at the top of the Room: which session it is, for a while what another window has added, and that a backup failed."""

from collections.abc import Sequence

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

NEWS_SECONDS = 8.0
"""For so long after the last of them another window's remarks are named."""
MOST_NAMED = 4


class About(Static):
    """One row, away from the line that is being typed in."""

    def __init__(self, about: Content, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """`about` says which session it is."""
        super().__init__(about, id=id)
        self._about = about
        self._news: tuple[str, ...] = ()
        self._trouble = ""
        self._timer: Timer | None = None

    def tell(self, about: Content) -> None:
        """Say otherwise which session it is: more people are here, say. Saying the same again changes nothing."""
        if about != self._about:
            self._about = about
            self._paint()

    def add_news(self, refs: Sequence[str]) -> None:
        """Name these remarks, with those that are being named, for some seconds."""
        if not refs:
            return
        self._news += tuple(refs)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(NEWS_SECONDS, self.forget_news)
        self._paint()

    def forget_news(self) -> None:
        """Show the session again."""
        self._news = ()
        self._paint()

    def warn(self, trouble: str) -> None:
        """Say what is wrong until it is mended (""). Saying the same again changes nothing."""
        self._trouble = trouble
        self._paint()

    def _paint(self) -> None:
        parts = [Content.styled(self._trouble, "$warning")] if self._trouble else []
        parts.append(Content.styled(from_another(self._news), "$foreground") if self._news else self._about)
        self.update(Content("  ·  ").join(parts), layout=False)


def from_another(refs: Sequence[str]) -> str:
    """These remarks in words: "R13, R14 from another window"; of many the first few, and how many more."""
    more = len(refs) - MOST_NAMED
    named = ", ".join(refs[:MOST_NAMED])
    return f"{named}{f' and {more} more' if more > 0 else ''} from another window"
