"""Capturing: one line becomes a reflection, its codings, an answer, and whoever and whatever was met for the first time."""

from dataclasses import dataclass, replace
from datetime import datetime

from workshop.clocks import local_zone
from workshop.errors import WorkshopError
from workshop.model.artwork import Artwork
from workshop.model.capture import Captured, Context, Speaker, parse, sticky_after
from workshop.model.capture.continuation import going_on
from workshop.model.capture.hints import hint
from workshop.model.capture.moment import said_at
from workshop.model.codebook import names, new_theme, resolve
from workshop.model.keys import coding_id
from workshop.model.plan import Kind
from workshop.model.records import Coding, Elicited, Participant, Reflection, Response, Session, Statement, Theme, Vote
from workshop.store.schema import Record
from workshop.text import clean
from workshop.workbook.answering import Answering
from workshop.workbook.voting import Voting
from workshop.workbook.withdrawing import Withdrawing


@dataclass(frozen=True, slots=True)
class Saved:
    """What is now on disk for one captured line.

    `ref` is "R12", or "T3" for an answer without words, or "vote"; `words` what a list shows; `sticky` who speaks on the next line;
    `hint` what may have been meant by words that look like a mark, or what to look at again.
    """

    ref: str
    words: str
    captured: Captured
    sticky: Speaker | None
    reflection: Reflection | None = None
    response: Response | None = None
    votes: tuple[Vote, ...] = ()
    new_themes: tuple[str, ...] = ()
    new_code: str = ""
    hint: str = ""


NO_WORDS = "its words were not kept: here it is who, and what it was about"


