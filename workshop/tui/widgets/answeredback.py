"""How a contested statement goes on: what its makers answered once they had heard the others, and what each side will do now."""

from collections.abc import Iterator

from textual.content import Content

from workshop.model.view.statement import ShownStatement
from workshop.tui.themes import colour_of
from workshop.tui.widgets.laidout import upper_first
from workshop.tui.widgets.voices import quoted


def answered_back(statement: ShownStatement) -> Iterator[Content]:
    """A paragraph each; nothing where nobody answered back and nothing was agreed."""
    back = statement.answered_back
    if back is not None:
        head = Content.assemble(
            (f"{upper_first(back.plural)} answered back", f"bold {colour_of(back.perspective)}"), "   ", (back.sentence, "bold")
        )
        counts = "   ".join(f"{each.answer} {each.text}" for each in back.answers)
        more = [Content.styled(statement.back_more, "$quiet")] if statement.back_more else []
        said = [Content.styled(f"  {counts}   {back.asked_text}", "$quiet"), *map(quoted, statement.back_words), *more]
        yield Content("\n").join([head, *said])
    if statement.now:
        lines = [Content.styled("Now", "bold")]
        for each in statement.now:
            due = f"by {each.due}" if each.due else "no day"
            told = f"   {each.whose or 'nobody yet'}, {due}: {each.stands}"
            lines.append(Content.assemble((f"{each.name} ", "$quiet"), each.text, (told, colour_of(each.side) if each.side else "$quiet")))
        yield Content("\n").join(lines)
