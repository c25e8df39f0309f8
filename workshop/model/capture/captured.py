"""What one line was understood to mean."""

from dataclasses import dataclass

from workshop.model.capture.kinds import ANSWERS, OFF
from workshop.model.capture.speaker import Speaker
from workshop.model.records import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """The meaning of a line; nothing of it has been looked up or saved yet.

    `text` holds the words alone, without quotes and marks. `themes` are the tags as typed, without "#", each once, in their order;
    `kinds` the names of kinds.py; `lane` a lane of the activity as the plan spells it. `at` is "12:30" or "-2m" as typed
    (moment.py makes an instant of it). `hands` is a show of hands on the remark, `answers` one on the statement shown:
    how many agree, partly, disagree, are unsure. `continues` says that the line goes on with the last remark, whoever said that.
    `statement` is what the statement is called (T1) that the line names: the one that the hands are on, or that the answer among the
    kinds is to. Outside a `show` activity such an answer was said unasked.
    An `off_record` line has its speaker and its kind and nothing else: its words are gone already.
    """

    speaker: Speaker
    speaker_given: bool = False
    text: str = ""
    verbatim: bool = False
    unfinished: bool = False
    highlight: bool = False
    hands: int | None = None
    answers: tuple[int, int, int, int] | None = None
    themes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statement: str = ""
    lane: str = ""
    at: str = ""
    continues: bool = False

    @property
    def answer(self) -> Answer | None:
        """What is answered to the statement shown, if it is one person's or a group's single answer."""
        return next((Answer(kind) for kind in self.kinds if kind in ANSWERS), None)

    @property
    def off_record(self) -> bool:
        """Whether nothing of it may be kept but that there was something."""
        return OFF in self.kinds

    @property
    def empty(self) -> bool:
        """Whether there is nothing to save, as after "3:", which only says who speaks from here on; a lone quote or a lone x7 is a slip."""
        return not (self.text.strip() or self.themes or self.kinds or self.lane or self.answers)
