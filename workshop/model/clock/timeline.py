"""`fold`: the entries of a session's timeline into its clock. Display, recovery, undo and the report are all this one fold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any

from workshop.errors import WorkshopError
from workshop.model.clock.change import applied
from workshop.model.clock.rules import refusal
from workshop.model.clock.snapshot import snapshot
from workshop.model.clock.state import Phase, State
from workshop.model.clock.status import Status
from workshop.model.clock.undo import ASIDE, Ignored, effect
from workshop.model.plan import Activity, Kind
from workshop.model.reading import Reading, Timebase
from workshop.model.records import Entry, Verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A session's clock after its entries so far. `ignored` are those that could not be; `undoes` and `redoes` what undo and redo cancel.

    An UNDO names `undoes.id`, a redo is an UNDO that names `redoes.id`. NEXT and BACK name `current`, the activity that they leave, so
    that two windows pressing at one moment don't skip one.
    """

    state: State
    timebase: Timebase
    zone: tzinfo
    ignored: tuple[Ignored, ...] = ()
    undoes: Entry | None = None
    redoes: Entry | None = None
    standing: frozenset[str] = frozenset()
    """The ids of the entries that nothing has undone, undos among them."""

    @property
    def phase(self) -> Phase:
        """Where the session is."""
        return self.state.phase

    @property
    def current(self) -> int | None:
        """The activity that is on, running or paused, as an index into the plan."""
        return self.state.current

    def at(self, now: Reading) -> Status:
        """All that a screen or a report may want to say, at this instant. Before the last entry it is what that entry made."""
        return snapshot(self.state, self.timebase, self.zone, now)


def fold(plan: Sequence[Activity], entries: Sequence[Entry], zone: tzinfo = UTC) -> Clock:
    """The clock that these entries, in their order, make of the plan. `zone` is where the plan's times of day are meant.

    An entry that is impossible when its turn comes is passed over, the same way in every window, and is found in `ignored`.
    """
    undone = effect(entries)
    state, timebase, ignored, undoes = State.beginning(plan), Timebase(), list(undone.ignored), None
    for entry in undone.in_effect:
        reading = Reading.of(entry)
        at = timebase.at(reading)
        refused = refusal(state, entry, at)
        if refused:
            ignored.append(Ignored(entry, refused.why))
            continue
        timebase = timebase.extended(reading)
        state = applied(state, entry, at)
        if entry.verb not in ASIDE:
            undoes = entry
    return Clock(
        state=state, timebase=timebase, zone=zone, ignored=tuple(ignored), undoes=undoes, redoes=undone.redo, standing=undone.standing
    )


def allowed(clock: Clock) -> frozenset[Verb]:
    """The verbs that would do something now: what a footer lists. Those that need an activity or a length are given one that fits."""
    state, timebase = clock.state, clock.timebase
    coming = state.following
    now = timebase.last.wall if timebase.last else datetime.min.replace(tzinfo=UTC)
    change = () if coming is None else ((coming, -1.0),)
    new = {"activity": len(state.activities), "text": "-", "kind": Kind.BREAK}
    # A second later, since what was only just begun has no time yet that could be discounted.
    later = timebase.seconds + 1
    fields: Mapping[Verb, Mapping[str, Any]] = {
        Verb.NEXT: {"activity": state.current},
        Verb.BACK: {"activity": state.current},
        Verb.DROP: {"activity": coming},
        Verb.MOVE: {"activity": coming, "position": len(state.order) - 1},
        Verb.CATCH_UP: {"changes": change},
        Verb.INSERT: {**new, "position": len(state.order)},
        Verb.BREAK: new,
    }
    probes = (Entry(id="", session="", verb=verb, at=now, **{"seconds": 1.0, **fields.get(verb, {})}) for verb in Verb)
    possible = {probe.verb for probe in probes if probe.verb is not Verb.UNDO and refusal(state, probe, later) is None}
    return frozenset(possible | {Verb.UNDO} if clock.undoes or clock.redoes else possible)


def check(clock: Clock, entry: Entry) -> None:
    """Raise WorkshopError, with the cure, where this entry would be ignored."""
    if entry.verb is Verb.UNDO:
        if not entry.cancels:
            raise WorkshopError("There is nothing to undo.")
        if entry.cancels not in clock.standing:
            raise WorkshopError("That was undone already.", "Redo brings it back.")
        return
    refused = refusal(clock.state, entry, clock.timebase.at(Reading.of(entry)))
    if refused:
        raise WorkshopError(*refused)
