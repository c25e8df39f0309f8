"""The remarks, as they may be shown: each as a quote, with its themes, where and how it was said."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from workshop.compare.tally import themes_of
from workshop.model.capture.kinds import ANSWERS
from workshop.model.checking import checked_back
from workshop.model.keys import digest
from workshop.model.perspective import MIXED, NOTE_TAKER, UNKNOWN
from workshop.model.plan import Plan
from workshop.model.records import Answer, Records, Reflection
from workshop.model.view.quote import ShownQuote
from workshop.model.view.record import ShownReflection
from workshop.privacy.audience import Audience
from workshop.privacy.codebook import second_codings
from workshop.privacy.hidden import NOTHING, Hidden
from workshop.privacy.names import Names

OFF_THE_RECORD = "off"
NOBODYS = {NOTE_TAKER, UNKNOWN, MIXED}
"""Where one of these stands for a perspective, no group said it; elsewhere a participant's own perspective counts."""


class Remarks:
    """All remarks of one workshop, read once, by theme and by the statement that they answer; each list in the order said.

    For everybody's eyes the order is another one, which is the same each time and says nothing of who spoke when.
    """

    def __init__(
        self,
        records: Records,
        names: Names,
        plans: Mapping[str, Plan],
        audience: Audience = Audience.WORKING,
        hidden: Hidden = NOTHING,
    ) -> None:
        """One pass over remarks, codings and responses."""
        self.audience = audience
        self.hidden = hidden
        self._records = records
        self._names = names
        self._plans = plans
        self._themes = _themes(records)
        self._coded_by = second_codings(records, by_name=audience is Audience.WORKING)
        self._answers = _answers(records)
        self.checked = checked_back(records)
        self.all = tuple(_shuffled(records) if audience is Audience.PUBLISHED else _in_order(records))
        self.by_theme: defaultdict[str, list[Reflection]] = defaultdict(list)
        self.by_statement: defaultdict[str, list[Reflection]] = defaultdict(list)
        for said in self.all:
            for theme in self._themes.get(said.id, ()):
                self.by_theme[theme].append(said)
            if said.statement:
                self.by_statement[said.statement].append(said)

    def perspective(self, said: Reflection) -> str:
        """Whose view it is: its participant's perspective, or else the one that it was noted under."""
        participant = self._records.participants.get(said.participant or "")
        return participant.perspective if participant and said.perspective not in NOBODYS else said.perspective

    def answers_back(self, said: Reflection, maker: str) -> bool:
        """Whether words to a statement are its maker's, who had heard the others: said where contested statements are put back."""
        plan = self._plans.get(said.session)
        activities = plan.activities if plan else ()
        place = said.activity if said.activity is not None else len(activities)
        return self.perspective(said) == maker and 0 <= place < len(activities) and activities[place].contested

    def quote(self, said: Reflection) -> ShownQuote:
        """The words of one remark; those said off the record stay out, whatever the store holds.

        Where small numbers are hidden nobody's code stands beside them, and the answer that they came with only where all answers are told.
        """
        answer, perspective, vague = self._answer(said), self.perspective(said), self.audience.hides_small_numbers
        if vague and (said.statement or "", perspective) in self.hidden.answered:
            answer = None
        return ShownQuote(
            name=self._names.reflections[said.id],
            text="" if OFF_THE_RECORD in said.kinds else said.text,
            perspective=perspective,
            person="" if vague else self._names.people.get(said.participant or "", ""),
            answer=answer.value if answer else "",
            verbatim=said.verbatim,
            session="" if self.audience is Audience.PUBLISHED else self._names.sessions.get(said.session, ""),
            kinds=tuple(kind for kind in said.kinds if kind not in ANSWERS) if vague else said.kinds,
        )

    def quotes_under(self, theme: str, perspective: str, most: int) -> int:
        """How many quotes of a group may stand under a theme: of a count that may be one, one, and none to those who know the codes."""
        if (theme, perspective) not in self.hidden.few:
            return most
        return 1 if self.audience is Audience.PUBLISHED else 0

    def _answer(self, said: Reflection) -> Answer | None:
        """The answer that these words were said with: the one they are marked with, else their speaker's last up to that moment.

        None for an aside, said while the statement was on by somebody who had not answered it.
        """
        if not said.statement:
            return None
        marked = next((Answer(kind) for kind in said.kinds if kind in ANSWERS), None)
        given = self._answers.get((said.statement, said.participant or ""), [])
        return marked or next((answer for at, answer in reversed(given) if at <= said.at), None)

    def shown(self) -> tuple[ShownReflection, ...]:
        """All remarks, each once; where small numbers are hidden, those that have words to show."""
        if not self.audience.hides_small_numbers:
            return tuple(self._reflection(said) for said in self.all)
        return tuple(self._passed_on(said) for said in self.all if said.text)

    def _passed_on(self, said: Reflection) -> ShownReflection:
        """Without what tells who it was, or how many. In the copy for participants there is a code, by which people find their own words.

        It names a theme only where the number who raised that is told: codes beside a theme could be counted.
        """
        found, perspective = self._reflection(said), self.perspective(said)
        own = self.audience is Audience.PARTICIPANTS and perspective not in self.hidden.codes
        themes = [theme for theme in self._themes.get(said.id, ()) if (theme, perspective) not in self.hidden.raised]
        return replace(
            found,
            quote=replace(found.quote, person=self._names.people.get(said.participant or "", "") if own else "", answer=""),
            themes=tuple(self._records.themes[theme].title for theme in themes),
            activity=found.activity if self.audience is Audience.PARTICIPANTS else "",
            at=None,
            hands=None,
            highlight=False,
            coded_by={},
        )

    def _reflection(self, said: Reflection) -> ShownReflection:
        plan = self._plans.get(said.session)
        activities = plan.activities if plan else ()
        place = said.activity if said.activity is not None else len(activities)
        return ShownReflection(
            quote=self.quote(said),
            themes=tuple(self._records.themes[theme].title for theme in self._themes.get(said.id, ())),
            activity=activities[place].title if 0 <= place < len(activities) else "",
            lane=said.lane,
            at=None if self.audience is Audience.RESEARCH else said.at,
            elicited=said.elicited.value,
            statement=self._names.statements.get(said.statement or "", ""),
            artwork=self._names.artworks.get(said.artwork or "", ""),
            highlight=said.highlight,
            unfinished=said.unfinished,
            hands=said.hands,
            checked_back=said.id in self.checked,
            coded_by=self._coded_by.get(said.id, {}),
        )


