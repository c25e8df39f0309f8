"""Statements: what one group said, made ready to be put to another."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workshop.errors import WorkshopError
from workshop.model.perspective import BOTH, OTHER
from workshop.model.plan import Plan
from workshop.model.records import Answer, Elicited, Reflection, Session, Statement
from workshop.text import clean_line, fold
from workshop.workbook.codebook import Codebook


class Statements(Codebook):
    """The verbs that make and change statements."""

    def add_statement(self, text: str, made_by: str = "", *, theme: str = "", sources: Iterable[str] = ()) -> Statement:
        """Make a statement, resting on reflections named by reference (R12). Raises WorkshopError.

        Without `made_by`, a perspective, it is of those who made the reflections; without a theme it is about the one that most of
        them share, if there is one.
        """
        words = _sentence(text)
        said = [self.reflection(each) for each in dict.fromkeys(sources)]
        statement = Statement(
            id=self.repository.new_id(),
            number=self.repository.next_number("statements"),
            text=words,
            made_by=self._made_by(made_by, said),
            theme=self.theme(theme).id if theme else self._theme_shared(said),
            sources=tuple(dict.fromkeys(each.id for each in said)),
        )
        self._do(f"the statement T{statement.number}", statement)
        return statement

    def dispute(self, reference: str, remarks: Iterable[str], *, take_back: bool = False) -> tuple[Reflection, ...]:
        """Note that open remarks (R5) say that a statement is not so, or take that back. Raises WorkshopError.

        With enough people of another group it makes the statement contested, though it was never put to them.
        """
        statement = self.statement(reference)
        said = [self.reflection(each) for each in dict.fromkeys(remarks)]
        prompted = next((each for each in said if each.elicited is not Elicited.OPEN), None)
        if prompted is not None:
            raise WorkshopError(
                f"{self.ref(prompted)} was said to something that was on show.", "What is answered to a statement then counts as it is."
            )
        disputes = Answer.DISAGREE.value
        changed = []
        for each in said:
            kinds = tuple(kind for kind in each.kinds if kind != disputes) + (() if take_back else (disputes,))
            changed.append(replace(each, statement=None if take_back else statement.id, kinds=kinds))
        if changed:
            self._do(f"what disputes {self.ref(statement)}", *changed)
        return tuple(changed)

    def reword_statement(self, reference: str, text: str, made_by: str = "") -> Statement:
        """Put a statement in better words: a new one, of those who made it or of `made_by`, that stands in its place. Raises WorkshopError.

        What was answered to the old words stays with those, and both are in the report. Whoever is shown them next is shown the new ones.
        """
        was = self.statement(reference)
        words = _sentence(text)
        if words == was.text:
            raise WorkshopError(f"Those are the words of {self.ref(was)} already.", "Say it as the group would.")
        better = replace(
            was,
            id=self.repository.new_id(),
            number=self.repository.next_number("statements"),
            text=words,
            made_by=self.perspective(made_by).name if made_by else was.made_by,
            ref="",
            replaces=was.id,
        )
        self._do(f"{self.ref(was)} in better words", better)
        return better

    def edit_statement(self, reference: str, text: str | None = None, *, theme: str | None = None, same_meaning: bool = False) -> Statement:
        """Change a statement's words, or its theme ("" for none); what it was stays in its history. Raises WorkshopError.

        Whoever answered has answered the words as they were: they are changed then only where that says that they mean the `same`.
        """
        was = self.statement(reference)
        words = was.text if text is None else _sentence(text)
        answered = any(each.statement == was.id for each in self.records.responses.values())
        if words != was.text and answered and not same_meaning:
            raise WorkshopError(
                f"People have answered {self.ref(was)} as it stands.",
                "Put it in better words with: workshop statement reword. If only the spelling changes, say --same-meaning.",
            )
        about = was.theme if theme is None else self.theme(theme).id if theme else None
        edited = replace(was, text=words, theme=about)
        if edited != was:
            self._do(f"the edit of {self.ref(was)}", edited)
        return edited

    def _made_by(self, name: str, said: Sequence[Reflection]) -> str:
        """The perspective that is named, else the one whose remarks these all are. Raises WorkshopError."""
        people = self.records.participants
        speakers = [(each, people.get(each.participant or "")) for each in said]
        groups = {person.perspective if person else each.perspective for each, person in speakers}
        if name:
            maker = self.perspective(name).name
            if groups and not groups & {maker, BOTH, OTHER}:
                theirs = " and ".join(sorted(self.perspective(each).plural for each in groups))
                raise WorkshopError(
                    f"Those remarks are of {theirs}, none is of {self.perspective(maker).plural}.",
                    "Leave --made-by away, or name remarks of theirs.",
                )
            return maker
        if len(groups) != 1:
            known = ", ".join(each.name for each in self.perspectives)
            raise WorkshopError("Whose statement is it?", f"Say it with --made-by: {known}.")
        return groups.pop()

    def _theme_shared(self, said: Sequence[Reflection]) -> str | None:
        """The id of the one theme that most of these remarks are about, of those that are sorted at all; None where there is none."""
        keys = {each.id for each in said}
        found = {(each.reflection, each.theme) for each in self.records.codings.values() if each.reflection in keys and not each.coder}
        found = {(remark, theme) for remark, theme in found if theme in self.records.themes}
        counts = Counter(theme for _, theme in found)
        most = [theme for theme, count in counts.items() if 2 * count > len({remark for remark, _ in found})]
        first = max(most, key=lambda theme: counts[theme], default=None)
        return first if first and [counts[theme] for theme in most].count(counts[first]) == 1 else None

    def _statements_of_plan(self, plan: Plan, session: Session) -> list[Statement]:
        """The statements that the plan itself brings and the workshop doesn't have yet: the other group's, as far as the plan says."""
        maker = next((name for name in plan.perspectives if name != session.group), OTHER)
        texts = [text for activity in plan.activities for text in activity.statements if not self._planned([text])]
        first = self.repository.next_number("statements")
        return [
            Statement(id=self.repository.new_id(), number=first + place, text=clean_line(text), made_by=maker)
            for place, text in enumerate(dict.fromkeys(texts))
        ]

    def _planned(self, texts: Iterable[str]) -> list[Statement]:
        """The statements that a plan names, in its order: those that say so now, else those made with these words and edited since."""
        statements = [each for _, each in sorted(self.records.statements.items())]
        now = _by_words((each.text, each) for each in statements)
        wanted = [fold(text) for text in texts]
        first: Mapping[str, Sequence[Statement]] = {}
        if not all(text in now for text in wanted):
            first = _by_words((self._first_words(each), each) for each in statements)
        return list(dict.fromkeys(each for text in wanted for each in now.get(text) or first.get(text, ())))

    def _first_words(self, statement: Statement) -> str:
        """What it was made with, before any edit."""
        versions = self.repository.db.history("statements", statement.id)
        return next((str(each.document["text"]) for each in versions if each.document is not None), statement.text)


def _by_words(said: Iterable[tuple[str, Statement]]) -> Mapping[str, Sequence[Statement]]:
    found: dict[str, list[Statement]] = {}
    for text, statement in said:
        found.setdefault(fold(text), []).append(statement)
    return found


def _sentence(text: str) -> str:
    """The words on one line. Raises WorkshopError where there are none."""
    words = clean_line(text)
    if not words:
        raise WorkshopError("A statement needs words.", "Write it as one sentence that people can agree or disagree with.")
    return words
