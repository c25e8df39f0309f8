"""Searching: remarks by text and by what is known of them, or those that share words with one; and words in everything that there is."""

import difflib
import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from operator import attrgetter

from workshop.errors import WorkshopError
from workshop.model.capture.kinds import OFF
from workshop.model.codebook import ordered
from workshop.model.countable import without_private
from workshop.model.found import Found, Sort
from workshop.model.perspective import NOTE_TAKER, UNKNOWN
from workshop.model.records import Records, Reflection, Session
from workshop.model.search import Filter
from workshop.text import clean_line, fold
from workshop.workbook.sessions import Sessions

Test = Callable[[Reflection], bool]

MOST_SIMILAR = 20
"""At most so many remarks are found to share words with one."""
TOO_COMMON, FEW = 0.1, 20
"""Words that stand in more than this share of the remarks, and in more than a few, say nothing of what two have in common."""
_WORD = re.compile(r"\w+")
_SHORTEST = 3
"""Shorter words say little, and are looked for in no likeness."""


class Searching(Sessions):
    """The verbs that find remarks. What is put aside for safeguarding is found by none of them."""

    _folded: tuple[int, dict[str, str]] = (-1, {})

    def search(self, wanted: Filter) -> tuple[Reflection, ...]:
        """The remarks for which all of it holds, in the order of their numbers. Raises WorkshopError for what isn't there to look for."""
        tests = tuple(self._tests(wanted))
        found: Collection[Reflection] = self.records.reflections.values()
        for test in tests:
            found = [each for each in found if test(each)]
        for word in wanted.words:
            found = [each for each, text in zip(found, self._plain_texts(found), strict=True) if word in text]
        return tuple(sorted(found, key=attrgetter("number", "id")))

    def similar_to(self, reference: str) -> tuple[Reflection, ...]:
        """Remarks that share words with this one, those with the rarest words in common first: by spelling only, not by what they mean.

        Two words at least where it has more than one. Words that stand nearly everywhere (`TOO_COMMON`) are passed over. Raises
        WorkshopError.
        """
        one = self.reflection(reference)
        others = [each for each in self.records.reflections.values() if each.id != one.id]
        texts = self._plain_texts(others)
        found = {word: {place for place, text in enumerate(texts) if word in text} for word in _words(one.text)}
        rare = {word: places for word, places in found.items() if len(places) <= max(FEW, len(others) * TOO_COMMON)}
        perhaps = Counter(place for places in rare.values() for place in places)
        needed = min(2, len(rare))
        shared = {place: rare.keys() & set(_WORD.findall(texts[place])) for place, number in perhaps.items() if number >= needed}
        often = Counter(word for words in shared.values() for word in words)
        scored = [
            (sum(math.log((1 + len(others)) / often[word]) for word in words), others[place])
            for place, words in shared.items()
            if len(words) >= needed
        ]
        scored.sort(key=lambda pair: (-pair[0], pair[1].number, pair[1].id))
        return tuple(each for score, each in scored[:MOST_SIMILAR])

    def private_sessions(self) -> tuple[Session, ...]:
        """Those of which `search_everything` finds nothing unless it is asked to."""
        return tuple(each for each in self.sessions() if each.private)

    def search_everything(self, typed: str, *, private: bool = False) -> tuple[Found, ...]:
        """All that has these words: remarks, themes, statements, recommendations with the notes on them, and the captions of pictures.

        Nothing that is off the record, and what was said or made in a private session only if that is asked for. Raises WorkshopError
        where no word was typed.
        """
        words = fold(clean_line(typed)).split()
        if not words:
            raise WorkshopError("There is nothing to look for.", "Give a word, or several that stand in the same text.")
        records = self.records if private else without_private(self.records)
        remarks = (each for each in self.search(Filter(text=typed)) if OFF not in each.kinds and each.id in records.reflections)
        found = [Found(Sort.REMARK, self.ref(each), each.text) for each in remarks]
        return (*found, *(each for each, text in self._other_texts(records) if all(word in fold(text) for word in words)))

    def _other_texts(self, records: Records) -> Iterator[tuple[Found, str]]:
        """All but the remarks, in the order of their numbers, each with the text to look in."""
        for theme in ordered(records.themes):
            yield Found(Sort.THEME, theme.title, theme.description), " ".join((theme.title, *theme.aliases, theme.description))
        for statement in sorted(records.statements.values(), key=attrgetter("number", "id")):
            yield Found(Sort.STATEMENT, self.ref(statement), statement.text), statement.text
        for one in sorted(records.recommendations.values(), key=attrgetter("number", "id")):
            yield Found(Sort.RECOMMENDATION, self.ref(one), one.text), f"{one.text} {one.lead}"
        for note in sorted(records.followups.values(), key=attrgetter("at", "id")):
            if (about := records.recommendations.get(note.recommendation)) is not None and note.text:
                yield Found(Sort.NOTE, self.ref(about), note.text), note.text
        for artwork in self.artworks():
            yield Found(Sort.ARTWORK, self.ref(artwork), artwork.caption), f"{artwork.caption} {artwork.alt}"

    def _plain_texts(self, found: Iterable[Reflection]) -> list[str]:
        """Their words folded, as far as finding a word asks for. What is not plain ASCII takes long to fold, and is kept.

        What was withdrawn is not: everything is folded anew after a withdrawal.
        """
        withdrawn, folded = self._folded
        if withdrawn != len(self.records.withdrawals):
            withdrawn, folded = self._folded = len(self.records.withdrawals), {}
        texts = []
        for each in found:
            text = each.text
            if text.isascii():
                texts.append(text.lower().replace("-", " ").replace("_", " "))
                continue
            if text not in folded:
                folded[text] = fold(text)
            texts.append(folded[text])
        return texts

    def _tests(self, wanted: Filter) -> Iterator[Test]:
        """One test for each thing that is asked for, but for the text, the quickest first."""
        if wanted.unfinished:
            yield attrgetter("unfinished")
        if wanted.highlighted:
            yield attrgetter("highlight")
        if wanted.session:
            session = self.session(wanted.session).id
            yield lambda each: each.session == session
        if wanted.lane:
            lane = self._lane_called(wanted.lane)
            yield lambda each: fold(each.lane) == lane
        if wanted.kind:
            kind = fold(wanted.kind.removeprefix("!"))
            yield lambda each: kind in each.kinds
        if wanted.perspective:
            yield self._of_perspective(wanted.perspective)
        if wanted.person:
            people = self._people_called(wanted.person)
            yield lambda each: each.participant in people
        if wanted.activity:
            places = self._activities_called(wanted.activity)
            yield lambda each: (each.session, each.activity) in places
        if wanted.theme:
            theme = self.theme(wanted.theme).id
            coded = {each.reflection for each in self.records.codings.values() if each.theme == theme and not each.coder}
            yield lambda each: each.id in coded
        if wanted.unsorted:
            sorted_ = {each.reflection for each in self.records.codings.values() if not each.coder and each.theme}
            yield lambda each: each.id not in sorted_ and bool(each.text)

    def _of_perspective(self, name: str) -> Test:
        """A person's remarks are of the perspective that the person has."""
        whose = name if name in (NOTE_TAKER, UNKNOWN) else self.perspective(name).name
        of_person = {each.id: each.perspective for each in self.records.participants.values()}
        return lambda each: of_person.get(each.participant or "", each.perspective) == whose

    def _lane_called(self, name: str) -> str:
        """The lane of this name, folded: of an activity, or of a remark that came from elsewhere."""
        records = self.records
        told = [lane for session in records.sessions.values() for each in self.activities(session) for lane in each.lanes]
        told += (each.lane for each in records.reflections.values() if each.lane)
        known = {fold(lane): lane for lane in told}
        wanted = fold(name)
        if wanted not in known:
            near = difflib.get_close_matches(wanted, known, 1, 0.6)
            lanes = f"Lanes: {', '.join(known.values())}." if known else "No activity here asks for lanes."
            hint = f'Did you mean "{known[near[0]]}"?' if near else lanes
            raise WorkshopError(f'There is no lane "{clean_line(name)}".', hint)
        return wanted

    def _people_called(self, code: str) -> frozenset[str]:
        wanted = fold(code)
        people = self.records.participants.values()
        found = {each.id for each in people if fold(each.code) == wanted}
        found = found or {each.id for each in people if wanted.isdecimal() and fold(each.code)[1:] == wanted}
        if not found:
            raise WorkshopError(f'Nobody here has the code "{clean_line(code)}".')
        return frozenset(found)

    def _activities_called(self, name: str) -> frozenset[tuple[str, int]]:
        """Where each session has this activity."""
        wanted = fold(name)
        found = {
            (session.id, index)
            for session in self.records.sessions.values()
            for index, activity in enumerate(self.activities(session))
            if (wanted == str(index + 1) if wanted.isdecimal() else fold(activity.title).startswith(wanted))
        }
        if not found:
            raise WorkshopError(f'No session has an activity "{clean_line(name)}".', "Give its number, or the beginning of its title.")
        return frozenset(found)


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in _WORD.findall(fold(text)) if len(word) >= _SHORTEST))
