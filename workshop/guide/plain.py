"""A page as plain text: for a terminal, a printer, or someone who listens to it."""

from collections.abc import Iterator
from textwrap import wrap

from workshop.guide.page import Heading, Items, Page, Paragraph, Piece, Steps, Terms, text_of

_TIED = "\u00a0"
"""Between the words of a command, while lines are wrapped: a command is not to be broken."""


def plain(page: Page, width: int = 80) -> str:
    """The page, its lines wrapped at `width` columns; headings stand alone, items begin with - or a number."""
    blocks = [page.title, *("\n".join(_lines(piece, width)) for piece in page.pieces)]
    return "\n\n".join(blocks) + "\n"


def _lines(piece: Piece, width: int) -> Iterator[str]:
    match piece:
        case Heading(text):
            yield text.upper()
        case Paragraph(words):
            yield from _hanging("", text_of(words), width)
        case Items(items):
            for words in items:
                yield from _hanging("- ", text_of(words), width)
        case Steps(items):
            for number, words in enumerate(items, 1):
                yield from _hanging(f"{number}. ", text_of(words), width)
        case Terms(terms):
            for term in terms:
                yield from _hanging("- ", f"{text_of(term.name)}: {text_of(term.meaning)}", width)


def _hanging(mark: str, text: str, width: int) -> list[str]:
    tied = "`".join(part.replace(" ", _TIED) if place % 2 else part for place, part in enumerate(text.split("`")))
    lines = wrap(tied, max(width, 20), initial_indent=mark, subsequent_indent=" " * len(mark), break_on_hyphens=False)
    return [line.replace(_TIED, " ") for line in lines]
