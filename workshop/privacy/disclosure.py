"""What a report for an audience shows and what it keeps back, counted, and why: for whoever is about to write it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from workshop.model.capture.kinds import OFF
from workshop.model.consent import allows, effective
from workshop.model.perspective import NOTE_TAKER
from workshop.model.records import Consent, Records, Reflection
from workshop.model.view.statement import ShownAnswers
from workshop.model.view.view import View
from workshop.privacy.audience import Audience
from workshop.privacy.words import agreed


class Fate(StrEnum):
    """What becomes of a remark in a report, in words: shown, counted without its words, or left out of every number."""

    AS_NOTED = "shown as noted"
    IN_OTHER_WORDS = "shown in other words"
    OFF_RECORD = "counted without words: said off the record"
    OTHER_GROUP = "counted without words: another group\u2019s"
    TO_PARAPHRASE = "counted without words: a paraphrase was agreed to, and there is none yet"
    COUNTED = "counted without words: nobody agreed that the words are passed on"
    UNFINISHED = "counted without words: a quote that nobody has finished, or the note-taker\u2019s own"
    DROPPED = "counted without words: dropped in the check"
    NOT_FOR_RESEARCH = "left out of every number: not agreed to for research"
    NOT_USED = "left out of every number: nothing of it may be used"
    LEFT_OUT_OFF_RECORD = "left out of every number: said off the record"

    @property
    def is_shown(self) -> bool:
        """Whether its words are in the report."""
        return self in (Fate.AS_NOTED, Fate.IN_OTHER_WORDS)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """`remarks` is how many have which fate, in the order of `Fate`; `people` how many are in the numbers, of `all_people`.

    `hidden_counts` is how many numbers of people are told as "1 or 2" or not at all, of `counts`, because they are small. `earlier` says
    what copies that were published before do to it, and `refused` why beside them it can't be written.
    """

    audience: Audience
    remarks: Mapping[Fate, int]
    people: int
    all_people: int
    hidden_counts: int
    counts: int
    small: int
    chatham_house: bool
    earlier: tuple[str, ...] = ()
    refused: str = ""

    @property
    def shown(self) -> tuple[str, ...]:
        """What the report shows: a sentence each."""
        return tuple(self._shown())

    @property
    def hidden(self) -> tuple[str, ...]:
        """What it keeps back, and why: a sentence each."""
        return tuple(self._hidden())

    def _shown(self) -> Iterator[str]:
        yield from (_counted(fate, number) for fate, number in self.remarks.items() if fate.is_shown)
        if not any(fate.is_shown for fate in self.remarks):
            yield "No remark in words."
        yield _SHOWN[self.audience]

    def _hidden(self) -> Iterator[str]:
        yield from (_counted(fate, number) for fate, number in self.remarks.items() if not fate.is_shown)
        if self.audience is Audience.RESEARCH and self.people < self.all_people:
            left = self.all_people - self.people
            yield f"{left} of {self.all_people} people: {'they' if left > 1 else 'this one'} did not agree to an archive."
        if self.audience.hides_small_numbers and self.counts:
            yield (
                f"{self.hidden_counts} of {self.counts} numbers of people: below {self.small}, or all but as few, they would point at "
                "somebody. What would give them away goes too."
            )
        yield from self.earlier
        yield from _HIDDEN[self.audience]
        if self.chatham_house and self.audience is not Audience.WORKING:
            yield "Who took part, from where, and what the sessions were called: the room chose the Chatham House Rule."


_SHOWN = {
    Audience.WORKING: "Codes, organisations, places and the times at which things were said. Every page is marked as a working copy.",
    Audience.PARTICIPANTS: "The group\u2019s own words with their codes, so that people find them, and the comparison of the groups.",
    Audience.RESEARCH: "Codes, and what each person said, answered and voted.",
    Audience.PUBLISHED: "Which group said it, and the comparison of the groups.",
}
_ALWAYS = "What was withdrawn, and what is put aside for safeguarding: it is in no report."
_HIDDEN = {
    Audience.WORKING: (_ALWAYS,),
    Audience.PARTICIPANTS: (_ALWAYS, "Codes and words of other groups, organisations, and the times at which things were said."),
    Audience.RESEARCH: (
        _ALWAYS,
        "Times: of a date the month is told, but for promises. Organisations and roles that few people share are called "
        "\u201canother\u201d.",
    ),
    Audience.PUBLISHED: (
        _ALWAYS,
        "Codes, times and organisations beside a quote; the quotes\u2019 order, by which those of one person could be put together.",
        "Of dates the month is told, but for promises: the days that were set for them, and those of what was said since, stay.",
    ),
}


def disclosure(before: Records, allowed: Records, after: Records, view: View, audience: Audience, small: int) -> Disclosure:
    """Count it: `before` is all that was noted, `allowed` what was agreed to for this audience, and `after` what the check leaves of that.

    `view` is what the report would be made from, `small` the count below which numbers are hidden.
    """
    everybodys = agreed(before, audience)
    found = Counter(_fate(said, before, everybodys, allowed, after) for said in before.reflections.values())
    told = list(_is_told(view))
    return Disclosure(
        audience=audience,
        remarks={fate: found[fate] for fate in Fate if found[fate]},
        people=len(after.participants),
        all_people=len(before.participants),
        hidden_counts=told.count(False),
        counts=len(told),
        small=small,
        chatham_house=before.workshop.chatham_house,
    )


def _fate(said: Reflection, before: Records, everybodys: Records, allowed: Records, after: Records) -> Fate:
    """What becomes of a remark is seen by what is left of it, and why by where its words went; `everybodys` has all groups' words."""
    left, off = after.reflections.get(said.id), OFF in said.kinds
    if left is None and off:
        return Fate.LEFT_OUT_OFF_RECORD
    if left is None:
        return Fate.NOT_USED if effective(said, before) is Consent.NONE else Fate.NOT_FOR_RESEARCH
    if off:
        return Fate.OFF_RECORD
    if left.text:
        return Fate.AS_NOTED if left.text == said.text else Fate.IN_OTHER_WORDS
    return _why_wordless(said, before, everybodys, allowed)


def _why_wordless(said: Reflection, before: Records, everybodys: Records, allowed: Records) -> Fate:
    if allowed.reflections[said.id].text:
        return Fate.DROPPED
    if everybodys.reflections[said.id].text:
        return Fate.OTHER_GROUP
    if said.perspective == NOTE_TAKER or said.unfinished or not said.text:
        return Fate.UNFINISHED
    return Fate.TO_PARAPHRASE if allows(effective(said, before), Consent.PARAPHRASE) else Fate.COUNTED


def _is_told(view: View) -> Iterator[bool]:
    """For each number of people that a report could tell, whether it does: of groups, who raised a theme, and who answered how."""
    yield from (group.people is not None for group in view.groups)
    yield from (count.raised is not None for finding in view.findings for count in finding.groups.values())
    for statement in view.statements:
        yield from _answers_told(tuple(statement.answers.values()))
        yield from _answers_told((statement.answered_back,) if statement.answered_back else ())


def _answers_told(answers: tuple[ShownAnswers, ...]) -> Iterator[bool]:
    """A group that was not asked has no numbers to tell."""
    yield from (one.people is not None for given in answers if given.asked_text for one in given.answers)


def _counted(fate: Fate, number: int) -> str:
    return f"{number} {'remark' if number == 1 else 'remarks'} {fate}."
