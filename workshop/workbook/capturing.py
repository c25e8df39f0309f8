"""Capturing: one line becomes a reflection, its codings, an answer, and whoever and whatever was met for the first time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.model.capture import Captured, Context, Speaker, parse, sticky_after
from workshop.model.capture.moment import said_at
from workshop.model.codebook import names, new_theme, resolve
from workshop.model.keys import coding_id, participant_id
from workshop.model.records import Coding, Elicited, Participant, Reflection, Response, Session, Statement, Theme
from workshop.store.schema import Record
from workshop.text import clean
from workshop.workbook.sessions import Sessions


@dataclass(frozen=True, slots=True)
class Saved:
    """What is now on disk for one captured line.

    `ref` is "R12", or "T3" for an answer without words; `words` what a list shows; `sticky` who speaks on the next line.
    """

    ref: str
    words: str
    captured: Captured
    sticky: Speaker | None
    reflection: Reflection | None = None
    response: Response | None = None
    new_themes: tuple[str, ...] = ()
    new_code: str = ""


class Capturing(Sessions):
    """The verbs that take down what people say."""

    def context(self, session: Session, sticky: Speaker | None = None, activity: int | None = None) -> Context:
        """What a line typed now is read against: who is known, which themes there are, which lanes.

        Ask once a change of `serial` or of the activity, not at every key: its look-ups are kept in it.
        """
        index = self.running(session) if activity is None else activity
        block = self._activity(session, index)
        records = self.records
        return Context(
            group=session.group,
            perspectives=self.perspectives,
            codes={each.code: each.perspective for each in records.participants.values() if each.cohort == session.cohort},
            sticky=sticky,
            lanes=block.lanes if block else (),
            kind=block.kind if block else None,
            themes=names(records.themes),
        )

    def capture(
        self,
        session: Session,
        line: str | Captured,
        *,
        sticky: Speaker | None = None,
        activity: int | None = None,
        at: datetime | None = None,
    ) -> Saved:
        """Take down one line, as capture.md 1 reads it, or what one was understood to mean; what is returned is on disk.

        `sticky` is who spoke last, `activity` the one it belongs to (else the one running), `at` when it was said (else now).
        Raises WorkshopError where there is nothing in the line, and NotSavedError, with nothing changed.
        """
        index = self.running(session) if activity is None else activity
        context = self.context(session, sticky, index)
        captured = parse(clean(line), context) if isinstance(line, str) else replace(line, text=clean(line.text))
        moment = said_at(captured.at, (at or self.now()).astimezone(local_zone()))
        after = sticky_after(captured, context)
        if captured.empty or (not isinstance(line, str) and not captured.text.strip() and not captured.themes and not captured.kinds):
            if captured.speaker_given:
                return Saved("", "", captured, after)
            raise WorkshopError("There is nothing in that line.", 'Type what was said, for example:  3: "we go without" #food')
        if captured.continues and not captured.off_record:
            longer = self._continued(session, captured, after)
            if longer is not None:
                return longer
        return self._take_down(_Line(session, captured, index, moment), after)

    def answer_by_hands(self, session: Session, statement: Statement, perspective: str, counts: tuple[int, int, int, int]) -> Response:
        """Take down a show of hands of one perspective: how many agree, partly agree, disagree, are unsure. Raises WorkshopError."""
        if min(counts) < 0 or not any(counts):
            raise WorkshopError("A show of hands is four counts, not all nought.", "For example, 1 agrees, 1 partly, 6 disagree: 1 1 6 0")
        response = Response(
            id=self.repository.new_id(),
            statement=statement.id,
            perspective=self.perspective(perspective).name,
            at=self.now(),
            session=session.id,
            hands=counts,
        )
        self._do(f"the show of hands on {self.ref(statement)}", response)
        return response

    def responses_to(self, statement: str, session: Session) -> Mapping[str, int]:
        """How many in a session gave each answer so far: each person's last one, or the show of hands where only that was taken."""
        counts = dict.fromkeys(("agree", "partly", "disagree", "unsure"), 0)
        given = [each for each in self.records.responses.values() if each.statement == statement and each.session == session.id]
        ordered = sorted(given, key=lambda each: (each.at, each.order, each.id))
        by_person = {each.participant or each.id: each.answer for each in ordered if each.answer}
        for given_answer in by_person.values():
            counts[given_answer.value] += 1
        if not by_person:
            for hands in {each.perspective: each.hands for each in ordered if each.hands}.values():
                for answer, count in zip(counts, hands, strict=True):
                    counts[answer] += count
        return counts

    def _take_down(self, line: "_Line", after: Speaker | None) -> Saved:
        captured, session = line.captured, line.session
        new: list[Record] = []
        participant = self._participant(session, captured.speaker, new)
        elicited = self.elicited_in(session, line.activity)
        statement = self.statement_on_show(session, line.activity) if elicited is Elicited.PROMPTED else None
        response = None
        if captured.answers or captured.answer:
            if statement is None:
                raise WorkshopError(
                    "No statement is being shown, so there is nothing to answer.", "Take the answer mark off, or show a statement first."
                )
            response = Response(
                id=self.repository.new_id(),
                statement=statement.id,
                perspective=captured.speaker.perspective,
                at=line.at,
                session=session.id,
                participant=participant.id if participant else None,
                answer=None if captured.answers else captured.answer,
                hands=captured.answers,
            )
            new.append(response)
        reflection = None
        if captured.text or captured.themes or captured.off_record or not response:
            reflection = self._reflection(line, participant, elicited, statement.id if statement else None)
            new.append(reflection)
        codings, themes = self._codings(captured, reflection)
        new += [*themes, *codings]
        ref = f"R{reflection.number}" if reflection else self.ref(statement) if statement else ""
        self._do(f"{ref} {captured.text}"[:60].strip(), *new)
        return Saved(
            ref=ref,
            words=captured.text,
            captured=captured,
            sticky=after,
            reflection=reflection,
            response=response,
            new_themes=tuple(theme.title for theme in themes),
            new_code=participant.code if participant in new and participant else "",
        )

    def _reflection(self, line: "_Line", participant: Participant | None, elicited: Elicited, statement: str | None) -> Reflection:
        captured = line.captured
        return Reflection(
            id=self.repository.new_id(),
            number=self.repository.next_number("reflections"),
            session=line.session.id,
            text=captured.text,
            perspective=captured.speaker.perspective,
            at=line.at,
            participant=participant.id if participant else None,
            activity=line.activity,
            lane=captured.lane,
            verbatim=captured.verbatim,
            unfinished=captured.unfinished,
            highlight=captured.highlight,
            hands=captured.hands,
            kinds=captured.kinds,
            elicited=elicited,
            statement=statement,
        )

    def _participant(self, session: Session, speaker: Speaker, new: list[Record]) -> Participant | None:
        if not speaker.code:
            return None
        key = participant_id(self.workshop.salt, session.cohort, speaker.code)
        known = self.records.participants.get(key)
        if known is None:
            known = Participant(id=key, cohort=session.cohort, code=speaker.code, perspective=speaker.perspective)
            new.append(known)
        return known

    def _codings(self, captured: Captured, reflection: Reflection | None) -> tuple[list[Coding], list[Theme]]:
        codings, made = [], []
        if reflection is None:
            return [], []
        themes = dict(self.records.themes)
        for tag in captured.themes:
            theme = resolve(tag, themes)
            if theme is None:
                theme = new_theme(tag, themes, self.workshop.salt)
                themes[theme.id] = theme
                made.append(theme)
            codings.append(Coding(id=coding_id(self.workshop.salt, reflection.id, theme.id), reflection=reflection.id, theme=theme.id))
        return codings, made

    def _continued(self, session: Session, captured: Captured, after: Speaker | None) -> Saved | None:
        """The last remark of the session, made longer by a line that began with "+"; None where there is no remark yet."""
        mine = [each for each in self.records.reflections.values() if each.session == session.id]
        last = max(mine, key=lambda each: each.id, default=None)
        if last is None:
            return None
        longer = replace(
            last,
            text=f"{last.text} {captured.text}".strip(),
            unfinished=captured.unfinished,
            highlight=last.highlight or captured.highlight,
            hands=last.hands if captured.hands is None else captured.hands,
            kinds=tuple(dict.fromkeys((*last.kinds, *captured.kinds))),
        )
        codings, themes = self._codings(captured, longer)
        ref = self.ref(longer)
        self._do(f"{ref}, made longer", longer, *themes, *codings)
        return Saved(ref, longer.text, captured, after, longer, new_themes=tuple(theme.title for theme in themes))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line on its way to the disk: whose session, what was understood, in which activity, when it was said."""

    session: Session
    captured: Captured
    activity: int | None
    at: datetime
