"""Reading the journals of a folder: all of them at first, then only what was appended since."""

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from workshop.errors import LockedError
from workshop.store import damage
from workshop.store.damage import Damage, Fault
from workshop.store.fs import FileSystem, Stat
from workshop.store.healing import healed
from workshop.store.line import OTHER_KEY, VERSION, Line, LineCodec
from workshop.store.names import SEALED, SUFFIX, journals, tells_lock
from workshop.store.torn import is_torn

_TAIL = 64
"""How many of the bytes known are compared before reading on; a checksum over all of them where more than the length changed."""


def is_locked(folder: Path, fs: FileSystem | None = None) -> bool:
    """Whether the workshop in this folder is locked. False where the folder can't be looked into."""
    try:
        return tells_lock((fs or FileSystem()).names(folder))
    except OSError:
        return False


class Numbers:
    """A set of line numbers that start at 1 and mostly follow one another."""

    __slots__ = ("beyond", "upto")

    def __init__(self) -> None:
        """Nothing yet."""
        self.upto = 0
        self.beyond: set[int] = set()

    def add(self, number: int) -> None:
        """Take one in."""
        if number == self.upto + 1:
            self.upto = number
            self._close_up()
        elif number > self.upto:
            self.beyond.add(number)

    def update(self, other: "Numbers") -> None:
        """Take all of the other's in."""
        self.upto = max(self.upto, other.upto)
        self.beyond = {number for number in self.beyond | other.beyond if number > self.upto}
        self._close_up()

    def _close_up(self) -> None:
        while self.upto + 1 in self.beyond:
            self.upto += 1
            self.beyond.remove(self.upto)

    def missing(self) -> int:
        """How many numbers below the highest are not in it."""
        return max(self.beyond) - self.upto - len(self.beyond) if self.beyond else 0

    def has(self, number: int) -> bool:
        """Whether it is in."""
        return 1 <= number <= self.upto or number in self.beyond

    def without(self, other: "Numbers") -> int:
        """How many of these are not in the other."""
        return sum(not other.has(number) for number in (*range(other.upto + 1, self.upto + 1), *self.beyond))


class JournalFile:
    """What has been read of one file."""

    def __init__(self, path: Path) -> None:
        """Nothing yet."""
        self.path = path
        self.name = path.name
        self.stat: Stat | None = None
        self.offset = 0
        self.newlines = 0
        self.crc = 0
        self.tail = b""
        self.seen: dict[str, Numbers] = {}
        self.faults: list[Fault] = []
        self.cut_short: Fault | None = None
        self.last: Line | None = None
        self._open: list[int] = []
        """Places of the damages after the last whole line."""
        self.newer = False
        self.sealed = path.name.endswith(SEALED)
        self.broken: Damage | None = None
        """Why not all of a sealed journal could be read."""
        self.in_clear = False
        """Whether a line stood in it that is not encrypted though the workshop is locked."""
        self.other_key = False
        """Whether something in it seems to be encrypted for another key."""

    def read(self, fs: FileSystem, stat: Stat, codec: LineCodec) -> list[Line] | None:
        """The whole lines that came since; None when the bytes known are no longer there, and everything has to be read again."""
        if self.sealed:
            return self._read_sealed(fs.read(self.path), stat, codec)
        appended = self.stat is not None and self.stat.identity == stat.identity and self.stat.size < stat.size
        start = self.offset - len(self.tail) if appended else 0
        data = fs.read(self.path, start)
        known = data[: self.offset - start]
        if (known != self.tail) if appended else (len(known) < self.offset or zlib.crc32(known) != self.crc):
            return None
        self.stat = stat
        return self._lines(data[self.offset - start :], codec)

    def _read_sealed(self, data: bytes, stat: Stat, codec: LineCodec) -> list[Line] | None:
        """A sealed journal is read once, since nobody appends to it."""
        if self.stat is not None:
            if zlib.crc32(data) != self.crc:
                return None
            self.stat = stat
            return []
        text, fault = codec.unseal(data)
        self.broken = damage.broken(self.name, fault, text.count(b"\n")) if fault else None
        self.other_key = fault == OTHER_KEY
        lines = self._lines(text, codec)
        self.stat, self.crc = stat, zlib.crc32(data)
        return lines

    def _lines(self, data: bytes, codec: LineCodec) -> list[Line]:
        lines: list[Line] = []
        *whole, rest = data.split(b"\n")
        begun = self.offset
        for raw, line in zip(whole, codec.decode_all(whole), strict=True):
            if isinstance(line, Line):
                self._take(line, codec.text(raw) if line.unknown or line.v > VERSION else raw, lines)
            elif raw:
                self.other_key = self.other_key or str(line) == OTHER_KEY
                fault = damage.damaged(self.name, self.newlines + 1, self.offset, codec.text(raw), str(line))
                self._open.append(len(self.faults))
                self.faults.append(fault._replace(before=self.last and self.last.name))
                lines += codec.salvage(raw)
            self.offset += len(raw) + 1
            self.newlines += 1
        self.in_clear = self.in_clear or (codec.locked and not self.sealed and any(raw.startswith(b"{") for raw in (*whole, rest)))
        self.cut_short = None
        for line in codec.decode_all([rest] if rest else []):
            if isinstance(line, Line):
                self._take(line, codec.text(rest), lines)
                self.offset += len(rest)
            else:
                self.cut_short = damage.cut_short(self.name, self.newlines + 1, self.offset, codec.text(rest))
                lines += codec.salvage(rest)
        consumed = data[: self.offset - begun]
        self.crc = zlib.crc32(consumed, self.crc)
        self.tail = (self.tail + consumed[-_TAIL:])[-_TAIL:]
        for line in lines:
            self._saw(line)
        return lines

    def _take(self, line: Line, raw: bytes, lines: list[Line]) -> None:
        if line.v > VERSION:
            self.newer = True
            self.faults.append(damage.newer(self.name, self.newlines + 1, self.offset, raw))
            return
        if self._open:
            for place in self._open:
                self.faults[place] = self.faults[place]._replace(after=line.name)
            self._open = []
        if line.unknown:
            self.faults.append(damage.unknown(self.name, self.newlines + 1, self.offset, raw, len(line.unknown)))
        self.last = line
        lines.append(line)

    def _saw(self, line: Line) -> None:
        numbers = self.seen.get(line.writer)
        if numbers is None:
            numbers = self.seen[line.writer] = Numbers()
        numbers.add(line.number)


