"""How a file is to be read, as somebody typed it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HowRead:
    """How a file is to be read, as it was typed: all may be left to the file and to what is remembered.

    `what` is one of incoming.KINDS; `mapping` holds "FIELD=COLUMN", `values` "FIELD:FROM=TO", `speakers` "NAME=GROUP". `people` names
    the cohort that the codes belong to; `session` and `began` (a date and time) are of a transcript.
    """

    what: str = ""
    mapping: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    people: str = ""
    sheet: str = ""
    speakers: tuple[str, ...] = ()
    session: str = ""
    began: str = ""
