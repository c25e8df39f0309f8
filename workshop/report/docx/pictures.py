"""The pictures that were shown in a Word file, each with its text alternative, and what each group read in it side by side."""

from io import BytesIO

from docx.shared import Cm, Emu

from workshop.model.perspective import plural_of
from workshop.model.view.artwork import ShownArtwork
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.docx.paper import TWENTIETHS, Paper
from workshop.report.docx.pieces import Column, side_by_side

HIGHEST = Cm(9)
"""A picture leaves room for the readings below it on its page."""


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
    widest = Emu(paper.width * TWENTIETHS)
    scale = min(widest / artwork.width, HIGHEST / artwork.height)
    made = paper.document.add_paragraph()
    made.paragraph_format.keep_with_next = True
    shape = made.add_run().add_picture(BytesIO(artwork.content), Emu(round(artwork.width * scale)), Emu(round(artwork.height * scale)))
    about = shape._inline.docPr  # python-docx has no other way to a text alternative
    about.set("name", artwork.name)
    about.set("descr", artwork.described)
    paper.insert(made._p)


def _readings(paper: Paper, view: View, artwork: ShownArtwork) -> None:
    columns = [Column(group, wording.upper_first(plural_of(group)), said, wording.NO_WORDS) for group, said in artwork.readings.items()]
    paper.put(side_by_side(view, f"What each group saw in {artwork.name}", columns))
    more = [f"{wording.upper_first(plural_of(group))}: {text}" for group, text in artwork.more.items() if text]
    paper.text(*more, style="Workshop Note")
