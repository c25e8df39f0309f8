"""Files in a workshop's folder that are none of its own: copies that other programs keep there, in which withdrawn words may stand."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from workshop.store.names import KEY_FILES, LAST_KEY, NEXT_KEY, is_journal, proper
from workshop.store.places import PLACES
from workshop.text import clean_line

_OURS = (*KEY_FILES, NEXT_KEY, LAST_KEY, PLACES)
_WORDLESS = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
"""What a file manager leaves everywhere, and nobody's words are in."""
_NAMED = 5
"""So many are named, of more the number is told."""


def strangers(folder: Path, known: Collection[Path] = ()) -> tuple[str, ...]:
    """Their names, below the folder, in order; `known` are reports. What can't be looked into is named as a whole."""
    found = _files(folder, folder)
    kept = {path.resolve() for path in known}
    return tuple(sorted(clean_line(path.relative_to(folder).as_posix()) for path in found if path.resolve() not in kept))


def told_strangers(names: Sequence[str]) -> str:
    """In a sentence; "" where there are none."""
    if not names:
        return ""
    more = f", and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"Files here that workshop doesn't know, and that may hold words: {', '.join(names[:_NAMED])}{more}."


def _files(folder: Path, home: Path) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for path in inside:
        if path.is_dir() and not path.is_symlink():
            yield from _files(path, home)
        elif not _is_wordless(path) and not (folder == home and (path.name in _OURS or is_journal(proper(path.name)))):
            yield path


def _is_wordless(path: Path) -> bool:
    """Whether there is nothing in it, or what a file manager keeps about its windows, and macOS about a file (`._x`)."""
    try:
        return path.name.casefold() in _WORDLESS or path.name.startswith("._") or (path.is_file() and path.stat().st_size == 0)
    except OSError:
        return False
