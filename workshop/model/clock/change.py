"""What each verb does to the state of the clock."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from workshop.model.clock.ledger import ledgers
from workshop.model.clock.state import Phase, State
from workshop.model.plan import Activity, Kind
from workshop.model.records import Entry, Verb


def applied(state: State, entry: Entry, at: float) -> State:
    """The state after an entry that is not refused (rules.py), at session time `at`."""
    phase_after = _PHASES.get(entry.verb)
    if phase_after is not None:
        phase, place = _goes_to(state, entry, phase_after)
        return state.moved(at, entry.seconds or 0.0, phase, place)
    if entry.verb is Verb.BACKDATE:
        return state.backdated(at, entry.seconds or 0.0)
    adjust = _ADJUSTMENTS.get(entry.verb)
    return adjust(state, entry, at) if adjust else state


_PHASES = {
    Verb.START: Phase.RUNNING,
    Verb.NEXT: Phase.RUNNING,
    Verb.BACK: Phase.RUNNING,
    Verb.PAUSE: Phase.PAUSED,
    Verb.RESUME: Phase.RUNNING,
    Verb.STOP: Phase.BETWEEN,
    Verb.END: Phase.ENDED,
}


def _goes_to(state: State, entry: Entry, phase: Phase) -> tuple[Phase, int | None]:
    if entry.verb is Verb.START:
        return phase, state.following if entry.activity is None else entry.activity
    if entry.verb is Verb.NEXT:
        # The last activity ends; the session is only over when somebody says so.
        return (Phase.BETWEEN, state.place) if state.following is None else (phase, state.following)
    if entry.verb is Verb.BACK and state.current is not None:
        return phase, state.preceding
    return phase, state.place


def _target(state: State, entry: Entry) -> int:
    activity = state.current if entry.activity is None else entry.activity
    if activity is None:
        raise ValueError(f"{entry.verb} without an activity was not refused")
    return activity


def _add(state: State, entry: Entry, _at: float) -> State:
    return _added(state, [(_target(state, entry), entry.seconds or 0.0)])


def _catch_up(state: State, entry: Entry, _at: float) -> State:
    return _without(_added(state, entry.changes), entry.dropped)


def _added(state: State, changes: Sequence[tuple[int, float]]) -> State:
    # What is taken away ends at nothing, or adding a minute to an emptied activity would give none.
    added = dict(state.added)
    for index, seconds in changes:
        added[index] = max(added.get(index, 0.0) + seconds, -state.planned(index))
    return replace(state, added=added)


def _discount(state: State, entry: Entry, at: float) -> State:
    index = _target(state, entry)
    left_out = min(entry.seconds or 0.0, ledgers(state, at)[index].active)
    return replace(state, discounted={**state.discounted, index: state.discounted.get(index, 0.0) + left_out})


def _drop(state: State, entry: Entry, _at: float) -> State:
    return _without(state, [_target(state, entry)])


def _without(state: State, dropped: Collection[int]) -> State:
    return replace(state, order=tuple(each for each in state.order if each not in dropped))


def _insert(state: State, entry: Entry, _at: float) -> State:
    return state.inserted(_activity(entry), _target(state, entry), entry.position or 0, entry.seconds or 0.0)


def _break(state: State, entry: Entry, at: float) -> State:
    """Stop for a break: it stands before what it interrupts, which is next after it and goes on with the time it has left."""
    index, coming = _target(state, entry), len(state.order) - len(state.upcoming)
    position = coming if state.current is None else state.order.index(state.current)
    return state.inserted(_activity(entry), index, position, entry.seconds or 0.0).moved(at, 0.0, Phase.RUNNING, index)


def _activity(entry: Entry) -> Activity:
    return Activity(title=entry.text, kind=Kind(entry.kind), minutes=(entry.seconds or 0.0) / 60)


def _move(state: State, entry: Entry, _at: float) -> State:
    others = [each for each in state.order if each != entry.activity]
    others.insert(entry.position or 0, _target(state, entry))
    return replace(state, order=tuple(others))


def _turn(state: State, entry: Entry, at: float) -> State:
    index = _target(state, entry)
    return replace(state, turns={**state.turns, index: (*state.turns.get(index, ()), (entry.text, at))})


def _show(state: State, entry: Entry, _at: float) -> State:
    return replace(state, shown={**state.shown, _target(state, entry): entry.statement or entry.artwork})


def _starts_at(state: State, entry: Entry, _at: float) -> State:
    return replace(state, starts_at=entry.moment)


def _ends_by(state: State, entry: Entry, _at: float) -> State:
    return replace(state, ends_by=entry.moment)


_ADJUSTMENTS: Mapping[Verb, Callable[[State, Entry, float], State]] = {
    Verb.ADD: _add,
    Verb.CATCH_UP: _catch_up,
    Verb.DISCOUNT: _discount,
    Verb.DROP: _drop,
    Verb.MOVE: _move,
    Verb.INSERT: _insert,
    Verb.BREAK: _break,
    Verb.TURN: _turn,
    Verb.SHOW: _show,
    Verb.STARTS_AT: _starts_at,
    Verb.ENDS_BY: _ends_by,
}