def _in_order(records: Records) -> list[Reflection]:
    """Session by session, as they were said."""
    place = {session.id: (session.number, session.id) for session in records.sessions.values()}
    return sorted(
        records.reflections.values(), key=lambda said: (place.get(said.session, (0, said.session)), said.at, said.number, said.id)
    )


def _shuffled(records: Records) -> list[Reflection]:
    """In an order that is the same each time, and that nobody without the workshop's salt can undo."""
    return sorted(records.reflections.values(), key=lambda said: digest(records.workshop.salt, "shuffled", said.id))


def _themes(records: Records) -> dict[str, tuple[str, ...]]:
    """The ids of each remark's themes, by the remark's id, in the codebook's order: those that the comparison counts."""
    found = themes_of(records.codings.values(), records.themes)
    rank = {theme.id: place for place, theme in enumerate(sorted(records.themes.values(), key=lambda theme: (theme.order, theme.id)))}
    return {reflection: tuple(sorted(themes, key=rank.__getitem__)) for reflection, themes in found.items()}


def _answers(records: Records) -> Mapping[tuple[str, str], list[tuple[datetime, Answer]]]:
    """Each person's answers and their moments, by statement and participant, as they were given one after the other."""
    found: defaultdict[tuple[str, str], list[tuple[datetime, Answer]]] = defaultdict(list)
    for given in sorted(records.responses.values(), key=lambda given: (given.at, given.order, given.id)):
        if given.participant and given.answer:
            found[given.statement, given.participant].append((given.at, given.answer))
    return found
