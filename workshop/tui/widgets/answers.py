"""A statement with the answers that each group gave to it."""

from collections.abc import Sequence

from textual.content import Content

from workshop.model.view.statement import ShownAnswers, ShownStatement
from workshop.tui.themes import colour_of
from workshop.tui.widgets.laidout import LaidOut, upper_first, wrapped

INDENT = 5


class Answered(LaidOut):
    """One statement: its text, who made it, per group what most answered and the four counts, and what its makers answered back."""

    def __init__(self, statement: ShownStatement, order: Sequence[str]) -> None:
        """`order` is that of the perspectives."""
        self._statement = statement
        self._order = [group for group in order if group in statement.answers]
        self._order += [group for group in statement.answers if group not in self._order]

    def lines(self, width: int) -> Sequence[Content]:
        """The statement first, a paragraph a group below it."""
        room = max(8, width - INDENT)
        statement = self._statement
        maker = (statement.made_by_plural, colour_of(statement.made_by))
        head = Content.assemble((f"“{statement.text}”", "bold"), ("  said by ", "$quiet"), maker)
        first, *rest = wrapped(head, room)
        found = [Content.assemble((f"{statement.name:<{INDENT}}", "$quiet"), first), *(line.pad_left(INDENT) for line in rest)]
        for group in self._order:
            for part in answered(statement.answers[group], statement, one_line=room >= 100):
                found += [line.pad_left(INDENT) for line in wrapped(part, room)]
        if statement.answered_back:
            back = Content.assemble(
                (f"{upper_first(statement.answered_back.plural)} answered back", f"bold {colour_of(statement.made_by)}"),
                ("  ·  ", "$quiet"),
                statement.answered_back.sentence,
            )
            found += [line.pad_left(INDENT) for line in wrapped(back, room)]
        return found


def answered(answers: ShownAnswers, statement: ShownStatement, *, one_line: bool) -> list[Content]:
    """What a group answered: "6 of 8 parents disagreed, contested", and the counts behind or below it."""
    unasked = [Content.styled(upper_first(answers.unasked), "$quiet")] if answers.unasked else []
    if not answers.asked_text:
        return [Content.styled(f"{answers.plural} were not asked", "$quiet"), *unasked]
    contested = answers.perspective in statement.contested_by
    sentence = Content.assemble(
        (upper_first(answers.sentence or answers.plural), f"bold {colour_of(answers.perspective)}"),
        ("  ·  ", "$quiet"),
        ("contested", "bold $warning") if contested else (answers.label, "$quiet"),
    )
    counts = Content.styled(f"{'   '.join(f'{each.answer} {each.text}' for each in answers.answers)}   {answers.asked_text}", "$quiet")
    return [*([Content.assemble(sentence, "     ", counts)] if one_line else [sentence, counts.pad_left(2)]), *unasked]
