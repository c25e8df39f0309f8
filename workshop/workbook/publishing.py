"""What is looked at before a report goes out: flags of the identifier check and their answers, and the Chatham House Rule."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workshop.errors import WorkshopError
from workshop.model.clearance import Clearance, Decision
from workshop.model.countable import countable
from workshop.model.keys import words_id
from workshop.model.plan import Plan
from workshop.model.records import Records
from workshop.privacy.audience import Audience, audience_of
from workshop.privacy.doubts import Doubt, clearance_id, cleared, cleared_plans, doubts
from workshop.privacy.identifiers import LIMITS
from workshop.privacy.texts import place_of
from workshop.privacy.words import agreed
from workshop.text import clean, clean_line
from workshop.workbook.timeline import Timeline

__all__ = ["LIMITS", "Answer", "Audience", "Doubt", "Publishing"]
"""With what a screen or a command shows of it."""

Answer = tuple[Decision, str]
"""What is decided about a flag, and what takes the place of words, if anything does."""


class Publishing(Timeline):
    """The verbs of the check. `group` is the perspective whose words a copy for participants has."""

    def flags(self, audience: str, group: str = "") -> tuple[Doubt, ...]:
        """All flags in what this audience would get, answered or not; none for one whose reports aren't checked. Raises WorkshopError."""
        whose = audience_of(audience)
        return doubts(self._agreed(whose, group), self._plans_run(), whose) if whose.is_checked else ()

    def open_flags(self, audience: str, group: str = "") -> tuple[Doubt, ...]:
        """Those that nobody has answered."""
        return tuple(each for each in self.flags(audience, group) if each.open)

    def answer_flag(self, audience: str, flag: Doubt, decision: Decision, instead: str = "") -> Clearance:
        """Decide about one flag; a later answer takes the place of an earlier one. Raises WorkshopError where words are missing."""
        made = self._clearance(audience_of(audience), flag, decision, instead)
        self._do("the answer to a flag", made)
        return made

    def answer_flags(self, audience: str, answers: Mapping[str, Answer], group: str = "") -> int:
        """Decide about several, by their keys, as one deed, and say how many; a paraphrase may hold what is flagged in its turn.

        Raises WorkshopError, with nothing decided, naming the keys that there aren't.
        """
        whose = audience_of(audience)
        known = {each.key: each for each in self.flags(audience, group)}
        if unknown := [key for key in answers if key not in known]:
            raise WorkshopError(
                "There are no such flags: the words may have been changed since.",
                "Make the list anew: workshop check WORKSHOP --out FILE",
                tuple(unknown),
            )
        made = [self._clearance(whose, known[key], *answer) for key, answer in answers.items() if not _is_given(known[key], *answer)]
        if made:
            self._do(f"the answers to {len(made)} flags", *made)
        return len(made)

    def keep_all(self, audience: str, group: str = "") -> int:
        """Keep all that is flagged; how many. Raises WorkshopError for everybody's eyes, where each flag is looked at by itself."""
        if audience_of(audience) is Audience.PUBLISHED:
            raise WorkshopError("For a published report each flag needs its own answer.", "See: workshop check WORKSHOP")
        return self.answer_flags(audience, {each.key: (Decision.KEEP, "") for each in self.open_flags(audience, group)}, group)

    def set_chatham_house(self, chosen: bool) -> None:
        """Say whether the room chose the Chatham House Rule: what was said may be told, and never who took part."""
        if self.workshop.chatham_house != chosen:
            self._do("the Chatham House Rule", replace(self.workshop, chatham_house=chosen))

    def _agreed(self, audience: Audience, group: str) -> Records:
        """The records that findings may rest on, as far as people agreed to it for this audience: none of a rehearsal."""
        return agreed(countable(self.records), audience, self.perspective(group).name if group else "")

    def _passed_on(self, audience: Audience, group: str) -> Records:
        """The same, with their texts as the answers to flags make them."""
        found = self._agreed(audience, group)
        return cleared(found, audience) if audience.is_checked else found

    def _plans_passed_on(self, audience: Audience, group: str) -> Mapping[str, Plan]:
        """The plans of all sessions, by id, with their titles and lanes likewise."""
        plans = self._plans_run()
        return cleared_plans(self._agreed(audience, group), plans, audience) if audience.is_checked else plans

    def _plans_run(self) -> Mapping[str, Plan]:
        """What each session (an id) runs, with the activities that were added as it ran."""
        return {each.id: replace(self.plan_of(each), activities=self.activities(each)) for each in self.records.sessions.values()}

    def _refuse_nobodys(self, audience: Audience, group: str) -> None:
        """Raises WorkshopError where it isn't said whose copy this is, or is said of what is no group's."""
        groups = " or ".join(each.plural for each in self.perspectives[:2])
        if audience is Audience.PARTICIPANTS and not group:
            raise WorkshopError("A copy for participants has the words of their own group.", f"Say whose it is, with --group: {groups}.")
        if group and audience is not Audience.PARTICIPANTS:
            raise WorkshopError("Only a copy for participants is one group's.", "Leave out --group.")

    def _refuse_unready(self, audience: Audience, group: str) -> None:
        """Raises WorkshopError as above, or with the list of flags that nobody has answered."""
        self._refuse_nobodys(audience, group)
        if left := self.open_flags(audience.value, group):
            raise WorkshopError(
                f"{_counted(left)} may point at somebody and {'has' if len(left) == 1 else 'have'} no answer; nothing was written.",
                f"Answer them: workshop check WORKSHOP --audience {audience.value}",
                tuple(f"{each.key}  {each.where}: \u201c{each.found}\u201d, {each.why}" for each in left),
            )

    def _clearance(self, audience: Audience, flag: Doubt, decision: Decision, instead: str) -> Clearance:
        told = clean(instead).strip() if decision is Decision.PARAPHRASE else clean_line(instead)
        if decision in (Decision.PARAPHRASE, Decision.REPLACE) and not told:
            raise WorkshopError(
                f"Nothing is said that could stand in place of {flag.where}.", "Say it: a paraphrase, or such as [a school]."
            )
        table, key, _ = place_of(flag.place)
        salt = self.workshop.salt
        followed = self.records.followups.get(key)
        return Clearance(
            id=clearance_id(salt, audience, flag.place, flag.words, flag.found),
            audience=audience.value,
            place=flag.place,
            kind=flag.kind.name,
            words=words_id(salt, flag.words),
            start=flag.start,
            length=len(flag.found),
            decision=decision,
            at=self.now(),
            instead=told if decision in (Decision.PARAPHRASE, Decision.REPLACE) else "",
            reflection=key if table == "reflections" else "",
            recommendation=key if table == "recommendations" else followed.recommendation if followed else "",
        )


def _is_given(flag: Doubt, decision: Decision, instead: str) -> bool:
    """Whether that was answered already, so that reading a file twice changes nothing."""
    return flag.answer is not None and (flag.answer.decision, flag.answer.instead) == (decision, instead)


def _counted(flags: Sequence[Doubt]) -> str:
    return f"{len(flags)} {'text' if len(flags) == 1 else 'texts'}"
