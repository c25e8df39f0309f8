"""The store against a plain model: three windows on two laptops, merges, erasures, clocks that jump, windows that die."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.store.disks import FOLDER, MemoryDisk, Names, Wall
from tests.store.test_tinydb_api import contents, document
from workshop.errors import WorkshopError
from workshop.store.database import JournalDB

KEYS = ("one", "two", "three")
keys = st.sampled_from(KEYS)


@dataclass(frozen=True)
class Deed:
    """What somebody did to one document, with the deeds that it takes the place of. `text` is None for a deletion."""

    key: str
    kind: str
    text: str | None
    version: str = ""
    instead_of: frozenset[str] = frozenset()


@dataclass
class Laptop:
    """A disk with a wall clock, and the deeds that are on it."""

    disk: MemoryDisk
    wall: Wall
    deeds: set[Deed] = field(default_factory=set)


@dataclass
class Window:
    """An open store, and the deeds that it has heard of."""

    laptop: Laptop
    db: JournalDB
    heard: set[Deed]

    def heads(self, key: str) -> list[Deed]:
        """Deeds that none takes the place of, oldest first; none once the document is erased."""
        about = [deed for deed in self.heard if deed.key == key]
        if any(deed.kind == "erase" for deed in about):
            return []
        replaced = {version for deed in about for version in deed.instead_of}
        return sorted((deed for deed in about if deed.version not in replaced), key=lambda deed: deed.version)

    def shown(self, key: str) -> Deed | None:
        """The newest head that is no deletion."""
        return next((deed for deed in reversed(self.heads(key)) if deed.text is not None), None)

    def erased(self) -> set[str]:
        """Keys of what was erased."""
        return {deed.key for deed in self.heard if deed.kind == "erase"}


class Model(RuleBasedStateMachine):
    """What each window shows is what the deeds say that it has heard of."""

    def __init__(self) -> None:
        """Two windows on the first laptop, one on the second."""
        super().__init__()
        self.name = Names()
        self.laptops = [Laptop(MemoryDisk({}), Wall()) for _ in range(2)]
        self.windows = [Window(laptop, self.open(laptop), set()) for laptop in (self.laptops[0], *self.laptops)]
        self.number = 0

    def open(self, laptop: Laptop) -> JournalDB:
        """One more window on a laptop."""
        return JournalDB(FOLDER, fs=laptop.disk, now=laptop.wall, name=self.name)

    def did(self, window: Window, *deeds: Deed) -> None:
        """These deeds are on the disk now, and this window knows."""
        window.heard.update(deeds)
        window.laptop.deeds.update(deeds)

    def versions(self, window: Window, key: str) -> set[str]:
        """Names of all versions that the store knows."""
        return {version.version for version in window.db.history("t", key)}

    def text(self) -> str:
        """Words that nobody has said yet."""
        self.number += 1
        return f"<said {self.number}>"

    @rule(at=st.integers(0, 2), several=st.lists(keys, min_size=1, max_size=3, unique=True), settle=st.booleans())
    def put(self, at: int, several: list[str], settle: bool) -> None:
        """Insert or edit some documents in one transaction, or choose between their versions."""
        window = self.windows[at]
        if window.erased() & set(several):
            with pytest.raises(WorkshopError):
                window.db.settle("t", next(iter(window.erased() & set(several))), {})
            return
        before = {key: self.versions(window, key) for key in several}
        texts = {key: self.text() for key in several}
        with window.db.transaction():
            for key, text in texts.items():
                if settle:
                    window.db.settle("t", key, {"text": text})
                else:
                    window.db.table("t").replace(document(key, text=text))
        deeds = []
        for key, text in texts.items():
            [version] = self.versions(window, key) - before[key]
            old = [deed for deed in window.heads(key) if settle or deed.text is None or deed == window.shown(key)]
            deeds.append(Deed(key, "put", text, version, frozenset(deed.version for deed in old)))
        self.did(window, *deeds)

    @rule(at=st.integers(0, 2), key=keys)
    def remove(self, at: int, key: str) -> None:
        """Delete what is shown."""
        window = self.windows[at]
        before, heads = self.versions(window, key), window.heads(key)
        shown = window.shown(key)
        removed = window.db.table("t").remove(doc_ids=[key])
        assert removed == ([key] if shown else [])
        if shown:
            [version] = self.versions(window, key) - before
            self.did(window, Deed(key, "del", None, version, frozenset(deed.version for deed in heads)))

    @rule(at=st.integers(0, 2), key=keys)
    def erase(self, at: int, key: str) -> None:
        """Withdraw a document for good, whether or not it is there."""
        self.windows[at].db.erase([("t", key)])
        self.did(self.windows[at], Deed(key, "erase", None))

    @rule(at=st.integers(0, 2))
    def refresh(self, at: int) -> None:
        """Read what others appended; the changes say what differs."""
        window = self.windows[at]
        before = contents(window.db.table("t"))
        changes = window.db.refresh()
        window.heard |= window.laptop.deeds
        for change in (each for each in changes if each.table == "t"):
            before.pop(change.id, None)
            if change.document is not None:
                before[change.id] = dict(change.document)
        assert before == contents(window.db.table("t"))

    @rule(to=st.integers(0, 1))
    def merge(self, to: int) -> None:
        """Copy the other laptop's files, as a person does: an older copy does not replace a newer one."""
        here, there = self.laptops[to], self.laptops[1 - to]
        mine = here.disk.files()
        for name, data in there.disk.files().items():
            if name not in mine or data.startswith(mine[name] + b"{"):
                here.disk.put(FOLDER / name, data)
            elif not mine[name].startswith(data):
                here.disk.put(FOLDER / f"{name.removesuffix('.jsonl')} ({self.name()}).jsonl", data)
        here.deeds |= there.deeds

    @rule(at=st.integers(0, 2))
    def reopen(self, at: int) -> None:
        """Close a window and open it again."""
        window = self.windows[at]
        window.db.close()
        window.db, window.heard = self.open(window.laptop), set(window.laptop.deeds)

    @rule(at=st.integers(0, 2))
    def compact(self, at: int) -> None:
        """Fold the journals that no window has open into one; that reads what others appended, too."""
        window = self.windows[at]
        window.db.compact(2)
        window.heard |= window.laptop.deeds

    @rule(at=st.integers(0, 2))
    def rename(self, at: int) -> None:
        """Change the workshop's own record, which stands in many journals."""
        self.windows[at].db.table("workshop").replace(document("workshop", title=self.text()))

    @rule()
    def die(self) -> None:
        """The second laptop's battery is empty."""
        window = self.windows[2]
        window.laptop.disk.kill(set(window.laptop.disk.opened))
        window.db, window.heard = self.open(window.laptop), set(window.laptop.deeds)

    @rule(laptop=st.integers(0, 1), days=st.sampled_from([-20000, -1, -0.001, 0.001, 1, 400]))
    def jump(self, laptop: int, days: float) -> None:
        """Somebody sets a clock."""
        self.laptops[laptop].wall.seconds += days * 86400

    @invariant()
    def each_window_shows_what_it_heard_of(self) -> None:
        """Documents, the versions on offer, and nothing damaged."""
        for window in self.windows:
            expected = {key: {"text": shown.text} for key in KEYS if (shown := window.shown(key))}
            assert contents(window.db.table("t")) == expected
            assert not window.db.damage
            for key in KEYS:
                shown = window.shown(key)
                others = [deed.text for deed in reversed(window.heads(key)) if deed != shown] if shown else []
                assert [version.document and version.document["text"] for version in window.db.conflicts("t", key)] == others

    def teardown(self) -> None:
        """Merged both ways, and heard by all: all show the same, and no erased word is anywhere."""
        for to in (0, 1, 0):
            self.merge(to)
        for at in (0, 1, 2, 0, 1, 2):
            self.refresh(at)
        for laptop in self.laptops:
            laptop.wall.seconds += 60
        for at in (0, 1, 2):
            self.refresh(at)
        self.each_window_shows_what_it_heard_of()
        for table in ("t", "workshop"):
            assert len({str(sorted(contents(window.db.table(table)).items())) for window in self.windows}) == 1
        for window in self.windows:
            assert contents(self.open(window.laptop).table("t")) == contents(window.db.table("t"))
            self._no_erased_word(window)

    def _no_erased_word(self, window: Window) -> None:
        assert window.db.pending_erasures == ()
        words = [deed.text for deed in window.heard if deed.key in window.erased() and deed.text]
        left = b"".join(window.laptop.disk.files().values()).decode()
        assert not [text for text in words if text in left]


def run(examples: int, steps: int) -> None:
    """So many examples of so many steps at most."""
    options: Any = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
    )
    run_state_machine_as_test(Model, settings=options)


def test_the_store_is_what_the_model_says() -> None:
    """1,000 examples of up to 12 steps."""
    run(1000, 12)


@pytest.mark.long
def test_the_store_is_what_the_model_says_for_long() -> None:
    """Some real faults show only after thousands of examples."""
    run(20_000, 40)
