"""From what was understood back to a line that says it: for reopening the last remark, and for any place that shows a line."""

import re
from collections.abc import Iterator
from dataclasses import replace

from workshop.model.capture import marks
from workshop.model.capture.captured import Captured
from workshop.model.capture.context import Context
from workshop.model.capture.kinds import ANSWERS
from workshop.model.capture.line import parse
from workshop.model.capture.quotes import OPENING, inside
from workshop.model.capture.speaker import NOTE_TAKER, UNKNOWN, Speaker

_QUOTES = ('""', "“”", "«»", "„”", "„“")
_WORD = re.compile(r"\S+")


def show(captured: Captured, context: Context) -> str:
    r"""A line that `parse` understands as `captured`, with its speaker always said.

    True of whatever `parse` gave in this context, and of records whose text ends like a mark ("score x7" comes out as "score \x7").
    Only a verbatim text that no pair of quotes can enclose, or a code that can't be typed, comes back as something else.
    """
    if captured.answers is not None:
        named = f" {captured.statement}" if captured.statement else ""
        return f"{context.plural(captured.speaker.perspective)} hands{named}: {' '.join(map(str, captured.answers))}"
    start = "+ " if captured.continues else f"{speaker_label(captured.speaker, context)} "
    end = _marks(captured, context)
    meant = replace(captured, speaker_given=not captured.continues)
    lines = [" ".join(part for part in ((start + text).strip(), *end) if part) for text in _texts(captured)]
    return next((line for line in lines if parse(line, context) == meant), lines[0])


def speaker_label(speaker: Speaker, context: Context) -> str:
    """The word for this speaker at a line's start, colon included: "p3:", "parents:", "nt:", "?:"."""
    if speaker.code:
        return f"{speaker.code}:"
    if speaker == NOTE_TAKER:
        return "nt:"
    return "?:" if speaker == UNKNOWN else f"{context.plural(speaker.perspective)}:"


def tag(title: str) -> str:
    """A theme's title as it is typed after "#": hyphens for spaces."""
    return "-".join(title.split())


def _texts(captured: Captured) -> Iterator[str]:
    """The ways to write the words, the plainest first."""
    text = captured.text
    if captured.verbatim:
        yield from (f"{quotes[0]}{text}{quotes[1]}" for quotes in _QUOTES)
        yield from (f"{opening}{text}" for opening in OPENING)
        return
    opens_with_quote = text[:1] in tuple(OPENING)
    yield text
    if opens_with_quote:
        yield f"\\{text}"
    yield _plain(text)
    if opens_with_quote:
        yield _plain(f"\\{text}", first=1)


def _plain(text: str, first: int = 0) -> str:
    """The text with a backslash before each word, from this one on, that could be a mark; a quote amid the words needs none."""
    words = list(_WORD.finditer(text))
    quoted = inside(text, [word.start() for word in words])
    plain = {word.start() for word, is_quoted in list(zip(words, quoted, strict=True))[first:] if not is_quoted and _is_mark(word[0])}
    return _WORD.sub(lambda word: f"\\{word[0]}" if word.start() in plain else word[0], text)


def _is_mark(word: str) -> bool:
    return word[0] not in OPENING and marks.escaped(f"\\{word}")


def _marks(captured: Captured, context: Context) -> list[str]:
    about = f" {captured.statement}" if captured.statement in context.statements else ""
    kinds = (*captured.kinds, captured.lane) if captured.lane else captured.kinds
    return [
        "QUOTE" if captured.unfinished and not marks.ends_in_dots(captured.text) else "",
        *(f"#{tag(theme)}" for theme in captured.themes),
        *(f"!{tag(kind)}{about if kind in ANSWERS else ''}" for kind in kinds),
        "" if captured.hands is None else f"x{captured.hands}",
        "*" if captured.highlight else "",
        f"@{captured.at}" if captured.at else "",
    ]
