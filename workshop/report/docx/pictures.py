"""The pictures that were shown in a Word file, each with its text alternative, and what each group read in it side by side."""

from io import BytesIO

from docx.shared import Cm, Emu

from workshop.model.perspective import plural_of
from workshop.model.view.artwork import ShownArtwork
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.docx.paper import Paper
from workshop.report.docx.pieces import quoted, side_by_side

HIGHEST = Cm(9)
"""A picture leaves room for the readings below it on its page."""
_TWENTIETH = 635
"""EMU to a twentieth of a point."""


def pictures(paper: Paper, view: View) -> None:
    """Each picture as a block of its own."""
    for artwork in view.artworks:
        paper.heading(artwork.caption, 2, mark=artwork.name, soft=wording.from_whom(artwork))
        if artwork.content:
            _draw(paper, artwork)
        else:
            paper.text(wording.ON_PAPER, style="Workshop Note")
        _readings(paper, view, artwork)


def _draw(paper: Paper, artwork: ShownArtwork) -> None:
    """As wide as the text, or as high as may be; on the page of the readings."""
    widest = Emu(paper.width * _TWENTIETH)
    scale = min(widest / artwork.width, HIGHEST / artwork.height)
    made = paper.document.add_paragraph()
    made.paragraph_format.keep_with_next = True
    shape = made.add_run().add_picture(BytesIO(artwork.content), Emu(round(artwork.width * scale)), Emu(round(artwork.height * scale)))
    about = shape._inline.docPr  # python-docx has no other way to a text alternative
    about.set("name", artwork.name)
    about.set("descr", artwork.described)
    paper.insert(made._p)


def _readings(paper: Paper, view: View, artwork: ShownArtwork) -> None:
    left, right = view.sides
    paper.put(
        side_by_side(
            view,
            f"What each group saw in {artwork.name}",
            artwork.readings.get(left.name, ()),
            artwork.readings.get(right.name, ()),
            (wording.upper_first(left.plural), wording.upper_first(right.plural)),
            (wording.NO_WORDS, wording.NO_WORDS),
        )
    )
    for group, said in artwork.readings.items():
        if group not in view.between and said:
            paper.heading(wording.upper_first(plural_of(group)), 3)
            paper.put(*(quoted(quote) for quote in said))
        if artwork.more[group]:
            paper.text(f"{wording.upper_first(plural_of(group))}: {artwork.more[group]}", style="Workshop Note")
