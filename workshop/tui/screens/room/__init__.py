"""The Room: a session as it runs. The clock, the agenda, the remarks as they come, and the line that takes them.

Each part is a file of its own, and a screen that knows `RoomBase` alone: what one part does the others hear through the book.
"""

from workshop.tui.screens.room.screen import RoomScreen

__all__ = ["RoomScreen"]
