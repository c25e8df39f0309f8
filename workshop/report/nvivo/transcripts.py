"""What was said as Word files, one for each session: what it was said to as headings of level 1, and who said it of level 2."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from workshop.model.view.record import ShownReflection
from workshop.model.view.view import View
from workshop.report.docx.paper import Paper
from workshop.report.qdpx.plain import Unique, as_file, plain
from workshop.report.qdpx.sources import NOWHERE, called
from workshop.report.slug import slug


@dataclass(frozen=True, slots=True)
class Transcript:
    """One session's. `file` is the name of its file without the ending."""

    session: str
    file: str
    said: tuple[ShownReflection, ...]


def transcripts(view: View, base: str) -> tuple[Transcript, ...]:
    """The sessions in which anything was said in words, each with its remarks in their order."""
    found: dict[str, list[ShownReflection]] = {}
    for said in view.reflections:
        if plain(said.quote.text).strip():
            found.setdefault(said.quote.session, []).append(said)
    unique = Unique()
    return tuple(
        Transcript(session, unique.name(f"{base}-{slug(session or NOWHERE)}", base), tuple(said)) for session, said in found.items()
    )


def case(said: ShownReflection) -> str:
    """Who said it, as NVivo can call a case: a slash or a colon in a heading would become a tilde there, and no sheet would find it."""
    return as_file(called(said.quote.person, said.quote.perspective))


def written(transcript: Transcript, view: View) -> bytes:
    """The Word file: nothing in it but the headings and the words."""
    paper = Paper(view)
    paper.text(f"{view.title}: {transcript.session or NOWHERE}", style="Title")
    on_show = {each.name: each.text for each in view.statements} | {each.name: each.caption for each in view.artworks}
    for topic, part in groupby(transcript.said, key=lambda said: _topic(said, on_show)):
        paper.heading(topic, 1)
        for who, remarks in groupby(part, key=case):
            paper.heading(who, 2)
            paper.text(*(line for said in remarks for line in _lines(said)))
    return paper.save()


def _topic(said: ShownReflection, on_show: dict[str, str]) -> str:
    """The activity, and the statement or the picture that was on show."""
    name = said.statement or said.artwork
    parts = (said.activity or NOWHERE, f"{name} {on_show.get(name, '')}".strip())
    return " \u2013 ".join(plain(part) for part in parts if part)


def _lines(said: ShownReflection) -> Iterator[str]:
    return (line for line in plain(said.quote.text).split("\n") if line.strip())
