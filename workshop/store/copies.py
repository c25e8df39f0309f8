"""A copy of a workshop, read whole: what merging, bundling, backing up and verifying compare line by line."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from workshop.errors import LockedError
from workshop.store import trouble
from workshop.store.damage import Damage, Fault
from workshop.store.follow import Follower, JournalFile
from workshop.store.fs import FileSystem
from workshop.store.line import VERSION, DamagedLineError, Key, Line, LineCodec, LineName, spellings
from workshop.store.names import is_journal
from workshop.store.state import State

Identity = tuple[str, str]
"""Salt and moment of creation of a workshop: alike in all its copies, and in no other workshop."""
_WORKSHOP = ("workshop", "workshop")


@dataclass(frozen=True)
class Copy:
    """All lines of one copy. `newer` and `damaged` are stretches of bytes that this version can't read as lines.

    `saves` counts the whole lines of each file, `unreadable` names those that gave no bytes; `damage` tells of all that could not be
    read, as an open store does, and `later` where (file, line) it is because a newer version wrote it; `healed` are damages of which
    nothing is lost, since all their lines are whole in this copy. `rewritten` says that some line
    stands there twice, with and without what was withdrawn: an erasure was broken off. `broken` names sealed journals that could not
    be opened to their ends. `torn` are ends of files that a save left which was never acknowledged.
    """

    lines: Mapping[LineName, Line]
    newer: frozenset[bytes] = frozenset()
    damaged: frozenset[bytes] = frozenset()
    saves: Mapping[str, int] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
    damage: tuple[Damage, ...] = ()
    healed: tuple[Damage, ...] = ()
    later: frozenset[tuple[str, int]] = frozenset()
    rewritten: bool = False
    broken: tuple[str, ...] = ()
    torn: tuple[Damage, ...] = ()

    @cached_property
    def state(self) -> State:
        """What the workshop holds in this copy."""
        voided = frozenset((write[1], write[2]) for line in self.lines.values() for write in line.writes if write[0] == "void")
        state = State(voided)
        for line in self.lines.values():
            state.apply(line, {})
        return state

    @property
    def erased(self) -> frozenset[Key]:
        """What was withdrawn for good."""
        return frozenset(self.state.erased)

    @cached_property
    def identities(self) -> frozenset[Identity]:
        """Which workshop this is: none where its own record can't be read, several where journals of two were mixed."""
        found = (version.document for version in self.state.history(_WORKSHOP))
        return frozenset((str(each.get("salt")), str(each.get("created"))) for each in found if each is not None)

    def is_copy_of(self, other: "Copy") -> bool:
        """Whether both are of one workshop: by its own record or, where one of them has lost it, by a line that both hold."""
        if self.identities and other.identities:
            return self.identities == other.identities
        return any(name in other.lines and other.lines[name].stamp == line.stamp for name, line in self.lines.items())


def read_copy(folder: Path, fs: FileSystem | None = None, codec: LineCodec | None = None) -> Copy:
    """The copy in this folder, whatever state it is in. WorkshopError when the folder can't be listed.

    LockedError when it is locked, and the codec is not that of its lock.
    """
    codec = codec or LineCodec()
    follower = Follower(fs or FileSystem(), folder, codec)
    try:
        lines, _ = follower.poll()
        names = follower.names()
    except OSError as error:
        raise trouble.cannot_open(error, folder) from error
    if follower.other_key and not lines:
        raise LockedError(f"{folder} was locked with another key.", "Unlock it there with its own passphrase, and try again.")
    faults = follower.faults()
    unread = [(fault.raw, _is_newer(fault, codec)) for fault in faults]
    named = by_name(lines)
    return Copy(
        lines=named,
        newer=frozenset(raw for raw, newer in unread if newer),
        damaged=frozenset(raw for raw, newer in unread if newer is None),
        saves={name: _saves(file) for name, file in sorted(follower.files.items())},
        unreadable=tuple(name for name in names if name not in follower.files or follower.files[name].stat is None),
        damage=follower.damage(),
        healed=follower.healed,
        later=frozenset(fault.damage[:2] for fault in faults if fault.whole),
        rewritten=any(len(named[line.writer, line.number].writes) < len(line.writes) for line in lines),
        torn=follower.torn,
        broken=tuple(name for name, file in sorted(follower.files.items()) if file.broken is not None),
    )


def holds_journals(folder: Path) -> bool:
    """Whether there is a journal in this folder. False where the folder can't be looked into."""
    try:
        return folder.is_dir() and any(is_journal(path.name) for path in folder.iterdir())
    except OSError:
        return False


def by_name(lines: Iterable[Line]) -> dict[LineName, Line]:
    """Each line once; of two that bear one name the one that an erasure has already emptied."""
    found: dict[LineName, Line] = {}
    for line in lines:
        name = (line.writer, line.number)
        known = found.get(name)
        if known is None or len(line.writes) < len(known.writes):
            found[name] = line
    return found


def without(line: Line, erased: Collection[Key]) -> Line:
    """The line without the words of erased documents; what this version doesn't know goes where it names one of them."""
    if not erased:
        return line
    writes = [write for write in line.writes if write[0] != "put" or (write[1], write[2]) not in erased]
    unknown = tuple(write for write in line.unknown if not names_any(json.dumps(write).encode(), erased))
    if (len(writes), len(unknown)) == (len(line.writes), len(line.unknown)):
        return line
    return line._replace(writes=writes, unknown=unknown)


def names_any(raw: bytes, keys: Collection[Key]) -> bool:
    """Whether the id of one of these documents stands in the bytes."""
    return any(spelling in raw for _, id_ in keys for spelling in spellings(id_))


def _is_newer(fault: Fault, codec: LineCodec) -> bool | None:
    """Whether a stretch is a line of a newer version; None when it is no whole line at all."""
    try:
        return codec.decode(fault.raw).v > VERSION
    except DamagedLineError:
        return None


def _saves(file: JournalFile) -> int:
    return sum(numbers.upto + len(numbers.beyond) for numbers in file.seen.values())
