"""The disks that a power cut could leave, from a log of operations and what syncing promises.

What was written and not synced may be there, be missing, or be there in part, each write by itself; a name that was made, changed
or taken away without syncing the folder may be the new one or the old one. What was synced is there.
"""

import random
from collections.abc import Iterable, Iterator
from itertools import combinations

from tests.store.disks import Operation

MOST_SUBSETS = 16
MOST_TEARS = 400
"""Places at which one write is torn: at each byte of a line, here and there in the whole files that are rewritten."""


class PowerCut:
    """What is certainly on the medium after the operations so far, and what may be."""

    def __init__(self, seed: int = 0) -> None:
        """An empty disk. Where there are very many possible states, the seed chooses some."""
        self._random = random.Random(seed)  # noqa: S311 - chooses cases, keeps no secret
        self._contents: dict[int, bytes] = {}
        self._names: dict[str, int] = {}
        self._unsynced: dict[int, list[Operation]] = {}
        self._unsynced_names: list[Operation] = []

    def take(self, operation: Operation) -> None:
        """One more operation has been asked for."""
        if operation.kind == "sync":
            self._contents[operation.file] = _applied(self._contents.get(operation.file, b""), self._unsynced.pop(operation.file, []))
        elif operation.kind == "sync_folder":
            self._names = _renamed(self._names, self._unsynced_names)
            self._unsynced_names = []
        elif operation.kind in ("write", "truncate"):
            self._unsynced.setdefault(operation.file, []).append(operation)
        else:
            self._unsynced_names.append(operation)

    def states(self, every: int) -> Iterator[dict[str, bytes]]:
        """The folder's files in each state that a cut at this moment could leave; torn writes are cut at every so many bytes."""
        pending = [operation for operations in self._unsynced.values() for operation in operations] + self._unsynced_names
        seen = set()
        for kept in self._subsets(pending):
            for survivors in _torn(kept, every):
                state = self._state(survivors)
                marked = frozenset(state.items())
                if marked not in seen:
                    seen.add(marked)
                    yield state

    def _subsets(self, pending: list[Operation]) -> Iterator[list[Operation]]:
        if 2 ** len(pending) <= MOST_SUBSETS:
            for size in range(len(pending) + 1):
                yield from map(list, combinations(pending, size))
            return
        yield []
        yield pending
        for _ in range(MOST_SUBSETS - 2):
            yield [operation for operation in pending if self._random.random() < 0.5]

    def _state(self, survivors: Iterable[Operation]) -> dict[str, bytes]:
        data: dict[int, list[Operation]] = {}
        names: list[Operation] = []
        for operation in survivors:
            if operation.kind in ("write", "truncate"):
                data.setdefault(operation.file, []).append(operation)
            else:
                names.append(operation)
        held = _renamed(self._names, names)
        return {name: _applied(self._contents.get(file, b""), data.get(file, [])) for name, file in held.items()}


def _torn(operations: list[Operation], every: int) -> Iterator[list[Operation]]:
    """As they are, and with the last write torn: only its beginning, or with zeros where the rest would be."""
    yield operations
    writes = [index for index, operation in enumerate(operations) if operation.kind == "write"]
    if writes:
        at = writes[-1]
        data = operations[at].data
        step = max(every, len(data) // MOST_TEARS)
        for length in {1, *range(step, len(data), step), len(data) - 1}:
            for rest in (b"", bytes(len(data) - length)):
                yield [*operations[:at], operations[at]._replace(data=data[:length] + rest), *operations[at + 1 :]]


def _applied(content: bytes, operations: Iterable[Operation]) -> bytes:
    for operation in operations:
        if operation.kind == "truncate":
            content = content[: operation.offset]
        else:
            end = operation.offset + len(operation.data)
            content = content[: operation.offset].ljust(operation.offset, b"\0") + operation.data + content[end:]
    return content


def _renamed(names: dict[str, int], operations: Iterable[Operation]) -> dict[str, int]:
    names = dict(names)
    for operation in operations:
        if operation.kind == "create":
            names[operation.name] = operation.file
        elif operation.name in names:  # else the name that this one needs never came to the medium
            file = names.pop(operation.name)
            if operation.kind == "rename":
                names[operation.target] = file
    return names
