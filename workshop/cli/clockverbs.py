"""The verbs of `workshop clock`, one function each: what words follow, and what is done with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import click

from workshop.errors import WorkshopError
from workshop.model.clock import Phase
from workshop.model.clock.gap import What
from workshop.model.duration import parse_duration, spoken
from workshop.model.records import Session, Verb
from workshop.workbook.book import Workbook
from workshop.workbook.clocking import SIGN_OF_LIFE

NEVER = "never"
"""In place of a time of day: none is fixed any more."""


@dataclass(frozen=True, slots=True)
class Given:
    """What stands on the line after the verb."""

    words: tuple[str, ...]
    dropped: tuple[int, ...] = ()
    pinned: tuple[str, ...] = ()
    place: int | None = None
    kind: str = "open"

    def check(self, name: str, verb: "ClockVerb | None") -> None:
        """Raise a usage error where there are too few words for the verb, or too many; without one there must be none."""
        fewest, most, takes = (verb.fewest, verb.most, verb.takes) if verb else (0, 0, "")
        if not fewest <= len(self.words) <= most:
            raise click.UsageError(f"clock {name} takes {takes or 'no more words'}: see --help")

    def drops(self, book: Workbook, session: Session) -> tuple[int, ...]:
        """The activities to leave out of a catch-up, by index."""
        return tuple(book.activity_index(session, number) for number in self.dropped)

    def pins(self, book: Workbook, session: Session) -> dict[int, float]:
        """The lengths that are set by hand in a catch-up, in seconds by index."""
        found = {}
        for each in self.pinned:
            number, _, length = each.partition("=")
            found[_activity(book, session, number)] = float(parse_duration(length))
        return found


@dataclass(frozen=True, slots=True)
class ClockVerb:
    """What a verb takes, for the help, with the fewest and most words; and what it does, which returns what the status doesn't say."""

    takes: str
    help: str
    fewest: int
    most: int
    act: Callable[[Workbook, Session, Given], str | None]


def _activity(book: Workbook, session: Session, number: str) -> int:
    if not number.strip().isdecimal():
        raise click.UsageError(f'"{number}" is no activity\'s number: see clock status --json')
    return book.activity_index(session, int(number))


def _place(number: str) -> int:
    if not number.strip().isdecimal() or int(number) < 1:
        raise click.UsageError(f'"{number}" is no place of an agenda: they count from 1')
    return int(number) - 1


def _simple(verb: Verb, book: Workbook, session: Session, _given: Given) -> None:
    book.act(session, verb)


def _start(book: Workbook, session: Session, given: Given) -> None:
    book.act(session, Verb.START, activity=_activity(book, session, given.words[0]) if given.words else None)


def _undo(book: Workbook, session: Session, _given: Given) -> str:
    return f"Undone: {book.undo_clock(session)}."


def _redo(book: Workbook, session: Session, _given: Given) -> str:
    return f"Done again: {book.redo_clock(session)}."


def _add(book: Workbook, session: Session, given: Given) -> None:
    activity = _activity(book, session, given.words[1]) if len(given.words) > 1 else None
    book.act(session, Verb.ADD, seconds=parse_duration(given.words[0]), activity=activity)


def _backdate(book: Workbook, session: Session, given: Given) -> None:
    book.backdate(session, parse_duration(given.words[0]))


def _discount(book: Workbook, session: Session, given: Given) -> None:
    activity = _activity(book, session, given.words[1]) if len(given.words) > 1 else None
    book.discount(session, parse_duration(given.words[0]), activity)


def _show(book: Workbook, session: Session, given: Given) -> None:
    named = given.words[0]
    book.show(session, book.artwork(named) if named[:1] in "aA" else book.statement(named))


def _break(book: Workbook, session: Session, given: Given) -> None:
    book.take_break(session, parse_duration(given.words[0]) / 60 if given.words else 10)


def _end_break(book: Workbook, session: Session, _given: Given) -> None:
    book.end_break(session)


def _turn(book: Workbook, session: Session, given: Given) -> str:
    code = given.words[0] if given.words else None
    entry = book.turn(session, "" if code == NEVER else code)
    return f"It is the turn of {entry.text}." if entry.text else "The turns are over."


def _note(book: Workbook, session: Session, given: Given) -> str:
    return f"Noted: {book.note_on_clock(session, given.words[0]).text}"


def _ends_by(book: Workbook, session: Session, given: Given) -> None:
    (word,) = given.words
    book.set_ends_by(session, None if word == NEVER else book.end_of(session, word))


def _starts_at(book: Workbook, session: Session, given: Given) -> None:
    (word,) = given.words
    book.set_starts_at(session, None if word == NEVER else book.moment_of(session, word))


def _drop(book: Workbook, session: Session, given: Given) -> None:
    book.drop_activity(session, _activity(book, session, given.words[0]))


