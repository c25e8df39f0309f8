"""Lanes: the remarks of one activity side by side, a column for each lane."""

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from workshop.model.search import Filter
from workshop.tui.codedview import CodedView, Wanted
from workshop.tui.screens.themes.base import ThemesBase
from workshop.tui.widgets.chips import Concern
from workshop.tui.widgets.remarklist import RemarkList

NO_LANES = "Nothing is noted in lanes there: look for an activity that has some, such as  / activity=2"


class Lane(Vertical):
    """One lane: its name, and its remarks."""

    DEFAULT_CSS = """
    Lane { width: 1fr; }
    Lane > Static { height: 1; color: $quiet; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, name: str) -> None:
        """The lane of this name; "" for what stands in none."""
        super().__init__()
        self._lane = name
        self._heading = Static()
        self.remarks = RemarkList()

    def compose(self) -> ComposeResult:
        """The name above, the remarks below."""
        yield self._heading
        yield self.remarks

    def show(self, view: CodedView) -> None:
        """Its remarks."""
        found = view.in_lane(self._lane)
        self._heading.update(Content(f"{self._lane or 'in no lane'}: {len(found)}"))
        self.remarks.show(found, view.row)


class InLanes(ThemesBase):
    """The list of remarks, or the lanes in its place."""

    _shown_lanes: tuple[str, ...] = ()
    _lanes_next = False

    @property
    def remarks(self) -> RemarkList:
        """The lane that one is in, or the first one."""
        lanes = [lane.remarks for lane in self.query(Lane)]
        return next((each for each in lanes if each.has_focus), lanes[0] if lanes else super().remarks)

    def show_view(self, view: CodedView) -> None:
        """The lanes too."""
        if self._shown_lanes and view.lanes != self._shown_lanes:
            self._leave_lanes()
        for lane in self.query(Lane):
            lane.show(view)
        super().show_view(view)
        if self._lanes_next:
            self._lanes_next = False
            if view.lanes:
                self.action_lanes()
            else:
                self.chips.say(NO_LANES, Concern.ASKING)

    @work(group="looking")
    async def action_lanes(self) -> None:
        """A column for each lane, or the list again."""
        view = self._view
        if view is None:
            return
        if self._shown_lanes:
            self._leave_lanes()
            return
        if view.lanes:
            await self._show_lanes(view)
        elif (wanted := self._running_lanes()) and wanted != self._wanted:
            self._lanes_next = True
            self.want(wanted)
        else:
            self.chips.say(NO_LANES, Concern.ASKING)

    def _running_lanes(self) -> Wanted | None:
        """What is said in the activity that is on, where it has lanes."""
        session = self._book.open_session()
        running = None if session is None else self._book.running(session)
        if session is None or running is None or not self._book.activities(session)[running].lanes:
            return None
        return Wanted(Filter(session=self._book.ref(session), activity=str(running + 1)))

    async def _show_lanes(self, view: CodedView) -> None:
        names = (*view.lanes, *(("",) if view.in_lane("") else ()))
        await self.query_one("#lanes").mount_all(Lane(name) for name in names)
        self._shown_lanes = view.lanes
        self.add_class("-lanes")
        for lane in self.query(Lane):
            lane.show(view)
        self.remarks.focus()

    def action_lane(self, by: int) -> None:
        """Go to the next lane, or the one before."""
        lanes = [lane.remarks for lane in self.query(Lane)]
        if lanes:
            lanes[(lanes.index(self.remarks) + by) % len(lanes)].focus()

    def action_leave(self) -> None:
        """Out of the lanes first."""
        if self._shown_lanes and not self._typed and not self.themes.marked and not self.remarks.marked:
            self._leave_lanes()
        else:
            super().action_leave()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """From one lane to another only where there are lanes."""
        if action == "lane":
            return bool(self._shown_lanes)
        return super().check_action(action, parameters)

    def _leave_lanes(self) -> None:
        self._shown_lanes = ()
        self.remove_class("-lanes")
        self.query(Lane).remove()
        self.all_remarks.focus()
