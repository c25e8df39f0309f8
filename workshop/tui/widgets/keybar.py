"""The key bar: at most seven keys, those that work now."""

from collections.abc import Collection, Mapping, Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from workshop.tui.keys import SHOWN_AT_ONCE, Key, Place, face, keys_at, spelt


class KeyBar(Widget):
    """One line of keys; each can be clicked too. What doesn't fit is left out whole, from the right, but never help and the way out.

    Where there is no room for the labels of these two, their keys alone stand there. One widget where Textual's Footer has one a key
    and makes them anew whenever the focus moves. Which keys work now it asks the screen's `check_action`.
    """

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $quiet;
    }
    """
    ALLOW_SELECT = False

    def __init__(self, place: Place) -> None:
        """Show the keys of this place."""
        super().__init__()
        self.auto_links = False
        self.place = place
        self._labels: Mapping[str, str] = {}
        self._left_out: Collection[str] = ()
        self._painted: list[Key] | None = None

    def on_mount(self) -> None:
        """Follow what works on the screen."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.call_after_refresh(self._look_again))

    def _look_again(self) -> None:
        """Paint only where other keys work: a screen asks after every remark, and shows that first."""
        if self.is_attached and self.shown() != self._painted:  # the screen may have gone meanwhile
            self.refresh()

    def relabel(self, labels: Mapping[str, str]) -> None:
        """Write other words for some keys, by id: the key that starts the clock also pauses it."""
        if labels != self._labels:
            self._labels = labels
            self.refresh()

    def leave_out(self, names: Collection[str]) -> None:
        """Don't show these keys, by id, though they work: what they do now is to say why they do nothing else."""
        if names != self._left_out:
            self._left_out = names
            self.refresh()

    def shown(self) -> list[Key]:
        """The keys that work now, in the table's order; help and the way out are always among them."""
        working = [key for key in keys_at(self.place) if key.label and self.screen.check_action(key.verb, ())]
        stay = _staying(working)
        others = [key for key in working if key not in stay and key.id not in self._left_out][: SHOWN_AT_ONCE - len(stay)]
        return [key for key in working if key in stay or key in others]

    def render(self) -> RenderResult:
        """Their names in full where there is room, else short."""
        keys = self._painted = self.shown()
        width = self.content_size.width
        for name in (lambda key: spelt(key).partition(" or ")[0], face):
            parts = [self._part(key, name(key)) for key in keys]
            if _width(parts) <= width:
                break
        stay = _staying(keys)
        for goes in [key for key in reversed(keys) if key not in stay]:
            if _width(parts) <= width:
                break
            parts.pop(keys.index(goes))
            keys = [key for key in keys if key is not goes]
        if _width(parts) > width:
            parts = [self._part(key, face(key), labelled=False) for key in stay]
        return Content("  ").join(parts)

    def _part(self, key: Key, name: str, *, labelled: bool = True) -> Content:
        press = Style.from_meta({"@click": f"app.simulate_key('{key.keys.split(',')[0]}')"})
        label = f" {self._labels.get(key.id, key.label)}" if labelled else ""
        return Content.assemble((name, "bold $primary"), label).stylize(press)


def _staying(keys: Sequence[Key]) -> list[Key]:
    """Help and the way out, which somebody who is lost needs."""
    help_key = next((key for key in keys if key.id == "help"), None)
    out = next((key for key in keys if key.leads_out), None)
    return [key for key in (help_key, out) if key is not None]


def _width(parts: list[Content]) -> int:
    return sum(part.cell_length + 2 for part in parts) - 2
