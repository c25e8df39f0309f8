"""The numbers that records are known by: S1, R12, T2. A number that was given is taken for ever, and so is the letter of who shares it."""

from collections import defaultdict

from workshop.model.artwork import Artwork
from workshop.model.recommendation import Recommendation
from workshop.model.records import Reflection, Session, Statement, Tombstone
from workshop.store.schema import Record

NUMBERED = ("sessions", "reflections", "statements", "recommendations", "artworks")


class Numbers:
    """Which numbers were given in each table, and to which ids; those of deleted and erased records too."""

    def __init__(self) -> None:
        """None is given."""
        self._given: dict[str, dict[int, set[str]]] = {table: defaultdict(set) for table in NUMBERED}
        self._highest = dict.fromkeys(NUMBERED, 0)

    def take(self, table: str, key: str, number: object) -> None:
        """This id has the number; nothing where the table has none, or what stands in its place is no number."""
        if table in NUMBERED and isinstance(number, int):
            self._given[table][number].add(key)
            self._highest[table] = max(self._highest[table], number)

    def take_from(self, table: str, record: Record) -> None:
        """The number that the record bears, or a tombstone's, which is of the table that it stands for."""
        if isinstance(record, Tombstone):
            self.take(record.table, record.id, record.number)
        elif isinstance(record, Session | Reflection | Statement | Recommendation | Artwork):
            self.take(table, record.id, record.number)

    def following(self, table: str) -> int:
        """The number that the next one is known by."""
        return self._highest[table] + 1

    def ids(self, table: str, number: int) -> tuple[str, ...]:
        """Who bears this number or bore it, oldest first; more than one where two laptops gave it."""
        return tuple(sorted(self._given[table].get(number, ())))
