"""Reads the rows of a table in order, by what they are; each may contradict those before it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo
from functools import partial

from workshop.errors import WorkshopError
from workshop.intake.cells import RowCells
from workshop.intake.fields import What
from workshop.intake.rows import ParticipantRow, ReflectionRow, ResponseRow, Row, StatementRow, ThemeRow, VoteRow
from workshop.intake.values import (
    Instant,
    Values,
    answer_of,
    elicited_of,
    instant_of,
    number_of,
    perspective_of,
    truth_of,
    vote_kind_of,
)
from workshop.model.capture.kinds import OFF
from workshop.model.faultwords import shortened
from workshop.model.perspective import NOTE_TAKER, UNKNOWN, Perspective
from workshop.model.records import Elicited, VoteKind
from workshop.text import clean_line, fold

_WHOSE = (
    f"Give a perspective ({UNKNOWN} is one too), a participant or a session: name the column with --map perspective=COLUMN, "
    "or say it of all with --value perspective:=parent."
)
_OF_NO_GROUP = (UNKNOWN, NOTE_TAKER)
_ONE_CODE = "Give each person a code of their own, such as p3 and r3."


class RowReader:
    """Knows what the rows before said: who is of which perspective, and which statements have which id."""

    def __init__(self, perspectives: Sequence[Perspective], zone: tzinfo) -> None:
        """`perspectives` are the workshop's; `zone` is that of times written without an offset."""
        self._perspectives = perspectives
        self._zone = zone
        self._people: dict[tuple[str, str], tuple[str, int]] = {}
        self._participants: dict[str, ParticipantRow] = {}
        self._statements: dict[str, int] = {}

    @property
    def readers(self) -> Mapping[str, Callable[[str], object]]:
        """The fields whose words are of a closed list, each with what reads one, or raises WorkshopError."""
        truths = {name: partial(truth_of, field=name) for name in ("verbatim", "highlight", "unfinished", "priority", "agreed")}
        return {
            "answer": answer_of,
            "elicited": elicited_of,
            "hands": number_of,
            "kind": vote_kind_of,
            "perspective": self._perspective,
            "made_by": self._made_by,
            **truths,
        }

    def check_values(self, values: Values) -> None:
        """Raise WorkshopError for a word that is to stand for another and is itself not known."""
        readers = self.readers
        for name, meanings in values.items():
            for meant in filter(None, meanings.values()):
                if name in readers:
                    readers[name](meant)

    def rows(self, what: What, cells: RowCells) -> tuple[Row, ...]:
        """The rows that one row of the table brings, unless its cells are refused.

        None where it brings nothing: no answer, a form left blank, or a person already there; several where it holds several remarks.
        """
        if what is What.REFLECTIONS:
            return self._reflections(cells)
        if what is What.VOTES:
            return self._votes(cells)
        readers: Mapping[What, Callable[[RowCells], Row | None]] = {
            What.STATEMENTS: self._statement,
            What.RESPONSES: self._response,
            What.PARTICIPANTS: self._participant,
            What.THEMES: self._theme,
        }
        row = readers[what](cells)
        return () if row is None else (row,)

    def _reflections(self, cells: RowCells) -> tuple[ReflectionRow, ...]:
        """One remark, or, where several columns hold text, as on a form, one of each: the question is its lane."""
        texts = cells.texts("text")
        row = self._reflection(cells, texts[0][1] if texts else "", on_a_form=cells.several("text"))
        if not cells.several("text"):
            return () if OFF in row.kinds and not (row.text or (row.participant and row.themes)) else (row,)
        if not texts and not (row.participant and row.themes):
            return ()
        return tuple(replace(row, text=text, lane=question) for question, text in texts) or (row,)

    def _reflection(self, cells: RowCells, text: str, *, on_a_form: bool) -> ReflectionRow:
        session, themes, activity = cells.word("session"), cells.parts("theme"), cells.word("activity")
        participant = cells.read("participant", _code, "")
        perspective = cells.read("perspective", self._perspective, "")
        instant = cells.read("at", self._instant, None)
        kinds = tuple(fold(kind) for kind in cells.parts("kinds"))
        if not (text or on_a_form or OFF in kinds or (cells.word("participant") and themes)):
            cells.fault("there is no text, nor both a participant and a theme to count without words")
        if not (cells.word("perspective") or cells.word("participant") or session):
            cells.fault("it isn't said whose view it is", _WHOSE)
        if participant and perspective in _OF_NO_GROUP:
            cells.fault(f"a participant can't be {perspective}", "Leave the perspective blank where it is known of the participant.")
        self._one_perspective(cells, session, participant, perspective)
        return ReflectionRow(
            line=cells.line,
            text=text,
            perspective=perspective,
            participant=participant,
            themes=themes,
            session=session,
            activity=activity if activity.isdecimal() or not cells.has("lane") else "",
            at=instant.at if instant else None,
            at_written=instant.written if instant else "",
            verbatim=cells.read("verbatim", truth_of, False),
            elicited=cells.read("elicited", elicited_of, Elicited.OPEN),
            lane=cells.word("lane"),
            statement=cells.text("statement"),
            hands=cells.read("hands", number_of, None),
            highlight=cells.read("highlight", partial(truth_of, field="highlight"), False),
            unfinished=cells.read("unfinished", partial(truth_of, field="unfinished"), False),
            kinds=kinds,
        )

    def _votes(self, cells: RowCells) -> tuple[VoteRow, ...]:
        """What somebody gave to the row's theme, or, without one, to each theme that has a column of its own."""
        participant = cells.read("participant", _code, "")
        perspective = cells.read("perspective", self._person, "")
        instant = cells.read("at", self._instant, None)
        if not (participant or perspective):
            cells.fault("it isn't said whose vote it is", "Give a participant, or a perspective for a group that voted as one.")
        self._one_perspective(cells, cells.word("session"), participant, perspective)
        if cells.has("theme"):
            cells.needs("theme")
            given = [(cells.word("theme"), cells.word("amount"))] if cells.word("amount") else []
        else:
            given = [(title, clean_line(amount)) for title, amount in cells.texts("amount")]
        kind = cells.read("kind", vote_kind_of, VoteKind.DOTS)
        amounts = [(theme, cells.understood(amount, partial(number_of, field="amount"), 0)) for theme, amount in given]
        return tuple(
            VoteRow(
                line=cells.line,
                theme=theme,
                amount=amount,
                form=kind,
                participant=participant,
                perspective=perspective,
                session=cells.word("session"),
                at=instant.at if instant else None,
                at_written=instant.written if instant else "",
            )
            for theme, amount in amounts
        )

    def _theme(self, cells: RowCells) -> ThemeRow:
        cells.needs("title")
        title, parent = cells.word("title"), cells.word("parent")
        if ";" in title:
            cells.fault('the title of a theme holds no ";"', "Remarks that are filed under several themes have it between them.")
        return ThemeRow(
            line=cells.line,
            title=title,
            description=cells.text("description"),
            parent=parent,
            aliases=cells.parts("aliases"),
            lead_organisation=cells.word("lead_organisation"),
            priority=cells.read("priority", partial(truth_of, field="priority"), False),
            agreed=cells.read("agreed", partial(truth_of, field="agreed"), True),
        )

    def _statement(self, cells: RowCells) -> StatementRow:
        cells.needs("text")
        identity, theme = cells.word("id"), cells.word("theme")
        if ";" in theme:
            cells.fault("a statement belongs to one theme", 'The title of a theme holds no ";".')
        if identity and (line := self._statements.setdefault(identity, cells.line)) != cells.line:
            cells.fault(f'the id "{shortened(identity)}" stands on line {line} too', "Give each statement an id of its own.")
        made_by = cells.read("made_by", self._made_by, "")
        return StatementRow(line=cells.line, text=cells.text("text"), id=identity, made_by=made_by, theme=theme)

    def _response(self, cells: RowCells) -> ResponseRow | None:
        if not cells.word("answer"):
            return None
        cells.needs("participant")
        cells.needs("statement")
        participant, perspective = cells.read("participant", _code, ""), cells.read("perspective", self._person, "")
        self._one_perspective(cells, "", participant, perspective)
        answer = cells.read("answer", answer_of, None)
        if answer is None:
            return None
        statement = cells.text("statement")
        return ResponseRow(line=cells.line, participant=participant, statement=statement, answer=answer, perspective=perspective)

    def _participant(self, cells: RowCells) -> ParticipantRow | None:
        cells.needs("code")
        cells.needs("perspective")
        code, perspective = cells.read("code", _code, ""), cells.read("perspective", self._person, "")
        self._one_perspective(cells, "", code, perspective)
        row = ParticipantRow(
            line=cells.line, code=code, perspective=perspective, organisation=cells.word("organisation"), role=cells.word("role")
        )
        if cells.refused:
            return None
        first = self._participants.setdefault(fold(code), row)
        if first.organisation != row.organisation:
            cells.fault(f'"{shortened(code)}" has another organisation on line {first.line}', _ONE_CODE)
        return row if first is row else None

    def _one_perspective(self, cells: RowCells, session: str, code: str, perspective: str) -> None:
        """A code that stood for people of two perspectives would make one person of them."""
        if not code or not perspective:
            return
        before, line = self._people.setdefault((fold(session), fold(code)), (perspective, cells.line))
        if before != perspective:
            cells.fault(f'"{shortened(code)}" is {perspective} here and {before} on line {line}', _ONE_CODE)

    def _perspective(self, word: str) -> str:
        return perspective_of(word, self._perspectives, _OF_NO_GROUP)

    def _made_by(self, word: str) -> str:
        return perspective_of(word, self._perspectives, _OF_NO_GROUP, "made_by")

    def _person(self, word: str) -> str:
        return perspective_of(word, self._perspectives)

    def _instant(self, word: str) -> Instant:
        return instant_of(word, self._zone)


_TELEPHONE = re.compile(r"(?:\+|\b0)\d(?:[\s()-]?\d){7,}")
_TWO_WORDS = re.compile(r"[^\W\d_]{2,}[\s.,]+[^\W\d_]{2,}")


def _code(word: str) -> str:
    """A participant's code. An e-mail address, a telephone number, or two words such as a first and a second name are none."""
    what = "an e-mail address" if "@" in word else "a telephone number" if _TELEPHONE.search(word) else "a name"
    if what == "a name" and not _TWO_WORDS.search(word):
        return word
    cure = "Give each person a code, such as p3, in the file, or with --value FIELD:FROM=p3. A group or a place needs a hyphen: hall-2."
    raise WorkshopError(f"{what} names a person, and is no code", cure)
