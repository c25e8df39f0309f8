"""What is put to the group: a statement with its answers so far, or a picture."""

from dataclasses import replace

from workshop.model.artwork import Artwork
from workshop.model.perspective import plural_of
from workshop.model.records import Session, Statement
from workshop.tui.widgets.clockface import Shown
from workshop.workbook.book import Workbook


def on_show(book: Workbook, session: Session, activity: int) -> Shown | None:
    """What is being shown in this activity, or None where nothing is."""
    found = book.on_show(session, activity)
    if found is None:
        return None
    deck = book.put_to_group(session, activity)
    shown = Shown(
        ref=book.ref(found),
        text=found.caption if isinstance(found, Artwork) else found.text,
        made_by=found.made_by,
        made_by_plural=plural_of(found.made_by),
        place=deck.index(found) + 1 if found in deck else 0,
        of=len(deck),
    )
    if isinstance(found, Artwork):
        return replace(shown, heard=(found.alt,) if found.alt else (), is_picture=True)
    return replace(shown, heard=book.heard_of(session, found), answers=tuple(book.responses_to(found.id, session).items()))


def neighbour(book: Workbook, session: Session, activity: int, step: int) -> Statement | Artwork | None:
    """What stands `step` places on in the deck (1 or -1), or None at its end."""
    deck = book.put_to_group(session, activity)
    now = book.on_show(session, activity)
    place = (deck.index(now) if now in deck else -1) + step
    return deck[place] if 0 <= place < len(deck) else None
