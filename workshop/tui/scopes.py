"""What a comparison can be narrowed to, and whom it can be between, as rows to tick; and in words what it is of."""

from collections.abc import Iterator

from workshop.compare.shuffle import shuffle_line
from workshop.compare.words import people
from workshop.model.countable import countable
from workshop.model.perspective import AT, MIXED, plural_of
from workshop.model.records import Session
from workshop.tui.compared import Compared
from workshop.tui.keys import naming_keys
from workshop.tui.widgets.ticklist import Tick
from workshop.workbook.book import Workbook


def sessions_to_tick(book: Workbook) -> list[Tick]:
    """Each session by its reference."""
    return [Tick(id=book.ref(each), title=_called(book, each), more=each.place) for each in _sessions(book)]


def sides_to_tick(book: Workbook, everybody: Compared) -> list[Tick]:
    """The groups that took part, of a comparison of all there is; and of each that met more than once, its people each time."""
    groups = {name: number for name, number in everybody.comparison.people.items() if number}
    rows = [Tick(id=name, title=plural_of(name), more=f"{people(number, name)} took part") for name, number in groups.items()]
    for name in groups:
        rows += _parts(book, name)
    return rows


def limits(compared: Compared, book: Workbook) -> Iterator[str]:
    """What limits every number, a line each: shorter than in the report, where it stands in full."""
    if compared.comparison.confounded:
        yield "The two met in different sessions: a difference may come from that."
    elif line := shuffle_line(compared.comparison):
        yield line
    quotable, remarks = compared.quotable
    if remarks and not quotable:
        yield f"None of the {remarks} remarks may be quoted yet: {_who_notes(book)} notes who agrees."
    elif quotable < remarks:
        yield f"{quotable} of {remarks} remarks may be quoted."


def _who_notes(book: Workbook) -> str:
    """What notes who agrees to be quoted: a key of the Room, where that can be gone into; else only a command does."""
    return naming_keys("{more.people} in the Room") if book.open_session() else f"the command workshop consent {book.folder.name}"


def _parts(book: Workbook, group: str) -> Iterator[Tick]:
    """One group's people in each session, and in each place where it was in several sessions; none where there is but one."""
    sat = [each for each in _sessions(book) if each.group in (group, MIXED)]
    if len(sat) < 2:  # one place, and nothing to compare it with
        return
    plural = plural_of(group)
    places = [each.place for each in sat if each.place]
    several = [place for place in dict.fromkeys(places) if places.count(place) > 1]
    if len(set(places)) > 1:
        for place in several:
            yield Tick(id=f"{group}{AT}{place}", title=f"{plural} in {place}", more="all sessions there")
    for each in sat:
        yield Tick(id=f"{group}{AT}{book.ref(each)}", title=f"{plural} in {book.ref(each)}", more=each.place)


def _sessions(book: Workbook) -> list[Session]:
    kept = countable(book.records).sessions.values()
    return sorted(kept, key=lambda each: (each.number, each.id))


def _called(book: Workbook, session: Session) -> str:
    return f"{book.ref(session)} {plural_of(session.group)}" if session.group != MIXED else f"{book.ref(session)} a mixed group"