class Capturing(Answering, Voting, Withdrawing):
    """The verbs that take down what people say."""

    def context(
        self, session: Session, sticky: Speaker | None = None, activity: int | None = None, put: Statement | None = None
    ) -> Context:
        """What a line typed now is read against: who is known, which themes there are, which lanes.

        Ask once a change of `serial` or of the activity, not at every key: its look-ups are kept in it. `put` is the statement that
        was put to the group, where notes that are typed up say so.
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
            kind=Kind.SHOW if put else block.kind if block else None,
            themes=names(records.themes),
            statements={self.ref(each): each.text for each in records.statements.values()},
            picture=put is None and self.artwork_on_show(session, index) is not None,
        )

    def capture(
        self,
        session: Session,
        line: str | Captured,
        *,
        sticky: Speaker | None = None,
        activity: int | None = None,
        at: datetime | None = None,
        put: Statement | None = None,
    ) -> Saved:
        """Take down one line, as capture.md 1 reads it, or what one was understood to mean; what is returned is on disk.

        `sticky` is who spoke last, `activity` the one it belongs to (else the one running), `at` when it was said (else now), `put` the
        statement that notes which are typed up say was put to the group. Raises WorkshopError where there is nothing in the line, and
        NotSavedError, with nothing changed.
        """
        self.refresh()  # so that another window's number is not given twice
        index = self.running(session) if activity is None else activity
        context = self.context(session, sticky, index, put)
        captured, wordless = self._understood(session, line, context, index)
        after = sticky_after(captured, context)
        if captured.empty:
            return Saved("", "", captured, after)
        moment = said_at(captured.at, (at or self.reading(session).wall).astimezone(local_zone()))
        cast = self._voted(session, line, context, index, moment) if isinstance(line, str) else None
        if cast is not None:
            return Saved(
                "vote", cast.words, captured, after, votes=cast.votes, new_themes=cast.new_themes, new_code=cast.new_code, hint=cast.doubt
            )
        if captured.continues and not wordless and isinstance(line, str):
            last = self._last(session)
            if last is not None:
                return self._go_on(_Line(session, going_on(self._as_captured(last), line, context), context, index, moment), last, after)
        saved = self._take_down(_Line(session, captured, context, index, moment, put), after)
        return replace(saved, hint=NO_WORDS) if wordless else saved

    def _understood(self, session: Session, line: str | Captured, context: Context, index: int | None) -> tuple[Captured, bool]:
        """What a line means, and whether it has words that aren't kept here. Raises WorkshopError where there is nothing to keep in it."""
        captured = parse(clean(line), context) if isinstance(line, str) else replace(line, text=clean(line.text))
        block = self._activity(session, index)
        wordless = block is not None and not block.words and bool(captured.text)
        if wordless:
            captured = replace(captured, text="", verbatim=False, unfinished=False)
        if captured.empty and wordless:
            raise WorkshopError("No words are kept here.", "Type who it was and what it was about:  3: #debt")
        if captured.empty and not captured.speaker_given:
            raise WorkshopError("There is nothing in that line.", 'Type what was said, for example:  3: "we go without" #food')
        return captured, wordless

    def _take_down(self, line: "_Line", after: Speaker | None) -> Saved:
        captured, session = line.captured, line.session
        new: list[Record] = []
        participant = self._participant(session, captured.speaker, new)
        elicited = Elicited.PROMPTED if line.put else self.elicited_in(session, line.activity)
        shown = line.put or (self.on_show(session, line.activity) if elicited is Elicited.PROMPTED else None)
        if captured.statement and (line.asked or captured.answers):
            shown = self.statement(captured.statement)
        statement = shown if isinstance(shown, Statement) else None
        response = self._answered(session, statement, captured, participant, line.at)
        if response is not None:
            new.append(response)
        reflection = None
        if captured.text or captured.themes or captured.off_record or not response:
            reflection = self._reflection(line, participant, elicited, shown)
            new.append(reflection)
        codings, themes = self._codings(captured, reflection)
        new += [*themes, *codings]
        ref = f"R{reflection.number}" if reflection else self.ref(statement) if statement else ""
        self._do(f"{ref} {captured.text}"[:60].strip(), *new)
        new_code = participant.code if participant in new and participant else ""
        return Saved(
            ref=ref,
            words=captured.text,
            captured=captured,
            sticky=after,
            reflection=reflection,
            response=response,
            new_themes=tuple(theme.title for theme in themes),
            new_code=new_code,
            hint=hint(captured, line.context, shown=statement is not None) or self._doubt(session, captured, response, new_code),
        )

    def _reflection(
        self, line: "_Line", participant: Participant | None, elicited: Elicited, shown: Statement | Artwork | None
    ) -> Reflection:
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
            statement=shown.id if isinstance(shown, Statement) else self._about(captured),
            artwork=shown.id if isinstance(shown, Artwork) else None,
        )

    def _about(self, captured: Captured) -> str | None:
        """The id of the statement that it says something about unasked."""
        return self.statement(captured.statement).id if captured.statement else None

    def _participant(self, session: Session, speaker: Speaker, new: list[Record]) -> Participant | None:
        if not speaker.code:
            return None
        key = self.person_id(session.cohort, speaker.code)
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
                theme = new_theme(tag, themes, self.workshop.salt, self.records.merged)
                themes[theme.id] = theme
                made.append(theme)
            codings.append(Coding(id=coding_id(self.workshop.salt, reflection.id, theme.id), reflection=reflection.id, theme=theme.id))
        return codings, made

    def _last(self, session: Session) -> Reflection | None:
        """The last remark of the session; None where that is put aside: what goes on with it is no part of the one before."""
        mine = [each for each in self.records.reflections.values() if each.session == session.id]
        aside = (self.repository.get("reflections", key) for key in self.repository.lens.hidden)
        mine += [each for each in aside if isinstance(each, Reflection) and each.session == session.id]
        last = max(mine, key=lambda each: each.id, default=None)
        return last if last is None or last.id not in self.repository.lens.hidden else None

    def _as_captured(self, reflection: Reflection) -> Captured:
        """What the line of a remark was understood to mean."""
        records = self.records
        person = records.participants.get(reflection.participant or "")
        about = records.statements.get(reflection.statement or "") if reflection.elicited is Elicited.OPEN else None
        return Captured(
            speaker=Speaker(reflection.perspective, person.code if person else ""),
            text=reflection.text,
            verbatim=reflection.verbatim,
            unfinished=reflection.unfinished,
            highlight=reflection.highlight,
            hands=reflection.hands,
            kinds=reflection.kinds,
            statement=self.ref(about) if about else "",
            lane=reflection.lane,
        )

    def _go_on(self, line: "_Line", last: Reflection, after: Speaker | None) -> Saved:
        """The last remark, made longer by a line that began with "+", or struck where that took it off the record."""
        captured = line.captured
        if captured.off_record:
            ref = self.ref(last)
            self.strike(ref)
            return Saved(ref, "", captured, after)
        longer = replace(
            last,
            text=captured.text,
            verbatim=captured.verbatim,
            unfinished=captured.unfinished,
            highlight=captured.highlight,
            hands=captured.hands,
            kinds=captured.kinds,
            statement=self._about(captured) or last.statement,
            lane=captured.lane,
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
    context: Context
    activity: int | None
    at: datetime
    put: Statement | None = None

    @property
    def asked(self) -> bool:
        """Whether an answer in it is one to something that was put to the group."""
        return self.context.kind is Kind.SHOW
