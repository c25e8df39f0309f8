"""The chips under the capture line: what was understood, what Tab offers, and whether it is saved."""

from collections.abc import Sequence
from enum import StrEnum

from textual.content import Content
from textual.widgets import Static

from workshop.model.capture import Chip, Role

_STYLES = {
    Role.SPEAKER: "bold $primary",
    Role.NEW_SPEAKER: "bold $warning",
    Role.THEME: "$success",
    Role.NEW_THEME: "$warning",
    Role.OFF: "bold $warning",
    Role.HINT: "italic $quiet",
}


class Concern(StrEnum):
    """How a message stands out: by colour, and always by its words."""

    QUIET = "quiet"
    ASKING = "asking"
    NOT_SAVED = "not-saved"


class Chips(Static):
    """One line; more only where something is amiss and its words need the room."""

    DEFAULT_CSS = """
    Chips {
        height: auto;
        min-height: 1;
        max-height: 4;
        padding: 0 2;
        color: $foreground;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        """Empty at first."""
        super().__init__(id=id)
        self._chips: tuple[Chip, ...] = ()
        self._offer: tuple[tuple[str, ...], int | None] = ((), None)
        self._word: tuple[str, Concern] = ("", Concern.QUIET)

    def show(self, chips: Sequence[Chip]) -> None:
        """What the line means now."""
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

    def _paint(self) -> None:
        labels, chosen = self._offer
        word, concern = self._word
        parts: list[Content] = []
        if concern is Concern.NOT_SAVED:
            parts.append(Content.styled(word, "bold $error"))
        elif word:
            parts.append(Content.styled(word, "$warning" if concern is Concern.ASKING else "$quiet"))
        if labels:
            parts += [Content.styled(label, "bold reverse" if place == chosen else "$success") for place, label in enumerate(labels[:12])]
            parts.append(Content.styled("Tab: the next" if chosen is not None else "Tab chooses", "italic $quiet"))
        else:
            parts += [Content.styled(chip.text, _STYLES.get(chip.role, "$foreground")) for chip in self._chips]
        self.update(Content(" · ").join(parts) if not labels else Content("  ").join(parts))
