"""Only which part? What alone a comparison is to be about."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from workshop.tui.compared import Scope
from workshop.tui.screens.dialog import Dialog
from workshop.tui.widgets.ticklist import Tick, TickList

SESSION, LANE, THEME = "session", "lane", "theme"


class OnlyWhichPart(Dialog[Scope]):
    """Sessions, a lane and themes in one list; nothing ticked is all of them. Its answer has the two sides that it was given."""

    PURPOSE: ClassVar[str] = "Compares only some sessions, a lane or some themes. The less there is in it, the less it can carry."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", show=False)]
    DEFAULT_CSS = """
    OnlyWhichPart > #dialog { width: 76; }
    """

    def __init__(self, sessions: Sequence[Tick], lanes: Sequence[str], themes: Sequence[str], scope: Scope) -> None:
        """Offer these, as `scope` has them by now. A session's id is its reference ("S1")."""
        super().__init__(
            "Compare only a part: which?",
            "Space ticks  ·  a letter looks for one  ·  Enter compares  ·  Esc goes back\nBackspace: nothing ticked, which is all of it",
        )
        self._scope = scope
        self._rows = [Tick(id=f"{SESSION}:{each.id}", title=each.title, more=each.more, kind=SESSION) for each in sessions]
        self._rows += [Tick(id=f"{LANE}:{each}", title=each, kind=LANE) for each in lanes]
        self._rows += [Tick(id=f"{THEME}:{each}", title=each, kind=THEME) for each in themes]

    def body(self) -> list[Widget]:
        """One list."""
        ticked = [f"{SESSION}:{each}" for each in self._scope.sessions]
        ticked += [f"{LANE}:{self._scope.lane}"] if self._scope.lane else []
        return [TickList(self._rows, [*ticked, *(f"{THEME}:{each}" for each in self._scope.themes)])]

    def action_take(self) -> None:
        """Take the answer, or say what is wrong with it."""
        ticked = [each.partition(":") for each in self.query_one(TickList).marked]
        lanes = [name for kind, _, name in ticked if kind == LANE]
        if len(lanes) > 1:
            self.object_to(f"One lane at a time: {' or '.join(lanes)}.")
            return
        self.dismiss(
            replace(
                self._scope,
                sessions=tuple(name for kind, _, name in ticked if kind == SESSION),
                lane="".join(lanes),
                themes=tuple(name for kind, _, name in ticked if kind == THEME),
            )
        )
