"""A second, slow reading of a timeline, second by second, to hold the clock against: it shares no code with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from workshop.model.plan import Activity
from workshop.model.records import Entry, Verb

IDLE = -1


@dataclass(frozen=True, order=True)
class Label:
    """What one second was: an activity or IDLE, paused or not, in which visit."""

    activity: int
    paused: bool
    visit: int


@dataclass
class Oracle:
    """The seconds of a session, by the second of the boot clock at which each begins, and what the entries made of them."""

    plan: Sequence[Activity]
    seconds: dict[int, Label] = field(default_factory=dict)
    instead: dict[int, Label] = field(default_factory=dict)
    """What the seconds would be without the last change of phase."""
    was: Label | None = None
    now: Label | None = None
    on: int | None = None
    place: int | None = None
    started: bool = False
    ended: bool = False
    since: int = 0
    reached: int = 0
    visits: int = 0
    added: dict[int, float] = field(default_factory=dict)
    discounted: dict[int, float] = field(default_factory=dict)
    agenda: list[int] = field(default_factory=list)
    kinds: dict[int, str] = field(default_factory=dict)
    """Of the activities that were added."""
    visited: set[int] = field(default_factory=set)
    ignored: list[str] = field(default_factory=list)

    def pass_to(self, second: int) -> None:
        """Let time pass, in what is and in what would be."""
        for each in range(self.reached, second):
            if self.now is not None and not self.ended:
                self.seconds[each] = self.now
            if self.was is not None:
                self.instead[each] = self.was
        self.reached = max(self.reached, second)

    def put_back(self, wanted: int) -> None:
        """Put the last change of phase to another second."""
        bound = wanted
        if self.instead:
            last = self.instead[max(self.instead)]
            bound = max(wanted, min(second for second, label in self.instead.items() if label.visit == last.visit))
        self.since = bound = min(bound, self.reached)
        self.seconds = {second: label for second, label in self.instead.items() if second < bound}
        if self.now is not None and not self.ended:
            self.seconds |= dict.fromkeys(range(bound, self.reached), self.now)

    def change(self, entry: Entry, activity: int, *, paused: bool = False, same_visit: bool = False) -> None:
        """Another phase begins."""
        self.was = self.now
        if self.ended and self.now is not None:
            # The session goes on after all: the time since its end was idle.
            self.seconds |= dict.fromkeys(range(self.since, self.reached), self.now)
        self.visits += 0 if same_visit else 1
        self.instead = dict(self.seconds)
        self.now = Label(activity, paused, self.visits)
        self.on = None if activity == IDLE else activity
        self.place = self.place if activity == IDLE else activity
        self.started, self.ended = True, entry.verb is Verb.END
        self.put_back(self.reached - round(entry.seconds or 0))

    def __post_init__(self) -> None:
        """The agenda is the plan's, to begin with."""
        self.agenda = list(range(len(self.plan)))

    def beside(self, step: int) -> int | None:
        """The activity so many places from the last one."""
        position = step - 1 if self.place is None else self.agenda.index(self.place) + step
        return self.agenda[position] if 0 <= position < len(self.agenda) else None

    def first_to_come(self) -> int:
        """The first place of the agenda that is still to come."""
        return 0 if self.place is None else self.agenda.index(self.place) + 1

    def ran(self, activity: int) -> int:
        """Seconds in which an activity ran."""
        return sum(label.activity == activity and not label.paused for label in self.seconds.values())

    def active(self, activity: int) -> float:
        """The same without what was discounted."""
        ran = self.ran(activity)
        return ran - min(ran, self.discounted.get(activity, 0.0))

    def apply(self, entry: Entry) -> bool:
        """Do what an entry says; False where it can't be."""
        if entry.verb is Verb.BACKDATE:
            if self.started:
                self.put_back(self.reached - round(entry.seconds or 0))
            return self.started
        deeds = {
            Verb.START: self.start,
            **dict.fromkeys((Verb.NEXT, Verb.BACK), self.step),
            **dict.fromkeys((Verb.PAUSE, Verb.RESUME, Verb.STOP, Verb.END), self.hold),
            **dict.fromkeys((Verb.INSERT, Verb.BREAK), self.insert),
            Verb.MOVE: self.move,
            Verb.CATCH_UP: self.catch_up,
        }
        return deeds.get(entry.verb, self.account)(entry)

    def insert(self, entry: Entry) -> bool:
        """Insert and break."""
        index = entry.activity
        if index is None or index < len(self.plan) or index in self.kinds or not entry.seconds or self.ended:
            return False
        place = entry.position
        if entry.verb is Verb.BREAK:
            if not self.started or self.kinds.get(self.place if self.on is not None and self.place is not None else -1) == "break":
                return False
            place = self.first_to_come() if self.on is None else self.agenda.index(self.on)
        elif place is None or not self.first_to_come() <= place <= len(self.agenda):
            return False
        self.agenda.insert(place, index)
        self.kinds[index], self.added[index] = entry.kind, entry.seconds
        if entry.verb is Verb.BREAK:
            self.change(replace(entry, seconds=None), index)
        return True

    def move(self, entry: Entry) -> bool:
        """Another place for what is to come."""
        coming = self.agenda[self.first_to_come() :]
        place = entry.position
        if entry.activity not in coming or place is None or not self.first_to_come() <= place < len(self.agenda):
            return False
        if self.agenda[place] == entry.activity:
            return False
        self.agenda.remove(entry.activity)
        self.agenda.insert(place, entry.activity)
        return True

    def catch_up(self, entry: Entry) -> bool:
        """Several lengths at once, and some left out."""
        named = [index for index, _ in entry.changes]
        if not set(named) | set(entry.dropped) <= set(self.agenda) or set(entry.dropped) & self.visited or not (named or entry.dropped):
            return False
        for index, seconds in entry.changes:
            self.add(index, seconds)
        self.agenda = [each for each in self.agenda if each not in entry.dropped]
        return True

    def add(self, activity: int, seconds: float) -> None:
        """More time, or less, but never less than none."""
        planned = self.plan[activity].minutes * 60 if activity < len(self.plan) else 0
        self.added[activity] = max(self.added.get(activity, 0.0) + seconds, -planned)

    def start(self, entry: Entry) -> bool:
        """Start the next activity, or the one that is named."""
        activity = self.beside(1) if entry.activity is None else entry.activity
        if activity is None or activity not in self.agenda or activity == self.on or (entry.activity is None and self.on is not None):
            return False
        self.change(entry, activity)
        return True

    def hold(self, entry: Entry) -> bool:
        """Pause, resume, stop and end."""
        if entry.verb in (Verb.PAUSE, Verb.RESUME):
            pausing = entry.verb is Verb.PAUSE
            if self.on is None or self.now is None or self.now.paused is pausing:
                return False
            self.change(entry, self.on, paused=pausing, same_visit=True)
            return True
        if self.on is None and (entry.verb is Verb.STOP or not self.started or self.ended):
            return False
        self.change(entry, IDLE, same_visit=self.on is None)
        return True

    def step(self, entry: Entry) -> bool:
        """Next and back."""
        forward = entry.verb is Verb.NEXT
        if not self.started or entry.activity != self.on or (forward and self.ended):
            return False
        activity = self.place if not forward and self.on is None else self.beside(1 if forward else -1)
        if activity is None and (self.on is None or not forward):
            return False
        self.change(entry, IDLE if activity is None else activity)
        return True

    def account(self, entry: Entry) -> bool:
        """What acts on the ledgers and on the plan."""
        activity = self.on if entry.activity is None else entry.activity
        if entry.verb is Verb.NOTE:
            return True
        if activity is None or not (0 <= activity < len(self.plan) or activity in self.kinds):
            return False
        if entry.verb is Verb.ADD and entry.seconds and activity in self.agenda:
            self.add(activity, entry.seconds)
        elif entry.verb is Verb.DISCOUNT and entry.seconds and self.active(activity) > 0:
            self.discounted[activity] = self.discounted.get(activity, 0.0) + min(entry.seconds, self.active(activity))
        elif entry.verb is Verb.DROP and activity in self.agenda and activity not in self.visited:
            self.agenda.remove(activity)
        else:
            return False
        return True


