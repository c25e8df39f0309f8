"""Which picture, what stands under it, whose is it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.model.perspective import Perspective
from workshop.text import clean_line
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog


@dataclass(frozen=True, slots=True)
class PictureWanted:
    """What was typed. Without a `file` a new one is shown on paper, and one that is there stays as it is."""

    file: str = ""
    caption: str = ""
    made_by: str = ""
    alt: str = ""

    @property
    def path(self) -> Path | None:
        """The file. A terminal into which one was dragged may have put it in quotes."""
        typed = self.file.strip("'\" ")
        return Path(typed).expanduser() if typed else None


class WhichPicture(Dialog[PictureWanted]):
    """Fields below each other; Tab goes from one to the next."""

    PURPOSE: ClassVar[str] = "A picture to show to a group, from a file or on paper, with what stands under it and what it shows."
    DEFAULT_CSS = """
    WhichPicture .label { color: $quiet; }
    """

    def __init__(self, question: str, wanted: PictureWanted, makers: Sequence[Perspective] = (), refused: str = "") -> None:
        """Begin with what is `wanted` so far; `refused` says why that could not be taken. Without `makers` nobody is asked whose it is."""
        super().__init__(question, "Tab moves on  ·  Enter saves  ·  Esc goes back")
        self._wanted = wanted
        self._makers = ", ".join(each.name for each in makers)
        self._refused = refused

    def body(self) -> list[Widget]:
        """A field each, labelled."""
        wanted = self._wanted
        fields = [
            ("what stands under it, as it is read out", "caption", wanted.caption),
            ("what is to be seen in it, for who can't see it", "alt", wanted.alt),
            ("its file, a JPEG or a PNG; none where it is on paper", "file", wanted.file),
        ]
        if self._makers:
            fields.insert(1, (f"whose talk it arose from: {self._makers}", "made_by", wanted.made_by))
        found: list[Widget] = []
        for label, name, value in fields:
            found += [Static(Content(label), classes="label"), Field(value, id=name, select_on_focus=False, compact=True)]
        return found

    def on_mount(self) -> None:
        """Say why it comes back, where it does."""
        if self._refused:
            self.object_to(self._refused)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed."""
        event.stop()
        typed = {str(field.id): clean_line(field.value) for field in self.query(Field)}
        self.dismiss(PictureWanted(**typed))
