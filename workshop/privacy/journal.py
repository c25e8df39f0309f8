"""What was noted on the clock, as it may be shown: to those alone who ran the sessions, since it may name people."""

from collections.abc import Collection, Sequence

from workshop.model.timing import Timing
from workshop.model.view.journal import ShownNote
from workshop.privacy.names import Names


def journal(found: Sequence[Timing], of: Collection[str], names: Names) -> tuple[ShownNote, ...]:
    """The notes of the sessions `of` (ids), in order."""
    return tuple(
        ShownNote(session=names.sessions[each.session], text=note.text, at=note.at)
        for each in found
        if each.session in of
        for note in each.notes
    )
