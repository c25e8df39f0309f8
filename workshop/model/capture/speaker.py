"""Who said it: a person by their code, a group, the note-taker, or nobody knows."""

from dataclasses import dataclass

from workshop.model import perspective


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose remark it is. Without a `code` it is noted for the whole group of that perspective."""

    perspective: str
    code: str = ""

    @property
    def lasts(self) -> bool:
        """Whether this speaker stays for the lines that follow; the note-taker and an unknown one are for one line."""
        return self not in (NOTE_TAKER, UNKNOWN)

    @property
    def is_group(self) -> bool:
        """Whether it is a group, of which a show of hands can be taken."""
        return not self.code and self.lasts


NOTE_TAKER = Speaker(perspective.NOTE_TAKER)
UNKNOWN = Speaker(perspective.UNKNOWN)
