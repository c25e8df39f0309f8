"""Why a verb of the Room does nothing now: said when its key is pressed, since a key that is silent looks broken."""

from workshop.model.clock import Phase
from workshop.model.plan import Kind
from workshop.tui.keys import Place, keys_of, naming_keys
from workshop.tui.screens.room.base import NO_STATEMENT, RoomBase

_NOT_NOW = {
    Phase.NOT_STARTED: "The session has not started. {room.toggle} starts it.",
    Phase.BETWEEN: "No activity is on. {room.toggle} starts the next.",
    Phase.ENDED: "The session has ended. {room.undo} takes the end back.",
}
_CLOCK = {"toggle_clock", "next_activity", "back_activity", "add_time", "end_session"}
_STATEMENTS = {"next_statement", "last_statement", "new_statement"}


class Explaining(RoomBase):
    """Answers the keys that nothing else answers."""

    def before_key(self, pressed: str) -> None:
        """Where this is the key of a verb that can do nothing now, say why, and what would help."""
        verb = next((key.verb for key in keys_of(Place.ROOM) if pressed in key.keys.split(",")), "")
        if verb in _CLOCK | _STATEMENTS and not self.check_action(verb, ()):
            self.chips.say(naming_keys(self._why_not(verb)))

    def _why_not(self, verb: str) -> str:
        if verb in _STATEMENTS:
            return self._why_no_statement()
        if verb == "back_activity" and self._clock.phase in (Phase.RUNNING, Phase.PAUSED):
            return "This is the first activity."
        return _NOT_NOW.get(self._clock.phase, "There is no further activity. {room.end} ends the session.")

    def _why_no_statement(self) -> str:
        current = self._clock.current
        if self._shows:
            return NO_STATEMENT if self._beside.statement is None else "This is the only one here. {room.statement} makes another."
        shown = [place for place, each in enumerate(self._plan) if each.kind is Kind.SHOW]
        if not shown:
            return "This plan puts no statements to the group. {more.plan} adds an activity that does."
        place = next((each for each in shown if current is None or each > current), shown[-1])
        when = "come" if current is None or place > current else "came"
        return f"Statements {when} in activity {place + 1}, {self._plan[place].title}."
