"""The chips under the capture line: what was understood, what Tab offers, and whether it is saved."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from workshop.model.capture import Chip, Context, Role, chips
from workshop.text import fold
from workshop.tui.keys import key_name
from workshop.tui.widgets.captureline import CaptureLine

_STYLES = {
    Role.SPEAKER: "bold $primary",
    Role.NEW_SPEAKER: "bold $warning",
    Role.THEME: "$success",
    Role.NEW_THEME: "$warning",
    Role.OFF: "bold $warning",
    Role.HINT: "italic $quiet",
}


MOST_OFFERED = 12
MOST_LINES = 4


class Concern(StrEnum):
    """How a message stands out: by colour, and always by its words."""

    QUIET = "quiet"
    ASKING = "asking"
    NOT_SAVED = "not-saved"


_CONCERNS = {Concern.QUIET: "$quiet", Concern.ASKING: "$warning", Concern.NOT_SAVED: "bold $error"}


class Chips(Widget):
    """One line; more only where something is amiss and its words need the room.

    It is painted at every key, so it is laid out anew only when it needs another number of lines: that would lay out the whole screen.
    """

    DEFAULT_CSS = """
    Chips {
        height: auto;
        padding: 0 2;
    }
    """
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty at first."""
        super().__init__(id=id)
        self._chips: tuple[Chip, ...] = ()
        self._offer: tuple[tuple[str, ...], int | None] = ((), None)
        self._word: tuple[str, Concern] = ("", Concern.QUIET)
        self._height = 1

    def show(self, chips: Sequence[Chip]) -> None:
        """What the line means now, in place of the last word; that something is not saved stays until it is."""
        if chips and tuple(chips) != self._chips and self._word[1] is not Concern.NOT_SAVED:
            self._word = ("", Concern.QUIET)
        self._chips = tuple(chips)
        self._paint()

    def offer(self, labels: tuple[str, ...], chosen: int | None) -> None:
        """What Tab offers; it stands in place of the chips."""
        self._offer = (labels, chosen)
        self._paint()

    def say(self, word: str, concern: Concern = Concern.QUIET) -> None:
        """How it stands with saving: "saved R12", or why not."""
        self._word = (word, concern)
        self._paint()

    def render(self) -> RenderResult:
        """The word about saving, then what Tab offers or else the chips."""
        labels, chosen = self._offer
        parts = self._said()
        if labels:
            offered = [
                Content.styled(label, "bold reverse" if place == chosen else "$success")
                for place, label in enumerate(labels[:MOST_OFFERED])
            ]
            hint = Content.styled(f"{key_name('line.complete')}{': the next' if chosen is not None else ' chooses'}", "italic $quiet")
            return Content("  ").join([*parts, *offered, hint])
        return Content(" · ").join([*parts, *(Content.styled(chip.text, _STYLES.get(chip.role, "$foreground")) for chip in self._chips)])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's signature
        """As many lines as the words need, up to four."""
        self._height = self._lines(width)
        return self._height

    def _said(self) -> list[Content]:
        word, concern = self._word
        return [Content.styled(word, _CONCERNS[concern])] if word else []

    def _lines(self, width: int) -> int:
        content = self.render()
        return max(1, min(MOST_LINES, len(content.wrap(width)))) if isinstance(content, Content) and width else 1

    def _paint(self) -> None:
        self.refresh(layout=self._lines(self.content_size.width) != self._height)


def understood(typed: CaptureLine.Typed, context: Context) -> tuple[Chip, ...]:
    """The chips of what is being typed. A tag that may still become a known theme is not called a new one."""
    if typed.captured is None:
        return ()
    if not typed.half_typed:
        return chips(typed.captured, context)
    finished = tuple(tag for tag in typed.captured.themes if fold(tag) != fold(typed.half_typed))
    completes = Chip(f"#{typed.half_typed} ... {key_name('line.complete')} completes", Role.HINT)
    return (*chips(replace(typed.captured, themes=finished), context), completes)
