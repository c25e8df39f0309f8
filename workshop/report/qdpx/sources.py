"""What was said as texts: one for each person and session, or one for each session in the order said, with the place of each remark."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workshop.model.view.record import ShownReflection
from workshop.model.view.view import View
from workshop.report.qdpx.guids import Guids
from workshop.report.qdpx.plain import Unique, as_file, plain

BETWEEN = "\n\n"
"""What stands between two remarks."""
SEVERAL = "several"
"""The perspective of a source in which several speak."""
NOWHERE = "What was said"
"""Stands for a session, or an activity, where it isn't told which."""
NOBODY = "no code"
"""Stands in the name of a source for whoever has none."""


@dataclass(frozen=True, slots=True)
class Span:
    """A remark and where its words stand: code points from 0, the end exclusive."""

    guid: str
    said: ShownReflection
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One text, with LF between its lines. `person` is a code, or "" where nobody's or several people's words stand in it."""

    guid: str
    name: str
    text: str
    spans: tuple[Span, ...]
    session: str
    perspective: str
    person: str


@dataclass(slots=True)
class _Text:
    """A text that grows remark by remark."""

    guid: str
    parts: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    length: int = 0

    def add(self, said: ShownReflection, before: str, guids: Guids) -> None:
        words = plain(said.quote.text)
        start = self.length + (len(BETWEEN) if self.parts else 0) + len(before)
        self.parts.append(before + words)
        self.length = start + len(words)
        own = (said.quote.name,) if said.quote.name else (self.guid, str(start))
        self.spans.append(Span(guids.of("selection", *own), said, start, self.length))


def sources(view: View, guids: Guids, *, speaking_order: bool = False) -> tuple[Source, ...]:
    """All remarks with words, each in one source; those of nobody in one for each session and perspective.

    In `speaking_order` there is one for each session, and before each remark stands who said it.
    """
    found: dict[tuple[str, str, str], _Text] = {}
    for said in view.reflections:
        quote = said.quote
        if plain(quote.text).strip():
            key = (quote.session, "", "") if speaking_order else (quote.session, quote.perspective, quote.person)
            if key not in found:
                found[key] = _Text(guids.of("source", "in order" if speaking_order else "", *key))
            found[key].add(said, f"{speaker(said)}: " if speaking_order else "", guids)
    unique = Unique()
    return tuple(
        Source(
            guid=text.guid,
            name=unique.name(as_file(_name(*key, speaking_order=speaking_order)), "Remarks"),
            text=BETWEEN.join(text.parts),
            spans=tuple(text.spans),
            session=key[0],
            perspective=_perspective(text.spans),
            person=key[2],
        )
        for key, text in found.items()
    )


def speaker(said: ShownReflection) -> str:
    """Who said it: a code, or else the perspective, or that there is no code."""
    return plain(said.quote.person or said.quote.perspective) or NOBODY


def called(person: str, perspective: str) -> str:
    """What stands for whoever said something: their code, or else "parent, no code"."""
    return person or ", ".join(part for part in (perspective, NOBODY) if part)


def by_person(found: Iterable[Source]) -> Mapping[str, tuple[Source, ...]]:
    """The sources of each person who has any of their own."""
    people: dict[str, tuple[Source, ...]] = {}
    for source in found:
        if source.person:
            people[source.person] = (*people.get(source.person, ()), source)
    return people


def spans_by_person(found: Iterable[Source]) -> Mapping[str, Sequence[Span]]:
    """The remarks of each person who has a code, whatever source they stand in."""
    people: dict[str, list[Span]] = {}
    for span in (span for source in found for span in source.spans):
        if span.said.quote.person:
            people.setdefault(span.said.quote.person, []).append(span)
    return people


def _name(session: str, perspective: str, person: str, *, speaking_order: bool) -> str:
    if speaking_order:
        return session or NOWHERE
    who = called(person, perspective)
    return f"{session} - {who}" if session else who


def _perspective(spans: Iterable[Span]) -> str:
    perspectives = {span.said.quote.perspective for span in spans}
    return perspectives.pop() if len(perspectives) == 1 else SEVERAL
