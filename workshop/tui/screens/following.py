"""What the screens share that look at all they show anew whenever something was written, here or elsewhere."""

from abc import abstractmethod

from textual import on

from workshop.tui.screens.working import WorkingScreen


class FollowingScreen(WorkingScreen):
    """A working screen that shows how everything stands, from its first picture on."""

    @abstractmethod
    def look(self) -> object:
        """Look, and show it."""

    def on_mount(self) -> None:
        """Show what there is, and follow what happens."""
        self.look()
        self.follow_the_book()

    @on(WorkingScreen.BookChanged)
    def _show_news(self, event: WorkingScreen.BookChanged) -> None:
        event.stop()
        self.look()
