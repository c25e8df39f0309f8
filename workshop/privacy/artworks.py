"""The pictures that were shown and what each group read in them, as they may be shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from workshop.compare.words import noun
from workshop.model.artwork import Artwork
from workshop.model.records import Records, Reflection
from workshop.model.view.artwork import ShownArtwork
from workshop.model.view.quote import ShownQuote
from workshop.privacy.names import names
from workshop.privacy.quotes import chosen_of
from workshop.privacy.remarks import NOBODYS, Remarks

READINGS = 5
"""At most so many of one side beside a picture."""


def artworks(records: Records, remarks: Remarks, between: Sequence[str], *, counted: bool) -> tuple[ShownArtwork, ...]:
    """The pictures in which anybody read anything, by number. `counted`: this audience may be told how many readings there are."""
    read: defaultdict[str, list[Reflection]] = defaultdict(list)
    for said in remarks.all:
        if said.artwork and said.text:
            read[said.artwork].append(said)
    called = artwork_names(records)
    shown = sorted((each for key, each in records.artworks.items() if read[key]), key=lambda each: (each.number, each.id))
    return tuple(_artwork(each, called[each.id], read[each.id], remarks, between, counted) for each in shown)


def artwork_names(records: Records) -> Mapping[str, str]:
    """What each is called, by id; one that was struck keeps its number, and its letter."""
    return names(records).artworks


def _artwork(
    artwork: Artwork, name: str, said: Sequence[Reflection], remarks: Remarks, between: Sequence[str], counted: bool
) -> ShownArtwork:
    groups = dict.fromkeys((*between, *_groups(said, remarks)))
    of_group = {group: [one for one in said if remarks.perspective(one) == group] for group in groups}
    chosen = {group: chosen_of(found, READINGS) for group, found in of_group.items()}
    if all(chosen[side] for side in between):
        fewest = min(len(chosen[side]) for side in between)
        chosen |= {side: chosen[side][:fewest] for side in between}
    content = artwork.content
    return ShownArtwork(
        name=name,
        caption=artwork.caption,
        made_by=artwork.made_by,
        made_by_plural=noun(2, artwork.made_by),
        described=artwork.described,
        media=artwork.media if content else "",
        width=artwork.width if content else 0,
        height=artwork.height if content else 0,
        content=content,
        readings={group: _quotes(found, remarks) for group, found in chosen.items()},
        more={group: _more(len(of_group[group]) - len(found)) if counted else "" for group, found in chosen.items()},
    )


def _groups(said: Iterable[Reflection], remarks: Remarks) -> Iterable[str]:
    return sorted({remarks.perspective(one) for one in said} - NOBODYS)


def _quotes(said: Iterable[Reflection], remarks: Remarks) -> tuple[ShownQuote, ...]:
    return tuple(remarks.quote(one) for one in said)


def _more(number: int) -> str:
    return f"{number} more {'reading' if number == 1 else 'readings'}" if number > 0 else ""
