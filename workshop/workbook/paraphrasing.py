"""Paraphrases: remarks in other words, for reports in which their own may not stand."""

from dataclasses import dataclass

from workshop.errors import WorkshopError
from workshop.model.capture import OFF
from workshop.model.consent import allows, effective
from workshop.model.keys import digest, words_id
from workshop.model.paraphrase import Paraphrase
from workshop.model.records import Consent, Reflection
from workshop.text import clean
from workshop.workbook.desk import Desk


@dataclass(frozen=True, slots=True)
class Paraphrased:
    """A remark that may be told in other words only, and those words; "" as long as there are none, or are of what it said before."""

    ref: str
    words: str
    paraphrase: str


class Paraphrasing(Desk):
    """The verbs that put remarks in other words."""

    def paraphrase(self, reference: str, text: str) -> Paraphrase:
        """Say a remark (R12) in other words; what was said so before is replaced. Raises WorkshopError where there are no words."""
        self.refresh()  # so that what another window has just corrected is what is paraphrased
        remark, told = self.reflection(reference), clean(text).strip()
        if not told or not remark.text.strip():
            raise WorkshopError(f"{self.ref(remark)} has no words to paraphrase." if told else "A paraphrase needs words.")
        salt = self.workshop.salt
        made = Paraphrase(
            id=digest(salt, "paraphrase", remark.id), reflection=remark.id, text=told, words=words_id(salt, remark.text), at=self.now()
        )
        self._do(f"the paraphrase of {self.ref(remark)}", made)
        return made

    def unparaphrase(self, reference: str) -> None:
        """Take a remark's paraphrase away. Raises WorkshopError where it has none."""
        remark = self.reflection(reference)
        found = [each for each in self.records.paraphrases.values() if each.reflection == remark.id]
        if not found:
            raise WorkshopError(f"{self.ref(remark)} has no paraphrase.")
        self._do(f"the paraphrase of {self.ref(remark)}, taken away", gone=found)

    def to_paraphrase(self, *, every: bool = False) -> tuple[Paraphrased, ...]:
        """The remarks that reports can only tell in other words and that have none yet; with `every`, those that have some too."""
        records, salt = self.records, self.workshop.salt
        said = {each.reflection: each for each in records.paraphrases.values()}
        found = []
        for remark in sorted(records.reflections.values(), key=lambda each: (each.number, each.id)):
            made = said.get(remark.id)
            told = made.text if made is not None and made.words == words_id(salt, remark.text) else ""
            if (every and told) or (not told and self._needs(remark)):
                found.append(Paraphrased(self.ref(remark), remark.text, told))
        return tuple(found)

    def _needs(self, remark: Reflection) -> bool:
        """Whether these are somebody's own words, who agreed to a paraphrase and no more."""
        level = effective(remark, self.records)
        own = remark.verbatim and remark.text.strip() and OFF not in remark.kinds
        return bool(own) and allows(level, Consent.PARAPHRASE) and not allows(level, Consent.QUOTE)
