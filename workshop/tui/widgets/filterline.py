"""The line in which is typed what is looked for."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from workshop.tui.quirks import Field

EXAMPLE = "words  unsorted unfinished highlighted  theme= person= kind= lane= session= activity= perspective="
"""All that can be looked for."""


class FilterLine(Field):
    """One line; Enter goes to what was found, Esc leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    FilterLine { width: 100%; }
    """

    class Left(Message):
        """Esc was pressed in it."""

    def __init__(self, value: str) -> None:
        """Begin with this."""
        super().__init__(value, placeholder="words", select_on_focus=False)

    def on_mount(self) -> None:
        """Be ready to type in."""
        self.focus()

    def action_leave(self) -> None:
        """Leave it."""
        self.post_message(self.Left())
