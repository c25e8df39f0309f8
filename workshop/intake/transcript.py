"""A transcript: who said what, turn by turn, from plain text, a Word document, or the captions of a recording."""

import html
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from workshop.errors import WorkshopError
from workshop.intake.document import MOST_PARAGRAPHS, paragraphs
from workshop.intake.encoding import encoding_of
from workshop.intake.source import Form, Source
from workshop.text import clean, clean_line, fold

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?"
_NAME = r"(?P<who>[^\W_](?:[^:\n<>\[\]()?!\"\u201c\u201d]{0,38}[^\s:\n<>\[\]()?!\"\u201c\u201d])?)"
_SAID = re.compile(
    rf"(?:[\[(]?(?P<before>{_TIME})[\])]?[\s\u2013-]*)?{_NAME}\s*(?:[\[(](?P<after>{_TIME})[\])])?\s*:(?:\s+(?P<text>.*)|\s*)", re.DOTALL
)
_HEADING = re.compile(rf"{_NAME}\s+[\[(]?(?P<at>{_TIME})[\])]?")
_CUE = re.compile(rf"(?P<at>{_TIME})\s+-->\s+.*")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+(?P<who>[^>]+)>(?P<text>.*)", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_ENDS = (".", "?", "!", "\u2026", '"', "\u201d")
_MOST_WORDS = 4
"""Of a speaker's name: what stands before a colon after more words is part of what was said."""
_MOST_TURNS = 50_000


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker said in one go; `speaker` is as the file writes it, "" where nobody is named. `seconds` are into the recording."""

    line: int
    speaker: str
    text: str
    seconds: float | None = None


def turns(source: Source) -> tuple[Turn, ...]:
    """The turns of a transcript, in order. Raises WorkshopError for a file that holds none."""
    if source.form in (Form.SPREADSHEET, Form.OWN, Form.BUNDLE):
        raise WorkshopError(f"{source.name} is a {source.form.value}, and no transcript.", "Say what its rows are, with --what.")
    if source.form is Form.WORD:
        found = _said(enumerate(paragraphs(source), start=1))
    else:
        text = clean(source.data.decode(encoding_of(source.data, source.name)))
        if text.count("\n") > MOST_PARAGRAPHS:
            raise WorkshopError(f"{source.name} holds over {MOST_PARAGRAPHS:,} lines.", "Import it in parts.")
        lines = enumerate(text.split("\n"), start=1)
        found = _captions(lines) if source.form is Form.CAPTIONS else _said(lines)
    made = tuple(turn for turn in found if turn.text)
    if not made:
        raise WorkshopError(f"{source.name} is empty.")
    if len(made) > _MOST_TURNS:
        raise WorkshopError(f"{source.name} holds over {_MOST_TURNS:,} turns.", "Import it in parts.")
    return made


def same_speaker(name: str) -> str:
    """What two spellings of one speaker have in common."""
    return fold(name)


def _said(lines: Iterable[tuple[int, str]]) -> Iterator[Turn]:
    """`Speaker: words`, or a line `Speaker 0:12` with the words below it; other lines go on with what was said before.

    Before anybody is named each line is a turn of its own.
    """
    read = [(number, line.strip()) for number, line in lines]
    names = {same_speaker(turn.speaker) for number, line in read if (turn := _begins(number, line))}
    now: Turn | None = None
    parts: list[str] = []
    for number, line in read:
        begun = _begins(number, line, names)
        if begun is None and now is not None and now.speaker:
            parts.append(line)
            continue
        if now is not None:
            yield _joined(now, parts)
        now = begun or Turn(number, "", line)
        parts = [now.text]
    if now is not None:
        yield _joined(now, parts)


def _joined(turn: Turn, parts: list[str]) -> Turn:
    return Turn(turn.line, turn.speaker, "\n".join(part for part in parts if part), turn.seconds)


def _begins(number: int, line: str, names: Collection[str] = ()) -> Turn | None:
    """The turn that begins on a line; `names` are those of speakers who are known by now, however they are written here."""
    if (heading := _HEADING.fullmatch(line)) and _is_name(heading["who"], names):
        return Turn(number, clean_line(heading["who"]), "", _seconds(heading["at"]))
    said = _SAID.fullmatch(line)
    if said is None or not _is_name(said["who"], names):
        return None
    return Turn(number, clean_line(said["who"]), (said["text"] or "").strip(), _seconds(said["before"] or said["after"]))


def _is_name(name: str, names: Collection[str]) -> bool:
    """Whether a name may be what stands before a colon: few words, the first with a capital, a digit, or a letter that has none."""
    first, words = name[:1], name.split()
    if same_speaker(name) in names:
        return True
    return len(words) <= _MOST_WORDS and (first == first.upper() or len(name) == 1 or words[0][-1:].isdigit())


def _captions(lines: Iterable[tuple[int, str]]) -> Iterator[Turn]:
    """WebVTT and SubRip: cues that go on with a sentence of the same speaker are one turn."""
    now: Turn | None = None
    for cue in _cues(lines):
        if now is not None and now.speaker == cue.speaker and not now.text.endswith(_ENDS):
            now = Turn(now.line, now.speaker, f"{now.text} {cue.text}".strip(), now.seconds)
            continue
        if now is not None:
            yield now
        now = cue
    if now is not None:
        yield now


def _cues(lines: Iterable[tuple[int, str]]) -> Iterator[Turn]:
    """Each line of each cue; a cue that names nobody goes on with the speaker of the one before."""
    seconds: float | None = None
    speaker, inside = "", False
    for number, line in lines:
        text = line.strip()
        if not text:
            inside = False
        elif cue := _CUE.fullmatch(text):
            inside, seconds = True, _seconds(cue["at"])
        elif inside:
            voice = _VOICE.fullmatch(text)
            words = _plain(voice["text"] if voice else text)
            begun = None if voice else _begins(number, words)
            speaker = clean_line(html.unescape(voice["who"])) if voice else begun.speaker if begun else speaker
            yield Turn(number, speaker, begun.text if begun else words, seconds)


def _plain(text: str) -> str:
    return clean(html.unescape(_TAG.sub("", text))).strip()


def _seconds(time: str | None) -> float | None:
    """Of 1:02:03, 02:03 or 02:03.400."""
    if not time:
        return None
    total = 0
    for part in re.split(r"[.,]", time)[0].split(":"):
        total = total * 60 + int(part)
    return float(total)
