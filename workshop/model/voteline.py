"""A line typed in a `vote` activity: themes and numbers and nothing else. Whatever holds more is a remark.

- `3: #debt 2 #housing 1` is what person 3 gives. Without a number it is 1; where themes are ranked, the next place.
- `parents: #debt x7` is what a group gives, counted.
- `3: #debt 0` takes it back.
"""

import re
from dataclasses import dataclass

from workshop.model.capture import Context, Speaker, marks, who
from workshop.model.plan import Kind
from workshop.model.records import VoteKind
from workshop.model.vote import Form
from workshop.text import clean_line

_NUMBER = re.compile(r"[xX×£$€]?([0-9]{1,7})")
_BETWEEN = ",;"
"""What may stand behind a tag or a number in an enumeration."""


@dataclass(frozen=True, slots=True)
class VoteLine:
    """Who gives, and how much to which themes, as typed; None where no number was."""

    speaker: Speaker
    given: tuple[tuple[str, int | None], ...]

    def amounts(self, form: Form) -> dict[str, int] | None:
        """How much to each theme, the tags as typed; None where a number is missing that nobody can guess."""
        found = {}
        for place, (tag, number) in enumerate(self.given, 1):
            if number is None and (form.kind is VoteKind.BUDGET or (not self.speaker.code and form.kind is not VoteKind.RANK)):
                return None
            assumed = place if form.kind is VoteKind.RANK else 1
            found[tag] = assumed if number is None else number
        return found


def read_vote(line: str, context: Context) -> VoteLine | None:
    """What is given in this line; None where it is no vote: in another activity, with any word in it, or where nobody says whose it is."""
    if context.kind is not Kind.VOTE:
        return None
    whole = clean_line(line)
    name, rest = who.head(whole)
    speaker = who.speaker_of(name, context) if name else context.speaker
    if speaker is None or not speaker.lasts:
        return None
    given: list[tuple[str, int | None]] = []
    for word in (rest if name else whole).split():
        mark = marks.read(word, context)
        number = _NUMBER.fullmatch(word.rstrip(_BETWEEN))
        if mark is not None and mark.sort is marks.Sort.THEME and not mark.rest.strip(_BETWEEN):
            given.append((mark.value, None))
        elif number and given and given[-1][1] is None:
            given[-1] = (given[-1][0], int(number[1]))
        else:
            return None
    return VoteLine(speaker, tuple(given)) if given else None
