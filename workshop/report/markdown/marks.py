"""Text from people in Markdown: what they typed stays text, and reads as nothing else (CommonMark, with GitHub's tables)."""

import re
from collections.abc import Iterable, Sequence

from workshop.model.view.quote import ShownQuote

_MARKS = re.compile(r"([\\`*_\[\]<>|#~&$])")
_BEGINS_A_LINE = re.compile(r"^([-+=]|\d+(?=[.)]))")


def inline(text: str) -> str:
    """The text on one line, with nothing in it that Markdown would read as a mark."""
    return _begun(_MARKS.sub(r"\\\1", " ".join(text.split())))


def block(text: str, indent: str = "") -> str:
    """The text with its line ends, as lines of one paragraph or several; those after the first begin with `indent`."""
    paragraphs = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        paragraphs.append(f"\\\n{indent}".join(inline(line) for line in paragraph.split("\n") if line.strip()))
    return f"\n{indent.rstrip()}\n{indent}".join(paragraphs)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table, whose cells hold people's text; no lines where there is no row."""
    body = [_row(row) for row in rows]
    return [_row(header), f"|{'---|' * len(header)}", *body, ""] if body else []


def quotes(said: Iterable[tuple[ShownQuote, str]]) -> list[str]:
    """A line a quote, in quotation marks where it is verbatim, with its credit after it; then an empty one."""
    return [*(f"- {words(quote, '  ')} ({inline(credit)})" for quote, credit in said), ""]


def words(quote: ShownQuote, indent: str = "") -> str:
    """Somebody's words, or in brackets what was marked where there are none."""
    if not quote.text:
        return f"\\[{inline(', '.join(quote.marks))}\\]"
    text = block(quote.text, indent)
    return f"\u201c{text}\u201d" if quote.verbatim else text


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(inline(cell) for cell in cells)} |"


def _begun(line: str) -> str:
    """The line with a sign before what would begin a list, or underline the line before as a heading."""
    return _BEGINS_A_LINE.sub(lambda begin: f"\\{begin[1]}" if not begin[1].isdigit() else begin[1] + "\\", line)
