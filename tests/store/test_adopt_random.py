"""Random laptops: whatever three of them write, edit, take back and withdraw, taking over one another's lines makes them say the same."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb.table import Document

from tests.store.disks import FOLDER, MemoryDisk, Names, Wall
from workshop.errors import WorkshopError
from workshop.store.adopt import adopt, differing
from workshop.store.bundle import bundle_bytes
from workshop.store.copies import Copy, read_copy
from workshop.store.database import JournalDB

LAPTOPS = 3
IDS = ("a", "b", "c")

steps = st.lists(
    st.tuples(st.integers(0, LAPTOPS - 1), st.sampled_from(("put", "remove", "erase", "meet")), st.integers(0, 2)), min_size=1, max_size=25
)


class Laptops:
    """Disks in memory; each step is a process of its own."""

    def __init__(self) -> None:
        self.disks = [MemoryDisk({}) for _ in range(LAPTOPS)]
        self.names = Names()
        self.wall = Wall()
        self.said: dict[str, list[str]] = {id_: [] for id_ in IDS}

    def open(self, laptop: int) -> JournalDB:
        """The workshop on this laptop."""
        return JournalDB(FOLDER, fs=self.disks[laptop], now=self.wall, name=self.names)

    def copy(self, laptop: int) -> Copy:
        """What is on it."""
        return read_copy(FOLDER, self.disks[laptop])

    def do(self, laptop: int, what: str, which: int, number: int) -> None:
        """One step: words saved, taken back or withdrawn, or another laptop's lines taken over."""
        if what == "meet":
            self.meet(laptop, which)
            return
        db, id_ = self.open(laptop), IDS[which]
        try:
            if what == "put":
                self.said[id_].append(f"words {number} of {id_}")
                db.table("t").replace(Document({"text": self.said[id_][-1]}, doc_id=id_))  # type: ignore[arg-type]  # ids are text here
            elif what == "remove":
                db.table("t").remove(doc_ids=[id_])
            else:
                db.erase([("t", id_)])
        except WorkshopError:  # it was withdrawn before: nothing can be saved there any more
            assert what == "put"
        finally:
            db.close()

    def meet(self, laptop: int, other: int) -> None:
        """Take over the other's lines, and open, which carries out what came."""
        adopt(FOLDER, self.copy(other), fs=self.disks[laptop], name=self.names)
        self.open(laptop).close()


def held(copy: Copy) -> object:
    """All that a copy says."""
    state, keys = copy.state, [("t", id_) for id_ in IDS]
    return [(state.change(key), state.conflicts(key), state.history(key)) for key in keys], state.erased


@settings(max_examples=150, deadline=None)
@given(steps, st.permutations(list(permutations(range(LAPTOPS), 2))))
def test_all_come_to_the_same(program: list[tuple[int, str, int]], order: list[tuple[int, int]]) -> None:
    """After each has met each, twice, in a random order: one state, one bundle, nothing lost, and no withdrawn word on any disk."""
    laptops = Laptops()
    for number, step in enumerate(program):
        laptops.do(*step, number)
    for _ in range(2):
        for laptop, other in order:
            laptops.meet(laptop, other)
    first, *others = (laptops.copy(laptop) for laptop in range(LAPTOPS))
    for copy in others:
        assert held(copy) == held(first)
        assert bundle_bytes(copy) == bundle_bytes(first)
        assert differing(copy, first) == []
    for disk in laptops.disks:
        for table, id_ in first.erased:
            assert table == "t"
            assert not any(words.encode() in data for words in laptops.said[id_] for data in disk.files().values())
