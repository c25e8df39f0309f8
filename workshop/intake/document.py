"""The paragraphs of a Word document, those in tables too: what a reader sees of its text, and nothing else of the file."""

from xml.parsers import expat

from workshop.errors import WorkshopError
from workshop.intake.archive import Archive
from workshop.intake.source import Source
from workshop.text import clean

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_TWICE = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
"""A second rendering of what stands there already, for older programs."""
MOST_PARAGRAPHS = 200_000
"""A talk of an hour has a few hundred."""
_SIGNS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}


def paragraphs(source: Source) -> tuple[str, ...]:
    """The text of each paragraph, cleaned, blank ones too. What was deleted with changes tracked is not there."""
    reader = _Reader(source.name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = reader.begin, reader.end, reader.write
    try:
        for chunk in Archive(source.data, source.name).chunks("word/document.xml"):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise WorkshopError(
            f"{source.name} can't be read as a Word document.", "Open it, save it as plain text, and import that."
        ) from error
    return tuple(clean(text) for text in reader.found)


class _Reader:
    """Listens to the parser."""

    def __init__(self, name: str) -> None:
        self.found: list[str] = []
        self._name = name
        self._open: list[list[str]] = []
        self._in_text = False
        self._twice = 0

    def begin(self, tag: str, _attributes: dict[str, str]) -> None:
        """A paragraph, a run of text, or a sign in it."""
        if tag == _TWICE:
            self._twice += 1
        elif self._twice:
            return
        elif tag == f"{_WORD}p":
            if len(self.found) + len(self._open) >= MOST_PARAGRAPHS:
                raise WorkshopError(f"{self._name} holds over {MOST_PARAGRAPHS:,} paragraphs.", "Import it in parts.")
            self._open.append([])
        elif tag == f"{_WORD}t":
            self._in_text = True
        elif tag in _SIGNS and self._open:
            self._open[-1].append(_SIGNS[tag])

    def end(self, tag: str) -> None:
        """The end of one."""
        if tag == _TWICE:
            self._twice -= 1
        elif tag == f"{_WORD}t":
            self._in_text = False
        elif tag == f"{_WORD}p" and not self._twice and self._open:
            self.found.append("".join(self._open.pop()))

    def write(self, text: str) -> None:
        """Letters."""
        if self._in_text and self._open and not self._twice:
            self._open[-1].append(text)
