"""What the list of pictures shows, and what was read in one, in words."""

from workshop.model.artwork import Artwork
from workshop.model.perspective import plural_of
from workshop.model.records import Reflection
from workshop.tui.themes import colour_of
from workshop.tui.widgets.artworklist import ArtworkRow
from workshop.tui.widgets.groupsreadings import GroupRead, GroupsReadings
from workshop.tui.widgets.laidout import upper_first
from workshop.workbook.book import Workbook

NO_READING = "Nobody has read anything in it yet: a plan shows it in an activity of the kind show."


def artwork_rows(book: Workbook) -> tuple[ArtworkRow, ...]:
    """All of them, by number."""
    return tuple(_row(book, each) for each in book.artworks())


def readings_words(book: Workbook, artwork: Artwork) -> GroupsReadings:
    """What each group read in it, and before that what is to be seen, where somebody said so."""
    groups = [
        GroupRead(
            f"{upper_first(plural_of(group))} read",
            colour_of(group),
            [words for each in said if (words := _read(each))],
        )
        for group, said in book.readings(artwork).items()
    ]
    return GroupsReadings("\n\n".join(filter(None, (artwork.alt, "" if groups else NO_READING))), groups)


def _read(said: Reflection) -> str:
    """The words, in quotation marks where they are as said, then what they were marked as: "nobody is there  (silence)"."""
    words = f"“{said.text}”" if said.text and said.verbatim else said.text
    marks = f"({', '.join(said.kinds)})" if said.kinds else ""
    return "  ".join(filter(None, (words, marks)))


def _row(book: Workbook, each: Artwork) -> ArtworkRow:
    read = sum(map(len, book.readings(each).values()))
    return ArtworkRow(
        id=each.id,
        name=book.ref(each),
        caption=each.caption,
        made_by=each.made_by,
        made_by_plural=plural_of(each.made_by),
        read=f"{read} {'reading' if read == 1 else 'readings'}{'' if each.picture else ', on paper'}",
    )
