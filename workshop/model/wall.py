"""The wall: which of a session's remarks the room's own display may show, as words and nothing else.

The facilitator decides whether there is a wall. What is on it was said in this room; it never says by whom.
"""

import re
from collections.abc import Callable, Iterable

from workshop.model.capture import OFF
from workshop.model.consent import allows, effective
from workshop.model.perspective import NOTE_TAKER
from workshop.model.records import Consent, Participant, Records, Reflection, Session


def wall(session: Session, records: Records, names_somebody: Callable[[str], bool] = lambda _: False) -> tuple[Reflection, ...]:
    """The remarks that may be shown, oldest first; none where the facilitator has not allowed it.

    Left out are remarks without words, off the record or unfinished, the note-taker's own, those that name somebody or their sticker, and
    what consent keeps back: words said word for word need `quote`, others `paraphrase`. Who was not asked yet is shown: the room that
    reads it has heard it.
    """
    if not session.wall:
        return ()
    sticker = _sticker(each.code for each in records.participants.values() if each.cohort == session.cohort)
    mine = sorted((each for each in records.reflections.values() if each.session == session.id), key=lambda each: each.id)
    may = (each for each in mine if may_stand(each, records) and not sticker(each.text))
    return tuple(each for each in may if not names_somebody(each.text))


def may_stand(remark: Reflection, records: Records) -> bool:
    """Whether a remark may be shown to a room at all: it has words, is finished and on the record, and nobody has said less."""
    return _may_be_shown(remark) and _agreed(remark, records)


def _may_be_shown(remark: Reflection) -> bool:
    return bool(remark.text.strip()) and OFF not in remark.kinds and not remark.unfinished and remark.perspective != NOTE_TAKER


def _agreed(remark: Reflection, records: Records) -> bool:
    """Whether nobody who was asked said less than showing these words needs."""
    asked: Participant | Session | None = records.sessions.get(remark.session)
    if remark.participant:
        asked = records.participants.get(remark.participant)
    if remark.consent is None and (asked is None or asked.consent is None):
        return True
    return allows(effective(remark, records), Consent.QUOTE if remark.verbatim else Consent.PARAPHRASE)


def _sticker(codes: Iterable[str]) -> Callable[[str], bool]:
    """What tells whether a text names one of these. A code without a number may be a word that everybody uses."""
    numbered = [re.escape(code) for code in codes if any(letter.isdecimal() for letter in code)]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(numbered)})(?!\w)", re.IGNORECASE) if numbered else None
    return lambda text: pattern is not None and pattern.search(text) is not None
