"""The pictures that were shown, in words, and what each group read in them: the page and the Word file hold the pictures themselves."""

from workshop.model.perspective import plural_of
from workshop.model.view.artwork import ShownArtwork
from workshop.model.view.view import View
from workshop.report import wording
from workshop.report.markdown.marks import inline, quotes


def pictures(view: View) -> list[str]:
    """Each picture's caption, what is to be seen in it, and each group's readings."""
    return [line for artwork in view.artworks for line in _picture(artwork)]


def _picture(artwork: ShownArtwork) -> list[str]:
    lines = [f"### {inline(f'{artwork.caption} ({wording.from_whom(artwork)})')}", ""]
    lines += [inline(artwork.described if artwork.content else wording.ON_PAPER), ""]
    for group, said in artwork.readings.items():
        lines += [inline(f"{wording.upper_first(plural_of(group))}:"), ""]
        lines += quotes((quote, wording.credit(quote)) for quote in said) if said else [wording.NO_WORDS, ""]
        if artwork.more[group]:
            lines += [inline(artwork.more[group]), ""]
    return lines
