"""Somebody's words, as a report may show them: without quotation marks or name, so that each writer escapes them in its own way."""

from dataclasses import dataclass

from workshop.model.capture.kinds import ANSWERS, OFF


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuote:
    """Somebody's words. `person` is a code or ""; `name` is what the remark is called ("R12"), `session` where it was said.

    `answer` is the one to the statement on show that the words were said with; "" for an aside. `kinds` are all !marks of the remark.
    """

    name: str
    text: str
    perspective: str
    person: str
    answer: str
    verbatim: bool
    session: str
    kinds: tuple[str, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        """What the remark was marked as, but for its answer: "action", "silence"."""
        return tuple(kind for kind in self.kinds if kind not in (*ANSWERS, OFF))
