"""Typing up: notes that were taken on paper, line by line into a session, and what of them can't be taken before any of it is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop.errors import WorkshopError
from workshop.model.capture import Speaker, sticky_after
from workshop.model.capture.hints import KEPT, lost_answer
from workshop.model.capture.put import statement_put
from workshop.model.perspective import MIXED
from workshop.model.records import Session, Statement
from workshop.workbook.answering import NothingShownError
from workshop.workbook.capturing import Capturing, Saved


@dataclass(frozen=True, slots=True)
class Page:
    """How far notes have been typed up: who spoke last, and which statement was put to the group, if any."""

    session: Session
    activity: int | None = None
    sticky: Speaker | None = None
    put: Statement | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A line, by its number from 1, that can't be taken, and why."""

    number: int
    line: str
    why: str


class TypingUp(Capturing):
    """The verbs that take down typed-up notes."""

    def type_up(self, page: Page, line: str) -> tuple[Saved | None, Page]:
        """Take down one line of them, as `capture` does; and the page after it.

        A blank line is nothing, and `shown: T1` says that the lines after it answer a statement which was put to the group, until
        `shown: nothing`. So does a show of hands on a statement that it names. Raises WorkshopError.
        """
        put = statement_put(line)
        if put is not None:
            return None, replace(page, put=self.statement(put) if put else None)
        if not line.strip():
            return None, page
        try:
            saved = self.capture(page.session, line, sticky=page.sticky, activity=page.activity, put=page.put)
        except NothingShownError as error:
            raise WorkshopError(error.message, self._shown_first()) from error
        named = saved.captured.statement if saved.response is not None and saved.captured.answers is not None else ""
        return saved, replace(page, sticky=saved.sticky, put=self.statement(named) if named else page.put)

    def session_to_begin(self, group: str) -> Session:
        """What a session for typed-up notes of a group will be, before there is one: to look through the notes. Raises WorkshopError."""
        name = MIXED if group.strip().casefold() == MIXED else self.perspective(group).name
        return Session(id="", number=self.repository.next_number("sessions"), group=name, cohort="", created=self.now())

    def faults_in(self, page: Page, lines: Iterable[str]) -> tuple[Fault, ...]:
        """The lines that `type_up` would refuse, or keep as words though they were meant as answers; nothing is written."""
        self.refresh()
        found: list[Fault] = []
        met: dict[str, str] = {}
        for number, line in enumerate(lines, 1):
            try:
                page, why = self._would_take(page, line, met)
            except NothingShownError as error:
                why = f"{error.message} {self._shown_first()}"
            except WorkshopError as error:
                why = f"{error.message} {error.cure}".strip()
            if why:
                found.append(Fault(number, line, why))
        return tuple(found)

    def _shown_first(self) -> str:
        """How notes say that a statement was put to the group, or that somebody spoke of it unasked."""
        first = next((self.ref(each) for _, each in sorted(self.records.statements.items())), "")
        if not first:
            return "There is none yet in this workshop: make it first (workshop statement add WORKSHOP), or write down what was said."
        shown = f"If it was put to the group, a line  shown: {first}  stands before the answers"
        return f"{shown}; if it was said unasked, name it:  !agree {first}"

    def _would_take(self, page: Page, line: str, met: dict[str, str]) -> tuple[Page, str]:
        """The page after a line, and why it should not be taken; codes that are `met` in it are known to the lines after it."""
        put = statement_put(line)
        if put is not None or not line.strip():
            return (page if put is None else replace(page, put=self.statement(put) if put else None)), ""
        session = page.session
        index = self.running(session) if page.activity is None else page.activity
        context = self.context(session, page.sticky, index, page.put)
        context = replace(context, codes={**met, **context.codes})
        captured, _ = self._understood(session, line, context, index)
        after = replace(page, sticky=sticky_after(captured, context))
        if captured.speaker.code:
            met[captured.speaker.code] = captured.speaker.perspective
        if captured.empty:
            return after, ""
        shown = page.put or self.statement_on_show(session, index)
        voted = index is not None and self.vote_preview(session, index, line, page.sticky) is not None
        if not voted and not captured.continues:
            named = self.statement(captured.statement) if captured.answers and captured.statement else shown
            self._answered(session, named, captured, self._participant(session, captured.speaker, []), self.now())
            after = replace(after, put=named) if captured.answers and captured.statement else after
        return after, lost_answer(captured, context, shown=shown is not None).removeprefix(f"{KEPT}; ")
