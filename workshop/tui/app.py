"""The app: which screen comes first, light and dark, and leaving in good order."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual.app import SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from workshop.errors import WorkshopError
from workshop.settings import colours, setting
from workshop.tui.keys import Place, bindings, commands_of, keys_of, spelt, use_keys
from workshop.tui.keys.remapping import FILE, read_own_keys
from workshop.tui.saying import say_all
from workshop.tui.screens.dialog import Dialog
from workshop.tui.screens.guides import GuidesScreen
from workshop.tui.screens.help import Help
from workshop.tui.screens.level import Level
from workshop.tui.screens.shelf import ShelfScreen
from workshop.tui.screens.what_for import WhatIsThisFor
from workshop.tui.themes import DARK, THEMES
from workshop.tui.typeahead import TypeAheadApp
from workshop.tui.widgets.keybar import KeyBar
from workshop.workbook.catalogue import Catalogue


class WorkshopApp(TypeAheadApp):
    """Begins on the screen that it is given; leaving that screen leaves the program."""

    TITLE = "workshop"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.EVERYWHERE)]
    DEFAULT_MODE = "workshop"

    def __init__(self, first: Screen[None], notices: Sequence[str] = (), over: Dialog[Any] | None = None) -> None:
        """Begin on `first`, with a dialog `over` it if there is one, saying these at once."""
        super().__init__()
        self._notices = notices
        self._over = over
        # As a mode, and not as the default screen, of which Textual doesn't load the style sheet.
        self.add_mode(self.DEFAULT_MODE, lambda: first)
        self.animation_level = "none"
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = DARK.name

    def on_mount(self) -> None:
        """Be ready to be told to end."""
        super().on_mount()
        self.watch_for_signals()
        say_all(self, self._notices)
        if self._over is not None:
            self.push_screen(self._over)

    def before_key(self, pressed: str) -> None:
        """Let the screen say what it would do."""
        if isinstance(self.screen, Level):
            self.screen.before_key(pressed)

    def tell_first(self, notices: Iterable[str]) -> None:
        """Say these too as it begins, before the others."""
        self._notices = (*notices, *self._notices)

    async def action_quit(self) -> None:
        """Leave the Room or a dialog one level, any other screen for good."""
        screen = self.screen
        if isinstance(screen, Dialog) or (isinstance(screen, Level) and screen.QUIT_LEAVES):
            screen.action_leave()
        else:
            self.exit()

    def action_help(self) -> None:
        """The keys of the screen that is open, or what its dialog is for; of help itself the end."""
        if isinstance(self.screen, (Help, WhatIsThisFor)):
            self.screen.action_leave()
        elif isinstance(self.screen, Dialog):
            self.push_screen(WhatIsThisFor(self.screen))
        else:
            screen, place = self.screen, self.screen.query_one(KeyBar).place
            # In the Room what works changes from minute to minute, and people look up what will.
            works = Help(place, lambda key: place is Place.ROOM or bool(screen.check_action(key.verb, ())))
            self.push_screen(works, lambda guides: self.action_guides() if guides else None)

    def action_guides(self) -> None:
        """A page for each who has a part, and what the words mean; where they are open already, they stay."""
        if not isinstance(self.screen, GuidesScreen):
            self.push_screen(GuidesScreen())

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette lists: the commands that make sense now."""
        bars = screen.query(KeyBar)
        for key in [*(commands_of(bars.first().place) if bars else ()), *keys_of(Place.EVERYWHERE)]:
            if key.command and screen.check_action(key.verb, ()):
                yield SystemCommand(key.command, f"{key.description} ({spelt(key)})", partial(screen.run_action, key.action))

    def action_daylight(self) -> None:
        """Light, high contrast, dark again."""
        names = [theme.name for theme in THEMES.values()]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def use_own(self, home: Path) -> list[str]:
        """Take the keys and the colours that a person has set in this folder, and give what is wrong with them, a sentence each."""
        faults: list[str] = []
        try:
            own = read_own_keys(setting(home, FILE))
            faults += own.faults
            use_keys(own.changed)
            self.set_keymap(own.changed)
            wanted = colours(home)
        except WorkshopError as fault:
            return [*faults, str(fault)]
        if wanted in THEMES:
            self.theme = THEMES[wanted].name
        elif wanted:
            faults.append(f'There are no colours called "{wanted[:40]}": {", ".join(THEMES)}.')
        return faults


def run_shelf(catalogue: Catalogue) -> int:
    """Open the shelf until it is left, and return the exit code."""
    return run(ShelfScreen(catalogue), home=catalogue.home)


def run(first: Screen[None], notices: Sequence[str] = (), over: Dialog[Any] | None = None, *, home: Path) -> int:
    """Open a screen until it is left, with a dialog `over` it at first if there is one, saying these at once; return the exit code.

    The keys and colours are those of the shelf in `home`.
    """
    app = WorkshopApp(first, notices, over)
    app.tell_first(app.use_own(home))
    app.run()
    return app.return_code or 0  # after a crash `run` returns as if all were well
