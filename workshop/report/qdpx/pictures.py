"""The pictures that were shown, as sources of their own; one that was shown on paper has no file here, and is a code alone."""

from dataclasses import dataclass

from workshop.model.artwork import ENDINGS
from workshop.model.view.view import View
from workshop.report.qdpx.guids import Guids
from workshop.report.qdpx.plain import Unique, as_file, plain, shortened

IN_A_NAME = 60
"""How many characters of a caption stand in the name of a source."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture. `file` is its file's name in the archive, `artwork` what it is called: "A1". QualCoder needs an ending in `name`."""

    guid: str
    name: str
    file: str
    artwork: str
    description: str
    width: int
    height: int
    content: bytes


def pictures(view: View, guids: Guids) -> tuple[Picture, ...]:
    """Those that have a file, by number."""
    unique = Unique()
    found = []
    for each in view.artworks:
        if each.content:
            ending = ENDINGS[each.media]
            name = unique.name(as_file(f"{each.name} {shortened(each.caption, IN_A_NAME)}"), each.name)
            guid = guids.of("artwork", each.name)
            of = (f"{name}.{ending}", f"{guid}.{ending}", each.name, plain(each.described))
            found.append(Picture(guid, *of, each.width, each.height, each.content))
    return tuple(found)
