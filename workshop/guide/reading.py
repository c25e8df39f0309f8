"""Reads a page from its text: the few marks of markdown that the pages use, a block a paragraph."""

import re

from workshop.errors import WorkshopError
from workshop.guide.page import Heading, Items, Page, Paragraph, Piece, Span, Steps, Term, Terms, Words

_SPANS = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|(?P<text>[^`*]+|[`*])")
_ITEM = re.compile(r"(?m)^- ")
_STEP = re.compile(r"(?m)^\d+\. ")


def read_page(name: str, text: str) -> Page:
    """The page of a text: `# title`, then blocks apart by blank lines: `## heading`, `- item`, `1. step`, `- **word**: meaning`.

    Raises WorkshopError where the title is missing.
    """
    first, *blocks = [block for block in re.split(r"\n{2,}", text.strip()) if block]
    if not first.startswith("# "):
        raise WorkshopError(f'The page "{name}" has no title.')
    return Page(name, first.removeprefix("# "), tuple(map(_piece, blocks)))


def _piece(block: str) -> Piece:
    if block.startswith("## "):
        return Heading(block.removeprefix("## "))
    if block.startswith("- **"):
        return Terms(tuple(map(_term, _parts(_ITEM, block))))
    if _ITEM.match(block):
        return Items(tuple(map(_words, _parts(_ITEM, block))))
    if _STEP.match(block):
        return Steps(tuple(map(_words, _parts(_STEP, block))))
    return Paragraph(_words(block))


def _parts(mark: re.Pattern[str], block: str) -> list[str]:
    return [part.strip() for part in mark.split(block)[1:]]


def _term(item: str) -> Term:
    name, _, meaning = item.partition(": ")
    return Term(_words(name), _words(meaning))


def _words(text: str) -> Words:
    """Code and strong words apart from the rest; lines of one block are one line."""
    found = _SPANS.finditer(text.replace("\n", " "))
    return tuple(
        Span(each[0] if each["text"] else each["code"] or each["strong"], bool(each["code"]), bool(each["strong"])) for each in found
    )
