"""A leading "+": the line goes on with the last remark, and closes its quote if that was left open."""

from dataclasses import replace

from workshop.model.capture.captured import Captured
from workshop.model.capture.context import Context
from workshop.model.capture.kinds import ANSWERS
from workshop.model.capture.line import parse
from workshop.model.capture.quotes import OPENING
from workshop.text import clean_line


def going_on(before: Captured, line: str, context: Context) -> Captured:
    """The whole remark after `line`, which begins with "+", went on with `before`.

    Words are joined by a space. Where one part is verbatim and the other isn't, the words that are keep their quotes and the whole is a
    paraphrase. Marks are added; of what can be said once only the newer value stays. `!off` takes the whole remark off the record.
    """
    rest = clean_line(line)[1:].lstrip()
    more = parse(f"+ {rest}", context)
    if more.off_record:
        return replace(more, speaker=before.speaker, continues=False)
    goes_on_in_quote = before.verbatim and before.unfinished and more.text and rest[:1] not in tuple(OPENING)
    if goes_on_in_quote:
        more = parse(f'+ "{rest}', context)
    verbatim = before.verbatim and (more.verbatim or not more.text)
    if verbatim or not (before.verbatim or more.verbatim):
        text = f"{before.text} {more.text}"
    elif goes_on_in_quote:
        text = f'"{before.text} {more.text[1:]}'
    else:
        text = f"{_in_quotes(before)} {_in_quotes(more)}"
    answers = more.answer is not None
    kinds = [kind for kind in before.kinds if not (answers and kind in ANSWERS)]
    return replace(
        before,
        text=text.strip(),
        verbatim=verbatim,
        unfinished=more.unfinished if more.text else before.unfinished or more.unfinished,
        highlight=before.highlight or more.highlight,
        hands=before.hands if more.hands is None else more.hands,
        themes=tuple(dict.fromkeys((*before.themes, *more.themes))),
        kinds=tuple(dict.fromkeys((*kinds, *more.kinds))),
        statement=more.statement or before.statement,
        lane=more.lane or before.lane,
        at=more.at or before.at,
    )


def _in_quotes(part: Captured) -> str:
    return f'"{part.text}"' if part.verbatim else part.text
