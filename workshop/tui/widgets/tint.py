"""The colour of the time: it goes calmly, without a step, from the text's own to a warm one as the time is used up."""

from functools import lru_cache

from textual.color import Color
from textual.widget import Widget

STEPS = 20
"""Shades; one more would not be seen."""
SOON = 0.5
"""The share passed up to which nothing changes."""


def step_of(passed: float) -> int:
    """The shade for a share of the time that has passed: from 0 to `STEPS`, where it stays in overtime."""
    return round(STEPS * min(1.0, max(0.0, passed - SOON) / (1 - SOON)))


def tint(widget: Widget, start: str, step: int) -> Color:
    """A shade between the theme's colour of the name `start` and its "warning"."""
    variables = widget.app.theme_variables
    return _blended(variables[start], variables["warning"], step)


@lru_cache(maxsize=256)
def _blended(start: str, end: str, step: int) -> Color:
    return Color.parse(start).blend(Color.parse(end), step / STEPS)
