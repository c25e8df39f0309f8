"""What can't be done in a state, said with its cure. The fold passes over what is refused here; a screen asks first."""

from collections.abc import Callable, Mapping
from math import isfinite
from typing import NamedTuple

from workshop.model.clock.ledger import ledgers
from workshop.model.clock.state import TAKEN_BACK, Phase, State
from workshop.model.plan import Kind
from workshop.model.records import Entry, Verb

DAY = 24 * 60 * 60.0
"""No length of time in a session is longer, in seconds: a larger number is a slip."""
LONG_AGO = 3650 * DAY
"""A session that was left open is closed at its last entry, however many days ago that was."""
MOST_INSERTED = 100
"""No session adds more activities to its plan."""

MOVES = frozenset({Verb.START, Verb.PAUSE, Verb.RESUME, Verb.NEXT, Verb.BACK, Verb.STOP, Verb.END, Verb.BACKDATE})
"""The verbs whose `seconds` say how long ago it really was."""


class Refusal(NamedTuple):
    """Why something can't be done, and what would help."""

    why: str
    cure: str = ""


NOT_STARTED = Refusal("The session has not started.", "Start it first.")
NOTHING_ON = Refusal("No activity is on.", "Start an activity first.")
NOT_HERE = Refusal("There is no such activity in this session.", "Choose one from the agenda.")
LEFT = Refusal("That activity was left already.", "Look which one is on now: the other window may have gone on.")
ENDED = Refusal("The session has ended.", "Undo the end, or go back into an activity.")
NO_LENGTH = Refusal("That is no length of time that a session can hold.", "Give it as 10, 1h30 or 90s, at most 24 hours.")


def refusal(state: State, entry: Entry, at: float) -> Refusal | None:
    """Why `entry` can do nothing in this state at session time `at`, or None where it can."""
    if entry.seconds is not None:
        longest = LONG_AGO if entry.verb in MOVES else DAY
        if not (isfinite(entry.seconds) and abs(entry.seconds) <= longest):
            return NO_LENGTH
        if entry.verb in MOVES and entry.seconds < 0:
            return Refusal("What has happened lies in the past.", "Say how long ago it was, as 90s or 2.")
    rule = _RULES.get(entry.verb)
    return rule(state, entry, at) if rule else None


def _start(state: State, entry: Entry, _at: float) -> Refusal | None:
    if entry.activity is not None:
        if entry.activity not in state.order:
            return NOT_HERE
        return Refusal("That activity is on already.") if entry.activity == state.current else None
    if state.current is not None:
        return Refusal("The session is running already.", "Go on with next.")
    if state.following is None:
        return Refusal("There is no further activity.", "Go back into one, or end the session.")
    return None


def _next(state: State, entry: Entry, _at: float) -> Refusal | None:
    if state.phase is Phase.NOT_STARTED:
        return NOT_STARTED
    if state.phase is Phase.ENDED:
        return ENDED
    if entry.activity != state.current:
        return LEFT
    if state.current is None and state.following is None:
        return Refusal("There is no further activity.", "End the session, or go back into an activity.")
    return None


def _back(state: State, entry: Entry, _at: float) -> Refusal | None:
    if state.phase is Phase.NOT_STARTED:
        return NOT_STARTED
    if entry.activity != state.current:
        return LEFT
    if state.current is not None and state.preceding is None:
        return Refusal("This is the first activity.", "To take the start back, undo it.")
    return None


def _pause(state: State, _entry: Entry, _at: float) -> Refusal | None:
    if state.phase is Phase.PAUSED:
        return Refusal("The clock is paused already.", "Resume it to go on.")
    return None if state.phase is Phase.RUNNING else NOTHING_ON


def _resume(state: State, _entry: Entry, _at: float) -> Refusal | None:
    if state.phase is Phase.RUNNING:
        return Refusal("The clock is running already.")
    return None if state.phase is Phase.PAUSED else NOTHING_ON


def _on(state: State, _entry: Entry, _at: float) -> Refusal | None:
    return NOTHING_ON if state.current is None else None


def _end(state: State, _entry: Entry, _at: float) -> Refusal | None:
    if state.phase is Phase.NOT_STARTED:
        return Refusal(NOT_STARTED.why, "Start it first, or throw it away: workshop discard WORKSHOP S1")
    return Refusal("The session has ended already.") if state.phase is Phase.ENDED else None


def _add(state: State, entry: Entry, _at: float) -> Refusal | None:
    activity = state.current if entry.activity is None else entry.activity
    if activity is None:
        return NOTHING_ON
    return _length(entry) if activity in state.order else NOT_HERE


