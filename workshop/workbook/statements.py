"""Statements: what one group said, made ready to be put to another."""

from collections.abc import Iterable

from workshop.errors import WorkshopError
from workshop.model.codebook import new_theme, resolve
from workshop.model.perspective import OTHER
from workshop.model.plan import Plan
from workshop.model.records import Session, Statement
from workshop.store.schema import Record
from workshop.text import clean_line, fold
from workshop.workbook.desk import Desk


class Statements(Desk):
    """The verbs that make statements."""

    def add_statement(self, text: str, made_by: str, *, theme: str = "", sources: Iterable[str] = ()) -> Statement:
        """Make a statement of a perspective, resting on reflections named by reference (R12). Raises WorkshopError."""
        words = clean_line(text)
        if not words:
            raise WorkshopError("A statement needs words.", "Write it as one sentence that people can agree or disagree with.")
        new: list[Record] = []
        known = resolve(theme, self.records.themes) if theme else None
        if theme and known is None:
            known = new_theme(theme, self.records.themes, self.workshop.salt, self.records.merged)
            new.append(known)
        statement = Statement(
            id=self.repository.new_id(),
            number=self.repository.next_number("statements"),
            text=words,
            made_by=self.perspective(made_by).name,
            theme=known.id if known else None,
            sources=tuple(self.reflection(each).id for each in sources),
        )
        self._do(f"the statement T{statement.number}", *new, statement)
        return statement

    def _statements_of_plan(self, plan: Plan, session: Session) -> list[Statement]:
        """The statements that the plan itself brings and the workshop doesn't have yet: the other group's, as far as the plan says."""
        have = {fold(each.text) for each in self.records.statements.values()}
        maker = next((name for name in plan.perspectives if name != session.group), OTHER)
        texts = [text for activity in plan.activities for text in activity.statements if fold(text) not in have]
        first = self.repository.next_number("statements")
        return [
            Statement(id=self.repository.new_id(), number=first + place, text=clean_line(text), made_by=maker)
            for place, text in enumerate(dict.fromkeys(texts))
        ]
