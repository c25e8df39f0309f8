"""What holds of the capture line for any text at all (issue 5, 1)."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.model.capture_lines import CONTEXTS, contexts, lines
from workshop.model.capture import Captured, Context, Speaker, chips, completions, going_on, parse, show
from workshop.text import clean_line, fold

_NO_WORDS = str.maketrans("", "", '"“”„«»\\')
_STOPS = ".:!?…'’,;"


def words(text: str) -> tuple[str, ...]:
    """What stands between spaces, without double quotes and backslashes."""
    return tuple(word for word in text.translate(_NO_WORDS).split() if word)


def told(word: str, captured: Captured, context: Context) -> bool:
    """Whether the word is a mark whose meaning is in `captured`."""
    titles = {name.translate(_NO_WORDS): title for name, title in context.themes.items()}

    def title(tag: str) -> str:
        name = fold(tag).translate(_NO_WORDS)
        return titles.get(name, name)

    if captured.statement and fold(word.rstrip(_STOPS)) == fold(captured.statement):
        return True
    match word[0]:
        case "#":
            return title(word[1:]) in map(title, captured.themes)
        case "!":
            return {fold(word[1:]), fold(word[1:].rstrip(_STOPS))} & {*captured.kinds, captured.lane} != set()
        case "x" | "X" | "×":
            return word[1:].isdecimal() and int(word[1:]) == captured.hands
        case "@" | "*":
            return (captured.at == word[1:] != "") if word[0] == "@" else (captured.highlight and word == "*")
        case _:
            return captured.unfinished and (word in ("QUOTE", "…") or set(word) == {"."})


def accounted_for(typed: tuple[str, ...], captured: Captured, context: Context) -> bool:
    """Whether the captured words are the typed ones in their order, all but whole marks that are told, a tag's "#"."""
    kept = words(captured.text)

    @cache
    def rest(at: int, done: int) -> bool:
        if at == len(typed):
            return done == len(kept)
        word = typed[at]
        same = done < len(kept) and kept[done] in (word, word.removeprefix("#"))
        return (same and rest(at + 1, done + 1)) or (told(word, captured, context) and rest(at + 1, done))

    return rest(0, 0)


def without_speaker(line: str, captured: Captured) -> str:
    """The line from where its words may begin: after "+", or after the colon if a speaker was understood."""
    whole = clean_line(line)
    if captured.continues:
        return whole[1:]
    return whole.partition(":")[2] if captured.speaker_given else whole


def every_word_stays(line: str, context: Context) -> None:
    """No word is lost, added or moved; only marks that were understood go, and each of them is told."""
    captured = parse(line, context)
    if captured.off_record:
        assert replace(captured, speaker_given=False, continues=False) == Captured(speaker=captured.speaker, kinds=("off",))
        return
    if captured.answers is not None:
        assert captured.answers == tuple(int(count) for count in re.findall("[0-9]+", line)[-4:])
    else:
        assert accounted_for(words(without_speaker(line, captured)), captured, context)


def comes_back(line: str, context: Context) -> None:
    """What `show` prints means the same, with its speaker said, and is printed alike again."""
    captured = parse(line, context)
    shown = show(captured, context)
    assert parse(shown, context) == replace(captured, speaker_given=not captured.continues)
    assert show(parse(shown, context), context) == shown


@given(lines, contexts)
def test_no_word_is_lost(line: str, context: Context) -> None:
    """For any text at all, the words that come out are those that went in, in their order, minus the marks understood."""
    every_word_stays(line, context)


@given(lines, contexts)
def test_the_line_shown_is_understood_alike(line: str, context: Context) -> None:
    """For any text at all, the line printed back means what the first meant."""
    comes_back(line, context)


@pytest.mark.long
@settings(max_examples=20_000, deadline=None)
@given(lines, contexts)
def test_many_lines(line: str, context: Context) -> None:
    """The two facts above, of many more lines."""
    every_word_stays(line, context)
    comes_back(line, context)


@given(lines.map(clean_line), contexts)
def test_any_paraphrase_can_be_shown(text: str, context: Context) -> None:
    """A record whose text was never a line, an imported one, can be reopened as a line too: what looks like a mark stays a word."""
    captured = Captured(
        speaker=Speaker("parent", "p3"),
        speaker_given=True,
        text=text,
        unfinished=text.endswith(("...", "…")),
        themes=("debt",),
        hands=3,
    )
    assert parse(show(captured, context), context) == captured


@given(lines, contexts)
def test_any_line_has_chips_and_completions(line: str, context: Context) -> None:
    """Chips and Tab answer for any line with the cursor anywhere; a completion changes nothing but the word at the cursor."""
    assert chips(parse(line, context), context)
    for cursor in range(len(line) + 1):
        for found in completions(line, cursor, context):
            assert found.line.startswith(re.sub(r"\S+\Z", "", line[:cursor]))
            assert found.line[found.cursor :] == line[cursor:].removeprefix(" ")


@given(lines, lines, contexts)
def test_going_on_loses_no_word(first: str, more: str, context: Context) -> None:
    """The words of a remark that a "+" line goes on with are those of its two parts, one after the other."""
    before = parse(first, context)
    line = f"+ {more}"
    whole = going_on(before, line, context)
    if parse(line, context).off_record:
        assert not whole.text
    elif before.verbatim and before.unfinished:
        assert words(whole.text)[: len(words(before.text))] == words(before.text)
    else:
        assert words(whole.text) == words(before.text) + words(parse(line, context).text)


def test_hostile_texts_are_only_texts(shared: Path) -> None:
    """Each of the naughty strings is read, loses no word and comes back, in every context."""
    strings = (shared / "data" / "hostile" / "naughty-strings.txt").read_text(encoding="utf-8").splitlines()
    for text in strings:
        for context in CONTEXTS:
            every_word_stays(text, context)
            comes_back(text, context)
