"""The clock's verbs besides start, pause and next: fixed times, what happened while nobody looked, turns."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count, islice
from pathlib import Path

from workshop.clocks import local_zone
from workshop.clocks import read as read_clock
from workshop.errors import WorkshopError
from workshop.model.clock import Phase
from workshop.model.clock.gap import Choice, Gap, between_looks, on_opening
from workshop.model.clock.turn import waiting
from workshop.model.clock.words import clock_time
from workshop.model.reading import Reading, seconds_between
from workshop.model.records import Entry, Session, Verb
from workshop.model.rehearsal import taken_up
from workshop.model.timeofday import END_LOOK_BACK, LOOK_BACK, instant_near, parse_time
from workshop.store.repository import Repository
from workshop.text import clean_line
from workshop.workbook.instants import Clock
from workshop.workbook.sessions import Sessions

SIGN_OF_LIFE = 5 * 60.0
"""Seconds after which a look at a session that is on is kept, so that a crash is noticed to the minute and not to the last remark."""

TRIED_AGAIN = 10.0
"""Seconds after which a disk that took nothing is tried again."""


class Clocking(Sessions):
    """The verbs that drive the clock."""

    def __init__(self, folder: Path, repository: Repository, clock: Clock = read_clock) -> None:
        """As a desk."""
        super().__init__(folder, repository, clock)
        self._looked: dict[str, Reading] = {}

    def moment_of(self, session: Session | None, text: str) -> datetime:
        """The instant that a time of day such as "14:45" means, near now, or near the session where one is given. Raises WorkshopError."""
        return self._near(session, text, LOOK_BACK)

    def end_of(self, session: Session | None, text: str) -> datetime:
        """The same for when a session must be over: hardly before now, or before the session. Raises WorkshopError."""
        return self._near(session, text, END_LOOK_BACK)

    def _near(self, session: Session | None, text: str, look_back: timedelta) -> datetime:
        now = self.reading(session).wall if session else self.now()
        status = self.status(session) if session and session.plan else None
        reference = (status.started or status.planned_start or now) if status else now
        return instant_near(parse_time(text), reference, local_zone(), look_back)

    def set_ends_by(self, session: Session, moment: datetime | None, now: Reading | None = None) -> Entry:
        """Say when the session has to be over, whatever happens; None takes it away."""
        entry = self._entry(session, Verb.ENDS_BY, now, moment=moment)
        self._enter(session, _fixing("latest end", moment), entry)
        return entry

    def set_starts_at(self, session: Session, moment: datetime | None, now: Reading | None = None) -> Entry:
        """Say when the session should begin; None takes it away."""
        entry = self._entry(session, Verb.STARTS_AT, now, moment=moment)
        self._enter(session, _fixing("planned start", moment), entry)
        return entry

    def backdate(self, session: Session, seconds: float, now: Reading | None = None) -> Entry:
        """Say that what was done last was really so long ago; where nothing is on, start what is next then. Raises WorkshopError."""
        idle = self.clock(session).phase in (Phase.NOT_STARTED, Phase.BETWEEN)
        return self.act(session, Verb.START if idle else Verb.BACKDATE, seconds=seconds, now=now)

    def discount(self, session: Session, seconds: float, activity: int | None = None, now: Reading | None = None) -> Entry:
        """Leave so much out of the time of an activity, else of the one that is on: it was slept, or forgotten. Raises WorkshopError."""
        return self.act(session, Verb.DISCOUNT, seconds=seconds, activity=activity, now=now)

    def note_on_clock(self, session: Session, text: str, now: Reading | None = None) -> Entry:
        """Note something about the time ("fire alarm"); it acts on nothing. Raises WorkshopError."""
        words = clean_line(text)
        if not words:
            raise WorkshopError("There is nothing in that note.")
        entry = self._entry(session, Verb.NOTE, now, text=words)
        self._enter(session, "the note on the clock", entry)
        return entry

    def turn(self, session: Session, code: str | None = None, now: Reading | None = None) -> Entry:
        """Give the next turn to a code, or without one to whoever is next; an empty code ends the turns. Raises WorkshopError."""
        if code is None:
            coming = self.turns_to_come(session)
            if not coming:
                raise WorkshopError("Nobody is known here who could be next.", "Say whose turn it is: a sticker, such as 3.")
            code = coming[0]
        entry = self._entry(session, Verb.TURN, now, text=clean_line(code))
        self._enter(session, f"the turn of {entry.text}" if entry.text else "the end of the turns", entry)
        return entry

    def turns_to_come(self, session: Session) -> tuple[str, ...]:
        """Who has had the fewest turns in the activity that is on, in order: by their codes, and by number whoever has none yet."""
        clock = self.clock(session)
        names = self._stickers(session)
        had = () if clock.current is None else tuple(name for name, _ in clock.state.turns.get(clock.current, ()) if name)
        return waiting(tuple(names.values()), tuple(names.get(name, names.get(f"{self._letter(session)}{name}", name)) for name in had))

    def _stickers(self, session: Session) -> Mapping[str, str]:
        """As many as are here at least, by the codes of their stickers, in order: what each is called as a turn is given.

        Who has said nothing yet has a number alone where one group is in the room, else the code that the sticker would be.
        """
        present = dict(session.present)
        known = {each.code: each.perspective for each in self.records.participants.values() if each.cohort == session.cohort}
        found = set(known)
        for group in self.perspectives:
            own = [code for code, perspective in known.items() if perspective == group.name]
            silent = (code for number in count(1) if (code := f"{group.letter}{number}") not in known)
            found.update(islice(silent, max(0, present.get(group.name, 0) - len(own))))
        ordered = sorted(found, key=lambda code: (len(code), code))
        return {code: code if code in known else code.removeprefix(self._letter(session)) for code in ordered}

    def _letter(self, session: Session) -> str:
        """Of the group that is in the room; "" of a mixed one."""
        return next((each.letter for each in self.perspectives if each.name == session.group), "")

    def opening_gap(self, session: Session, now: Reading | None = None) -> Gap | None:
        """What to tell, and perhaps to ask, of a session that is found open when a window begins; None where there is nothing to say.

        A rehearsal just goes on from where it was seen last, which is kept.
        """
        last = self._last_sign_of_life(session)
        if last is None:
            return None
        if session.rehearsal is not None:
            entry = self._entry(session, Verb.OBSERVED, taken_up(last.wall, session.rehearsal, self.read_clock()))
            self.repository.put(replace(entry, text="The rehearsal goes on."))
            return None
        return on_opening(last, now or self.reading(session), self.clock(session).phase, local_zone())

    def answer_gap(self, session: Session, gap: Gap, choice: Choice, now: Reading | None = None) -> None:
        """Keep what happened, and carry out what was chosen, as one change. Raises WorkshopError and NotSavedError."""
        reading = now or self.reading(session)
        # An end lies further back by as long as the question has waited for its answer.
        waited = max(0.0, seconds_between(gap.record[-1], reading)) if gap.record else 0.0
        clock, entries = self.clock(session), self._observed(session, gap)
        for verb, seconds in choice.entries:
            if verb is Verb.DISCOUNT:
                entries.append(self._entry(session, verb, reading, seconds=seconds, activity=clock.current))
            elif verb is not Verb.END:
                entries.append(self._entry(session, verb, reading, seconds=seconds))
            elif clock.phase is not Phase.ENDED:
                entries.append(self._entry(session, verb, reading, seconds=(seconds or 0.0) + waited))
        if entries:
            self._enter(session, f"the answer: {choice.words}", *entries)

    def gaps_between(self, session: Session, previous: Reading, now: Reading) -> tuple[Gap, ...]:
        """What happened between two looks at the session, by `reading`: kept, and to be told; mostly nothing.

        A look is itself kept every few minutes while the session is on, as a sign of life; and what could not be saved before is tried
        again. Raises NotSavedError.
        """
        if self._held.get(session.id) and self._since_look(session, now) >= TRIED_AGAIN:
            self._looked[session.id] = now
            self.save_held(session)
        if session.rehearsal is not None:
            return ()
        phase = self.clock(session).phase
        gaps = between_looks(previous, now, phase)
        kept = [entry for gap in gaps for entry in self._observed(session, gap)]
        if not kept and phase not in (Phase.NOT_STARTED, Phase.ENDED) and self._is_quiet(session, now):
            kept = [self._entry(session, Verb.OBSERVED, now)]
        if kept:
            self._looked[session.id] = now
            self._keep(session, "", *kept)
        return gaps

    def _since_look(self, session: Session, now: Reading) -> float:
        """Seconds since a look was kept last, or could not be."""
        looked = self._looked.get(session.id)
        return float("inf") if looked is None else abs(seconds_between(looked, now))

    def _is_quiet(self, session: Session, now: Reading) -> bool:
        """Whether no entry, remark or look was kept for a while; one that can't be saved is tried again no sooner."""
        if self._since_look(session, now) < SIGN_OF_LIFE:
            return False
        last = self._last_sign_of_life(session)
        if last is not None and seconds_between(last, now) < SIGN_OF_LIFE:
            self._looked[session.id] = last
            return False
        return True

    def _last_sign_of_life(self, session: Session) -> Reading | None:
        """The reading of the last entry or, where one was said since, of the last remark: as far from the entry as their walls are."""
        entries = self.timeline(session)
        if not entries:
            return None
        last = Reading.of(entries[-1])
        now = self.reading(session)
        remarks = (each.at for each in self.records.reflections.values() if each.session == session.id)
        said = max((at for at in remarks if last.wall < at <= now.wall), default=None)
        if said is None:
            return last
        later = Reading(said, last.boot + (said - last.wall) / timedelta(seconds=1), last.boot_id)
        return min(later, now, key=lambda each: each.boot) if last.boot_id == now.boot_id else later

    def _observed(self, session: Session, gap: Gap) -> list[Entry]:
        """The readings that a gap asks to be kept, as entries; without those that are kept already."""
        known = {Reading.of(entry) for entry in self.timeline(session)}
        return [self._entry(session, Verb.OBSERVED, each, text=gap.message) for each in gap.record if each not in known]


def _fixing(what: str, moment: datetime | None) -> str:
    return f"taking away the {what}" if moment is None else f"the {what} at {clock_time(moment, local_zone())}"
