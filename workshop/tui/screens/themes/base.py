"""What the parts of the Themes screen share: its state, what stands where, and showing what is so now."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from workshop.errors import WorkshopError
from workshop.model.records import Theme
from workshop.model.search import Filter
from workshop.tui.codedview import CodedView, Wanted, look
from workshop.tui.keys import Place, naming_keys
from workshop.tui.saying import on_screen
from workshop.tui.screens.following import FollowingScreen
from workshop.tui.widgets.about import About
from workshop.tui.widgets.chips import Chips, Concern
from workshop.tui.widgets.keybar import KeyBar
from workshop.tui.widgets.remarklist import RemarkList
from workshop.tui.widgets.themelist import ThemeList, heading
from workshop.workbook.book import Workbook

NOTHING_SAID = "Nothing has been said yet. Remarks are taken down in the Room, or come in from a file: {shelf.import} on the shelf."
ALL_SORTED = "Every remark is filed.\n\n{themes.all} shows them all, {themes.filter} looks for some"
NONE_FOUND = "No remark is like that.\n\n{themes.filter} changes what is looked for, {inner.back} shows the unsorted ones again"
NO_THEMES = "No themes yet.\n\nType a name and press {themes.new} to make one, or tag a remark in the Room: #food"
TYPE_A_THEME = "Type a theme's name or number"
HERE = "› "
"""Stands above the side that has the keys."""


class ThemesBase(FollowingScreen):
    """One workshop's remarks and themes. A part subclasses it, adds its actions, and says in `check_action` which of them work now."""

    QUIT_LEAVES: ClassVar[bool] = True
    AUTO_FOCUS = "#remarks"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-usual-width"), (120, "-wide")]  # noqa: RUF012  # Textual declares it for instances
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-usual")]  # noqa: RUF012  # likewise

    all_remarks = query_one("#remarks", RemarkList)
    themes = query_one("#themes", ThemeList)

    def __init__(self, book: Workbook, *, chosen: str = "") -> None:
        """Sort the remarks of this workshop, beginning with the one of this id, or else with those that are filed nowhere."""
        super().__init__(book)
        self._sides = book.workshop.perspectives
        self._wanted = Wanted(Filter()) if chosen else Wanted()
        self._begin_with = chosen
        self._view: CodedView | None = None
        self._typed = ""
        self._wanted_theme = ""

    def compose(self) -> ComposeResult:
        """Remarks and themes side by side; below them the filter, what was done, and the keys."""
        yield About(Content("  ·  ").join([Content(self._book.workshop.title), Content("themes")]), id="about")
        with Horizontal(id="main"):
            with Vertical(id="left"):
                yield Static(id="looking-for")
                yield RemarkList(id="remarks")
                yield Horizontal(id="lanes")
                yield Static(id="empty")
            with Vertical(id="right"):
                yield Static(id="finder")
                yield Static(id="heading")
                yield ThemeList(self._sides, id="themes")
                yield Static(Content(naming_keys(NO_THEMES)), id="no-themes")
                yield Static(id="detail")
        yield Vertical(id="entry")
        yield Chips(id="chips")
        yield KeyBar(Place.THEMES)

    def on_mount(self) -> None:
        """Show what is looked for."""
        self.show_finder()

    @property
    def remarks(self) -> RemarkList:
        """The list of remarks that one is in, or was in last."""
        return self.all_remarks

    @property
    def chosen(self) -> str | None:
        """The id of the remark that is chosen."""
        return self.remarks.chosen

    @property
    def targets(self) -> tuple[str, ...]:
        """The ids of the remarks that a verb acts on."""
        return self.remarks.targets

    def theme(self) -> Theme | None:
        """The theme that is chosen at the right."""
        return self._view.records.themes.get(self.themes.chosen or "") if self._view else None

    def want(self, wanted: Wanted) -> None:
        """List these."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.chips.say("")
            self.look()

    @work(group="looking", exclusive=True)
    async def look(self) -> None:
        """Look again, in a thread: something was written, or something else is wanted."""
        try:
            view = await self.aside(partial(look, self._book, self._wanted))
        except WorkshopError as fault:
            self.chips.say(on_screen(fault), Concern.ASKING)
            return
        self._view = view
        self.show_view(view)

    def show_view(self, view: CodedView) -> None:
        """Show this."""
        self.themes.show(view.themes)
        self.all_remarks.show(view.found, view.row)
        self.all_remarks.choose(self._begin_with)
        self.themes.choose(self._wanted_theme)
        self._begin_with = self._wanted_theme = ""
        self.set_class(not view.found, "-none-found")
        self.set_class(not view.themes, "-no-themes")
        self.query_one("#heading", Static).update(heading(self.themes.columns, self._sides))
        self.query_one("#empty", Static).update(Content(self._why_empty(view)))
        self.show_what_is_looked_for()
        self.show_chosen()
        self.refresh_bindings()

    def show_what_is_looked_for(self) -> None:
        """Say what is listed, of how many, and how many are marked."""
        view = self._view
        if view is None:
            return
        if view.wanted.like:
            row = view.row(view.wanted.like)
            what = f"Words shared with {row.ref if row else 'one that is gone'}"
        elif view.wanted.filter == Filter(unsorted=True):
            what = "Unsorted"
        else:
            what = str(view.wanted.filter) or "All remarks"
        marked = len(self.remarks.marked)
        said = f"{what}: {len(view.found):,} of {view.of_all:,}{f', {marked} marked' if marked else ''}"
        self.query_one("#looking-for", Static).update(Content(f"{HERE if self.focused is self.remarks else ''}{said}"))

    def show_chosen(self) -> None:
        """Show where the chosen remark is filed, and what is known of the chosen theme."""
        self._hold_chosen()
        theme, view = self.theme(), self._view
        self.query_one("#detail", Static).update(Content("\n").join(_known(theme, view)) if theme and view else Content(""))

    def _hold_chosen(self) -> None:
        if self._view is not None:
            self.themes.hold(self._view.filed.get(self.chosen or "", ()))

    def show_finder(self) -> None:
        """Show what was typed of a theme's name."""
        typed = (
            Content.assemble(("theme: ", "$quiet"), (self._typed, "bold"), "▏") if self._typed else Content.styled(TYPE_A_THEME, "$quiet")
        )
        self.query_one("#finder", Static).update(Content.assemble((HERE if self.focused is self.themes else "", "bold"), typed))

    def on_chooser_moved(self, event: RemarkList.Moved) -> None:
        """Another remark, or another theme, is chosen. What is known of a theme is laid out anew only where that is another."""
        event.stop()
        if event.list is self.themes:
            self.show_chosen()
        else:
            self._hold_chosen()
        self.refresh_bindings()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What can be done differs with where one is; where there is room for one of the two, it is the one where one is."""
        if event.widget in (self.themes, self.remarks):
            self.set_class(event.widget is self.themes, "-at-themes")
        self.show_what_is_looked_for()
        self.show_finder()
        self.refresh_bindings()

    def titles(self, themes: Sequence[str]) -> str:
        """The titles of these themes (ids)."""
        return ", ".join(self._view.title(each) for each in themes) if self._view else ""

    def _why_empty(self, view: CodedView) -> str:
        if not view.of_all:
            return naming_keys(NOTHING_SAID)
        return naming_keys(ALL_SORTED if view.wanted == Wanted() else NONE_FOUND)


def _known(theme: Theme, view: CodedView) -> list[Content]:
    """What is known of a theme, a line each."""
    parts = [
        ("", theme.description),
        ("also called ", ", ".join(theme.aliases)),
        ("part of ", view.title(theme.parent or "")),
        ("led by ", theme.lead_organisation),
        ("", "provisional" if theme.provisional else "agreed"),
        ("", "a priority" if theme.priority else ""),
    ]
    return [Content.assemble((theme.title, "bold")), *(Content.assemble((name, "$quiet"), said) for name, said in parts if said)]