class Follower:
    """All journals of a folder, each read as far as it goes."""

    def __init__(self, fs: FileSystem, folder: Path, codec: LineCodec) -> None:
        """Nothing is read yet."""
        self._fs, self._folder, self._codec = fs, folder, codec
        self.files: dict[str, JournalFile] = {}
        self._unreadable: dict[str, Damage] = {}
        self._former: list[JournalFile] = []
        """Files as they were read before they went, or were replaced by others."""
        self._damage: tuple[Damage, ...] | None = ()
        self._healed: frozenset[Damage] = frozenset()
        self._own = ""

    def afresh(self, replaced: Iterable[str]) -> "Follower":
        """One that has read nothing yet, and still knows what stood in files that went or, as these, were replaced."""
        fresh = Follower(self._fs, self._folder, self._codec)
        fresh._former = [*self._former, *(self.files[name] for name in replaced)]
        fresh._damage = None
        return fresh

    def names(self) -> list[str]:
        """Names of the journals in the folder. OSError if it is gone; LockedError if it is locked, and this reads in clear only."""
        names = self._fs.names(self._folder)
        if not self._codec.locked and tells_lock(names):
            raise LockedError(f"{self._folder} is locked with a passphrase.")
        return journals(names)

    def poll(self, own: str = "") -> tuple[list[Line], list[str]]:
        """Lines that came since, and the names of files whose known part changed: these make a fresh start necessary.

        `own` is the journal that this process is writing: what is in it is known. OSError if the folder cannot be listed.
        """
        lines: list[Line] = []
        replaced: list[str] = []
        unreadable, self._unreadable = self._unreadable, {}
        if own != self._own:
            self._own, self._damage = own, None
        names = self.names()
        while not self._read_all([name for name in names if name != own], lines, replaced):
            before, names = names, self.names()  # an erasure in another window put a new file in the place of an old one
            if names == before:
                break
        self.forget(names)
        if self._unreadable != unreadable:
            self._damage = None
        if lines:
            self._heal(lines)
        return lines, replaced

    def forget(self, standing: Collection[str]) -> None:
        """Read any other file as a new one if it comes back, however much it looks like the one that was known."""
        for name in self.files.keys() - set(standing):
            self._former.append(self.files.pop(name))
            self._damage = None

    def _heal(self, lines: Iterable[Line]) -> None:
        """See which damages these lines make good."""
        faults = [fault for fault in self.faults() if not fault.whole and fault.damage not in self._healed]
        if faults:
            self._healed |= healed(faults, {line.name: line for line in lines})

    def _read_all(self, names: Iterable[str], lines: list[Line], replaced: list[str]) -> bool:
        """Whether all these files were still there."""
        there = True
        for name in names:
            try:
                self._read(name, lines, replaced)
            except FileNotFoundError:
                there = False
            except OSError as error:
                self._unreadable[name] = damage.unreadable(name, error.strerror or "no reason given")
        return there

    def _read(self, name: str, lines: list[Line], replaced: list[str]) -> None:
        file = self.files.get(name) or JournalFile(self._folder / name)
        stat = self._fs.stat(file.path)
        if stat == file.stat:
            return
        if not stat.regular:
            self._unreadable[name] = damage.unreadable(name, "it is no ordinary file")
            return
        self._damage = None
        found = file.read(self._fs, stat, self._codec)
        self._fs.stat(file.path)  # a file that is gone by now may have been zeroed while it was read
        if found is None:
            replaced.append(name)
            return
        self.files[name] = file
        lines += found

    @property
    def newer(self) -> bool:
        """Whether a newer version of the format was met."""
        return any(file.newer for file in self.files.values())

    @property
    def in_clear(self) -> list[str]:
        """Journals of a locked workshop that hold lines in clear."""
        return sorted(file.name for file in self.files.values() if file.in_clear)

    @property
    def other_key(self) -> list[str]:
        """Journals that seem to be encrypted for another key."""
        return sorted(file.name for file in self.files.values() if file.other_key)

    def faults(self) -> list[Fault]:
        """Damaged stretches, with their bytes."""
        return [fault for file in self.files.values() for fault in (*file.faults, file.cut_short) if fault is not None]

    @property
    def healed(self) -> tuple[Damage, ...]:
        """Damages of which nothing is lost: the lines that stood there are whole in another place here."""
        return tuple(sorted(self._healed & {fault.damage for fault in self.faults()}))

    def damage(self) -> tuple[Damage, ...]:
        """All that could not be read and is lost here, files in order of their names. Cheap while nothing changes."""
        if self._damage is None:
            self._damage = self._all_damage()
        return self._damage

    def _all_damage(self) -> tuple[Damage, ...]:
        held = self._held()
        last_in = {writer: file.name for file in self.files.values() for writer in file.seen}
        torn = set(self._torn(held))
        found = [fault.damage for fault in self.faults() if fault.damage not in self._healed and fault.damage not in torn]
        found += self._unreadable.values()
        found += [file.broken for file in self.files.values() if file.broken is not None]
        read = [(writer, numbers.missing()) for writer, numbers in held.items() if writer + SUFFIX != self._own]
        found += [damage.missing(last_in[writer], writer, count) for writer, count in read if count]
        for file in self._former:
            lost = sum(numbers.without(held.get(writer, Numbers())) for writer, numbers in file.seen.items())
            if lost:
                found.append(damage.gone(file.name, lost))
        return tuple(sorted(found))

    def _held(self) -> dict[str, Numbers]:
        held: dict[str, Numbers] = {}
        for file in self.files.values():
            for writer, numbers in file.seen.items():
                held.setdefault(writer, Numbers()).update(numbers)
        return held

    @property
    def torn(self) -> tuple[Damage, ...]:
        """Ends of files that are no damage: a save that was cut off, of which nobody was told that it was saved."""
        return tuple(sorted(set(self._torn(self._held())) - self._healed))

    def _torn(self, held: Mapping[str, Numbers]) -> Iterator[Damage]:
        """The writer has no later line anywhere, and what stands there begins as its next one would, and doesn't end as a line does."""
        for file in self.files.values():
            writer = file.name.partition(".")[0]
            numbers, last = held.get(writer, Numbers()), file.last
            if file.cut_short is None or numbers.beyond or (last is not None and last.writer != writer and numbers.upto):
                continue
            if is_torn(file.cut_short.raw, writer, numbers.upto + 1, first=last is None):
                yield file.cut_short.damage

    def has(self, writer: str, number: int) -> bool:
        """Whether this line has been read from some file."""
        return any(writer in file.seen and file.seen[writer].has(number) for file in self.files.values())
