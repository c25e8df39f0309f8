"""Strike this remark, for good?"""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from workshop.text import clean_line
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.laidout import Sentences
from workshop.workbook.preview import Listed, Preview, told_damaged
from workshop.workbook.strangers import told_strangers

SHOWN = 120
"""Letters of a remark that are shown, for a person to know it again."""


class StrikeThis(Dialog[bool]):
    """True to strike it. Enter alone is no answer, since nothing brings the words back."""

    PURPOSE: ClassVar[str] = "Takes words off the record for good, on every copy once it merges. It can't be undone."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "strike", "Strike", show=False), Binding("n", "leave", "Keep", show=False)]
    SCROLLS: ClassVar[bool] = True

    def __init__(self, preview: Preview) -> None:
        """Show what goes."""
        person = preview.person is not None
        super().__init__(
            f"Take back all that {preview.what} said, for good? This can't be undone."
            if person
            else f"Strike {preview.what}, for good? This can't be undone.",
            "y takes it back  ·  Esc keeps it" if person else "y strikes it  ·  Esc keeps it",
        )
        self._preview = preview

    def body(self) -> list[Widget]:
        """What goes, and what stays that holds the words."""
        return [Static(Sentences("", tuple(told(self._preview))))]

    def action_strike(self) -> None:
        """Yes."""
        self.dismiss(True)


def told(preview: Preview) -> Iterator[str]:
    """What goes with a remark or a person, what can't be reached, and what stays: a line each."""
    if preview.passed:
        yield f"The last day for it, {preview.passed:%d %B %Y}, has passed. It can still be done."
    yield from (f"{each.ref}  {_shortened(each)}" for each in preview.remarks)
    yield from (f"{each.ref}, undone before: {_shortened(each)}" for each in preview.removed)
    for each in preview.statements:
        answers = f" ({_counted('answer', each.answers)}: kept, and counted no more)" if each.answers else ""
        yield f"{each.ref}, the statement made of it: {_shortened(each)}{answers}"
    yield from (f"{each.ref}, recommended on the strength of it: {_shortened(each)}" for each in preview.recommendations)
    yield from (f"{each.ref}, the picture: {_shortened(each)}" for each in preview.artworks)
    if preview.answers:
        yield f"{_counted('answer', preview.answers)}{'' if preview.person else ' given with it'}"
    if preview.votes:
        yield _counted("vote", preview.votes)
    if preview.person:
        yield "what is known of the person"
    yield from (f"the report {path.name}" for path in preview.reports)
    yield from (f"in the copy {path}, as soon as it can be reached" for path in preview.copies)
    elsewhere = len(preview.exports) - len(preview.reports)
    if elsewhere > 0:
        yield f"{_counted('report', elsewhere)} written elsewhere held the words, and can't be reached from here."
    if preview.damaged:
        yield told_damaged(preview.damaged)
    if preview.strangers:
        yield told_strangers(preview.strangers)
    if preview.same_words:
        yield f"The same words stand in {', '.join(preview.same_words)}, and stay there."
    if preview.themes:
        yield f"Themes about which nothing else was said stay: {', '.join(preview.themes)}."


def _shortened(listed: Listed) -> str:
    words = clean_line(listed.words)
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"


def _counted(noun: str, count: int) -> str:
    return f"{count} {noun if count == 1 else noun + 's'}"
