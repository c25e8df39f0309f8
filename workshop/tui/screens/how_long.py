"""How long? Questions that a length of time answers."""

from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Input

from workshop.errors import WorkshopError
from workshop.model.duration import parse_duration
from workshop.tui.quirks import Field
from workshop.tui.screens.dialog import Dialog


class HowLong(Dialog[int]):
    """Seconds, above zero unless `BELOW_ZERO`."""

    PURPOSE: ClassVar[str] = "A length of time, such as 10 for ten minutes, 1h30 or 90s."
    BELOW_ZERO: ClassVar[bool] = False

    def __init__(
        self,
        question: str,
        how: str = "Enter takes it  ·  Esc goes back",
        offered: str = "",
        example: str = "minutes, such as 10; or 1h30, 90s",
    ) -> None:
        """`offered` stands in the field already, `example` says how a length is written."""
        super().__init__(question, how)
        self._offered = offered
        self._example = example

    def body(self) -> list[Widget]:
        """One field."""
        return [Field(self._offered, placeholder=self._example)]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take a length of time, or say how one is written."""
        event.stop()
        try:
            seconds = parse_duration(event.value)
        except WorkshopError as fault:
            self.object_to(str(fault))
            return
        if seconds > 0 or self.BELOW_ZERO:
            self.dismiss(seconds)
        else:
            self.object_to("That is no time at all.")


def written(seconds: float) -> str:
    """A length as it is typed: "5", "1m32", "40s"."""
    minutes, rest = divmod(round(seconds), 60)
    if not rest:
        return f"{minutes}"
    return f"{minutes}m{rest:02}" if minutes else f"{rest}s"
