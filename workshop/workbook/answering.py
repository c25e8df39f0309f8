"""Answering: what people say to the statement that is being shown, by person or by a show of hands."""

from collections.abc import Mapping
from datetime import datetime

from workshop.errors import WorkshopError
from workshop.model.capture import Captured, Speaker
from workshop.model.perspective import MIXED, plural_of
from workshop.model.records import Answer, Participant, Response, Session, Statement
from workshop.workbook.sessions import Sessions

Counts = tuple[int, int, int, int]
"""People who agree, partly agree, disagree, are unsure."""

_NOBODY: Counts = (0, 0, 0, 0)


class NothingShownError(WorkshopError):
    """An answer that says to nothing what it answers: no statement is being shown, and it names none."""


class Answering(Sessions):
    """The verbs that take down answers."""

    def answer_by_hands(self, session: Session, statement: Statement, perspective: str, counts: Counts) -> Response:
        """Take down a show of hands of one perspective, in place of its last one in this session. Raises WorkshopError."""
        if min(counts) < 0 or not any(counts):
            raise WorkshopError("A show of hands is four counts, not all nought.", "For example, 1 agrees, 1 partly, 6 disagree: 1 1 6 0")
        response = self._response(session, statement, Speaker(self.perspective(perspective).name), self.now(), hands=counts)
        self._do(f"the show of hands on {self.ref(statement)}", response)
        return response

    def responses_to(self, statement: str, session: Session) -> Mapping[str, int]:
        """How many in a session gave each answer so far: each person's last one, or the last shows of hands where more people are in them.

        The comparison takes the fuller count too (compare/answers.py).
        """
        given = self._given(statement, session)
        by_person = {each.participant: each.answer for each in given if each.participant and each.answer}
        counts = dict.fromkeys((answer.value for answer in Answer), 0)
        for answer in by_person.values():
            counts[answer.value] += 1
        shown = {each.perspective: each.hands for each in given if each.hands}
        raised = {answer.value: sum(hands[place] for hands in shown.values()) for place, answer in enumerate(Answer)}
        return raised if sum(raised.values()) > sum(counts.values()) else counts

    def _answered(
        self, session: Session, statement: Statement | None, captured: Captured, participant: Participant | None, at: datetime
    ) -> Response | None:
        """The answer in a line, or None where it holds none. Raises WorkshopError where nobody could say whose or to what it is.

        `!disagree x6` is one count of a show of hands of the speaker's group, whoever spoke last: the other three stay as they were.
        """
        if not (captured.answers or captured.answer):
            return None
        if statement is None:
            if captured.text or captured.statement:
                return None  # the mark stays with the remark, which says it unasked; no words wait for a form
            raise NothingShownError("No statement is being shown, so there is nothing to answer.", self._to_name_one(captured))
        who = captured.speaker
        if captured.answers:
            return self._response(session, statement, who, at, hands=captured.answers)
        by_hands = captured.hands is not None and not captured.text and who.lasts
        if participant is not None and not by_hands:
            return self._response(session, statement, who, at, participant=participant.id, answer=captured.answer)
        if not by_hands:
            raise WorkshopError(
                "Whose answer is it?", "Say the sticker, as in  3: !agree  or how many, as in  !agree x6  or  hands: 1 1 6 0"
            )
        earlier = [each.hands for each in self._given(statement.id, session) if each.hands and each.perspective == who.perspective]
        counts = dict(zip(Answer, earlier[-1] if earlier else _NOBODY, strict=True))
        if captured.answer:
            counts[captured.answer] = captured.hands or 0
        agree, partly, disagree, unsure = counts.values()
        return self._response(session, statement, who, at, hands=(agree, partly, disagree, unsure))

    def _to_name_one(self, captured: Captured) -> str:
        """How an answer says what it answers."""
        first = next(iter(sorted(self.records.statements.values(), key=lambda each: each.id)), None)
        if first is None:
            return "There is none yet in this workshop. Make one, or write down what was said."
        if captured.answers:
            return f"Show one first, or name it:  hands {self.ref(first)}: {' '.join(map(str, captured.answers))}"
        who = f"{captured.speaker.code}: " if captured.speaker.code else ""
        return f"Show one first; or name it, if that was said unasked:  {who}!{captured.answer or Answer.AGREE} {self.ref(first)}"

    def _doubt(self, session: Session, captured: Captured, response: Response | None, new_code: str) -> str:
        """What to look at again: more hands or a higher sticker than people, another group, two counts. All is kept; "" for nothing."""
        who = captured.speaker
        present = dict(session.present).get(who.perspective, 0)
        here = f"1 {who.perspective} is" if present == 1 else f"{present} {plural_of(who.perspective)} are"
        hands = sum(response.hands) if response is not None and response.hands else captured.hands or 0
        if 0 < present < hands:
            return f"look again: {hands} hands, and {here} here"
        if response is not None and response.hands and (known := self._by_person(session, response)):
            return f"{known} answered by sticker too: the fuller of the two counts is taken"
        sticker = int(new_code[1:]) if new_code[1:].isdecimal() else 0
        if 0 < present < sticker:
            return f"look again: sticker {sticker}, and {here} here"
        if captured.speaker_given and who.is_group and not present and session.group not in (MIXED, who.perspective):
            return f"look again: it is noted of {plural_of(who.perspective)}, and this session is of {plural_of(session.group)}"
        return ""

    def _by_person(self, session: Session, hands: Response) -> int:
        """How many people of a show of hands have answered by themselves too."""
        given = self._given(hands.statement, session)
        return len({each.participant for each in given if each.participant and each.perspective == hands.perspective})

    def _given(self, statement: str, session: Session) -> list[Response]:
        found = [each for each in self.records.responses.values() if each.statement == statement and each.session == session.id]
        return sorted(found, key=lambda each: (each.at, each.order, each.id))

    def _response(
        self,
        session: Session,
        statement: Statement,
        who: Speaker,
        at: datetime,
        *,
        participant: str | None = None,
        answer: Answer | None = None,
        hands: Counts | None = None,
    ) -> Response:
        return Response(
            id=self.repository.new_id(),
            statement=statement.id,
            perspective=who.perspective,
            at=at,
            session=session.id,
            participant=participant,
            answer=answer,
            hands=hands,
            back=self.answers_back(session, statement, who.perspective),
        )
