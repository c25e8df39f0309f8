"""Each workaround for Textual's lists holds, and is still needed: where a test of the second kind fails, its workaround can go."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workshop.tui.quirks import GrowingOptionList, RoomyOptionList


class Narrow(App[None]):
    """A list in a column that is too narrow for it."""

    def __init__(self, kind: type[OptionList]) -> None:
        """A list of this kind."""
        super().__init__()
        self._kind = kind

    def compose(self) -> ComposeResult:
        """One list with one row."""
        yield self._kind("a row of some length")


@asynccontextmanager
async def growing(kind: type[OptionList], lines: int, rows: int) -> AsyncIterator[tuple[Pilot[None], OptionList]]:
    """A list without a frame of so many lines, with so many rows in it."""
    async with Narrow(kind).run_test(size=(40, lines)) as pilot:
        grown = pilot.app.query_one(kind)
        grown.styles.border = ("none", "white")
        grown.styles.height = "1fr"
        grown.add_options([f"row {number}" for number in range(rows - 1)])
        await pilot.pause()
        yield pilot, grown


async def test_a_roomy_list_survives_one_cell() -> None:
    """At one column and one row nothing is raised."""
    async with Narrow(RoomyOptionList).run_test(size=(1, 1)) as pilot:
        await pilot.pause()
        assert pilot.app.is_running


async def test_a_plain_list_still_needs_it() -> None:
    """Textual's own list raises there."""
    with pytest.raises(ValueError, match="must not be zero"):
        async with Narrow(OptionList).run_test(size=(1, 1)) as pilot:
            await pilot.pause()


async def layouts_as_it_grows(kind: type[OptionList], monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the screen is laid out while a list of 1fr of five rows grows from three to eleven."""
    seen = []
    lay_out = Screen._refresh_layout

    def counted(screen: Screen[Any], *args: Any, **more: Any) -> None:
        seen.append(screen)
        lay_out(screen, *args, **more)

    async with growing(kind, lines=5, rows=3) as (pilot, grown):
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        for number in range(8):
            grown.add_option(f"one more, {number}")
            grown.scroll_end(animate=False, immediate=True)
            await pilot.pause()
        monkeypatch.undo()
        assert grown.option_count == 11
        assert grown.scroll_offset.y == 6
        assert grown.show_vertical_scrollbar
    return len(seen)


async def test_a_growing_list_lays_nothing_else_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, as the scrollbar comes: its rows move nothing around it."""
    assert await layouts_as_it_grows(GrowingOptionList, monkeypatch) == 1


async def test_a_plain_list_lays_out_at_every_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's own does so once a row."""
    assert await layouts_as_it_grows(RoomyOptionList, monkeypatch) >= 8


class Counted:
    """How many lines each kind of widget has been asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Count from now on."""
        self.lines: dict[type[Widget], int] = {}
        render = Widget.render_lines

        def counting(widget: Widget, crop: Region) -> list[Strip]:
            self.lines[type(widget)] = self.lines.get(type(widget), 0) + crop.height
            return render(widget, crop)

        monkeypatch.setattr(Widget, "render_lines", counting)

    def of(self, kind: type[Widget]) -> int:
        """Lines of this kind and of those made of it."""
        return sum(count for widget, count in self.lines.items() if issubclass(widget, kind))


async def painted_as_it_grows(kind: type[OptionList], monkeypatch: pytest.MonkeyPatch) -> Counted:
    """What is painted while a list of ten rows in sight grows by five, from 400."""
    async with growing(kind, lines=10, rows=400) as (pilot, grown):
        grown.scroll_end(animate=False, immediate=True)
        await pilot.pause()
        with monkeypatch.context() as patched:
            counted = Counted(patched)
            for number in range(5):
                grown.add_option(f"one more, {number}")
                grown.scroll_end(animate=False, immediate=True)
                await pilot.pause()
    return counted


async def test_a_growing_list_paints_the_row_that_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of ten in sight, and its scrollbar only when the thumb has moved."""
    counted = await painted_as_it_grows(GrowingOptionList, monkeypatch)
    assert counted.of(OptionList) == 5
    assert counted.of(ScrollBar) <= 10


async def test_a_plain_list_paints_all_that_is_in_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's own, and its scrollbar too, each time."""
    counted = await painted_as_it_grows(RoomyOptionList, monkeypatch)
    assert counted.of(OptionList) >= 50
    assert counted.of(ScrollBar) >= 50


class Marked(GrowingOptionList):
    """One whose chosen row has its sign only while the list has the keys."""

    marked_without_focus = False


def change(grown: GrowingOptionList, random: Random, number: int) -> None:
    """One of the things that happen to a list, mostly to a row in sight."""
    lines = grown._lines
    in_sight = [lines[y][0] for y in range(grown.scroll_offset.y, min(len(lines), grown.scroll_offset.y + grown.size.height))]
    some = random.choice(in_sight) if random.random() < 0.9 else random.randrange(grown.option_count)  # nine of ten
    match random.randrange(11):
        case 0 | 1 | 2:
            grown.add_option(Option(f"one more, {number} " * random.randrange(1, 5), id=f"new {number}"))
            grown.scroll_end(animate=False, immediate=True)
        case 3:
            grown.replace_option_prompt_at_index(some, f"another, {number}")
        case 4 if grown.option_count > 3:
            grown.remove_option_at_index(some)
        case 5:
            grown.highlighted = some
        case 6:
            grown.scroll_to(y=random.randrange(grown.max_scroll_y + 1), animate=False, immediate=True)
        case 7:
            grown.highlighted = None
        case 8:
            grown.scroll_to(y=grown.scroll_offset.y + random.choice((-1, 1)), animate=False, immediate=True)
        case 9:
            grown.app.theme = random.choice(["textual-light", "textual-dark"])
        case _:
            grown.app.set_focus(None if grown.has_focus else grown)


@pytest.mark.parametrize("kind", [GrowingOptionList, Marked])
async def test_what_is_kept_is_what_would_be_painted(kind: type[GrowingOptionList]) -> None:
    """After 150 changes of every kind, each row is as it is when all is painted anew, and so is the scrollbar."""
    random = Random(7)  # noqa: S311  # no secret
    async with Narrow(kind).run_test(size=(30, 8)) as pilot:
        grown = pilot.app.query_one(kind)
        grown.styles.height = "1fr"
        grown.add_options([f"row {number}" for number in range(20)])
        for number in range(150):
            change(grown, random, number)
            await pilot.pause()
            for widget in (grown, grown.vertical_scrollbar):
                everything = widget.outer_size.region
                kept = widget.render_lines(everything)
                widget._styles_cache.clear()
                widget._dirty_regions.add(everything)
                assert kept == Widget.render_lines(widget, everything), f"change {number} of {widget}"
