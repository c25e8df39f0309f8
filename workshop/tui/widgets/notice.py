"""The notice above the line: what is to be known, or answered when there is time for it. It never takes the keys from the line."""

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

SECONDS = 30.0
"""For so long something stands that asks for no answer."""


class Notice(Static):
    """A row or two; nothing at all where nothing is to be said."""

    DEFAULT_CSS = """
    Notice {
        display: none;
        height: auto;
        max-height: 3;
        padding: 0 2;
        color: $warning;
    }
    Notice.-said { display: block; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Nothing to say."""
        super().__init__(id=id)
        self._told = ""
        self._offered = ""
        self._timer: Timer | None = None

    def tell(self, words: str) -> None:
        """Say this for a while, in place of what was told before."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SECONDS, self.forget)
        self._told = words
        self._paint()

    def forget(self) -> None:
        """What was told has stood long enough."""
        self._told = ""
        self._paint()

    def withdraw(self, words: str) -> None:
        """Forget these words, if they are what stands there."""
        if self._told == words:
            self.forget()

    def offer(self, words: str) -> None:
        """Say this until it is answered ("")."""
        self._offered = words
        self._paint()

    def _paint(self) -> None:
        words = self._told or self._offered
        self.update(Content(words))
        self.set_class(bool(words), "-said")
