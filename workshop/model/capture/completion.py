"""Tab: what the word at the cursor may become. Themes after "#", kinds and lanes after "!", speakers at the line's start."""

import re
from dataclasses import dataclass

from workshop.model.capture.context import Context
from workshop.model.capture.kinds import ANSWERS
from workshop.model.capture.quotes import inside
from workshop.model.capture.rendering import speaker_label, tag
from workshop.model.capture.speaker import NOTE_TAKER, UNKNOWN, Speaker
from workshop.model.codebook import similar
from workshop.model.plan import Kind
from workshop.text import fold

_WORD_BEFORE = re.compile(r"\S*\Z")


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to complete: `line` is the whole line with it, `cursor` where to go on typing, `label` what a list shows."""

    label: str
    line: str
    cursor: int


def completions(line: str, cursor: int, context: Context, *, alike: bool = False) -> tuple[Completion, ...]:
    """The ways to complete the word that ends at `cursor` (an index into `line`), best first; none amid a word, or in a closed quote.

    Titles that begin with what was typed, by themselves or by an alias, come before those with a later word that does; where there is
    neither, and `alike` asks for it, those spelt much like it (`codebook.similar`).
    """
    found = _WORD_BEFORE.search(line[:cursor])
    start = found.start() if found else cursor
    word = line[start:cursor]
    if not word or line[cursor : cursor + 1].strip():
        return ()
    if word[0] in "#!":
        if inside(line, [start])[0]:
            return ()
        typed = word[1:]
        choices = (
            [(title, f"#{tag(title)}") for title in _titles(typed, context) or (_alike(typed, context) if alike else ())]
            if word[0] == "#"
            else [(kind, f"!{tag(kind)}") for kind in _kinds(typed, context)]
        )
    elif not line[:start].strip():
        choices = [(label, label) for label in _starts(word, context)]
    else:
        return ()
    after = line[cursor:].removeprefix(" ")
    return tuple(Completion(label, f"{line[:start]}{text} {after}", start + len(text) + 1) for label, text in choices)


def _titles(typed: str, context: Context) -> list[str]:
    """Titles by what their title or an alias begins with; each once."""
    prefix = fold(typed)
    begin = [title for name, title in context.themes.items() if name.startswith(prefix)]
    within = [title for name, title in context.themes.items() if f" {prefix}" in name]
    return list(dict.fromkeys([*begin, *within]))


def _alike(typed: str, context: Context) -> list[str]:
    """The titles that a hint names for a new tag."""
    return list(dict.fromkeys(context.themes[name] for name in similar(typed, context.themes)))


def _kinds(typed: str, context: Context) -> list[str]:
    """Lanes first; the answers before them where a statement is shown."""
    prefix = fold(typed)
    names = [*context.lane_names.values(), *context.kinds.values()]
    if context.kind is Kind.SHOW:
        names.sort(key=lambda name: name not in ANSWERS)
    return [name for name in names if fold(name).startswith(prefix)]


def _starts(typed: str, context: Context) -> list[str]:
    """Codes by their spelling or their number, then the groups and the rest by their word."""
    prefix = fold(typed)
    codes = [
        speaker_label(Speaker(perspective, code), context)
        for code, perspective in context.codes.items()
        if fold(code).startswith(prefix) or (prefix.isdecimal() and fold(code)[1:].startswith(prefix))
    ]
    others = [speaker_label(speaker, context) for speaker in (*(Speaker(each.name) for each in context.perspectives), NOTE_TAKER, UNKNOWN)]
    if context.kind is Kind.SHOW:
        others.append("hands:")
    return [*codes, *(label for label in others if fold(label).startswith(prefix))]
