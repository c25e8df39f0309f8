"""Where the workbook's instants come from."""

from collections.abc import Callable

from workshop.model.reading import Reading

Clock = Callable[[], Reading]
"""What is asked for the time: `workshop.clocks.read`, or a test's own hands."""
