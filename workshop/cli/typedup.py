"""What `workshop capture` says of typed-up notes: into which session they go, and at the end what was taken, and as whose."""

from collections import Counter
from collections.abc import Iterator, Sequence

from workshop.clocks import local_zone
from workshop.model.capture import Speaker
from workshop.model.clock import Phase
from workshop.model.perspective import MIXED, UNKNOWN, plural_of
from workshop.model.records import Session
from workshop.workbook.book import Workbook
from workshop.workbook.capturing import Saved
from workshop.workbook.typingup import Page

_NAMED = 5
"""So many lines are named where more have something in common."""


def into_words(book: Workbook, page: Page, *, begun: bool, chosen: bool) -> str:
    """Into which session lines go, how that stands, and how to choose another; `chosen` says that it was named."""
    session = page.session
    about = [f"Into {book.ref(session)}, {_with_whom(session)}"]
    if begun:
        return f"{about[0]}: begun now, for these notes."
    if session.title:
        about.append(f'"{session.title}"')
    about.append(f"of {session.created.astimezone(local_zone()):%d %B %Y}".replace(" 0", " "))
    told = f"{', '.join(about)}: {_how_it_stands(book, page)}."
    known = sum(each.cohort == session.cohort for each in book.records.participants.values())
    if known:
        told += f" {known} {'sticker is' if known == 1 else 'stickers are'} known in it: the same number is the same person."
    return told if chosen else f"{told}\n{_others(book, session)}"


def _others(book: Workbook, session: Session) -> str:
    """How to take another session."""
    alike = [each for each in book.sessions() if each.group == session.group and not each.imported and each.id != session.id]
    named = ", ".join(book.ref(each) for each in alike[:_NAMED])
    another = f" The same group has {named} too: name it with --session {book.ref(alike[0])}." if alike else ""
    group = session.group if session.group != MIXED else MIXED
    return f"Not that one?{another} Notes of another day: --group {group} --new begins a session for them."


def _with_whom(session: Session) -> str:
    return "a mixed session" if session.group == MIXED else f"with {plural_of(session.group)}"


def _how_it_stands(book: Workbook, page: Page) -> str:
    if not page.session.plan:
        return "typed-up notes"
    if page.activity is not None:
        return f"the lines belong to activity {page.activity + 1}, {book.activities(page.session)[page.activity].title}"
    clock = book.clock(page.session)
    if clock.phase is Phase.NOT_STARTED:
        return "its clock has not started"
    if clock.phase is Phase.ENDED:
        return "it has ended"
    if clock.current is None:
        return "it is open, between two activities"
    return f"it is open, and the lines belong to the activity that is on, {book.activities(page.session)[clock.current].title}"


class Tally:
    """What was taken down, line by line."""

    def __init__(self, workshop: str, *, counted: bool = True) -> None:
        """Of lines that go into this workshop, as it was named; `counted` says that it is known how many people were there."""
        self._counted = counted
        self.refused = 0
        self._workshop = workshop
        self._speakers: Counter[str] = Counter()
        self._unsaid: list[str] = []
        self._unasked: list[str] = []
        self._taken = 0
        self._first = ""

    def add(self, number: int, line: str, saved: Saved) -> None:
        """Count line `number`; one that goes on with the remark before ("+") has its speaker."""
        captured = saved.captured
        if not saved.ref:
            return
        self._taken += 1
        if line.lstrip().startswith("+"):
            return
        self._speakers[_called(captured.speaker)] += 1
        if not captured.speaker_given:
            self._first = self._first or saved.ref
            self._unsaid.append(f"line {number} ({saved.ref}: as {_called(captured.speaker)})")
        if captured.statement and saved.response is None and saved.reflection is not None:
            self._unasked.append(f"line {number} ({captured.statement})")

    def words(self) -> Iterator[str]:
        """What came of it, a sentence or two a line."""
        workshop = self._workshop
        if not self._taken:
            yield "No line was taken down."
            return
        whose = ", ".join(f"{count} as {name}" for name, count in self._speakers.most_common())
        lines = "1 line" if self._taken == 1 else f"{self._taken} lines"
        back = "" if self._taken == 1 else f" --times {self._taken}"
        yield f"Taken down: {lines}, {whose}. To take that back: workshop undo {workshop}{back}"
        if self._unsaid:
            yield f"No speaker stands before {_some(self._unsaid)}."
            yield f"A heading is no remark: workshop strike {workshop} {self._first} takes that one out."
        if not self._counted:
            yield "How many were there is not known: shares are of those with a sticker. --present 8 says that 8 were."
        if self._unasked:
            yield (
                f"Said of a statement unasked, and so no answer to it: {_some(self._unasked)}. "
                "If it was put to the group, say so first with a line  shown: T1"
            )


def _called(speaker: Speaker) -> str:
    if speaker.code:
        return speaker.code
    if speaker.perspective == UNKNOWN:
        return "nobody named"
    return plural_of(speaker.perspective) if speaker.lasts else "the note-taker"


def _some(lines: Sequence[str]) -> str:
    more = len(lines) - _NAMED
    return ", ".join(lines[:_NAMED]) + (f" and {more} more" if more > 0 else "")
