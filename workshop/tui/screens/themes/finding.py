"""Looking for remarks: a filter that is typed, those of one theme, those with words in common, all of them."""

from textual import events, on
from textual.widgets import Input

from workshop.errors import WorkshopError
from workshop.model.search import Filter
from workshop.tui.codedview import Wanted
from workshop.tui.screens.themes.base import ThemesBase
from workshop.tui.widgets.chips import Concern
from workshop.tui.widgets.filterline import EXAMPLE, FilterLine

UNSORTED = Wanted()
ALL = Wanted(Filter())


class Finding(ThemesBase):
    """Which remarks are listed."""

    def action_filter(self) -> None:
        """Type what is looked for: words, and what is known of a remark."""
        lines = self.query(FilterLine)
        if lines:
            lines.first().focus()
            return
        typed = "" if self._wanted.like else str(self._wanted.filter)
        self.query_one("#entry").mount(FilterLine(f"{typed} " if typed else ""))
        self.chips.say(EXAMPLE)  # in the line itself it would be cut, and hidden by what stands there

    @on(Input.Changed, "FilterLine")
    def _as_it_is_typed(self, event: Input.Changed) -> None:
        """List what is found by now; a word that is not finished yet is no fault."""
        event.stop()
        try:
            self.want(Wanted(Filter.parse(event.value)))
        except WorkshopError:
            return

    @on(Input.Submitted, "FilterLine")
    def _as_it_was_typed(self, event: Input.Submitted) -> None:
        """Go to what was found, or say what can't be looked for."""
        event.stop()
        try:
            self.want(Wanted(Filter.parse(event.value)))
        except WorkshopError as fault:
            self.chips.say(str(fault), Concern.ASKING)
            return
        self._close()

    @on(FilterLine.Left)
    def _no_filter(self, event: FilterLine.Left) -> None:
        """Esc in the line: back to what was listed before."""
        event.stop()
        self._close()
        self.want(UNSORTED)

    def action_toggle_all(self) -> None:
        """All remarks, or the unsorted ones again."""
        self.want(UNSORTED if self._wanted == ALL else ALL)

    def action_of_theme(self) -> None:
        """Those that are filed under the chosen theme."""
        theme = self.theme()
        if theme is not None:
            self.want(Wanted(Filter(theme=theme.title)))
            self.remarks.focus()

    def action_similar(self) -> None:
        """Those that share words with the chosen one."""
        if self.chosen is not None:
            self.want(Wanted(like=self.chosen))

    def action_leave(self) -> None:
        """Before leaving, back to the unsorted ones."""
        if self._wanted != UNSORTED:
            self.want(UNSORTED)
        else:
            super().action_leave()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which of them have something to start from."""
        if action == "similar":
            return self.chosen is not None
        if action == "of_theme":
            return self.themes.chosen is not None
        return super().check_action(action, parameters)

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        """What can be done differs with where one is."""
        self.refresh_bindings()

    def _close(self) -> None:
        self.query(FilterLine).remove()
        self.remarks.focus()
