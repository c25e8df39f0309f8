"""The identifier check of what a report would carry: what is flagged, what was answered, and the texts as the answers make them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from workshop.model.clearance import Clearance, Decision
from workshop.model.keys import digest, words_id
from workshop.model.plan import Plan
from workshop.model.records import Records
from workshop.privacy.audience import Audience
from workshop.privacy.identifiers import Kind, identifiers
from workshop.privacy.plantexts import plan_texts, with_lanes, with_plan_texts
from workshop.privacy.texts import Text, texts, with_texts
from workshop.text import fold

_KEY = 8
"""So many letters tell the flags of one workshop apart."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One flag: `found`, at `start` in the `words` of `where`, may point at somebody; `answer` is what was decided, or None.

    `key` is what a file calls it, the same as long as the text is. `place` names the text (texts.py).
    """

    key: str
    place: str
    where: str
    words: str
    found: str
    start: int
    kind: Kind
    answer: Clearance | None = None

    @property
    def why(self) -> str:
        """The reason, in words."""
        return self.kind.value

    @property
    def open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.answer is None


@dataclass(frozen=True, slots=True)
class _Read:
    """A text that was looked through: its flags, and what is left of it, None for nothing, by the answers so far."""

    doubts: tuple[Doubt, ...]
    after: str | None
    paraphrased: bool


def doubts(records: Records, plans: Mapping[str, Plan], audience: Audience) -> tuple[Doubt, ...]:
    """All flags in the texts that this audience would get, in the order of the texts; `records` are what `agreed` leaves of all.

    `plans` are by session id. What takes the place of words is looked through too: a paraphrase may hold another name.
    """
    check = _Check(records, audience)
    every = (*_shown(records, audience), *plan_texts(records, plans, audience))
    return tuple(doubt for text in every for doubt in check.read(text).doubts)


def cleared(records: Records, audience: Audience) -> Records:
    """The records with their texts as the answers to this audience's flags make them."""
    check = _Check(records, audience)
    changed: dict[str, str | None] = {}
    paraphrased = set()
    for text in _shown(records, audience):
        if check.has_answers(text):
            read = check.read(text)
            if read.after != text.words:
                changed[text.place] = read.after
            if read.paraphrased and text.table == "reflections":
                paraphrased.add(text.record)
    rewritten = with_texts(records, changed)
    said = {key: replace(each, verbatim=False) if key in paraphrased else each for key, each in rewritten.reflections.items()}
    return with_lanes(replace(rewritten, reflections=said), check.changed(plan_texts(records, {}, audience)))


def cleared_plans(records: Records, plans: Mapping[str, Plan], audience: Audience) -> Mapping[str, Plan]:
    """The plans, by session id, with their titles and lanes likewise; `records` are those before they were cleared."""
    now = cleared(records, audience).sessions
    titles = {(key, each.title): now[key].title for key, each in records.sessions.items()}
    return with_plan_texts(plans, _Check(records, audience).changed(plan_texts(records, plans, audience)), titles)


def clearance_id(salt: str, audience: Audience, place: str, words: str, found: str) -> str:
    """The id of the answer to one flag: given on two laptops, it is one record."""
    return digest(salt, "clearance", audience.value, place, words_id(salt, words), fold(found))


class _Check:
    """The check of one workshop for one audience, with its watch list and the answers that were given."""

    def __init__(self, records: Records, audience: Audience) -> None:
        self._salt = records.workshop.salt
        self._audience = audience
        self._watched = tuple(sorted(each.name for each in records.watched.values()))
        self._given: dict[tuple[str, str], list[Clearance]] = {}
        for each in sorted(records.clearances.values(), key=lambda each: (each.at, each.id)):
            if each.audience == audience.value:
                self._given.setdefault((each.place, each.words), []).append(each)
        self._places = {place for place, _ in self._given}

    def has_answers(self, text: Text) -> bool:
        """Whether anything was ever decided about this place."""
        return text.place in self._places

    def changed(self, found: Iterable[Text]) -> Mapping[tuple[str, str], str | None]:
        """What the answers make of texts in plans, by field and words, where they make anything else of them."""
        read = {(each.field, each.words): self.read(each).after for each in found if self.has_answers(each)}
        return {(field, words): after for (field, words), after in read.items() if after != words}

    def read(self, text: Text) -> _Read:
        """Look a text through, and what its answers make of it, until nothing changes it any more."""
        words, passed, settled, found, paraphrased = text.words, set[str](), set[str](), list[Doubt](), False
        while words not in passed:
            passed.add(words)
            answers = self._answers(text.place, words)
            new = [each for each in self._flags(text, words, answers) if fold(each.found) not in settled]
            decisions = {each.decision for each in answers.values()}
            whole = decisions & {Decision.DROP, Decision.PARAPHRASE}
            found += [each for each in new if each.answer or not whole]
            if Decision.DROP in decisions:
                return _Read(tuple(found), None, paraphrased)
            settled |= {fold(each.found) for each in new if (each.answer.decision is Decision.KEEP if each.answer else not whole)}
            if whole:
                paraphrased = True
                words = next(each.instead for each in reversed(answers.values()) if each.decision is Decision.PARAPHRASE)
            else:
                words = _replaced(words, [each for each in new if each.answer and each.answer.decision is Decision.REPLACE])
        return _Read(tuple(found), words, paraphrased)

    def _answers(self, place: str, words: str) -> dict[str, Clearance]:
        """The answers to flags in these words, by what was flagged; the last one counts."""
        if place not in self._places:
            return {}
        given = self._given.get((place, words_id(self._salt, words)), [])
        return {fold(words[each.start : each.start + each.length]): each for each in given}

    def _flags(self, text: Text, words: str, answers: Mapping[str, Clearance]) -> Iterator[Doubt]:
        """Each thing that was found in these words, once."""
        seen = set()
        for each in identifiers(words, self._watched, prose=text.prose):
            folded = fold(each.text)
            if folded not in seen:
                seen.add(folded)
                key = clearance_id(self._salt, self._audience, text.place, words, each.text)[:_KEY]
                yield Doubt(key, text.place, text.where, words, each.text, each.start, each.kind, answers.get(folded))


def _shown(records: Records, audience: Audience) -> Iterator[Text]:
    """The texts that this audience gets: of organisations and of where sessions met, nothing under the Chatham House Rule."""
    ruled = records.workshop.chatham_house
    for text in texts(records):
        of_people = text.table == "participants" and (ruled or audience is Audience.PARTICIPANTS)
        if not of_people and not (ruled and text.table == "sessions"):
            yield text


def _replaced(words: str, replacing: Iterable[Doubt]) -> str:
    """The words with something else in place of what was flagged, wherever it stands in them as a whole word."""
    for each in replacing:
        if each.answer:
            instead = each.answer.instead.replace("\\", r"\\")
            words = re.sub(rf"(?<!\w){re.escape(each.found)}(?!\w)", instead, words, flags=re.IGNORECASE)
    return words
