"""Withdrawal: somebody takes back what they said, or one remark is struck. The words go from every file; that something went stays."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop.clocks import read as read_clock
from workshop.errors import NotSavedError, WorkshopError
from workshop.model.artwork import Artwork
from workshop.model.recommendation import Recommendation
from workshop.model.records import Consent, Participant, Reflection, Session, Statement, Tombstone, Withdrawal
from workshop.model.withdrawal import speaker_of
from workshop.store.hlc import STAMP_LENGTH
from workshop.store.repository import Repository
from workshop.store.schema import Record
from workshop.workbook.desk import Numbered
from workshop.workbook.instants import Clock
from workshop.workbook.preview import Preview, Previewing, told_damaged
from workshop.workbook.strangers import told_strangers


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What was done: how many remarks went, and in words what still holds some of the words, and why."""

    remarks: int
    pending: tuple[str, ...] = ()


class Withdrawing(Previewing):
    """The verbs that take words back, for good. None of them can be undone.

    `withdrawals_pending` tells in words what still holds withdrawn words, and why, as it was found at opening or in the last refresh.
    """

    withdrawals_pending: tuple[str, ...] = ()
    _carried_out = 0
    _late_flagged = 0

    def __init__(self, folder: Path, repository: Repository, clock: Clock = read_clock) -> None:
        """Work on an open repository, and do at once what withdrawals ask of what came in while nobody had it open."""
        super().__init__(folder, repository, clock)
        if repository.workshop() is not None:
            try:
                self.carry_out()
            except NotSavedError as error:  # the disk is full, say: that is no reason not to open
                self.withdrawals_pending = (str(error),)

    def withdrawal(self, code: str, session: Session | None = None, people: str = "") -> Preview:
        """What goes when the person of this code withdraws. Raises WorkshopError for no such person, or one in each of several cohorts."""
        undone = [each for each in self.repository.deleted() if isinstance(each, Participant)]
        try:
            person = self.person(code, session, people, also=undone)
        except WorkshopError as fault:
            if not self.damaged_lines:
                raise
            raise WorkshopError(fault.message, f"{fault.cure} {told_damaged(self.damaged_lines)}", fault.lines) from fault
        return self._preview(person, ())

    def striking(self, reference: str, *, also_flagged: bool = False) -> Preview:
        """What goes when this remark (R12), statement (T3), recommendation (D4) or artwork (A1) is struck, undone before or not.

        A remark that is put aside is not found, unless `also_flagged` says that it may be that. Raises WorkshopError.
        """
        key = self._id_of("reflections", "R", reference)
        if also_flagged and key in self.repository.lens.hidden and self.repository.get("reflections", key) is not None:
            return self._preview(None, (key,))
        named = re.fullmatch(r"\s*([tda])\d+[a-z]*\s*", reference, re.IGNORECASE)
        letter = named[1].upper() if named else "R"
        tables = {"T": "statements", "D": "recommendations", "A": "artworks"}
        removed = self._removed(tables.get(letter, "reflections"), letter, reference)
        if removed is not None:
            return self._preview(None, (removed.id,))
        named_by: Mapping[str, Callable[[str], Numbered]] = {"T": self.statement, "D": self.recommendation, "A": self.artwork}
        return self._preview(None, (named_by.get(letter, self.reflection)(reference).id,))

    def withdraw(self, preview: Preview, *, also_flagged: bool = False) -> Withdrawn:
        """Do what the preview shows. When this returns the words are in no file that could be rewritten; `pending` tells of the others.

        Raises WorkshopError, with nothing done, where more would go by now than was shown, or where remarks would go that are put aside for
        the safeguarding lead and `also_flagged` doesn't say that they may; NotSavedError.
        """
        if preview.flagged and not also_flagged:
            raise WorkshopError(
                f"{counted_flagged(preview.flagged)} would be destroyed; nothing was withdrawn.",
                "Hand it over first: workshop safeguarding WORKSHOP hand-over --out FILE. Then withdraw with --also-flagged.",
            )
        shown, deleted = self._going(preview.person, preview.chosen)
        if not {self.repository.key(each) for each in (*shown, *deleted)} <= preview.keys:
            raise WorkshopError("More has come in since that was looked at; nothing was withdrawn.", "Look at it again.")
        self._erase(shown, deleted, preview.person)
        self._struck = True
        # Of who withdrew, what was undone before is told of no more; a remark that is struck after it was undone is all there is to tell.
        remarks = shown if shown or preview.person else deleted
        unknown = told_strangers(preview.strangers)
        return Withdrawn(sum(isinstance(each, Reflection) for each in remarks), (*self.carry_out(), *([unknown] if unknown else [])))

    def strike(self, reference: str) -> Withdrawn:
        """Strike one remark or statement, with what rests on it: off the record, later. Raises as `striking` and `withdraw` do."""
        return self.withdraw(self.striking(reference))

    def carry_out(self) -> tuple[str, ...]:
        """Do all that withdrawals ask: of late remarks, of reports in the workshop's own folder, of backups and bundles within reach.

        In words, what still holds withdrawn words, and why.
        """
        if not self.records.withdrawals or self.repository.db.read_only:
            return ()
        self._take_late()
        self._carried_out = len(self.records.withdrawals)
        pending = [f"{each.file} still holds withdrawn words: {each.why}." for each in self.repository.db.pending_erasures]
        if self._late_flagged:
            pending.append(f"Withdrawn, and kept until put back: {counted_flagged(self._late_flagged)}. Hand over first, then unflag.")
        self.withdrawals_pending = (*pending, *self._wipe_reports(), *self._erase_in_copies())
        return self.withdrawals_pending

    def refresh(self) -> bool:
        """Take in what other windows and laptops have written, and do what withdrawals ask of it; whether there was anything."""
        changed = super().refresh()
        if changed and self.records.withdrawals and not self.repository.db.read_only:
            if len(self.records.withdrawals) == self._carried_out:
                self._take_late()
            else:
                self.carry_out()
        return changed

    def _erase(self, shown: Sequence[Record], deleted: Sequence[Record], person: Participant | None) -> None:
        """One durable write; of what was deleted before, nothing is told."""
        withdrawal = Withdrawal(
            id=self.repository.new_id(),
            at=self.now(),
            since=self._since((*shown, *deleted))[:STAMP_LENGTH],
            erased=tuple(sorted({self.repository.key(each) for each in (*shown, *deleted)})),
            participant=person.id if person else "",
            cohort=person.cohort if person else "",
            code=person.code if person else "",
        )
        tombstones = [_tombstone(each) for each in shown if isinstance(each, Reflection | Statement | Recommendation | Artwork)]
        self.repository.erase(withdrawal.erased, withdrawal, *tombstones)

    def _erase_in_copies(self) -> Iterator[str]:
        try:
            copies = self.erase_in_copies() if self.places else ()
        except WorkshopError as error:
            yield str(error)
            return
        for each in copies:
            if each.trouble:
                yield f"{each.place.path} may still hold withdrawn words: {each.trouble}"
            yield from (f"{each.place.path} still holds withdrawn words, in {file}." for file in each.pending)

    def _take_late(self) -> None:
        """Withdraw what was said before its speaker withdrew, or rests on what is withdrawn, where nobody had heard of it yet."""
        withdrawals = self.records.withdrawals.values()
        standing = {each.participant: each for each in sorted(withdrawals, key=lambda each: each.id) if each.participant}
        erased = {key for each in withdrawals for table, key in each.erased if table in ("reflections", "recommendations")}

        def theirs(record: Record) -> bool:
            order = standing.get(speaker_of(record))
            return order is not None and self.repository.stamp(record) < order.id

        shown, deleted = self._taken(erased, theirs)
        lens = self.repository.lens
        late = [each for each in shown if lens.through(each) is not None]
        self._late_flagged = sum(isinstance(each, Reflection) for each in shown) - sum(isinstance(each, Reflection) for each in late)
        if late or deleted:
            self._erase(late, deleted, None)
        self._name_again(standing)

    def _name_again(self, standing: Mapping[str, Withdrawal]) -> None:
        """Whoever has spoken since, where nobody had heard of their withdrawal, is somebody again, and has agreed to nothing.

        What they may have agreed to there went with their record; so it is asked again.
        """
        records = self.records
        if standing.keys() <= records.participants.keys():
            return
        spoken = {each.participant: each.perspective for each in records.reflections.values() if each.participant}
        spoken |= {each.participant: each.perspective for each in records.responses.values() if each.participant}
        people = [
            Participant(
                id=key,
                cohort=order.cohort,
                code=order.code,
                perspective=spoken[key],
                consent=Consent.NONE,
                research=False,
                consent_at=order.at,
            )
            for key, order in standing.items()
            if key in spoken and key not in records.participants
        ]
        if people:
            self.repository.put(*people)


def _tombstone(record: Reflection | Statement | Recommendation | Artwork) -> Tombstone:
    if isinstance(record, Artwork):
        return Tombstone(id=record.id, table="artworks", number=record.number)
    if isinstance(record, Recommendation):
        return Tombstone(id=record.id, table="recommendations", number=record.number, session=record.session)
    if isinstance(record, Statement):
        return Tombstone(id=record.id, table="statements", number=record.number, ref=record.ref)
    return Tombstone(id=record.id, table="reflections", number=record.number, session=record.session)


def counted_flagged(number: int) -> str:
    """Remarks that are put aside, without a word of them."""
    return f"{number} {'remark that is' if number == 1 else 'remarks that are'} put aside for safeguarding"