def read(plan: Sequence[Activity], entries: Sequence[Entry], second: int) -> Oracle:
    """The oracle after these entries, at this second of the boot clock."""
    oracle = Oracle(plan)
    for entry in standing(entries):
        if not oracle.started:
            oracle.reached = round(entry.boot)
        oracle.pass_to(round(entry.boot))
        if not oracle.apply(entry):
            oracle.ignored.append(entry.id)
        elif oracle.on is not None:
            oracle.visited.add(oracle.on)
    oracle.pass_to(second)
    return oracle


def standing(entries: Sequence[Entry]) -> list[Entry]:
    """What was not undone: an entry stands unless an undo names it that was good when it was made, and that stands itself."""
    place = {entry.id: index for index, entry in enumerate(entries)}

    @cache
    def stands(index: int, until: int) -> bool:
        undos = (each for each in range(index + 1, until) if entries[each].cancels == entries[index].id)
        return not any(good(each) and stands(each, until) for each in undos)

    @cache
    def good(index: int) -> bool:
        target = place.get(entries[index].cancels or "", index)
        return target < index and stands(target, index) and (entries[target].verb is not Verb.UNDO or good(target))

    return [entry for index, entry in enumerate(entries) if entry.verb is not Verb.UNDO and stands(index, len(entries))]
