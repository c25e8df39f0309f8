"""Editing: a remark as the line that says it, and the line that is to say it; words, speaker, themes and marks, all with history."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.model.capture import Captured, Context, parse, said_at, show
from workshop.model.codebook import named, names, new_theme, resolve
from workshop.model.keys import coding_id
from workshop.model.perspective import MIXED
from workshop.model.records import Coding, Elicited, Participant, Reflection, Response, Theme
from workshop.store.schema import Record
from workshop.text import clean, fold
from workshop.workbook.capturing import Capturing

_HALF_A_DAY = timedelta(hours=12)
_ALIKE = ("text", "verbatim", "unfinished", "highlight", "hands", "kinds", "lane")
"""What a remark and a line that was understood call by one name."""


class Editing(Capturing):
    """The verbs that edit a remark as a line."""

    def edit_context(self, reference: str) -> Context:
        """What the line of a remark is read against: its own session's codes, and the lanes of the activity in which it was said."""
        return self._edit_context(self.reflection(reference))

    def line_of(self, reference: str) -> str:
        """The remark as a capture line says it: who, what was said, themes, marks. Raises WorkshopError."""
        remark = self.reflection(reference)
        return show(self._as_line(remark), self._edit_context(remark))

    def edit_line(self, reference: str, line: str) -> Reflection:
        """Let a remark be what this line says; what it was stays in its history. Only what differs from `line_of` is changed.

        Raises WorkshopError where the line says no remark, and NotSavedError.
        """
        remark = self.reflection(reference)
        context = self._edit_context(remark)
        was, meant = parse(show(self._as_line(remark), context), context), parse(clean(line), context)
        _check(meant, self.ref(remark))
        changed: dict[str, Any] = {name: getattr(meant, name) for name in _ALIKE if getattr(meant, name) != getattr(was, name)}
        new: list[Record] = []
        if meant.speaker != was.speaker:
            person = self._speaker(remark, meant, new)
            changed |= {"perspective": meant.speaker.perspective, "participant": person}
        if meant.at:
            changed["at"] = self._moment(remark, meant.at)
        if meant.statement != was.statement:
            changed["statement"] = self._about(meant)
        edited = replace(remark, **changed)
        gone = self._recoded(remark, was, meant, new)
        self._answer_anew(remark, edited, was, meant, new, gone)
        if edited != remark:
            new.insert(0, edited)
        if new or gone:
            self._do(f"the edit of {self.ref(remark)}", *new, gone=gone)
        return edited

    def _moment(self, remark: Reflection, at: str) -> datetime:
        """When it was said: so long before it was noted, or the time of day that is nearest to that, but not in the future."""
        noted = remark.at if at.startswith("-") else min(self.now(), remark.at + _HALF_A_DAY)
        return said_at(at, noted.astimezone(local_zone()))

    def _edit_context(self, remark: Reflection) -> Context:
        records = self.records
        session = records.sessions.get(remark.session)
        person = records.participants.get(remark.participant or "")
        if session is not None:
            context = self.context(session, None, -1 if remark.activity is None else remark.activity)
        else:
            cohort = person.cohort if person else ""
            codes = {each.code: each.perspective for each in records.participants.values() if each.cohort == cohort}
            context = Context(group=MIXED, perspectives=self.perspectives, codes=codes, themes=names(records.themes))
        lanes = context.lanes if not remark.lane or remark.lane in context.lanes else (*context.lanes, remark.lane)
        return replace(context, lanes=lanes)

    def _as_line(self, remark: Reflection) -> Captured:
        records = self.records
        themes = (records.themes.get(each.theme) for each in self._codings_of(remark))
        return replace(self._as_captured(remark), speaker_given=True, themes=tuple(each.title for each in themes if each))

    def _codings_of(self, remark: Reflection) -> list[Coding]:
        """The note-taker's own, in the order of the codebook's titles: a second coder's are not edited here."""
        records = self.records
        mine = [each for each in records.codings.values() if each.reflection == remark.id and not each.coder]
        return sorted(mine, key=lambda each: (fold(records.themes[each.theme].title) if each.theme in records.themes else "", each.id))

    def _speaker(self, remark: Reflection, meant: Captured, new: list[Record]) -> str | None:
        """The id of whoever speaks by the line now; a person met for the first time is added to what is new."""
        if not meant.speaker.code:
            return None
        records = self.records
        session, before = records.sessions.get(remark.session), records.participants.get(remark.participant or "")
        cohort = session.cohort if session else before.cohort if before else ""
        if not cohort:
            raise WorkshopError("Nothing says whose stickers these are.", "Leave who said it as it was.")
        key = self.person_id(cohort, meant.speaker.code)
        if key not in records.participants:
            new.append(Participant(id=key, cohort=cohort, code=meant.speaker.code, perspective=meant.speaker.perspective))
        return key

    def _recoded(self, remark: Reflection, was: Captured, meant: Captured, new: list[Record]) -> list[Record]:
        """The codings that go; those that come, and themes met for the first time, are added to what is new."""
        themes: dict[str, Theme] = dict(self.records.themes)
        known, now = named(themes), {fold(tag) for tag in meant.themes}
        lost = {theme.id for tag in was.themes if fold(tag) not in now and (theme := known.get(fold(tag)))}
        for tag in meant.themes:
            if fold(tag) not in {fold(each) for each in was.themes}:
                theme = resolve(tag, themes)
                if theme is None:
                    theme = themes[tag] = new_theme(tag, themes, self.workshop.salt, self.records.merged)
                    new.append(theme)
                lost.discard(theme.id)
                new.append(Coding(id=coding_id(self.workshop.salt, remark.id, theme.id), reflection=remark.id, theme=theme.id))
        return [each for each in self._codings_of(remark) if each.theme in lost]

    def _answer_anew(
        self, remark: Reflection, edited: Reflection, was: Captured, meant: Captured, new: list[Record], gone: list[Record]
    ) -> None:
        """An answer that was given with the remark goes along: to another answer, person or moment, or away."""
        given = [each for each in self.records.responses.values() if _given_with(each, remark)]
        moved = (edited.participant, edited.at, edited.statement) != (remark.participant, remark.at, remark.statement)
        if meant.answer == was.answer and not moved:
            return
        for each in given:
            if meant.answer and edited.participant:
                alike = {name: getattr(edited, name) for name in ("participant", "perspective", "at")}
                statement = edited.statement or each.statement
                new.append(replace(each, answer=meant.answer, statement=statement, **alike))
            else:
                gone.append(each)
        if not given and meant.answer and edited.participant and edited.statement and edited.elicited is Elicited.PROMPTED:
            new.append(self._answer(edited, meant))

    def _answer(self, edited: Reflection, meant: Captured) -> Response:
        """The answer that a line says now, and said none before."""
        records = self.records
        session, statement = records.sessions.get(edited.session), records.statements.get(edited.statement or "")
        return Response(
            id=self.repository.new_id(),
            statement=edited.statement or "",
            perspective=edited.perspective,
            at=edited.at,
            session=edited.session,
            participant=edited.participant,
            answer=meant.answer,
            back=session is not None and statement is not None and self.answers_back(session, statement, edited.perspective),
        )


def _check(meant: Captured, ref: str) -> None:
    if meant.off_record:
        raise WorkshopError(f"!off would take {ref} off the record, for good.", "To do that, strike it: then you see what goes with it.")
    if meant.continues or meant.answers:
        raise WorkshopError("That line says no remark of its own.", 'It begins with who said it, as in  3: "we go without" #food')
    if meant.empty:
        raise WorkshopError("A reflection needs words.", "To take it back altogether: undo, or withdraw it.")


def _given_with(response: Response, remark: Reflection) -> bool:
    """Whether an answer was given in the line that the remark came with."""
    same = (response.statement, response.session, response.participant) == (remark.statement, remark.session, remark.participant)
    return same and response.at == remark.at and response.participant is not None
