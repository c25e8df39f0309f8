"""The Room's cues: a word when little time is left, the note-taker's before the end, and one quiet bell."""

from workshop.model.clock import Status
from workshop.model.clock.threshold import TIME_UP, Threshold, crossings, cues
from workshop.model.duration import spoken
from workshop.model.reading import Reading
from workshop.model.records import Session
from workshop.tui.screens.room.clocking import Clocking
from workshop.workbook.book import Workbook


class Cueing(Clocking):
    """Each cue comes once, when its moment is passed. At nought nothing happens but the display, unless the plan asks for it."""

    def __init__(self, book: Workbook, session: Session) -> None:
        """Nothing has rung; the plan says for which activities it may."""
        super().__init__(book, session)
        self._bell: bool | None = None
        self._rung: set[int] = set()
        self._cued: tuple[int, str] | None = None

    def action_toggle_bell(self) -> None:
        """Ring for every activity, or for none, whatever the plan says."""
        current = self._clock.current
        self._bell = not self._rings(current if current is not None else 0)
        self.chips.say("One bell when an activity's time is up." if self._bell else "No bell.")

    def _rings(self, activity: int) -> bool:
        return self._plan[activity].bell if self._bell is None and self._plan else bool(self._bell)

    def _look_again(self) -> None:
        """A word about an activity goes with it."""
        super()._look_again()
        if self._cued is not None and self._cued[0] != self._clock.current:
            self.notice.withdraw(self._cued[1])
            self._cued = None

    def _compare_looks(self, before: Status, status: Status, before_at: Reading, now: Reading) -> None:
        """Tell what was passed between the two looks."""
        super()._compare_looks(before, status, before_at, now)
        crossed = crossings(before, status)
        if crossed:
            self._cross(crossed[-1], status)
        for seconds in cues(before, status)[-1:]:
            self.notice.tell(f"{spoken(seconds)} to the end of the session.")

    def _cross(self, threshold: Threshold, status: Status) -> None:
        """Say how much is left or, when it is up, ring and go on where that is wanted."""
        current = status.current
        if current is None:
            return
        if threshold is not TIME_UP:
            words = f"{spoken(current.remaining)} left of {current.title}."
            self._cued = (current.index, words)
            self.notice.tell(words)
            return
        if self._rings(current.index) and current.index not in self._rung:
            self._rung.add(current.index)
            self.app.bell()
        if self._plan[current.index].auto_advance:
            self.action_next_activity()
