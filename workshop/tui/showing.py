"""The statement that is put to the group, with its answers so far."""

from workshop.model.perspective import plural_of
from workshop.model.records import Session, Statement
from workshop.tui.widgets.clockface import Shown
from workshop.workbook.book import Workbook


def statement_on_show(book: Workbook, session: Session, activity: int) -> Shown | None:
    """What is being shown in this activity, or None where nothing is."""
    statement = book.statement_on_show(session, activity)
    if statement is None:
        return None
    deck = book.deck(session, activity)
    return Shown(
        ref=book.ref(statement),
        text=statement.text,
        made_by=statement.made_by,
        made_by_plural=plural_of(statement.made_by),
        place=deck.index(statement) + 1 if statement in deck else 0,
        of=len(deck),
        answers=tuple(book.responses_to(statement.id, session).items()),
        heard=book.heard_of(session, statement),
    )


def neighbour(book: Workbook, session: Session, activity: int, step: int) -> Statement | None:
    """The statement `step` places on in the deck (1 or -1), or None at its end."""
    deck = book.deck(session, activity)
    now = book.statement_on_show(session, activity)
    place = (deck.index(now) if now in deck else -1) + step
    return deck[place] if 0 <= place < len(deck) else None