def _move(book: Workbook, session: Session, given: Given) -> None:
    book.move_activity(session, _activity(book, session, given.words[0]), _place(given.words[1]))


def _retime(book: Workbook, session: Session, given: Given) -> None:
    book.retime_activity(session, _activity(book, session, given.words[0]), parse_duration(given.words[1]) / 60)


def _insert(book: Workbook, session: Session, given: Given) -> str:
    title, length = given.words
    position = None if given.place is None else _place(str(given.place))
    entry = book.add_activity(session, title, given.kind, parse_duration(length) / 60, position)
    return f"It is activity {(entry.activity or 0) + 1}."


def _gap(book: Workbook, session: Session, given: Given) -> str:
    """What happened while nobody looked, with its choices; with a number, the answer."""
    if book.status(session).phase in (Phase.NOT_STARTED, Phase.ENDED):
        return "The session is not open."
    found = book.opening_gap(session)
    if found is None:
        return "There is nothing to ask."
    if not given.words and found.what is What.RESUMED and found.seconds < _JUST_NOW and len(found.choices) != 1:
        return f"There is nothing to ask: something was noted {spoken(found.seconds)} ago."
    if not given.words:
        return "\n".join([found.message, *(f"  {number}. {each.words}" for number, each in enumerate(found.choices, 1))])
    number = int(given.words[0]) if given.words[0].isdecimal() else 0
    if not 1 <= number <= len(found.choices):
        raise WorkshopError(f"There is no choice {given.words[0]}.", "See them with: workshop clock WORKSHOP gap")
    book.answer_gap(session, found, found.choices[number - 1])
    return found.choices[number - 1].words


_JUST_NOW = SIGN_OF_LIFE + 60.0
"""Seconds since the last sign of a session for which a Room may still be open."""

VERBS: Mapping[str, ClockVerb] = {
    "start": ClockVerb("[N]", "the next activity, or activity N", 0, 1, _start),
    "pause": ClockVerb("", "", 0, 0, partial(_simple, Verb.PAUSE)),
    "resume": ClockVerb("", "", 0, 0, partial(_simple, Verb.RESUME)),
    "next": ClockVerb("", "", 0, 0, partial(_simple, Verb.NEXT)),
    "back": ClockVerb("", "", 0, 0, partial(_simple, Verb.BACK)),
    "stop": ClockVerb("", "end the activity and begin none", 0, 0, partial(_simple, Verb.STOP)),
    "end": ClockVerb("", "end the session", 0, 0, partial(_simple, Verb.END)),
    "undo": ClockVerb("", "take back the last entry, whoever made it", 0, 0, _undo),
    "redo": ClockVerb("", "take back the last undo", 0, 0, _redo),
    "add": ClockVerb("TIME [N]", "add time, or with a minus take it off", 1, 2, _add),
    "backdate": ClockVerb("TIME", "the last change was so long ago; where nothing is on, start so long ago", 1, 1, _backdate),
    "discount": ClockVerb("TIME [N]", "leave out time that was slept or forgotten", 1, 2, _discount),
    "break": ClockVerb("[TIME]", "an unplanned break, of 10 min unless told", 0, 1, _break),
    "end-break": ClockVerb("", "go on with what the break interrupted", 0, 0, _end_break),
    "turn": ClockVerb("[CODE]", "the turn of a sticker, else of whoever is next; never: the turns are over", 0, 1, _turn),
    "show": ClockVerb("T3", "put a statement to the group, or a picture (A1)", 1, 1, _show),
    "note": ClockVerb('"TEXT"', "note something about the time; timings tells it", 1, 1, _note),
    "ends-by": ClockVerb("14:45", "when the session has to be over, or never", 1, 1, _ends_by),
    "starts-at": ClockVerb("9:30", "when it should begin, or never", 1, 1, _starts_at),
    "insert": ClockVerb('"TITLE" TIME', "an activity that the plan doesn't have", 2, 2, _insert),
    "drop": ClockVerb("N", "leave out an activity to come", 1, 1, _drop),
    "move": ClockVerb("N P", "put one to come at place P of the agenda", 2, 2, _move),
    "retime": ClockVerb("N TIME", "give one on or to come another length", 2, 2, _retime),
    "gap": ClockVerb("[CHOICE]", "what to do about a session that was left open", 0, 1, _gap),
}


def usage() -> str:
    """The verbs for the help, a line each."""
    lines = [f"{name} {each.takes}".strip() + (f": {each.help}" if each.help else "") for name, each in VERBS.items()]
    lines += ["catch-up: how the rest could end in time, a proposal until --yes", "status: nothing but how it stands"]
    return "Verbs:\n\n\b\n" + "\n".join(f"  {line}" for line in lines)
