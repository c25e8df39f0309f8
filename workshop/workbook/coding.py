"""Coding: which themes a remark is about, as the note-taker says, or somebody else who codes the same remarks blind."""

from collections.abc import Iterable, Mapping

from workshop.compare.coding_agreement import CodingAgreement, coders, coding_agreement
from workshop.errors import WorkshopError
from workshop.model.keys import coding_id, digest
from workshop.model.perspective import NOTE_TAKER
from workshop.model.records import Coding, Reflection, Theme
from workshop.text import clean_line, fold
from workshop.workbook.codebook import Codebook

SAMPLE = 30
"""How many remarks a second coder is given where nobody says otherwise."""


class CodingRemarks(Codebook):
    """The verbs that code remarks. `coder` is "" for the note-taker, whose coding alone the comparison counts."""

    def code(self, reference: str | Iterable[str], *themes: str, coder: str = "") -> tuple[Theme, ...]:
        """Code a remark (R12), or several, with these themes; without any, the coder has looked and none fits. Raises WorkshopError.

        The themes. What was coded so before stays; a theme takes the place of "none fits".
        """
        remarks, who = self._remarks(reference), self.coder(coder)
        meant = tuple(dict.fromkeys(self.theme(each) for each in themes))
        salt, there = self.workshop.salt, self._coded(remarks, who)
        made = [
            Coding(id=coding_id(salt, each.id, theme, who), reflection=each.id, theme=theme, coder=who)
            for each in remarks
            for theme in ([theme.id for theme in meant] or ([] if any(key[0] == each.id for key in there) else [""]))
            if (each.id, theme) not in there
        ]
        none_fits = [there[each.id, ""] for each in remarks if meant and (each.id, "") in there]
        if made or none_fits:
            self._do(f"the coding of {self._refs_or_count(remarks)}", *made, gone=none_fits)
        return meant

    def uncode(self, reference: str | Iterable[str], *themes: str, coder: str = "") -> tuple[Theme, ...]:
        """Take these themes off a remark, or several, without any all of this coder's; those taken off. Raises WorkshopError."""
        remarks, who = self._remarks(reference), self.coder(coder)
        meant = {self.theme(each).id for each in themes}
        gone = {key: each for key, each in self._coded(remarks, who).items() if not meant or key[1] in meant}
        stored = (self.repository.get("codings", each.id) for each in self._all_of(gone.values()))
        found = [each for each in stored if each is not None]
        if found:
            self._do(f"taking themes off {self._refs_or_count(remarks)}", gone=found)
        known = self.records.themes
        return tuple(known[key] for key in dict.fromkeys(theme for _, theme in gone) if key in known)

    def given_themes(self, coder: str = "") -> Mapping[str, tuple[Theme, ...]]:
        """The themes that a coder gave to each remark (by id), in the codebook's order; a remark without any is not there."""
        who, given = self.coder(coder), dict[str, set[str]]()
        for coding in self.records.codings.values():
            if coding.coder == who:
                given.setdefault(coding.reflection, set()).add(coding.theme)
        known = {each.id: (place, each) for place, each in enumerate(self.themes())}
        placed = ((key, sorted(known[each] for each in ids if each in known)) for key, ids in given.items())
        return {key: tuple(each for _, each in found) for key, found in placed if found}

    def themes_of(self, reflection: Reflection, coder: str = "") -> tuple[Theme, ...]:
        """The themes that a coder gave to a remark, in the codebook's order."""
        given = {theme for _, theme in self._coded((reflection,), self.coder(coder))}
        return tuple(each for each in self.themes() if each.id in given)

    def coders(self) -> tuple[str, ...]:
        """Everybody who has coded anything, the note-taker ("") first."""
        return coders(self.records)

    def coding_agreement(self, a: str = "", b: str = "") -> CodingAgreement:
        """How far two coders agree on the remarks that both coded. Raises WorkshopError where one of them has coded nothing.

        Without names it is the note-taker and the only other coder.
        """
        first, second = self.coder(a), self.coder(b)
        if fold(first) == fold(second):
            others = [each for each in self.coders() if each != first]
            if len(others) != 1:
                raise WorkshopError("It takes two coders.", f"Coders here: {', '.join(map(coder_name, self.coders())) or 'none yet'}.")
            second = others[0]
        for who in (first, second):
            if who not in self.coders():
                known = ", ".join(map(coder_name, self.coders())) or "none yet"
                raise WorkshopError(f"{coder_name(who)} has coded nothing here.", f"Coders here: {known}.")
        return coding_agreement(self.records, first, second)

    def to_code(self, coder: str, sample: int = SAMPLE) -> tuple[tuple[Reflection, ...], int]:
        """What of a sample of the remarks a coder has not coded yet, in one order for everybody; and how many there are in the sample.

        The sample is drawn from all remarks with words, by chance and always the same, so that two people get the same ones.
        """
        who, salt, records = self.coder(coder), self.workshop.salt, self.records
        said = [each for each in records.reflections.values() if each.text]
        chosen = sorted(said, key=lambda each: digest(salt, "sample", each.id))[: max(0, sample)]
        done = {each.reflection for each in records.codings.values() if each.coder == who}
        return tuple(each for each in chosen if each.id not in done), len(chosen)

    def coder(self, name: str) -> str:
        """The coder of this name, as it was spelt before; "" is the note-taker."""
        who = clean_line(name)
        if fold(who) in ("", NOTE_TAKER.replace("-", " ")):
            return ""
        return next((each for each in self.coders() if fold(each) == fold(who)), who)

    def _remarks(self, reference: str | Iterable[str]) -> tuple[Reflection, ...]:
        named = [reference] if isinstance(reference, str) else list(reference)
        if not named:
            raise WorkshopError("No remark was named.", "Name one by its number, such as R12.")
        return tuple(dict.fromkeys(self.reflection(each) for each in named))

    def _coded(self, remarks: Iterable[Reflection], coder: str) -> dict[tuple[str, str], Coding]:
        """What a coder gave to these remarks, by remark and theme (ids)."""
        ids = {each.id for each in remarks}
        codings = self.records.codings.values()
        return {(each.reflection, each.theme): each for each in codings if each.reflection in ids and each.coder == coder}

    def _all_of(self, some: Iterable[Coding]) -> list[Coding]:
        """These codings with those that say the same: of themes that were merged there is one for each."""
        said = {(each.reflection, each.theme, each.coder) for each in some}
        return [each for each in self.records.codings.values() if (each.reflection, each.theme, each.coder) in said]

    def _refs_or_count(self, remarks: tuple[Reflection, ...]) -> str:
        return self.ref(remarks[0]) if len(remarks) == 1 else f"{len(remarks)} remarks"


def coder_name(coder: str) -> str:
    """What a person reads, and types, for a coder."""
    return coder or NOTE_TAKER
