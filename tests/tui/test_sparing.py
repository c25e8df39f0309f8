"""Painting costs no more than it must: only what lies where something changed is rendered."""

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from workshop.tui.screens.level import Level


class Counted(Static):
    """Counts how often it is asked for its lines."""

    asked = 0

    def render_lines(self, crop):  # type: ignore[no-untyped-def]  # Textual's signature
        """Count, and render."""
        self.asked += 1
        return super().render_lines(crop)


class Stock(Screen[None]):
    """As Textual has it."""

    def compose(self) -> ComposeResult:
        """One that changes, one that lies elsewhere."""
        yield Static("one", id="changes")
        yield Counted("two", id="lies-elsewhere")


class Sparing(Level):
    """As ours are."""

    compose = Stock.compose


async def asked_in_vain(screen: Screen[None]) -> int:
    """How often the widget that nothing happened to was rendered when the other one changed."""
    app: App[None] = App()
    async with app.run_test() as pilot:
        app.push_screen(screen)
        await pilot.pause()
        counted = screen.query_one(Counted)
        before = counted.asked
        screen.query_one("#changes", Static).update("1", layout=False)
        await pilot.pause()
        return counted.asked - before


async def test_no_widget_is_rendered_in_vain() -> None:
    """On our screens none; should Textual's own stop doing it, SparingCompositor can go."""
    assert await asked_in_vain(Sparing()) == 0
    assert await asked_in_vain(Stock()) == 1
