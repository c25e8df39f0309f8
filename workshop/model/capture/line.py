"""A capture line to what it means. Pure, and total: any text at all comes out as something, and no word of it is lost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from workshop.model.capture import marks, who
from workshop.model.capture.captured import Captured
from workshop.model.capture.context import Context
from workshop.model.capture.kinds import ANSWERS, OFF
from workshop.model.capture.marks import Mark, Sort
from workshop.model.capture.quotes import OPENING, PUNCTUATION, inside, pairs
from workshop.model.capture.speaker import Speaker
from workshop.text import clean_line, fold

_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class _Taken:
    """The marks taken so far, from the line's end to its start. What can be said once only keeps its last value."""

    themes: dict[str, str] = field(default_factory=dict)
    kinds: list[str] = field(default_factory=list)
    single: dict[str, str] = field(default_factory=dict)

    def take(self, mark: Mark, context: Context) -> bool:
        """Take it, unless another value of it was taken already: "x7 x8" can't both be meant, so "x7" stays a word."""
        if mark.sort is Sort.THEME:
            folded = fold(mark.value)
            title = context.themes.get(folded, folded)
            self.themes.pop(title, None)
            self.themes[title] = mark.value
            return True
        if mark.sort is Sort.KIND and mark.value not in ANSWERS:
            if mark.value in self.kinds:
                self.kinds.remove(mark.value)
            self.kinds.append(mark.value)
            return True
        if mark.sort is Sort.STATEMENT and Sort.KIND in self.single:  # another answer was taken, so the one before this stays a word
            return False
        return self.single.setdefault(mark.sort, mark.value) == mark.value


def parse(line: str, context: Context) -> Captured:
    """What the line means (capture.md, 1; the grammar stands in the package's docstring). Takes any text; never raises.

    Of a line marked `!off` only the speaker is left.
    """
    whole = clean_line(line)
    continues = whole[:1] == "+" and (len(whole) == 1 or whole[1].isspace())
    if continues:
        return _captured(whole[1:].lstrip(), context, context.speaker, given=False, continues=True)
    shown = who.show_of_hands(whole, context)
    if shown:
        return Captured(speaker=shown.speaker, speaker_given=True, answers=shown.counts, statement=shown.statement)
    name, rest = who.head(whole)
    speaker = who.speaker_of(name, context) if name else None
    if speaker is None:
        return _captured(whole, context, context.speaker, given=False, continues=False)
    return _captured(rest, context, speaker, given=True, continues=False)


def sticky_after(captured: Captured, context: Context) -> Speaker | None:
    """Who speaks from the next line on, for `Context.sticky`: a show of hands, the note-taker and an unknown one change nothing."""
    changes = captured.speaker_given and captured.speaker.lasts and captured.answers is None
    return captured.speaker if changes else context.sticky


def _captured(body: str, context: Context, speaker: Speaker, *, given: bool, continues: bool) -> Captured:
    text, verbatim, open_quote, taken = _quoted(body, context) or _plain(body, context)
    if OFF in taken.kinds:
        return Captured(speaker=speaker, speaker_given=given, kinds=(OFF,), continues=continues)
    single = taken.single
    answer = single.get(Sort.KIND)
    return Captured(
        speaker=speaker,
        speaker_given=given,
        text=text,
        verbatim=verbatim,
        unfinished=open_quote or Sort.FINISH in single or marks.ends_in_dots(text),
        highlight=Sort.HIGHLIGHT in single,
        hands=int(single[Sort.HANDS]) if Sort.HANDS in single else None,
        themes=tuple(reversed(taken.themes.values())),
        kinds=(*([answer] if answer else []), *reversed(taken.kinds)),
        statement=single.get(Sort.STATEMENT, ""),
        lane=single.get(Sort.LANE, ""),
        at=single.get(Sort.TIME, ""),
        continues=continues,
    )


def _quoted(body: str, context: Context) -> tuple[str, bool, bool, _Taken] | None:
    """The reading of a body whose words are one quote, with nothing but marks before and after it; None if they are not.

    A quote that isn't closed reaches to the marks at the line's end: who forgets the closing quote still means "#debt", and surely "!off".
    """
    words = list(_WORD.finditer(body))
    first = 0
    while first < len(words) and _is_apart(words, first, context):
        first += 1
    if first == len(words) or words[first][0][0] not in OPENING:
        return None
    start = words[first].start()
    end = pairs(body).get(start)
    taken = _Taken()
    last = len(words)
    while last > first + 1 and (end is None or words[last - 1].start() > end):
        mark = _apart(words, last - 1, context)
        if mark is None or not taken.take(mark, context):
            break
        last -= 1
    tail = body[start + 1 : words[last - 1].end()] if end is None else body[end + 1 : words[last - 1].end()]
    if end is not None and tail.strip(PUNCTUATION):
        return None
    for index in reversed(range(first)):
        mark = _apart(words, index, context)
        if mark is None or not taken.take(mark, context):
            return None
    text = tail if end is None else body[start + 1 : end] + tail
    return text.strip(), True, end is None, taken


def _plain(body: str, context: Context) -> tuple[str, bool, bool, _Taken]:
    """The reading of any other body: marks at its end and, outside closed quotes, tags and kinds amid its words."""
    words = list(_WORD.finditer(body))
    quoted = inside(body, [word.start() for word in words])
    taken = _Taken()
    kept: list[str] = []
    trailing = True
    for index in range(len(words) - 1, -1, -1):
        word = words[index][0]
        space = body[words[index - 1].end() : words[index].start()] if index else ""
        before = words[index - 1][0] if index and not quoted[index - 1] else ""
        mark = None if quoted[index] else marks.about(word, before, context) or marks.read(word, context)
        if mark and not trailing and mark.sort not in marks.INLINE:
            mark = None
        counts = mark is not None and taken.take(mark, context)
        if mark is None or not counts:
            trailing = False
            kept.append(space + (word[1:] if not quoted[index] and marks.escaped(word) else word))
        elif mark.sort is Sort.THEME and (mark.rest or not trailing):
            trailing = False
            kept.append(space + word[1:])
    return "".join(reversed(kept)).strip(), False, False, taken


def _apart(words: Sequence[re.Match[str]], index: int, context: Context) -> Mark | None:
    """The mark that the whole word is: nothing hangs on it."""
    word, before = words[index][0], words[index - 1][0] if index else ""
    mark = marks.about(word, before, context) or marks.read(word, context)
    return mark if mark and not mark.rest else None


def _is_apart(words: Sequence[re.Match[str]], index: int, context: Context) -> bool:
    """Whether the word may stand before a quote without being part of what is said."""
    mark = _apart(words, index, context)
    return mark is not None and mark.sort in marks.INLINE
