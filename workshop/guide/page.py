"""A page of a guide, as a tree of plain values that a terminal, a screen and a browser each show in their way."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Some words. `code` is what is typed or pressed, `strong` a word that is being explained."""

    text: str
    code: bool = False
    strong: bool = False


Words = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """What the next pieces are about."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences."""

    words: Words


@dataclass(frozen=True, slots=True)
class Items:
    """Things of one kind, in no order."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Things to be done one after the other."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word, and what it means."""

    name: Words
    meaning: Words


@dataclass(frozen=True, slots=True)
class Terms:
    """Several of them."""

    terms: tuple[Term, ...]


Piece = Heading | Paragraph | Items | Steps | Terms


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `name` is what it is asked for by, `title` what stands above it."""

    name: str
    title: str
    pieces: tuple[Piece, ...]


def text_of(words: Sequence[Span]) -> str:
    """The words alone; what is typed stands between ` and `, as it would run into the sentence otherwise."""
    return "".join(f"`{span.text}`" if span.code else span.text for span in words)