def _catch_up(state: State, entry: Entry, _at: float) -> Refusal | None:
    if any(activity not in state.order for activity, _ in entry.changes):
        return NOT_HERE
    refused = next((found for found in (_dropped(state, each) for each in entry.dropped) if found), None)
    if refused:
        return refused
    fits = (entry.changes or entry.dropped) and all(isfinite(seconds) and abs(seconds) <= DAY for _, seconds in entry.changes)
    return None if fits else NO_LENGTH


def _backdate(state: State, entry: Entry, _at: float) -> Refusal | None:
    if state.phase is Phase.NOT_STARTED:
        return NOT_STARTED
    return None if entry.seconds is not None else NO_LENGTH


def _discount(state: State, entry: Entry, at: float) -> Refusal | None:
    activity = state.current if entry.activity is None else entry.activity
    if activity is None:
        return NOTHING_ON
    if not 0 <= activity < len(state.activities):
        return NOT_HERE
    if (entry.seconds or 0) <= 0:
        return NO_LENGTH
    return None if ledgers(state, at)[activity].active > 0 else Refusal("That activity has no time that could be left out.")


def _drop(state: State, entry: Entry, _at: float) -> Refusal | None:
    return NOT_HERE if entry.activity is None else _dropped(state, entry.activity)


def _dropped(state: State, activity: int) -> Refusal | None:
    if activity not in state.order:
        return NOT_HERE
    if any(segment.activity == activity for segment in state.segments(state.since)):
        return Refusal("That activity has been on.", "Only what is still to come can be dropped.")
    return None


def _move(state: State, entry: Entry, _at: float) -> Refusal | None:
    if entry.activity not in state.upcoming:
        return Refusal("That activity is not to come.", "Only what is still to come can be moved.")
    first = len(state.order) - len(state.upcoming)
    if entry.position is None or not first <= entry.position < len(state.order):
        return Refusal("It can't be moved there.", "Choose a place among what is still to come.")
    return Refusal("It is there already.") if state.order[entry.position] == entry.activity else None


def _insert(state: State, entry: Entry, _at: float) -> Refusal | None:
    if state.phase is Phase.ENDED:
        return ENDED
    first = len(state.order) - len(state.upcoming)
    if entry.position is None or not first <= entry.position <= len(state.order):
        return Refusal("Nothing can be put there.", "Choose a place among what is still to come.")
    return _new(state, entry)


def _break(state: State, entry: Entry, _at: float) -> Refusal | None:
    if state.phase is Phase.NOT_STARTED:
        return NOT_STARTED
    if state.phase is Phase.ENDED:
        return ENDED
    if state.current is not None and state.activities[state.current].kind is Kind.BREAK:
        return Refusal("This is a break already.", "Add time to it.")
    return _new(state, entry)


def _new(state: State, entry: Entry) -> Refusal | None:
    """Why an entry makes no new activity: its index is another's, or it lacks what an activity needs."""
    index = -1 if entry.activity is None else entry.activity
    free = index >= len(state.activities) or (index >= state.given and state.activities[index] is TAKEN_BACK)
    if not free or index >= state.given + MOST_INSERTED:
        return Refusal("Another window added an activity at the same moment.", "Look at the agenda, and add yours again.")
    if not entry.text or entry.kind not in set(Kind):
        return Refusal("An activity needs a title and a kind.")
    return None if (entry.seconds or 0) > 0 else NO_LENGTH


def _turn(state: State, entry: Entry, _at: float) -> Refusal | None:
    return NOTHING_ON if state.current is None or entry.activity not in (None, state.current) else None


def _show(state: State, entry: Entry, _at: float) -> Refusal | None:
    return NOTHING_ON if entry.activity is None and state.current is None else None


def _length(entry: Entry) -> Refusal | None:
    return None if entry.seconds else NO_LENGTH


_RULES: Mapping[Verb, Callable[[State, Entry, float], Refusal | None]] = {
    Verb.START: _start,
    Verb.NEXT: _next,
    Verb.BACK: _back,
    Verb.PAUSE: _pause,
    Verb.RESUME: _resume,
    Verb.STOP: _on,
    Verb.END: _end,
    Verb.ADD: _add,
    Verb.CATCH_UP: _catch_up,
    Verb.BACKDATE: _backdate,
    Verb.DISCOUNT: _discount,
    Verb.DROP: _drop,
    Verb.MOVE: _move,
    Verb.INSERT: _insert,
    Verb.BREAK: _break,
    Verb.TURN: _turn,
    Verb.SHOW: _show,
}
